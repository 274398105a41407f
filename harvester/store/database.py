"""Open a library's database: pragmas, transactions, migrations, and errors that a person understands."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from harvester.errors import Fault, LockedError, NewerDatabaseError, NotFoundError, StoreError
from harvester.store import locks
from harvester.store.sql import fetch
from harvester.store.views.reader import Reader

HEAD = "0007"
"""The newest migration in `migrations/versions`; a test holds it against the folder."""

FAULTS = {
    sqlite3.SQLITE_READONLY: Fault.NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: Fault.NOT_WRITABLE,
    sqlite3.SQLITE_FULL: Fault.DISK_FULL,
    sqlite3.SQLITE_BUSY: Fault.LOCKED,
    sqlite3.SQLITE_LOCKED: Fault.LOCKED,
}
"""What SQLite complains of, by its primary result code (https://sqlite.org/rescode.html)."""
NO_LIBRARY_CODES = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
PRIMARY = 0xFF
"""The low byte of an extended result code of SQLite is the primary one."""
PERMISSION_DENIED = "42501"
"""PostgreSQL's `insufficient_privilege` (its manual, appendix A)."""

BUSY_MS = 30_000
"""How long a statement waits for another process's transaction; ours are short, a longer one is of a program that
hangs."""

CACHE_KIB = 32_000
"""Memory that a connection may use for pages of the database; SQLite's own 2 MB hold a hundredth of a large library's
indexes (`benchmarks/store.py`, 10,000 works: a tenth less time for store and bare driver alike)."""

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
    f"busy_timeout={BUSY_MS}",
    f"cache_size=-{CACHE_KIB}",
)
"""What every connection to SQLite is told first."""


READ_ONLY = "read_only"
"""The execution option of an engine whose file, or its folder, cannot be written."""


def open_engine(url: str, *, create: bool) -> Engine:
    """Connect to a database of today's schema: made anew if `create`, brought up to date if it is older.

    A file that cannot be written is opened for looking; the engine then has the option `READ_ONLY`.

    Raises `NotFoundError` if there is none and `create` is false, `NewerDatabaseError` if a newer Harvester wrote it,
    `StoreError` if the file is no library.
    """
    parsed = make_url(url)
    is_file = parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:")
    path = Path(str(parsed.database)) if is_file else None
    if path is not None and not path.exists():
        if not create:
            raise NotFoundError(f"There is no library at {path}", Fault.NO_LIBRARY)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = f"The library's folder {path.parent} cannot be made: {error.strerror}"
            raise StoreError(problem, Fault.NOT_WRITABLE) from error
    with readable_errors(url):
        if path is not None and path.exists() and not can_write(path):
            return _opened_read_only(path)
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")  # SQLAlchemy would look for psycopg2, its forerunner
        engine = create_engine(parsed)
        if engine.dialect.name == "sqlite":
            _set_up_sqlite(engine)
        # Also before looking at an older library: views know today's schema only.
        _bring_up_to_date(engine, path, create=create)
    return engine


def can_write(path: Path) -> bool:
    """Whether a library's file can be changed; SQLite needs its folder for that, too."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _opened_read_only(path: Path) -> Engine:
    """An engine that changes nothing on disk."""
    # SQLite cannot read a file in WAL mode without writing beside it, unless told that nobody changes it; where a log
    # is left somebody may, and then its index is there to be read as well.
    log = path.with_name(f"{path.name}-wal")
    unchanging = "" if log.exists() and log.stat().st_size else "&immutable=1"
    address = f"{path.resolve().as_uri()}?mode=ro{unchanging}"
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(address, uri=True, isolation_level=None), poolclass=StaticPool
    ).execution_options(**{READ_ONLY: True})
    version = _version(engine)
    if version == HEAD:
        return engine
    if version is not None and version > HEAD:
        raise NewerDatabaseError(_NEWER.format(version))
    raise StoreError(f"The library at {path} is of an older Harvester, and cannot be brought up to date: {NO_WRITING}.")


NO_WRITING = "its file or folder is read-only for you"
_NEWER = "This library was written by a newer Harvester (database version {}; this program knows " + HEAD + ")"


def _set_up_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: object) -> None:
        # SQLAlchemy begins transactions itself (below): the driver's own habit of beginning late would let two
        # processes read first and then collide.
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        own: Any = connection.connection.driver_connection
        if writing:
            _begin_writing(own)
        else:
            own.execute("BEGIN")


def _begin_writing(own: sqlite3.Connection) -> None:
    """Take SQLite's own lock, which a program that is no Harvester may hold; a wait is said."""
    own.execute(f"PRAGMA busy_timeout={int(locks.SILENT_SECONDS * 1000)}")
    try:
        own.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if FAULTS.get(error.sqlite_errorcode & PRIMARY) is not Fault.LOCKED:
            raise
        locks.say_waiting(locks.WRITING)
        own.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        own.execute("BEGIN IMMEDIATE")
    finally:
        own.execute(f"PRAGMA busy_timeout={BUSY_MS}")


def _bring_up_to_date(engine: Engine, path: Path | None, *, create: bool) -> None:
    version = _version(engine)
    if version == HEAD:
        return  # without loading Alembic, which takes longer than most commands
    if version is None and not create and path is None:
        raise NotFoundError(f"There is no library in {shown(engine.url)} yet", Fault.NO_LIBRARY)
    from harvester.store.migrate import known_versions, upgrade

    if version is not None and version not in known_versions():
        raise NewerDatabaseError(_NEWER.format(version))
    if version is not None and path is not None:
        folder = path.parent / "backups"
        folder.mkdir(exist_ok=True)
        target = folder / f"{path.stem}-{version}{path.suffix}"
        part = target.with_suffix(".part")
        # SQLite's own copy takes along what is in the log still; the name comes last, so that no half copy bears it.
        with sqlite3.connect(path) as old, sqlite3.connect(part) as copy:
            old.backup(copy)
        shutil.move(part, target)
    upgrade(engine)


def _version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        tables = set(engine.dialect.get_table_names(connection))
        # A file of somebody else's must not be filled with our tables because of a mistyped path.
        if "alembic_version" not in tables:
            if tables:
                raise StoreError(
                    f"{engine.url.database} is a database, but no library of Harvester's", Fault.FOREIGN_DATABASE
                )
            return None
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return found


@contextmanager
def readable_errors(url: str) -> Iterator[None]:
    """Turn what the driver raises about the file, a lock or a full disk into a `StoreError`; bugs pass through."""
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:
        raised = getattr(error, "orig", error)
        fault = FAULTS.get(getattr(raised, "sqlite_errorcode", 0) & PRIMARY, Fault.OTHER)
        if fault is Fault.LOCKED:
            raise LockedError("Another process is writing to this library") from error
        raise StoreError(f"The library at {shown(url)} cannot be used: {raised}", fault) from error
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raised = getattr(error, "orig", error)
        if getattr(raised, "sqlite_errorcode", 0) & PRIMARY in NO_LIBRARY_CODES:
            raise StoreError(f"{shown(url)} is no library, or is damaged: {raised}") from error
        if getattr(raised, "sqlstate", "") == PERMISSION_DENIED:
            raise StoreError(f"The library at {shown(url)} cannot be used: {raised}") from error
        raise
    except ArgumentError as error:
        raise StoreError(f"--db {shown(url)} cannot be used: {error}") from error
    except ModuleNotFoundError as error:
        raise StoreError(f"The driver for {shown(url)} is not installed ({error.name})", Fault.NO_DRIVER) from error


def check_url(url: str) -> None:
    """Raise `StoreError` if a `--db` URL cannot be understood, or is of a database that Harvester does not know."""
    try:
        name = make_url(url).get_backend_name()
    except SQLAlchemyError as error:
        raise StoreError(f"--db takes an SQLAlchemy URL such as {' or '.join(EXAMPLES.values())}: {error}") from error
    if name not in EXAMPLES:
        raise StoreError(f"Harvester keeps libraries in SQLite or PostgreSQL, not in {name}: --db takes a URL such as "
                         f"{' or '.join(EXAMPLES.values())}.")  # fmt: skip


EXAMPLES = {"sqlite": "sqlite:///library.sqlite3", "postgresql": "postgresql://user@host/library"}
"""The databases that a library may live in, each with a URL as an example."""


def shown(url: str | URL) -> str:
    """A database's address as a person may see it, without its password."""
    return make_url(url).render_as_string(hide_password=True)


def integrity_problems(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong with the file; empty is good. Other databases look after themselves."""
    if connection.dialect.name != "sqlite":
        return []
    checks: list[Any] = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    orphans = list(connection.exec_driver_sql("PRAGMA foreign_key_check"))
    return [*map(str, checks), *(f"{row[0]} row {row[1]} points to a missing {row[2]}" for row in orphans)]


class Database:
    """The connections of a library: every one of its transactions begins here, and every error is made readable here.

    `pattern` is what citation keys are made by.
    """

    def __init__(self, url: str, *, create: bool, pattern: str) -> None:
        self.url, self.pattern = url, pattern
        self.engine = open_engine(url, create=create)
        self._writer = self.engine.execution_options(writing=True)

    @property
    def is_writable(self) -> bool:
        """Whether the database can be changed at all."""
        return not self.engine.get_execution_options().get(READ_ONLY)

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """A connection for looking: all that is asked through it is of one moment."""
        with readable_errors(self.url), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """The same for the views, which know no connection."""
        with self.connected() as connection:
            is_sqlite = connection.dialect.name == "sqlite"
            yield Reader(partial(fetch, connection), self.pattern, is_sqlite=is_sqlite)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that changes something: all of it, or nothing where an error leaves the context."""
        with readable_errors(self.url), self._writer.begin() as connection:
            yield connection

    def lock(self, purpose: str) -> AbstractContextManager[None]:
        """Do something alone. Raises `StoreError` where nothing can be written, `LockedError` if another does it."""
        if not self.is_writable:
            raise StoreError(f"The library at {shown(self.url)} cannot be changed: {NO_WRITING}", Fault.READ_ONLY)
        return locks.writer_lock(self.engine, purpose)
