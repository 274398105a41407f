"""Volumes and pages: whether two of them are the same, one misprinted, or two places."""

import re
from functools import lru_cache

from harvester.matching.folding import fold
from harvester.matching.thresholds import NEAR

_ENDS = re.compile(r"\s*[-,;\u2010-\u2015]\s*")
_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=8192)
def first_page(page: str) -> str:
    """The first page as it is compared: without leading zeros and in lower case."""
    return fold(_ENDS.split(page[:80], maxsplit=1)[0]).replace(" ", "").lstrip("0")


def page_distance(printed: str, found: str) -> float | None:
    """0 for the same first page or article number, a little for a misprint or a page within, 1 for another place."""
    ours, theirs = first_page(printed), first_page(found)
    if not ours or not theirs:
        return None
    if ours == theirs or ours.strip("e") == theirs.strip("e"):
        return 0.0
    if _one_slip(ours, theirs) or _within(ours, found) or _last(printed) == _last(found) != "":
        return NEAR
    return 1.0


def _last(page: str) -> str:
    """The last page of a range as far as it is printed: `7` of `720-7`, so only whole ends are compared."""
    parts = _ENDS.split(page[:80])
    return parts[1] if len(parts) == 2 and len(parts[1]) >= max(3, len(parts[0])) else ""


def _within(first: str, found: str) -> bool:
    """Whether a page lies within a record's range: a reference can name the page that it means."""
    parts = [p for p in _ENDS.split(found[:80]) if p]
    if len(parts) != 2 or not all(p.isdigit() and len(p) < 7 for p in (*parts, first)):
        return False
    start, end = int(parts[0]), int(parts[1])
    return start < int(first) <= end and end - start < 100


def _one_slip(one: str, other: str) -> bool:
    """One digit wrong, missing, too many, or two in each other's place; of numbers with at least three digits."""
    if min(len(one), len(other)) < 3:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other) <= 1


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
