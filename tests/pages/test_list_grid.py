"""The grid of lists measures what it says: its pages are the same each time, its halves are apart, it can fail."""

import pytest

from harvester.model import Reading
from tests.pages.list_grid import HALVES, measure, measuring
from tests.pages.list_grid.headings import HTML_FORMS, TEXT_FORMS, WORDS
from tests.pages.list_grid.hostile import HOSTILE
from tests.pages.list_grid.structures import STRUCTURES
from tests.pages.list_grid.styles import STYLES
from tests.pages.list_grid.text_structures import TEXT_STRUCTURES


def test_the_grid_is_as_wide_as_it_promises() -> None:
    sizes = [len(part) for part in (STRUCTURES, TEXT_STRUCTURES, HTML_FORMS, TEXT_FORMS, WORDS, STYLES, HOSTILE)]
    assert all(size >= least for size, least in zip(sizes, (40, 20, 10, 10, 25, 9, 25), strict=True))
    assert len(set(WORDS.values())) >= 13


def test_the_same_seed_makes_the_same_pages() -> None:
    first, again = (list(measuring.cases("seen", seed=5, pages=2)) for _ in range(2))
    assert first == again
    assert first != list(measuring.cases("seen", seed=6, pages=2))


def test_no_structure_is_in_both_halves() -> None:
    seen, unseen = ({case.structure for case in measuring.cases(half, pages=1)} for half in HALVES)
    assert seen & unseen == set()
    assert seen | unseen == {*STRUCTURES, *TEXT_STRUCTURES}
    assert min(len(seen), len(unseen)) > 30


def test_a_reader_that_finds_nothing_is_right_on_pages_without_a_list_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "read", lambda page: Reading("", None))
    measured = measure("seen", pages=1)
    assert (measured.exact, measured.silent) == (0.0, 1.0)


def test_an_entry_with_one_letter_more_is_not_exact() -> None:
    case = next(measuring.cases("seen", pages=1))
    other = measuring.Case(
        "ordered list", "h2", "References", "ama", case.content.replace("</i>", "x</i>"), case.entries
    )
    assert measuring.outcome_of(case).exact
    assert not measuring.outcome_of(other).exact
