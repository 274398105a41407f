"""Libraries that older programs left open in today's: each file is a library as it was, written out as SQL.

A state is added whenever the schema changes; `harvester` of that time harvested two of the sample pages into it.
"""

import sqlite3
from pathlib import Path

import pytest

from harvester.model import Provisional
from harvester.model.library_views import Selection
from harvester.ports import Store
from harvester.store import database, migrate
from harvester.store.library import open_library
from harvester.works.citekeys import parts_of

STATES = sorted((Path(__file__).parent / "states").glob("*.sql"))


def opened(state: Path, folder: Path) -> Store:
    path = folder / "db" / "library.sqlite3"
    path.parent.mkdir(parents=True)
    connection = sqlite3.connect(path)
    connection.executescript(state.read_text("utf-8"))
    connection.close()
    return open_library(f"sqlite:///{path}", create=False)


def test_there_is_a_state_for_every_schema_but_todays() -> None:
    assert {state.stem for state in STATES} == migrate.known_versions() - {database.HEAD}


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.stem)
def test_an_old_library_opens_with_all_that_was_in_it(state: Path, tmp_path: Path) -> None:
    store = opened(state, tmp_path)
    assert store.views.damage() == []
    reviews = {review.citekey: review for review in store.views.reviews()}
    assert reviews["page2021prisma"].work.volume == "372"
    assert {link.citing.citekey for link in store.works.links(Selection())} == set(reviews)
    assert store.views.totals().citations >= 7


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.stem)
def test_an_old_library_is_copied_before_it_is_changed(state: Path, tmp_path: Path) -> None:
    opened(state, tmp_path)
    copy = tmp_path / "db" / "backups" / f"library-{state.stem}.sqlite3"
    with sqlite3.connect(copy) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (state.stem,)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.stem)
def test_the_works_of_an_old_library_are_found_by_words(state: Path, tmp_path: Path) -> None:
    store = opened(state, tmp_path)
    assert store.views.search("prisma explanation", 5) == [store.works.find("page2021prisma")]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.stem)
def test_the_keys_of_an_old_library_stay_and_its_other_works_can_be_named(state: Path, tmp_path: Path) -> None:
    given = [line.split("'")[1] for line in state.read_text("utf-8").splitlines() if 'INSERT INTO "citekey"' in line]
    store = opened(state, tmp_path)
    entries = list(store.works.entries(store.works.chosen(Selection(with_reviews=True))))
    assert {e.citekey for e in entries if not isinstance(e.citekey, Provisional)} == {*given}
    with store.works._connected() as connection:
        for number, head, word in connection.exec_driver_sql("SELECT id, key_head, key_word FROM work"):
            (entry,) = store.works.entries([number])
            parts = parts_of(entry.work)
            assert (head, word) == (parts.head, parts.word)
            assert store.works.find(f"~{entry.citekey}") == number
