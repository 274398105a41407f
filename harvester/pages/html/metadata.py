"""What a page says about itself, in all its vocabularies: meta tags, JSON-LD, microdata, RDFa, context objects and its
addresses. Each gives an account of the work; `accounts` says which one is believed for which field.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from harvester.model import Work, make_work
from harvester.pages.html.accounts import (
    VOCABULARIES,
    Account,
    authors_of,
    first_of,
    is_whole,
    issued_of,
    page_of,
    title_of,
)
from harvester.pages.html.author_lists import is_cut
from harvester.pages.html.context_objects import find_context_object
from harvester.pages.html.json_ld import find_items
from harvester.pages.html.marked_authors import find_marked_authors
from harvester.pages.html.marked_items import find_marked
from harvester.pages.html.meta_tags import NAMES, Meta, accounts_of_tags, first, meta_of, own_identifier
from harvester.pages.html.own_identifiers import (
    addresses_of,
    cited_doi,
    in_addresses,
    marked_doi,
    marked_pmid,
    own_doi,
    printed_doi,
    told,
    told_doi,
)
from harvester.pages.html.own_titles import shown_title, shown_titles
from harvester.pages.html.schema_org import (
    ARTICLE_TYPES,
    NO_ARTICLE_TYPES,
    Index,
    Item,
    account_of,
    own_item,
    types_of,
)
from harvester.pages.html.tree import Tree
from harvester.pages.html.values_of import numbered, plain
from harvester.text import fold
from harvester.values import preprints
from harvester.values.identifier import Identifier
from harvester.values.names import Name

_ARTICLE_MARKS = (
    "citation_title", "citation_doi", "citation_pmid", "bepress_citation_title", "prism.doi", "wkhealth_title",
    "eprints.title", "dc.identifier.doi", "citation_publication_date", "publication_doi",
)  # fmt: skip
_JOURNAL_MARKS = ("citation_journal_title", "prism.publicationname")
"""Signs of an article only if something else describes one: a journal's table of contents names the journal too."""
_OF_AN_ARTICLE = ("dc.title", "dcterms.title", "prism.title", "citation_author", "dc.creator", "citation_firstpage",
    "prism.startingpage", "dc.identifier", "citation_date", "prism.publicationdate")  # fmt: skip
_DUBLIN_DOI = ("dc.identifier", "dcterms.identifier", "dc.identifier.doi")
_ARXIV = ("citation_arxiv_id",)
_TYPE = ("dc.type", "dcterms.type")
_CSL_TYPES = (
    ("citation_journal_title", "article-journal"), ("citation_dissertation_institution", "thesis"),
    ("citation_technical_report_institution", "report"), ("citation_conference_title", "paper-conference"),
    ("citation_inbook_title", "chapter"),
)  # fmt: skip
"""The tags of Google Scholar's guidelines that say what a work is published in or as; the first that stands decides."""

_OF_A_SITE = frozenset(("website", "product"))
"""Types that stand on any page of a site and say nothing of what the page shows."""

_MAX_KEYWORDS = 100
"""Keywords; a page with more lists search words of its site."""


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
    meta = meta_of(tree)
    accounts = accounts_of_tags(meta)
    titles = partial(shown_titles, tree, meta)
    described, linked_kind = _described(tree, source, titles, accounts)
    known = accounts | described
    coins = None if is_whole(known) else find_context_object(tree, source, titles, _known(known))
    marked = (
        any(meta.get(m) for m in _ARTICLE_MARKS)
        or (any(meta.get(m) for m in _JOURNAL_MARKS) and any(meta.get(m) for m in _OF_AN_ARTICLE))
        or own_identifier(meta, _DUBLIN_DOI, "doi") is not None
        or (_has_plain_doi(accounts) and (bool(described) or any(a.author for a in accounts.values())))
        or coins is not None
    )
    # A page that says it is something else than an article is that: a data set, a program, a list of results.
    tagged_kinds = (value.lower().replace(" ", "") for name in _TYPE for value in meta.get(name, ())[:3])
    kind = next((k for k in (linked_kind, *tagged_kinds) if k in NO_ARTICLE_TYPES), linked_kind)
    kind = "" if kind in _OF_A_SITE else kind
    is_article = kind not in NO_ARTICLE_TYPES and (marked or kind in ARTICLE_TYPES)
    found = accounts | described | ({"coins": coins} if coins else {})
    # JSON-LD on a page that is not an article describes the site.
    return PageData(
        _work(tree, source, meta, found if is_article else accounts, found, is_article), is_article, kind, meta
    )


def tagged_data(tree: Tree) -> PageData:
    """Read a page's meta tags alone: for the layouts of sites that show the rest in boxes of their own, which are read
    there. No JSON-LD, no marks in the body: each costs a search over the whole source."""
    meta = meta_of(tree)
    accounts = accounts_of_tags(meta)
    addresses = addresses_of(tree, meta)
    doi = told_doi(accounts, addresses) or in_addresses(addresses, "doi")
    pmid = told(accounts, "pmid") or in_addresses(addresses, "pmid")
    pmcid = told(accounts, "pmcid") or in_addresses(addresses, "pmcid")
    identifiers = tuple(i for i in (doi, pmid, pmcid) if i)
    own = _Own(title_of(accounts), first_of(accounts, "container_title"), authors_of(accounts), identifiers)
    return PageData(_work_of(meta, accounts, own), bool(identifiers), "", meta)


def _has_plain_doi(accounts: dict[str, Account]) -> bool:
    """Whether a tag of no vocabulary has a DOI: an article's only if authors or a description stand beside it."""
    return any(accounts[name].doi for name in ("plain", "other") if name in accounts)


def _type_of(meta: Meta) -> str:
    return next((csl for name, csl in _CSL_TYPES if meta.get(name)), "article-journal")


def _known(accounts: dict[str, Account]) -> tuple[Identifier, ...]:
    """The identifiers that meta tags give the page's work."""
    return tuple(i for i in (told(accounts, "doi"), told(accounts, "pmid"), told(accounts, "pmcid")) if i)


def _described(
    tree: Tree, source: str, titles: Callable[[], Iterable[str]], tagged: dict[str, Account]
) -> tuple[dict[str, Account], str]:
    """The accounts of the page's article by the notations of schema.org, and the type that JSON-LD gives the page."""
    accounts: dict[str, Account] = {}
    kind = ""

    def read(notation: str, items: list[Item], index: Index) -> None:
        nonlocal kind
        item = own_item(items, titles, _known(tagged | accounts))
        if item is not None:
            accounts[notation] = account_of(item, index)
            kind = kind or next((t for t in sorted(types_of(item)) if t in ARTICLE_TYPES), "")

    linked, index = find_items(tree, source)
    read("json-ld", linked, index)
    if not is_whole(tagged | accounts):
        for notation, items in find_marked(tree, source).items():
            read(notation, items, {})
    if not kind and linked:
        kind = next((t for t in sorted(types_of(linked[0])) if t in NO_ARTICLE_TYPES), "")
    return accounts, kind


def _work(
    tree: Tree, source: str, meta: Meta, accounts: dict[str, Account], found: dict[str, Account], is_article: bool
) -> Work:
    title = title_of(accounts)
    journal = first_of(accounts, "container_title")
    site = first(meta, ("og:site_name",))
    addresses = addresses_of(tree, meta)
    doi = told_doi(found, addresses) or own_doi(tree, source, addresses)
    doi = (
        doi or (printed_doi(tree, title) or cited_doi(tree, title) if is_article else None) or marked_doi(tree, source)
    )
    # A site's name is a journal's where the DOI has it too: eLife's 10.7554/elife.44753, not ScienceDirect's.
    if (
        is_article
        and not journal
        and doi
        and re.search(rf"(?<![a-z]){fold(site).replace(' ', '')}(?![a-z])", doi.value)
    ):
        journal = site
    arxiv = own_identifier(meta, _ARXIV, "arxiv")
    pmid = told(found, "pmid") or in_addresses(addresses, "pmid") or marked_pmid(tree, source)
    pmcid = told(found, "pmcid") or in_addresses(addresses, "pmcid")
    author = authors_of(accounts) or (find_marked_authors(tree, source) if is_article else ())
    ours = _Own(title or shown_title(tree, meta), journal, author, tuple(i for i in (doi, pmid, pmcid, arxiv) if i))
    return _work_of(meta, accounts, ours)


class _Own(NamedTuple):
    """The parts of a page's work of which vocabularies are not the only account."""

    title: str
    journal: str
    author: tuple[Name, ...]
    identifiers: tuple[Identifier, ...]


def _work_of(meta: Meta, accounts: dict[str, Account], own: _Own) -> Work:
    """The work of a page's accounts."""
    # bioRxiv and medRxiv are journals in their own metadata.
    publisher = first_of(accounts, "publisher")
    ids = {i.scheme: i.value for i in reversed(own.identifiers)}
    is_preprint = "arxiv" in ids or "rxiv" in (publisher + own.journal).lower()
    is_preprint = is_preprint or preprints.has_server_doi(ids.get("doi"))
    # One tag may hold all keywords or one of them: only then does a comma belong to it.
    keywords = next((a.keywords for name in VOCABULARIES if (a := accounts.get(name)) and a.keywords), ())
    parting = r"[;,]\s*" if len(keywords) == 1 else r";\s*"
    words = (plain(word) for value in keywords for word in re.split(parting, value))
    return make_work(
        type="article" if is_preprint else _type_of(meta), title=own.title,
        author=own.author,
        authors_complete=not any(is_cut(value) for name in NAMES["author"] for value in meta.get(name, ())[-1:]),
        issued=issued_of(accounts), container_title=own.journal,
        container_title_short=first_of(accounts, "container_title_short"),
        volume=numbered(first_of(accounts, "volume")), issue=numbered(first_of(accounts, "issue")),
        page=page_of(accounts), number=first_of(accounts, "number"), publisher=publisher,
        abstract=first_of(accounts, "abstract"), language=first_of(accounts, "language"),
        keywords=tuple(dict.fromkeys(filter(None, words)))[:_MAX_KEYWORDS],
        issn=next((a.issn for name in VOCABULARIES if (a := accounts.get(name)) and a.issn), ()),
        identifiers=own.identifiers,
    )  # fmt: skip
