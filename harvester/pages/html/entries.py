"""An entry of a list in HTML -> a RawReference: its label, words, identifiers with how they are known, and place."""

import re

from harvester.model import Asserted, RawReference, Span
from harvester.pages.headings import begins_the_foot
from harvester.pages.html.lists import Item
from harvester.pages.html.spans import find_spans
from harvester.pages.html.words import Words, words_in
from harvester.pages.links import identifiers_in, is_cut_or_glued
from harvester.values import identifier
from harvester.values.identifier import Identifier

MAX_REFERENCES = 20_000

_LABEL = re.compile(r"(?:\[(\d{1,4}[a-z]?)\]|\((\d{1,3})\)|(\d{1,4})[.)](?!\d)|(\d{1,4})(?=\s))\s*", re.ASCII)
_ARROWS = re.compile(r"^(?:[\u21b5\u2191\u21a9\^*\u2022]\s*)+")
_NOT_ENTRIES = re.compile(
    r"(?:(?:show|view|see|load|hide|expand|download|export|back to|return to|open|sort|jump)\b.{0,60}|references?)$",
    re.IGNORECASE,
)


def references_of(items: tuple[Item, ...], source: str, own: tuple[Identifier, ...]) -> tuple[RawReference, ...]:
    """The entries as references, in order; identifiers that are the page's own are none of theirs."""
    markups = [item.node.html or "" for item in items[:MAX_REFERENCES]]
    read = zip(items, markups, map(words_in, markups), strict=False)
    entries = [(item, markup, words) for item, markup, words in read if _is_entry(words)]
    dois = [i.value for i in own if i.scheme == "doi"]
    while len(entries) > 1 and _stands_behind(entries[-1][2].text, dois):
        entries.pop()
    spans = find_spans(source, [(markup, words.text) for _, markup, words in entries])
    refused = frozenset(i.value for i in own)
    return tuple([
        _reference(ordinal, item, words, span, refused)
        for ordinal, ((item, _, words), span) in enumerate(zip(entries, spans, strict=True), 1)
    ])  # fmt: skip


def _is_entry(words: Words) -> bool:
    text = words.text
    return len(text) > 11 and not (len(text) < 90 and _NOT_ENTRIES.match(text)) and not text.isnumeric()


def _stands_behind(text: str, dois: list[str]) -> bool:
    """Whether the last of some entries is none: how to cite the page itself, or the foot of the page."""
    return begins_the_foot(text) or any(doi in text.lower() for doi in dois)


def _reference(ordinal: int, item: Item, words: Words, span: Span | None, refused: frozenset[str]) -> RawReference:
    text = words.text
    text = text if text[0].isalnum() else _ARROWS.sub("", text)
    label = str(ordinal) if item.numbered else ""
    if text[:1] in "[(0123456789" and (match := _LABEL.match(text)) and match.end() < len(text):
        bare = match.group(4)
        if bare is None or bare == str(ordinal):
            label = match.group(match.lastindex or 0)
            text = _ARROWS.sub("", text[match.end() :])
    asserted = tuple([a for value, a in _asserted(words, text, span).items() if value not in refused])
    return RawReference(ordinal, label, text, asserted, words.services, span)


def _asserted(words: Words, text: str, span: Span | None) -> dict[str, Asserted]:
    """What links say, then what the words say, by value (no two schemes have one in common); a DOI that a link shows
    to be cut or glued is left to the link."""
    said: dict[str, Asserted] = {}
    for href, label in words.links:
        for found in identifiers_in(href, label):
            if found.value not in said:
                said[found.value] = Asserted(found, "link", span)
    if _said_already(text, said):
        return said
    linked = [a.identifier for a in said.values()]
    for f in identifier.find(text):
        if f.identifier.value not in said and not is_cut_or_glued(f.identifier, linked):
            said[f.identifier.value] = Asserted(f.identifier, "label" if f.labelled else "text", span)
    return said


def _said_already(text: str, said: dict[str, Asserted]) -> bool:
    """Whether the words hold no identifier but one DOI that a link has told already."""
    dois = text.count("10.")
    if dois > 1 or "PM" in text or "pmid" in text or "arXiv" in text or "ISBN" in text or "PubMed" in text:
        return False
    if not dois:
        return True
    lower = text.lower()
    return any(value.startswith("10.") and value in lower for value in said)
