"""Pages without a library: what saved files say, file by file."""

from collections.abc import Iterable, Iterator

from harvester import sources
from harvester.app import extract as verb
from harvester.app.extract import Extracted
from harvester.wiring.workers import jobs_for, ordered_map


def extract(paths: Iterable[str], *, raw: bool = False, jobs: int = 0) -> Iterator[Extracted]:
    """What saved pages say; `raw` leaves references as text and identifiers, `jobs` 0 takes as many as pay."""
    found = list(sources.find(paths))
    loader = sources.Loader()
    workers = ordered_map(jobs_for(jobs, len(found)))
    for extracted in workers(verb.extract_raw if raw else verb.extract, loader.load(found)):
        yield from _told(loader)
        yield extracted
    yield from _told(loader)


def _told(loader: sources.Loader) -> Iterator[Extracted]:
    return (Extracted(file.name, (), file.skipped, file.failed) for file in loader.take())
