"""What the library answers when it is looked at: reviews, references, totals, what happened, which runs there were."""

from dataclasses import dataclass, field
from enum import StrEnum

from harvester.model.citation import Method, Stage, Verdict
from harvester.model.page import Span
from harvester.model.work import Work
from harvester.values.identifier import Identifier


@dataclass(frozen=True, slots=True)
class Review:
    """A citing work of the library, for looking at.

    `number` is its `w` number; `sources` are the names of the files that it was read from; `references` counts the
    references on them, `cited` those works they lead to that no person denied, `open` the citations that are not
    settled; `listed` counts the list that a service has of it.
    """

    number: int
    work: Work
    citekey: str
    sources: tuple[str, ...] = ()
    references: int = 0
    cited: int = 0
    open: int = 0
    stated_total: int | None = None
    listed: int | None = None


@dataclass(frozen=True, slots=True)
class StoredReference:
    """A reference as the library keeps it, with where it stands and what it leads to."""

    name: str
    ordinal: int
    label: str
    text: str
    source: str
    span: Span | None
    tail_labels: tuple[str, ...]
    verdict: Verdict
    method: Method
    stage: Stage
    cited: Work
    cited_key: str
    confidence: float
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of the library is asked for; the empty selection is all cited works, and those of
    pages of search results.

    `review` is a citekey, CURIE or `w` number; `verdicts` empty means any.
    """

    review: str = ""
    cited_by_at_least: int = 1
    verdicts: frozenset[Verdict] = field(default_factory=frozenset)
    with_reviews: bool = False


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a library holds, and how its citations stand.

    `references` are entries of lists, `listed` of them those of a service's list; a `citation` is an entry and a work
    that it names, since one entry may name several. `cited` are works that are cited, each once, and `pairs` each once
    a review, as in `csv`. `collected` are works of pages of search results.
    """

    sources: int
    works: int
    reviews: int
    references: int
    citations: int
    identifiers: int
    problems: int
    verdicts: tuple[tuple[Verdict, int], ...] = ()
    listed: int = 0
    cited: int = 0
    pairs: int = 0
    collected: int = 0


class HappeningKind(StrEnum):
    """What can happen to a work."""

    READ = "read"
    """A page of it was read."""
    CITED = "cited"
    """A page was read that cites it."""
    ASKED = "asked"
    DECIDED = "decided"
    TAKEN_BACK = "taken back"
    MERGED = "merged"
    TAKEN_APART = "taken apart"


@dataclass(frozen=True, slots=True, order=True)
class Happening:
    """Something that happened to a work: when, in ISO 8601 ("" where no time is kept), and what.

    `about` is the name of the file that was read, the kind of the answer, the kind of the decision, or how many claims
    were merged.
    """

    at: str
    kind: HappeningKind
    about: str


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the program that changed something: its command, times in ISO 8601, and what came of it, counted."""

    command: str
    started_at: str
    finished_at: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    number: int | None = None
