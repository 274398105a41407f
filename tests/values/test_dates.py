"""A date means the same by whichever road it comes, and is written in each format and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.model import PartialDate
from harvester.values import dates
from tests.values import roads
from tests.values.tables import DATES, NO_YEARS, PARTED_DATES, DateRow, PartedDate

by_text = pytest.mark.parametrize("row", DATES, ids=lambda row: row.text)


def by_road(road: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", [row for row in DATES if road in row.roads.split()], ids=lambda row: row.text)


@by_text
def test_the_reader_understands_it(row: DateRow) -> None:
    assert dates.read(row.text) == row.value


@by_text
@pytest.mark.parametrize(
    "meta", ["citation_publication_date", "citation_date", "dc__date", "dcterms__issued", "datePublished_"]
)
def test_metadata_of_a_page_say_it(row: DateRow, meta: str) -> None:
    assert roads.html(**{meta: row.text}).issued == row.value


@by_text
def test_a_medline_date_says_it(row: DateRow) -> None:
    assert roads.pubmed_xml(date=f"<MedlineDate>{row.text}</MedlineDate>").issued == row.value


@by_road("line")
def test_a_citation_line_says_it(row: DateRow) -> None:
    assert roads.pubmed_text(f"{row.text};12(3):45-9.").issued == row.value


@by_road("reference")
def test_a_reference_says_it(row: DateRow) -> None:
    line = f"Roe J, Doe A. A title of some trial in adults. J Clin Invest. {row.text};12(3):45-9."
    assert roads.reference(line).issued == row.value


@by_text
def test_a_person_says_it_or_is_told_that_it_cannot_be(row: DateRow) -> None:
    if "edit" in row.roads.split():
        assert roads.edit("issued", row.text) == row.value
    else:
        with pytest.raises(ValueError, match="is no date"):
            roads.edit("issued", row.text)


@pytest.mark.parametrize("row", PARTED_DATES, ids=lambda row: " ".join(row.parts))
def test_parts_that_are_marked_apart_say_it(row: PartedDate) -> None:
    named = list(zip(("Year", "Month", "Day", "Season"), row.parts, strict=True))
    pubmed = "".join(f"<{name}>{text}</{name}>" for name, text in named if text)
    assert roads.pubmed_xml(date=pubmed).issued == row.value
    jats = "".join(f"<{name.lower()}>{text}</{name.lower()}>" for name, text in named if text)
    assert roads.jats(f'<pub-date pub-type="epub">{jats}</pub-date>').issued == row.value


@pytest.mark.parametrize(
    "row", [row for row in PARTED_DATES if "".join(row.parts).isdigit()], ids=lambda row: " ".join(row.parts)
)
def test_crossrefs_three_numbers_say_it(row: PartedDate) -> None:
    numbers = (
        [int(part) for part in row.parts if part] if row.parts[1] else [int(row.parts[0]), None, int(row.parts[2])]
    )
    assert roads.crossref_json(issued={"date-parts": [numbers]}).issued == row.value


@pytest.mark.parametrize("text", NO_YEARS)
def test_a_text_without_a_year_is_kept_in_words_and_is_no_date_of_a_page(text: str) -> None:
    assert dates.read(text) == PartialDate(literal=text)
    assert roads.html(citation_date=text).issued is None
    with pytest.raises(ValueError, match="is no date"):
        roads.edit("issued", text)


@pytest.mark.parametrize(
    ("beside", "value"),
    [("29/03/2016", PartialDate(2016, 1, 5)), ("03/29/2016", PartialDate(2016, 5, 1)), ("2015", PartialDate(2016))],
)
def test_another_date_of_the_page_shows_which_number_is_the_day(beside: str, value: PartialDate) -> None:
    assert roads.html(citation_date="05/01/2016", citation_online_date=beside).issued in (value, dates.read(beside))
    assert dates.read("05/01/2016", dates.order_shown(["05/01/2016", beside])) == value


def test_dates_that_contradict_each_other_show_no_order() -> None:
    assert dates.order_shown(["29/03/2016", "03/29/2016"]) is None


@by_text
def test_biblatex_csl_bibtex_and_ris_write_what_they_can(row: DateRow) -> None:
    first, _, last = row.edtf.partition("/")
    assert dates.edtf(row.value) == row.edtf
    assert dates.year(row.value) == int(row.edtf[:4])
    season = int(first[5:7]) if first[5:6] == "2" else None
    parts = [
        [int(p) for p in end.split("-") if int(p) < 20 or len(end) > 7 or len(p) == 4] for end in (first, last) if end
    ]
    assert dates.csl_parts(row.value) == parts
    assert dates.csl_season(row.value) == (season - 20 if season else None)
    month = int(first[5:7]) if len(first) > 4 and not season else None
    assert dates.month_macro(row.value) == (dates.MONTHS[month - 1] if month else "")
    assert dates.ris(row.value)[:4] == first[:4]


@by_text
def test_what_is_written_is_read_back(row: DateRow) -> None:
    assert dates.read(dates.medline(row.value)) == row.value
    if not row.value.literal:
        assert dates.read(str(row.value)) == dates.read(dates.edtf(row.value)) == row.value
        assert PartialDate.parse(str(row.value)) == row.value


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("Jan", 1),
        ("March", 3),
        ("Sept.", 9),
        ("07", 7),
        ("août", 8),
        ("Grudnia", 12),
        ("marathon", None),
        ("13", None),
        ("", None),
    ],
)
def test_a_month_is_a_whole_word(word: str, number: int | None) -> None:
    assert dates.month(word) == number


@given(st.text(max_size=40))
def test_any_text_is_read_without_a_fault_and_only_as_what_a_calendar_has(text: str) -> None:
    date = dates.read(text)
    assert date is None or (date == dates.possible(date) and (date.year is None or str(date.year) in text))


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
