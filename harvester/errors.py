"""What can go wrong, sorted by what the caller can do about it.

Every error the program raises on purpose is a `HarvesterError`; its text says what happened, and no program reads it:
what a caller may want to know are fields. What to do next depends on who asks, so nothing here names a command; the
command line adds it (`harvester.cli.remedies`), by `fault`. Anything else that escapes is a bug and keeps its
traceback, but for one that a page causes: it costs that page alone (`place_of`). A fault of one item inside a page is
no exception but a `harvester.model.Problem`.
"""

from enum import Enum, auto


class Fault(Enum):
    """What is wrong, where what to do next differs; `about` names the values that the remedy needs."""

    OTHER = auto()
    NO_LIBRARY = auto()
    NO_REVIEW = auto()
    NO_REFERENCE = auto()
    """About `review`."""
    NO_WORK = auto()
    MISTYPED_WORK = auto()
    """About `near`: citation keys that are like the one asked for."""
    LOST_CLAIM = auto()
    """A reference whose claim is gone: the database is damaged."""
    SEARCHED_IDENTIFIER = auto()
    """About `identifier`: it was looked for as if it were words."""
    EDITED_IDENTIFIER = auto()
    """About `scheme`: an identifier says which work is meant, and is no field to edit."""
    LOCKED = auto()
    NEWER_DATABASE = auto()
    FOREIGN_DATABASE = auto()
    NO_DRIVER = auto()
    NOT_WRITABLE = auto()
    DISK_FULL = auto()
    READ_ONLY = auto()
    SETTINGS_NOT_WRITABLE = auto()
    KEY_REFUSED = auto()
    UNREACHABLE = auto()


class HarvesterError(Exception):
    """The root; `str(error)` says what happened, `fault` which it is, `about` the values it is about."""

    fault = Fault.OTHER

    def __init__(self, what: str, fault: Fault | None = None, **about: str) -> None:
        super().__init__(what)
        self.fault = fault or type(self).fault
        self.about = about

    def __str__(self) -> str:
        """What happened, for a person; without a full stop where a remedy is to follow."""
        return super().__str__()


class SettingsError(HarvesterError):
    """A setting, or a file that holds settings, cannot be used."""


class PageError(HarvesterError):
    """One page cannot be read; it costs that page alone."""


class NotFoundError(HarvesterError):
    """What was asked for by name is not in the library."""


class QueryError(HarvesterError):
    """What was asked for is said in words that mean nothing here."""


class FieldError(NotFoundError, ValueError):
    """What a person says of a field of a work cannot be meant."""


class StoreError(HarvesterError):
    """The library cannot be opened or written."""


class NewerDatabaseError(StoreError):
    """The library was written by a newer Harvester than this one."""

    fault = Fault.NEWER_DATABASE


class LockedError(StoreError):
    """Another process is writing to the library, and waiting did not help."""

    fault = Fault.LOCKED


class ExportError(HarvesterError):
    """A bibliography cannot be written."""


class ServiceError(HarvesterError):
    """A service could not be asked, or its answer is of no use.

    `host` is who, `reason` why, `call` what was asked for (`efetch.fcgi`; "" if nothing was sent), `tries` how often.
    `says` is how a kind of error puts that into words.
    """

    says = "{host} ({call}) gave no answer: {reason}"

    def __init__(self, host: str, reason: str, call: str = "", tries: int = 0) -> None:
        super().__init__(reason)
        self.args = (host, reason, call, tries)  # what `copy` and `pickle` make it again from
        self.host, self.reason, self.call, self.tries = host, reason, call, tries

    def __str__(self) -> str:
        """Who and why, for a person."""
        return self.says.format(host=self.host, reason=self.reason, call=self.call, tries=self.tries)


class UnreachableError(ServiceError):
    """A service cannot be reached at all: no network, or no answer within the deadline."""

    fault = Fault.UNREACHABLE
    says = "Cannot reach {host}: {reason}"


def place_of(error: Exception) -> str:
    """The kind of an error that nobody foresaw, and where in the program it came up: `ValueError, titles.py:412`."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2] if trace else ""
    where = f", {file}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"
