"""What was made of a page, now and when it was read before, and what stayed of it."""

from dataclasses import dataclass

from harvester.model.citation import Method
from harvester.model.claim import Claim
from harvester.model.page import Problem
from harvester.model.reading import FieldLocation, Mention, ParsedReference
from harvester.values.identifier import Identifier

RESULTS = "search-results"
"""The format of a page of search results, and of each work on it: a source of that work, which cites nothing."""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A page as the library files it: `part` counts from 0 where one file holds several pages, or works of a page of
    search results behind it."""

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
    def is_collected(self) -> bool:
        """Whether it is a work on a page of search results, and no page."""
        return self.source.format == RESULTS and self.citing is not None

    @property
    def is_results(self) -> bool:
        """Whether it is a page of search results itself."""
        return self.source.format == RESULTS and self.citing is None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim on the page, each once, the page's own work first."""
        # A list may print one reference twice: that is one claim and two citations.
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
    """What stayed of a page that changed: the former number of an ordinal, and which claim follows which."""

    numbers: tuple[tuple[int, int], ...] = ()
    successors: tuple[Successor, ...] = ()
