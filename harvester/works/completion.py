"""A review's reference list united from all who have one: one entry a work, in the printed order, with all its sources.

Each list is a part of the truth in its order. Those with printed numbers are laid out first, the longest before all;
neighbour there, and where several would go to one place their printed numbers decide. Last of all the entries are put
into the order that all lists agree in.
"""

import heapq
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from harvester.matching.folding import fold
from harvester.model import Identifier

SAME_TEXT = 90
"""Of 100; from this likeness on two texts are one reference, where no identifiers speak against it."""
NEARBY = 4
"""Places that the same reference can be apart in two lists that lack different entries; further off a like text is
another reference of the same group."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a list: its printed number as far as the list tells it, its text, and its identifiers."""

    ordinal: int
    text: str
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceList:
    """What one service has; `numbered` says whether its ordinals are the printed numbers or only places."""

    source: str
    entries: tuple[Listed, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class United:
    """One reference, and the names of the services that list it, in the order in which they were given."""

    text: str
    identifiers: tuple[Identifier, ...]
    sources: tuple[str, ...]
    number: int = 0


@dataclass(slots=True)
class _Laid:
    """The list under way: entries in order, each with a number of its own, and the way that each service's list takes
    through these numbers."""

    entries: list[United] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    ways: list[list[int]] = field(default_factory=list)

    def find(self, entry: Listed, near: int) -> int | None:
        """Where the same reference stands already."""
        for place, there in enumerate(self.entries):
            if set(entry.identifiers) & set(there.identifiers):
                return place
        folded = fold(entry.text)
        low, high = max(0, near - NEARBY), near + NEARBY + 1
        for place, there in enumerate(self.entries[low:high], low):
            if _alike(entry, folded, there):
                return place
        return None


def _alike(entry: Listed, folded: str, there: United) -> bool:
    """The same words, and no two identifiers of one sort that differ."""
    ours = {i.scheme: i for i in entry.identifiers}
    if any(i.scheme in ours and ours[i.scheme] != i for i in there.identifiers) or not folded:
        return False
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(folded, fold(there.text)) >= SAME_TEXT


def unite(lists: Iterable[ServiceList]) -> tuple[United, ...]:
    """The union in printed order; the same whatever order the lists are given in, but for names of sources."""
    given = list(lists)
    laid = _Laid()
    for one in sorted(given, key=lambda s: (not s.numbered, -len(s.entries), s.source)):
        _lay(laid, one)
    order = {one.source: place for place, one in enumerate(given)}
    ordered = [laid.entries[place] for place in _in_order(laid)]
    return tuple(replace(e, sources=tuple(sorted(e.sources, key=order.__getitem__))) for e in ordered)


def _in_order(laid: _Laid) -> list[int]:
    """The places of the entries so that each stands behind all that stand before it in some list; of several that may
    come next the one that was laid out first comes. Where lists contradict each other that decides too."""
    place_of = {number: place for place, number in enumerate(laid.numbers)}
    after: dict[int, set[int]] = {place: set() for place in place_of.values()}
    waiting = dict.fromkeys(after, 0)
    for way in laid.ways:
        for one, other in itertools.pairwise([place_of[number] for number in way]):
            if one != other and other not in after[one]:
                after[one].add(other)
                waiting[other] += 1
    out: list[int] = []
    free = [place for place, count in waiting.items() if not count]
    heapq.heapify(free)
    while waiting:
        place = heapq.heappop(free) if free else min(waiting)
        if place not in waiting:
            continue
        del waiting[place]
        out.append(place)
        for other in after[place] & waiting.keys():
            waiting[other] -= 1
            if not waiting[other]:
                heapq.heappush(free, other)
    return out


def _lay(laid: _Laid, one: ServiceList) -> None:
    before = -1
    way: list[int] = []
    laid.ways.append(way)
    for place, entry in enumerate(one.entries):
        number = entry.ordinal if one.numbered else _guess(laid.entries, before)
        there = laid.find(entry, before + 1)
        if there is None:
            there = _gap(laid.entries, before + 1, number or place + 1)
            laid.entries.insert(there, United(entry.text, entry.identifiers, (one.source,), number))
            laid.numbers.insert(there, len(laid.numbers))
        else:
            laid.entries[there] = _joined(laid.entries[there], entry, one.source, number)
        way.append(laid.numbers[there])
        before = there


def _guess(entries: Sequence[United], before: int) -> int:
    """The number after the neighbour's, where that is known."""
    return entries[before].number + 1 if before >= 0 and entries[before].number else 0


def _gap(entries: Sequence[United], start: int, number: int) -> int:
    """Behind the neighbour, and behind those after it that are known to have smaller numbers."""
    while start < len(entries) and 0 < entries[start].number < number:
        start += 1
    return start


def _joined(there: United, entry: Listed, source: str, number: int) -> United:
    known = {i.scheme for i in there.identifiers}
    more = tuple(i for i in entry.identifiers if i.scheme not in known)
    sources = there.sources if source in there.sources else (*there.sources, source)
    return United(there.text or entry.text, (*there.identifiers, *more), sources, there.number or number)
