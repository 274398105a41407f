"""Which claims are of one work: clusters that never join what contradicts itself.

The clusters of a set of claims depend on the set alone, never on the order in which they came. Two works with
different DOIs, PMIDs, PMCIDs or arXiv ids are never joined; a claim that fits two works which contradict each
other stays apart from both.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations

from harvester.matching import same_work
from harvester.model.claim import Claim, Key, MarkKind
from harvester.works.claims import STRICT

Cluster = tuple[Claim, ...]


def clusters(claims: Iterable[Claim]) -> list[Cluster]:
    """Group claims by the work they are of; each cluster and the list of clusters in a canonical order."""
    nodes = sorted(claims, key=lambda d: (d.origin, d.digest))
    first: dict[Hashable, int] = {}
    sharing = [(first.setdefault(key, index), index) for index, node in enumerate(nodes) for key in _joining_keys(node)]
    groups = [part for linked in _linked(len(nodes), sharing) for part in _split([nodes[i] for i in linked])]

    holders: dict[Key, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        for key in {key for d in group for key in d.keys if key.is_words}:
            holders[key].append(index)
    pairs = {pair for indexes in holders.values() for pair in combinations(indexes, 2)}
    agreeing = [(i, j) for i, j in sorted(pairs) if _agree(groups[i], groups[j])]
    found: list[list[Claim]] = []
    for linked in _linked(len(groups), agreeing):
        together = [d for i in linked for d in groups[i]]
        # Where a chain of agreeing words connects what contradicts itself, none of it is joined: to cut the chain at
        # one link would be to guess, and the order of arrival would decide which.
        found.extend([together] if _of_one_mind(together) else [groups[i] for i in linked])
    return sorted((tuple(sorted(c, key=lambda d: (d.origin, d.digest))) for c in found), key=lambda c: c[0].digest)


def contradict(one: Iterable[Claim], other: Iterable[Claim]) -> bool:
    """Whether two groups name different identifiers of a scheme of which a work has only one, or a person parted
    them."""
    left, right = _by_scheme(one), _by_scheme(other)
    return any(not values & right[scheme] for scheme, values in left.items() if scheme in right)


def ambiguous_among(groups: Sequence[Sequence[Claim]]) -> frozenset[str]:
    """The digests of groups that agree, by their words or an identifier, with two other groups which contradict each
    other."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        joined = (mark for d in group for mark in d.marks if mark.kind is MarkKind.SAME)
        for key in {*(key for d in group for key in d.keys), *joined}:
            holders[key].append(index)
    near: dict[int, set[int]] = defaultdict(set)
    for i, j in {pair for indexes in holders.values() for pair in combinations(indexes, 2)}:
        if contradict(groups[i], groups[j]):
            continue
        ours, theirs = ({key for d in groups[side] for key in _joining_keys(d)} for side in (i, j))
        if ours & theirs or _agree(groups[i], groups[j]):
            near[i].add(j)
            near[j].add(i)
    ambiguous = {
        index
        for index, others in near.items()
        if any(contradict(groups[i], groups[j]) for i, j in combinations(sorted(others), 2))
    }
    return frozenset(d.digest for index in ambiguous for d in groups[index])


def _joining_keys(claim: Claim) -> list[Hashable]:
    """What by itself makes two claims one work: identifiers of which a work has one, and a person's word."""
    strict: list[Hashable] = [i for i in claim.identifiers if i.scheme in STRICT]
    return [*strict, *(mark for mark in claim.marks if mark.kind is MarkKind.SAME)] if claim.marks else strict


def _by_scheme(group: Iterable[Claim]) -> dict[Hashable, set[str]]:
    """The values of each scheme of which a work has only one; the sides of a person's parting are such a scheme."""
    found: dict[Hashable, set[str]] = defaultdict(set)
    for claim in group:
        for identifier in claim.identifiers:
            if identifier.scheme in STRICT:
                found[identifier.scheme].add(identifier.value)
        for mark in claim.marks:
            if mark.side is not None:
                found[mark.decision].add(mark.side)
    return found


def _of_one_mind(group: Iterable[Claim]) -> bool:
    return all(len(values) <= 1 for values in _by_scheme(group).values())


def _split(group: list[Claim]) -> list[list[Claim]]:
    """A component as it is where it is of one mind; else by exact identifiers, the ambiguous ones apart."""
    if _of_one_mind(group):
        return [group]
    by_identity: dict[frozenset[Hashable], list[Claim]] = defaultdict(list)
    for node in group:
        sides = (mark for mark in node.marks if mark.kind is MarkKind.APART)
        by_identity[frozenset((*_joining_keys(node), *sides))].append(node)
    widest = [ids for ids in by_identity if not any(ids < other for other in by_identity)]
    parts = {ids: list(by_identity[ids]) for ids in widest}
    apart = []
    for ids, nodes in by_identity.items():
        # A claim with a PMID alone goes to the one claim that has this PMID and a DOI; between two it stays apart.
        homes = [wide for wide in widest if ids < wide]
        if len(homes) == 1:
            parts[homes[0]].extend(nodes)
        elif homes:
            apart.append(nodes)
    return [*parts.values(), *apart]


def _agree(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether some claim of one group and some of the other are of the same work by their words.

    Compared are those that share a key; or a mark, since claims on one side of a parting were one work before it.
    """
    return any(
        (set(a.keys) & set(b.keys) or set(a.marks) & set(b.marks)) and same_work(a.work, b.work)
        for a in one
        for b in other
    )


def _linked(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The indexes below `size` in groups that the pairs connect, directly or along a chain (union-find)."""
    parent = list(range(size))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in pairs:
        parent[root(j)] = root(i)
    united: dict[int, list[int]] = defaultdict(list)
    for index in range(size):
        united[root(index)].append(index)
    return list(united.values())
