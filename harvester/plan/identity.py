"""Which descriptions tell of one work: keys to recognize one by, and clusters that never join what contradicts itself.

The clusters of a set of descriptions depend on the set alone, never on the order in which they came. Two works with
different DOIs, PMIDs, PMCIDs or arXiv ids are never joined; a description that fits two works which contradict each
other stays apart from both.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from harvester.model import Work
from harvester.model.description import Description, Origin
from harvester.notations import work_json
from harvester.text import fold

STRICT = ("doi", "pmid", "pmcid", "arxiv")
"""Schemes of which a work has one value; an ISBN is shared by a book and its chapters and joins nothing."""

MIN_TITLE = 20
"""Letters that a title needs before its words count as a fingerprint: "Introduction" or "Editorial" say nothing."""

Cluster = tuple[Description, ...]
KeysOf = Callable[[Description], Iterable[str]]


def describe(work: Work, origin: Origin, salt: str) -> Description:
    """Make a description of a telling.

    One that can be recognized by a key is named by its content alone; any other is named by `salt` too, since the
    same poor words in two places need not mean the same work.
    """
    keys = keys_of(work, origin)
    content = json.dumps(work_json.encode(work), sort_keys=True, ensure_ascii=False)
    named = f"{origin.value}\n{content}" if keys else f"{origin.value}\n{content}\n{salt}"
    return Description(hashlib.sha256(named.encode()).hexdigest()[:32], origin, work, keys)


def keys_of(work: Work, origin: Origin) -> tuple[str, ...]:
    """What a telling can be recognized by, strongest first."""
    keys = [str(i) for scheme in STRICT for i in work.identifiers if i.scheme == scheme]
    if fingerprint := _fingerprint(work, origin):
        keys.append(fingerprint)
    return tuple(keys)


def _fingerprint(work: Work, origin: Origin) -> str:
    """Title, first author, year and place in the journal, all of them; for a page also title and abstract."""
    title = fold(work.title)
    if len(title) < MIN_TITLE:
        return ""
    place = work.page.partition("-")[0] or work.volume
    if work.author and work.issued and work.issued.year and place:
        first = fold(work.author[0].family or work.author[0].literal)
        return "text:" + _short(title, first, str(work.issued.year), fold(place))
    if origin is Origin.PAGE and work.abstract:
        return "text:" + _short(title, fold(work.abstract))
    return ""


def _short(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]


def clusters(descriptions: Iterable[Description]) -> list[Cluster]:
    """Group descriptions by the work they tell of; each cluster and the list of clusters in a canonical order."""
    nodes = sorted(descriptions, key=lambda d: (d.origin, d.digest))
    by_identifier = [part for group in _components(nodes, _identifier_keys) for part in _split(group)]
    joined = _join_by_text(by_identifier)
    return sorted((tuple(sorted(c, key=lambda d: (d.origin, d.digest))) for c in joined), key=lambda c: c[0].digest)


def contradict(one: Iterable[Description], other: Iterable[Description]) -> bool:
    """Whether two groups name different identifiers of a scheme of which a work has only one."""
    left, right = _by_scheme(one), _by_scheme(other)
    return any(left[s] and right[s] and not left[s] & right[s] for s in STRICT)


def _identifier_keys(description: Description) -> list[str]:
    return [str(i) for i in description.identifiers if i.scheme in STRICT]


def _by_scheme(group: Iterable[Description]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {scheme: set() for scheme in STRICT}
    for description in group:
        for identifier in description.identifiers:
            if identifier.scheme in found:
                found[identifier.scheme].add(identifier.value)
    return found


def _components(nodes: Sequence[Description], keys: KeysOf) -> list[list[Description]]:
    """The connected components of descriptions that share keys."""
    parent = list(range(len(nodes)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first: dict[str, int] = {}
    for index, node in enumerate(nodes):
        for key in keys(node):
            parent[root(index)] = root(first.setdefault(key, index))
    groups: dict[int, list[Description]] = defaultdict(list)
    for index, node in enumerate(nodes):
        groups[root(index)].append(node)
    return list(groups.values())


def _split(group: list[Description]) -> list[list[Description]]:
    """A component as it is where it is of one mind; else by exact identifiers, the ambiguous ones apart."""
    if all(len(values) <= 1 for values in _by_scheme(group).values()):
        return [group]
    by_identity: dict[frozenset[str], list[Description]] = defaultdict(list)
    for node in group:
        by_identity[frozenset(_identifier_keys(node))].append(node)
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


def _join_by_text(groups: list[list[Description]]) -> list[list[Description]]:
    """Join groups that share a fingerprint where all that share it are of one mind."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        for key in {key for d in group for key in d.keys if key.startswith("text:")}:
            holders[key].append(index)
    agreed = {
        key: indexes
        for key, indexes in holders.items()
        if all(len(v) <= 1 for v in _by_scheme(d for i in indexes for d in groups[i]).values())
    }
    return _join(groups, agreed)


def _join(groups: list[list[Description]], agreed: dict[str, list[int]]) -> list[list[Description]]:
    """Unite groups along agreed keys; a chain of keys that ends in a contradiction unites nothing."""
    home = list(range(len(groups)))
    for indexes in agreed.values():
        low = min(home[i] for i in indexes)
        merged = {home[i] for i in indexes}
        home = [low if h in merged else h for h in home]
    united: dict[int, list[int]] = defaultdict(list)
    for index, where in enumerate(home):
        united[where].append(index)
    out: list[list[Description]] = []
    for indexes in united.values():
        together = [d for i in indexes for d in groups[i]]
        one_mind = all(len(values) <= 1 for values in _by_scheme(together).values())
        out.extend([together] if one_mind else [groups[i] for i in indexes])
    return out
