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
from harvester.records import Standing, check
from harvester.services.calls import Wire, wire
from harvester.services.flight import in_flight
from harvester.services.http import Client, HangingError, RefusedError, Request
from harvester.services.limiter import Limiter
from harvester.services.secrets import redact_bytes
from harvester.services.settings import TOOL, ServiceSettings

LATENCY = 2.0
"""Seconds; so slow may a service be and the limit still be used in full: `limit x LATENCY` requests are under way."""
GIVE_UP_AFTER = 4
"""Questions in a row that failed for good: the service is ill, and the rest is left for later. One that got no answer
before the deadline is enough."""


@dataclass(frozen=True, slots=True)
class _Task:
    question: Question
    wire: Wire
    key: str


class NetworkServices:
    """NCBI's services, asked through one session and one limit for each host; see `harvester.ports.Services`."""

    def __init__(
        self, settings: ServiceSettings, answers: Answers, now: Callable[[], datetime], client: Client | None = None
    ) -> None:
        self._settings = settings
        self._answers = answers
        self._now = now
        self._client = client or Client((settings.api_key,))
        self._failures: list[str] = []
        """Of the last questions in a row; shared by the threads."""
        self._bases = {"eutils": settings.eutils_url, "idconv": settings.idconv_url}
        folder, limit = settings.cache_folder / "limits", settings.requests_a_second
        hosts = {urlsplit(base).netloc for base in self._bases.values()}
        self._limiters = {host: Limiter.shared(folder, host, settings.api_key, limit) for host in hosts}

    @property
    def requests(self) -> int:
        """How many requests went over the network since the start, retries among them."""
        return self._client.requests

    def close(self) -> None:
        """Let the connections go."""
        self._client.close()

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
        width = max(1, round(self._settings.requests_a_second * LATENCY))
        for task, outcome in in_flight(self._fetch, tasks, width):
            if isinstance(outcome, UnreachableError | SettingsError):
                raise outcome
            if isinstance(outcome, HarvesterError):
                yield Reply(task.question, problem=Problem("service", str(outcome)))
            else:
                self._keep(task, outcome)
                yield Reply(task.question, outcome, key=task.key)

    def _fetch(self, task: _Task) -> bytes | HarvesterError:
        """The body, or why there is none; an ill service is not asked any more."""
        failures = self._failures
        if len(failures) >= GIVE_UP_AFTER:
            return ServiceError(f"left for later, since {failures[-1]}")
        call = task.wire.call
        request = Request(self._bases[call.base] + call.path, task.wire.parameters + self._who(), task.wire.post)
        try:
            body = self._client.fetch(request, partial(check, call.kind), self._limiters[request.host])
        except (RefusedError, SettingsError) as error:
            return error
        except ServiceError as error:
            failures.extend([str(error)] * (GIVE_UP_AFTER if isinstance(error, HangingError) else 1))
            return error
        failures.clear()
        return redact_bytes(body, (self._settings.api_key,) if self._settings.api_key else ())

    def _keep(self, task: _Task, body: bytes) -> None:
        call = task.wire.call
        age = call.keep_empty if check(call.kind, 200, body).standing is Standing.EMPTY else call.keep
        if age is not None:
            now = self._now()
            text = f"{self._bases[call.base]}{call.path}?{task.wire.as_text}"
            self._answers.put(Answer(task.key, call.kind, text, body, now, now + age))

    def _task(self, question: Question) -> _Task:
        made = wire(question)
        base = self._bases[made.call.base] + made.call.path
        digest = hashlib.sha256(made.as_text.encode()).hexdigest()
        return _Task(question, made, f"{base} {digest}")

    def _who(self) -> tuple[tuple[str, str], ...]:
        """`tool` always, `email` and `api_key` when there are such."""
        pairs = (("tool", TOOL), ("email", self._settings.email), ("api_key", self._settings.api_key))
        return tuple((name, value) for name, value in pairs if value)
