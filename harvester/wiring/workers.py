"""A `map` over processes that keeps few items in flight, so that memory stays flat however many files there are."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

In = TypeVar("In")
Out = TypeVar("Out")

AHEAD = 4
"""Items in flight a worker: enough that none waits for the writer, few enough to hold in memory."""


def ordered_map(jobs: int) -> Callable[[Callable[[In], Out], Iterable[In]], Iterator[Out]]:
    """`map` itself for one job; for more, the same over that many processes, results in order."""

    def parallel(function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        # "spawn": a forked child would share the parent's open database.
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            waiting: deque[Future[Out]] = deque()
            try:
                for item in items:
                    waiting.append(pool.submit(function, item))
                    if len(waiting) >= jobs * AHEAD:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    return map if jobs <= 1 else parallel


def jobs_for(asked: int, files: int) -> int:
    """How many processes to use: as asked, else one for each 50 files up to the processors there are.

    Starting a worker costs about as much as reading ten pages, so a few files are read without any.
    """
    return asked or max(1, min(os.cpu_count() or 1, files // 50))
