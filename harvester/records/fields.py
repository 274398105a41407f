"""Small pieces of a PubMed record: text with inline markup, dates, names, page ranges, identifiers."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from harvester.model import Identifier, Name, PartialDate
from harvester.values import identifier, page_ranges
from harvester.values.identifier import Scheme

_KEPT = frozenset({"i", "b", "sup", "sub"})
_DEEPEST = 50

MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b", re.ASCII)
_ARTICLE_NUMBER = re.compile(r"(?:e|E|CD|bcr-|ofx|dj[a-z]|f|r)\d{2,}|[A-Za-z]{2,}\d{3,}|\d{5,}", re.ASCII)

_ID_SCHEMES: dict[str, Scheme] = {"pubmed": "pmid", "doi": "doi", "pmc": "pmcid", "pmcid": "pmcid"}


def text_of(element: Element | None) -> str:
    """The text of an element, markup left out, white space folded."""
    if element is None:
        return ""
    text = "".join(element.itertext()) if len(element) else element.text
    return _fold(text) if text else ""


def marked_up(element: Element | None) -> str:
    """The text of an element with its `<i>`, `<b>`, `<sup>` and `<sub>` kept, of other elements only their text."""
    if element is None:
        return ""
    if not len(element):
        return _fold(element.text or "")
    return _fold("".join(_pieces(element, 0)))


def _pieces(element: Element, depth: int) -> Iterable[str]:
    yield element.text or ""
    for child in element:
        if depth > _DEEPEST:
            yield "".join(child.itertext())
        elif child.tag in _KEPT:
            yield f"<{child.tag}>"
            yield from _pieces(child, depth + 1)
            yield f"</{child.tag}>"
        else:
            yield from _pieces(child, depth + 1)
        yield child.tail or ""


def _fold(text: str) -> str:
    clean = text.isprintable() and "  " not in text and text[0] != " " and text[-1] != " " if text else True
    return text if clean else " ".join(text.split())


def date_of(element: Element | None) -> PartialDate | None:
    """A date of Year, Month, Day or Season, or a MedlineDate ("1998 Dec-1999 Jan"): its first year and the words
    kept."""
    if element is None:
        return None
    words = element.findtext("MedlineDate")
    if words:
        return _worded(words)
    year = _number(element.findtext("Year"), 1, 9999)
    if year is None:
        return None
    season = element.findtext("Season")
    if season:
        return PartialDate(year, literal=f"{year} {_fold(season)}")
    printed = element.findtext("Month") or ""
    month = month_of(printed)
    if month is None:
        return PartialDate(year, literal=f"{year} {_fold(printed)}" if printed.strip() else "")
    return PartialDate(year, month, _number(element.findtext("Day"), 1, 31))


def _worded(words: str) -> PartialDate:
    words = _fold(words)
    year = _YEAR.search(words)
    return PartialDate(int(year.group()) if year else None, literal=words)


def month_of(text: str) -> int | None:
    """1 to 12 from "Jan", "January" or "01"."""
    text = text.strip().lower()
    return MONTHS.get(text[:3]) if text[:1].isalpha() else _number(text, 1, 12)


def _number(text: str | None, low: int, high: int) -> int | None:
    text = (text or "").strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        return None
    return int(text) if low <= int(text) <= high else None


def names_of(lists: Iterable[Element], role: str = "authors") -> tuple[tuple[Name, ...], bool]:
    """The names of the author lists of this role, and whether they are complete.

    A list without `Type` is one of authors. An author marked `ValidYN="N"` is the misprint of another in the same list.
    """
    names: list[Name] = []
    complete = True
    for author_list in lists:
        if author_list.get("Type", "authors") == role:
            complete = complete and author_list.get("CompleteYN") != "N"
            names += [n for a in author_list if a.get("ValidYN") != "N" and (n := _name(a)) is not None]
    return tuple(names), complete


def _name(author: Element) -> Name | None:
    family = author.findtext("LastName")
    if family:
        given = author.findtext("ForeName") or author.findtext("Initials") or ""
        return Name(_fold(family), _fold(given), text_of(author.find("Suffix")))
    collective = text_of(author.find("CollectiveName"))
    return Name(literal=collective) if collective else None


def pages_of(pagination: Element | None) -> str:
    """The page range with its ends expanded (`720-727`), or the article number that stands in its place."""
    if pagination is None:
        return ""
    start, end = pagination.findtext("StartPage"), pagination.findtext("EndPage")
    printed = pagination.findtext("MedlinePgn")
    if start and not (printed and "," in printed):
        return page_ranges.join(f"{start}-{end}" if end and end != start else start, "-")
    return page_ranges.join(printed or "", "-")


def is_article_number(page: str, electronic: bool) -> bool:
    """Whether what stands for a page is the number of an article; `electronic`: the journal prints no pages."""
    if not page or "-" in page or "," in page:
        return False
    return _ARTICLE_NUMBER.fullmatch(page) is not None or (electronic and page.isascii() and page.isdigit())


def identifiers_of(id_list: Element | None) -> tuple[Identifier, ...]:
    """The identifiers of one `ArticleIdList`, each once; a `pubmed` id can be a PMCID or an ECitMatch error
    (docs/entrez.md 32)."""
    if id_list is None:
        return ()
    found: list[Identifier] = []
    for article_id in id_list:
        scheme = _ID_SCHEMES.get(article_id.get("IdType", "pubmed"))
        if scheme is None or not article_id.text:
            continue
        one = parse_as(article_id.text, scheme)
        if one is not None and one not in found:
            found.append(one)
    return tuple(found)


def parse_as(value: str, scheme: Scheme) -> Identifier | None:
    """An identifier that a record gives as of this scheme; a PMCID given as a PMID is taken as what it is."""
    if scheme == "pmid" and not value.isdigit():
        value = value.strip()
        if not value.isdigit():
            return identifier.parse(value, "pmcid") if value[:3].upper() == "PMC" else None
    return identifier.parse(value, scheme)
