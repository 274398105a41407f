"""Where each field of a work comes from: the claim that won, and those that lost, with the places they stand in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harvester.model import Identifier, work_json
from harvester.model.claim import Claim, Location, Origin
from harvester.works.choosing import rank

Places = tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A value of one field, and who tells it where, the most believed first.

    A place is a file with the range of characters where it says the value, a kept answer, or a person.
    """

    value: str
    tellers: tuple[tuple[Origin, Places], ...] = ()

    @property
    def origin(self) -> Origin:
        """Who is believed."""
        return self.tellers[0][0]

    @property
    def locations(self) -> Places:
        """All places where it stands."""
        return tuple(dict.fromkeys(location for _, locations in self.tellers for location in locations))


@dataclass(frozen=True, slots=True)
class FieldProvenance:
    """One field of a work: the value that the library believes, and other values that were told, best first.

    Of identifiers `chosen` is None where all that were printed turned out to be another work's.
    """

    field: str
    chosen: Told | None
    others: tuple[Told, ...] = ()


def provenance(cluster: Iterable[Claim], locations: Mapping[str, Places]) -> tuple[FieldProvenance, ...]:
    """Field by field, who tells what; `places` are those of each claim by its digest.

    Identifiers are a field for each scheme. One that was not printed but found by matching says so, and so does one
    that is printed but whose record tells of another work: that is among the values that lost.
    """
    ranked = rank(cluster)
    found = []
    for field in work_json.FIELDS:
        told = _gather(
            (_shown(d, field), d.origin, tuple(location.of(field) for location in locations.get(d.digest, ())))
            for d in ranked
            if getattr(d.work, field)
        )
        if told:
            found.append(FieldProvenance(field, told[0], tuple(told[1:])))
    return (*found, *_identifiers(ranked, locations))


def _gather(said: Iterable[tuple[str, Origin, Places]]) -> list[Told]:
    """The values in the order in which they are first said, each with all who say it."""
    values: dict[str, dict[Origin, dict[Location, None]]] = {}
    for value, origin, locations in said:
        values.setdefault(value, {}).setdefault(origin, {}).update(dict.fromkeys(locations))
    return [Told(v, tuple((origin, tuple(where)) for origin, where in by.items())) for v, by in values.items()]


def _shown(claim: Claim, field: str) -> str:
    value = getattr(claim.work, field)
    if field in work_json.NAMES:
        cut = "" if claim.work.authors_complete or field != "author" else "; et al."
        return "; ".join(map(str, value)) + cut
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _identifiers(ranked: list[Claim], locations: Mapping[str, Places]) -> list[FieldProvenance]:
    # A person's word on a field bears the work's identifiers only so that it is known whose it is.
    telling = [d for d in ranked if d.origin is not Origin.PERSON]
    found = []
    for scheme in sorted({i.scheme for d in telling for i in (*d.identifiers, *d.work.identifiers)}):
        kept = [(i.value, d.origin, _where(i, d, locations)) for d in telling for i in sorted(d.identifiers)
                if i.scheme == scheme]  # fmt: skip
        lost = [(i.value, d.origin, _where(i, d, locations)) for d in telling for i in d.work.identifiers
                if i.scheme == scheme and i not in d.identifiers]  # fmt: skip
        told, refused = _gather(kept), _gather(lost)
        found.append(FieldProvenance(scheme, told[0] if told else None, (*told[1:], *refused)))
    return found


def _where(identifier: Identifier, claim: Claim, locations: Mapping[str, Places]) -> Places:
    """The places of a claim, with what is to be said of this identifier in it."""
    where = tuple(location.of(str(identifier)) for location in locations.get(claim.digest, ()))
    if identifier not in claim.work.identifiers:
        return tuple(location.noted("by matching") for location in where)
    if identifier not in claim.identifiers:
        return tuple(location.noted("but that is another work") for location in where)
    return where
