"""A library on SQL: the parts of `harvester.ports.Store`, which say what each method promises, on one `Database`."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import update

from harvester import ports
from harvester.model import Entry, Link, Verdict
from harvester.model.claim import Claim, Key, Location, Mark, Marks
from harvester.model.decisions import Decision, DecisionPlan, DuplicateLink, Merge, ReferenceState, Waiting
from harvester.model.library_views import Happening, Review, Run, Selection, StoredReference, Totals
from harvester.model.neighbourhood import Neighbourhood
from harvester.model.plans import SourcePlan, WorkChanges
from harvester.model.prepared import Former, Prepared, SourceFacts, Successor
from harvester.model.resolution import CitingRecord, Due, EnrichPlan, Query, Tally
from harvester.store import (
    decisions,
    enrich_plan,
    fixed_keys,
    locks,
    neighbourhood,
    source_plan,
    successors,
)
from harvester.store.answers import SqlAnswers
from harvester.store.database import Database, integrity_problems
from harvester.store.rows import stamp
from harvester.store.tables import T
from harvester.store.views import citekeys as key_views
from harvester.store.views import (
    entries,
    history,
    links,
    lists,
    names,
    provenance,
    questions,
    references,
    reviews,
    search,
    sources,
    totals,
    waiting,
)
from harvester.text import shown
from harvester.works.citekeys import PATTERN


def open_library(url: str, *, create: bool, pattern: str = PATTERN) -> ports.Store:
    """The library in a database; `pattern` is what citation keys are made by. Raises as `database.open_engine`."""
    database = Database(url, create=create, pattern=pattern)
    return ports.Store(
        locks=SqlLocks(database),
        pages=SqlPages(database),
        works=SqlWorks(database),
        questions=SqlQuestions(database),
        decisions=SqlDecisions(database),
        views=SqlViews(database),
        runs=SqlRuns(database),
        answers=SqlAnswers(database.connected, database.writing),
    )


class _Part:
    """A part of a library, on the database that all of them share."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connected = database.connected
        self._reading = database.reading
        self._writing = database.writing


class SqlLocks(_Part, ports.Locks):
    """Who may do what alone."""

    @property
    def is_writable(self) -> bool:
        return self._database.is_writable

    def writer(self) -> AbstractContextManager[None]:
        return self._database.lock(locks.WRITING)

    def asker(self) -> AbstractContextManager[None]:
        return self._database.lock(locks.ASKING)


class SqlPages(_Part, ports.Pages):
    """The pages that were read."""

    def seen(self, name: str) -> tuple[str, int] | None:
        with self._reading() as reader:
            return sources.seen(reader, name)

    def names(self) -> list[str]:
        with self._reading() as reader:
            return sources.names(reader)

    def rename(self, old: str, new: str) -> None:
        source = T["source"]
        with self._writing() as connection:
            connection.execute(update(source).where(source.c.name == old).values(name=new))

    def filed(self, name: str) -> list[SourceFacts]:
        with self._reading() as reader:
            return sources.pages(reader, name)

    def former(self, source: SourceFacts) -> Former | None:
        with self._connected() as connection:
            return successors.former(connection, source)

    def around(self, prepared: Prepared, successors: Collection[Successor] = ()) -> Neighbourhood:
        with self._connected() as connection:
            return neighbourhood.known_around(connection, prepared, successors)

    def without(self, source: SourceFacts) -> Neighbourhood:
        with self._connected() as connection:
            return neighbourhood.known_without(connection, source)

    def apply(self, plan: SourcePlan, reader: int, now: datetime) -> None:
        with self._writing() as connection:
            source_plan.apply_source_plan(connection, plan, reader, now)

    def remove(self, source: SourceFacts, changes: WorkChanges) -> None:
        with self._writing() as connection:
            source_plan.remove_source(connection, source)
            source_plan.apply_changes(connection, changes, ())

    def lone_lists(self) -> list[SourceFacts]:
        with self._reading() as reader:
            return lists.lone(reader)


class SqlWorks(_Part, ports.Works):
    """Works by what a person calls them, and as bibliographies have them."""

    def find(self, name: str) -> int:
        with self._reading() as reader:
            return names.get_work(reader, name)

    def chosen(self, selection: Selection) -> list[int]:
        with self._reading() as reader:
            return entries.chosen(reader, selection)

    def citing(self) -> list[int]:
        with self._reading() as reader:
            return entries.citing(reader)

    def entries(self, numbers: Sequence[int]) -> Iterator[Entry]:
        with self._reading() as reader:
            yield from (entry for _, entry in entries.entries(reader, numbers))

    def numbered_entries(self, numbers: Sequence[int]) -> dict[int, Entry]:
        with self._reading() as reader:
            return dict(entries.entries(reader, numbers))

    def links(self, selection: Selection) -> Iterator[Link]:
        with self._reading() as reader:
            yield from links.links(reader, selection)

    def without_key(self, numbers: Collection[int]) -> list[int]:
        with self._reading() as reader:
            return key_views.without_key(reader, numbers)

    def fix_keys(self, numbers: Collection[int], now: datetime) -> None:
        # Worked out before the transaction, which is short then: nobody else writes meanwhile, for the caller does.
        with self._reading() as reader:
            keys = key_views.provisional(reader, numbers)
        with self._writing() as connection:
            fixed_keys.fix(connection, keys, stamp(now))

    def around(self, keys: Collection[Key | Mark], digests: Collection[str]) -> Neighbourhood:
        with self._connected() as connection:
            return neighbourhood.known_by(connection, keys, set(digests))

    def digests_of(self, work: int) -> list[str]:
        with self._connected() as connection:
            return decisions.digests_of(connection, work)


class SqlQuestions(_Part, ports.Questions):
    """What is to be asked of the services, and what their answers change."""

    def open_queries(self, *, pages: bool, verdicts: Collection[Verdict]) -> list[Query]:
        select_open = questions.open_pages if pages else questions.open_references
        with self._reading() as reader:
            return select_open(reader, verdicts)

    def has_open_reference(self) -> bool:
        with self._reading() as reader:
            return questions.has_open_reference(reader)

    def lists_wanted(self) -> list[CitingRecord]:
        with self._reading() as reader:
            return lists.wanted(reader)

    def tallies(self) -> list[Tally]:
        with self._reading() as reader:
            return lists.tallies(reader)

    def due(self, before: datetime) -> list[Due]:
        with self._reading() as reader:
            return questions.due(reader, stamp(before))

    def settle(self, plan: EnrichPlan) -> None:
        with self._writing() as connection:
            enrich_plan.apply_enrich_plan(connection, plan)

    def renew(self, keys: Mapping[str, str]) -> None:
        with self._writing() as connection:
            enrich_plan.renew(connection, keys)


class SqlDecisions(_Part, ports.Decisions):
    """What persons decide."""

    def reference(self, name: str) -> ReferenceState:
        with self._reading() as reader, self._connected() as connection:
            return decisions.reference_state(connection, reader, shown(name))

    def duplicate_links(self, state: ReferenceState) -> list[DuplicateLink]:
        with self._connected() as connection:
            return decisions.duplicate_links(connection, state)

    def decide(self, make: Callable[[int], DecisionPlan], now: datetime) -> None:
        with self._writing() as connection:
            decisions.decide(connection, make, stamp(now))

    def undo(self, plan: DecisionPlan, now: datetime) -> None:
        with self._writing() as connection:
            decisions.undo(connection, plan, stamp(now))

    def latest(self, digest: str, kinds: Collection[str]) -> Decision | None:
        with self._connected() as connection:
            return decisions.latest(connection, digest, kinds)

    def marks_of(self, decision: Decision) -> Marks:
        with self._connected() as connection:
            return decisions.marks_of(connection, decision)

    def last_merge(self, work: int) -> Merge | None:
        with self._connected() as connection:
            return decisions.last_merge(connection, work)


class SqlViews(_Part, ports.Views):
    """What a person looks at."""

    def reviews(self) -> list[Review]:
        with self._reading() as reader:
            return reviews.reviews(reader)

    def references(self, citing: int) -> list[StoredReference]:
        with self._reading() as reader:
            return references.references(reader, citing)

    def waiting(self, verdicts: Collection[Verdict], limit: int) -> list[Waiting]:
        with self._reading() as reader:
            return waiting.waiting(reader, verdicts, limit)

    def how_many_wait(self, verdicts: Collection[Verdict]) -> int:
        with self._reading() as reader:
            return waiting.how_many(reader, verdicts)

    def provenance(self, work: int) -> list[tuple[Claim, tuple[Location, ...]]]:
        with self._reading() as reader:
            return provenance.provenance(reader, work)

    def search(self, asked: str, limit: int) -> list[int]:
        with self._reading() as reader:
            return search.find(reader, asked, limit)

    def top(self, limit: int) -> list[tuple[int, int]]:
        with self._reading() as reader:
            return reviews.top(reader, limit)

    def citing_work(self, work: int) -> list[int]:
        with self._reading() as reader:
            return reviews.citing_work(reader, work)

    def works_of(self, names: Collection[str]) -> int:
        with self._reading() as reader:
            return reviews.works_of(reader, names)

    def collected_of(self, names: Collection[str]) -> int:
        with self._reading() as reader:
            return reviews.collected_of(reader, names)

    def history(self, work: int) -> list[Happening]:
        with self._reading() as reader:
            return history.history(reader, work)

    def runs(self, limit: int) -> list[Run]:
        with self._reading() as reader:
            return history.runs(reader, limit)

    def totals(self) -> Totals:
        with self._reading() as reader:
            return totals.totals(reader)

    def damage(self) -> list[str]:
        with self._connected() as connection:
            return integrity_problems(connection)


class SqlRuns(_Part, ports.Runs):
    """The library's memory of what was done to it."""

    def note(self, run: Run) -> Run:
        with self._writing() as connection:
            return source_plan.record_run(connection, run)
