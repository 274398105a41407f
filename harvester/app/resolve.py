"""Resolve: references to resolutions without a library, by the same steps as enriching, in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from harvester.app.asking import Step, settle
from harvester.app.events import Left
from harvester.app.steps import STEPS
from harvester.model import ParsedReference, Verdict
from harvester.model.citation import Method
from harvester.model.claim import Origin
from harvester.model.resolution import Query, Resolution
from harvester.ports import Services
from harvester.works.claims import make_claim


@dataclass(frozen=True, slots=True)
class ResolvedReference:
    """A reference and what was found of it; `problem` where a service did not answer, and the verdict is open."""

    reference: ParsedReference
    resolution: Resolution
    problem: str = ""


def resolve(references: Sequence[ParsedReference], services: Services) -> list[ResolvedReference]:
    """What each reference leads to, in order; equal ones are asked about once.

    Raises `harvester.errors.UnreachableError` where PubMed cannot be reached.
    """
    queries = []
    for reference in references:
        claim = make_claim(reference.described, Origin.REFERENCE, reference.raw.text)
        method = Method.PRINTED_IDENTIFIER if reference.described.identifiers else Method.PRINTED_WORDS
        queries.append(Query(claim, reference.raw.text, method=method, labels=reference.raw.tail_labels))
    found = {query.claim.digest: Resolution(query, Verdict.OPEN, query.method, query.stage) for query in queries}

    def open_queries(step: Step) -> list[Query]:
        # A later step goes on where the one before it came to.
        return [
            replace(f.query, method=f.method, stage=f.stage, reason=f.reason)
            for f in found.values()
            if f.verdict in (step.takes_up or (Verdict.OPEN,))
        ]

    def hold(resolutions: Sequence[Resolution]) -> None:
        found.update((f.query.claim.digest, f) for f in resolutions)

    # What a fallback leaves is not open any more: PubMed has answered.
    problems = [event.problem for event in settle(STEPS, open_queries, hold, services) if isinstance(event, Left)]
    unanswered = problems[0].detail if problems else ""
    resolved = [(reference, found[query.claim.digest]) for reference, query in zip(references, queries, strict=True)]
    return [ResolvedReference(r, f, unanswered if f.verdict is Verdict.OPEN else "") for r, f in resolved]
