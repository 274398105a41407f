"""Refresh: records that are due are asked for again, and what is unsettled with them; what changed is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from harvester.app.enrich import Outcome, enrich
from harvester.app.strategies import FETCH_SIZE
from harvester.model import Verdict
from harvester.model.claim import Origin
from harvester.model.questions import Fetch, Reply
from harvester.model.resolution import Due, FetchedClaim
from harvester.ports import Answer, Services, Store
from harvester.records import pubmed
from harvester.works.enrich_plan import make_enrich_plan
from harvester.works.identity import make_claim
from harvester.works.notices import FieldChange, WorkChange, changes, field_changes, is_alarming

UNSETTLED = (Verdict.OPEN, Verdict.UNMATCHED, Verdict.DOUBTFUL)


@dataclass(frozen=True, slots=True)
class Change:
    """A record that says something else than when it was last asked for: what changed, and field by field.

    One that is `gone` is not given any more: deleted at PubMed, as a rule since it was there twice.
    """

    pmid: str
    title: str
    changes: tuple[WorkChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    gone: bool = False

    @property
    def alarming(self) -> bool:
        """Whether the work was retracted, or a concern expressed, since."""
        return is_alarming(self.changes)


@dataclass(frozen=True, slots=True)
class Compared:
    """So many records were given anew and held against what the library had."""

    records: int


def refresh(store: Store, services: Services, before: datetime, now: datetime) -> Iterator[Change | Compared | Outcome]:
    """Ask again for records last asked for before a time and for what is unsettled; `services` must not use older
    answers.

    Raises `harvester.errors.UnreachableError` where a service cannot be reached; what was renewed before stays.
    """
    due = {d.claim.work.get("pmid") or "": d for d in store.due(before)}
    pmids = sorted(due)
    questions = [Fetch(tuple(pmids[i : i + FETCH_SIZE])) for i in range(0, len(pmids), FETCH_SIZE)]
    missing: set[str] = set()
    for reply in services.ask(questions):
        if reply.problem is not None:
            yield reply.problem
        else:
            yield from _renew(reply, due, store)
            missing |= _left_out(reply)
    yield from _missing(sorted(missing), due, store, services, now)
    yield from enrich(store, services, now, UNSETTLED)


def _renew(reply: Reply, due: dict[str, Due], store: Store) -> Iterator[Change | Compared]:
    """Hold the records of an answer; one that PubMed does not give any more is kept as it is, and asked for next
    time."""
    renewed, unchanged, changed = [], {}, []
    for record in pubmed.decode(reply.body).records:
        if record.pmid not in due:
            continue
        old = due[record.pmid].claim
        new = make_claim(record.work, Origin.PUBMED, record.pmid)
        if new.digest == old.digest:
            unchanged[old.digest] = reply.key
        else:
            renewed.append(FetchedClaim(new, reply.key))
            pair = old.work, new.work
            changed.append(Change(record.pmid, new.work.title, changes(*pair), field_changes(*pair)))
    _hold(renewed, store)
    store.renew(unchanged)
    yield Compared(len(renewed) + len(unchanged))
    yield from changed


def _left_out(reply: Reply) -> set[str]:
    asked = reply.question.pmids if isinstance(reply.question, Fetch) else ()
    return set(asked) - {record.pmid for record in pubmed.decode(reply.body).records}


def _missing(
    pmids: Sequence[str], due: dict[str, Due], store: Store, services: Services, now: datetime
) -> Iterator[Change | Compared]:
    """Records that were left out of an answer are asked for by themselves before they count as gone; each is told
    once."""
    for reply in services.ask([Fetch((pmid,)) for pmid in pmids]):
        if reply.problem is not None or not isinstance(reply.question, Fetch):
            continue
        yield from _renew(reply, due, store)
        yield Compared(len(_left_out(reply)))
        for pmid in _left_out(reply):
            if _note_gone(store, pmid, now):
                yield Change(pmid, due[pmid].claim.work.title, gone=True)


def _note_gone(store: Store, pmid: str, now: datetime) -> bool:
    """Whether it was not known yet that a record is gone; kept with the answers, so that it is told once."""
    key = f"gone pmid:{pmid}"
    if store.answers.kept(key) is not None:
        return False
    store.answers.put(Answer(key, "gone", f"efetch of {pmid} gave no record", b"", now, None))
    return True


def _hold(renewed: Sequence[FetchedClaim], store: Store) -> None:
    if renewed:
        keys = {key for fetched in renewed for key in fetched.claim.keys}
        with store.writer():
            store.enrich(make_enrich_plan((), store.known_by(keys, set()), renewed))
