"""One writer a library: the others wait a little, then say so."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout
from sqlalchemy import Engine, text

from harvester.errors import LockedError

WAIT_SECONDS = 10.0
"""How long a second process waits for the first; a person at the keyboard does not wait longer without a word."""

POSTGRES_KEY = 7_264_001
"""A number of our own for PostgreSQL's advisory lock."""


@contextmanager
def writer_lock(engine: Engine) -> Iterator[None]:
    """Hold the library's writer lock; the system frees it when the process dies, however it dies."""
    path = engine.url.database if engine.dialect.name == "sqlite" else None
    if path and path != ":memory:":
        with _file_lock(path):
            yield
    elif engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            if not connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": POSTGRES_KEY}).scalar():
                raise _locked()
            yield
    else:
        yield


@contextmanager
def _file_lock(path: str) -> Iterator[None]:
    lock = FileLock(f"{path}.lock")
    try:
        lock.acquire(timeout=WAIT_SECONDS)
    except Timeout:
        raise _locked() from None
    try:
        yield
    finally:
        lock.release()


def _locked() -> LockedError:
    return LockedError("Another Harvester is writing to this library. Try again when it is done.")
