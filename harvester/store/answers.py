"""Kept answers of services in the library: the cache, the provenance and the offline replay in one."""

import zlib
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from harvester.ports import Answer
from harvester.store import rows
from harvester.store.tables import T

ANSWER = T["answer"]
LEVEL = 6
"""Compression: PubMed XML shrinks to about a seventh, and writing stays far quicker than the network."""

Begin = Callable[[], AbstractContextManager[Connection]]


class SqlAnswers:
    """The `Answers` port on the library's own table; each answer is kept in a transaction of its own."""

    def __init__(self, reading: Begin, writing: Begin) -> None:
        self._reading, self._writing = reading, writing

    def get(self, key: str, now: datetime) -> Answer | None:
        """The kept answer to a request if it has not expired, else None."""
        answer = self.kept(key)
        fresh = answer is not None and (answer.expires_at is None or answer.expires_at > now)
        return answer if fresh else None

    def kept(self, key: str) -> Answer | None:
        """The kept answer, however old it is."""
        with self._reading() as connection:
            row = connection.execute(select(ANSWER).where(ANSWER.c.key == key)).mappings().first()
        if row is None:
            return None
        expires = datetime.fromisoformat(row["expires_at"]) if row["expires_at"] else None
        asked = datetime.fromisoformat(row["asked_at"])
        return Answer(row["key"], row["kind"], row["request"], zlib.decompress(row["body"]), asked, expires)

    def of_kinds(self, kinds: Collection[str]) -> Iterator[Answer]:
        """All kept answers of some kinds, in the order of their keys, however old; one at a time in memory."""
        with self._reading() as connection:
            named = select(ANSWER.c.key).where(ANSWER.c.kind.in_(list(kinds))).order_by(ANSWER.c.key)
            keys = list(connection.execute(named).scalars())
        for key in keys:
            if (answer := self.kept(key)) is not None:
                yield answer

    def put(self, answer: Answer) -> None:
        """Keep an answer; an older one under the same key gives way, and what was read from it stays filed under it."""
        row = {
            "kind": answer.kind,
            "request": answer.request,
            "asked_at": rows.stamp(answer.asked_at),
            "expires_at": rows.stamp(answer.expires_at) if answer.expires_at else None,
            "body": zlib.compress(answer.body, LEVEL),
        }
        with self._writing() as connection:
            changed = connection.execute(update(ANSWER).where(ANSWER.c.key == answer.key).values(**row))
            if not changed.rowcount:
                connection.execute(insert(ANSWER), {"key": answer.key, **row})
