"""Pages of publishers with meta tags: `citation_*` in the ways of many publishers, PRISM, Dublin Core, and both."""

from collections.abc import Callable

from tests.pages.work_grid.articles import Article, Author
from tests.pages.work_grid.forms import (
    american,
    as_nlm,
    dotted,
    family_first,
    first_published,
    given_first,
    in_words,
    short,
    slashed,
)
from tests.pages.work_grid.furniture import metas, page
from tests.pages.work_grid.layouts import layout

Pairs = list[tuple[str, str]]


def authors(article: Article, name: str, form: Callable[[Author], str]) -> Pairs:
    """One tag an author."""
    return [(name, form(author)) for author in article.authors]


def locator(article: Article, first: str = "citation_firstpage", last: str = "citation_lastpage") -> Pairs:
    """Volume, issue and pages."""
    return [
        ("citation_volume", article.volume), ("citation_issue", article.issue), (first, article.first),
        (last, article.last),
    ]  # fmt: skip


@layout()
def silverchair(a: Article) -> str:
    """Families first, slashed dates."""
    tags = [
        *authors(a, "citation_author", family_first), ("citation_title", a.title), *locator(a), ("citation_doi", a.doi),
        ("citation_journal_title", a.journal), ("citation_journal_abbrev", a.short), ("citation_issn", a.issn),
        ("citation_publication_date", slashed(a.date)), ("citation_publisher", a.publisher),
    ]  # fmt: skip
    return page("silverchair", a, metas(tags))


@layout()
def highwire(a: Article) -> str:
    """Given names first, an institution behind each author, dates with hyphens; Dublin Core beside it."""
    people = [pair for author in a.authors for pair in (
        ("citation_author", given_first(author)), ("citation_author_institution", "A hospital, a town, a country"),
    )]  # fmt: skip
    tags = [
        ("DC.Format", "text/html"), ("DC.Language", "en"), ("DC.Title", a.title), ("DC.Identifier", a.doi),
        ("DC.Date", first_published(a)), ("DC.Publisher", a.publisher), *authors(a, "DC.Contributor", given_first),
        ("article:published_time", first_published(a)), ("citation_title", a.title), *people,
        ("citation_journal_title", a.journal), ("citation_doi", a.doi), ("citation_publication_date", a.date),
        ("citation_journal_abbrev", a.short), *locator(a), ("citation_pmid", a.pmid), ("citation_id", f"{a.volume}/x/{a.first}"),
    ]  # fmt: skip
    return page("highwire", a, metas(tags), listed=True)


@layout()
def old_highwire(a: Article) -> str:
    """All authors in one tag with semicolons, an American date, `citation_id` for the place in the journal."""
    tags = [
        ("citation_journal_title", a.journal), ("citation_title", a.title), *locator(a),
        ("citation_authors", "; ".join(map(family_first, a.authors))), ("citation_date", american(a.date)),
        ("citation_id", f"{a.volume}/{a.issue}/{a.first}"), ("citation_mjid", f"site;{a.volume}/{a.first}"),
        ("citation_doi", a.doi),
    ]  # fmt: skip
    return page("old_highwire", a, metas(tags))


@layout()
def authors_with_commas(a: Article) -> str:
    """All authors in one tag, given names first, with commas between."""
    tags = [
        ("citation_title", a.title), ("citation_authors", ", ".join(map(given_first, a.authors))),
        ("citation_journal_title", a.journal), ("citation_date", a.date), *locator(a), ("citation_doi", a.doi),
    ]  # fmt: skip
    return page("authors_with_commas", a, metas(tags))


@layout()
def one_author_tag(a: Article) -> str:
    """All authors in one `citation_author`, semicolons between, one behind the last."""
    tags = [
        ("citation_title", a.title), ("citation_author", ";".join(map(short, a.authors)) + ";"),
        ("citation_journal_title", a.short), ("citation_publication_date", as_nlm(a.date)), *locator(a),
        ("citation_doi", f"doi:{a.doi}"),
    ]  # fmt: skip
    return page("one_author_tag", a, metas(tags))


@layout()
def with_degrees(a: Article) -> str:
    """Degrees behind the names, the first page under `citation_first_page`, the date in words."""
    degrees = ("MD", "MD, PhD", "PhD", "MD, MPH")
    people = [
        f"{given_first(author)}, {degrees[n % len(degrees)]}" if author.given else author.family
        for n, author in enumerate(a.authors)
    ]
    tags = [
        ("citation_title", a.title), *(("citation_author", name) for name in people),
        ("citation_journal_title", a.journal), ("citation_publication_date", in_words(a.date)),
        *locator(a, "citation_first_page", "citation_last_page"), ("citation_doi", a.doi),
    ]  # fmt: skip
    return page("with_degrees", a, metas(tags))


@layout()
def capitals(a: Article) -> str:
    """Names of tags in capitals, and `property` in place of `name`."""
    tags = [
        ("CITATION_TITLE", a.title), *authors(a, "CITATION_AUTHOR", family_first), ("CITATION_JOURNAL_TITLE", a.journal),
        ("CITATION_DATE", a.year), ("CITATION_DOI", f"https://doi.org/{a.doi}"),
        *((name.upper(), value) for name, value in locator(a)),
    ]  # fmt: skip
    return page("capitals", a, metas(tags, "property"))


@layout()
def online_and_print(a: Article) -> str:
    """The date of first publication above that of the issue, which has only its month."""
    tags = [
        ("citation_journal_title", a.journal), ("citation_title", a.title), ("citation_online_date", slashed(first_published(a))),
        ("citation_publication_date", slashed(a.date)[:7]), *authors(a, "citation_author", given_first), *locator(a),
        ("citation_doi", a.doi), ("dc.date", first_published(a)),
    ]  # fmt: skip
    return page("online_and_print", a, metas(tags), listed=True)


@layout()
def springer(a: Article) -> str:
    """Dublin Core, PRISM and `citation_*` side by side; `dc.source` has volume and issue."""
    kinds = [
        ("dc.title", a.title), ("dc.source", f"{a.journal} {a.year} {a.volume}:{a.issue}"), ("dc.date", first_published(a)),
        *authors(a, "dc.creator", family_first), ("dc.identifier", f"doi:{a.doi}"), ("dc.publisher", a.publisher),
        ("prism.issn", a.issn), ("prism.publicationName", a.journal), ("prism.publicationDate", first_published(a)),
        ("prism.volume", a.volume), ("prism.number", a.issue), ("prism.section", "OriginalPaper"),
        ("prism.startingPage", a.first), ("prism.endingPage", a.last), ("prism.doi", f"doi:{a.doi}"),
    ]  # fmt: skip
    tags = [
        ("citation_journal_title", a.journal), ("citation_journal_abbrev", a.short), ("citation_title", a.title),
        ("citation_volume", a.volume), ("citation_issue", a.issue), ("citation_publication_date", slashed(a.date)[:7]),
        ("citation_online_date", slashed(first_published(a))), ("citation_firstpage", a.first), ("citation_lastpage", a.last),
        ("citation_article_type", "Article"), ("citation_doi", a.doi), *authors(a, "citation_author", family_first),
        ("DOI", a.doi),
    ]  # fmt: skip
    return page("springer", a, metas(kinds) + metas(tags), listed=True)


@layout()
def prism(a: Article) -> str:
    """PRISM, with authors and title in Dublin Core."""
    tags = [
        ("dc.title", a.title), *authors(a, "dc.creator", given_first), ("prism.publicationName", a.journal),
        ("prism.coverDate", a.date), ("prism.volume", a.volume), ("prism.number", a.issue),
        ("prism.startingPage", a.first), ("prism.endingPage", a.last), ("prism.doi", a.doi), ("prism.issn", a.issn),
    ]  # fmt: skip
    return page("prism", a, metas(tags))


@layout()
def prism_with_colons(a: Article) -> str:
    """PRISM as properties with a colon, a range of pages in one tag, an address of the DOI."""
    tags = [
        ("dc:title", a.title), *authors(a, "dc:creator", family_first), ("prism:publicationName", a.journal),
        ("prism:publicationDate", a.date), ("prism:volume", a.volume), ("prism:issueIdentifier", a.issue),
        ("prism:pageRange", a.pages), ("prism:url", f"https://doi.org/{a.doi}"),
    ]  # fmt: skip
    return page("prism_with_colons", a, metas(tags, "property"))


@layout("title doi authors year journal")
def atypon(a: Article) -> str:
    """Dublin Core with schemes, the journal in `citation_journal_title`, no place in it."""
    people = "".join(f'<meta name="dc.Creator" content="{given_first(author)}"/>' for author in a.authors)
    head = metas([("dc.Title", a.title), ("dc.Publisher", a.publisher), ("citation_journal_title", a.journal)]) + (
        f'{people}<meta name="dc.Type" content="research-article"/><meta name="dc.Format" content="text/HTML"/>'
        f'<meta name="dc.Identifier" scheme="publisher-id" content="{a.doi.partition("/")[2]}"/>'
        f'<meta name="dc.Identifier" scheme="doi" content="{a.doi}"/><meta name="dc.Date" scheme="WTN8601" content="{a.date}"/>'
        '<meta name="keywords" content="words,of,ours"/>'
    )
    return page("atypon", a, head)


@layout()
def elsevier(a: Article) -> str:
    """`citation_*` without authors, who stand in the data of the page's program."""
    tags = [
        ("citation_pii", "S0000000000000000"), ("citation_issn", a.issn), ("citation_volume", a.volume),
        ("citation_issue", a.issue), ("citation_publisher", a.publisher), ("citation_firstpage", a.first),
        ("citation_lastpage", a.last), ("citation_journal_title", a.journal), ("citation_type", "JOUR"),
        ("citation_doi", a.doi), ("dc.identifier", a.doi), ("citation_article_type", "Full-length article"),
        ("citation_title", a.title), ("og:description", "Words of ours."), ("citation_publication_date", slashed(a.date)),
        ("citation_online_date", slashed(first_published(a))), ("og:title", a.title), *authors(a, "dc.creator", given_first),
    ]  # fmt: skip
    return page("elsevier", a, metas(tags), browser=f"{a.title} - ScienceDirect", listed=True)


@layout()
def article_number(a: Article) -> str:
    """`citation_elocation_id` or `citation_pages`, and the year alone beside an online date."""
    place = ("citation_elocation_id", a.first) if not a.last else ("citation_pages", a.pages)
    tags = [
        ("citation_volume", a.volume), ("citation_journal_title", a.journal), ("citation_journal_abbreviation", a.short),
        ("citation_title", a.title), place, ("citation_doi", a.doi), ("citation_year", a.year),
        ("citation_date", a.year), ("citation_online_date", slashed(first_published(a))),
        *authors(a, "citation_author", family_first), ("dc.identifier", f"doi:{a.doi}"),
    ]  # fmt: skip
    return page("article_number", a, metas(tags), listed=True)


@layout()
def source_with_locator(a: Article) -> str:
    """`dc.source` in words: `Cell 2017, Vol. 168, Pages 707-723`, beside PRISM without a page."""
    word = "Pages" if a.last else "Page"
    tags = [
        ("title", a.title), ("dc.title", a.title), *authors(a, "dc.creator", given_first), ("dc.type", "Article"),
        ("dc.source", f"{a.journal} {a.year}, Vol. {a.volume}, {word} {a.pages}" if a.volume else a.journal),
        ("dc.date", a.date), ("dc.identifier", a.doi), ("prism.volume", a.volume),
    ]  # fmt: skip
    return page("source_with_locator", a, metas(tags))


@layout()
def dotted_initials(a: Article) -> str:
    """Authors with initials in `citation_author` and with full names in `dc.creator`."""
    tags = [
        ("citation_title", a.title), *authors(a, "citation_author", dotted), *authors(a, "dc.creator", given_first),
        ("citation_journal_title", a.journal), ("citation_cover_date", a.date), *locator(a, "citation_startpage", "citation_endpage"),
        ("citation_doi", a.doi), ("citation_keywords", "words"), ("citation_keywords", "of ours"),
    ]  # fmt: skip
    return page("dotted_initials", a, metas(tags))


@layout()
def colons_in_names(a: Article) -> str:
    """`citation:title`, as generators of sites make it of properties."""
    tags = [
        ("citation:title", a.title), *authors(a, "citation:author", given_first), ("citation:journal_title", a.journal),
        ("citation:publication_date", a.date), ("citation:doi", a.doi),
        *((name.replace("_", ":", 1), value) for name, value in locator(a)),
    ]  # fmt: skip
    return page("colons_in_names", a, metas(tags, "property"))


@layout()
def pubmed_like(a: Article) -> str:
    """A database's record: all authors in one tag with initials, the PMID, the suffix of the site in the title."""
    tags = [
        ("citation_title", a.title), ("citation_authors", "".join(f"{short(author)};" for author in a.authors)),
        ("citation_date", american(a.date)), ("citation_journal_title", a.short), ("citation_pmid", a.pmid),
        ("citation_doi", a.doi), ("citation_volume", a.volume), ("citation_issue", a.issue), ("citation_firstpage", a.first),
        ("citation_lastpage", a.last), ("og:title", f"{a.title} - A database"),
    ]  # fmt: skip
    return page("pubmed_like", a, metas(tags), browser=f"{a.title} - A database")


@layout()
def medical_archive(a: Article) -> str:
    """An archive's page: the journal in full, the date as NLM writes it, no last page, links to its files."""
    tags = [
        ("citation_journal_title", a.journal), ("citation_title", a.title), *authors(a, "citation_author", given_first),
        ("citation_publication_date", as_nlm(a.date)), ("citation_volume", a.volume), ("citation_issue", a.issue),
        ("citation_firstpage", a.first), ("citation_doi", a.doi), ("citation_pmid", a.pmid),
        ("citation_fulltext_html_url", "https://archive.example.org/articles/1/"),
    ]  # fmt: skip
    return page("medical_archive", a, metas(tags), listed=True)
