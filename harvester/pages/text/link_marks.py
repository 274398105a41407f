"""The links in pages of text: `[12]` before a link's words with the addresses in a list at the page's end, as lynx
prints them, and `[words](address)`, as pages turned into Markdown have them.
"""

import re
from bisect import bisect_left
from dataclasses import replace

from harvester.model import Asserted, RawReference, Span
from harvester.pages.links import identifiers_in, is_cut_or_glued, names_a_service
from harvester.values.identifier import Identifier

_Links = tuple[tuple[int, str], ...]

_LAST_LIST = re.compile(r"\n[^\S\n]*(?![^\n]{0,40}://)\S[^\n]{0,40}\n\s*(?:Visible links:?\s+)?$")
_FIRST_LINK = re.compile(r"\n\s{0,4}1\. (?=[a-z][a-z+.-]{2,20}:\S)")
_LINK = re.compile(r"\n\s{0,5}(\d{1,5})\. ([a-z][a-z+.-]{2,20}:\S+)")
# An image or a link: an exclamation mark, the words, the address (with pairs of brackets inside), perhaps a title.
_MARKDOWN = re.compile(
    r"(!)?\[([^\[\]\n]{0,400})\]\(<?((?:[^()\s<>]|\([^()\s]{0,200}\)){1,2000})>?(?:[ \t]\"[^\"\n]{0,300}\")?\)"
)
_FEWEST_LINKS = 3
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")  # by CommonMark any punctuation of ASCII may be
_ESCAPED_NUMBER = re.compile(r"^([ \t]{0,12}\d{1,4})\\([.)])", re.MULTILINE)
_MARK = re.compile(r"\[(\d{1,5})\]")
_NEAR = 3
_MOST_LISTS = 20
_MOST_LABELS = 16
_LONGEST_LABEL = 30
_LABEL = re.compile(r"[^\[\]\n|,;]{1,40}")


def take_links(text: str) -> tuple[str, _Links]:
    """The text with the marks of its links and their addresses blanked out, every character else in its place; and
    where each link stands with its address.

    A page without such links comes back as it is.
    """
    return _of_markdown(text) if text.count("](") >= _FEWEST_LINKS else _of_a_list(text)


def _of_markdown(text: str) -> tuple[str, _Links]:
    pieces: list[str] = []
    links: list[tuple[int, str]] = []
    position = 0
    for match in _MARKDOWN.finditer(text):
        words = "" if match.group(1) else match.group(2)
        before = match.start(2) - match.start()
        pieces += (text[position : match.start()], " " * before, words)
        pieces.append(" " * (match.end() - match.start() - before - len(words)))
        if words:
            links.append((match.start(2), _ESCAPED.sub(r"\1", match.group(3))))
        position = match.end()
    return _ESCAPED_NUMBER.sub(r"\1\2 ", "".join((*pieces, text[position:]))), tuple(links)


def _of_a_list(text: str) -> tuple[str, _Links]:
    begun = _list_start(text)
    if begun is None:
        return text, ()
    heading, first = begun
    addresses: dict[int, str] = {}
    for match in _LINK.finditer(text, first):  # a picture map's list counts from 1 again
        addresses.setdefault(int(match.group(1)), match.group(2).removeprefix("file://"))  # of a saved page
    pieces: list[str] = []
    links: list[tuple[int, str]] = []
    position, expected = 0, 1
    for mark in _MARK.finditer(text, 0, heading):
        number = int(mark.group(1))
        if expected <= number <= expected + _NEAR and number in addresses:
            pieces += (text[position : mark.start()], " " * (mark.end() - mark.start()))
            links.append((mark.end(), addresses[number]))
            position, expected = mark.end(), number + 1
    if not links:
        return text, ()
    foot = "".join("\n" if c == "\n" else " " for c in text[heading:])
    return "".join((*pieces, text[position:heading], foot)), tuple(links)


def _list_start(text: str) -> tuple[int, int] | None:
    """Where the list of addresses and its heading begin: the last of the page's end that has one, since those of
    picture maps may follow, which have none."""
    place = len(text)
    for _ in range(_MOST_LISTS):
        place = text.rfind("\n   1. ", 0, place)
        if place < 0:
            return None
        first = _FIRST_LINK.match(text, place)
        if first and (heading := _LAST_LIST.search(text, max(0, place - 200), place + 1)):
            return heading.start(), place
    return None


def with_links(references: tuple[RawReference, ...], text: str, links: _Links) -> tuple[RawReference, ...]:
    """The references with the identifiers that the links inside them lead to."""
    if not links:
        return references
    places = [place for place, _ in links]
    return tuple(_with_links(reference, text, links, places) for reference in references)


def _is_cut(printed: Identifier, linked: list[Identifier]) -> bool:
    """Whether the end of a line cut an identifier that a link has whole."""
    cut = any(
        i.scheme == printed.scheme != "doi" and i.value.startswith(printed.value) and i != printed for i in linked
    )
    return cut or is_cut_or_glued(printed, linked)


def _reach(text: str, end: int) -> int:
    """Where the lines end that name nothing but services, right behind an entry's words."""
    place = end
    for _ in range(_MOST_LABELS):
        line_end = text.find("\n", place + 1)
        line_end = line_end if line_end >= 0 else len(text)
        line = text[place:line_end].strip(" \t\n•*[]")
        if len(line) > _LONGEST_LABEL or (line and not names_a_service(line)):
            break
        place = line_end
        end = place if line else end
        if place >= len(text):
            break
    return end


def _with_links(reference: RawReference, text: str, links: _Links, places: list[int]) -> RawReference:
    if reference.span is None:
        return reference
    end = _reach(text, reference.span.end)
    here = links[bisect_left(places, reference.span.start) : bisect_left(places, end)]
    found: dict[object, Asserted] = {}
    for place, address in here:
        label = _LABEL.match(text, place)
        words = label.group().strip() if label else ""
        for identifier in identifiers_in(address, words):
            found.setdefault(identifier, Asserted(identifier, "link", Span(place, place + len(words))))
    linked = [asserted.identifier for asserted in found.values()]
    printed = tuple(a for a in reference.asserted if not _is_cut(a.identifier, linked))
    told = {a.identifier for a in printed}
    more = tuple(asserted for asserted in found.values() if asserted.identifier not in told)
    return (
        replace(reference, asserted=(*printed, *more)) if more or len(printed) < len(reference.asserted) else reference
    )
