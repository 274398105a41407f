"""How views ask: statements as text, with values by name; what runs them is somebody else's business."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

Row = Sequence[Any]
"""The columns of a row in the order in which the statement names them."""

SIZE = 500
"""Values a statement: SQLite allowed 999 parameters before 3.32."""


class Reader:
    """A library as it is at one moment, to be asked with SQL that SQLite and PostgreSQL both take.

    `run` gives the rows of a statement whose values stand in it as `:name`; `pattern` is what citation keys are made
    by; `is_sqlite` says whether there is SQLite's own index of words.
    """

    def __init__(
        self, run: Callable[[str, Mapping[str, Any]], list[Row]], pattern: str, *, is_sqlite: bool = True
    ) -> None:
        self._run, self.pattern, self.is_sqlite = run, pattern, is_sqlite

    def rows(self, sql: str, **values: object) -> list[Row]:
        """The rows of a statement."""
        return self._run(sql, values)

    def each(self, sql: str, these: Iterable[object], **values: object) -> list[Row]:
        """The rows of a statement in which `(:these)` stands for any number of values; none for no values.

        They go to the database by the hundred: what a statement puts in order it does within so many values only.
        """
        return [row for part, names in slices(sql, these) for row in self._run(part, {**names, **values})]

    def one(self, sql: str, **values: object) -> Any:
        """The first column of the first row; None where there is no row."""
        found = self._run(sql, values)
        return found[0][0] if found else None

    def column(self, sql: str, **values: object) -> list[Any]:
        """The first column of all rows."""
        return [row[0] for row in self._run(sql, values)]


def slices(sql: str, these: Iterable[object]) -> Iterator[tuple[str, dict[str, object]]]:
    """A statement with `(:these)` as often as many values need it, each time with the values of one slice."""
    wanted = list(these)
    for start in range(0, len(wanted), SIZE):
        chunk = {f"these_{n}": value for n, value in enumerate(wanted[start : start + SIZE])}
        yield sql.replace(":these", ", ".join(f":{name}" for name in chunk)), chunk
