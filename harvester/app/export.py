"""Export: the store's entries or links through a format, with citation keys that stay for good."""

from collections.abc import Iterator
from datetime import datetime

from harvester import formats
from harvester.model.library_views import Selection
from harvester.ports import Store


def export(store: Store, selection: Selection, name: str, now: datetime) -> Iterator[str]:
    """The text of an export, piece by piece.

    Before the first piece the keys in it are fixed, for whoever cites by them relies on them from now on: those of the
    works chosen, and those of the reviews, which stand in lists and in the names of references.
    """
    numbers = store.works.chosen(selection)
    # A library that cannot be written is exported all the same, with the keys that would be fixed.
    if store.works.without_key(named := sorted({*numbers, *store.works.citing()})) and store.locks.is_writable:
        with store.locks.writer():
            store.works.fix_keys(named, now)
    if formats.FORMATS[name].takes == "links":
        return formats.link_writer(name)(store.works.links(selection))
    return formats.entry_writer(name)(store.works.entries(numbers))
