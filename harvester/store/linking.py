"""Links out of a library: each citation with its review and its cited work side by side."""

from collections.abc import Iterator

from sqlalchemy import Connection

from harvester.model import Entry, Link, Verdict
from harvester.model.plans import Selection
from harvester.store import looking
from harvester.store.views import citekeys, works


def links(connection: Connection, pattern: str, selection: Selection) -> Iterator[Link]:
    """Review by review in the order of citation keys, each list in printed order; one review in memory at a time."""
    wanted = set(looking.chosen(connection, pattern, selection))
    citing = looking.citing_works(connection)
    if selection.review:
        citing = [number for number in citing if number == looking.find_work(connection, pattern, selection.review)]
    keys = citekeys.keys_of(connection, pattern, citing)
    for number in sorted(citing, key=lambda n: keys[n][0]):
        yield from _of_review(connection, pattern, number, wanted, keep_bare=not selection.verdicts)


def _of_review(
    connection: Connection, pattern: str, number: int, wanted: set[int], *, keep_bare: bool
) -> Iterator[Link]:
    key, aliases = citekeys.keys_of(connection, pattern, [number])[number]
    review = Entry(works.whole(connection, [number])[number], key, Verdict.CONFIRMED, (), aliases)
    listed = looking.citations(connection, pattern, number)
    if not listed and keep_bare:
        yield Link(review)
    numbers = looking.cited_numbers(connection, pattern, number)
    cited = {
        e.citekey: e for _, e in looking.entries(connection, pattern, [n for n in numbers.values() if n in wanted])
    }
    yield from (Link(review, cited[c.cited], c) for c in listed if c.cited in cited)
