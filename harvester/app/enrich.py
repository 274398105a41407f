"""Enrich: what is open is asked of the services, and the library holds what they say; one transaction an answered
batch.

First the works that pages are of, then their reference lists, then all that is cited. What the library knows already is
never asked for.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from harvester.app import fallback
from harvester.app.asking import run
from harvester.app.complete import LINKS_AT_ONCE, complete
from harvester.app.resolutions import from_library
from harvester.app.strategies import CITATION_BATCH, SEARCH_BATCH, SEARCH_TOGETHER, STEPS, Step, batches
from harvester.errors import UnreachableError
from harvester.model import Problem, Verdict
from harvester.model.resolution import Query, Resolution
from harvester.ports import Services, Store
from harvester.works.enrich_plan import make_enrich_plan

OPEN = (Verdict.OPEN,)
ONE_TRANSACTION = 200
"""Resolutions that need no request, so many at a time."""


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A fallback that is out of reach; it costs nothing but what that service may have known."""

    error: UnreachableError


Outcome = tuple[Resolution, ...] | Problem | NotAsked


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


@dataclass(frozen=True, slots=True)
class Pace:
    """How many requests a second NCBI and Crossref allow; 0: not asked."""

    pubmed: int
    elsewhere: int = 0


def enrich(store: Store, services: Services, now: datetime, verdicts: Collection[Verdict] = OPEN) -> Iterator[Outcome]:
    """Settle what stands so, yielding what was found batch by batch, and a problem for each batch that had to be left.

    Raises `harvester.errors.UnreachableError` where a service cannot be reached; what was settled before stays.
    """
    for pages in (True, False):
        yield from _settle(store, services, verdicts, pages=pages)
        yield from _settle_elsewhere(store, services, pages=pages)
        if pages:
            yield from complete(store, services, now)


def _settle(store: Store, services: Services, verdicts: Collection[Verdict], *, pages: bool) -> Iterator[Outcome]:
    for step in STEPS:
        yield from _take(step, store.open_queries(pages=pages, verdicts=verdicts), store, services)


def _settle_elsewhere(store: Store, services: Services, *, pages: bool) -> Iterator[Outcome]:
    """Ask Crossref about what PubMed does not know; where it cannot be reached, that is left, and said."""
    for step in fallback.STEPS if "crossref" in services.offered else ():
        try:
            yield from _take(step, waiting_elsewhere(store, step, pages=pages), store, services)
        except UnreachableError as error:
            yield NotAsked(error)
            return


def waiting_elsewhere(store: Store, step: Step, *, pages: bool) -> list[Query]:
    """What PubMed does not settle and this step of the second line is for."""
    return [s for s in store.open_queries(pages=pages, verdicts=fallback.WAITING) if step.takes(s)]


def _take(step: Step, queries: Sequence[Query], store: Store, services: Services) -> Iterator[Outcome]:
    """One step: what the library knows by now costs no question; the rest is asked batch by batch."""
    known = [resolution for query in queries if (resolution := from_library(query)) is not None]
    for start in range(0, len(known), ONE_TRANSACTION):
        part = tuple(known[start : start + ONE_TRANSACTION])
        hold(part, store)
        yield part
    settled = {resolution.query.claim.digest for resolution in known}
    left = [query for query in queries if query.claim.digest not in settled]
    for outcome in run([step.strategy(batch) for batch in batches(left, step)], services):
        if not isinstance(outcome, Problem):
            hold(outcome, store)
        yield outcome


def hold(resolutions: Sequence[Resolution], store: Store) -> None:
    """Make the store hold what was found out, in one transaction."""
    keys = {key for f in resolutions for t in f.fetched_claims for key in t.claim.keys}
    keys |= {str(i) for f in resolutions for i in f.matched}
    digests = {f.query.claim.digest for f in resolutions}
    with store.writer():
        store.enrich(make_enrich_plan(resolutions, store.known_by(keys, digests)))


def estimate(store: Store, pace: Pace) -> Estimate:
    """What enriching would cost at most, as far as it can be told without asking."""
    queries = [s for pages in (True, False) for s in store.open_queries(pages=pages, verdicts=OPEN)]
    left = [s for s in queries if from_library(s) is None]
    sizes = [(cost, len(batch)) for step, cost in zip(STEPS, _COSTS, strict=True) for batch in batches(left, step)]
    lists = -(-sum(1 for s in left if s.is_page) // LINKS_AT_ONCE)
    likely = lists + sum(cost.likely(size) for cost, size in sizes)
    requests = lists + sum(cost.most for cost, _ in sizes) + (_by_words_alone(len(left)) if left else 0)
    waiting = sum(
        len(waiting_elsewhere(store, step, pages=pages)) for step in fallback.STEPS for pages in (True, False)
    )
    elsewhere = (len(left) + waiting) if pace.elsewhere else 0
    seconds = requests / pace.pubmed + (elsewhere / pace.elsewhere if pace.elsewhere else 0.0)
    return Estimate(len(left) + waiting, requests, seconds, elsewhere, likely)


@dataclass(frozen=True, slots=True)
class _Cost:
    """The requests of a batch of so many where all is known, and at most (missing records are asked for twice)."""

    likely: Callable[[int], int]
    most: int


def _searches(queries: int) -> int:
    """The searches by words of so many: a few in one."""
    return -(-queries // SEARCH_TOGETHER)


def _by_words_alone(queries: int) -> int:
    """At most: citations and words of all of them, each search once more in halves, and the records twice."""
    citations = 4 * -(-queries // CITATION_BATCH)
    return citations + 2 * _searches(queries) + 2 * -(-queries // SEARCH_BATCH)


_COSTS = (
    _Cost(lambda _n: 1, 2),
    _Cost(lambda _n: 2, 3),
    _Cost(lambda _n: 2, 3),
    _Cost(lambda _n: 2, 0),
    _Cost(lambda n: _searches(n) + 1, 0),
)
"""For each of `STEPS`; what citations and words cost at most stands in `_by_words_alone`, for they may be needed for
all."""
