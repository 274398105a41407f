"""Volumes and pages: whether two of them are the same, one misprinted, or two places."""

import re
from dataclasses import dataclass
from functools import lru_cache

from harvester.matching.folding import fold
from harvester.matching.likeness import one_slip
from harvester.matching.thresholds import NEAR

_ENDS = re.compile(r"\s*[-,;\u2010-\u2015]\s*")
_NUMBER = re.compile(r"\d+")
_LONGEST = 80
"""Characters; what is longer names no pages."""


@dataclass(frozen=True, slots=True)
class _Pages:
    """Pages as they are compared: the first, the same without an `e`, the last as far as it is whole, the range."""

    first: str
    bare: str
    last: str
    start: int
    end: int


def first_page(page: str) -> str:
    """The first page as it is compared: without leading zeros and in lower case."""
    return _pages(page[:_LONGEST]).first


@lru_cache(maxsize=8192)
def _pages(page: str) -> _Pages:
    parts = _ENDS.split(page)
    first = fold(parts[0]).replace(" ", "").lstrip("0")
    last = parts[1] if len(parts) == 2 and len(parts[1]) >= max(3, len(parts[0])) else ""
    ends = [p for p in parts if p]
    is_range = len(ends) == 2 and all(p.isdecimal() and len(p) < 7 for p in ends)
    start, end = (int(ends[0]), int(ends[1])) if is_range else (0, 0)
    return _Pages(first, first.strip("e"), last, start, end)


def page_distance(printed: str, found: str) -> float | None:
    """0 for the same first page or article number, a little for a misprint or a page within, 1 for another place."""
    ours, theirs = _pages(printed[:_LONGEST]), _pages(found[:_LONGEST])
    if not ours.first or not theirs.first:
        return None
    if ours.first == theirs.first or ours.bare == theirs.bare:
        return 0.0
    if _one_slip(ours.first, theirs.first) or _within(ours.first, theirs) or ours.last == theirs.last != "":
        return NEAR
    return 1.0


def _within(first: str, found: _Pages) -> bool:
    """Whether a page lies within a record's range: a reference can name the page that it means."""
    if found.end - found.start >= 100 or not (first.isdecimal() and len(first) < 7):
        return False
    return found.start < int(first) <= found.end


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
