"""Where the entries of a list stand in a page's source: the parser keeps no positions, so they are found by their
marks.

An entry's mark is the id or class of its start tag, which hardly occurs elsewhere; without one, its first words.
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
"""Characters after an entry's start tag within which its first words must follow."""

_NEAR = 1_500
"""Characters within which an entry in the source is compared with its words."""

_CANDIDATES = 400
"""Start tags of one class that are tried for the first entry: menus may have the same class as the entries."""

_SAMPLE = 20
"""Occurrences of a run of words that are tried: the first reference's words hardly occur more often on a page."""

_BEGINNING = 60
"""Characters of an entry's markup: its start tag and first words."""

_FIRST = 40
"""Characters of an entry's words that are looked for first, behind the entry before: so few hardly hold a tag."""

_COMPARED = 100
"""Characters of an entry's words that distinguish it from another with the same beginning."""

_LABEL = 40
"""Letters that may come before an entry's words: a hidden label, such as `Reference 12`."""

_ID = re.compile(r' (id="[^"&]+")')
_CLASS = re.compile(r' (class="[^"&]+")')
_WORD = re.compile(r"[A-Za-z]{4,}")
_START_TAG = re.compile(r"<(?:[^<>\"']+|\"[^\"]{0,4000}\"|'[^']{0,4000}'){0,400}+>")
_LIST_END = re.compile(r"</(?:[oud]l|table|tbody|div|section|body)\b", re.IGNORECASE)
_LAST = re.compile(r"\w{3,}")
_TAG = re.compile(r"<[^<>]*>")
_NO_LETTER = re.compile(r"[\W_]+")


def find_spans(source: str, entries: list[tuple[str, str]]) -> list[Span | None]:
    """The span of each entry, from its start tag to its last end tag; None where it is not found in order.

    An entry is given as its markup as the parser writes it out, and its words.
    """
    wanted: list[_Entry] = []
    for markup, text in entries:
        tag, _, attributes = markup[1 : markup.find(">")].partition(" ")
        mark = (_ID.search(f" {attributes}") or _CLASS.search(f" {attributes}")) if attributes else None
        wanted.append(_Entry(tag, mark.group(1) if mark else "", markup, text))
    starts: list[int] = []
    cursor, ahead = 0, False
    for position, entry in enumerate(wanted):
        start = -1
        if cursor:
            # Where one entry stands in the source as the parser writes it, the next one mostly does. Its beginning is
            # looked for: a search for some hundred characters takes longer to prepare than to do.
            start = source.find(entry.markup[:_BEGINNING], cursor, cursor + _WINDOW) if ahead else -1
            if start >= 0 and source.startswith(entry.markup, start):
                behind = start + 1
            else:
                start, behind = _next(source, entry, cursor)
        elif position < 3:
            # If the first entry is not found, the list may begin with something else; the next two are tried.
            start = _first(source, wanted[position : position + 3])
            behind = source.find(">", start) + 1
        starts.append(start)
        ahead = start >= 0 and source.startswith(entry.markup, start)
        if start >= 0:
            # From half of its words on, since the next entry may begin with the same ones.
            cursor = max(behind, start + len(entry.text) // 2)
    # Backwards, since the start of the next entry shows best where one ends.
    spans: list[Span | None] = []
    following = -1
    for entry, start in zip(reversed(wanted), reversed(starts), strict=True):
        if start < 0:
            spans.append(None)
            continue
        if source.startswith(entry.markup, start):
            spans.append(Span(start, start + len(entry.markup)))
            following = start
            continue
        closing, text = f"</{entry.tag}>", entry.text
        if following > start:
            end = source.rfind(closing, start, following)
            end = end + len(closing) if end >= 0 else following
        else:
            # The last entry ends at the first end tag behind its last words, which are in its last two thirds, and not
            # in an attribute of its start tag; without an end tag, where the list ends.
            opening = _START_TAG.match(source, start)
            low, high = (opening.end() if opening else start) + len(text) // 3, start + 2 * len(text) + _REACH
            locations = (source.find(word, low, high) for word in reversed(_LAST.findall(text[-60:])))
            last = max(next((location for location in locations if location >= 0), -1), start)
            end = source.find(closing, last)
            if end >= 0:
                end += len(closing)
            else:
                around = _LIST_END.search(source, last, last + _REACH)
                end = around.start() if around else min(start + len(text), len(source))
        spans.append(Span(start, end))
        following = start
    return spans[::-1]


def _first(source: str, entries: list[_Entry]) -> int:
    """The start tag of the first of some entries: where its own words follow, else where words of all follow in
    order; -1 if there is none."""
    text, first = entries[0].text, -1
    letters = _letters(text)[:_COMPARED]
    for start in islice(_candidates(source, entries[0]), _CANDIDATES):
        cursor, fits = start, True
        for number, entry in enumerate(entries):
            words = _WORD.findall(entry.text[:200])[:4]
            locations = [source.find(word, cursor, cursor + _REACH + _WINDOW * (number > 0)) for word in words]
            found = [location for location in locations if location >= 0]
            # A word may be hyphenated or hold a tag: three of four are enough.
            if len(found) < min(len(words), 3):
                fits = False
                break
            cursor = min(found, default=cursor) + 1 + len(entry.text) // 2
        if not fits:
            continue
        # Does the element that begins here have the entry's words, but for a hidden label?
        location = source.find(text[:_COMPARED], start, start + _NEAR)
        if location >= 0:
            says_it = len(_letters(source[start:location])) <= _LABEL
        else:
            says_it = 0 <= _letters(source[start : start + _NEAR]).find(letters) <= _LABEL
        if says_it:
            return start
        first = start if first < 0 else first
    return first


def _candidates(source: str, entry: _Entry) -> Iterator[int]:
    """Where the first entry's start tag may be: at its mark, or before its words, the last first (lists stand at the
    end)."""
    if entry.mark:
        location = source.find(entry.mark)
        for _ in range(_CANDIDATES):
            if location < 0:
                break
            yield source.rfind("<", 0, location)
            location = source.find(entry.mark, location + 1)
    for run in (entry.text[:_COMPARED], *_runs(entry.text)):
        location = source.rfind(run)
        for _ in range(_SAMPLE):
            if location < 0:
                break
            if (start := _tag_before(source, entry, run, (max(0, location - _REACH), location))) >= 0:
                yield start
            location = source.rfind(run, 0, location)


def _letters(markup: str) -> str:
    """Letters and digits of a piece of source, without tags."""
    return _NO_LETTER.sub("", unescape(_TAG.sub("", markup)))


def _next(source: str, entry: _Entry, cursor: int) -> tuple[int, int]:
    """The start tag of the entry after the one in which `cursor` is, -1 if it is not found; and a position behind
    it."""
    limit = cursor + _WINDOW
    if entry.mark and (location := source.find(entry.mark, cursor, limit)) >= 0:
        return source.rfind("<", cursor, location), location
    words = entry.text[:_FIRST]
    if (location := source.find(words, cursor, cursor + _REACH)) >= 0:  # the runs take longer to make
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


def _runs(text: str) -> Iterator[str]:
    """Pieces of the entry's first words, the longer first: tags and entities may stand between the words."""
    words = text[:240].split(" ")
    for first, last in ((0, 4), (0, 2), (4, 8), (8, 12), (12, 16)):
        piece = " ".join(words[first:last])
        if len(piece) > 9:
            yield piece
    yield from sorted((word for word in words[:20] if len(word) > 6), key=len, reverse=True)[:2]
