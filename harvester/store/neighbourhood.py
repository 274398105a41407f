"""What the library holds around a change: every claim that keys connect with those that arrive or leave."""

import json
from collections.abc import Collection, Iterable
from typing import Any, get_args

from sqlalchemy import Connection, Select, select

from harvester.model import Scheme
from harvester.model.claim import Key, Mark
from harvester.model.neighbourhood import EarlierDecision, Neighbour, Neighbourhood
from harvester.model.prepared import Prepared, SourceFacts, Successor
from harvester.store.rows import chunks, claim_from, key_text, key_texts, mark_from
from harvester.store.tables import T

DESCRIPTION, KEY, SOURCE = T["description"], T["description_key"], T["source"]
REFERENCE, CITATION, MARK, DECISION = T["reference"], T["citation"], T["mark"], T["decision"]
HELD = T["identifier"]
SCHEMES = frozenset(get_args(Scheme))


def known_around(connection: Connection, prepared: Prepared, successors: Collection[Successor] = ()) -> Neighbourhood:
    """What matters for reading a page into the library, anew or again, and for what goes over to `successors`."""
    wanted = {d.digest: d for d in prepared.claims}
    found = _all(connection, select(DESCRIPTION.c.digest), DESCRIPTION.c.digest, wanted)
    present = {row["digest"] for row in found}
    leaving = _held_only_by(connection, prepared.source) - set(wanted)
    arriving = {digest: d for digest, d in wanted.items() if digest not in present}
    filed = sorted((row["digest"], row["key"]) for row in _all(connection, select(MARK), MARK.c.digest, arriving))
    marks = tuple((digest, mark_from(key)) for digest, key in filed)
    earlier = _earlier_decisions(connection, successors)
    spoken = {key_text(mark) for one in earlier for _, mark in one.marks}
    keys = (
        {key_text(key) for d in arriving.values() for key in d.reach} | {key_text(mark) for _, mark in marks} | spoken
    )
    digests = leaving | _rivals(connection, leaving) | ({successor.new for successor in successors} & present)
    neighbours = _component(connection, keys, digests)
    own = {prepared.citing.digest} if prepared.citing else set()
    pinned = _pinned(connection, neighbours, prepared.source) | own
    coming = next_decision(connection) if earlier else 0  # decisions are copied only where some stand
    return Neighbourhood(neighbours, frozenset(present), frozenset(leaving), pinned, marks, earlier, coming)


def _earlier_decisions(connection: Connection, successors: Collection[Successor]) -> tuple[EarlierDecision, ...]:
    """The standing decisions about former claims and their successors, and those that put a mark on a former one."""
    if not successors:
        return ()
    olds = {successor.old for successor in successors}
    standing = select(DECISION.c.id, DECISION.c.digest, DECISION.c.verdict).where(DECISION.c.undone_at.is_(None))
    found = _all(connection, standing, DECISION.c.digest, olds | {successor.new for successor in successors})
    marking = {row["decision_id"] for row in _all(connection, select(MARK), MARK.c.digest, olds)}
    found += _all(connection, standing, DECISION.c.id, marking - {row["id"] for row in found})
    marks: dict[int, list[tuple[str, str]]] = {}
    for row in _all(connection, select(MARK), MARK.c.decision_id, {row["id"] for row in found}):
        marks.setdefault(row["decision_id"], []).append((row["digest"], row["key"]))
    ordered = sorted(found, key=lambda row: int(row["id"]))
    return tuple(
        EarlierDecision(
            r["id"], r["digest"], r["verdict"], tuple((d, mark_from(key)) for d, key in sorted(marks.get(r["id"], ())))
        )
        for r in ordered
    )


def next_decision(connection: Connection) -> int:
    """The number that the next decision will have."""
    counter = T["counter"]
    return int(connection.execute(select(counter.c.last).where(counter.c.name == "decision")).scalar() or 0) + 1


def known_without(connection: Connection, source: SourceFacts) -> Neighbourhood:
    """What matters for taking a page out again."""
    leaving = _held_only_by(connection, source)
    # What the page is of may lose its pin, and with it come apart from what it was joined to.
    columns = select(DESCRIPTION.c.digest).join(SOURCE, SOURCE.c.description_id == DESCRIPTION.c.id)
    own = columns.where(SOURCE.c.name == source.name, SOURCE.c.part == source.part)
    digests = leaving | _rivals(connection, leaving) | set(connection.execute(own).scalars())
    neighbours = _component(connection, set(), digests)
    return Neighbourhood(neighbours, frozenset(), frozenset(leaving), _pinned(connection, neighbours, source))


def known_by(connection: Connection, keys: Iterable[Key | Mark], digests: set[str]) -> Neighbourhood:
    """What matters for a change of these claims and for those that come with these keys."""
    neighbours = _component(connection, set(map(key_text, keys)), digests)
    return Neighbourhood(neighbours, pinned=_pinned(connection, neighbours))


def _pinned(
    connection: Connection, neighbours: Iterable[Neighbour], without: SourceFacts | None = None
) -> frozenset[str]:
    """Those of some claims that a source is of; one source does not count, since it goes or is made anew."""
    columns = select(DESCRIPTION.c.digest).join(SOURCE, SOURCE.c.description_id == DESCRIPTION.c.id)
    if without is not None:
        columns = columns.where((SOURCE.c.name != without.name) | (SOURCE.c.part != without.part))
    rows = _all(connection, columns, DESCRIPTION.c.digest, {h.claim.digest for h in neighbours})
    return frozenset(row["digest"] for row in rows)


def _all(connection: Connection, statement: Select[Any], column: Any, values: Iterable[Any]) -> list[Any]:
    """A statement's rows for any number of values of one column."""
    rows: list[Any] = []
    for chunk in chunks(sorted(values)):
        rows.extend(connection.execute(statement.where(column.in_(chunk))).mappings())
    return rows


def _held_only_by(connection: Connection, source: SourceFacts) -> set[str]:
    """The digests of claims that this page holds and no other page, reference or answer does."""
    own = select(SOURCE.c.id).where(SOURCE.c.name == source.name, SOURCE.c.part == source.part)
    number = connection.execute(own).scalar()
    if number is None:
        return set()
    references = select(REFERENCE.c.id).where(REFERENCE.c.source_id == number)
    cited = select(CITATION.c.description_id).where(CITATION.c.reference_id.in_(references))
    page = select(SOURCE.c.description_id).where(SOURCE.c.id == number, SOURCE.c.description_id.is_not(None))
    mine = DESCRIPTION.c.id.in_(cited.union(page))
    elsewhere = (
        select(CITATION.c.description_id)
        .where(CITATION.c.description_id == DESCRIPTION.c.id, CITATION.c.reference_id.not_in(references))
        .exists()
    )
    other_page = select(SOURCE.c.id).where(SOURCE.c.description_id == DESCRIPTION.c.id, SOURCE.c.id != number).exists()
    alone = select(DESCRIPTION.c.digest).where(mine, ~elsewhere, ~other_page, DESCRIPTION.c.answer_key.is_(None))
    return set(connection.execute(alone).scalars())


def _component(connection: Connection, keys: set[str], digests: set[str]) -> tuple[Neighbour, ...]:
    """Follow keys to claims, from those to their works, and to those works' other claims, to the end; so that no work
    outside holds an identifier that one inside could be given."""
    works: set[int] = set()
    seen_keys: set[str] = set()
    # To the end, however far: what is joined by a chain of keys is decided of together, or the order would matter.
    start = _all(connection, select(DESCRIPTION.c.work_id), DESCRIPTION.c.digest, digests)
    new_works = {row["work_id"] for row in start}
    neighbours: dict[int, Neighbour] = {}
    while keys - seen_keys or new_works - works:
        fresh_keys, seen_keys = keys - seen_keys, seen_keys | keys
        joined = select(DESCRIPTION.c.work_id).join(KEY, KEY.c.description_id == DESCRIPTION.c.id)
        new_works |= {row["work_id"] for row in _all(connection, joined, KEY.c.key, fresh_keys)}
        # An ISBN, or what was matched to a claim whose record has gone, is no claim's key, and still one work's alone.
        new_works |= _holders(connection, fresh_keys)
        fresh_works, works = new_works - works, works | new_works
        for number, one in claims_of(connection, fresh_works):
            neighbours[number] = one
            keys.update(key_texts(one.claim), map(str, one.claim.work.identifiers), map(str, one.claim.matched))
    return tuple(neighbours[number] for number in sorted(neighbours))


def _holders(connection: Connection, keys: Iterable[str]) -> set[int]:
    """The works that hold the identifiers among some keys; each has at most one."""
    values: dict[str, set[str]] = {}
    for key in keys:
        scheme, _, value = key.partition(":")
        if scheme in SCHEMES:
            values.setdefault(scheme, set()).add(value)
    return {
        row["work_id"]
        for scheme, there in values.items()
        for row in _all(connection, select(HELD.c.work_id).where(HELD.c.scheme == scheme), HELD.c.value, there)
    }


def _rivals(connection: Connection, leaving: set[str]) -> set[str]:
    """The digests of claims that name an ISBN which a leaving claim names.

    Its work may have held it, and now it goes to one of theirs, with which nothing else need connect it.
    """
    with_isbn = select(DESCRIPTION.c.digest, DESCRIPTION.c.content).where(DESCRIPTION.c.content.like('%"isbn"%'))

    def isbns(row: Any) -> set[str]:
        return set(json.loads(row["content"]).get("identifiers", {}).get("isbn", ()))

    gone = {isbn for row in _all(connection, with_isbn, DESCRIPTION.c.digest, leaving) for isbn in isbns(row)}
    if not gone:
        return set()
    # All claims are read through, since ISBNs have no table: books are few, and seldom leave.
    return {row["digest"] for row in connection.execute(with_isbn).mappings() if isbns(row) & gone}


def claims_of(connection: Connection, works: set[int]) -> list[tuple[int, Neighbour]]:
    """The claims of some works, each with its row's number."""
    rows = _all(connection, select(DESCRIPTION), DESCRIPTION.c.work_id, works)
    keys: dict[int, list[str]] = {}
    for row in _all(connection, select(KEY), KEY.c.description_id, {row["id"] for row in rows}):
        keys.setdefault(row["description_id"], []).append(row["key"])
    return [
        (row["id"], Neighbour(claim_from(row, keys.get(row["id"], ())), row["work_id"], row["torn"])) for row in rows
    ]
