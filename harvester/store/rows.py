"""Row <-> model: nothing but translation, both ways."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from operator import attrgetter
from typing import Any, cast

from harvester.model import (
    Identifier,
    Name,
    ParsedReference,
    PartialDate,
    Relation,
    Scheme,
    Span,
    Work,
    reason,
    stored_work,
    work_json,
)
from harvester.model.citation import LinkState, Method, Stage, Verdict
from harvester.model.claim import Claim, Key, Mark, MarkKind, Origin, Side
from harvester.works.citekeys import parts_of

SCHEMES = ("doi", "pmid", "pmcid", "arxiv", "isbn")
"""The order in which a work's identifiers are told: the one that most of the world can resolve comes first."""

Row = dict[str, Any]
"""A row on its way to or from the driver: column -> value."""

Values = tuple[Any, ...]
"""A row on its way to the driver, as the values of columns that a `..._COLUMNS` names."""

_PLAIN = ("type", "title", "authors_complete", "container_title", "container_title_short", "volume", "issue", "page",
          "number", "publisher", "publisher_place", "edition", "event_title", "abstract", "language", "url", "genre",
          "original_title", "status")  # fmt: skip
_LISTS = ("keywords", "issn")
_DATES = ("issued", "accessed")
_ROLES = ("author", "editor")
_NAME_PARTS = tuple(f.name for f in fields(Name))

_plain_of = attrgetter(*_PLAIN)
_lists_of = attrgetter(*_LISTS)
_parts_of = attrgetter(*_NAME_PARTS)
_dump = json.JSONEncoder(ensure_ascii=False).encode
"""`json.dumps` with the same option makes an encoder anew for every value."""

# Rows by the hundred go to the driver as tuples: making a dict of each and taking it apart again cost as much as
# SQLite's own work on it.
WORK_COLUMNS = ("id", *_PLAIN, *_LISTS, *(c for date in _DATES for c in (date, f"{date}_literal")), "key_head",
                "key_word")  # fmt: skip
CONTRIBUTOR_COLUMNS = ("work_id", "role", "position", *_NAME_PARTS)
CORRECTION_COLUMNS = ("work_id", "position", "kind", "target", "note")
IDENTIFIER_COLUMNS = ("scheme", "value", "work_id")
DESCRIPTION_COLUMNS = ("id", "digest", "origin", "content", "matched", "disputed", "work_id", "answer_key")
PLACE_COLUMNS = ("source_id", "field", "span_start", "span_end")
REFERENCE_COLUMNS = ("id", "source_id", "number", "page_printed", "confidence", "ordinal", "label", "text",
                     "tail_labels", "asserted", "span_start", "span_end")  # fmt: skip


def work_values(number: int, work: Work) -> Values:
    """The `WORK_COLUMNS` of a work; names and identifiers have rows of their own."""
    lists = [_dump(values) if values else "" for values in _lists_of(work)]
    dates = (*_date_values(work.issued), *_date_values(work.accessed))
    parts = parts_of(work)
    return (number, *_plain_of(work), *lists, *dates, parts.head, parts.word)


def _date_values(date: PartialDate | None) -> tuple[str, str]:
    if date is None:
        return "", ""
    return (str(date) if date.year is not None else ""), date.literal


def contributor_values(number: int, work: Work) -> list[Values]:
    """The `CONTRIBUTOR_COLUMNS` of a work's authors and editors, in order."""
    listed: list[Values] = [(number, "author", n, *_parts_of(name)) for n, name in enumerate(work.author, 1)]
    listed.extend((number, "editor", n, *_parts_of(name)) for n, name in enumerate(work.editor, 1))
    return listed


def correction_values(number: int, work: Work) -> list[Values]:
    """The `CORRECTION_COLUMNS` of a work's links to other publications, in order."""
    return [(number, position, r.kind, r.target, r.note) for position, r in enumerate(work.relations, 1)]


def relations_from(found: Iterable[Any]) -> dict[int, tuple[Relation, ...]]:
    """The links of works by their numbers, of the rows of `correction`."""
    by_work: dict[int, list[tuple[int, Relation]]] = {}
    for work, position, kind, target, note in found:
        by_work.setdefault(work, []).append((position, Relation(kind, target, note)))
    return {work: tuple(r for _, r in sorted(listed)) for work, listed in by_work.items()}


def identifier_values(number: int, work: Work) -> list[Values]:
    """The `IDENTIFIER_COLUMNS` of a work's identifiers."""
    return [(i.scheme, i.value, number) for i in work.identifiers]


def work_from(row: Sequence[Any], names: Iterable[Sequence[Any]], found: Iterable[Identifier]) -> Work:
    """The work of its `WORK_COLUMNS`, of its contributors' `CONTRIBUTOR_COLUMNS` in order, and of its identifiers."""
    told = dict(zip(WORK_COLUMNS, row, strict=True))
    values: Row = {column: told[column] for column in _PLAIN}
    values["authors_complete"] = bool(told["authors_complete"])
    for column in _LISTS:
        values[column] = tuple(json.loads(told[column])) if told[column] else ()
    for column in _DATES:
        values[column] = date_from(told[column], told[f"{column}_literal"])
    by_role: dict[str, list[Name]] = {role: [] for role in _ROLES}
    for _, role, _, *parts in names:
        by_role[role].append(Name(*parts))
    values.update({role: tuple(listed) for role, listed in by_role.items()})
    return stored_work(**values, identifiers=tuple(found))


def date_from(iso: str, literal: str) -> PartialDate | None:
    """A date of its two columns."""
    if not iso and not literal:
        return None
    parts = (PartialDate.parse(iso) if iso else None) or PartialDate()
    return PartialDate(parts.year, parts.month, parts.day, literal)


def claim_values(number: int, claim: Claim, work_id: int, answer_key: str | None) -> Values:
    """The `DESCRIPTION_COLUMNS` of a claim; its keys have rows of their own."""
    return (
        number,
        claim.digest,
        claim.origin.value,
        _dump(work_json.encode(claim.work)),
        json.dumps([str(i) for i in claim.matched]) if claim.matched else "[]",
        json.dumps([str(i) for i in claim.disputed]) if claim.disputed else "[]",
        work_id,
        answer_key,
    )


def claim_from(row: Mapping[str, Any], keys: Sequence[str]) -> Claim:
    """The claim of a row and of its keys' rows."""
    return Claim(
        digest=row["digest"],
        origin=Origin(row["origin"]),
        work=work_json.decode(json.loads(row["content"])),
        keys=tuple(key_from(key) for key in keys if not key.startswith(MARKS)),
        matched=tuple(_curies(row["matched"])),
        disputed=tuple(_curies(row["disputed"])),
        marks=tuple(mark_from(key) for key in keys if key.startswith(MARKS)),
    )


MARKS = tuple(f"{kind}:" for kind in MarkKind)
"""How the rows of `description_key` begin that are no keys but a person's marks."""


def key_text(key: Key | Mark) -> str:
    """A key or mark as the database holds it: `doi:10...`, `text:t:...`, `same:3`, `apart:3:a`, `not:pmid:7`."""
    if isinstance(key, Key):
        return f"{key.kind}:{key.value}"
    if key.identifier is not None:
        return f"{key.kind}:{key.identifier}"
    return f"{key.kind}:{key.decision}:{key.side}" if key.side else f"{key.kind}:{key.decision}"


def key_texts(claim: Claim) -> list[str]:
    """All that the database holds of a claim's keys and marks, each once."""
    return list(dict.fromkeys([*map(key_text, claim.keys), *map(key_text, claim.marks)]))


def key_from(text: str) -> Key:
    """The key that `key_text` wrote."""
    kind, _, value = text.partition(":")
    if kind == "text":  # the kinds of words have a colon of their own
        letter, _, value = value.partition(":")
        kind = f"{kind}:{letter}"
    return Key(kind, value)


def mark_from(text: str) -> Mark:
    """The mark that `key_text` wrote."""
    kind, _, rest = text.partition(":")
    if kind == MarkKind.NOT:
        scheme, _, value = rest.partition(":")
        return Mark(MarkKind.NOT, identifier=Identifier(cast(Scheme, scheme), value))
    number, _, side = rest.partition(":")
    return Mark(MarkKind(kind), int(number), Side(side) if side else None)


def _curies(text: str) -> list[Identifier]:
    pairs = (curie.partition(":") for curie in json.loads(text))
    return [Identifier(scheme, value) for scheme, _, value in pairs]


def reference_values(row: int, source: int, number: int, parsed: ParsedReference) -> Values:
    """The `REFERENCE_COLUMNS` of a reference."""
    raw = parsed.raw
    span = raw.span
    return (
        row,
        source,
        number,
        parsed.page_printed,
        parsed.confidence,
        raw.ordinal,
        raw.label,
        raw.text,
        _dump(raw.tail_labels) if raw.tail_labels else "[]",
        _dump([[str(a.identifier), a.how, *((a.span.start, a.span.end) if a.span else ())] for a in raw.asserted])
        if raw.asserted
        else "[]",
        span.start if span else None,
        span.end if span else None,
    )


def asserted_from(text: str) -> tuple[Identifier, ...]:
    """The identifiers that a stored reference prints."""
    return tuple(dict.fromkeys(_curies(json.dumps([entry[0] for entry in json.loads(text)]))))


STATE_COLUMNS = ("verdict", "method", "stage", "reason")
"""How a citation, or a page's own work, stands."""

_VERDICTS = {verdict: verdict.value for verdict in Verdict}
_METHODS = {method: method.value for method in Method}


def state_values(state: LinkState) -> tuple[str, str, int, str]:
    """The `STATE_COLUMNS`."""
    return (_VERDICTS[state.verdict], _METHODS[state.method], int(state.stage), reason.encode(state.reason))


def state_from(row: Sequence[Any]) -> LinkState:
    """How something stands, of its `STATE_COLUMNS`."""
    verdict, method, stage, why = row
    return LinkState(Verdict(verdict), Method(method), Stage(stage), reason.decode(why))


def span_columns(span: Span | None) -> Row:
    """A span as two columns."""
    return {"span_start": span.start if span else None, "span_end": span.end if span else None}


def span_from(start: int | None, end: int | None) -> Span | None:
    """A span of its two columns."""
    return None if start is None or end is None else Span(start, end)


def stamp(moment: datetime) -> str:
    """A time as it is stored: UTC, ISO 8601, whole seconds."""
    return moment.isoformat(timespec="seconds")


def chunks(values: Sequence[Any], size: int = 500) -> Iterable[Sequence[Any]]:
    """Slices that fit a statement's parameters (SQLite allowed 999 of them before 3.32)."""
    return (values[i : i + size] for i in range(0, len(values), size))
