"""Pages and article numbers mean the same by whichever road they come, and are written in each format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.model import Work, make_work
from harvester.values import article_numbers, page_ranges
from tests.values import roads
from tests.values.tables import NUMBERED_BY_THEIR_FIELD, PAGES, PageRow

by_text = pytest.mark.parametrize("row", PAGES, ids=lambda row: row.text)


def by_road(road: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", [row for row in PAGES if road not in row.not_by], ids=lambda row: row.text)


def holds(work: Work, row: PageRow) -> bool:
    return (work.page, work.number) == (row.value, row.value if row.is_number else "")


@by_text
def test_the_reader_understands_it(row: PageRow) -> None:
    assert page_ranges.read(row.text) == row.value
    assert page_ranges.read(row.value) == row.value
    assert article_numbers.is_article_number(row.value) is row.is_number


@by_text
def test_a_work_is_made_with_it(row: PageRow) -> None:
    assert holds(make_work(page=row.text), row)


@by_text
@pytest.mark.parametrize("meta", ["citation_pages", "prism__pagerange", "citation_firstpage"])
def test_metadata_of_a_page_say_it(row: PageRow, meta: str) -> None:
    assert holds(roads.html(**{meta: row.text}), row)


@by_road("line")
def test_a_citation_line_says_it(row: PageRow) -> None:
    assert holds(roads.pubmed_text(f"2019 Mar;12(3):{row.text}."), row)


@by_text
def test_jats_says_it(row: PageRow) -> None:
    assert holds(roads.jats(f"<fpage>{row.text}</fpage>"), row)
    first, dash, last = row.value.partition("-")
    if dash and "," not in row.value and not row.is_number:
        assert holds(roads.jats(f"<fpage>{first}</fpage><lpage>{last}</lpage>"), row)


@by_text
def test_a_record_of_pubmed_says_it(row: PageRow) -> None:
    work = roads.pubmed_xml(article=f"<Pagination><MedlinePgn>{row.text}</MedlinePgn></Pagination>")
    assert holds(work, row)
    first, dash, last = row.text.partition("-")
    if dash and "," not in row.text and ";" not in row.text and not row.is_number:
        pages = f"<StartPage>{first}</StartPage><EndPage>{last}</EndPage>"
        assert holds(roads.pubmed_xml(article=f"<Pagination>{pages}</Pagination>"), row)


@by_text
def test_crossref_says_it(row: PageRow) -> None:
    assert holds(roads.crossref_json(page=row.text), row)


@by_road("reference")
def test_a_reference_says_it(row: PageRow) -> None:
    line = f"Roe J, Doe A. A title of some trial in adults. J Clin Invest. 2019;12(3):{row.text}."
    assert holds(roads.reference(line), row)


@by_text
def test_a_person_says_it(row: PageRow) -> None:
    assert roads.edit("page", row.text) == row.value


@pytest.mark.parametrize("number", NUMBERED_BY_THEIR_FIELD)
def test_a_field_for_article_numbers_says_what_is_one(number: str) -> None:
    works = [
        roads.html(citation_article_number=number),
        roads.jats(f"<elocation-id>{number}</elocation-id>"),
        roads.crossref_json(article_number=number),
    ]
    assert {(work.page, work.number) for work in works} == {(number, number)}


def test_a_page_alone_is_an_article_number_where_the_journal_prints_no_pages() -> None:
    pages = "<Pagination><MedlinePgn>2789</MedlinePgn></Pagination>"
    assert roads.pubmed_xml(article=pages).number == ""
    assert roads.pubmed_xml(article=pages, model="Electronic").number == "2789"


def test_the_number_of_a_report_stands_in_no_place_of_pages() -> None:
    assert make_work(type="report", number="12").page == ""


@by_text
def test_formats_write_it_and_it_is_read_back(row: PageRow) -> None:
    assert page_ranges.medline(row.value) == row.medline
    assert page_ranges.read(page_ranges.medline(row.value)) == row.value
    assert page_ranges.join(row.value, "-") == row.value
    assert page_ranges.read(page_ranges.bibtex(row.value)) == row.value
    assert page_ranges.bibtex(row.value) == (row.value if row.is_number else row.value.replace("-", "--"))


@pytest.mark.parametrize(
    ("printed", "bibtex"), [("0", ""), ("0-5, 7", "7"), ("–", ""), ("05-7", "05--07"), ("12-", "12"), ("7", "7")]
)
def test_a_page_0_is_no_page_in_bibtex(printed: str, bibtex: str) -> None:
    assert page_ranges.bibtex(printed) == bibtex


def test_words_behind_the_pages_are_kept_apart() -> None:
    assert page_ranges.afterthought("501-10; quiz 511") == "quiz 511"


@pytest.mark.parametrize("printed", ["TNM17-0013-2016", "S0304-3959(13)00330-8", "bcr-2018-225555", "40S: 4-7"])
def test_a_hyphen_that_parts_no_pages_is_left_alone(printed: str) -> None:
    assert page_ranges.read(printed) == printed


@given(st.integers(1, 99999), st.integers(1, 99999))
def test_a_range_that_is_whole_is_left_as_it_is(first: int, length: int) -> None:
    page = f"{first}-{first + length}"
    assert page_ranges.read(page) == page
    assert page_ranges.read(page_ranges.medline(page)) == page


@given(st.text(max_size=30))
def test_what_was_read_is_read_as_itself(text: str) -> None:
    assert page_ranges.read(page_ranges.read(text)) == page_ranges.read(text)
