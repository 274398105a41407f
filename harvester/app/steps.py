"""The ways of asking as one table, the surest first, and what they cost; what one does not find is left to those after
it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from harvester.app import agencies, fallback, strategies
from harvester.app.asking import Step, batches
from harvester.app.resolutions import from_library
from harvester.app.strategies import CITATION_BATCH, DOI_BATCH, FETCH_SIZE, SEARCH_BATCH, SEARCH_TOGETHER
from harvester.model import Verdict
from harvester.model.resolution import Query
from harvester.ports import Role

LINKS_AT_ONCE = 50
"""Reviews a request of ELink, which gives a set for each: one that cites hundreds makes a long answer of its own."""

WAITING = (Verdict.UNMATCHED, Verdict.DOUBTFUL)
"""What PubMed does not settle, and a fallback may."""


def _cut(queries: int, size: int) -> int:
    """The requests of so many queries, `size` in one."""
    return -(-queries // size)


STEPS = (
    # Missing records are asked for twice, here and in every step below.
    Step("PMIDs", Role.RECORDS, partial(strategies.identifier_of, scheme="pmid"), FETCH_SIZE, strategies.by_pmid,
         likely=lambda _n: 1, most=lambda _n: 2),
    # The search, then the records.
    Step("DOIs", Role.SEARCHES, partial(strategies.identifier_of, scheme="doi"), DOI_BATCH, strategies.by_doi,
         likely=lambda _n: 2, most=lambda _n: 3),
    # The ID converter, then the records.
    Step("PMCIDs", Role.CONVERSION, partial(strategies.identifier_of, scheme="pmcid"), FETCH_SIZE, strategies.by_pmcid,
         likely=lambda _n: 2, most=lambda _n: 3),
    # Lines that are left out are sent again, as their records are.
    Step("citations", Role.CITATIONS, strategies.citation_of, CITATION_BATCH, strategies.by_citation,
         likely=lambda _n: 2, most=lambda n: 4 * _cut(n, CITATION_BATCH), gets_the_rest=True),
    # Each search once more in halves, and the records twice.
    Step("words", Role.SEARCHES, strategies.words_of, SEARCH_BATCH, strategies.by_words,
         likely=lambda n: _cut(n, SEARCH_TOGETHER) + 1,
         most=lambda n: 2 * _cut(n, SEARCH_TOGETHER) + 2 * _cut(n, SEARCH_BATCH), gets_the_rest=True),
    # Crossref takes one DOI or one reference a request.
    Step("Crossref DOIs", Role.DOI_RECORDS, fallback.doi_of, fallback.BATCH, fallback.by_doi,
         likely=lambda n: n, most=lambda n: n, takes_up=WAITING),
    # Of what Crossref has not: with whom it is registered, then the records that came near by their words.
    Step("agencies", Role.AGENCIES, agencies.doi_of, agencies.TOGETHER, agencies.by_agency,
         likely=lambda _n: 1, most=lambda n: 1 + 2 * _cut(n, FETCH_SIZE), takes_up=WAITING),
    Step("DataCite DOIs", Role.AGENCY_RECORDS, agencies.datacite_doi_of, agencies.BATCH, agencies.by_datacite,
         likely=lambda n: n, most=lambda n: n, takes_up=WAITING),
    Step("Crossref words", Role.WORD_SEARCHES, fallback.words_of, fallback.BATCH, fallback.by_words,
         likely=lambda n: n, most=lambda n: n, takes_up=WAITING),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pace:
    """How many requests a second NCBI and Crossref allow."""

    pubmed: int
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """What `enrich` would cost at most: requests to NCBI, and about how many seconds all takes.

    `likely` are the requests where NCBI knows what is printed, which it mostly does; `elsewhere` those to Crossref if
    NCBI knew nothing of it; as a rule it is asked for one of ten.
    """

    queries: int
    requests: int
    seconds: float
    elsewhere: int = 0
    likely: int = 0


def estimate(
    open_queries: list[Query], waiting: Callable[[Step], list[Query]], roles: frozenset[Role], pace: Pace
) -> Estimate:
    """What asking would cost at most, as far as it can be told without asking.

    `open_queries` are those that PubMed is asked about, `waiting` those that a fallback takes up.
    """
    left = [query for query in open_queries if from_library(query) is None]
    offered = [step for step in STEPS if step.role in roles]
    lists = _cut(sum(query.is_page for query in left), LINKS_AT_ONCE)
    likely = most = lists
    for step in offered:
        if not step.takes_up:
            sizes = [len(batch) for batch in batches(left, step)]
            likely += sum(map(step.likely, sizes))
            # What no identifier finds comes to the steps that ask by words, so these may be needed for all.
            most += step.most(len(left)) if step.gets_the_rest else sum(map(step.most, sizes))
    fallbacks = [step for step in offered if step.takes_up]
    taken_up = [(step, len(waiting(step))) for step in fallbacks]
    # What is open goes to one of the fallbacks at most; what waits is sorted among them already.
    elsewhere = max((step.most(len(left)) for step in fallbacks), default=0) + sum(s.most(n) for s, n in taken_up)
    queries = len(left) + sum(n for _, n in taken_up)
    return Estimate(queries, most, most / pace.pubmed + elsewhere / pace.elsewhere, elsewhere, likely)
