"""Which claims are one work."""

import random
from itertools import permutations

import pytest

from harvester.model import Identifier, Name, PartialDate, Work
from harvester.model.claim import Claim, Origin
from harvester.works.claims import make_claim
from harvester.works.clusters import clusters, contradict

PRISMA = Work(
    type="article-journal",
    title="The PRISMA 2020 statement: an updated guideline for reporting systematic reviews",
    author=(Name("Page", "MJ"), Name("McKenzie", "JE")),
    issued=PartialDate(2021),
    container_title="BMJ",
    volume="372",
    page="n71",
)
DOI = Identifier("doi", "10.1136/bmj.n71")
PMID = Identifier("pmid", "33782057")


def claim(*identifiers: Identifier, work: Work = PRISMA, salt: str = "") -> Claim:
    return make_claim(_with(work, *identifiers), Origin.REFERENCE, salt)


def _with(work: Work, *identifiers: Identifier) -> Work:
    from dataclasses import replace

    return replace(work, identifiers=identifiers)


def bare(*identifiers: Identifier) -> Claim:
    return make_claim(Work(identifiers=identifiers), Origin.REFERENCE, "bare")


def sizes(*claims: Claim) -> list[int]:
    return sorted(len(cluster) for cluster in clusters(claims))


def test_a_shared_identifier_makes_one_work() -> None:
    assert sizes(bare(DOI), bare(DOI, PMID), bare(PMID)) == [3]


def test_the_same_full_words_make_one_work_without_any_identifier() -> None:
    other_journal_name = claim(work=_changed(container_title="British Medical Journal"))
    assert sizes(claim(), other_journal_name) == [2]


def test_poor_words_are_never_one_work_with_their_like() -> None:
    poor = Work(title="Unpublished data")
    assert sizes(make_claim(poor, Origin.REFERENCE, "page 1"), make_claim(poor, Origin.REFERENCE, "page 2")) == [1, 1]


def test_the_same_words_under_two_dois_stay_two_works() -> None:
    assert sizes(claim(DOI), claim(Identifier("doi", "10.1136/bmj.n160"))) == [1, 1]


def test_words_that_fit_two_works_which_contradict_each_other_stay_apart_from_both() -> None:
    assert sizes(claim(DOI), claim(Identifier("doi", "10.1136/bmj.n160")), claim()) == [1, 1, 1]


def test_a_doi_that_two_pmids_claim_stays_apart_from_both() -> None:
    assert sizes(bare(DOI, PMID), bare(DOI, Identifier("pmid", "1")), bare(DOI)) == [1, 1, 1]


def test_an_isbn_joins_nothing_since_chapters_share_it() -> None:
    isbn = Identifier("isbn", "9780470057964")
    one = make_claim(Work(title="Chapter one of a handbook", identifiers=(isbn,)), Origin.REFERENCE, "1")
    two = make_claim(Work(title="Chapter two of a handbook", identifiers=(isbn,)), Origin.REFERENCE, "2")
    assert sizes(one, two) == [1, 1]


def test_a_disputed_identifier_joins_nothing_and_a_matched_one_does() -> None:
    from dataclasses import replace

    misprinted = replace(bare(DOI), disputed=(DOI,), matched=(PMID,))
    assert {len(c) for c in clusters([misprinted, bare(PMID)])} == {2}
    assert sizes(misprinted, bare(DOI, PMID)) == [2]
    assert sizes(replace(misprinted, matched=()), bare(DOI, PMID)) == [1, 1]


def test_contradiction_needs_the_same_scheme() -> None:
    assert not contradict([bare(DOI)], [bare(PMID)])
    assert contradict([bare(DOI)], [bare(Identifier("doi", "10.1/x"))])


@pytest.mark.parametrize("seed", range(20))
def test_clusters_do_not_depend_on_the_order_of_what_is_told(seed: int) -> None:
    rng = random.Random(seed)
    pool = [Identifier("doi", f"10.1/{n}") for n in range(4)] + [Identifier("pmid", str(n)) for n in range(1, 4)]
    claims = [claim(*rng.sample(pool, rng.randint(0, 2)), salt=str(n)) for n in range(6)]
    different = {d.digest: d for d in claims}
    expected = clusters(different.values())
    for order in list(permutations(different.values()))[:: max(1, 720 // 30)]:
        assert clusters(order) == expected


def _changed(**fields: str) -> Work:
    from dataclasses import replace

    return replace(PRISMA, **fields)
