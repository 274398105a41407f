"""Pages whose work stands in attributes of their words: COinS, microdata, RDFa; and pages with tags for sharing alone."""

from html import escape
from urllib.parse import quote, urlencode

from tests.pages.work_grid.articles import OTHERS, Article
from tests.pages.work_grid.forms import family_first, first_published, given_first, in_words
from tests.pages.work_grid.furniture import attribute, metas, page, plain
from tests.pages.work_grid.layouts import layout


def context_object(a: Article, *, split: bool = True, spaces: str = "plus") -> str:
    """An OpenURL context object (Z39.88) as the title of an empty span."""
    first = a.authors[0]
    pairs = [
        ("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"), ("rft.genre", "article"),
        ("rft_id", f"info:doi/{a.doi}"), ("rft.atitle", plain(a.title)), ("rft.jtitle", a.journal), ("rft.stitle", a.short),
        ("rft.date", a.date), ("rft.volume", a.volume), ("rft.issue", a.issue), ("rft.spage", a.first), ("rft.epage", a.last),
        *([("rft.aulast", first.family), ("rft.aufirst", first.given)] if split else []),
        *(("rft.au", given_first(author)) for author in a.authors), ("rft.issn", a.issn),
    ]  # fmt: skip
    text = (
        urlencode([p for p in pairs if p[1]], quote_via=quote)
        if spaces == "percent"
        else urlencode([p for p in pairs if p[1]])
    )
    return f'<span class="Z3988" title="{escape(text)}"></span>'


@layout()
def coins(a: Article) -> str:
    """One context object beside the title."""
    return page("coins", a, "", context_object(a))


@layout()
def coins_among_others(a: Article) -> str:
    """A context object for the page's article, and one for each related work below it."""
    others = "".join(f"<li>{context_object(o)}{escape(o.title)}</li>" for o in OTHERS)
    return page("coins_among_others", a, "", context_object(a, split=False, spaces="percent")).replace(
        "</main>", f'</main><div class="similar"><h2>Similar articles</h2><ul>{others}</ul></div>'
    )


@layout()
def coins_of_a_repository(a: Article) -> str:
    """Families first in `rft.au`, pages as a range, Dublin Core's names for the DOI, beside a `DC.title`."""
    pairs = [
        ("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"), ("rft.title", a.journal), ("rft.atitle", plain(a.title)),
        *(("rft.au", family_first(author)) for author in a.authors), ("rft.date", a.year), ("rft.volume", a.volume),
        ("rft.pages", a.pages), ("rft.artnum", "" if a.last else a.first), ("rft_id", f"http://dx.doi.org/{a.doi}"),
        ("rfr_id", "info:sid/repository.example.org:1234"),
    ]  # fmt: skip
    text = escape(urlencode([pair for pair in pairs if pair[1]]))
    return page(
        "coins_of_a_repository", a, metas([("DC.title", a.title)]), f"<span title='{text}' class='Z3988'>&nbsp;</span>"
    )


def _item(name: str, value: str) -> str:
    return f'<meta itemprop="{name}" content="{attribute(value)}">' if value else ""


@layout()
def microdata(a: Article) -> str:
    """An item with its journal's chain as items of items, names in words, values in `content`."""
    people = "".join(
        f'<span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">{escape(given_first(x))}</span>'
        '<span itemprop="affiliation" itemscope itemtype="http://schema.org/Organization"><span itemprop="name">A hospital</span></span></span>, '
        for x in a.authors
    )
    issue = (
        '<span itemprop="isPartOf" itemscope itemtype="http://schema.org/PublicationIssue">'
        f'<span itemprop="isPartOf" itemscope itemtype="http://schema.org/PublicationVolume">Vol. <span itemprop="volumeNumber">{a.volume}</span>'
        f'<span itemprop="isPartOf" itemscope itemtype="http://schema.org/Periodical"><i itemprop="name">{escape(a.journal)}</i>'
        f'<meta itemprop="issn" content="{a.issn}"></span></span>(<span itemprop="issueNumber">{a.issue}</span>)</span>'
    )
    box = (
        f'<article itemscope itemtype="http://schema.org/ScholarlyArticle"><h1 itemprop="name">{a.title}</h1><p>{people}</p>{issue}'
        f'<time itemprop="datePublished" datetime="{a.date}">{in_words(a.date)}</time>'
        f'pp. <span itemprop="pageStart">{a.first}</span>-<span itemprop="pageEnd">{a.last}</span>'
        f'<a itemprop="sameAs" href="https://doi.org/{a.doi}">{a.doi}</a></article>'
    )
    return page("microdata", a, "", heading=box)


@layout()
def microdata_in_parts(a: Article) -> str:
    """An item whose values stand in meta tags of the body, with other items around it."""
    other = OTHERS[0]
    people = "".join(
        f'<span itemprop="author" itemscope itemtype="https://schema.org/Person">{_item("familyName", x.family)}{_item("givenName", x.given)}</span>'
        if x.given
        else f'<span itemprop="author" itemscope itemtype="https://schema.org/Organization">{_item("name", x.family)}</span>'
        for x in a.authors
    )
    box = (
        '<ol itemscope itemtype="https://schema.org/BreadcrumbList"><li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem">'
        '<span itemprop="name">Journals</span></li></ol>'
        f'<div itemscope itemtype="https://schema.org/ScholarlyArticle">{_item("headline", a.title)}{_item("datePublished", a.date)}'
        f"{_item('identifier', 'doi:' + a.doi)}{_item('pagination', a.pages)}{people}"
        f'<div itemprop="isPartOf" itemscope itemtype="https://schema.org/PublicationVolume">{_item("volumeNumber", a.volume)}'
        f'<div itemprop="isPartOf" itemscope itemtype="https://schema.org/Periodical">{_item("name", a.journal)}</div></div>'
        f'<h1>{a.title}</h1></div><div itemscope itemtype="https://schema.org/ScholarlyArticle">{_item("headline", other.title)}'
        f"{_item('datePublished', other.date)}{_item('identifier', other.doi)}</div>"
    )
    return page("microdata_in_parts", a, "", heading=box)


@layout()
def rdfa(a: Article) -> str:
    """RDFa Lite with the vocabulary of schema.org, in the words of the article's head."""
    people = "".join(
        f'<span property="author" typeof="Person"><span property="givenName">{escape(x.given)}</span> <span property="familyName">{escape(x.family)}</span>'
        f'<span property="affiliation" typeof="Organization"><span property="name">A hospital</span></span></span>, '
        if x.given
        else f'<span property="author" typeof="Organization"><span property="name">{escape(x.family)}</span></span>'
        for x in a.authors
    )
    box = (
        f'<article vocab="https://schema.org/" typeof="ScholarlyArticle" resource="#article"><h1 property="name">{a.title}</h1>'
        f'<div>{people}</div><div property="isPartOf" typeof="Periodical"><span property="name">{escape(a.journal)}</span></div>, '
        f'<span property="isPartOf" typeof="PublicationVolume">Volume <span property="volumeNumber">{a.volume}</span></span>, '
        f'pp <span property="pageStart">{a.first}</span>-<span property="pageEnd">{a.last}</span>, '
        f'<span property="datePublished">{in_words(a.date)}</span><a property="sameAs" href="https://doi.org/{a.doi}">https://doi.org/{a.doi}</a></article>'
    )
    return page("rdfa", a, "", heading=box)


@layout()
def rdfa_of_an_archive(a: Article) -> str:
    """RDFa with prefixes: `schema:`; values in `content`, the issue's chain nested."""
    people = "".join(
        f'<li property="schema:author" typeof="schema:Person"><span property="schema:name">{escape(given_first(x))}</span></li>'
        for x in a.authors
    )
    box = (
        f'<div prefix="schema: http://schema.org/" typeof="schema:ScholarlyArticle"><h1 property="schema:headline">{a.title}</h1>'
        f'<ul>{people}</ul><div property="schema:isPartOf" typeof="schema:PublicationIssue"><meta property="schema:issueNumber" content="{a.issue}">'
        f'<div property="schema:isPartOf" typeof="schema:PublicationVolume"><meta property="schema:volumeNumber" content="{a.volume}">'
        f'<div property="schema:isPartOf" typeof="schema:Periodical"><span property="schema:name">{escape(a.journal)}</span></div></div></div>'
        f'<meta property="schema:pageStart" content="{a.first}"><meta property="schema:datePublished" content="{a.date}">'
        f'<meta property="schema:identifier" content="https://doi.org/{a.doi}"></div>'
    )
    return page("rdfa_of_an_archive", a, "", heading=box)


@layout("title doi authors year")
def shared(a: Article) -> str:
    """Tags for sharing: Open Graph's article, Twitter's card, a DOI in the canonical address."""
    head = metas([
        ("og:type", "article"), ("og:title", f"{a.title} | {a.journal} | {a.publisher}"), ("og:site_name", "A site of ours"),
        ("article:published_time", first_published(a) if first_published(a)[:4] == a.year else a.date),
        *(("article:author", given_first(author)) for author in a.authors),
    ], "property") + metas([("twitter:card", "summary"), ("twitter:title", a.title), ("twitter:site", "@ours")]) + (
        f'<link rel="canonical" href="https://www.example.org/doi/full/{a.doi}">'
    )  # fmt: skip
    return page("shared", a, head, listed=True)


@layout("title doi authors")
def plain_author(a: Article) -> str:
    """`meta name=author` with all authors, a DOI under an id, the title in the heading alone."""
    names = ", ".join(map(given_first, a.authors))
    head = f'<meta name="author" content="{attribute(names)}"><meta id="DOI" content="{a.doi}">'
    return page("plain_author", a, head, browser=f"{plain(a.title)} - {a.journal}", listed=True)


@layout("title doi authors")
def author_tags(a: Article) -> str:
    """A `meta name=author` for each author, a DOI under `doi`, the browser's title with the site's name in front."""
    head = metas([*(("author", given_first(author)) for author in a.authors), ("doi", a.doi)])
    return page("author_tags", a, head, browser=f"{a.journal}: {plain(a.title)}", listed=True)


@layout("title doi")
def canonical_alone(a: Article) -> str:
    """Nothing but the canonical address and the title."""
    head = f'<link rel="canonical" href="https://journals.example.org/doi/abs/{a.doi}">'
    return page("canonical_alone", a, head, listed=True)


@layout("title doi")
def site_in_heading(a: Article) -> str:
    """The journal's name is the first heading, the title a second-level one; a DOI in Dublin Core's link."""
    head = metas([("dc.identifier", f"doi:{a.doi}"), ("og:site_name", a.journal)])
    heading = f'<h1 class="logo">{escape(a.journal)}</h1><h2 class="title">{a.title}</h2>'
    return page("site_in_heading", a, head, heading=heading, listed=True)
