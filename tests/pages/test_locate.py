"""Where pages say their own work's fields: the block that says each, and no place that does not."""

import re
from html import unescape
from pathlib import Path

import pytest

from harvester.model import Page, Reading, Work, work_json
from harvester.model.reading import FieldLocation
from harvester.pages.layouts import read
from harvester.pages.locate import find_locations
from harvester.pages.locate.folded_words import tight, tight_value
from harvester.values import titles
from tests.app.pages_of_ours import IBD, PAPERS, page_of, pubmed_page, qxmd_page
from tests.pages.layouts import LAYOUTS, OTHER, page
from tests.pages.test_page_kinds import JATS, PMC_NEW, PMC_OLD

PAGES = Path(__file__).resolve().parent / "pages"
TEXTS = ("text", "pubmed-text", "qxmd-text")
_TAG = re.compile(r"<[^<>]*>")


def located(text: str, form: str) -> tuple[FieldLocation, ...]:
    """Where a page says what is read of it."""
    return find_locations(Page("x", "0", form, text), read(Page("x", "0", form, text)))


def located_of(work: Work | None, text: str) -> tuple[FieldLocation, ...]:
    """Where a page of HTML says a work, whatever is read of it."""
    return find_locations(Page("x", "0", "html", text), Reading("", work))


def locations(text: str, form: str) -> dict[str, str]:
    """What stands at the place of each field."""
    return {location.field: text[location.span.start : location.span.end] for location in located(text, form)}


def fields(text: str, form: str) -> set[str]:
    """Every field and identifier that is read of a page's own work, but its type, which no page says."""
    work = read(Page("x", "0", form, text)).citing or Work()
    return {field for field in work_json.FIELDS if getattr(work, field)} - {"type"} | set(map(str, work.identifiers))


def html(head: str = "", body: str = "") -> str:
    """A page that is of an article."""
    doi = '<meta name="citation_doi" content="10.1234/a.1">'
    return f"<html><head>{doi}{head}</head><body>{body}</body></html>"


def test_every_field_of_a_pubmed_page_has_the_block_that_says_it() -> None:
    text = (PAGES / "pubmed_2020.html").read_text("utf-8")
    found = locations(text, "pubmed-html")
    assert found["title"] == '<meta name="citation_title" content="A title of our own">'
    assert found["issued"] == '<meta name="citation_date" content="05/30/2024">'
    assert found["volume"] == found["issue"] == found["page"] == found["number"]
    assert found["page"] == '<span class="cit">2024 May 30;19(5):e0303969.</span>'
    assert found["author"].startswith('<a class="full-name" href="/?term=x">Roger E Peverill</a>')
    assert found["author"].endswith("Lisa van der Berg</a>")
    assert found["abstract"] == "<p>Filler.</p>"
    assert found["pmcid:PMC11139319"].endswith(">PMC11139319</a>")
    assert set(found) == fields(text, "pubmed-html")


@pytest.mark.parametrize(
    ("field", "tag"),
    [
        ("language", '<meta name="citation_language" content="English">'),
        ("language", '<meta name="dc.language" content="en_US">'),
        ("issn", '<meta name="citation_issn" content="12345679">'),
    ],
)
def test_a_tag_says_a_value_in_whatever_form_it_has_it(field: str, tag: str) -> None:
    assert locations(html(f'<meta name="citation_title" content="A title of our own">{tag}'), "html")[field] == tag


def test_every_field_of_pubmed_as_text_has_the_words_that_say_it() -> None:
    text = (PAGES / "pubmed_copied.txt").read_text("utf-8")
    found = locations(text, "pubmed-text")
    assert found["title"].startswith("Cellular and Molecular")
    assert found["issued"] == found["volume"] == found["issue"] == found["page"] == "2024 Feb 28;25(5):2789"
    assert (found["author"], found["container_title"]) == ("Pierluigi Puca", "Int J Mol Sci")
    assert found["keywords"] == "one; two words; CTLA4"
    assert found["abstract"].startswith("Our own words") and found["abstract"].endswith("volume of 12.")
    assert found["doi:10.3390/ijms25052789"] == "10.3390/ijms25052789"
    assert set(found) == fields(text, "pubmed-text")


def test_every_field_of_jats_has_the_element_that_says_it() -> None:
    text = (
        '<?xml version="1.0"?><article xml:lang="en"><front><journal-meta><journal-id journal-id-type="nlm-ta">J Fill'
        "</journal-id><journal-title>Journal of Filling</journal-title><issn>1234-5678</issn></journal-meta>"
        '<article-meta><article-id pub-id-type="doi">10.1234/a.1</article-id><title-group><article-title>On CO<sub>2'
        "</sub> &amp; air</article-title></title-group><contrib-group><contrib contrib-type='author'><name><surname>"
        "Puca</surname><given-names>Pierluigi</given-names></name></contrib></contrib-group><pub-date><day>28</day>"
        "<month>02</month><year>2024</year></pub-date><volume>25</volume><issue>5</issue><fpage>175</fpage><lpage>9"
        "</lpage><related-article><volume>7</volume></related-article><abstract><p>Our own words.</p></abstract>"
        "<kwd-group><kwd>one</kwd><kwd>two</kwd></kwd-group></article-meta></front></article>"
    )
    found = locations(text, "jats")
    assert found["title"].startswith("<article-title>") and found["title"].endswith("</article-title>")
    assert found["issued"] == "<pub-date><day>28</day><month>02</month><year>2024</year></pub-date>"
    assert (found["volume"], found["issue"]) == ("<volume>25</volume>", "<issue>5</issue>")
    assert found["page"] == "<fpage>175</fpage><lpage>9</lpage>"
    assert found["keywords"] == "<kwd>one</kwd><kwd>two</kwd>"
    assert found["author"].startswith("<contrib-group>") and found["author"].endswith("</contrib-group>")
    assert found["language"] == '<article xml:lang="en">'
    assert set(found) == fields(text, "jats")


def test_what_is_said_of_a_related_article_in_jats_is_no_place() -> None:
    text = (
        "<article><front><article-meta><title-group><article-title>A title of ours</article-title></title-group>"
        "<related-article><volume>25</volume></related-article><volume>25</volume></article-meta></front></article>"
    )
    (volume,) = [p for p in located(text, "jats") if p.field == "volume"]
    assert volume.span.start == text.rindex("<volume>")


def test_an_old_page_of_pubmed_says_its_work_in_its_citation_line() -> None:
    text = (
        '<html><body><div class="rprt abstract"><div class="cit"><a href="#">J Fill.</a> 2015 Mar 12;56:120-31. doi: '
        '10.1016/j.psyneuen.2015.03.010. [Epub]</div><h1>A title of ours.</h1><div class="auths"><a href="#">Powell DJ'
        '</a>, <a href="#">Moss-Morris R</a></div><div class="abstr"><h3>Abstract</h3><div><p>Words.</p></div></div>'
        '<dl class="rprtid"><dt>PMID:</dt> <dd>25817406</dd></dl></div></body></html>'
    )
    found = locations(text, "pubmed-html-old")
    assert found["title"] == "<h1>A title of ours.</h1>"
    assert found["page"] == "2015 Mar 12;56:120-31. doi: 10.1016/j.psyneuen.2015.03.010. [Epub]"
    assert found["pmid:25817406"] == "<dd>25817406</dd>"
    assert set(found) == fields(text, "pubmed-html-old")


@pytest.mark.parametrize("text", [PMC_OLD, PMC_NEW], ids=["old", "new"])
def test_a_page_of_pmc_says_its_three_identifiers_and_its_title(text: str) -> None:
    found = locations(text, "pmc-html")
    assert set(found) == fields(text, "pmc-html")
    assert "PMC7916202" in found["pmcid:PMC7916202"]
    assert found["pmid:33572385"] == '<meta name="citation_pmid" content="33572385">'


def test_an_article_in_jats_with_a_note_in_its_title_says_all_of_it() -> None:
    assert set(locations(JATS, "jats")) == fields(JATS, "jats")


def test_a_saved_page_of_qxmd_says_its_title_abstract_and_identifier() -> None:
    text = (
        '<html><head><meta name="citation_doi" content="10.1234/a.1"></head><body><h1>A title of our own</h1>'
        '<div class="paper-abstract">An <b>abstract</b> of ours.</div></body></html>'
    )
    found = locations(text, "qxmd-html")
    assert found["title"] == "<h1>A title of our own</h1>"
    assert found["abstract"] == '<div class="paper-abstract">An <b>abstract</b> of ours.</div>'
    assert set(found) == fields(text, "qxmd-html")


def test_a_record_copied_as_any_text_says_its_line_title_and_identifiers() -> None:
    text = (
        "J Fill. 2021 Feb 9;10(4):670.\ndoi: 10.1234/a.1.\n\nA title of our own about nothing\n\nPierluigi Puca\n\n"
        "Abstract\n\nWords of ours.\n\nPMID: 33572385\n\nReferences\n\n"
        "1. Kaplan GG. A title of our own about nothing. J Fill. 2021;10:670.\n"
        "2. Hayney MS. Another one. Int J Infect Dis. 1998;2:143-146.\n"
        "3. Sharma P. A third one of them. Cell. 2017;168:707-723.\n"
    )
    found = locations(text, "text")
    assert found["page"] == "2021 Feb 9;10(4):670"
    assert found["pmid:33572385"] == "PMID: 33572385"
    assert set(found) == fields(text, "text")


def test_a_page_of_qxmd_says_its_title_and_abstract() -> None:
    text = qxmd_page(PAPERS[IBD[0]])
    assert set(locations(text, "qxmd-text")) == {"title", "abstract"}


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_of_a_journal_says_all_of_its_work(name: str) -> None:
    text = page(name)
    assert set(locations(text, "html")) == fields(text, "html")


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_place_is_in_a_list_of_other_works(name: str) -> None:
    text = page(name)
    found = read(Page("x", "0", "html", text))
    told = find_locations(Page("x", "0", "html", text), found)
    spans = [r.span for r in found.references if r.span]
    others = [m.span() for m in re.finditer(re.escape(OTHER), text)]
    taken = [*((s.start, s.end) for s in spans), *others]
    assert not [p for p in told if any(start < p.span.end and p.span.start < end for start, end in taken)]


def test_json_ld_says_values_each_in_its_place() -> None:
    found = locations(page("json-ld-only"), "html")
    assert found["author"] == '[{"@type":"Person","name":"Pierluigi Puca"}]'
    assert found["issued"] == '"2024-02-28"'
    assert found["container_title"] == '{"@type":"Periodical","name":"J Fill"}'


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ('<meta name="citation_title" content="On CO&lt;sub&gt;2&lt;/sub&gt; &amp;amp; air">', "title", ""),
        ("<META content='Of \"quotes\" > signs' name=citation_title>", "title", ""),
        ('<meta property="citation_author" content="Puca, Pierluigi">', "author", ""),
        ('<meta name="citation_publication_date" content="October 29, 2014">', "issued", ""),
        ('<meta name="dc.Date" content="2014-10-29">', "issued", ""),
        ('<meta name="citation_firstpage" content="175"><meta name="citation_lastpage" content="9">', "page", ""),
        ('<meta name="citation_issn" content="1234-5678"><meta name="citation_issn" content="8765-4321">', "issn", ""),
        ('<meta name="citation_keywords" content="one; two words">', "keywords", ""),
        ('<meta name="citation_pmid" content="33572385">', "pmid:33572385", ""),
        ('<link rel="canonical" href="https://pmc.ncbi.nlm.nih.gov/articles/PMC7916202/">', "pmcid:PMC7916202", ""),
    ],
)
def test_a_tag_in_the_head_is_the_place_however_it_is_written(said: str, field: str, value: str) -> None:
    assert locations(html(said), "html")[field] == said + value


def test_authors_told_by_many_tags_have_the_range_of_all_of_them() -> None:
    tags = "".join(
        f'<meta name="citation_author" content="{name}"><meta name="citation_author_institution" content="Rome">'
        for name in ("Puca, Pierluigi", "Papa, Alfredo")
    )
    end = '<meta name="citation_author_institution" content="Rome">'
    assert locations(html(tags), "html")["author"] == tags.removesuffix(end)


def test_metadata_are_preferred_to_the_heading() -> None:
    tag = '<meta name="citation_title" content="A title of our own">'
    assert locations(html(tag, "<h1>A title of our own</h1>"), "html")["title"] == tag


def test_a_title_in_the_heading_alone_has_the_heading_with_its_markup() -> None:
    heading = "<h1 class='t'>On CO<sub>2</sub> &amp; the <i>Air</i></h1>"
    assert locations(html(body=heading), "html")["title"] == heading


def test_metadata_in_a_comment_say_nothing() -> None:
    hidden = '<!-- <meta name="citation_volume" content="25"> -->'
    shown = '<meta name="citation_volume" content="25">'
    text = html(hidden + shown)
    (volume,) = [p for p in located_of(Work(volume="25"), text) if p.field == "volume"]
    assert volume.span.start == text.rindex(shown)


def test_a_volume_is_not_found_where_the_same_number_is_an_issue() -> None:
    text = html('<meta name="citation_issue" content="25">')
    assert located_of(Work(volume="25"), text) == ()


def test_a_journals_name_is_not_found_within_a_doi() -> None:
    text = html(body="<h1>A title of our own</h1><p>doi: 10.1152/physiolgenomics.00027.2004</p>")
    work = Work(title="A title of our own", container_title="Physiol Genomics")
    assert [p.field for p in located_of(work, text)] == ["title"]


def test_a_citation_line_of_another_work_is_no_place() -> None:
    text = html(body="<p>J Fill. 2023 Feb 28;25(5):2789.</p><h1>A title of our own making</h1>")
    work = Work(title="A title of our own making", volume="25", page="2790")
    assert [p.field for p in located_of(work, text)] == ["title"]


def test_authors_that_stand_nowhere_in_order_have_no_place() -> None:
    text = html("", "<h1>A title of our own</h1><p>Alfredo Papa, and later Pierluigi Puca</p>")
    work = read(Page("x", "0", "html", html('<meta name="citation_authors" content="Puca, Pierluigi;Papa, Alfredo">')))
    assert work.citing and len(work.citing.author) == 2
    assert "author" not in {p.field for p in located_of(work.citing, text)}


def test_names_are_found_in_either_order_and_over_marks_of_affiliation() -> None:
    body = "<h1>A title of our own</h1><p><b>Pierluigi Puca</b><sup>1,2</sup>, <b>Papa A.</b><sup>2</sup></p>"
    work = read(
        Page("x", "0", "html", html('<meta name="citation_authors" content="Puca, Pierluigi;Papa, A.">'))
    ).citing
    text = html("", body)
    (author,) = [p for p in located_of(work, text) if p.field == "author"]
    assert text[author.span.start : author.span.end].startswith("<b>Pierluigi Puca</b>")


@pytest.mark.parametrize("paper", IBD)
def test_what_stands_at_a_place_says_the_value(paper: str) -> None:
    for text, form in ((page_of(PAPERS[paper], ()), "html"), (pubmed_page(paper, IBD[1:3]), "pubmed-text")):
        assert wrong(text, form) == []


def wrong(text: str, form: str) -> list[str]:
    """Fields whose words do not stand at their place."""
    found = read(Page("x", "0", form, text))
    work = found.citing or Work()
    stated = {"title", "container_title", "container_title_short", "publisher", "abstract", "volume", "issue"}
    lies = []
    for location in find_locations(Page("x", "0", form, text), found):
        raw, value = text[location.span.start : location.span.end], getattr(work, location.field, "")
        if location.field not in stated:
            continue
        if form in TEXTS:
            # A title holds the markup that titles may hold, whatever else the page has in it.
            said, wanted = tight(raw) + tight(titles.marked(raw)), tight(value)
        else:  # the value stands in an attribute, in JSON, or between tags
            said = tight(unescape(unescape(_TAG.sub("", raw)))) + tight(_TAG.sub("", unescape(unescape(raw))))
            said, wanted = said + tight(unescape(unescape(raw))), tight_value(value)
        if wanted not in said:
            lies.append(location.field)
    return lies
