"""The words of a page's source, folded and run together, with the way back to where each stands.

Looking for a value in words that have neither blanks, case, accents nor markup finds it however the page sets it:
wrapped over lines, with entities, with `<sub>` inside. Only places where it begins and ends as whole words count.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import accumulate
from typing import NamedTuple

from harvester.model import Span
from harvester.text import fold

LONGEST_PIECE = 600
"""Characters of a piece: to tell where in a piece a word stands it is gone through."""
SHORT = 12
"""Letters and digits below which a value may stand in other words by chance."""
_TRIES = 10
_STARTS = 3
_REACH = 4_000
_SIGN = re.compile(r"&#?\w{1,31};|.", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def tight(text: str) -> str:
    """Letters and digits alone, folded."""
    return fold(text).replace(" ", "")


def tight_value(value: str) -> str:
    """The same of a value that may hold markup (`CO<sub>2</sub>`)."""
    return tight(_TAG.sub("", value) if "<" in value else value)


_BETWEEN = "\x00"
_ASCII = {n: chr(n).lower() if chr(n).isalnum() else None for n in range(1, 128)}


def _all_tight(texts: list[str]) -> list[str]:
    """The same of many texts: those in ASCII together, which takes a fifth of the time of one by one."""
    plain = _BETWEEN.join([text if text.isascii() else "" for text in texts]).translate(_ASCII).split(_BETWEEN)
    if len(plain) != len(texts):
        return [tight(text) for text in texts]
    return [folded if text.isascii() else tight(text) for folded, text in zip(plain, texts, strict=True)]


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch of a page in pieces that are not too long, cut at a blank where there is one."""
    while end - start > LONGEST_PIECE:
        blank = text.rfind(" ", start + LONGEST_PIECE // 2, start + LONGEST_PIECE)
        middle = blank if blank >= 0 else start + LONGEST_PIECE
        yield start, middle
        start = middle
    yield start, end


class _Sign(NamedTuple):
    """A sign of the source: its range, how many letters of the run are told before it, and how many by it."""

    start: int
    end: int
    told: int
    letters: int


class Words:
    """Pieces of a page's source, in order, as one run of letters and digits; `marked` where they hold entities."""

    def __init__(self, source: str, pieces: Iterable[tuple[int, int]], *, marked: bool) -> None:
        self.source, self.marked = source, marked
        self._fill(list(pieces), None)

    def _fill(self, pieces: list[tuple[int, int]], tights: list[str] | None) -> None:
        self.pieces = pieces
        self._tights = _all_tight([self.text(number) for number in range(len(pieces))]) if tights is None else tights
        self._ends = list(accumulate(map(len, self._tights)))
        self._run = "".join(self._tights)

    def text(self, number: int) -> str:
        """The words of a piece."""
        start, end = self.pieces[number]
        text = self.source[start:end]
        return unescape(text) if self.marked and "&" in text else text

    def find(self, value: str, start: int = 0, reach: int | None = None) -> Iterator[Span]:
        """Where a tight value stands as whole words, from a place in the source on."""
        position = self._from(start)
        limit = len(self._run) if reach is None else min(position + reach, len(self._run))
        for _ in range(_TRIES):
            position = self._run.find(value, position, limit) if value else -1
            if position < 0:
                return
            if span := self._whole(position, position + len(value)):
                yield span
            position += 1

    def find_piece(self, value: str, start: int = 0) -> Span | None:
        """The first piece that is this tight value and nothing more."""
        first = bisect_left(self.pieces, (start, 0))
        found = (n for n in range(first, len(self.pieces)) if self._tights[n] == value)
        return next((self._trimmed(n) for n in found), None) if value else None

    def find_row(self, values: Sequence[Sequence[str]], start: int = 0) -> Span | None:
        """The smallest range that has all of a list in order, each in one of its forms and near the one before."""
        if not values:
            return None
        firsts = sorted(span for form in values[0] for span in self.find(form, start))
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

    def _from(self, start: int) -> int:
        """The place in the run of the first letter that stands at or behind a place in the source."""
        number = bisect_right(self.pieces, (start, len(self.source) + 1)) - 1
        if number < 0:
            return 0
        before = self._ends[number] - len(self._tights[number])
        begin, end = self.pieces[number]
        return before + len(tight(self.source[begin:start])) if start < end else self._ends[number]

    def _whole(self, low: int, high: int) -> Span | None:
        first, last = bisect_right(self._ends, low), bisect_left(self._ends, high)
        start, end = self._place(first, low), self._place(last, high - 1)
        if start.told != low or end.told + end.letters != high:
            return None  # "s" is no half of "ß"
        inside = self.source[start.start - 1 : start.start].isalnum() or self.source[end.end : end.end + 1].isalnum()
        return None if inside else Span(start.start, end.end)

    def _place(self, number: int, position: int) -> "_Sign":
        """The sign of the source that tells the letter at a place of the run."""
        told = self._ends[number] - len(self._tights[number])
        start, end = self.pieces[number]
        if not (self.marked and "&" in self.source[start:end]):
            wanted = position - told
            stop = bisect_right(range(start, end + 1), wanted, key=lambda stop: len(tight(self.source[start:stop])))
            before, behind = (len(tight(self.source[start : start + n])) for n in (stop - 1, stop))
            return _Sign(start + stop - 1, start + stop, told + before, behind - before)
        for sign in _SIGN.finditer(self.source, start, end):
            text = sign.group()
            letters = len(tight(unescape(text) if text[0] == "&" else text))
            if told + letters > position:
                return _Sign(*sign.span(), told, letters)
            told += letters
        return _Sign(start, end, -1, 0)

    def _trimmed(self, number: int) -> Span:
        start, end = self.pieces[number]
        text = self.source[start:end]
        return Span(start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()))
