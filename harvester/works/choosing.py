"""The library's own picture of a work: field by field, the best of what its claims say."""

from collections.abc import Iterable

from harvester.model import Identifier, Work, make_work, remake_work, work_json
from harvester.model.claim import Claim

GROUPS = {"author": ("author", "authors_complete")}
"""Fields that are taken together from one claim, under the one that decides."""

SCHEME_ORDER = ("doi", "pmid", "pmcid", "arxiv", "isbn")


def choose(cluster: Iterable[Claim]) -> Work:
    """The work that a cluster of claims adds up to; the same for any order of them."""
    ranked = list(cluster)
    if len(ranked) == 1:  # most works of a library are told once
        return _told_once(ranked[0])
    ranked = rank(ranked)
    values: dict[str, object] = {}
    for field in work_json.FIELDS:
        believed = next((d.work for d in ranked if getattr(d.work, field)), None)
        if believed is not None:
            values.update({name: getattr(believed, name) for name in GROUPS.get(field, (field,))})
    # Relations and identifiers are no matter of belief: what any claim adds is taken.
    relations = tuple(sorted({relation for d in ranked for relation in d.work.relations}))
    values |= {"relations": relations, "identifiers": _in_order({i for d in ranked for i in d.identifiers})}
    return make_work(**values)  # type: ignore[arg-type]  # FIELDS are fields of Work


def _told_once(claim: Claim) -> Work:
    work = claim.work
    return remake_work(
        work,
        authors_complete=work.authors_complete or not work.author,
        relations=tuple(sorted(set(work.relations))) if work.relations else (),
        identifiers=_in_order(claim.identifiers),
    )


def _in_order(found: Iterable[Identifier]) -> tuple[Identifier, ...]:
    return tuple(sorted(found, key=lambda i: (SCHEME_ORDER.index(i.scheme), i.value)))


def rank(cluster: Iterable[Claim]) -> list[Claim]:
    """The most believed first: by origin, then whole author lists, then the fuller claim, then by content."""

    def order(claim: Claim) -> tuple[int, bool, int, str]:
        fullness = sum(1 for field in work_json.FIELDS if getattr(claim.work, field))
        return claim.origin, not claim.work.authors_complete, -fullness, claim.digest

    return sorted(cluster, key=order)
