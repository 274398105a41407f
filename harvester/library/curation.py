"""What a person does with a library beside harvesting: look for works, see who says what, and decide."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from harvester.app import curate
from harvester.app.why import Why, explain
from harvester.errors import NotFoundError
from harvester.model import Entry, Verdict
from harvester.model.decisions import ReferenceState, Waiting
from harvester.model.library_views import Happening
from harvester.ports import Store
from harvester.values.identifier import parse as parse_identifier
from harvester.works.field_text import parse_field
from harvester.works.provenance import FieldProvenance, provenance


@dataclass(frozen=True, slots=True)
class Found:
    """A work that was looked for: its number, its entry, and how many reviews cite it."""

    number: int
    entry: Entry
    reviews: int


class Curation:
    """A library with a person before it; `Library` hands itself over to one."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now

    def found(self, numbers: Iterable[int]) -> list[Found]:
        """Works by number, in that order."""
        wanted = list(numbers)
        entries = self._store.works.numbered_entries(wanted)
        return [Found(n, entries[n], len(entries[n].cited_by)) for n in wanted]

    def search(self, asked: str, limit: int) -> list[Found]:
        """The works that a search finds, the best first."""
        return self.found(self._store.views.search(asked, limit))

    def top(self, limit: int) -> list[Found]:
        """The works that most reviews of the library cite."""
        return self.found(number for number, _ in self._store.views.top(limit))

    def waiting(self, verdicts: Iterable[Verdict], limit: int) -> list[Waiting]:
        """The references that wait, doubtful ones first."""
        return self._store.views.waiting(frozenset(verdicts), limit)

    def how_many_wait(self, verdicts: Iterable[Verdict]) -> int:
        """How many references wait."""
        return self._store.views.how_many_wait(frozenset(verdicts))

    def provenance(self, work: str) -> tuple[FieldProvenance, ...]:
        """Field by field, who claims what of a work, and where."""
        claims = self._store.views.provenance(self._store.works.find(work))
        return provenance([claim for claim, _ in claims], {claim.digest: locations for claim, locations in claims})

    def history(self, work: str) -> list[Happening]:
        """What happened to a work, the earliest first."""
        return self._store.views.history(self._store.works.find(work))

    def why(self, name: str) -> Why:
        """Why a reference leads where it leads: its words, its place, the candidates and the rule that decided."""
        return explain(self._store, name)

    def accept(self, name: str, work: str) -> ReferenceState:
        """The reference means this work."""
        with self._store.locks.writer():
            return curate.accept(self._store, name, work, self._now())

    def part(self, kind: str, name: str) -> ReferenceState:
        """The reference does not mean the work it leads to (`reject`, `none`), or is a work of its own (`new`)."""
        with self._store.locks.writer():
            return curate.part(self._store, kind, name, self._now())

    def undo(self, name: str) -> ReferenceState:
        """Take back the last decision about a reference."""
        with self._store.locks.writer():
            return curate.undo(self._store, name, self._now())

    def identify(self, work: str, typed: str) -> int:
        """The work that a page is of has this identifier, as `doi:...` or `pmid:...`; the number of the work. Raises
        `NotFoundError` for what is none."""
        identifier = parse_identifier(typed)
        # The services are asked for a page's work by these three (`app.strategies.SCHEMES`): no other settles anything.
        if identifier is None or identifier.scheme not in ("doi", "pmid", "pmcid"):
            raise NotFoundError(f"{typed!r} is no identifier of an article; say doi:10.1136/bmj.n71 or pmid:33782057.")
        with self._store.locks.writer():
            return curate.identify(self._store, work, identifier, self._now())

    def undo_identity(self, work: str) -> int:
        """Take back the last word on which identifier the work of a page has."""
        with self._store.locks.writer():
            return curate.undo_identity(self._store, work, self._now())

    def unmerge(self, work: str) -> int:
        """Take the last merge of a work apart; the number of the work that goes on."""
        with self._store.locks.writer():
            return curate.unmerge(self._store, work, self._now())

    def edit(self, work: str, typed: str) -> int:
        """A person says what a field is, as `FIELD=VALUE`. Raises `FieldError` for a field that there is not, or a
        value that it cannot have."""
        # Before the lock: a mistyped date should not wait for another process to be refused.
        field = parse_field(typed)
        with self._store.locks.writer():
            return curate.edit(self._store, work, field, typed, self._now())

    def undo_edit(self, work: str) -> int:
        """Take back the last word of a person on a work."""
        with self._store.locks.writer():
            return curate.undo_edit(self._store, work, self._now())
