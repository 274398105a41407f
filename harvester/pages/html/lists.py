"""The reference list of a page of HTML, found by structure: a heading or mark that names it, and repeated parts below.

Candidates are what follows a heading of references and what is marked as a list by id, class or role; the one with
most entries counts. A list printed twice is therefore read once. Notes, dates of receipt and key words in the same
markup as the entries do not belong to it.
"""

import re
from collections.abc import Iterator

from harvester.model import Work
from harvester.pages.evidence import begins_with_authors
from harvester.pages.foot import own_of
from harvester.pages.headings import is_ambiguous
from harvester.pages.html.items import ENOUGH, Item, Looks, entries_in, is_of_works, links_to_a_work, marks_of
from harvester.pages.html.list_headings import (
    LONGEST_TITLE,
    ListHeading,
    find_headings,
    find_lines,
    following,
    follows_closely,
    is_elsewhere,
    line_behind,
)
from harvester.pages.html.tree import Node, Tree, upwards
from harvester.text import word_set

_MARKED = (
    '[role="doc-bibliography"],ol.references,.ref-list,ol.cit-list,.c-article-references,#references,#bibliography,'
    '[id^="reference" i],[id*="-references" i],[id*="_references" i],[id*="biblio" i],[class*="references" i],'
    '[class*="reference-list" i],[class*="ref-list" i],[class*="reflist" i],[class*="refs-list" i],'
    '[class*="bibliograph" i],[class*="citation-list" i],[class*="cit-list" i],[class*="reference-content" i],'
    '[id*="ref-list" i],[id*="reflist" i],[data-title*="references" i],[aria-label*="references" i],'
    '[class*="articleReferences" i],[class*="literature" i],[title="references" i]'
)
_NO_WORDS = word_set("address footer nav form script style")
_UNMARKABLE = word_set("html body head a link meta script li")
_WHOLE_PAGE = word_set("body html -undef")

_MOST_RUNS = 12
"""Elements that may be a list run together: such a list is one paragraph, or one for each printed page."""

_BESIDE = 20
"""Characters beside a heading in a row or item: a number, a button."""

_HIGHEST = 4
"""Elements around a heading behind which its list may stand; four levels up is the article."""

_NO_LETTERS = re.compile(r"[\W\d_]+")
_NUMBERS = re.compile(r"(?:^|\s)\[?(\d{1,3})[.\])]\s+(?=[^\W\d_])")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def find_items(tree: Tree, work: Work) -> tuple[Item, ...]:
    """The entries of the reference list on a work's page in order; none if there is no list."""
    looks = Looks(own_of(work))
    best = _of_headings(find_headings(tree), looks)
    if len(best) >= ENOUGH:
        behind = line_behind(best[-1].node)
        return _joined([best, _under(behind, looks)]) if behind else best
    seen: set[int] = set()
    for node in tree.css(_MARKED):
        if node.tag in _UNMARKABLE or node.mem_id in seen or is_elsewhere(node):
            continue
        if items := entries_in([node], looks):
            # A marked element inside a marked element is the same list, or a part of it.
            seen.update(child.mem_id for child in node.css(_MARKED))
            best = max(best, items, key=len)
    return best if len(best) >= ENOUGH else max(best, _of_headings(find_lines(tree), looks), key=len)


def _of_headings(headings: list[ListHeading], looks: Looks) -> tuple[Item, ...]:
    """The entries under the headings of references, each once; those of further reading only where another list is."""
    lists = [(heading, items) for heading in headings if (items := _under(heading, looks))]
    inside = [pair for pair in lists if not pair[0].in_frame] or lists
    # "Citations" heads the citing articles if there is a plainer heading of references, with a list or without.
    plain = [
        (heading, items)
        for heading, items in inside
        if not is_ambiguous(heading.title) or "references" in marks_of(items[0].node.parent)
    ]
    if not plain and any(not is_ambiguous(heading.title) and not heading.is_line for heading in headings):
        return ()
    chosen = plain or inside
    if all(heading.is_further for heading, _ in chosen):
        return ()
    return _joined([items for _, items in chosen])


def _under(heading: ListHeading, looks: Looks) -> tuple[Item, ...]:
    """The entries behind a heading or behind an element around it; none if they are run together in a few elements."""
    for node in upwards(heading.node, _HIGHEST, _WHOLE_PAGE):
        nodes = list(following(node, heading.node))
        # What frames a page, such as a sidebar, holds a list of references only where nothing else does.
        items = entries_in(nodes, looks, heading.in_frame)
        if len(items) < ENOUGH:
            items = max(items, entries_in(nodes, looks, in_frames=True), key=len)
        if items:
            # A word among the links of an item is no heading of the items behind it.
            if node.tag == items[0].node.tag and len(node.text(strip=True)) > len(heading.title) + _BESIDE:
                return ()
            is_sure = len(items) >= ENOUGH and not heading.is_line
            if not is_sure and not follows_closely(node, heading.node, items[0].node):
                return ()
            if len(items) >= ENOUGH:
                is_list = is_of_works(items)
            else:
                # One or two may be anything, unless they begin as references do or link to a work.
                is_list = all(begins_with_authors(item.text) or links_to_a_work(item.markup) for item in items)
            return items if is_list and not _are_run_together(items) else ()
    return ()


def _are_run_together(items: tuple[Item, ...]) -> bool:
    """Whether the numbers in a few elements rise further than the elements count."""
    if len(items) > _MOST_RUNS or items[0].node.tag == "li" or items[0].rest:
        return False
    number = 1
    for found in _NUMBERS.finditer(" ".join(item.text for item in items)):
        number += int(found.group(1)) == number
    return number - 1 > len(items)


def _joined(lists: list[tuple[Item, ...]]) -> tuple[Item, ...]:
    """Several lists under headings of references one after another, without those that repeat another: a page may
    print its list twice, short and in full, or in another language or script."""
    lists = [items for items in lists if items]
    if len(lists) < 2:
        return lists[0] if lists else ()
    chosen: dict[int, tuple[Item, ...]] = {}
    chosen_keys: set[str] = set()
    dois = [sum("10." in item.markup for item in items) for items in lists]
    # The longest first; of two with the same length the one with more DOIs.
    for number in sorted(range(len(lists)), key=lambda n: (-len(lists[n]), -dois[n])):
        items = lists[number]
        keys = {_NO_LETTERS.sub("", item.text[:400])[:40].casefold() for item in items}
        if len(keys & chosen_keys) * 3 > len(keys):
            continue
        # A translated list has the same years in the same order; nine of ten, since a year may be misprinted.
        translated = False
        for other in chosen.values():
            if len(items) != len(other) or len(items) < ENOUGH:
                continue
            years = [set(_YEAR.findall(item.text)) for item in items]
            same = sum(bool(mine.intersection(_YEAR.findall(its.text))) for mine, its in zip(years, other, strict=True))
            translated |= same * 10 >= 9 * len(items) and len(set().union(*years)) >= ENOUGH
        if not translated:
            chosen[number] = items
            chosen_keys |= keys
    return tuple(item for number in sorted(chosen) for item in chosen[number])


def reference_blocks(tree: Tree) -> Iterator[list[Node]]:
    """The nodes behind each heading of references: for lists whose entries are not elements of their own."""
    for heading in find_lines(tree):
        # The words may follow the heading itself or an element around it: a bold line in a paragraph in a box.
        for node in upwards(heading.node, _HIGHEST):
            blocks = [n for n in following(node, heading.node) if n.tag not in _NO_WORDS]
            words = ((block.text_content or "") if block.is_text_node else block.text() for block in blocks)
            # Less may be a button.
            if any(len(text) > LONGEST_TITLE for text in words):
                yield blocks
                break
