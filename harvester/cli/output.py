"""Print for people and for programs: results on stdout, messages and progress on stderr."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

from harvester.text import shown

T = TypeVar("T")


def say(message: str, *, verbosity: int = 0, colour: str | None = None) -> None:
    """A message on stderr; nothing when the user asked for quiet."""
    if verbosity >= 0:
        click.secho(shown(message), err=True, fg=None if os.environ.get("NO_COLOR") else colour)


def print_json(value: object) -> None:
    """One JSON value, readable."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_json_line(value: object) -> None:
    """One JSON value on one line."""
    click.echo(json.dumps(value, ensure_ascii=False))


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns under their heads; the last one is cut to the terminal's width, and left whole in a file."""
    table = [list(head), *([*map(str, row)] for row in rows)]
    widths = [max(len(row[i]) for row in table) for i in range(len(head) - 1)]
    room = _columns() - sum(widths) - 2 * len(widths)
    for number, row in enumerate(table):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        line = "  ".join([*cells, _cut(row[-1], room)]).rstrip()
        click.secho(line, bold=number == 0 and not os.environ.get("NO_COLOR"))


def _columns() -> int:
    if not sys.stdout.isatty():
        return 100_000
    return os.get_terminal_size().columns


def _cut(text: str, room: int) -> str:
    return text if len(text) <= max(room, 20) else text[: max(room, 20) - 1] + "…"


@contextmanager
def progress(items: Iterable[T], label: str, *, quiet: bool, total: int | None = None) -> Iterator[Iterator[T]]:
    """The same items, with a bar on stderr while they pass; only on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield iter(items)
        return
    from rich.console import Console
    from rich.progress import track

    yield iter(track(items, description=label, total=total, console=Console(stderr=True), transient=True))


@contextmanager
def telling(label: str, *, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A function that shows a line of how far a long run is, each over the last; only on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield _nothing
        return
    from rich.console import Console

    with Console(stderr=True).status(label) as status:
        yield lambda line: status.update(f"{label}: {line}")


def _nothing(_line: str) -> None:
    """Nobody looks."""
