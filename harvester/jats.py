"""JATS (NISO Z39.96), the XML of journal articles, also in its older form NLM: the article as a Work, its list as
entries.

Both keep the elements that hold a value, so that a page's layout can say where the value stands in the source. Of a
full text that a service sent only the words are used.
"""

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from itertools import takewhile
from typing import TypeVar

from lxml import etree

from harvester.errors import PageError
from harvester.model import Name, Work, make_work
from harvester.text import squeeze, word_set
from harvester.values import dates, identifier
from harvester.values.identifier import Identifier, Scheme
from harvester.values.markup_limits import check_xml

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type
Key = TypeVar("Key", bound=Hashable)

_DOCTYPE_STARTS = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,2000}(?:\[.*?\]\s{0,20})?>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);|#)([A-Za-z][A-Za-z0-9]{0,31});")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_PREFIX = re.compile(r"^\{[^}]*\}")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
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
# `citation` and `nlm-citation` belong to the tag sets before JATS; a `product` is the book that an article reviews.
_CITATIONS = ("mixed-citation", "element-citation", "citation", "nlm-citation", "citation-alternatives", "product")
_DATE_PARTS = ("year", "month", "day", "season")
_ALTERNATIVES = "citation-alternatives"
_PRINTED_UNDER_IT = ("sub-article", "response")
_BLOCKS = word_set("p sec title list list-item abstract break label tr td pub-id object-id")
_NOTES = frozenset(("xref", "fn"))
_NO_WORDS = frozenset(("label", "object-id"))
_NO_WORDS_OF_TAGGED = frozenset(("label", "object-id", "pub-id", "ext-link"))
_PUNCTUATION = re.compile(r"[.,;:]")
_PUNCTUATED = 3
"""From so many pieces of punctuation between its tags on, a citation is taken as printed: author, title and source each
end with one. A tagged citation may have one or two of its own, such as the comma before "et al"."""


@dataclass(frozen=True, slots=True)
class Front:
    """The article as its front matter gives it; and by field, or by an identifier's CURIE, the elements that hold it.

    A language stands in the start tag of its element, everything else is the content of its elements.
    """

    work: Work
    elements: dict[str, tuple[Element, ...]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One `<ref>`: its label, its words, the identifiers that its tags assert, and the element itself."""

    label: str
    text: str
    identifiers: tuple[Identifier, ...]
    element: Element


def find_doctype(text: str) -> tuple[int, int]:
    """Where the document type stands in a document, and where it ends; (0, 0) if there is none.

    Only the first one is examined: there can be no second, and examining each would take time that grows with the
    square of a page that repeats an unclosed one.
    """
    start = _DOCTYPE_STARTS.search(text)
    whole = _DOCTYPE.match(text, start.start()) if start else None
    return whole.span() if whole else (0, 0)


def parse_xml(text: str) -> Element:
    """The `<article>` of a document. Raises `PageError` if it exceeds the limits, is not XML or holds no article.

    The document type is cut out before parsing and no entity is resolved but the named characters of HTML, so that
    neither external entities nor entity bombs exist for the parser.
    """
    check_xml(text)
    start, end = find_doctype(text)
    text = _DECLARATION.sub("", text[:start] + text[end:], count=1)
    # Escaped again, since HTML names the markup's own signs in capitals too (`&LT;`); an unknown name is dropped.
    text = _ENTITY.sub(
        lambda m: escape(unescape(m.group()), quote=False) if unescape(m.group()) != m.group() else "", text
    )
    # Pages are cut and broken in all ways, hence `recover`; comments would split the text of an element.
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
    # PMC's services wrap the article in a set.
    article = root if root is not None and local_name(root) == "article" else _descendant(root, "article")
    if article is None:
        raise PageError("the XML holds no article")
    return article


def read_front(article: Element) -> Front:
    """The article as its front matter gives it; identifiers come from the front matter alone, since those in the body
    may be other works'."""
    meta = _child(_child(article, "front"), "article-meta")
    journal = _child(_child(article, "front"), "journal-meta")
    if meta is None:
        title = _descendant(article, "article-title")
        work = make_work(type="article-journal", title=_text(title))
        return Front(work, {"title": (title,)} if title is not None and work.title else {})

    title = _child(_child(meta, "title-group"), "article-title")
    container, publisher = _descendant(journal, "journal-title"), _descendant(journal, "publisher-name")
    # JATS has the abbreviation as an element of its own; NLM's older sets had it among the journal's identifiers.
    kinds = {e.get("journal-id-type"): e for e in _children(journal, "journal-id")}
    shorts = (_descendant(journal, "abbrev-journal-title"), kinds.get("iso-abbrev"), kinds.get("nlm-ta"))
    short = next((e for e in shorts if _text(e)), None)
    issns = _children(journal, "issn")

    volume, issue, number = (_child(meta, name) for name in ("volume", "issue", "elocation-id"))
    first, last = _child(meta, "fpage"), _child(meta, "lpage")
    # A paper of one page may give it twice; one published only online has an article number instead.
    is_range = _text(first) and _text(last) and _text(first) != _text(last)
    pages = (first, last) if is_range else (first if _text(first) else number,)
    # Print and electronic publication each have a date: the earliest full one counts, else the year.
    dated = [
        (date, element)
        for element in _children(meta, "pub-date")
        if (date := dates.of_parts(*(_text(_child(element, part)) for part in _DATE_PARTS)))
    ]
    dated.sort(key=lambda one: (not (d := one[0]).month, not d.day, d.year or 0, d.month or 0, d.day or 0))
    issued, at_date = dated[0] if dated else (None, None)
    authors, complete = _authors(meta)
    # Other kinds of abstract have a type: graphical ones, teasers, summaries for lay readers.
    abstract = next((a for a in _children(meta, "abstract") if not a.get("abstract-type")), None)
    words = (word for group in _children(meta, "kwd-group") for word in _all(group, "kwd"))
    keywords = _firsts((text, word) for word in words if (text := _text(word)))
    identifiers = _firsts(_asserted(_children(meta, "article-id"), "pub-id-type"))

    work = make_work(
        type="article-journal", title=_text(title), author=tuple(authors), authors_complete=complete, issued=issued,
        container_title=_text(container), container_title_short=_text(short), volume=_text(volume), issue=_text(issue),
        page="-".join(map(_text, pages)), number=_text(number),
        publisher=_text(publisher), abstract=_text(abstract), keywords=tuple(keywords),
        language=str(article.get(_LANGUAGE) or ""), issn=tuple(map(_text, issns)), identifiers=tuple(identifiers),
    )  # fmt: skip
    holders: dict[str, Iterable[Element | None]] = {
        "title": (title,), "issued": (at_date,), "container_title": (container,), "container_title_short": (short,),
        "volume": (volume,), "issue": (issue,), "publisher": (publisher,),
        # An article number may stand in the first page's element.
        "page": pages, "number": (number,) if _text(number) else pages,
        "abstract": (abstract,), "keywords": keywords.values(), "issn": issns, "language": (article,),
        # The group, since it also holds who of them did what, and at which institution.
        "author": (next(e.iterancestors("{*}contrib-group"), e) for e in authors.values()),
        **{str(one): (element,) for one, element in identifiers.items()},
    }  # fmt: skip
    # An element may be there and empty. A name that is not a field of a work is an identifier's.
    filled = ((field, elements) for field, elements in holders.items() if getattr(work, field, True))
    return Front(work, {field: tuple(e for e in elements if e is not None) for field, elements in filled})


def entries(article: Element) -> Iterator[Entry]:
    """The references in order; one `<ref>` with several citations (a, b, c) stays one entry.

    Those of a reply or letter that is printed under the article (`<sub-article>`, `<response>`) are not the article's.
    """
    for ref in _all(article, "ref"):
        if any(local_name(above) in _PRINTED_UNDER_IT for above in ref.iterancestors()):
            break  # such a reply comes after the article's own list
        words: list[str] = []
        found: dict[Identifier, None] = {}
        for child in ref:
            forms = child if local_name(child) == _ALTERNATIVES else (child,)
            if citations := [form for form in forms if local_name(form) in _CITATIONS]:
                # Of a citation in two forms, tagged and as printed, the printed one reads better; either may have
                # the identifiers.
                words.append(citation_text(min(citations, key=lambda c: local_name(c) != "mixed-citation")))
                found |= dict.fromkeys(i for citation in citations for i in _identifiers(citation))
        # A reference may be a note of the authors, without a citation element.
        text = " ".join(filter(None, words)) or ("" if found else _text(ref))
        if text or found:
            yield Entry(_text(_child(ref, "label")).strip("[]().: "), text, tuple(found), ref)


def citation_text(citation: Element) -> str:
    """The citation as printed; a tagged one without punctuation is put together as a line in NLM's order."""
    loose = [citation.text or "", *(child.tail or "" for child in citation)]
    is_tagged = sum(1 for piece in loose if _PUNCTUATION.search(piece)) < _PUNCTUATED
    printed = _text(citation, _NO_WORDS_OF_TAGGED if is_tagged else _NO_WORDS)
    if not is_tagged or (local_name(citation) == "mixed-citation" and (citation.text or "").strip()):
        return printed

    def get(*tags: str) -> str:
        return next((value for tag in tags if (value := _text(_descendant(citation, tag)))), "")

    people, complete = _authors(citation)
    names = [name.literal or f"{name.family} {name.given}".strip() for name in people]
    first, last, year = get("fpage", "elocation-id"), get("lpage"), get("year")
    locator = get("volume") + (f"({issue})" if (issue := get("issue")) else "") + (f":{first}" if first else "")
    locator += f"-{last}" if last and last != first else ""
    parts = (
        ", ".join(names) + ("" if complete or not names else ", et al"),
        get("article-title", "chapter-title", "data-title"),
        get("source", "conf-name"),
        get("publisher-name"),
        f"{year};{locator}" if year and locator else year or locator,
    )
    text = ". ".join(part.rstrip(". ") for part in parts if part)
    doi = next((i.value for i in _identifiers(citation) if i.scheme == "doi"), "")
    return f"{text}." + (f" doi: {doi}" if doi else "") if text else printed


def _identifiers(citation: Element) -> Iterator[Identifier]:
    """The identifiers that a citation's tags assert: each `<pub-id>`, and each link's address or else its words."""
    yield from (found for found, _ in _asserted(_all(citation, "pub-id"), "pub-id-type"))
    for link in _all(citation, "ext-link"):
        scheme = _SCHEMES.get((link.get("ext-link-type") or "").lower())
        # The address is an attribute of XLink, under whatever prefix the document has given it.
        href = next((value for key, value in link.attrib.items() if _PREFIX.sub("", str(key)) == "href"), "")
        found = (identifier.parse(value, scheme) for value in (str(href), _text(link)))
        if first := next(filter(None, found), None):
            yield first


def _asserted(elements: Iterable[Element], attribute: str) -> Iterator[tuple[Identifier, Element]]:
    """The identifiers that elements consist of, each of the scheme that an attribute of its element names."""
    for element in elements:
        scheme = _SCHEMES.get((element.get(attribute) or "").lower())
        if scheme and (found := identifier.parse(_text(element), scheme)):
            yield found, element


def _authors(holder: Element) -> tuple[dict[Name, Element], bool]:
    """The authors in order, each with the first element that names it; and whether these are all of them."""
    named: list[tuple[Name, Element]] = []
    complete = True
    for element in holder.iter("{*}name", "{*}string-name", "{*}collab", "{*}etal"):
        kind = local_name(element)
        if kind == "etal":
            complete = False
            continue
        above = list(takewhile(lambda one: one is not holder, element.iterancestors()))
        # A related article is another work with its own authors.
        if any(local_name(one) in ("back", "related-article") for one in above):
            continue
        # Editors and translators are contributors too; the nearest element with a role counts. Words within
        # the name of a group, or among several forms of a name, are part of what is named already.
        role = "author"
        for one in above:
            if named_role := one.get("contrib-type") or one.get("person-group-type"):
                role = named_role
                break
            if kind != "name" and local_name(one) in ("collab", "name-alternatives"):
                role = "part of a name"
                break
        if not role.startswith(("author", "collab", "allauthors")):
            continue
        if kind != "collab" and (family := _text(_child(element, "surname"))):
            name = Name(family, _text(_child(element, "given-names")), _text(_child(element, "suffix")))
        else:
            # The members of a group are listed inside its element, behind its own name.
            own_words = squeeze(element.text or "") if kind == "collab" else ""
            name = Name(literal=own_words or _text(element))
        if name.family or name.literal:
            named.append((name, element))
    return _firsts(named), complete


def _firsts(pairs: Iterable[tuple[Key, Element]]) -> dict[Key, Element]:
    """Each value once, in order, with the first element that holds it."""
    found: dict[Key, Element] = {}
    for value, element in pairs:
        found.setdefault(value, element)
    return found


def local_name(element: Element) -> str:
    """An element's name without its namespace; "" for a comment or processing instruction."""
    return _PREFIX.sub("", element.tag) if isinstance(element.tag, str) else ""


def _children(element: Element | None, name: str) -> list[Element]:
    return [child for child in element if local_name(child) == name] if element is not None else []


def _child(element: Element | None, name: str) -> Element | None:
    return next(iter(_children(element, name)), None)


def _all(element: Element | None, name: str) -> list[Element]:
    return list(element.iter("{*}" + name)) if element is not None else []


def _descendant(element: Element | None, name: str) -> Element | None:
    return next(iter(_all(element, name)), None)


def _text(element: Element | None, silent: frozenset[str] = frozenset()) -> str:
    """The words of an element, white space folded, without those of the elements that are `silent`; notes in titles
    always are."""
    if element is None:
        return ""
    pieces: list[str] = []
    silent = silent | _NOTES if local_name(element) == "article-title" else silent
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        name = local_name(node)
        # Only blocks separate words: `CO<sub>2</sub>` is one, `<p>One</p><p>two</p>` are two.
        gap = " " if name in _BLOCKS else ""
        if event == "start" and node is not element and name in silent:
            walk.skip_subtree()
        elif event == "start":
            pieces.append(gap + (node.text or ""))
        elif node is not element:
            pieces.append(gap + (node.tail or ""))
    return squeeze("".join(pieces))
