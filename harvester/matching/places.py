"""Volumes and pages: whether two of them are the same, one misprinted, or two places."""

import re
from dataclasses import dataclass
from functools import lru_cache

from harvester.matching.folding import fold
from harvester.matching.likeness import one_slip
from harvester.matching.thresholds import NEAR

_PARTS = re.compile(r"\s*[,;]\s*")
_ENDS = re.compile(r"\s*[-\u2010-\u2015]\s*")
_SIGN = re.compile(r"^\s*pp?\.?\s*(?=\d)", re.IGNORECASE)
_VERSIONED = re.compile(r"(?:cd|mr)\d{6}")
_SHORTEST_NUMBER = 3
_LONG_NUMBER = 7
"""Digits; from so many on it is an article number."""
_NUMBER = re.compile(r"\d+")
_LONGEST = 80
"""Characters; what is longer names no pages."""


@dataclass(frozen=True, slots=True)
class _Pages:
    """Pages as they are compared: the first, the same without an `e`, the last as far as it is whole, the range, and
    the first of each further range."""

    first: str
    bare: str
    last: str
    start: int
    end: int
    further: frozenset[str]


def first_page(page: str) -> str:
    """The first page as it is compared: without leading zeros and in lower case."""
    return _pages(page[:_LONGEST]).first


@lru_cache(maxsize=8192)
def _pages(page: str) -> _Pages:
    ranges = [_ENDS.split(part) for part in _PARTS.split(_SIGN.sub("", page)) if part]
    first, *others = [_compared(ends[0]) for ends in ranges] or [""]
    ends = ranges[0] if len(ranges) == 1 and len(ranges[0]) == 2 else ["", ""]
    last = ends[1] if len(ends[1]) >= max(3, len(ends[0])) else ""
    start, end = [int(p) if p.isdecimal() and len(p) < _LONG_NUMBER else 0 for p in ends]
    return _Pages(first, first.strip("e"), last, start, end, frozenset(others))


def _compared(page: str) -> str:
    return fold(page).replace(" ", "").lstrip("0")


def page_distance(printed: str, found: str) -> float | None:
    """0 for the same first page or article number, a little for a misprint or a page within, 1 for another place."""
    ours, theirs = _pages(printed[:_LONGEST]), _pages(found[:_LONGEST])
    if not ours.first or not theirs.first:
        return None
    if ours.first == theirs.first or ours.bare == theirs.bare:
        return 0.0
    if _one_slip(ours.first, theirs.first) or _within(ours.first, theirs) or ours.last == theirs.last != "":
        return NEAR
    if ours.first in theirs.further or theirs.first in ours.further or _counted_within(ours, theirs):
        return NEAR
    return 1.0


def _within(first: str, found: _Pages) -> bool:
    """Whether a page lies within a record's range: a reference can name the page that it means."""
    if not found.start or found.end - found.start >= 100 or not (first.isdecimal() and len(first) < _LONG_NUMBER):
        return False
    return found.start < int(first) <= found.end


def _counted_within(one: _Pages, other: _Pages) -> bool:
    """Whether one tells pages from 1 on, as they are counted within an article that the other names by its number."""
    return any(
        a.first == "1" and not b.end and len(b.first) >= _SHORTEST_NUMBER for a, b in ((one, other), (other, one))
    )


def is_versioned(page: str) -> bool:
    """Whether this is the number of a Cochrane review, which all its versions have."""
    return _VERSIONED.fullmatch(first_page(page)) is not None


def _one_slip(one: str, other: str) -> bool:
    """One digit wrong, missing, too many, or two in each other's place; of numbers with at least three digits."""
    return min(len(one), len(other)) >= 3 and one_slip(one, other)


def volume_distance(printed: str, found: str) -> float | None:
    """0 for the same volume, whatever part or supplement is named beside it; 1 for another."""
    if not printed or not found:
        return None
    ours, theirs = fold(printed), fold(found)
    if ours == theirs:
        return 0.0
    numbers, others = _NUMBER.findall(ours[:40]), _NUMBER.findall(theirs[:40])
    same = numbers[:1] == others[:1] if numbers and others else False
    return 0.0 if same or (others and numbers and others[0] in numbers) else 1.0
