"""What pages and text browsers put among the words of a reference reaches no field."""

from typing import Any

import pytest

from harvester.references import parse, raw
from harvester.references.cleaning import cleaned, is_identifier_alone
from harvester.references.fields import without_address
from harvester.references.locators import are_pages, is_glued, is_issue, is_volume

PLAIN = "Smith AB, Jones C. Effect of early feeding on growth. J Pediatr. 2012;160(4):567-72."


def work(text: str) -> Any:
    return parse(raw(text)).described


def fields(text: str) -> tuple[Any, ...]:
    w = work(text)
    names = [n.family for n in w.author]
    place = (w.volume, w.issue, w.page)
    return names, w.title, w.container_title, str(w.issued), place, w.publisher, w.publisher_place, w.edition


@pytest.mark.parametrize(
    "behind",
    [
        " \u2022 Crossref \u2022 PubMed \u2022 Search Google Scholar \u2022 Export Citation \u2022",
        "Google ScholarCrossref[]",
        " ArticleGoogle ScholarCrossref []",
        " View Article PubMed/NCBI Google Scholar",
        " [PMC free article] [PubMed] [Google Scholar] \u2501\u2501\u2501 Articles from a journal are provided here",
        " - DOI - PMC - PubMed 2.",
        " OpenUrlFREE Full Text View Abstract * Tweet Widget * Like",
        " Direct Link:",
        " BioMed Central Full Text Google Scholar",
        " pmid:12345678",
        ", ISSN 0022-3476.",
    ],
)
def test_words_behind_a_reference_change_no_field(behind: str) -> None:
    assert fields(PLAIN + behind) == fields(PLAIN)


def test_a_title_that_counts_services_keeps_them() -> None:
    title = "Comparison of PubMed, Scopus, Web of Science and Google Scholar: strengths and weaknesses"
    assert work(f"Smith AB. {title}. FASEB J. 2008;22(2):338-42.").title == title


def test_a_printed_reference_stays_as_it_is() -> None:
    text = PLAIN + ", ISSN 0022-3476. pmid:12345678"
    parsed = parse(raw(text))
    assert parsed.raw.text == text
    assert [str(i) for i in parsed.described.identifiers] == ["pmid:12345678"]


def test_pages_in_brackets_are_no_issue() -> None:
    w = work("Smith AB, Jones C. Effect of early feeding on growth, J Pediatr, 2012, vol. 160 (pg. 567 - 72)")
    assert (w.container_title, w.volume, w.issue, w.page) == ("J Pediatr", "160", "", "567-572")


def test_an_issn_is_no_range_of_pages() -> None:
    w = work(
        "Smith, A.B.; Jones, C. Effect of early feeding on growth. J. Pediatr. 2012, 160, 567\u2013572, ISSN 0022-3476."
    )
    assert (w.volume, w.issue, w.page) == ("160", "", "567-572")


def test_the_type_mark_of_gbt_7714_is_no_part_of_the_journal() -> None:
    w = work("SMITH A B,JONES C,et al.Effect of early feeding on growth[J].J Pediatr,2012,160(4):567-572.")
    assert (w.title, w.container_title, w.volume) == ("Effect of early feeding on growth", "J Pediatr", "160")


def test_a_year_in_the_place_of_the_volume_is_the_date() -> None:
    w = work("SMITH A B,JONES C,et al.Feeding for growth[J].Cochrane Database Syst Rev,2014(1):CD001234.")
    assert (str(w.issued), w.volume, w.issue, w.page) == ("2014", "", "1", "CD001234")


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("Chest2010;137:263-72", "Chest 2010;137:263-72"),
        ("Am Heart J2009;157:805", "Am Heart J 2009;157:805"),
        ("Boca Raton, Fla CRC Press1994", "Boca Raton, Fla CRC Press 1994"),
        ("BMJ 342: d2083.", "BMJ 342: d2083."),
        ("PLoS ONE 2014;9:e2014", "PLoS ONE 2014;9:e2014"),
    ],
)
def test_a_year_is_parted_from_the_word_before_it(glued: str, apart: str) -> None:
    assert cleaned(glued) == apart


def test_names_that_run_together_are_told_apart() -> None:
    w = work("Smith ABMcJones CKay D Effect of early feeding on growth. J Pediatr. 2012;160:567-72")
    assert [(n.family, n.given) for n in w.author] == [("Smith", "AB"), ("McJones", "C"), ("Kay", "D")]
    assert w.title == "Effect of early feeding on growth"


def test_volume_and_pages_that_are_printed_as_one_number_are_not_guessed() -> None:
    clear, glued = (
        parse(raw(f"Smith AB. Early feeding. J Pediatr. 2012;{place}")) for place in ("160:567-72", "160567- 72")
    )
    assert (glued.described.volume, glued.described.issue, glued.described.page) == ("", "", "")
    assert glued.confidence < 0.9 < clear.confidence


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("1999;15611- 18", True),
        ("1999;15611-18", True),
        ("1999;715- 22", True),
        ("2007;407\u201320", False),
        ("2012;160:567- 72", False),
        ("2012;1-10", False),
        ("2012;3-4(2):7", False),
    ],
)
def test_a_range_right_behind_the_year_is_glued_by_its_print(text: str, glued: bool) -> None:
    assert is_glued(text) is glued


def test_what_can_stand_in_a_place_and_what_not() -> None:
    assert not any(is_issue(v) for v in ("pg", "pmid", "PubMed", "arXiv"))
    assert all(is_issue(v) for v in ("4", "4 Suppl", "Suppl", "Pt B", "IV", "March", "Jan-Feb", "B"))
    assert not any(is_volume(v) for v in ("vol", "3rd", "Nature"))
    assert all(is_volume(v) for v in ("12", "Suppl", "XIV", "B"))
    assert not any(are_pages(v) for v in ("org", "https://example.org/7", "PubMed"))
    assert all(are_pages(v) for v in ("1-9", "e12", "xi-xiii"))


def test_a_word_for_the_volume_is_passed_over_for_the_volume() -> None:
    w = work("Smith AB, Jones C. Early feeding. Lecture Notes in Pediatrics. Volume 2894, 2003, pp. 452-473.")
    assert "olume" not in w.volume


@pytest.mark.parametrize(
    "text", ["PMID: 29097493", "PMC5827966", "doi:10.1000/xyz", "https://doi.org/10.1000/xyz PMID 12"]
)
def test_an_identifier_alone_has_no_fields(text: str) -> None:
    parsed = parse(raw(text))
    w = parsed.described
    assert is_identifier_alone(raw(text).text)
    assert (w.author, w.title, w.issued, w.page, w.volume) == ((), "", None, "", "")
    assert w.identifiers and parsed.confidence == 0.0


def test_words_beside_an_identifier_are_a_reference() -> None:
    assert not is_identifier_alone("Smith AB. Early feeding. PMID: 29097493")
    assert not is_identifier_alone("no identifier")


def test_the_count_of_an_edition_is_no_volume() -> None:
    w = work(
        "Smith AB. Feeding. In: Kay D, editor. Handbook of Growth. 3rd. New York, NY: Fill Press; 2008. pp. 24-71."
    )
    assert (w.volume, w.edition) == ("", "3rd")


def test_the_only_year_in_brackets_is_the_date_where_no_other_is() -> None:
    w = work("A. Cook, \u2018Some thoughts on early feeding\u2019, Helios 10.1 (1983), pp. 85-91.")
    assert str(w.issued) == "1983"


def test_the_day_of_a_visit_is_no_date_of_print() -> None:
    assert work("Fill Inc. Feeding API. https://example.org/feeding/. (accessed 2019-06-18)").issued is None


def test_pages_before_an_address_are_no_volume() -> None:
    w = work(
        "Kay, C. et al. Early feeding predicts growth. Addict. Biol. 1\u201310, https://doi.org/10.1000/fill.7 (2018)."
    )
    assert (w.volume, w.page) == ("", "1-10")


def test_an_address_is_no_publisher() -> None:
    assert without_address("University of Fill, CA http://www.example.org/r.html") == "University of Fill, CA"
    assert without_address("Fill Press") == "Fill Press"
