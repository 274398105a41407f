"""What was made of a page, what the library knows about it, and what the store shall hold then: all of it data."""

from dataclasses import dataclass, field
from enum import StrEnum

from harvester.model.citation import LinkState, Method, Stage, Verdict
from harvester.model.claim import Claim, Marks
from harvester.model.page import Problem, Span
from harvester.model.reading import FieldLocation, Mention, ParsedReference
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
class ClaimedReference:
    """A parsed reference and the claims in it: one, or several where one entry names several works."""

    parsed: ParsedReference
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """One page read, parsed and turned into claims, before the library is looked at.

    `locations` are where it says the fields of its own work.
    """

    source: SourceFacts
    citing: Claim | None
    references: tuple[ClaimedReference, ...] = ()
    mentions: tuple[Mention, ...] = ()
    problems: tuple[Problem, ...] = ()
    locations: tuple[FieldLocation, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim on the page, each once, the page's own work first."""
        own = (self.citing,) if self.citing else ()
        cited = (d for reference in self.references for d in reference.claims)
        return tuple({d.digest: d for d in (*own, *cited)}.values())


@dataclass(frozen=True, slots=True)
class FormerReference:
    """A reference as a page had it: its number, text and identifiers, and the digests of its claims."""

    number: int
    text: str
    identifiers: tuple[Identifier, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Former:
    """A page as it was when it was last read: its digest, the claim of its own work, and its references."""

    digest: str
    citing: Claim | None
    references: tuple[FormerReference, ...] = ()


@dataclass(frozen=True, slots=True)
class Successor:
    """A claim that stands in the place of another, both by digest; `method` leads from it to its work."""

    old: str
    new: str
    method: Method = Method.NONE


@dataclass(frozen=True, slots=True)
class Pairs:
    """What of a page stayed when it changed: of each ordinal the number that was, and whose claim follows whose."""

    numbers: tuple[tuple[int, int], ...] = ()
    successors: tuple[Successor, ...] = ()


@dataclass(frozen=True, slots=True)
class StandingDecision:
    """A decision that stands, for carrying it over: the claim that it is about, its verdict, its marks by digest."""

    number: int
    digest: str
    verdict: str
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class MovedDecision:
    """A decision that goes over to a successor; `before` is how its citations stand when it is taken back."""

    number: int
    old: str
    new: str
    before: LinkState | None = None


@dataclass(frozen=True, slots=True)
class CopiedDecision:
    """The decision `of` that number made again, as one of its own, about a successor whose forerunner
    still stands elsewhere."""

    of: int
    number: int
    digest: str
    marks: Marks
    before: LinkState


@dataclass(frozen=True, slots=True)
class Successors:
    """What goes over from claims that are gone to their `successors`; `marks` are what claims come to bear by it."""

    successors: tuple[Successor, ...] = ()
    moved: tuple[MovedDecision, ...] = ()
    copied: tuple[CopiedDecision, ...] = ()
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A claim that the library holds, the number of its work there, and whether it was ambiguous between two."""

    claim: Claim
    work_id: int
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What the library holds around a change.

    `present` are the digests of the change's claims that the library has already; `leaving` those that nothing
    will hold any longer once the change is made. `neighbours` are all claims connected, however far, with those that
    arrive or leave: by keys, or since their work holds an identifier that one of them names; `pinned` those of them
    that a source is of. `marks` are a person's on claims that arrive; `decisions` those that stand about a page's
    former claims and their successors, `next_decision` the number of the next one.
    """

    neighbours: tuple[Neighbour, ...] = ()
    present: frozenset[str] = frozenset()
    leaving: frozenset[str] = frozenset()
    pinned: frozenset[str] = frozenset()
    marks: Marks = ()
    decisions: tuple[StandingDecision, ...] = ()
    next_decision: int = 0


@dataclass(frozen=True, slots=True)
class PlannedWork:
    """A work that shall be so: `work_id` None for a new one; `absorbed` are numbers of works that become part of it."""

    work: Work
    claims: tuple[str, ...]
    work_id: int | None = None
    absorbed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedCitation:
    """The link from the page's work to the one that a reference means."""

    ordinal: int
    claim: str
    verdict: Verdict
    method: Method


@dataclass(frozen=True, slots=True)
class SourcePlan:
    """What the store shall hold of one page once the plan is applied; it replaces what the page had before.

    `claims` are those to add, `works` only those that change, `dropped` the numbers of works that nobody claims
    any longer, `leaving` the claims that go. `kept` are the numbers that references keep, by ordinal.
    """

    source: SourceFacts
    citing: str | None
    claims: tuple[Claim, ...] = ()
    works: tuple[PlannedWork, ...] = ()
    dropped: tuple[int, ...] = ()
    leaving: tuple[str, ...] = ()
    ambiguous: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    references: tuple[ParsedReference, ...] = ()
    citations: tuple[PlannedCitation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    problems: tuple[Problem, ...] = ()
    locations: tuple[FieldLocation, ...] = ()
    kept: tuple[tuple[int, int], ...] = ()
    succession: Successors = field(default_factory=Successors)


@dataclass(frozen=True, slots=True)
class WorkChanges:
    """How works change when claims come, go or get other identifiers; the part that all plans share.

    `ambiguous` are the digests of claims that fit two works which contradict each other, `around` those that were
    looked at for it: all where a claim is ambiguous now or was; empty where there is nothing of the kind. `successors`
    stand in the place of claims that leave.
    """

    works: tuple[PlannedWork, ...] = ()
    dropped: tuple[int, ...] = ()
    leaving: tuple[str, ...] = ()
    ambiguous: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    successors: tuple[Successor, ...] = ()


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
    """That some claims (`joined`, by digest) came to those of another work (`into`).

    `citekeys` are those of both works before: the key, whether it was of the joined side, and whether it was in use.
    """

    number: int
    into: frozenset[str]
    joined: frozenset[str]
    citekeys: tuple[tuple[str, bool, bool], ...] = ()


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
