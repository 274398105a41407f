"""An ISBN is on many claims and joins nothing, so one work holds it: the same in any order, whatever comes or goes."""

import random
import sqlite3
from itertools import permutations
from pathlib import Path

import pytest

from harvester.app.enrich import hold
from harvester.app.harvest import forget
from harvester.model import Identifier, Verdict, Work
from harvester.model.citation import Method, Stage
from harvester.model.claim import Origin
from harvester.model.resolution import FetchedClaim, Query, Resolution
from harvester.ports import Answer
from harvester.works.claims import make_claim
from tests.store.building import NOW, article, library, page, put

REVIEW = article("PRISMA 2020 explanation and elaboration: updated guidance", ids="doi:10.1136/bmj.n160")
OTHER_REVIEW = article("AMSTAR 2: a critical appraisal tool for systematic reviews", 2017, "j4008", author="Shea")
PROTOCOL = article("Preferred reporting items for review protocols: PRISMA-P", 2015, "g7647", author="Shamseer")
ISBN = Identifier("isbn", "9781119536611")
BOOK = Work(type="book", title="Cochrane Handbook for Systematic Reviews of Interventions", identifiers=(ISBN,))
AS_CITED_BY_ANOTHER = Work(type="book", title="Cochrane handbook, second edition", identifiers=(ISBN,))


def titles(folder: Path, having: str = "") -> list[str]:
    """The titles of all cited works of a library, or of those that hold an ISBN."""
    of_works = "SELECT DISTINCT title FROM work JOIN citation ON cited_id = work.id"
    of_holders = "SELECT title FROM work JOIN identifier ON work_id = work.id WHERE value = ?"
    with sqlite3.connect(folder / "library.sqlite3") as connection:
        found = connection.execute(of_holders, (having,)) if having else connection.execute(of_works)
        return [str(row[0]) for row in found]


def test_two_references_of_two_pages_with_one_isbn_are_two_works_and_one_has_it(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [BOOK]), page("b", OTHER_REVIEW, [AS_CITED_BY_ANOTHER]))
    assert len(titles(tmp_path)) == 2
    assert len(titles(tmp_path, ISBN.value)) == 1
    assert store.views.damage() == []


def test_enriching_the_reference_without_the_isbn_alone_gives_it_no_second_time(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [BOOK, AS_CITED_BY_ANOTHER]))
    holder = titles(tmp_path, ISBN.value)
    for query in store.questions.open_queries(pages=False, verdicts=(Verdict.OPEN,)):
        # What no service knows is held as unmatched, each reference in a batch of its own.
        hold(store, [Resolution(query, Verdict.UNMATCHED, Method.NONE, Stage.DONE, None)])
    assert titles(tmp_path, ISBN.value) == holder
    assert store.views.damage() == []


def test_a_record_that_brings_an_isbn_which_another_work_holds_leaves_it_with_one(tmp_path: Path) -> None:
    store = library(tmp_path)
    chapter = article("Analysing data and undertaking meta-analyses", ids="doi:10.1002/9781119536604.ch10")
    put(store, page("a", REVIEW, [BOOK, chapter]))
    record = make_claim(
        article(chapter.title, ids="doi:10.1002/9781119536604.ch10 isbn:9781119536611"), Origin.CROSSREF, "x"
    )
    query = next(q for q in store.questions.open_queries(pages=False, verdicts=(Verdict.OPEN,)) if q.claim.work.author)
    store.answers.put(Answer("crossref:works/10.1002/9781119536604.ch10", "ok", "a work", b"{}", NOW, None))
    fetched = FetchedClaim(record, "crossref:works/10.1002/9781119536604.ch10")
    hold(store, [make_matched(query, fetched)])
    assert titles(tmp_path, ISBN.value) == [chapter.title]  # a service is believed before a reference
    assert store.views.damage() == []


def make_matched(query: Query, fetched: FetchedClaim) -> Resolution:
    """A reference that a record was found for."""
    return Resolution(
        query, Verdict.MATCHED, Method.PRINTED_IDENTIFIER, Stage.DONE, None,
        matched=query.claim.work.identifiers, fetched_claims=(fetched,),
    )  # fmt: skip


@pytest.mark.parametrize("gone", ["a", "b", "c"])
def test_an_isbn_goes_to_the_same_work_in_any_order_and_over_to_another_when_its_page_is_forgotten(
    tmp_path: Path, gone: str
) -> None:
    third = Work(type="chapter", title="Chapter 10 of the handbook", identifiers=(ISBN,))
    pages = {
        "a": page("a", REVIEW, [BOOK]),
        "b": page("b", OTHER_REVIEW, [AS_CITED_BY_ANOTHER]),
        "c": page("c", PROTOCOL, [third]),
    }
    found = set()
    for number, order in enumerate(random.Random(gone).sample(list(permutations(pages)), 3)):
        folder = tmp_path / str(number)
        folder.mkdir()
        store = library(folder)
        put(store, *(pages[name] for name in order))
        first = titles(folder, ISBN.value)
        forget(pages[gone].source, store)
        found.add((*first, *titles(folder, ISBN.value)))
        assert store.views.damage() == []
    assert len(found) == 1
    assert len(next(iter(found))) == 2
