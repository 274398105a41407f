"""Rows by the hundred: inserts and look-ups that on SQLite go straight to the driver.

SQLAlchemy spends several times what SQLite does on turning each row of an `executemany` into parameters (measured by
`benchmarks/store.py`: 3.8 times the cost of raw sqlite3 with it, see there for today's figure). Other databases take
SQLAlchemy's road.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, TableClause, insert, select

Row = Mapping[str, Any]
SIZE = 500
"""Values a statement: SQLite allowed 999 parameters before 3.32."""

_INSERTS: dict[tuple[str, tuple[str, ...]], str] = {}


def insert_rows(connection: Connection, table: Table | TableClause, rows: Sequence[Row]) -> None:
    """Insert rows that all have the same columns."""
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), [dict(row) for row in rows])
        return
    names = tuple(rows[0])
    statement = _INSERTS.get((table.name, names))
    if statement is None:
        columns = ", ".join(f'"{name}"' for name in names)
        statement = f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join("?" * len(names))})'  # noqa: S608
        _INSERTS[(table.name, names)] = statement
    connection.exec_driver_sql(statement, [tuple(row.values()) for row in rows])


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
            found.extend(connection.exec_driver_sql(statement, tuple(chunk)).fetchall())
        else:
            chosen = select(*(table.c[name] for name in columns)).where(table.c[column].in_(chunk))
            found.extend(connection.execute(chosen).fetchall())
    return found
