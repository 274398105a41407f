"""Resolve: references to resolutions without a library, the same steps as enriching, in memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from harvester.app import fallback
from harvester.app.asking import run
from harvester.app.strategies import STEPS, Step, batches
from harvester.errors import UnreachableError
from harvester.model import ParsedReference, Problem, Verdict
from harvester.model.citation import Method
from harvester.model.claim import Origin
from harvester.model.resolution import Query, Resolution
from harvester.ports import Services
from harvester.works.identity import make_claim


@dataclass(frozen=True, slots=True)
class Resolved:
    """A reference and what was found of it; `problem` where a service did not answer, and the verdict is open."""

    reference: ParsedReference
    resolution: Resolution
    problem: str = ""


def resolve(references: Sequence[ParsedReference], services: Services) -> list[Resolved]:
    """What each reference leads to, in order; equal ones are asked about once.

    Raises `harvester.errors.UnreachableError` where a service cannot be reached.
    """
    queries = [_subject(r) for r in references]
    found = {s.claim.digest: Resolution(s, Verdict.OPEN, s.method, s.stage) for s in queries}
    problems: list[str] = []
    for step in STEPS:
        left = [_as_found(f) for f in found.values() if f.verdict is Verdict.OPEN]
        _ask(step, left, services, found, problems)
    for step in fallback.STEPS if "crossref" in services.offered else ():
        left = [_as_found(f) for f in found.values() if f.verdict in fallback.WAITING]
        try:
            _ask(step, left, services, found, [])
        except UnreachableError:
            break
    unanswered = problems[-1] if problems else ""
    return [_resolved(r, found[s.claim.digest], unanswered) for r, s in zip(references, queries, strict=True)]


def _ask(
    step: Step, left: Sequence[Query], services: Services, found: dict[str, Resolution], problems: list[str]
) -> None:
    """Ask about what is left in one way, and note what was found, or why there was no answer."""
    for outcome in run([step.strategy(batch) for batch in batches(left, step)], services):
        if isinstance(outcome, Problem):
            problems.append(outcome.detail)
        else:
            found.update((f.query.claim.digest, f) for f in outcome)


def _subject(reference: ParsedReference) -> Query:
    method = Method.PRINTED_IDENTIFIER if reference.described.identifiers else Method.PRINTED_WORDS
    described = make_claim(reference.described, Origin.REFERENCE, reference.raw.text)
    return Query(described, reference.raw.text, method=method, labels=reference.raw.tail_labels)


def _as_found(resolution: Resolution) -> Query:
    return replace(resolution.query, method=resolution.method, stage=resolution.stage, reason=resolution.reason)


def _resolved(reference: ParsedReference, resolution: Resolution, problem: str) -> Resolved:
    return Resolved(reference, resolution, problem if resolution.verdict is Verdict.OPEN else "")


def unsettled(resolved: Iterable[Resolved]) -> int:
    """How many no service answered for."""
    return sum(1 for one in resolved if one.problem)
