"""Resolutions -> EnrichPlan: which records arrive or change, which claims are marked, and what works that makes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from harvester.model.claim import Claim
from harvester.model.neighbourhood import Neighbourhood
from harvester.model.resolution import EnrichPlan, FetchedClaim, Replacement, Resolution
from harvester.works.regrouping import make_changes


def make_enrich_plan(
    resolutions: Sequence[Resolution], neighbourhood: Neighbourhood, renewed: Iterable[FetchedClaim] = ()
) -> EnrichPlan:
    """Decide what the store shall hold after some resolutions; `renewed` are records that were asked for again."""
    fetched_claims = {t.claim.digest: t for f in resolutions for t in f.fetched_claims if t.answer_key}
    fetched_claims.update((t.claim.digest, t) for t in renewed)
    present = {h.claim.digest: h.claim for h in neighbourhood.neighbours}
    fresh = [t for digest, t in sorted(fetched_claims.items()) if digest not in present]
    # A service corrects its record: the new claim takes the older one's place, and all that hangs on it stays.
    older = {_record(d): d.digest for d in present.values() if d.origin.is_service}
    replaced = tuple(Replacement(older[_record(t.claim)], t) for t in fresh if _record(t.claim) in older)
    renewals = {r.old: r.fetched.claim for r in replaced}
    renewing = {claim.digest for claim in renewals.values()}
    arriving = tuple(t for t in fresh if t.claim.digest not in renewing)

    found = {f.query.claim.digest: f for f in resolutions}
    neighbours, touched = [], set()
    for neighbour in neighbourhood.neighbours:
        old = neighbour.claim
        if old.digest in renewals:
            new = replace(renewals[old.digest], marks=old.marks, matched=old.matched)
        elif old.digest in found:
            resolution = found[old.digest]
            # What was found or disputed before stays where this asking says nothing of it.
            matched, disputed = resolution.matched or old.matched, resolution.disputed or old.disputed
            new = replace(old, matched=matched, disputed=disputed)
        else:
            neighbours.append(neighbour)
            continue
        neighbours.append(replace(neighbour, claim=new))
        touched.add(new.digest)
    pinned = frozenset(renewals[d].digest if d in renewals else d for d in neighbourhood.pinned)
    there = Neighbourhood(tuple(neighbours), neighbourhood.present, neighbourhood.leaving, pinned)
    changes = make_changes(there, [t.claim for t in arriving], frozenset(touched))
    # A record of a work that nobody wants (see `make_changes`) is not kept.
    wanted = {digest for work in changes.works for digest in work.claims}
    return EnrichPlan(tuple(resolutions), tuple(t for t in arriving if t.claim.digest in wanted), replaced, changes)


def _record(fetched: Claim) -> tuple[int, str]:
    """The service and its own name of a record: of two claims with the same the older gives way."""
    own = (str(i) for scheme in ("pmid", "doi") for i in fetched.work.identifiers if i.scheme == scheme)
    return fetched.origin, next(own, fetched.digest)
