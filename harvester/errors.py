"""What can go wrong, sorted by what the caller can do about it.

Every error the program raises on purpose is a `HarvesterError`; its text says what happened and what to do next.
Anything else that escapes is a bug and keeps its traceback. A fault of one item inside a page is no exception but a
`harvester.model.Problem`.
"""


class HarvesterError(Exception):
    """The root; `str(error)` is a whole message for a person."""


class SettingsError(HarvesterError):
    """A setting, or a file that holds settings, cannot be used."""


class PageError(HarvesterError):
    """One page cannot be read; it costs that page alone."""


class NotFoundError(HarvesterError):
    """What was asked for by name is not in the library."""


class QueryError(HarvesterError):
    """What was asked for is said in words that mean nothing here."""


class StoreError(HarvesterError):
    """The library cannot be opened or written."""


class NewerDatabaseError(StoreError):
    """The library was written by a newer Harvester than this one."""


class LockedError(StoreError):
    """Another process is writing to the library, and waiting did not help."""


class ExportError(HarvesterError):
    """A bibliography cannot be written."""


class ServiceError(HarvesterError):
    """A service could not be asked, or its answer is of no use."""


class UnreachableError(ServiceError):
    """A service cannot be reached at all: no network, or no answer within the deadline."""
