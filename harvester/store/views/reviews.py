"""The works that pages were harvested of: which they are, and how far their lists have come."""

from collections.abc import Iterable

from harvester.model import Verdict
from harvester.model.library_views import Review
from harvester.model.prepared import RESULTS
from harvester.model.resolution import FETCHED_LIST
from harvester.store.views import citekeys, entries, works
from harvester.store.views.reader import Reader

SOURCES = f"""
SELECT work_id, name, format, stated_total FROM source
WHERE work_id IS NOT NULL AND format <> '{RESULTS}' ORDER BY name, part
"""
SETTLED = ", ".join(f"'{verdict.value}'" for verdict in Verdict if verdict.is_settled)
COUNTS = f"""
SELECT citation.citing_id,
       count(DISTINCT CASE WHEN source.format = '{FETCHED_LIST}' THEN NULL ELSE citation.reference_id END),
       count(DISTINCT CASE WHEN citation.verdict = '{Verdict.REJECTED.value}' THEN NULL ELSE citation.cited_id END),
       count(DISTINCT CASE WHEN citation.verdict IN ({SETTLED}) THEN NULL ELSE citation.cited_id END)
FROM citation
JOIN reference ON reference.id = citation.reference_id
JOIN source ON source.id = reference.source_id
GROUP BY citation.citing_id
"""
OF_FILES = f"SELECT DISTINCT work_id FROM source WHERE name IN (:these) AND work_id IN ({entries.OF_PAGES})"
COLLECTED_OF = f"{entries.COLLECTED} AND name IN (:these)"
CITING_WORK = "SELECT DISTINCT citing_id FROM citation WHERE cited_id = :work ORDER BY citing_id"
TOP = """
SELECT cited_id, count(DISTINCT citing_id) FROM citation
GROUP BY cited_id HAVING count(DISTINCT citing_id) > 1
ORDER BY count(DISTINCT citing_id) DESC, cited_id
LIMIT :most
"""


def reviews(reader: Reader) -> list[Review]:
    """Every work that a page is of, in the order of citation keys."""
    numbers = entries.citing(reader)
    keys, found = citekeys.keys_of(reader, numbers), works.whole(reader, numbers)
    files: dict[int, list[str]] = {}
    stated: dict[int, int] = {}
    listed: dict[int, int] = {}
    for work, name, kind, total in reader.rows(SOURCES):
        totals = listed if kind == FETCHED_LIST else stated
        if total:
            totals[work] = max(total, totals.get(work, 0))
        if kind != FETCHED_LIST and name not in files.setdefault(work, []):
            files[work].append(name)
    counts = {work: (references, cited, left) for work, references, cited, left in reader.rows(COUNTS)}
    out = []
    for number in numbers:
        references, cited, left = counts.get(number, (0, 0, 0))
        names = tuple(files.get(number, ()))
        key = keys[number][0]
        totals_of = (stated.get(number), listed.get(number))
        out.append(Review(number, found[number], key, names, references, cited, left, *totals_of))
    return sorted(out, key=lambda review: review.citekey)


def works_of(reader: Reader, files: Iterable[str]) -> int:
    """Of how many works the pages of some files are."""
    return len({row[0] for row in reader.each(OF_FILES, files)})


def collected_of(reader: Reader, files: Iterable[str]) -> int:
    """How many works the pages of search results among some files hold."""
    return len({row[0] for row in reader.each(COLLECTED_OF, files)})


def citing_work(reader: Reader, work: int) -> list[int]:
    """The numbers of the works that cite a work."""
    return reader.column(CITING_WORK, work=work)


def top(reader: Reader, limit: int) -> list[tuple[int, int]]:
    """The works that most reviews cite, as number and count; those cited once are left out."""
    return [(work, count) for work, count in reader.rows(TOP, most=limit)]
