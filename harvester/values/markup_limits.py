"""Limits on markup that are checked before any parser sees it.

selectolax (lexbor) takes time quadratic in depth: 7.6 s for 40,000 nested elements, under 0.1 s for 4,000; libxml2
refuses more than 256 levels. Real pages of journals were at most 60 deep and had 60,000 tags.
"""

import re

from harvester.errors import PageError
from harvester.text import word_set

MAX_CHARS = 32_000_000
"""Of text: the largest real page, with its pictures inside, had 12 MB."""

MAX_TAGS = 2_000_000
"""Thirty times what the largest real page had."""

MAX_HTML_DEPTH = 2_000
"""Half of what is still parsed in under 0.1 s."""

MAX_XML_DEPTH = 250
"""A little under the 256 at which libxml2 gives up, so that the error is ours and says what is wrong."""

_UNNESTED = word_set("area base br col embed hr img input link meta param source track wbr p li option dt dd tr td th")
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^<>]*)")


def check_html(text: str) -> None:
    """Raise `PageError` where a page of HTML is too large, has too many tags or nests too deep to be parsed safely."""
    tags = _check_size(text)
    # Elements that need no end tag (`<p>`, `<li>`) count as open in the rough depth: real pages stay under six times
    # the limit, and only beyond it the exact count is worth its time.
    rough = 6 * MAX_HTML_DEPTH
    if tags > rough and _rough_depth(text) > rough and _depth(text, _UNNESTED) > MAX_HTML_DEPTH:
        raise PageError(f"the page nests deeper than {MAX_HTML_DEPTH:,} elements")


def check_xml(text: str) -> None:
    """Raise `PageError` where XML is too large, has too many tags or nests too deep to be parsed safely."""
    _check_size(text)
    if _rough_depth(text) > MAX_XML_DEPTH and _depth(text, frozenset()) > MAX_XML_DEPTH:
        raise PageError(f"the page nests deeper than {MAX_XML_DEPTH:,} elements")


def _check_size(text: str) -> int:
    if len(text) > MAX_CHARS:
        raise PageError(f"the page has more than {MAX_CHARS:,} characters")
    tags = text.count("<")
    if tags > MAX_TAGS:
        raise PageError(f"the page has more than {MAX_TAGS:,} tags")
    return tags


def _rough_depth(text: str) -> int:
    """An upper bound of the depth, cheaply: elements that need no end tag are counted as left open."""
    depth = deepest = 0
    for piece in text.split("</"):
        depth += piece.count("<")
        if depth > deepest:
            deepest = depth
        depth -= 1
    return deepest


def _depth(text: str, unnested: frozenset[str]) -> int:
    depth = deepest = 0
    for match in _ANY_TAG.finditer(text):
        if match.group(2).lower() in unnested or match.group(3).endswith("/"):
            continue
        # An end tag without a start tag must not hide a later one.
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest
