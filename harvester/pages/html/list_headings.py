"""Headings of references in a page of HTML, in whatever elements or bare words they come, and what follows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from harvester.pages.evidence import shows_a_work
from harvester.pages.headings import (
    LINES_OF_REFERENCES,
    ends_references,
    heads_a_review,
    heads_further_reading,
    heads_other_works,
    heads_uncited_works,
    is_reference_heading,
)
from harvester.pages.html.items import OWN_IDS, is_marked, marks_of
from harvester.pages.html.tree import Node, Tree, before, behind, inline_text, upwards
from harvester.text import word_set

HEADINGS = "h1,h2,h3,h4,h5,h6"
LEVEL = {f"h{n}": n for n in range(1, 7)}
_LOWEST = 7
"""The level of a line that only looks like a heading: any heading is higher."""
_TITLE_LIKE = word_set("p div strong b center dt font span a button br hr")
_ROOTS = word_set("html body -undef article main")
_NO_HEADINGS = word_set("script style option title textarea noscript select")

_MOST_HEADINGS = 12
"""Headings of references that are followed: a page of many chapters has one list each, a page of tables has more."""

_MOST_LINES = 60
"""Lines with the words of such a heading that are looked at: menus and captions repeat them."""

_LONGEST = 300
"""Characters of an element that may be a heading, with its buttons."""

_LONGEST_LINE = 120
"""Characters of the words of a heading with the white space around them."""

LONGEST_TITLE = 60
"""Characters of a line that may be a heading: no phrase in the tables of headings is longer, but a reference is."""

_LONGEST_LEAD_IN = 800
"""Characters between a line that heads a list and its first entry: what the signs beside some entries mean."""

_MOST_HOLDERS = 4
"""Elements around a last entry behind which a line may head further reading."""

_DEEPEST_ENTRY = 21
"""An entry and the elements around it, up to what follows the heading."""

_MOST_FRAMES = 12
"""Elements around a heading or list that may be a frame of the page or a list of other works."""

_HIGHEST_CLIMB = 6
"""Elements around the words of a heading that may have no other words: a row, a cell, a box, a bold one."""


@dataclass(frozen=True, slots=True)
class ListHeading:
    """A heading: its node, its words, whether it stands in a frame of the page, whether it heads further reading, and
    whether it is only a line that looks like one."""

    node: Node
    title: str
    in_frame: bool
    is_further: bool
    is_line: bool


def find_headings(tree: Tree) -> list[ListHeading]:
    """The elements of HTML's headings that head references, in order."""
    # Those of a review or a reply that is printed with the article count only if there are no others: these are works
    # of their own, and the article does not cite what they cite.
    found: list[Node] = []
    of_reviews: list[Node] = []
    review = 0  # the level of the review's heading that the next ones stand under
    for heading in tree.css(HEADINGS):
        words, level = heading.text(), LEVEL[heading.tag or "h6"]
        review = 0 if level <= review else review
        if heads_a_review(words):
            review = level
        elif _heads(words):
            (of_reviews if review else found).append(heading)
    return _placed(found or of_reviews)


def find_lines(tree: Tree) -> list[ListHeading]:
    """The elements of HTML's headings and the lines in any other element or in none that head references, in order."""
    text = tree.body.text(separator="\n") if tree.body is not None else ""
    beginnings = (text[start:end] for start, end in LINES_OF_REFERENCES.lines(text) if end - start < _LONGEST_LINE)
    lines = {line.strip() for line in beginnings if _heads(line)}
    found = _placed(_lines_among(tree, lines)) if lines else find_headings(tree)
    # A heading may have no words: an anchor with the name of a list, or the picture of a heading.
    for node in tree.css("a[name],a[id],img[alt]") if not found else ():
        attributes = node.attributes
        picture = attributes.get("alt") or ""
        is_named = ((attributes.get("name") or attributes.get("id") or "").lower()) in OWN_IDS
        if not is_named and not (len(picture) < LONGEST_TITLE and _heads(picture)):
            continue
        while node.parent is not None and node.parent.tag not in _ROOTS:
            if node.parent.text(strip=True):
                break
            node = node.parent
        place = _place(node)
        if place is not None:
            found.append(ListHeading(node, "", place, False, True))
    return found[:_MOST_HEADINGS]


def line_behind(entry: Node) -> ListHeading | None:
    """The line of further reading that stands behind the last entry of a list or behind what holds it."""
    for node in upwards(entry, _MOST_HOLDERS, _ROOTS):
        after = next((one for one in behind(node) if one.is_element_node and one.text(strip=True)), None)
        if after is not None:
            title = inline_text(after)
            is_line = len(title) < LONGEST_TITLE and after.tag not in LEVEL and heads_further_reading(title)
            return ListHeading(after, title, False, True, True) if is_line else None
    return None


def _placed(nodes: Iterable[Node]) -> list[ListHeading]:
    """Headings with where they stand, without those of other works."""
    headings: list[ListHeading] = []
    for node in islice(nodes, _MOST_LINES):
        title = inline_text(node) if node.is_element_node else " ".join((node.text_content or "").split())
        place = _place(node)
        if place is not None:
            headings.append(ListHeading(node, title, place, heads_further_reading(title), node.tag not in LEVEL))
    return headings[:_MOST_HEADINGS]


def _heads(words: str) -> bool:
    if not 3 < len(words) < _LONGEST:
        return len(words) > 1 and not words.isascii() and is_reference_heading(words)
    words = " ".join(words.split())
    return is_reference_heading(words) or heads_further_reading(words)


def _lines_among(tree: Tree, lines: set[str]) -> Iterator[Node]:
    """The headings, and the nodes that have the words of one of these lines, each the largest without other words."""
    known = {node.mem_id for node in tree.css(HEADINGS) if _heads(node.text())}
    for node in tree.body.traverse(include_text=True) if tree.body is not None else ():
        if node.mem_id in known:
            yield node
        elif node.is_text_node and (node.text_content or "").strip().partition("\n")[0].rstrip() in lines:
            largest = _largest(node)
            if largest is not None and largest.mem_id not in known and not _ends_an_item(largest):
                known.add(largest.mem_id)
                yield largest


def _ends_an_item(line: Node) -> bool:
    """Whether a line stands behind other words of a list's item: a link, or a count ("Citations: 64")."""
    for above in upwards(line.parent, _HIGHEST_CLIMB, _ROOTS | {"ol", "ul"}):
        if above.tag == "li":
            return not _opens(line, above)
    return False


def _largest(line: Node) -> Node | None:
    """The largest element that has only the words of a heading; None if it is a link to another place of the page."""
    heading = line
    for above in upwards(line.parent, _HIGHEST_CLIMB, _ROOTS):
        if above.tag in _NO_HEADINGS:
            return None
        address = above.attributes.get("href") or "" if above.tag == "a" else ""
        if len(address) > 1 and not address.lower().startswith("javascript"):
            return None
        if above.tag in LEVEL or not _heads(above.text()):
            return above if above.tag in LEVEL else heading
        heading = above
    return heading


def _place(heading: Node) -> bool | None:
    """Whether a heading stands in a frame of the page; None where it stands in a list of other works."""
    framed = False
    for above in upwards(heading, _MOST_FRAMES, _ROOTS):
        if above.is_element_node and (above.id or "").lower() not in OWN_IDS:
            if is_marked(above, True):
                return None
            framed |= is_marked(above, False)
    return framed


def following(node: Node, heading: Node) -> Iterator[Node]:
    """What follows a heading, words without an element among it, up to the next heading of its level or a heading that
    ends the list."""
    level, begun = LEVEL.get(heading.tag or "", _LOWEST), False
    for after in behind(node):
        if after.is_element_node:
            if not begun and _heads_a_group(after):
                level = LEVEL[after.tag or "h6"] - 1
            elif _ends_at(after, level):
                return
            words = after.text() if after.tag in _TITLE_LIKE else ""
            if begun and 3 < len(words) < LONGEST_TITLE and _ends_a_list(inline_text(after)):
                return
            # A line right under the heading ("Notes", a button) does not end a list that has not begun.
            begun = begun or after.tag not in _TITLE_LIKE or len(words) > LONGEST_TITLE
        elif after.is_text_node:
            begun = begun or len(after.text_content or "") > LONGEST_TITLE
        if after.is_element_node or after.is_text_node:
            yield after


def _heads_a_group(node: Node) -> bool:
    """Whether the heading right under a heading of references heads some of them: a smaller one that names nothing
    else."""
    if LEVEL.get(node.tag or "", 0) <= LEVEL["h2"]:
        return False
    title = inline_text(node)
    return title != "" and not _ends_a_list(title) and not heads_other_works(title)


def _ends_a_list(title: str) -> bool:
    """Whether the words of a heading end a list above it: of another list, or of what follows lists."""
    return is_reference_heading(title) or ends_references(title) or heads_further_reading(title)


def _ends_at(node: Node, level: int) -> bool:
    """Whether a node is or opens with a heading that ends the list above it."""
    inner = node if node.tag in LEVEL else node.css_first(HEADINGS)
    title = inline_text(inner)
    # An entry may be marked as a heading itself.
    if inner is None or not title or not _opens(inner, node) or shows_a_work(title):
        return False
    if _ends_a_list(title) or heads_uncited_works(title):
        return True
    if level == _LOWEST:
        # A line has no level to compare: headings of groups may follow it, which are small and name no other works.
        return LEVEL[inner.tag or "h6"] < LEVEL["h5"] or heads_other_works(title)
    return LEVEL[inner.tag or "h6"] <= level


def follows_closely(node: Node, heading: Node, entry: Node) -> bool:
    """Whether only a lead-in stands between a heading and an entry, of what follows a node around the heading.

    A line with the words of a heading may be a tab or a link above the article, and the list far below it.
    """
    around = {node.mem_id for node in upwards(entry, _DEEPEST_ENTRY)}
    words = 0
    for after in following(node, heading):
        if after.mem_id in around:
            # What stands before the entry within the node counts too.
            for one in _before_within(entry, after):
                words += _length(one)
                if words > _LONGEST_LEAD_IN:
                    return False
            return True
        words += _length(after)
        if words > _LONGEST_LEAD_IN:
            return False
    return False


def _length(node: Node) -> int:
    return len((node.text_content or "") if node.is_text_node else node.text())


def _before_within(inner: Node, holder: Node) -> Iterator[Node]:
    """What stands before a node within one that holds it, from the nearest on."""
    node: Node | None = inner
    while node is not None and node.mem_id != holder.mem_id:
        yield from before(node)
        node = node.parent


def _opens(inner: Node, holder: Node) -> bool:
    """Whether the holder has only white space before the inner node."""
    return not any(
        one.is_element_node or (one.is_text_node and (one.text_content or "").strip())
        for one in _before_within(inner, holder)
    )


def is_elsewhere(node: Node) -> bool:
    """Whether a node stands in a list of other works or in a frame of the page."""
    for above in upwards(node, _MOST_FRAMES, _ROOTS):
        if above.is_element_node and is_marked(above, False):
            return above.tag != "aside" or "reference" not in marks_of(above).lower()
    return False
