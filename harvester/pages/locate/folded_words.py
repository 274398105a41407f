"""The words of a page's source, folded and run together, with the way back to each one's offset.

Searching words without blanks, case, accents and markup finds a value in whatever form the page has it: wrapped over
lines, with entities, with `<sub>` inside. Only ranges that begin and end with whole words count.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import accumulate
from typing import NamedTuple

from harvester.model import Span
from harvester.text import fold

SHORT = 12
"""Letters and digits; a shorter value may occur within other words by chance."""

_TRIES = 10
"""Occurrences of a value that are examined: it may occur any number of times within longer words."""

_STARTS = 3
"""Occurrences of a list's first value from which the others are looked for: a menu may name the first author too."""

_REACH = 4_000
"""Letters within which the next value of a list must follow: an author's affiliations may come between."""

_SIGN = re.compile(r"&#?\w{1,31};|.", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BETWEEN = "\x00"
_ASCII = {n: chr(n).lower() if chr(n).isalnum() else None for n in range(1, 128)}


def tight(text: str) -> str:
    """Only letters and digits, folded."""
    return fold(text).replace(" ", "")


def tight_value(value: str) -> str:
    """The same for a value that may hold markup (`CO<sub>2</sub>`)."""
    return tight(_TAG.sub("", value) if "<" in value else value)


class _Sign(NamedTuple):
    """A sign of the source: its range, how many letters of the run come before it, and how many it becomes itself."""

    start: int
    end: int
    before: int
    letters: int


class Words:
    """Pieces of a page's source, in order, as one run of letters and digits; entities are decoded."""

    def __init__(self, source: str, pieces: Iterable[tuple[int, int]]) -> None:
        self.source = source
        self.pieces = list(pieces)
        texts = [self.text(number) for number in range(len(self.pieces))]
        # Those in ASCII are folded together, which takes a fifth of the time of one by one; a page that holds the sign
        # between them is folded slowly.
        folded = _BETWEEN.join([text if text.isascii() else "" for text in texts]).translate(_ASCII).split(_BETWEEN)
        if len(folded) == len(texts):
            pairs = zip(folded, texts, strict=True)
            self._tights = [ascii_tight if text.isascii() else tight(text) for ascii_tight, text in pairs]
        else:
            self._tights = [tight(text) for text in texts]
        self._ends = list(accumulate(map(len, self._tights)))
        self._run = "".join(self._tights)

    def text(self, number: int) -> str:
        """The words of a piece."""
        start, end = self.pieces[number]
        text = self.source[start:end]
        return unescape(text) if "&" in text else text

    def find(self, value: str, start: int = 0, reach: int | None = None) -> Iterator[Span]:
        """Where a tight value occurs as whole words, from a position in the source on."""
        position = 0
        if (number := bisect_right(self.pieces, (start, len(self.source) + 1)) - 1) >= 0:
            # The position in the run of the first letter at or behind the start.
            begin, end = self.pieces[number]
            position = self._ends[number]
            if start < end:
                position += len(tight(self.source[begin:start])) - len(self._tights[number])
        limit = len(self._run) if reach is None else min(position + reach, len(self._run))
        for _ in range(_TRIES):
            position = self._run.find(value, position, limit) if value else -1
            if position < 0:
                return
            behind = position + len(value)
            first = self._sign(bisect_right(self._ends, position), position)
            last = self._sign(bisect_left(self._ends, behind), behind - 1)
            # One sign may become several letters: "s" must not match half of "ß".
            if first.before == position and last.before + last.letters == behind:
                before, after = self.source[first.start - 1 : first.start], self.source[last.end : last.end + 1]
                if not before.isalnum() and not after.isalnum():
                    yield Span(first.start, last.end)
            position += 1

    def find_piece(self, value: str) -> Span | None:
        """The first piece that consists of this tight value alone."""
        if not value or value not in self._tights:
            return None
        start, end = self.pieces[self._tights.index(value)]
        text = self.source[start:end]
        return Span(start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()))

    def find_row(self, values: Sequence[Sequence[str]]) -> Span | None:
        """The smallest range that has all of a list in order, each in one of its forms and near the one before."""
        if not values:
            return None
        firsts = sorted(span for form in values[0] for span in self.find(form))
        for first in firsts[:_STARTS]:
            end: int | None = first.end
            for forms in values[1:]:
                spans = [span for form in forms if (span := next(self.find(form, end or 0, _REACH), None))]
                end = min(spans).end if spans else None
                if end is None:
                    break
            if end is not None:
                return Span(first.start, end)
        return None

    def _sign(self, number: int, position: int) -> _Sign:
        """The sign of the source, in a piece, from which the letter at a position of the run comes."""
        before = self._ends[number] - len(self._tights[number])
        start, end = self.pieces[number]
        if "&" not in self.source[start:end]:
            wanted = position - before
            stop = bisect_right(range(start, end + 1), wanted, key=lambda stop: len(tight(self.source[start:stop])))
            low, high = (len(tight(self.source[start : start + n])) for n in (stop - 1, stop))
            return _Sign(start + stop - 1, start + stop, before + low, high - low)
        for sign in _SIGN.finditer(self.source, start, end):
            text = sign.group()
            letters = len(tight(unescape(text) if text[0] == "&" else text))
            if before + letters > position:
                return _Sign(*sign.span(), before, letters)
            before += letters
        # A piece read as a whole may have other letters than its signs one by one: then nothing is found.
        return _Sign(start, end, -1, 0)
