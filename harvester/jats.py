"""JATS (NISO Z39.96), the XML of journal articles, also in its older form NLM: the article as a Work, its list as
entries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lxml import etree

from harvester.errors import PageError
from harvester.model import Name, PartialDate, Work
from harvester.text import word_set
from harvester.values import dates, identifier
from harvester.values.citation_line import expand_pages
from harvester.values.identifier import Identifier, Scheme
from harvester.values.markup_limits import check_xml

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type

_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,2000}(?:\[.*?\]\s{0,20})?>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);|#)([A-Za-z][A-Za-z0-9]{0,31});")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_PREFIX = re.compile(r"^\{[^}]*\}")
_SCHEMES: dict[str, Scheme] = {
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "pmc": "pmcid",
    "pmcaid": "pmcid",
    "arxiv": "arxiv",
    "isbn": "isbn",
    "medline": "pmid",
}
_CITATIONS = ("mixed-citation", "element-citation", "citation", "nlm-citation", "citation-alternatives", "product")
_SILENT = frozenset(("label", "object-id"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One `<ref>`: its label, its words, and the identifiers that its tags assert."""

    label: str
    text: str
    identifiers: tuple[Identifier, ...]


def parse_xml(text: str) -> Element:
    """The `<article>` of a document. Raises `PageError` where it is beyond the limits, no XML, or holds no article.

    The document type is cut out before parsing and no entity is resolved but the named characters of HTML, so that
    neither external entities nor entity bombs exist for the parser.
    """
    check_xml(text)
    text = _DOCTYPE.sub("", _DECLARATION.sub("", text, count=1), count=1)
    text = _ENTITY.sub(lambda m: unescape(m.group()) if unescape(m.group()) != m.group() else "", text)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.strip().encode("utf-8", "ignore"), parser)
    except etree.LxmlError as error:
        raise PageError(f"the page is no readable XML: {error}") from None
    article = root if root is not None and _name(root) == "article" else _descendant(root, "article")
    if article is None:
        raise PageError("the XML holds no article")
    return article


def article_work(article: Element) -> Work:
    """The article as its front matter tells it; identifiers are those of the front matter alone."""
    front = _child(article, "front")
    meta = _child(front, "article-meta") if front is not None else None
    journal = _child(front, "journal-meta") if front is not None else None
    if meta is None:
        return Work(type="article-journal", title=_text(_descendant(article, "article-title")))
    first, last = _text(_child(meta, "fpage")), _text(_child(meta, "lpage"))
    number = _text(_child(meta, "elocation-id"))
    page = expand_pages(f"{first}-{last}") if first and last and first != last else first or number
    authors, complete = _authors(meta)
    return Work(
        type="article-journal", title=_text(_path(meta, "title-group", "article-title")),
        author=authors, authors_complete=complete,
        issued=_issued(meta), container_title=_journal_title(journal), container_title_short=_abbreviation(journal),
        volume=_text(_child(meta, "volume")), issue=_text(_child(meta, "issue")), page=page, number=number,
        publisher=_text(_descendant(journal, "publisher-name")), abstract=_abstract(meta),
        keywords=_keywords(meta),
        language=_language(article), issn=tuple(_text(i) for i in _children(journal, "issn")),
        identifiers=tuple(dict.fromkeys(_asserted(_children(meta, "article-id"), "pub-id-type"))),
    )  # fmt: skip


_ALTERNATIVES = "citation-alternatives"
_UNDER_IT = ("sub-article", "response")


def entries(article: Element) -> Iterator[Entry]:
    """The references in order; one `<ref>` with several citations (a, b, c) stays one entry.

    Those of a reply or letter that is printed under the article (`<sub-article>`, `<response>`) are not the article's.
    """
    for ref in _all(article, "ref"):
        if any(_name(above) in _UNDER_IT for above in ref.iterancestors()):
            break  # what stands under an article stands behind its own list
        label = _text(_child(ref, "label")).strip("[]().: ")
        citations = _citations(ref)
        text = " ".join(part for c in citations if (part := citation_text(c)))
        told = (c for child in ref for c in (child if _name(child) == _ALTERNATIVES else (child,)))
        found = dict.fromkeys(i for c in told if _name(c) in _CITATIONS for i in _identifiers(c))
        if not text and not found:
            text = _text(ref)
        if text or found:
            yield Entry(label, text, tuple(found))


def _citations(ref: Element) -> list[Element]:
    """The citations of a `<ref>`; of alternatives for one (tagged and as printed) the printed one comes first."""
    found: list[Element] = []
    for child in ref:
        if _name(child) == _ALTERNATIVES:
            inner = sorted((c for c in child if _name(c) in _CITATIONS), key=lambda c: _name(c) != "mixed-citation")
            found += inner[:1]
        elif _name(child) in _CITATIONS:
            found.append(child)
    return found


def citation_text(citation: Element) -> str:
    """The citation as printed; of a tagged one without punctuation a line put together in NLM's order."""
    printed = _text(
        citation, frozenset(("label", "object-id", "pub-id", "ext-link") if _only_tags(citation) else _SILENT)
    )
    if (_name(citation) == "mixed-citation" and (citation.text or "").strip()) or not _only_tags(citation):
        return printed
    return _composed(citation) or printed


def _only_tags(citation: Element) -> bool:
    loose = [citation.text or "", *(child.tail or "" for child in citation)]
    return sum(1 for piece in loose if re.search(r"[.,;:]", piece)) < 3


def _composed(citation: Element) -> str:
    people, complete = _authors(citation)
    names = [f"{n.family} {n.given}".strip() if not n.literal else n.literal for n in people]

    def get(*tags: str) -> str:
        return next((value for tag in tags if (value := _text(_descendant(citation, tag)))), "")

    authors = ", ".join(names) + ("" if complete or not names else ", et al")
    volume, issue, first, last = get("volume"), get("issue"), get("fpage", "elocation-id"), get("lpage")
    place = (
        volume
        + (f"({issue})" if issue else "")
        + (f":{first}" if first else "")
        + (f"-{last}" if last and last != first else "")
    )
    year = get("year")
    published = f"{year};{place}" if year and place else year or place
    parts = (
        authors,
        get("article-title", "chapter-title", "data-title"),
        get("source", "conf-name"),
        get("publisher-name"),
        published,
    )
    text = ". ".join(part.rstrip(". ") for part in parts if part)
    doi = next((i.value for i in _identifiers(citation) if i.scheme == "doi"), "")
    return f"{text}." + (f" doi: {doi}" if doi else "") if text else ""


def _identifiers(citation: Element) -> Iterator[Identifier]:
    yield from _asserted(_all(citation, "pub-id"), "pub-id-type")
    for link in _all(citation, "ext-link"):
        kind = _SCHEMES.get((link.get("ext-link-type") or "").lower())
        href = next((value for key, value in link.attrib.items() if _PREFIX.sub("", str(key)) == "href"), "")
        for value in (str(href), _text(link)):
            found = identifier.parse(value, kind) if kind else identifier.parse(value)
            if found:
                yield found
                break


def _asserted(elements: list[Element], attribute: str) -> Iterator[Identifier]:
    for element in elements:
        scheme = _SCHEMES.get((element.get(attribute) or "").lower())
        found = identifier.parse(_text(element), scheme) if scheme else None
        if found:
            yield found


def _authors(holder: Element) -> tuple[tuple[Name, ...], bool]:
    names: list[Name] = []
    complete = True
    for element in holder.iter("{*}contrib", "{*}name", "{*}string-name", "{*}collab", "{*}etal"):
        kind = _name(element)
        if kind == "etal":
            complete = False
        elif kind == "contrib" or _inside(
            element, holder, ("back", "related-article", "contrib-group" if kind == "none" else "-")
        ):
            continue
        elif _role(element, holder) == "author" and (made := _person(element)):
            names.append(made)
    return tuple(dict.fromkeys(names)), complete


def _role(element: Element, holder: Element) -> str:
    above = element.getparent()
    while above is not None and above is not holder:
        kind = above.get("contrib-type") or above.get("person-group-type")
        if kind:
            return "author" if kind.startswith(("author", "collab", "allauthors")) else kind
        if _name(above) in ("collab", "name-alternatives") and _name(element) != "name":
            return "part"
        above = above.getparent()
    return "author"


def _inside(element: Element, holder: Element, tags: tuple[str, ...]) -> bool:
    above = element.getparent()
    while above is not None and above is not holder:
        if _name(above) in tags:
            return True
        above = above.getparent()
    return False


def _person(element: Element) -> Name | None:
    if _name(element) == "collab":
        text = " ".join((element.text or "").split()) or _text(element)
        return Name(literal=text) if text else None
    family, given = _text(_child(element, "surname")), _text(_child(element, "given-names"))
    if not family:
        text = _text(element)
        return Name(literal=text) if text else None
    return Name(family, given, _text(_child(element, "suffix")))


_DATE_PARTS = ("year", "month", "day", "season")


def _issued(meta: Element) -> PartialDate | None:
    """The earliest full date of publication that the front matter gives; else the year."""
    parts = ([_text(_child(element, part)) for part in _DATE_PARTS] for element in _children(meta, "pub-date"))
    found = [date for said in parts if (date := dates.of_parts(*said))]
    return min(found, key=lambda d: (not d.month, not d.day, d.year or 0, d.month or 0, d.day or 0), default=None)


def _journal_title(journal: Element | None) -> str:
    return _text(_descendant(journal, "journal-title"))


def _abbreviation(journal: Element | None) -> str:
    kinds = {e.get("journal-id-type"): _text(e) for e in _children(journal, "journal-id")}
    return _text(_descendant(journal, "abbrev-journal-title")) or kinds.get("iso-abbrev", "") or kinds.get("nlm-ta", "")


def _keywords(meta: Element) -> tuple[str, ...]:
    words = (_text(word) for group in _children(meta, "kwd-group") for word in _all(group, "kwd"))
    return tuple(dict.fromkeys(word for word in words if word))


def _abstract(meta: Element) -> str:
    plain = [a for a in _children(meta, "abstract") if not a.get("abstract-type")]
    return _text(plain[0]) if plain else ""


def _language(article: Element) -> str:
    return str(article.get("{http://www.w3.org/XML/1998/namespace}lang") or "")


def _name(element: Element) -> str:
    return _PREFIX.sub("", element.tag) if isinstance(element.tag, str) else ""


def _children(element: Element | None, name: str) -> list[Element]:
    return [child for child in element if _name(child) == name] if element is not None else []


def _child(element: Element | None, name: str) -> Element | None:
    return next(iter(_children(element, name)), None)


def _path(element: Element | None, *names: str) -> Element | None:
    for name in names:
        element = _child(element, name)
    return element


def _all(element: Element | None, name: str) -> list[Element]:
    return list(element.iter("{*}" + name)) if element is not None else []


def _descendant(element: Element | None, name: str) -> Element | None:
    return next(iter(_all(element, name)), None)


_BLOCKS = word_set("p sec title list list-item abstract break label tr td pub-id object-id")


def _text(element: Element | None, silent: frozenset[str] = frozenset()) -> str:
    """The words of an element, white space folded; footnotes inside titles left out."""
    if element is None:
        return ""
    pieces: list[str] = []
    silent = silent | _NOTES if _name(element) == "article-title" else silent
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        name = _name(node)
        gap = " " if name in _BLOCKS else ""
        if event == "start" and node is not element and name in silent:
            walk.skip_subtree()
        elif event == "start":
            pieces.append(gap + (node.text or ""))
        elif node is not element:
            pieces.append(gap + (node.tail or ""))
    return " ".join("".join(pieces).split())


_NOTES = frozenset(("xref", "fn"))
