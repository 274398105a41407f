"""Cut, shuffled, repeated and random input: every reader answers, or refuses the one page."""

import random
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvester.errors import PageError
from harvester.model import Page, Reading, Source
from harvester.pages.layouts import READERS, read
from harvester.pages.recognize import recognize
from tests.pages.layouts import LAYOUTS, page

FOLDER = Path(__file__).parent / "pages"
SEEDS = (*(path.read_text("utf-8") for path in sorted(FOLDER.iterdir())), *(page(name) for name in LAYOUTS[::6]))
TOKENS = (
    "<li>", "</li>", "<ol>", "<div class='references'>", "<h2>References</h2>", "<a href='https://doi.org/10.1000/a(b'>",
    "<!--", "]]>", "<![CDATA[", "<ref-list><ref>", "<article article-type='x'>", "<front><article-meta>", "&lt;",
    "&#0;",
    "&bogus;", "\x00", "References\n", "1. Smith J. T. J. 2019;1:2.\n", "10.1000/", "doi: ", "PMID: ", "PMC", "(" * 50,
    "]" * 50, "\u202e", "\ud7ff", "<script>", "</html>", "<meta name='citation_doi' content='10.'>", "<table><tr><td>",
    "  • [1]", "\n\n", "\t", "2019",
)  # fmt: skip


def answer(text: str, form: str) -> Reading | None:
    """What a reader says, None where it refuses the page; nothing else may happen."""
    try:
        return read(Page("x", "0", form, text))
    except PageError:
        return None


def check(text: str, reading: Reading | None) -> None:
    for number, reference in enumerate(reading.references if reading else (), 1):
        assert reference.ordinal == number
        assert reference.text
        if reference.span:
            assert 0 <= reference.span.start <= reference.span.end <= len(text)


@pytest.mark.parametrize("form", READERS)
@settings(max_examples=25, deadline=None)
@given(tokens=st.lists(st.sampled_from(TOKENS) | st.text(max_size=30), max_size=60))
def test_any_text_is_answered_by_every_reader(form: str, tokens: list[str]) -> None:
    text = "".join(tokens)
    check(text, answer(text, form))


@pytest.mark.parametrize("seed", range(len(SEEDS)))
def test_cut_and_shuffled_pages_are_answered(seed: int) -> None:
    dice = random.Random(seed)
    whole = SEEDS[seed]
    for _ in range(12):
        cuts = sorted(dice.randrange(len(whole)) for _ in range(4))
        pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
        dice.shuffle(pieces)
        for text in ("".join(pieces), whole[: cuts[1]]):
            for found in recognize(Source("x", text.encode("utf-8", "replace"), "0")).pages:
                check(found.text, answer(found.text, found.format))


@settings(max_examples=60, deadline=None)
@given(
    content=st.binary(max_size=400),
    head=st.sampled_from([b"", b"<html>", b"bplist00", b"MIME-Version: 1.0\n", b"\xff\xfe"]),
)
def test_any_bytes_are_recognized_or_passed_over(content: bytes, head: bytes) -> None:
    found = recognize(Source("x", head + content, "0"))
    assert bool(found.pages) != bool(found.skipped)
    for found_page in found.pages:
        check(found_page.text, answer(found_page.text, found_page.format))


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<span><b>",
        "<ol><li>",
        "<a href='https://doi.org/10.1000/x'>",
        "<table><tr><td>",
        "</div>",
        "<!--",
        "<h2>References</h2>",
    ],
)
def test_markup_repeated_without_end_is_answered_or_refused(piece: str) -> None:
    text = "<html><body><h2>References</h2>" + piece * (120_000 // len(piece))
    check(text, answer(text, "html"))


def test_a_page_that_nests_too_deep_is_refused() -> None:
    with pytest.raises(PageError, match="nests deeper"):
        read(Page("x", "0", "html", "<html>" + "<div>" * 100_000))


def test_a_document_with_entities_of_its_own_reads_none_of_them() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE article [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM '
        '"file:///etc/passwd">]><article article-type="x"><front><article-meta><title-group><article-title>'
        "T &b; &c; &eacute;"
        "</article-title></title-group></article-meta></front></article>"
    )
    assert read(Page("x", "0", "jats", bomb)).title == "T é"


@pytest.mark.parametrize(
    "line",
    [
        "1. Smith J, ",
        "References\n",
        "[1] ",
        "2019;1:",
        "10.1000/",
        "• 1.\n\n",
        "doi: 10.1016/j. ",
        "et al. ",
        "Google Scholar\n",
        "a ",
    ],
)
@pytest.mark.parametrize("form", ["text", "pubmed-text", "qxmd-text"])
def test_long_text_of_one_piece_is_answered(form: str, line: str) -> None:
    text = ". 2024 Feb 28;25(5):2789.\nReferences\n" + line * (60_000 // len(line))
    check(text, answer(text, form))


def calls_to_read(text: str, form: str) -> int:
    """How many functions are called to read a page: the work that it takes, without a clock."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        answer(text, form)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "References\n1. Smith J. A title of it. J Fill. 2019;1:2.\n2. Doe A. Another. J Fill. 2018;2:3.\nCited by\n",
        "References\n",
        "1. Smith J, Doe A. A title of a work. J Fill. 2019;1:2-9. doi: 10.1000/x.\n",
        "Smith J, Doe A. A title of a\nwork that is cited. J Fill.\n2019;1:2-9.\n",
        "A Title of Words That May Be\n\n",
        "http://a.example/x-\n",
        "Smith J. 2019;1:2\nGoogle Scholar\nCrossref\n",
        "Running head of it\n\n",
        "[1] (2) 3) 4. 5\n",
        "2019\n",
    ],
)
@pytest.mark.parametrize("form", ["text", "pubmed-text"])
def test_twice_the_text_takes_twice_the_work(form: str, piece: str) -> None:
    head = ". 2024 Feb 28;25(5):2789.\nA Title of Words That May Be\n\nReferences\n"
    once, twice = (calls_to_read(head + piece * count, form) for count in (300, 600))
    assert twice < 2.4 * once + 1000
