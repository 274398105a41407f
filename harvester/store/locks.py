"""One writer a library: the others wait a little, then say so."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout
from sqlalchemy import Engine, text

from harvester.errors import Fault, LockedError, StoreError

LOG = logging.getLogger("harvester")


SILENT_SECONDS = 1.5
"""So long another process is waited for without a word: most writes are done by then."""

WAIT_SECONDS = 10.0
"""How long a second process waits for the first; a person at the keyboard does not wait longer."""

POLL_SECONDS = 0.1
"""PostgreSQL tells nobody that an advisory lock is free, so it is asked ten times a second."""

WRITING = "writing to this library"

POSTGRES_KEY = 7_264_001
"""A number of our own for PostgreSQL's advisory locks: this and the next ones, and the one before for migrations."""

ASKING = "asking the services for this library"
SUFFIXES = {WRITING: ".lock", ASKING: ".asking.lock"}
"""What a process may do alone, and the file beside the database that says that one does.

Asking takes long, and others may write and read meanwhile: only what an answer changes is written under the first lock.
"""


def say_waiting(purpose: str) -> None:
    """Tell that another process is waited for; on the command line it comes out on stderr."""
    LOG.warning("Another program is %s; waiting for it.", purpose)


@contextmanager
def writer_lock(engine: Engine, purpose: str = WRITING) -> Iterator[None]:
    """Hold the library's lock for a purpose; the system frees it when the process dies, however it dies."""
    path = engine.url.database if engine.dialect.name == "sqlite" else None
    if path and path != ":memory:":
        with _file_lock(f"{path}{SUFFIXES[purpose]}", purpose):
            yield
    elif engine.dialect.name == "postgresql":
        with _advisory_lock(engine, POSTGRES_KEY + list(SUFFIXES).index(purpose), purpose):
            yield
    else:
        yield


@contextmanager
def _file_lock(path: str, purpose: str) -> Iterator[None]:
    lock = FileLock(path)
    try:
        try:
            lock.acquire(timeout=min(SILENT_SECONDS, WAIT_SECONDS))
        except Timeout:
            say_waiting(purpose)
            lock.acquire(timeout=max(0.0, WAIT_SECONDS - SILENT_SECONDS))
    except Timeout:
        raise _locked(purpose) from None
    except OSError as error:
        raise StoreError(f"Nothing can be written beside {path}: {error.strerror}", Fault.NOT_WRITABLE) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _advisory_lock(engine: Engine, key: int, purpose: str) -> Iterator[None]:
    """A lock of the session, on a connection of its own; its end frees it, too."""
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        begun, said = time.monotonic(), False
        while not connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}).scalar():
            waited = time.monotonic() - begun
            if waited > WAIT_SECONDS:
                raise _locked(purpose)
            if waited > SILENT_SECONDS and not said:
                said = True
                say_waiting(purpose)
            time.sleep(POLL_SECONDS)
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": key})


def _locked(purpose: str) -> LockedError:
    return LockedError(f"Another Harvester is {purpose}")
