"""Rejecting a reference of a review that has a fetched list, too; names of references; a changed page asked again."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from harvester.errors import NotFoundError
from harvester.library.core import Library
from harvester.model import Verdict
from harvester.model.library_views import Selection
from tests.app.test_enrich import harvested, state

Make = Callable[..., Library]


@pytest.fixture
def enriched(library: Make, samples: Path) -> Library:
    made = harvested(library(), samples)
    made.enrich()
    return made


def doubled(library: Library) -> tuple[str, str, str]:
    """A review, the name of a reference that stands on its page and its list, and the PMID of the work it leads to."""
    for review in library.reviews():
        for one in library.references(review.citekey):
            ways = library._store().decisions.duplicate_links(library._store().decisions.reference(one.name))
            if "pubmed:" not in one.source and any(w.is_listed and w.is_alone for w in ways) and len(ways) == 2:
                return review.citekey, one.name, one.cited.get("pmid") or ""
    raise AssertionError("no reference stands in both")


def cites(library: Library, citekey: str) -> int:
    return next(review.cited for review in library.reviews() if review.citekey == citekey)


def test_a_rejected_work_is_cited_no_more_also_where_the_fetched_list_has_it(enriched: Library) -> None:
    review, name, work = doubled(enriched)
    before = cites(enriched, review)
    answer = enriched.curation.part("reject", name)
    assert (answer.verdict, len(answer.also), answer.still) == (Verdict.REJECTED, 1, ())
    assert cites(enriched, review) == before - 1
    links = enriched.citations(Selection(review=review))
    assert work not in {link.cited.work.get("pmid") for link in links if link.cited}
    assert work not in {one.cited.get("pmid") for one in enriched.references(review)}


def test_taking_the_rejection_back_takes_back_that_of_the_list_too(enriched: Library) -> None:
    before = state(enriched)
    review, name, _ = doubled(enriched)
    counted = cites(enriched, review)
    enriched.curation.part("reject", name)
    assert state(enriched) != before
    enriched.curation.undo(name)
    assert (state(enriched), cites(enriched, review)) == (before, counted)


class PowerCutError(Exception):
    """What ends a run between two statements."""


@contextlib.contextmanager
def power_cut(at: int) -> Iterator[list[int]]:
    """The statement with this number, and the commit behind the last one, never happen; how many there were."""
    counted = [0]

    def count(*_: object) -> None:
        counted[0] += 1
        if counted[0] == at:
            raise PowerCutError

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)
    try:
        yield counted
    finally:
        event.remove(Engine, "before_cursor_execute", count)
        event.remove(Engine, "commit", count)


def stand(library: Library) -> list[tuple[str, str, tuple[str, ...]]]:
    """How each reference stands and what it leads to; not by which key, for a new work has a new one."""
    references = [one for review in library.reviews() for one in library.references(review.citekey)]
    return [(r.name, r.verdict.value, tuple(map(str, r.cited.identifiers))) for r in references]


@pytest.mark.parametrize("word", ["reject", "undo"])
def test_a_persons_word_is_kept_whole_or_not_at_all(enriched: Library, word: str) -> None:
    _, name, _ = doubled(enriched)
    speak = {"reject": lambda: enriched.curation.part("reject", name), "undo": lambda: enriched.curation.undo(name)}
    other = "undo" if word == "reject" else "reject"
    speak["reject"]()
    if word == "reject":
        speak["undo"]()
    before = stand(enriched)
    with power_cut(0) as counted:
        speak[word]()
    after, statements = stand(enriched), counted[0]
    cuts: list[bool] = []
    for at in sorted({*range(1, statements, max(1, statements // 12)), statements - 1, statements}):
        if stand(enriched) == after:
            speak[other]()
        with power_cut(at), contextlib.suppress(PowerCutError):
            speak[word]()
        cuts.append(stand(enriched) == after)
        assert cuts[-1] or stand(enriched) == before
    assert cuts == sorted(cuts)  # before the commit nothing is kept, behind it all
    assert cuts.count(False) > 5


def test_a_rejection_outlasts_asking_again(enriched: Library) -> None:
    review, name, work = doubled(enriched)
    enriched.curation.part("reject", name)
    before = state(enriched)
    enriched.enrich()
    assert state(enriched) == before
    assert work not in {one.cited.get("pmid") for one in enriched.references(review)}


def test_what_only_the_fetched_list_has_is_named_by_the_review_too(enriched: Library) -> None:
    (review,) = [r for r in enriched.reviews() if r.work.get("pmid") == "38474037"]
    listed = [one for one in enriched.references(review.citekey) if "pubmed:" in one.source]
    number = listed[-1].name.rpartition("/")[2]
    assert (
        enriched.curation.why(f"{review.citekey}/{number}").state.digest
        == enriched.curation.why(listed[-1].name).state.digest
    )


def test_a_review_saved_twice_names_by_its_key_what_is_the_same_on_both_pages(library: Make, samples: Path) -> None:
    made = harvested(library(), samples)
    text = (samples / "0-ibd.txt").read_text("utf-8")
    (samples / "again.txt").write_text(text + "\n\nOne more line.\n", "utf-8")
    harvested(made, samples)
    review = next(r for r in made.reviews() if len(r.sources) == 2)
    first = made.references(review.citekey)[0]
    assert not first.name.startswith(review.citekey)
    number = first.name.rpartition("/")[2]
    assert made.curation.why(f"{review.citekey}/{number}").reference.text == first.text


def test_an_ambiguous_name_is_answered_with_the_full_names(library: Make, samples: Path) -> None:
    made = harvested(library(), samples)
    review = next(r for r in made.reviews() if r.sources[0].endswith("0-ibd.txt"))
    first = made.references(review.citekey)[0].text
    text = (samples / "0-ibd.txt").read_text("utf-8")
    (samples / "again.txt").write_text(text.replace(first[:30], "Nobody N. Words of another entry. "), "utf-8")
    harvested(made, samples)
    twice = next(r for r in made.reviews() if len(r.sources) == 2)
    with pytest.raises(NotFoundError, match=r"say [0-9a-f]{12}/1 or [0-9a-f]{12}/1"):
        made.curation.why(f"{twice.citekey}/1")


def test_a_page_that_changed_after_it_was_asked_ends_as_one_that_was_never_other(library: Make, samples: Path) -> None:
    made = harvested(library("one"), samples)
    made.enrich()
    for path in sorted(samples.iterdir()):
        path.write_text(path.read_text("utf-8").replace("2015;12:", "2015;12(1):") + "\nOne more line.\n", "utf-8")
    harvested(made, samples)
    made.enrich()
    other = harvested(library("other"), samples)
    other.enrich()
    assert state(made) == state(other)
