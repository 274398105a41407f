"""The references that wait for a person or a service: the first few of them, without looking at all of a million."""

from collections.abc import Collection

from harvester.model import Verdict
from harvester.model.decisions import Waiting
from harvester.store.rows import state_from
from harvester.store.views import citekeys, names, references
from harvester.store.views.reader import SIZE, Reader, Row

PAGES = """
SELECT work_id, verdict, method, stage, reason, title, name FROM source
WHERE verdict IN (:these) AND work_id IS NOT NULL ORDER BY name, part LIMIT :most
"""
IN_ORDER = """
SELECT citation.citing_id, source.digest, reference.number, description.torn,
       citation.verdict, citation.method, citation.stage, citation.reason, reference.text, source.name
FROM source
JOIN reference ON reference.source_id = source.id
JOIN citation ON citation.reference_id = reference.id
JOIN description ON description.id = citation.description_id
WHERE {condition}
ORDER BY source.name, source.part, reference.ordinal, citation.description_id
LIMIT :most
"""
# Open citations of references that fit two works; there are few of them, with an index of their own. With the column
# itself a database would start with its index, that is with all of a million open ones.
AMBIGUOUS = """citation.description_id IN (SELECT id FROM description WHERE torn)
      AND coalesce(citation.verdict, '') = 'open'"""
STANDING = IN_ORDER.format(condition="citation.verdict = :verdict")
DOUBTFUL = IN_ORDER.format(condition=f"(citation.verdict = 'doubtful' OR ({AMBIGUOUS}))")
OPEN = IN_ORDER.format(condition=f"citation.verdict = 'open' AND NOT ({AMBIGUOUS})")
HERE = IN_ORDER.format(
    condition=f"reference.source_id IN (:these) AND coalesce(citation.verdict, '') = :verdict AND NOT ({AMBIGUOUS})"
)
SOME = "SELECT reference_id FROM citation WHERE verdict = :verdict LIMIT :most"
SOURCES = "SELECT id FROM source ORDER BY name, part"
COUNT = "SELECT count(*) FROM citation WHERE verdict IN (:these)"
COUNT_AMBIGUOUS = f"SELECT count(*) FROM citation WHERE {AMBIGUOUS}"
COUNT_PAGES = "SELECT count(*) FROM source WHERE verdict IN (:these)"

WAITING = (Verdict.DOUBTFUL, Verdict.CONFLICT, Verdict.OPEN, Verdict.UNMATCHED)
"""The verdicts that wait for a person or a service, in the order in which a person should look."""
OF_PAGES = (Verdict.DOUBTFUL, Verdict.CONFLICT)
"""How a page's own work stands when a person should look; what no service knows may well be no article."""
PAGES_AT_FIRST = 10
"""Pages that are looked through at first: their lists fill a screen as a rule."""
FEW = 2_000
"""Citations that are sooner put in order than met one by one in the order of the pages: some twenty lists."""


def waiting(reader: Reader, verdicts: Collection[Verdict], limit: int) -> list[Waiting]:
    """The references that wait, doubtful ones first, each with why; before them the pages that a person can settle.

    No verdicts are all that wait.
    """
    asked = verdicts or WAITING
    of_pages = [verdict.value for verdict in OF_PAGES if verdict in asked]
    pages = reader.each(PAGES, of_pages, most=limit)
    keys = citekeys.keys_of(reader, {row[0] for row in pages})
    shown = [(keys[work][0], state_from(state), title, file) for work, *state, title, file in pages]
    found: list[Row] = []
    for verdict in (*WAITING, Verdict.REJECTED):
        left = limit - len(pages) - len(found)
        if verdict in asked and left > 0:
            found += _standing(reader, verdict, left)
    by_page = names.page_names(reader, {row[0] for row in found})
    for _, digest, number, ambiguous, *state, text, file in found:
        name = names.numbered(by_page.get(digest, digest[: names.DIGEST_SHOWN]), number)
        shown.append((name, references.as_shown(state_from(state), ambiguous=ambiguous), text, file))
    return [Waiting(name, how.verdict, how.method, how.stage, how.reason, *said) for name, how, *said in shown]


def _standing(reader: Reader, verdict: Verdict, limit: int) -> list[Row]:
    """The first references that are shown to stand so, in the order of the pages."""
    if verdict is Verdict.DOUBTFUL:
        return reader.rows(DOUBTFUL, most=limit)
    if len(reader.rows(SOME, verdict=verdict.value, most=FEW + 1)) <= FEW:
        if verdict is Verdict.OPEN:
            return reader.rows(OPEN, most=limit)
        return reader.rows(STANDING, verdict=verdict.value, most=limit)
    # Where there are many: page after page until enough are met, since a million take seconds to put in order.
    sources = reader.column(SOURCES)
    found: list[Row] = []
    start, many = 0, PAGES_AT_FIRST
    while start < len(sources) and len(found) < limit:
        here = sources[start : start + many]
        found += reader.each(HERE, here, verdict=verdict.value, most=limit - len(found))
        start, many = start + many, min(2 * many, SIZE)
    return found


def how_many(reader: Reader, verdicts: Collection[Verdict]) -> int:
    """How many references and pages wait; of references that fit two works those that are shown as doubtful."""
    asked = verdicts or WAITING
    total = sum(row[0] for row in reader.each(COUNT, sorted(verdict.value for verdict in asked)))
    if (Verdict.OPEN in asked) != (Verdict.DOUBTFUL in asked):
        total += reader.one(COUNT_AMBIGUOUS) * (1 if Verdict.DOUBTFUL in asked else -1)
    of_pages = [verdict.value for verdict in OF_PAGES if verdict in asked]
    return int(total + sum(row[0] for row in reader.each(COUNT_PAGES, of_pages)))
