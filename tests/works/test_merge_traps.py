"""No wrong merge among sixty pairs that look alike, and hardly a missed one."""

import pytest

from harvester.model import Work
from harvester.model.claim import Origin
from harvester.works.claims import make_claim
from harvester.works.clusters import clusters
from tests.works.merge_traps import ONE_WORK, TWO_WORKS


def works(one: Work, other: Work) -> int:
    """How many works two references on two pages add up to."""
    return len(clusters({d.digest: d for d in (_told(one, "a"), _told(other, "b"))}.values()))


def _told(work: Work, page: str):  # type: ignore[no-untyped-def]
    return make_claim(work, Origin.REFERENCE, page)


@pytest.mark.parametrize(("about", "one", "other"), TWO_WORKS, ids=[row[0] for row in TWO_WORKS])
def test_two_works_stay_two(about: str, one: Work, other: Work) -> None:
    assert works(one, other) == 2, about


def test_one_work_is_one_but_for_two_pairs_of_thirty_at_most() -> None:
    missed = [about for about, one, other in ONE_WORK if works(one, other) != 1]
    assert len(ONE_WORK) == len(TWO_WORKS) == 30
    assert len(missed) <= 2, missed
