"""The reference list of a page of HTML, found by structure: what says it is one, and the repeated parts under it.

Candidates are what follows a heading of references and what is marked as a list by id, class or role; of these the one
with most entries counts. A list printed twice is therefore read once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from harvester.pages.headings import ends_references, heads_other_works, is_ambiguous, is_reference_heading
from harvester.pages.html.list_ends import trimmed
from harvester.pages.html.tree import Node, Tree, inline_text, text_of
from harvester.pages.text.printed_lists import looks_like_reference
from harvester.text import word_set

_MARKED = (
    '[role="doc-bibliography"],ol.references,.ref-list,ol.cit-list,.c-article-references,#references,#bibliography,'
    '[id^="reference" i],[id*="-references" i],[id*="_references" i],[id*="biblio" i],[class*="references" i],'
    '[class*="reference-list" i],[class*="ref-list" i],[class*="reflist" i],[class*="refs-list" i],'
    '[class*="bibliograph" i],[class*="citation-list" i],[class*="cit-list" i],[class*="reference-content" i],'
    '[id*="ref-list" i],[id*="reflist" i],[data-title*="references" i],[aria-label*="references" i],'
    '[class*="articleReferences" i],[class*="literature" i]'
)
_HEADINGS = "h1,h2,h3,h4,h5,h6"
_HEADING_LIKE = 'p,div,strong,b,span,dt,summary,legend,caption,th,td,font,center,button,a,[role="heading"]'
_OTHER_LISTS = re.compile(
    r"similar|related|recommend|cited-?by|citing|cites-this|trending|most-|suggest|also-(?:read|like)|linked-from|popular"
    r"|latest|\btoc\b(?!-section)|breadcrumb|\bnav|menu|sidebar|(?:^|\s)comment(?:s|-?list|s-list)(?:\s|$)|author-list"
    r"|contributor|affiliation|figures?-list|metrics|share",
    re.IGNORECASE,
)
_OWN_IDS = word_set("references reference-list ref-list reflist bibliography")
"""Ids that say it, whatever the classes beside them are about (navigation, sharing)."""
_CONTAINERS = word_set("ol ul table tbody dl section article main form fieldset details")
_NEVER_ITEMS = word_set(
    "h1 h2 h3 h4 h5 h6 a span b i em strong script style button nav header footer dt thead td svg img"
)
_PARTS = _CONTAINERS | word_set("p div li dd tr")
_MOST_WRAPPERS = 12
_TITLE_LIKE = word_set("p div strong b center dt font span a button br hr")
_NO_WORDS = word_set("address footer nav form script style")
_LEVEL = {f"h{n}": n for n in range(1, 7)}
_ENOUGH = 3
_SAMPLE = 8
_FIRST_FEW = 5
_MOST_HEADINGS = 12
_MOST_RUNS = 12
_LONGEST_TITLE = 60
_NO_LETTERS = re.compile(r"[\W\d_]+")
_NUMBERS = re.compile(r"(?:^|\s)\[?(\d{1,3})[.\])]\s+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry's node and whether the browser numbers it."""

    node: Node
    numbered: bool


@dataclass(slots=True)
class _Looked:
    """Which nodes look like a reference: each is looked at once."""

    seen: dict[int, bool] = field(default_factory=dict)

    def likely(self, node: Node) -> bool:
        known = self.seen.get(node.mem_id)
        if known is None:
            text = node.text(separator=" ", strip=True) if node.tag not in _NEVER_ITEMS else ""
            known = self.seen[node.mem_id] = len(text) < 6000 and looks_like_reference(" ".join(text.split()))
        return known

    def share(self, nodes: list[Node]) -> float:
        """The part of these nodes that looks like references, from a sample."""
        step = max(1, len(nodes) // _SAMPLE)
        sample = nodes[::step]
        return sum(map(self.likely, sample)) / len(sample) if sample else 0.0


def find_items(tree: Tree) -> tuple[Item, ...]:
    """The entries of the page's reference list in order; nothing where no list is found."""
    look = _Looked()
    lists = _under_the_surest(tuple(_after_headings(tree, _HEADINGS, look)))
    best = _joined(lists) if len(lists) > 1 else max(lists, key=len, default=())
    if len(best) >= _ENOUGH:
        return best
    best = max((best, *_marked(tree, look)), key=len)
    if best:
        return best
    if _names_references(tree):
        best = max((found for _, found in _after_headings(tree, _HEADING_LIKE, look)), key=len, default=())
    return best


def _under_the_surest(lists: tuple[tuple[str, tuple[Item, ...]], ...]) -> tuple[tuple[Item, ...], ...]:
    """The lists without those under "Citations" where another heading is plainer: it then means citing articles."""
    sure = tuple(
        items for heading, items in lists if not is_ambiguous(heading) or "references" in _marks(items[0].node.parent)
    )
    return sure or tuple(items for _, items in lists)


def _joined(lists: tuple[tuple[Item, ...], ...]) -> tuple[Item, ...]:
    """Several lists under headings of references one after another, without those that say what another has said."""
    chosen: dict[int, tuple[Item, ...]] = {}
    said: set[str] = set()
    for number in sorted(range(len(lists)), key=lambda n: (-len(lists[n]), -_dois(lists[n]))):
        keys = {_key(item.node) for item in lists[number]}
        told = any(_in_other_words(lists[number], before) for before in chosen.values())
        if not told and len(keys & said) * 3 <= len(keys):
            chosen[number] = lists[number]
            said |= keys
    return tuple(item for number in sorted(chosen) for item in chosen[number])


def _dois(items: tuple[Item, ...]) -> int:
    return sum("10." in (item.node.html or "") for item in items)


def _in_other_words(items: tuple[Item, ...], others: tuple[Item, ...]) -> bool:
    """Whether a list says in another language or script what another has said: the same years in the same order."""
    if len(items) != len(others) or len(items) < _ENOUGH:
        return False
    pairs = [
        (_YEAR.findall(text_of(a.node)), _YEAR.findall(text_of(b.node))) for a, b in zip(items, others, strict=True)
    ]
    same = sum(bool(set(a) & set(b)) for a, b in pairs)
    return same * 10 >= 9 * len(pairs) and len({year for a, _ in pairs for year in a}) >= _ENOUGH


_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def _key(node: Node) -> str:
    return _NO_LETTERS.sub("", node.text()[:400])[:40].casefold()


def reference_blocks(tree: Tree) -> Iterator[list[Node]]:
    """What follows each heading of references, as nodes: for lists whose entries are no elements of their own."""
    selectors = (_HEADINGS, _HEADING_LIKE) if _names_references(tree) else (_HEADINGS,)
    for selector in selectors:
        for heading in islice(_reference_headings(tree, selector), _MOST_HEADINGS):
            node: Node | None = heading
            for _ in range(3):
                blocks = [n for n in _following(node, heading) if n.tag not in _NO_WORDS] if node is not None else []
                if any(len(_words(block)) > 60 for block in blocks):
                    yield blocks
                    break
                node = node.parent if node is not None else None


def _words(node: Node) -> str:
    return (node.text_content or "") if node.is_text_node else node.text()


def _names_references(tree: Tree) -> bool:
    """Whether any element's own words are a heading of references."""
    lines = tree.body.text(separator="\n").split("\n") if tree.body is not None else []
    return any(is_reference_heading(line) for line in lines if 4 <= len(line) < 60 and not line.isspace())


def _after_headings(tree: Tree, selector: str, look: _Looked) -> Iterator[tuple[str, tuple[Item, ...]]]:
    for heading in islice(_reference_headings(tree, selector), _MOST_HEADINGS):
        node: Node | None = heading
        for _ in range(4):
            if node is None or node.tag in ("body", "html", "-undef"):
                break
            items = tuple(_under(list(_followers(node, heading)), look))
            if _run_together(items):
                break
            if items:
                yield inline_text(heading), items
                break
            node = node.parent


def _run_together(items: tuple[Item, ...]) -> bool:
    """Whether a few elements hold more references than they are: their numbers rise further than the elements count."""
    if not items or len(items) > _MOST_RUNS or items[0].node.tag == "li":
        return False
    number = 1
    for found in _NUMBERS.finditer(" ".join(text_of(item.node) for item in items)):
        number += int(found.group(1)) == number
    return number - 1 > len(items)


def _reference_headings(tree: Tree, selector: str) -> Iterator[Node]:
    for heading in tree.css(selector):
        title = heading.text()
        if 3 < len(title) < 300 and is_reference_heading(" ".join(title.split())) and not _elsewhere(heading):
            yield heading


def _followers(node: Node, heading: Node) -> Iterator[Node]:
    """The elements that follow a heading."""
    return (following for following in _following(node, heading) if following.is_element_node)


def _following(node: Node, heading: Node) -> Iterator[Node]:
    """What follows a heading, words without an element among it, up to the next heading of its level or a heading that
    ends the list."""
    level, begun = _LEVEL.get(heading.tag or "", 7), False
    following = node.next
    while following is not None:
        if following.is_element_node:
            inner = following if following.tag in _LEVEL else following.css_first(_HEADINGS)
            if inner is not None and _ends(inner, level, following):
                return
            title = following.text() if following.tag in _TITLE_LIKE else ""
            if begun and 3 < len(title) < _LONGEST_TITLE and ends_references(inline_text(following)):
                return
            begun = begun or following.tag not in _TITLE_LIKE or len(title) > _LONGEST_TITLE
        if following.is_element_node or following.is_text_node:
            yield following
        following = following.next


def _ends(inner: Node, level: int, holder: Node) -> bool:
    title = inline_text(inner)
    if not title or not _opens(inner, holder):
        return False
    return is_reference_heading(title) or (_LEVEL[inner.tag or "h6"] <= level or ends_references(title))


def _opens(inner: Node, holder: Node) -> bool:
    """Whether nothing but white space stands in the holder before the inner node."""
    node: Node | None = inner
    while node is not None and node.mem_id != holder.mem_id:
        before = node.prev
        while before is not None:
            if before.is_element_node or (before.is_text_node and (before.text_content or "").strip()):
                return False
            before = before.prev
        node = node.parent
    return True


def _marked(tree: Tree, look: _Looked) -> Iterator[tuple[Item, ...]]:
    seen: set[int] = set()
    for node in tree.css(_MARKED):
        if node.tag in _UNMARKABLE or node.mem_id in seen or _elsewhere(node):
            continue
        items = tuple(_under([node], look))
        if items:
            seen.update(child.mem_id for child in node.css(_MARKED))
            yield items


_UNMARKABLE = word_set("html body head a link meta script li")


def _elsewhere(node: Node) -> bool:
    """Whether a node stands in a list of other works: similar articles, citing articles, navigation."""
    above: Node | None = node
    for _ in range(12):
        if above is None or above.tag in ("body", "html", "article", "main"):
            return False
        marked = above.tag in ("nav", "aside", "header") or _OTHER_LISTS.search(_marks(above))
        if marked and (above.id or "").lower() not in _OWN_IDS:
            return above.tag != "aside" or "reference" not in _marks(above).lower()
        above = above.parent
    return False


def _marks(node: Node | None) -> str:
    attributes = node.attributes if node is not None else {}
    return f"{attributes.get('id') or ''} {attributes.get('class') or ''}"


def _under(nodes: list[Node], look: _Looked) -> Iterator[Item]:
    """The entries in some neighbouring nodes, in order: those of the tag that most are of (a table of footnotes behind
    a list of references holds none)."""
    groups = tuple(_groups(nodes, look))
    counts: dict[str | None, int] = {}
    for group in groups:
        counts[group[0].tag] = counts.get(group[0].tag, 0) + len(group)
    most = max(counts, key=lambda tag: counts[tag], default="")
    return (Item(node, _numbered(node)) for group in groups if group[0].tag == most for node in group)


def _groups(nodes: list[Node], look: _Looked) -> Iterator[list[Node]]:
    """Repeated parts of which most look like references, in some neighbouring nodes or deeper."""
    stack = [(nodes, True)]
    while stack:
        level, is_new = stack.pop()
        group = _group(level, look) if is_new else []
        if group:
            kept = {node.mem_id for node in group}
            yield group
            level = [node for node in level if node.tag in _CONTAINERS and node.mem_id not in kept]
        for position, node in enumerate(level):
            if len(stack) < 40 and not _skipped(node):
                children = [child for child in node.iter() if child.is_element_node]
                if children:
                    stack.append((level[position + 1 :], False))
                    stack.append((children, True))
                    break


def _group(level: list[Node], look: _Looked) -> list[Node]:
    """The nodes of one tag of which most look like references; none where a level only wraps what is deeper."""
    by_tag: dict[str, list[Node]] = {}
    for node in level:
        if node.tag and node.tag not in _NEVER_ITEMS:
            by_tag.setdefault(node.tag, []).append(node)
    for tag, nodes in sorted(by_tag.items(), key=lambda pair: -len(pair[1])):
        if tag in _CONTAINERS and len(nodes) < _ENOUGH:
            continue
        if look.share(nodes) >= 0.5 and not _wrappers(nodes[:_FIRST_FEW], look):
            return trimmed(tag, nodes, look.likely)
    return []


def _numbered(node: Node) -> bool:
    return node.tag == "li" and node.parent is not None and node.parent.tag == "ol"


def _wrappers(nodes: list[Node], look: _Looked) -> bool:
    """Whether apparent entries are wrappers around several each."""
    return sum(_holds_several(node, look) for node in nodes) * 2 >= len(nodes)


def _holds_several(node: Node, look: _Looked) -> bool:
    if node.tag == "li":
        return False
    if sum(map(look.likely, node.css("li")[:20])) > 1:
        return True
    for _ in range(_MOST_WRAPPERS):
        likely = [child for child in islice(node.iter(), 20) if child.tag in _PARTS and look.likely(child)]
        if len(likely) != 1:
            return len(likely) > 1
        node = likely[0]
    return False


def _skipped(node: Node) -> bool:
    if node.tag in ("nav", "script", "style", "svg", "form"):
        return True
    return bool(_OTHER_LISTS.search(_marks(node))) and (node.id or "").lower() not in _OWN_IDS


_STRONG = re.compile(
    r"(?:1[89]|20)\d\d\b.{0,60}\d\s?(?:\(\S{1,12}\))?\s?[:,]\s?(?:pp?\.\s?)?[eSs]?\d|10\.\d{4,9}/|PMID", re.DOTALL
)


def find_unmarked(tree: Tree) -> tuple[Item, ...]:
    """A list without heading or mark: at least three entries that mostly cite volume and page or link to a work.

    For pages that are known to be of an article: on others such a list is of publications, results or news.
    """
    look = _Looked()
    best: tuple[Item, ...] = ()
    for node in tree.css("ol,ul"):
        entries = [child for child in node.iter() if child.tag == "li"]
        if (
            len(entries) < max(_ENOUGH, len(best) + 1)
            or look.share(entries) < 0.7
            or _elsewhere(node)
            or _under_another_heading(node)
        ):
            continue
        strong = sum(1 for entry in entries if _STRONG.search(text_of(entry)))
        if strong * 10 >= len(entries) * 7 and not any(_is_in(node, item.node) for item in best[:1]):
            best = tuple(Item(entry, node.tag == "ol") for entry in entries)
    return best


def _under_another_heading(node: Node) -> bool:
    """Whether the heading nearest above a list says that it is of other works."""
    above: Node | None = node
    for _ in range(5):
        if above is None or above.tag in ("body", "html"):
            return False
        before = above.prev
        while before is not None:
            if before.is_element_node:
                heading = before if before.tag in _LEVEL else before.css_first(_HEADINGS)
                heading = before if heading is None and len(before.text()) < _LONGEST_TITLE else heading
                if heading is not None and heading.text(strip=True):
                    return heads_other_works(heading.text())
            before = before.prev
        above = above.parent
    return False


def _is_in(node: Node, holder: Node) -> bool:
    above: Node | None = node
    while above is not None:
        if above.mem_id == holder.mem_id:
            return True
        above = above.parent
    return False
