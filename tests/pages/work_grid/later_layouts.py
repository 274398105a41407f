"""Pages in forms that public templates, guidelines and extractors of metadata show, written after the others."""

from html import escape
from urllib.parse import urlencode

from tests.pages.work_grid.articles import OTHERS, Article
from tests.pages.work_grid.forms import MONTHS, family_first, first_published, given_first, in_words, short
from tests.pages.work_grid.furniture import attribute, metas, page, plain
from tests.pages.work_grid.layouts import layout
from tests.pages.work_grid.linked_layouts import chain, pages_of, person_in_parts, persons, related, script
from tests.pages.work_grid.markup_layouts import context_object
from tests.pages.work_grid.meta_layouts import authors, locator


@layout()
def aggregator(a: Article) -> str:
    """Dublin Core with the journal, volume, issue, pages and their number in one line; the month in words."""
    number = f"({int(a.last.strip('S')) - int(a.first.strip('S')) + 1})" if a.last else ""
    year, month, _ = a.date.split("-")
    tags = [
        ("DC.title", a.title), ("DC.type", "Text"), ("DC.publisher", a.publisher), *authors(a, "DC.creator", family_first),
        ("DC.identifier", f"info:doi/{a.doi}"), ("DCTERMS.issued", f"{MONTHS[int(month) - 1]} {year}"),
        ("DCTERMS.bibliographicCitation", f"{a.journal}, {a.volume}, {a.issue}, {a.pages}{number}" if a.volume else a.journal),
        ("DCTERMS.isPartOf", f"urn:ISSN:{a.issn}"), ("CRAWLER.fullTextLink", "https://api.example.org/x"),
    ]  # fmt: skip
    return page("aggregator", a, metas(tags), browser=f"{plain(a.title)}: An aggregator", listed=True)


@layout()
def journal_software(a: Article) -> str:
    """`citation_authors` with semicolons, the date with the day first, volume and issue, Dublin Core above."""
    year, month, day = a.date.split("-")
    tags = [
        *authors(a, "DC.Creator.PersonalName", given_first), ("DC.Date.issued", a.date), ("DC.Format", "application/pdf"),
        ("DC.Identifier", "1577"), ("DC.Source", f"{a.journal}; Vol {a.volume}, No {a.issue or 1} ({a.year}); {a.pages}" if a.volume else a.journal),
        ("DC.Title", a.title), ("DC.Type.articleType", "Articles"), ("gs_meta_revision", "1.1"), ("citation_journal_title", a.journal),
        ("citation_authors", "; ".join(map(family_first, a.authors))), ("citation_title", a.title),
        ("citation_date", f"{day}/{month}/{year}"), ("citation_volume", a.volume), ("citation_doi", a.doi),
        ("citation_firstpage", a.first), ("citation_journal_abbrev", "1"),
    ]  # fmt: skip
    return page("journal_software", a, metas(tags))


@layout()
def capital_families(a: Article) -> str:
    """Families in capitals before the given names, without a comma."""
    people = [
        ("citation_author", f"{x.family.upper()} {x.given} {x.suffix}".strip() if x.given else x.family)
        for x in a.authors
    ]
    tags = [
        ("citation_title", a.title), *people, ("citation_journal_title", a.journal), ("citation_publication_date", a.date),
        *locator(a), ("citation_doi", a.doi),
    ]  # fmt: skip
    return page("capital_families", a, metas(tags))


@layout()
def author_in_one_tag(a: Article) -> str:
    """All authors in one `citation_author` as NLM writes them, with commas."""
    tags = [
        ("citation_title", a.title), ("citation_author", ", ".join(map(short, a.authors))), ("citation_journal_title", a.journal),
        ("citation_publication_date", a.date.replace("-", "")), *locator(a), ("citation_doi", a.doi),
    ]  # fmt: skip
    return page("author_in_one_tag", a, metas(tags))


@layout()
def range_in_first_page(a: Article) -> str:
    """`p. 707-723` as the first page, `Vol. 168` as the volume, in marked-up titles."""
    tags = [
        ("citation_title", a.title), *authors(a, "citation_author", given_first), ("citation_journal_title", a.journal),
        ("citation_year", a.year), ("citation_volume", f"Vol. {a.volume}" if a.volume else ""), ("citation_doi", a.doi),
        ("citation_firstpage", f"p. {a.pages}" if a.last else a.first),
    ]  # fmt: skip
    return page("range_in_first_page", a, metas(tags))


@layout("title doi authors year")
def preprint_versions(a: Article) -> str:
    """A title with version and peer review behind it, JSON-LD in nested lists."""
    work = {
        "@type": "ScholarlyArticle", "headline": f"{plain(a.title)} [version 2; peer review: 2 approved]", "author": persons(a),
        "datePublished": a.date, "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": a.doi},
    }  # fmt: skip
    return page(
        "preprint_versions",
        a,
        script({"@context": "https://schema.org", "@graph": [[work], [{"@type": "Organization", "name": "A site"}]]}),
    )


@layout()
def linked_names_in_a_list(a: Article) -> str:
    """One object whose name is a list of all authors; numbers as numbers."""
    first = int(a.first) if a.first.isdigit() else a.first
    work = {
        "@context": "https://schema.org", "@type": "ScholarlyArticle", "name": plain(a.title), "datePublished": a.date,
        "author": {"@type": "Person", "name": [given_first(x) for x in a.authors]}, "pageStart": first,
        "isPartOf": {"@type": "PublicationVolume", "volumeNumber": int(a.volume) if a.volume else "", "isPartOf": {"@type": "Periodical", "name": a.journal}},
        "identifier": [f"https://doi.org/{a.doi}", f"PMID:{a.pmid}"],
    }  # fmt: skip
    return page("linked_names_in_a_list", a, script(work).replace("ld+json", "ld+json; charset=utf-8"))


@layout()
def linked_plugin(a: Article) -> str:
    """The graph of a site's plugin: an Article whose author is the site's, beside the tags of the journal."""
    graph = [
        {"@type": "Article", "@id": "#article", "isPartOf": {"@id": "#page"}, "author": {"name": "admin", "@id": "#person"},
         "headline": plain(a.title), "datePublished": "2024-05-05T10:00:00+00:00", "publisher": {"@id": "#organization"}},
        {"@type": "WebPage", "@id": "#page", "name": f"{plain(a.title)} - A site", "isPartOf": {"@id": "#website"}},
        {"@type": "WebSite", "@id": "#website", "name": "A site of ours", "url": "https://www.example.org/"},
        {"@type": "Person", "@id": "#person", "name": "admin"},
    ]  # fmt: skip
    tags = [
        ("citation_title", a.title), *authors(a, "citation_author", family_first), ("citation_journal_title", a.journal),
        ("citation_publication_date", a.date), *locator(a), ("citation_doi", a.doi),
    ]  # fmt: skip
    return page("linked_plugin", a, script({"@context": "https://schema.org", "@graph": graph}) + metas(tags))


@layout()
def linked_volume_named(a: Article) -> str:
    """The journal's name on the volume, issue and pages on the article itself."""
    work = {
        "@context": "https://schema.org", "@type": "ScholarlyArticle", "headline": plain(a.title), "issueNumber": a.issue,
        "author": [person_in_parts(x) for x in a.authors], "datePublished": in_words(a.date), "pagination": a.pages,
        "isPartOf": {"@type": "PublicationVolume", "name": a.journal, "volumeNumber": a.volume},
        "sameAs": [f"https://doi.org/{a.doi}", f"https://pubmed.ncbi.nlm.nih.gov/{a.pmid}/"],
    }  # fmt: skip
    return page("linked_volume_named", a, script(work))


@layout()
def linked_with_reviews(a: Article) -> str:
    """An article with comments, reviews and an erratum as objects of their own in the same script."""
    work = {
        "@context": "https://schema.org", "@type": ["ScholarlyArticle"], "name": plain(a.title), "author": persons(a), "isPartOf": chain(a),
        "datePublished": a.date, "doi": a.doi, **pages_of(a), "comment": [{"@type": "Comment", "author": {"name": "A Reader"}}],
        "review": {"@type": "Review", "author": {"@type": "Person", "name": "A Reviewer"}, "datePublished": "2024-01-01"},
        "correction": related()[0], "publisher": {"@type": "Organization", "name": a.publisher},
    }  # fmt: skip
    return page(
        "linked_with_reviews",
        a,
        script(work, {"@context": "https://schema.org", "@type": "Organization", "name": "A house"}),
        listed=True,
    )


@layout()
def microdata_of_the_documentation(a: Article) -> str:
    """Objects by their keys: the journal unnamed within the issue, the volume elsewhere, the author in words."""
    names = "; ".join(map(family_first, a.authors))
    box = (
        f'<div itemscope itemtype="https://schema.org/ScholarlyArticle"><b>Title:</b> <h1 itemprop="name">{a.title}</h1>'
        f'<b>Authors:</b> <span itemprop="author">{escape(names)}</span><b>Is part of:</b> '
        '<div itemprop="isPartOf" itemscope itemtype="https://schema.org/PublicationIssue" itemid="#issue">'
        f'<span itemscope itemtype="https://schema.org/Periodical" itemid="#periodical"><span itemprop="name">{escape(a.journal)}</span></span>'
        f', <span itemprop="datePublished">{a.year}</span>, <span itemprop="isPartOf" itemscope itemtype="https://schema.org/PublicationVolume" '
        f'itemid="#volume">Vol.<span itemprop="volumeNumber">{a.volume}</span></span>({a.issue})</div>'
        f'p.<span itemprop="pageStart">{a.first}</span>-<span itemprop="pageEnd">{a.last}</span> <b>DOI:</b> '
        f'<a itemprop="sameAs" href="https://doi.org/{a.doi}">{a.doi}</a></div>'
    )
    return page("microdata_of_the_documentation", a, "", heading=box)


@layout("title year doi authors journal locator")
def rdfa_of_a_publisher(a: Article) -> str:
    """The article's element around its whole page, with its references as works of their own; journal and volume apart."""
    people = "".join(
        f'<span property="author" typeof="Person"><a href="#x"><span property="givenName">{escape(x.given)}</span> <span property="familyName">'
        f"{escape(x.family)}</span></a></span>, "
        if x.given
        else f'<span property="author" typeof="Organization"><span property="name">{x.family}</span></span>'
        for x in a.authors
    )
    cited = "".join(
        f'<li property="citation" typeof="ScholarlyArticle"><span property="author" typeof="Person"><span property="name">{o.authors[0].family}</span></span>'
        f' <span property="name">{o.title}</span> <span property="datePublished">{o.year}</span></li>'
        for o in OTHERS
    )
    box = (
        f'<article vocab="https://schema.org/" typeof="ScholarlyArticle"><header><h1 property="name">{a.title}</h1><div class="contributors">{people}</div>'
        f'<div class="self-citation"><div property="isPartOf" typeof="Periodical"><span property="name">{escape(a.journal)}</span></div>'
        f'<span property="datePublished">{in_words(a.date)}</span>, <span property="isPartOf" typeof="PublicationVolume">Vol <span property="volumeNumber">'
        f'{a.volume}</span></span>, <span property="isPartOf" typeof="PublicationIssue">Issue <span property="issueNumber">{a.issue}</span></span>, '
        f'<span property="pageStart">{a.first}</span>-<span property="pageEnd">{a.last}</span><div class="doi">DOI: <a href="https://doi.org/{a.doi}" '
        f'property="sameAs">{a.doi}</a></div></div></header><section property="articleBody" typeof="Text"><p>Words.</p></section><ol>{cited}</ol></article>'
    )
    return page("rdfa_of_a_publisher", a, "", heading=box)


@layout()
def coins_with_odd_keys(a: Article) -> str:
    """`rft_date`, `rft.id` with a capital DOI, the first author in parts and the rest in `rft.au`."""
    first = a.authors[0]
    pairs = [
        ("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"), ("rft.id", f"info:DOI/{a.doi}"), ("rft.atitle", plain(a.title)),
        ("rft.title", a.journal), ("rft_date", a.date), ("rft.volume", a.volume), ("rft.issue", a.issue), ("rft.spage", a.first),
        ("rft.epage", a.last), ("rft.aulast", first.family), ("rft.aufirst", first.given), *(("rft.au", given_first(x)) for x in a.authors[1:]),
    ]  # fmt: skip
    text = escape(urlencode([pair for pair in pairs if pair[1]]))
    others = "".join(f"<p>{escape(o.title)} {context_object(o)}</p>" for o in OTHERS)
    return page("coins_with_odd_keys", a, "", f'{others}<span class="citation Z3988" title="{text}"></span>')


@layout("title doi authors year")
def science_blog(a: Article) -> str:
    """A small site: an author tag for each, a date, a DOI, an Article whose headline has the site's name behind it."""
    work = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": f"{plain(a.title)} | A site",
        "datePublished": first_published(a),
    }
    if first_published(a)[:4] != a.year:
        work["datePublished"] = a.date
    head = metas([("DC.title", a.title), *authors(a, "dc.creator", given_first), ("DOI", f"https://doi.org/{a.doi}")])
    return page("science_blog", a, head + script(work), listed=True)


@layout("title doi authors")
def saved_reader_view(a: Article) -> str:
    """A reader view: the address of the page, title and byline, and no metadata."""
    names = ", ".join(map(given_first, a.authors))
    box = (
        f'<div class="header reader-header"><a class="domain reader-domain" href="https://www.example.org/doi/full/{a.doi}">example.org</a>'
        f'<h1 class="reader-title">{a.title}</h1><div class="credits reader-credits">{escape(names)}</div></div>'
    )
    head = f'<meta name="author" content="{attribute(names)}">'
    return page("saved_reader_view", a, head, heading=box, browser=plain(a.title), listed=True)


@layout()
def everything_escaped(a: Article) -> str:
    """Values that are escaped twice, with the markup of titles and journals inside."""

    def twice(text: str) -> str:
        return escape(escape(escape(text), quote=False))

    people = "".join(f'<meta name="citation_author" content="{twice(family_first(x))}">' for x in a.authors)
    rest = metas([("citation_publication_date", a.date), *locator(a), ("citation_doi", a.doi)])
    head = f'<meta name="citation_title" content="{twice(a.title)}"><meta name="citation_journal_title" content="{twice(a.journal)}">'
    return page("everything_escaped", a, head + people + rest)
