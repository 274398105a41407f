"""HTML -> tree, within limits that keep parsing safe, and a tree's node -> its words and links."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from harvester.model.quick import quick
from harvester.notations.limits import check_html
from harvester.notations.links import names_a_service

Tree = LexborHTMLParser
Node = LexborNode


def parse_html(text: str) -> Tree:
    """The tree of a page. Raises `PageError` where its size, number of tags or depth is beyond the limits."""
    check_html(text)
    return LexborHTMLParser(text)


@quick
@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: its address and its words."""

    href: str
    label: str


@quick
@dataclass(frozen=True, slots=True)
class Words:
    """What an element says: its text with white space folded, the links in it, and the words of service links.

    `text` is without the labels of links that only name a service; these are `services`, in order.
    """

    text: str
    links: tuple[Link, ...]
    services: tuple[str, ...]


_SILENT_TAGS = "script,style,noscript,template,svg,button,select,textarea,iframe"
_SILENT = (
    '[class*="mw-cite-backlink"],[class*="to-citation__accordion"],[class*="citedBySection"],[class*="rev-xref"],'
    '[class*="backlink" i],[role="doc-backlink"],[class*="sr-only" i],[class*="visually-hidden" i],'
    '[class*="visuallyhidden" i],[class*="screen-reader" i],[class*="screenreader" i],[class*="offscreen" i],'
    '[style*="display:none"],[style*="display: none"]'
)
_KEPT = frozenset(("html", "body", "ol", "ul", "li", "main", "article", "section", "tr", "table"))
_BLOCKS = "div,p,li,br,dd,dt,td,tr,ul,ol,h1,h2,h3,h4,h5,h6,section,blockquote,pre"


def prepare(node: Node, kept: frozenset[int] = frozenset()) -> None:
    """Make an element's text readable in place: what is not seen is taken out, and blocks get a blank before and after.

    Hidden labels, scripts and links back to the text go; the tree below `node` is changed. Nodes whose `mem_id` is in
    `kept` stay even where the page hides them until a button is pressed.
    """
    take_out(node, _SILENT_TAGS)
    for hidden in node.css(_SILENT):
        if hidden.tag not in _KEPT and hidden.parent is not None and hidden.mem_id not in kept:
            hidden.decompose()
    for block in node.css(_BLOCKS):
        if block.tag == "br":
            block.insert_before(" ")
        else:
            block.insert_after(" ")
            if block.prev is not None:
                block.insert_before(" ")


def take_out(node: Tree | Node, selector: str) -> None:
    """Take the elements of a selector out of the tree below `node`.

    One search for all, where `strip_tags` makes one a tag; inner elements go before those that hold them.
    """
    for silent in reversed(node.css(selector)):
        silent.decompose(recursive=False)


def anchors_in(holders: Mapping[int, Node], entries: frozenset[int]) -> Callable[[Node], list[Node]]:
    """A function that gives the `a` elements of each entry.

    They are looked for once for all the entries (told by their `mem_id`, as their parents are) of a holder: a search
    costs as much as ten links. Where an entry holds others, or hardly two share a holder, each is searched on its own.
    """
    if 2 * len(holders) > len(entries):
        return _anchors
    found: dict[int, list[Node]] = {}
    for number, holder in holders.items():
        outside = set(_upward(holder))
        if not outside.isdisjoint(entries):
            return _anchors
        entry_of: dict[int, int | None] = {}
        inside_another = any(other in holders for other in outside if other != number)
        for anchor in () if inside_another else holder.css("a"):
            parent = anchor.parent
            if parent is None or anchor.mem_id in entries:
                return _anchors
            if (place := parent.mem_id) not in entry_of:
                entry_of[place] = next((above for above in _upward(parent) if above in entries), None)
            if (entry := entry_of[place]) is not None:
                found.setdefault(entry, []).append(anchor)
    return lambda node: found.get(node.mem_id, [])


def _anchors(node: Node) -> list[Node]:
    return node.css("a")


def _upward(node: Node) -> Iterator[int]:
    """The `mem_id` of a node and of all that it stands in."""
    above: Node | None = node
    while above is not None:
        yield above.mem_id
        above = above.parent


def words_of(node: Node, anchors: list[Node]) -> Words:
    """Read the words and links (`anchors`) of an element that `prepare` has been over; service links are taken out of
    the tree."""
    links: list[Link] = []
    services: list[str] = []
    for anchor in anchors:
        attributes = anchor.attributes
        href = attributes.get("href") or attributes.get("l:ref")
        if href is None:
            continue
        label = anchor.text()
        links.append(Link(href, label))
        name = _service(label)
        if name is not None:
            if name:
                services.append(name)
            anchor.decompose()
    return Words(clean_text(node.text()), tuple(links), tuple(services))


@lru_cache(maxsize=4096)
def _service(label: str) -> str | None:
    """The service that a link names, "" where it says nothing; None where its words belong to the text."""
    return " ".join(label.split()).strip("[]() ,;|") if names_a_service(label) else None


_SPACES = re.compile(r"\s+([,.;:)\]])(?=[\s,.;:)\]]|$)")
_EMPTY = re.compile(r"[\[(]\s*(?:[|,;/\u00b7-]\s*)*[\])]")
_GAPS = re.compile(r"\s[|\u00b7-](?=\s[|\u00b7-]|$)|\s\|(?=\s)")
_TAIL = " |,;/\u00b7\u2022-\u21b5\u2191\u2013"


def clean_text(text: str) -> str:
    """An entry's words with white space folded, without the brackets and bars that stood around its links."""
    text = " ".join(text.split()).rstrip(_TAIL)
    if ("[" in text and ("[ " in text or "[]" in text or "[," in text)) or "( " in text or "()" in text:
        text = " ".join(_EMPTY.sub(" ", text).split())
    if " - -" in text or "|" in text:
        text = " ".join(_GAPS.sub("", text).split())
    if " ," in text or " ." in text or " ;" in text or " :" in text or " )" in text:
        text = _SPACES.sub(r"\1", text)
    return text.rstrip(_TAIL) if text[-1:] in _TAIL else text


def text_of(node: Node | None) -> str:
    """The words of a node with white space folded and a blank between elements; "" of None."""
    return " ".join(node.text(separator=" ").split()) if node is not None else ""


def inline_text(node: Node | None) -> str:
    """The words of a heading or line: no blank where only an inline element begins (`CO<sub>2</sub>`)."""
    return " ".join(node.text().split()) if node is not None else ""
