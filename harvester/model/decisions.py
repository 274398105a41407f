"""What a person decides: of a reference, which work it means; of a work, what a field is and what it is not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from harvester.model.citation import LinkState, Method, Stage, Verdict
from harvester.model.claim import Claim, Marks
from harvester.model.plans import WorkChanges
from harvester.model.reason import Reason


@dataclass(frozen=True, slots=True)
class ReferenceState:
    """A reference that a person speaks of: the digest of its claim, the work it leads to, and how it stands.

    `by_page` names it by its page, which no decision changes: the provisional key of its review may be another one once
    a work is gone that competed for the same. After a `reject`, `also` are the names of references on fetched lists
    that are rejected with it, and `still` those through which its review goes on citing the work that it led to.
    """

    name: str
    digest: str
    cited_id: int
    verdict: Verdict
    method: Method
    stage: Stage
    reason: Reason | None
    text: str
    citing_id: int = 0
    by_page: str = ""
    also: tuple[str, ...] = ()
    still: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DuplicateLink:
    """A reference through which a review cites a work: its full name, its claim, whether it stands on a fetched list
    only, and whether no other review cites the work in these words."""

    name: str
    digest: str
    is_listed: bool
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision about a claim; `detail` is what else was typed or made with it.

    `kind` is accept, new, none, reject, edit, identity or unmerge. `state` is how the citations stand by it, None where
    it is about a work; `before` is how they stood, for taking it back.
    """

    kind: str
    digest: str
    state: LinkState | None = None
    before: LinkState | None = None
    detail: Mapping[str, object] = field(default_factory=dict)
    number: int = 0


@dataclass(frozen=True, slots=True)
class Merge:
    """That some claims (`joined`, by digest) came to those of another work (`into`).

    `citekeys` are those of both works before: the key, whether it was of the joined side, and whether it was in use.
    """

    number: int
    into: frozenset[str]
    joined: frozenset[str]
    citekeys: tuple[tuple[str, bool, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionPlan:
    """What the store shall hold once a decision is made, or taken back: marks by digest, and what works that makes.

    `also` are the decisions of the same word about duplicate links of the reference; they bear no marks of their own.
    The whole is one transaction, so that no half of a person's word is ever kept.
    """

    decision: Decision
    marks: Marks = ()
    arriving: tuple[Claim, ...] = ()
    changes: WorkChanges = field(default_factory=WorkChanges)
    taken_back: Merge | None = None
    also: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reference that is not settled, and why."""

    name: str
    verdict: Verdict
    method: Method
    stage: Stage
    reason: Reason | None
    text: str
    source: str
