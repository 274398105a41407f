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

WRITING = "writing to this library"
ASKING = "asking the services for this library"
SUFFIXES = {WRITING: ".lock", ASKING: ".asking.lock"}
"""What a process may do alone, and the file beside the database that says that one does.

Asking takes long, and others may write and read meanwhile: only what an answer changes is written under the first lock.
"""


@contextmanager
def writer_lock(engine: Engine, purpose: str = WRITING) -> Iterator[None]:
    """Hold the library's lock for a purpose; the system frees it when the process dies, however it dies."""
    path = engine.url.database if engine.dialect.name == "sqlite" else None
    if path and path != ":memory:":
        with _file_lock(f"{path}{SUFFIXES[purpose]}", purpose):
            yield
    elif engine.dialect.name == "postgresql":
        key = POSTGRES_KEY + list(SUFFIXES).index(purpose)
        with engine.connect() as connection:
            if not connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}).scalar():
                raise _locked(purpose)
            yield
    else:
        yield


@contextmanager
def _file_lock(path: str, purpose: str) -> Iterator[None]:
    lock = FileLock(path)
    try:
        lock.acquire(timeout=WAIT_SECONDS)
    except Timeout:
        raise _locked(purpose) from None
    try:
        yield
    finally:
        lock.release()


def _locked(purpose: str) -> LockedError:
    return LockedError(f"Another Harvester is {purpose}. Try again when it is done.")
