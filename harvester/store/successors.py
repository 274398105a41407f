"""What stays when a page changes, on disk: the page as it was, and decisions that go over to what follows."""

import json

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from harvester.model.citation import LinkState
from harvester.model.claim import Marks
from harvester.model.plans import CopiedDecision, MovedDecision, Successors
from harvester.model.prepared import Former, FormerReference, SourceFacts
from harvester.store.neighbourhood import claims_of
from harvester.store.rows import asserted_from, key_text, state_values
from harvester.store.sql import ask
from harvester.store.tables import T

SOURCE, REFERENCE, CITATION = T["source"], T["reference"], T["citation"]
DESCRIPTION, KEY = T["description"], T["description_key"]
DECISION, MARK, COUNTER = T["decision"], T["mark"], T["counter"]


OWN = select(SOURCE.c.id).where(SOURCE.c.name == bindparam("b_name"), SOURCE.c.part == bindparam("b_part"))
"""The row of a page; built once, since every page asks for it."""


def former(connection: Connection, source: SourceFacts) -> Former | None:
    """A page as it was when it was last read; None if it never was."""
    if not ask(connection, OWN, {"b_name": source.name, "b_part": source.part}):
        return None
    columns = select(SOURCE.c.id, SOURCE.c.digest, SOURCE.c.work_id, DESCRIPTION.c.digest.label("own"))
    joined = columns.join(DESCRIPTION, DESCRIPTION.c.id == SOURCE.c.description_id, isouter=True)
    of_page = joined.where(SOURCE.c.name == source.name, SOURCE.c.part == source.part)
    row = connection.execute(of_page).mappings().one()
    told = claims_of(connection, {row["work_id"]}) if row["own"] else ()
    citing = next((h.claim for _, h in told if h.claim.digest == row["own"]), None)
    # A reference may have several claims, or none that is left.
    listed = (
        select(REFERENCE.c.number, REFERENCE.c.text, REFERENCE.c.asserted, DESCRIPTION.c.digest)
        .join(CITATION, CITATION.c.reference_id == REFERENCE.c.id, isouter=True)
        .join(DESCRIPTION, DESCRIPTION.c.id == CITATION.c.description_id, isouter=True)
        .where(REFERENCE.c.source_id == row["id"])
        .order_by(REFERENCE.c.ordinal, DESCRIPTION.c.digest)
    )
    claims: dict[int, list[str]] = {}
    printed: dict[int, tuple[str, str]] = {}
    for number, text, asserted, digest in connection.execute(listed):
        printed[number] = (text, asserted)
        claims.setdefault(number, []).extend([digest] if digest else [])
    references = tuple(
        FormerReference(number, text, asserted_from(asserted), tuple(claims[number]))
        for number, (text, asserted) in printed.items()
    )
    return Former(row["digest"], citing, references)


def carry_over(connection: Connection, handed_over: Successors) -> None:
    """Move and copy decisions to successors, and put their marks on what is there; arriving ones bring theirs."""
    for moved in handed_over.moved:
        _move(connection, moved)
    for copied in handed_over.copied:
        _copy(connection, copied)
    put_marks(connection, handed_over.marks)


def _move(connection: Connection, moved: MovedDecision) -> None:
    marks = select(MARK.c.key).where(MARK.c.digest == moved.old, MARK.c.decision_id == moved.number)
    keys = list(connection.execute(marks).scalars())
    connection.execute(delete(MARK).where(MARK.c.digest == moved.old, MARK.c.decision_id == moved.number))
    # The successor may bear the same mark by a decision of its own, which then keeps it.
    there = set(connection.execute(select(MARK.c.key).where(MARK.c.digest == moved.new)).scalars())
    new = [{"digest": moved.new, "key": key, "decision_id": moved.number} for key in keys if key not in there]
    if new:
        connection.execute(insert(MARK), new)
    about = update(DECISION).where(DECISION.c.id == moved.number, DECISION.c.digest == moved.old)
    connection.execute(about.values(digest=moved.new))
    if moved.before:
        detail = _detail(connection, moved.number, moved.before)
        connection.execute(update(DECISION).where(DECISION.c.id == moved.number).values(detail=detail))


def _copy(connection: Connection, copied: CopiedDecision) -> None:
    row = connection.execute(select(DECISION).where(DECISION.c.id == copied.of)).mappings().one()
    detail = _detail(connection, copied.of, copied.before)
    connection.execute(
        insert(DECISION), {**row, "id": copied.number, "digest": copied.digest, "detail": detail}
    )  # fmt: skip
    # The plan has numbered it, for its marks bear the number.
    connection.execute(update(COUNTER).where(COUNTER.c.name == "decision").values(last=copied.number))
    there = {
        (d, k) for d, k in connection.execute(select(MARK.c.digest, MARK.c.key).where(MARK.c.digest == copied.digest))
    }
    bearing = [(digest, key_text(mark)) for digest, mark in copied.marks]
    marks = [{"digest": d, "key": k, "decision_id": copied.number} for d, k in bearing if (d, k) not in there]
    if marks:
        connection.execute(insert(MARK), marks)


def _detail(connection: Connection, number: int, before: LinkState) -> str:
    detail = connection.execute(select(DECISION.c.detail).where(DECISION.c.id == number)).scalar_one()
    return json.dumps({**json.loads(detail), "before": state_values(before)})


def put_marks(connection: Connection, marks: Marks) -> None:
    """Let the claims that are there bear marks, each once."""
    for digest, mark in dict.fromkeys(marks):
        key = key_text(mark)
        number = connection.execute(select(DESCRIPTION.c.id).where(DESCRIPTION.c.digest == digest)).scalar()
        borne = select(KEY.c.key).where(KEY.c.key == key, KEY.c.description_id == number)
        if number is not None and connection.execute(borne).first() is None:
            connection.execute(insert(KEY), {"key": key, "description_id": number})
