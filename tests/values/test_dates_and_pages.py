"""Dates and page ranges in the notation of each format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.model import PartialDate
from harvester.values import dates, page_ranges
from harvester.values.citation_line import find_citation_line


@pytest.mark.parametrize(
    ("literal", "edtf", "parts", "ris"),
    [
        ("2019 Jan-Feb", "2019-01/2019-02", [[2019, 1], [2019, 2]], "2019///Jan-Feb"),
        ("Jan/Feb 2019", "2019-01/2019-02", [[2019, 1], [2019, 2]], "2019///Jan/Feb"),
        ("Winter 2018", "2018-24", [[2018]], "2018///Winter"),
        ("2018-2019 Winter", "2018-24", [[2018]], "2018///2018-2019 Winter"),
        ("1998 Dec-1999 Jan", "1998-12/1999-01", [[1998, 12], [1999, 1]], "1998///Dec-1999 Jan"),
        ("2015 Nov 28-Dec 4", "2015-11-28/2015-12-04", [[2015, 11, 28], [2015, 12, 4]], "2015///Nov 28-Dec 4"),
        ("2015 Jan 15-31", "2015-01-15/2015-01-31", [[2015, 1, 15], [2015, 1, 31]], "2015///Jan 15-31"),
        ("in press", "", [], ""),
        ("", "", [], ""),
    ],
)
def test_a_medline_date_is_read_in_words(literal: str, edtf: str, parts: list[list[int]], ris: str) -> None:
    date = PartialDate(literal=literal)
    assert (dates.edtf(date), dates.csl_parts(date), dates.ris(date)) == (edtf, parts, ris)


@pytest.mark.parametrize(
    ("date", "edtf", "medline", "ris", "macro"),
    [
        (PartialDate(2018, 5, 14), "2018-05-14", "2018 May 14", "2018/05/14/", "may"),
        (PartialDate(2018, 5), "2018-05", "2018 May", "2018/05//", "may"),
        (PartialDate(2018), "2018", "2018", "2018///", ""),
        (PartialDate(2015, 2, 30), "2015-02", "2015 Feb", "2015/02//", "feb"),
        (PartialDate(2015, 13), "2015", "2015", "2015///", ""),
        (None, "", "", "", ""),
    ],
)
def test_a_date_in_parts_is_written_as_far_as_a_calendar_has_it(
    date: PartialDate | None, edtf: str, medline: str, ris: str, macro: str
) -> None:
    assert (dates.edtf(date), dates.medline(date), dates.ris(date), dates.month_macro(date)) == (
        edtf,
        medline,
        ris,
        macro,
    )


def test_words_beside_a_year_tell_what_the_year_does_not() -> None:
    assert dates.edtf(PartialDate(2019, literal="2019 Jan-Feb")) == "2019-01/2019-02"
    assert dates.edtf(PartialDate(2020, 3, literal="2019 Jan-Feb")) == "2020-03"


def test_a_season_has_its_number_in_csl() -> None:
    assert dates.csl_season(PartialDate(literal="Winter 2018")) == 4


@given(st.text(max_size=30))
def test_any_date_in_words_has_a_year_of_four_digits_or_none(literal: str) -> None:
    year = dates.year(PartialDate(literal=literal))
    assert year is None or str(year) in literal


@pytest.mark.parametrize(
    ("printed", "bibtex", "medline"),
    [
        ("123-8", "123--128", "123-8"),
        ("S1564-80", "S1564--S1580", "S1564-80"),
        ("R101-2", "R101--R102", "R101-2"),
        ("123-8, 130-2", "123--128, 130--132", "123-8, 130-2"),
        ("1013-27.e2", "1013--1027.e2", "1013-27.e2"),
        ("501-10; quiz 511", "501--510", "501-10"),
        ("720–727", "720--727", "720-7"),
        ("99-103", "99--103", "99-103"),
        ("i-ii", "i--ii", "i-ii"),
        ("2789", "2789", "2789"),
        ("e90479", "e90479", "e90479"),
        ("CD012345", "CD012345", "CD012345"),
        ("", "", ""),
    ],
)
def test_a_page_range_is_written_whole_and_for_medline_short(printed: str, bibtex: str, medline: str) -> None:
    assert (page_ranges.join(printed, "--"), page_ranges.medline(page_ranges.join(printed, "-"))) == (bibtex, medline)


@pytest.mark.parametrize(
    ("printed", "bibtex"), [("0", ""), ("0-5, 7", "7"), ("–", ""), ("05-7", "05--07"), ("12-", "12"), ("7", "7")]
)
def test_a_page_0_is_no_page_in_bibtex(printed: str, bibtex: str) -> None:
    assert page_ranges.bibtex(printed) == bibtex


def test_words_behind_the_pages_are_kept_apart() -> None:
    assert page_ranges.afterthought("501-10; quiz 511") == "quiz 511"


@given(st.integers(1, 99999), st.integers(1, 99999))
def test_a_range_that_is_whole_is_left_as_it_is(first: int, length: int) -> None:
    page = f"{first}-{first + length}"
    assert page_ranges.join(page, "-") == page
    assert page_ranges.join(page_ranges.medline(page), "-") == page


@pytest.mark.parametrize(
    ("line", "journal"),
    [
        ("Moher D, Liberati A, et al.BMJ. 2009 Jul;339:b2535.", "BMJ"),
        ("items for systematic reviews and meta-analyses. Ann Intern Med. 2009;151(4):264-9.", "Ann Intern Med"),
        ("Int. J. Surg. 2010;8(5):336-41.", "Int. J. Surg"),
        ("Med Sci (Basel). 2019 Jan 22;7(2):14.", "Med Sci (Basel)"),
        ("2009 Jul;339:b2535.", ""),
    ],
)
def test_the_journal_of_a_citation_line_is_without_the_authors_and_the_title_before_it(line: str, journal: str) -> None:
    found = find_citation_line(line)
    assert found is not None
    assert found.journal == journal
