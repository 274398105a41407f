"""Settings -> the real store, services and workers; the only place that names concrete classes."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

# Named here for the types alone: `extract` goes by this file, and should pay neither for the store's nouns nor for
# reading settings.
if TYPE_CHECKING:
    from concurrent.futures import Future

    from harvester.errors import HarvesterError
    from harvester.model import Problem
    from harvester.ports import Answers, Role, Services, Store
    from harvester.services.settings import ServiceSettings
    from harvester.settings import Settings


def open_store(settings: "Settings", *, create: bool) -> "Store":
    """The library that the settings name. Raises `NotFoundError` if there is none and it shall not be made."""
    from harvester.store.database import check_url
    from harvester.store.library import open_library

    check_url(settings.database_url)
    return open_library(settings.database_url, create=create, pattern=settings.citekey)


def open_services(
    settings: "Settings", now: Callable[[], datetime], answers: "Answers | None" = None, since: datetime | None = None
) -> "Services":
    """The services, their answers kept in memory unless there is a place; those kept before `since` are not taken."""
    from harvester.services.answers import AnswersInMemory, FreshAnswers
    from harvester.services.asking import NetworkServices

    kept = answers or AnswersInMemory()
    return NetworkServices(_wanted(settings), FreshAnswers(kept, since) if since else kept, now)


def roles(settings: "Settings") -> "frozenset[Role]":
    """What the services may be asked for, told without opening them."""
    return _wanted(settings).roles


def requests_a_second(settings: "Settings") -> tuple[int, int]:
    """How many NCBI and Crossref allow."""
    from harvester.services import crossref, ncbi

    wanted = _wanted(settings)
    return ncbi.MANNERS.pace(wanted).a_second, crossref.MANNERS.pace(wanted).a_second


def probe(settings: "Settings", now: Callable[[], datetime]) -> "HarvesterError | Problem | None":
    """Why PubMed gives no answer, or None if it does; waits for a few seconds only.

    Raises `SettingsError` where the key is refused or the address is none.
    """
    from harvester.errors import UnreachableError
    from harvester.model.questions import Search
    from harvester.services.answers import AnswersInMemory
    from harvester.services.asking import NetworkServices
    from harvester.services.http import Client, Patience

    patience = Patience(connect=2, read=5, total=6, unreachable=1, tries=2)
    services = NetworkServices(_wanted(settings), AnswersInMemory(), now, Client((settings.api_key,), patience))
    try:
        replies = list(services.ask([Search("1[pmid]", 1)]))
    except UnreachableError as error:
        return error
    finally:
        services.close()
    return next((r.problem for r in replies if r.problem is not None), None)


def _wanted(settings: "Settings") -> "ServiceSettings":
    from harvester.services.settings import ServiceSettings

    return ServiceSettings(
        cache_folder=_cache_folder(),
        email=settings.email,
        api_key=settings.api_key,
        eutils_url=settings.eutils_url,
        idconv_url=settings.idconv_url,
        crossref_url=settings.crossref_url,
        europepmc_url=settings.europepmc_url,
        doi_url=settings.doi_url,
        datacite_url=settings.datacite_url,
    )


def _cache_folder() -> Path:
    """Where the processes of this user share what they must share."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("harvester", appauthor=False))


In = TypeVar("In")
Out = TypeVar("Out")

AHEAD = 4
"""Items in flight a worker: enough that none waits for the writer, few enough to hold in memory."""

MOST_IN_A_BATCH = 16
"""Files that are sent to a worker at once: more would leave a worker that is ahead nothing to take."""


def ordered_map(jobs: int, batch: int = 1) -> Callable[[Callable[[In], Out], Iterable[In]], Iterator[Out]]:
    """`map` itself for one job; for more, the same over that many processes, results in order.

    `batch` items are sent at once: sending costs about as much as reading a page of text.
    """

    def parallel(function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        # "spawn": a forked child would share the parent's open database.
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            waiting: deque[Future[list[Out]]] = deque()
            try:
                for batched in _batches(items, batch):
                    waiting.append(pool.submit(_run, function, batched))
                    if len(waiting) >= jobs * AHEAD:
                        yield from waiting.popleft().result()
                while waiting:
                    yield from waiting.popleft().result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    return map if jobs <= 1 else parallel


def _batches(items: Iterable[In], size: int) -> Iterator[list[In]]:
    waiting = iter(items)
    while batched := list(islice(waiting, size)):
        yield batched


def _run(function: Callable[[In], Out], items: list[In]) -> list[Out]:
    return [function(item) for item in items]


def batch_for(jobs: int, files: int) -> int:
    """How many files to send a worker at once: few enough that all workers end at about the same time."""
    return max(1, min(MOST_IN_A_BATCH, files // (jobs * MOST_IN_A_BATCH)))


def jobs_for(asked: int, files: int) -> int:
    """How many processes to use: as asked, else one for each 50 files up to the processors there are.

    Starting a worker costs about as much as reading ten pages, so a few files are read without any.
    """
    return asked or max(1, min(os.cpu_count() or 1, files // 50))
