"""Titles and abstracts as publishers send them to Crossref and Europe PMC: marked up in JATS or HTML, escaped once or
twice."""

import re
from html import unescape

from harvester.values import titles

_KEPT = {
    "i": "i", "em": "i", "italic": "i", "b": "b", "strong": "b", "bold": "b", "sup": "sup", "sub": "sub",
}  # fmt: skip
_BLOCKS = frozenset({"p", "title", "sec", "br", "break", "list", "list-item", "li", "ul", "h1", "h2", "h3", "h4"})
_TAG = re.compile(r"<(/?)(?:[A-Za-z]{1,12}:)?([A-Za-z][A-Za-z0-9-]{0,40})(?:\s[^<>]{0,500})?/?>")
_SPACED = re.compile(r"\s+(</(?:i|b|sup|sub)>)")
_ESCAPED = re.compile(r"&(?:amp;)?(?:lt|gt|amp|quot|#\d{1,6}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,20});")
_LONGEST = 200_000
"""Characters that are read; an abstract has a few thousand, and what is longer is no abstract."""


def title_of(text: str) -> str:
    """A title with `<i>`, `<b>`, `<sup>` and `<sub>` kept and any other markup gone; blanks before an end tag, which
    Crossref's line breaks leave, are gone too."""

    def kept(match: re.Match[str]) -> str:
        name = match.group(2).lower()
        if name in _KEPT:
            return f"<{match.group(1)}{_KEPT[name]}>"
        return " " if name in _BLOCKS else ""

    return _SPACED.sub(r"\1", titles.clean(_TAG.sub(kept, _unescaped(text))))


def plain_of(text: str) -> str:
    """A text without any markup; a paragraph is a blank, and the word "Abstract" before it is gone."""
    cleaned = titles.clean(_TAG.sub(lambda m: " " if m.group(2).lower() in _BLOCKS else "", _unescaped(text)))
    return re.sub(r"^(?:Abstract|ABSTRACT|Summary)[ :.]+(?=[A-Z])", "", cleaned)


def _unescaped(text: str) -> str:
    text = text[:_LONGEST]
    # Twice at most: publishers send `&amp;lt;i&amp;gt;`, and a third time would take a printed "&lt;" for a tag.
    for _ in range(2):
        if not _ESCAPED.search(text):
            break
        text = unescape(text)
    return text
