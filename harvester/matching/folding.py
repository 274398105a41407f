"""Text made comparable, remembered for a while: one printed reference is held against several records."""

from functools import lru_cache

from harvester.text import fold as _fold
from harvester.values import titles

_REMEMBERED = 8192
"""Texts: of a page's list and of the records that its references are held against."""
_SHORT = 2000
"""Characters; a longer text is folded each time, so that hostile pages cannot fill the memory."""


def fold(text: str) -> str:
    """As `harvester.text.fold`."""
    return _kept(text) if len(text) <= _SHORT else _fold(text)


@lru_cache(maxsize=_REMEMBERED)
def _kept(text: str) -> str:
    return _fold(text)


def plain(title: str) -> str:
    """A title without markup, where it has any."""
    return titles.plain(title) if "<" in title else title
