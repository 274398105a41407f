"""The blocks of a page's HTML source: its headings, its stretches of words, and the tags around them."""

import re
from collections.abc import Iterator

from harvester.model import Span
from harvester.pages.html.metadata import plain
from harvester.pages.locate.words import LONGEST_PIECE, SHORT, cut, tight
from harvester.text import word_set

_SILENT = {f"<{name}": f"</{name}" for name in ("script", "style", "svg", "noscript", "SCRIPT", "STYLE")}
_SILENT["<!--"] = "-->"
_PIECE = re.compile(r">\s*([^\s<][^<]*)")
# Letters within the classes and ids of lists of other works: leaping to them takes a twentieth of one pattern for all.
_OTHERS = ("imilar", "elated", "ecommend", "ited-by", "itedby", "itedBy")
_LISTS = (*_OTHERS, "eferences", "ref-list", "ibliograph")
_MARK = re.compile(r"\b(?:id|class)\s?=\s?[\"'][^\"'<>]{0,60}\Z", re.IGNORECASE)
_LONGEST_MARK = 80
_ABOVE = 4_000
_MOST_HEADINGS, _LONGEST_HEADING = 50, 5_000
_WIDER, _LONGEST_TAG = 6, 500


def find_pieces(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of words between tags, in order; scripts, styles and comments left out."""
    ahead = {mark: source.find(mark, start, end) for mark in _SILENT}
    while start < end:
        for mark, location in ahead.items():
            if 0 <= location < start:
                ahead[mark] = source.find(mark, start, end)
        stop, mark = min(((location, mark) for mark, location in ahead.items() if location >= 0), default=(end, ""))
        for piece in _PIECE.finditer(source, max(start - 1, 0), stop):
            begin, close = piece.span(1)
            if close - begin <= LONGEST_PIECE:
                yield begin, close
            else:
                yield from cut(source, begin, close)
        location = source.find(_SILENT[mark], stop, end) if mark else -1
        start = location + len(_SILENT[mark]) if location >= 0 else end


def heading_of(source: str, title: str, listed: Span | None, name: str = "h[1-3]") -> Span | None:
    """The heading (or the other element of this name) that says a tight title, outside the list, with its tags."""
    if not title:
        return None
    opening = re.compile(rf"<{name}\b[^<>]*>", re.IGNORECASE)
    for start, _ in zip(opening.finditer(source), range(_MOST_HEADINGS), strict=False):
        location = source.find(f"</{name[0]}", start.end())
        if location < 0:
            return None
        end = source.find(">", location) + 1
        inside = listed is not None and listed.start <= start.start() < listed.end
        if (
            end
            and end - start.start() <= _LONGEST_HEADING
            and not inside
            and says(tight(plain(source[start.end() : location])), title)
        ):
            return Span(start.start(), end)
    return None


def says(words: str, title: str) -> bool:
    """Whether words are a title, or begin with a long one: a mark for a footnote or a site's name stands behind it."""
    return words == title or (len(title) >= SHORT and words.startswith(title))


def own_range(source: str, heading: Span | None, listed: Span | None) -> tuple[int, int]:
    """What a page says of itself: from a little above its heading to its list of references, or to what it lists of
    others; where something is listed above the heading too, from the heading on."""
    body = max(source.find("<body"), 0)
    start = max(body, heading.start - _ABOVE) if heading else body
    if heading and _before(_OTHERS, source, start, heading.start) < heading.start:
        start = heading.start
    behind = heading.end if heading else start
    return start, _before(_LISTS, source, behind, listed.start if listed and listed.start > behind else len(source))


def _before(marks: tuple[str, ...], source: str, start: int, end: int) -> int:
    """Where the first element begins whose class or id says that it lists other works; the end where there is none."""
    for letters in marks:
        location = source.find(letters, start, end)
        while location >= 0:
            if _MARK.search(source, max(start, location - _LONGEST_MARK), location):
                end = max(source.rfind("<", start, location), start)
                break
            location = source.find(letters, location + 1, end)
    return end


def widened(source: str, span: Span) -> Span:
    """Some words with the tags right before and behind them, and further ones as long as one has no partner there."""
    start, end = _before_words(source, span.start), _behind_words(source, span.end)
    unclosed = sum(_weight(match) for match in _ANY_TAG.finditer(source, start, end))
    for _ in range(_WIDER):
        if unclosed > 0 and (match := _CLOSING.match(source, end)):
            end, unclosed = match.end(), unclosed - 1
        elif unclosed < 0 and (match := _OPENING.search(source, max(start - _LONGEST_TAG, 0), start)):
            start, unclosed = match.start(), unclosed + 1
    if unclosed < 0 and source.rfind("</", span.end, end) >= 0:
        end = source.rfind("</", span.end, end)
    return Span(start, end)


def _before_words(source: str, location: int) -> int:
    """The start tag before some words, else the words that begin behind an end tag."""
    start = source.rfind("<", 0, location)
    if start >= 0 and source.startswith("</", start):
        behind = source.find(">", start, location) + 1
        return behind + len(source[behind:location]) - len(source[behind:location].lstrip()) if behind else location
    return start if start >= 0 else location


def _behind_words(source: str, location: int) -> int:
    start = source.find("<", location)
    end = source.find(">", start) + 1 if start >= 0 else 0
    if not source.startswith("</", start):
        return start if start >= 0 else location
    return end or location


def _weight(tag: re.Match[str]) -> int:
    if tag.group().endswith("/>") or tag.group(2).lower() in _VOID:
        return 0
    return -1 if tag.group(1) else 1


_VOID = word_set("br img wbr input hr meta link source")
_ANY_TAG = re.compile(r"<(/?)([A-Za-z]+)[^<>]*>")
_CLOSING = re.compile(r"\s*</[A-Za-z][^<>]*>")
_OPENING = re.compile(r"<[A-Za-z][^<>]*>\s*\Z")
