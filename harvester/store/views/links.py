"""Links out of a library: each citation with its review and its cited work side by side."""

from collections.abc import Iterator

from harvester.model import Citation, Entry, Link, Verdict
from harvester.model.library_views import Selection
from harvester.model.resolution import FETCHED_LIST
from harvester.store.rows import state_from
from harvester.store.views import citekeys, entries, names, works
from harvester.store.views.reader import Reader, Row

RANK = " ".join(f"WHEN '{verdict.value}' THEN {place}" for place, verdict in enumerate(entries.BEST_FIRST))
# What stands on pages comes before what only a fetched list has.
CITATIONS = f"""
SELECT citation.cited_id, citation.verdict, citation.method, citation.stage, citation.reason,
       reference.ordinal, reference.number, reference.label, reference.text, source.digest, source.format
FROM citation
JOIN reference ON reference.id = citation.reference_id
JOIN source ON source.id = reference.source_id
WHERE citation.citing_id = :citing
ORDER BY CASE WHEN source.format = '{FETCHED_LIST}' THEN 1 ELSE 0 END, reference.ordinal, source.digest, reference.text,
         CASE citation.verdict {RANK} END
"""


def links(reader: Reader, selection: Selection) -> Iterator[Link]:
    """Review by review in the order of citation keys, each list in printed order; one review in memory at a time."""
    wanted = set(entries.chosen(reader, selection))
    citing = [names.get_work(reader, selection.review)] if selection.review else entries.citing(reader)
    keys = citekeys.keys_of(reader, citing)
    for number in sorted(citing, key=lambda n: keys[n][0]):
        key, aliases = keys[number]
        review = Entry(works.whole(reader, [number])[number], key, Verdict.CONFIRMED, (), aliases)
        first: dict[int, Row] = {}
        pages = set()
        for row in reader.rows(CITATIONS, citing=number):
            first.setdefault(row[0], row)  # one row a cited work, though a review may print it twice
            if row[-1] != FETCHED_LIST:
                pages.add(row[-2])
        if not first and not selection.verdicts:
            yield Link(review)
        cited = dict(entries.entries(reader, [work for work in first if work in wanted]))
        for work, (_, *state, ordinal, stored, label, text, digest, _) in first.items():
            if work in cited:
                name = names.of_reference(key, digest, pages, stored)
                how = state_from(state)
                yield Link(
                    review,
                    cited[work],
                    Citation(key, cited[work].citekey, ordinal, how.verdict, how.method, how.stage, how.reason, label,
                             text, name),
                )  # fmt: skip
