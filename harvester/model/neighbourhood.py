"""What the library holds around a change: the claims that may be regrouped by it, and what persons decided."""

from dataclasses import dataclass

from harvester.model.claim import Claim, Marks


@dataclass(frozen=True, slots=True)
class EarlierDecision:
    """A decision that stands, for carrying it over: the claim that it is about, its verdict, its marks by digest."""

    number: int
    digest: str
    verdict: str
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
    decisions: tuple[EarlierDecision, ...] = ()
    next_decision: int = 0
