"""Entries as BibTeX text: written by bibtexparser from values of our own escaping, each value checked before it is
written.

The check holds what both grammars ask. bibtexparser and biber take `\\{` for no brace and BibTeX takes it for one, so a
value has to balance either way; no value may end in a backslash or hold a line break; of commands only those of
`latex.COMMANDS` pass.
"""

import re
from collections.abc import Iterable

import bibtexparser
from bibtexparser.model import Entry as Block
from bibtexparser.model import Field

from harvester.formats import latex
from harvester.values import titles

VERBATIM = frozenset({"doi", "url", "eprint", "pmid", "pmcid", "isbn", "issn", "date", "urldate"})
"""Fields that LaTeX reads letter by letter, or that hold nothing to escape."""

MACROS = frozenset({"month"})
"""Fields written bare, so that BibTeX looks their value up."""

_FORMAT = bibtexparser.BibtexFormat()
_FORMAT.indent = "  "
_FORMAT.trailing_comma = True

_UNSAFE_KEY = re.compile(r"[^A-Za-z0-9:_.+/-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SUSPECT = re.compile(r"[\\{}\x00-\x1f\x7f]")
_BACKSLASHED = re.compile(r"\\([A-Za-z]+|.?)", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_TEX = re.compile(r"[\\{}$&#%_^~]+")
_ESCAPED = frozenset("%#&_$")
_PERCENT = {"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"}
_URL_UNSAFE = re.compile(r"[\\{}\s\x00-\x1f\x7f]")


def write(kind: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """One entry as text, ended by a line end; fields without a value are left out.

    A value that fails the check is written without what means anything to TeX, which is always safe.
    """
    block = Block(kind, safe_key(key), [Field(name, _enclosed(name, value)) for name, value in fields if value])
    text: str = bibtexparser.write_string(bibtexparser.Library([block]), unparse_stack=[], bibtex_format=_FORMAT)
    return text


def safe_key(key: str) -> str:
    """A citation key of a foreign library with all that BibTeX, biber or a shell could stumble over turned into `_`."""
    return _UNSAFE_KEY.sub("_", key) or "_"


def verbatim(text: str) -> str:
    """An identifier or URL for a verbatim field: nothing escaped, only braces, backslashes and blanks
    percent-encoded."""
    text = titles.printable(text).strip()
    if _URL_UNSAFE.search(text) is None:
        return text
    return _URL_UNSAFE.sub(lambda match: _PERCENT.get(match.group(), ""), text)


def is_safe(value: str) -> bool:
    """Whether a value between braces is read back as it is, and calls no command but ours."""
    if _SUSPECT.search(value) is None:
        return True
    return not _CONTROL.search(value) and all(map(_is_ours, _BACKSLASHED.findall(value))) and _balances(value)


def _is_ours(command: str) -> bool:
    return command in latex.COMMANDS or command in _ESCAPED


def _balances(value: str) -> bool:
    depth = 0
    for brace in _BRACE.findall(value):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _enclosed(name: str, value: str) -> str:
    if name in MACROS:
        return value
    if not is_safe(value):
        value = _TEX.sub("", _CONTROL.sub(" ", value))
    return f"{{{value}}}"
