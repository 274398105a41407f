"""An article in JATS or NLM XML, whatever the file's suffix."""

import re

from harvester.jats import Entry, article_work, entries, parse_xml
from harvester.model import Asserted, Page, Problem, RawReference, Reading, Span
from harvester.pages.links import is_cut_or_glued
from harvester.values import identifier

_REF = re.compile(r"<(?:\w+:)?ref[\s>]")
_END = re.compile(r"</(?:\w+:)?ref\s*>")
_NO_LIST = Problem("no-references", "the page shows no reference list")


def read(page: Page) -> Reading:
    """Understand the article; its references are what stands under `<ref>`, asserted by `<pub-id>` or read from the
    words."""
    article = parse_xml(page.text)
    work = article_work(article)
    spans = _spans(page.text)
    found = tuple(
        _reference(ordinal, entry, spans[ordinal - 1] if ordinal <= len(spans) else None, frozenset(work.identifiers))
        for ordinal, entry in enumerate(entries(article), 1)
    )
    return Reading(work.title, work, found, problems=() if found else (_NO_LIST,))


def _reference(ordinal: int, entry: Entry, span: Span | None, own: frozenset[identifier.Identifier]) -> RawReference:
    asserted = {i: Asserted(i, "label", span) for i in entry.identifiers}
    for f in identifier.find(entry.text):
        if is_cut_or_glued(f.identifier, entry.identifiers):
            continue
        asserted.setdefault(f.identifier, Asserted(f.identifier, "label" if f.labelled else "text", span))
    return RawReference(
        ordinal, entry.label, entry.text, tuple(a for i, a in asserted.items() if i not in own), (), span
    )


def _spans(source: str) -> list[Span]:
    spans: list[Span] = []
    for start in _REF.finditer(source):
        end = _END.search(source, start.end())
        spans.append(Span(start.start(), end.end() if end else start.end()))
    return spans
