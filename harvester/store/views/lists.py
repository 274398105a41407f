"""Reviews and their reference lists at the services: which are to be made, how they compare with the pages."""

from harvester.model.claim import Origin
from harvester.model.prepared import RESULTS, SourceFacts
from harvester.model.resolution import FETCHED_LIST, CitingRecord, PrintedReference, Tally
from harvester.store.rows import asserted_from
from harvester.store.views import claims
from harvester.store.views.reader import Reader

OF_PAGES = f"SELECT work_id FROM source WHERE format NOT IN ('{FETCHED_LIST}', '{RESULTS}') AND work_id IS NOT NULL"
WANTED = f"""
SELECT digest, work_id, answer_key FROM description
WHERE origin = {Origin.PUBMED.value} AND answer_key IS NOT NULL AND work_id IN ({OF_PAGES})
  AND work_id NOT IN (SELECT work_id FROM source WHERE format = '{FETCHED_LIST}' AND reader > 0 AND work_id IS NOT NULL)
"""
PRINTED = f"""
SELECT reference.text, reference.asserted, reference.ordinal
FROM reference JOIN source ON source.id = reference.source_id
WHERE source.work_id = :work AND source.format <> '{FETCHED_LIST}'
ORDER BY source.digest, reference.ordinal
"""
LONE = f"""
SELECT name, part, digest, format, title, stated_total FROM source
WHERE format = '{FETCHED_LIST}' AND work_id NOT IN ({OF_PAGES})
ORDER BY name
"""
LISTED = f"""
SELECT source.id, source.work_id, source.stated_total, work.title
FROM source JOIN work ON work.id = source.work_id
WHERE source.format = '{FETCHED_LIST}'
ORDER BY work.title, source.name
"""
FILED = "SELECT count(*) FROM reference WHERE source_id = :source"
ON_LIST = """
SELECT citation.cited_id FROM citation JOIN reference ON reference.id = citation.reference_id
WHERE reference.source_id = :source
"""
CITED_ON_PAGES = f"""
SELECT citation.cited_id, reference.ordinal, reference.text
FROM citation
JOIN reference ON reference.id = citation.reference_id
JOIN source ON source.id = reference.source_id
WHERE source.work_id = :work AND source.format <> '{FETCHED_LIST}'
ORDER BY source.digest, reference.ordinal
"""
COUNTS = "SELECT detail FROM problem WHERE source_id = :source AND code = 'listed' ORDER BY position"


def wanted(reader: Reader) -> list[CitingRecord]:
    """Reviews that a page is of and PubMed has a record of, whose list is not made yet or is to be made anew."""
    records = {digest: (work, key) for digest, work, key in reader.rows(WANTED)}
    listed = claims.of_works(reader, {work for work, _ in records.values()})
    found = sorted((one.claim for _, one in listed if one.claim.digest in records), key=lambda claim: claim.digest)
    return [
        CitingRecord(
            work,
            claim,
            key,
            tuple(
                PrintedReference(text, asserted_from(asserted), ordinal)
                for text, asserted, ordinal in reader.rows(PRINTED, work=work)
            ),
        )
        for claim in found
        for work, key in (records[claim.digest],)
    ]


def lone(reader: Reader) -> list[SourceFacts]:
    """Fetched lists of works that no page is of any longer."""
    return [SourceFacts(*row) for row in reader.rows(LONE)]


def tallies(reader: Reader) -> list[Tally]:
    """How the pages of each review compare with its list at PubMed, in the order of titles."""
    out = []
    for source, work, total, title in reader.rows(LISTED):
        # Compared by works, not by references: a list and a page rarely print the same words.
        there = set(reader.column(ON_LIST, source=source))
        printed = reader.rows(CITED_ON_PAGES, work=work)
        cited = {row[0] for row in printed}
        # What stands on the list by its text alone and is printed is not filed twice, but it was found.
        by_text = total - reader.one(FILED, source=source)
        found = len(cited & there) + by_text
        counts = tuple(reader.column(COUNTS, source=source))
        missing = [f"{ordinal}. {text}" for number, ordinal, text in printed if number not in there]
        out.append(
            Tally(
                title,
                len(cited),
                total,
                min(found, len(cited)),
                counts,
                tuple(missing) if found < len(cited) else (),
            )
        )
    return out
