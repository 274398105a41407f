"""Make the library hold what a plan says; decides nothing. The caller's transaction makes it all or nothing."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update
from sqlmodel import SQLModel

from harvester.model.description import Description
from harvester.model.plans import PlannedWork, Run, SourceFacts, SourcePlan, WorkChanges
from harvester.store import rows
from harvester.store.tables import WorkRow

T = SQLModel.metadata.tables
WORK, CONTRIBUTOR, IDENTIFIER = T[str(WorkRow.__tablename__)], T["contributor"], T["identifier"]
DESCRIPTION, KEY = T["description"], T["description_key"]
SOURCE, REFERENCE, CITATION, MENTION, PROBLEM = (
    T[name] for name in ("source", "reference", "citation", "mention", "problem")
)
CITEKEY, COUNTER = T["citekey"], T["counter"]


def apply_source_plan(connection: Connection, plan: SourcePlan, reader: int, now: datetime) -> None:
    """Replace what a page said before by what it says now."""
    numbers = _old_numbers(connection, plan.source)
    remove_source(connection, plan.source)
    changes = WorkChanges(plan.works, plan.dropped, plan.leaving)
    apply_changes(connection, changes, plan.descriptions)
    _insert_page(connection, plan, _Page(reader, rows.stamp(now), numbers))


def remove_source(connection: Connection, source: SourceFacts) -> None:
    """Take out a page with its references and links; works and descriptions are the plan's business."""
    connection.execute(delete(SOURCE).where(SOURCE.c.name == source.name, SOURCE.c.part == source.part))


def apply_changes(
    connection: Connection, changes: WorkChanges, arriving: Iterable[Description], answer_key: str | None = None
) -> None:
    """Regroup descriptions into works: new, other and gone ones."""
    numbered = [(w.work_id or 0, w) for w in changes.works]
    fresh = _take(connection, "work", sum(1 for number, _ in numbered if not number))
    numbered = [(number or next(fresh), w) for number, w in numbered]
    _write_works(connection, numbered, changes)
    homes = {digest: number for number, w in numbered for digest in w.descriptions}
    new = list(arriving)
    _insert_descriptions(connection, new, homes, answer_key)
    _move(connection, homes, {d.digest for d in new})
    for survivor, work in numbered:
        if work.absorbed:
            _inherit_citekeys(connection, survivor, work.absorbed)
    _remove(connection, DESCRIPTION, DESCRIPTION.c.digest, changes.leaving)
    gone = [*changes.dropped, *(n for w in changes.works for n in w.absorbed)]
    _remove(connection, WORK, WORK.c.id, gone)


def _take(connection: Connection, name: str, many: int) -> Any:
    """The next numbers of a table; each is given once in the life of a library."""
    if not many:
        return iter(())
    last = connection.execute(select(COUNTER.c.last).where(COUNTER.c.name == name)).scalar()
    if last is None:
        last = 0
        connection.execute(insert(COUNTER), {"name": name, "last": many})
    else:
        connection.execute(update(COUNTER).where(COUNTER.c.name == name).values(last=last + many))
    return iter(range(last + 1, last + many + 1))


def _write_works(connection: Connection, numbered: list[tuple[int, PlannedWork]], changes: WorkChanges) -> None:
    """Works with their contributors and identifiers; identifiers leave first, since each may stand only once."""
    old = [w.work_id for _, w in numbered if w.work_id]
    gone = [*changes.dropped, *(n for w in changes.works for n in w.absorbed)]
    _remove(connection, IDENTIFIER, IDENTIFIER.c.work_id, [*old, *gone])
    _remove(connection, CONTRIBUTOR, CONTRIBUTOR.c.work_id, old)
    _insert(connection, WORK, [rows.work_row(n, w.work) for n, w in numbered if not w.work_id])
    changed = [_prefixed(rows.work_row(n, w.work)) for n, w in numbered if w.work_id]
    if changed:
        columns: dict[str, Any] = {c.name: bindparam(f"b_{c.name}") for c in WORK.c if c.name != "id"}
        connection.execute(update(WORK).where(WORK.c.id == bindparam("b_id")).values(columns), changed)
    _insert(connection, CONTRIBUTOR, [row for n, w in numbered for row in rows.contributor_rows(n, w.work)])
    _insert(connection, IDENTIFIER, _once([row for n, w in numbered for row in rows.identifier_rows(n, w.work)]))


def _once(identifiers: list[rows.Row]) -> list[rows.Row]:
    """Each identifier for the first work that has it: works that contradict each other may still share one."""
    first: dict[tuple[str, str], rows.Row] = {}
    for row in identifiers:
        first.setdefault((row["scheme"], row["value"]), row)
    return list(first.values())


def _prefixed(row: rows.Row) -> rows.Row:
    return {f"b_{column}": value for column, value in row.items()}


def _insert_descriptions(
    connection: Connection, arriving: list[Description], homes: Mapping[str, int], answer_key: str | None
) -> None:
    numbers = _take(connection, "description", len(arriving))
    numbered = [(next(numbers), d) for d in arriving]
    filed = [{**rows.description_row(n, d, homes[d.digest]), "answer_key": answer_key} for n, d in numbered]
    _insert(connection, DESCRIPTION, filed)
    _insert(connection, KEY, [{"key": key, "description_id": n} for n, d in numbered for key in dict.fromkeys(d.keys)])


def _move(connection: Connection, homes: Mapping[str, int], new: set[str]) -> None:
    """Carry descriptions that go over to another work, and all that hangs on them."""
    known = [digest for digest in homes if digest not in new]
    moved: dict[int, int] = {}
    for chunk in rows.chunks(known):
        columns = select(DESCRIPTION.c.id, DESCRIPTION.c.digest, DESCRIPTION.c.work_id)
        for number, digest, work in connection.execute(columns.where(DESCRIPTION.c.digest.in_(chunk))):
            if homes[digest] != work:
                moved[number] = homes[digest]
    pairs = [{"b_description": number, "b_work": work} for number, work in moved.items()]
    if not pairs:
        return
    target: Any = bindparam("b_description")
    home: Any = bindparam("b_work")
    connection.execute(update(DESCRIPTION).where(DESCRIPTION.c.id == target).values(work_id=home), pairs)
    connection.execute(update(CITATION).where(CITATION.c.description_id == target).values(cited_id=home), pairs)
    of_source = (
        select(REFERENCE.c.id)
        .join(SOURCE, SOURCE.c.id == REFERENCE.c.source_id)
        .where(SOURCE.c.description_id == target)
    )
    connection.execute(update(CITATION).where(CITATION.c.reference_id.in_(of_source)).values(citing_id=home), pairs)
    connection.execute(update(SOURCE).where(SOURCE.c.description_id == target).values(work_id=home), pairs)


def _inherit_citekeys(connection: Connection, survivor: int, absorbed: Iterable[int]) -> None:
    """All keys lead to the survivor; the one given first stays in use, the others become aliases."""
    connection.execute(update(CITEKEY).where(CITEKEY.c.work_id.in_(list(absorbed))).values(work_id=survivor))
    keys = select(CITEKEY.c.key).where(CITEKEY.c.work_id == survivor, CITEKEY.c.current)
    current = list(connection.execute(keys.order_by(CITEKEY.c.given_at, CITEKEY.c.key)).scalars())
    if current[1:]:
        connection.execute(update(CITEKEY).where(CITEKEY.c.key.in_(current[1:])).values(current=False))


def _remove(connection: Connection, table: Table, column: Any, values: Iterable[Any]) -> None:
    for chunk in rows.chunks(list(values)):
        connection.execute(delete(table).where(column.in_(chunk)))


def _insert(connection: Connection, table: Table, values: list[rows.Row]) -> None:
    if values:
        connection.execute(insert(table), values)


class _Page:
    """What a page brings beside its plan: reader version, time, and the numbers its references had before."""

    __slots__ = ("at", "numbers", "reader")

    def __init__(self, reader: int, at: str, numbers: dict[str, list[int]]) -> None:
        self.reader, self.at, self.numbers = reader, at, numbers


def _old_numbers(connection: Connection, source: SourceFacts) -> dict[str, list[int]]:
    """The stored numbers of a page's references by their text, so that a page read again keeps them."""
    old = (
        select(REFERENCE.c.text, REFERENCE.c.number)
        .join(SOURCE, SOURCE.c.id == REFERENCE.c.source_id)
        .where(SOURCE.c.name == source.name, SOURCE.c.part == source.part)
    )
    numbers: dict[str, list[int]] = {}
    for text, number in connection.execute(old.order_by(REFERENCE.c.number.desc())):
        numbers.setdefault(text, []).append(number)
    return numbers


def _insert_page(connection: Connection, plan: SourcePlan, page: _Page) -> None:
    digests = [*([plan.citing] if plan.citing else []), *(c.description for c in plan.citations)]
    homes = _homes(connection, digests)
    description_id, work_id = homes[plan.citing] if plan.citing else (None, None)
    source_id = next(_take(connection, "source", 1))
    facts = plan.source
    filed = {
        "id": source_id, "name": facts.name, "part": facts.part, "digest": facts.digest, "format": facts.format,
        "title": facts.title, "stated_total": facts.stated_total, "reader": page.reader, "read_at": page.at,
        "description_id": description_id, "work_id": work_id,
    }  # fmt: skip
    next_number = _next_number(connection, work_id, page)
    connection.execute(insert(SOURCE), filed)
    ids = _insert_references(connection, plan, source_id, _numbers(plan, page, next_number))
    links = [
        {
            "reference_id": ids[c.ordinal], "description_id": homes[c.description][0], "citing_id": work_id,
            "cited_id": homes[c.description][1], "verdict": c.verdict.value, "method": c.method, "evidence": c.evidence,
        }
        for c in plan.citations
    ]  # fmt: skip
    _insert(connection, CITATION, list({(r["reference_id"], r["description_id"]): r for r in links}.values()))
    _insert_notes(connection, plan, source_id)


def _homes(connection: Connection, digests: list[str]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for chunk in rows.chunks(list(dict.fromkeys(digests))):
        columns = select(DESCRIPTION.c.digest, DESCRIPTION.c.id, DESCRIPTION.c.work_id)
        for digest, number, work in connection.execute(columns.where(DESCRIPTION.c.digest.in_(chunk))):
            found[digest] = (number, work)
    return found


def _next_number(connection: Connection, work_id: int | None, page: _Page) -> int:
    used = (
        select(func.max(REFERENCE.c.number))
        .join(SOURCE, SOURCE.c.id == REFERENCE.c.source_id)
        .where(SOURCE.c.work_id == work_id)
    )
    highest = connection.execute(used).scalar() if work_id is not None else None
    return max([highest or 0, *(n for numbers in page.numbers.values() for n in numbers)]) + 1


def _numbers(plan: SourcePlan, page: _Page, next_number: int) -> list[int]:
    """A number for each reference: the one it had before, else the next."""
    given = []
    for parsed in plan.references:
        before = page.numbers.get(parsed.raw.text)
        if before:
            given.append(before.pop())
        else:
            given.append(next_number)
            next_number += 1
    return given


def _insert_references(connection: Connection, plan: SourcePlan, source_id: int, numbers: list[int]) -> dict[int, int]:
    """File the references; returns the row of each ordinal."""
    ids = list(_take(connection, "reference", len(plan.references)))
    filed = [
        {
            "id": row, "source_id": source_id, "number": number, **rows.reference_row(parsed.raw),
            "page_printed": parsed.page_printed, "confidence": parsed.confidence,
        }
        for row, number, parsed in zip(ids, numbers, plan.references, strict=True)
    ]  # fmt: skip
    _insert(connection, REFERENCE, filed)
    return {parsed.raw.ordinal: row for row, parsed in zip(ids, plan.references, strict=True)}


def _insert_notes(connection: Connection, plan: SourcePlan, source_id: int) -> None:
    mentions = [
        {"source_id": source_id, "position": n, "scheme": m.identifier.scheme, "value": m.identifier.value,
         **rows.span_columns(m.span)}
        for n, m in enumerate(plan.mentions, 1)
    ]  # fmt: skip
    problems = [
        {"source_id": source_id, "position": n, "code": p.code, "detail": p.detail, **rows.span_columns(p.span)}
        for n, p in enumerate(plan.problems, 1)
    ]
    _insert(connection, MENTION, mentions)
    _insert(connection, PROBLEM, problems)


def record_run(connection: Connection, run: Run) -> Run:
    """File a run, or what has become of it since."""
    table = T["run"]
    row = {
        "command": run.command,
        "started_at": run.started_at,
        "finished_at": run.finished_at or None,
        "summary": json.dumps(dict(run.counts)),
    }
    if run.number is not None:
        connection.execute(update(table).where(table.c.id == run.number).values(**row))
        return run
    number = next(_take(connection, "run", 1))
    connection.execute(insert(table), {**row, "id": number})
    return replace(run, number=number)
