"""Export: the store's entries or links through a format, citation keys frozen first."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from harvester import formats
from harvester.model.plans import Selection
from harvester.notations import citekey
from harvester.ports import Store


def freeze_keys(store: Store, numbers: Sequence[int], now: datetime, pattern: str = citekey.PATTERN) -> None:
    """Give a citation key for good to each of some works that has none; those given together, in a canonical order."""
    bare = store.unkeyed(numbers)
    if bare:
        keys = citekey.assign({name: work for name, (_, work) in bare.items()}, store.keys_given(), pattern)
        store.give_keys({bare[name][0]: key for name, key in keys.items()}, now)


def export(
    store: Store, selection: Selection, name: str, now: datetime, pattern: str = citekey.PATTERN
) -> Iterator[str]:
    """The text of an export, piece by piece; new citation keys follow the pattern."""
    numbers = store.chosen(selection)
    freeze_keys(store, sorted({*numbers, *store.citing()}), now, pattern)
    if formats.FORMATS[name].takes == "links":
        return formats.link_writer(name)(store.links(selection))
    return formats.entry_writer(name)(store.entries(numbers))
