"""Where a list in HTML begins and ends among paragraphs, rows and boxes like its entries: notes, dates of receipt and
key words that stand beside them are none of it."""

import re
from collections.abc import Callable
from itertools import pairwise

from harvester.pages.html.tree import Node, text_of

_BEGINNING = 400
_NAMES_A_REFERENCE = re.compile(r"ref|bib|cit", re.IGNORECASE)
_NO_WORD = re.compile(r"[\W\d_]+")
_NUMBER = re.compile(r"\W{0,3}(\d{1,4})\b")
_AUTHOR_YEAR = re.compile(
    r"[^\W\d_][\w'\u2019-]+(?:, (?:[^\W\d_]\.[ ,&]{0,3}){1,40}[^()]{0,200}\((?:1[5-9]|20)\d\d[a-z]?\)"
    r"|(?: [^\W\d_][\w'\u2019-]+)? [A-Z]{1,3}[,.] .{0,340}\b(?:1[5-9]|20)\d\d\b)"
)


def trimmed(tag: str, nodes: list[Node], likely: Callable[[Node], bool]) -> list[Node]:
    """The nodes without those that are other paragraphs, rows or boxes: not marked or numbered as the others are
    (annotations stand between), or at the ends and nothing like a reference."""
    if tag not in ("p", "tr", "div") or len(nodes) == 1:
        return nodes
    mark = _shared_mark(nodes)
    if mark and (tag == "div" or _NAMES_A_REFERENCE.search(mark)):
        return [node for node in nodes if mark in _stems(node)]
    if len(numbered := _counted_on(nodes)) * 10 >= 7 * len(nodes):
        return numbered
    fits = [likely(node) for node in nodes]
    if True not in fits:
        return []
    first, last = fits.index(True), len(nodes) - 1 - fits[::-1].index(True)
    while first > 0 and _follows(nodes[first], nodes[first - 1]):
        first -= 1
    while last + 1 < len(nodes) and _follows(nodes[last + 1], nodes[last]):
        last += 1
    return nodes[first : last + 1]


def _counted_on(nodes: list[Node]) -> list[Node]:
    """The nodes that begin with a number, if each is one more than the one before."""
    numbers = [(int(match.group(1)), node) for node in nodes if (match := _NUMBER.match(text_of(node)[:_BEGINNING]))]
    return [node for _, node in numbers] if all(b == a + 1 for (a, _), (b, _) in pairwise(numbers)) else []


def _stems(node: Node) -> set[str]:
    """The words of a node's class, and of its id without the numbers."""
    attributes = node.attributes
    stem = _NO_WORD.sub("", attributes.get("id") or "")
    return {*(attributes.get("class") or "").split(), f"#{stem}"} - {"#"}


def _shared_mark(nodes: list[Node]) -> str:
    """The class or stem of ids that nearly all of these nodes have; "" if there is none."""
    counts: dict[str, int] = {}
    for node in nodes:
        for stem in _stems(node):
            counts[stem] = counts.get(stem, 0) + 1
    best = max(counts, key=lambda stem: (counts[stem], stem), default="")
    return best if counts.get(best, 0) * 10 >= 7 * len(nodes) else ""


def _follows(node: Node, before: Node) -> bool:
    """Whether an entry goes on in the next one: by its number, or since both begin with authors and have a year."""
    words, words_before = text_of(node)[:_BEGINNING], text_of(before)[:_BEGINNING]
    number, number_before = _NUMBER.match(words), _NUMBER.match(words_before)
    if number and number_before:
        return int(number.group(1)) == int(number_before.group(1)) + 1
    return bool(_AUTHOR_YEAR.match(words) and _AUTHOR_YEAR.match(words_before))
