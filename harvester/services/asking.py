"""The `Services` port over HTTP: questions become requests, answers are checked, kept and handed on.

`NetworkServices.ask` first gives the answers that are kept, then has as many requests under way as limit and latency
call for. Kept answers are read and written in the caller's thread alone.
"""

import hashlib
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar
from urllib.parse import urlsplit

from harvester.errors import HarvesterError, ServiceError, SettingsError, UnreachableError
from harvester.model import Problem
from harvester.model.questions import Question, Reply
from harvester.ports import Answer, Answers, Role
from harvester.records import AnswerStatus, check
from harvester.services import crossref, datacite, doi_org, europepmc, ncbi
from harvester.services.calls import MONTH, WEEK, Base, Call, Manners, Wire, make_wire
from harvester.services.http import Client, HangingError, Patience, RefusedError, Request
from harvester.services.limiter import Limiter
from harvester.services.redacting import redact_bytes
from harvester.services.settings import OFF, ServiceSettings

CALLS: dict[type, Call] = {**ncbi.CALLS, **crossref.CALLS, **doi_org.CALLS, **datacite.CALLS, **europepmc.CALLS}
MANNERS: dict[Base, Manners] = {
    "eutils": ncbi.MANNERS,
    "idconv": ncbi.MANNERS,
    "crossref": crossref.MANNERS,
    "doi": doi_org.MANNERS,
    "datacite": datacite.MANNERS,
    "europepmc": europepmc.MANNERS,
}
LATENCY = 2.0
"""Seconds that an answer may take while the limit is still used in full: `limit x LATENCY` requests are under way."""
FALLBACK = Patience(connect=2.0, unreachable=1.0)
"""For all but NCBI; a run goes on without them."""
GIVE_UP_AFTER = 4
"""After so many failed questions in a row a service counts as ill, and the rest is left for later. A single question
without an answer before the deadline is enough."""

Job = TypeVar("Job")
Outcome = TypeVar("Outcome")


def wire(question: Question) -> Wire:
    """The request that a question becomes."""
    return make_wire(CALLS[type(question)], question)


class LeftError(ServiceError):
    """A question was not asked, since the service is ill; `reason` is its last error in words."""

    says = "left for later, since {reason}"


@dataclass(frozen=True, slots=True)
class _Task:
    question: Question
    wire: Wire
    key: str


class NetworkServices:
    """The services, asked through one session and one limit for each host; see `harvester.ports.Services`.

    NCBI has a session of its own. The other session gives up sooner when Crossref or another cannot be reached, for a
    run goes on without them.
    """

    def __init__(
        self, settings: ServiceSettings, answers: Answers, now: Callable[[], datetime], client: Client | None = None
    ) -> None:
        self._settings = settings
        self._answers = answers
        self._now = now
        ours = client or Client((settings.api_key,))
        others = client or Client((settings.api_key,), FALLBACK)
        self._clients: dict[Base, Client] = {name: ours if name in ("eutils", "idconv") else others for name in MANNERS}
        self._answered: set[Base] = set()
        """The services that answered a question since the start."""
        self._failures: dict[Base, list[ServiceError]] = {name: [] for name in self._clients}
        """The errors of each service since its last good answer; shared by the threads."""
        self._bases = {name: base for name in self._clients if (base := getattr(settings, f"{name}_url")) != OFF}
        self._limiters: dict[str, Limiter] = {}
        for name, base in self._bases.items():
            host, manners = urlsplit(base).netloc, MANNERS[name]
            if host in self._limiters:
                continue  # a host counts every request, whichever of its services it is for
            pace = manners.pace(settings)
            folder = settings.cache_folder / "limits"
            limiter = Limiter.shared(folder, host, manners.counted_by(settings), pace.a_second)
            limiter.at_a_time, limiter.read_pace = pace.at_a_time, manners.read_pace
            self._limiters[host] = limiter

    @property
    def requests(self) -> int:
        """How many requests went over the network since the start, retries among them."""
        return sum(client.requests for client in set(self._clients.values()))

    @property
    def away(self) -> ServiceError | None:
        """NCBI's last error, if it has answered no question since the start; None if it has, or was not asked."""
        failures = self._failures["eutils"]
        return failures[-1] if failures and "eutils" not in self._answered else None

    def has(self, role: Role) -> bool:
        """Whether a service may be asked in this role."""
        return role in self._settings.roles

    def close(self) -> None:
        """Close the connections."""
        for client in set(self._clients.values()):
            client.close()

    def ask(self, questions: Iterable[Question]) -> Iterator[Reply]:
        """The replies, kept ones first, then each as it comes; see `harvester.ports.Services.ask`."""
        missing: dict[Base, list[_Task]] = {}
        for question in dict.fromkeys(questions):
            made = wire(question)
            digest = hashlib.sha256(made.as_text.encode()).hexdigest()
            task = _Task(question, made, f"{self._bases[made.call.base]}{made.path} {digest}")
            kept = self._answers.get(task.key, self._now())
            if kept:
                yield Reply(question, kept.body, kept=True, key=task.key)
            else:
                missing.setdefault(made.call.base, []).append(task)
        # One service after the other, since each has its own pace.
        for base, tasks in missing.items():
            for task, outcome in in_flight(self._fetch, tasks, partial(self._width, base)):
                # Without a network, or with a wrong key, every other question would fail in the same way.
                if isinstance(outcome, UnreachableError | SettingsError):
                    raise outcome
                if isinstance(outcome, HarvesterError):
                    yield Reply(task.question, problem=Problem("service", str(outcome)))
                else:
                    # Kept under the question alone, without the key or address of the person who asked.
                    kind = task.wire.call.kind
                    age = MONTH if check(kind, 200, outcome).status is AnswerStatus.WHOLE else WEEK
                    text = f"{self._bases[base]}{task.wire.path}?{task.wire.as_text}"
                    now = self._now()
                    self._answers.put(Answer(task.key, kind, text, outcome, now, now + age))
                    yield Reply(task.question, outcome, key=task.key)

    def _width(self, base: Base) -> int:
        """How many requests may be under way at a time."""
        limiter = self._limiters[urlsplit(self._bases[base]).netloc]
        return limiter.at_a_time or max(1, round(MANNERS[base].pace(self._settings).a_second * LATENCY))

    def _fetch(self, task: _Task) -> bytes | HarvesterError:
        """The body, or why there is none; an ill service is no longer asked."""
        call = task.wire.call
        failures = self._failures[call.base]
        if len(failures) >= GIVE_UP_AFTER:
            return LeftError(failures[-1].host, str(failures[-1]))
        parameters = task.wire.parameters + MANNERS[call.base].who(self._settings)
        request = Request(self._bases[call.base] + task.wire.path, parameters, task.wire.post)
        try:
            body = self._clients[call.base].fetch(request, partial(check, call.kind), self._limiters[request.host])
        except (RefusedError, SettingsError) as error:
            return error  # the service is well: a refusal does not predict the next answer
        except ServiceError as error:
            failures.extend([error] * (GIVE_UP_AFTER if isinstance(error, HangingError) else 1))
            return error
        failures.clear()
        self._answered.add(call.base)
        # No good answer of NCBI holds a key; if one ever did, the library must not keep it.
        return redact_bytes(body, (self._settings.api_key,) if self._settings.api_key else ())


def in_flight(
    call: Callable[[Job], Outcome], jobs: Iterable[Job], width: Callable[[], int]
) -> Iterator[tuple[Job, Outcome]]:
    """Each job with its outcome, as soon as it is there; at most `width()` are under way at a time.

    `call` must return failures as outcomes; what it raises is raised here. The threads are daemons: an interrupted
    program does not wait for a server that hangs. When the caller stops early, no further job is begun.
    """
    todo: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[Job, Outcome | None, BaseException | None]] = queue.SimpleQueue()

    def work() -> None:
        while (job := todo.get()) is not None:
            try:
                done.put((job, call(job), None))
            except BaseException as error:  # noqa: BLE001  handed on to the caller's thread
                done.put((job, None, error))

    waiting = iter(jobs)
    threads = 0
    under_way = 0
    try:
        while True:
            # `width` is asked each time: the headers of an answer may have changed it.
            while under_way < width() and (job := next(waiting, None)) is not None:
                todo.put(job)
                under_way += 1
                if threads < under_way:
                    threading.Thread(target=work, daemon=True).start()
                    threads += 1
            if not under_way:
                return
            finished, outcome, error = done.get()
            under_way -= 1
            if error is not None:
                raise error
            yield finished, outcome  # type: ignore[misc]  # no error, so there is an outcome
    finally:
        for _ in range(threads):
            todo.put(None)
