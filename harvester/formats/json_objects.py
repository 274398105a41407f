"""The JSON objects that `extract`, `parse` and `resolve` answer: a page, a reference, and what a reference leads to.

The shapes are a promise to scripts; `docs/cli.md` shows them.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from harvester.model import Page, ParsedReference, Problem, RawReference, Reading, Span, work_json
from harvester.model.reading import FieldLocation
from harvester.model.work_json import Json

# `extract` goes by this file, and should not pay for the nouns of matching.
if TYPE_CHECKING:
    from harvester.model import Candidate
    from harvester.model.resolution import Resolution


def encode_page(
    page: Page,
    reading: Reading,
    references: Sequence[ParsedReference | RawReference],
    locations: Iterable[FieldLocation] | None = None,
) -> Json:
    """One object a page; a reference that is not parsed has its text and identifiers alone.

    `locations` are where the page says the fields of its own work: `spans` of it, by field or an identifier's CURIE;
    None where that was not asked. A page of search results has `works`, which it does not cite.
    """
    works = {"works": [work_json.encode(work) for work in reading.works]} if reading.works else {}
    return {
        "source": page.source,
        "format": page.format,
        "title": reading.title,
        "problems": [encode_problem(problem) for problem in reading.problems],
        "work": encode_work(reading, locations) if reading.citing else None,
        **works,
        "references": [encode_reference(reference) for reference in references],
        "references_stated": reading.stated_total,
        "mentions": [
            {"scheme": m.identifier.scheme, "value": m.identifier.value, "span": _span(m.span)}
            for m in reading.mentions
        ],
    }


def encode_work(reading: Reading, locations: Iterable[FieldLocation] | None) -> Json:
    """The citing work; `identifiers` are there even if empty, and so are `spans` if they were asked for."""
    work = work_json.encode(reading.citing) if reading.citing else {}
    spans = {} if locations is None else {"spans": {location.field: _span(location.span) for location in locations}}
    return {"type": "", "title": "", **work, "identifiers": work.get("identifiers", {}), **spans}


def encode_reference(reference: ParsedReference | RawReference) -> Json:
    """One reference: where it stands, its identifiers, and its fields as far as they were understood."""
    raw = reference.raw if isinstance(reference, ParsedReference) else reference
    out: Json = {
        "ordinal": raw.ordinal,
        "label": raw.label,
        "text": raw.text,
        "span": _span(raw.span),
        "identifiers": work_json.encode_identifiers(raw.identifiers),
        "labels": list(raw.tail_labels),
    }
    if isinstance(reference, ParsedReference):
        described = work_json.encode(reference.described)
        identifiers = described.pop("identifiers", {})
        out.update(described, identifiers=identifiers, authors_complete=reference.described.authors_complete)
        if reference.page_printed:
            out["page_printed"] = reference.page_printed
        out["confidence"] = round(reference.confidence, 3)
        out["field_confidence"] = {field: round(chance, 3) for field, chance in reference.chances.items()}
    return out


def encode_problem(problem: Problem) -> Json:
    """A problem as `{"code", "detail", "span"}`."""
    return {"code": problem.code, "detail": problem.detail, "span": _span(problem.span)}


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def encode_resolved(reference: ParsedReference, resolution: "Resolution", problem: str = "") -> Json:
    """A reference with its verdict, evidence and candidates; `identifiers` are the accepted work's."""
    from harvester import explain

    out = encode_reference(reference)
    printed = out.pop("identifiers", {})
    accepted = resolution.candidates[0].work if resolution.verdict.is_settled and resolution.candidates else None
    out["identifiers"] = work_json.encode_identifiers(accepted.identifiers) if accepted else {}
    out["printed_identifiers"] = printed
    out["verdict"] = resolution.verdict.value
    out["method"] = resolution.candidates[0].method if accepted else explain.method(resolution.method, resolution.stage)
    out["evidence"] = explain.sentence(resolution.reason)
    out["candidates"] = [encode_candidate(candidate) for candidate in resolution.candidates]
    if problem:
        out["problem"] = problem
    return out


def encode_candidate(candidate: "Candidate") -> Json:
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
