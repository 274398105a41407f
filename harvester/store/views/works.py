"""Works, whole: the row of each with its contributors, identifiers and links to other publications."""

from collections.abc import Iterable
from dataclasses import replace

from harvester.model import Identifier, Work
from harvester.store import rows
from harvester.store.views.reader import Reader, Row

WORK = f"SELECT {', '.join(rows.WORK_COLUMNS)} FROM work WHERE id IN (:these)"
CONTRIBUTORS = f"""
SELECT {", ".join(rows.CONTRIBUTOR_COLUMNS)} FROM contributor WHERE work_id IN (:these) ORDER BY work_id, position
"""
IDENTIFIERS = "SELECT work_id, scheme, value FROM identifier WHERE work_id IN (:these)"
RELATIONS = f"SELECT {', '.join(rows.CORRECTION_COLUMNS)} FROM correction WHERE work_id IN (:these)"


def whole(reader: Reader, numbers: Iterable[int]) -> dict[int, Work]:
    """The works of some numbers; those that there are not are left out."""
    wanted = list(numbers)
    names: dict[int, list[Row]] = {}
    for row in reader.each(CONTRIBUTORS, wanted):
        names.setdefault(row[0], []).append(row)
    identifiers: dict[int, list[Identifier]] = {}
    for number, scheme, value in reader.each(IDENTIFIERS, wanted):
        identifiers.setdefault(number, []).append(Identifier(scheme, value))
    relations = rows.relations_from(reader.each(RELATIONS, wanted))
    found: dict[int, Work] = {}
    for row in reader.each(WORK, wanted):
        number = row[0]
        listed = sorted(identifiers.get(number, ()), key=lambda i: (rows.SCHEMES.index(i.scheme), i.value))
        work = rows.work_from(row, names.get(number, ()), listed)
        found[number] = replace(work, relations=relations[number]) if number in relations else work
    return found
