"""What is asked of the services about the library, what was found out, and what changes by it: all of it data."""

from dataclasses import dataclass, field

from harvester.model.citation import Candidate, Method, Stage, Verdict
from harvester.model.claim import Claim
from harvester.model.plans import WorkChanges
from harvester.model.reason import Reason
from harvester.values.identifier import Identifier

FETCHED_LIST = "pubmed-list"
"""The format of a source that is no page but a review's reference list as PubMed has it."""


@dataclass(frozen=True, slots=True)
class Query:
    """A claim whose record is wanted, by a page (`is_page`) or by a reference, and its words as printed.

    `stage` says how far the asking has come and `reason` what the last asking came to; `records` are those that the
    library has of the same work already; `labels` are those of the links behind the reference.
    """

    claim: Claim
    text: str
    is_page: bool = False
    method: Method = Method.PRINTED_WORDS
    stage: Stage = Stage.UNTRIED
    records: tuple[Claim, ...] = ()
    reason: Reason | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FetchedClaim:
    """A service's record as a claim, and the key of the kept answer that it was read from."""

    claim: Claim
    answer_key: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was found out about a query.

    `fetched_claims` are the records accepted for it, `matched` identifiers found for it, `disputed` those printed whose
    record is of another work; `candidates` are nearest first. Where the verdict is open, `stage` says what is left to
    ask.
    """

    query: Query
    verdict: Verdict
    method: Method
    # Most resolutions are final; those that leave something to ask say how far they came.
    stage: Stage = Stage.DONE
    reason: Reason | None = None
    fetched_claims: tuple[FetchedClaim, ...] = ()
    matched: tuple[Identifier, ...] = ()
    disputed: tuple[Identifier, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Replacement:
    """A record that changed since it was last asked for: the digest it was held under, and what it says now."""

    old: str
    fetched: FetchedClaim


@dataclass(frozen=True, slots=True)
class EnrichPlan:
    """What the store shall hold once resolutions are in: records that arrive or change, marks on claims, works."""

    resolutions: tuple[Resolution, ...] = ()
    arriving: tuple[FetchedClaim, ...] = ()
    replaced: tuple[Replacement, ...] = ()
    changes: WorkChanges = field(default_factory=WorkChanges)


@dataclass(frozen=True, slots=True)
class CitingRecord:
    """A review whose PubMed record the library has: its number, record, the kept answer, and what its pages print.

    `printed` are the references on its pages with the identifiers of the works that they lead to.
    """

    work_id: int
    claim: Claim
    answer_key: str
    printed: tuple["PrintedReference", ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedReference:
    """A reference on a review's page, and the identifiers of the work that it leads to."""

    text: str
    identifiers: tuple[Identifier, ...]
    ordinal: int


@dataclass(frozen=True, slots=True)
class Due:
    """A record that is held, and when it was last asked for (ISO 8601)."""

    claim: Claim
    asked_at: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How a review's printed list compares with those of the services; `harvester.explain.say_tally` says it in words.

    `counts` say what each service has, where several were asked: "PubMed 187", "Crossref 186"; `missing` are printed
    references that are on no list.
    """

    title: str
    printed: int
    listed: int
    found: int
    counts: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
