"""The links in pages of text: `[12]` before a link's words with the addresses in a list at the page's end, as lynx
prints them, and `[words](address)`, as pages turned into Markdown have them.
"""

import re
from bisect import bisect_left
from dataclasses import replace

from harvester.model import Asserted, Identifier, RawReference, Span
from harvester.pages.links import identifiers_in, is_cut_or_glued, names_a_service
from harvester.text import lazy_pattern

_Links = tuple[tuple[int, str], ...]

_LAST_LIST = lazy_pattern(r"\n[^\S\n]*(?![^\n]{0,40}://)\S[^\n]{0,40}\n\s*(?:Visible links:?\s+)?$")
_FIRST_LINK = lazy_pattern(r"\n\s{0,4}1\. (?=[a-z][a-z+.-]{2,20}:\S)")
_LINK = lazy_pattern(r"\n\s{0,5}(\d{1,5})\. ([a-z][a-z+.-]{2,20}:\S+)")
# An image or a link: an exclamation mark, the words, the address (with pairs of brackets inside), perhaps a title.
_MARKDOWN = lazy_pattern(
    r"(!)?\[([^\[\]\n]{0,400})\]\(<?((?:[^()\s<>]|\([^()\s]{0,200}\)){1,2000})>?(?:[ \t]\"[^\"\n]{0,300}\")?\)"
)
_FEWEST_LINKS = 3
"""From so many Markdown links on a page is in Markdown; two may be an example of it, or a slip."""
_ESCAPED = lazy_pattern(r"\\([!-/:-@\[-`{-~])")  # CommonMark allows any ASCII punctuation here
_ESCAPED_NUMBER = lazy_pattern(r"^([ \t]{0,12}\d{1,4})\\([.)])", re.MULTILINE)
_MARK = lazy_pattern(r"\[(\d{1,5})\]")
_MOST_MISSING = 3
"""The most that numbers of link marks may skip: lynx numbers links without words, too. A citation's number in brackets
is mostly further from the next mark's."""
_MOST_LISTS = 20
"""Lists of addresses at a page's end that are examined: each image map has one."""
_HEADING = 200
"""Characters above the first address that hold the heading, "Visible links" and blank lines."""
_MOST_LABELS = 16
"""Lines behind an entry that may name the targets of its links; no entry has more."""
_LONGEST_LABEL = 30
"""Characters of such a line: "View at Publisher", "Google Scholar"."""
_LABEL = lazy_pattern(r"[^\[\]\n|,;]{1,40}")


def take_links(text: str) -> tuple[str, _Links]:
    """The text with the marks of its links and their addresses blanked out, all other characters in their places; and
    the range and address of each link.

    A page without such links comes back as it is.
    """
    if "]" not in text or text.count("](") < _FEWEST_LINKS:  # one sign is found ten times as fast as two
        return _take_numbered(text)
    pieces: list[str] = []
    links: list[tuple[int, str]] = []
    position = 0
    for match in _MARKDOWN.finditer(text):
        # An image's text is not the page's own.
        words = "" if match.group(1) else match.group(2)
        before = match.start(2) - match.start()
        pieces += (text[position : match.start()], " " * before, words)
        pieces.append(" " * (match.end() - match.start() - before - len(words)))
        if words:
            links.append((match.start(2), _ESCAPED.sub(r"\1", match.group(3))))
        position = match.end()
    # "12\\." at a line's beginning is escaped lest it begin a list.
    return _ESCAPED_NUMBER.sub(r"\1\2 ", "".join((*pieces, text[position:]))), tuple(links)


def _take_numbered(text: str) -> tuple[str, _Links]:
    """The same for a page printed by lynx: numbers in brackets, and their addresses in a list at the end."""
    heading = first = -1
    start = len(text)
    # The list is the last one with a heading; lists of image maps may follow, which have none.
    for _ in range(_MOST_LISTS):
        start = text.rfind("\n   1. ", 0, start)
        if start < 0:
            return text, ()
        if not _FIRST_LINK.match(text, start):
            continue
        # A heading and "Visible links" come before it, with blank lines between.
        if above := _LAST_LIST.search(text, max(0, start - _HEADING), start + 1):
            heading, first = above.start(), start
            break
    if first < 0:
        return text, ()

    addresses: dict[int, str] = {}
    for match in _LINK.finditer(text, first):  # an image map's list counts from 1 again
        # The links of a page printed from a saved file lead to paths of its site.
        addresses.setdefault(int(match.group(1)), match.group(2).removeprefix("file://"))
    pieces: list[str] = []
    links: list[tuple[int, str]] = []
    position, expected = 0, 1
    for mark in _MARK.finditer(text, 0, heading):
        number = int(mark.group(1))
        # The page's own citations are in brackets too, but do not continue the sequence.
        if expected <= number <= expected + _MOST_MISSING and number in addresses:
            pieces += (text[position : mark.start()], " " * (mark.end() - mark.start()))
            links.append((mark.end(), addresses[number]))
            position, expected = mark.end(), number + 1
    if not links:
        return text, ()
    foot = "".join("\n" if c == "\n" else " " for c in text[heading:])
    return "".join((*pieces, text[position:heading], foot)), tuple(links)


def with_links(references: tuple[RawReference, ...], text: str, links: _Links) -> tuple[RawReference, ...]:
    """The references with the identifiers that the links inside them lead to."""
    if not links:
        return references
    starts = [start for start, _ in links]
    kept: list[RawReference] = []
    for reference in references:
        if reference.span is None:
            kept.append(reference)
            continue
        # Lines with nothing but names of services right behind an entry belong to it.
        end = position = reference.span.end
        for _ in range(_MOST_LABELS):
            line_end = text.find("\n", position + 1)
            line_end = line_end if line_end >= 0 else len(text)
            line = text[position:line_end].strip(" \t\n•*[]")
            if len(line) > _LONGEST_LABEL or (line and not names_a_service(line)):
                break
            position = line_end
            end = position if line else end
            if position >= len(text):
                break
        linked: dict[Identifier, Asserted] = {}
        for start, address in links[bisect_left(starts, reference.span.start) : bisect_left(starts, end)]:
            label = _LABEL.match(text, start)
            words = label.group().strip() if label else ""
            for identifier in identifiers_in(address, words):
                linked.setdefault(identifier, Asserted(identifier, "link", Span(start, start + len(words))))
        # A line's end may cut an identifier that the link has whole. DOIs are compared by their own rules.
        printed = tuple(
            a
            for a in reference.asserted
            if not is_cut_or_glued(a.identifier, linked)
            and not any(
                one.scheme == a.identifier.scheme != "doi"
                and one != a.identifier
                and one.value.startswith(a.identifier.value)
                for one in linked
            )
        )
        given = {a.identifier for a in printed}
        more = tuple(asserted for asserted in linked.values() if asserted.identifier not in given)
        unchanged = not more and len(printed) == len(reference.asserted)
        kept.append(reference if unchanged else replace(reference, asserted=(*printed, *more)))
    return tuple(kept)
