"""Pages without a library: what saved files say, file by file."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from harvester import sources
from harvester.app import extract as verb
from harvester.model.outcome import FileOutcome
from harvester.model.work_json import Json
from harvester.wiring import batch_for, jobs_for, ordered_map

T = TypeVar("T")
File = sources.Found | sources.NotRead


def extract(paths: Iterable[str], *, raw: bool = False, jobs: int = 0) -> Iterator[FileOutcome[Json]]:
    """What saved pages say; `raw` leaves references as text and identifiers, `jobs` 0 takes as many as pay."""
    return _each(paths, jobs, partial(_extract, raw=raw))


def extract_lines(paths: Iterable[str], *, raw: bool = False, jobs: int = 0) -> Iterator[FileOutcome[str]]:
    """The same as lines of JSON, one a page, made where the page was read."""
    return _each(paths, jobs, partial(_extract_lines, raw=raw))


def _each(paths: Iterable[str], jobs: int, function: Callable[[File], T]) -> Iterator[T]:
    found = list(sources.find(paths))
    jobs = jobs_for(jobs, len(found))
    return iter(ordered_map(jobs, batch_for(jobs, len(found)))(function, found))


def _extract(file: File, *, raw: bool) -> FileOutcome[Json]:
    """What one file says. It is read here, in the worker, so that only its name is sent there."""
    if isinstance(file, FileOutcome):
        return file
    try:
        source = sources.load(file)
    except OSError as error:
        return FileOutcome.refused(file.name, error)
    return verb.extract(source, raw=raw)


def _extract_lines(file: File, *, raw: bool) -> FileOutcome[str]:
    return verb.lines_of(_extract(file, raw=raw))
