"""Resolutions -> EnrichPlan: which records arrive or change, which claims are marked, and what works that makes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from harvester.model.claim import Claim
from harvester.model.plans import Neighbour, Neighbourhood
from harvester.model.resolution import EnrichPlan, FetchedClaim, Replacement, Resolution
from harvester.works.source_plan import make_changes


def make_enrich_plan(
    resolutions: Sequence[Resolution], neighbourhood: Neighbourhood, renewed: Iterable[FetchedClaim] = ()
) -> EnrichPlan:
    """Decide what the store shall hold after some resolutions; `renewed` are records that were asked for again."""
    fetched_claims = {t.claim.digest: t for f in resolutions for t in f.fetched_claims if t.answer_key}
    fetched_claims.update((t.claim.digest, t) for t in renewed)
    neighbours = {h.claim.digest: h.claim for h in neighbourhood.neighbours}
    fresh = [t for digest, t in sorted(fetched_claims.items()) if digest not in neighbours]
    older = {_record(d): d.digest for d in neighbours.values() if d.origin.is_service}
    replaced = tuple(Replacement(older[_record(t.claim)], t) for t in fresh if _record(t.claim) in older)
    renewing = {r.fetched.claim.digest for r in replaced}
    arriving = tuple(t for t in fresh if t.claim.digest not in renewing)
    changed = _with_changes(neighbourhood, resolutions, replaced)
    both = zip(changed, neighbourhood.neighbours, strict=True)
    touched = frozenset(new.claim.digest for new, old in both if new is not old)
    there = Neighbourhood(
        tuple(changed), neighbourhood.present, neighbourhood.leaving, _pinned(neighbourhood, replaced)
    )
    changes = make_changes(there, [t.claim for t in arriving], touched)
    wanted = {digest for work in changes.works for digest in work.claims}
    return EnrichPlan(tuple(resolutions), tuple(t for t in arriving if t.claim.digest in wanted), replaced, changes)


def _record(fetched: Claim) -> tuple[int, str]:
    """The service and its own name of a record: of two claims with the same the older gives way."""
    own = (str(i) for scheme in ("pmid", "doi") for i in fetched.work.identifiers if i.scheme == scheme)
    return fetched.origin, next(own, fetched.digest)


def _with_changes(
    neighbourhood: Neighbourhood, resolutions: Iterable[Resolution], replaced: Iterable[Replacement]
) -> list[Neighbour]:
    marks = {f.query.claim.digest: f for f in resolutions}
    renewals = {r.old: r.fetched.claim for r in replaced}
    out = []
    for neighbours in neighbourhood.neighbours:
        digest = neighbours.claim.digest
        if digest in renewals:
            new = renewals[digest]
            kept = replace(new, marks=neighbours.claim.marks, matched=neighbours.claim.matched)
            out.append(replace(neighbours, claim=kept))
        elif digest in marks:
            out.append(replace(neighbours, claim=_marked(neighbours.claim, marks[digest])))
        else:
            out.append(neighbours)
    return out


def _marked(own: Claim, resolution: Resolution) -> Claim:
    """A claim with what was found for it and what is disputed of it."""
    return replace(own, matched=resolution.matched or own.matched, disputed=resolution.disputed or own.disputed)


def _pinned(neighbourhood: Neighbourhood, replaced: Iterable[Replacement]) -> frozenset[str]:
    renewals = {r.old: r.fetched.claim.digest for r in replaced}
    return frozenset(renewals.get(digest, digest) for digest in neighbourhood.pinned)
