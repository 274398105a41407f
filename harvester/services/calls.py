"""What a call of a service is, how a service wants to be asked, and how a question becomes a request.

The calls themselves are the tables in `ncbi`, `crossref`, `doi_org`, `datacite` and `europepmc`, one file a service.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal
from urllib.parse import urlencode

from harvester.model.questions import Question
from harvester.services.settings import ServiceSettings

Pairs = tuple[tuple[str, str], ...]
Base = Literal["eutils", "idconv", "crossref", "doi", "datacite", "europepmc"]

MONTH = timedelta(days=30)
"""How long an answer that holds something is kept: `refresh` asks again for what is older."""
WEEK = timedelta(days=7)
"""How long an empty answer is kept: a service may have tomorrow what it lacks today."""
POST_FROM_IDS = 200
"""Ids from which on a request goes as POST (docs/entrez.md 13)."""
POST_FROM_LENGTH = 1000
"""Characters of encoded parameters from which on it does: a URL that is too long is refused (docs/entrez.md 13)."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call: its kind (as `harvester.records.check` knows it), base and path, and how a question becomes parameters.

    `locate` makes the path, for calls that have the question in it. `takes_post`: a long question is sent as POST.
    """

    kind: str
    base: Base
    path: str
    encode: Callable[[Any], Pairs]
    locate: Callable[[Any], str] | None = None
    takes_post: bool = True


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a service may be asked: requests a second, and how many at a time (None: as many as limit and latency
    call for)."""

    a_second: int
    at_a_time: int | None = None


@dataclass(frozen=True, slots=True)
class Manners:
    """How a service wants to be asked: by whom (as parameters), how often, and by what it counts its limit (a key or an
    address; "" for the machine). `read_pace` corrects the pace by the headers of an answer."""

    who: Callable[[ServiceSettings], Pairs]
    pace: Callable[[ServiceSettings], Pace]
    counted_by: Callable[[ServiceSettings], str]
    read_pace: Callable[[Mapping[str, str], Pace], Pace] | None = None


@dataclass(frozen=True, slots=True)
class Wire:
    """A question made ready: its call, its own parameters (without anybody's key or address), and whether to POST."""

    call: Call
    parameters: Pairs
    post: bool
    path: str

    @property
    def as_text(self) -> str:
        """The parameters as they are sent."""
        return urlencode(self.parameters)


def make_wire(call: Call, question: Question) -> Wire:
    """The request that a question of this call becomes."""
    parameters = call.encode(question)
    ids = sum(value.count(",") + 1 for name, value in parameters if name in ("id", "ids"))
    long = ids >= POST_FROM_IDS or len(urlencode(parameters)) > POST_FROM_LENGTH
    path = call.locate(question) if call.locate else call.path
    return Wire(call, parameters, long and call.takes_post, path)
