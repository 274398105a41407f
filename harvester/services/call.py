"""What a call of a service is: one row of the tables in `calls`, `crossref` and `europepmc`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

Pairs = tuple[tuple[str, str], ...]
Base = Literal["eutils", "idconv", "crossref", "europepmc"]


@dataclass(frozen=True, slots=True)
class Call:
    """One call: its kind, base and path, how a question becomes parameters, and how long its answers are kept.

    `keep` is for an answer that holds something, `keep_empty` for one that says there is nothing: a service may know
    tomorrow what it does not know today. `place` makes the path where the question stands in it.
    """

    kind: str
    base: Base
    path: str
    encode: Callable[[Any], Pairs]
    keep: timedelta
    keep_empty: timedelta
    place: Callable[[Any], str] | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a service may be asked: requests a second, and how many at a time (None: as many as the limit and the
    latency ask for)."""

    a_second: int
    at_a_time: int | None = None
