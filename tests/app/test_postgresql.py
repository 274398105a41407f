"""A library on PostgreSQL lives as one on SQLite does, and ends the same."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select, text

from harvester.app import curate
from harvester.errors import LockedError, NewerDatabaseError, NotFoundError, StoreError
from harvester.formats import FORMATS
from harvester.library.core import Library
from harvester.ports import Store
from harvester.store import locks
from harvester.store.library import open_library
from harvester.store.tables import T
from tests.app.test_enrich import state
from tests.store import postgresql
from tests.store.building import NOW, article, page, put

pytest.importorskip("psycopg", reason="the driver is not installed: pip install 'reference-harvester[postgresql]'")
pytestmark = pytest.mark.skipif(postgresql.program("initdb") is None, reason="PostgreSQL's programs are not installed")

Make = Callable[..., Library]
REVIEW = article("Guidance for reporting a systematic review", 2021, "n160", "doi:10.1136/bmj.n160")
STATEMENT = article("An updated guideline for reporting systematic reviews", 2021, "n71", "doi:10.1136/bmj.n71")
BY_PMID = article("An updated guideline for reporting systematic reviews", 2021, "n71", "pmid:33782057")
BARE = article("An updated guideline for reporting systematic reviews", 2021, "n71")
OTHER = article("Rapid reviews and what they leave out of the question", 2019, "12-20", "doi:10.5555/rapid", "Ångström")
POOR = article("Unpublished data")
COMPANY = article("Evidence for committees that write guidance")
SLIGHTLY_OTHER = article("Rapid reviews and what they leave out of a question", 2019, "12-20", "doi:10.5555/rapid")
"""Printed nearly as the other."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgresql.running() as folder:
        yield folder


@pytest.fixture
def url(server: str, request: pytest.FixtureRequest) -> str:
    """A fresh database."""
    name = f"db{abs(hash(request.node.name))}"
    engine = create_engine(f"postgresql+psycopg://harvester@/postgres?host={server}", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"postgresql://harvester@/{name}?host={server}"


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with store.works._connected() as connection:
        return {name: sorted(map(tuple, connection.execute(select(table))), key=repr) for name, table in T.items()}


def decided(store: Store) -> Store:
    """A library after harvests, a merge taken apart, and decisions made and taken back."""
    put(store, page("a", REVIEW, [STATEMENT, POOR]), page("b", OTHER, [BY_PMID, STATEMENT]))
    put(store, page("c", STATEMENT, [BARE, OTHER]), page("b", OTHER, [BY_PMID, BARE], salt="again"))
    store.works.fix_keys([store.works.find("doi:10.1136/bmj.n160"), store.works.find("doi:10.5555/rapid")], NOW)
    curate.unmerge(store, "doi:10.1136/bmj.n71", NOW)
    curate.accept(store, "page2021guidance/2", "angstrom2019rapid", NOW)
    curate.part(store, "reject", "angstrom2019rapid/1", NOW)
    curate.undo(store, "page2021guidance/2", NOW)
    curate.edit(store, "angstrom2019rapid", {"volume": "373"}, "volume=373", NOW)
    put(store, page("a", REVIEW, [POOR, OTHER], salt="later"))
    curate.part(store, "new", "page2021guidance/2", NOW)
    curate.accept(store, "page2021guidance/3", f"w{max(store.works.citing())}", NOW)
    put(store, page("d", COMPANY, [OTHER, POOR]), page("a", REVIEW, [SLIGHTLY_OTHER, POOR], salt="last"))
    curate.identify(store, "w" + str(max(store.works.citing())), BY_PMID.identifiers[0], NOW)
    put(store, page("d", COMPANY, [POOR], salt="again"))
    return store


def test_harvests_merges_and_decisions_leave_the_same_rows_as_on_sqlite(url: str, tmp_path: Path) -> None:
    here = decided(open_library(f"sqlite:///{tmp_path / 'library.sqlite3'}", create=True))
    there = decided(open_library(url, create=True))
    assert rows(there) == rows(here)
    assert rows(open_library(url, create=False)) == rows(here)
    assert len(rows(here)["merge"]) > 0 < len(rows(here)["decision"])


SEARCHES = (
    "rapid reviews", "author:angstrom", "author:Ångström year:2019", '"leave out"', '"out leave"', "repor*",
    "title:rap*", "journal:bmj", "rapi", "%", "_", "'); DROP TABLE work; --", "review:page2021guidance", "verdict:open",
    "",
)  # fmt: skip


def test_a_search_finds_what_it_finds_on_sqlite(url: str, tmp_path: Path) -> None:
    here = decided(open_library(f"sqlite:///{tmp_path / 'library.sqlite3'}", create=True))
    there = decided(open_library(url, create=True))
    found = {asked: sorted(here.views.search(asked, 50)) for asked in SEARCHES}
    assert {asked: sorted(there.views.search(asked, 50)) for asked in SEARCHES} == found
    assert {"rapid reviews", "author:angstrom", '"leave out"', "repor*", "title:rap*"} <= {a for a in found if found[a]}


def life(library: Library, samples: Path) -> list[object]:
    """What a library says after all that a person does with one."""
    pages = sorted(map(str, samples.iterdir()))
    said: list[object] = [[o.state for o in library.harvest(pages[:2])]]
    library.enrich()
    said.append([o.state for o in library.harvest(pages)])
    library.enrich()
    said.append(library.refresh(older_than=timedelta(0)).problems)
    said.append(state(library))
    first = library.reviews()[0].citekey
    reference = library.references(first)[0]
    library.curation.edit(reference.cited_key, "volume=99")
    library.curation.part("reject", reference.name)
    said.append(state(library))
    said.append(library.curation.undo(reference.name).verdict)
    said.append(["".join(library.export(name)) for name in FORMATS])
    said.append([(f.entry.citekey, f.reviews) for f in library.curation.top(5)])
    said.append(library.curation.waiting((), 50))
    said.append(library.totals())
    said.append(library.forget(pages[0]))
    said.extend((state(library), library.diagnose()[-1].ok))
    return said


def test_a_library_that_asks_and_exports_says_the_same_as_on_sqlite(library: Make, samples: Path, url: str) -> None:
    assert life(library("there", db=url), samples) == life(library("here"), samples)


def test_a_second_writer_waits_and_then_says_so(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "WAIT_SECONDS", 0.3)
    one, other = open_library(url, create=True), open_library(url, create=False)
    with (
        one.locks.writer(),
        one.locks.asker(),
        pytest.raises(LockedError, match="Another Harvester"),
        other.locks.writer(),
    ):
        pass
    with other.locks.writer(), pytest.raises(LockedError), one.locks.writer():
        pass


def test_a_database_that_is_no_library_or_a_newer_one_is_refused(url: str) -> None:
    with pytest.raises(NotFoundError, match="There is no library"):
        open_library(url, create=False)
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE shop (id int)"))
    with pytest.raises(StoreError, match="no library of Harvester's"):
        open_library(url, create=True)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE shop"))
    open_library(url, create=True)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabaseError, match="newer Harvester"):
        open_library(url, create=True)


def test_a_server_that_is_not_there_is_said_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be used") as caught:
        open_library(f"postgresql://harvester:secret@/library?host={tmp_path}", create=True)
    assert "secret" not in str(caught.value)
