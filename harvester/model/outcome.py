"""What becomes of one file on its road from the folder to the command line: one type for every room that it passes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, Never, TypeVar

from harvester.model.page import Skip

if TYPE_CHECKING:
    from harvester.model.plans import SourcePlan

T = TypeVar("T", covariant=True)


class FileState(StrEnum):
    """How it ended."""

    READ = "read"
    UNCHANGED = "unchanged"
    RENAMED = "renamed"
    """Unchanged, and filed under another name before."""
    SKIPPED = "skipped"
    """Passed over; no failure."""
    FAILED = "failed"
    GONE = "gone"
    """Harvested from a folder that was given, and not there any more; what it held is kept."""


class FailureCode(StrEnum):
    """Why a file cannot be read."""

    MISSING = "missing"
    FORBIDDEN_FOLDER = "forbidden-folder"
    SYSTEM = "system"
    """The detail is what the operating system says."""
    PAGE = "page"
    """The detail is what the reader of the page says."""
    FAULT = "fault"
    """A fault of ours; the detail says of what kind, and where in the program."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file cannot be read; `harvester.explain.why_not_read` says it in words."""

    code: FailureCode
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FileOutcome(Generic[T]):
    """What became of one file: its pages as far as they have come (objects, lines, prepared pages), or why there are
    none.

    `was` is the name that a renamed file was filed under; `plans` are what reading it would change, where that was
    asked for.
    """

    name: str
    pages: tuple[T, ...] = ()
    state: FileState = FileState.READ
    why: Skip | Failure | None = None
    was: str = ""
    plans: "tuple[SourcePlan, ...]" = ()

    @staticmethod
    def skipped(name: str, why: Skip) -> "FileOutcome[Never]":
        """A file that is passed over."""
        return FileOutcome(name, state=FileState.SKIPPED, why=why)

    @staticmethod
    def failed(name: str, code: FailureCode, detail: str = "") -> "FileOutcome[Never]":
        """A file that cannot be read."""
        return FileOutcome(name, state=FileState.FAILED, why=Failure(code, detail))

    @staticmethod
    def refused(name: str, error: OSError) -> "FileOutcome[Never]":
        """A file that the operating system does not give."""
        # An error that Python raises by itself bears no words of the system's.
        return FileOutcome.failed(name, FailureCode.SYSTEM, error.strerror or str(error))
