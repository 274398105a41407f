"""Findings -> EnrichPlan: which records arrive or change, which tellings are marked, and what works that makes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from harvester.model.claim import Description
from harvester.model.plans import Held, Known
from harvester.model.resolution import EnrichPlan, Finding, Replacement, Telling
from harvester.works.source_plan import make_changes


def make_enrich_plan(findings: Sequence[Finding], known: Known, renewed: Iterable[Telling] = ()) -> EnrichPlan:
    """Decide what the store shall hold after some findings; `renewed` are records that were asked for again."""
    tellings = {t.description.digest: t for f in findings for t in f.tellings if t.answer_key}
    tellings.update((t.description.digest, t) for t in renewed)
    held = {h.description.digest: h.description for h in known.held}
    fresh = [t for digest, t in sorted(tellings.items()) if digest not in held]
    older = {_record(d): d.digest for d in held.values() if d.origin.is_service}
    replaced = tuple(Replacement(older[_record(t.description)], t) for t in fresh if _record(t.description) in older)
    renewing = {r.telling.description.digest for r in replaced}
    arriving = tuple(t for t in fresh if t.description.digest not in renewing)
    changed = _with_changes(known, findings, replaced)
    both = zip(changed, known.held, strict=True)
    touched = frozenset(new.description.digest for new, old in both if new is not old)
    there = Known(tuple(changed), known.present, known.leaving, _pinned(known, replaced))
    changes = make_changes(there, [t.description for t in arriving], touched)
    wanted = {digest for work in changes.works for digest in work.descriptions}
    return EnrichPlan(tuple(findings), tuple(t for t in arriving if t.description.digest in wanted), replaced, changes)


def _record(telling: Description) -> tuple[int, str]:
    """The service and its own name of a record: of two tellings with the same the older gives way."""
    own = (str(i) for scheme in ("pmid", "doi") for i in telling.work.identifiers if i.scheme == scheme)
    return telling.origin, next(own, telling.digest)


def _with_changes(known: Known, findings: Iterable[Finding], replaced: Iterable[Replacement]) -> list[Held]:
    marks = {f.subject.description.digest: f for f in findings}
    renewals = {r.old: r.telling.description for r in replaced}
    out = []
    for held in known.held:
        digest = held.description.digest
        if digest in renewals:
            new = renewals[digest]
            kept = replace(new, keys=(*new.keys, *held.description.marks), matched=held.description.matched)
            out.append(replace(held, description=kept))
        elif digest in marks:
            out.append(replace(held, description=_marked(held.description, marks[digest])))
        else:
            out.append(held)
    return out


def _marked(own: Description, finding: Finding) -> Description:
    """A telling with what was found for it and what is disputed of it."""
    return replace(own, matched=finding.matched or own.matched, disputed=finding.disputed or own.disputed)


def _pinned(known: Known, replaced: Iterable[Replacement]) -> frozenset[str]:
    renewals = {r.old: r.telling.description.digest for r in replaced}
    return frozenset(renewals.get(digest, digest) for digest in known.pinned)
