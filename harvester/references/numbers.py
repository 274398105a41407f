"""Volume, issue and pages as references print them."""

import re
from typing import NamedTuple


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
