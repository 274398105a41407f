"""Refresh: records that are due are asked for again, and what is unsettled with them; what changed is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from harvester.app.chains import FETCH_SIZE
from harvester.app.enrich import Outcome, enrich
from harvester.model import Verdict, Work
from harvester.model.description import Origin
from harvester.model.enriching import Due, Telling
from harvester.model.questions import Fetch, Reply
from harvester.plan.enrich_plan import make_enrich_plan
from harvester.plan.identity import describe
from harvester.ports import Services, Store
from harvester.records import pubmed
from harvester.records.record import CONCERN, WITHDRAWN

UNSETTLED = (Verdict.OPEN, Verdict.UNMATCHED, Verdict.DOUBTFUL)
ALARMING = (WITHDRAWN, CONCERN)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a record, before and after."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """A record that says something else than when it was last asked for."""

    pmid: str
    title: str
    fields: tuple[FieldChange, ...]

    @property
    def alarming(self) -> bool:
        """Whether the work was retracted, or a concern expressed, since."""
        return any(f.name == "status" and f.new in ALARMING and f.old not in ALARMING for f in self.fields)

    def __str__(self) -> str:
        """One line for a person."""
        told = "; ".join(f"{f.name}: {f.old or '(none)'} -> {f.new or '(none)'}" for f in self.fields)
        return f"pmid:{self.pmid} {self.title}: {told}"


def refresh(store: Store, services: Services, before: datetime, now: datetime) -> Iterator[Change | Outcome]:
    """Ask again for records last asked for before a time and for what is unsettled; `services` must not use older
    answers.

    Raises `harvester.errors.UnreachableError` where a service cannot be reached; what was renewed before stays.
    """
    due = {d.description.work.get("pmid") or "": d for d in store.due(before)}
    pmids = sorted(due)
    questions = [Fetch(tuple(pmids[i : i + FETCH_SIZE])) for i in range(0, len(pmids), FETCH_SIZE)]
    for reply in services.ask(questions):
        if reply.problem is not None:
            yield reply.problem
        else:
            yield from _renew(reply, due, store)
    yield from enrich(store, services, now, UNSETTLED)


def _renew(reply: Reply, due: dict[str, Due], store: Store) -> Iterator[Change]:
    """Hold the records of an answer; one that PubMed does not give any more is kept as it is, and asked for next
    time."""
    renewed, unchanged, changes = [], {}, []
    for record in pubmed.decode(reply.body).records:
        if record.pmid not in due:
            continue
        old = due[record.pmid].description
        new = describe(record.work, Origin.PUBMED, record.pmid)
        if new.digest == old.digest:
            unchanged[old.digest] = reply.key
        else:
            renewed.append(Telling(new, reply.key))
            changes.append(Change(record.pmid, new.work.title, differences(old.work, new.work)))
    _hold(renewed, store)
    store.renew(unchanged)
    yield from changes


def _hold(renewed: Sequence[Telling], store: Store) -> None:
    if renewed:
        keys = {key for telling in renewed for key in telling.description.keys}
        with store.writer():
            store.enrich(make_enrich_plan((), store.known_by(keys, set()), renewed))


def differences(old: Work, new: Work) -> tuple[FieldChange, ...]:
    """The fields in which two tellings of a work differ, as short texts."""
    pairs = ((f.name, _short(getattr(old, f.name)), _short(getattr(new, f.name))) for f in fields(Work))
    return tuple(FieldChange(name, a, b) for name, a, b in pairs if a != b)


def _short(value: object) -> str:
    text = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
    return text if len(text) <= 80 else f"{text[:60]}... ({len(text)} characters)"
