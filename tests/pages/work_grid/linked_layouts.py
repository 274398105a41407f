"""Pages whose work stands in JSON-LD, in the shapes of several publishers and of the documentation of schema.org."""

import json
from html import escape

from tests.pages.work_grid.articles import OTHERS, Article, Author
from tests.pages.work_grid.forms import first_published, given_first, in_words, timed
from tests.pages.work_grid.furniture import metas, page, plain
from tests.pages.work_grid.layouts import layout

SITE = {
    "@context": "https://schema.org", "@type": "WebSite", "name": "A site of ours", "url": "https://www.example.org/",
    "potentialAction": {"@type": "SearchAction", "target": "https://www.example.org/?q={q}"},
}  # fmt: skip
PATH = {
    "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": [
        {"@type": "ListItem", "position": 1, "item": {"@id": "https://www.example.org/", "name": "Home"}},
        {"@type": "ListItem", "position": 2, "item": {"@id": "https://www.example.org/journals", "name": "Journals"}},
    ],
}  # fmt: skip


def script(*values: object) -> str:
    """A script for each object."""
    texts = (json.dumps(value, ensure_ascii=False) for value in values)
    return "\n".join(f'<script type="application/ld+json">{text}</script>' for text in texts)


def persons(a: Article) -> list[dict[str, object]]:
    """Authors with a name in one string; a group is an organization."""
    return [
        {"@type": "Person" if author.given else "Organization", "name": given_first(author),
         "affiliation": [{"@type": "Organization", "name": "A hospital", "address": {"name": "A town", "@type": "PostalAddress"}}]}
        for author in a.authors
    ]  # fmt: skip


def person_in_parts(author: Author) -> dict[str, object]:
    """A person with `givenName` and `familyName`."""
    if not author.given:
        return {"@type": "Organization", "name": author.family}
    parts = {"@type": "Person", "givenName": author.given, "familyName": author.family}
    return parts | ({"honorificSuffix": author.suffix} if author.suffix else {})


def chain(a: Article) -> dict[str, object]:
    """The journal, its volume and its issue, each a part of the next."""
    journal = {"@type": "Periodical", "name": a.journal, "issn": [a.issn]}
    volume = {"@type": "PublicationVolume", "volumeNumber": a.volume, "isPartOf": journal}
    return (
        {"@type": "PublicationIssue", "issueNumber": a.issue, "datePublished": a.date, "isPartOf": volume}
        if a.issue
        else volume
    )


def pages_of(a: Article) -> dict[str, str]:
    """First and last page, or the number as the only page."""
    return {"pageStart": a.first, "pageEnd": a.last} if a.last else {"pageStart": a.first}


def related() -> list[dict[str, object]]:
    """Other works as articles of their own."""
    return [
        {"@type": "ScholarlyArticle", "headline": o.title, "name": o.title, "author": [{"@type": "Person", "name": given_first(x)} for x in o.authors],
         "datePublished": o.date, "sameAs": f"https://doi.org/{o.doi}"}
        for o in OTHERS
    ]  # fmt: skip


@layout()
def linked_simple(a: Article) -> str:
    """One object: names of authors as objects, all of the journal in one chain."""
    work = {
        "@context": "https://schema.org", "@type": "ScholarlyArticle", "@id": f"https://doi.org/{a.doi}",
        "headline": plain(a.title), "author": persons(a), "datePublished": a.date, "isPartOf": chain(a), **pages_of(a),
    }  # fmt: skip
    return page("linked_simple", a, script(SITE, work, PATH))


@layout()
def linked_graph(a: Article) -> str:
    """A graph whose nodes name each other: authors, issue, volume and journal stand apart."""
    ids = [f"#author{n}" for n, _ in enumerate(a.authors)]
    people = [{"@id": i, **person_in_parts(author)} for i, author in zip(ids, a.authors, strict=True)]
    graph = [
        {"@id": "#periodical", "@type": "Periodical", "name": a.journal, "issn": [a.issn], "publisher": a.publisher},
        {"@id": "#volume", "@type": "PublicationVolume", "volumeNumber": a.volume, "isPartOf": {"@id": "#periodical"}},
        {"@id": "#issue", "@type": "PublicationIssue", "issueNumber": a.issue, "isPartOf": {"@id": "#volume"}},
        *people,
        {"@type": "WebPage", "name": "A page of a site", "url": "https://www.example.org/x"},
        {
            "@type": "ScholarlyArticle", "name": plain(a.title), "author": [{"@id": i} for i in ids], "isPartOf": {"@id": "#issue"},
            "datePublished": a.date, "sameAs": f"https://doi.org/{a.doi}", **pages_of(a),
        },
    ]  # fmt: skip
    return page("linked_graph", a, script({"@context": "https://schema.org", "@graph": graph}))


@layout()
def linked_main_entity(a: Article) -> str:
    """The article as the main entity of a page, its journal and volume in a list of parts, families first."""
    names = [", ".join(part for part in (x.family, x.given, x.suffix) if part) for x in a.authors]
    article = {
        "@type": "ScholarlyArticle", "headline": plain(a.title), "sameAs": f"https://doi.org/{a.doi}", "pagination": a.pages,
        "datePublished": timed(a.date), "dateModified": "2024-02-02T10:00:00Z", "author": [{"name": n, "@type": "Person"} for n in names],
        "isPartOf": {"name": a.journal, "issn": [a.issn], "volumeNumber": a.volume, "@type": ["Periodical", "PublicationVolume"]},
        "publisher": {"name": a.publisher, "logo": {"url": "https://www.example.org/logo.png", "@type": "ImageObject"}, "@type": "Organization"},
        "keywords": "words,of,ours", "image": [], "isAccessibleForFree": False,
    }  # fmt: skip
    value = {"mainEntity": article, "@context": "https://schema.org", "@type": "WebPage"}
    return page("linked_main_entity", a, script(value), listed=True)


@layout()
def linked_names(a: Article) -> str:
    """Authors as plain strings, the DOI as a property's value, the date in words."""
    work = {
        "@context": "http://schema.org/", "@type": ["ScholarlyArticle", "CreativeWork"], "name": a.title,
        "author": [given_first(author) for author in a.authors], "datePublished": in_words(a.date), "isPartOf": chain(a),
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "pii", "value": "S0000-0000"},
            {"@type": "PropertyValue", "propertyID": "doi", "value": a.doi},
        ], "pagination": a.pages,
    }  # fmt: skip
    return page("linked_names", a, script(work, SITE))


@layout()
def linked_parts(a: Article) -> str:
    """Authors in parts, the DOI bare as identifier, related articles in a list of their own before it."""
    listed = {"@context": "https://schema.org", "@type": "ItemList", "itemListElement": related()}
    work = {
        "@context": "https://schema.org", "@type": "MedicalScholarlyArticle", "headline": plain(a.title),
        "creator": [person_in_parts(author) for author in a.authors], "datePublished": a.date, "identifier": a.doi,
        "isPartOf": [{"@type": "PublicationVolume", "volumeNumber": a.volume}, {"@type": "Periodical", "name": a.journal}],
        **pages_of(a),
    }  # fmt: skip
    return page("linked_parts", a, script(listed, work))


@layout()
def linked_related(a: Article) -> str:
    """Other works inside the article's object (citations, related links) and as scripts of their own."""
    work = {
        "@context": "https://schema.org", "@type": "ScholarlyArticle", "headline": plain(a.title), "citation": related(),
        "relatedLink": [f"https://doi.org/{o.doi}" for o in OTHERS], "hasPart": related()[0], "author": persons(a),
        "datePublished": a.date, "isPartOf": chain(a), "url": f"https://doi.org/{a.doi}", **pages_of(a),
        "mainEntityOfPage": {"@type": "WebPage", "@id": f"https://doi.org/{a.doi}"},
    }  # fmt: skip
    others = [{"@context": "https://schema.org", **other} for other in related()]
    return page("linked_related", a, script(others[0], work, *others[1:]))


@layout()
def linked_array(a: Article) -> str:
    """All objects in one array, the article behind other works, which are articles too."""
    work = {
        "@type": "ScholarlyArticle", "name": plain(a.title), "author": persons(a)[0] if len(a.authors) == 1 else persons(a),
        "datePublished": a.date, "isPartOf": chain(a), "identifier": f"https://doi.org/{a.doi}", **pages_of(a),
    }  # fmt: skip
    return page("linked_array", a, script([SITE, PATH, *related()[:2], {"@context": "https://schema.org", **work}]))


@layout()
def linked_broken(a: Article) -> str:
    """Scripts that are not quite JSON: a comma too many, in a section of character data."""
    work = {
        "@context": "https://schema.org", "@type": "ScholarlyArticle", "headline": plain(a.title), "author": persons(a),
        "datePublished": a.date, "isPartOf": chain(a), "sameAs": [f"https://doi.org/{a.doi}", "https://www.example.org/1"], **pages_of(a),
    }  # fmt: skip
    text = json.dumps(work, ensure_ascii=False, indent=1).removesuffix("\n}")
    return page("linked_broken", a, f'<script type="application/ld+json">//<![CDATA[\n{text},\n}}\n//]]></script>')


@layout()
def linked_escaped(a: Article) -> str:
    """A script whose quotation marks a template has escaped; a comment around it."""
    work = {
        "@context": "https://schema.org", "@type": "Article", "additionalType": "ScholarlyArticle", "headline": plain(a.title),
        "author": persons(a), "datePublished": a.date, "isPartOf": chain(a), "identifier": f"doi:{a.doi}", **pages_of(a),
    }  # fmt: skip
    text = escape(json.dumps(work, ensure_ascii=False), quote=True)
    head = metas([("citation_doi", a.doi)]) + f"<script type='application/ld+json'><!--\n{text}\n--></script>"
    return page("linked_escaped", a, head)


@layout("title doi authors year journal")
def linked_news(a: Article) -> str:
    """An article of a site's program, which calls it `Article` and its journal a publication; DOI in a meta tag."""
    work = {
        "@context": "https://schema.org", "@type": "Article", "headline": plain(a.title), "author": persons(a),
        "datePublished": timed(first_published(a)) if not a.online else timed(a.date), "isPartOf": {"@type": "Periodical", "name": a.journal},
        "publisher": {"@type": "Organization", "name": a.publisher},
    }  # fmt: skip
    return page("linked_news", a, metas([("doi", a.doi)]) + script(work))


@layout()
def linked_with_metas(a: Article) -> str:
    """JSON-LD with the authors, meta tags with the rest."""
    work = {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "headline": plain(a.title),
        "author": persons(a),
    }
    tags = [
        ("citation_title", a.title), ("citation_journal_title", a.journal), ("citation_volume", a.volume), ("citation_doi", a.doi),
        ("citation_firstpage", a.first), ("citation_publication_date", a.date),
    ]  # fmt: skip
    return page("linked_with_metas", a, metas(tags) + script(SITE, PATH, work))
