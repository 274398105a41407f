"""What a page says of itself: `citation_*`, Dublin Core, PRISM and Open Graph meta tags, JSON-LD, and its canonical
address.

The tables say which names carry which field, best first. Sources: Google Scholar's inclusion guidelines (citation_*),
DCMI terms, PRISM 2.1, the Open Graph protocol, schema.org's ScholarlyArticle.
"""

import json
import re
from dataclasses import dataclass
from html import unescape

from harvester.model import Name, PartialDate, Work
from harvester.pages.headings import is_reference_heading
from harvester.pages.html.tree import Node, Tree, inline_text, text_of
from harvester.pages.links import identifiers_in
from harvester.text import word_set
from harvester.values import dates, identifier
from harvester.values.citation_line import expand_pages
from harvester.values.identifier import Identifier, Scheme
from harvester.values.printed_names import name_of

Meta = dict[str, list[str]]

_TITLE = (
    "citation_title",
    "bepress_citation_title",
    "wkhealth_title",
    "eprints.title",
    "dc.title",
    "dcterms.title",
    "prism.title",
)
_ARTICLE_MARKS = (
    "citation_title", "citation_doi", "citation_pmid", "bepress_citation_title", "prism.doi", "wkhealth_title",
    "eprints.title", "dc.identifier.doi", "citation_publication_date", "publication_doi",
)  # fmt: skip
_JOURNAL_MARKS = ("citation_journal_title", "prism.publicationname")
"""Those of an article only where something is told of it: its journal's table of contents names the journal too."""
_OF_AN_ARTICLE = ("dc.title", "dcterms.title", "prism.title", "citation_author", "dc.creator", "citation_firstpage",
    "prism.startingpage", "dc.identifier", "citation_date", "prism.publicationdate")  # fmt: skip
_DUBLIN_DOI = ("dc.identifier", "dcterms.identifier", "dc.identifier.doi")
_TYPE = ("dc.type", "dcterms.type")
_DOI = (
    "citation_doi",
    "prism.doi",
    "dc.identifier.doi",
    "bepress_citation_doi",
    "doi",
    "dcterms.identifier",
    "dc.identifier",
    "wkhealth_doi",
    "evt-doipage",
    "publication_doi",
    "article:doi",
    "eprints.doi",
    "hw.doi",
    "rft.doi",
    "og:doi",
    "citation_id",
    "citation_identifier",
)
_PMID = ("citation_pmid", "pmid", "ncbi_article_id", "pubmed_id")
_PMCID = ("citation_pmcid", "citation_pmc", "pmcid", "pmc_id")
_DATE = (
    "citation_publication_date",
    "citation_date",
    "prism.publicationdate",
    "citation_cover_date",
    "dc.date",
    "dcterms.issued",
    "dcterms.date",
    "dc.date.issued",
    "citation_online_date",
    "citation_year",
    "bepress_citation_date",
    "article:published_time",
    "eprints.date",
    "wkhealth_date",
)
_JOURNAL = (
    "citation_journal_title",
    "prism.publicationname",
    "bepress_citation_journal_title",
    "citation_inbook_title",
    "citation_conference_title",
    "wkhealth_journal_title",
    "eprints.publication",
    "dc.source",
    "dcterms.ispartof",
)
_FIRST = (
    "citation_firstpage", "citation_first_page", "prism.startingpage", "citation_start_page",
    "bepress_citation_firstpage",
)  # fmt: skip
_LAST = (
    "citation_lastpage", "citation_last_page", "prism.endingpage", "citation_end_page",
    "bepress_citation_lastpage",
)  # fmt: skip
_VOLUME = ("citation_volume", "prism.volume", "bepress_citation_volume", "eprints.volume")
_ISSUE = ("citation_issue", "prism.number", "bepress_citation_issue", "eprints.number")
_ISSN = ("citation_issn", "prism.issn", "prism.eissn")
_SHORT = ("citation_journal_abbrev", "citation_journal_abbreviation")
_AUTHOR = (
    "citation_author",
    "bepress_citation_author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "eprints.creators_name",
    "dc.creator.personalname",
    "wkhealth_author",
)
_AUTHORS = ("citation_authors", "citation_author_list")
_PUBLISHER = ("citation_publisher", "dc.publisher", "bepress_citation_publisher")
_ABSTRACT = ("citation_abstract", "dcterms.abstract")
_LANGUAGE = ("citation_language", "dc.language", "dcterms.language")
_RANGES = ("citation_pages", "prism.pagerange")
_NUMBERS = ("citation_article_number", "citation_elocation_id", "prism.articlenumber")
_KEYWORDS = ("citation_keywords", "citation_keyword")
NAMES: dict[str, tuple[str, ...]] = {
    "title": _TITLE, "author": (*_AUTHOR, *_AUTHORS), "issued": _DATE, "container_title": _JOURNAL,
    "container_title_short": _SHORT, "volume": _VOLUME, "issue": _ISSUE, "first_page": _FIRST, "last_page": _LAST,
    "page": (*_RANGES, *_NUMBERS), "publisher": _PUBLISHER, "abstract": _ABSTRACT, "language": _LANGUAGE,
    "issn": _ISSN, "keywords": _KEYWORDS, "doi": _DOI, "pmid": _PMID, "pmcid": _PMCID,
}  # fmt: skip
"""Under which names a page says what, best first: for telling where it says it."""
_ARTICLE_TYPES = word_set("scholarlyarticle medicalscholarlyarticle article-journal")
_NO_ARTICLE_TYPES = word_set("dataset datacatalog qapage searchresultspage website softwaresourcecode product")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_SITE_TAIL = re.compile(r"\s+[|\u2013\u2014-]\s+[^|\u2013\u2014]{2,60}$")
_MAX_JSON = 400_000
_FIRST_HEADINGS = 5
_SHORTEST_NAMED = 15


@dataclass(frozen=True, slots=True)
class PageData:
    """The metadata of a page: `work` as it tells itself, whether it says that it is an article, and `kind` if
    JSON-LD names one."""

    work: Work
    is_article: bool
    kind: str
    meta: Meta


def page_data(tree: Tree, source: str) -> PageData:
    """Read a page's metadata; empty fields where it is silent."""
    meta = _meta(tree)
    linked = _json_ld(tree) if "ld+json" in source else {}
    kind = _other_kind(linked, meta) or _kind(linked)
    is_article = kind not in _NO_ARTICLE_TYPES and (
        any(meta.get(m) for m in _ARTICLE_MARKS)
        or (any(meta.get(m) for m in _JOURNAL_MARKS) and any(meta.get(m) for m in _OF_AN_ARTICLE))
        or kind in _ARTICLE_TYPES
        or _own(meta, _DUBLIN_DOI, "doi") is not None
    )
    return PageData(_work(tree, source, meta, linked, is_article), is_article, kind, meta)


# What browsers ("saved from url=(0042)http://...") and SingleFile ("url: http://...") write at the top of a page.
_SAVED_FROM = re.compile(r"<!--[^<>]{0,200}?(?:saved from url=\(\d{1,5}\)|\burl: )(https?://[^\s<>]{5,1000})")
TOP = 3_000
"""Characters of a page's source in which a browser's note of its address stands, behind the document's type."""

_SHORTEST_TITLE = 20
"""Characters of a title that stands in a page's words but once or twice: "Editorial" may stand anywhere."""

_BEFORE, _AFTER = 400, 1_500
"""Characters of words before and behind a title in which the article's DOI is printed: its journal, its authors."""

_PARTS = re.compile(r"\b(?:References|REFERENCES|Introduction|INTRODUCTION|Related|Similar|Recommended|Cited by)\b")
_OF_ANOTHER = re.compile(
    r"comment|erratum|correct|retract|original|companion|related|reply|data|dryad|figshare|zenodo|supplement|preprint|version",
    re.IGNORECASE,
)


def saved_from(source: str) -> tuple[Identifier, ...]:
    """The identifiers in the address that a browser noted when it saved the page."""
    match = _SAVED_FROM.search(source, 0, TOP)
    return identifiers_in(match.group(1)) if match else ()


def printed_doi(tree: Tree, title: str) -> Identifier | None:
    """The one DOI, named as such, that stands beside the title of an article; None where there are several."""
    if len(title) < _SHORTEST_TITLE:
        return None
    text = text_of(tree.body)
    start = text.find(title)
    if start < 0:
        return None
    end = start + len(title)
    parts = _PARTS.search(text, end, end + _AFTER)
    text = text[max(0, start - _BEFORE) : parts.start() if parts else end + _AFTER]
    found = [f for f in identifier.find(text) if f.labelled and f.identifier.scheme == "doi"]
    # The words right before it may say that it is of another work: "Erratum in", "Data available at".
    if len({f.identifier for f in found}) != 1 or _OF_ANOTHER.search(
        text[max(0, found[0].start - 60) : found[0].start]
    ):
        return None
    return found[0].identifier


def _other_kind(linked: dict[str, object], meta: Meta) -> str:
    """What a page says that it is of, where that is something else: a data set, a program, a list of results."""
    told = (_kind(linked), *(value.lower().replace(" ", "") for name in _TYPE for value in meta.get(name, ())[:3]))
    return next((word for word in told if word in _NO_ARTICLE_TYPES), "")


def _meta(tree: Tree) -> Meta:
    meta: Meta = {}
    for node in tree.tags("meta"):
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
        content = (attributes.get("content") or "").strip()
        if name and content:
            meta.setdefault(name.lower().replace("dcterms:", "dcterms.").replace("dc:", "dc."), []).append(content)
    return meta


def first(meta: Meta, names: tuple[str, ...]) -> str:
    """The first value under the first of these names that has one."""
    return next((meta[name][0] for name in names if meta.get(name)), "")


def plain(text: str) -> str:
    """A value without markup and entities, white space folded."""
    text = unescape(unescape(text)) if "&" in text else text
    return " ".join((_TAG.sub("", text) if "<" in text else text).split())


def _json_ld(tree: Tree) -> dict[str, object]:
    """The first JSON-LD object that is of an article, else the first with a type; dirty JSON is passed over."""
    objects: list[dict[str, object]] = []
    scripts = [node for node in tree.tags("script") if node.attributes.get("type") == "application/ld+json"]
    for node in scripts[:20]:
        text = node.text() or ""
        if len(text) <= _MAX_JSON:
            objects += _objects(text)
    typed = [o for o in objects if _types(o)]
    return next((o for o in typed if _types(o) & _ARTICLE_TYPES), typed[0] if typed else {})


def _objects(text: str) -> list[dict[str, object]]:
    try:
        value = json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, object]] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            graph = item.get("@graph")
            parts = graph if isinstance(graph, list) else [item.get("mainEntity"), item]
            found += [part for part in parts if isinstance(part, dict)]
    return found


def _types(item: dict[str, object]) -> set[str]:
    value = item.get("@type")
    values = value if isinstance(value, list) else [value]
    return {re.split(r"[/:#]", v.lower())[-1] for v in values if isinstance(v, str)}


def _kind(linked: dict[str, object]) -> str:
    types = _types(linked)
    return next((t for t in sorted(types) if t in _ARTICLE_TYPES | _NO_ARTICLE_TYPES), "")


def _text(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("value") or value.get("@id") or ""
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str | dict)), "")
        return _text(value) if isinstance(value, dict) else plain(str(value))
    return plain(str(value)) if isinstance(value, str | int) else ""


def _work(tree: Tree, source: str, meta: Meta, linked: dict[str, object], is_article: bool) -> Work:
    told = _text(linked.get("headline")) or _text(linked.get("name"))
    title = plain(first(meta, _TITLE)) or (told if is_article else "")
    journal = plain(first(meta, _JOURNAL)) or _text(linked.get("isPartOf") if is_article else "")
    doi = _own_doi(tree, meta, linked, source) or (printed_doi(tree, title) if is_article else None)
    preprint = "rxiv" in (first(meta, ("citation_publisher", "dc.publisher")) + journal).lower() or (
        doi and doi.value.startswith("10.1101/20")
    )
    return Work(
        type="article" if preprint else "article-journal", title=title or _page_title(tree, meta),
        author=_authors(meta, linked), issued=_issued(meta, linked), container_title=journal,
        container_title_short=plain(first(meta, _SHORT)), volume=plain(first(meta, _VOLUME)),
        issue=plain(first(meta, _ISSUE)),
        page=(page := _page(meta)), number=page if page and "-" not in page else "",
        publisher=plain(first(meta, _PUBLISHER)),
        abstract=plain(first(meta, _ABSTRACT)), keywords=_keywords(meta),
        language=first(meta, _LANGUAGE)[:20],
        issn=tuple(dict.fromkeys(v for name in _ISSN for v in meta.get(name, ())))[:4],
        identifiers=tuple(i for i in (doi, _own_pmid(tree, meta, source), _own_pmcid(tree, meta)) if i),
    )  # fmt: skip


def _page_title(tree: Tree, meta: Meta) -> str:
    shown = [inline_text(node) for node in tree.css("h1")[:_FIRST_HEADINGS]]
    headings = [words for words in shown if words and not is_reference_heading(words)]
    shared = plain(first(meta, ("og:title", "twitter:title")))
    node = tree.css_first("head > title")
    title = plain(node.text()) if node else ""
    named = (words for words in headings if len(words) > _SHORTEST_NAMED and title.startswith(words))
    heading = next(named, headings[0] if headings else "")  # a site's name may stand over the title as a heading too
    return heading or _SITE_TAIL.sub("", shared) or _SITE_TAIL.sub("", title)


def _own(meta: Meta, names: tuple[str, ...], scheme: Scheme) -> Identifier | None:
    values = (value for name in names for value in meta.get(name, ()))
    return next((found for value in values if (found := identifier.parse(value, scheme))), None)


def _own_doi(tree: Tree, meta: Meta, linked: dict[str, object], source: str) -> Identifier | None:
    if found := _own(meta, _DOI, "doi"):
        return found
    addresses = [*meta.get("og:url", ()), *(_text(linked.get(key)) for key in ("@id", "sameAs", "identifier", "url"))]
    addresses.append(_canonical(tree))
    found_in = [i for address in addresses if "10." in address for i in identifiers_in(address)]
    return next((i for i in (*found_in, *saved_from(source)) if i.scheme == "doi"), None)


def _canonical(tree: Tree) -> str:
    node = tree.head.css_first('link[rel="canonical"]') if tree.head is not None else None
    return (node.attributes.get("href") or "") if node is not None else ""


def _own_pmcid(tree: Tree, meta: Meta) -> Identifier | None:
    if found := _own(meta, _PMCID, "pmcid"):
        return found
    addresses = [_canonical(tree), *meta.get("og:url", ()), *meta.get("citation_fulltext_html_url", ())]
    return next((i for a in addresses for i in identifiers_in(a) if i.scheme == "pmcid"), None)


def _own_pmid(tree: Tree, meta: Meta, source: str) -> Identifier | None:
    """The PMID of the metadata, or the one that an element marked as such shows (`<div class="core-pmid">`)."""
    if found := _own(meta, _PMID, "pmid"):
        return found
    if not _marks_a_pmid(source):
        return None
    shown = {f for node in tree.css(_PMID_BOX)[:20] if (f := _shown_pmid(node))}
    return shown.pop() if len(shown) == 1 else None


_PMID_BOX = (
    '[class*="core-pmid"],[class="pmid"],[id="pmid"],[class*="article-pmid"],[itemprop="pmid"],[class*="pubmed-id"]'
)


_MARKING = ("class=", "id=", "itemprop=")


def _marks_a_pmid(source: str) -> bool:
    """Whether an attribute that `_PMID_BOX` looks at may name one; searching the tree costs six times as much."""
    for sign in ("pmid", "pubmed-id"):
        place = source.find(sign)
        while place >= 0:
            before, quote, _ = source[max(0, place - 80) : place].rpartition('"')
            if not quote or before.endswith(_MARKING):
                return True
            place = source.find(sign, place + 4)
    return False


def _shown_pmid(node: Node) -> Identifier | None:
    words = text_of(node)[:80]
    found = next(
        (f.identifier for f in identifier.find(words.replace(" :", ":")) if f.identifier.scheme == "pmid"), None
    )
    return found or identifier.parse(words, "pmid")


def _authors(meta: Meta, linked: dict[str, object]) -> tuple[Name, ...]:
    listed = next((meta[name] for name in _AUTHOR if meta.get(name)), [])
    if not listed and (joined := first(meta, _AUTHORS)):
        listed = re.split(r";\s*", joined)
    if len(listed) == 1 and ";" in listed[0]:
        listed = listed[0].split(";")
    if not listed:
        value = linked.get("author")
        listed = [_text(v) for v in (value if isinstance(value, list) else [value]) if v][:3000]
    names = (name_of(plain(text)) for text in listed)
    return tuple(dict.fromkeys(name for name in names if name))


def _issued(meta: Meta, linked: dict[str, object]) -> PartialDate | None:
    """The first date that the page tells of itself, or another of the same year that says more."""
    published = _text(linked.get("datePublished"))
    order = dates.order_shown([*(value for name in _DATE for value in meta.get(name, ())), published])
    texts = (*(value for name in _DATE for value in meta.get(name, ())[:1]), published)
    read = [date for text in texts if (date := dates.read(text, order)) and date.year]
    return max(
        (date for date in read if date.year == read[0].year),
        key=lambda date: bool(date.month) + bool(date.day),
        default=None,
    )


def _page(meta: Meta) -> str:
    start, end = plain(first(meta, _FIRST)), plain(first(meta, _LAST))
    if start and end and start != end:
        return expand_pages(f"{start}-{end}")
    return start or expand_pages(plain(first(meta, _RANGES))) or plain(first(meta, _NUMBERS))


def _keywords(meta: Meta) -> tuple[str, ...]:
    values = meta.get("citation_keywords") or meta.get("citation_keyword") or ()
    words = (plain(word) for value in values for word in re.split(r"[;,]\s*" if len(values) == 1 else r";\s*", value))
    return tuple(dict.fromkeys(word for word in words if word))[:100]
