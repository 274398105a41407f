"""Claims: what single sources say of works, with what each can be recognized by."""

from collections.abc import Iterable

from harvester.model.neighbourhood import Neighbour
from harvester.store.rows import claim_from
from harvester.store.views.reader import Reader

COLUMNS = ("id", "digest", "origin", "content", "matched", "disputed", "work_id", "torn")
CLAIMS = f"SELECT {', '.join(COLUMNS)} FROM description WHERE work_id IN (:these)"
KEYS = "SELECT description_id, key FROM description_key WHERE description_id IN (:these)"
HOMES = "SELECT DISTINCT work_id FROM description WHERE id IN (:these)"
NUMBERS = "SELECT id, digest FROM description WHERE digest IN (:these)"


def of_works(reader: Reader, works: Iterable[int]) -> list[tuple[int, Neighbour]]:
    """The claims of some works, each with its row's number."""
    found = [dict(zip(COLUMNS, row, strict=True)) for row in reader.each(CLAIMS, sorted(works))]
    keys: dict[int, list[str]] = {}
    for number, key in reader.each(KEYS, [row["id"] for row in found]):
        keys.setdefault(number, []).append(key)
    return [
        (row["id"], Neighbour(claim_from(row, keys.get(row["id"], ())), row["work_id"], row["torn"])) for row in found
    ]
