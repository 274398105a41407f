"""Volume, issue and pages: what can be each of them, so that a field never holds what the reference does not say.

The tagger calls things by where they stand; "pg", a service's name or an address can stand there too.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from harvester.text import DASHES
from harvester.values import dates

_NAMED = re.compile(r"^(?:vol(?:ume)?|no|iss(?:ue)?|nr|n)\b[.:\s]*(?=\d|$)", re.IGNORECASE)
_BEHIND_ISSUE = re.compile(r"(?:,? \(|\)\s*:)\D*$")
_ROMAN = re.compile(r"[ivxlcdm]+(?:\W+[ivxlcdm]+)*", re.IGNORECASE)
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_YEAR = re.compile(r"19\d\d|20[0-4]\d")
_ISSUE_WORDS = re.compile(
    r"[A-Za-z]|supp?l?\w*\.?|special.*|spec?\.?|esp\w*\.?|part.*|pt.*|spring|summer|autumn|fall|winter|database.*"
    r"|abstracts?",
    re.IGNORECASE,
)


class Locator(NamedTuple):
    """Where in its container a work stands, as printed."""

    volume: str
    issue: str
    pages: str


def part(volume: str, issue: str, printed: str) -> Locator:
    """Volume, issue and pages apart, where two came as one: "72.1-2" in MLA style, "5259): 680" in Chicago's."""
    if not issue and (match := re.fullmatch(r"(\d+)\.(\d.*)", volume)):
        return Locator(match.group(1), match.group(2), printed)
    if not issue and (match := re.fullmatch(r"(\w+)\)\s?[:,]?\s?(\S.*)", printed)):
        return Locator(volume, match.group(1), match.group(2))
    return Locator(volume, issue, printed)


def first_of(printed: list[str], can_be: Callable[[str], bool]) -> str:
    """The first of some stretches of text that can be what it is taken for, without words like "Vol."; "" if none."""
    bare = (_BEHIND_ISSUE.sub("", _NAMED.sub("", value)) for value in printed)
    return next((value for value in bare if value and can_be(value)), "")


def is_volume(value: str) -> bool:
    """Whether a value can be a volume: a number that counts no edition, a Roman one, a letter, a supplement."""
    if _has_digit(value):
        return not is_ordinal(value)
    return _ROMAN.fullmatch(value) is not None or _ISSUE_WORDS.fullmatch(value) is not None


def is_issue(value: str) -> bool:
    """Whether a value can be an issue: a number, a letter, "Suppl", a season, a month."""
    if _has_digit(value) or _ROMAN.fullmatch(value) or _ISSUE_WORDS.fullmatch(value):
        return True
    return dates.names_a_month(value)


def are_pages(value: str) -> bool:
    """Whether a value can be pages or an article number: it has a digit or is Roman, and is no address."""
    return "://" not in value and (_has_digit(value) or _ROMAN.fullmatch(value) is not None)


def is_ordinal(value: str) -> bool:
    """Whether a value counts an edition ("3rd") and no volume."""
    return _ORDINAL.fullmatch(value) is not None


def is_range(value: str) -> bool:
    """Whether a value goes from one number to another ("1-19")."""
    return re.fullmatch(rf"\d+[{DASHES}]\d+", value) is not None


def is_year(value: str) -> bool:
    """Whether a number alone is a year in which what is cited today was printed."""
    return _YEAR.fullmatch(value) is not None


_NO_VOLUME = re.compile(rf"[12][90]\d\d[a-z]?\s?;\s?(\d+)(\s?)[{DASHES}](\s?)(\d+)(?![\d(:])")
_LONGEST_PAGE = 4
"""Digits of a page number: no volume has ten thousand pages."""


def is_glued(text: str) -> bool:
    """Whether volume and pages are printed as one number ("1999;15611- 18" for 156:11-18), so that neither is known.

    A range right behind the year says so by a blank behind its dash alone, or where it is too long and goes down.
    """
    match = _NO_VOLUME.search(text) if ";" in text else None
    if match is None:
        return False
    goes_down = len(match[1]) > _LONGEST_PAGE and int(match[4]) < int(match[1])
    return goes_down or (bool(match[3]) and not match[2])


def _has_digit(value: str) -> bool:
    return any(map(str.isdigit, value))
