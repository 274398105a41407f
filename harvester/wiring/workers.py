"""A `map` over processes that keeps few items in flight, so that memory stays flat however many files there are."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

In = TypeVar("In")
Out = TypeVar("Out")

AHEAD = 4
"""Items in flight a worker: enough that none waits for the writer, few enough to hold in memory."""


MOST_IN_A_BATCH = 16


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
