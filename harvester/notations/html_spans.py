"""Where the entries of a list stand in a page's source: the parser keeps no positions, so they are found by their
marks.

An entry's mark is the id or class of its start tag, which hardly stands anywhere else; where it has none, its first
words.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from harvester.model import Span

_Entry = tuple[str, str]
"""An entry's markup as the parser writes it out, and its words."""

_WINDOW = 30_000
"""Characters within which the next entry must begin; the first may be anywhere."""
_REACH = 4_000
"""Characters after an entry's start tag within which its first words stand."""
_NEAR = 1_500
"""Characters within which what an entry says is compared with its words."""
_CANDIDATES = 400
_FIRST = 40
_WORD = re.compile(r"[A-Za-z]{4,}")
_LAST = re.compile(r"\w{3,}")
_TAG = re.compile(r"<[^<>]*>")
_NO_LETTER = re.compile(r"[\W_]+")
_TELLING = 100
_LABEL = 40


def find_spans(source: str, entries: list[_Entry]) -> list[Span | None]:
    """The span of each entry, from its start tag to its last end tag; None where it is not found in order."""
    starts = _starts(source, entries)
    spans: list[Span | None] = []
    following = -1
    for (markup, text), start in zip(reversed(entries), reversed(starts), strict=True):
        spans.append(Span(start, _end(source, _tag(markup), text, start, following)) if start >= 0 else None)
        following = start if start >= 0 else following
    return spans[::-1]


def _starts(source: str, entries: list[_Entry]) -> list[int]:
    starts: list[int] = []
    cursor = 0
    for position, (markup, text) in enumerate(entries):
        start = -1
        if cursor:
            start = _next(source, markup, text, cursor)
        elif position < 3:
            start = _first(source, entries[position:][:3])
        starts.append(start)
        cursor = _behind_the_beginning(source, start, text) if start >= 0 else cursor
    return starts


def _first(source: str, entries: list[_Entry]) -> int:
    """The start tag of the first of some entries: where its own words follow, else where words of all follow in
    order."""
    markup, text = entries[0]
    first = -1
    for place in islice(_places(source, markup, text), _CANDIDATES):
        if _fits(source, place, entries):
            if _says(source, place, text):
                return place
            first = place if first < 0 else first
    return first


def _says(source: str, start: int, text: str) -> bool:
    """Whether an element that begins here says this, but for a label that is not seen."""
    said = _NO_LETTER.sub("", unescape(_TAG.sub("", source[start : start + _NEAR])))
    return 0 <= said.find(_NO_LETTER.sub("", text)[:_TELLING]) <= _LABEL


def _behind_the_beginning(source: str, start: int, text: str) -> int:
    """A place in the entry that begins at `start`, behind its first words: the next may begin with the same ones."""
    tag_end = source.find(">", start) + 1
    words = source.find(text[:_FIRST], tag_end, tag_end + _REACH)
    return max(tag_end, start + len(text) // 2, words + _FIRST)


def _mark(markup: str) -> str:
    tag = markup[: markup.find(">")]
    for name in ("id", "class"):
        if value := tag.partition(f' {name}="')[2].partition('"')[0]:
            return f'{name}="{value}"'
    return ""


def _tag(markup: str) -> str:
    return markup[1 : markup.find(">")].partition(" ")[0]


def _next(source: str, markup: str, text: str, cursor: int) -> int:
    """The start tag of the entry after the one whose tag begins before `cursor`."""
    limit = cursor + _WINDOW
    if mark := _mark(markup):
        place = source.find(mark, cursor, limit)
        if place >= 0:
            return source.rfind("<", cursor, place)
    if (position := source.find(text[:_FIRST], cursor, cursor + _REACH)) >= 0:  # what follows is longer to make
        return _tag_before(source, markup, text[:_FIRST], (cursor, position))
    found = ((run, place) for run in _runs(text) if (place := source.find(run, cursor, limit)) >= 0)
    run, position = next(found, ("", -1))
    return _tag_before(source, markup, run, (cursor, position)) if position >= 0 else -1


def _tag_before(source: str, markup: str, words: str, within: tuple[int, int]) -> int:
    """The start tag of the entry whose words stand at the end of this range: where lists are nested in entries (of
    authors), it is as many tags before the words as in the parser's markup."""
    tag, (low, position) = f"<{_tag(markup)}", within
    start = source.rfind(tag, low, position)
    if start < 0 or source.rfind(tag, low, start) < 0:
        return start
    for _ in range(markup.count(tag, len(tag), max(markup.find(words), len(tag)))):
        start = source.rfind(tag, low, start) if start >= 0 else start
    return start


def _places(source: str, markup: str, text: str) -> Iterator[int]:
    """Where the first entry's start tag may be: at its mark, or before its words, the last first (lists stand at the
    end)."""
    if mark := _mark(markup):
        place = source.find(mark)
        for _ in range(_CANDIDATES):
            if place < 0:
                break
            yield source.rfind("<", 0, place)
            place = source.find(mark, place + 1)
    for run in (text[:_TELLING], *_runs(text)):
        place = source.rfind(run)
        for _ in range(20):
            if place < 0:
                break
            if (start := _tag_before(source, markup, run, (max(0, place - _REACH), place))) >= 0:
                yield start
            place = source.rfind(run, 0, place)


def _fits(source: str, start: int, entries: list[_Entry]) -> bool:
    """Whether the words of these entries stand one after another from this place on."""
    cursor = start
    for number, (_, text) in enumerate(entries):
        words = _WORD.findall(text[:200])[:4]
        places = [source.find(word, cursor, cursor + _REACH + _WINDOW * (number > 0)) for word in words]
        found = [place for place in places if place >= 0]
        if len(found) < min(len(words), 3):
            return False
        cursor = min(found, default=cursor) + 1 + len(text) // 2
    return True


def _end(source: str, tag: str, text: str, start: int, following: int) -> int:
    """Where the entry ends: its last end tag before the next entry, or the first after its last words."""
    closing = f"</{tag}>"
    if following > start:
        end = source.rfind(closing, start, following)
        return end + len(closing) if end >= 0 else following
    low, high = start + len(text) // 3, start + 2 * len(text) + _REACH
    places = (source.find(word, low, high) for word in reversed(_LAST.findall(text[-60:])))
    last = next((place for place in places if place >= 0), -1)
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
