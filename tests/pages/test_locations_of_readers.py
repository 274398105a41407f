"""What stands at the locations that the readers of text and of JATS tell: the very value, whatever the page holds."""

import random
from html import unescape
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from harvester.errors import PageError
from harvester.jats import Element, parse_xml
from harvester.model import Page, Work
from harvester.model.reading import FieldLocation
from harvester.pages.layouts import read
from harvester.pages.layouts.jats_xml import find_elements
from harvester.pages.locate import find_locations
from harvester.pages.text.citation_lines import read_citation_line
from harvester.pages.text.link_marks import take_links
from harvester.pages.text.names_in_lines import names_in
from harvester.pages.text.printed_titles import as_title
from harvester.text import squeeze
from harvester.values import identifier, titles
from harvester.values.citation_line import find_citation_line
from harvester.values.dates import read as read_date
from harvester.values.names import read as read_name
from tests.app.pages_of_ours import IBD, PAPERS, pubmed_page, qxmd_page
from tests.pages.test_hostile import SEEDS
from tests.pages.test_page_kinds import JATS

PUBMED = (Path(__file__).parent / "pages" / "pubmed_copied.txt").read_text("utf-8")
TEXTS = (*SEEDS, PUBMED, *(pubmed_page(paper, IBD[1:3]) for paper in IBD), qxmd_page(PAPERS[IBD[0]]))


def misread(text: str, form: str) -> list[str]:
    """The fields whose location, read by itself, does not give their value."""
    page = Page("x", "0", form, text)
    reading = read(page)
    text = take_links(text)[0] if form != "qxmd-text" else text
    work = reading.citing or Work()
    return [
        location.field
        for location in find_locations(page, reading)
        if not says(text[location.span.start : location.span.end], location.field, work)
    ]


def says(words: str, field: str, work: Work) -> bool:
    """Whether words by themselves give the value of a field of a work."""
    if ":" in field:
        wanted = next(one for one in work.identifiers if str(one) == field)
        return wanted in {f.identifier for f in identifier.find(words)} | {identifier.parse(words, wanted.scheme)}
    value = getattr(work, field)
    if field == "author":
        told = names_in(squeeze(words))
        parts = squeeze(words).split(",")
        return value in (told and told.names, tuple(read_name(part.rstrip(" 0123456789#*^")) for part in parts))
    if field == "keywords":
        return tuple(word.strip().rstrip(".") for word in squeeze(words).split(";") if word.strip(". ")) == value
    if field in ("issued", "volume", "issue", "page", "number"):
        name = "page" if field == "number" else field
        lines = find_citation_line(words + "\n"), read_citation_line(words)
        return value in [getattr(line, name) for line in lines if line] or (
            field == "issued" and read_date(words) == value
        )
    # A title holds the markup that titles may hold, whatever else the page has in it.
    return value in (
        words,
        squeeze(words),
        as_title(words),
        titles.marked(squeeze(words)),
        titles.marked(as_title(words)),
    )


@pytest.mark.parametrize("form", ["text", "pubmed-text", "qxmd-text"])
@pytest.mark.parametrize("seed", range(len(TEXTS)))
def test_a_located_text_gives_the_value(seed: int, form: str) -> None:
    assert misread(TEXTS[seed], form) == []


@pytest.mark.parametrize("form", ["text", "pubmed-text", "qxmd-text"])
@pytest.mark.parametrize("seed", range(len(TEXTS)))
def test_a_located_text_gives_the_value_on_cut_and_shuffled_pages(seed: int, form: str) -> None:
    dice, whole = random.Random(seed), TEXTS[seed]
    for _ in range(8):
        cuts = sorted(dice.randrange(len(whole)) for _ in range(4))
        pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
        dice.shuffle(pieces)
        assert misread("".join(pieces), form) == []


def located(text: str) -> tuple[FieldLocation, ...]:
    """The locations in a PubMed record's text."""
    page = Page("x", "0", "pubmed-text", text)
    return find_locations(page, read(page))


def test_the_locations_are_in_the_order_of_the_page_and_of_fields_that_it_has() -> None:
    page = Page("x", "0", "pubmed-text", PUBMED)
    reading = read(page)
    locations = find_locations(page, reading)
    assert reading.citing and locations
    assert list(locations) == sorted(locations, key=lambda p: (p.span, p.field))
    assert all(getattr(reading.citing, p.field, True) for p in locations)


def test_the_title_is_located_where_it_was_read_and_not_where_it_is_said_before() -> None:
    (title,) = [p for p in located(PUBMED) if p.field == "title"]
    twice = f"{PUBMED[title.span.start : title.span.end]} - PubMed\n\n{PUBMED}"
    (moved,) = [p for p in located(twice) if p.field == "title"]
    assert moved.span.start == title.span.start + len(twice) - len(PUBMED)


def test_authors_are_those_under_the_title_that_was_read() -> None:
    title = "A title of our own about nothing"
    text = f"{title} - PubMed\n\nJ Fill\n. 2024 Feb 28;25(5):2789.\n\n{title}\n\nPierluigi Puca 1, A Papa 2\n\nAbstract\n\nWords.\n"
    reading = read(Page("x", "0", "pubmed-text", text))
    assert reading.citing and [name.family for name in reading.citing.author] == ["Puca", "Papa"]
    (author,) = [p for p in located(text) if p.field == "author"]
    assert text[author.span.start : author.span.end] == "Pierluigi Puca 1, A Papa"


# JATS: each part of a document, some of which look like elements and are none.
PARTS = (
    "<ref id='a'><mixed-citation>One. J Fill. 2019;1:2.</mixed-citation></ref>",
    '<ref id="a>b"\n><label>2</label><mixed-citation>Two. <source>J</source>. 2018;2:3.</mixed-citation></ref >',
    "<x:ref xmlns:x='urn:x'><x:mixed-citation>Three</x:mixed-citation></x:ref>",
    "<ref/>", "<ref></ref>", "<refs>no</refs>", "<ref-list>", "</ref-list>", "</ref>", "<ref>", "<volume>25</volume>",
    "<!-- <ref>hidden</ref> -->", "<!-- ", " -->", "<![CDATA[<ref>no</ref>]]>", "<![CDATA[", "]]>", "<?pi <ref> ?>",
    "&lt;ref&gt;", "&LT;ref>", "&eacute;", "<volume", "< 5", "p<0.05", "<ref id=1>", "<ref a='<ref>'>", "'", '"',
)  # fmt: skip


def elements_of(article: Element, name: str) -> list[Element]:
    return list(article.getroottree().getroot().iter("{*}" + name))


@settings(max_examples=400, deadline=None)
@given(parts=st.lists(st.sampled_from(PARTS), max_size=12))
@example(parts=["<ref>", "<![CDATA[<ref>no</ref>]]>", "</ref>"])
def test_whatever_a_document_holds_a_located_reference_holds_its_words(parts: list[str]) -> None:
    text = "<article article-type='x'><front><article-meta/></front><back>" + "".join(parts) + "</back></article>"
    try:
        reading = read(Page("x", "0", "jats", text))
    except PageError:
        return
    for reference in reading.references:
        if reference.span:
            raw = text[reference.span.start : reference.span.end]
            assert raw.startswith("<") and raw.endswith(">")
            # Only a document that is broken may be understood otherwise than it stands there.
            if is_whole(text):
                # The reference's text is not markup, even if it looks like it: it may come from CDATA.
                assert words_of(raw) == "".join(filter(str.isalnum, reference.label + reference.text))


def is_whole(text: str) -> bool:
    """Whether a document is well formed, so that nothing had to be recovered."""
    from lxml import etree

    try:
        etree.fromstring(text.replace("&eacute;", "é").replace("&LT;", "&lt;"))
    except etree.XMLSyntaxError:
        return False
    return True


def words_of(xml: str) -> str:
    """The letters of an element."""
    whole = parse_xml(f"<article>{xml}</article>")
    return "".join(filter(str.isalnum, "".join(whole.itertext())))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<ref>a</ref>", ["<ref>a</ref>"]),
        ("<a:ref x='>'>a</a:ref\n>", ["<a:ref x='>'>a</a:ref\n>"]),
        ("<ref/><ref>b</ref>", ["<ref/>", "<ref>b</ref>"]),
        ("<ref>a<ref>b</ref></ref>", ["<ref>a<ref>b</ref></ref>", "<ref>b</ref>"]),
        ("<ref>a", [None]),
        ("<ref", []),
        ("<ref x", [None]),
        ("<ref x='<ref>'>a</ref><ref>b</ref>", ["<ref x='<ref>'>a</ref>", "<ref>b</ref>"]),
        ("<ref x</ref><ref>b</ref>", [None]),
        ("<reference>a</reference>", []),
        ("<!--<ref>a</ref>--><ref>b</ref>", ["<ref>b</ref>"]),
        ("<![CDATA[<ref>a</ref>]]><ref>b</ref>", ["<ref>b</ref>"]),
        ("<?x <ref>a</ref>?><ref>b</ref>", ["<ref>b</ref>"]),
        ("<!DOCTYPE a [<!ENTITY x '<ref>'>]><ref>b</ref>", ["<ref>b</ref>"]),
        ("<!--<ref>a</ref>", []),
    ],
)
def test_elements_are_found_as_a_parser_finds_them(source: str, found: list[str | None]) -> None:
    ranges = find_elements(source, ["ref"])["ref"]
    assert [one and source[one.start : one.end] for one in ranges] == found


def test_an_entry_without_words_moves_no_other_entry() -> None:
    text = (
        "<article><front/><back><ref-list><ref id='1'/><!-- <ref>not this</ref> -->"
        "<ref id='2'><mixed-citation>Puca P. J Fill. 2019;1:2.</mixed-citation></ref></ref-list></back></article>"
    )
    (reference,) = read(Page("x", "0", "jats", text)).references
    assert reference.span and text[reference.span.start :].startswith("<ref id='2'>")
    assert text[: reference.span.end].endswith("</ref>")


def test_each_field_of_jats_is_located_where_it_is_told() -> None:
    page = Page("x", "0", "jats", JATS)
    reading = read(page)
    work, locations = reading.citing, find_locations(page, reading)
    assert work and locations
    for location in locations:
        element = JATS[location.span.start : location.span.end]
        if ":" in location.field:
            assert location.field.partition(":")[2].removeprefix("PMC") in unescape(element)
        elif location.field == "author":
            assert all(name.family in element for name in work.author)
        elif location.field in ("volume", "issue", "container_title", "abstract"):
            assert words_of(getattr(work, location.field)) == words_of(element)
    # What a note adds to the title stands in its element.
    assert "About H<sub>2</sub>O<xref>*</xref>" in [
        JATS[p.span.start : p.span.end][len("<article-title>") : -len("</article-title>")] for p in locations
    ]


@pytest.mark.parametrize(
    "piece",
    ["<!DOCTYPE [", "<!--", "<![CDATA[", "<?", "<ref", "<ref a='", '<ref a="', "<ref>", "</ref>", "<x:", "&LT;ref "],
)
def test_markup_left_open_again_and_again_is_answered_or_refused(piece: str) -> None:
    # Were each looked at up to the end of the page, this would take minutes.
    text = "<article><front><article-meta/></front>" + piece * (600_000 // len(piece))
    try:
        read(Page("x", "0", "jats", text))
    except PageError:
        assert len(find_elements(text, ["ref", "volume"])) == 2
