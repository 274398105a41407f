"""What is to be asked of the services: open works and references, and records that are due again."""

import json
from collections.abc import Collection, Mapping

from harvester.model import Verdict, reason
from harvester.model.citation import Method, Stage
from harvester.model.claim import Claim, Origin
from harvester.model.reason import Reason
from harvester.model.resolution import FETCHED_LIST, Due, Query
from harvester.store.views import claims
from harvester.store.views.reader import Reader

ANY_OPEN = "SELECT reference_id FROM citation WHERE verdict = 'open' LIMIT 1"
# Where several links are by one claim the least of each is taken, so that the answer hangs on no order; of the stage
# the least is the one from which asking goes on.
PAGES = f"""
SELECT description_id, min(title), min(method), min(stage), min(reason), '[]' FROM source
WHERE description_id IS NOT NULL AND format <> '{FETCHED_LIST}' AND verdict IN (:these)
GROUP BY description_id
"""
REFERENCES = """
SELECT citation.description_id, min(reference.text), min(citation.method), min(citation.stage), min(citation.reason),
       min(reference.tail_labels)
FROM citation JOIN reference ON reference.id = citation.reference_id
WHERE citation.verdict IN (:these)
GROUP BY citation.description_id
"""
SAID_OF_PAGES = "SELECT detail FROM decision WHERE kind = 'identity' AND undone_at IS NULL"
RECORD_OF_SAME_WORK = """
SELECT record.id FROM description AS own JOIN description AS record ON record.work_id = own.work_id
WHERE own.id = :claim AND record.answer_key IS NOT NULL LIMIT 1
"""
DUE = f"""
SELECT description.digest, description.work_id, answer.asked_at
FROM description JOIN answer ON answer.key = description.answer_key
WHERE description.origin = {Origin.PUBMED.value} AND answer.asked_at < :before
"""

Asked = tuple[str, Method, Stage, Reason | None, tuple[str, ...]]
"""Of a claim that is to be asked for: its words, method, stage, reason and tail labels."""


def has_open_reference(reader: Reader) -> bool:
    """Whether any citation is open."""
    return reader.one(ANY_OPEN) is not None


def open_pages(reader: Reader, verdicts: Collection[Verdict]) -> list[Query]:
    """The works that pages are of, which stand so; a page of no article is of nothing that a service knows."""
    asked = _asked(reader, PAGES, verdicts)
    if Verdict.OPEN in verdicts:
        # What a person said a page is of is asked for once, though the page itself may stand otherwise.
        words = {str(json.loads(detail)["word"]) for detail in reader.column(SAID_OF_PAGES)}
        for number, _ in reader.each(claims.NUMBERS, sorted(words)):
            if reader.one(RECORD_OF_SAME_WORK, claim=number) is None:
                asked[number] = ("", Method.PRINTED_IDENTIFIER, Stage.UNTRIED, None, ())
    # A page of no article has a title of its own making, by which a search would find anything.
    queries = _queries(reader, asked, is_page=True)
    return [query for query in queries if query.claim.work.type != "webpage" or query.claim.identifiers]


def open_references(reader: Reader, verdicts: Collection[Verdict]) -> list[Query]:
    """What references say, one query a claim, where a citation by it stands so."""
    return _queries(reader, _asked(reader, REFERENCES, verdicts), is_page=False)


def _asked(reader: Reader, sql: str, verdicts: Collection[Verdict]) -> dict[int, Asked]:
    found = reader.each(sql, sorted(verdict.value for verdict in verdicts))
    return {
        number: (text, Method(method), Stage(stage), reason.decode(why), tuple(json.loads(labels)))
        for number, text, method, stage, why, labels in found
    }


def _queries(reader: Reader, asked: Mapping[int, Asked], *, is_page: bool) -> list[Query]:
    works = {row[0] for row in reader.each(claims.HOMES, sorted(asked))}
    listed = claims.of_works(reader, works)
    records: dict[int, list[Claim]] = {}
    for _, one in listed:
        if one.claim.origin.is_service:
            records.setdefault(one.work_id, []).append(one.claim)
    return [
        Query(one.claim, text, is_page, method, stage, tuple(records.get(one.work_id, ())), why, labels)
        for number, one in sorted(listed, key=lambda pair: pair[1].claim.digest)
        if number in asked
        for text, method, stage, why, labels in (asked[number],)
    ]


def due(reader: Reader, before: str) -> list[Due]:
    """PubMed's records that were last asked for before a time."""
    asked = {digest: (work, at) for digest, work, at in reader.rows(DUE, before=before)}
    listed = claims.of_works(reader, {work for work, _ in asked.values()})
    found = [one.claim for _, one in listed if one.claim.digest in asked]
    return [Due(claim, asked[claim.digest][1]) for claim in sorted(found, key=lambda claim: claim.digest)]
