"""What a reference leads to, as JSON in the shape that `harvester resolve` prints."""

from harvester import explain
from harvester.formats.page_json import encode_reference
from harvester.model import Candidate, ParsedReference, Verdict, work_json
from harvester.model.resolution import Resolution
from harvester.model.work_json import Json

ACCEPTED = (Verdict.ASSERTED, Verdict.MATCHED, Verdict.CONFIRMED)


def encode_resolved(reference: ParsedReference, resolution: Resolution, problem: str = "") -> Json:
    """A reference with its verdict, evidence and candidates; `identifiers` are the accepted work's."""
    out = encode_reference(reference)
    printed = out.pop("identifiers", {})
    accepted = resolution.candidates[0].work if resolution.verdict in ACCEPTED and resolution.candidates else None
    out["identifiers"] = work_json.encode_identifiers(accepted.identifiers) if accepted else {}
    out["printed_identifiers"] = printed
    out["verdict"] = resolution.verdict.value
    out["method"] = resolution.candidates[0].method if accepted else explain.method(resolution.method, resolution.stage)
    out["evidence"] = explain.sentence(resolution.reason)
    out["candidates"] = [encode_candidate(candidate) for candidate in resolution.candidates]
    if problem:
        out["problem"] = problem
    return out


def encode_candidate(candidate: Candidate) -> Json:
    """A candidate with its distance and each penalty: its amount by name, and the two values that were compared."""
    return {
        "distance": round(candidate.distance, 3),
        "method": candidate.method,
        "penalties": {p.name: p.amount for p in candidate.penalties},
        "compared": {
            p.name: {"amount": p.amount, "weight": p.weight, "printed": p.printed, "found": p.found}
            for p in candidate.penalties
        },
        "work": work_json.encode(candidate.work),
    }
