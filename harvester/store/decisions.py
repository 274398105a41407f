"""What persons decide, on disk: decisions, the marks they put on claims, and how all of it is taken back."""

import json
import re
from collections.abc import Callable, Iterable

from sqlalchemy import Connection, delete, insert, select, update

from harvester.errors import Fault, NotFoundError
from harvester.model.citation import LinkState
from harvester.model.claim import Marks
from harvester.model.decisions import Decision, DecisionPlan, DuplicateLink, Merge, ReferenceState
from harvester.model.resolution import FETCHED_LIST
from harvester.store import merges, rows
from harvester.store.neighbourhood import claims_of
from harvester.store.source_plan import apply_changes, take
from harvester.store.successors import put_marks
from harvester.store.tables import T
from harvester.store.views import names
from harvester.store.views.reader import Reader

DECISION, MARK = T["decision"], T["mark"]
DESCRIPTION, KEY, CITATION = T["description"], T["description_key"], T["citation"]
REFERENCE, SOURCE = T["reference"], T["source"]


# Less than what is shown of a digest could name another page, and a wildcard any: `%/6` decided about surendrating/6.
_PAGE = re.compile(rf"[0-9a-f]{{{names.DIGEST_SHOWN},64}}", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
"""More digits are no number of a reference, and in the end more than SQLite holds."""


def reference_state(connection: Connection, reader: Reader, name: str) -> ReferenceState:
    """The reference of a name such as `puca2024cellular/3` or `1f0c9a2b7d3e/3`. Raises `NotFoundError`."""
    review, _, number = name.rpartition("/")
    if not review or not _NUMBER.fullmatch(number):
        raise NotFoundError(f"{name!r} is no name of a reference; those look like puca2024cellular/3.")
    citing = names.find_work(reader, review)
    if citing is None and not _PAGE.fullmatch(review):
        raise NotFoundError(f"This library has no reference {name!r}", Fault.NO_REFERENCE, review=review)
    of_review = CITATION.c.citing_id == citing if citing else SOURCE.c.digest.startswith(review)
    found = list(connection.execute(_REFERENCES.where(REFERENCE.c.number == int(number), of_review)).mappings())
    # A review's key names what stands on its pages; what only its fetched list has, where no page has that number.
    printed = [row for row in found if row["format"] != FETCHED_LIST]
    found = printed or found
    if len({row["digest"] for row in found}) > 1 and len({row["reference_id"] for row in found}) > 1:
        by_page = " or ".join(dict.fromkeys(f"{row['page'][:12]}/{number}" for row in found))
        raise NotFoundError(f"{name!r} may be of several pages of this review; say {by_page}.")
    if not found:
        raise NotFoundError(f"This library has no reference {name!r}", Fault.NO_REFERENCE, review=review)
    row = found[0]
    state = rows.state_from([row[column] for column in rows.STATE_COLUMNS])
    return ReferenceState(
        name, row["digest"], row["cited_id"], state.verdict, state.method, state.stage, state.reason, row["text"],
        row["citing_id"], f"{row['page'][:names.DIGEST_SHOWN]}/{row['number']}",
    )  # fmt: skip


_REFERENCES = (
    select(CITATION, DESCRIPTION.c.digest, SOURCE.c.digest.label("page"), SOURCE.c.format, REFERENCE.c.text,
           REFERENCE.c.number)
    .join(DESCRIPTION, DESCRIPTION.c.id == CITATION.c.description_id)
    .join(REFERENCE, REFERENCE.c.id == CITATION.c.reference_id)
    .join(SOURCE, SOURCE.c.id == REFERENCE.c.source_id)
    .order_by(SOURCE.c.name, SOURCE.c.part, CITATION.c.description_id)
)  # fmt: skip


def duplicate_links(connection: Connection, standing: ReferenceState) -> list[DuplicateLink]:
    """The references through which a review cites a work, in the order of its pages."""
    here = (CITATION.c.citing_id == standing.citing_id) & (CITATION.c.cited_id == standing.cited_id)
    found = connection.execute(_REFERENCES.where(here)).mappings().all()
    told = select(CITATION.c.description_id).where(
        CITATION.c.description_id.in_({row["description_id"] for row in found}),
        CITATION.c.citing_id != standing.citing_id,
    )
    elsewhere = set(connection.execute(told).scalars())
    return [
        DuplicateLink(f"{row['page'][:12]}/{row['number']}", row["digest"], row["format"] == FETCHED_LIST,
            row["description_id"] not in elsewhere)
        for row in found
    ]  # fmt: skip


def decide(connection: Connection, make: Callable[[int], DecisionPlan], at: str) -> None:
    """File a decision with its marks, regroup what it touches, and write its verdict to the citations.

    Its number is given here, inside the transaction that files it: `make` is told it, and says what it comes to.
    """
    number = next(take(connection, "decision", 1))
    plan = make(number)
    _file(connection, plan.decision, number, at)
    marks = [{"digest": digest, "key": rows.key_text(mark), "decision_id": number} for digest, mark in plan.marks]
    if marks:
        connection.execute(insert(MARK), marks)
    put_marks(connection, plan.marks)
    apply_changes(connection, plan.changes, plan.arriving)
    if plan.taken_back is not None:
        merges.take_back(connection, plan.taken_back)
    if plan.decision.state:
        _settle(connection, plan.decision.digest, plan.decision.state)
    for also, its_number in zip(plan.also, take(connection, "decision", len(plan.also)), strict=True):
        _file(connection, also, its_number, at)
        if also.state:
            _settle(connection, also.digest, also.state)


def _file(connection: Connection, decision: Decision, number: int, at: str) -> None:
    state = decision.state
    before = decision.before
    if state and not before:
        # How the page stood that the decision is of, if it is of a page.
        of = select(DESCRIPTION.c.id).where(DESCRIPTION.c.digest == decision.digest).scalar_subquery()
        columns = select(*(SOURCE.c[name] for name in rows.STATE_COLUMNS)).where(SOURCE.c.description_id == of)
        row = connection.execute(columns.order_by(SOURCE.c.id)).first()
        before = rows.state_from(row) if row else None
    states = {"state": state, "before": before}
    detail = {**decision.detail, **{name: rows.state_values(one) for name, one in states.items() if one}}
    verdict = state.verdict.value if state else ""
    filed = {"id": number, "kind": decision.kind, "digest": decision.digest, "verdict": verdict,
             "detail": json.dumps(detail), "made_at": at}  # fmt: skip
    connection.execute(insert(DECISION), filed)


def undo(connection: Connection, plan: DecisionPlan, at: str) -> None:
    """Take a decision back with those made with it: its marks go, what it touched is regrouped, and citations are what
    they were."""
    connection.execute(delete(MARK).where(MARK.c.decision_id == plan.decision.number))
    for digest, mark in plan.marks:
        numbers = select(DESCRIPTION.c.id).where(DESCRIPTION.c.digest == digest)
        connection.execute(delete(KEY).where(KEY.c.key == rows.key_text(mark), KEY.c.description_id.in_(numbers)))
    apply_changes(connection, plan.changes, plan.arriving)
    for decision in (plan.decision, *plan.also):
        connection.execute(update(DECISION).where(DECISION.c.id == decision.number).values(undone_at=at))
        if decision.before:
            _settle(connection, decision.digest, decision.before)


def _settle(connection: Connection, digest: str, state: LinkState) -> None:
    """Write how things stand to the citations by a claim, or to the pages that are of it."""
    numbers = select(DESCRIPTION.c.id).where(DESCRIPTION.c.digest == digest)
    values = dict(zip(rows.STATE_COLUMNS, rows.state_values(state), strict=True))
    for table in (CITATION, SOURCE):
        changed = update(table).where(table.c.description_id.in_(numbers))
        connection.execute(changed.values(values))


def latest(connection: Connection, digest: str, kinds: Iterable[str]) -> Decision | None:
    """The newest decision of some kinds about a claim that was not taken back."""
    columns = select(DECISION).where(
        DECISION.c.digest == digest, DECISION.c.kind.in_(list(kinds)), DECISION.c.undone_at.is_(None)
    )
    row = connection.execute(columns.order_by(DECISION.c.id.desc())).mappings().first()
    if row is None:
        return None
    detail = json.loads(row["detail"])
    state, before = (rows.state_from(detail.pop(name)) if name in detail else None for name in ("state", "before"))
    return Decision(row["kind"], row["digest"], state, before, detail, row["id"])


def marks_of(connection: Connection, decision: Decision) -> Marks:
    """The marks that a decision put."""
    columns = select(MARK.c.digest, MARK.c.key).where(MARK.c.decision_id == decision.number)
    filed = connection.execute(columns.order_by(MARK.c.digest, MARK.c.key))
    return tuple((digest, rows.mark_from(key)) for digest, key in filed)


def last_merge(connection: Connection, work: int) -> Merge | None:
    """The newest merge of a work that can be taken back."""
    return merges.last(connection, work)


def digests_of(connection: Connection, work: int) -> list[str]:
    """The digests of the claims of a work."""
    return [held.claim.digest for _, held in claims_of(connection, {work})]
