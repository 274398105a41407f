"""Print for people and for programs: results on stdout, messages and progress on stderr."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

from harvester.text import shown

T = TypeVar("T")


def say(message: str, *, verbosity: int = 0, colour: str | None = None) -> None:
    """A message on stderr; nothing when the user asked for quiet."""
    if verbosity >= 0:
        # The name of a file can hold bytes that are no UTF-8, at which printing would end with an error.
        echo(shown(message), err=True, fg=colour)


def echo(text: str, *, err: bool = False, fg: str | None = None, bold: bool = False) -> None:
    """A line, in colour where one is asked for and NO_COLOR (https://no-color.org) is not set; else as it is, for click
    writes escapes also for what is not to be styled."""
    # Set to anything but an empty text, says the convention.
    if os.environ.get("NO_COLOR") or not (fg or bold):
        click.echo(text, err=err)
    else:
        click.secho(text, err=err, fg=fg, bold=bold or None)


def counted(count: int, what: str) -> str:
    """So many of something: "1 page", "1,158 pages"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def shown_key(key: str) -> str:
    """A citation key, or a name that begins with one, as a person sees it: with `~` while no bibliography has it."""
    from harvester.model import Provisional

    return f"~{key}" if isinstance(key, Provisional) else key


def key_json(key: str) -> dict[str, object]:
    """A citation key in JSON: as it is, and whether it may still change."""
    from harvester.model import Provisional

    return {"citekey": key, "citekey_provisional": isinstance(key, Provisional)}


def print_json(value: object) -> None:
    """One JSON value, readable."""
    # Letters as they are: JSON is UTF-8 (RFC 8259, section 8.1), and titles and names shall be readable.
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_json_line(value: object) -> None:
    """One JSON value on one line."""
    click.echo(json.dumps(value, ensure_ascii=False))


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns under their heads; the last one is cut to the terminal's width, and left whole in a file.

    On a narrow terminal a row takes several lines, each within its width unless a single cell is longer.
    """
    table = [list(head), *([*map(str, row)] for row in rows)]
    widths = [max(len(row[i]) for row in table) for i in range(len(head) - 1)]
    room = _columns() - sum(widths) - 2 * len(widths)
    if room < _LEAST:
        # As many cells in a line as there is room for; lines after the first are indented.
        columns = _columns()
        for number, row in enumerate(table):
            lines = [row[0]]
            for cell in row[1:-1]:
                if cell and len(lines[-1]) + 2 + len(cell) <= columns:
                    lines[-1] += f"  {cell}"
                elif cell:
                    lines.append(f"  {cell}")
            for line in [*lines, f"  {cut(row[-1], max(columns - 2, _LEAST))}"]:
                echo(line, bold=number == 0)
        return
    for number, row in enumerate(table):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        line = "  ".join([*cells, cut(row[-1], max(room, _LEAST))]).rstrip()
        echo(line, bold=number == 0)


_LEAST = 20
"""Columns that the last cell must have to stand in the same line as the others."""


def _columns() -> int:
    if not sys.stdout.isatty():
        return 100_000  # a file or another program gets every row whole
    return os.get_terminal_size().columns


@contextmanager
def progress(items: Iterable[T], label: str, *, quiet: bool, total: int | None = None) -> Iterator[Iterator[T]]:
    """The same items, with a bar on stderr while they pass; only on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield iter(items)
        return
    from rich.console import Console
    from rich.progress import track

    yield iter(track(items, description=label, total=total, console=Console(stderr=True), transient=True))


SHORT = 60
"""Characters of a title or a value in a line with others."""


def cut(text: str, room: int = SHORT) -> str:
    """A text, cut where it is longer."""
    return text if len(text) <= room else f"{text[: room - 1]}…"
