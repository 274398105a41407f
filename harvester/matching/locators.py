"""Volumes and pages: whether two of them are the same, one misprinted, or two locators."""

import re
from dataclasses import dataclass
from functools import lru_cache

from harvester.matching.folding import fold
from harvester.matching.likeness import one_slip
from harvester.matching.thresholds import LONG_NUMBER, LONGEST_RANGE, NEAR, SHORT_SLIP, SHORTEST_NUMBER, WHOLE_END
from harvester.values.fast_init import fast_init

_PARTS = re.compile(r"\s*[,;]\s*")
_ENDS = re.compile(r"\s*[-\u2010-\u2015]\s*")
_PLAIN = re.compile(r"e?[1-9]\d*(?:-\d+)?", re.ASCII)
"""Nine in ten pages; the three patterns for all others cost four times as much."""
_SIGN = re.compile(r"^\s*pp?\.?\s*(?=\d)", re.IGNORECASE)
_VERSIONED = re.compile(r"(?:cd|mr)\d{6}")
_NUMBER = re.compile(r"\d+")
_LONGEST = 80
"""Characters; what is longer names no pages."""
_LONGEST_VOLUME = 40
"""Characters of a volume that numbers are looked for in, so that a hostile one costs no more."""


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
    return _pages(page[:_LONGEST]).first


def is_versioned(page: str) -> bool:
    """Whether this is the number of a Cochrane review, which all its versions have."""
    return _pages(page[:_LONGEST]).versioned


@lru_cache(maxsize=8192)  # the pages of a long list and of the records it is held against
def _pages(page: str) -> Pages:
    """Pages, or an article number, as they are compared."""
    if _PLAIN.fullmatch(page):
        ranges = [page.split("-")]
    else:
        ranges = [_ENDS.split(part) for part in _PARTS.split(_SIGN.sub("", page)) if part]
    first, *others = [
        (p if p.isascii() and p.isdecimal() else fold(p).replace(" ", "")).lstrip("0") for p, *_ in ranges
    ] or [""]
    ends = ranges[0] if len(ranges) == 1 and len(ranges[0]) == 2 else ["", ""]
    last = ends[1] if len(ends[1]) >= max(WHOLE_END, len(ends[0])) else ""
    start, end = [int(p) if p.isdecimal() and len(p) < LONG_NUMBER else 0 for p in ends]
    return Pages(first, first.strip("e"), last, start, end, frozenset(others), _VERSIONED.fullmatch(first) is not None)


def page_distance(page: str, other: str) -> float | None:
    """0 for the same first page or article number, a little for a misprint or a page within, 1 for another locator;
    None where one of the two is not known."""
    printed, found = _pages(page[:_LONGEST]), _pages(other[:_LONGEST])
    ours, theirs = printed.first, found.first
    if not ours or not theirs:
        return None
    if ours == theirs or printed.bare == found.bare:
        return 0.0
    slipped = min(len(ours), len(theirs)) >= SHORT_SLIP and one_slip(ours, theirs)
    if slipped or printed.last == found.last != "" or ours in found.further or theirs in printed.further:
        return NEAR
    # A reference can name the page within the record's range that it means.
    within = found.start and found.end - found.start < LONGEST_RANGE and ours.isdecimal() and len(ours) < LONG_NUMBER
    if within and found.start < int(ours) <= found.end:
        return NEAR
    # Pages from 1 on are counted within an article that the other names by its number.
    for one, two in ((printed, found), (found, printed)):
        if one.first == "1" and not two.end and len(two.first) >= SHORTEST_NUMBER:
            return NEAR
    return 1.0


def volume_distance(printed: str, found: str) -> float | None:
    """0 for the same volume, whatever part or supplement is named beside it; 1 for another; None where one of the two
    is not known."""
    if not printed or not found:
        return None
    if printed == found:
        return 0.0
    ours, theirs = fold(printed), fold(found)
    if ours == theirs:
        return 0.0
    numbers, others = _NUMBER.findall(ours[:_LONGEST_VOLUME]), _NUMBER.findall(theirs[:_LONGEST_VOLUME])
    # The record's number may be the second of print's: `2019; 43` where the year was taken into the volume.
    return 0.0 if numbers and others and (numbers[0] == others[0] or others[0] in numbers) else 1.0
