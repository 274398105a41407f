"""The page's own work in each vocabulary of metadata, and what is none of it: related works, sites, forms."""

import json
from time import process_time

import pytest

from harvester.model import Reading, Source, Work
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from tests.pages.work_grid.articles import ARTICLES, OTHERS, Article
from tests.pages.work_grid.linked_layouts import related, script
from tests.pages.work_grid.markup_layouts import context_object

ARTICLE = ARTICLES[0]
TAGS = (
    f'<meta name="citation_title" content="{ARTICLE.title}"><meta name="citation_doi" content="{ARTICLE.doi}">'
    '<meta name="citation_journal_title" content="Cell">'
)
LIST = "".join(
    f'<li>{o.authors[0].family} {o.authors[0].given[:1]}. {o.title}. {o.short}. {o.year};{o.volume}:{o.pages}. '
    f'<a href="https://doi.org/{o.doi}">CrossRef</a></li>'
    for o in OTHERS
)  # fmt: skip
REFERENCES = f"<h2>References</h2><ol>{LIST}</ol>"


def reading(head: str, body: str = "") -> Reading:
    source = f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{body}</body></html>'
    (page,) = recognize(Source("page.html", source.encode(), "0" * 64)).pages
    return read(page)


def work(head: str, body: str = "") -> Work:
    found = reading(head, body).citing
    assert found is not None
    return found


def families(found: Work) -> list[str]:
    return [name.literal or name.family for name in found.author]


def linked(article: Article, **more: object) -> dict[str, object]:
    value = {"@context": "https://schema.org", "@type": "ScholarlyArticle", "headline": article.title}
    return value | {"sameAs": f"https://doi.org/{article.doi}", "datePublished": article.date} | more


def test_a_field_that_one_vocabulary_lacks_comes_from_the_next() -> None:
    people = [{"@type": "Person", "name": f"{a.given} {a.family}"} for a in ARTICLE.authors]
    found = work(TAGS + script(linked(ARTICLE, author=people)) + '<meta name="prism.volume" content="168">')
    assert (families(found), found.volume) == (["Sharma", "Hu-Lieskovan", "Wargo", "Ribas"], "168")


def test_authors_with_full_names_are_better_than_the_same_with_initials() -> None:
    tags = '<meta name="citation_author" content="Sharma P"><meta name="citation_author" content="Ribas A">'
    full = '<meta name="dc.creator" content="Padmanee Sharma"><meta name="dc.creator" content="Antoni Ribas">'
    assert [name.given for name in work(TAGS + tags + full).author] == ["Padmanee", "Antoni"]


def test_other_authors_do_not_replace_those_of_the_better_vocabulary() -> None:
    tags = '<meta name="citation_author" content="Sharma P"><meta name="citation_author" content="Ribas A">'
    other = '<meta name="dc.creator" content="Jacob Cohen"><meta name="dc.creator" content="Antoni Ribas">'
    assert families(work(TAGS + tags + other)) == ["Sharma", "Ribas"]


def test_two_authors_of_one_name_are_two() -> None:
    tags = "".join(f'<meta name="citation_author" content="{name}">' for name in ("Wang, Y", "Li, X", "Wang, Y"))
    assert families(work(TAGS + tags)) == ["Wang", "Li", "Wang"]


def test_a_list_of_authors_that_is_given_twice_counts_once() -> None:
    tags = "".join(f'<meta name="citation_author" content="{name}">' for name in ("Wang, Y", "Li, X") * 2)
    assert families(work(TAGS + tags)) == ["Wang", "Li"]


def test_the_date_of_the_issue_is_better_than_that_of_first_publication() -> None:
    dates = '<meta name="citation_online_date" content="2001/11/30"><meta name="prism.coverDate" content="2002-01">'
    assert str(work(TAGS + dates).issued) == "2002-01"


def test_a_date_that_is_only_filled_up_to_the_first_day_adds_nothing() -> None:
    dates = '<meta name="citation_publication_date" content="2017/01"><meta name="dc.date" content="2017-01-01">'
    assert str(work(TAGS + dates).issued) == "2017-01"


def test_the_word_for_a_volume_is_no_part_of_it() -> None:
    tags = '<meta name="citation_volume" content="Vol. 168"><meta name="citation_issue" content="Suppl 1">'
    found = work(TAGS + tags)
    assert (found.volume, found.issue) == ("168", "Suppl 1")


def test_authors_that_are_cut_are_not_all_of_them() -> None:
    found = work(TAGS + '<meta name="citation_authors" content="Sharma P, Ribas A, et al.">')
    assert (families(found), found.authors_complete) == (["Sharma", "Ribas"], False)


def test_a_template_that_was_not_filled_says_nothing() -> None:
    tags = '<meta name="citation_volume" content="0"><meta name="citation_firstpage" content="null">'
    more = '<meta name="prism.volume" content="168"><meta name="prism.startingPage" content="707">'
    found = work(TAGS + tags + more)
    assert (found.volume, found.page) == ("168", "707")


@pytest.mark.parametrize("form", ["array", "graph", "main"])
def test_related_articles_in_json_ld_are_not_the_work(form: str) -> None:
    own, others = linked(ARTICLE), related()
    value: object = {
        "array": [*others, own],
        "graph": {"@context": "https://schema.org", "@graph": [*others, own]},
        "main": [*others, {"@type": "WebPage", "mainEntity": own}],
    }[form]
    found = work(f"<title>{ARTICLE.title} | Cell</title>{script(value)}", f"<h1>{ARTICLE.title}</h1>")
    assert (found.title, found.get("doi")) == (ARTICLE.title, ARTICLE.doi)


def test_a_list_of_articles_in_json_ld_makes_no_article() -> None:
    found = reading(script(related()) + "<title>Latest articles</title>", "<h1>Latest articles</h1>")
    assert (found.citing, len(found.references)) == (None, 0)


def test_an_article_on_a_persons_page_is_not_the_pages() -> None:
    person = {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "mainEntity": {"@type": "Person", "name": "A B"},
    }
    found = reading(script(person, linked(ARTICLE)) + "<title>A B</title>", "<h1>A B</h1>")
    assert found.citing is None


def test_of_two_dois_the_one_in_the_pages_address_is_its_own() -> None:
    tags = TAGS.replace(ARTICLE.doi, "10.1000/template") + f'<meta name="dc.identifier" content="{ARTICLE.doi}">'
    assert work(f'{tags}<link rel="canonical" href="https://example.org/doi/{ARTICLE.doi}">').get("doi") == ARTICLE.doi


@pytest.mark.parametrize("doi", ["10.48550/arXiv.2001.00001", "10.21203/rs.3.rs-1234/v1", "10.31234/osf.io/abcde"])
def test_the_doi_of_a_server_makes_a_preprint(doi: str) -> None:
    assert (
        work(f'<meta name="citation_title" content="{ARTICLE.title}"><meta name="citation_doi" content="{doi}">').type
        == "article"
    )


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("citation_conference_title", "paper-conference"),
        ("citation_inbook_title", "chapter"),
        ("citation_dissertation_institution", "thesis"),
    ],
)
def test_what_a_work_is_published_in_says_what_it_is(tag: str, kind: str) -> None:
    assert (
        work(f'<meta name="citation_title" content="{ARTICLE.title}"><meta name="{tag}" content="A name">').type == kind
    )


@pytest.mark.parametrize(
    "tag",
    [
        '<META CONTENT="{doi}" NAME="citation_doi">',
        "<meta name=citation_doi content='{doi}' />",
        '<meta name="citation_doi " value="{doi}">',
        '<meta property="citation:doi" content="\n{doi}\n">',
    ],
)
def test_a_tag_is_read_however_it_is_written(tag: str) -> None:
    assert work(tag.replace("{doi}", ARTICLE.doi)).get("doi") == ARTICLE.doi


def test_an_arxiv_number_is_an_identifier_of_the_work() -> None:
    tags = f'<meta name="citation_title" content="{ARTICLE.title}"><meta name="citation_arxiv_id" content="2001.00001">'
    assert [str(i) for i in work(tags).identifiers] == ["arxiv:2001.00001"]


def test_names_of_a_publishers_own_are_read_by_what_stands_behind_their_prefix() -> None:
    tags = (
        f'<meta name="DC.Title" content="{ARTICLE.title}"><meta name="PPL.Volume" content="168"><meta name="PPL.FirstPage" '
        f'content="707"><meta name="PPL.LastPage" content="723"><meta name="PPL.DOI" content="{ARTICLE.doi}">'
    )
    found = work(tags, f"<h1>{ARTICLE.title}</h1>{REFERENCES}")
    assert (found.get("doi"), found.volume, found.page) == (ARTICLE.doi, "168", "707-723")


@pytest.mark.parametrize("name", ["related_doi", "journal.doi", "issue_doi", "dataset:doi"])
def test_the_doi_of_a_related_work_is_not_the_pages(name: str) -> None:
    tags = f'<meta name="dc.title" content="{ARTICLE.title}"><meta name="{name}" content="{OTHERS[0].doi}">'
    assert work(tags, f"<h1>{ARTICLE.title}</h1>{REFERENCES}").get("doi") is None


SITE = {"@context": "https://schema.org", "@type": "WebSite", "name": "Cell", "url": "https://www.example.org/"}
TEASERS = "".join(
    f'<article><h2><a href="/doi/{o.doi}">{o.title}</a></h2><p>{", ".join(a.family for a in o.authors)}</p>'
    f"<p>{o.journal}, volume {o.volume}, issue {o.issue}, {o.year}, pages {o.pages}. Words of ours about it.</p></article>"
    for o in (*OTHERS, *ARTICLES[:4])
)  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        script(SITE),
        '<meta name="citation_journal_title" content="Cell">',
        script({"@context": "https://schema.org", "@type": "ItemList", "itemListElement": related()}),
        script({"@context": "https://schema.org", "@type": "CollectionPage", "hasPart": related(), "name": "Cell"}),
        script(
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": "News of a week",
                "about": related()[0],
            }
        ),
        '<meta property="og:type" content="website"><meta name="author" content="Ann Lee">',
    ],
    ids=["site", "journal", "list", "collection", "news", "author"],
)
def test_a_page_of_teasers_is_no_article(head: str) -> None:
    found = reading(f"<title>Cell | Home</title>{head}", f"<h1>Latest articles</h1>{TEASERS}")
    assert found.citing is None


def test_a_page_of_marked_teasers_is_no_article() -> None:
    items = "".join(
        f'<div itemscope itemtype="https://schema.org/ScholarlyArticle"><b itemprop="name">{o.title}</b>{context_object(o)}'
        f'<a itemprop="sameAs" href="https://doi.org/{o.doi}">DOI</a></div>'
        for o in OTHERS
    )
    assert reading("<title>Cell | Home</title>", f"<h1>Latest articles</h1>{items}").citing is None


def test_a_sites_objects_do_not_hide_an_article() -> None:
    site = {"@context": "https://schema.org", "@type": "WebSite", "name": "A site of ours"}
    found = work(script(site) + TAGS)
    assert (found.title, found.get("doi")) == (ARTICLE.title, ARTICLE.doi)


def test_a_deep_chain_of_parts_is_followed_so_far_and_no_farther() -> None:
    part: dict[str, object] = {"@type": "Periodical", "name": "Cell"}
    for _ in range(300):
        part = {"@type": "PublicationIssue", "isPartOf": part}
    assert work(script(linked(ARTICLE, isPartOf=part))).container_title == ""


def test_parts_that_name_each_other_in_a_circle_end() -> None:
    graph = [
        linked(ARTICLE) | {"@id": "#a", "isPartOf": {"@id": "#b"}},
        {"@id": "#b", "@type": "PublicationVolume", "volumeNumber": "168", "isPartOf": {"@id": "#a"}},
    ]
    assert work(script({"@graph": graph})).volume == "168"


def test_a_context_object_of_another_work_is_not_the_pages() -> None:
    body = f"<h1>A paper that we discuss here</h1><p>Words.</p>{context_object(ARTICLE)}{REFERENCES}"
    assert work("<title>A paper that we discuss here</title>", body).get("doi") is None


def test_a_context_object_with_the_pages_title_is_its_work() -> None:
    found = work(f"<title>{ARTICLE.title}</title>", f"<h1>{ARTICLE.title}</h1>{context_object(ARTICLE)}")
    assert (found.get("doi"), found.volume, found.page) == (ARTICLE.doi, "168", "707-723")


@pytest.mark.parametrize("mark", ["itemscope itemid='#journal' itemtype=", "typeof="])
def test_a_journal_marked_without_a_name_is_what_the_article_is_part_of(mark: str) -> None:
    vocabulary = "https://schema.org/" if "itemtype" in mark else ""
    prop = "itemprop" if "itemtype" in mark else "property"
    scope = mark.replace(" itemid='#journal'", "")
    body = (
        f'<div {scope}"{vocabulary}ScholarlyArticle"><h1 {prop}="name">{ARTICLE.title}</h1>'
        f'<p {mark}"{vocabulary}Periodical"><i {prop}="name">Cell</i></p></div>'
    )
    assert work("", body).container_title == "Cell"


def test_two_marks_with_one_key_are_one_object() -> None:
    body = (
        f'<div typeof="ScholarlyArticle" resource="#a"><h1 property="name">{ARTICLE.title}</h1>'
        '<p property="isPartOf" typeof="PublicationVolume" resource="#v"><b property="volumeNumber">168</b></p></div>'
        '<p typeof="ScholarlyArticle" resource="#a"><b property="pageStart">707</b></p>'
    )
    found = work("", body)
    assert (found.volume, found.page) == ("168", "707")


def test_a_context_object_in_dublin_cores_format_names_the_work_itself() -> None:
    text = f"rft_val_fmt=info:ofi/fmt:kev:mtx:dc&amp;rft.title={ARTICLE.title}&amp;rft.creator=Sharma%2C+P"
    found = work(
        f"<title>{ARTICLE.title}</title>", f'<h1>{ARTICLE.title}</h1><span class="Z3988" title="{text}"></span>'
    )
    assert (found.title, families(found), found.container_title) == (ARTICLE.title, ["Sharma"], "")


def test_the_end_of_a_range_comes_from_the_vocabulary_that_has_it() -> None:
    tags = '<meta name="citation_firstpage" content="707"><meta name="prism.pageRange" content="707-723">'
    assert work(TAGS + tags).page == "707-723"


def test_a_range_in_the_tag_of_the_first_page_is_whole() -> None:
    tags = '<meta name="citation_firstpage" content="p. 707-723"><meta name="citation_lastpage" content="723">'
    assert work(TAGS + tags).page == "707-723"


def test_authors_marked_in_a_reference_are_not_the_articles() -> None:
    body = f'<h1>{ARTICLE.title}</h1><ol><li><meta itemprop="author" content="Shear NH, Spielberg SP"></li></ol>'
    assert work(TAGS, body).author == ()


@pytest.mark.parametrize(("site", "journal"), [("eLife", "eLife"), ("A site", ""), ("Life", "")])
def test_a_sites_name_is_a_journals_only_if_the_doi_has_it(site: str, journal: str) -> None:
    tags = (
        '<meta name="dc.identifier" content="doi:10.7554/eLife.44753"><meta name="dc.title" content="A title of ours">'
    )
    assert work(f'{tags}<meta property="og:site_name" content="{site}">').container_title == journal


def test_marked_works_inside_the_article_are_not_the_article() -> None:
    other = OTHERS[0]
    body = (
        '<article itemscope itemtype="https://schema.org/ScholarlyArticle">'
        f'<h1 itemprop="headline">{ARTICLE.title}</h1><p itemprop="citation" itemscope '
        f'itemtype="https://schema.org/ScholarlyArticle"><i itemprop="name">{other.title}</i>'
        f'<a itemprop="sameAs" href="https://doi.org/{other.doi}">DOI</a></p>'
        f'<a itemprop="sameAs" href="https://doi.org/{ARTICLE.doi}">DOI</a></article>'
    )
    assert [str(i) for i in work("", body).identifiers] == [f"doi:{ARTICLE.doi}"]


@pytest.mark.parametrize(
    "head",
    [
        '<meta id="DOI" content="{doi}">',
        '<link rel="canonical" href="https://example.org/doi/full/{doi}">',
        '<base href="https://example.org/doi/full/{doi}">',
        '<meta name="citation_pdf_url" content="https://example.org/doi/pdf/{doi}">',
        '<meta name="savepage-url" content="https://example.org/doi/{doi}">',
    ],
)
def test_the_own_doi_is_found_where_a_page_names_itself(head: str) -> None:
    found = work(head.replace("{doi}", ARTICLE.doi), f"<h1>{ARTICLE.title}</h1>{REFERENCES}")
    assert found.get("doi") == ARTICLE.doi


def test_a_programs_note_of_the_address_names_the_page() -> None:
    source = (
        f'<!DOCTYPE html><html lang="en" data-scrapbook-source="https://example.org/doi/{ARTICLE.doi}"><head></head><body>'
        f"<h1>{ARTICLE.title}</h1>{REFERENCES}</body></html>"
    )
    (page,) = recognize(Source("page.html", source.encode(), "0" * 64)).pages
    citing = read(page).citing
    assert citing is not None
    assert citing.get("doi") == ARTICLE.doi


def test_a_reader_view_names_the_page_that_it_shows() -> None:
    link = (
        f'<div class="header"><a class="domain reader-domain" href="https://example.org/doi/{ARTICLE.doi}">x</a></div>'
    )
    assert work("", f"{link}<h1>{ARTICLE.title}</h1>{REFERENCES}").get("doi") == ARTICLE.doi


def test_a_link_whose_id_names_the_doi_is_the_pages() -> None:
    tags = TAGS.replace("citation_doi", "x")
    body = f'<h1>{ARTICLE.title}</h1><a id="ddDoi" href="http://dx.doi.org/{ARTICLE.doi}">Full text</a>{REFERENCES}'
    assert work(tags, body).get("doi") == ARTICLE.doi


def test_a_marker_within_a_doi_is_passed_over() -> None:
    marked = ARTICLE.doi.replace("cell", "<mark style='x'>cell</mark>")
    assert work(TAGS.replace(ARTICLE.doi, marked)).get("doi") == ARTICLE.doi


def test_a_description_that_cites_the_article_gives_its_place() -> None:
    said = f"(2017). {ARTICLE.title}. Cell: Vol. 168, No. 4, pp. 707-723. doi: {ARTICLE.doi}"
    found = work(f'{TAGS}<meta property="og:description" content="{said}">')
    assert (found.volume, found.issue, found.page) == ("168", "4", "707-723")


def test_an_identifier_that_is_a_citation_gives_the_place() -> None:
    tags = TAGS.replace("citation_journal_title", "x")
    line = '<meta name="dc.Identifier" scheme="coden" content="Cell, Vol. 168, No. 4, February 2017, pp. 707-723">'
    found = work(tags + line)
    assert (found.container_title, found.volume, found.issue, found.page) == ("Cell", "168", "4", "707-723")


def test_the_account_of_a_sites_program_is_no_author() -> None:
    tags = TAGS + '<meta name="author" content="admin">' + script(linked(ARTICLE, author={"name": "admin"}))
    assert work(tags).author == ()


@pytest.mark.parametrize(
    ("said", "doi"),
    [
        (f"Cite as: Sharma P. {ARTICLE.title}. Cell 168. https://doi.org/{ARTICLE.doi}", ARTICLE.doi),
        (
            "Cite as: arXiv:2001.02158 [q-bio] (or https://doi.org/10.48550/arXiv.2001.02158)",
            "10.48550/arxiv.2001.02158",
        ),
        (f"Cite as: Cohen J. {OTHERS[1].title}. https://doi.org/{OTHERS[1].doi}", None),
    ],
)
def test_how_a_page_says_to_be_cited_gives_its_doi(said: str, doi: str | None) -> None:
    tags = TAGS.replace("citation_doi", "x")
    words = "Words of ours. " * 200
    assert work(tags, f"<h1>{ARTICLE.title}</h1><p>{words}</p><p>{said}</p>").get("doi") == doi


def test_a_printed_list_that_is_cut_gives_way_to_the_whole_one() -> None:
    tags = "".join(f'<meta name="DC.creator" content="{a.family}, {a.given}">' for a in ARTICLE.authors)
    body = (
        f"<h1>{ARTICLE.title}</h1><p>Padmanee Sharma, Siwen Hu-Lieskovan, et al. {ARTICLE.title}. <i>Cell</i>, 2017, 168 (4), "
        f"pp.707-723.</p><h2>Abstract</h2><p>{'Words of ours. ' * 60}</p>{REFERENCES}"
    )
    assert len(work(f'<meta name="DC.title" content="{ARTICLE.title}">{tags}', body).author) == len(ARTICLE.authors)


@pytest.mark.parametrize(
    ("line", "volume"),
    [("Volume 168, 2017", "168"), ("Version 1 May 2, 2020", "")],
)
def test_a_printed_year_is_no_page(line: str, volume: str) -> None:
    found = work(TAGS, f"<p>{line}</p><h1>{ARTICLE.title}</h1><p>Padmanee Sharma, Antoni Ribas</p><p>{line}</p>")
    assert (found.volume, found.page) == (volume, "")


def test_authors_whose_names_stand_in_elements_named_so_are_read() -> None:
    people = ", ".join(
        f'<button><span><span class="given-name">{a.given}</span> <span class="text surname">{a.family}</span></span><sup>a</sup></button>'
        for a in ARTICLE.authors
    )
    cited = '<p class="reference"><i class="authors"><b class="given-name">A</b> <b class="surname">Other</b></i></p>'
    found = work(TAGS, f'<h1>{ARTICLE.title}</h1><div class="author-group">{people}</div>{cited}')
    assert families(found) == [a.family for a in ARTICLE.authors]


def test_a_title_that_no_heading_has_is_the_end_of_the_browsers_title() -> None:
    head = f"<title>ScienceDirect - Cell : {ARTICLE.title}</title>" + TAGS.replace("citation_title", "x")
    assert work(head, f"<h1>Relevant terms of this article</h1><div>{ARTICLE.title}</div>").title == ARTICLE.title


def test_a_databases_number_is_the_pmid() -> None:
    found = work(TAGS + '<meta name="ncbi_uidlist" content="28187290">')
    assert found.get("pmid") == "28187290"


def test_several_numbers_of_a_database_are_no_pmid() -> None:
    assert work(TAGS + '<meta name="ncbi_uidlist" content="28187290,28187291">').get("pmid") is None


@pytest.mark.parametrize("heading", ["Log in", "Cell", "A site of ours", "Redirecting", "Menu"])
def test_the_name_of_a_site_or_a_form_is_no_title(heading: str) -> None:
    head = f'<title>{ARTICLE.title} | Cell | Elsevier</title><meta property="og:site_name" content="A site of ours">'
    tags = f'<meta name="citation_doi" content="{ARTICLE.doi}"><meta name="citation_journal_title" content="Cell">'
    assert work(head + tags, f"<h1>{heading}</h1><p>Words.</p>").title == ARTICLE.title


def test_a_title_for_sharing_loses_the_names_of_journal_and_publisher() -> None:
    tags = f'<meta name="citation_doi" content="{ARTICLE.doi}">'
    assert work(f'{tags}<meta property="og:title" content="{ARTICLE.title} | Cell | Elsevier">').title == ARTICLE.title


@pytest.mark.parametrize(
    ("browsers", "heading", "title"),
    [
        (f"{ARTICLE.title} - Proceedings of a Society", "Proceedings of a Society", ARTICLE.title),
        (f"Proceedings of a Society | {ARTICLE.title}", ARTICLE.title, ARTICLE.title),
        ("A very long name of a site | Short title", "Short title", "Short title"),
    ],
)
def test_a_heading_that_is_the_name_behind_a_title_is_not_the_title(browsers: str, heading: str, title: str) -> None:
    tags = f'<meta name="citation_doi" content="{ARTICLE.doi}">'
    body = f"<h1>{heading}</h1><div>{ARTICLE.title}</div><p>Words.</p>"
    assert work(f"<title>{browsers}</title>{tags}", body).title == title


def test_a_headline_that_is_cut_gives_way_to_the_whole_one() -> None:
    cut = f'<meta name="citation_title" content="{ARTICLE.title[:30]}…"><meta name="citation_doi" content="{ARTICLE.doi}">'
    assert work(cut + f'<meta name="dc.title" content="{ARTICLE.title}">').title == ARTICLE.title


def test_the_title_of_a_preprints_page_is_a_preprints() -> None:
    spike = ARTICLES[-1]
    tags = f'<meta name="citation_title" content="{spike.title}"><meta name="citation_doi" content="{spike.doi}">'
    assert work(tags + '<meta name="citation_journal_title" content="bioRxiv">').type == "article"


@pytest.mark.parametrize(
    "head",
    [
        f'<meta name="citation_author" content="{"1 " * 100_000}x">',
        f'<meta name="citation_authors" content="{"A B, " * 40_000}">',
        f'<meta name="dc.source" content="{"Vol " * 50_000}">',
        "".join(f'<meta name="a{n}_doi" content="10.1000/{n}">' for n in range(20_000)),
        f'<script type="application/ld+json">{{"@type":"ScholarlyArticle","name":"{chr(92)}x{"," * 150_000}</script>',
        "".join(f'<script type="application/ld+json">//{" " * 30_000}</script>' for _ in range(20)),
        f'<span class="Z3988" title="{"rft.atitle=a&amp;" * 1_000}"></span>' * 200,
    ],
    ids=["digits", "authors", "source", "names", "broken json", "blanks", "context objects"],
)
def test_hostile_metadata_cost_no_more_than_their_length(head: str) -> None:
    start = process_time()
    reading(TAGS + head, f"<h1>{ARTICLE.title}</h1>")
    assert process_time() - start < 3


def test_many_marked_values_of_one_object_cost_no_more_than_their_number() -> None:
    people = '<i itemprop="author">Ann Lee</i>' * 9_000
    start = process_time()
    reading(
        "",
        f'<div itemscope itemtype="https://schema.org/ScholarlyArticle"><h1 itemprop="name">A title</h1>{people}</div>',
    )
    assert process_time() - start < 3


@pytest.mark.parametrize(
    "line",
    [
        "Sharma, P., & Ribas, A. (2017). Resistance to cancer immunotherapy. Cell, 168(4), 707-723.",
        "Sharma P, Ribas A. Resistance to cancer immunotherapy. Cell. 2017;168(4):707-23.",
        "Cell, 168, 4, 707-723(17)",
    ],
)
def test_a_citation_of_the_work_gives_its_place(line: str) -> None:
    found = work(
        TAGS.replace("citation_journal_title", "x") + f'<meta name="DCTERMS.bibliographicCitation" content="{line}">'
    )
    assert (found.container_title, found.volume, found.issue, found.page) == ("Cell", "168", "4", "707-723")


def test_an_issn_before_the_journals_name_does_not_hide_it() -> None:
    tags = '<meta name="DC.source" content="ISSN: 0092-8674"><meta name="DC.source" content="Cell">'
    assert work(TAGS.replace("citation_journal_title", "x") + tags).container_title == "Cell"


def test_a_repositorys_relation_names_the_doi() -> None:
    tags = f'<meta name="DC.relation" content="info:eu-repo/semantics/altIdentifier/doi/{ARTICLE.doi}">'
    assert work(TAGS.replace("citation_doi", "x") + tags).get("doi") == ARTICLE.doi


def test_a_page_of_many_tags_is_read_in_time_that_grows_with_their_number() -> None:
    tags = "".join(f'<meta name="citation_author" content="Author{n}, A">' for n in range(3_000))
    assert (
        len(work(TAGS + tags + f"<script type='application/ld+json'>{json.dumps(linked(ARTICLE))}</script>").author)
        == 3_000
    )
