"""Values that say that there is none."""

import pytest

from harvester.values import placeholders


@pytest.mark.parametrize(
    "text",
    ["n/a", "N/A", "n/a-n/a", "0", "00", "0-0", "000-000", "000\u2013000", "-", "ahead-of-print",
     "ahead-of-print-ahead-of-print", "In press", "{unav)", ":{unav)", "(:unav)", "(:unkn)", "(:Null)", "&NA;", "",
     "  "],
)  # fmt: skip
def test_what_stands_for_no_value_is_a_placeholder(text: str) -> None:
    assert placeholders.told(text) == ""


@pytest.mark.parametrize(
    "text",
    ["87", "11-19", "0-12", "e0-e12", "10", "S1", "A", "B0", "n71", "Suppl 1", "Online", "Print", "1-na", "Nature",
     "Nil Medium", "101000", "\u4e0a", "2020-2021", "I", "Unavailable journals"],
)  # fmt: skip
def test_a_value_is_told_as_it_is(text: str) -> None:
    assert placeholders.told(text) == text


def test_a_code_is_one_in_any_field_but_a_word_may_be_a_title() -> None:
    assert placeholders.is_code("(:unav)")
    assert not placeholders.is_code("Unknown")
    assert not placeholders.is_code("None (of the above)")
