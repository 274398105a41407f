"""Links out of a library: each citation with its review and its cited work side by side."""

from collections.abc import Iterator

from sqlalchemy import Connection

from harvester.model import Entry, Link, Verdict
from harvester.model.plans import Selection
from harvester.store import looking


def links(connection: Connection, selection: Selection) -> Iterator[Link]:
    """Review by review in the order of citation keys, each list in printed order; one review in memory at a time."""
    wanted = set(looking.chosen(connection, selection))
    citing = looking.citing_works(connection)
    if selection.review:
        citing = [number for number in citing if number == looking.find_work(connection, selection.review)]
    keys = looking.keys_of(connection, citing)
    for number in sorted(citing, key=lambda n: keys[n][0]):
        yield from _of_review(connection, number, wanted, keep_bare=not selection.verdicts)


def _of_review(connection: Connection, number: int, wanted: set[int], *, keep_bare: bool) -> Iterator[Link]:
    key, aliases = looking.keys_of(connection, [number])[number]
    review = Entry(looking.works(connection, [number])[number], key, Verdict.CONFIRMED, (), aliases)
    listed = looking.citations(connection, number)
    if not listed and keep_bare:
        yield Link(review)
    numbers = looking.cited_numbers(connection, number)
    cited = {e.citekey: e for e in looking.entries(connection, [n for n in numbers.values() if n in wanted])}
    yield from (Link(review, cited[c.cited], c) for c in listed if c.cited in cited)
