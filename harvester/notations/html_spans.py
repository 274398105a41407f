"""Where the entries of a list stand in a page's source: the parser keeps no positions, so they are found by their words."""

from collections.abc import Iterator

from harvester.model import Span
from harvester.notations.html_tree import Node

_WINDOW = 30_000
"""Characters within which the next entry must begin; the first may be anywhere."""
_TRIES = 3
"""Entries that are looked for in the whole source until one is found."""


def find_spans(source: str, entries: list[tuple[Node, str]]) -> list[Span | None]:
    """The span of each entry, from its start tag to its last end tag; None where its words are not found in order."""
    starts = _starts(source, entries)
    spans: list[Span | None] = []
    following = -1
    for (node, text), start in zip(reversed(entries), reversed(starts), strict=True):
        spans.append(Span(start, _end(source, node.tag or "li", text, start, following)) if start >= 0 else None)
        following = start if start >= 0 else following
    return spans[::-1]


def _starts(source: str, entries: list[tuple[Node, str]]) -> list[int]:
    starts: list[int] = []
    cursor = misses = 0
    for node, text in entries:
        limit = cursor + _WINDOW if cursor else len(source)
        start = -1
        if cursor or misses < _TRIES:
            position = next((p for run in _runs(text) if (p := source.find(run, cursor, limit)) >= 0), -1)
            start = _tag_start(source, node, cursor, position) if position >= 0 else -1
            misses += start < 0
            cursor = max(position, cursor) if start >= 0 else cursor
        starts.append(start)
    return starts


def _tag_start(source: str, node: Node, cursor: int, position: int) -> int:
    """The start tag of the entry before its first words: the one with its id or class, else the nearest of its name."""
    floor = cursor or max(0, position - _WINDOW)
    attributes = node.attributes
    for name in ("id", "class"):
        value = attributes.get(name)
        place = source.rfind(value, floor, position) if value else -1
        if place >= 0 and (start := source.rfind("<", floor, place)) >= 0:
            return start
    start = source.rfind(f"<{node.tag}", floor, position)
    return start if start >= 0 else max(source.rfind("<", floor, position), floor)


def _end(source: str, tag: str, text: str, start: int, following: int) -> int:
    """Where the entry ends: its last end tag before the next entry, or the first after its last words."""
    closing = f"</{tag}>"
    if following > start:
        end = source.rfind(closing, start, following)
        return end + len(closing) if end >= 0 else following
    last = source.find(text[-12:].lstrip(), start, start + 2 * len(text) + _WINDOW)
    end = source.find(closing, max(last, start))
    return end + len(closing) if end >= 0 else min(start + len(text), len(source))


def _runs(text: str) -> Iterator[str]:
    """Pieces of the entry's first words, the longer first: tags and entities may stand between the words."""
    words = text[:240].split(" ")
    for first, last in ((0, 4), (0, 2), (4, 8), (8, 12), (12, 16)):
        piece = " ".join(words[first:last])
        if len(piece) > 9:
            yield piece
    long = sorted((word for word in words[:20] if len(word) > 6), key=len, reverse=True)
    yield from long[:2]
