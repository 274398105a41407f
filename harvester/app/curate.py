"""A person's decisions about references and works, made and taken back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from harvester.errors import NotFoundError
from harvester.model import Identifier
from harvester.model.claim import Key
from harvester.model.decisions import Decision, ReferenceState
from harvester.ports import Store
from harvester.works import decisions

ABOUT_REFERENCES = ("accept", "new", "none", "reject")


def accept(store: Store, name: str, work: str, now: datetime) -> ReferenceState:
    """The reference means this work."""
    reference, target = store.decisions.reference(name), store.works.find(work)
    # Both works whole: what the reference leaves behind is regrouped as well as what it joins.
    digests = {reference.digest, *store.works.digests_of(reference.cited_id), *store.works.digests_of(target)}
    neighbourhood = store.works.around((), digests)
    store.decisions.decide(lambda number: decisions.accept(number, reference, target, neighbourhood), now)
    return replace(store.decisions.reference(reference.by_page), name=name)


def part(store: Store, kind: str, name: str, now: datetime) -> ReferenceState:
    """The reference does not mean the work it leads to (`reject`, `none`), or is a work of its own (`new`).

    What is rejected is rejected on the review's fetched lists, too, where they have nothing but this reference."""
    reference = store.decisions.reference(name)
    neighbourhood = store.works.around((), {reference.digest, *store.works.digests_of(reference.cited_id)})
    duplicate_links = store.decisions.duplicate_links(reference) if kind == "reject" else []
    duplicates = decisions.duplicates(reference, duplicate_links)
    listed = [store.decisions.reference(duplicate.name) for duplicate in duplicates]
    store.decisions.decide(lambda number: decisions.part(kind, number, reference, neighbourhood, listed), now)
    also = tuple(duplicate.name for duplicate in duplicates)
    # Through these the review goes on citing the work, which the person should hear.
    left = sorted({link.name for link in duplicate_links if link.digest != reference.digest} - {*also})
    return replace(store.decisions.reference(reference.by_page), name=name, also=also, still=tuple(left))


def undo(store: Store, name: str, now: datetime) -> ReferenceState:
    """Take back the last decision about a reference, and what was decided with it. Raises `NotFoundError` if there is
    none."""
    reference = store.decisions.reference(name)
    last = store.decisions.latest(reference.digest, ABOUT_REFERENCES)
    if last is None:
        raise NotFoundError(f"Nobody decided anything about {name}.")
    # A rejection that went over to rows of fetched lists is taken back there too; they bear its number.
    made_with = []
    for digest in store.works.digests_of(reference.cited_id):
        other = store.decisions.latest(digest, ("reject",))
        if other and other.detail.get(decisions.WITH) == last.number:
            made_with.append(other)
    _take_back(store, last, now, tuple(made_with))
    return replace(store.decisions.reference(reference.by_page), name=name)


def unmerge(store: Store, work: str, now: datetime) -> int:
    """Take the last merge of a work apart; the number of the work that goes on. Raises `NotFoundError`."""
    number = store.works.find(work)
    merge = store.decisions.last_merge(number)
    if merge is None:
        raise NotFoundError(f"Nothing was merged into {work}, or all of it was taken apart again.")
    neighbourhood = store.works.around((), set(store.works.digests_of(number)))
    store.decisions.decide(lambda number: decisions.unmerge(number, merge, neighbourhood), now)
    return number


def edit(store: Store, work: str, field: Mapping[str, object], typed: str, now: datetime) -> int:
    """A person says what a field of a work is."""
    number = store.works.find(work)
    neighbourhood = store.works.around((), set(store.works.digests_of(number)))
    store.decisions.decide(lambda decision: decisions.edit(decision, number, field, typed, neighbourhood), now)
    return number


def undo_edit(store: Store, work: str, now: datetime) -> int:
    """Take back the last word of a person on a work. Raises `NotFoundError` if there is none."""
    return _undo_about_work(store, work, "edit", now, f"Nobody edited {work}.")


def _undo_about_work(store: Store, work: str, kind: str, now: datetime, nobody: str) -> int:
    number = store.works.find(work)
    # The decision is about one claim of the work: which one it was is not asked of the person.
    for digest in store.works.digests_of(number):
        if last := store.decisions.latest(digest, (kind,)):
            _take_back(store, last, now)
            return number
    raise NotFoundError(nobody)


def _take_back(store: Store, decision: Decision, now: datetime, made_with: tuple[Decision, ...] = ()) -> None:
    # What the marks parted or joined may stand in several works now: all that bear one are brought in by the marks.
    marks = store.decisions.marks_of(decision)
    neighbourhood = store.works.around({mark for _, mark in marks}, {decision.digest, *(digest for digest, _ in marks)})
    store.decisions.undo(decisions.take_back(decision, marks, neighbourhood, made_with), now)


def identify(store: Store, work: str, identifier: Identifier, now: datetime) -> int:
    """A person says which identifier the work that a page is of has. Raises `NotFoundError` if no page is of it."""
    number = store.works.find(work)
    neighbourhood = store.works.around({Key.of(identifier)}, set(store.works.digests_of(number)))
    try:
        store.decisions.decide(lambda decision: decisions.identify(decision, number, identifier, neighbourhood), now)
    except LookupError:
        raise NotFoundError(f"{work} is only cited in this library; say what a reference of it means.") from None
    # By the identifier it may have become one with a work that was there already: that one's number is the answer.
    return store.works.find(str(identifier))


def undo_identity(store: Store, work: str, now: datetime) -> int:
    """Take back the last word on which identifier the work of a page has. Raises `NotFoundError` if there is none."""
    return _undo_about_work(store, work, decisions.IDENTITY, now, f"Nobody said which work {work} is.")
