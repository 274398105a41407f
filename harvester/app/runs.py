"""The memory of a run: filed at its first change and completed at its end; a run that did nothing leaves none."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from harvester.model.plans import Run
from harvester.ports import Store


class RunLog:
    """Counts what a run does and keeps the library's record of it up to date."""

    def __init__(self, store: Store, command: str, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now
        self._run = Run(command, _stamp(now()))
        self._counts: Counter[str] = Counter()

    def count(self, what: str, many: int = 1, *, changed: bool = True) -> None:
        """So many more of something; the first change files the run."""
        self._counts[what] += many
        if changed:
            self.note()

    def note(self) -> None:
        """Something has changed: file the run, if it is not."""
        if self._run.number is None:
            self._run = self._store.note_run(self._run)

    def close(self) -> None:
        """Complete the record, if there is one."""
        if self._run.number is not None:
            done = replace(self._run, finished_at=_stamp(self._now()), counts=tuple(sorted(self._counts.items())))
            self._store.note_run(done)


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
