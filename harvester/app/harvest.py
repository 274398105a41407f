"""Harvest: file -> Source -> Pages -> Readings -> ParsedReferences -> SourcePlan -> store, one transaction a page.

The pure half (`prepare`) may run in other processes through `map`; the other half is serial, since there is one writer.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from harvester.errors import PageError, place_of
from harvester.model import Source
from harvester.model.neighbourhood import Neighbourhood
from harvester.model.outcome import FailureCode, FileOutcome, FileState
from harvester.model.plans import SourcePlan
from harvester.model.prepared import Prepared, SourceFacts
from harvester.model.resolution import FETCHED_LIST
from harvester.pages import layouts
from harvester.pages.locate import find_locations
from harvester.pages.recognize import recognize
from harvester.ports import Store
from harvester.references import parse_many
from harvester.works.pairing import pair_pages
from harvester.works.regrouping import make_changes
from harvester.works.source_plan import NOTHING_STAYED, make_collected, make_prepared, make_source_plan

Harvested = FileOutcome[Prepared]
Prepare = Callable[[Source], Harvested]
Map = Callable[[Prepare, Iterable[Source]], Iterable[Harvested]]


def prepare(source: Source) -> Harvested:
    """Understand one file; pure, and safe to run in another process. A page beyond reading costs that file alone."""
    prepared: list[Prepared] = []
    try:
        recognized = recognize(source)
        if recognized.skipped is not None:
            return FileOutcome.skipped(source.name, recognized.skipped)
        for page in recognized.pages:
            reading = layouts.read(page)
            part = len(prepared)
            facts = SourceFacts(page.source, part, page.digest, page.format, reading.title, reading.stated_total)
            made = make_prepared(facts, reading, list(parse_many(reading.references)))
            prepared.append(replace(made, locations=find_locations(page, reading)))
            prepared += make_collected(facts, reading.works, part + 1)
    except PageError as error:
        return FileOutcome.failed(source.name, FailureCode.PAGE, str(error))
    except Exception as error:  # noqa: BLE001  a fault of ours on one page must not cost a nightly run the others
        return FileOutcome.failed(source.name, FailureCode.FAULT, place_of(error))
    return FileOutcome(source.name, tuple(prepared))


def harvest(
    sources: Iterable[Source],
    store: Store,
    *,
    now: datetime,
    map: Map = map,
    reread: bool = False,
    is_gone: Callable[[str], bool] = lambda _name: False,
) -> Iterator[Harvested]:
    """Read files into the store, yielding what became of each, in order; what has not changed costs nothing.

    A file that is filed under a name that `is_gone` is the same source under its new name (decision 0011).
    """
    unchanged: list[Harvested] = []

    def changed() -> Iterator[Source]:
        for source in sources:
            seen = store.pages.seen(source.name)
            state, old = FileState.UNCHANGED, ""
            if seen is None:
                filed = (facts.name for facts in store.pages.filed(source.digest) if facts.format != FETCHED_LIST)
                # The first name of the same content whose file is no longer there; where all are, it is a copy.
                if old := next((name for name in filed if is_gone(name)), ""):
                    store.pages.rename(old, source.name)
                    state, seen = FileState.RENAMED, store.pages.seen(source.name)
            if seen is not None and seen[0] == source.digest and not reread:
                unchanged.append(FileOutcome(source.name, state=state, was=old))
            else:
                yield source

    for harvested in map(prepare, changed()):
        while unchanged:
            yield unchanged.pop(0)
        hold(harvested, store, now)
        yield harvested
    yield from unchanged


def hold(harvested: Harvested, store: Store, now: datetime) -> None:
    """Make the store hold the pages of a file, and no longer those that the file has lost."""
    before = store.pages.filed(harvested.name) if harvested.pages else []
    for facts in before[len(harvested.pages) :]:
        forget(facts, store)
    # The first page goes last: `seen` looks at it, so a run killed between two pages reads the file again.
    for prepared in reversed(harvested.pages):
        store.pages.apply(plan_page(prepared, store), layouts.VERSION, now)
    # A page that changed can be of another work now; then nobody needs the list that was fetched for the former one.
    if before:
        _forget_lone_lists(store)


def plan_page(prepared: Prepared, store: Store) -> SourcePlan:
    """What the store shall hold of a page, and what stays as it was where the page was read before."""
    former = store.pages.former(prepared.source)
    pairs = pair_pages(former, prepared) if former else NOTHING_STAYED
    return make_source_plan(prepared, store.pages.around(prepared, pairs.successors), pairs)


def forget(facts: SourceFacts, store: Store) -> None:
    """Take a page out again, with what only it brought: the list that was fetched for its work, too."""
    store.pages.remove(facts, make_changes(store.pages.without(facts)))
    _forget_lone_lists(store)


def _forget_lone_lists(store: Store) -> None:
    for facts in store.pages.lone_lists():
        store.pages.remove(facts, make_changes(store.pages.without(facts)))


def preview(sources: Iterable[Source], store: Store | None) -> Iterator[Harvested]:
    """What `harvest` would do, page by page, against the library as it is now; nothing is written."""
    for source in sources:
        seen = store.pages.seen(source.name) if store else None
        if seen and seen[0] == source.digest:
            yield FileOutcome(source.name, state=FileState.UNCHANGED)
            continue
        harvested = prepare(source)
        nothing = Neighbourhood()  # what a library holds that is not there yet
        pages = harvested.pages
        plans = (plan_page(page, store) if store else make_source_plan(page, nothing) for page in pages)
        yield replace(harvested, plans=tuple(plans))
