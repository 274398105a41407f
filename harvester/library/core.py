"""The Python interface: a library to harvest into, look at and export from. The command line calls nothing else.

from harvester import Library

library = Library.open("my-review")
for outcome in library.harvest(["sources"]):
    print(outcome.name, outcome.state)
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from harvester import sources
from harvester.errors import HarvesterError, NotFoundError, SettingsError, StoreError
from harvester.library import exports
from harvester.model import Entry, Link, Problem
from harvester.model.library_views import Review, Run, Selection, StoredReference, Totals
from harvester.model.outcome import FileOutcome, FileState
from harvester.model.prepared import Prepared, SourceFacts
from harvester.ports import Store
from harvester.settings import Settings, load
from harvester.wiring import jobs_for, open_store, ordered_map

if TYPE_CHECKING:
    from harvester.app.steps import Estimate
    from harvester.library.curation import Curation
    from harvester.library.enriching import Enrichment, Tell


@dataclass(frozen=True, slots=True)
class Check:
    """A diagnosis of `Library.diagnose`: `name` is what was looked at.

    What is not as good as it could be, and no failure, is `ok` with a `note`. `value` is what is set, `trouble` why
    something cannot be used, `damage` what is wrong with the database, `totals` what it holds.
    """

    name: str
    ok: bool
    note: bool = False
    value: str = ""
    trouble: HarvesterError | Problem | None = None
    damage: tuple[str, ...] = ()
    totals: Totals | None = None


def _now() -> datetime:
    return datetime.now(UTC)


def _silent(_done: object) -> None:
    """Tell nobody."""


class Library:
    """One library. Open it with `Library.open`; the database itself is opened when first needed.

    Methods raise `harvester.errors.HarvesterError` and its kinds.
    """

    def __init__(self, settings: Settings, now: Callable[[], datetime] = _now) -> None:
        self.settings = settings
        self._now = now
        self._opened: Store | None = None

    @classmethod
    def open(cls, folder: str | Path = ".") -> "Library":
        """The library in a folder; the first harvest makes it."""
        return cls(load({"library": str(folder)}))

    def _store(self, *, create: bool = False) -> Store:
        if self._opened is None:
            self._opened = open_store(self.settings, create=create)
        return self._opened

    @property
    def _home(self) -> Path:
        return Path(self.settings.library)

    def harvest(self, paths: Iterable[str], *, reread: bool = False) -> Iterator[FileOutcome[Prepared]]:
        """Read files and folders into the library, yielding what became of each; one transaction a page."""
        from harvester.app import harvest as verb
        from harvester.app.runs import RunLog

        given = list(paths)
        # All of them at once: how many files there are says how many processes pay.
        found = list(sources.find(given, self._home))
        loader = sources.Loader()
        store = self._store(create=True)
        with store.locks.writer():
            log, counts = RunLog(store, "harvest", self._now), Counter[str]()
            workers = ordered_map(jobs_for(self.settings.jobs, len(found)))
            loaded = loader.load(found)
            gone = partial(sources.is_gone, base=self._home)
            for done in verb.harvest(loaded, store, now=self._now(), map=workers, reread=reread, is_gone=gone):
                counts[done.state] += 1
                # A run over an unchanged folder changes nothing, not even the list of runs.
                if done.state in (FileState.READ, FileState.RENAMED):
                    log.note()
                yield from loader.take()
                yield done
            # What was put aside behind the last file that was read.
            yield from loader.take()
            # Nothing of what is gone is deleted: a folder that is not mounted today would empty a library
            # (docs/decisions/0011).
            there = {file.name for file in found}
            for name in sources.names_below(store.pages.names(), given, self._home):
                if name not in there and sources.is_gone(name, self._home):
                    yield FileOutcome(name, state=FileState.GONE)
            log.close(counts)

    def preview(self, paths: Iterable[str]) -> Iterator[FileOutcome[Prepared]]:
        """What `harvest` would do, against the library as it is; nothing is written."""
        from harvester.app import harvest as verb

        # Without a library all is new, and a preview makes none.
        try:
            store: Store | None = self._store()
        except NotFoundError:
            store = None
        loader = sources.Loader()
        for done in verb.preview(loader.load(sources.find(paths, self._home)), store):
            yield from loader.take()
            yield done
        yield from loader.take()

    def enrich(self, tell: "Tell" = _silent, *, fresh: bool = False) -> "Enrichment":
        """Ask the services what is open and hold what they say; `fresh` takes no kept answers.

        Where a service cannot be reached the answer says so and what waits; what could be done is done.
        """
        from harvester.library import enriching

        return enriching.enrich(enriching.Session(self._store(), self.settings, self._now, tell), fresh=fresh)

    def estimate(self) -> "Estimate":
        """What `enrich` would ask at most, told without asking."""
        from harvester.library import enriching

        return enriching.estimate(self._store(), self.settings)

    def refresh(self, tell: "Tell" = _silent, *, older_than: timedelta = timedelta(days=30)) -> "Enrichment":
        """Ask again for records last asked for so long ago, and for what is unsettled; the answer lists what
        changed."""
        from harvester.library import enriching

        session = enriching.Session(self._store(), self.settings, self._now, tell)
        return enriching.refresh(session, older_than=older_than)

    def forget(self, name: str) -> list[str]:
        """Take a source (by path or digest), or all sources of a review, out again; returns their names."""
        from harvester.app.harvest import forget

        store = self._store()
        pages = self._pages_named(name)
        with store.locks.writer():
            for facts in reversed(pages):
                forget(facts, store)
            names = list(dict.fromkeys(facts.name for facts in pages))
            at = self._now().isoformat(timespec="seconds")
            store.runs.note(Run("forget", at, at, (("sources", len(names)),)))
        return names

    def _pages_named(self, name: str) -> list[SourceFacts]:
        store = self._store()
        # As a digest or the name that lists show, else as a path from here.
        filed = next(
            (pages for n in (name, sources.name_of(Path(name), self._home)) if (pages := store.pages.filed(n))), []
        )
        if filed:
            return filed
        number = store.works.find(name)
        of_review = [source for review in store.views.reviews() if review.number == number for source in review.sources]
        if not of_review:
            words = "is only cited in this library, or found by a search; no page was harvested of it"
            raise NotFoundError(f"{name!r} {words}.")
        return [facts for source in of_review for facts in store.pages.filed(source)]

    def export(self, format: str, selection: Selection | None = None) -> Iterator[str]:
        """A bibliography as text, piece by piece; the citation keys in it are fixed first."""
        from harvester.app.export import export

        store = self._store()
        return export(store, selection or Selection(), format, self._now())

    def unsupported(self, format: str, selection: Selection | None = None) -> int:
        """How many works of a selection a format has no place for: NBIB takes only those with a PMID."""
        from harvester.formats import FORMATS

        # Works are read only for a format that cannot take some of them.
        row = FORMATS[format]
        return sum(not row.has_place(entry) for entry in self.works(selection)) if row.needs else 0

    def has_works(self, selection: Selection) -> bool:
        """Whether any work is of a selection, or any review of one that takes rows for reviews."""
        return bool(self._store().works.chosen(selection))

    def export_path(self, format: str) -> Path:
        """Where an export goes if nothing else is said."""
        from harvester.formats import FORMATS

        return self.settings.exports / FORMATS[format].file_name

    def write(self, path: Path, pieces: Iterable[str]) -> None:
        """Write text to a file, whole or not at all. Raises `ExportError`."""
        exports.write(path, pieces)

    def works(self, selection: Selection | None = None) -> Iterator[Entry]:
        """The works of a selection as a bibliography has them, in the order of citation keys."""
        store = self._store()
        return store.works.entries(store.works.chosen(selection or Selection()))

    def citations(self, selection: Selection | None = None) -> Iterator[Link]:
        """Every citation of a selection, review by review in printed order; a review that cites nothing keeps one."""
        return self._store().works.links(selection or Selection())

    def search(self, words: str, limit: int = 20) -> list[Entry]:
        """The works that words find, the best first; see `harvester search --help` for what words can say."""
        return [found.entry for found in self.curation.search(words, limit)]

    def reviews(self, citing: str = "") -> list[Review]:
        """Every work that a page was harvested of, in the order of citation keys; only those that cite a work."""
        wanted = set(self._store().views.citing_work(self._store().works.find(citing))) if citing else None
        return [review for review in self._store().views.reviews() if wanted is None or review.number in wanted]

    def references(self, review: str) -> list[StoredReference]:
        """The references on a review's pages, with what each leads to. Raises `NotFoundError`."""
        return self._store().views.references(self._store().works.find(review))

    def work(self, name: str) -> tuple[int, Entry]:
        """One work by citekey, CURIE or `w` number: its number and its entry. Raises `NotFoundError`."""
        number = self._store().works.find(name)
        return number, next(iter(self._store().works.entries([number])))

    @property
    def curation(self) -> "Curation":
        """Where a person looks for works, sees who says what, and decides."""
        from harvester.library.curation import Curation

        return Curation(self._store(), self._now)

    def runs(self, limit: int = 20) -> list[Run]:
        """The last runs that changed something, the newest first."""
        return self._store().views.runs(limit)

    def works_of(self, names: Collection[str]) -> int:
        """How many works the pages of some files are of: one that was saved twice counts once."""
        return self._store().views.works_of(names)

    def collected_of(self, names: Collection[str]) -> int:
        """How many works the pages of search results among some files hold: one that two of them show counts once."""
        return self._store().views.collected_of(names)

    def totals(self) -> Totals:
        """How much the library holds, and how its citations stand."""
        return self._store().views.totals()

    def diagnose(self) -> list["Check"]:
        """Check settings and database, a diagnosis each."""
        from harvester.wiring import probe

        settings = self.settings
        found = [
            Check("e-mail", True, note=not settings.email, value=settings.email),
            # That there is one, never which: what is shown here is sent to others in reports of bugs.
            Check("API key", True, note=not settings.api_key, value="set" if settings.api_key else ""),
        ]
        # Being without a network is no fault, a key that is refused is one.
        try:
            away = probe(settings, self._now)
            found.append(Check("PubMed", True, note=away is not None, trouble=away))
        except SettingsError as error:
            found.append(Check("PubMed", False, trouble=error))
        try:
            wrong = self._store().views.damage()
            totals = self.totals()
        except NotFoundError as error:
            # The first harvest makes it, so before that there is nothing wrong.
            return [*found, Check("library", True, note=True, trouble=error)]
        except StoreError as error:
            return [*found, Check("library", False, trouble=error)]
        return [*found, Check("library", not wrong, damage=tuple(wrong), totals=totals)]
