"""What a page says of itself in meta tags: the names of each vocabulary, and the account that each gives.

Sources: Google Scholar's inclusion guidelines (`citation_*`), Digital Commons and EPrints, which have names of their
own, PRISM 2.1, DCMI terms and what Open Journal Systems adds to them, the Open Graph protocol.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from harvester.pages.html.accounts import NONE, VOCABULARIES, Account
from harvester.pages.html.author_lists import authors_in, authors_in_list
from harvester.pages.html.source_lines import cited_source, read_source
from harvester.pages.html.tree import Tree
from harvester.pages.html.values_of import plain
from harvester.text import word_set
from harvester.values import identifier, issns, page_ranges
from harvester.values.identifier import Identifier, Scheme
from harvester.values.names import Name
from harvester.values.placeholders import is_placeholder

Meta = dict[str, list[str]]
Names = Mapping[str, tuple[str, ...]]

TABLES: Mapping[str, Names] = {
    "highwire": {
        "title": ("citation_title",),
        "author": ("citation_author",),
        "authors": ("citation_authors", "citation_author_list"),
        "issued": (
            "citation_publication_date", "citation_date", "citation_cover_date", "citation_issue_date", "citation_year",
        ),
        "online": ("citation_online_date", "citation_firstpublished_date", "citation_first_published_date"),
        "container_title": (
            "citation_journal_title", "citation_inbook_title", "citation_conference_title", "citation_book_title",
        ),
        "container_title_short": ("citation_journal_abbrev", "citation_journal_abbreviation"),
        "volume": ("citation_volume",),
        "issue": ("citation_issue",),
        "first_page": (
            "citation_firstpage", "citation_first_page", "citation_start_page", "citation_startpage", "citation_spage",
        ),
        "last_page": (
            "citation_lastpage", "citation_last_page", "citation_end_page", "citation_endpage", "citation_epage",
        ),
        "page": ("citation_pages", "citation_page", "citation_pagerange"),
        "number": ("citation_article_number", "citation_elocation_id", "citation_articlenumber", "citation_elocation"),
        "publisher": (
            "citation_publisher", "citation_dissertation_institution", "citation_technical_report_institution",
        ),
        "abstract": ("citation_abstract",),
        "language": ("citation_language",),
        "issn": ("citation_issn", "citation_eissn"),
        "keywords": ("citation_keywords", "citation_keyword"),
        "doi": ("citation_doi",),
        "pmid": ("citation_pmid",),
        "pmcid": ("citation_pmcid", "citation_pmc"),
    },
    "bepress": {
        "title": ("bepress_citation_title",),
        "author": ("bepress_citation_author",),
        "authors": ("bepress_citation_authors",),
        "issued": ("bepress_citation_date",),
        "online": ("bepress_citation_online_date",),
        "container_title": ("bepress_citation_journal_title",),
        "volume": ("bepress_citation_volume",),
        "issue": ("bepress_citation_issue",),
        "first_page": ("bepress_citation_firstpage",),
        "last_page": ("bepress_citation_lastpage",),
        "publisher": ("bepress_citation_publisher",),
        "issn": ("bepress_citation_issn",),
        "doi": ("bepress_citation_doi",),
        "pmid": ("bepress_citation_pmid",),
    },
    "wkhealth": {
        "title": ("wkhealth_title",),
        "author": ("wkhealth_author", "wkhealth_authors"),
        "issued": ("wkhealth_date",),
        "container_title": ("wkhealth_journal_title",),
        "volume": ("wkhealth_volume",),
        "issue": ("wkhealth_issue",),
        "first_page": ("wkhealth_fpage", "wkhealth_first_page"),
        "last_page": ("wkhealth_lpage", "wkhealth_last_page"),
        "doi": ("wkhealth_doi",),
    },
    "eprints": {
        "title": ("eprints.title",),
        "author": ("eprints.creators_name",),
        "issued": ("eprints.date",),
        "container_title": ("eprints.publication", "eprints.book_title"),
        "volume": ("eprints.volume",),
        "issue": ("eprints.number",),
        "page": ("eprints.pagerange",),
        "number": ("eprints.article_number",),
        "publisher": ("eprints.publisher",),
        "abstract": ("eprints.abstract",),
        "issn": ("eprints.issn",),
        "doi": ("eprints.doi", "eprints.id_number", "eprints.official_url"),
    },
    "prism": {
        "title": ("prism.title",),
        "author": ("prism.author",),
        "issued": ("prism.coverdate", "prism.publicationdate", "prism.coverdisplaydate"),
        "container_title": ("prism.publicationname",),
        "volume": ("prism.volume",),
        "issue": ("prism.number", "prism.issueidentifier"),
        "first_page": ("prism.startingpage",),
        "last_page": ("prism.endingpage",),
        "page": ("prism.pagerange",),
        "number": ("prism.articlenumber",),
        "issn": ("prism.issn", "prism.eissn"),
        "doi": ("prism.doi", "prism.url"),
    },
    "dublin": {
        "title": ("dc.title", "dcterms.title"),
        "author": ("dc.creator", "dc.creator.personalname", "dcterms.creator", "dc.contributor.author"),
        "others": ("dc.contributor",),
        "issued": ("dcterms.issued", "dc.date.issued"),
        "online": ("dc.date", "dcterms.date", "dc.date.available", "dcterms.created"),
        "source": ("dc.source", "dcterms.source", "dcterms.ispartof", "dc.relation.ispartof", "dc.ispartof"),
        "line": ("dcterms.bibliographiccitation", "dc.identifier.bibliographiccitation", "dc.identifier.citation"),
        "volume": ("dc.source.volume", "dc.citation.volume"),
        "issue": ("dc.source.issue", "dc.citation.issue"),
        "first_page": ("dc.citation.spage",),
        "last_page": ("dc.citation.epage",),
        "page": ("dc.identifier.pagenumber",),
        "publisher": ("dc.publisher", "dcterms.publisher"),
        "abstract": ("dcterms.abstract", "dc.description.abstract"),
        "language": ("dc.language", "dcterms.language"),
        "issn": ("dc.source.issn",),
        "citation": ("dc.identifier",),
        # Atypon's older pages give the article's own DOI as its source.
        "relation": ("dc.relation",),
        "doi": ("dc.identifier.doi", "dcterms.identifier", "dc.identifier", "dc.source"),
    },
    "plain": {
        "author": ("author", "authors", "article:author", "article.author"),
        "online": ("article:published_time", "date", "pubdate", "publication_date"),
        "citation": ("og:description", "dc.description"),
        "doi": ("doi", "evt-doipage", "publication_doi", "article:doi", "hw.doi", "rft.doi", "og:doi", "citation_id",
                "citation_identifier"),
        "pmid": ("pmid", "ncbi_article_id", "pubmed_id", "ncbi_uidlist"),
        "pmcid": ("pmcid", "pmc_id"),
    },
}  # fmt: skip
"""The names under which each vocabulary gives each field, best first. `authors` hold a list in one value, `others`
count where no author is named; `source` and `line` say in words where the work appeared, `citation` may do so,
`relation` names the DOI where its value says so."""


def _names_by_field() -> dict[str, tuple[str, ...]]:
    order = [TABLES[name] for name in VOCABULARIES if name in TABLES]
    fields = dict.fromkeys(field for table in order for field in table)
    names = {field: tuple(name for table in order for name in table.get(field, ())) for field in fields}
    names["author"] += names.pop("authors") + names.pop("others")
    names["issued"] += names.pop("online")
    names["container_title"] += names.pop("source")
    names["page"] += names.pop("number") + names.pop("line")
    del names["citation"], names["relation"]
    return names


NAMES = _names_by_field()
"""The names under which a page gives each field, best first; used to locate the field."""

_DOTTED = frozenset(("dc", "dcterms", "prism", "eprints"))
_NAMED_ALONE = frozenset(("doi", "pmid", "pmcid"))
_SCHEMES: tuple[Scheme, ...] = ("doi", "pmid", "pmcid")
_MAX_ISSNS = 4
"""ISSNs; a journal has two, in print and online, and may have been renamed."""


def meta_of(tree: Tree) -> Meta:
    """The values of a page's meta tags by their names in the tables' form."""
    meta: Meta = {}
    for node in tree.tags("meta"):  # takes half of the time of finding out from the source whether the head has all
        name, content = meta_pair(node.attributes)
        if name and content:
            meta.setdefault(name, []).append(content)
    return meta


def meta_pair(attributes: Mapping[str, str | None]) -> tuple[str, str]:
    """The name of a meta tag in the tables' form, lower case with a dot (`dc.title`), and its value."""
    name = (attributes.get("name") or attributes.get("property") or "").strip().lower()
    # Of microdata only what no other object than the article has: an author may be that of a reference.
    if not name:
        marks = ((attributes.get(key) or "").lower() for key in ("itemprop", "id"))
        name = next((mark for mark in marks if mark in _NAMED_ALONE or mark.startswith("citation_")), "")
    if name.startswith("citation-"):
        name = name.replace("-", "_")
    elif ":" in name:
        prefix, _, rest = name.partition(":")
        if prefix in _DOTTED:
            name = f"{prefix}.{rest}"
        elif prefix == "citation":
            name = f"citation_{rest}"
    return name, (attributes.get("content") or attributes.get("value") or "").strip()


def first(meta: Meta, names: Iterable[str]) -> str:
    """The first value under the first of these names that has one."""
    return next((meta[name][0] for name in names if meta.get(name)), "")


_VOCABULARIES_OF: dict[str, set[str]] = {}
for _vocabulary, _table in TABLES.items():
    for _name in (name for names in _table.values() for name in names):
        _VOCABULARIES_OF.setdefault(_name, set()).add(_vocabulary)


def accounts_of_tags(meta: Meta) -> dict[str, Account]:
    """The account of each vocabulary that a page's meta tags have."""
    there = {vocabulary for name in meta for vocabulary in _VOCABULARIES_OF.get(name, ())}
    accounts = {vocabulary: _account(meta, TABLES[vocabulary]) for vocabulary in TABLES if vocabulary in there}
    accounts["other"] = _account(meta, _other_names(meta))
    return {name: account for name, account in accounts.items() if account != NONE}


_FIELDS = {
    "articletitle": "title", "article_title": "title", "journal": "container_title", "journaltitle": "container_title",
    "journal_title": "container_title", "journalname": "container_title", "publicationname": "container_title",
    "volume": "volume", "issue": "issue", "firstpage": "first_page", "first_page": "first_page",
    "startpage": "first_page", "startingpage": "first_page", "spage": "first_page", "lastpage": "last_page",
    "last_page": "last_page", "endpage": "last_page", "endingpage": "last_page", "epage": "last_page",
    "pagerange": "page", "pages": "page", "elocation": "number", "elocationid": "number", "articlenumber": "number",
    "issn": "issn", "doi": "doi", "pmid": "pmid", "pmcid": "pmcid", "publicationdate": "issued", "coverdate": "issued",
    "publication_date": "issued", "pubdate": "issued",
}  # fmt: skip
"""How publishers that have names of their own (`PPL.FirstPage`, `rsc_doi`) call the fields behind their prefix."""
_OTHER = re.compile(rf"([a-z][a-z\d]{{0,20}})[._:-]({'|'.join(sorted(_FIELDS, key=len, reverse=True))})")
_OF_OTHERS = word_set("""
    og fb book twitter product video music reference related parent preprint next prev previous erratum dataset cited
    citing version citation dc dcterms prism eprints rft journal issue volume series collection chapter project grant
    supplement funder data code
    """)
"""Prefixes of what is not the article's own, and those of which the tables have all that counts."""


def _other_names(meta: Meta) -> Names:
    """The names that end in a field's behind a prefix of no vocabulary, by field."""
    table: dict[str, tuple[str, ...]] = {}
    for name in meta:
        match = _OTHER.fullmatch(name)
        if match and match[1] not in _OF_OTHERS:
            table.setdefault(_FIELDS[match[2]], (name,))
    return table


def _account(meta: Meta, table: Names) -> Account:
    if not any(name in meta for names in table.values() for name in names):
        return NONE

    def one(field: str) -> str:
        values = (value for name in table.get(field, ()) for value in meta.get(name, ()))
        return next((text for value in values if (text := plain(value)) and not is_placeholder(text)), "")

    # An ISSN or an address may stand where the journal's name does, and the name behind it.
    sources = [plain(value) for name in table.get("source", ()) for value in meta.get(name, ())[:_MOST_SOURCES]]
    lines = [*map(read_source, sources), *([cited_source(one("line"))] if one("line") else [])]
    # Taylor & Francis cite the article where others have its abstract, or as an identifier (scheme coden).
    values = (value for name in table.get("citation", ()) for value in meta.get(name, ()))
    if cited := next((found for value in values if (found := _CITED.search(plain(value)[:_LONGEST_CITATION]))), None):
        lines.append(replace(read_source(cited["place"]), journal=cited["journal"] or ""))

    def told(field: str) -> str:
        return next((value for line in lines if (value := getattr(line, field))), "")

    start, end, short = one("first_page"), one("last_page"), one("container_title_short")
    is_whole = page_ranges.ranges(page_ranges.read(start))[:1] if start and end else ()  # "p. 172-180"
    pages = f"{start}-{end}" if start and end and not (is_whole and is_whole[0][1]) else start or one("page")
    words = [value for name in table.get("issn", ()) for value in meta.get(name, ())][:_MAX_ISSNS]
    own: dict[Scheme, Identifier | None] = {
        scheme: own_identifier(meta, table.get(scheme, ()), scheme) for scheme in _SCHEMES
    }
    related = {name: [v for v in meta.get(name, ()) if v.startswith(_EU_REPO)] for name in table.get("relation", ())}
    own["doi"] = own["doi"] or own_identifier(related, related, "doi")
    return Account(
        title=one("title"), author=_authors(meta, table), issued=_texts(meta, table.get("issued", ())),
        online=_texts(meta, table.get("online", ())), container_title=one("container_title") or told("journal"),
        container_title_short=short if any(map(str.isalpha, short)) else "", volume=one("volume") or told("volume"),
        issue=one("issue") or told("issue"), page=pages or told("page"), number=one("number"),
        publisher=one("publisher"),
        abstract=one("abstract"), language=one("language"), issn=tuple(text for text in words if issns.read(text)),
        keywords=_keywords(meta, table), doi=own["doi"], pmid=own["pmid"], pmcid=own["pmcid"],
    )  # fmt: skip


_CITED = re.compile(
    r"(?:^(?P<journal>[^,.;:]{2,120}), )?(?P<place>\bVol\.? ?\d{1,4}[A-Za-z]?, (?:(?:No|Iss|Issue)\.? ?[\w-]{1,12}, )?"
    r"(?:[A-Z][a-z]{2,8} )?(?:\d{4}, )?pp?\. ?[\w.]{1,12}(?:[-\u2013][\w.]{1,12}\b)?(?=[.,;]|$))"
)
_MOST_SOURCES = 5
"""Values of one tag for the source: a journal's name, its ISSN, its address, in two languages."""
_LONGEST_CITATION = 1_000
"""Characters of a description that may cite the article; abstracts are longer."""


def _texts(meta: Meta, names: tuple[str, ...]) -> tuple[str, ...]:
    """The first value under each name."""
    return tuple(meta[name][0] for name in names if meta.get(name))


def _authors(meta: Meta, table: Names) -> tuple[Name, ...]:
    for name in table.get("author", ()):
        if values := meta.get(name):
            read = (
                authors_in_list(plain(values[0]))
                if name in _LISTS and len(values) == 1
                else authors_in(map(plain, values))
            )
            if read:
                return read
    for name in table.get("authors", ()):
        if meta.get(name):
            return authors_in_list(plain(meta[name][0]))
    return next((authors_in(map(plain, meta[name])) for name in table.get("others", ()) if meta.get(name)), ())


_LISTS = frozenset(("author", "authors", "wkhealth_authors", "article:author", "article.author"))
"""Names of single authors under which as many pages give all of them."""


def _keywords(meta: Meta, table: Names) -> tuple[str, ...]:
    return tuple(next((meta[name] for name in table.get("keywords", ()) if meta.get(name)), ()))


_EU_REPO = "info:eu-repo/semantics/altIdentifier/doi/"
"""How repositories for OpenAIRE say that what follows is the work's DOI (its guidelines for literature, 3.0)."""


def own_identifier(meta: Meta, names: Iterable[str], scheme: Scheme) -> Identifier | None:
    """The first identifier of a scheme under some names; other values there are passed over."""
    values = (value.removeprefix(_EU_REPO) for name in names for value in meta.get(name, ()))
    # A reader's marker may have left its tags within the value.
    read = (identifier.parse(value, scheme) or identifier.parse(plain(value), scheme) for value in values)
    return next((found for found in read if found), None)
