"""The `Store` port on SQL: each method one transaction, each error one that a person understands."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine, select, update

from harvester.errors import Fault, NotFoundError, StoreError
from harvester.model import Entry, Link, Verdict
from harvester.model.claim import Claim, Key, Location, Mark, Marks
from harvester.model.decisions import Decision, DecisionPlan, DuplicateLink, ReferenceState, Waiting
from harvester.model.plans import (
    Former,
    Merge,
    Neighbourhood,
    Prepared,
    Review,
    Run,
    Selection,
    SourceFacts,
    SourcePlan,
    StoredReference,
    Successor,
    Totals,
    WorkChanges,
)
from harvester.model.resolution import FETCHED_LIST, CitingRecord, Due, EnrichPlan, Query, Tally
from harvester.store import (
    applying,
    citekeys,
    database,
    deciding,
    enriching,
    knowing,
    linking,
    lists,
    locks,
    looking,
    rows,
    search,
    succeeding,
    telling,
    waiting,
)
from harvester.store.answers import SqlAnswers
from harvester.store.views import citekeys as key_views
from harvester.text import shown
from harvester.works.citekeys import PATTERN


class SqlStore:
    """A library in a database; see `harvester.ports.Store` for what each method promises."""

    def __init__(self, url: str, *, create: bool, pattern: str = PATTERN) -> None:
        """`pattern` is what citation keys are made by."""
        self._url, self._pattern = url, pattern
        self._engine: Engine = database.open_engine(url, create=create)
        self._writer: Engine = self._engine.execution_options(writing=True)

    @property
    def is_writable(self) -> bool:
        """Whether this library can be changed at all."""
        return not self._engine.get_execution_options().get(database.READ_ONLY)

    def _check_writing(self) -> None:
        if not self.is_writable:
            raise StoreError(
                f"The library at {database.shown(self._url)} cannot be changed: {database.NO_WRITING}", Fault.READ_ONLY
            )

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with database.readable_errors(self._url), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with database.readable_errors(self._url), self._writer.begin() as connection:
            yield connection

    def writer(self) -> AbstractContextManager[None]:
        """Be the one process that writes, for as long as the context lasts."""
        self._check_writing()
        return locks.writer_lock(self._engine)

    def asker(self) -> AbstractContextManager[None]:
        """Be the one process that asks the services for this library, for as long as the context lasts."""
        self._check_writing()
        return locks.writer_lock(self._engine, locks.ASKING)

    def seen(self, name: str) -> tuple[str, int] | None:
        """The digest and reader version under which a file was last read, or None."""
        columns = select(knowing.SOURCE.c.digest, knowing.SOURCE.c.reader).where(
            knowing.SOURCE.c.name == name, knowing.SOURCE.c.part == 0
        )
        with self._reading() as connection:
            row = connection.execute(columns).first()
        return (row[0], row[1]) if row else None

    def names(self) -> list[str]:
        """The names of all files that are filed, in order; fetched lists are none."""
        source = knowing.SOURCE
        named = select(source.c.name).where(source.c.format != FETCHED_LIST).distinct().order_by(source.c.name)
        with self._reading() as connection:
            return list(connection.execute(named).scalars())

    def rename(self, old: str, new: str) -> None:
        """File all pages of a file under another name."""
        source = knowing.SOURCE
        with self._writing() as connection:
            connection.execute(update(source).where(source.c.name == old).values(name=new))

    def pages(self, name: str) -> list[SourceFacts]:
        """The pages that a file or a page's digest is filed under."""
        source, name = knowing.SOURCE, shown(name)
        by_digest = len(name) >= 12 and all(c in "0123456789abcdef" for c in name)
        begins = source.c.digest == name if len(name) == 64 else source.c.digest.startswith(name)
        where = begins if by_digest else source.c.name == name
        with self._reading() as connection:
            found = connection.execute(select(source).where(where).order_by(source.c.name, source.c.part)).mappings()
            return [
                SourceFacts(r["name"], r["part"], r["digest"], r["format"], r["title"], r["stated_total"])
                for r in found
            ]

    def former(self, source: SourceFacts) -> Former | None:
        """A page as it was when it was last read."""
        with self._reading() as connection:
            return succeeding.former(connection, source)

    def known_around(self, prepared: Prepared, successors: Collection[Successor] = ()) -> Neighbourhood:
        """What the library holds that matters for reading a page into it, and for what goes over to successors."""
        with self._reading() as connection:
            return knowing.known_around(connection, prepared, successors)

    def known_without(self, source: SourceFacts) -> Neighbourhood:
        """What the library holds that matters for taking a page out."""
        with self._reading() as connection:
            return knowing.known_without(connection, source)

    def apply(self, plan: SourcePlan, reader: int, now: datetime) -> None:
        """Hold what the plan says; what the page said before is replaced."""
        with self._writing() as connection:
            applying.apply_source_plan(connection, plan, reader, now)

    def remove(self, source: SourceFacts, changes: WorkChanges) -> None:
        """Take a page out, and change works as said."""
        with self._writing() as connection:
            applying.remove_source(connection, source)
            applying.apply_changes(connection, changes, ())

    def chosen(self, selection: Selection) -> list[int]:
        """The numbers of the works that a selection is of."""
        if selection.review:
            self.find(selection.review)
        with self._reading() as connection:
            return looking.chosen(connection, self._pattern, selection)

    def fix_keys(self, numbers: Collection[int], now: datetime) -> None:
        """Fix the citation keys of works that have none; the caller is the writer."""
        with self._reading() as connection:
            keys = key_views.provisional(connection, self._pattern, numbers)
        with self._writing() as connection:
            citekeys.fix(connection, keys, rows.stamp(now))

    def without_key(self, numbers: Collection[int]) -> list[int]:
        """Those of some works whose citation key is provisional."""
        with self._reading() as connection:
            return key_views.without_key(connection, numbers)

    def entries(self, numbers: Sequence[int]) -> Iterator[Entry]:
        """Entries of works in the order of their keys."""
        with self._reading() as connection:
            yield from (entry for _, entry in looking.entries(connection, self._pattern, numbers))

    def numbered_entries(self, numbers: Sequence[int]) -> dict[int, Entry]:
        """Entries of works by their numbers."""
        with self._reading() as connection:
            return dict(looking.entries(connection, self._pattern, numbers))

    def links(self, selection: Selection) -> Iterator[Link]:
        """Every citation that a selection is of, review by review in printed order."""
        with self._reading() as connection:
            yield from linking.links(connection, self._pattern, selection)

    def citing(self) -> list[int]:
        """The numbers of the works that a page is of."""
        with self._reading() as connection:
            return looking.citing_works(connection)

    def find(self, name: str) -> int:
        """The number of a work by citekey, CURIE or `w` number."""
        with self._reading() as connection:
            number = looking.find_work(connection, self._pattern, shown(name))
            near = key_views.near(connection, self._pattern, shown(name)) if number is None else ()
        if number is None:
            fault = Fault.MISTYPED_WORK if near else Fault.NO_WORK
            raise NotFoundError(f"This library has no work {shown(name)!r}", fault, near=" or ".join(near))
        return number

    def reviews(self) -> list[Review]:
        """Every work that a page is of."""
        with self._reading() as connection:
            return looking.reviews(connection, self._pattern)

    def references(self, citing: int) -> list[StoredReference]:
        """The references on the pages of a work."""
        with self._reading() as connection:
            return looking.references(connection, self._pattern, citing)

    def works_of(self, names: Collection[str]) -> int:
        """Of how many works the pages of some files are."""
        with self._reading() as connection:
            return looking.works_of(connection, names)

    def totals(self) -> Totals:
        """How much there is, and how the citations stand."""
        with self._reading() as connection:
            return looking.totals(connection)

    def note_run(self, run: Run) -> Run:
        """File a run, or what has become of it; the answer carries its number."""
        with self._writing() as connection:
            return applying.record_run(connection, run)

    def check(self) -> list[str]:
        """What is wrong with the database; empty is good."""
        with self._reading() as connection:
            return database.integrity_problems(connection)

    @property
    def answers(self) -> SqlAnswers:
        """The kept answers of services."""
        return SqlAnswers(self._reading, self._writing)

    def open_queries(self, *, pages: bool, verdicts: Collection[Verdict]) -> list[Query]:
        """What is to be found out: works that pages are of, or what references tell of, where they stand so."""
        select_open = enriching.open_pages if pages else enriching.open_references
        with self._reading() as connection:
            return select_open(connection, verdicts)

    def has_open_reference(self) -> bool:
        """Whether any citation is open."""
        with self._reading() as connection:
            return enriching.has_open_reference(connection)

    def known_by(self, keys: Collection[Key | Mark], digests: Collection[str]) -> Neighbourhood:
        """What the library holds around some claims and some keys."""
        with self._reading() as connection:
            return knowing.known_by(connection, keys, set(digests))

    def enrich(self, plan: EnrichPlan) -> None:
        """Hold what the plan says."""
        with self._writing() as connection:
            enriching.apply_enrich_plan(connection, plan)

    def lists_wanted(self) -> list[CitingRecord]:
        """Reviews with a record whose reference list is not made yet, or is to be made anew."""
        with self._reading() as connection:
            return lists.lists_wanted(connection)

    def lone_lists(self) -> list[SourceFacts]:
        """Fetched lists of works that no page is of any longer."""
        with self._reading() as connection:
            return lists.lone_lists(connection)

    def tallies(self) -> list[Tally]:
        """How the pages of each review compare with its list at PubMed."""
        with self._reading() as connection:
            return lists.tallies(connection)

    def due(self, before: datetime) -> list[Due]:
        """Records that were last asked for before a time."""
        with self._reading() as connection:
            return enriching.due(connection, rows.stamp(before))

    def renew(self, keys: Mapping[str, str]) -> None:
        """Records, by digest, came back unchanged in the answers of these keys."""
        with self._writing() as connection:
            enriching.renew(connection, dict(keys))

    def standing(self, name: str) -> ReferenceState:
        """The reference of a name such as `puca2024cellular/3`."""
        with self._reading() as connection:
            return deciding.standing(connection, self._pattern, shown(name))

    def duplicate_links(self, standing: ReferenceState) -> list[DuplicateLink]:
        """The references through which a review cites a work."""
        with self._reading() as connection:
            return deciding.duplicate_links(connection, standing)

    def digests_of(self, work: int) -> list[str]:
        """The digests of the claims of a work."""
        with self._reading() as connection:
            return deciding.digests_of(connection, work)

    def decide(self, make: Callable[[int], DecisionPlan], now: datetime) -> None:
        """File a person's decision and hold what it makes."""
        with self._writing() as connection:
            deciding.decide(connection, make, rows.stamp(now))

    def undo(self, plan: DecisionPlan, now: datetime) -> None:
        """Take decisions back and hold what that makes."""
        with self._writing() as connection:
            deciding.undo(connection, plan, rows.stamp(now))

    def latest_decision(self, digest: str, kinds: Collection[str]) -> Decision | None:
        """The newest standing decision of some kinds about a claim."""
        with self._reading() as connection:
            return deciding.latest(connection, digest, kinds)

    def marks_of(self, decision: Decision) -> Marks:
        """The marks that a decision put, as digest and key."""
        with self._reading() as connection:
            return deciding.marks_of(connection, decision)

    def last_merge(self, work: int) -> Merge | None:
        """The newest merge of a work that can be taken back."""
        with self._reading() as connection:
            return deciding.last_merge(connection, work)

    def waiting(self, verdicts: Collection[Verdict], limit: int) -> list[Waiting]:
        """The references that wait for a person or a service, each with why."""
        with self._reading() as connection:
            return waiting.waiting(connection, self._pattern, verdicts or waiting.WAITING, limit)

    def how_many_wait(self, verdicts: Collection[Verdict]) -> int:
        """How many references wait for a person or a service."""
        with self._reading() as connection:
            return waiting.how_many(connection, verdicts or waiting.WAITING)

    def claims(self, work: int) -> list[tuple[Claim, tuple[Location, ...]]]:
        """The claims of a work, each with the places where it stands."""
        with self._reading() as connection:
            return telling.claims(connection, work)

    def search(self, asked: str, limit: int) -> list[int]:
        """The numbers of the works that a search finds, the best first."""
        with self._reading() as connection:
            return search.find(connection, self._pattern, search.parse(shown(asked)), limit)

    def top(self, limit: int) -> list[tuple[int, int]]:
        """The works that most reviews cite, as number and count."""
        with self._reading() as connection:
            return telling.top(connection, limit)

    def citing_work(self, work: int) -> list[int]:
        """The numbers of the works that cite a work."""
        with self._reading() as connection:
            return telling.citing_work(connection, work)

    def history(self, work: int) -> list[tuple[str, str]]:
        """What happened to a work, as time (or "") and a sentence."""
        with self._reading() as connection:
            return telling.history(connection, work)

    def runs(self, limit: int) -> list[Run]:
        """The last runs that changed something, the newest first."""
        with self._reading() as connection:
            return telling.runs(connection, limit)
