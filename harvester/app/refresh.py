"""Refresh: records that are due are asked for again, and what is unsettled with them; what changed is an event each."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from harvester.app.asking import Asking, ask_one, run
from harvester.app.enrich import enrich
from harvester.app.events import Changed, Compared, Event, Left
from harvester.app.strategies import FETCH_SIZE
from harvester.model import Problem, Verdict
from harvester.model.claim import Origin
from harvester.model.questions import Fetch
from harvester.model.resolution import Due, FetchedClaim
from harvester.ports import Answer, Services, Store
from harvester.records import pubmed
from harvester.works.claims import make_claim
from harvester.works.enrich_plan import make_enrich_plan
from harvester.works.notices import changes, field_changes

UNSETTLED = (Verdict.OPEN, Verdict.UNMATCHED, Verdict.DOUBTFUL)
"""What a service may know by now though it did not when it was asked last."""

Renewed = tuple[tuple[str, ...], dict[str, FetchedClaim]]
"""The PMIDs that were asked for, and the records that came."""


def refresh(store: Store, services: Services, before: datetime, now: datetime) -> Iterator[Event]:
    """Ask again for records last asked for before a time and for what is unsettled; `services` must not use older
    answers.

    Raises `harvester.errors.UnreachableError` where a service cannot be reached; what was renewed before stays.
    """
    due = {d.claim.work.get("pmid") or "": d for d in store.questions.due(before)}
    pmids = sorted(due)
    missing: set[str] = set()
    batched = [tuple(pmids[i : i + FETCH_SIZE]) for i in range(0, len(pmids), FETCH_SIZE)]
    for found in run(map(_records, batched), services):
        if isinstance(found, Problem):
            yield Left(found)
        else:
            asked, records = found
            yield from _renew(records, due, store)
            missing |= set(asked) - records.keys()
    # Answers leave records out now and then (docs/entrez.md 22), so each is asked for by itself before it is gone.
    for found in run([_records((pmid,)) for pmid in sorted(missing)], services):
        # No answer is no word on the record: whether it is gone is asked next time.
        if isinstance(found, Problem):
            continue
        (pmid,), records = found
        yield from _renew(records, due, store)
        if pmid in records:
            continue
        yield Compared(1)
        # Kept with the answers, so that it is said once; the record stays as it is, and is asked for next time.
        key = f"gone pmid:{pmid}"
        if store.answers.kept(key) is None:
            store.answers.put(Answer(key, "gone", f"efetch of {pmid} gave no record", b"", now, None))
            yield Changed(pmid, due[pmid].claim.work.title, gone=True)
    yield from enrich(store, services, now, UNSETTLED)


def _records(pmids: tuple[str, ...]) -> Asking[Renewed]:
    reply = yield from ask_one(Fetch(pmids))
    records = pubmed.decode(reply.body).records
    return pmids, {r.pmid: FetchedClaim(make_claim(r.work, Origin.PUBMED, r.pmid), reply.key) for r in records}


def _renew(records: Mapping[str, FetchedClaim], due: Mapping[str, Due], store: Store) -> Iterator[Event]:
    """Hold the records of an answer, and say what each says now that it did not say before."""
    asked = {pmid: fetched for pmid, fetched in records.items() if pmid in due}
    renewed = {pmid: f for pmid, f in asked.items() if f.claim.digest != due[pmid].claim.digest}
    if renewed:
        keys = {key for fetched in renewed.values() for key in fetched.claim.reach}
        with store.locks.writer():
            store.questions.settle(make_enrich_plan((), store.works.around(keys, set()), list(renewed.values())))
    # These say what they said before: only the answer that they stand in is another one.
    store.questions.renew({f.claim.digest: f.answer_key for pmid, f in asked.items() if pmid not in renewed})
    yield Compared(len(asked))
    for pmid, fetched in renewed.items():
        old, new = due[pmid].claim.work, fetched.claim.work
        yield Changed(pmid, new.title, changes(old, new), field_changes(old, new))
