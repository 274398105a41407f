"""Statements run as text, rows by the hundred: what on SQLite goes straight to the driver.

SQLAlchemy spends several times what SQLite does on turning each row of an `executemany` into parameters (measured by
`benchmarks/store.py`: 3.8 times the cost of raw sqlite3 with it, see there for today's figure). Other databases take
SQLAlchemy's road.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, TableClause, Update, insert, select, text
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from harvester.store.views.reader import SIZE, Row, slices

Filed = Mapping[str, Any]
"""A row on its way to the database: column -> value."""
_INSERTS: dict[tuple[str, tuple[str, ...]], str] = {}


def insert_rows(connection: Connection, table: Table | TableClause, rows: Sequence[Filed]) -> None:
    """Insert rows that all have the same columns."""
    if rows:
        insert_values(connection, table, tuple(rows[0]), [tuple(row.values()) for row in rows])


def insert_values(
    connection: Connection, table: Table | TableClause, names: tuple[str, ...], values: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows that are given as the values of some columns."""
    if not values:
        return
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in values])
        return
    statement = _INSERTS.get((table.name, names))
    if statement is None:
        columns = ", ".join(f'"{name}"' for name in names)
        statement = f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join("?" * len(names))})'  # noqa: S608
        _INSERTS[(table.name, names)] = statement
    driver(connection).executemany(statement, values)


def run(connection: Connection, statement: Update, values: Filed) -> None:
    """Change rows; as `ask`."""
    if connection.dialect.name == "sqlite":
        driver(connection).execute(_as_text(statement), values)
    else:
        connection.execute(statement, values)


def ask(connection: Connection, statement: Select[Any], values: Filed) -> list[Any]:
    """The rows that a statement gives; for one that every page runs, kept in a constant, with `bindparam`s alone."""
    if connection.dialect.name != "sqlite":
        return list(connection.execute(statement, values).fetchall())
    return driver(connection).execute(_as_text(statement), values).fetchall()


@cache
def _as_text(statement: Select[Any] | Update) -> str:
    return str(statement.compile(dialect=_NAMED))


_NAMED = SQLiteDialect(paramstyle="named")


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection, inside the transaction that SQLAlchemy has begun."""
    own = connection.connection.driver_connection
    assert isinstance(own, sqlite3.Connection)
    return own


def select_in(
    connection: Connection, table: Table, columns: Sequence[str], column: str, values: Iterable[Any]
) -> list[Any]:
    """Some columns of the rows whose `column` has one of some values."""
    wanted = list(values)
    found: list[Any] = []
    for start in range(0, len(wanted), SIZE):
        chunk = wanted[start : start + SIZE]
        if connection.dialect.name == "sqlite":
            names = ", ".join(f'"{name}"' for name in columns)
            places = ", ".join("?" * len(chunk))
            statement = f'SELECT {names} FROM "{table.name}" WHERE "{column}" IN ({places})'  # noqa: S608
            found.extend(driver(connection).execute(statement, chunk).fetchall())
        else:
            chosen = select(*(table.c[name] for name in columns)).where(table.c[column].in_(chunk))
            found.extend(connection.execute(chosen).fetchall())
    return found


def fetch(connection: Connection, sql: str, values: Mapping[str, Any]) -> list[Row]:
    """The rows of a statement whose values stand in it as `:name`."""
    if connection.dialect.name == "sqlite":
        # SQLAlchemy takes longer to understand a text than SQLite to run it.
        return driver(connection).execute(sql, values).fetchall()
    return [tuple(row) for row in connection.execute(text(sql), values)]


def fetch_each(connection: Connection, sql: str, these: Iterable[object]) -> list[Row]:
    """The rows of a statement in which `(:these)` stands for any number of values; none for no values."""
    return [row for part, values in slices(sql, these) for row in fetch(connection, part, values)]
