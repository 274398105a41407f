"""The `Services` port over HTTP: questions become requests, answers are checked, kept and handed on.

`NetworkServices.ask` first gives what the kept answers know, then has as many requests under way as the limit and the
latency ask for. All reading and keeping of answers is done in the caller's thread.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from urllib.parse import urlsplit

from harvester.errors import HarvesterError, ServiceError, SettingsError, UnreachableError
from harvester.model import Problem
from harvester.model.questions import Question, Reply
from harvester.ports import Answer, Answers
from harvester.records import AnswerStatus, check
from harvester.services import crossref, europepmc
from harvester.services.call import Base, Pairs
from harvester.services.calls import Wire, wire
from harvester.services.flight import in_flight
from harvester.services.http import Client, HangingError, Patience, RefusedError, Request
from harvester.services.limiter import Limiter
from harvester.services.secrets import redact_bytes
from harvester.services.settings import OFF, TOOL, ServiceSettings

LATENCY = 2.0
"""Seconds; so slow may a service be and the limit still be used in full: `limit x LATENCY` requests are under way."""
SECOND_LINE = Patience(connect=2.0, unreachable=1.0)
"""For Crossref and Europe PMC, without which a run goes on."""
GIVE_UP_AFTER = 4
"""Questions in a row that failed for good: the service is ill, and the rest is left for later. One that got no answer
before the deadline is enough."""


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

    NCBI has a session of its own: that Crossref or Europe PMC cannot be reached is found out sooner, for the run goes
    on without them.
    """

    def __init__(
        self, settings: ServiceSettings, answers: Answers, now: Callable[[], datetime], client: Client | None = None
    ) -> None:
        self._settings = settings
        self._answers = answers
        self._now = now
        ours = client or Client((settings.api_key,))
        others = client or Client((settings.api_key,), SECOND_LINE)
        self._clients = {"eutils": ours, "idconv": ours, "crossref": others, "europepmc": others}
        self._answered: set[str] = set()
        """The services that answered a question since the start."""
        self._failures: dict[str, list[ServiceError]] = {name: [] for name in self._clients}
        """Of the last questions in a row to each service; shared by the threads."""
        self._bases = {name: base for name in self._clients if (base := getattr(settings, f"{name}_url")) != OFF}
        self._limiters: dict[str, Limiter] = {}
        for name, base in self._bases.items():
            self._limiters.setdefault(urlsplit(base).netloc, self._limiter(name, urlsplit(base).netloc))

    @property
    def requests(self) -> int:
        """How many requests went over the network since the start, retries among them."""
        return sum(client.requests for client in set(self._clients.values()))

    @property
    def away(self) -> ServiceError | None:
        """The last error of NCBI where it has answered no question since the start; None if it has, or was not
        asked."""
        failures = self._failures["eutils"]
        return failures[-1] if failures and "eutils" not in self._answered else None

    @property
    def offered(self) -> frozenset[str]:
        """The names of the services that may be asked."""
        return frozenset(self._bases)

    def close(self) -> None:
        """Let the connections go."""
        for client in set(self._clients.values()):
            client.close()

    def ask(self, questions: Iterable[Question]) -> Iterator[Reply]:
        """The replies, kept ones first, then each as it comes; see `harvester.ports.Services.ask`."""
        missing = []
        for question in dict.fromkeys(questions):
            task = self._task(question)
            kept = self._answers.get(task.key, self._now())
            if kept:
                yield Reply(question, kept.body, kept=True, key=task.key)
            else:
                missing.append(task)
        yield from self._ask_network(missing)

    def _ask_network(self, tasks: list[_Task]) -> Iterator[Reply]:
        """One service after the other, since each has a pace of its own."""
        for base in dict.fromkeys(task.wire.call.base for task in tasks):
            yield from self._ask_one(base, [task for task in tasks if task.wire.call.base == base])

    def _ask_one(self, base: Base, tasks: list[_Task]) -> Iterator[Reply]:
        for task, outcome in in_flight(self._fetch, tasks, partial(self._width, base)):
            if isinstance(outcome, UnreachableError | SettingsError):
                raise outcome
            if isinstance(outcome, HarvesterError):
                yield Reply(task.question, problem=Problem("service", str(outcome)))
            else:
                self._keep(task, outcome)
                yield Reply(task.question, outcome, key=task.key)

    def _width(self, base: Base) -> int:
        """How many requests may be under way at a time."""
        limiter = self._limiters[urlsplit(self._bases[base]).netloc]
        return limiter.at_a_time or max(1, round(self._settings.requests_a_second * LATENCY))

    def _fetch(self, task: _Task) -> bytes | HarvesterError:
        """The body, or why there is none; an ill service is not asked any more."""
        failures = self._failures[task.wire.call.base]
        if len(failures) >= GIVE_UP_AFTER:
            return LeftError(failures[-1].host, str(failures[-1]))
        call = task.wire.call
        parameters = task.wire.parameters + self._who(call.base)
        request = Request(self._bases[call.base] + task.wire.path, parameters, task.wire.post)
        try:
            body = self._clients[call.base].fetch(request, partial(check, call.kind), self._limiters[request.host])
        except (RefusedError, SettingsError) as error:
            return error
        except ServiceError as error:
            failures.extend([error] * (GIVE_UP_AFTER if isinstance(error, HangingError) else 1))
            return error
        failures.clear()
        self._answered.add(call.base)
        return redact_bytes(body, (self._settings.api_key,) if self._settings.api_key else ())

    def _keep(self, task: _Task, body: bytes) -> None:
        call = task.wire.call
        age = call.keep if check(call.kind, 200, body).status is AnswerStatus.WHOLE else call.keep_empty
        now = self._now()
        text = f"{self._bases[call.base]}{task.wire.path}?{task.wire.as_text}"
        self._answers.put(Answer(task.key, call.kind, text, body, now, now + age))

    def _task(self, question: Question) -> _Task:
        made = wire(question)
        base = self._bases[made.call.base] + made.path
        digest = hashlib.sha256(made.as_text.encode()).hexdigest()
        return _Task(question, made, f"{base} {digest}")

    def _limiter(self, name: str, host: str) -> Limiter:
        """The limit of a host; NCBI's is of the key, Crossref's and Europe PMC's of the address."""
        folder, given = self._settings.cache_folder / "limits", self._settings
        if name in ("eutils", "idconv"):
            return Limiter.shared(folder, host, given.api_key, given.requests_a_second)
        pace = crossref.pace(given.email) if name == "crossref" else europepmc.PACE
        limiter = Limiter.shared(folder, host, given.email, pace.a_second)
        limiter.at_a_time = pace.at_a_time
        limiter.reads_pace = crossref.told_pace if name == "crossref" else None
        return limiter

    def _who(self, base: Base) -> Pairs:
        """For NCBI `tool` always, `email` and `api_key` when there are such; Crossref knows an address as `mailto`."""
        if base == "crossref":
            return crossref.who(self._settings.email)
        if base == "europepmc":
            return ()
        pairs = (("tool", TOOL), ("email", self._settings.email), ("api_key", self._settings.api_key))
        return tuple((name, value) for name, value in pairs if value)
