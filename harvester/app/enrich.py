"""Enrich: what is open is asked of the services, and the library holds what they say; one transaction an answered
batch.

First the works that pages are of, then their reference lists, then all that is cited. What the library knows already is
never asked for.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from harvester.app.asking import run
from harvester.app.chains import STEPS, batches
from harvester.app.findings import from_library
from harvester.model import Problem, Verdict
from harvester.model.enriching import CitingRecord, Finding
from harvester.model.questions import Cited, Reply
from harvester.plan.enrich_plan import make_enrich_plan
from harvester.plan.fetched_list import READER, entries_of, make_list, raw_references
from harvester.plan.source_plan import make_source_plan
from harvester.ports import Services, Store
from harvester.records import pubmed
from harvester.records.searching import decode_links
from harvester.references import parse

OPEN = (Verdict.OPEN,)
ONE_TRANSACTION = 200
"""Findings that need no request, so many at a time."""
LINKS_AT_ONCE = 50

Outcome = tuple[Finding, ...] | Problem


@dataclass(frozen=True, slots=True)
class Estimate:
    """What `enrich` would cost at most: requests, and about how many seconds they take."""

    subjects: int
    requests: int
    seconds: float


def enrich(store: Store, services: Services, now: datetime, verdicts: Collection[Verdict] = OPEN) -> Iterator[Outcome]:
    """Settle what stands so, yielding what was found batch by batch, and a problem for each batch that had to be left.

    Raises `harvester.errors.UnreachableError` where a service cannot be reached; what was settled before stays.
    """
    yield from _settle(store, services, verdicts, pages=True)
    yield from complete(store, services, now)
    yield from _settle(store, services, verdicts, pages=False)


def _settle(store: Store, services: Services, verdicts: Collection[Verdict], *, pages: bool) -> Iterator[Outcome]:
    for step in STEPS:
        subjects = store.open_subjects(pages=pages, verdicts=verdicts)
        known = [finding for subject in subjects if (finding := from_library(subject)) is not None]
        for start in range(0, len(known), ONE_TRANSACTION):
            part = tuple(known[start : start + ONE_TRANSACTION])
            hold(part, store)
            yield part
        settled = {finding.subject.description.digest for finding in known}
        left = [subject for subject in subjects if subject.description.digest not in settled]
        for outcome in run([step.chain(batch) for batch in batches(left, step)], services):
            if not isinstance(outcome, Problem):
                hold(outcome, store)
            yield outcome


def hold(findings: Sequence[Finding], store: Store) -> None:
    """Make the store hold what was found out, in one transaction."""
    keys = {key for f in findings for t in f.tellings for key in t.description.keys}
    keys |= {str(i) for f in findings for i in f.matched}
    digests = {f.subject.description.digest for f in findings}
    with store.writer():
        store.enrich(make_enrich_plan(findings, store.known_by(keys, digests)))


def complete(store: Store, services: Services, now: datetime) -> Iterator[Problem]:
    """File the reference lists that PubMed has for reviews, each as one more source of its review."""
    wanted = store.lists_wanted()
    pmids = [record.description.work.get("pmid") or "" for record in wanted]
    linked: dict[str, tuple[str, ...]] = {}
    questions = [Cited(tuple(pmids[i : i + LINKS_AT_ONCE])) for i in range(0, len(pmids), LINKS_AT_ONCE)]
    for reply in services.ask(questions):
        if reply.problem is not None:
            yield reply.problem
        else:
            linked.update(_links(reply, reply.question))
    for record, pmid in zip(wanted, pmids, strict=True):
        if pmid in linked:
            _file_list(record, linked[pmid], store, now)


def _links(reply: Reply, question: object) -> dict[str, tuple[str, ...]]:
    """What each work asked for cites; one without links in the answer cites nothing that ELink knows."""
    found = {links.pmid: links.targets for links in decode_links(reply.body)}
    return {pmid: found.get(pmid, ()) for pmid in question.pmids} if isinstance(question, Cited) else {}


def _file_list(record: CitingRecord, linked: Sequence[str], store: Store, now: datetime) -> None:
    answer = store.answers.kept(record.answer_key)
    pmid = record.description.work.get("pmid")
    decoded = pubmed.decode(answer.body).records if answer else ()
    own = next((r.references for r in decoded if r.pmid == pmid), ())
    entries = entries_of([(r.text, r.identifiers) for r in own], linked)
    raw = raw_references(entries, record.printed)
    prepared = make_list(record, len(entries), [parse(reference) for reference in raw])
    with store.writer():
        store.apply(make_source_plan(prepared, store.known_around(prepared)), READER, now)


def estimate(store: Store, requests_a_second: int) -> Estimate:
    """What enriching would cost at most, as far as it can be told without asking."""
    subjects = [s for pages in (True, False) for s in store.open_subjects(pages=pages, verdicts=OPEN)]
    left = [s for s in subjects if from_library(s) is None]
    requests = 0
    for step, (each_batch, each_subject) in zip(STEPS, _COSTS, strict=True):
        chosen = batches(left, step)
        requests += sum(each_batch + each_subject * len(batch) for batch in chosen)
    requests += sum(1 for s in left if s.is_page)
    return Estimate(len(left), requests, requests / requests_a_second)


_COSTS = ((1, 0), (2, 0), (2, 0), (2, 1), (1, 1))
"""For each of `STEPS`: requests a batch and a subject, those of the step after it included where it may be needed."""
