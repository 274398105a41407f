"""The database is made by migrations, and is what the tables say."""

import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from harvester.store import database, migrate, tables


def test_the_newest_migration_is_the_one_the_program_expects() -> None:
    assert tables.WorkRow
    assert database.HEAD in migrate.known_versions()
    assert max(migrate.known_versions()) == database.HEAD


def test_a_migrated_database_is_what_the_tables_say(tmp_path: Path) -> None:
    engine = database.open_engine(f"sqlite:///{tmp_path / 'library.sqlite3'}", create=True)
    with engine.connect() as connection:
        # The index of the search is made of tables that only SQLite knows.
        ours = {"include_name": lambda name, kind, _parents: kind != "table" or name in SQLModel.metadata.tables}
        differences = compare_metadata(MigrationContext.configure(connection, opts=ours), SQLModel.metadata)
    assert differences == []


def test_a_library_is_in_wal_mode_and_minds_its_foreign_keys(tmp_path: Path) -> None:
    engine = database.open_engine(f"sqlite:///{tmp_path / 'library.sqlite3'}", create=True)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_opening_a_library_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    database.open_engine(f"sqlite:///{path}", create=True)
    before = _dump(path)
    database.open_engine(f"sqlite:///{path}", create=False)
    assert _dump(path) == before


def _dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())
