"""Passages of a page of text: some words, and where they stand."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from harvester.model import Span
from harvester.text import squeeze
from harvester.values.citation_line import CitationLine
from harvester.values.fast_init import fast_init

_BLANK_LINE = re.compile(r"\n[ \t]*\n|\Z")
_PARTING = re.compile(r"\n[ \t]*\n")
_MEASURED = 60_000
"""Characters of a text whose lines show whether it is wrapped."""
_FEW = 50
"""Of so many lines one may be longer than the width: a word that cannot be broken."""
_NEARLY_FULL, _FEWEST_FULL = 0.75, 4
"""Share of the width that a wrapped line fills; lines that do so in any wrapped text."""
_UNWRAPPED = 1_000_000
"""The width of lines that are not wrapped."""
_ABOVE = 40
"""Characters between a journal's name and its date: its stop, and blank lines where it has a line of its own."""


@fast_init
@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a page, as they are read, and the range that they were read from."""

    words: str
    span: Span


def passage(text: str, start: int, end: int) -> Passage:
    """The words in a range with their white space folded, and the range without the white space around them."""
    range_ = trimmed(text, start, end)
    return Passage(squeeze(text[range_.start : range_.end]), range_)


def trimmed(text: str, start: int, end: int, around: str | None = None) -> Span:
    """A range without the white space, or the given characters, at its ends."""
    inside = text[start:end].rstrip(around)
    return Span(start + len(inside) - len(inside.lstrip(around)), start + len(inside))


def find_paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """The paragraphs between blank lines, found as they are needed."""
    end = min(end, len(text))
    while start < end and (gap := _BLANK_LINE.search(text, start, end)):
        yield Span(start, gap.start())
        start = gap.end()


@lru_cache(maxsize=4)
def _lengths(text: str) -> list[int]:
    """The lengths of a text's lines, in rising order: of those that others follow, since the last ones of paragraphs
    and those with addresses may be longer than the width; of all where there are no such."""
    lines = [line.rstrip() for line in text[:_MEASURED].split("\n")]
    lengths = sorted(len(one) for one, other in pairwise(lines) if one and other and "://" not in one)
    return lengths or sorted(map(len, lines))


def line_width(text: str) -> int:
    """The width of a text's lines, but for the few longest."""
    lengths = _lengths(text)
    return lengths[-1 - len(lengths) // _FEW]


def wrap_width(text: str) -> int:
    """The width to which a text's lines are wrapped; a million where too few lines fill it to show that they are."""
    lengths, width = _lengths(text), line_width(text)
    return width if len(lengths) - bisect_left(lengths, width * _NEARLY_FULL) >= _FEWEST_FULL else _UNWRAPPED


def find_lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines with words, found as they are needed."""
    end = min(end, len(text))
    while start < end:
        stop = text.find("\n", start, end)
        stop = stop if stop >= 0 else end
        if text[start:stop].strip():
            yield Span(start, stop)
        start = stop + 1


def has_blank_line(text: str, start: int, end: int) -> bool:
    """Whether a blank line parts paragraphs in a range."""
    return _PARTING.search(text, start, end) is not None


def paragraph_before(text: str, position: int, reach: int, *, parted: bool) -> str:
    """What stands before a position in its paragraph, at most `reach` letters; in a text whose paragraphs are not
    `parted` by blank lines each line is one."""
    before = text[max(0, position - reach) : position]
    if not parted:
        return before[before.rfind("\n") + 1 :]
    gaps = list(_PARTING.finditer(before))
    return before[gaps[-1].end() :] if gaps else before


def line_spans(text: str, line: CitationLine | None) -> dict[str, Span]:
    """The location of each field of a citation line: the line as a whole, since a bare "5" does not say that it is an
    issue; for the journal its own words, which come before the date."""
    if line is None:
        return {}
    spans = dict.fromkeys(("issued", "volume", "issue", "page", "number"), Span(line.start, line.end))
    above = max(0, line.start - len(line.journal) - _ABOVE)
    start = text.rfind(line.journal, above, line.start) if line.journal else -1
    return spans | {"container_title": Span(start, start + len(line.journal))} if start >= 0 else spans
