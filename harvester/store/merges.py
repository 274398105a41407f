"""The record of merges: which claims came to which work, so that each merge can be taken back."""

import json
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, RowMapping, insert, select, update

from harvester.model.claim import Claim, Origin
from harvester.model.decisions import Merge
from harvester.model.plans import PlannedWork
from harvester.model.prepared import Successor
from harvester.store import rows
from harvester.store.tables import T

MERGE, DESCRIPTION, CITEKEY = T["merge"], T["description"], T["citekey"]
PRINTED = (Origin.PAGE.value, Origin.REFERENCE.value)
"""Only what pages tell merges; a service's record joins the work that it was asked for."""


def record(
    connection: Connection,
    numbered: Iterable[tuple[int, PlannedWork]],
    arriving: Iterable[Claim],
    successors: Collection[Successor] = (),
) -> None:
    """File what comes together by a plan, before it is applied; a successor is where the one before it was."""
    new = {d.digest for d in arriving if d.origin in PRINTED}
    was = _homes(connection, {successor.old for successor in successors})
    inherited = {
        successor.new: was[successor.old]
        for successor in reversed(list(successors))
        if successor.new in new and successor.old in was
    }
    _rename(connection, successors)
    found = []
    for number, planned in numbered:
        if len(planned.claims) < 2:
            continue  # what is alone has come together with nothing
        homes = {d: inherited[d] for d in planned.claims if d in inherited}
        homes |= _homes(connection, planned.claims)
        into = sorted(digest for digest, home in homes.items() if home == number)
        joined = sorted({*homes, *(new & set(planned.claims))} - set(into))
        # Of a new work no claim was there before: one of them stands for it.
        if not into and joined:
            into, joined = joined[:1], joined[1:]
        if into and joined:
            keys = _keys(connection, number, planned.absorbed)
            found.append({"work_id": number, "into": json.dumps(into), "joined": json.dumps(joined), "citekeys": keys})
    if found:
        connection.execute(insert(MERGE), found)


def _rename(connection: Connection, successors: Collection[Successor]) -> None:
    """Merges are of the successors from now on, so that they can be taken back still."""
    names = {successor.old: successor.new for successor in reversed(list(successors))}
    for chunk in rows.chunks(sorted(names)):
        works = select(DESCRIPTION.c.work_id).where(DESCRIPTION.c.digest.in_(chunk))
        merges = connection.execute(select(MERGE.c.id, MERGE.c.into, MERGE.c.joined).where(MERGE.c.work_id.in_(works)))
        for number, *sides in merges.all():
            into, joined = (json.dumps(sorted({names.get(d, d) for d in json.loads(side)})) for side in sides)
            if [into, joined] != sides:
                connection.execute(update(MERGE).where(MERGE.c.id == number).values(into=into, joined=joined))


def _homes(connection: Connection, digests: Iterable[str]) -> dict[str, int]:
    homes: dict[str, int] = {}
    for chunk in rows.chunks(list(digests)):
        columns = select(DESCRIPTION.c.digest, DESCRIPTION.c.work_id)
        printed = columns.where(DESCRIPTION.c.digest.in_(chunk), DESCRIPTION.c.origin.in_(PRINTED))
        homes.update((digest, work) for digest, work in connection.execute(printed))
    return homes


def _keys(connection: Connection, number: int, absorbed: Iterable[int]) -> str:
    """The citation keys of a work and of those that it takes in, as they are before: key, whether taken in, in use."""
    others = list(absorbed)
    columns = select(CITEKEY.c.key, CITEKEY.c.work_id, CITEKEY.c.current).where(
        CITEKEY.c.work_id.in_([number, *others])
    )
    # Without a work that is taken in no key goes over, and there is nothing to give back.
    found = connection.execute(columns.order_by(CITEKEY.c.key)) if others else ()
    return json.dumps([[key, work != number, current] for key, work, current in found])


def inherit(connection: Connection, survivor: int, absorbed: Iterable[int]) -> None:
    """The merges of absorbed works are the survivor's."""
    connection.execute(update(MERGE).where(MERGE.c.work_id.in_(list(absorbed))).values(work_id=survivor))


def last(connection: Connection, work: int) -> Merge | None:
    """The newest merge of a work that was not taken back and whose two sides are still there."""
    columns = select(MERGE).where(MERGE.c.work_id == work, MERGE.c.undone.is_(False)).order_by(MERGE.c.id.desc())
    for row in connection.execute(columns).mappings():
        merge = _merge(row)
        there = _homes(connection, [*merge.into, *merge.joined])
        if merge.into & set(there) and merge.joined & set(there):
            return merge
    return None


def _merge(row: RowMapping) -> Merge:
    into, joined, keys = (json.loads(row[name]) for name in ("into", "joined", "citekeys"))
    # Before keys of both sides were kept, only the used ones of the joined side were.
    told = ((key, True, True) if isinstance(key, str) else (key[0], key[1], key[2]) for key in keys)
    return Merge(row["id"], frozenset(into), frozenset(joined), tuple(told))


def settle(connection: Connection, works: Iterable[int]) -> None:
    """Take back those merges of some works whose two sides are apart again.

    What had joined them is gone, such as a person's word that was taken back or a page that was forgotten.
    """
    for chunk in rows.chunks(list(works)):
        columns = select(MERGE).where(MERGE.c.work_id.in_(chunk), MERGE.c.undone.is_(False))
        for row in connection.execute(columns.order_by(MERGE.c.id.desc())).mappings().all():
            merge = _merge(row)
            homes = _homes(connection, [*merge.into, *merge.joined])
            into, joined = ({homes[d] for d in side if d in homes} for side in (merge.into, merge.joined))
            # A side of which nothing is left cannot be apart from the other.
            if into and joined and not into & joined:
                take_back(connection, merge)


def take_back(connection: Connection, merge: Merge) -> None:
    """File a merge as taken back, and give each of the two works its citation keys again."""
    connection.execute(update(MERGE).where(MERGE.c.id == merge.number).values(undone=True))
    sides = {joined: _homes(connection, merge.joined if joined else merge.into) for joined in (True, False)}
    if not merge.citekeys or not all(sides.values()):
        return
    for key, joined, current in merge.citekeys:
        home = min(sides[joined].values())
        connection.execute(update(CITEKEY).where(CITEKEY.c.key == key).values(work_id=home, current=current))
    before = {key for key, _, _ in merge.citekeys}
    for homes in sides.values():
        own = select(CITEKEY.c.key, CITEKEY.c.current).where(CITEKEY.c.work_id == min(homes.values()))
        found = connection.execute(own.order_by(CITEKEY.c.given_at, CITEKEY.c.key)).all()
        # One key is in use: one that the work had before, else the first that it was given.
        ranked = sorted(found, key=lambda row: (not (row[0] in before and row[1]), not row[1]))
        for place, (key, current) in enumerate(ranked):
            if current != (place == 0):
                connection.execute(update(CITEKEY).where(CITEKEY.c.key == key).values(current=place == 0))
