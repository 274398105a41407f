"""The entries in some neighbouring nodes of a page: repeated elements, whatever their tags, or words between line
breaks, of which most say what references say.

A level of the tree is judged as a whole: entries are brothers, told apart from their wrappers by holding one
reference each. What stands among them and is none (headings of groups, notes), and what follows in the same markup
(dates of receipt, key words), is left out.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import TypeVar

from harvester.pages.evidence import begins_with_authors, looks_like_reference, shows_a_work
from harvester.pages.foot import MOST_OF_ITSELF, NOBODY, Own, is_of_the_foot
from harvester.pages.html.tree import Node, text_of
from harvester.pages.html.words import text_in
from harvester.text import word_set

OTHER_WORKS = re.compile(
    r"similar|related|recommend|cited-?by|citing|cites-this|trending|most-|suggest|also-(?:read|like)|linked-from|popular"
    r"|latest|(?:^|\s)comment(?:s|-?list|s-list)(?:\s|$)|author-list|contributor|affiliation|figures?-list|metrics|share",
    re.IGNORECASE,
)
"""Ids and classes of lists that are never the page's references."""
_FRAME = re.compile(r"\btoc\b(?!-section)|breadcrumb|\bnav|menu|sidebar", re.IGNORECASE)
"""Ids and classes of what frames a page: seldom a list of references, but it may be."""
OWN_IDS = word_set("references reference-list ref-list reflist bibliography")
"""Ids that name a list, whatever the classes beside them say (navigation, sharing)."""

_CONTAINERS = word_set("ol ul dl table tbody section article main form fieldset details")
_SILENT = word_set(
    "script style svg img input select textarea button br hr wbr col colgroup thead template iframe -text"
)
_FRAMES = word_set("nav form header footer aside")
_BLOCKS = word_set(
    "p div li dd dt dl ol ul tr td th table tbody section article main blockquote pre h1 h2 h3 h4 h5 h6 details"
    " fieldset form aside nav footer header figure center address hr"
)
_SELDOM = word_set(
    "h1 h2 h3 h4 h5 h6 a span b i em strong font small cite dt td th pre u sub sup label nav header footer"
)
"""Elements that are entries only if each of several says what a whole reference says: mostly they are parts of one."""

_INLINE = word_set("a span b i em strong font small cite u sub sup label")

ENOUGH = 3
"""The fewest entries of a list: one or two may be anything that looks like a reference."""

_SAMPLE = 8
"""Entries, spread over the list, that are examined to judge all of them."""

_FIRST_FEW = 5
"""Entries that are searched for entries inside: a wrapper shows from the first one on."""

_MOST_WRAPPERS = 12
"""Nested elements that are opened to see whether an entry holds several; a bound, since pages may nest without end."""

_MOST_CHILDREN = 20
"""Children of an entry that are examined: of several entries in one the first ones show it."""

_BEGINNING = 400
"""Characters at the start of an entry that hold its number, authors and year."""

_LONGEST_ENTRY = 6_000
"""Characters; an entry is shorter, even one with its abstract or an annotation. A longer text is a section."""

_LONGEST_LINE = 60
"""Characters of a line among the entries that heads some of them, or of a note: a reference is longer."""

_SHORTEST_LINE = 40
"""Characters of a line in an element that may be an entry: names, a short title, a journal and its year have more."""

_SHORT_LIST = 40
"""Elements of which the entries may be less than half, the others being the foot of the page."""

_BESIDE_LINKS = 12
"""Characters beside the links of a line that only has links: brackets, bars, "DOI:"."""

_DEEPEST = 40
"""Lists of nodes still to be opened, two a level: a bound, since each level is searched again."""

_NUMBER = re.compile(r"\W{0,3}(\d{1,4})\b")
_NAMES_A_REFERENCE = re.compile(r"ref|bib|cit", re.IGNORECASE)
_STOPS = frozenset(".0123456789/)")
"""Signs that an entry ends with, nearly always: its stop, its last page, its DOI or address."""
_DIGIT = re.compile(r"\d")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_AUTHOR_YEAR = re.compile(
    r"[^\W\d_][\w'\u2019-]+(?:, (?:[^\W\d_]\.[ ,&]{0,3}){1,40}[^()]{0,200}\((?:1[5-9]|20)\d\d[a-z]?\)"
    r"|(?: [^\W\d_][\w'\u2019-]+)? [A-Z]{1,3}[,.] .{0,340}\b(?:1[5-9]|20)\d\d\b)"
)


_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: its node with those that follow as a part of it, and whether the browser numbers it."""

    node: Node
    numbered: bool
    rest: tuple[Node, ...] = ()

    @property
    def markup(self) -> str:
        """The entry's markup as the parser writes it out; words without an element around them may begin it."""
        own = self.node.html or ""
        return own + "".join([node.html or "" for node in self.rest]) if self.rest else own

    @property
    def text(self) -> str:
        """The entry's words, white space folded."""
        return " ".join(map(text_of, (self.node, *self.rest))) if self.rest else text_of(self.node)

    def remove(self) -> None:
        """Take the entry out of the tree."""
        for node in (self.node, *self.rest):
            node.decompose()


@dataclass(slots=True)
class Looks:
    """Which nodes look like a reference, and not like the page's own citation; each is examined once."""

    own: Own = NOBODY
    seen: dict[int, str] = field(default_factory=dict)
    answers: dict[int, bool] = field(default_factory=dict)
    citing: set[str] = field(default_factory=set)

    def text(self, node: Node) -> str:
        """A node's words, white space folded; "" where they are too many for an entry."""
        words = self.seen.get(node.mem_id)
        if words is None:
            text = node.text(separator=" ", strip=True)
            words = " ".join(text.split()) if len(text) < _LONGEST_ENTRY else ""
            self.seen[node.mem_id] = words
        return words

    def likely(self, node: Node) -> bool:
        """Whether a node's words look like a reference."""
        answer = self.answers.get(node.mem_id)
        if answer is None:
            words = self.text(node) if node.tag not in _SILENT else ""
            answer = self.says(words)
            self.answers[node.mem_id] = answer
        return answer

    def says(self, words: str) -> bool:
        """Whether words look like a reference and are not of the foot of the page."""
        if not looks_like_reference(words):
            return False
        if self.own.title and self.own.title in words.casefold():
            self.citing.add(words)
            # So many entries do not cite the page: the title is a site's or a journal's.
            if len(self.citing) > MOST_OF_ITSELF:
                self.own = Own("", self.own.dois)
                self.answers.clear()
        return not is_of_the_foot(words, self.own)

    def share(self, nodes: Sequence[Node], says: Callable[[str], bool] | None = None) -> float:
        """The share of these nodes that looks like references, from a sample."""
        sample = _sample(nodes)
        fits = [says(self.text(node)) if says else self.likely(node) for node in sample]
        return sum(fits) / len(sample) if sample else 0.0

    def holds_several(self, node: Node) -> bool:
        """Whether an apparent entry is a wrapper around several."""
        inner = node.css("li")[:_MOST_CHILDREN]
        if node.tag == "li":
            # Authors, links and an entry's parts may be items of a list within it; each part has a class of its own.
            shown = (item for item in inner if item.mem_id != node.mem_id and shows_a_work(self.text(item)))
            return max(Counter(item.attributes.get("class") for item in shown).values(), default=0) > 1
        if sum(map(self.likely, inner)) > 1:
            return True
        if _is_typed(node) or node.css_first("br") is not None:
            # Its lines, or what blank lines tell apart in it, may be entries each.
            text = text_in(node.html or "", lambda _href, _words: None)
            for pieces in (text.split("\n"), _BLANK_LINES.split(text)):
                longer = [words for piece in pieces if len(words := " ".join(piece.split())) > _SHORTEST_LINE]
                likely = sum(map(shows_a_work, longer))
                if likely > 1 and likely * 2 >= len(longer):
                    return True
        for _ in range(_MOST_WRAPPERS):
            likely_ones = [child for child in islice(node.iter(), _MOST_CHILDREN) if self.likely(child)]
            if len(likely_ones) != 1:
                return len(likely_ones) > 1
            node = likely_ones[0]
        return False


def _sample(parts: Sequence[_Part]) -> Sequence[_Part]:
    """Some parts spread over all, odd and even ones, since labels and entries may take turns."""
    step = max(1, len(parts) // _SAMPLE)
    if step == 1:
        return parts
    return [parts[min(at + number % 2, len(parts) - 1)] for number, at in enumerate(range(0, len(parts), step))]


def entries_in(nodes: list[Node], looks: Looks, in_frames: bool = False) -> tuple[Item, ...]:
    """The entries in some neighbouring nodes, in order: repeated parts of which most look like references, in these
    nodes or deeper; with `in_frames` also in what frames pages (navigation, sidebars)."""
    groups: list[tuple[str, list[Item]]] = []
    stack = [(nodes, -1)]
    while stack:
        level, position = stack.pop()
        if position < 0:
            tag, group = _group_of(level, looks)
            if group:
                kept = {node.mem_id for item in group for node in (item.node, *item.rest)}
                groups.append((tag, group))
                # Beside a few paragraphs that look like references the list itself may stand.
                is_list = len(group) >= ENOUGH
                level = [n for n in level if n.mem_id not in kept and (n.tag in _CONTAINERS or not is_list)]
        for following in range(max(position, 0), len(level)):
            node = level[following]
            if len(stack) >= _DEEPEST or node.tag in _SILENT or is_marked(node, in_frames):
                continue
            if children := list(node.iter(include_text=True)):
                stack.append((level, following + 1))
                stack.append((children, -1))
                break
    # Only the nodes with the most frequent tag: a table of footnotes behind the list is not an entry.
    counts: dict[str, int] = {}
    for tag, group in groups:
        counts[tag] = counts.get(tag, 0) + len(group)
    most = max(counts, key=lambda tag: counts[tag], default="")
    return tuple(item for tag, group in groups if tag == most for item in group)


def is_marked(node: Node, in_frames: bool) -> bool:
    """Whether an element says that it holds other works, or frames the page."""
    if node.tag in _FRAMES and not in_frames:
        return node.tag not in ("footer", "aside") or "reference" not in marks_of(node).lower()
    marks = marks_of(node)
    if len(marks) < 3 or (node.id or "").lower() in OWN_IDS:
        return False
    return OTHER_WORKS.search(marks) is not None or (not in_frames and _FRAME.search(marks) is not None)


def marks_of(node: Node | None) -> str:
    """The id and the classes of an element."""
    attributes = node.attributes if node is not None else {}
    return f"{attributes.get('id') or ''} {attributes.get('class') or ''}"


def _group_of(level: list[Node], looks: Looks) -> tuple[str, list[Item]]:
    """The entries among brothers with what they have in common, the tag or line breaks; ("", []) if there are none."""
    by_tag: dict[str, list[Node]] = {}
    for node in level:
        if node.tag and node.tag not in _SILENT:
            by_tag.setdefault(node.tag, []).append(node)
    for tag, same in sorted(by_tag.items(), key=lambda pair: -len(pair[1])):
        # One or two lists or tables are not entries but contain them.
        if len(same) < ENOUGH and (tag in _CONTAINERS or tag in _SELDOM or any(map(_is_typed, same))):
            continue
        if _are_entries(tag, same, looks):
            few = same[:_FIRST_FEW]
            # If half of them hold several, this level only wraps a deeper one.
            if sum(map(looks.holds_several, few)) * 2 >= len(few):
                continue
            if tag != "li" and (printed := _of_printed_lines(same)):
                return tag, printed
            entries = _trimmed(tag, same, looks)
            if tag not in _INLINE:
                return tag, [Item(node, is_numbered(node)) for node in entries]
            # The links of an inline element stand behind it, its number may stand before it.
            starts = {node.mem_id for node in entries}
            items: list[Item] = []
            for node in level:
                if node.mem_id in starts:
                    items.append(Item(node, False))
                elif items and node.tag in _INLINE and _is_of_links([node]):
                    items[-1] = Item(items[-1].node, False, (*items[-1].rest, node))
            return tag, items
    return "br", _between_breaks(level, looks)


def is_numbered(entry: Node) -> bool:
    """Whether the browser numbers an entry."""
    return entry.tag == "li" and entry.parent is not None and entry.parent.tag == "ol"


def _of_printed_lines(nodes: list[Node]) -> list[Item]:
    """The entries of a list of which each printed line is an element, as a PDF made into HTML has them: lines that
    count from 1 on, each with the lines behind it; none where the elements are whole entries."""
    texts = list(map(text_of, nodes))
    starts: list[int] = []
    for place, text in enumerate(texts):
        label = _NUMBER.match(text[:_BEGINNING])
        if label and int(label[1]) == len(starts) + 1:
            starts.append(place)
    if len(starts) < ENOUGH or len(starts) == len(nodes) - starts[0]:
        return []
    ends = [*(start - 1 for start in starts[1:]), len(nodes) - 1]
    broken = [start for start, end in zip(starts, ends, strict=True) if end > start]
    # A line within an entry ends anywhere, its last one with a stop: notes between whole entries are otherwise.
    going_on = sum(texts[start][-1:] != "." for start in broken) * 10 >= 7 * len(broken)
    stopped = sum(texts[end][-1:] in _STOPS for end in ends) * 10 >= 7 * len(ends)
    # Few entries have room on one line, and a paragraph behind the last entry is of the foot.
    if not (going_on and stopped) or 2 * len(broken) < len(starts):
        return []
    return [
        Item(nodes[first], False, tuple(nodes[first + 1 : end + 1])) for first, end in zip(starts, ends, strict=True)
    ]


def _is_typed(node: Node) -> bool:
    """Whether a node holds lines as they were typed, which may be many entries."""
    return node.tag == "pre" or node.css_first("pre") is not None


def _are_entries(tag: str, same: list[Node], looks: Looks) -> bool:
    """Whether most of some elements of one tag look like references; headings of groups and the foot beside a short
    list do not count."""
    if looks.share(same, shows_a_work if tag in _SELDOM else None) >= 0.5:
        return True
    if tag == "li" or not 1 < len(same) <= _SHORT_LIST:
        return False
    longer = [
        node for node in same if len(text := looks.text(node)) > _LONGEST_LINE and not is_of_the_foot(text, looks.own)
    ]
    return len(longer) > 1 and looks.share(longer, shows_a_work) >= 0.5


def _between_breaks(level: list[Node], looks: Looks) -> list[Item]:
    """The entries among brothers that line breaks tell apart, one or two of them in a row; none if there are none."""
    if not any(node.tag == "br" for node in level):
        return []
    lines, paragraphs = _cut(level)
    best: list[list[Node]] = []
    for pieces in (paragraphs, lines):
        texts = [" ".join(map(text_of, piece)) for piece in pieces]
        fits = list(map(looks.says, texts))
        if sum(fits) < 2 or sum(fits) * 2 < len(fits):
            continue
        # Mostly elements of their own: these are judged by their tags.
        if sum(fit and piece[0].tag in _BLOCKS for fit, piece in zip(fits, pieces, strict=True)) * 2 > sum(fits):
            continue
        # Paragraphs that hold a reference on each of their lines are not the entries.
        if pieces is paragraphs and len(lines) > len(paragraphs):
            several, few = 0, paragraphs[:_FIRST_FEW]
            for paragraph in few:
                inner = (" ".join(map(text_of, line)) for line in _cut(paragraph)[0])
                several += sum(shows_a_work(words) and begins_with_authors(words) for words in inner) > 1
            if several * 2 >= len(few):
                continue
        first, last = _ends(texts, fits)
        for number, piece in enumerate(pieces[first:], first):
            # The links of an entry may have a line of their own; other lines between entries head some of them.
            if best and not fits[number] and _is_of_links(piece):
                best[-1] += piece
            elif number <= last and (fits[number] or not _is_aside(texts[number])):
                best.append(list(piece))
            elif number > last:
                break
        break
    return [Item(piece[0], False, tuple(piece[1:])) for piece in best]


def _is_of_links(piece: list[Node]) -> bool:
    """Whether a line has hardly any words besides links."""
    beside, has_links = 0, False
    for node in piece:
        links = [node] if node.tag == "a" else node.css("a") if node.is_element_node else []
        has_links |= bool(links)
        beside += len(text_of(node)) - sum(len(text_of(link)) for link in links)
    return has_links and beside <= _BESIDE_LINKS


def _cut(level: list[Node]) -> tuple[list[list[Node]], list[list[Node]]]:
    """Brothers cut at each line break, and at two in a row; a block is a piece of its own in both."""
    lines: list[list[Node]] = [[]]
    paragraphs: list[list[Node]] = [[]]
    breaks = 0
    for node in level:
        if node.tag == "br":
            breaks += 1
            lines.append([])
            if breaks > 1:
                paragraphs.append([])
            elif paragraphs[-1]:
                paragraphs[-1].append(node)  # a blank between two lines of one entry
        elif node.tag in _BLOCKS:
            breaks = 0
            for pieces in (lines, paragraphs):
                pieces += [[node], []]
        elif node.is_text_node and not (node.text_content or "").strip():
            continue
        elif node.is_text_node or node.is_element_node:
            breaks = 0
            lines[-1].append(node)
            paragraphs[-1].append(node)
    kept = [p[:-1] if p and p[-1].tag == "br" else p for p in paragraphs]
    return [line for line in lines if line], [paragraph for paragraph in kept if paragraph]


def _trimmed(tag: str, nodes: list[Node], looks: Looks) -> list[Node]:
    """The nodes without those that are other paragraphs, rows or boxes: not marked or numbered as the others are
    (annotations stand between), or at the ends and nothing like a reference."""
    if tag == "li" or len(nodes) == 1:
        return nodes
    # A class, or a stem of ids, that seven in ten have is the entries'; for paragraphs only if it names references.
    stems = []
    for node in nodes:
        attributes = node.attributes
        stem = _NO_LETTERS.sub("", attributes.get("id") or "")
        stems.append({*(attributes.get("class") or "").split(), f"#{stem}"} - {"#"})
    counts = Counter(stem for each in stems for stem in each)
    mark = max(counts, key=lambda stem: (counts[stem], stem), default="")
    is_theirs = tag == "div" or _NAMES_A_REFERENCE.search(mark) is not None
    if mark and is_theirs and sum(mark in each for each in stems) * 10 >= 7 * len(nodes):
        return [node for node, each in zip(nodes, stems, strict=True) if mark in each]
    # Those that begin with a number, if the numbers rise by one and seven in ten have one.
    texts = [text_of(node)[:_BEGINNING] for node in nodes]
    numbers = [(int(match.group(1)), node) for t, node in zip(texts, nodes, strict=True) if (match := _NUMBER.match(t))]
    if len(numbers) * 10 >= 7 * len(nodes) and all(b == a + 1 for (a, _), (b, _) in pairwise(numbers)):
        return [node for _, node in numbers]
    fits = [looks.likely(node) for node in nodes]
    if True not in fits:
        return []
    first, last = _ends(texts, fits)
    shown = slice(first, last + 1)
    return [n for n, t, f in zip(nodes[shown], texts[shown], fits[shown], strict=True) if f or not _is_aside(t)]


def _ends(texts: list[str], fits: list[bool]) -> tuple[int, int]:
    """The first and the last entry: those that look like one, and beyond them what goes on from them."""
    first, last = fits.index(True), len(fits) - 1 - fits[::-1].index(True)
    while first > 0 and _follows(texts[first], texts[first - 1]):
        first -= 1
    while last + 1 < len(texts) and _follows(texts[last + 1], texts[last]):
        last += 1
    return first, last


def _follows(words: str, before: str) -> bool:
    """Whether an entry goes on in the next one: by its number, or since both begin with authors and have a year."""
    words, before = words[:_BEGINNING], before[:_BEGINNING]
    number, number_before = _NUMBER.match(words), _NUMBER.match(before)
    if number and number_before:
        return int(number.group(1)) == int(number_before.group(1)) + 1
    return bool(_AUTHOR_YEAR.match(words) and _AUTHOR_YEAR.match(before))


def _is_aside(words: str) -> bool:
    """Whether a piece between entries heads some of them or is a note: a short line without figures and names."""
    return len(words) < _LONGEST_LINE and not _DIGIT.search(words) and not begins_with_authors(words)


def is_of_works(items: Sequence[Item]) -> bool:
    """Whether enough of some entries say what only references say, or link to a work: a year and figures may be
    anything's."""
    sample = _sample(items)
    shown = sum(links_to_a_work(item.markup) or shows_a_work(item.text) for item in sample)
    return shown * 3 >= len(sample)


def links_to_a_work(markup: str) -> bool:
    """Whether an entry's markup has a link to a work in a register or an index of literature."""
    return any(address in markup for address in ("doi.org/10.", "ncbi.nlm.nih.gov/", "arxiv.org/abs", "scholar.google"))
