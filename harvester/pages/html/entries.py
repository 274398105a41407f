"""A list in HTML -> RawReferences: each entry's label, words, span, and identifiers with where they come from.

Lists whose entries are not told apart by elements or line breaks are read by `runs`.
"""

import re

from harvester.model import Asserted, RawReference, Span
from harvester.pages.html.items import Item
from harvester.pages.html.link_words import repeated_labels, without_link_words
from harvester.pages.html.marked_fields import Markup, fields_marked
from harvester.pages.html.spans import find_spans
from harvester.pages.html.words import Words, words_in
from harvester.pages.links import identifiers_in, is_cut_or_glued
from harvester.references.splitting import tails
from harvester.values import identifier
from harvester.values.identifier import Identifier

MAX_REFERENCES = 20_000
"""Entries of one list that are read: a longer list is not one of references, and would only cost time."""

_LABEL = re.compile(r"(?:\[(\d{1,4}[a-z]?)\]|\((\d{1,3})\)|(\d{1,4})[.)](?!\d)|(\d{1,4})(?=\s))\s*", re.ASCII)
_ARROWS = re.compile(r"^(?:[\u21b5\u2191\u21a9\^*\u2022]\s*)+")
_NOT_ENTRIES = re.compile(
    r"(?:(?:show|view|see|load|hide|expand|download|export|back to|return to|open|sort|jump)\b.{0,60}|references?)$",
    re.IGNORECASE,
)


def references_of(items: tuple[Item, ...], source: str, own: tuple[Identifier, ...]) -> tuple[RawReference, ...]:
    """The entries as references, in order; the page's own identifiers are left out."""
    entries: list[tuple[Item, str, Words]] = []
    for item in items[:MAX_REFERENCES]:
        markup = item.markup if item.rest else (item.node.html or "")
        words = words_in(markup)
        # No reference has less than a dozen characters; the list's buttons have short sentences.
        if len(words.text) < 12 or (len(words.text) < 90 and _NOT_ENTRIES.match(words.text)) or words.text.isnumeric():
            continue
        entries.append((item, markup, words))
    repeated = repeated_labels(words for _, _, words in entries)
    kept = [without_link_words(words, repeated) for _, _, words in entries]
    if cut := tails.repeated([words.text for words in kept]):
        kept = [
            Words(text, words.links, (*words.services, tail)) if tail else words
            for words, (text, tail) in zip(kept, cut, strict=True)
        ]
    entries = [(item, markup, words) for (item, markup, _), words in zip(entries, kept, strict=True)]
    spans = find_spans(source, [(markup, words.text) for _, markup, words in entries])
    refused = frozenset(i.value for i in own)
    fields = fields_marked(markup for _, markup, _ in entries)
    references = []
    for ordinal, ((item, markup, words), span) in enumerate(zip(entries, spans, strict=True), 1):
        text = words.text if words.text[0].isalnum() else _ARROWS.sub("", words.text)
        label = str(ordinal) if item.numbered else ""
        if text[:1] in "[(0123456789" and (match := _LABEL.match(text)) and match.end() < len(text):
            bare = match.group(4)
            # A number without punctuation is a label only if it counts the entries: "12 Monkeys. ..." has none.
            if bare is None or bare == str(ordinal):
                label = match.group(match.lastindex or 0)
                text = _ARROWS.sub("", text[match.end() :])
        marked = Markup(markup, text) if fields else None
        if marked and "label" in fields and (words_of_it := marked.label()):
            label, text = words_of_it.strip("[]().: "), _ARROWS.sub("", text[len(words_of_it) :].lstrip(" .:"))
        asserted = tuple([a for value, a in _asserted(words, text, span).items() if value not in refused])
        references.append(RawReference(ordinal, label, text, asserted, words.services, span, marked=marked))
    return tuple(references)


def _asserted(words: Words, text: str, span: Span | None) -> dict[str, Asserted]:
    """What links say, then what the words say, by value (no two schemes have one in common); where a link shows that a
    printed DOI was cut or glued, the link's counts."""
    asserted: dict[str, Asserted] = {}
    for href, label in words.links:
        for found in identifiers_in(href, label):
            if found.value not in asserted:
                asserted[found.value] = Asserted(found, "link", span)
    # Nearly all entries print no identifier, or only the DOI that a link has: these need no search.
    dois = text.count("10.")
    if dois < 2 and not ("PM" in text or "pmid" in text or "arXiv" in text or "ISBN" in text or "PubMed" in text):
        printed = [value for value in asserted if value.startswith("10.")] if dois else []
        if not dois or any(value in text for value in printed) or any(value in text.lower() for value in printed):
            return asserted
    linked = [a.identifier for a in asserted.values()]
    for f in identifier.find(text):
        if f.identifier.value not in asserted and not is_cut_or_glued(f.identifier, linked):
            asserted[f.identifier.value] = Asserted(f.identifier, "label" if f.labelled else "text", span)
    return asserted
