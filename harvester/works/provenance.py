"""Where each field of a work comes from: the claim that won, and those that lost, with the locations they stand in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harvester.model import Identifier, work_json
from harvester.model.claim import Claim, Location, Origin
from harvester.works.choosing import rank

Locations = tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class ClaimedValue:
    """A value of one field, and who claims it where, the most believed first.

    A location is a file with the range of characters where it says the value, a kept answer, or a person.
    """

    value: str
    claimed_by: tuple[tuple[Origin, Locations], ...] = ()

    @property
    def origin(self) -> Origin:
        """Who is believed."""
        return self.claimed_by[0][0]

    @property
    def locations(self) -> Locations:
        """All locations where it stands."""
        return tuple(dict.fromkeys(location for _, locations in self.claimed_by for location in locations))


@dataclass(frozen=True, slots=True)
class FieldProvenance:
    """One field of a work: the value that the library believes, and other values that were claimed, best first.

    Of identifiers `chosen` is None where all that were printed turned out to be another work's.
    """

    field: str
    chosen: ClaimedValue | None
    others: tuple[ClaimedValue, ...] = ()


def provenance(cluster: Iterable[Claim], locations: Mapping[str, Locations]) -> tuple[FieldProvenance, ...]:
    """Field by field, who claims what; `locations` are those of each claim by its digest.

    Identifiers are a field for each scheme. One that was not printed but found by matching says so, and so does one
    that is printed but whose record is of another work: that is among the values that lost.
    """
    ranked = rank(cluster)
    found = []
    for field in work_json.FIELDS:
        claimed = []
        for d in ranked:
            value = getattr(d.work, field)
            if not value:
                continue
            if field in work_json.NAMES:
                cut = "" if d.work.authors_complete or field != "author" else "; et al."
                shown = "; ".join(map(str, value)) + cut
            else:
                shown = "; ".join(value) if isinstance(value, tuple) else str(value)
            where = tuple(location.of(field) for location in locations.get(d.digest, ()))
            claimed.append((shown, d.origin, where))
        if values := _gather(claimed):
            found.append(FieldProvenance(field, values[0], tuple(values[1:])))

    # A person's word on a field bears the work's identifiers only so that it is known whose it is.
    sources = [d for d in ranked if d.origin is not Origin.PERSON]
    for scheme in sorted({i.scheme for d in sources for i in (*d.identifiers, *d.work.identifiers)}):
        kept = [(i.value, d.origin, _where(i, d, locations)) for d in sources for i in sorted(d.identifiers)
                if i.scheme == scheme]  # fmt: skip
        lost = [(i.value, d.origin, _where(i, d, locations)) for d in sources for i in d.work.identifiers
                if i.scheme == scheme and i not in d.identifiers]  # fmt: skip
        values, refused = _gather(kept), _gather(lost)
        found.append(FieldProvenance(scheme, values[0] if values else None, (*values[1:], *refused)))
    return tuple(found)


def _gather(claimed: Iterable[tuple[str, Origin, Locations]]) -> list[ClaimedValue]:
    """The values in the order in which they are first claimed, each with all who claim it."""
    values: dict[str, dict[Origin, dict[Location, None]]] = {}
    for value, origin, locations in claimed:
        values.setdefault(value, {}).setdefault(origin, {}).update(dict.fromkeys(locations))
    return [ClaimedValue(v, tuple((origin, tuple(where)) for origin, where in by.items())) for v, by in values.items()]


def _where(identifier: Identifier, claim: Claim, locations: Mapping[str, Locations]) -> Locations:
    """The locations of a claim, each with a note on this identifier where it needs one."""
    where = tuple(location.of(str(identifier)) for location in locations.get(claim.digest, ()))
    if identifier not in claim.work.identifiers:
        return tuple(location.noted("by matching") for location in where)
    if identifier not in claim.identifiers:
        return tuple(location.noted("but that is another work") for location in where)
    return where
