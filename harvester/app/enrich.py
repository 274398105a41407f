"""Enrich: what is open is asked of the services, and the library holds what they say; one transaction an answered
batch.

First the works that pages are of, then their reference lists, then all that is cited. What the library knows already is
never asked for.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from functools import partial

from harvester.app.asking import Step, settle
from harvester.app.complete import complete
from harvester.app.events import Event
from harvester.app.steps import STEPS, Estimate, Pace
from harvester.app.steps import estimate as estimate_steps
from harvester.model import Verdict
from harvester.model.claim import Key
from harvester.model.resolution import Query, Resolution
from harvester.ports import Role, Services, Store
from harvester.works.enrich_plan import make_enrich_plan

OPEN = (Verdict.OPEN,)
PAGES_FIRST = (True, False)
"""The works of pages go first: only a review's record leads to its list, whose PMIDs spare searches by words."""


def enrich(store: Store, services: Services, now: datetime, verdicts: Collection[Verdict] = OPEN) -> Iterator[Event]:
    """Settle what has one of these verdicts, yielding what was found batch by batch, and what had to be left.

    Raises `harvester.errors.UnreachableError` where a service cannot be reached; what was settled before stays.
    """
    for pages in PAGES_FIRST:
        asked = partial(open_queries, store, pages=pages, verdicts=verdicts)
        yield from settle(STEPS, asked, partial(hold, store), services)
        if pages:
            yield from complete(store, services, now)


def open_queries(store: Store, step: Step, *, pages: bool, verdicts: Collection[Verdict] = OPEN) -> Sequence[Query]:
    """What a step is to ask about: what the run is for, or, for a fallback, what it takes up of what PubMed left."""
    if not step.takes_up:
        return store.questions.open_queries(pages=pages, verdicts=verdicts)
    return [query for query in store.questions.open_queries(pages=pages, verdicts=step.takes_up) if step.takes(query)]


def hold(store: Store, resolutions: Sequence[Resolution]) -> None:
    """Make the store hold what was found out, in one transaction."""
    # A record can join works that were two until now, so all that shares a key with it is looked at.
    keys = {key for f in resolutions for t in f.fetched_claims for key in t.claim.reach}
    keys |= {Key.of(i) for f in resolutions for i in f.matched}
    digests = {f.query.claim.digest for f in resolutions}
    with store.locks.writer():
        store.questions.settle(make_enrich_plan(resolutions, store.works.around(keys, digests)))


def has_work(store: Store, roles: frozenset[Role]) -> bool:
    """Whether `enrich` would ask anything of services with these roles."""
    # An open reference, the commonest case, is found by its first row.
    if (
        store.questions.has_open_reference()
        or store.questions.open_queries(pages=True, verdicts=OPEN)
        or store.questions.lists_wanted()
    ):
        return True
    fallbacks = [step for step in STEPS if step.takes_up and step.role in roles]
    return any(open_queries(store, step, pages=pages) for step in fallbacks for pages in PAGES_FIRST)


def estimate(store: Store, roles: frozenset[Role], pace: Pace) -> Estimate:
    """What enriching would cost at most, as far as it can be told without asking."""
    queries = [query for pages in PAGES_FIRST for query in store.questions.open_queries(pages=pages, verdicts=OPEN)]
    return estimate_steps(
        queries, lambda step: [q for pages in PAGES_FIRST for q in open_queries(store, step, pages=pages)], roles, pace
    )
