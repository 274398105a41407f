"""One HTTP session for all services: time-outs, a deadline for each call, retries with back-off, the limiter inside
them.

`Client.fetch` gives the bytes of an answer that passed its check, or raises; what the bytes mean is decided elsewhere.
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
from itertools import count
from typing import Protocol
from urllib.parse import urlsplit
from urllib.request import getproxies

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.exceptions import InvalidHeader, MaxRetryError
from urllib3.util.retry import RequestHistory, Retry

from harvester.errors import Fault, ServiceError, SettingsError, UnreachableError
from harvester.records import AnswerStatus, Check
from harvester.services.breaker import Breaker
from harvester.services.limiter import Limiter
from harvester.services.redacting import REDACTING, redact
from harvester.services.settings import TOOL

MAX_BODY = 256 * 1024 * 1024
"""Bytes; an EFetch of 200 records with their references is about 5 MB (docs/entrez.md 14)."""
_TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses of passing trouble (RFC 9110 and 6585, docs/entrez.md 10 and 19); 501 and 505 are lasting."""
_CHUNK = 64 * 1024
"""Bytes read at a time; the deadline is checked after each chunk."""
_LEAST_TIME = 0.1
"""Seconds that a request gets even if the deadline is nearer: with none at all it would not be tried."""
_LOGGERS = ("urllib3.connectionpool", "urllib3.util.retry", "requests")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for what, in seconds; `unreachable` is for a host that does not answer at all, `total` for
    one call, `ill` for a host that answers every request of any call with an error."""

    connect: float = 4.0  # TCP sends a lost first packet again after one second, then three (RFC 6298)
    read: float = 30.0  # an EFetch of 200 records is 5 MB (docs/entrez.md 14)
    total: float = 60.0  # a hanging service costs a run one minute, once
    unreachable: float = 5.0  # without a network a run does its offline work and ends within ten seconds
    ill: float = 20.0  # a longer error does not pass soon; open work is left for the next `enrich`
    tries: int = 8  # about as many as fit into `total` with their pauses
    first_pause: float = 0.5
    longest_pause: float = 20.0

    def policy(self) -> Retry:
        """Which failures are tried again, how often, and after what pauses: half a second, then always twice as long.

        urllib3 pauses from the second failure on; the blank entry in the history makes it pause after the first, since
        an overloaded service is not helped by another request at once.
        """
        return Retry(
            total=self.tries - 1,
            allowed_methods=None,  # every method: a POST here only asks, as a GET does
            status_forcelist=_TRANSIENT,
            backoff_factor=self.first_pause / 2,
            backoff_max=self.longest_pause,
            history=(RequestHistory(None, None, None, None, None),),
        )


@dataclass(frozen=True, slots=True)
class Clock:
    """Clock, sleep and chance as the retries use them; tests give their own."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    random: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Request:
    """A request before it is sent; the parameters go into the query or, if `post`, into the body."""

    url: str
    parameters: tuple[tuple[str, str], ...]
    post: bool = False

    @property
    def host(self) -> str:
        """The host that it goes to, as a person would name it."""
        return urlsplit(self.url).netloc


class RefusedError(ServiceError):
    """The service is well, but will never answer this request."""

    says = "{host} ({call}) says {reason}"


class SpentError(ServiceError):
    """The service gave errors until the tries or the time were used up; `reason` is that of the last one."""

    says = "{host} ({call}) gave no answer after {tries} tries; the last: {reason}"


class HangingError(SpentError):
    """The service takes connections but did not answer before the deadline; it would not answer the next request
    either."""


class Checker(Protocol):
    """`harvester.records.check` with its kind already given."""

    def __call__(self, status: int, body: bytes) -> Check:
        """Judge an answer."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Why one try gave no answer; `reached`: whether the service was there at all, `again`: whether another try may
    help."""

    text: str
    again: bool
    reached: bool = True
    retry_after: float | None = None
    bad_key: bool = False
    hanging: bool = False


class Client:
    """The session, and the state of each host."""

    def __init__(
        self, secrets: tuple[str, ...] = (), patience: Patience | None = None, clock: Clock | None = None
    ) -> None:
        self._secrets = tuple(s for s in secrets if s)
        self._patience = patience or Patience()
        self._clock = clock or Clock()
        self._breaker = Breaker(self._patience.unreachable, self._patience.ill, self._clock.now)
        self._session = requests.Session()
        self._session.headers["User-Agent"] = TOOL
        # The adapter retries nothing: the limiter and the deadline must see every request.
        adapter = HTTPAdapter(pool_connections=8, pool_maxsize=32, max_retries=0)
        self._session.mount("https://", adapter)
        self._session.mount("http://", adapter)
        self._lock = threading.Lock()
        self.requests = 0
        # urllib3 logs the URL of each request, and the key in it.
        REDACTING.add(self._secrets)
        for name in _LOGGERS:
            logging.getLogger(name).addFilter(REDACTING)

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def fetch(self, request: Request, check: Checker, limiter: Limiter) -> bytes:
        """The body of the answer to one request, as soon as one comes that `check` finds whole or empty.

        Raises `UnreachableError` where the host does not answer at all for `Patience.unreachable` seconds,
        `ServiceError` where it refuses, or gives errors until the tries or the call's deadline are used up. Waiting for
        the limiter does not count. A host that gave nothing but errors for `Patience.ill` seconds, whatever it was
        asked, is tried once for each further call.
        """
        host = request.host
        call = urlsplit(request.url).path.rsplit("/", 1)[-1] or "request"
        deadline = self._clock.now() + self._patience.total
        policy = self._patience.policy()
        for attempt in count(1):
            queued = self._clock.now()
            with limiter.slot():
                deadline += self._clock.now() - queued
                answer = self._send(request, deadline, limiter)
            # The body is read after the limiter's slot is free again.
            trouble = answer if isinstance(answer, _Trouble) else self._read(answer, check, policy, deadline)
            if isinstance(trouble, bytes):
                self._breaker.heal(host)
                return trouble

            text = redact(trouble.text, self._secrets)
            try:
                policy = policy.increment(url=request.url)
                last = False
            except MaxRetryError:
                last = True
            if not trouble.reached:
                # Without a connection nothing was asked: this waits for a network, not for a service.
                silent = self._breaker.miss(host, self._patience.first_pause)
                if silent or last or not trouble.again:
                    raise UnreachableError(host, text) from None
            if trouble.bad_key:
                raise SettingsError(f"{host} refuses the API key", Fault.KEY_REFUSED) from None
            if not trouble.again:
                raise RefusedError(host, text, call) from None
            pause = pause_before_next(policy, trouble.retry_after, self._clock.random())
            if last or self._clock.now() + pause > deadline or self._breaker.err(host, pause):
                kind = HangingError if trouble.hanging else SpentError
                raise kind(host, text, call, attempt) from None
            if trouble.retry_after is not None:
                limiter.hold(trouble.retry_after)  # the service means all requests of this user, not only this one
            self._clock.sleep(pause)
        raise AssertionError("the last try returns or raises")

    def _send(self, request: Request, deadline: float, limiter: Limiter) -> requests.Response | _Trouble:
        """Send, and wait for the headers of the answer."""
        if self._breaker.is_silent(request.host):
            return _Trouble("no connection", again=True, reached=False)
        if not self._breaker.was_reached(request.host) and not _resolves(request.host, self._patience.connect):
            return _Trouble("its name was not resolved in time", again=True, reached=False)
        # requests has no deadline: its two time-outs are for connecting and for each pause within the answer.
        left = max(deadline - self._clock.now(), _LEAST_TIME)
        pairs = list(request.parameters)
        try:
            answer = self._session.request(
                "POST" if request.post else "GET",
                request.url,
                params=None if request.post else pairs,
                data=pairs if request.post else None,
                timeout=(min(self._patience.connect, left), min(self._patience.read, left)),
                stream=True,
                allow_redirects=False,  # a key must not follow to another host
            )
        except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
            trouble = _trouble(error)
            with self._lock:
                self.requests += trouble.reached  # a request that reached nobody does not count
            return trouble
        with self._lock:
            self.requests += 1
        self._breaker.hear(request.host)
        limiter.heed(answer.headers)
        return answer

    def _read(self, response: requests.Response, check: Checker, policy: Retry, deadline: float) -> bytes | _Trouble:
        """The whole body if it passes the check, else what is wrong with the answer."""
        chunks: list[bytes] = []
        size = 0
        try:
            # Chunk by chunk as it comes, so that a server that only drips is noticed.
            while chunk := response.raw.read1(_CHUNK, decode_content=True):
                chunks.append(chunk)
                size += len(chunk)
                if size > MAX_BODY:
                    return _Trouble(f"the answer is longer than {MAX_BODY} bytes", again=False)
                if self._clock.now() > deadline:
                    # A server that drips would drip again.
                    return _Trouble("the answer did not end before the deadline", again=False)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            return _trouble(error)
        finally:
            response.close()

        body = b"".join(chunks)
        status = response.status_code
        found = check(status, body)
        if found.status in (AnswerStatus.WHOLE, AnswerStatus.EMPTY):
            return body
        if 300 <= status < 400:
            return _Trouble(f"it has moved to {response.headers.get('Location', 'another address')}", again=False)
        header = response.headers.get("Retry-After")
        try:
            wait = policy.parse_retry_after(header) if header else None
        except InvalidHeader:
            wait = None
        # LATER: the service's own error under another status (docs/entrez.md 10, 19, 20).
        again = found.status is AnswerStatus.LATER or policy.is_retry("GET", status, header is not None)
        detail = redact(found.detail or response.reason or "no reason given", self._secrets)
        bad_key = found.status is AnswerStatus.BAD_KEY
        return _Trouble(f"{status}: {detail}", again, retry_after=wait, bad_key=bad_key)


def pause_before_next(policy: Retry, retry_after: float | None, dice: float) -> float:
    """Seconds before the next try: the policy's with jitter, never less than the service asks for.

    `dice`, from 0 to 1, takes off up to half of it, so that processes that failed together do not return together.
    """
    return max(retry_after or 0.0, policy.get_backoff_time() * (0.5 + 0.5 * dice))


def _resolves(host: str, seconds: float) -> bool:
    """Whether the resolver returns in time; its own time-outs follow no deadline."""
    if getproxies():
        return True  # the proxy resolves names

    def look_up() -> None:
        try:
            socket.getaddrinfo(name, None)
        except (OSError, UnicodeError):
            return  # the request itself will report it

    name = host.rsplit("@", 1)[-1].rsplit(":", 1)[0].strip("[]")
    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(seconds)
    return not thread.is_alive()


def _trouble(error: Exception) -> _Trouble:
    """What an exception of requests or urllib3 means for the next try. Its own text is not used, for it may hold the
    URL."""
    broken = requests.exceptions
    if isinstance(error, broken.SSLError):
        return _Trouble("the certificate or the encryption was refused", again=False, reached=False)
    if isinstance(error, broken.ProxyError | broken.ConnectTimeout):
        return _Trouble("no connection in time", again=True, reached=False)
    if isinstance(error, broken.InvalidURL | broken.MissingSchema | broken.InvalidSchema):
        return _Trouble("the address in the settings is no URL", again=False, reached=False)
    if isinstance(error, broken.ReadTimeout | urllib3.exceptions.ReadTimeoutError):
        return _Trouble("no answer in time", again=True, hanging=True)
    # urllib3's error lies two levels down; with these two nothing had been sent yet (refused, or unresolved).
    reason = error.args[0] if error.args else None
    cause = getattr(reason, "reason", reason)
    if isinstance(cause, urllib3.exceptions.NewConnectionError | urllib3.exceptions.NameResolutionError):
        return _Trouble("no connection", again=True, reached=False)
    return _Trouble("the connection was cut", again=True)
