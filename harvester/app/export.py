"""Export: the store's entries or links through a format, citation keys frozen first."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from harvester import formats
from harvester.errors import NotFoundError
from harvester.model.plans import Selection
from harvester.ports import Store
from harvester.works import citekeys

_NO_KEY = re.compile(r"(?:$|(?:doi|pmid|pmcid|arxiv|isbn):|w\d+$|[0-9a-f]{12,}$)")
"""Names that are no citation keys: none, identifiers, numbers, digests of pages."""


def freeze_keys(store: Store, numbers: Sequence[int], now: datetime, pattern: str = citekeys.PATTERN) -> None:
    """Give a citation key for good to each of some works that has none; those given together, in a canonical order."""
    bare = store.unkeyed(numbers)
    if bare:
        keys = citekeys.assign({name: work for name, (_, work) in bare.items()}, store.keys_given(), pattern)
        store.give_keys({bare[name][0]: key for name, key in keys.items()}, now)


def see_named(store: Store, name: str, now: datetime, pattern: str = citekeys.PATTERN) -> None:
    """Where a work is asked for by a key that nobody has, give keys as looking at the library would: to the works that
    pages are of, then to all others."""
    if _NO_KEY.match(name):
        return
    for several in (store.citing, lambda: sorted({*store.chosen(Selection()), *store.citing()})):
        try:
            store.find(name)
        except NotFoundError:
            if store.unkeyed(numbers := several()):
                with store.namer():
                    freeze_keys(store, numbers, now, pattern)


def export(
    store: Store, selection: Selection, name: str, now: datetime, pattern: str = citekeys.PATTERN
) -> Iterator[str]:
    """The text of an export, piece by piece; new citation keys follow the pattern."""
    numbers = store.chosen(selection)
    freeze_keys(store, sorted({*numbers, *store.citing()}), now, pattern)
    if formats.FORMATS[name].takes == "links":
        return formats.link_writer(name)(store.links(selection))
    return formats.entry_writer(name)(store.entries(numbers))
