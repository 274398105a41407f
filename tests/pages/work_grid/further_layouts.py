"""Pages of archives, servers and houses whose metadata are of several minds: two languages, two versions, a program's
data beside the tags."""

import json
from html import escape

from tests.pages.work_grid.articles import OTHERS, Article
from tests.pages.work_grid.forms import MONTHS, as_nlm, family_first, first_published, given_first, short, timed
from tests.pages.work_grid.furniture import attribute, metas, page, plain
from tests.pages.work_grid.layouts import layout
from tests.pages.work_grid.linked_layouts import chain, pages_of, persons, related, script
from tests.pages.work_grid.meta_layouts import authors, locator


@layout()
def two_languages(a: Article) -> str:
    """Each tag in two languages, the journal's own first; authors in one."""
    people = "".join(
        f'<meta name="citation_author" content="{attribute(given_first(x))}" xml:lang="en">' for x in a.authors
    )
    head = (
        f'<meta name="citation_title" content="{attribute(a.title)}" xml:lang="en"><meta name="citation_title" content="別の題名" xml:lang="ja">'
        f'<meta name="citation_journal_title" content="{attribute(a.journal)}"><meta name="citation_journal_title" content="学会誌" xml:lang="ja">{people}'
    )
    tags = [
        ("citation_publication_date", a.date.replace("-", "/")),
        *locator(a),
        ("citation_doi", a.doi),
        ("citation_language", "ja"),
    ]
    return page("two_languages", a, head + metas(tags), listed=True)


@layout()
def program_data(a: Article) -> str:
    """A page of a program: its data in scripts that are not the work's, tags in the head without authors, who stand in JSON-LD."""
    data = {"props": {"pageProps": {"related": [{"title": o.title, "doi": o.doi} for o in OTHERS], "user": None}}}
    work = {"@context": "https://schema.org", "@type": "ScholarlyArticle", "author": persons(a), "name": plain(a.title)}
    tags = [
        ("citation_title", a.title), ("citation_journal_title", a.journal), *locator(a), ("citation_doi", a.doi),
        ("citation_publication_date", a.date),
    ]  # fmt: skip
    state = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'
    return page("program_data", a, metas(tags) + state + script(work))


@layout()
def record_of_an_archive(a: Article) -> str:
    """A record of an open archive: creators in parts, the DOI as `@id`, the place in the journal in meta tags."""
    work = {
        "@context": "https://schema.org", "@type": "ScholarlyArticle", "@id": f"https://doi.org/{a.doi}", "identifier": f"https://doi.org/{a.doi}",
        "name": plain(a.title), "datePublished": a.date, "url": "https://archive.example.org/records/1",
        "creator": [{"@type": "Person" if x.given else "Organization", "name": family_first(x), "givenName": x.given, "familyName": x.family,
                     "affiliation": [{"@type": "Organization", "name": "A university"}]} for x in a.authors],
        "publisher": {"@type": "Organization", "name": "An archive"}, "size": "1.2 MB", "version": "v1",
    }  # fmt: skip
    tags = [
        ("citation_journal_title", a.journal),
        ("citation_volume", a.volume),
        ("citation_firstpage", a.first),
        ("citation_lastpage", a.last),
    ]
    return page("record_of_an_archive", a, script(work) + metas(tags))


@layout()
def old_nature(a: Article) -> str:
    """PRISM, Dublin Core and `citation_*`, each with a part; initials with stops in one, full names in another."""
    tags = [
        ("prism.publicationName", a.journal), ("prism.issn", a.issn), ("prism.rightsAgent", "a@example.org"), ("prism.volume", a.volume),
        ("prism.number", a.issue), ("prism.startingPage", a.first), ("prism.endingPage", a.last), ("dc.publisher", a.publisher),
        ("dc.title", a.title), *authors(a, "dc.creator", given_first), ("dc.identifier", f"doi:{a.doi}"), ("dc.date", first_published(a)),
        ("citation_authors", ", ".join(map(short, a.authors))), ("citation_date", a.date), ("keywords", "words, of, ours"),
    ]  # fmt: skip
    return page("old_nature", a, metas(tags), browser=f"{plain(a.title)} : Article : {a.journal}", listed=True)


@layout()
def house_with_epub(a: Article) -> str:
    """The date of first publication in three tags, that of the issue in one; the journal with its country behind it."""
    tags = [
        ("citation_title", a.title), *authors(a, "citation_author", family_first), ("citation_online_date", first_published(a)),
        ("article:published_time", timed(first_published(a))), ("dc.date", first_published(a)), ("citation_journal_title", a.journal),
        ("citation_publication_date", as_nlm(a.date)), *locator(a, "citation_start_page", "citation_end_page"), ("citation_doi", f"DOI: {a.doi}"),
    ]  # fmt: skip
    return page("house_with_epub", a, metas(tags))


@layout()
def month_only(a: Article) -> str:
    """Month and year in words, pages in one tag with a dash of print."""
    year, month, _ = a.date.split("-")
    tags = [
        ("citation_title", a.title), *authors(a, "citation_author", given_first), ("citation_journal_title", a.short),
        ("citation_publication_date", f"{MONTHS[int(month) - 1]} {year}"), ("citation_volume", a.volume),
        ("citation_pages", a.pages.replace("-", "–")), ("citation_doi", a.doi),
    ]  # fmt: skip
    return page("month_only", a, metas(tags), listed=True)


@layout()
def linked_types_spelled_out(a: Article) -> str:
    """Types as addresses, a context of its own, values as objects with language."""
    work = {
        "@context": {"schema": "https://schema.org/"}, "@type": "http://schema.org/ScholarlyArticle", "name": {"@language": "en", "@value": plain(a.title)},
        "author": {"@list": persons(a)}, "datePublished": {"@type": "xsd:date", "@value": a.date}, "isPartOf": chain(a), **pages_of(a),
        "identifier": {"@type": "PropertyValue", "name": "DOI", "value": f"https://doi.org/{a.doi}"},
    }  # fmt: skip
    return page("linked_types_spelled_out", a, script(work), listed=True)


@layout()
def linked_beside_a_page(a: Article) -> str:
    """A page's object with its path and its parts in one, the article among other works as the page's main entity."""
    article = {
        "@type": "ScholarlyArticle", "headline": plain(a.title), "author": persons(a), "datePublished": a.date, "isPartOf": chain(a), **pages_of(a),
        "sameAs": f"https://doi.org/{a.doi}",
    }  # fmt: skip
    value = {
        "@context": "https://schema.org", "@type": ["WebPage", "ItemPage"], "name": f"{plain(a.title)} | A site", "mainEntity": article,
        "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": []}, "hasPart": related(), "significantLink": related()[1],
    }  # fmt: skip
    return page("linked_beside_a_page", a, script(value))


@layout()
def microdata_of_a_society(a: Article) -> str:
    """A page marked as a web page, in it the article, in it the journal with volume and pages as loose values."""
    people = "".join(
        f'<li itemprop="creator" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/p"><span itemprop="name">{escape(given_first(x))}</span></a></li>'
        for x in a.authors
    )
    box = (
        '<div itemscope itemtype="http://schema.org/WebPage"><span itemprop="name">A society</span>'
        f'<div itemprop="mainEntity" itemscope itemtype="http://schema.org/ScholarlyArticle"><h1 itemprop="headline">{a.title}</h1><ul>{people}</ul>'
        f'<p itemprop="isPartOf" itemscope itemtype="http://schema.org/Periodical"><cite itemprop="name">{escape(a.journal)}</cite></p>'
        f'<p itemprop="isPartOf" itemscope itemtype="http://schema.org/PublicationVolume"><b itemprop="volumeNumber">{a.volume}</b></p>'
        f'<meta itemprop="pageStart" content="{a.first}"><meta itemprop="pageEnd" content="{a.last}"><time itemprop="datePublished" datetime="{timed(a.date)}">x</time>'
        f'<span itemprop="identifier" itemscope itemtype="http://schema.org/PropertyValue"><meta itemprop="propertyID" content="doi">'
        f'<span itemprop="value">{a.doi}</span></span></div></div>'
    )
    return page("microdata_of_a_society", a, "", heading=box)


@layout("title year doi authors")
def server_of_preprints(a: Article) -> str:
    """Every version of a work as an object, the newest first; tags without a journal."""
    versions = [
        {"@context": "https://schema.org", "@type": "ScholarlyArticle", "headline": plain(a.title), "version": n, "author": persons(a),
         "datePublished": a.date, "url": f"https://server.example.org/v{n}", "identifier": a.doi}
        for n in (2, 1)
    ]  # fmt: skip
    tags = [("og:title", plain(a.title)), ("og:type", "article"), ("og:site_name", "A server")]
    return page("server_of_preprints", a, script(*versions) + metas(tags, "property"))
