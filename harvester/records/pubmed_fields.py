"""The pieces of a PubMed record that articles and books share: marked-up text, dates, names, pages, identifiers, lists.

Each takes an element that may be missing, and then answers an empty value.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from harvester.model import Identifier, Name, PartialDate
from harvester.records import ListedReference
from harvester.values import dates, identifier
from harvester.values.identifier import Scheme

_KEPT = frozenset({"i", "b", "sup", "sub"})
_DEEPEST = 50
"""Depth of elements below which only text is kept: real titles have three or four, and a hostile record must not
exhaust the stack."""

_NOT_AVAILABLE = frozenset({"[Not Available]", "[Not available]", "Not Available", "Not available"})

_ID_SCHEMES: dict[str, Scheme] = {"pubmed": "pmid", "doi": "doi", "pmc": "pmcid", "pmcid": "pmcid"}


def text_of(element: Element | None) -> str:
    """The text of an element, markup left out, white space folded."""
    if element is None:
        return ""
    text = "".join(element.itertext()) if len(element) else element.text
    return _fold(text) if text else ""


def marked_up(element: Element | None) -> str:
    """The text of an element with its `<i>`, `<b>`, `<sup>` and `<sub>`; of other elements only the text is kept."""
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
    # Nearly all texts are clean; looking is cheaper than splitting.
    clean = text.isprintable() and "  " not in text and text[0] != " " and text[-1] != " " if text else True
    return text if clean else " ".join(text.split())


def title_of(title: Element | None, vernacular: Element | None) -> tuple[str, str]:
    """The title without PubMed's final stop, and the title in the work's own language.

    Brackets say that NLM translated the title; "[Not Available]." that it did not; then the vernacular title is
    used (docs/entrez.md 34).
    """
    printed = _without_stop(marked_up(title))
    original = _without_stop(marked_up(vernacular))
    if printed in _NOT_AVAILABLE:
        return original, original
    return (_without_stop(printed[1:-1]) if _is_bracketed(printed) else printed), original


def _is_bracketed(text: str) -> bool:
    """Whether one pair of brackets holds the whole text: "[A] and [B]" is not a translated title."""
    if not (text.startswith("[") and text.endswith("]")):
        return False
    depth = 0
    for position, char in enumerate(text):
        depth += (char == "[") - (char == "]")
        if depth == 0:
            return position == len(text) - 1
    return False


def _without_stop(text: str) -> str:
    """The text without its final stop; an ellipsis stays."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def date_of(element: Element | None) -> PartialDate | None:
    """A date of Year, Month, Day or Season, or a MedlineDate ("1998 Dec-1999 Jan"; docs/entrez.md 33)."""
    if element is None:
        return None
    if words := element.findtext("MedlineDate"):
        return dates.read(words)
    parts = [element.findtext(part) or "" for part in ("Year", "Month", "Day", "Season")]
    return dates.of_parts(*parts)


def names_of(lists: Iterable[Element], role: str = "authors") -> tuple[tuple[Name, ...], bool]:
    """The names of the author lists of this role, and whether they are complete.

    A list without `Type` lists authors. An author marked `ValidYN="N"` is a misprint of another in the same list.
    """
    names: list[Name] = []
    complete = True
    for author_list in lists:
        if author_list.get("Type", "authors") != role:
            continue
        complete = complete and author_list.get("CompleteYN") != "N"
        for author in author_list:
            if author.get("ValidYN") == "N":
                continue
            if family := author.findtext("LastName"):
                given = author.findtext("ForeName") or author.findtext("Initials") or ""
                names.append(Name(_fold(family), _fold(given), text_of(author.find("Suffix"))))
            elif collective := text_of(author.find("CollectiveName")):
                names.append(Name(literal=collective))
    return tuple(names), complete


def pages_of(pagination: Element | None) -> str:
    """The pages as printed, or the article number printed instead."""
    if pagination is None:
        return ""
    start, end = pagination.findtext("StartPage"), pagination.findtext("EndPage")
    printed = pagination.findtext("MedlinePgn")
    # Of several ranges ("22, 25-7") StartPage and EndPage are the ends of the first alone.
    if start and not (printed and "," in printed):
        return f"{start}-{end}" if end else start
    return printed or ""


def abstract_of(abstract: Element | None) -> str:
    """The abstract with inline markup; the sections of a structured one on lines of their own, `LABEL: text`."""
    if abstract is None:
        return ""
    sections = []
    for section in abstract.findall("AbstractText"):
        text, label = marked_up(section), section.get("Label", "")
        if text:
            # NLM's own label for a section without a printed heading.
            sections.append(f"{label}: {text}" if label and label != "UNLABELLED" else text)
    return "\n".join(sections)


def keywords_of(lists: Iterable[Element]) -> tuple[str, ...]:
    """The authors' keywords, each once."""
    return tuple(dict.fromkeys(text for keywords in lists for word in keywords if (text := text_of(word).rstrip("."))))


def references_of(lists: Iterable[Element]) -> tuple[ListedReference, ...]:
    """The reference list in its order; nested lists (by sections) are joined one after the other."""
    entries = [
        (text_of(reference.find("Citation")), identifiers_of(reference.find("ArticleIdList")))
        for reference_list in lists
        for reference in reference_list.iter("Reference")
    ]
    filled = [(text, identifiers) for text, identifiers in entries if text or identifiers]
    return tuple(ListedReference(n, text, identifiers) for n, (text, identifiers) in enumerate(filled, 1))


def identifiers_of(id_list: Element | None) -> tuple[Identifier, ...]:
    """The identifiers of one `ArticleIdList`, each once."""
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
    """An identifier that a record gives as one of this scheme; None if it is not one.

    Under the type `pubmed` there are also PMCIDs, which are taken as PMCIDs, and ECitMatch's errors, which are dropped
    (docs/entrez.md 32).
    """
    if scheme == "pmid" and not value.isdigit():
        value = value.strip()
        if not value.isdigit():
            return identifier.parse(value, "pmcid") if value[:3].upper() == "PMC" else None
    return identifier.parse(value, scheme)
