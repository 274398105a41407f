"""One HTTP session for all services: time-outs, a deadline for each call, retries with back-off, the limiter inside
them.

`Client.fetch` gives the bytes of an answer that its check found fit, or raises; it decides nothing about their meaning.
What it raises, and what urllib3 logs, has gone through `redact`: NCBI repeats API keys in its errors
(docs/entrez.md 11).
"""

import logging
import random
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Protocol
from urllib.parse import urlsplit
from urllib.request import getproxies

import requests
import urllib3
from requests.adapters import HTTPAdapter

from harvester.errors import Fault, ServiceError, SettingsError, UnreachableError
from harvester.records import AnswerStatus, Check
from harvester.services.limiter import Limiter
from harvester.services.secrets import REDACTING, redact
from harvester.services.settings import TOOL

MAX_BODY = 256 * 1024 * 1024
"""Bytes; an EFetch of 200 records with their references is about 5 MB."""
_TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504})
_CHUNK = 64 * 1024
_LOGGERS = ("urllib3.connectionpool", "urllib3.util.retry", "requests")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited for what, in seconds; `unreachable` is for a host that does not answer at all, `total` for
    one call, `ill` for a host that answers every request of any call with an error."""

    connect: float = 4.0
    read: float = 30.0
    total: float = 60.0
    unreachable: float = 5.0
    ill: float = 20.0
    tries: int = 8
    first_pause: float = 0.5
    longest_pause: float = 20.0


@dataclass(frozen=True, slots=True)
class Clock:
    """What the retries know of the outer world; tests give their own."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    random: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Request:
    """A request before it is sent; the parameters go into the query, or into the body where `post`."""

    url: str
    parameters: tuple[tuple[str, str], ...]
    post: bool = False

    @property
    def host(self) -> str:
        """Where it goes, as a person calls it."""
        return urlsplit(self.url).netloc


class RefusedError(ServiceError):
    """The service is well, but will never answer this request."""

    says = "{host} ({call}) says {reason}"


class SpentError(ServiceError):
    """The service erred until the tries or the time were spent; `reason` is the last error's."""

    says = "{host} ({call}) gave no answer after {tries} tries; the last: {reason}"


class HangingError(SpentError):
    """The service takes connections, but did not answer before the deadline: it would not answer the next one
    either."""


class Checker(Protocol):
    """`harvester.records.check` with its kind already given."""

    def __call__(self, status: int, body: bytes) -> Check:
        """Judge an answer."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Why one try gave no answer; `reached` says whether the service was there at all."""

    text: str
    again: bool
    reached: bool = True
    retry_after: float | None = None
    bad_key: bool = False
    hanging: bool = False


class Client:
    """The session, and what is known of each host: whether it can be reached, and since when it cannot."""

    def __init__(
        self, secrets: tuple[str, ...] = (), patience: Patience | None = None, clock: Clock | None = None
    ) -> None:
        self._secrets = tuple(s for s in secrets if s)
        self._patience = patience or Patience()
        self._clock = clock or Clock()
        self._session = requests.Session()
        self._session.headers["User-Agent"] = TOOL
        adapter = HTTPAdapter(pool_connections=8, pool_maxsize=32, max_retries=0)
        self._session.mount("https://", adapter)
        self._session.mount("http://", adapter)
        self._lock = threading.Lock()
        self._silent_since: dict[str, float] = {}
        self._ill_since: dict[str, float] = {}
        self._resolved: set[str] = set()
        self.requests = 0
        REDACTING.add(self._secrets)
        for name in _LOGGERS:
            logging.getLogger(name).addFilter(REDACTING)

    def close(self) -> None:
        """Let the connections go."""
        self._session.close()

    def fetch(self, request: Request, check: Checker, limiter: Limiter) -> bytes:
        """The body of the answer to one request, as soon as one comes that `check` finds whole or empty.

        Raises `UnreachableError` where the host does not answer at all for `Patience.unreachable` seconds,
        `ServiceError` where it refuses, or errs until the tries or the call's deadline are spent. Waiting for the
        limiter is counted. A host that gave nothing but errors for `Patience.ill` seconds, whatever was asked of it, is
        tried once more for each call.
        """
        deadline = self._clock.now() + self._patience.total
        for attempt in range(1, self._patience.tries + 1):
            queued = self._clock.now()
            with limiter.slot():
                deadline += self._clock.now() - queued
                answer = self._out_of_reach(request.host) or self._send(request, deadline, limiter)
            outcome = answer if isinstance(answer, _Trouble) else self._read(answer, check, deadline)
            if isinstance(outcome, bytes):
                with self._lock:
                    self._ill_since.pop(request.host, None)
                return outcome
            self._weigh(request, outcome, attempt, deadline, limiter)
        raise AssertionError("the last try returns or raises")

    def _send(self, request: Request, deadline: float, limiter: Limiter) -> requests.Response | _Trouble:
        """Send, and wait for the head of the answer; the body is read when the place under the limit is free again."""
        left = max(deadline - self._clock.now(), 0.1)
        timeout = (min(self._patience.connect, left), min(self._patience.read, left))
        pairs = list(request.parameters)
        try:
            if request.post:
                answer = self._session.post(request.url, pairs, timeout=timeout, stream=True, allow_redirects=False)
            else:
                answer = self._session.get(
                    request.url, params=pairs, timeout=timeout, stream=True, allow_redirects=False
                )
        except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
            trouble = _trouble(error)
            self.requests += trouble.reached
            return trouble
        self._reached(request.host)
        limiter.heed(answer.headers)
        return answer

    def _read(self, response: requests.Response, check: Checker, deadline: float) -> bytes | _Trouble:
        try:
            body = self._body(response, deadline)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            return _trouble(error)
        finally:
            response.close()
        return body if isinstance(body, _Trouble) else self._judge(response, check(response.status_code, body), body)

    def _body(self, response: requests.Response, deadline: float) -> bytes | _Trouble:
        """The whole body, chunk by chunk as it comes, so that a server that drips is noticed."""
        chunks: list[bytes] = []
        size = 0
        while chunk := response.raw.read1(_CHUNK, decode_content=True):
            chunks.append(chunk)
            size += len(chunk)
            if size > MAX_BODY:
                return _Trouble(f"the answer is longer than {MAX_BODY} bytes", again=False)
            if self._clock.now() > deadline:
                return _Trouble("the answer did not end before the deadline", again=False)
        return b"".join(chunks)

    def _judge(self, response: requests.Response, found: Check, body: bytes) -> bytes | _Trouble:
        status = response.status_code
        if found.status in (AnswerStatus.WHOLE, AnswerStatus.EMPTY):
            return body
        wait = _seconds(response.headers.get("Retry-After"))
        again = status in _TRANSIENT or found.status is AnswerStatus.LATER
        if 300 <= status < 400:
            return _Trouble(f"it has moved to {response.headers.get('Location', 'another address')}", again=False)
        detail = found.detail or response.reason or "no reason given"
        bad_key = found.status is AnswerStatus.BAD_KEY
        return _Trouble(f"{status}: {redact(detail, self._secrets)}", again, retry_after=wait, bad_key=bad_key)

    def _weigh(self, request: Request, trouble: _Trouble, attempt: int, deadline: float, limiter: Limiter) -> None:
        """Wait before the next try, or raise where there is no point in one."""
        call = urlsplit(request.url).path.rsplit("/", 1)[-1] or "request"
        text = redact(trouble.text, self._secrets)
        last = attempt == self._patience.tries
        if not trouble.reached and (self._give_up_on(request.host, trouble.again) or last):
            raise UnreachableError(request.host, text) from None
        pause = self._pause(attempt, trouble.retry_after)
        if trouble.bad_key:
            raise SettingsError(f"{request.host} refuses the API key", Fault.KEY_REFUSED) from None
        if not trouble.again:
            raise RefusedError(request.host, text, call) from None
        if last or self._clock.now() + pause > deadline or self._is_ill(request.host, pause):
            kind = HangingError if trouble.hanging else SpentError
            raise kind(request.host, text, call, attempt) from None
        if trouble.retry_after is not None:
            limiter.hold(trouble.retry_after)
        self._clock.sleep(pause)

    def _pause(self, attempt: int, retry_after: float | None) -> float:
        """Seconds before the next try: exponential with jitter, never less than the service asks for."""
        backoff = min(self._patience.first_pause * 2.0 ** (attempt - 1), self._patience.longest_pause)
        jittered = backoff * (0.5 + 0.5 * self._clock.random())
        return max(retry_after or 0.0, jittered)

    def _reached(self, host: str) -> None:
        with self._lock:
            self.requests += 1
            self._silent_since.pop(host, None)
            self._resolved.add(host)

    def _give_up_on(self, host: str, again: bool) -> bool:
        now = self._clock.now()
        with self._lock:
            since = self._silent_since.setdefault(host, now)
        return not again or now - since + self._patience.first_pause >= self._patience.unreachable

    def _is_ill(self, host: str, pause: float) -> bool:
        """Whether nothing but errors came from a host, to whatever was asked, for as long as that is borne."""
        now = self._clock.now()
        with self._lock:
            since = self._ill_since.setdefault(host, now)
        return now > since and now + pause - since > self._patience.ill

    def _out_of_reach(self, host: str) -> _Trouble | None:
        """Whether the host is known not to answer, or its name cannot be looked up within the time for that."""
        now = self._clock.now()
        with self._lock:
            since = self._silent_since.get(host, now)
            known = host in self._resolved
        if now - since >= self._patience.unreachable:
            return _Trouble("no connection", again=True, reached=False)
        if not known and not _resolves(host, self._patience.connect):
            return _Trouble("its name was not resolved in time", again=True, reached=False)
        return None


def _resolves(host: str, seconds: float) -> bool:
    """Whether the resolver comes back within the time; its own time-outs know no deadline. Behind a proxy it is not
    asked."""
    if getproxies():
        return True
    name = host.rsplit("@", 1)[-1].rsplit(":", 1)[0].strip("[]")
    thread = threading.Thread(target=_look_up, args=(name,), daemon=True)
    thread.start()
    thread.join(seconds)
    return not thread.is_alive()


def _look_up(name: str) -> None:
    try:
        socket.getaddrinfo(name, None)
    except (OSError, UnicodeError):
        return


def _trouble(error: Exception) -> _Trouble:
    """What an exception of requests or urllib3 means for the next try; its own text may hold the URL, so it is not
    used."""
    if isinstance(error, requests.exceptions.SSLError):
        return _Trouble("the certificate or the encryption was refused", again=False, reached=False)
    if isinstance(error, requests.exceptions.ProxyError | requests.exceptions.ConnectTimeout):
        return _Trouble("no connection in time", again=True, reached=False)
    if isinstance(
        error, requests.exceptions.InvalidURL | requests.exceptions.MissingSchema | requests.exceptions.InvalidSchema
    ):
        return _Trouble("the address in the settings is no URL", again=False, reached=False)
    if isinstance(error, requests.exceptions.ReadTimeout | urllib3.exceptions.ReadTimeoutError):
        return _Trouble("no answer in time", again=True, hanging=True)
    if _never_connected(error):
        return _Trouble("no connection", again=True, reached=False)
    return _Trouble("the connection was cut", again=True)


def _never_connected(error: BaseException) -> bool:
    """Whether the connection failed before anything was sent (`NewConnectionError` covers refused and unresolved)."""
    reason = error.args[0] if error.args else None
    cause = getattr(reason, "reason", reason)
    return isinstance(cause, urllib3.exceptions.NewConnectionError | urllib3.exceptions.NameResolutionError)


def _seconds(header: str | None) -> float | None:
    """`Retry-After` in seconds: a number, or a date (RFC 9110, 10.2.3)."""
    if not header:
        return None
    if header.strip().isascii() and header.strip().isdigit():
        return float(header.strip())
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    except (TypeError, ValueError):
        return None
