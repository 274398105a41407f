"""Blanks put right in references whose marks stand apart from the words before them: `J .Phys .A 28 ( 2013)1340011`.

Programs that read PDFs make such text of lines that are spread to the margin.
"""

import re

from harvester.text import lazy_pattern

SIGNS = (" .", " ,", "( ")
"""One of them is in every such text."""
_CLOSED_UP = lazy_pattern(r"\w [.,](?=\w)")
_BEFORE_MARK = lazy_pattern(r"(?<=[^\s.…]) ([.,;:])(?! ?[.…])(?=(\S?))")
_IN_BRACKETS = lazy_pattern(r"([(\[]) (?=\S)|(?<=\S) ([)\]])")
_AT_YEAR = lazy_pattern(r"(?<=\w)(?=\((?:19|20)\d\d\))|(?<=\((?:19|20)\d\d\))(?=\w)")
_AT_QUOTE = lazy_pattern(r'"([^"]*[,.?!]) ?" ?(?=\w)')
_QUOTES = 2
"""Of more quotation marks it cannot be told which of them close."""


def put_right(text: str) -> str:
    """A text with its blanks behind the marks; unchanged where no mark stands closed up to the next word.

    French blanks before a semicolon or colon, with one behind too, stay.
    """
    if not _CLOSED_UP.search(text) and "( " not in text:
        return text
    text = _BEFORE_MARK.sub(_behind, text)
    text = _IN_BRACKETS.sub(lambda match: match[1] or match[2], text)
    text = _AT_YEAR.sub(" ", text)
    return _AT_QUOTE.sub(r'"\1" ', text) if text.count('"') == _QUOTES else text


def _behind(match: re.Match[str]) -> str:
    """A mark with the blank behind it that stood before it."""
    mark, following = match.groups()
    if following == "":
        return mark if mark in ".," else match.group()
    before = match.string[match.start() - 1]
    # No blank goes into an address ("http ://") or a number ("1707 .08527").
    is_inside = following in "/.," or (mark == "." and following.isdigit() and before.isdigit())
    return mark if is_inside else f"{mark} "
