"""The link from a work to what it cites, how sure it is, and what a bibliography entry is made of."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from harvester.model.reason import Reason
from harvester.model.work import Work
from harvester.values.fast_init import fast_init
from harvester.values.names import Name


class Verdict(StrEnum):
    """How a citation stands.

    `confirmed` and `rejected` are a person's, and no machine overwrites them.
    """

    OPEN = "open"
    """Not asked yet."""
    ASSERTED = "asserted"
    """The page gives the identifier and the record agrees."""
    MATCHED = "matched"
    """Close, and far from the second candidate."""
    DOUBTFUL = "doubtful"
    """A person should look."""
    CONFLICT = "conflict"
    """The record of the printed identifier disagrees with the printed words."""
    UNMATCHED = "unmatched"
    """Asked for, and nobody knows it."""
    CONFIRMED = "confirmed"
    """A person said yes."""
    REJECTED = "rejected"
    """A person said no."""

    @property
    def is_settled(self) -> bool:
        """Whether the link can be relied on: asserted, matched, or confirmed by a person."""
        return self in (Verdict.ASSERTED, Verdict.MATCHED, Verdict.CONFIRMED)


class Method(StrEnum):
    """How a link was made; how far asking has come is its `Stage`."""

    NONE = ""
    """A page's own work, which no service was asked for yet."""
    PRINTED_IDENTIFIER = "printed identifier"
    PRINTED_WORDS = "printed words"
    PERSON = "a person"


class Stage(IntEnum):
    """How far asking the services about a claim has come.

    A number, so that of several links by one claim the least can be taken: a page that arrives late brings a link that
    is untried, and the claim is asked for from the start.
    """

    UNTRIED = 0
    IDENTIFIER_UNKNOWN = 1
    """The printed identifier was asked for in vain; the words are left."""
    CITATION_UNKNOWN = 2
    """ECitMatch was asked in vain; the last way of asking PubMed is left."""
    PUBMED_ASKED = 3
    """PubMed does not settle it, and Crossref, which may, was not asked yet."""
    DONE = 4
    DOI_UNKNOWN = 5
    """Crossref has no record of the printed DOI; with whom it is registered, if at all, was not asked yet. Above DONE,
    which libraries keep as 4; the links by one claim come to the one or the other together."""


@dataclass(frozen=True, slots=True)
class LinkState:
    """How a citation, or a page's own work, stands: its verdict, how it was made, how far asking has come, and why."""

    verdict: Verdict
    method: Method
    stage: Stage = Stage.UNTRIED
    reason: Reason | None = None


@fast_init
@dataclass(frozen=True, slots=True)
class Penalty:
    """A named reason why a candidate is further away: `amount` 0 to 1 of its `weight`, and the two values compared."""

    name: str
    amount: float
    weight: float
    printed: str = ""
    found: str = ""


Value = str | Name | tuple[Name, ...]
Compared = tuple[str, float, float, Value, Value]
"""What a `Penalty` is made of: its fields in their order, the values not yet put in words."""


@fast_init
@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that a reference may mean, by which method it was found, and what was compared."""

    work: Work
    method: str
    compared: tuple[Compared, ...] = ()

    @property
    def penalties(self) -> tuple[Penalty, ...]:
        """What speaks against it, and what for it: a penalty for each fact that was compared."""
        # Made when they are asked for, since most candidates are never shown.
        return tuple(
            [Penalty(name, amount, weight, _say(printed), _say(found))
             for name, amount, weight, printed, found in self.compared]
        )  # fmt: skip

    @property
    def distance(self) -> float:
        """The weighted mean of the penalties: 0 where all that was compared agrees, 1 where nothing does."""
        weight = apart = 0.0
        for _, amount, heavy, _, _ in self.compared:
            weight += heavy
            apart += amount * heavy
        # Where nothing could be compared, nothing speaks for the candidate.
        return apart / weight if weight else 1.0


def _say(value: Value) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, Name) else "; ".join([name.family or name.literal for name in value])


@fast_init
@dataclass(frozen=True, slots=True)
class Match:
    """What several candidates of one reference come to; they are nearest first, and an accepted one is the first."""

    verdict: Verdict
    reason: Reason
    candidates: tuple[Candidate, ...] = ()


class Provisional(str):
    """A citation key that no bibliography has been written with yet, or the name of a reference that begins with one.

    It is what the work would be called if one were written now, and changes with what is known of the work. A person
    sees it with `~` before it; programs take it as any other key.
    """

    # A type and no prefix: formats and JSON write the key as it is (docs/decisions/0018), and only the terminal asks.
    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """The link, with its provenance.

    `citing` and `cited` are citekeys; `ordinal` is the place in the citing work's list; `text` is the reference as
    printed and `name` what a person calls it on the command line; `reason` says why it stands so.
    """

    citing: str
    cited: str
    ordinal: int
    verdict: Verdict
    method: Method
    stage: Stage = Stage.UNTRIED
    reason: Reason | None = None
    label: str = ""
    text: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a format writes: a work as this library knows it, under its citekey.

    `verdict` is the best of the citations that lead to it (`confirmed` for a review, which a page is of); `cited_by`
    are the citekeys of the reviews that cite it, in order; `printed` is a reference's text where nothing better is
    known.
    """

    work: Work
    citekey: str
    verdict: Verdict
    cited_by: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One row of the table of citations: the citing work, and what it cites.

    `cited` and `citation` are None for a review without references, which keeps its row.
    """

    citing: Entry
    cited: Entry | None = None
    citation: Citation | None = None
