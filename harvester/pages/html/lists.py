"""The reference list of a page of HTML, found by structure: a heading or mark that names it, and repeated parts below.

Candidates are what follows a heading of references and what is marked as a list by id, class or role; the one with
most entries counts. A list printed twice is therefore read once. Notes, dates of receipt and key words in the same
markup as the entries do not belong to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise

from harvester.pages.evidence import looks_like_reference
from harvester.pages.headings import ends_references, heads_other_works, is_ambiguous, is_reference_heading
from harvester.pages.html.tree import Node, Tree, inline_text, text_of
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
"""Ids that name a list, whatever the classes beside them say (navigation, sharing)."""
_CONTAINERS = word_set("ol ul table tbody dl section article main form fieldset details")
_NEVER_ITEMS = word_set(
    "h1 h2 h3 h4 h5 h6 a span b i em strong script style button nav header footer dt thead td svg img"
)
_PARTS = _CONTAINERS | word_set("p div li dd tr")
_TITLE_LIKE = word_set("p div strong b center dt font span a button br hr")
_NO_WORDS = word_set("address footer nav form script style")
_NO_LISTS = word_set("nav script style svg form")
_UNMARKABLE = word_set("html body head a link meta script li")
_LEVEL = {f"h{n}": n for n in range(1, 7)}

_ENOUGH = 3
"""The fewest entries of a list: one or two may be anything that looks like a reference."""

_SAMPLE = 8
"""Entries, spread over the list, that are examined to judge all of them."""

_FIRST_FEW = 5
"""Entries that are searched for entries inside: a wrapper shows from the first one on."""

_MOST_WRAPPERS = 12
"""Nested elements that are opened to see whether an entry holds several; a bound, since pages may nest without end."""

_MOST_HEADINGS = 12
"""Headings of references that are followed: a page of many chapters has one list each, a page of tables has more."""

_MOST_RUNS = 12
"""Elements that may be a list run together: such a list is one paragraph, or one for each printed page."""

_LONGEST_TITLE = 60
"""Characters of a line that may be a heading: no phrase in the tables of headings is longer."""

_BEGINNING = 400
"""Characters at the start of an entry that hold its number, authors and year."""

_LONGEST_ENTRY = 6_000
"""Characters; an entry is shorter, even one with its abstract or an annotation. A longer text is a section."""

_DEEPEST = 40
"""Lists of nodes still to be opened, two a level: a bound, since each level is searched again."""

_NO_LETTERS = re.compile(r"[\W\d_]+")
_NUMBERS = re.compile(r"(?:^|\s)\[?(\d{1,3})[.\])]\s+(?=[^\W\d_])")
_NUMBER = re.compile(r"\W{0,3}(\d{1,4})\b")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NAMES_A_REFERENCE = re.compile(r"ref|bib|cit", re.IGNORECASE)
_AUTHOR_YEAR = re.compile(
    r"[^\W\d_][\w'\u2019-]+(?:, (?:[^\W\d_]\.[ ,&]{0,3}){1,40}[^()]{0,200}\((?:1[5-9]|20)\d\d[a-z]?\)"
    r"|(?: [^\W\d_][\w'\u2019-]+)? [A-Z]{1,3}[,.] .{0,340}\b(?:1[5-9]|20)\d\d\b)"
)
_STRONG = re.compile(
    r"(?:1[89]|20)\d\d\b.{0,60}\d\s?(?:\(\S{1,12}\))?\s?[:,]\s?(?:pp?\.\s?)?[eSs]?\d|10\.\d{4,9}/|PMID", re.DOTALL
)
"""A year followed by volume and page, or an identifier: search results, news and menus have none."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry's node and whether the browser numbers it."""

    node: Node
    numbered: bool


@dataclass(slots=True)
class _Looks:
    """Which nodes look like a reference; each is examined once."""

    seen: dict[int, bool] = field(default_factory=dict)

    def likely(self, node: Node) -> bool:
        """Whether a node's words look like a reference."""
        answer = self.seen.get(node.mem_id)
        if answer is None:
            text = node.text(separator=" ", strip=True) if node.tag not in _NEVER_ITEMS else ""
            answer = len(text) < _LONGEST_ENTRY and looks_like_reference(" ".join(text.split()))
            self.seen[node.mem_id] = answer
        return answer

    def share(self, nodes: list[Node]) -> float:
        """The share of these nodes that looks like references, from a sample."""
        step = max(1, len(nodes) // _SAMPLE)
        sample = nodes[::step]
        return sum(map(self.likely, sample)) / len(sample) if sample else 0.0

    def holds_several(self, node: Node) -> bool:
        """Whether an apparent entry is a wrapper around several."""
        if node.tag == "li":
            return False
        if sum(map(self.likely, node.css("li")[:20])) > 1:
            return True
        for _ in range(_MOST_WRAPPERS):
            likely = [child for child in islice(node.iter(), 20) if child.tag in _PARTS and self.likely(child)]
            if len(likely) != 1:
                return len(likely) > 1
            node = likely[0]
        return False


def find_items(tree: Tree) -> tuple[Item, ...]:
    """The entries of the page's reference list in order; none if there is no list."""
    looks = _Looks()
    lists = list(_after_headings(tree, _HEADINGS, looks))
    # "Citations" heads the citing articles if there is a plainer heading of references.
    plain = [
        items for heading, items in lists if not is_ambiguous(heading) or "references" in _marks(items[0].node.parent)
    ]
    best = _joined(plain or [items for _, items in lists])
    if len(best) >= _ENOUGH:
        return best
    seen: set[int] = set()
    for node in tree.css(_MARKED):
        if node.tag in _UNMARKABLE or node.mem_id in seen or _elsewhere(node):
            continue
        if items := _under([node], looks):
            # A marked element inside a marked element is the same list, or a part of it.
            seen.update(child.mem_id for child in node.css(_MARKED))
            best = max(best, items, key=len)
    if not best and _names_references(tree):
        best = max((items for _, items in _after_headings(tree, _HEADING_LIKE, looks)), key=len, default=())
    return best


def _joined(lists: list[tuple[Item, ...]]) -> tuple[Item, ...]:
    """Several lists under headings of references one after another, without those that repeat another: a page may
    print its list twice, short and in full, or in another language or script."""
    if len(lists) < 2:
        return lists[0] if lists else ()
    chosen: dict[int, tuple[Item, ...]] = {}
    chosen_keys: set[str] = set()
    dois = [sum("10." in (item.node.html or "") for item in items) for items in lists]
    # The longest first; of two with the same length the one with more DOIs.
    for number in sorted(range(len(lists)), key=lambda n: (-len(lists[n]), -dois[n])):
        items = lists[number]
        keys = {_NO_LETTERS.sub("", item.node.text()[:400])[:40].casefold() for item in items}
        if len(keys & chosen_keys) * 3 > len(keys):
            continue
        # A translated list has the same years in the same order; nine of ten, since a year may be misprinted.
        translated = False
        for other in chosen.values():
            if len(items) != len(other) or len(items) < _ENOUGH:
                continue
            years = [set(_YEAR.findall(text_of(item.node))) for item in items]
            same = sum(
                bool(mine.intersection(_YEAR.findall(text_of(its.node))))
                for mine, its in zip(years, other, strict=True)
            )
            translated |= same * 10 >= 9 * len(items) and len(set().union(*years)) >= _ENOUGH
        if not translated:
            chosen[number] = items
            chosen_keys |= keys
    return tuple(item for number in sorted(chosen) for item in chosen[number])


def reference_blocks(tree: Tree) -> Iterator[list[Node]]:
    """The nodes behind each heading of references: for lists whose entries are not elements of their own."""
    selectors = (_HEADINGS, _HEADING_LIKE) if _names_references(tree) else (_HEADINGS,)
    for selector in selectors:
        for heading in islice(_reference_headings(tree, selector), _MOST_HEADINGS):
            node: Node | None = heading
            # The words may follow the heading itself or an element around it: a bold line in a paragraph in a box.
            for _ in range(3):
                blocks = [n for n in _following(node, heading) if n.tag not in _NO_WORDS] if node is not None else []
                words = ((block.text_content or "") if block.is_text_node else block.text() for block in blocks)
                # A reference has more than 60 characters; less may be a button.
                if any(len(text) > 60 for text in words):
                    yield blocks
                    break
                node = node.parent if node is not None else None


def _names_references(tree: Tree) -> bool:
    """Whether the own words of any element are a heading of references."""
    lines = tree.body.text(separator="\n").split("\n") if tree.body is not None else []
    return any(is_reference_heading(line) for line in lines if 4 <= len(line) < 60 and not line.isspace())


def _after_headings(tree: Tree, selector: str, looks: _Looks) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The entries under each heading of references, with the heading's words."""
    for heading in islice(_reference_headings(tree, selector), _MOST_HEADINGS):
        node: Node | None = heading
        # The list may follow the heading itself or an element around it; four levels up is the article.
        for _ in range(4):
            if node is None or node.tag in ("body", "html", "-undef"):
                break
            items = _under([n for n in _following(node, heading) if n.is_element_node], looks)
            if items and len(items) <= _MOST_RUNS and items[0].node.tag != "li":
                # A few elements whose numbers rise further than the elements count are a list run together.
                number = 1
                for found in _NUMBERS.finditer(" ".join(text_of(item.node) for item in items)):
                    number += int(found.group(1)) == number
                if number - 1 > len(items):
                    break
            if items:
                yield inline_text(heading), items
                break
            node = node.parent


def _reference_headings(tree: Tree, selector: str) -> Iterator[Node]:
    for heading in tree.css(selector):
        title = heading.text()
        if 3 < len(title) < 300 and is_reference_heading(" ".join(title.split())) and not _elsewhere(heading):
            yield heading


def _following(node: Node, heading: Node) -> Iterator[Node]:
    """What follows a heading, words without an element among it, up to the next heading of its level or a heading that
    ends the list."""
    level, begun = _LEVEL.get(heading.tag or "", 7), False  # a line that only looks like a heading has the lowest level
    following = node.next
    while following is not None:
        if following.is_element_node:
            inner = following if following.tag in _LEVEL else following.css_first(_HEADINGS)
            title = inline_text(inner)
            if inner is not None and title and _opens(inner, following):
                is_higher = _LEVEL[inner.tag or "h6"] <= level
                if is_higher or is_reference_heading(title) or ends_references(title):
                    return
            words = following.text() if following.tag in _TITLE_LIKE else ""
            if begun and 3 < len(words) < _LONGEST_TITLE and ends_references(inline_text(following)):
                return
            # A line right under the heading ("Notes", a button) does not end a list that has not begun.
            begun = begun or following.tag not in _TITLE_LIKE or len(words) > _LONGEST_TITLE
        if following.is_element_node or following.is_text_node:
            yield following
        following = following.next


def _opens(inner: Node, holder: Node) -> bool:
    """Whether the holder has only white space before the inner node."""
    node: Node | None = inner
    while node is not None and node.mem_id != holder.mem_id:
        before = node.prev
        while before is not None:
            if before.is_element_node or (before.is_text_node and (before.text_content or "").strip()):
                return False
            before = before.prev
        node = node.parent
    return True


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


def _under(nodes: list[Node], looks: _Looks) -> tuple[Item, ...]:
    """The entries in some neighbouring nodes, in order: repeated parts of which most look like references, in these
    nodes or deeper."""
    groups: list[list[Node]] = []
    stack = [(nodes, True)]
    while stack:
        level, is_new = stack.pop()
        group: list[Node] = []
        by_tag: dict[str, list[Node]] = {}
        for node in level if is_new else ():
            if node.tag and node.tag not in _NEVER_ITEMS:
                by_tag.setdefault(node.tag, []).append(node)
        for tag, same in sorted(by_tag.items(), key=lambda pair: -len(pair[1])):
            # One or two lists or tables are not entries but contain them.
            if tag in _CONTAINERS and len(same) < _ENOUGH:
                continue
            if looks.share(same) >= 0.5:
                few = same[:_FIRST_FEW]
                # If half of them hold several, this level only wraps a deeper one.
                if sum(map(looks.holds_several, few)) * 2 < len(few):
                    group = _trimmed(tag, same, looks)
                    break
        if group:
            kept = {node.mem_id for node in group}
            groups.append(group)
            level = [node for node in level if node.tag in _CONTAINERS and node.mem_id not in kept]
        for position, node in enumerate(level):
            if len(stack) >= _DEEPEST or node.tag in _NO_LISTS:
                continue
            if _OTHER_LISTS.search(_marks(node)) and (node.id or "").lower() not in _OWN_IDS:
                continue
            if children := [child for child in node.iter() if child.is_element_node]:
                stack.append((level[position + 1 :], False))
                stack.append((children, True))
                break
    # Only the nodes with the most frequent tag: a table of footnotes behind the list is not an entry.
    counts: dict[str | None, int] = {}
    for group in groups:
        counts[group[0].tag] = counts.get(group[0].tag, 0) + len(group)
    most = max(counts, key=lambda tag: counts[tag], default="")
    return tuple(
        Item(node, node.tag == "li" and node.parent is not None and node.parent.tag == "ol")
        for group in groups
        if group[0].tag == most
        for node in group
    )


def _trimmed(tag: str, nodes: list[Node], looks: _Looks) -> list[Node]:
    """The nodes without those that are other paragraphs, rows or boxes: not marked or numbered as the others are
    (annotations stand between), or at the ends and nothing like a reference."""
    if tag not in ("p", "tr", "div") or len(nodes) == 1:
        return nodes
    # A class, or a stem of ids, that seven in ten have is the entries'; for paragraphs only if it names references.
    stems: list[set[str]] = []
    for node in nodes:
        attributes = node.attributes
        stem = _NO_LETTERS.sub("", attributes.get("id") or "")
        stems.append({*(attributes.get("class") or "").split(), f"#{stem}"} - {"#"})
    counts: dict[str, int] = {}
    for each in stems:
        for stem in each:
            counts[stem] = counts.get(stem, 0) + 1
    mark = max(counts, key=lambda stem: (counts[stem], stem), default="")
    if mark and counts[mark] * 10 >= 7 * len(nodes) and (tag == "div" or _NAMES_A_REFERENCE.search(mark)):
        return [node for node, each in zip(nodes, stems, strict=True) if mark in each]
    # Those that begin with a number, if the numbers rise by one and seven in ten have one.
    numbers = [(int(match.group(1)), node) for node in nodes if (match := _NUMBER.match(text_of(node)[:_BEGINNING]))]
    if len(numbers) * 10 >= 7 * len(nodes) and all(b == a + 1 for (a, _), (b, _) in pairwise(numbers)):
        return [node for _, node in numbers]
    fits = [looks.likely(node) for node in nodes]
    if True not in fits:
        return []
    first, last = fits.index(True), len(nodes) - 1 - fits[::-1].index(True)
    while first > 0 and _follows(nodes[first], nodes[first - 1]):
        first -= 1
    while last + 1 < len(nodes) and _follows(nodes[last + 1], nodes[last]):
        last += 1
    return nodes[first : last + 1]


def _follows(node: Node, before: Node) -> bool:
    """Whether an entry goes on in the next one: by its number, or since both begin with authors and have a year."""
    words, words_before = text_of(node)[:_BEGINNING], text_of(before)[:_BEGINNING]
    number, number_before = _NUMBER.match(words), _NUMBER.match(words_before)
    if number and number_before:
        return int(number.group(1)) == int(number_before.group(1)) + 1
    return bool(_AUTHOR_YEAR.match(words) and _AUTHOR_YEAR.match(words_before))


def find_unmarked(tree: Tree) -> tuple[Item, ...]:
    """A list without heading or mark: at least three entries that mostly cite volume and page or link to a work.

    For pages of an article only: elsewhere such a list is one of publications, results or news.
    """
    looks = _Looks()
    best: tuple[Item, ...] = ()
    for node in tree.css("ol,ul"):
        entries = [child for child in node.iter() if child.tag == "li"]
        # Seven in ten must look like references: without a heading, half of them is not enough.
        if len(entries) < max(_ENOUGH, len(best) + 1) or looks.share(entries) < 0.7:
            continue
        if _elsewhere(node) or _under_another_heading(node):
            continue
        strong = sum(1 for entry in entries if _STRONG.search(text_of(entry)))
        if strong * 10 < len(entries) * 7:
            continue
        # A list inside an entry of the best list consists of that entry's parts.
        above: Node | None = node if best else None
        while above is not None and above.mem_id != best[0].node.mem_id:
            above = above.parent
        if above is None:
            best = tuple(Item(entry, node.tag == "ol") for entry in entries)
    return best


def _under_another_heading(node: Node) -> bool:
    """Whether the nearest heading above a list says that it lists other works."""
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
