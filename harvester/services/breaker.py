"""Stop asking a host that cannot be reached, or that has given nothing but errors for too long."""

import threading
from collections.abc import Callable


class Breaker:
    """Decides when a host is no longer asked; one breaker for all threads of a session.

    `silence` and `illness` are seconds: how long a host may give no answer at all, and how long it may answer every
    request, whatever was asked, with an error.
    """

    def __init__(self, silence: float, illness: float, now: Callable[[], float]) -> None:
        self._silence, self._illness, self._now = silence, illness, now
        self._lock = threading.Lock()
        self._silent_since: dict[str, float] = {}
        self._ill_since: dict[str, float] = {}
        self._reached: set[str] = set()

    def is_silent(self, host: str) -> bool:
        """Whether a host has not answered for too long, so that no further request needs to try."""
        with self._lock:
            since = self._silent_since.get(host)
        return since is not None and self._now() - since >= self._silence

    def was_reached(self, host: str) -> bool:
        """Whether a host ever answered anything."""
        return host in self._reached

    def hear(self, host: str) -> None:
        """Note that a host answered, be it with an error."""
        with self._lock:
            self._silent_since.pop(host, None)
            self._reached.add(host)

    def miss(self, host: str, pause: float) -> bool:
        """Note that a host did not answer; returns whether, after a pause, it will have been silent for too long."""
        now = self._now()
        with self._lock:
            since = self._silent_since.setdefault(host, now)
        return now - since + pause >= self._silence

    def heal(self, host: str) -> None:
        """Note that a host gave a good answer."""
        with self._lock:
            self._ill_since.pop(host, None)

    def err(self, host: str, pause: float) -> bool:
        """Note that a host gave an error; returns whether, after a pause, it will have given nothing else for too long.

        Never at the first error: each host is tried at least twice, however long it asks to wait.
        """
        now = self._now()
        with self._lock:
            since = self._ill_since.setdefault(host, now)
        return now > since and now + pause - since > self._illness
