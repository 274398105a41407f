"""A limit of requests a second that all threads and processes of this user keep together.

The state is a small file in the user's cache folder, one for each host and key, guarded by a file lock. A request
counts from the moment it is sent until one second after its answer came, since the server counted it somewhere between
the two; if the answer is slow, until one second after the longest plausible way to the server (`TRANSIT`). So no
window of one second at the server, sliding or fixed, ever holds more than the limit, whatever the network's jitter.
The price: `limit / (1 + latency)` requests a second, 77 % of ten at 300 ms.
"""

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from harvester.services.calls import Pace

WINDOW = 1.02
"""Seconds; the server's second, and a little more for coarse clocks."""
TRANSIT = 0.5
"""Seconds; the longest that a request is assumed to take to the server, with connection and TLS set up first."""
LONGEST_HOLD = 120.0
"""Seconds; a service that wants a longer pause (`Retry-After`) is asked again after this one."""
_LOCK_TIMEOUT = 10.0
"""Seconds to wait for a lock that is usually held for a millisecond; after that its holder hangs, and the limit is kept
without the file."""


@dataclass(slots=True)
class _State:
    """When each recent request was sent and answered, and until when nobody may ask (times of `time.monotonic`)."""

    sent: dict[str, tuple[float, float | None]] = field(default_factory=dict)
    hold_until: float = 0.0

    def drop_old(self, now: float) -> None:
        """Forget requests that have left the window, and times that the current clock cannot have given."""
        # A time in the future was noted before the machine restarted: the clock counts from the start.
        self.sent = {k: v for k, v in self.sent.items() if _leaves(v) > now and v[0] <= now}
        if self.hold_until > now + LONGEST_HOLD:
            self.hold_until = 0.0

    def wait(self, now: float, limit: int) -> float:
        """Seconds until a request may be sent, 0 for now; while an answer is still awaited, the earliest possible time
        counts."""
        if self.hold_until > now:
            return self.hold_until - now
        if len(self.sent) < limit:
            return 0.0
        # A request without an answer yet may hold its slot for long; it is checked again after a window.
        leaves = sorted(
            min(_leaves(times), now + WINDOW) if times[1] is None else _leaves(times) for times in self.sent.values()
        )
        return leaves[len(self.sent) - limit] - now


def _leaves(times: tuple[float, float | None]) -> float:
    sent, answered = times
    arrived = sent + TRANSIT if answered is None else min(answered, sent + TRANSIT)
    return arrived + WINDOW


class Limiter:
    """At most `limit` requests in any second over all threads and processes that share `folder`, `host` and `secret`.

    If the folder cannot be written, this process keeps the limit for itself. `now` must be a clock that all processes
    of the machine share (`time.monotonic` is one on Linux and macOS).
    """

    def __init__(
        self,
        path: Path | None,
        limit: int,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._path = path
        self.a_second = limit
        self.at_a_time: int | None = None
        self.read_pace: Callable[[Mapping[str, str], Pace], Pace] | None = None
        self._now = now
        self._sleep = sleep
        self._threads = threading.Lock()
        self._memory = _State()
        self._serial = 0

    @classmethod
    def shared(cls, folder: Path, host: str, secret: str, limit: int) -> Self:
        """The limiter of a host and a key, its state under `folder`; the file's name does not reveal the key."""
        name = hashlib.sha256(f"{host}\n{secret}".encode()).hexdigest()[:24]
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return cls(None, limit)
        return cls(folder / f"limit-{name}.json", limit)

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Wait for a free slot, and hold it while the request is under way."""
        ticket = self.take()
        try:
            yield
        finally:
            self.give_back(ticket)

    def take(self) -> str:
        """Wait for a free slot; returns the ticket to give back when the answer is there."""
        while True:
            with self._state() as state:
                now = self._now()
                wait = state.wait(now, self.a_second)
                if wait <= 0:
                    self._serial += 1
                    ticket = f"{id(self):x}-{threading.get_native_id()}-{self._serial}"
                    state.sent[ticket] = (now, None)
                    return ticket
            self._sleep(wait)

    def give_back(self, ticket: str) -> None:
        """The answer is there: the slot is free a second from now."""
        with self._state() as state:
            if ticket in state.sent:
                state.sent[ticket] = (state.sent[ticket][0], self._now())

    def heed(self, headers: Mapping[str, str]) -> None:
        """Take over the pace in an answer's headers, if this service gives one."""
        if self.read_pace is not None:
            pace = self.read_pace(headers, Pace(self.a_second, self.at_a_time))
            self.a_second, self.at_a_time = pace.a_second, pace.at_a_time

    def hold(self, seconds: float) -> None:
        """Let nobody ask for so long, since the service said so."""
        with self._state() as state:
            until = self._now() + min(seconds, LONGEST_HOLD)
            state.hold_until = max(state.hold_until, until)

    @contextmanager
    def _state(self) -> Iterator[_State]:
        """The state, read and written back under both locks: the threads' and the file's.

        Without a folder for the file, or a lock on it, this process keeps the limit for itself from then on: one
        request above the limit costs less than no request at all.
        """
        with self._threads:
            lock = None
            if self._path is not None:
                try:
                    lock = FileLock(self._path.with_suffix(".lock"))
                    lock.acquire(timeout=_LOCK_TIMEOUT)
                except (OSError, Timeout):
                    lock = self._path = None
            if lock is None or self._path is None:
                self._memory.drop_old(self._now())
                yield self._memory
                return
            try:
                self._memory = _read(self._path, self._now())
                yield self._memory
                text = json.dumps({"sent": self._memory.sent, "hold_until": self._memory.hold_until})
                try:
                    self._path.write_text(text, "ascii")
                except OSError:
                    self._path = None
            finally:
                lock.release()


def _read(path: Path, now: float) -> _State:
    """The state on disk; an unreadable one costs a window of waiting, for the limit may have been used up."""
    try:
        text = path.read_text("ascii")
    except OSError:
        return _State()
    try:
        data = json.loads(text)
        state = _State({str(k): (float(s), None if a is None else float(a)) for k, (s, a) in data["sent"].items()})
        state.hold_until = float(data["hold_until"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return _State(hold_until=now + TRANSIT + WINDOW)
    state.drop_old(now)
    return state
