"""Pages as references print them."""

import re
from functools import cache
from typing import NamedTuple

from harvester.text import DASHES

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
