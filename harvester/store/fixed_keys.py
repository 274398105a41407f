"""Citation keys, written: fixed by a bibliography, handed on when works merge, found again when works come back."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, insert, update

from harvester.model.claim import Claim
from harvester.store.rows import SCHEMES
from harvester.store.sql import fetch, fetch_each
from harvester.store.tables import T

CITEKEY, TRACE = T["citekey"], T["citekey_trace"]

KEYED = """
SELECT citekey.key, description.id, description.digest
FROM description JOIN citekey ON citekey.work_id = description.work_id
WHERE description.digest IN (:these)
"""
KEYS = "SELECT description_id, key FROM description_key WHERE description_id IN (:these)"
TRACES = "SELECT citekey, trace FROM citekey_trace WHERE citekey IN (:these)"
LOST = "SELECT key FROM citekey WHERE work_id IS NULL LIMIT 1"
LOST_BY_TRACE = """
SELECT citekey_trace.citekey, citekey_trace.trace
FROM citekey_trace JOIN citekey ON citekey.key = citekey_trace.citekey
WHERE citekey.work_id IS NULL AND citekey_trace.trace IN (:these)
"""
IN_USE = """
SELECT key FROM citekey WHERE work_id = :work AND "current"
ORDER BY given_at, CASE WHEN key LIKE 'anon%' THEN 1 ELSE 0 END, key
"""


def fix(connection: Connection, keys: Mapping[int, str], at: str) -> None:
    """Give works their citation keys for good, by the works' numbers; a bibliography is being written with them."""
    given = [
        {"key": str(key), "folded": key.lower(), "work_id": number, "current": True, "given_at": at}
        for number, key in keys.items()
    ]
    if given:
        connection.execute(insert(CITEKEY), given)


def inherit(connection: Connection, survivor: int, absorbed: Iterable[int]) -> None:
    """All keys of works that become one lead to the one that goes on; the one fixed first stays in use."""
    connection.execute(update(CITEKEY).where(CITEKEY.c.work_id.in_(list(absorbed))).values(work_id=survivor))
    _leave_one(connection, survivor)


def _leave_one(connection: Connection, work: int) -> None:
    # Of keys fixed together one with an author is kept, whichever work was read first.
    in_use = [key for (key,) in fetch(connection, IN_USE, {"work": work})]
    if in_use[1:]:
        connection.execute(update(CITEKEY).where(CITEKEY.c.key.in_(in_use[1:])).values(current=False))


def remember(connection: Connection, leaving: Iterable[str]) -> None:
    """Note what works with fixed keys can be recognized by, before claims of them leave (by digest).

    That is the claim itself and its identifiers; words alike are not enough, for parts of a series share them.
    """
    keyed = fetch_each(connection, KEYED, leaving)
    identifiers: dict[int, list[str]] = {}
    for number, key in fetch_each(connection, KEYS, {number for _, number, _ in keyed}):
        if key.partition(":")[0] in SCHEMES:
            identifiers.setdefault(number, []).append(key)
    wanted = {(key, trace) for key, number, digest in keyed for trace in (digest, *identifiers.get(number, ()))}
    there = {(key, trace) for key, trace in fetch_each(connection, TRACES, {key for key, _ in wanted})}
    new = [{"citekey": key, "trace": trace} for key, trace in sorted(wanted - there)]
    if new:
        connection.execute(insert(TRACE), new)


def find_again(connection: Connection, arriving: Iterable[Claim], homes: Mapping[str, int]) -> None:
    """Let keys whose works are gone lead to the works that claims bring back; `homes` are works by claims' digests.

    Where several works answer to the traces of a key, it goes to the one with the very claim, else to the first that
    shares an identifier; a work that has a key already gets it as an alias.
    """
    if not fetch(connection, LOST, {}):
        return
    answering: dict[str, list[tuple[int, str]]] = {}
    for claim in arriving:
        answering.setdefault(claim.digest, []).append((0, claim.digest))
        for found in claim.identifiers:
            answering.setdefault(str(found), []).append((1, claim.digest))
    best: dict[str, tuple[int, str]] = {}
    for key, trace in fetch_each(connection, LOST_BY_TRACE, sorted(answering)):
        best[key] = min(best.get(key, (2, "")), *answering[trace])
    for key, (_, digest) in sorted(best.items()):
        connection.execute(update(CITEKEY).where(CITEKEY.c.key == key).values(work_id=homes[digest]))
        _leave_one(connection, homes[digest])
