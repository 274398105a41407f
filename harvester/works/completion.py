"""A review's reference list united from all who have one: one entry a work, in the printed order, with all its sources.

Each list is a part of the truth in its order. Those with printed numbers are laid out first, the longest before all; an
entry that is new in a later list goes behind its neighbour there, and where several would go to one place their printed
numbers decide. Last of all the entries are put into the order that all lists agree in.
"""

import heapq
import itertools
from collections.abc import Iterable
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
    """An entry of a list: its printed number as far as the list has it, its text, and its identifiers."""

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
    """The list under way: entries in order, each with a number of its own, and the path that each service's list takes
    through these numbers."""

    entries: list[United] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    paths: list[list[int]] = field(default_factory=list)

    def find(self, entry: Listed, near: int) -> int | None:
        """The index at which the same reference stands already."""
        for index, there in enumerate(self.entries):
            if set(entry.identifiers) & set(there.identifiers):
                return index
        from rapidfuzz import fuzz

        folded = fold(entry.text)
        ours = {i.scheme: i for i in entry.identifiers}
        low, high = max(0, near - NEARBY), near + NEARBY + 1
        for index, there in enumerate(self.entries[low:high], low):
            # Two identifiers of one scheme that differ outweigh any likeness: parts of one series read alike.
            differs = any(i.scheme in ours and ours[i.scheme] != i for i in there.identifiers)
            if folded and not differs and fuzz.token_sort_ratio(folded, fold(there.text)) >= SAME_TEXT:
                return index
        return None


def unite(lists: Iterable[ServiceList]) -> tuple[United, ...]:
    """The union in printed order; the same whatever order the lists are given in, but for names of sources."""
    given = list(lists)
    laid = _Laid()
    entries = laid.entries
    for one in sorted(given, key=lambda s: (not s.numbered, -len(s.entries), s.source)):
        before = -1
        path: list[int] = []
        laid.paths.append(path)
        for place, entry in enumerate(one.entries):
            # Without printed numbers it is the one after the neighbour's, where that is known.
            follows = entries[before].number + 1 if before >= 0 and entries[before].number else 0
            number = entry.ordinal if one.numbered else follows
            found = laid.find(entry, before + 1)
            if found is None:
                # Behind the neighbour, and behind those after it that are known to have smaller numbers.
                found = before + 1
                while found < len(entries) and 0 < entries[found].number < (number or place + 1):
                    found += 1
                entries.insert(found, United(entry.text, entry.identifiers, (one.source,), number))
                laid.numbers.insert(found, len(laid.numbers))
            else:
                there = entries[found]
                schemes = {i.scheme for i in there.identifiers}
                more = tuple(i for i in entry.identifiers if i.scheme not in schemes)
                sources = there.sources if one.source in there.sources else (*there.sources, one.source)
                text, identifiers = there.text or entry.text, (*there.identifiers, *more)
                entries[found] = United(text, identifiers, sources, there.number or number)
            path.append(laid.numbers[found])
            before = found
    order = {one.source: place for place, one in enumerate(given)}
    ordered = [entries[index] for index in _in_order(laid)]
    return tuple(replace(e, sources=tuple(sorted(e.sources, key=order.__getitem__))) for e in ordered)


def _in_order(laid: _Laid) -> list[int]:
    """The indexes of the entries so that each stands behind all that stand before it in some list; of several that may
    come next the one that was laid out first comes. Where lists contradict each other that decides too."""
    index_of = {number: index for index, number in enumerate(laid.numbers)}
    after: dict[int, set[int]] = {index: set() for index in index_of.values()}
    waiting = dict.fromkeys(after, 0)
    for path in laid.paths:
        for one, other in itertools.pairwise([index_of[number] for number in path]):
            if one != other and other not in after[one]:
                after[one].add(other)
                waiting[other] += 1
    out: list[int] = []
    free = [index for index, count in waiting.items() if not count]
    heapq.heapify(free)
    while waiting:
        index = heapq.heappop(free) if free else min(waiting)
        if index not in waiting:
            continue
        del waiting[index]
        out.append(index)
        for other in after[index] & waiting.keys():
            waiting[other] -= 1
            if not waiting[other]:
                heapq.heappush(free, other)
    return out
