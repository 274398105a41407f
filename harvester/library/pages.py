"""Pages without a library: what saved files say, file by file."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from harvester import sources
from harvester.app import extract as verb
from harvester.app.extract import Extracted, Lines
from harvester.wiring import batch_for, jobs_for, ordered_map

T = TypeVar("T")


def extract(paths: Iterable[str], *, raw: bool = False, jobs: int = 0) -> Iterator[Extracted]:
    """What saved pages say; `raw` leaves references as text and identifiers, `jobs` 0 takes as many as pay."""
    return _each(paths, jobs, partial(_extract, raw=raw))


def extract_lines(paths: Iterable[str], *, raw: bool = False, jobs: int = 0) -> Iterator[Lines]:
    """The same as lines of JSON, one a page, made where the page was read."""
    return _each(paths, jobs, partial(_lines, raw=raw))


def _each(paths: Iterable[str], jobs: int, function: Callable[[sources.Found], T]) -> Iterator[T]:
    found = list(sources.find(paths))
    jobs = jobs_for(jobs, len(found))
    return iter(ordered_map(jobs, batch_for(jobs, len(found)))(function, found))


def _extract(found: sources.Found, *, raw: bool) -> Extracted:
    """What one file says. It is read here, in the worker, so that only its name is sent there."""
    if found.skipped or found.failed:
        return Extracted(found.name, (), found.skipped, found.failed)
    try:
        source = sources.load(found)
    except OSError as error:
        return Extracted(found.name, failed=error.strerror or str(error))
    return verb.extract_raw(source) if raw else verb.extract(source)


def _lines(found: sources.Found, *, raw: bool) -> Lines:
    return verb.lines_of(_extract(found, raw=raw))
