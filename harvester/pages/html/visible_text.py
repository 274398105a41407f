"""The words of a page as a text browser prints them: a block a line, headings as Markdown has them, raised signs behind
a `^`."""

import re
from html import unescape

from harvester.pages.html.tree import Tree
from harvester.pages.text.labelled_lines import is_label
from harvester.text import word_set

_HIDDEN = word_set("script style noscript svg select textarea template iframe head option datalist math")
_RAW = word_set("script style textarea")
"""Elements of which only the end tag is markup."""
_PARAGRAPH, _LINE = "\r", "\v"
"""Signs for the breaks between paragraphs and lines while a text is put together; words have neither."""
_PARAGRAPHS = word_set(
    "p div section article ul ol table dl header main footer nav form blockquote hr center aside figure"
)
_LINES = word_set("br li dt dd tr address caption dialog fieldset figcaption summary details body tbody thead pre")
_SIGNS = {
    **{stroke + name: _PARAGRAPH for name in _PARAGRAPHS for stroke in ("", "/")},
    **{stroke + name: _LINE for name in _LINES for stroke in ("", "/")},
    **{f"h{level}": f"{_PARAGRAPH}{'#' * level} " for level in range(1, 7)},
    **{f"/h{level}": _PARAGRAPH for level in range(1, 7)},
    **dict.fromkeys(("/td", "/th"), " | "),
    "/sup": " ",
    "sup": "^",
}
"""What stands for a tag among the words; nothing for any other."""
_MAY_HIDE = ("none", "hidden", "Hidden", "sr-only", "screen", "offscreen")
_INVISIBLE = re.compile(
    r"display:\s?none|\bhidden=|\shidden\b(?!-)"
    r"|class=\"[^\"]*(?:sr-only|visually-?hidden|screen-?reader|offscreen)",
    re.IGNORECASE,
)
_NEVER_HIDDEN = word_set("body main html article br img input hr meta link h1 h2 h3")
_LONGEST = 3_000_000
"""Characters of markup that are read; the head of an article comes long before."""


def visible_text(tree: Tree) -> str:
    """The visible words of a page's body; "" where it has none.

    The parser writes no bare `<` or `>` but around tags, so that the markup can be cut at them (see `words`).
    """
    markup = (tree.body.html or "")[:_LONGEST] if tree.body is not None else ""
    out: list[str] = []
    hidden, depth = "", 0
    known = dict(_SIGNS)  # tags as they are written, with what stands for them: pages repeat theirs
    for piece in markup.split("<"):
        tag, _, words = piece.partition(">")
        if not hidden and (sign := known.get(tag)) is not None:
            if sign:
                out.append(sign)
            if words:
                out.append(words)
            continue
        name, _, attributes = tag.partition(" ")
        if hidden:
            if name in (hidden, f"/{hidden}"):
                # Within a script "<script" is a string, which opens nothing.
                depth += -1 if name[0] == "/" else hidden not in _RAW
            elif hidden == "!--" and "-->" in piece:
                depth, words = 0, piece.partition("-->")[2]
            if depth:
                continue
            hidden = ""
        elif name in _HIDDEN or (attributes and _is_invisible(name, attributes)):
            hidden, depth = name, 1
            continue
        elif name.startswith("!--"):
            hidden, depth = ("", 0) if "-->" in piece else ("!--", 1)
            words = piece.partition("-->")[2]
        else:
            known[tag] = sign = _SIGNS.get(name, "")
            if sign:
                out.append(sign)
        if words:
            out.append(words)
    return _lines(unescape("".join(out).replace("\n", " ").replace("\t", " ")))


def _lines(words: str) -> str:
    """Words with signs for lines and paragraphs between: each line without blanks around it, each paragraph with a
    blank line before it."""
    lines: list[str] = []
    for paragraph in words.split(_PARAGRAPH):
        if not paragraph or paragraph.isspace():  # two in three: boxes in boxes
            continue
        before = len(lines)
        for printed in paragraph.split(_LINE):
            line = printed.strip(" |\u00a0")
            # A heading's sign is its own only where words follow it.
            if line and line.strip("#^ "):
                lines.append(_labelled(line) if " | " in line else line)
        if len(lines) > before:
            lines.append("")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def _labelled(line: str) -> str:
    """A row of a table with the name of a field and its value, as a labelled line."""
    label, _, value = line.partition(" | ")
    label = label.strip(" :|")
    return f"{label}: {value.strip(' |')}" if " | " not in value and is_label(label) else line


def _is_invisible(name: str, attributes: str) -> bool:
    if name in _NEVER_HIDDEN or not any(map(attributes.__contains__, _MAY_HIDE)):
        return False
    return _INVISIBLE.search(attributes) is not None
