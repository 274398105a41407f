"""HTML -> tree, within limits that keep parsing safe, and a tree's node -> its words and links."""

import re
from dataclasses import dataclass
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from harvester.notations.limits import check_html
from harvester.notations.links import names_a_service

Tree = LexborHTMLParser
Node = LexborNode


def parse_html(text: str) -> Tree:
    """The tree of a page. Raises `PageError` where its size, number of tags or depth is beyond the limits."""
    check_html(text)
    return LexborHTMLParser(text)


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: its address and its words."""

    href: str
    label: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a piece of HTML says: its text with white space folded, the links in it, and the words of service links.

    `text` is without the labels of links that only name a service; these are `services`, in order. `anchors` are the
    first and the last run of plain characters as they stand in the markup, by which the source is found again.
    """

    text: str
    links: tuple[Link, ...]
    services: tuple[str, ...]
    anchors: tuple[str, str]


_TAG = r'[^>"]*(?:"[^"]*"[^>"]*)*'
_LINK = re.compile(rf"<a\b({_TAG})>(.*?)</a>", re.DOTALL)
_HREF = re.compile(r'(?:^|\s)(?:href|data-doi|data-href|l:ref)="([^"]*)"')
_DATA_DOI = re.compile(r'<(?!a\b)\w[^<>]{0,400}?\sdata-doi="([^"]+)"')
_BLOCK = re.compile(
    rf"</?(?:address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|figure|footer|form|h[1-6]|header|hr"
    rf"|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>]){_TAG}>"
)
_INLINE = re.compile(rf"<!--.*?-->|</?[a-zA-Z!?]{_TAG}>", re.DOTALL)
_SPACES = re.compile(r"\s+([,.;:)\]])(?=[\s,.;:)\]]|$)")
_EMPTY = re.compile(r"[\[(]\s*(?:[|,;/\u00b7-]\s*)*[\])]")
_TAIL = re.compile(r"(?:\s+[|,;/\u00b7\u2022-]|\s*[\u21b5\u2191]|\s*\|)+\s*$")
_GAPS = re.compile(r"\s+(?:[|\u00b7]\s*|-\s+)+(?=[|\u00b7]|-\s|$)")

SILENT_TAGS = ["script", "style", "noscript", "template", "svg", "button", "select", "textarea", "iframe"]
_SILENT = (
    '[class*="mw-cite-backlink"],[class*="to-citation__accordion"],[class*="citedBySection"],[class*="rev-xref"],'
    '[class*="backlink" i],[role="doc-backlink"],[class*="sr-only" i],[class*="visually-hidden" i],'
    '[class*="visuallyhidden" i],[class*="screen-reader" i],[class*="screenreader" i],[class*="offscreen" i],'
    '[style*="display:none"],[style*="display: none"]'
)


def silence(tree: Tree) -> None:
    """Take out of the tree what a reader of the page does not see: scripts, hidden labels, links back to the text."""
    tree.strip_tags(SILENT_TAGS)
    for node in tree.css(_SILENT):
        if node.tag not in ("html", "body", "ol", "ul", "li", "main", "article", "section"):
            node.decompose()


def words_of(markup: str) -> Words:
    """Read the words and links of well-formed markup, such as a node's `html`."""
    links: list[Link] = []
    services: list[str] = []

    def close(match: re.Match[str]) -> str:
        label = _bare(match.group(2))
        found = _HREF.search(match.group(1))
        if found:
            links.append(Link(unescape(found.group(1)), label))
        if not found or not names_a_service(label):
            return match.group(2)
        if label:
            services.append(label.strip("[]() ,;|"))
        return " "

    if 'data-doi="' in markup:
        links += [Link(unescape(match.group(1)), "") for match in _DATA_DOI.finditer(markup)]
    shown = _INLINE.sub("\0", _BLOCK.sub("\0 ", _LINK.sub(close, markup)))
    text = shown.replace("\0", "")
    return Words(_clean(unescape(text) if "&" in text else text), tuple(links), tuple(services), _anchors(shown))


def _bare(markup: str) -> str:
    text = _INLINE.sub("", _BLOCK.sub(" ", markup)) if "<" in markup else markup
    return " ".join((unescape(text) if "&" in text else text).split())


_RUN = re.compile(r"[^\0&\n\r\t\u00a0]{9,}")


def _anchors(shown: str) -> tuple[str, str]:
    """The first and the last run of plain characters long enough to be found again in the source."""
    runs = [run for piece in _RUN.findall(shown) if len(run := piece.strip()) > 8]
    return (runs[0], runs[-1]) if runs else ("", "")


def _clean(text: str) -> str:
    text = _EMPTY.sub(" ", text)
    text = " ".join(text.split())
    text = _SPACES.sub(r"\1", text)
    return _TAIL.sub("", _GAPS.sub(" ", text)).strip()


def text_of(node: Node | None) -> str:
    """The words of a node with white space folded; "" of None."""
    return " ".join(node.text(separator=" ").split()) if node is not None else ""


def inline_text(node: Node | None) -> str:
    """The words of a heading or line: no blank where only an inline element begins (`CO<sub>2</sub>`)."""
    return words_of(node.html or "").text if node is not None else ""
