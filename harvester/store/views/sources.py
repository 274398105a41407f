"""The files that were harvested: under which names and digests their pages are filed."""

from harvester.model.prepared import SourceFacts
from harvester.model.resolution import FETCHED_LIST
from harvester.store.views.reader import Reader
from harvester.text import shown

SEEN = "SELECT digest, reader FROM source WHERE name = :name AND part = 0"
NAMES = f"SELECT DISTINCT name FROM source WHERE format <> '{FETCHED_LIST}' ORDER BY name"
FACTS = "SELECT name, part, digest, format, title, stated_total FROM source"
BY_NAME = f"{FACTS} WHERE name = :name ORDER BY name, part"
BY_DIGEST = f"{FACTS} WHERE digest = :digest ORDER BY name, part"
BY_BEGINNING = f"{FACTS} WHERE digest LIKE :begins ORDER BY name, part"

SHORTEST_DIGEST = 12
"""Digits of a digest that are taken for one: as many as names of references show."""
WHOLE_DIGEST = 64
"""Hex digits of a SHA-256."""


def seen(reader: Reader, name: str) -> tuple[str, int] | None:
    """The digest and reader version under which a file was last read, or None."""
    found = reader.rows(SEEN, name=name)
    return (found[0][0], found[0][1]) if found else None


def names(reader: Reader) -> list[str]:
    """The names of all files that are filed, in order; fetched lists are none."""
    return reader.column(NAMES)


def pages(reader: Reader, name: str) -> list[SourceFacts]:
    """The pages that a file or a page's digest is filed under."""
    wanted = shown(name)
    if len(wanted) >= SHORTEST_DIGEST and all(letter in "0123456789abcdef" for letter in wanted):
        if len(wanted) == WHOLE_DIGEST:
            found = reader.rows(BY_DIGEST, digest=wanted)
        else:
            found = reader.rows(BY_BEGINNING, begins=f"{wanted}%")
    else:
        found = reader.rows(BY_NAME, name=wanted)
    return [SourceFacts(*row) for row in found]
