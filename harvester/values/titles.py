"""Titles, which may hold `<i>`, `<b>`, `<sup>` and `<sub>`: read from any markup, cut into pieces, made plain, cleaned
of what no file should hold."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from harvester.text import lazy_pattern, squeeze

TAGS = ("i", "b", "sup", "sub")
"""The markup that a title may hold; anything else in angle brackets is text."""

_TAG = lazy_pattern(r"<(/?)(i|b|sup|sub)>")
_PLANE_ENDS = "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
_UNPRINTABLE = lazy_pattern(
    # Controls but white space, soft hyphen and zero-width signs, directional overrides, surrogates, non-characters.
    "[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    f"\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff{_PLANE_ENDS}]"
)


_KEPT = {
    "i": "i", "em": "i", "italic": "i", "b": "b", "strong": "b", "bold": "b", "sup": "sup", "sub": "sub",
}  # fmt: skip
"""Elements of HTML and JATS that say what a title may hold."""
_BLOCKS = frozenset({"p", "title", "sec", "br", "break", "list", "list-item", "li", "ul", "h1", "h2", "h3", "h4"})
_ANY_TAG = lazy_pattern(r"<(/?)(?:[A-Za-z]{1,12}:)?([A-Za-z][A-Za-z0-9-]{0,40})(?:\s[^<>]{0,500})?/?>")
_SPACED = lazy_pattern(r"\s+(</(?:i|b|sup|sub)>)")
_ON_LINES = lazy_pattern(r"(</(?:i|b|sup|sub)>)[ \t]*\n\s*(?=[:;,.!?)\]\u2019'])")
"""Where a publisher's program wrote each element on a line of its own: the sign that follows stood right behind it."""
_ESCAPED = lazy_pattern(r"&(?:amp;)?(?:lt|gt|amp|quot|#\d{1,6}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,20});")
_LONGEST = 200_000
"""Characters that are read; an abstract has a few thousand, and what is longer is no abstract."""


def read(text: str) -> str:
    """A title as publishers send it, marked up in JATS or HTML and escaped once or twice; `<i>`, `<b>`, `<sup>` and
    `<sub>` are kept, any other markup is gone."""
    return clean(marked(unescaped(text)))


def marked(text: str) -> str:
    """A title with any markup but that of `TAGS` gone, as `<i>` where it says the same (`<em>`, `<italic>`)."""
    if "<" not in text:
        return text

    def kept(match: re.Match[str]) -> str:
        name = match[2].lower()
        if name in _KEPT:
            return f"<{match[1]}{_KEPT[name]}>"
        return " " if name in _BLOCKS else ""

    # Crossref's line breaks leave blanks before an end tag.
    text = _SPACED.sub(r"\1", _ANY_TAG.sub(kept, text))
    return _ON_LINES.sub(r"\1", text) if "\n" in text else text


def unmarked(text: str) -> str:
    """A text without any markup; a paragraph is a blank."""
    return clean(_ANY_TAG.sub(lambda m: " " if m[2].lower() in _BLOCKS else "", unescaped(text)))


def unescaped(text: str) -> str:
    """A text with the entities of HTML resolved."""
    text = text[:_LONGEST]
    # Twice at most: publishers send `&amp;lt;i&amp;gt;`, and a third time would take a printed "&lt;" for a tag.
    for _ in range(2):
        if not _ESCAPED.search(text):
            break
        from html import unescape  # its table of 2,231 entities is needed where a title has one

        text = unescape(text)
    return text


def clean(text: str) -> str:
    """One line of composed Unicode (NFC): white space folded, signs that nobody sees and no file should hold left
    out."""
    if text.isalnum() and text.isascii():
        return text
    text = printable(text)
    return squeeze(text if text.isascii() else unicodedata.normalize("NFC", text))


def printable(text: str) -> str:
    """Text without the signs that nobody sees and no file should hold; all else as it is."""
    return text if text.isprintable() else _UNPRINTABLE.sub("", text)


def plain(title: str) -> str:
    """A title as one line without its markup: `Ca<sup>2+</sup>` becomes `Ca2+`."""
    return clean(untagged(title))


def untagged(title: str) -> str:
    """A title without its markup, all else as it is."""
    return _TAG.sub("", title) if "<" in title else title


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a title: plain text, or the start (`tag` "i") or the end (`tag` "/i") of markup."""

    tag: str
    text: str


def pieces(title: str) -> Iterator[Piece]:
    """A title as text and well-nested markup: an end without a start is dropped, a start without an end closed."""
    open_tags: list[str] = []
    position = 0
    for match in _TAG.finditer(title):
        if match.start() > position:
            yield Piece("", title[position : match.start()])
        position = match.end()
        tag = match[2]
        if not match[1]:
            if tag not in open_tags:  # `<i>` inside `<i>` says nothing more
                open_tags.append(tag)
                yield Piece(tag, "")
            continue
        while tag in open_tags:  # what was opened inside is closed with it
            yield Piece("/" + open_tags.pop(), "")
    if position < len(title):
        yield Piece("", title[position:])
    yield from (Piece("/" + tag, "") for tag in reversed(open_tags))


def render(title: str, text: Callable[[str], str], marks: Mapping[str, str]) -> str:
    """A title in another notation: each text through `text`, each start and end of markup replaced from `marks`."""
    return "".join(marks[piece.tag] if piece.tag else text(piece.text) for piece in pieces(title))
