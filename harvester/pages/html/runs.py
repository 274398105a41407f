"""A list in HTML whose entries are no elements: run together in paragraphs, wrapped in `<pre>`, or in bare words.

What follows a heading of references is read as lines and split like a pasted list, whole and block by block: the foot
of the page behind the list is a block of its own.
"""

import re
from dataclasses import replace
from itertools import islice

from harvester.model import Asserted, RawReference
from harvester.pages.evidence import begins_with_authors, looks_like_reference, shows_a_work
from harvester.pages.foot import Own, is_of_the_foot, without_foot
from harvester.pages.html.items import ENOUGH
from harvester.pages.html.lists import reference_blocks
from harvester.pages.html.tree import Node, Tree
from harvester.pages.html.words import clean_text, service_named, text_in
from harvester.pages.links import identifiers_in, is_cut_or_glued
from harvester.pages.text.printed_lists import find_list, put_right
from harvester.references import raw, split
from harvester.text import word_set
from harvester.values.identifier import Identifier

_MAX_CHARS = 400_000
"""Characters under a heading of references that are split as a list; two thousand entries have as many."""

_MOST_BLOCKS = 6
"""Blocks under a heading that are split alone: a list run together is one, or one for each printed page."""

_MOST_TYPED = 4
"""Typed parts of a page that are read as pages of text: a manual has hundreds, of code."""

_SHORTEST_BLOCK = 100
"""Characters of a block that may hold several entries."""

_MARK = re.compile("\ue000([0-9]+)\ue001")
"""The number of a link, between characters of the private use area, which no page has."""

_INLINE = word_set("a abbr b cite em font i small span strong sub sup u")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")

_Links = list[tuple[tuple[Identifier, ...], str]]
"""What the numbered links of some blocks say: identifiers, and the service that a link names ("" if it names none)."""


def find_runs(tree: Tree, own: tuple[Identifier, ...], cited_as: Own) -> tuple[RawReference, ...]:
    """The references in the words under a heading of references; without spans.

    Of several headings and blocks the one with most references counts, and of these most identifiers. None if less
    than half of the pieces look like references: then it is prose, or another kind of list.
    """
    best: tuple[RawReference, ...] = ()
    best_points = (0, 0)
    for blocks in reference_blocks(tree):
        longer = [block for block in blocks if block.is_element_node and len(block.text()) >= _SHORTEST_BLOCK]
        # Each of the first long blocks alone, then all: a list run together is one block, its lines are many.
        alone = [[block] for block in longer[:_MOST_BLOCKS]] if len(blocks) > 1 else []
        for part in (*alone, blocks):
            linked: _Links = []
            text = _lines_of(part, linked)[:_MAX_CHARS]
            found = _by_blank_lines(text, cited_as) if len(part) == 1 else ()
            found = found or without_foot(split(text), cited_as)
            # The items of a list that is one of something else would be run together to one reference.
            if len(found) * 2 < sum(len(block.css("li")) for block in part if block.is_element_node):
                continue
            likely = sum(looks_like_reference(reference.text) for reference in found)
            if not likely or likely * 2 < len(found):
                continue
            references = tuple(_with_links(reference, linked, own) for reference in found)
            # A year and figures may be anything's: some must say or link to what only references do.
            if sum(bool(reference.asserted) or shows_a_work(reference.text) for reference in references) * 3 < likely:
                continue
            if len(found) < ENOUGH and not all(
                r.asserted or r.label or begins_with_authors(r.text) for r in references
            ):
                continue
            unlikely = len(found) - likely
            points = (likely - unlikely, sum(len(reference.asserted) for reference in references))
            if points > best_points:
                best, best_points = references, points
    # A page may be typed as a whole: heading and list stand in one `<pre>`, as on a page of text.
    for node in islice(tree.css("pre"), 0 if best else _MOST_TYPED):
        linked = []
        text = _lines_of([node], linked)[:_MAX_CHARS]
        listed = find_list(text) if len(text) >= _SHORTEST_BLOCK else None
        if listed is not None:
            best = tuple(_with_links(reference, linked, own) for reference in without_foot(listed.references, cited_as))
            break
    return put_right(best)


def _by_blank_lines(text: str, cited_as: Own) -> tuple[RawReference, ...]:
    """The references of wrapped lines with blank ones between, where each of these paragraphs is one; () if not."""
    paragraphs = [" ".join(piece.split()) for piece in _BLANK_LINES.split(text.strip())]
    pieces = [piece for piece in paragraphs if not is_of_the_foot(piece, cited_as)]
    if len(pieces) < 2 or sum(map(shows_a_work, pieces)) + 1 < len(pieces):
        return ()
    lines = [line for line in text.split("\n") if begins_with_authors(line) and shows_a_work(line)]
    if len(lines) > len(pieces):
        return ()
    return tuple(raw(piece, number) for number, piece in enumerate(pieces, 1))


def _lines_of(blocks: list[Node], linked: _Links) -> str:
    """The words of some blocks as lines; behind those of each link with an identifier stands its number in `linked`."""

    def marked(href: str, words: str) -> str | None:
        found, service = identifiers_in(href, words), service_named(words)
        if not found and service is None:
            return None
        linked.append((found, service or ""))
        return f"{words if service is None else ''}\ue000{len(linked) - 1}\ue001"

    texts = []
    is_typed = False
    for block in blocks:
        words = text_in(block.html or "", marked)
        is_typed |= block.is_element_node and (block.tag == "pre" or block.css_first("pre") is not None)
        # A block begins a new line, inline elements do not.
        texts.append(words if block.is_text_node or block.tag in _INLINE else f"\n{words}\n")
    lines = "".join(texts).split("\n")
    # The margins of what is printed as it was typed show where an entry begins.
    return "\n".join(line.expandtabs().rstrip() if is_typed else " ".join(line.split()) for line in lines)


def _with_links(reference: RawReference, linked: _Links, own: tuple[Identifier, ...]) -> RawReference:
    """A reference with what the links say whose numbers stand in its words."""
    links = [linked[number] for mark in _MARK.findall(reference.text) if (number := int(mark)) < len(linked)]
    identifiers = dict.fromkeys(i for identifiers, _ in links for i in identifiers)
    asserted = {i: Asserted(i, "link") for i in identifiers}
    for a in reference.asserted:
        if a.identifier not in asserted and not is_cut_or_glued(a.identifier, identifiers):
            asserted[a.identifier] = replace(a, span=None)
    labels = (*(label for _, label in links if label), *reference.tail_labels)
    text = clean_text(_MARK.sub("", reference.text)) if links else reference.text
    kept = tuple(a for i, a in asserted.items() if i not in own)
    return replace(reference, text=text or reference.text, asserted=kept, tail_labels=labels, span=None)
