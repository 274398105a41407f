"""What was made of a page, what the library knows about it, and what the store shall hold then: all of it data."""

from dataclasses import dataclass, field

from harvester.model.citation import Verdict
from harvester.model.claim import Description
from harvester.model.page import Problem, Span
from harvester.model.reading import FieldPlace, Mention, ParsedReference
from harvester.model.work import Work
from harvester.values.identifier import Identifier


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A page as the library files it: `part` counts from 0 where one file holds several pages."""

    name: str
    part: int
    digest: str
    format: str
    title: str
    stated_total: int | None


@dataclass(frozen=True, slots=True)
class DescribedReference:
    """A parsed reference and the tellings in it: one, or several where one entry names several works."""

    parsed: ParsedReference
    descriptions: tuple[Description, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """One page read, parsed and described; nothing is known yet of what the library holds.

    `places` are where it says the fields of its own work.
    """

    source: SourceFacts
    citing: Description | None
    references: tuple[DescribedReference, ...] = ()
    mentions: tuple[Mention, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: tuple[FieldPlace, ...] = ()

    @property
    def descriptions(self) -> tuple[Description, ...]:
        """Every telling on the page, each once, the page's own work first."""
        own = (self.citing,) if self.citing else ()
        cited = (d for reference in self.references for d in reference.descriptions)
        return tuple({d.digest: d for d in (*own, *cited)}.values())


@dataclass(frozen=True, slots=True)
class FormerReference:
    """A reference as a page had it: its number, text and identifiers, and the digests of what it told."""

    number: int
    text: str
    identifiers: tuple[Identifier, ...] = ()
    tellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Former:
    """A page as it was when it was last read: its digest, what it told of its own work, and its references."""

    digest: str
    citing: Description | None
    references: tuple[FormerReference, ...] = ()


@dataclass(frozen=True, slots=True)
class Heir:
    """A telling that stands in the place of another, both by digest; `method` leads from it to its work."""

    old: str
    new: str
    method: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """What of a page stayed when it changed: of each ordinal the number that was, and whose telling follows whose."""

    numbers: tuple[tuple[int, int], ...] = ()
    heirs: tuple[Heir, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A decision that stands, for carrying it over: the telling that it is about, its verdict, its marks by digest."""

    number: int
    digest: str
    verdict: str
    marks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """A decision that goes over to a heir; `before` is how its citations stand when it is taken back."""

    number: int
    old: str
    new: str
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copied:
    """A decision `of` that number said again, as one of its own, of a heir whose forerunner is still told elsewhere."""

    of: int
    number: int
    digest: str
    marks: tuple[tuple[str, str], ...]
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """What goes over from tellings that are gone to their `heirs`; `marks` are what descriptions come to bear by it."""

    heirs: tuple[Heir, ...] = ()
    moved: tuple[Moved, ...] = ()
    copied: tuple[Copied, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A description that the library holds, the number of its work there, and whether it was torn between two."""

    description: Description
    work_id: int
    torn: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What the library holds around a change.

    `present` are the digests of the change's descriptions that the library has already; `leaving` those that nothing
    will hold any longer once the change is made. `held` are all descriptions connected by keys, however far, with those
    that arrive or leave; `pinned` those of them that a source is of. `marks` are a person's on
    descriptions that arrive, as digest and key; `said` are the decisions about a page's former tellings and their
    heirs, `next_decision` the number of the next one.
    """

    held: tuple[Held, ...] = ()
    present: frozenset[str] = frozenset()
    leaving: frozenset[str] = frozenset()
    pinned: frozenset[str] = frozenset()
    marks: tuple[tuple[str, str], ...] = ()
    said: tuple[Said, ...] = ()
    next_decision: int = 0


@dataclass(frozen=True, slots=True)
class PlannedWork:
    """A work that shall be so: `work_id` None for a new one; `absorbed` are numbers of works that become part of it."""

    work: Work
    descriptions: tuple[str, ...]
    work_id: int | None = None
    absorbed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedCitation:
    """The link from the page's work to one that a reference tells of."""

    ordinal: int
    description: str
    verdict: Verdict
    method: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class SourcePlan:
    """What the store shall hold of one page once the plan is applied; what the page said before is replaced.

    `descriptions` are those to add, `works` only those that change, `dropped` the numbers of works that nothing tells
    of any longer, `leaving` the descriptions that go. `kept` are the numbers that references keep, by ordinal.
    """

    source: SourceFacts
    citing: str | None
    descriptions: tuple[Description, ...] = ()
    works: tuple[PlannedWork, ...] = ()
    dropped: tuple[int, ...] = ()
    leaving: tuple[str, ...] = ()
    torn: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    references: tuple[ParsedReference, ...] = ()
    citations: tuple[PlannedCitation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: tuple[FieldPlace, ...] = ()
    kept: tuple[tuple[int, int], ...] = ()
    succession: Succession = field(default_factory=Succession)


@dataclass(frozen=True, slots=True)
class WorkChanges:
    """How works change when descriptions come, go or get other identifiers; the part that all plans share.

    `torn` are the digests of descriptions that fit two works which contradict each other, `around` those of which it
    was looked at: all where a telling is torn now or was; empty where there is nothing of the kind. `heirs` stand in
    the place of descriptions that leave.
    """

    works: tuple[PlannedWork, ...] = ()
    dropped: tuple[int, ...] = ()
    leaving: tuple[str, ...] = ()
    torn: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    heirs: tuple[Heir, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A citing work of the library, for looking at.

    `number` is its `w` number; `sources` are the names of the files that it was read from; `references` counts the
    references on them, `cited` those works they lead to of which no person said no, `open` the citations that are not
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
    method: str
    cited: Work
    cited_key: str
    confidence: float
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of the library is asked for; the empty selection is all cited works.

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
    a review, as in `csv`.
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


@dataclass(frozen=True, slots=True)
class Merge:
    """That some tellings (`joined`, by digest) came to those of another work (`into`).

    `citekeys` are those of both works before: the key, whether it was of the joined side, and whether it was in use.
    """

    number: int
    into: frozenset[str]
    joined: frozenset[str]
    citekeys: tuple[tuple[str, bool, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the program that changed something: its command, times in ISO 8601, and what came of it, counted."""

    command: str
    started_at: str
    finished_at: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    number: int | None = None
