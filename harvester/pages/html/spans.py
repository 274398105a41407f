"""Where the entries of a list stand in a page's source: the parser keeps no positions, so they are found by their
marks.

An entry's mark is the id or class of its start tag, which hardly stands anywhere else; where it has none, its first
words.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import NamedTuple

from harvester.model import Span


class _Entry(NamedTuple):
    """An entry to be found: its tag, its mark ("" without one), its markup as the parser writes it, and its words."""

    tag: str
    mark: str
    markup: str
    text: str


_WINDOW = 30_000
"""Characters within which the next entry must begin; the first may be anywhere."""
_REACH = 4_000
"""Characters after an entry's start tag within which its first words stand."""
_NEAR = 1_500
"""Characters within which what an entry says is compared with its words."""
_CANDIDATES = 400
_FIRST = 40
_ID = re.compile(r' (id="[^"&]+")')
_CLASS = re.compile(r' (class="[^"&]+")')
_WORD = re.compile(r"[A-Za-z]{4,}")
_LAST = re.compile(r"\w{3,}")
_TAG = re.compile(r"<[^<>]*>")
_NO_LETTER = re.compile(r"[\W_]+")
_TELLING = 100
_LABEL = 40


def find_spans(source: str, entries: list[tuple[str, str]]) -> list[Span | None]:
    """The span of each entry, from its start tag to its last end tag; None where it is not found in order.

    An entry is given as its markup as the parser writes it out, and its words.
    """
    told = [_entry(markup, text) for markup, text in entries]
    starts = _starts(source, told)
    spans: list[Span | None] = []
    following = -1
    for entry, start in zip(reversed(told), reversed(starts), strict=True):
        spans.append(Span(start, _end(source, entry, start, following)) if start >= 0 else None)
        following = start if start >= 0 else following
    return spans[::-1]


def _entry(markup: str, text: str) -> _Entry:
    head = markup[1 : markup.find(">")]
    tag, _, attributes = head.partition(" ")
    named = (_ID.search(head) or _CLASS.search(head)) if attributes else None
    return _Entry(tag, named.group(1) if named else "", markup, text)


def _starts(source: str, entries: list[_Entry]) -> list[int]:
    """Where each entry's start tag begins; -1 where it is not found in order."""
    starts: list[int] = []
    cursor = 0
    for position, entry in enumerate(entries):
        start = -1
        if cursor:
            start, behind = _next(source, entry, cursor)
        elif position < 3:
            start = _first(source, entries[position:][:3])
            behind = source.find(">", start) + 1
        starts.append(start)
        if start >= 0:
            # Half of its words on, since the next entry may begin with the same ones.
            cursor = max(behind, start + len(entry.text) // 2)
    return starts


def _first(source: str, entries: list[_Entry]) -> int:
    """The start tag of the first of some entries: where its own words follow, else where words of all follow in
    order."""
    first = -1
    for location in islice(_places(source, entries[0]), _CANDIDATES):
        if _fits(source, location, entries):
            if _says(source, location, entries[0].text):
                return location
            first = location if first < 0 else first
    return first


def _says(source: str, start: int, text: str) -> bool:
    """Whether an element that begins here says this, but for a label that is not seen."""
    location = source.find(text[:_TELLING], start, start + _NEAR)
    if location >= 0:
        return len(_letters(source[start:location])) <= _LABEL
    return 0 <= _letters(source[start : start + _NEAR]).find(_letters(text)[:_TELLING]) <= _LABEL


def _letters(markup: str) -> str:
    """The letters and digits of some words, without tags."""
    return _NO_LETTER.sub("", unescape(_TAG.sub("", markup)))


def _next(source: str, entry: _Entry, cursor: int) -> tuple[int, int]:
    """The start tag of the entry after the one in which `cursor` is, -1 if it is not found; and a place behind it."""
    limit = cursor + _WINDOW
    if entry.mark and (location := source.find(entry.mark, cursor, limit)) >= 0:
        return source.rfind("<", cursor, location), location
    words = entry.text[:_FIRST]
    if (location := source.find(words, cursor, cursor + _REACH)) >= 0:  # what follows is longer to make
        return _tag_before(source, entry, words, (cursor, location)), location + len(words)
    found = ((run, location) for run in _runs(entry.text) if (location := source.find(run, cursor, limit)) >= 0)
    run, location = next(found, ("", -1))
    return (_tag_before(source, entry, run, (cursor, location)), location) if location >= 0 else (-1, cursor)


def _tag_before(source: str, entry: _Entry, words: str, within: tuple[int, int]) -> int:
    """The start tag of the entry whose words stand at the end of this range: where lists are nested in entries (of
    authors), it is as many tags before the words as in the parser's markup."""
    (low, position), tag = within, f"<{entry.tag}"
    start = source.rfind(tag, low, position)
    for _ in range(entry.markup.count(tag, 1, max(entry.markup.find(words), 1)) if start > low else 0):
        before = source.rfind(tag, low, start)
        start = before if before >= 0 else start
    return start


def _places(source: str, entry: _Entry) -> Iterator[int]:
    """Where the first entry's start tag may be: at its mark, or before its words, the last first (lists stand at the
    end)."""
    if entry.mark:
        location = source.find(entry.mark)
        for _ in range(_CANDIDATES):
            if location < 0:
                break
            yield source.rfind("<", 0, location)
            location = source.find(entry.mark, location + 1)
    for run in (entry.text[:_TELLING], *_runs(entry.text)):
        location = source.rfind(run)
        for _ in range(20):
            if location < 0:
                break
            if (start := _tag_before(source, entry, run, (max(0, location - _REACH), location))) >= 0:
                yield start
            location = source.rfind(run, 0, location)


def _fits(source: str, start: int, entries: list[_Entry]) -> bool:
    """Whether the words of these entries stand one after another from this place on."""
    cursor = start
    for number, entry in enumerate(entries):
        words = _WORD.findall(entry.text[:200])[:4]
        locations = [source.find(word, cursor, cursor + _REACH + _WINDOW * (number > 0)) for word in words]
        found = [location for location in locations if location >= 0]
        if len(found) < min(len(words), 3):
            return False
        cursor = min(found, default=cursor) + 1 + len(entry.text) // 2
    return True


def _end(source: str, entry: _Entry, start: int, following: int) -> int:
    """Where the entry ends: its last end tag before the next entry, or the first after its last words."""
    closing, text = f"</{entry.tag}>", entry.text
    if following > start:
        end = source.rfind(closing, start, following)
        return end + len(closing) if end >= 0 else following
    low, high = start + len(text) // 3, start + 2 * len(text) + _REACH
    locations = (source.find(word, low, high) for word in reversed(_LAST.findall(text[-60:])))
    last = next((location for location in locations if location >= 0), -1)
    end = source.find(closing, max(last, start))
    return end + len(closing) if end >= 0 else min(start + len(text), len(source))


def _runs(text: str) -> Iterator[str]:
    """Pieces of the entry's first words, the longer first: tags and entities may stand between the words."""
    words = text[:240].split(" ")
    for first, last in ((0, 4), (0, 2), (4, 8), (8, 12), (12, 16)):
        piece = " ".join(words[first:last])
        if len(piece) > 9:
            yield piece
    yield from sorted((word for word in words[:20] if len(word) > 6), key=len, reverse=True)[:2]
