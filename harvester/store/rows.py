"""Row <-> model: nothing but translation, both ways."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from harvester.model import Asserted, Identifier, Name, PartialDate, RawReference, Relation, Span, Work
from harvester.model.description import Description, Origin
from harvester.notations import work_json

Row = dict[str, Any]
"""A row on its way to or from the driver: column -> value."""

_PLAIN = ("type", "title", "authors_complete", "container_title", "container_title_short", "volume", "issue", "page",
          "number", "publisher", "publisher_place", "edition", "event_title", "abstract", "language", "url", "genre",
          "original_title", "status")  # fmt: skip
_LISTS = ("keywords", "issn")
_DATES = ("issued", "accessed")
_ROLES = ("author", "editor")
_NAME_PARTS = tuple(f.name for f in fields(Name))


def work_row(number: int, work: Work) -> Row:
    """A work's own columns; names and identifiers have rows of their own."""
    row: Row = {"id": number, **{column: getattr(work, column) for column in _PLAIN}}
    for column in _LISTS:
        values = getattr(work, column)
        row[column] = json.dumps(values, ensure_ascii=False) if values else ""
    for column in _DATES:
        date: PartialDate | None = getattr(work, column)
        known = date is not None and date.year is not None
        row[column] = str(date) if known else ""
        row[f"{column}_literal"] = date.literal if date else ""
    return row


def contributor_rows(number: int, work: Work) -> list[Row]:
    """A work's authors and editors, in order."""
    return [
        {"work_id": number, "role": role, "position": position, **{part: getattr(name, part) for part in _NAME_PARTS}}
        for role in _ROLES
        for position, name in enumerate(getattr(work, role), 1)
    ]


def correction_rows(number: int, work: Work) -> list[Row]:
    """A work's links to other publications, in order."""
    return [
        {"work_id": number, "position": position, "kind": r.kind, "target": r.target, "note": r.note}
        for position, r in enumerate(work.relations, 1)
    ]


def relations_from(found: Iterable[Any]) -> dict[int, tuple[Relation, ...]]:
    """The links of works by their numbers, of the rows of `correction`."""
    by_work: dict[int, list[tuple[int, Relation]]] = {}
    for work, position, kind, target, note in found:
        by_work.setdefault(work, []).append((position, Relation(kind, target, note)))
    return {work: tuple(r for _, r in sorted(listed)) for work, listed in by_work.items()}


def identifier_rows(number: int, work: Work) -> list[Row]:
    """A work's identifiers."""
    return [{"scheme": i.scheme, "value": i.value, "work_id": number} for i in work.identifiers]


def work_from(row: RowMapping, names: Iterable[RowMapping], found: Iterable[Identifier]) -> Work:
    """The work of a row, of its contributors' rows in order, and of its identifiers."""
    values: Row = {column: row[column] for column in _PLAIN}
    values["authors_complete"] = bool(row["authors_complete"])
    for column in _LISTS:
        values[column] = tuple(json.loads(row[column])) if row[column] else ()
    for column in _DATES:
        values[column] = _date(row[column], row[f"{column}_literal"])
    by_role: dict[str, list[Name]] = {role: [] for role in _ROLES}
    for name in names:
        by_role[name["role"]].append(Name(*(name[part] for part in _NAME_PARTS)))
    values.update({role: tuple(listed) for role, listed in by_role.items()})
    return Work(**values, identifiers=tuple(found))


def _date(iso: str, literal: str) -> PartialDate | None:
    if not iso and not literal:
        return None
    parts = (PartialDate.parse(iso) if iso else None) or PartialDate()
    return PartialDate(parts.year, parts.month, parts.day, literal)


def description_row(number: int, description: Description, work_id: int) -> Row:
    """A description's columns; its keys have rows of their own."""
    return {
        "id": number,
        "digest": description.digest,
        "origin": description.origin.value,
        "content": json.dumps(work_json.encode(description.work), ensure_ascii=False),
        "matched": json.dumps([str(i) for i in description.matched]) if description.matched else "[]",
        "disputed": json.dumps([str(i) for i in description.disputed]) if description.disputed else "[]",
        "work_id": work_id,
    }


def description_from(row: RowMapping, keys: Iterable[str]) -> Description:
    """The description of a row and of its keys' rows."""
    return Description(
        digest=row["digest"],
        origin=Origin(row["origin"]),
        work=work_json.decode(json.loads(row["content"])),
        keys=tuple(keys),
        matched=tuple(_curies(row["matched"])),
        disputed=tuple(_curies(row["disputed"])),
    )


def _curies(text: str) -> list[Identifier]:
    pairs = (curie.partition(":") for curie in json.loads(text))
    return [Identifier(scheme, value) for scheme, _, value in pairs]


REFERENCE_COLUMNS = ("ordinal", "label", "text", "tail_labels", "asserted", "span_start", "span_end")


def reference_values(raw: RawReference) -> tuple[Any, ...]:
    """The `REFERENCE_COLUMNS` of a reference, which its page gives."""
    span = raw.span
    return (
        raw.ordinal,
        raw.label,
        raw.text,
        json.dumps(raw.tail_labels, ensure_ascii=False) if raw.tail_labels else "[]",
        json.dumps([_asserted(a) for a in raw.asserted]) if raw.asserted else "[]",
        span.start if span else None,
        span.end if span else None,
    )


def _asserted(asserted: Asserted) -> list[object]:
    span = asserted.span
    return [str(asserted.identifier), asserted.how, *((span.start, span.end) if span else ())]


def asserted_from(text: str) -> tuple[Identifier, ...]:
    """The identifiers that a stored reference prints."""
    return tuple(dict.fromkeys(_curies(json.dumps([entry[0] for entry in json.loads(text)]))))


def span_columns(span: Span | None) -> Row:
    """A span as two columns."""
    return {"span_start": span.start if span else None, "span_end": span.end if span else None}


def span_from(row: RowMapping) -> Span | None:
    """A span of two columns."""
    return None if row["span_start"] is None else Span(row["span_start"], row["span_end"])


def stamp(moment: datetime) -> str:
    """A time as it is stored: UTC, ISO 8601, whole seconds."""
    return moment.isoformat(timespec="seconds")


def chunks(values: Sequence[Any], size: int = 500) -> Iterable[Sequence[Any]]:
    """Slices that fit a statement's parameters (SQLite allowed 999 of them before 3.32)."""
    return (values[i : i + size] for i in range(0, len(values), size))
