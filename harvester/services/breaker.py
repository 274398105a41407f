"""What is known of each host: whether it can be reached, and since when it has given nothing but silence or errors."""

import threading
from collections.abc import Callable


class Breaker:
    """Says when a host is not to be asked any more; one for all threads of a session.

    `silence` and `illness` are seconds: how long a host that does not answer at all is borne, and one that answers
    every request, whatever was asked, with an error.
    """

    def __init__(self, silence: float, illness: float, now: Callable[[], float]) -> None:
        self._silence, self._illness, self._now = silence, illness, now
        self._lock = threading.Lock()
        self._silent_since: dict[str, float] = {}
        self._ill_since: dict[str, float] = {}
        self._reached: set[str] = set()

    def is_silent(self, host: str) -> bool:
        """Whether a host is known not to answer, so that no further request need find it out."""
        with self._lock:
            since = self._silent_since.get(host)
        return since is not None and self._now() - since >= self._silence

    def was_reached(self, host: str) -> bool:
        """Whether a host ever answered anything."""
        return host in self._reached

    def hear(self, host: str) -> None:
        """A host answered, be it with an error."""
        with self._lock:
            self._silent_since.pop(host, None)
            self._reached.add(host)

    def miss(self, host: str, pause: float) -> bool:
        """A host did not answer: whether it will have been silent for too long after a pause."""
        now = self._now()
        with self._lock:
            since = self._silent_since.setdefault(host, now)
        return now - since + pause >= self._silence

    def heal(self, host: str) -> None:
        """A host gave a good answer."""
        with self._lock:
            self._ill_since.pop(host, None)

    def err(self, host: str, pause: float) -> bool:
        """A host gave an error: whether it will have given nothing else for too long after a pause.

        Never at the first error: each host is tried at least twice, however long it asks to wait.
        """
        now = self._now()
        with self._lock:
            since = self._ill_since.setdefault(host, now)
        return now > since and now + pause - since > self._illness
