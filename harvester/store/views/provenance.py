"""Who says what of a work, and where."""

import json

from harvester.model import Span
from harvester.model.claim import Claim, Location, Origin
from harvester.model.reading import FieldLocation
from harvester.model.resolution import FETCHED_LIST
from harvester.store.rows import span_from
from harvester.store.views import claims
from harvester.store.views.reader import Reader

DECISIONS = "SELECT made_at, detail FROM decision WHERE kind IN ('edit', 'identity')"
PAGES = f"""
SELECT id, name FROM source WHERE description_id = :claim AND format <> '{FETCHED_LIST}' ORDER BY name, part
"""
FIELDS = f"""
SELECT place.source_id, place.field, place.span_start, place.span_end
FROM place JOIN source ON source.id = place.source_id
WHERE source.description_id = :claim AND source.format <> '{FETCHED_LIST}'
"""
REFERENCES = """
SELECT source.name, source.format, reference.ordinal, reference.span_start, reference.span_end
FROM source
JOIN reference ON reference.source_id = source.id
JOIN citation ON citation.reference_id = reference.id
WHERE citation.description_id = :claim
ORDER BY source.name, reference.ordinal
"""
ANSWERS = """
SELECT answer.kind, answer.asked_at
FROM answer JOIN description ON description.answer_key = answer.key
WHERE description.id = :claim
"""


def provenance(reader: Reader, work: int) -> list[tuple[Claim, tuple[Location, ...]]]:
    """The claims of a work, each with its locations: `file` with the location of each field, `file, reference 3` with
    its range, `answer of efetch, date`, `a person, date`."""
    return [(one.claim, tuple(_locations(reader, n, one.claim))) for n, one in claims.of_works(reader, [work])]


def _locations(reader: Reader, number: int, claim: Claim) -> list[Location]:
    if claim.origin is Origin.PERSON:
        decisions = [(at, json.loads(detail)) for at, detail in reader.rows(DECISIONS)]
        return [Location(f"a person, {at}") for at, detail in decisions if detail.get("word") == claim.digest]
    fields: dict[int, list[FieldLocation]] = {}
    for source, field, start, end in reader.rows(FIELDS, claim=number):
        fields.setdefault(source, []).append(FieldLocation(field, Span(start, end)))
    pages = reader.rows(PAGES, claim=number)
    found = [Location(file, fields=tuple(fields.get(source, ()))) for source, file in pages]
    for file, kind, ordinal, start, end in reader.rows(REFERENCES, claim=number):
        source = f"the list of {file}" if kind == FETCHED_LIST else file
        found.append(Location(f"{source}, reference {ordinal}", span_from(start, end)))
    return [*found, *(Location(f"answer of {kind}, {at}") for kind, at in reader.rows(ANSWERS, claim=number))]
