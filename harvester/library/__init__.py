"""The Python interface, and all that the command line calls.

`extract`, `extract_lines`, `parse_lines` and `parse_list` need no library and load none.
"""

from typing import TYPE_CHECKING

from harvester.app.extract import parse_lines, parse_list
from harvester.library.pages import extract, extract_lines
from harvester.model.outcome import FileOutcome

if TYPE_CHECKING:
    from harvester.library.core import Check, Library
    from harvester.library.enriching import resolve_lines

__all__ = [
    "Check",
    "FileOutcome",
    "Library",
    "extract",
    "extract_lines",
    "parse_lines",
    "parse_list",
    "resolve_lines",
]


def __getattr__(name: str) -> object:
    """`Library` and its answers, imported when first asked for."""
    # `extract` and `parse` come through here, and should load neither the store nor what speaks HTTP.
    if name == "resolve_lines":
        from harvester.library import enriching

        return enriching.resolve_lines
    if name not in ("Check", "Library"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from harvester.library import core

    return getattr(core, name)
