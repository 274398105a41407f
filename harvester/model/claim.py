"""One claim of a work, and the works that claims add up to."""

from dataclasses import dataclass
from enum import IntEnum

from harvester.model.page import Span
from harvester.model.reading import FieldLocation
from harvester.model.work import Work
from harvester.values.identifier import Identifier


class Origin(IntEnum):
    """Who tells; the lower the number, the more is believed, field by field.

    The gaps leave room for services to come.
    """

    PERSON = 0
    PUBMED = 10
    CROSSREF = 20
    EUROPEPMC = 30
    PAGE = 40
    """A saved page, of the work that it is of."""
    REFERENCE = 50
    """A printed reference, of the work that it cites."""

    @property
    def is_service(self) -> bool:
        """Whether a service tells, and neither a person nor a page."""
        return Origin.PERSON < self < Origin.PAGE


SAME = "same:"
"""A mark `same:N`: by a person's decision N all that bear it are of one work."""

APART = "apart:"
"""Marks `apart:N:a` and `apart:N:b`: by decision N these are of two works."""

ONE_SIDE, OTHER_SIDE = ":a", ":b"
"""How the two marks of a parting end."""

NOT = "not:"
"""A mark `not:doi:...`: by a person's decision this printed identifier is not that of the work that is meant."""

MARKS = (SAME, APART, NOT)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of a work.

    `digest` names it by its content, so that the same words on two pages are one claim. `keys` are what it can be
    recognized by: identifiers as CURIEs and, where enough is told, a fingerprint of its text (`text:...`). `matched`
    are identifiers that matching found for it, `disputed` those it prints but whose record tells of another work.
    """

    digest: str
    origin: Origin
    work: Work
    keys: tuple[str, ...]
    matched: tuple[Identifier, ...] = ()
    disputed: tuple[Identifier, ...] = ()

    @property
    def identifiers(self) -> frozenset[Identifier]:
        """The identifiers that say which work this is: the told ones that nobody disputes, and the matched ones; but
        for those of which a person said no."""
        told = {i for i in self.work.identifiers if i not in self.disputed}
        return frozenset(i for i in told | set(self.matched) if f"{NOT}{i}" not in self.keys)

    @property
    def marks(self) -> tuple[str, ...]:
        """Those of the keys that a person's decisions put there."""
        return tuple(key for key in self.keys if key.startswith(MARKS))


@dataclass(frozen=True, slots=True)
class Location:
    """Where a claim stands: a file, a reference in it, a kept answer, a person; with the range of characters, if any.

    `fields` are the ranges of single fields on a page of the work itself, None where the claim stands in one place;
    `note` is what is to be said of a value that is told there.
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
        """The place of one field, or of one identifier by its CURIE."""
        if self.fields is None:
            return self
        span = next((location.span for location in self.fields if location.field == field), None)
        return Location(self.where, span, "" if span else NO_LOCATION)

    def noted(self, note: str) -> "Location":
        """The same with a word on the value, in place of a word on the place."""
        return Location(self.where, self.span, note)


NO_LOCATION = "place not kept"
"""What is said of a value that the page does not say in one place in so many words, or was read without its place."""
