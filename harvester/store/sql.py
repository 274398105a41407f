"""SQL text run as it stands, on SQLite through the driver alone."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, text

from harvester.store.bulk import driver
from harvester.store.views.reader import Row, slices


def fetch(connection: Connection, sql: str, values: Mapping[str, Any]) -> list[Row]:
    """The rows of a statement whose values stand in it as `:name`."""
    if connection.dialect.name == "sqlite":
        # SQLAlchemy takes longer to understand a text than SQLite to run it.
        return driver(connection).execute(sql, values).fetchall()
    return [tuple(row) for row in connection.execute(text(sql), values)]


def fetch_each(connection: Connection, sql: str, these: Iterable[object]) -> list[Row]:
    """The rows of a statement in which `(:these)` stands for any number of values; none for no values."""
    return [row for part, values in slices(sql, these) for row in fetch(connection, part, values)]
