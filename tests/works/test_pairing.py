"""What of a changed page is the same: entries put in, taken out, moved, slightly changed and wholly changed."""

import pytest

from harvester.model import Identifier
from harvester.text import fold
from harvester.works.pairing import Entry, near, pair_entries

PRISMA = "Page MJ, McKenzie JE, Bossuyt PM, et al. The PRISMA 2020 statement: an updated guideline. BMJ 2021;372:n71"
AMSTAR = "Shea BJ, Reeves BC, Wells G, et al. AMSTAR 2: a critical appraisal tool. BMJ 2017;358:j4008"
GRADE = "Guyatt GH, Oxman AD, Vist GE, et al. GRADE: an emerging consensus on rating quality. BMJ 2008;336:924-6"
HETEROGENEITY = "Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency. BMJ 2003;327:557-60"
COCHRANE = "Cumpston M, Li T, Page MJ, et al. Updated guidance for trusted systematic reviews. 2019;10:ED000142"
DOI = Identifier("doi", "10.1136/bmj.n71")
OTHER_DOI = Identifier("doi", "10.1136/bmj.n160")
PMID = Identifier("pmid", "33782057")


def entries(*texts: str) -> list[Entry]:
    return [Entry(fold(text), claims=(str(n),)) for n, text in enumerate(texts)]


def paired(before: list[str], now: list[str]) -> dict[int, int]:
    return pair_entries(entries(*before), entries(*now))


def test_an_entry_put_in_leaves_the_others_what_they_were() -> None:
    assert paired([PRISMA, AMSTAR], [PRISMA, GRADE, AMSTAR]) == {0: 0, 2: 1}


def test_an_entry_taken_out_leaves_the_others_what_they_were() -> None:
    assert paired([PRISMA, GRADE, AMSTAR], [PRISMA, AMSTAR]) == {0: 0, 1: 2}


def test_moved_entries_are_found_wherever_they_stand() -> None:
    assert paired([PRISMA, AMSTAR, GRADE], [GRADE, PRISMA, AMSTAR]) == {0: 2, 1: 0, 2: 1}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PRISMA, PRISMA.replace("updated guideline", "updated guideline for reporting")),
        (PRISMA, PRISMA.replace("McKenzie", "Mc Kenzie")),
        (GRADE, GRADE.replace("924-6", "924-926")),
        (GRADE, GRADE.replace("2008", "2009")),
        (AMSTAR, AMSTAR.replace("BMJ", "British Medical Journal")),
        (HETEROGENEITY, HETEROGENEITY + " PubMed"),
    ],
)
def test_a_slightly_changed_entry_is_the_one_that_it_was(old: str, new: str) -> None:
    assert paired([COCHRANE, old], [new, COCHRANE]) == {0: 1, 1: 0}


def test_wholly_changed_entries_are_new() -> None:
    assert paired([PRISMA, AMSTAR, GRADE], [HETEROGENEITY, COCHRANE]) == {}


@pytest.mark.parametrize("listed", [(PRISMA, AMSTAR), (GRADE, HETEROGENEITY), (AMSTAR, COCHRANE), (PRISMA, GRADE)])
def test_different_articles_of_one_journal_are_not_nearly_the_same(listed: tuple[str, str]) -> None:
    one, other = map(fold, listed)
    assert not near(one, other)


def test_reports_of_two_years_are_two_whatever_else_they_share() -> None:
    report = "World Health Organization. Global tuberculosis report {0}. Geneva: World Health Organization; {0}."
    assert paired([report.format(2019)], [report.format(2020)]) == {}


def test_where_two_old_entries_fit_one_new_one_nothing_is_guessed() -> None:
    one, other = PRISMA.replace("n71", "n71a"), PRISMA.replace("n71", "n71b")
    assert paired([one, other], [PRISMA]) == {}
    assert paired([PRISMA], [one, other]) == {}


def test_one_of_two_is_known_where_the_other_stayed_to_the_letter() -> None:
    one, other = PRISMA.replace("n71", "n71a"), PRISMA.replace("n71", "n71b")
    assert paired([one, other], [PRISMA, other]) == {0: 0, 1: 1}


def test_a_common_identifier_makes_a_pair_whatever_the_words() -> None:
    old = [Entry("words that were", frozenset({DOI})), Entry("more words", frozenset({OTHER_DOI}))]
    assert pair_entries(old, [Entry("all else is new", frozenset({DOI, PMID}))]) == {0: 0}


def test_nearly_the_same_words_under_two_dois_are_two_entries() -> None:
    words = fold(PRISMA)
    old, new = Entry(words, frozenset({DOI})), Entry(words + " 1", frozenset({OTHER_DOI}))
    assert pair_entries([old], [new]) == {}
    assert pair_entries([old], [Entry(words + " 1", frozenset({PMID}))]) == {0: 0}


def test_entries_with_the_same_words_stay_in_their_order_while_all_are_there() -> None:
    assert paired(["Ibid.", PRISMA, "Ibid."], ["Ibid.", "Ibid.", PRISMA]) == {0: 0, 1: 2, 2: 1}


def test_of_entries_with_the_same_words_that_tell_of_different_works_none_is_guessed() -> None:
    assert paired(["Ibid.", PRISMA, "Ibid."], ["Ibid.", PRISMA]) == {1: 1}
