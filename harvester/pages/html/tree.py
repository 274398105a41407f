"""HTML -> tree, within limits that keep parsing safe, and a tree's node -> its words."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from harvester.values.markup_limits import check_html

Tree = LexborHTMLParser
Node = LexborNode


def parse_html(text: str) -> Tree:
    """The tree of a page. Raises `PageError` where its size, number of tags or depth is beyond the limits."""
    check_html(text)
    return LexborHTMLParser(text)


def text_of(node: Node | None) -> str:
    """The words of a node with white space folded and a blank between elements; "" of None."""
    return " ".join(node.text(separator=" ").split()) if node is not None else ""


def inline_text(node: Node | None) -> str:
    """The words of a heading or line: no blank where only an inline element begins (`CO<sub>2</sub>`)."""
    return " ".join(node.text().split()) if node is not None else ""
