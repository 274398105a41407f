"""Identifiers that stand in a page of HTML outside its reference list: data sets, trials, neighbours' articles."""

from bisect import bisect_right
from collections.abc import Iterator

from harvester.model import Mention, RawReference, Span, identifier
from harvester.model.identifier import Identifier

MAX_MENTIONS = 2_000

_BEGINNINGS = ("10.", "PMID", "pmid:", "PMC", "arXiv")
_SILENT = (("<script", "</script"), ("<style", "</style"), ("<!--", "-->"))
_LONGEST = 330
_KEY = 24


def find_mentions(
    source: str, references: tuple[RawReference, ...], own: tuple[Identifier, ...]
) -> tuple[Mention, ...]:
    """Identifiers in the page's body outside its list and scripts, each once, not those that the list or the page
    has."""
    known = {i for reference in references for i in reference.identifiers} | set(own)
    seen = {i.value[:_KEY] for i in known}
    mentions: dict[Identifier, Mention] = {}
    for place in _places(source, _silent(source, references)):
        key = source[place : place + _KEY].lower()
        if key in seen:
            continue
        seen.add(key)
        before = max(0, place - 12)
        for f in identifier.find(source[before : place + _LONGEST]):
            if before + f.start == place and f.identifier not in known:
                mentions.setdefault(f.identifier, Mention(f.identifier, Span(place, before + f.end)))
        if len(mentions) >= MAX_MENTIONS:
            break
    return tuple(sorted(mentions.values(), key=lambda m: m.span or Span(0, 0)))


def _places(source: str, silent: list[Span]) -> Iterator[int]:
    """Where an identifier may begin in the body."""
    starts = [span.start for span in silent]
    body = max(source.find("<body"), 0)
    for beginning in _BEGINNINGS:
        place = source.find(beginning, body)
        while place >= 0:
            following = place + len(beginning)
            above = bisect_right(starts, place) - 1
            if above >= 0 and place < silent[above].end:
                following = max(following, silent[above].end)
            elif source[following : following + 1].isalnum() or beginning != "10.":
                yield place
            place = source.find(beginning, following)


def _silent(source: str, references: tuple[RawReference, ...]) -> list[Span]:
    """Where scripts, styles, comments and the reference list stand in the source, in order, none inside another."""
    spans = [reference.span for reference in references if reference.span]
    found = [Span(spans[0].start, spans[-1].end)] if spans else []
    for opening, closing in _SILENT:
        start = source.find(opening)
        while start >= 0:
            end = source.find(closing, start)
            end = end if end >= 0 else len(source)
            found.append(Span(start, end))
            start = source.find(opening, max(end, start + 1))
    merged: list[Span] = []
    for span in sorted(found):
        if not merged or span.end > merged[-1].end:
            merged.append(span)
    return merged
