"""References as physicists and mathematicians print them, and as PDFs are read."""

from typing import Any

import pytest

from harvester.references import parse, raw
from harvester.references.eprints import without
from harvester.references.misplaced_blanks import put_right


def work(text: str) -> Any:
    return parse(raw(text)).described


def test_marks_that_stand_apart_from_their_words_are_put_right() -> None:
    spread = "Catani S, Webber B. Resummation of large logarithms in e+e- annihilation .Nucl .Phys .B 407 ( 1993)3 -42."
    w = work(spread)
    assert (w.title, str(w.issued)) == ("Resummation of large logarithms in e+e- annihilation", "1993")


@pytest.mark.parametrize(
    "text",
    [
        "Dupont M. Prise en charge de l'asthme : revue. Presse Med 2009 ; 38 : 1123-30.",
        "Smith A. Mortality at p < .05 and above. BMJ. 2001;1:1-9.",
        "Smith A, ... Jones B. Sodium. BMJ. 2001;1:1-9.",
        "Smith A. Sodium. https://doi.org/10.1000/a.b",
    ],
)
def test_marks_that_stand_right_stay(text: str) -> None:
    assert put_right(text) == text


@pytest.mark.parametrize(
    "number", [" [arXiv:1305.3247]", ", hep-ph/9706210", ", arXiv:hep-ph/9706210", " [INSPIRE]", ". MR1234567"]
)
def test_numbers_of_archives_behind_the_place_reach_no_field(number: str) -> None:
    plain = "Braaten E, Hammer H. Universality in few-body systems. Phys. Rep. 428 (2006) 259-390"
    assert without(plain + number) == plain


def test_an_archive_s_number_that_is_cited_itself_stays() -> None:
    text = "Nachtergaele B. Dynamics of lattice systems. arXiv:1410.8174"
    assert without(text) == text


def test_a_journal_behind_initials_is_no_person() -> None:
    w = work("A. Jensen, K. Riisager, D. Fedorov, Rev. Mod. Phys. 76 (2004) 215.")
    assert [n.family for n in w.author] == ["Jensen", "Riisager", "Fedorov"]


def test_the_letter_of_a_section_belongs_to_the_journal() -> None:
    w = work("B. Ioffe, Calculation of baryon masses, Nucl. Phys. B188, 317 (1981)")
    assert (w.container_title, w.volume) == ("Nucl. Phys. B", "188")


def test_a_lost_stop_of_the_last_initial_is_no_end_of_the_list() -> None:
    w = work("Coleman T., Cooper S., Grainge M. J, … Lewis S. (2012). Nicotine patches. N Engl J Med, 366, 808-818.")
    assert [n.family for n in w.author] == ["Coleman", "Cooper", "Grainge", "Lewis"]
