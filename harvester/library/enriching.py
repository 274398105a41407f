"""The library and the services: enrich, refresh, resolve, and what came of it in numbers."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from harvester import explain
from harvester.app import enrich as verb
from harvester.app import refresh as refreshing
from harvester.app.enrich import OPEN, PAGES_FIRST
from harvester.app.events import Away, Changed, Compared, Event, Left, Resolved
from harvester.app.extract import parse_lines
from harvester.app.resolve import ResolvedReference, resolve
from harvester.app.runs import RunLog
from harvester.app.steps import Estimate, Pace
from harvester.app.why import rule_of
from harvester.errors import ServiceError, UnreachableError
from harvester.formats.json_objects import encode_resolved
from harvester.model import ParsedReference, Verdict
from harvester.model.resolution import Tally
from harvester.model.work_json import Json
from harvester.ports import Services, Store
from harvester.settings import Settings
from harvester.wiring import open_services, requests_a_second, roles

Now = Callable[[], datetime]
Tell = Callable[["Enrichment"], None]
"""Gets from time to time what has come of it so far."""


@dataclass(slots=True)
class Enrichment:
    """What came of asking: resolutions by verdict, requests made, problems, and why it could not be finished.

    `unreachable` is the error where NCBI could not be reached, `waiting` how many are open then; `fallbacks_away` are
    those of services without which a run goes on; `lacks_email` says that NCBI was asked without an address; `changes`
    are filled by `refresh`, and `compared` says how many records it compared with what the library had, of `due` ones.
    `verdicts` count different claims, `pages` of them those of pages' own works; the others are of references.
    """

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    requests: int = 0
    problems: list[str] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    changes: list[Changed] = field(default_factory=list)
    unreachable: ServiceError | None = None
    waiting: int = 0
    lacks_email: bool = False
    fallbacks_away: list[ServiceError] = field(default_factory=list)
    due: int = 0
    compared: int = 0
    pages: int = 0
    _verdict_of: dict[str, Verdict] = field(default_factory=dict)
    _page_digests: set[str] = field(default_factory=set)

    def add(self, event: Event) -> bool:
        """Count an event; whether the library says something else since."""
        match event:
            case Resolved(resolutions):
                settled = [f for f in resolutions if f.verdict is not Verdict.OPEN]
                # By claim, since a fallback settles again what PubMed had left unmatched.
                self._verdict_of.update((f.query.claim.digest, f.verdict) for f in settled)
                self._page_digests.update(f.query.claim.digest for f in settled if f.query.is_page)
                self.verdicts = Counter(self._verdict_of.values())
                self.pages = len(self._page_digests)
                # What comes to the same as the last time is no change, and files no run.
                return any(f.reason != f.query.reason for f in resolutions)
            case Left(problem):
                self.problems.append(problem.detail)
            case Away(error):
                self.fallbacks_away.append(error)
            case Compared(records):
                self.compared += records
            case Changed():
                self.changes.append(event)
                return True
        return False

    def counts(self) -> Counter[str]:
        """What the record of the run says."""
        gone = sum(change.gone for change in self.changes)
        found = Counter({verdict.value: count for verdict, count in self.verdicts.items()})
        found.update(changed=len(self.changes) - gone, gone=gone)
        found.update(problems=len(self.problems) + len(self.fallbacks_away))
        return +found  # without what is zero


@dataclass(frozen=True, slots=True)
class Session:
    """A library whose open questions are asked: its store and settings, the clock, and who hears how far it is."""

    store: Store
    settings: Settings
    now: Now
    tell: Tell


def enrich(session: Session, *, fresh: bool = False) -> Enrichment:
    """Settle what is open; where a service cannot be reached, the answer says so and what waits. `fresh`: no kept
    answers."""
    store, settings, now = session.store, session.settings, session.now
    with store.locks.asker():
        # Opening the services loads what speaks HTTP, for which nobody should wait where nothing is open.
        if not verb.has_work(store, roles(settings)):
            return Enrichment()
        started = now()
        # Answers that this run itself gets are fresh; only what was kept before it is not taken.
        services = open_services(settings, now, store.answers, started if fresh else None)
        return _collect(session, services, verb.enrich(store, services, started), Enrichment(), "enrich")


def refresh(session: Session, *, older_than: timedelta) -> Enrichment:
    """Ask again for what was last asked for so long ago, and for what is unsettled."""
    store, now = session.store, session.now
    started = now()
    # With an age of nothing all records are due, those of this very second, too.
    before = started - older_than + timedelta(seconds=1)
    with store.locks.asker():
        services = open_services(session.settings, now, store.answers, before)
        done = Enrichment(due=len(store.questions.due(before)))
        return _collect(session, services, refreshing.refresh(store, services, before, started), done, "refresh")


def _collect(
    session: Session, services: Services, events: Iterable[Event], done: Enrichment, command: str
) -> Enrichment:
    """Count the events as they come; the record of the run is filed with the first that changes something."""
    store = session.store
    log = RunLog(store, command, session.now)
    try:
        for event in events:
            if done.add(event):
                log.note()
            session.tell(done)
    except UnreachableError as error:
        done.unreachable = error
    log.close(done.counts())
    done.requests = services.requests
    # A service that gives nothing but errors is as far away as one that does not answer.
    done.unreachable = done.unreachable or services.away
    done.tallies = store.questions.tallies()
    # Counted only where it is said, since it reads every open claim.
    if done.unreachable or done.problems:
        done.waiting = sum(len(store.questions.open_queries(pages=pages, verdicts=OPEN)) for pages in PAGES_FIRST)
    done.lacks_email = bool(done.requests) and not session.settings.email
    return done


def estimate(store: Store, settings: Settings) -> Estimate:
    """What enriching would cost at most."""
    return verb.estimate(store, roles(settings), Pace(*requests_a_second(settings)))


def resolve_references(references: Sequence[ParsedReference], settings: Settings, now: Now) -> list[ResolvedReference]:
    """What references lead to, without a library. Raises `UnreachableError`."""
    return resolve(references, open_services(settings, now))


def resolve_lines(lines: Iterable[str], settings: Settings) -> Iterator[tuple[Json, bool]]:
    """References, one a line, as JSON with verdict, evidence and candidates; and whether a service answered for each.

    Raises `UnreachableError` where a service cannot be reached.
    """
    # All lines before the first is asked about: NCBI wants few requests of many references each.
    references = list(parse_lines(lines))
    for resolved in resolve_references(references, settings, lambda: datetime.now(UTC)):
        answer = encode_resolved(resolved.reference, resolved.resolution, resolved.problem)
        yield {**answer, "rule": explain.sentence(rule_of(resolved.resolution))}, not resolved.problem
