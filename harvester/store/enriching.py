"""The store's side of enrichment: what is open, what is due, and the plans that come of it, applied."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from harvester.model import Verdict, reason
from harvester.model.citation import LinkState, Method, Stage
from harvester.model.claim import Claim, Key, Origin
from harvester.model.reason import Reason
from harvester.model.resolution import FETCHED_LIST, Due, EnrichPlan, Query, Replacement, Resolution
from harvester.store import rows
from harvester.store.applying import apply_changes
from harvester.store.knowing import claims_of
from harvester.store.tables import T

ANSWER, DESCRIPTION, KEY = T["answer"], T["description"], T["description_key"]
SOURCE, REFERENCE, CITATION = T["source"], T["reference"], T["citation"]
MARK, DECISION = T["mark"], T["decision"]

PERSONS = (Verdict.CONFIRMED.value, Verdict.REJECTED.value)
"""A person's verdicts, which no machine overwrites."""


def has_open_reference(connection: Connection) -> bool:
    """Whether any citation is open."""
    one = select(CITATION.c.reference_id).where(CITATION.c.verdict == Verdict.OPEN.value).limit(1)
    return connection.execute(one).first() is not None


Told = tuple[str, Method, Stage, Reason | None, tuple[str, ...]]
"""Of a claim: its words, method, stage, reason and tail labels."""


def open_pages(connection: Connection, verdicts: Collection[Verdict]) -> list[Query]:
    """The works that pages are of, which stand so; a page of no article is of nothing that a service knows."""
    columns = (
        select(
            SOURCE.c.description_id,
            func.min(SOURCE.c.title),
            func.min(SOURCE.c.method),
            func.min(SOURCE.c.stage),
            func.min(SOURCE.c.reason),
        )
        .where(SOURCE.c.description_id.is_not(None), SOURCE.c.format != FETCHED_LIST)
        .where(SOURCE.c.verdict.in_([v.value for v in verdicts]))
        .group_by(SOURCE.c.description_id)
    )
    told: dict[int, Told] = {
        number: _told(text, method, stage, why, "[]")
        for number, text, method, stage, why in connection.execute(columns)
    }
    if Verdict.OPEN in verdicts:
        told |= _named(connection)
    queries = _subjects(connection, told, is_page=True)
    return [s for s in queries if s.claim.work.type != "webpage" or s.claim.identifiers]


def _named(connection: Connection) -> dict[int, Told]:
    """What persons said pages are of, where no service was asked for that record yet."""
    standing = select(DECISION.c.detail).where(DECISION.c.kind == "identity", DECISION.c.undone_at.is_(None))
    words = {str(json.loads(detail)["word"]) for detail in connection.execute(standing).scalars()}
    told: dict[int, Told] = {}
    for number, digest in _numbered(connection, words):
        home = select(DESCRIPTION.c.work_id).where(DESCRIPTION.c.id == number).scalar_subquery()
        record = select(DESCRIPTION.c.id).where(DESCRIPTION.c.work_id == home, DESCRIPTION.c.answer_key.is_not(None))
        if digest and connection.execute(record.limit(1)).first() is None:
            told[number] = ("", Method.PRINTED_IDENTIFIER, Stage.UNTRIED, None, ())
    return told


def open_references(connection: Connection, verdicts: Collection[Verdict]) -> list[Query]:
    """What references tell of, one query a claim, where a citation by it stands so."""
    columns = (
        select(
            CITATION.c.description_id,
            func.min(REFERENCE.c.text),
            func.min(CITATION.c.method),
            func.min(CITATION.c.stage),
            func.min(CITATION.c.reason),
            func.min(REFERENCE.c.tail_labels),
        )
        .join(REFERENCE, REFERENCE.c.id == CITATION.c.reference_id)
        .where(CITATION.c.verdict.in_([v.value for v in verdicts]))
        .group_by(CITATION.c.description_id)
    )
    told = {row[0]: _told(row[1], row[2], row[3], row[4], row[5]) for row in connection.execute(columns)}
    return _subjects(connection, told, is_page=False)


def _told(text: str, method: str, stage: int, why: str, labels: str) -> Told:
    return text, Method(method), Stage(stage), reason.decode(why), tuple(json.loads(labels))


def _subjects(connection: Connection, told: dict[int, Told], *, is_page: bool) -> list[Query]:
    works: set[int] = set()
    for chunk in rows.chunks(sorted(told)):
        homes = select(DESCRIPTION.c.work_id).where(DESCRIPTION.c.id.in_(chunk))
        works.update(connection.execute(homes).scalars())
    listed = claims_of(connection, works)
    records: dict[int, list[Claim]] = {}
    for _, held in listed:
        if held.claim.origin.is_service:
            records.setdefault(held.work_id, []).append(held.claim)
    return [
        Query(held.claim, text, is_page, method, stage, tuple(records.get(held.work_id, ())), why, labels)
        for number, held in sorted(listed, key=lambda pair: pair[1].claim.digest)
        if number in told
        for text, method, stage, why, labels in (told[number],)
    ]


def apply_enrich_plan(connection: Connection, plan: EnrichPlan) -> None:
    """Hold what the plan says; a person's verdicts stay."""
    for replacement in plan.replaced:
        _replace(connection, replacement)
    _mark(connection, plan.resolutions)
    keys = {t.claim.digest: t.answer_key for t in plan.arriving}
    apply_changes(connection, plan.changes, [t.claim for t in plan.arriving], keys)
    _settle(connection, [f for f in plan.resolutions if not f.query.is_page], CITATION)
    _settle(connection, [f for f in plan.resolutions if f.query.is_page], SOURCE)


def _replace(connection: Connection, replacement: Replacement) -> None:
    """A record's claim gives way to a newer one in its place; a list that was made of it is to be made anew."""
    new = replacement.fetched
    number = connection.execute(select(DESCRIPTION.c.id).where(DESCRIPTION.c.digest == replacement.old)).scalar_one()
    work = connection.execute(select(DESCRIPTION.c.work_id).where(DESCRIPTION.c.id == number)).scalar_one()
    values = rows.claim_values(number, new.claim, work, new.answer_key)
    row = dict(zip(rows.DESCRIPTION_COLUMNS, values, strict=True))
    row.pop("matched")  # a person's word on it stays, and so do the marks below
    connection.execute(update(DESCRIPTION).where(DESCRIPTION.c.id == number).values(**row))
    told = [KEY.c.key.not_like(f"{mark}%") for mark in rows.MARKS]
    connection.execute(delete(KEY).where(KEY.c.description_id == number, *told))
    _insert_keys(connection, number, new.claim.keys)
    for table in (MARK, DECISION):
        connection.execute(update(table).where(table.c.digest == replacement.old).values(digest=new.claim.digest))
    connection.execute(update(SOURCE).where(SOURCE.c.description_id == number, _IS_LIST).values(reader=0))


_IS_LIST = SOURCE.c.format == FETCHED_LIST


def _insert_keys(connection: Connection, number: int, keys: Iterable[Key]) -> None:
    new = [{"key": key, "description_id": number} for key in dict.fromkeys(map(rows.key_text, keys))]
    if new:
        connection.execute(insert(KEY), new)


def _mark(connection: Connection, resolutions: Iterable[Resolution]) -> None:
    """File identifiers found or disputed with their claims; a found one is a key to recognize it by."""
    found = {f.query.claim.digest: f for f in resolutions if f.matched or f.disputed}
    numbers = {digest: number for number, digest in _numbered(connection, found)}
    for column in ("matched", "disputed"):
        values = [
            {"b_number": numbers[digest], "b_value": json.dumps([str(i) for i in getattr(resolution, column)])}
            for digest, resolution in found.items()
            if digest in numbers and getattr(resolution, column)
        ]
        if values:
            changed = update(DESCRIPTION).where(DESCRIPTION.c.id == bindparam("b_number"))
            connection.execute(changed.values({column: bindparam("b_value")}), values)
    keys = {(numbers[digest], str(i)) for digest, f in found.items() if digest in numbers for i in f.matched}
    there: set[tuple[int, str]] = set()
    for chunk in rows.chunks(sorted({number for number, _ in keys})):
        filed = select(KEY.c.description_id, KEY.c.key).where(KEY.c.description_id.in_(chunk))
        there.update((number, key) for number, key in connection.execute(filed))
    new = [{"key": key, "description_id": number} for number, key in sorted(keys - there)]
    if new:
        connection.execute(insert(KEY), new)


def _numbered(connection: Connection, digests: Iterable[str]) -> Iterator[tuple[int, str]]:
    for chunk in rows.chunks(sorted(digests)):
        columns = select(DESCRIPTION.c.id, DESCRIPTION.c.digest).where(DESCRIPTION.c.digest.in_(chunk))
        yield from ((number, digest) for number, digest in connection.execute(columns))


def _settle(connection: Connection, resolutions: list[Resolution], table: Any) -> None:
    """Write verdict, method, stage and reason to all that a claim's citations, or its pages, are."""
    if not resolutions:
        return
    number = select(DESCRIPTION.c.id).where(DESCRIPTION.c.digest == bindparam("b_digest")).scalar_subquery()
    statement = (
        update(table)
        .where(table.c.description_id == number, *(table.c.verdict != verdict for verdict in PERSONS))
        .values({name: bindparam(f"b_{name}") for name in rows.STATE_COLUMNS})
    )
    names = [f"b_{name}" for name in rows.STATE_COLUMNS]
    values = []
    for f in resolutions:
        state = rows.state_values(LinkState(f.verdict, f.method, f.stage, f.reason))
        values.append({"b_digest": f.query.claim.digest, **dict(zip(names, state, strict=True))})
    connection.execute(statement, values)


def due(connection: Connection, before: str) -> list[Due]:
    """PubMed's records that were last asked for before a time."""
    columns = (
        select(DESCRIPTION.c.digest, DESCRIPTION.c.work_id, ANSWER.c.asked_at)
        .join(ANSWER, ANSWER.c.key == DESCRIPTION.c.answer_key)
        .where(DESCRIPTION.c.origin == Origin.PUBMED.value, ANSWER.c.asked_at < before)
    )
    asked = {digest: (work, at) for digest, work, at in connection.execute(columns)}
    listed = claims_of(connection, {work for work, _ in asked.values()})
    found = [h.claim for _, h in listed if h.claim.digest in asked]
    return [Due(d, asked[d.digest][1]) for d in sorted(found, key=lambda d: d.digest)]


def renew(connection: Connection, keys: dict[str, str]) -> None:
    """Records that came back unchanged are of a newer answer now; `keys` by digest."""
    for digest, key in keys.items():
        connection.execute(update(DESCRIPTION).where(DESCRIPTION.c.digest == digest).values(answer_key=key))
