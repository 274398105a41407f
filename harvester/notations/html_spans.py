"""Where the entries of a list stand in a page's source: the parser keeps no positions, so they are found by their
marks.

An entry's mark is the id or class of its start tag, which hardly stands anywhere else; where it has none, its first
words.
"""

import re
from collections.abc import Iterator

from harvester.model import Span
from harvester.notations.html_tree import Node

_Entry = tuple[Node, str]

_WINDOW = 30_000
"""Characters within which the next entry must begin; the first may be anywhere."""
_REACH = 4_000
"""Characters after an entry's start tag within which its first words stand."""
_CANDIDATES = 400
_FIRST = 40
_WORD = re.compile(r"[A-Za-z]{4,}")
_LAST = re.compile(r"\w{3,}")


def find_spans(source: str, entries: list[_Entry]) -> list[Span | None]:
    """The span of each entry, from its start tag to its last end tag; None where it is not found in order."""
    starts = _starts(source, entries)
    spans: list[Span | None] = []
    following = -1
    for (node, text), start in zip(reversed(entries), reversed(starts), strict=True):
        spans.append(Span(start, _end(source, node.tag or "li", text, start, following)) if start >= 0 else None)
        following = start if start >= 0 else following
    return spans[::-1]


def _starts(source: str, entries: list[_Entry]) -> list[int]:
    starts: list[int] = []
    cursor = 0
    for position, (node, text) in enumerate(entries):
        start = -1
        if cursor:
            start = _next(source, node, text, cursor)
        elif position < 3:
            start = next((c for c in _places(source, node, text) if _fits(source, c, entries[position:][:3])), -1)
        starts.append(start)
        cursor = source.find(">", start) + 1 if start >= 0 else cursor
    return starts


def _mark(node: Node) -> str:
    attributes = node.attributes
    if value := attributes.get("id"):
        return f'id="{value}"'
    return f'class="{value}"' if (value := attributes.get("class")) else ""


def _next(source: str, node: Node, text: str, cursor: int) -> int:
    """The start tag of the entry after the one whose tag begins before `cursor`."""
    limit = cursor + _WINDOW
    if mark := _mark(node):
        place = source.find(mark, cursor, limit)
        if place >= 0:
            return source.rfind("<", cursor, place)
    if (position := source.find(text[:_FIRST], cursor, cursor + _REACH)) >= 0:  # what follows is longer to make
        return _tag_before(source, node, text[:_FIRST], (cursor, position))
    found = ((run, place) for run in _runs(text) if (place := source.find(run, cursor, limit)) >= 0)
    run, position = next(found, ("", -1))
    return _tag_before(source, node, run, (cursor, position)) if position >= 0 else -1


def _tag_before(source: str, node: Node, words: str, within: tuple[int, int]) -> int:
    """The start tag of the entry whose words stand at the end of this range: where lists are nested in entries (of
    authors), it is as many tags before the words as in the parser's markup."""
    tag, (low, position) = f"<{node.tag}", within
    start = source.rfind(tag, low, position)
    if start < 0 or source.rfind(tag, low, start) < 0:
        return start
    markup = node.html or ""
    for _ in range(markup.count(tag, len(tag), max(markup.find(words), len(tag)))):
        start = source.rfind(tag, low, start) if start >= 0 else start
    return start


def _places(source: str, node: Node, text: str) -> Iterator[int]:
    """Where the first entry's start tag may be: at its mark, or before its words, the last first (lists stand at the
    end)."""
    if mark := _mark(node):
        place = source.find(mark)
        for _ in range(_CANDIDATES):
            if place < 0:
                break
            yield source.rfind("<", 0, place)
            place = source.find(mark, place + 1)
    for run in _runs(text):
        place = source.rfind(run)
        for _ in range(20):
            if place < 0:
                break
            if (start := source.rfind(f"<{node.tag}", max(0, place - _REACH), place)) >= 0:
                yield start
            place = source.rfind(run, 0, place)


def _fits(source: str, start: int, entries: list[_Entry]) -> bool:
    """Whether the words of these entries stand one after another from this place on."""
    cursor = start
    for _, text in entries:
        words = _WORD.findall(text[:200])[:4]
        places = [source.find(word, cursor, cursor + _REACH + _WINDOW * (cursor != start)) for word in words]
        found = [place for place in places if place >= 0]
        if len(found) < min(len(words), 3):
            return False
        cursor = min(found, default=cursor) + 1
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
