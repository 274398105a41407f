"""The record of merges: which tellings came to which work, so that each merge can be taken back."""

import json
from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, update

from harvester.model.description import Description, Origin
from harvester.model.plans import Merge, PlannedWork
from harvester.store import rows
from harvester.store.tables import T

MERGE, DESCRIPTION, CITEKEY = T["merge"], T["description"], T["citekey"]
PRINTED = (Origin.PAGE.value, Origin.REFERENCE.value)
"""Only what pages tell merges; a service's record joins the work that it was asked for."""


def record(
    connection: Connection, numbered: Iterable[tuple[int, PlannedWork]], arriving: Iterable[Description]
) -> None:
    """File what comes together by a plan, before it is applied."""
    new = {d.digest for d in arriving if d.origin in PRINTED}
    found = []
    for number, planned in numbered:
        if len(planned.descriptions) < 2:
            continue
        homes = _homes(connection, planned.descriptions)
        into = sorted(digest for digest, home in homes.items() if home == number)
        joined = sorted({*homes, *(new & set(planned.descriptions))} - set(into))
        if not into and joined:
            into, joined = joined[:1], joined[1:]
        if into and joined:
            keys = _current_keys(connection, planned.absorbed)
            found.append({"work_id": number, "into": json.dumps(into), "joined": json.dumps(joined), "citekeys": keys})
    if found:
        connection.execute(insert(MERGE), found)


def _homes(connection: Connection, digests: Iterable[str]) -> dict[str, int]:
    homes: dict[str, int] = {}
    for chunk in rows.chunks(list(digests)):
        columns = select(DESCRIPTION.c.digest, DESCRIPTION.c.work_id)
        printed = columns.where(DESCRIPTION.c.digest.in_(chunk), DESCRIPTION.c.origin.in_(PRINTED))
        homes.update((digest, work) for digest, work in connection.execute(printed))
    return homes


def _current_keys(connection: Connection, works: Iterable[int]) -> str:
    keys = select(CITEKEY.c.key).where(CITEKEY.c.work_id.in_(list(works)), CITEKEY.c.current)
    return json.dumps(sorted(connection.execute(keys).scalars()))


def inherit(connection: Connection, survivor: int, absorbed: Iterable[int]) -> None:
    """The merges of absorbed works are the survivor's."""
    connection.execute(update(MERGE).where(MERGE.c.work_id.in_(list(absorbed))).values(work_id=survivor))


def last(connection: Connection, work: int) -> Merge | None:
    """The newest merge of a work that was not taken back and whose two sides are still there."""
    columns = select(MERGE).where(MERGE.c.work_id == work, MERGE.c.undone.is_(False)).order_by(MERGE.c.id.desc())
    for row in connection.execute(columns).mappings():
        merge = Merge(
            row["id"],
            frozenset(json.loads(row["into"])),
            frozenset(json.loads(row["joined"])),
            tuple(json.loads(row["citekeys"])),
        )
        there = _homes(connection, [*merge.into, *merge.joined])
        if merge.into & set(there) and merge.joined & set(there):
            return merge
    return None


def take_back(connection: Connection, merge: Merge) -> None:
    """File a merge as taken back, and give each of the two works its citation keys again."""
    connection.execute(update(MERGE).where(MERGE.c.id == merge.number).values(undone=True))
    apart, kept = _homes(connection, merge.joined), _homes(connection, merge.into)
    if not merge.citekeys or not apart or not kept:
        return
    keys = CITEKEY.c.key.in_(merge.citekeys)
    connection.execute(update(CITEKEY).where(keys).values(work_id=min(apart.values()), current=True))
    own = select(CITEKEY.c.key, CITEKEY.c.current).where(CITEKEY.c.work_id == min(kept.values()))
    left = connection.execute(own.order_by(CITEKEY.c.given_at, CITEKEY.c.key)).all()
    if left and not any(current for _, current in left):
        connection.execute(update(CITEKEY).where(CITEKEY.c.key == left[0][0]).values(current=True))
