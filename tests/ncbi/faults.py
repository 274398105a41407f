"""What can be wrong with an answer, and when: a plan for the next requests, or a share of all of them by chance."""

import random
import threading
from collections import deque
from collections.abc import Iterable

KINDS = (
    "429", "429-bare", "500", "502", "503", "reset", "cut", "truncated", "prolog", "html", "error", "limit-200",
    "missing", "shuffled", "delay", "trace",
)  # fmt: skip
"""The kinds that pass by themselves; `hang`, `drip` and `wrong-paper` are for tests that ask for them."""


class Faults:
    """Which fault the next request meets; `plan` is used up first, then each meets one with the probability `share`."""

    def __init__(self, share: float = 0.0, kinds: Iterable[str] = KINDS, seed: int = 1) -> None:
        self.plan: deque[str] = deque()
        self.always = ""
        self.share = share
        self.kinds = tuple(kinds)
        self._dice = random.Random(seed)
        self._lock = threading.Lock()

    def next(self) -> str:
        """The kind of fault, or "" for a good answer."""
        with self._lock:
            if self.always:
                return self.always
            if self.plan:
                return self.plan.popleft()
            return self._dice.choice(self.kinds) if self._dice.random() < self.share else ""
