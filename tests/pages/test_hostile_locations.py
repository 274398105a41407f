"""Cut, shuffled and repeated pages: every place lies in the page, and the work that it takes grows with the page."""

import random
import sys
from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from harvester.errors import PageError
from harvester.model import Name, Page, PartialDate, Reading, Work
from harvester.pages.layouts import READERS, read
from harvester.pages.locate import find_locations
from harvester.pages.locate.folded_words import Words, tight
from harvester.values import identifier
from tests.pages.test_hostile import SEEDS, TOKENS
from tests.pages.test_locate import wrong

FORMS = sorted(READERS)
DOI = identifier.parse("10.1234/a.1", "doi")
WORK = Work(
    title="Words of a title",
    author=(Name("Puca", "Pierluigi"), Name("Papa", "A.")),
    issued=PartialDate(2024, 2, 28),
    container_title="J Fill",
    container_title_short="J Fill",
    volume="25",
    issue="5",
    page="175-179",
    publisher="Fill",
    abstract="Words of an abstract",
    keywords=("one", "two"),
    language="en",
    issn=("1234-5678",),
    identifiers=(DOI,) if DOI else (),
)
MORE = (
    *TOKENS,
    "Words of a title",
    "<h1>",
    "</h1>",
    "Pierluigi Puca, A. Papa",
    '<meta name="citation_author" content="',
    "<meta name='citation_title' content=Words>",
    '">',
    "'",
    "; 25(5):175-9.",
    "2024 Feb 28;25(5):175-9. ",
    "İ",
    "ß",
    '<script type="application/ld+json">{"author":[',
    '"name":"Words of a title"',
    "<volume>25</volume>",
    "<front>",
    "10.1234/a.1",
    "Similar articles\n",
    "Abstract\n\nWords of an abstract",
    "&amp",
    "<!-- saved from url=(1)",
)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=40, deadline=None)
@given(tokens=st.lists(st.sampled_from(MORE) | st.text(max_size=20), max_size=60))
def test_each_place_lies_in_the_page_whatever_it_holds(form: str, tokens: list[str]) -> None:
    page = Page("x", "0", form, "".join(tokens))
    try:
        readings = [read(page), Reading("", WORK)]
    except PageError:
        readings = [Reading("", WORK)]
    for reading in readings:
        for location in find_locations(page, reading):
            assert 0 <= location.span.start < location.span.end <= len(page.text)


@pytest.mark.parametrize("seed", range(len(SEEDS)))
def test_cut_and_shuffled_pages_say_what_stands_at_each_place(seed: int) -> None:
    dice, whole = random.Random(seed), SEEDS[seed]
    for form in ("html", "text", "pubmed-html", "pubmed-text", "jats"):
        for _ in range(6):
            cuts = sorted(dice.randrange(len(whole)) for _ in range(4))
            pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
            dice.shuffle(pieces)
            try:
                assert wrong("".join(pieces), form) == []
            except PageError:
                continue


@settings(max_examples=200, deadline=None)
@given(before=st.text(max_size=30), value=st.text(min_size=1, max_size=20), after=st.text(max_size=30))
@example(before="", value="S", after="ß")
@example(before="ﬁ", value="i", after="")
def test_a_value_between_blanks_is_found_where_it_stands(before: str, value: str, after: str) -> None:
    text = f"{before} {value} {after}"
    words = Words(text, [(0, len(text))])
    for span in words.find(tight(value)):
        assert tight(unescape(text[span.start : span.end])) == tight(value)


def work_for(find: Callable[[], object]) -> int:
    """How many functions are called: the work that it takes, without a clock."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        find()
    finally:
        sys.setprofile(None)
    return count


REPEATED = (
    "<meta name='citation_author' content='a'>",
    '<meta content="',
    "<meta '",
    "<h1>",
    "<h1>Words of a title x</h1>",
    "<",
    "<!--",
    "<script",
    "<script type=application/ld+json>",
    '"name":',
    '{"author":[',
    "Puca Pierluigi ",
    "Pierluigi Puca, ",
    "one ",
    "2024 Feb 28;25(5):1. ",
    "id='related' ",
    "<p>J Fill</p>",
    "10.1234/a.1 ",
    "<volume>",
    "<front>",
    "<kwd>one</kwd>",
    "Similar articles\n",
    "wordsofatitle",
    "&amp;",
    "x" * 40,
    "\n",
)


@pytest.mark.parametrize("piece", REPEATED)
def test_the_work_grows_no_faster_than_the_page(piece: str) -> None:
    def took(size: int) -> int:
        page = Page("x", "0", "html", "<body><front>" + piece * (size // len(piece)))
        return work_for(lambda: find_locations(page, Reading("", WORK)))

    took(1_000)
    assert took(80_000) < 5 * took(20_000) + 2_000


def test_a_page_of_a_name_a_thousand_times_is_answered() -> None:
    names = tuple(Name(f"A{n}", "B") for n in range(1_000))
    text = "<body>" + "".join(f"<p>B A{n}</p> xBA{n} " for n in range(1_000))
    assert find_locations(Page("x", "0", "html", text), Reading("", Work(author=names)))


def test_a_reading_is_refused_before_its_places_are_looked_for() -> None:
    with pytest.raises(PageError):
        read(Page("x", "0", "html", "<html>" + "<div>" * 100_000))
