"""What an enrich plan says, written: records that arrive or give way, identifiers found, how citations stand."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from harvester.model import Verdict
from harvester.model.citation import LinkState
from harvester.model.resolution import FETCHED_LIST, EnrichPlan, Replacement, Resolution
from harvester.store import rows
from harvester.store.source_plan import apply_changes
from harvester.store.sql import insert_rows, select_in
from harvester.store.tables import T

ANSWER, DESCRIPTION, KEY = T["answer"], T["description"], T["description_key"]
SOURCE, REFERENCE, CITATION = T["source"], T["reference"], T["citation"]
MARK, DECISION = T["mark"], T["decision"]

PERSONS = (Verdict.CONFIRMED.value, Verdict.REJECTED.value)
"""A person's verdicts, which no machine overwrites."""


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
    own_keys = [KEY.c.key.not_like(f"{mark}%") for mark in rows.MARKS]
    connection.execute(delete(KEY).where(KEY.c.description_id == number, *own_keys))
    keys = dict.fromkeys(map(rows.key_text, new.claim.keys))
    insert_rows(connection, KEY, [{"key": key, "description_id": number} for key in keys])
    for table in (MARK, DECISION):
        connection.execute(update(table).where(table.c.digest == replacement.old).values(digest=new.claim.digest))
    connection.execute(update(SOURCE).where(SOURCE.c.description_id == number, _IS_LIST).values(reader=0))


_IS_LIST = SOURCE.c.format == FETCHED_LIST


def _mark(connection: Connection, resolutions: Iterable[Resolution]) -> None:
    """File identifiers found or disputed with their claims; a found one is a key to recognize it by."""
    found = {f.query.claim.digest: f for f in resolutions if f.matched or f.disputed}
    numbers: dict[str, int] = dict(select_in(connection, DESCRIPTION, ("digest", "id"), "digest", sorted(found)))
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
    # The same identifier may have been found before, by another service.
    of = sorted({number for number, _ in keys})
    there = {
        (number, key) for number, key in select_in(connection, KEY, ("description_id", "key"), "description_id", of)
    }
    new = [{"key": key, "description_id": number} for number, key in sorted(keys - there)]
    if new:
        connection.execute(insert(KEY), new)


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


def renew(connection: Connection, keys: Mapping[str, str]) -> None:
    """Records that came back unchanged are of a newer answer now; `keys` by digest."""
    for digest, key in keys.items():
        connection.execute(update(DESCRIPTION).where(DESCRIPTION.c.digest == digest).values(answer_key=key))
