"""A list of references without heading or mark, known by what ties it to the page: its text links to the entries or
cites them, or rows of a record name each of them a reference."""

import re
from collections.abc import Sequence
from itertools import islice

from harvester.model import Work
from harvester.pages.evidence import YEAR, shows_a_work
from harvester.pages.foot import own_of
from harvester.pages.headings import heads_other_works, is_ambiguous
from harvester.pages.html.items import ENOUGH, Item, Looks, is_numbered
from harvester.pages.html.list_headings import HEADINGS, LEVEL, LONGEST_TITLE, is_elsewhere
from harvester.pages.html.tree import Node, Tree, before, behind, text_of, upwards
from harvester.text import word_set

_MOST = 0.7
"""Share of entries that must say what references say: without a heading, half of them is not enough."""

_STRONG = re.compile(
    r"(?:1[89]|20)\d\d\b.{0,60}\d\s?(?:\(\S{1,12}\))?\s?[:,]\s?(?:pp?\.\s?)?[eSs]?\d|10\.\d{4,9}/|PMID", re.DOTALL
)
"""A year followed by volume and page, or an identifier: search results, news and menus have none."""

_SHORTEST_ENTRY = 40
"""Characters of an entry; an element that a text links to may be the entry's number alone."""

_HIGHEST, _HIGHEST_HOLDER = 4, 5
"""Elements from a place that is linked to up to its entry, and from a list up to what its heading stands beside."""

_MOST_LINKED = 5_000
"""Links within a page that are followed: an article has some hundred."""

_MOST_LISTS = 20
"""Lists that look like one of references and are looked for in the text: a bound, since each costs a pass over it."""

_MOST_CITED = 12
"""Entries, spread over the list, that are looked for in the text."""

_NEARBY = 80
"""Characters between a name and its year in a text that cites them: "Kaplan and colleagues (2015)"."""

_HOLDERS = word_set("li p div dd tr section blockquote article aside")
_COUNTED = re.compile(r"[\[(]?(\d{1,3})(?:[\]).]|\s(?=[^\W\d_a-z]))\s*(?=\S)")
_DIGITS = re.compile(r"\d+")
_FAMILY = re.compile(r"[^\W\d_][\w'\u2019-]+")
_CITED = re.compile(r"\[(\d{1,3})(?:\s?[,\u2013-]\s?(\d{1,3}))*\]")
_YEARS = re.compile(r"\([^()\n]{0,60}(?:1[89]|20)\d\d[a-z]?\)")
"""A year at the end of what stands in brackets: a citation by author and year."""
_LABEL = re.compile(r"[\w .:/-]{0,30}references?(?:\W|$)", re.IGNORECASE)


def find_unmarked(tree: Tree, work: Work, is_article: bool) -> tuple[Item, ...]:
    """A list that no heading and no mark names: entries that the text links to, rows that name each a reference, or
    the items of a list that cite volume and page (of an article) or are cited in the text above them (of any page)."""
    looks = Looks(own_of(work))
    if linked := _linked(tree, looks):
        return linked
    # The rows of a record whose labels say "references" have one in each cell beside them.
    cells: list[Node] = []
    for label in tree.css("td:first-child,th:first-child"):
        if _LABEL.fullmatch(label.text(strip=True)[:LONGEST_TITLE]):
            cells += islice((node for node in behind(label) if node.tag == "td"), 1)
    if len(cells) >= ENOUGH and looks.share(cells, shows_a_work) >= _MOST:
        return tuple(Item(cell, False) for cell in cells)
    return _of_lists(tree, looks, is_article) or _of_numbered(tree)


def _linked(tree: Tree, looks: Looks) -> tuple[Item, ...]:
    """The entries that links in the page lead to, the most with one kind of name."""
    addresses = (node.attributes.get("href") or "" for node in islice(tree.css('a[href^="#"]'), _MOST_LINKED))
    names = {address[1:] for address in addresses if len(address) > 1}
    if len(names) < ENOUGH:
        return ()
    kinds: dict[str, dict[int, Node]] = {}
    for node in tree.css("[id],a[name]"):
        for name in (node.id, node.attributes.get("name")):
            if name and name in names and _DIGITS.search(name):
                # The smallest block with the words of an entry around a place that is linked to.
                around = (n for n in upwards(node, _HIGHEST) if n.tag in _HOLDERS)
                entry = next((n for n in around if len(n.text(strip=True)) >= _SHORTEST_ENTRY), None)
                if entry is not None:
                    kinds.setdefault(_DIGITS.sub("", name), {}).setdefault(entry.mem_id, entry)
    best: list[Node] = []
    for kind in kinds.values():
        entries = list(kind.values())
        if len(entries) <= max(len(best), ENOUGH - 1) or looks.share(entries, shows_a_work) < _MOST:
            continue
        holder = entries[0].parent
        if holder is not None and holder.tag in ("ol", "ul"):
            # The items of their list that the text does not link to are entries too.
            items = [child for child in holder.iter() if child.tag == "li"]
            inside = {item.mem_id for item in items}
            if all(entry.mem_id in inside for entry in entries) and looks.share(items, shows_a_work) >= _MOST:
                entries = items
        best = [entry for entry in entries if not is_elsewhere(entry)]
    return tuple(Item(entry, is_numbered(entry)) for entry in best) if len(best) >= ENOUGH else ()


def _of_lists(tree: Tree, looks: Looks, is_article: bool) -> tuple[Item, ...]:
    """The items of the longest list of HTML that is one of references by what ties it to the page."""
    best: tuple[Item, ...] = ()
    text, judged = "", 0
    raised: frozenset[int] = frozenset()
    for node in tree.css("ol,ul"):
        entries = [child for child in node.iter() if child.tag == "li"]
        if len(entries) < max(ENOUGH, len(best) + 1) or looks.share(entries) < _MOST:
            continue
        if is_elsewhere(node) or _under_another_heading(node):
            continue
        judged += 1
        if judged > _MOST_LISTS:
            break
        if not text:
            text = text_of(tree.body)
            marks = (mark.text(strip=True) for mark in islice(tree.css("sup"), _MOST_LINKED))
            raised = frozenset(int(mark) for mark in marks if mark.isdecimal() and len(mark) < 4)
        texts = list(map(text_of, entries))
        cited = _are_cited(text, raised, texts, node.tag == "ol")
        # A page that shows an abstract alone cites nothing above its list.
        is_strong = is_article and sum(1 for words in texts if _STRONG.search(words)) >= _MOST * len(texts)
        if not cited and not (cited is None and is_strong):
            continue
        # A list inside an entry of the best list consists of that entry's parts.
        above: Node | None = node if best else None
        while above is not None and above.mem_id != best[0].node.mem_id:
            above = above.parent
        if above is None:
            best = tuple(Item(entry, node.tag == "ol") for entry in entries)
    return best


def _of_numbered(tree: Tree) -> tuple[Item, ...]:
    """The paragraphs or boxes that count from 1 on, below a text that cites them by these numbers."""
    best: list[Node] = []
    run: list[Node] = []
    for node in islice(tree.css("p,div"), _MOST_LINKED):
        # An entry is no box around others, and its number alone may stand in an element.
        is_box = any(child.tag in ("p", "div") for child in node.iter())
        label = None if is_box else _COUNTED.match(node.text(separator=" ")[:LONGEST_TITLE].lstrip())
        number = int(label[1]) if label else 0
        follows = bool(run) and number == len(run) + 1 and _are_brothers(run[-1], node)
        run = [*run, node] if follows else [node] if number == 1 else []
        best = run if len(run) > len(best) else best
    if len(best) < ENOUGH or is_elsewhere(best[0]) or _under_another_heading(best[0]):
        return ()
    texts = list(map(text_of, best))
    text = text_of(tree.body)
    above = text[: max(0, text.find(texts[0][:LONGEST_TITLE]))]
    # They print the numbers by which the text cites them, so that it need not cite half of them.
    numbers = {int(n) for found in _CITED.finditer(above) for n in _DIGITS.findall(found.group())}
    cited = len(numbers) >= ENOUGH and max(numbers) <= len(texts)
    is_list = cited and sum(map(shows_a_work, texts)) >= _MOST * len(texts)
    return tuple(Item(node, False) for node in best) if is_list else ()


def _are_brothers(one: Node, other: Node) -> bool:
    above, same = one.parent, other.parent
    return above is not None and same is not None and above.mem_id == same.mem_id and one.tag == other.tag


def _are_cited(text: str, raised: frozenset[int], texts: Sequence[str], numbered: bool) -> bool | None:
    """Whether the text above a list cites its entries: by names and years, or by numbers of which none is too high;
    None if that text cites nothing at all."""
    start = text.find(texts[0][:LONGEST_TITLE])
    if start < 0 or sum(map(shows_a_work, texts)) < _MOST * len(texts):
        return False
    above = text[:start]
    numbers = raised | {int(n) for found in _CITED.finditer(above) for n in _DIGITS.findall(found.group())}
    are_theirs = numbered and len(numbers) >= ENOUGH and max(numbers) <= len(texts)
    if are_theirs and 2 * len(numbers) >= min(len(texts), _MOST_CITED):
        return True
    sample = texts[:: max(1, len(texts) // _MOST_CITED)]
    if sum(_is_named(entry, above) for entry in sample) >= max(2, len(sample) // 3):
        return True
    return None if len(numbers) < ENOUGH and len(_YEARS.findall(above)) < ENOUGH else False


def _is_named(entry: str, text: str) -> bool:
    """Whether a text has an entry's first name with its year close behind."""
    family, year = _FAMILY.search(entry), YEAR.search(entry)
    if family is None or year is None:
        return False
    place = text.find(family.group())
    for _ in range(5):
        if place < 0:
            return False
        if year.group() in text[place : place + _NEARBY]:
            return True
        place = text.find(family.group(), place + 1)
    return False


def _under_another_heading(node: Node) -> bool:
    """Whether the nearest heading above a list, or a line between, says that it lists other works."""
    for above in upwards(node, _HIGHEST_HOLDER, {"body", "html"}):
        for one in before(above):
            if one.is_element_node:
                heading = one if one.tag in LEVEL else one.css_first(HEADINGS)
                if heading is not None and heading.text(strip=True):
                    return heads_other_works(heading.text()) or is_ambiguous(heading.text())
                words = one.text(strip=True)
                if len(words) < LONGEST_TITLE and not words.endswith(".") and heads_other_works(words):
                    return True
    return False
