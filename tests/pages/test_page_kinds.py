"""Lists that are hard to find, pages of other kinds, and pages that are no article."""

import pytest

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from tests.pages.layouts import CITED, HIGHWIRE_META, OTHER, OWN_DOI, OWN_TITLE

LINES = [f"{c.authors}. {c.title}. {c.journal}. {c.year};{c.volume}:{c.pages}." for c in CITED]
NUMBERED = [f"{n}. {line}" for n, line in enumerate(LINES, 1)]
ITEMS = "".join(f"<li>{line}</li>" for line in LINES)


def reading(text: str) -> tuple[str, Reading]:
    (page,) = recognize(Source("page", text.encode(), "0" * 64)).pages
    return page.format, read(page)


def html(body: str, head: str = HIGHWIRE_META) -> str:
    return f"<!DOCTYPE html><html><head><title>{OWN_TITLE}</title>{head}</head><body><h1>{OWN_TITLE}</h1>{body}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        f"<h2>References</h2><p>{' '.join(NUMBERED[:2])}<br>{' '.join(NUMBERED[2:])}</p>",
        f"<p><b>References</b></p><p>{'<br>'.join(NUMBERED)}</p>",
        f"<h3>References–I-O resistance</h3><div class='x'>{' '.join(NUMBERED)}</div>",
        f"<h2>References</h2>{''.join(f'<p>{line}</p>' for line in NUMBERED)}<h2>About us</h2><p>Words of 2019.</p>",
        f"<h2>7. References</h2><table>{''.join(f'<tr><td>[{n}]</td><td>{line}</td></tr>' for n, line in enumerate(LINES, 1))}</table>",
        f"<dl><dt>Bibliografía</dt></dl><h4>Referencias</h4><ul>{ITEMS}</ul>",
        f"<h2>参考文献</h2><ol>{ITEMS}</ol>",
        f"<div><div><h2>Список литературы</h2></div><div><ol>{ITEMS}</ol></div></div>",
        f"<ol>{ITEMS}</ol>",
        f"<h2>References</h2><ol>{ITEMS}</ol><div id='tab'><h2>References</h2><ol>{ITEMS}</ol></div>",
        f"<section><h2>References to studies included in this review</h2><ul>{''.join(f'<li>{x}</li>' for x in LINES[:2])}</ul>"
        f"</section><section><h2>Additional references</h2><ul>{''.join(f'<li>{x}</li>' for x in LINES[2:])}</ul></section>",
        "<h2>References</h2><ol>" + "".join(
            f"<li>{line}<ul><li>Crossref</li><li>PubMed</li></ul></li>" for line in LINES
        ) + "</ol>",
        f"<h2>References</h2><ol>{ITEMS}</ol><h2>Similar articles</h2><ol><li>{OTHER}</li><li>{OTHER}</li><li>{OTHER}</li>"
        f"<li>{OTHER}</li><li>{OTHER}</li></ol>",
    ],
)  # fmt: skip
def test_a_list_is_found_and_counted_however_it_is_marked_up(body: str) -> None:
    found = reading(html(body))[1]
    assert [cited.title in reference.text for reference, cited in zip(found.references, CITED, strict=True)] == [
        True
    ] * 4
    assert not any("not cited here" in reference.text for reference in found.references)


def test_a_page_that_is_no_article_but_cites_is_a_webpage() -> None:
    found = reading(html(f"<h2>References</h2><ol>{ITEMS}</ol>", head=""))[1]
    assert found.citing is not None
    assert (found.citing.type, found.citing.title, found.citing.identifiers) == ("webpage", OWN_TITLE, ())


def test_references_that_only_the_metadata_tell_are_read_from_them() -> None:
    tags = "".join(
        f'<meta name="citation_reference" content="citation_title={c.title}; citation_author={c.authors.split(",")[0]}; '
        f"citation_journal_title={c.journal}; citation_publication_date={c.year}; citation_volume={c.volume}; "
        f'citation_firstpage={c.pages.split("-")[0]}; citation_doi={c.doi}">'
        for c in CITED
    )
    found = reading(html("<p>Sign in to read on.</p>", HIGHWIRE_META + tags))[1]
    assert [r.identifiers[0].value for r in found.references] == [c.doi.lower() for c in CITED]
    assert found.references[0].text.startswith("Kaplan GG. The global burden of IBD: from 2015 to 2025. Nat Rev")
    assert {a.how for r in found.references for a in r.asserted} == {"meta"}


def test_several_works_in_one_reference_stay_several() -> None:
    links = "".join(f'<a href="https://doi.org/{c.doi}">{c.doi}</a>; ' for c in CITED[:2])
    found = reading(
        html(f"<h2>References</h2><ol><li>(a) {LINES[0]} (b) {LINES[1]} {links}</li><li>{LINES[2]}</li></ol>")
    )[1]
    assert [len(reference.identifiers) for reference in found.references] == [2, 0]


def test_what_links_and_words_say_is_told_apart() -> None:
    entry = f'{LINES[0]} doi: {CITED[1].doi} 10.1000/bare <a href="https://doi.org/{CITED[0].doi}">Crossref</a>'
    (first, *_) = reading(html(f"<h2>References</h2><ol><li>{entry}</li><li>{LINES[1]}</li></ol>"))[1].references
    assert [(a.identifier.value, a.how) for a in first.asserted] == [
        (CITED[0].doi, "link"), (CITED[1].doi.lower(), "label"), ("10.1000/bare", "text"),
    ]  # fmt: skip


def test_the_pages_own_identifier_is_none_of_its_references() -> None:
    entry = f'{LINES[0]} <a href="/doi/{OWN_DOI}#r1">View in article</a>'
    (first, *_) = reading(html(f"<h2>References</h2><ol><li>{entry}</li><li>{LINES[1]}</li></ol>"))[1].references
    assert first.identifiers == ()


PMC = f"""<html><head><meta name="ncbi_app" content="pmc"><meta name="citation_title" content="{OWN_TITLE}">
<meta name="citation_doi" content="{OWN_DOI}"><meta name="citation_pmid" content="33572385"></head><body>{{header}}
<h1 class="content-title">{OWN_TITLE}</h1>{{refs}}</body></html>"""
PMC_OLD = PMC.format(
    header='<div class="fm-ids">PMCID: PMC7916202</div>',
    refs='<div id="ref-list" class="tsec sec"><h2 class="head">References</h2><div class="ref-list-sec sec">'
    + "".join(
        f'<div class="ref-cit-blk half_rhythm" id="B{n}">{n}. <span class="element-citation">{line} [<a href="/pubmed/{c.pmid}">PubMed'
        f'</a>] [<a href="https://scholar.google.com/scholar_lookup?doi={c.doi}">Google Scholar</a>]</span></div>'
        for n, (line, c) in enumerate(zip(LINES, CITED, strict=True), 1)
    )
    + "</div></div>",
)
PMC_NEW = PMC.format(
    header='<section class="pmc-layout__citation"><div>PMCID: PMC7916202&nbsp;&nbsp;PMID: <a href="/33572385/">33572385</a></div></section>',
    refs='<section id="ref-list1" class="ref-list"><h2 class="pmc_sec_title">References</h2><section><ul class="ref-list">'
    + "".join(
        f'<li id="B{n}"><span class="label">{n}.</span><cite>{line} doi: {c.doi}.</cite> [<a href="https://doi.org/{c.doi}">DOI</a>] '
        f'[<a href="https://pubmed.ncbi.nlm.nih.gov/{c.pmid}/">PubMed</a>]</li>'
        for n, (line, c) in enumerate(zip(LINES, CITED, strict=True), 1)
    )
    + "</ul></section></section>",
)


@pytest.mark.parametrize("page", [PMC_OLD, PMC_NEW])
def test_a_page_of_pmc_tells_its_three_identifiers_and_its_references(page: str) -> None:
    form, found = reading(page)
    assert form == "pmc-html"
    assert found.citing is not None
    assert {str(i) for i in found.citing.identifiers} == {f"doi:{OWN_DOI}", "pmid:33572385", "pmcid:PMC7916202"}
    assert [r.label for r in found.references] == ["1", "2", "3", "4"]
    assert [next(i.value for i in r.identifiers if i.scheme == "pmid") for r in found.references] == [
        c.pmid for c in CITED
    ]


def test_an_old_page_of_pubmed_is_read_without_its_neighbours() -> None:
    form, found = reading(
        '<html><head><meta name="ncbi_db" content="pubmed"><meta name="ncbi_uidlist" content="25817406"></head><body>'
        '<div class="rprt abstract"><div class="cit"><a href="#">Psychoneuroendocrinology.</a> 2015 Mar 12;56:120-31. doi: '
        '10.1016/j.psyneuen.2015.03.010. [Epub]</div><h1>A title of ours.</h1><div class="auths"><a href="#">Powell DJ</a>, '
        '<a href="#">Moss-Morris R</a></div><div class="abstr"><h3>Abstract</h3><div><p>Words.</p></div></div><dl class="rprtid">'
        '<dt>PMID:</dt> <dd>25817406</dd></dl></div><div class="portlet"><h3>Similar articles</h3><ul><li><a href="/pubmed/1">x</a>'
        "</li></ul></div></body></html>"
    )
    work = found.citing
    assert form == "pubmed-html-old"
    assert work is not None
    assert {str(i) for i in work.identifiers} == {"doi:10.1016/j.psyneuen.2015.03.010", "pmid:25817406"}
    assert (work.title, str(work.issued), work.volume, work.page) == ("A title of ours.", "2015-03-12", "56", "120-131")
    assert [str(a) for a in work.author] == ["Powell, DJ", "Moss-Morris, R"]
    assert not found.references


JATS = f"""<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN" "JATS.dtd">
<article article-type="review-article" xml:lang="en"><front><journal-meta><journal-id journal-id-type="nlm-ta">J Fill</journal-id>
<journal-title-group><journal-title>Journal of Filler</journal-title></journal-title-group><issn>1422-0067</issn></journal-meta>
<article-meta><article-id pub-id-type="pmid">38473991</article-id><article-id pub-id-type="doi">{OWN_DOI}</article-id><title-group>
<article-title>About H<sub>2</sub>O<xref>*</xref></article-title></title-group><contrib-group><contrib contrib-type="author"><name>
<surname>Puca</surname><given-names>Pierluigi</given-names></name></contrib><contrib contrib-type="editor"><name><surname>Nobody
</surname></name></contrib></contrib-group><pub-date pub-type="epub"><day>28</day><month>2</month><year>2024</year></pub-date>
<volume>25</volume><issue>5</issue><elocation-id>2789</elocation-id><related-article ext-link-type="doi"/></article-meta></front>
<back><ref-list><ref id="B1"><label>1.</label><mixed-citation><name><surname>Kaplan</surname> <given-names>GG</given-names></name>.
<article-title>The global burden</article-title>. <source>Nat Rev</source> <year>2015</year>;<volume>12</volume>:<fpage>720</fpage>.
<pub-id pub-id-type="doi">10.1038/nrgastro.2015.150</pub-id><pub-id pub-id-type="pmid">26323879</pub-id></mixed-citation></ref>
<ref id="B2"><label>2</label><element-citation><person-group person-group-type="author"><name><surname>Liu</surname><given-names>J
</given-names></name><etal/></person-group><article-title>Recent advances</article-title><source>Cytokine Growth Factor Rev</source>
<year>2023</year><volume>71</volume><fpage>1</fpage><lpage>12</lpage><ext-link ext-link-type="doi" xmlns:xlink=
"http://www.w3.org/1999/xlink" xlink:href="10.1016/j.cytogfr.2023.07.001">x</ext-link></element-citation></ref></ref-list></back>
</article>"""


def test_an_article_in_jats_is_read_whatever_its_suffix() -> None:
    form, found = reading(JATS)
    work = found.citing
    assert form == "jats"
    assert work is not None
    assert {str(i) for i in work.identifiers} == {"pmid:38473991", f"doi:{OWN_DOI}"}
    assert (work.title, work.container_title_short, str(work.issued), work.page) == (
        "About H2O",
        "J Fill",
        "2024-02-28",
        "2789",
    )
    assert [str(a) for a in work.author] == ["Puca, Pierluigi"]
    assert [[str(i) for i in r.identifiers] for r in found.references] == [
        ["doi:10.1038/nrgastro.2015.150", "pmid:26323879"], ["doi:10.1016/j.cytogfr.2023.07.001"],
    ]  # fmt: skip
    assert found.references[1].text.startswith(
        "Liu J, et al. Recent advances. Cytokine Growth Factor Rev. 2023;71:1-12."
    )
    for reference in found.references:
        assert reference.span is not None
        assert JATS[reference.span.start : reference.span.end].startswith("<ref id=")


def test_a_page_of_qxmd_is_an_article_by_its_title() -> None:
    page = (
        '<html><head><title>A title of ours | Read by QxMD</title><link rel="canonical" href="https://read.qxmd.com/read/1/x"></head>'
        '<body><h1>A title of ours</h1><div class="abstract">Words of an abstract.</div></body></html>'
    )
    form, found = reading(page)
    assert form == "qxmd-html"
    assert found.citing is not None
    assert (found.citing.title, found.citing.abstract, found.citing.identifiers) == (
        "A title of ours",
        "Words of an abstract.",
        (),
    )


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ('<html><head><meta name="ncbi_db" content="pubmed"><meta name="ncbi_pdid" content="search-results"></head><body>'
         '<div class="search-results">PMID: 1</div></body></html>', "search-results"),
        ('<html><head><script type="application/ld+json">{"@type":"Dataset","name":"Data","@id":"https://doi.org/10.5061/x"}'
         "</script><title>Data</title></head><body><p>Data of 2019.</p></body></html>", "data-record"),
        ('<html><head><meta name="DC.type" content="Dataset"><title>Data</title></head><body><h2>References</h2>'
         f"<ol>{ITEMS}</ol></body></html>", "data-record"),
        ('<html><head><script type="application/ld+json">{"@type":"QAPage","name":"Which?"}</script></head><body>'
         f"<h2>References</h2><ol>{ITEMS}</ol></body></html>", "questions"),
        ('<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>', "captcha"),
        ("<html><head><title>404 Not Found</title></head><body>404 Not Found</body></html>", "not-found"),
        ('<html><head><meta name="ncbi_db" content="pubmed"><meta name="ncbi_pdid" content="home"><title>Home - PubMed</title>'
         "</head><body><ul><li>Tools</li></ul></body></html>", "no-article"),
        ('<html><head><meta property="og:type" content="article"><meta property="og:title" content="News"><title>News</title></head>'
         "<body><ul><li>One</li><li>Two (2019)</li><li>Three</li></ul></body></html>", "no-article"),
    ],
)  # fmt: skip
def test_a_page_that_is_no_article_says_what_it_is(page: str, code: str) -> None:
    found = reading(page)[1]
    assert found.citing is None
    assert found.references == ()
    assert [problem.code for problem in found.problems] == [code]


@pytest.mark.parametrize(
    "title", ["References (4)", "References Show all", "Bibliography Go to", "4. Literature cited:"]
)
def test_a_heading_may_carry_a_count_or_a_button(title: str) -> None:
    found = reading(html(f"<section><h2>{title}</h2><div class='x'><ol>{ITEMS}</ol></div></section>"))[1]
    assert len(found.references) == 4


@pytest.mark.parametrize(
    "heading", ["Cited by (12)", "Recommended articles", "Articles in this issue", "Related content"]
)
def test_lists_of_other_works_on_an_abstract_page_are_no_references(heading: str) -> None:
    others = "".join(
        f"<li>{line} <a href='https://doi.org/10.5555/x.{n}'>Link</a></li>" for n, line in enumerate(LINES)
    )
    found = reading(html(f"<p>Words.</p><section><h2>{heading}</h2><ul>{others}</ul></section>"))[1]
    assert found.references == ()
    assert found.citing is not None


def test_entries_that_the_page_hides_until_asked_are_read() -> None:
    entries = "".join(f"<div class='ref' style='display:none'>{line}</div>" for line in LINES)
    assert len(reading(html(f"<h2>References</h2><div>{entries}</div>"))[1].references) == 4


@pytest.mark.parametrize("between", ["<br>", "<br/><br/>", " "])
def test_links_of_entries_that_are_no_elements_go_to_their_entry(between: str) -> None:
    entries = between.join(
        f'{line} [<a href="http://www.ncbi.nlm.nih.gov/pubmed/{c.pmid}">PubMed</a>] [<a href="https://doi.org/{c.doi}">CrossRef</a>]'
        for line, c in zip(NUMBERED, CITED, strict=True)
    )
    found = reading(html(f"<p><b>References</b></p><div>{entries}</div>"))[1]
    assert [{i.value for i in r.identifiers} for r in found.references] == [{c.pmid, c.doi.lower()} for c in CITED]
    assert [r.text for r in found.references] == LINES
    assert {r.tail_labels for r in found.references} == {("PubMed", "CrossRef")}
