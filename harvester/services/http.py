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
"""The statuses that pass (RFC 9110 and 6585, docs/entrez.md 10 and 19); 501 and 505 do not."""
_CHUNK = 64 * 1024
"""Bytes read at a time; after each the deadline is looked at."""
_LEAST_TIME = 0.1
"""Seconds that a request is given even where the deadline is nearer: none at all would be no try."""
_LOGGERS = ("urllib3.connectionpool", "urllib3.util.retry", "requests")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited for what, in seconds; `unreachable` is for a host that does not answer at all, `total` for
    one call, `ill` for a host that answers every request of any call with an error."""

    connect: float = 4.0  # a first packet that was lost is sent again after one second, then three (RFC 6298)
    read: float = 30.0  # an EFetch of 200 records is 5 MB (docs/entrez.md 14)
    total: float = 60.0  # a service that hangs costs a run a minute, once
    unreachable: float = 5.0  # without a network a run ends within ten seconds, what can be done offline being done
    ill: float = 20.0  # longer is no passing error; what is open is left for the next `enrich`
    tries: int = 8  # with their pauses about as many as go into `total`
    first_pause: float = 0.5
    longest_pause: float = 20.0

    def policy(self) -> Retry:
        """What is tried again, how often, and after which pauses: half a second, then twice as long each time.

        urllib3 pauses from the second failure on; the blank entry in the history makes it pause after the first, since
        a service that has too much to do is not helped by being asked at once again.
        """
        return Retry(
            total=self.tries - 1,
            allowed_methods=None,  # any: a POST only asks here, as a GET does
            status_forcelist=_TRANSIENT,
            backoff_factor=self.first_pause / 2,
            backoff_max=self.longest_pause,
            history=(RequestHistory(None, None, None, None, None),),
        )


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
    """Why one try gave no answer; `reached` says whether the service was there at all, `again` whether it may be
    better next time."""

    text: str
    again: bool
    reached: bool = True
    retry_after: float | None = None
    bad_key: bool = False
    hanging: bool = False


class Client:
    """The session, and what is known of each host."""

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
        """Let the connections go."""
        self._session.close()

    def fetch(self, request: Request, check: Checker, limiter: Limiter) -> bytes:
        """The body of the answer to one request, as soon as one comes that `check` finds whole or empty.

        Raises `UnreachableError` where the host does not answer at all for `Patience.unreachable` seconds,
        `ServiceError` where it refuses, or errs until the tries or the call's deadline are spent. Waiting for the
        limiter is not counted. A host that gave nothing but errors for `Patience.ill` seconds, whatever was asked of
        it, is tried once more for each call.
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
            # The body is read when the place under the limit is free again.
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
                # Without a connection nothing was asked: who waits here waits for a network, not for a service.
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
                limiter.hold(trouble.retry_after)  # the service means every request of this user, not this one alone
            self._clock.sleep(pause)
        raise AssertionError("the last try returns or raises")

    def _send(self, request: Request, deadline: float, limiter: Limiter) -> requests.Response | _Trouble:
        """Send, and wait for the head of the answer."""
        if self._breaker.is_silent(request.host):
            return _Trouble("no connection", again=True, reached=False)
        if not self._breaker.was_reached(request.host) and not _resolves(request.host, self._patience.connect):
            return _Trouble("its name was not resolved in time", again=True, reached=False)
        # requests knows no deadline: its two time-outs are for the connection and for each pause in the answer.
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
                self.requests += trouble.reached  # one that reached nobody cost nobody anything
            return trouble
        with self._lock:
            self.requests += 1
        self._breaker.hear(request.host)
        limiter.heed(answer.headers)
        return answer

    def _read(self, response: requests.Response, check: Checker, policy: Retry, deadline: float) -> bytes | _Trouble:
        """The whole body if it is fit, else what is wrong with the answer."""
        chunks: list[bytes] = []
        size = 0
        try:
            # Chunk by chunk as it comes, so that a server that drips is noticed.
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
        # LATER: an error of the service's own under another status (docs/entrez.md 10, 19, 20).
        again = found.status is AnswerStatus.LATER or policy.is_retry("GET", status, header is not None)
        detail = redact(found.detail or response.reason or "no reason given", self._secrets)
        bad_key = found.status is AnswerStatus.BAD_KEY
        return _Trouble(f"{status}: {detail}", again, retry_after=wait, bad_key=bad_key)


def pause_before_next(policy: Retry, retry_after: float | None, dice: float) -> float:
    """Seconds before the next try: the policy's with jitter, never less than the service asks for.

    `dice`, from 0 to 1, takes up to half of it off, so that processes that failed together do not come together again.
    """
    return max(retry_after or 0.0, policy.get_backoff_time() * (0.5 + 0.5 * dice))


def _resolves(host: str, seconds: float) -> bool:
    """Whether the resolver comes back within the time: its own time-outs know no deadline."""
    if getproxies():
        return True  # then the proxy looks names up

    def look_up() -> None:
        try:
            socket.getaddrinfo(name, None)
        except (OSError, UnicodeError):
            return  # the request itself will say so

    name = host.rsplit("@", 1)[-1].rsplit(":", 1)[0].strip("[]")
    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(seconds)
    return not thread.is_alive()


def _trouble(error: Exception) -> _Trouble:
    """What an exception of requests or urllib3 means for the next try; its own text may hold the URL, so it is not
    used."""
    broken = requests.exceptions
    if isinstance(error, broken.SSLError):
        return _Trouble("the certificate or the encryption was refused", again=False, reached=False)
    if isinstance(error, broken.ProxyError | broken.ConnectTimeout):
        return _Trouble("no connection in time", again=True, reached=False)
    if isinstance(error, broken.InvalidURL | broken.MissingSchema | broken.InvalidSchema):
        return _Trouble("the address in the settings is no URL", again=False, reached=False)
    if isinstance(error, broken.ReadTimeout | urllib3.exceptions.ReadTimeoutError):
        return _Trouble("no answer in time", again=True, hanging=True)
    # What urllib3 says lies two levels down; with these two nothing had been sent yet (refused, or unresolved).
    reason = error.args[0] if error.args else None
    cause = getattr(reason, "reason", reason)
    if isinstance(cause, urllib3.exceptions.NewConnectionError | urllib3.exceptions.NameResolutionError):
        return _Trouble("no connection", again=True, reached=False)
    return _Trouble("the connection was cut", again=True)
