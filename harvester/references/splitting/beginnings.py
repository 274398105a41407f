"""How references begin and go on: the names of authors in their forms, and what only continues the line above."""

import re

from harvester.references.same_authors import MARK
from harvester.references.splitting import tails
from harvester.references.splitting.headings import has_year
from harvester.text import lazy_pattern

_SHORTEST_WHOLE = 40
"""Characters; a shorter line, or a shorter text between two separators, is not a whole reference."""
_FAMILY = r"(?:[a-zß-ÿ]{1,4}[’' ]\s?){0,3}[^\W\d_a-zß-ÿ][^\W\d_]*(?:[’'‐-][^\W\d_]+)*"
_INITIAL = r"[^\W\d_a-zß-ÿ]\.?[ ‐-]?"
_BEHIND_INITIALS = r"(?=[,.;:&(\s]|$)"
_LOCATOR = re.compile(r"\d\s?[;:(]\s?[\de]|\d[-\u2010-\u2015]\d")
_CUT_ADDRESS = frozenset("-‐–/_=&%?.")
_ADDRESS_AT_END = re.compile(r"(?:10\.\d+/|https?:)\S+$")
_CONTINUATION = re.compile(
    r"https?:|doi\b|www\.|PMC?ID|Available|Accessed|Retrieved|[,;:)\]&]|\d+[–-]\d|[/.-]\w|_[^\W_]", re.IGNORECASE
)
_CONTINUATION_BEGINS = frozenset("hdwpar,;:)]&0123456789/._-")
_AUTHOR_START = lazy_pattern(
    rf"(?:(?P<same>{MARK}(?=[\s,.;:(]))"
    rf"|(?P<comma>{_FAMILY}(?: {_FAMILY}){{0,2}}, (?:{_INITIAL}){{1,4}}{_BEHIND_INITIALS})"
    rf"|(?P<blank>{_FAMILY}(?: {_FAMILY}){{0,2}},? (?:{_INITIAL}){{1,4}}{_BEHIND_INITIALS})"
    rf"|(?P<full>{_FAMILY}(?: {_FAMILY})?, [^\W\d_a-zß-ÿ][^\W\d_]+)"
    rf"|(?P<before>(?:[^\W\d_a-zß-ÿ]\.[ -]?){{1,4}}{_FAMILY}[,. ])"
    rf"|(?P<other>{_FAMILY}(?: {_FAMILY}){{0,5}} et al|[^\W\d_a-z]\w+(?: \w+){{0,9}}[.,:]? \(?(?:1[89]|20)\d\d))"
)
"""A name with initials behind ("Smith, A. B.", "van der Berg AB") or before it ("A.B. Smith,"), in full, or an
organization with a year; or dashes for the authors above."""


def author_form(words: str) -> str:
    """The form of the author's name that a line begins with; "" without one."""
    match = _AUTHOR_START.match(words)
    return match.lastgroup or "" if match else ""


def continues(words: str) -> bool:
    """Whether a line can only continue the one above it."""
    may = words[0] in _CONTINUATION_BEGINS or words[0].lower() in _CONTINUATION_BEGINS
    return (may and _CONTINUATION.match(words) is not None) or tails.is_tail_line(words)


def has_locator(words: str) -> bool:
    """Whether volume and page, or a range of pages, may stand in the words."""
    return _LOCATOR.search(words) is not None


def ends_in_address(words: str) -> bool:
    """Whether a DOI or URL ends the words, which does not go on in the next line."""
    return words[-1] not in _CUT_ADDRESS and _ADDRESS_AT_END.search(words) is not None


def is_whole(words: str) -> bool:
    """Whether a line is likely a whole reference."""
    return len(words) >= _SHORTEST_WHOLE and has_year(words) and author_form(words) != ""


def is_long_enough(words: str) -> bool:
    """Whether a text is not too short for a reference."""
    return len(words) >= _SHORTEST_WHOLE
