"""An article in JATS or NLM XML, whatever the file's suffix."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from harvester.jats import entries, find_doctype, local_name, parse_xml, read_front
from harvester.model import Asserted, Page, Problem, RawReference, Reading, Span
from harvester.pages.links import is_cut_or_glued
from harvester.values import identifier

_NO_LIST = Problem("no-references", "the page shows no reference list")
# The part of a tag behind its name. Neither `<` nor `>` within quotation marks ends it; these are looked for no
# further than the longest address of a link, so that quotation marks which are never closed cost no more.
_REST = re.compile(r"""(?:[^<>"']++|"[^"]{0,2000}"|'[^']{0,2000}')*+>""")
_SKIPPED = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}


def read(page: Page) -> Reading:
    """Understand the article; its references are its `<ref>` elements, with identifiers from `<pub-id>` or from the
    words.

    The parser keeps no offsets, so that the tags are looked for in the source too: the third `<volume>` that was parsed
    is the third that stands there.
    """
    article = parse_xml(page.text)
    front = read_front(article)
    listed = list(entries(article))
    elements = [element for holders in front.elements.values() for element in holders]
    elements += [entry.element for entry in listed]
    names = {local_name(element) for element in elements}
    ranges_of = find_elements(page.text, names)
    # The article may stand in a set of articles.
    root = article.getroottree().getroot()
    pairs = (pair for name in names for pair in zip(root.iter("{*}" + name), ranges_of[name], strict=False))
    ranges = {element: whole for element, whole in pairs if whole}

    spans: dict[str, Span] = {}
    for field, holders in front.elements.items():
        found = [ranges[element] for element in holders if element in ranges]
        # With one author not found again, the list of authors would be shown cut short.
        if holders and len(found) == len(holders):
            end = found[0].inner if field == "language" else max(one.end for one in found)
            spans[field] = Span(min(one.start for one in found), end)

    own = frozenset(front.work.identifiers)
    references = []
    for ordinal, entry in enumerate(listed, 1):
        whole = ranges.get(entry.element)
        span = Span(whole.start, whole.end) if whole else None
        asserted = {i: Asserted(i, "label", span) for i in entry.identifiers}
        for f in identifier.find(entry.text):
            if not is_cut_or_glued(f.identifier, entry.identifiers):
                asserted.setdefault(f.identifier, Asserted(f.identifier, "label" if f.labelled else "text", span))
        # No work cites itself.
        given = tuple(a for i, a in asserted.items() if i not in own)
        references.append(RawReference(ordinal, entry.label, entry.text, given, (), span))
    return Reading(
        front.work.title,
        front.work,
        tuple(references),
        problems=() if references else (_NO_LIST,),
        spans=spans,
    )


@dataclass(frozen=True, slots=True)
class Range:
    """Where an element stands in a source: its start tag from `start` to `inner`, its end tag up to `end`."""

    start: int
    inner: int
    end: int


def find_elements(source: str, names: Collection[str]) -> dict[str, list[Range | None]]:
    """Elements with these names in an XML source, in the order of their start tags; None for one that is not closed.

    Tags in comments, CDATA, processing instructions and the document type do not count. One pass over the source:
    nothing is examined twice, whatever is left open there.
    """
    start, end = find_doctype(source)
    source = source[:start] + " " * (end - start) + source[end:]
    # A prefix of a namespace may stand before the name, which is one of few: all else is passed over letter by letter.
    if not names:
        return {}
    wanted = "|".join(map(re.escape, sorted(names)))
    tag = re.compile(rf"<(?:!--|!\[CDATA\[|\?|(/?)(?:[\w.-]{{1,40}}:)?({wanted})(?=[\s/>]))")
    found: dict[str, list[Range | None]] = {name: [] for name in names}
    opened: dict[str, list[tuple[int, int, int]]] = {name: [] for name in names}
    position = 0
    while match := tag.search(source, position):
        position = match.end()
        closing, name = match.groups()
        if name is None:
            behind = _SKIPPED[match.group()]
            end = source.find(behind, position)
            if end < 0:
                break  # left open: nothing behind it is markup
            position = end + len(behind)
            continue
        rest = _REST.match(source, position)
        if rest is None:
            if not closing:
                found[name].append(None)
            break  # nobody knows how a parser recovers behind a broken tag
        position = rest.end()
        if closing:
            if opened[name]:
                number, begun, inner = opened[name].pop()
                found[name][number] = Range(begun, inner, position)
        elif rest.group().endswith("/>"):
            found[name].append(Range(match.start(), position, position))
        else:
            opened[name].append((len(found[name]), match.start(), position))
            found[name].append(None)
    return found
