"""HTML -> tree, within limits that keep parsing safe, and a tree's node -> its words."""

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


def text_of(node: Node | None) -> str:
    """The words of a node with white space folded and a blank between elements; "" of None."""
    return " ".join(node.text(separator=" ").split()) if node is not None else ""


def inline_text(node: Node | None) -> str:
    """The words of a heading or line: no blank where only an inline element begins (`CO<sub>2</sub>`)."""
    return " ".join(node.text().split()) if node is not None else ""
