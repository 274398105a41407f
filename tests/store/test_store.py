"""The library on disk: one work once, nothing lost, nothing left over, the same in any order."""

import random
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from harvester.app.export import export
from harvester.app.harvest import forget, hold
from harvester.errors import NotFoundError
from harvester.model import Span, Verdict, Work
from harvester.model.library_views import Selection
from harvester.model.outcome import FileOutcome
from harvester.model.reading import FieldLocation
from harvester.ports import Store
from tests.store.building import NOW, article, library, page, put, second_part

REVIEW = article("PRISMA 2020 explanation and elaboration: updated guidance", ids="doi:10.1136/bmj.n160")
STATEMENT = article("The PRISMA 2020 statement: an updated guideline", 2021, "n71", "doi:10.1136/bmj.n71")
WITH_PMID = article("The PRISMA 2020 statement: an updated guideline", 2021, "n71", "doi:10.1136/bmj.n71 pmid:33782057")
ONLY_PMID = Work(type="article-journal", identifiers=WITH_PMID.identifiers[1:])
AMSTAR = article("AMSTAR 2: a critical appraisal tool for systematic reviews", 2017, "j4008", author="Shea")
POOR = Work(type="article-journal", title="Unpublished data")


def rows(folder: Path, table: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(folder / "library.sqlite3") as connection:
        return connection.execute(f"SELECT * FROM {table}").fetchall()


def everything(store: Store) -> str:
    """All that a library exports, in two formats that between them name every work and every link."""
    texts = ["".join(export(store, Selection(with_reviews=True), name, NOW)) for name in ("bibtex", "csv")]
    return "\n".join(texts)


def test_a_work_that_comes_by_doi_on_one_page_and_by_pmid_on_another_is_one_work(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT]), page("b", AMSTAR, [ONLY_PMID]))
    assert store.works.find("doi:10.1136/bmj.n71") != store.works.find("pmid:33782057")
    put(store, page("c", POOR, [WITH_PMID]))
    assert store.works.find("doi:10.1136/bmj.n71") == store.works.find("pmid:33782057")
    everything(store)
    (entry,) = store.works.entries(store.works.chosen(Selection()))
    assert len(entry.cited_by) == 3


def test_the_same_words_without_identifier_are_one_work_and_poor_words_are_not(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [AMSTAR, POOR]), page("b", STATEMENT, [AMSTAR, POOR]))
    assert len(store.works.chosen(Selection())) == 3


def test_reading_a_page_again_changes_no_row(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT, AMSTAR]))
    tables = ("work", "contributor", "identifier", "description", "description_key", "mention", "problem")
    before = {table: rows(tmp_path, table) for table in tables}
    put(store, page("a", REVIEW, [STATEMENT, AMSTAR]))
    assert {table: rows(tmp_path, table) for table in tables} == before


def test_a_changed_page_replaces_what_it_said_and_leaves_nothing_behind(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT, AMSTAR]))
    put(store, page("a", REVIEW, [AMSTAR]))
    assert [r.cited.title for r in store.views.references(store.works.find("doi:10.1136/bmj.n160"))] == [AMSTAR.title]
    with pytest.raises(NotFoundError):
        store.works.find("doi:10.1136/bmj.n71")
    assert len(rows(tmp_path, "description")) == len(rows(tmp_path, "work")) == 2


def test_a_reference_keeps_its_number_when_its_page_changes_around_it(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT, AMSTAR]))
    put(store, page("a", REVIEW, [POOR, AMSTAR]))
    names = {
        r.cited.title: r.name.rpartition("/")[2]
        for r in store.views.references(store.works.find("doi:10.1136/bmj.n160"))
    }
    assert names == {AMSTAR.title: "2", POOR.title: "3"}


def test_the_same_article_saved_twice_is_one_review_with_two_sources(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT]), page("b", REVIEW, [STATEMENT, AMSTAR]))
    (review,) = store.views.reviews()
    assert (review.sources, review.references, review.cited) == (("a", "b"), 3, 2)
    links = list(store.works.links(Selection()))
    assert [link.cited.work.title for link in links if link.cited] == [STATEMENT.title, AMSTAR.title]


def test_forgetting_a_source_takes_out_what_only_it_brought(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT]))
    alone = everything(store)
    put(store, page("b", AMSTAR, [STATEMENT, POOR]))
    (facts,) = store.pages.filed("b")
    forget(facts, store)
    assert everything(store) == alone
    assert store.views.damage() == []


def test_forgetting_the_page_that_joined_two_works_takes_them_apart(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT]), page("b", AMSTAR, [ONLY_PMID]), page("c", POOR, [WITH_PMID]))
    (facts,) = store.pages.filed("c")
    forget(facts, store)
    assert store.works.find("doi:10.1136/bmj.n71") != store.works.find("pmid:33782057")


def test_a_citation_key_stays_when_better_metadata_arrives(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [Work(title="Prisma", identifiers=STATEMENT.identifiers)]))
    everything(store)
    (key,) = (entry.citekey for entry in store.works.entries(store.works.chosen(Selection())))
    put(store, page("b", AMSTAR, [WITH_PMID]))
    entry = next(e for e in store.works.entries(store.works.chosen(Selection())) if e.citekey == key)
    assert entry.work.author


def test_when_two_keyed_works_become_one_both_keys_lead_to_it(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT]), page("b", AMSTAR, [ONLY_PMID]))
    everything(store)
    keys = {entry.citekey for entry in store.works.entries(store.works.chosen(Selection()))}
    put(store, page("c", POOR, [WITH_PMID]))
    (entry,) = store.works.entries(store.works.chosen(Selection()))
    assert {entry.citekey, *entry.aliases} == keys
    assert {store.works.find(key) for key in keys} == {store.works.find("pmid:33782057")}


def test_a_key_whose_work_is_gone_is_never_given_again(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT]))
    everything(store)
    given = [key for key, *_ in rows(tmp_path, "citekey")]
    (facts,) = store.pages.filed("a")
    forget(facts, store)
    assert [key for key, *_ in rows(tmp_path, "citekey")] == given
    assert all(work_id is None for _, work_id, *_ in rows(tmp_path, "citekey"))


def test_where_a_page_says_its_own_fields_is_kept_with_the_page_and_goes_with_it(tmp_path: Path) -> None:
    store = library(tmp_path)
    placed = replace(page("a", REVIEW, [STATEMENT]), locations=(FieldLocation("title", Span(3, 9)),))
    put(store, placed)
    ((_, (location,)),) = store.views.provenance(store.works.find("doi:10.1136/bmj.n160"))
    assert (str(location.of("title")), str(location.of("volume"))) == ("a [3:9]", "a, place not kept")
    put(store, replace(placed, locations=(FieldLocation("title", Span(4, 9)),)))
    assert rows(tmp_path, "place") == [(1, "title", 4, 9)]
    forget(placed.source, store)
    assert rows(tmp_path, "place") == []


def test_a_file_that_held_two_pages_and_now_holds_one_loses_the_other(tmp_path: Path) -> None:
    store = library(tmp_path)
    first, other = page("a", REVIEW, [STATEMENT]), second_part(page("a", AMSTAR, [POOR]))
    hold(FileOutcome("a", (first, other)), store, NOW)
    assert len(store.pages.filed("a")) == 2
    hold(FileOutcome("a", (page("a", REVIEW, [STATEMENT], salt="changed"),)), store, NOW)
    assert [facts.part for facts in store.pages.filed("a")] == [0]
    assert len(store.views.reviews()) == 1


def test_a_selection_knows_reviews_verdicts_and_how_often(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT, AMSTAR]), page("b", POOR, [AMSTAR]))
    titles = lambda s: {e.work.title for e in store.works.entries(store.works.chosen(s))}  # noqa: E731
    assert titles(Selection(cited_by_at_least=2)) == {AMSTAR.title}
    assert titles(Selection(review="doi:10.1136/bmj.n160")) == {STATEMENT.title, AMSTAR.title}
    assert titles(Selection(verdicts=frozenset({Verdict.MATCHED}))) == set()
    assert titles(Selection(review="doi:10.1136/bmj.n160", with_reviews=True)) >= {REVIEW.title}
    with pytest.raises(NotFoundError, match="nobody"):
        store.works.chosen(Selection(review="nobody"))


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_harvesting_changes_nothing_in_the_exports(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    works = [STATEMENT, WITH_PMID, ONLY_PMID, AMSTAR, POOR, REVIEW]
    pages = [page(str(n), rng.choice(works), rng.sample(works, 3)) for n in range(6)]
    exports = set()
    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        store = library(folder)
        put(store, *rng.sample(pages, len(pages)))
        exports.add(everything(store))
        assert store.views.damage() == []
    assert len(exports) == 1


def test_a_second_writer_waits_then_says_so_while_readers_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from harvester.errors import LockedError
    from harvester.store import locks

    monkeypatch.setattr(locks, "WAIT_SECONDS", 0.2)
    one, other = library(tmp_path), library(tmp_path)
    put(one, page("a", REVIEW, [STATEMENT]))
    with one.locks.writer(), one.works._writing() as connection:
        connection.exec_driver_sql("DELETE FROM mention")
        with pytest.raises(LockedError, match="Another Harvester is writing"), other.locks.writer():
            pass
        assert other.views.totals().references == 1
        assert other.views.search("prisma", 5) == one.views.search("prisma", 5)
    with other.locks.writer():
        put(other, page("b", AMSTAR, [STATEMENT]))
    assert one.views.totals().sources == 2
