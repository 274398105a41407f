"""SQL text run as it stands, on SQLite through the driver alone; values by name, lists of them by the hundred."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, text

from harvester.store.bulk import SIZE, driver

Row = tuple[Any, ...]
"""The columns of a row in the order in which the text names them."""


def fetch(connection: Connection, sql: str, **values: object) -> list[Row]:
    """The rows of a statement whose values stand in it as `:name`."""
    if connection.dialect.name == "sqlite":
        # SQLAlchemy takes longer to understand a text than SQLite to run it.
        return driver(connection).execute(sql, values).fetchall()
    return [tuple(row) for row in connection.execute(text(sql), values)]


def fetch_each(connection: Connection, sql: str, these: Iterable[object], **values: object) -> list[Row]:
    """The rows of a statement in which `(:these)` stands for any number of values; in the order of the values' slices.

    None for no values. A statement that sorts sorts within a slice of 500 only.
    """
    wanted = list(these)
    found: list[Row] = []
    for start in range(0, len(wanted), SIZE):
        chunk = {f"these_{n}": value for n, value in enumerate(wanted[start : start + SIZE])}
        places = ", ".join(f":{name}" for name in chunk)
        found += fetch(connection, sql.replace(":these", places), **chunk, **values)
    return found


def fetch_one(connection: Connection, sql: str, **values: object) -> Any:
    """The first column of the first row, None where there is no row."""
    found = fetch(connection, sql, **values)
    return found[0][0] if found else None
