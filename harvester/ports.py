"""The contracts between the verbs and what they work with: `Answers`, `Services` and the parts of a `Store`."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from harvester.errors import ServiceError
from harvester.model import Entry, Link, Verdict
from harvester.model.claim import Claim, Key, Location, Mark, Marks
from harvester.model.decisions import Decision, DecisionPlan, DuplicateLink, Merge, ReferenceState, Waiting
from harvester.model.library_views import Happening, Review, Run, Selection, StoredReference, Totals
from harvester.model.neighbourhood import Neighbourhood
from harvester.model.plans import SourcePlan, WorkChanges
from harvester.model.prepared import Former, Prepared, SourceFacts, Successor
from harvester.model.questions import Question, Reply
from harvester.model.resolution import CitingRecord, Due, EnrichPlan, Query, Tally


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service said, as kept in the library.

    `key` names the request (it holds the service's base URL, never a key or an address of a person); `kind` is the call
    (`efetch`, `esearch`, ...); `request` is the request as a person may read it; `body` the bytes of the answer.
    """

    key: str
    kind: str
    request: str
    body: bytes
    asked_at: datetime
    expires_at: datetime | None


class Answers(Protocol):
    """Kept answers: cache, provenance and offline replay in one."""

    def get(self, key: str, now: datetime) -> Answer | None:
        """The kept answer to a request if it has not expired, else None."""

    def put(self, answer: Answer) -> None:
        """Keep an answer; an older one under the same key gives way."""


class KeptAnswers(Answers, Protocol):
    """Answers that can also be looked up when they have expired."""

    def kept(self, key: str) -> Answer | None:
        """The kept answer, however old it is."""

    def of_kinds(self, kinds: Collection[str]) -> Iterator[Answer]:
        """All kept answers of some kinds, in the order of their keys, however old."""


class Locks(Protocol):
    """Who may do what alone. The system frees a lock when its process dies, however it dies."""

    @property
    def is_writable(self) -> bool:
        """Whether this library can be changed at all: its file, or the folder of it, may be read-only."""

    def writer(self) -> AbstractContextManager[None]:
        """Be the one process that writes, for as long as the context lasts.

        Raises `LockedError` if another one is, and `StoreError` where the library cannot be written.
        """

    def asker(self) -> AbstractContextManager[None]:
        """Be the one process that asks the services for this library; others may write meanwhile. As `writer`."""


class Pages(Protocol):
    """The pages that were read, filed under the names of their files, and what changes when one comes or goes."""

    def seen(self, name: str) -> tuple[str, int] | None:
        """The digest and reader version under which a file was last read, or None."""

    def names(self) -> list[str]:
        """The names of all files that are filed, in order; fetched lists are none."""

    def rename(self, old: str, new: str) -> None:
        """File all pages of a file under another name."""

    def filed(self, name: str) -> list[SourceFacts]:
        """The pages that a file or a page's digest (12 or more hex digits) is filed under."""

    def former(self, source: SourceFacts) -> Former | None:
        """A page as it was when it was last read under this name and part; None if it never was."""

    def around(self, prepared: Prepared, successors: Collection[Successor] = ()) -> Neighbourhood:
        """What the library holds that matters for reading a page into it, and for what goes over to successors."""

    def without(self, source: SourceFacts) -> Neighbourhood:
        """What the library holds that matters for taking a page out."""

    def apply(self, plan: SourcePlan, reader: int, now: datetime) -> None:
        """Hold what the plan says; what the page said before is replaced. `reader` is the version of the readers."""

    def remove(self, source: SourceFacts, changes: WorkChanges) -> None:
        """Take a page out, and change works as `changes` says."""

    def lone_lists(self) -> list[SourceFacts]:
        """Fetched lists of works that no page is of any longer."""


class Works(Protocol):
    """Works by what a person calls them, and as bibliographies have them. Works are numbered, and no number is ever
    given twice."""

    def find(self, name: str) -> int:
        """The number of a work by citekey (a provisional one with or without `~`), CURIE or `w` number.

        Raises `NotFoundError`.
        """

    def chosen(self, selection: Selection) -> list[int]:
        """The numbers of the works that a selection is of. Raises `NotFoundError` for an unknown review."""

    def citing(self) -> list[int]:
        """The numbers of the works that a page is of."""

    def entries(self, numbers: Sequence[int]) -> Iterator[Entry]:
        """Entries of works in the order of their keys."""

    def numbered_entries(self, numbers: Sequence[int]) -> dict[int, Entry]:
        """Entries of works by their numbers."""

    def links(self, selection: Selection) -> Iterator[Link]:
        """Every citation of a selection, review by review in printed order; a review without any keeps a link."""

    def without_key(self, numbers: Collection[int]) -> list[int]:
        """Those of some works whose citation key is provisional."""

    def fix_keys(self, numbers: Collection[int], now: datetime) -> None:
        """Fix, in one transaction, the citation keys of those works that have provisional ones; by the writer alone."""

    def around(self, keys: Collection[Key | Mark], digests: Collection[str]) -> Neighbourhood:
        """What the library holds around some claims and some keys."""

    def digests_of(self, work: int) -> list[str]:
        """The digests of the claims of a work."""


class Questions(Protocol):
    """What is to be asked of the services, and what their answers change."""

    def open_queries(self, *, pages: bool, verdicts: Collection[Verdict]) -> list[Query]:
        """What is to be found out: works that pages are of, or what references say, if of such a verdict."""

    def has_open_reference(self) -> bool:
        """Whether any citation is open."""

    def lists_wanted(self) -> list[CitingRecord]:
        """Reviews with a record whose reference list is not made yet, or is to be made anew."""

    def tallies(self) -> list[Tally]:
        """How the pages of each review compare with its list at PubMed."""

    def due(self, before: datetime) -> list[Due]:
        """Records that were last asked for before a time."""

    def settle(self, plan: EnrichPlan) -> None:
        """Hold what the plan says; a person's verdicts stay."""

    def renew(self, keys: Mapping[str, str]) -> None:
        """Records, by digest, came back unchanged in the answers of these keys."""


class Decisions(Protocol):
    """What persons decide, and how it is taken back."""

    def reference(self, name: str) -> ReferenceState:
        """The reference of a name such as `puca2024cellular/3`. Raises `NotFoundError`."""

    def duplicate_links(self, state: ReferenceState) -> list[DuplicateLink]:
        """The references through which the review of a reference cites the work that it leads to, itself among them."""

    def decide(self, make: Callable[[int], DecisionPlan], now: datetime) -> None:
        """File a person's decision under the number that `make` is given, put its marks, and hold what it makes: all of
        it one transaction."""

    def undo(self, plan: DecisionPlan, now: datetime) -> None:
        """Take a decision back, with those that were made with it, and hold what that makes: one transaction."""

    def latest(self, digest: str, kinds: Collection[str]) -> Decision | None:
        """The newest decision of some kinds about a claim that was not taken back."""

    def marks_of(self, decision: Decision) -> Marks:
        """The marks that a decision put, by the digest of the claim that bears each."""

    def last_merge(self, work: int) -> Merge | None:
        """The newest merge of a work that can be taken back."""


class Views(Protocol):
    """What a person looks at."""

    def reviews(self) -> list[Review]:
        """Every work that a page is of, in the order of citation keys."""

    def references(self, citing: int) -> list[StoredReference]:
        """The references on the pages of a work, in printed order; then what only a fetched list has."""

    def waiting(self, verdicts: Collection[Verdict], limit: int) -> list[Waiting]:
        """The references that wait for a person or a service, each with why; all of them where no verdict is given."""

    def how_many_wait(self, verdicts: Collection[Verdict]) -> int:
        """How many references wait for a person or a service; all of them where no verdict is given."""

    def provenance(self, work: int) -> list[tuple[Claim, tuple[Location, ...]]]:
        """The claims of a work, each with the locations where it stands: files with ranges, kept answers, persons."""

    def search(self, asked: str, limit: int) -> list[int]:
        """The numbers of the works that a search finds, the best first. Raises `QueryError`, `NotFoundError`."""

    def top(self, limit: int) -> list[tuple[int, int]]:
        """The works that most reviews cite, as number and count; those cited once are left out."""

    def citing_work(self, work: int) -> list[int]:
        """The numbers of the works that cite a work."""

    def works_of(self, names: Collection[str]) -> int:
        """How many works the pages of some files are of."""

    def collected_of(self, names: Collection[str]) -> int:
        """How many works the pages of search results among some files hold."""

    def history(self, work: int) -> list[Happening]:
        """What happened to a work, the earliest first."""

    def runs(self, limit: int) -> list[Run]:
        """The last runs that changed something, the newest first."""

    def totals(self) -> Totals:
        """How much there is, and how the citations stand."""

    def damage(self) -> list[str]:
        """What is wrong with the database; empty is good."""


class Runs(Protocol):
    """The library's memory of what was done to it."""

    def note(self, run: Run) -> Run:
        """File a run, or what has become of it; the answer carries its number."""


@dataclass(frozen=True, slots=True)
class Store:
    """The library: what was read, what it says, and what that adds up to.

    Every method that changes something is one transaction; a process that dies leaves the state before or after it,
    never between. Whoever changes pages, questions or decisions is the writer. Methods raise
    `harvester.errors.StoreError` and its kinds, never a driver's error.
    """

    locks: Locks
    pages: Pages
    works: Works
    questions: Questions
    decisions: Decisions
    views: Views
    runs: Runs
    answers: KeptAnswers


class Role(Enum):
    """What the services may be asked for; which of them has a role is theirs to say."""

    RECORDS = "records by PMID"
    SEARCHES = "searches in PubMed"
    CITATIONS = "references matched by journal, volume and page"
    CONVERSION = "PMIDs of PMCIDs"
    LINKS = "PMIDs of what a work cites"
    FULL_TEXT = "the list in a full text"
    DOI_RECORDS = "records by DOI, also of works that PubMed has not"
    WORD_SEARCHES = "printed words matched to any work with a DOI"
    DEPOSITED_LISTS = "the list that a publisher deposited"
    AGENCIES = "the agency with which a DOI is registered"
    AGENCY_RECORDS = "records of DataCite's DOIs: data sets, software, theses, preprints"
    COLLECTED_LISTS = "the list that Europe PMC has collected"


class Services(Protocol):
    """The services, asked politely: limits, retries, deadlines and kept answers are their business."""

    def ask(self, questions: Iterable[Question]) -> Iterator[Reply]:
        """The replies, each as soon as it is there, so not in the order of the questions; each question once.

        Kept answers come first. Answers are read and kept in the caller's thread, right before the reply is yielded.
        Raises `harvester.errors.UnreachableError` where a service cannot be reached at all; what was yielded before
        stays.
        """

    def has(self, role: Role) -> bool:
        """Whether a service may be asked in this role."""

    @property
    def away(self) -> ServiceError | None:
        """The last error of NCBI where it was asked and has answered nothing else since the start."""

    @property
    def requests(self) -> int:
        """How many requests went over the network since the start, retries among them."""
