"""A work as JSON in Harvester's own shape (CSL names in snake_case), and back.

The shape is the one that `harvester extract` prints: absent fields are left out, a date is ISO 8601 as far as it is
known, identifiers are a list by scheme. `decode(encode(work)) == work` for every work whose date has no literal
beside a year; a date that has both is an object.
"""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import cast

from harvester.model import Identifier, Name, PartialDate, Relation, Scheme, Work, stored_work

Json = dict[str, object]

TEXTS = (
    "type", "title", "container_title", "container_title_short", "volume", "issue", "page", "number", "publisher",
    "publisher_place", "edition", "event_title", "abstract", "language", "url", "genre", "original_title", "status",
)  # fmt: skip
LISTS = ("keywords", "issn")
NAMES = ("author", "editor")
DATES = ("issued", "accessed")
NAME_PARTS = ("family", "given", "suffix", "particle", "literal")
FIELDS = (*TEXTS, *LISTS, *NAMES, *DATES)
"""Every field of a work but its identifiers, its relations and `authors_complete`."""


def encode(work: Work) -> Json:
    """The work as plain JSON values; empty fields are left out."""
    # All fields are taken at once: this runs for every claim that is made or read, and most fields are empty.
    values = zip(_WRITERS.items(), _fields_of(work), strict=True)
    out: Json = {field: write(value) if write else value for (field, write), value in values if value}
    # Where nobody is named and the list is whole there is nothing to say of it.
    if work.author or not work.authors_complete:
        out["authors_complete"] = work.authors_complete
    if work.relations:
        out["relations"] = [{"kind": r.kind, "target": r.target, "note": r.note} for r in work.relations]
    if work.identifiers:
        out["identifiers"] = encode_identifiers(work.identifiers)
    return out


def decode(data: Mapping[str, object]) -> Work:
    """The work that `encode` wrote."""
    values: dict[str, object] = {field: data[field] for field in TEXTS if field in data}
    for field in NAMES:
        if field in data:
            values[field] = tuple(Name(**name) for name in cast(list[dict[str, str]], data[field]))
    for field in DATES:
        if field in data:
            values[field] = _decode_date(data[field])
    for field in LISTS:
        if field in data:
            values[field] = tuple(cast(list[str], data[field]))
    if "relations" in data:
        values["relations"] = tuple(Relation(**r) for r in cast(list[dict[str, str]], data["relations"]))
    values["authors_complete"] = data.get("authors_complete", True)
    by_scheme = cast(dict[str, list[str]], data.get("identifiers", {}))
    values["identifiers"] = tuple(
        Identifier(cast(Scheme, scheme), value) for scheme, found in by_scheme.items() for value in found
    )
    # As it was kept: a claim's digest was made of it, and a form that is newer would belie that.
    return stored_work(**values)  # type: ignore[arg-type]  # the tables above name the fields of Work, each with its type


def encode_name(name: Name) -> dict[str, str]:
    """A name without its empty parts."""
    return {part: value for part, value in zip(NAME_PARTS, _parts_of(name), strict=True) if value}


def encode_identifiers(identifiers: Iterable[Identifier]) -> dict[str, list[str]]:
    """Identifiers as lists of bare values by scheme, in the order they came in."""
    out: dict[str, list[str]] = {}
    for identifier in identifiers:
        out.setdefault(identifier.scheme, []).append(identifier.value)
    return out


def _encode_date(date: PartialDate) -> object:
    # "2019 Jan-Feb" is a year and a month for sorting, and words for showing: both are kept.
    if date.year is not None and date.literal:
        return {"date": str(PartialDate(date.year, date.month, date.day)), "literal": date.literal}
    return str(date)


def _decode_date(value: object) -> PartialDate | None:
    if isinstance(value, dict):
        parts = PartialDate.parse(value["date"]) or PartialDate()
        return PartialDate(parts.year, parts.month, parts.day, value["literal"])
    return PartialDate.parse(str(value))


_WRITERS: dict[str, Callable[..., object] | None] = {
    **dict.fromkeys(TEXTS),
    **dict.fromkeys(NAMES, lambda names: [encode_name(name) for name in names]),
    **dict.fromkeys(DATES, _encode_date),
    **dict.fromkeys(LISTS, list),
}
_fields_of = attrgetter(*_WRITERS)
_parts_of = attrgetter(*NAME_PARTS)
