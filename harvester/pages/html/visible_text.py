"""The words of a page as a text browser prints them: a block a line, headings as Markdown has them, raised signs behind
a `^`."""

import re
from html import unescape

from harvester.pages.html.tree import Tree
from harvester.text import word_set

_HIDDEN = word_set("script style noscript svg select textarea template iframe head option datalist math")
_PARAGRAPHS = word_set("""
    p div section article ul ol table dl header main footer nav form blockquote hr h1 h2 h3 h4 h5 h6 center aside figure
    """)
_LINES = word_set("br li dt dd tr address caption dialog fieldset figcaption summary details body tbody thead pre")
_TAG = re.compile(r"<(?:!--.*?(?:-->|\Z)|(/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^<>\"]|\"[^\"]*\")*)>)", re.DOTALL)
_INVISIBLE = re.compile(
    r"display:\s?none|\bhidden=|\shidden\b(?!-)"
    r"|(?:class|id)=\"[^\"]*(?:sr-only|visually-?hidden|screen-?reader|offscreen)",
    re.IGNORECASE,
)
_NEVER_HIDDEN = word_set("body main html article br img input hr meta link")
_LONGEST = 3_000_000
"""Characters of markup that are read; the head of an article comes long before."""


def visible_text(tree: Tree) -> str:
    """The visible words of a page's body; "" where it has none."""
    markup = (tree.body.html or "")[:_LONGEST] if tree.body is not None else ""
    out: list[str] = []
    hidden, depth, position = "", 0, 0
    for tag in _TAG.finditer(markup):
        closing, name, attributes = tag[1], (tag[2] or "").lower(), tag[3] or ""
        if hidden:
            if name == hidden:
                depth += -1 if closing else 1
            if depth == 0:
                hidden, position = "", tag.end()
            continue
        out.append(_folded(markup[position : tag.start()]))
        position = tag.end()
        if not closing and (name in _HIDDEN or _is_invisible(name, attributes)):
            hidden, depth = name, 1
        else:
            out.append(_sign(name, closing))
    out.append("" if hidden else _folded(markup[position:]))
    return _lines("".join(out))


def _lines(words: str) -> str:
    """Words with signs for lines and paragraphs between: each line without blanks around it, each paragraph with a
    blank line before it."""
    lines: list[str] = []
    for paragraph in words.split("\r"):
        inside = [line for line in (" ".join(line.split(" ")).strip() for line in paragraph.split("\n")) if line]
        # A heading's sign is its own only where words follow it.
        inside = [line for line in inside if line.strip("#^ ")]
        if inside:
            lines += [*inside, ""]
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def _sign(name: str, closing: str) -> str:
    """What a tag is among the words: a line feed for a line, a carriage return for a paragraph."""
    if name in _PARAGRAPHS:
        is_heading = len(name) == 2 and name[0] == "h" and name[1].isdigit() and not closing
        return f"\r{'#' * int(name[1])} " if is_heading else "\r"
    if name in _LINES:
        return "\n"
    if name == "sup":
        return " " if closing else "^"
    return " " if name in ("td", "th") else ""


def _is_invisible(name: str, attributes: str) -> bool:
    return "=" in attributes and name not in _NEVER_HIDDEN and _INVISIBLE.search(attributes) is not None


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", unescape(words) if "&" in words else words)
