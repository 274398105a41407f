"""Works as a bibliography has them: which are of a selection, under which key, how their citations stand."""

from collections.abc import Iterator, Sequence

from harvester.model import Entry, Verdict
from harvester.model.library_views import Selection
from harvester.model.prepared import RESULTS
from harvester.store.views import citekeys, names, works
from harvester.store.views.reader import SIZE, Reader

CITED = "SELECT DISTINCT cited_id FROM citation"
CITED_SO = "SELECT DISTINCT cited_id FROM citation WHERE verdict IN (:these)"
CITED_BY = "SELECT DISTINCT cited_id FROM citation WHERE citing_id = :review"
CITED_SO_BY = "SELECT DISTINCT cited_id FROM citation WHERE citing_id = :review AND verdict IN (:these)"
# The index on both columns gives the pairs in order, so that SQLite counts as it goes and sorts nothing.
CITED_OFTEN = "SELECT cited_id FROM citation GROUP BY cited_id HAVING count(DISTINCT citing_id) >= :least"
OF_PAGES = f"SELECT work_id FROM source WHERE work_id IS NOT NULL AND format <> '{RESULTS}'"
CITING = f"SELECT DISTINCT work_id FROM ({OF_PAGES}) AS pages ORDER BY work_id"
COLLECTED = f"SELECT DISTINCT work_id FROM source WHERE work_id IS NOT NULL AND format = '{RESULTS}'"
COLLECTED_SO = f"{COLLECTED} AND verdict IN (:these)"
VERDICTS = f"""
SELECT work_id, verdict FROM source
WHERE format = '{RESULTS}' AND work_id IN (:these) AND work_id NOT IN ({OF_PAGES})
"""
CITATIONS = """
SELECT citation.cited_id, citation.citing_id, citation.verdict, reference.text
FROM citation JOIN reference ON reference.id = citation.reference_id
WHERE citation.cited_id IN (:these)
"""

BEST_FIRST = (
    Verdict.CONFIRMED,
    Verdict.ASSERTED,
    Verdict.MATCHED,
    Verdict.DOUBTFUL,
    Verdict.CONFLICT,
    Verdict.OPEN,
    Verdict.UNMATCHED,
    Verdict.REJECTED,
)
"""Of several citations of one work, the first of these speaks for the entry."""


def chosen(reader: Reader, selection: Selection) -> list[int]:
    """The numbers of the works that a selection is of, in order. Raises `NotFoundError` for an unknown review."""
    review = names.get_work(reader, selection.review) if selection.review else None
    verdicts = sorted(verdict.value for verdict in selection.verdicts)
    numbers: set[int] = set()
    if verdicts and review is not None:
        numbers.update(row[0] for row in reader.each(CITED_SO_BY, verdicts, review=review))
    elif verdicts:
        numbers.update(row[0] for sql in (CITED_SO, COLLECTED_SO) for row in reader.each(sql, verdicts))
    elif review is not None:
        numbers.update(reader.column(CITED_BY, review=review))
    elif selection.cited_by_at_least <= 1:
        numbers.update(reader.column(CITED), reader.column(COLLECTED))
    if selection.cited_by_at_least > 1:
        # So many reviews of the whole library, also where one review's list is looked at.
        often = reader.column(CITED_OFTEN, least=selection.cited_by_at_least)
        numbers = numbers.intersection(often) if verdicts or review is not None else set(often)
    if selection.with_reviews:
        numbers.update([review] if review is not None else citing(reader))
    return sorted(numbers)


def citing(reader: Reader) -> list[int]:
    """The numbers of all works that a page is of, or a fetched list."""
    return reader.column(CITING)


def entries(reader: Reader, numbers: Sequence[int]) -> Iterator[tuple[int, Entry]]:
    """Entries of some works, each with the work's number, in the order of their citation keys; read in slices so that
    memory stays flat."""
    # The keys of all first, since they are the order; the works themselves are what takes memory.
    keys = citekeys.keys_of(reader, numbers)
    ordered = sorted(numbers, key=lambda n: keys[n][0])
    for start in range(0, len(ordered), SIZE):
        chunk = ordered[start : start + SIZE]
        found = works.whole(reader, chunk)
        verdicts: dict[int, set[Verdict]] = {}
        reviews: dict[int, set[int]] = {}
        texts: dict[int, str] = {}
        for number, review, verdict, text in reader.each(CITATIONS, chunk):
            verdicts.setdefault(number, set()).add(Verdict(verdict))
            reviews.setdefault(number, set()).add(review)
            texts[number] = min(text, texts.get(number, text))  # the same one whichever page was read first
        for number, verdict in reader.each(VERDICTS, [number for number in chunk if number not in verdicts]):
            verdicts.setdefault(number, set()).add(Verdict(verdict))
        review_keys = citekeys.keys_of(reader, {review for those in reviews.values() for review in those})
        for number in chunk:
            # What nobody cites and no page of results has is a review; a page saved of it is confirmation enough.
            best = min(verdicts.get(number, {Verdict.CONFIRMED}), key=BEST_FIRST.index)
            cited_by = tuple(sorted(review_keys[review][0] for review in reviews.get(number, ())))
            key, aliases = keys[number]
            printed = "" if best.is_settled else texts.get(number, "")
            yield number, Entry(found[number], key, best, cited_by, aliases, printed)
