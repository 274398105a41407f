"""Where each field of a work comes from: the telling that won, and those that lost, with the places they stand in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harvester.model.description import Description, Origin
from harvester.notations import work_json
from harvester.plan.choose import rank


@dataclass(frozen=True, slots=True)
class Told:
    """A value of one field, who tells it, and where: a file with the range of characters, or a kept answer."""

    value: str
    origin: Origin
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldProvenance:
    """One field of a work: the value that the library believes, and other values that were told, best first."""

    field: str
    chosen: Told
    others: tuple[Told, ...] = ()


def provenance(cluster: Iterable[Description], places: Mapping[str, tuple[str, ...]]) -> tuple[FieldProvenance, ...]:
    """Field by field, who tells what; `places` are those of each description by its digest.

    Tellings of the same value count as one, with all their places. Identifiers are a field for each scheme.
    """
    ranked = rank(cluster)
    found = []
    for field in work_json.FIELDS:
        told = _told(ranked, field, places)
        if told:
            found.append(FieldProvenance(field, told[0], tuple(told[1:])))
    return (*found, *_identifiers(ranked, places))


def _told(ranked: list[Description], field: str, places: Mapping[str, tuple[str, ...]]) -> list[Told]:
    values: dict[str, Told] = {}
    for description in ranked:
        if not getattr(description.work, field):
            continue
        value = _shown(description, field)
        known = values.get(value)
        where = places.get(description.digest, ())
        if known is None:
            values[value] = Told(value, description.origin, where)
        else:
            values[value] = Told(value, known.origin, tuple(dict.fromkeys((*known.places, *where))))
    return list(values.values())


def _shown(description: Description, field: str) -> str:
    value = getattr(description.work, field)
    if field in work_json.NAMES:
        cut = "" if description.work.authors_complete or field != "author" else "; et al."
        return "; ".join(map(str, value)) + cut
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _identifiers(ranked: list[Description], places: Mapping[str, tuple[str, ...]]) -> list[FieldProvenance]:
    by_scheme: dict[str, dict[str, Told]] = {}
    for description in ranked:
        for identifier in sorted(description.identifiers):
            values = by_scheme.setdefault(identifier.scheme, {})
            known = values.get(identifier.value)
            where = (*(known.places if known else ()), *places.get(description.digest, ()))
            origin = known.origin if known else description.origin
            values[identifier.value] = Told(identifier.value, origin, tuple(dict.fromkeys(where)))
    return [
        FieldProvenance(scheme, told[0], tuple(told[1:]))
        for scheme, values in sorted(by_scheme.items())
        if (told := list(values.values()))
    ]
