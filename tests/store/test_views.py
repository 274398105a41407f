"""Views are SQL text that the one schema answers, on either database, and that changes nothing."""

import ast
import importlib
import itertools
import pkgutil
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from harvester.model.resolution import FETCHED_LIST
from harvester.store import views
from harvester.store.library import open_library
from harvester.store.views import entries, reviews, search
from tests.store import postgresql
from tests.store.building import library

MODULES = [importlib.import_module(f"harvester.store.views.{m.name}") for m in pkgutil.iter_modules(views.__path__)]
VALUE = re.compile(r"(?<![\w:]):(\w+)")


def statements() -> Iterator[tuple[str, str]]:
    """Every statement of every view, by its name; those of a search in all that they are made up of."""
    for module in MODULES:
        for name, value in vars(module).items():
            if (
                name.isupper()
                and isinstance(value, str)
                and value.strip().startswith("SELECT")
                and module is not search
            ):
                yield f"{module.__name__.rpartition('.')[2]}.{name}", value.replace("{condition}", "1 = 1")
    for many in range(len(search.FILTERS) + 1):
        for chosen in itertools.combinations(search.FILTERS, many):
            filters = "".join(f" AND {search.FILTERS[name]}" for name in chosen)
            yield f"search {chosen}", f"{search.ALL}{filters} {search.NEWEST_FIRST}"
            yield f"sqlite search {chosen}", f"{search.MATCHING}{filters} {search.BEST_FIRST}"
            for condition in (search.WORDS_ANYWHERE, *search.WORDS_IN.values()):
                yield f"words {condition} {chosen}", f"{search.LIKE} AND {condition}{filters} {search.NEWEST_FIRST}"


STATEMENTS = dict(statements())


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    folder = tmp_path_factory.mktemp("views")
    library(folder)
    return sqlite3.connect(folder / "library.sqlite3")


def test_there_are_statements() -> None:
    assert len(STATEMENTS) > 90


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_schema_answers_every_statement(schema: sqlite3.Connection, name: str) -> None:
    sql = STATEMENTS[name]
    schema.execute(f"EXPLAIN {sql}", dict.fromkeys(VALUE.findall(sql)))


@pytest.mark.skipif(postgresql.program("initdb") is None, reason="PostgreSQL's programs are not installed")
def test_postgresql_answers_every_statement() -> None:
    pytest.importorskip("psycopg")
    with postgresql.running() as folder:
        url = f"postgresql+psycopg://harvester@/postgres?host={folder}"
        open_library(url.replace("+psycopg", ""), create=True)
        with create_engine(url).connect() as connection:
            for name, sql in STATEMENTS.items():
                if not name.startswith("sqlite"):
                    connection.execute(text(f"EXPLAIN {sql}"), dict.fromkeys(VALUE.findall(sql)))


def test_views_import_no_orm_and_no_driver() -> None:
    for module in MODULES:
        tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
        names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        assert not {name for name in names if name.startswith(("sqlmodel", "sqlalchemy", "sqlite3", "psycopg"))}
        assert not {name for name in names if name.startswith("harvester.store.tables")}


def test_what_a_person_waits_for_hangs_on_indexes(schema: sqlite3.Connection) -> None:
    """Statements that would read a table of a million rows for a screen of text."""
    for name in (
        "citekeys.KEYLESS",
        "citekeys.TAKEN",
        "citekeys.FIXED",
        "waiting.COUNT_AMBIGUOUS",
        "entries.CITATIONS",
    ):
        sql = STATEMENTS[name]
        plan = schema.execute(f"EXPLAIN QUERY PLAN {sql}", dict.fromkeys(VALUE.findall(sql))).fetchall()
        assert not [row[3] for row in plan if row[3].startswith("SCAN") and "USING" not in row[3]], name


def test_the_words_that_stand_in_statements_are_those_of_the_program() -> None:
    assert FETCHED_LIST in reviews.SOURCES or FETCHED_LIST in reviews.COUNTS
    assert all(verdict.value in reviews.SETTLED for verdict in entries.BEST_FIRST if verdict.is_settled)
