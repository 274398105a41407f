"""The reference list of a page of HTML, found by structure: what says it is one, and the repeated parts under it.

Candidates are what follows a heading of references and what is marked as a list by id, class or role; of these the
one with most entries that look like references counts. A list printed twice is therefore read once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from harvester.model import Asserted, RawReference, Span, identifier
from harvester.model.identifier import Identifier
from harvester.notations.headings import ends_references, is_reference_heading
from harvester.notations.html_tree import Node, Tree, Words, text_of, words_of
from harvester.notations.links import identifiers_in, told_better
from harvester.notations.text_lists import looks_like_reference
from harvester.text import word_set

MAX_REFERENCES = 20_000

_MARKED = (
    '[role="doc-bibliography"],ol.references,.ref-list,ol.cit-list,.c-article-references,#references,#bibliography,'
    '[id^="reference" i],[id*="-references" i],[id*="_references" i],[id*="biblio" i],[class*="references" i],'
    '[class*="reference-list" i],[class*="ref-list" i],[class*="reflist" i],[class*="refs-list" i],'
    '[class*="bibliograph" i],'
    '[class*="citation-list" i],[class*="cit-list" i],[class*="reference-content" i],[id*="ref-list" i],'
    '[id*="reflist" i],'
    '[data-title*="references" i],[aria-label*="references" i],[class*="articleReferences" i],[class*="literature" i]'
)
_HEADINGS = "h1,h2,h3,h4,h5,h6"
_HEADING_LIKE = 'p,div,strong,b,span,dt,summary,legend,caption,th,td,font,center,button,a,[role="heading"]'
_OTHER_LISTS = re.compile(
    r"similar|related|recommend|cited-?by|citing|cites-this|trending|most-|suggest|also-(?:read|like)|linked-from|popular|latest"
    r"|\btoc\b|breadcrumb|\bnav|menu|sidebar|author-list|contributor|affiliation|figures?-list|metrics|altmetric|share",
    re.IGNORECASE,
)
_CONTAINERS = word_set("ol ul table tbody dl section article main form fieldset details")
_NEVER_ITEMS = _CONTAINERS | word_set(
    "h1 h2 h3 h4 h5 h6 a span b i em strong script style button nav header footer dt thead td svg img"
)
_NOT_ENTRIES = re.compile(
    r"(?:show|view|see|load|hide|expand|download|export|back to|return to|open|sort|jump)\b.{0,60}$|references?$",
    re.IGNORECASE,
)
_LEVEL = {f"h{n}": n for n in range(1, 7)}


@dataclass(frozen=True, slots=True)
class Item:
    """One entry's node and whether the browser numbers it."""

    node: Node
    numbered: bool


def find_items(tree: Tree) -> tuple[Item, ...]:
    """The entries of the page's reference list in order; nothing where no list is found."""
    best: tuple[Item, ...] = ()
    most = 0
    for candidate in (*_after_headings(tree, _HEADINGS), *_marked(tree)):
        likely = sum(1 for item in candidate if _likely(item.node))
        if likely > most or (likely == most and 0 < len(candidate) < len(best)):
            best, most = candidate, likely
    if not most:
        best = max(_after_headings(tree, _HEADING_LIKE), key=len, default=())
    return best or _unmarked(tree)


def _after_headings(tree: Tree, selector: str) -> Iterator[tuple[Item, ...]]:
    for heading in tree.css(selector):
        title = heading.text()
        if len(title) > 300 or not is_reference_heading(" ".join(title.split())) or _elsewhere(heading):
            continue
        node: Node | None = heading
        for _ in range(4):
            if node is None or node.tag in ("body", "html", "-undef"):
                break
            items = tuple(_under(_followers(node, heading)))
            if any(_likely(item.node) for item in items):
                yield items
                break
            node = node.parent


def _followers(node: Node, heading: Node) -> Iterator[Node]:
    """What follows a heading up to the next heading of its level or a heading that ends the list."""
    level = _LEVEL.get(heading.tag or "", 7)
    following = node.next
    while following is not None:
        if following.is_element_node:
            inner = following if following.tag in _LEVEL else following.css_first(_HEADINGS)
            if inner is not None and _ends(inner, level, following):
                return
            yield following
        following = following.next


def _ends(inner: Node, level: int, holder: Node) -> bool:
    title = " ".join(inner.text().split())
    if is_reference_heading(title):
        return False
    at_level = _LEVEL[inner.tag or "h6"] <= level
    opens = inner.mem_id == holder.mem_id or text_of(holder).startswith(title)
    return bool(title) and opens and (at_level or ends_references(title))


def _marked(tree: Tree) -> Iterator[tuple[Item, ...]]:
    seen: set[int] = set()
    for node in tree.css(_MARKED):
        if (
            node.tag in ("html", "body", "head", "a", "link", "meta", "script")
            or node.mem_id in seen
            or _elsewhere(node)
        ):
            continue
        items = tuple(_under(iter((node,)))) if node.tag != "li" else ()
        if items:
            seen.update(child.mem_id for child in node.css(_MARKED))
            yield items


def _elsewhere(node: Node) -> bool:
    """Whether a node stands in a list of other works: similar articles, citing articles, navigation."""
    above: Node | None = node
    for _ in range(12):
        if above is None or above.tag in ("body", "html", "article", "main"):
            return False
        if above.tag in ("nav", "aside", "header") or _OTHER_LISTS.search(_marks(above)):
            return above.tag != "aside" or "reference" not in _marks(above).lower()
        above = above.parent
    return False


def _marks(node: Node) -> str:
    attributes = node.attributes
    return f"{attributes.get('id') or ''} {attributes.get('class') or ''}"


def _under(nodes: Iterator[Node]) -> Iterator[Item]:
    """The entries in some neighbouring nodes: a repeated part of which most look like references, or what is deeper."""
    stack = [list(nodes)]
    while stack:
        level = stack.pop()
        for position, (node, items) in enumerate(_groups(level)):
            if items:
                yield from items
            elif node is not None and len(stack) < 40 and not _skipped(node):
                stack.append([n for n, _ in _groups(level)[position + 1 :] if n is not None])
                stack.append([child for child in node.iter() if child.is_element_node])
                break


def _groups(level: list[Node]) -> list[tuple[Node | None, tuple[Item, ...]]]:
    """The level cut into runs of entries of one tag and single nodes to look into."""
    by_tag: dict[str, list[Node]] = {}
    for node in level:
        if node.tag and node.tag not in _NEVER_ITEMS:
            by_tag.setdefault(node.tag, []).append(node)
    best = max(by_tag.items(), key=lambda pair: sum(map(_likely, pair[1])), default=("", []))
    likely = [node for node in best[1] if _likely(node)]
    if likely and len(likely) * 2 >= len(best[1]) and not any(_holds_several(node) for node in likely[:3]):
        items = _trimmed(best[0], best[1])
        rest: list[tuple[Node | None, tuple[Item, ...]]] = [(None, items)]
        kept = {item.node.mem_id for item in items}
        others = [node for node in level if node.tag in _CONTAINERS or (node.tag == "div" and best[0] != "div")]
        return rest + [(node, ()) for node in others if node.mem_id not in kept]
    return [(node, ()) for node in level]


def _trimmed(tag: str, nodes: list[Node]) -> tuple[Item, ...]:
    """The group without what is no entry; of paragraphs and the like also without what stands before and after them."""
    if tag != "li":
        likely = [i for i, node in enumerate(nodes) if _likely(node)]
        nodes = nodes[likely[0] : likely[-1] + 1] if tag in ("p", "td", "tr") else nodes
    return tuple(Item(node, _numbered(node)) for node in nodes if _is_entry(node))


def _numbered(node: Node) -> bool:
    return node.tag == "li" and node.parent is not None and node.parent.tag == "ol"


def _is_entry(node: Node) -> bool:
    text = text_of(node)
    return len(text) > 12 and any(c.isalpha() for c in text) and not _NOT_ENTRIES.match(text)


def _likely(node: Node) -> bool:
    if node.tag in _NEVER_ITEMS:
        return False
    return looks_like_reference(text_of(node)[:4001])


def _holds_several(node: Node) -> bool:
    """Whether an apparent entry is a wrapper around several."""
    if node.tag == "li":
        return False
    inner = [child for child in node.css("li") if _likely(child)]
    if len(inner) > 1:
        return True
    children = [child for child in node.iter() if child.is_element_node and child.tag == "p"]
    return sum(map(_likely, children)) > 1


def _skipped(node: Node) -> bool:
    return node.tag in ("nav", "script", "style", "svg", "form") or bool(_OTHER_LISTS.search(_marks(node)))


def _unmarked(tree: Tree) -> tuple[Item, ...]:
    """A list without heading or mark: at least three entries that mostly cite volume and page or link to a work."""
    best: tuple[Item, ...] = ()
    for node in tree.css("ol,ul"):
        if _elsewhere(node) or any(is_in(node, item.node) for item in best):
            continue
        entries = tuple(Item(c, node.tag == "ol") for c in node.iter() if c.tag == "li" and _is_entry(c))
        strong = sum(1 for item in entries if _STRONG.search(text_of(item.node)))
        if len(entries) >= 3 and strong * 10 >= len(entries) * 7 and len(entries) > len(best):
            best = entries
    return best


_STRONG = re.compile(
    r"(?:1[89]|20)\d\d\b.{0,60}\d\s?(?:\(\S{1,12}\))?\s?[:,]\s?(?:pp?\.\s?)?[eSs]?\d|10\.\d{4,9}/|PMID", re.DOTALL
)


def is_in(node: Node, holder: Node) -> bool:
    """Whether a node is another one or stands inside it."""
    above: Node | None = node
    while above is not None:
        if above.mem_id == holder.mem_id:
            return True
        above = above.parent
    return False


_LABEL = re.compile(r"(?:\[(\d{1,4}[a-z]?)\]|\((\d{1,3})\)|(\d{1,4})[.)](?!\d)|(\d{1,4})(?=\s))\s*", re.ASCII)
_ARROWS = re.compile(r"^(?:[\u21b5\u2191\u21a9\^*\u2022]\s*)+")


def references_of(items: tuple[Item, ...], source: str, own: tuple[Identifier, ...]) -> tuple[RawReference, ...]:
    """The entries as references; identifiers that are the page's own are none of theirs."""
    references: list[RawReference] = []
    cursor = 0
    refused = frozenset(own)
    for item in items[:MAX_REFERENCES]:
        words = words_of(item.node.html or "")
        if not words.text:
            continue
        span, cursor = _span(source, words, cursor)
        references.append(_reference(len(references) + 1, item, words, span, refused))
    return tuple(references)


def _reference(
    ordinal: int, item: Item, words: Words, span: Span | None, refused: frozenset[Identifier]
) -> RawReference:
    text = _ARROWS.sub("", words.text)
    label = ""
    match = _LABEL.match(text)
    if match and (match.group(4) is None or match.group(4) == str(ordinal)) and match.end() < len(text):
        label = next(group for group in match.groups() if group)
        text = _ARROWS.sub("", text[match.end() :])
    elif item.numbered:
        label = str(ordinal)
    asserted = tuple(a for a in _asserted(words, text, span) if a.identifier not in refused)
    return RawReference(ordinal, label, text, asserted, tuple(words.services), span)


def _asserted(words: Words, text: str, span: Span | None) -> Iterator[Asserted]:
    """What links say, then what the words say; a DOI in the words that a link shows to be cut or glued is left to
    the link."""
    said: dict[Identifier, Asserted] = {}
    for link in words.links:
        for found in identifiers_in(link.href, link.label):
            said.setdefault(found, Asserted(found, "link", span))
    linked = tuple(said)
    for f in identifier.find(text):
        if not told_better(f.identifier, linked):
            said.setdefault(f.identifier, Asserted(f.identifier, "label" if f.labelled else "text", span))
    yield from said.values()


def _span(source: str, words: Words, cursor: int) -> tuple[Span | None, int]:
    """Where the entry stands in the source: around its first and last run of plain characters, tag to tag."""
    first, last = words.anchors
    start = source.find(first, cursor) if first else -1
    if start < 0:
        return None, cursor
    end = source.find(last, start)
    if end < 0 or end - start > 60_000:
        end, last = start, first
    end += len(last)
    return Span(max(source.rfind("<", 0, start), cursor), _tag_end(source, end)), end


def _tag_end(source: str, position: int) -> int:
    end = source.find(">", position, position + 3000)
    return end + 1 if end >= 0 else position
