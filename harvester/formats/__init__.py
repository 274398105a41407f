"""Iterable[Entry] -> Iterator[str]: one function in one file a format, and one line in the table below.

The text is to be written as UTF-8 with its line ends as they are (`newline=""`). Each writer streams: it holds one
entry at a time, so a library of any size costs the same memory.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from harvester.errors import ExportError

# `extract` passes here for its JSON, and should not pay for the nouns of a library.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from harvester.model import Entry, Link, Scheme

EntryWriter: TypeAlias = "Callable[[Iterable[Entry]], Iterator[str]]"
LinkWriter: TypeAlias = "Callable[[Iterable[Link]], Iterator[str]]"


@dataclass(frozen=True, slots=True)
class Format:
    """One row: `target` is the writer as `module:function`, `file_name` where `export` puts its text.

    `takes` says what the writer is fed with: `entries` (one a work, `entry_writer`) or `links` (one a citation,
    `link_writer`). `needs` is the identifier scheme without which the format has no place for a work; the writer leaves
    such works out, and `has_place` tells the caller which to count.
    """

    name: str
    target: str
    file_name: str
    takes: Literal["entries", "links"] = "entries"
    needs: "Scheme | None" = None

    def has_place(self, entry: "Entry") -> bool:
        """Whether the writer will write this entry, or leaves it out for want of an identifier."""
        return self.needs is None or entry.work.get(self.needs) is not None


FORMATS = {
    row.name: row
    for row in (
        Format("bibtex", "bibtex:write", "references.bib"),
        Format("biblatex", "biblatex:write", "references.biblatex.bib"),
        Format("csv", "csv:write_links", "references.csv", takes="links"),
        Format("csv-works", "csv:write_works", "works.csv"),
        Format("ris", "ris:write", "references.ris"),
        Format("nbib", "nbib:write", "references.nbib", needs="pmid"),
        Format("csl-json", "csl_json:write", "references.json"),
    )
}
"""The formats of `export`, by the name of its option."""


def entry_writer(name: str) -> EntryWriter:
    """The writer of a format that takes entries; ExportError for a name that is none."""
    return cast(EntryWriter, _load(name, "entries"))


def link_writer(name: str) -> LinkWriter:
    """The writer of a format that takes links; ExportError for a name that is none."""
    return cast(LinkWriter, _load(name, "links"))


def _load(name: str, takes: str) -> object:
    row = FORMATS.get(name)
    if row is None or row.takes != takes:
        names = ", ".join(sorted(row.name for row in FORMATS.values() if row.takes == takes))
        raise ExportError(f"There is no format {name!r} that takes {takes}; there are {names}.")
    module, function = row.target.split(":")
    return getattr(import_module(f"harvester.formats.{module}"), function)
