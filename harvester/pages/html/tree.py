"""HTML -> tree, within limits that keep parsing safe, and a tree's node -> its words."""

from collections.abc import Iterator, Set

from selectolax.lexbor import LexborHTMLParser, LexborNode

from harvester.pages.html.mending import close_empty, close_open
from harvester.pages.html.small_blocks import with_small_blocks_inline
from harvester.values.markup_limits import check_html

Tree = LexborHTMLParser
Node = LexborNode


def parse_whole(text: str) -> Tree:
    """The tree of a page of a site that closes all its elements, PubMed since 2020; raises as `parse_html` does."""
    check_html(text)
    return LexborHTMLParser(text)


def parse_html(text: str) -> Tree:
    """The tree of a page. Raises `PageError` where its size, number of tags or depth is beyond the limits."""
    check_html(text)
    return LexborHTMLParser(close_empty(text))


def parse_hand_made(text: str) -> Tree:
    """The tree of a page that no program may have made, with what its maker left open closed; raises as above."""
    check_html(text)
    return LexborHTMLParser(close_open(with_small_blocks_inline(text)))


def upwards(node: Node | None, most: int, until: Set[str] = frozenset()) -> Iterator[Node]:
    """A node and the elements around it, the innermost first, up to one with these tags: so many at most, since pages
    may nest without end."""
    for _ in range(most):
        if node is None or node.tag in until:
            return
        yield node
        node = node.parent


def behind(node: Node) -> Iterator[Node]:
    """What stands behind a node beside it, words without an element among it, from the nearest on."""
    while (following := node.next) is not None:
        node = following
        yield node


def before(node: Node) -> Iterator[Node]:
    """What stands before a node beside it, from the nearest on."""
    while (preceding := node.prev) is not None:
        node = preceding
        yield node


def text_of(node: Node | None) -> str:
    """The words of a node with white space folded and a blank between elements; "" of None."""
    return " ".join(node.text(separator=" ").split()) if node is not None else ""


def inline_text(node: Node | None) -> str:
    """The words of a heading or line: no blank where only an inline element begins (`CO<sub>2</sub>`)."""
    return " ".join(node.text().split()) if node is not None else ""
