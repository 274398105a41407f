"""Small `<div>`s within a paragraph, which end it for a parser (HTML Living Standard, 13.2.6.4.7): made inline before
parsing.

Journals mark a reference's year, journal and volume so: `<p>Roe J (<div class="year">1997</div>) ...</p>` becomes a
paragraph that ends before the year and words that belong to nothing, and all entries run together.
"""

import re

_FEWEST = 3
"""Paragraphs with such a `<div>` from which on it is a page's way of marking, and not a slip."""

_LONGEST_PARAGRAPH = 4_000
"""Characters of a paragraph's markup that are looked through for its end."""

_PARAGRAPH = re.compile(r"<p(?:\s[^<>]*)?>[^<>]{0,600}<div(?:\s[^<>]*)?>[^<>]{0,300}</div>", re.IGNORECASE)
_SMALL = re.compile(r"<div((?:\s[^<>]*)?)>([^<>]{0,300})</div>", re.IGNORECASE)
_END = re.compile(r"</p>", re.IGNORECASE)


def with_small_blocks_inline(text: str) -> str:
    """A page's source in which each `<div>` of a few words within a paragraph is a `<span>`."""
    starts = [match.start() for match in _PARAGRAPH.finditer(text)]
    if len(starts) < _FEWEST:
        return text
    pieces: list[str] = []
    position = 0
    for start in starts:
        if start < position or (end := _END.search(text, start, start + _LONGEST_PARAGRAPH)) is None:
            continue
        pieces += (text[position:start], _SMALL.sub(r"<span\1>\2</span>", text[start : end.start()]))
        position = end.start()
    return "".join((*pieces, text[position:]))
