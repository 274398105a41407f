"""Make the library hold what a plan says; decides nothing. The caller's transaction makes it all or nothing."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from harvester.model.citation import LinkState
from harvester.model.claim import Claim
from harvester.model.library_views import Run
from harvester.model.plans import PlannedCitation, PlannedWork, SourcePlan, WorkChanges
from harvester.model.prepared import SourceFacts
from harvester.store import fixed_keys, merges, rows, search_index, successors
from harvester.store.sql import ask, insert_rows, insert_values, run, select_in
from harvester.store.tables import T

WORK, CONTRIBUTOR, IDENTIFIER = T["work"], T["contributor"], T["identifier"]
DESCRIPTION, KEY = T["description"], T["description_key"]
SOURCE, REFERENCE, CITATION, MENTION, PROBLEM = (
    T[name] for name in ("source", "reference", "citation", "mention", "problem")
)
COUNTER, CORRECTION, PLACE = T["counter"], T["correction"], T["place"]


def apply_source_plan(connection: Connection, plan: SourcePlan, reader: int, now: datetime) -> None:
    """Replace what a page said before by what it says now."""
    before = _Before(None, {})
    if own := ask(connection, successors.OWN, {"b_name": plan.source.name, "b_part": plan.source.part}):
        source_id = own[0][0]
        old = select(REFERENCE.c.number, REFERENCE.c.id).where(REFERENCE.c.source_id == source_id)
        references = {int(number): int(row) for number, row in connection.execute(old)}
        counted = ask(connection, _COUNTED, {"b_name": _numbers_of(source_id)})
        before = _Before(source_id, references, max((0, *references, *(row[0] for row in counted))))
    # Taken out and filed anew under its own number: what stays on the page keeps its rows' numbers, see below.
    if before.source_id is not None:
        remove_source(connection, plan.source)
        successors.carry_over(connection, plan.handed_over)
    following = plan.handed_over.successors
    changes = WorkChanges(plan.works, plan.dropped, plan.leaving, plan.ambiguous, plan.around, following)
    apply_changes(connection, changes, plan.claims)
    _insert_page(connection, plan, before, {"reader": reader, "read_at": rows.stamp(now)})


def remove_source(connection: Connection, source: SourceFacts) -> None:
    """Take out a page with its references and links; works and claims are the plan's business."""
    connection.execute(delete(SOURCE).where(SOURCE.c.name == source.name, SOURCE.c.part == source.part))


def apply_changes(
    connection: Connection,
    changes: WorkChanges,
    arriving: Iterable[Claim],
    answer_keys: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Regroup claims into works: new, other and gone ones; `answer_keys` by digest."""
    numbered = [(w.work_id or 0, w) for w in changes.works]
    fresh = take(connection, "work", sum(1 for number, _ in numbered if not number))
    numbered = [(number or next(fresh), w) for number, w in numbered]
    new = list(arriving)
    fixed_keys.remember(connection, changes.leaving)  # while the claims that leave are still there
    _write_works(connection, numbered, changes)
    # A merge is what comes together from where claims were: it is recorded before they move.
    merges.record(connection, numbered, new, changes.successors)
    homes = {digest: number for number, w in numbered for digest in w.claims}
    filed = list(zip(take(connection, "description", len(new)), new, strict=True))
    claims = [rows.claim_values(n, d, homes[d.digest], answer_keys.get(d.digest)) for n, d in filed]
    insert_values(connection, DESCRIPTION, rows.DESCRIPTION_COLUMNS, claims)
    insert_values(connection, KEY, ("key", "description_id"), [(key, n) for n, d in filed for key in rows.key_texts(d)])
    _move(connection, homes, {d.digest for d in new})
    # Which claims fit two works that contradict each other; both ways, since one may no longer once a claim has left.
    for ambiguous in (True, False):
        digests = sorted(changes.ambiguous if ambiguous else changes.around - changes.ambiguous)
        for chunk in rows.chunks(digests):
            wrong = update(DESCRIPTION).where(DESCRIPTION.c.digest.in_(chunk), DESCRIPTION.c.torn.is_not(ambiguous))
            connection.execute(wrong.values(torn=ambiguous))
    for survivor, work in numbered:
        if work.absorbed:
            fixed_keys.inherit(connection, survivor, work.absorbed)
            merges.inherit(connection, survivor, work.absorbed)
    _remove(connection, DESCRIPTION, DESCRIPTION.c.digest, changes.leaving)
    merges.settle(connection, [w.work_id for w in changes.works if w.work_id])
    gone = [*changes.dropped, *(n for w in changes.works for n in w.absorbed)]
    # Works go last: their rows are pointed to until claims, citations, keys and merges have gone over.
    _remove(connection, WORK, WORK.c.id, gone)
    fixed_keys.find_again(connection, new, homes)


# Statements that every page runs are built once: SQLAlchemy takes longer to build one than SQLite to run it.
_COUNT = update(COUNTER).where(COUNTER.c.name == bindparam("b_name")).values(last=COUNTER.c.last + bindparam("b_many"))
_COUNTED = select(COUNTER.c.last).where(COUNTER.c.name == bindparam("b_name"))
_ANY_DECISION = select(func.max(T["decision"].c.id))


def take(connection: Connection, name: str, many: int) -> Iterator[int]:
    """The next numbers of a table; each is given once in the life of a library."""
    if not many:
        return iter(())
    # RETURNING would say it in one statement, and takes SQLite four times as long as these two.
    run(connection, _COUNT, {"b_name": name, "b_many": many})
    counted = ask(connection, _COUNTED, {"b_name": name})
    if not counted:
        connection.execute(insert(COUNTER), {"name": name, "last": many})
    last = counted[0][0] if counted else many
    return iter(range(last - many + 1, last + 1))


def _write_works(connection: Connection, numbered: list[tuple[int, PlannedWork]], changes: WorkChanges) -> None:
    """Works with their contributors and identifiers; identifiers leave first, since each may stand only once."""
    # Names and identifiers have no identity of their own: they are written anew with their work.
    old = [w.work_id for _, w in numbered if w.work_id]
    gone = [*changes.dropped, *(n for w in changes.works for n in w.absorbed)]
    _remove(connection, IDENTIFIER, IDENTIFIER.c.work_id, [*old, *gone])
    _remove(connection, CONTRIBUTOR, CONTRIBUTOR.c.work_id, old)
    _remove(connection, CORRECTION, CORRECTION.c.work_id, old)
    works = [rows.work_values(n, w.work) for n, w in numbered if not w.work_id]
    insert_values(connection, WORK, rows.WORK_COLUMNS, works)
    changed = [dict(zip(_BOUND, rows.work_values(n, w.work), strict=True)) for n, w in numbered if w.work_id]
    if changed:
        columns: dict[str, Any] = {name: bindparam(f"b_{name}") for name in rows.WORK_COLUMNS if name != "id"}
        connection.execute(update(WORK).where(WORK.c.id == bindparam("b_id")).values(columns), changed)
    for table, names, values in _PARTS:
        insert_values(connection, table, names, [row for n, w in numbered for row in values(n, w.work)])
    search_index.index(connection, [*old, *gone], [(n, w.work) for n, w in numbered])


_BOUND = tuple(f"b_{name}" for name in rows.WORK_COLUMNS)
_PARTS = (
    (CONTRIBUTOR, rows.CONTRIBUTOR_COLUMNS, rows.contributor_values),
    (IDENTIFIER, rows.IDENTIFIER_COLUMNS, rows.identifier_values),
    (CORRECTION, rows.CORRECTION_COLUMNS, rows.correction_values),
)
"""What a work has rows of its own for."""


def _move(connection: Connection, homes: Mapping[str, int], new: set[str]) -> None:
    """Carry claims that go over to another work, and all that hangs on them."""
    known = [digest for digest in homes if digest not in new]
    moved: dict[int, int] = {}
    for number, digest, work in select_in(connection, DESCRIPTION, ("id", "digest", "work_id"), "digest", known):
        # Most claims around a change stay where they are; an update of those would touch every index for nothing.
        if homes[digest] != work:
            moved[number] = homes[digest]
    pairs = [{"b_description": number, "b_work": work} for number, work in moved.items()]
    if not pairs:
        return
    target: Any = bindparam("b_description")
    home: Any = bindparam("b_work")
    connection.execute(update(DESCRIPTION).where(DESCRIPTION.c.id == target).values(work_id=home), pairs)
    connection.execute(update(CITATION).where(CITATION.c.description_id == target).values(cited_id=home), pairs)
    # A claim of a page's own work takes along all that the page cites.
    of_source = (
        select(REFERENCE.c.id)
        .join(SOURCE, SOURCE.c.id == REFERENCE.c.source_id)
        .where(SOURCE.c.description_id == target)
    )
    connection.execute(update(CITATION).where(CITATION.c.reference_id.in_(of_source)).values(citing_id=home), pairs)
    connection.execute(update(SOURCE).where(SOURCE.c.description_id == target).values(work_id=home), pairs)


def _remove(connection: Connection, table: Table, column: Any, values: Iterable[Any]) -> None:
    for chunk in rows.chunks(list(values)):
        connection.execute(delete(table).where(column.in_(chunk)))


@dataclass(frozen=True, slots=True)
class _Before:
    """What a page was before: its row, those of its references by number, and the highest number ever given on it."""

    source_id: int | None
    references: Mapping[int, int]
    highest: int = 0


def _numbers_of(source_id: int) -> str:
    """The counter of the numbers on a page that changed; until then its references themselves tell the last one."""
    return f"reference of {source_id}"


def _insert_page(connection: Connection, plan: SourcePlan, before: _Before, reading: rows.Row) -> None:
    digests = dict.fromkeys([*([plan.citing] if plan.citing else []), *(c.claim for c in plan.citations)])
    found = select_in(connection, DESCRIPTION, ("digest", "id", "work_id"), "digest", digests)
    homes: dict[str, tuple[int, int]] = {digest: (number, work) for digest, number, work in found}
    description_id, work_id = homes[plan.citing] if plan.citing else (None, None)
    source_id = before.source_id or next(take(connection, "source", 1))
    facts = {name: getattr(plan.source, name) for name in ("name", "part", "digest", "format", "title", "stated_total")}
    # What a person said of the page's own work holds also for a page that is read again, or that comes later.
    decided = persons_word(connection, [plan.citing] if plan.citing else ())
    states = [dict(zip(rows.STATE_COLUMNS, rows.state_values(state), strict=True)) for state in decided.values()]
    filed = {
        "id": source_id,
        **facts,
        **reading,
        **(states or [{}])[0],
        "description_id": description_id,
        "work_id": work_id,
    }
    insert_rows(connection, SOURCE, [filed])
    ids = _insert_references(connection, plan, before, source_id)
    _insert_citations(connection, plan.citations, ids, homes, work_id)
    mentions = [
        {"source_id": source_id, "position": n, "scheme": m.identifier.scheme, "value": m.identifier.value,
         **rows.span_columns(m.span)}
        for n, m in enumerate(plan.mentions, 1)
    ]  # fmt: skip
    problems = [
        {"source_id": source_id, "position": n, "code": p.code, "detail": p.detail, **rows.span_columns(p.span)}
        for n, p in enumerate(plan.problems, 1)
    ]
    locations = [(source_id, p.field, p.span.start, p.span.end) for p in plan.locations]
    insert_values(connection, PLACE, rows.PLACE_COLUMNS, locations)
    insert_rows(connection, MENTION, mentions)
    insert_rows(connection, PROBLEM, problems)


def _insert_citations(
    connection: Connection,
    citations: Iterable[PlannedCitation],
    ids: Mapping[int, int],
    homes: Mapping[str, tuple[int, int]],
    citing: int | None,
) -> None:
    decided = persons_word(connection, (c.claim for c in citations))
    links = {}
    for c in citations:
        claim, cited = homes[c.claim]
        reference = ids[c.ordinal]
        state = decided.get(c.claim) or LinkState(c.verdict, c.method)
        links[(reference, claim)] = (reference, claim, citing, cited, *rows.state_values(state))
    insert_values(connection, CITATION, _CITATION_COLUMNS, list(links.values()))


_CITATION_COLUMNS = ("reference_id", "description_id", "citing_id", "cited_id", *rows.STATE_COLUMNS)


def persons_word(connection: Connection, digests: Iterable[str]) -> dict[str, LinkState]:
    """How citations by some claims stand by a person's word, whichever page brings them."""
    decision = T["decision"]
    states: dict[str, LinkState] = {}
    # Most libraries have no decision, and every page asks.
    if ask(connection, _ANY_DECISION, {})[0][0] is None:
        return states
    for chunk in rows.chunks(list(dict.fromkeys(digests))):
        in_force = decision.c.digest.in_(chunk) & (decision.c.verdict != "") & decision.c.undone_at.is_(None)
        for row in connection.execute(select(decision).where(in_force).order_by(decision.c.id)).mappings():
            states[row["digest"]] = rows.state_from(json.loads(row["detail"])["state"])
    return states


def _insert_references(connection: Connection, plan: SourcePlan, before: _Before, source_id: int) -> dict[int, int]:
    """File the references, each under the row and number that it keeps, else under new ones; the row of each
    ordinal."""
    numbers = dict(plan.kept)
    kept = [numbers.get(parsed.raw.ordinal) for parsed in plan.references]
    fresh = zip(take(connection, "reference", kept.count(None)), count(before.highest + 1), strict=False)
    given = [(before.references[number], number) if number else next(fresh) for number in kept]
    if before.source_id is not None and given:
        # The references of a page may go: the last number given is kept apart, so that none comes to mean another one.
        name, last = _numbers_of(before.source_id), max(number for _, number in given)
        connection.execute(delete(COUNTER).where(COUNTER.c.name == name))
        connection.execute(insert(COUNTER), {"name": name, "last": max(last, before.highest)})
    placed = list(zip(given, plan.references, strict=True))
    filed = [rows.reference_values(row, source_id, number, parsed) for (row, number), parsed in placed]
    insert_values(connection, REFERENCE, rows.REFERENCE_COLUMNS, filed)
    return {parsed.raw.ordinal: row for (row, _), parsed in placed}


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
    number = next(take(connection, "run", 1))
    connection.execute(insert(table), {**row, "id": number})
    return replace(run, number=number)
