"""How much a library holds, and how its citations stand."""

from harvester.model import Verdict
from harvester.model.library_views import Totals
from harvester.model.prepared import RESULTS
from harvester.model.resolution import FETCHED_LIST
from harvester.store.views.entries import BEST_FIRST, COLLECTED, OF_PAGES
from harvester.store.views.reader import Reader

# The works of a page of results are filed behind it; they are no pages.
SOURCES = f"""
SELECT count(*) FROM source WHERE format <> '{FETCHED_LIST}' AND NOT (format = '{RESULTS}' AND work_id IS NOT NULL)
"""
WORKS = "SELECT count(*) FROM work"
REVIEWS = f"SELECT count(DISTINCT work_id) FROM ({OF_PAGES}) AS pages"
WORKS_OF_RESULTS = f"SELECT count(*) FROM ({COLLECTED}) AS collected"
REFERENCES = "SELECT count(*) FROM reference"
LISTED = f"""
SELECT count(*) FROM reference JOIN source ON source.id = reference.source_id WHERE source.format = '{FETCHED_LIST}'
"""
IDENTIFIERS = "SELECT count(*) FROM identifier"
PROBLEMS = "SELECT count(*) FROM problem"
VERDICTS = "SELECT verdict, count(*) FROM citation GROUP BY verdict"
CITED = "SELECT count(DISTINCT cited_id) FROM citation"
PAIRS = "SELECT count(*) FROM (SELECT DISTINCT citing_id, cited_id FROM citation) AS pairs"


def totals(reader: Reader) -> Totals:
    """How much there is, and how the citations stand; the verdict that is relied on most comes first."""
    found = [(Verdict(verdict), count) for verdict, count in reader.rows(VERDICTS)]
    verdicts = sorted(found, key=lambda pair: BEST_FIRST.index(pair[0]))
    return Totals(
        sources=reader.one(SOURCES),
        works=reader.one(WORKS),
        reviews=reader.one(REVIEWS),
        references=reader.one(REFERENCES),
        citations=sum(count for _, count in verdicts),
        identifiers=reader.one(IDENTIFIERS),
        problems=reader.one(PROBLEMS),
        verdicts=tuple(verdicts),
        listed=reader.one(LISTED),
        collected=reader.one(WORKS_OF_RESULTS),
        cited=reader.one(CITED),
        pairs=reader.one(PAIRS),
    )
