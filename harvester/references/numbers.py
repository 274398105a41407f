"""Dates and pages as references print them."""

import re
from functools import cache
from typing import NamedTuple

from harvester.model import PartialDate
from harvester.text import DASHES

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janvier januar enero janeiro",
            "feb february février februar febrero fevereiro",
            "mar march mars märz marzo março", "apr april avril abril", "may mai mayo maio",
            "jun june juin juni junio junho",
            "jul july juillet juli julio julho", "aug august août agosto",
            "sep sept september septembre septiembre setembro",
            "oct october octobre oktober octubre outubro", "nov november novembre noviembre novembro",
            "dec december décembre dezember diciembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_PREFIX = re.compile(r"^(?:pages?|pp?|S\.|с\.)[.:]?\s*(?=[\dA-Za-z])", re.IGNORECASE)
_PART = re.compile(r"([A-Za-z]*)(\d+)([A-Za-z]*)")


@cache
def _split() -> re.Pattern[str]:
    return re.compile(rf"\s*[{DASHES}]+\s*|\s+to\s+")


def pages(printed: str) -> str:
    """A page range with both ends in full and an ASCII hyphen: "123–8" is "123-128", "G526–34" is "G526-G534"."""
    bare = _PREFIX.sub("", printed.strip(" .,;:()"))
    first, *rest = _split().split(bare, maxsplit=1)
    if not rest or not rest[0]:
        return " ".join(first.split())
    last = _expand(first.strip(), rest[0].strip())
    return first.strip() if first.strip() == last else f"{first.strip()}-{last}"


def _expand(first: str, last: str) -> str:
    a, b = _PART.fullmatch(first), _PART.fullmatch(last)
    if not (a and b):
        return last
    digits = b.group(2)
    if len(digits) < len(a.group(2)):
        digits = a.group(2)[: -len(digits)] + digits
    return (b.group(1) or a.group(1)) + digits + (b.group(3) or (a.group(3) if not b.group(1) else ""))


class Place(NamedTuple):
    """Where in its container a work stands, as printed."""

    volume: str
    issue: str
    pages: str


def place(volume: str, issue: str, printed: str) -> Place:
    """Volume, issue and pages apart, where two came as one: "72.1-2" in MLA style, "5259): 680" in Chicago's."""
    if not issue and (match := re.fullmatch(r"(\d+)\.(\d.*)", volume)):
        return Place(match.group(1), match.group(2), printed)
    if not issue and (match := re.fullmatch(r"(\w+)\)\s?[:,]?\s?(\S.*)", printed)):
        return Place(volume, match.group(1), match.group(2))
    return Place(volume, issue, printed)


def is_article_number(page: str) -> bool:
    """Whether a page is the number of an article: alone, and with a letter before its digits or five and more."""
    return re.fullmatch(r"[A-Za-z]{1,4}\d+|\d{5,}|\d+\.e\d+", page) is not None


_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_DAY = re.compile(r"(?<![\d/])(\d{1,2})(?:st|nd|rd|th)?(?![\d/])")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMERIC = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")


def date(printed: str) -> PartialDate | None:
    """The date that stands in a stretch of text; what its parts cannot say ("Jan-Feb 2019") is kept literally."""
    year = _YEAR.search(printed)
    if not year:
        return PartialDate(literal=printed.strip(" .,;()")) if printed.strip(" .,;()") else None
    number = int(year.group())
    if numeric := _NUMERIC.search(printed):
        month, day = int(numeric.group(2)), int(numeric.group(3) or 0)
        if 1 <= month <= 12 and day <= 31:
            return PartialDate(number, month, day or None)
    words = [word.lower() for word in _WORD.findall(printed)]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    if len(months) == 1:
        rest = printed[: year.start()] + " " + printed[year.end() :]
        found = _DAY.search(rest)
        valid = found and 1 <= int(found.group(1)) <= 31
        return PartialDate(number, months[0], int(found.group(1)) if found and valid else None)
    return PartialDate(number, literal=" ".join(printed.split()).strip(" .,;()") if words else "")


def names_a_month(printed: str) -> bool:
    """Whether one of the words is a month's name."""
    return any(word.lower() in _MONTHS for word in _WORD.findall(printed))
