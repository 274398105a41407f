"""Lists within the entries of a list, as lynx and w3m print them: the numbers before an entry's authors are none of
the list's."""

import re
from collections.abc import Iterator

_FEWEST = 3
_LINE = re.compile(
    r"^(?P<indent>[ \t]*)(?:(?P<number>\d{1,4})\.(?=[ \t]|$)(?P<gap>[ \t]*)(?P<again>\d{1,4}\.?\u21b5?(?=\s|$))?|\S)",
    re.MULTILINE,
)


def unnested(text: str) -> str:
    """The text with blanks for the numbers of lists within numbered entries; everything stays where it is.

    Sites of HighWire and Elsevier Health mark the authors of a reference as a list of their own.
    """
    if text.count(" 1. ") + text.count(" 1.\n") < _FEWEST:
        return text
    pieces: list[str] = []
    end = 0
    for start, stop in _inner_numbers(text):
        pieces += (text[end:start], " " * (stop - start))
        end = stop
    return "".join((*pieces, text[end:])) if pieces else text


def _inner_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand that count on from 1 deeper than the words of the numbered entry they are in, and the entry's
    own number where it is printed twice."""
    column = inner = 0
    for line in _LINE.finditer(text):
        indent, number = len(line["indent"]), line["number"]
        if number and column and indent > column and int(number) == inner + 1:
            inner += 1
            yield line.start("number"), line.end("number") + 1
        elif number:
            column, inner = line.end("gap") - line.start(), 0
            if line["again"] and line["again"].strip(".\u21b5") == number and line["again"] != number:
                yield line.span("again")
            column = column if line["gap"] else column + 1
        elif indent < column:
            column = 0
