"""Which claims tell of one work: keys to recognize one by, and clusters that never join what contradicts itself.

The clusters of a set of claims depend on the set alone, never on the order in which they came. Two works with
different DOIs, PMIDs, PMCIDs or arXiv ids are never joined; a claim that fits two works which contradict each
other stays apart from both.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from harvester.matching import same_work
from harvester.matching.spellings import american, spelled_out
from harvester.model import Work, work_json
from harvester.model.claim import Claim, Key, KeyKind, MarkKind, Origin
from harvester.text import fold
from harvester.values import titles

STRICT = ("doi", "pmid", "pmcid", "arxiv")
"""Schemes of which a work has one value; an ISBN is shared by a book and its chapters and joins nothing."""

MIN_TITLE = 20
"""Letters that a title needs before its words count as a key: "Introduction" or "Editorial" say nothing."""

TITLE_KEY = 40
"""Letters of a title that make its key: enough to tell works apart, few enough to see through a cut subtitle."""

_SPELLED = 2 * TITLE_KEY
"""Letters and blanks of a title that are spelled anew; its key has fewer."""

Cluster = tuple[Claim, ...]
KeysOf = Callable[[Claim], Iterable[Hashable]]


def make_claim(work: Work, origin: Origin, salt: str) -> Claim:
    """Make a claim of a work as a source has it.

    One that can be recognized by a key is named by its content alone; any other is named by `salt` too, since the
    same poor words in two places need not mean the same work.
    """
    keys = keys_of(work, origin)
    content = json.dumps(work_json.encode(work), sort_keys=True, ensure_ascii=False)
    named = f"{origin.value}\n{content}" if keys else f"{origin.value}\n{content}\n{salt}"
    return Claim(hashlib.sha256(named.encode()).hexdigest()[:32], origin, work, keys)


def keys_of(work: Work, origin: Origin) -> tuple[Key, ...]:
    """What a claim can be recognized by, strongest first.

    A key brings two claims together to be compared; only an identifier says by itself that they are of one work.
    Words make keys where they tell enough to be compared: a title and a first author, a year and a place in the
    journal.
    """
    keys = [Key.of(i) for scheme in STRICT for i in work.identifiers if i.scheme == scheme]
    words = fold(titles.plain(work.title))
    title = words.replace(" ", "")
    if len(title) < MIN_TITLE:
        return tuple(keys)
    if origin is Origin.PAGE and work.abstract:
        keys.append(Key(KeyKind.ABSTRACT, _short(title, fold(work.abstract))))
    if work.author and work.issued and work.issued.year:
        keys.extend(_word_keys(work, words))
    return tuple(keys)


def _word_keys(work: Work, words: str) -> Iterator[Key]:
    """Keys of the title's beginning and of the place in the journal; another one each where they have another spelling,
    which a claim may use that is compared then."""
    page = work.page.partition("-")[0]
    if page or work.container_title or work.container_title_short:
        spellings = (words, american(words[:_SPELLED]))
        for title in dict.fromkeys(spelling.replace(" ", "")[:TITLE_KEY] for spelling in spellings):
            yield Key(KeyKind.TITLE, _short(title))
    if page and work.volume and work.issued:
        name = work.author[0].family or work.author[0].literal
        for first in (fold(name),) if name.isascii() else dict.fromkeys((fold(name), fold(spelled_out(name)))):
            yield Key(KeyKind.LOCATOR, _short(first, str(work.issued.year), fold(work.volume), fold(page)))


def _short(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]


def clusters(claims: Iterable[Claim]) -> list[Cluster]:
    """Group claims by the work they tell of; each cluster and the list of clusters in a canonical order."""
    nodes = sorted(claims, key=lambda d: (d.origin, d.digest))
    by_identifier = [part for group in _components(nodes, _joining_keys) for part in _split(group)]
    joined = _join_by_text(by_identifier)
    return sorted((tuple(sorted(c, key=lambda d: (d.origin, d.digest))) for c in joined), key=lambda c: c[0].digest)


def contradict(one: Iterable[Claim], other: Iterable[Claim]) -> bool:
    """Whether two groups name different identifiers of a scheme of which a work has only one, or a person parted
    them."""
    left, right = _by_scheme(one), _by_scheme(other)
    return any(not values & right[scheme] for scheme, values in left.items() if scheme in right)


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


def _components(nodes: Sequence[Claim], keys: KeysOf) -> list[list[Claim]]:
    """The connected components of claims that share keys."""
    parent = list(range(len(nodes)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first: dict[Hashable, int] = {}
    for index, node in enumerate(nodes):
        for key in keys(node):
            parent[root(index)] = root(first.setdefault(key, index))
    groups: dict[int, list[Claim]] = defaultdict(list)
    for index, node in enumerate(nodes):
        groups[root(index)].append(node)
    return list(groups.values())


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
        homes = [wide for wide in widest if ids < wide]
        if len(homes) == 1:
            parts[homes[0]].extend(nodes)
        elif homes:
            apart.append(nodes)
    return [*parts.values(), *apart]


def _join_by_text(groups: list[list[Claim]]) -> list[list[Claim]]:
    """Join groups whose words agree, where all that agree, directly or along a chain, are of one mind."""
    holders: dict[Key, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        for key in {key for d in group for key in d.keys if key.is_words}:
            holders[key].append(index)
    pairs = {pair for indexes in holders.values() for pair in combinations(indexes, 2)}
    agreeing = [(i, j) for i, j in sorted(pairs) if _agree(groups[i], groups[j])]
    out: list[list[Claim]] = []
    for linked in _linked(len(groups), agreeing):
        together = [d for i in linked for d in groups[i]]
        out.extend([together] if _of_one_mind(together) else [groups[i] for i in linked])
    return out


def torn_between(groups: Sequence[Sequence[Claim]]) -> frozenset[str]:
    """The digests of groups whose words agree with two other groups that contradict each other, or by an identifier."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        joined = (mark for d in group for mark in d.marks if mark.kind is MarkKind.SAME)
        for key in {*(key for d in group for key in d.keys), *joined}:
            holders[key].append(index)
    near: dict[int, set[int]] = defaultdict(set)
    for i, j in {pair for indexes in holders.values() for pair in combinations(indexes, 2)}:
        if not contradict(groups[i], groups[j]) and _alike(groups[i], groups[j]):
            near[i].add(j)
            near[j].add(i)
    ambiguous = {
        index
        for index, others in near.items()
        if any(contradict(groups[i], groups[j]) for i, j in combinations(sorted(others), 2))
    }
    return frozenset(d.digest for index in ambiguous for d in groups[index])


def _alike(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether two groups share what joins, or agree by their words."""
    joining = {key for d in one for key in _joining_keys(d)} & {key for d in other for key in _joining_keys(d)}
    return bool(joining) or _agree(list(one), list(other))


def _agree(one: list[Claim], other: list[Claim]) -> bool:
    """Whether some claim of one group and some of the other are of the same work by their words.

    Compared are those that share a key; or a mark, since claims on one side of a parting were one work before it.
    """
    return any(
        (set(a.keys) & set(b.keys) or set(a.marks) & set(b.marks)) and same_work(a.work, b.work)
        for a in one
        for b in other
    )


def _linked(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The indexes below `size` in groups that the pairs connect."""
    home = list(range(size))
    for i, j in pairs:
        low, high = sorted((home[i], home[j]))
        home = [low if h == high else h for h in home]
    united: dict[int, list[int]] = defaultdict(list)
    for index, where in enumerate(home):
        united[where].append(index)
    return list(united.values())
