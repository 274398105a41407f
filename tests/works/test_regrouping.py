"""Works that a change makes: of every identifier one holder, whoever names it, and the same in any order."""

import random

import pytest

from harvester.model import Identifier, Work
from harvester.model.claim import Claim, Origin
from harvester.model.neighbourhood import Neighbour, Neighbourhood
from harvester.works.claims import make_claim
from harvester.works.regrouping import make_changes

ISBNS = [Identifier("isbn", "9781119536611"), Identifier("isbn", "9780470057964")]
DOIS = [Identifier("doi", f"10.1002/9781119536604.ch{n}") for n in range(3)]


def claims(seed: int) -> list[Claim]:
    """Chapters and books that share ISBNs, some with a DOI."""
    rng = random.Random(seed)
    found = []
    for n in range(8):
        identifiers = (*rng.sample(DOIS, rng.randint(0, 1)), *rng.sample(ISBNS, rng.randint(0, 2)))
        found.append(make_claim(Work(title=f"Part {n}", identifiers=identifiers), Origin.REFERENCE, str(n)))
    return found


@pytest.mark.parametrize("seed", range(20))
def test_no_identifier_is_held_by_two_works_and_each_by_one(seed: int) -> None:
    arriving = claims(seed)
    works = make_changes(Neighbourhood(), arriving).works
    given = [identifier for planned in works for identifier in planned.work.identifiers]
    assert len(given) == len(set(given))
    assert set(given) == {identifier for claim in arriving for identifier in claim.identifiers}
    again = make_changes(Neighbourhood(), random.Random(seed).sample(arriving, len(arriving))).works
    assert again == works


@pytest.mark.parametrize("seed", range(20))
def test_what_arrives_one_by_one_is_held_as_what_arrives_together(seed: int) -> None:
    arriving = claims(seed)
    together = {planned.claims: planned.work for planned in make_changes(Neighbourhood(), arriving).works}
    there: dict[str, Neighbour] = {}
    works: dict[tuple[str, ...], Work] = {}
    for number, claim in enumerate(arriving, 1):
        changes = make_changes(Neighbourhood(tuple(there.values())), [claim])
        by_digest = {d.digest: d for d in (claim, *(h.claim for h in there.values()))}
        gone = {n for planned in changes.works for n in planned.absorbed}
        assert not gone & set(changes.dropped)
        for planned in changes.works:
            home = planned.work_id or number
            there |= {digest: Neighbour(by_digest[digest], home) for digest in planned.claims}
            works = {of: work for of, work in works.items() if not set(of) & set(planned.claims)}
            works[planned.claims] = planned.work
    assert works == together
