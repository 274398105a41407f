"""Several requests under way at once, their outcomes given one by one in the caller's thread."""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Job = TypeVar("Job")
Outcome = TypeVar("Outcome")


def in_flight(
    call: Callable[[Job], Outcome], jobs: Iterable[Job], width: Callable[[], int]
) -> Iterator[tuple[Job, Outcome]]:
    """Each job with its outcome, as soon as it is there; at most `width()` are under way at a time.

    `call` must not raise what is to be an outcome. The threads are daemons: an interrupted program does not wait for a
    server that hangs. Where the caller stops early, no further job is begun.
    """
    todo: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[Job, Outcome | None, BaseException | None]] = queue.SimpleQueue()

    def work() -> None:
        while (job := todo.get()) is not None:
            try:
                done.put((job, call(job), None))
            except BaseException as error:  # noqa: BLE001  handed on to the caller's thread
                done.put((job, None, error))

    waiting = iter(jobs)
    threads = 0
    under_way = 0
    try:
        while True:
            while under_way < width() and (job := next(waiting, None)) is not None:
                todo.put(job)
                under_way += 1
                if threads < under_way:
                    threading.Thread(target=work, daemon=True).start()
                    threads += 1
            if not under_way:
                return
            finished, outcome, error = done.get()
            under_way -= 1
            if error is not None:
                raise error
            yield finished, outcome  # type: ignore[misc]  # no error, so there is an outcome
    finally:
        for _ in range(threads):
            todo.put(None)
