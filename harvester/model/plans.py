"""What the store shall hold: of a page that was read, and of works whose claims came, went or changed."""

from dataclasses import dataclass, field

from harvester.model.citation import LinkState, Method, Verdict
from harvester.model.claim import Claim, Marks
from harvester.model.page import Problem
from harvester.model.prepared import SourceFacts, Successor
from harvester.model.reading import FieldLocation, Mention, ParsedReference
from harvester.model.work import Work


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
    handed_over: Successors = field(default_factory=Successors)


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
