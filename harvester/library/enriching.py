"""The library and the services: enrich, refresh, resolve, and what came of it in numbers."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from harvester import explain
from harvester.app import enrich as verb
from harvester.app import fallback
from harvester.app import refresh as refreshing
from harvester.app.enrich import Estimate, NotAsked, Outcome
from harvester.app.extract import parse_lines
from harvester.app.refresh import Change, Compared
from harvester.app.resolve import Resolved, resolve
from harvester.app.runs import RunLog
from harvester.app.why import rule_of
from harvester.errors import ServiceError, UnreachableError
from harvester.formats.json_objects import encode_resolved
from harvester.model import ParsedReference, Problem, Verdict
from harvester.model.resolution import Tally
from harvester.model.work_json import Json
from harvester.ports import Services, Store
from harvester.settings import OFF, Settings
from harvester.wiring import AnswersInMemory, open_services

Now = Callable[[], datetime]
Tell = Callable[[str], None]
"""Gets a line for a person from time to time."""


@dataclass(slots=True)
class Enrichment:
    """What came of asking: resolutions by verdict, requests made, problems, and why it could not be finished.

    `unreachable` is the error where NCBI could not be reached, `waiting` how many are open then; `fallbacks_away` are
    those of services without which a run goes on; `lacks_email` says that NCBI was asked without an address; `changes`
    are filled by `refresh`, and `compared` says how many records it held against what the library had, of `due` ones.
    `verdicts` count different claims, `pages` of them those of pages' own works; the others are of references.
    """

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    requests: int = 0
    problems: list[str] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unreachable: ServiceError | None = None
    waiting: int = 0
    lacks_email: bool = False
    fallbacks_away: list[ServiceError] = field(default_factory=list)
    due: int = 0
    compared: int = 0
    pages: int = 0
    _stands: dict[str, Verdict] = field(default_factory=dict)
    _pages: set[str] = field(default_factory=set)

    def add(self, outcome: "Told") -> None:
        """Count one batch, note one problem or one change."""
        if isinstance(outcome, Problem):
            self.problems.append(outcome.detail)
        elif isinstance(outcome, NotAsked):
            self.fallbacks_away.append(outcome.error)
        elif isinstance(outcome, Change):
            self.changes.append(outcome)
        elif isinstance(outcome, Compared):
            self.compared += outcome.records
        else:
            settled = (f for f in outcome if f.verdict is not Verdict.OPEN)
            told = [(f.query.claim.digest, f) for f in settled]
            self._stands.update((digest, f.verdict) for digest, f in told)
            self._pages.update(digest for digest, f in told if f.query.is_page)
            self.verdicts = Counter(self._stands.values())
            self.pages = len(self._pages)


Told = Outcome | Change | Compared


def enrich(store: Store, settings: Settings, now: Now, tell: Tell, *, fresh: bool = False) -> Enrichment:
    """Settle what is open; where a service cannot be reached, the answer says so and what waits. `fresh`: no kept
    answers."""
    done = Enrichment()
    with store.asker():
        if not _has_work(store, settings):
            return done
        services = open_services(settings, store.answers, now, now() if fresh else None)
        log = RunLog(store, "enrich", now)
        _collect(done, verb.enrich(store, services, now()), log, tell)
        return _closed(done, store, services, log, settings)


def _has_work(store: Store, settings: Settings) -> bool:
    if store.has_open_reference() or store.open_queries(pages=True, verdicts=verb.OPEN) or store.lists_wanted():
        return True
    steps = fallback.STEPS if settings.crossref_url != OFF else ()
    return any(verb.waiting_elsewhere(store, step, pages=pages) for step in steps for pages in (True, False))


def refresh(
    store: Store, settings: Settings, now: Now, tell: Tell, *, older_than: timedelta = timedelta(days=30)
) -> Enrichment:
    """Ask again for what was last asked for so long ago, and for what is unsettled."""
    done = Enrichment()
    started = now()
    before = started - older_than + timedelta(seconds=1)
    with store.asker():
        services = open_services(settings, store.answers, now, before)
        log = RunLog(store, "refresh", now)
        done.due = len(store.due(before))
        _collect(done, refreshing.refresh(store, services, before, started), log, tell)
        return _closed(done, store, services, log, settings)


def _collect(done: Enrichment, outcomes: Iterator[Told], log: RunLog, tell: Tell) -> None:
    try:
        for outcome in outcomes:
            done.add(outcome)
            _log(outcome, log)
            tell(", ".join(f"{count} {verdict.value}" for verdict, count in sorted(done.verdicts.items())))
    except UnreachableError as error:
        done.unreachable = error


def _log(outcome: Told, log: RunLog) -> None:
    if isinstance(outcome, Change):
        log.count("gone" if outcome.gone else "changed")
    elif isinstance(outcome, Compared):
        return
    elif isinstance(outcome, Problem | NotAsked):
        log.count("problems", changed=False)
    else:
        if any(resolution.reason != resolution.query.reason for resolution in outcome):
            log.note()


def _closed(done: Enrichment, store: Store, services: Services, log: RunLog, settings: Settings) -> Enrichment:
    for verdict, count in done.verdicts.items():
        log.count(verdict.value, count, changed=False)
    log.close()
    done.requests = services.requests
    if services.away and not done.unreachable:
        done.unreachable = services.away
    done.tallies = store.tallies()
    if done.unreachable or done.problems:
        pages = (True, False)
        done.waiting = sum(len(store.open_queries(pages=p, verdicts=verb.OPEN)) for p in pages)
    done.lacks_email = bool(done.requests) and not settings.email
    return done


def estimate(store: Store, settings: Settings) -> Estimate:
    """What enriching would cost at most."""
    crossref = 0 if settings.crossref_url == OFF else (10 if settings.email else 5)
    return verb.estimate(store, verb.Pace(10 if settings.api_key else 3, crossref))


def resolve_references(references: Sequence[ParsedReference], settings: Settings, now: Now) -> list[Resolved]:
    """What references lead to, without a library. Raises `UnreachableError`."""
    return resolve(references, open_services(settings, AnswersInMemory(), now))


def resolve_lines(lines: Iterable[str], settings: Settings) -> Iterator[tuple[Json, bool]]:
    """References, one a line, as JSON with verdict, evidence and candidates; and whether a service answered for each.

    Raises `UnreachableError` where a service cannot be reached.
    """
    references = list(parse_lines(lines))
    for resolved in resolve_references(references, settings, lambda: datetime.now(UTC)):
        told = encode_resolved(resolved.reference, resolved.resolution, resolved.problem)
        yield {**told, "rule": explain.sentence(rule_of(resolved.resolution))}, not resolved.problem
