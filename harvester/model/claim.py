"""What a source says of a work: who says it, by what it is recognized, what persons decided of it, where it stands."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from harvester.model.page import Span
from harvester.model.reading import FieldLocation
from harvester.model.work import Work
from harvester.values.identifier import Identifier


class Origin(IntEnum):
    """Who makes a claim; the lower the number, the more is believed, field by field.

    The gaps leave room for services to come.
    """

    # Services stand above pages: a record gets its volume and pages after a page was saved (docs/entrez.md 37).
    PERSON = 0
    PUBMED = 10
    CROSSREF = 20
    DATACITE = 25
    EUROPEPMC = 30
    PAGE = 40
    """A saved page, of the work that it is of."""
    REFERENCE = 50
    """A printed reference, of the work that it cites; a page of search results, of each work on it."""

    @property
    def is_service(self) -> bool:
        """Whether it is a service, and neither a person nor a page."""
        return Origin.PERSON < self < Origin.PAGE


class KeyKind(StrEnum):
    """What a key of words is made of; the kind of an identifier's key is its scheme."""

    ABSTRACT = "text:a"
    TITLE = "text:t"
    LOCATOR = "text:p"


class Key(NamedTuple):
    """What brings claims together to be compared: an identifier, or a fingerprint of words.

    A tuple, since clustering hashes and compares hundreds of thousands of them.
    """

    kind: str
    value: str

    @classmethod
    def of(cls, identifier: Identifier) -> "Key":
        """The key of an identifier."""
        return cls(identifier.scheme, identifier.value)

    @property
    def is_words(self) -> bool:
        """Whether it is a fingerprint, which joins nothing before the words themselves were compared."""
        return self.kind in _WORDS


_WORDS = frozenset(KeyKind)


class MarkKind(StrEnum):
    """What a person's decision says of the claims that bear its mark."""

    SAME = "same"
    """All that bear it are of one work."""
    APART = "apart"
    """Those of its one side are of another work than those of its other side."""
    NOT = "not"
    """The identifier that is printed is not that of the work that is meant."""


class Side(StrEnum):
    """The two sides of a parting."""

    ONE = "a"
    OTHER = "b"


class Mark(NamedTuple):
    """What a decision puts on a claim: `decision` and `side` say which one and where, `identifier` what is not."""

    kind: MarkKind
    decision: int = 0
    side: Side | None = None
    identifier: Identifier | None = None


Marks = tuple[tuple[str, Mark], ...]
"""Marks by the digest of the claim that bears each."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says of a work.

    `digest` names it by its content, so that the same words on two pages are one claim. `keys` are what it can be
    recognized by, `marks` what persons decided of it. `matched` are identifiers that matching found for it, `disputed`
    those it prints but whose record is of another work.
    """

    digest: str
    origin: Origin
    work: Work
    keys: tuple[Key, ...]
    matched: tuple[Identifier, ...] = ()
    disputed: tuple[Identifier, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def reach(self) -> frozenset[Key]:
        """All by which a change of this claim may touch another work: its keys, and the identifiers that are none (an
        ISBN, what was matched), since a library has one holder of each."""
        return frozenset((*self.keys, *map(Key.of, self.work.identifiers), *map(Key.of, self.matched)))

    @property
    def identifiers(self) -> frozenset[Identifier]:
        """The identifiers that say which work this is: those it prints that nobody disputes, and the matched ones; but
        for those that a person denied."""
        # What a record contradicts, or a person denied, must join nothing: a wrong link is worse than a missing one.
        if not (self.disputed or self.matched or self.marks):
            return frozenset(self.work.identifiers)
        undisputed = {i for i in self.work.identifiers if i not in self.disputed}
        denied = {mark.identifier for mark in self.marks if mark.kind is MarkKind.NOT}
        return frozenset((undisputed | set(self.matched)) - denied)


@dataclass(frozen=True, slots=True)
class Location:
    """Where a claim stands: a file, a reference in it, a kept answer, a person; with the range of characters, if any.

    `fields` are the ranges of single fields on a page of the work itself, None where the claim stands in one place;
    `note` is a word on the value that stands there.
    """

    where: str
    span: Span | None = None
    note: str = ""
    fields: tuple[FieldLocation, ...] | None = None

    def __str__(self) -> str:
        """As in `page.html [104:288], by matching`."""
        span = f" [{self.span.start}:{self.span.end}]" if self.span else ""
        return f"{self.where}{span}{', ' if self.note else ''}{self.note}"

    def of(self, field: str) -> "Location":
        """Where one field stands, or one identifier by its CURIE."""
        if self.fields is None:  # a reference, an answer, a person: one location for all that is claimed there
            return self
        span = next((location.span for location in self.fields if location.field == field), None)
        return Location(self.where, span, "" if span else NO_LOCATION)

    def noted(self, note: str) -> "Location":
        """The same location with another note."""
        return Location(self.where, self.span, note)


NO_LOCATION = "place not kept"
"""The note on a value that the page does not have in one place in so many words, or that was read without offsets."""
