"""Claims that come, go or change -> the works that become new, other or gone by it; the part that all plans share."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from harvester.model import Identifier
from harvester.model.claim import Claim, Mark, Marks, Origin, Side
from harvester.model.neighbourhood import Neighbour, Neighbourhood
from harvester.model.plans import PlannedWork, WorkChanges
from harvester.model.prepared import Successor
from harvester.works.choosing import choose
from harvester.works.clusters import Cluster, ambiguous_among, clusters

PRINTED = (Origin.PAGE, Origin.REFERENCE)
"""Who makes a work wanted; what services add is kept for its sake."""


def make_changes(
    neighbourhood: Neighbourhood,
    arriving: Sequence[Claim] = (),
    touched: frozenset[str] = frozenset(),
    anchors: frozenset[str] = frozenset(),
    successors: Sequence[Successor] = (),
) -> WorkChanges:
    """Regroup all claims around a change and say which works are new, other or gone.

    `touched` are digests of neighbouring claims that changed in themselves. A work goes on with those of `anchors`, and
    one that has no claim left with its `successors`. No identifier is given to two works, nor to one while another
    holds it: whoever holds one that a claim names is in the neighbourhood.
    """
    neighbours = neighbourhood.neighbours
    was = {h.claim.digest: h.work_id for h in neighbours}
    before: dict[int, set[str]] = {}
    for h in neighbours:
        before.setdefault(h.work_id, set()).add(h.claim.digest)
    staying = [h for h in neighbours if h.claim.digest not in neighbourhood.leaving]
    grouped = clusters([*(h.claim for h in staying), *arriving])

    # A work that only services know is nobody's and goes, unless a source is of it; or unless a person parted it from a
    # reference that is there, since that may be taken back.
    parted = {mark for group in grouped for d in group if d.origin in PRINTED for mark in d.marks if mark.side}
    groups: list[Cluster] = []
    leaving = set(neighbourhood.leaving)
    for group in grouped:
        others = {mark._replace(side=Side.ONE) for d in group for mark in d.marks if mark.side is Side.OTHER}
        if others & parted or any(d.origin in PRINTED or d.digest in neighbourhood.pinned for d in group):
            groups.append(group)
        else:
            leaving.update(d.digest for d in group)

    owners = _owners(groups, {h.claim.digest: h.work_id for h in staying}, anchors)
    # A work without any claim left is gone from `owners`: its number goes over to where its claims' successors are.
    orphans = {s.new: was[s.old] for s in reversed(successors) if was.get(s.old, 0) not in {0, *owners}}
    inherited = _owners(groups, orphans, frozenset()) if orphans else {}

    holder, contested = _holders(groups, neighbours)
    works = []
    for index, group in enumerate(groups):
        digests = {d.digest for d in group}
        # A number that is only inherited comes last: the work that is there goes on under its own.
        numbers = [n for share in (owners, inherited) for n in sorted(share) if share[n] == index]
        work = choose(group)
        as_before = len(numbers) == 1 and before[numbers[0]] == digests and not digests & touched
        if as_before and not contested.intersection(work.identifiers):
            continue
        own = tuple(i for i in work.identifiers if holder[i] == index)
        number = numbers[0] if numbers else None
        held = work if own == work.identifiers else replace(work, identifiers=own)
        works.append(PlannedWork(held, tuple(sorted(digests)), number, tuple(numbers[1:])))

    gone = tuple(sorted(set(before) - set(owners) - set(inherited)))
    ambiguous = ambiguous_among(groups)
    # The store's notes of ambiguity change only where there is or was one: most changes look at none.
    is_noted = ambiguous or any(h.ambiguous for h in neighbours)
    around = frozenset(d.digest for group in groups for d in group) if is_noted else frozenset()
    return WorkChanges(tuple(works), gone, tuple(sorted(leaving)), ambiguous, around, tuple(successors))


def add_marks(neighbours: Iterable[Neighbour], marks: Marks) -> tuple[Neighbour, ...]:
    """Neighbouring claims with marks that they come to bear."""
    added: dict[str, list[Mark]] = {}
    for digest, mark in marks:
        added.setdefault(digest, []).append(mark)
    return tuple(
        replace(h, claim=replace(h.claim, marks=(*h.claim.marks, *added[h.claim.digest])))
        if h.claim.digest in added
        else h
        for h in neighbours
    )


def _owners(groups: Sequence[Cluster], homes: dict[str, int], anchors: frozenset[str]) -> dict[int, int]:
    """Which group goes on under the number of each work there was: the one that has most of its claims, where an anchor
    outweighs all others."""
    shares: dict[int, Counter[int]] = {}
    for index, group in enumerate(groups):
        for claim in group:
            if (number := homes.get(claim.digest)) is not None:
                weight = len(homes) if claim.digest in anchors else 1
                shares.setdefault(number, Counter())[index] += weight
    return {number: min(share, key=lambda i: (-share[i], i)) for number, share in shares.items()}


def _holders(
    groups: Sequence[Cluster], neighbours: Iterable[Neighbour]
) -> tuple[dict[Identifier, int], set[Identifier]]:
    """Which group holds each identifier, and those that several name, or named before.

    An ISBN may be named by claims of several works, and one work alone holds it: the first in a canonical order. Each
    of them may win or lose it by a change, though nothing else about it changed.
    """
    homes: dict[Identifier, set[int]] = {}
    for h in neighbours:
        for identifier in h.claim.identifiers:
            homes.setdefault(identifier, set()).add(h.work_id)
    contested = {identifier for identifier, works in homes.items() if len(works) > 1}
    holder: dict[Identifier, int] = {}
    for index in sorted(range(len(groups)), key=lambda i: min((d.origin, d.digest) for d in groups[i])):
        for identifier in {i for d in groups[index] for i in d.identifiers}:
            if holder.setdefault(identifier, index) != index:
                contested.add(identifier)
    return holder, contested
