"""What a page says about itself: `citation_*`, Dublin Core, PRISM and Open Graph meta tags, JSON-LD, and its canonical
address.

The tables say which names carry which field, best first. Sources: Google Scholar's inclusion guidelines (citation_*),
DCMI terms, PRISM 2.1, the Open Graph protocol, schema.org's ScholarlyArticle.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from harvester.model import Name, Work, make_work
from harvester.pages.headings import is_reference_heading
from harvester.pages.html.tree import Tree, inline_text, text_of
from harvester.pages.links import identifiers_in
from harvester.text import word_set
from harvester.values import dates, identifier, preprints
from harvester.values.identifier import Identifier, Scheme
from harvester.values.names import read as read_name

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
"""Signs of an article only if something else describes one: a journal's table of contents names the journal too."""
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
"""The names under which a page gives each field, best first; used to locate the field."""

_ARTICLE_TYPES = word_set("scholarlyarticle medicalscholarlyarticle article-journal")
_NO_ARTICLE_TYPES = word_set("dataset datacatalog qapage searchresultspage website softwaresourcecode product")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_SITE_TAIL = re.compile(r"\s+[|\u2013\u2014-]\s+[^|\u2013\u2014]{2,60}$")

MAX_JSON = 400_000
"""Characters of one script of JSON-LD; a longer one is the data of an application, not of an article."""

MAX_SCRIPTS = 20
"""Scripts of JSON-LD that are read: a page has one for the article, one for its path, and some for its lists."""

_MAX_AUTHORS = 3_000
"""Names in JSON-LD that are read: collaborations in physics have about as many."""

_MAX_KEYWORDS = 100
"""Keywords; a page with more lists search words of its site."""

_MAX_ISSNS = 4
"""ISSNs; a journal has two, in print and online, and may have been renamed."""

_FIRST_HEADINGS = 5
"""First-level headings among which the title is looked for: the site's and the journal's names come before it."""

_SHORTEST_NAMED = 15
"""Characters of a heading that counts as the title if the browser's title begins with it: a site's name is shorter."""


@dataclass(frozen=True, slots=True)
class PageData:
    """The metadata of a page: `work` as it describes itself, whether it says that it is an article, and `kind` if
    JSON-LD names one."""

    work: Work
    is_article: bool
    kind: str
    meta: Meta


def page_data(tree: Tree, source: str) -> PageData:
    """Read a page's metadata; a field that it does not give is empty."""
    meta: Meta = {}
    for node in tree.tags("meta"):
        name, content = meta_pair(node.attributes)
        if name and content:
            meta.setdefault(name, []).append(content)
    # In JSON-LD the first object that describes an article counts, else the first with a type.
    scripts = tree.tags("script") if "ld+json" in source else []
    typed: list[dict[str, object]] = []
    for node in [script for script in scripts if script.attributes.get("type") == "application/ld+json"][:MAX_SCRIPTS]:
        text = node.text() or ""
        if len(text) > MAX_JSON:
            continue
        try:
            # People and templates leave line feeds within strings, and a semicolon behind the object.
            value = json.loads(text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                graph = item.get("@graph")
                parts = graph if isinstance(graph, list) else [item.get("mainEntity"), item]
                typed += [part for part in parts if isinstance(part, dict) and _types(part)]
    linked = next((item for item in typed if _types(item) & _ARTICLE_TYPES), typed[0] if typed else {})
    # A page that says it is something else than an article is that: a data set, a program, a list of results.
    linked_kind = next((t for t in sorted(_types(linked)) if t in _ARTICLE_TYPES | _NO_ARTICLE_TYPES), "")
    tagged_kinds = (value.lower().replace(" ", "") for name in _TYPE for value in meta.get(name, ())[:3])
    kind = next((k for k in (linked_kind, *tagged_kinds) if k in _NO_ARTICLE_TYPES), linked_kind)
    is_article = kind not in _NO_ARTICLE_TYPES and (
        any(meta.get(m) for m in _ARTICLE_MARKS)
        or (any(meta.get(m) for m in _JOURNAL_MARKS) and any(meta.get(m) for m in _OF_AN_ARTICLE))
        or kind in _ARTICLE_TYPES
        or _own(meta, _DUBLIN_DOI, "doi") is not None
    )
    return PageData(_work(tree, source, meta, linked, is_article), is_article, kind, meta)


# Written at the top of a page by browsers ("saved from url=(0042)http://...") and SingleFile ("url: http://...").
_SAVED_FROM = re.compile(r"<!--[^<>]{0,200}?(?:saved from url=\(\d{1,5}\)|\burl: )(https?://[^\s<>]{5,1000})")
TOP = 3_000
"""Characters at the start of the source that hold a browser's note of the address, behind the document type."""

_SHORTEST_TITLE = 20
"""Characters of a title that occurs in a page's words only once or twice: "Editorial" may occur anywhere."""

_BEFORE, _AFTER = 400, 1_500
"""Characters before and behind a title in which the article's DOI is looked for, among journal and authors."""

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
    """The only labelled DOI beside the title of an article; None if there are several."""
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
    if len({f.identifier for f in found}) != 1:
        return None
    # The words right before it may say that it belongs to another work: "Erratum in", "Data available at".
    before = text[max(0, found[0].start - 60) : found[0].start]
    return None if _OF_ANOTHER.search(before) else found[0].identifier


def meta_pair(attributes: Mapping[str, str | None]) -> tuple[str, str]:
    """The name of a meta tag in the tables' form, lower case with a dot (`dc.title`), and its value."""
    name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
    return name.lower().replace("dcterms:", "dcterms.").replace("dc:", "dc."), (attributes.get("content") or "").strip()


def first(meta: Meta, names: tuple[str, ...]) -> str:
    """The first value under the first of these names that has one."""
    return next((meta[name][0] for name in names if meta.get(name)), "")


def plain(text: str) -> str:
    """A value without markup and entities, white space folded."""
    text = unescape(unescape(text)) if "&" in text else text
    return " ".join((_TAG.sub("", text) if "<" in text else text).split())


def _types(item: dict[str, object]) -> set[str]:
    """The types of a JSON-LD object, in lower case and without their vocabulary (`http://schema.org/`)."""
    value = item.get("@type")
    values = value if isinstance(value, list) else [value]
    return {re.split(r"[/:#]", v.lower())[-1] for v in values if isinstance(v, str)}


def linked_words(value: object) -> str:
    """The words of a JSON-LD value: the name of an object, the first element of a list."""
    for _ in range(3):  # a list of objects whose name is an object: no field needs a deeper value
        if isinstance(value, dict):
            value = value.get("name") or value.get("value") or value.get("@id") or ""
        if isinstance(value, list):
            value = next((v for v in value if isinstance(v, str | dict)), "")
    return plain(str(value)) if isinstance(value, str | int) else ""


def _work(tree: Tree, source: str, meta: Meta, linked: dict[str, object], is_article: bool) -> Work:
    linked_title = linked_words(linked.get("headline")) or linked_words(linked.get("name"))
    # JSON-LD on a page that is not an article describes the site.
    title = plain(first(meta, _TITLE)) or (linked_title if is_article else "")
    journal = plain(first(meta, _JOURNAL)) or (linked_words(linked.get("isPartOf")) if is_article else "")
    doi, pmid, pmcid = _own_identifiers(tree, source, meta, linked)
    doi = doi or (printed_doi(tree, title) if is_article else None)
    if not title:
        shown = [inline_text(node) for node in tree.css("h1")[:_FIRST_HEADINGS]]
        headings = [words for words in shown if words and not is_reference_heading(words)]
        shared = plain(first(meta, ("og:title", "twitter:title")))
        node = tree.css_first("head > title")
        browsers = plain(node.text()) if node else ""
        # A site's name may be a heading too: the heading with which the browser's title begins counts.
        named = (words for words in headings if len(words) > _SHORTEST_NAMED and browsers.startswith(words))
        heading = next(named, headings[0] if headings else "")
        title = heading or _SITE_TAIL.sub("", shared) or _SITE_TAIL.sub("", browsers)
    # The first date of the page, or a more exact one of the same year.
    published = linked_words(linked.get("datePublished"))
    order = dates.order_shown([*(value for name in _DATE for value in meta.get(name, ())), published])
    texts = (*(value for name in _DATE for value in meta.get(name, ())[:1]), published)
    read = [date for text in texts if (date := dates.read(text, order)) and date.year]
    issued = max(
        (date for date in read if date.year == read[0].year),
        key=lambda date: bool(date.month) + bool(date.day),
        default=None,
    )
    # bioRxiv and medRxiv are journals in their own metadata.
    publisher = first(meta, ("citation_publisher", "dc.publisher"))
    is_preprint = "rxiv" in (publisher + journal).lower() or preprints.has_dated_doi(doi.value if doi else None)
    # One tag may hold all keywords or one of them: only then does a comma belong to it.
    keywords = meta.get("citation_keywords") or meta.get("citation_keyword") or ()
    parting = r"[;,]\s*" if len(keywords) == 1 else r";\s*"
    words = (plain(word) for value in keywords for word in re.split(parting, value))
    start, end = plain(first(meta, _FIRST)), plain(first(meta, _LAST))
    page = f"{start}-{end}" if start and end else start or plain(first(meta, _RANGES))
    return make_work(
        type="article" if is_preprint else "article-journal", title=title,
        author=_authors(meta, linked), issued=issued, container_title=journal,
        container_title_short=plain(first(meta, _SHORT)), volume=plain(first(meta, _VOLUME)),
        issue=plain(first(meta, _ISSUE)),
        page=page, number=plain(first(meta, _NUMBERS)),
        publisher=plain(first(meta, _PUBLISHER)),
        abstract=plain(first(meta, _ABSTRACT)), keywords=tuple(dict.fromkeys(filter(None, words)))[:_MAX_KEYWORDS],
        language=first(meta, _LANGUAGE),
        issn=[value for name in _ISSN for value in meta.get(name, ())][:_MAX_ISSNS],
        identifiers=tuple(i for i in (doi, pmid, pmcid) if i),
    )  # fmt: skip


def _own(meta: Meta, names: tuple[str, ...], scheme: Scheme) -> Identifier | None:
    """The first identifier of a scheme under some names; other values there are passed over."""
    values = (value for name in names for value in meta.get(name, ()))
    return next((found for value in values if (found := identifier.parse(value, scheme))), None)


_OwnIdentifiers = tuple[Identifier | None, Identifier | None, Identifier | None]


def _own_identifiers(tree: Tree, source: str, meta: Meta, linked: dict[str, object]) -> _OwnIdentifiers:
    """DOI, PMID and PMCID of the page's own work: from the metadata, else from the page's addresses, a PMID also
    from an element that is marked as showing it (`<div class="core-pmid">`)."""
    node = tree.head.css_first('link[rel="canonical"]') if tree.head is not None else None
    canonical = (node.attributes.get("href") or "") if node is not None else ""
    shared = meta.get("og:url", [])
    doi = _own(meta, _DOI, "doi")
    if doi is None:
        addresses = [*shared, *(linked_words(linked.get(key)) for key in LINKED_ADDRESSES), canonical]
        found_in = [i for address in addresses if "10." in address for i in identifiers_in(address)]
        doi = next((i for i in (*found_in, *saved_from(source)) if i.scheme == "doi"), None)
    pmcid = _own(meta, _PMCID, "pmcid")
    if pmcid is None:
        addresses = [canonical, *shared, *meta.get("citation_fulltext_html_url", ())]
        pmcid = next((i for address in addresses for i in identifiers_in(address) if i.scheme == "pmcid"), None)
    pmid = _own(meta, _PMID, "pmid")
    if pmid is None and _marks_a_pmid(source):
        shown: set[Identifier] = set()
        for box in tree.css(_PMID_BOX)[:20]:
            words = text_of(box)[:80]
            found = (f.identifier for f in identifier.find(words.replace(" :", ":")) if f.identifier.scheme == "pmid")
            if own := next(found, None) or identifier.parse(words, "pmid"):
                shown.add(own)
        # If several are shown, the boxes belong to a list of other works.
        pmid = shown.pop() if len(shown) == 1 else None
    return doi, pmid, pmcid


LINKED_ADDRESSES = ("@id", "sameAs", "identifier", "url")
"""Keys of JSON-LD under which an article's address stands."""

_PMID_BOX = (
    '[class*="core-pmid"],[class="pmid"],[id="pmid"],[class*="article-pmid"],[itemprop="pmid"],[class*="pubmed-id"]'
)
_MARKING = ("class=", "id=", "itemprop=")


def _marks_a_pmid(source: str) -> bool:
    """Whether an attribute that `_PMID_BOX` looks at may name one; searching the tree costs six times as much."""
    for sign in ("pmid", "pubmed-id"):
        start = source.find(sign)
        while start >= 0:
            before, quote, _ = source[max(0, start - 80) : start].rpartition('"')
            if not quote or before.endswith(_MARKING):
                return True
            start = source.find(sign, start + 4)
    return False


def _authors(meta: Meta, linked: dict[str, object]) -> tuple[Name, ...]:
    listed = next((meta[name] for name in _AUTHOR if meta.get(name)), [])
    if not listed and (joined := first(meta, _AUTHORS)):
        listed = re.split(r";\s*", joined)
    if len(listed) == 1 and ";" in listed[0]:
        listed = listed[0].split(";")
    if not listed:
        value = linked.get("author")
        listed = [linked_words(v) for v in (value if isinstance(value, list) else [value]) if v][:_MAX_AUTHORS]
    names = (read_name(plain(text)) for text in listed)
    return tuple(dict.fromkeys(name for name in names if name))
