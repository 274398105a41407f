"""The library's own picture of a work: field by field, the best of what its claims tell."""

from collections.abc import Iterable

from harvester.model import Identifier, Work, make_work, work_json
from harvester.model.claim import Claim

GROUPS = {"author": ("author", "authors_complete")}
"""Fields that are taken together from one claim, under the one that decides."""

SCHEME_ORDER = ("doi", "pmid", "pmcid", "arxiv", "isbn")


def choose(cluster: Iterable[Claim]) -> Work:
    """The work that a cluster of claims adds up to; the same for any order of them."""
    ranked = rank(cluster)
    values: dict[str, object] = {}
    for field in work_json.FIELDS:
        teller = next((d for d in ranked if getattr(d.work, field)), None)
        if teller is not None:
            values.update({name: getattr(teller.work, name) for name in GROUPS.get(field, (field,))})
    relations = tuple(sorted({relation for d in ranked for relation in d.work.relations}))
    return make_work(**values, relations=relations, identifiers=_identifiers(ranked))  # type: ignore[arg-type]  # FIELDS are fields of Work


def rank(cluster: Iterable[Claim]) -> list[Claim]:
    """The most believed first: by origin, then whole author lists, then the fuller claim, then by content."""
    return sorted(cluster, key=lambda d: (d.origin, not d.work.authors_complete, -_fullness(d.work), d.digest))


def _fullness(work: Work) -> int:
    return sum(1 for field in work_json.FIELDS if getattr(work, field))


def _identifiers(ranked: list[Claim]) -> tuple[Identifier, ...]:
    found = {i for d in ranked for i in d.identifiers}
    return tuple(sorted(found, key=lambda i: (SCHEME_ORDER.index(i.scheme), i.value)))
