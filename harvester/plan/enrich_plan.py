"""Findings -> EnrichPlan: which records arrive or change, which tellings are marked, and what works that makes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from harvester.model import Work
from harvester.model.description import Description
from harvester.model.enriching import EnrichPlan, Finding, Replacement, Telling
from harvester.model.plans import Held, Known
from harvester.plan.source_plan import make_changes


def make_enrich_plan(findings: Sequence[Finding], known: Known, renewed: Iterable[Telling] = ()) -> EnrichPlan:
    """Decide what the store shall hold after some findings; `renewed` are records that were asked for again."""
    tellings = {t.description.digest: t for f in findings for t in f.tellings if t.answer_key}
    tellings.update((t.description.digest, t) for t in renewed)
    held = {h.description.digest: h for h in known.held}
    fresh = [t for digest, t in sorted(tellings.items()) if digest not in held]
    replaced = tuple(r for t in fresh if (r := _replacement(t, known)) is not None)
    renewing = {r.telling.description.digest for r in replaced}
    arriving = tuple(t for t in fresh if t.description.digest not in renewing)
    changed = _with_changes(known, findings, replaced)
    touched = frozenset(h.description.digest for h in changed if h not in known.held)
    there = Known(tuple(changed), known.present, known.leaving, _pinned(known, replaced))
    changes = make_changes(there, [t.description for t in arriving], touched)
    wanted = {digest for work in changes.works for digest in work.descriptions}
    return EnrichPlan(tuple(findings), tuple(t for t in arriving if t.description.digest in wanted), replaced, changes)


def _replacement(telling: Telling, known: Known) -> Replacement | None:
    """The older telling of the same record, which gives way."""
    record = telling.description
    for held in known.held:
        old = held.description
        if old.origin == record.origin and own_identifier(old.work) == own_identifier(record.work):
            return Replacement(old.digest, telling)
    return None


def own_identifier(work: Work) -> str:
    """What names a record at its service."""
    return next((str(i) for scheme in ("pmid", "doi") for i in work.identifiers if i.scheme == scheme), "")


def _with_changes(known: Known, findings: Iterable[Finding], replaced: Iterable[Replacement]) -> list[Held]:
    marks = {f.subject.description.digest: f for f in findings}
    renewals = {r.old: r.telling.description for r in replaced}
    out = []
    for held in known.held:
        digest = held.description.digest
        if digest in renewals:
            out.append(Held(renewals[digest], held.work_id))
        elif digest in marks:
            out.append(Held(_marked(held.description, marks[digest]), held.work_id))
        else:
            out.append(held)
    return out


def _marked(own: Description, finding: Finding) -> Description:
    """A telling with what was found for it and what is disputed of it."""
    return replace(own, matched=finding.matched or own.matched, disputed=finding.disputed or own.disputed)


def _pinned(known: Known, replaced: Iterable[Replacement]) -> frozenset[str]:
    renewals = {r.old: r.telling.description.digest for r in replaced}
    return frozenset(renewals.get(digest, digest) for digest in known.pinned)
