"""What holds for any list and any text: nothing is lost, nothing raises, hostile text comes to an end."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from harvester.references import parse, raw, split
from tests.references.measuring import LAYOUTS, letters
from tests.references.strategies import reference_lists

NUMBERED = sorted(set(LAYOUTS) - {"printed twice", "prose before and after"})
HOSTILE = (
    "Smith A, ",
    "a-",
    "A.",
    "De La ",
    "O'",
    "([",
    "et al ",
    "1. ",
    "[1] ",
    "10.1000/",
    "(1) ",
    "; ",
    "“",
    " in ",
    "éß",
    "1:1.2. ",
    "王伟, ",
    "SILVA, Ana da ",
    "Group of the ",
    ". Paris: b & c, ",
    " .a",
)
settings.register_profile("references", deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("references")


CUT_NAME = [f"Puca P. Effects of {words}. Gut. 200{n};1:1{n}." for n, words in enumerate(("sleep", "meals", "light"))]
CUT_NAME += [
    "Li A. Effects of therapy in rats after a trial of early colitis blockade and outcome. Nature 1950, 107:107.",
    "van der Heijde AB: Effects of it. Gut 1951, 108:108.",
]
"""A list that "run together and wrapped" cuts within the family name that begins its last reference."""


@given(reference_lists(), st.sampled_from(NUMBERED))
@example(CUT_NAME, "run together and wrapped")
def test_a_list_that_is_joined_comes_apart_again(refs: list[str], layout: str) -> None:
    assert [letters(r.text) for r in split(LAYOUTS[layout](refs))] == [letters(r) for r in refs]


@settings(max_examples=5)
@given(reference_lists(most=300))
def test_a_run_on_list_of_up_to_three_hundred_comes_apart_again(refs: list[str]) -> None:
    joined = " ".join(f"{n}. {r}" for n, r in enumerate(refs, start=1))
    assert [r.text for r in split(joined)] == refs


@given(reference_lists(most=12), st.sampled_from(NUMBERED))
def test_no_letter_of_a_reference_is_lost(refs: list[str], layout: str) -> None:
    listed = LAYOUTS[layout](refs)
    kept = "".join(letters(r.text) for r in split(listed))
    assert all(letters(r) in kept for r in refs)


@given(st.text(max_size=400))
@example("1. \n2. \n")
@example("[1]\n[2]\n")
@example("\x0c1\x0c2")
def test_any_text_can_be_split_and_spans_stay_inside(text: str) -> None:
    for reference in split(text):
        assert reference.text.strip()
        assert reference.span is not None
        assert 0 <= reference.span.start < reference.span.end <= len(text)


@given(st.text(max_size=400))
@example("(((([[[[")
@example("\u2028\u2029")
@example("A.")
def test_any_text_can_be_parsed_and_keeps_its_words(text: str) -> None:
    parsed = parse(raw(text))
    assert 0.0 <= parsed.confidence <= 1.0
    assert letters(parsed.described.title) in letters(parsed.raw.text)
    assert letters(parsed.described.container_title) in letters(parsed.raw.text)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hundred_thousand_hostile_characters_come_to_an_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert parse(raw(text)).confidence == 0.0
    assert split(text + "\n" + text) is not None


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_lines_come_to_an_end(piece: str) -> None:
    text = "\n".join([piece * 4] * 1500)
    assert isinstance(split(text), tuple)
