"""Volume, issue and pages: which text can be which, so that a field never holds what the reference does not say.

The tagger labels text by its position; "pg", a service's name or an address can stand in the same position.
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
    """Volume, issue and pages of a work, as printed."""

    volume: str
    issue: str
    pages: str


def part(volume: str, issue: str, printed: str) -> Locator:
    """Separate volume, issue and pages where two came as one: "72.1-2" in MLA style, "5259): 680" in Chicago's,
    "40/2"; pages without the number of a part that follows them ("1817-1832 e5")."""
    if " e" in printed:
        printed = _PART_BEHIND.sub("", printed)
    if issue:
        return Locator(volume, issue, printed)
    if "." in volume and (match := re.fullmatch(r"(\d+)\.(\d.*)", volume)):
        return Locator(match.group(1), match.group(2), printed)
    if "/" in volume and (match := _SLASHED.fullmatch(volume)) and int(match[2]) < min(int(match[1]), _MOST_ISSUES):
        return Locator(match[1], match[2], printed)
    if ")" in printed and (match := re.fullmatch(r"(\w+)\)\s?[:,]?\s?(\S.*)", printed)):
        return Locator(volume, match.group(1), match.group(2))
    return Locator(volume, issue, printed)


_PART_BEHIND = re.compile(r"(?<=\d) e\d{1,2}$")
_SLASHED = re.compile(r"(\d{1,4})/(\d{1,2})")
_MOST_ISSUES = 53
"""Issues of a weekly's year; "12/13" is two volumes."""
_COUNT_BEHIND = re.compile(r" ?(?:pp?|S|Seiten|págs?|pages)\b\.?\W*$")


def is_count(pages: str, behind: str) -> bool:
    """Whether a number before the word for pages, at the end, counts a book's pages: "212 S.", "40p."."""
    return pages.isdigit() and _COUNT_BEHIND.match(behind) is not None


_WITH_SECTION = re.compile(r"[A-HX]\d{1,3}")
_OF_SECTIONS = re.compile(r"(?:\b|\.)(?:Rev|Lett|Phys|J|Cryst|Meth|Instrum|Letters|Review|Physica|Acta)\.?$")
"""What the names of journals end in that have sections with volumes of their own."""


def section_of(volume: str, container: str) -> str:
    """The letter of a journal's section before its volume ("Phys. Rev. D94" is volume 94 of Phys. Rev. D); "" where
    the volume has none, or the journal no sections."""
    if not _WITH_SECTION.fullmatch(volume) or not _OF_SECTIONS.search(container):
        return ""
    return volume[0]


def first_of(printed: list[str], can_be: Callable[[str], bool]) -> str:
    """The first text that can be what the tagger took it for, without words like "Vol."; "" if there is none."""
    if not printed:
        return ""
    if len(printed) == 1 and (only := printed[0])[0].isdigit() and "(" not in only and ")" not in only:
        return only if can_be(only) else ""  # nearly every one, and nothing to take off
    bare = (_BEHIND_ISSUE.sub("", _NAMED.sub("", value)) for value in printed)
    return next((value for value in bare if value and can_be(value)), "")


def is_volume(value: str) -> bool:
    """Whether a value can be a volume: a number other than an edition's, a Roman one, a letter, a supplement."""
    if _has_digit(value):
        return not is_ordinal(value)
    return _ROMAN.fullmatch(value) is not None or _ISSUE_WORDS.fullmatch(value) is not None


def is_issue(value: str) -> bool:
    """Whether a value can be an issue: a number, a letter, "Suppl", a season, a month."""
    if _has_digit(value) or _ROMAN.fullmatch(value) or _ISSUE_WORDS.fullmatch(value):
        return True
    return dates.names_a_month(value)


def are_pages(value: str) -> bool:
    """Whether a value can be pages or an article number: it has a digit or is Roman, and is not an address."""
    return "://" not in value and (_has_digit(value) or _ROMAN.fullmatch(value) is not None)


def is_roman(value: str) -> bool:
    """Whether a value is a number in Roman capitals ("VI")."""
    return value.isupper() and _ROMAN.fullmatch(value) is not None


def is_ordinal(value: str) -> bool:
    """Whether a value is the number of an edition ("3rd") rather than a volume."""
    return _ORDINAL.fullmatch(value) is not None


def is_range(value: str) -> bool:
    """Whether a value is a range from one number to another ("1-19")."""
    return re.fullmatch(rf"\d+[{DASHES}]\d+", value) is not None


def is_year(value: str) -> bool:
    """Whether a bare number is a year in which something cited today can have been printed."""
    return _YEAR.fullmatch(value) is not None


_NO_VOLUME = re.compile(rf"[12][90]\d\d[a-z]?\s?;\s?(\d+)(\s?)[{DASHES}](\s?)(\d+)(?![\d(:])")
_LONGEST_PAGE = 4
"""Digits of a page number: no volume has ten thousand pages."""


def is_glued(text: str) -> bool:
    """Whether volume and pages are printed as one number ("1999;15611- 18" for 156:11-18), so that neither can be told.

    A range right behind the year shows it only by a blank behind its dash, or by being too long and descending.
    """
    match = _NO_VOLUME.search(text) if ";" in text else None
    if match is None:
        return False
    goes_down = len(match[1]) > _LONGEST_PAGE and int(match[4]) < int(match[1])
    return goes_down or (bool(match[3]) and not match[2])


def _has_digit(value: str) -> bool:
    return value[:1].isdigit() or any(map(str.isdigit, value))
