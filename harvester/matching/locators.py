"""Volumes and pages: whether two of them are the same, one misprinted, or two places."""

import re
from dataclasses import dataclass
from functools import lru_cache

from harvester.matching.folding import fold
from harvester.matching.likeness import one_slip
from harvester.matching.thresholds import NEAR
from harvester.values.fast_init import fast_init

_PARTS = re.compile(r"\s*[,;]\s*")
_ENDS = re.compile(r"\s*[-\u2010-\u2015]\s*")
_PLAIN = re.compile(r"e?[1-9]\d*(?:-\d+)?", re.ASCII)
"""Nine in ten pages; the three patterns for all others cost four times as much."""
_SIGN = re.compile(r"^\s*pp?\.?\s*(?=\d)", re.IGNORECASE)
_VERSIONED = re.compile(r"(?:cd|mr)\d{6}")
_SHORTEST_NUMBER = 3
_LONG_NUMBER = 7
"""Digits; from so many on it is an article number."""
_NUMBER = re.compile(r"\d+")
_LONGEST = 80
"""Characters; what is longer names no pages."""


@fast_init
@dataclass(frozen=True, slots=True)
class Pages:
    """Pages as they are compared: the first, the same without an `e`, the last as far as it is whole, the range, the
    first of each further range, and whether it is the number of a Cochrane review, which all its versions have."""

    first: str
    bare: str
    last: str
    start: int
    end: int
    further: frozenset[str]
    versioned: bool


def first_page(page: str) -> str:
    """The first page as it is compared: without leading zeros and in lower case."""
    return _pages(page).first


def is_versioned(page: str) -> bool:
    """Whether this is the number of a Cochrane review, which all its versions have."""
    return _pages(page).versioned


def _pages(page: str) -> Pages:
    """Pages, or an article number, as they are compared."""
    return _made(page[:_LONGEST])


@lru_cache(maxsize=8192)
def _made(page: str) -> Pages:
    ranges = _ranges(page)
    first, *others = [_compared(ends[0]) for ends in ranges] or [""]
    ends = ranges[0] if len(ranges) == 1 and len(ranges[0]) == 2 else ["", ""]
    last = ends[1] if len(ends[1]) >= max(3, len(ends[0])) else ""
    start, end = [int(p) if p.isdecimal() and len(p) < _LONG_NUMBER else 0 for p in ends]
    return Pages(first, first.strip("e"), last, start, end, frozenset(others), _VERSIONED.fullmatch(first) is not None)


def _ranges(page: str) -> list[list[str]]:
    if _PLAIN.fullmatch(page):
        return [page.split("-")]
    return [_ENDS.split(part) for part in _PARTS.split(_SIGN.sub("", page)) if part]


def _compared(page: str) -> str:
    bare = page if page.isascii() and page.isdecimal() else fold(page).replace(" ", "")
    return bare.lstrip("0")


def page_distance(page: str, other: str) -> float | None:
    """0 for the same first page or article number, a little for a misprint or a page within, 1 for another place."""
    printed, found = _pages(page), _pages(other)
    ours, theirs = printed.first, found.first
    if not ours or not theirs:
        return None
    if ours == theirs or printed.bare == found.bare:
        return 0.0
    if _one_slip(ours, theirs) or _within(ours, found) or printed.last == found.last != "":
        return NEAR
    if ours in found.further or theirs in printed.further:
        return NEAR
    return NEAR if _counts_within(printed, found) or _counts_within(found, printed) else 1.0


def _within(first: str, found: Pages) -> bool:
    """Whether a page lies within a record's range: a reference can name the page that it means."""
    if not found.start or found.end - found.start >= 100 or not (first.isdecimal() and len(first) < _LONG_NUMBER):
        return False
    return found.start < int(first) <= found.end


def _counts_within(one: Pages, other: Pages) -> bool:
    """Whether one tells pages from 1 on, as they are counted within an article that the other names by its number."""
    return one.first == "1" and not other.end and len(other.first) >= _SHORTEST_NUMBER


def _one_slip(one: str, other: str) -> bool:
    """One digit wrong, missing, too many, or two in each other's place; of numbers with at least three digits."""
    return min(len(one), len(other)) >= 3 and one_slip(one, other)


def volume_distance(printed: str, found: str) -> float | None:
    """0 for the same volume, whatever part or supplement is named beside it; 1 for another."""
    if not printed or not found:
        return None
    if printed == found:
        return 0.0
    ours, theirs = fold(printed), fold(found)
    if ours == theirs:
        return 0.0
    numbers, others = _NUMBER.findall(ours[:40]), _NUMBER.findall(theirs[:40])
    same = numbers[:1] == others[:1] if numbers and others else False
    return 0.0 if same or (others and numbers and others[0] in numbers) else 1.0
