"""The memory of a run: filed at its first change and completed at its end; a run that did nothing leaves none."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from harvester.model.library_views import Run
from harvester.ports import Store


class RunLog:
    """Keeps the library's record of a run up to date."""

    def __init__(self, store: Store, command: str, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now
        self._run = Run(command, now().isoformat(timespec="seconds"))

    def note(self) -> None:
        """Something has changed: file the run, if it is not, so that one that is killed is seen, too."""
        if self._run.number is None:
            self._run = self._store.runs.note(self._run)

    def close(self, counts: Mapping[str, int]) -> None:
        """Complete the record with what was counted, if there is one."""
        if self._run.number is not None:
            at = self._now().isoformat(timespec="seconds")
            self._store.runs.note(replace(self._run, finished_at=at, counts=tuple(sorted(counts.items()))))
