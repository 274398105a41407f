"""A list in HTML -> RawReferences: each entry's label, words, span, and identifiers with where they come from.

Most lists have one element for each entry (`references_of`); in others the entries are run together in paragraphs or
separated by `<br>` (`find_runs`).
"""

import re
from dataclasses import replace

from harvester.model import Asserted, RawReference, Span
from harvester.pages.evidence import looks_like_reference
from harvester.pages.headings import begins_the_foot
from harvester.pages.html.items import Item
from harvester.pages.html.lists import reference_blocks
from harvester.pages.html.marked_fields import Markup, fields_marked
from harvester.pages.html.spans import find_spans
from harvester.pages.html.tree import Node, Tree
from harvester.pages.html.words import Words, clean_text, service_named, text_in, words_in
from harvester.pages.links import identifiers_in, is_cut_or_glued
from harvester.pages.text.printed_lists import put_right
from harvester.references import split
from harvester.text import word_set
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
        markup = item.markup
        words = words_in(markup)
        # No reference has less than a dozen characters; the list's buttons have short sentences.
        if len(words.text) < 12 or (len(words.text) < 90 and _NOT_ENTRIES.match(words.text)) or words.text.isnumeric():
            continue
        entries.append((item, markup, words))
    # How to cite the page itself, or the foot of the page, may follow in the same markup as the entries.
    own_dois = [i.value for i in own if i.scheme == "doi"]
    while len(entries) > 1:
        last = entries[-1][2].text
        if not begins_the_foot(last) and not any(doi in last.lower() for doi in own_dois):
            break
        entries.pop()
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
        lower = text.lower() if dois else ""
        if not dois or any(value.startswith("10.") and value in lower for value in asserted):
            return asserted
    linked = [a.identifier for a in asserted.values()]
    for f in identifier.find(text):
        if f.identifier.value not in asserted and not is_cut_or_glued(f.identifier, linked):
            asserted[f.identifier.value] = Asserted(f.identifier, "label" if f.labelled else "text", span)
    return asserted


_MAX_CHARS = 400_000
"""Characters under a heading of references that are split as a list; two thousand entries have as many."""

_MARK = re.compile("\ue000([0-9]+)\ue001")
"""The number of a link, between characters of the private use area, which no page has."""

_INLINE = word_set("a abbr b cite em font i small span strong sub sup u")


_Links = list[tuple[tuple[Identifier, ...], str]]
"""What the numbered links of some blocks say: identifiers, and the service that a link names ("" if it names none)."""


def find_runs(tree: Tree, own: tuple[Identifier, ...]) -> tuple[RawReference, ...]:
    """The references in the words under a heading of references, split like a pasted list; without spans.

    Of several headings the one with most references counts, and of these most identifiers. None if less than half of
    the pieces look like references: then it is prose, or another kind of list.
    """
    best: tuple[RawReference, ...] = ()
    best_points = (0, 0)
    for blocks in reference_blocks(tree):
        linked: _Links = []
        found = split(_lines_of(blocks, linked)[:_MAX_CHARS])
        likely = sum(looks_like_reference(reference.text) for reference in found)
        if not likely or likely * 2 < len(found):
            continue
        references = tuple(_with_links(reference, linked, own) for reference in found)
        points = (likely, sum(len(reference.asserted) for reference in references))
        if points > best_points:
            best, best_points = references, points
    return put_right(best)


def _lines_of(blocks: list[Node], linked: _Links) -> str:
    """The words of some blocks as lines; behind those of each link with an identifier stands its number in `linked`."""

    def marked(href: str, words: str) -> str | None:
        found, service = identifiers_in(href, words), service_named(words)
        if not found and service is None:
            return None
        linked.append((found, service or ""))
        return f"{words if service is None else ''}\ue000{len(linked) - 1}\ue001"

    texts = []
    for block in blocks:
        words = text_in(block.html or "", marked)
        # A block begins a new line, inline elements do not.
        texts.append(words if block.is_text_node or block.tag in _INLINE else f"\n{words}\n")
    return "\n".join(" ".join(line.split()) for line in "".join(texts).split("\n"))


def _with_links(reference: RawReference, linked: _Links, own: tuple[Identifier, ...]) -> RawReference:
    """A reference with what the links say whose numbers stand in its words."""
    links = [linked[number] for mark in _MARK.findall(reference.text) if (number := int(mark)) < len(linked)]
    identifiers = dict.fromkeys(i for identifiers, _ in links for i in identifiers)
    asserted = {i: Asserted(i, "link") for i in identifiers}
    for a in reference.asserted:
        if a.identifier not in asserted and not is_cut_or_glued(a.identifier, identifiers):
            asserted[a.identifier] = replace(a, span=None)
    labels = (*(label for _, label in links if label), *reference.tail_labels)
    text = clean_text(_MARK.sub("", reference.text)) if links else reference.text
    kept = tuple(a for i, a in asserted.items() if i not in own)
    return replace(reference, text=text or reference.text, asserted=kept, tail_labels=labels, span=None)
