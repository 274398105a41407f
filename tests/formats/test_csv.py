"""Tables: the csv module gives the same cells back, no cell is a formula, no range a date."""

import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvester.formats import entry_writer, link_writer
from harvester.formats.csv import number, safe
from harvester.model import Citation, Entry, Link, Verdict, Work
from harvester.model.citation import Method, Stage
from harvester.model.reason import ComparedFact, Outcome, Reason, ReasonCode
from tests.formats import torture
from tests.formats.strategies import TEXT, works

A_FORMULA = re.compile(r'[\s"]*[=+\-@\t\r＝＋－＠]')
A_DATE = re.compile(
    r"\d+\s*[-/]\s*\d+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ .\-]+\d+", re.IGNORECASE
)


def rows(text: str) -> list[dict[str, str]]:
    table = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert all(None not in row and None not in row.values() for row in table), "a row of another length"
    return table


def works_table(*entries: Entry) -> list[dict[str, str]]:
    return rows("".join(entry_writer("csv-works")(entries)))


REVIEW = Entry(torture.REAL[10], "puca2024", Verdict.CONFIRMED)
CITED = Entry(torture.REAL[0], "kaplan2015global", Verdict.MATCHED, ("puca2024",))
REASON = Reason(ReasonCode.COMPARED, (ComparedFact("title", Outcome.AGREES),))
CITATION = Citation(
    "puca2024", "kaplan2015global", 1, Verdict.MATCHED, Method.PRINTED_IDENTIFIER, Stage.DONE, REASON,
    "1", "Kaplan G.G. 2015", "puca2024/1",
)  # fmt: skip


def test_a_citation_is_one_row_with_review_and_reference_side_by_side() -> None:
    (row,) = rows("".join(link_writer("csv")([Link(REVIEW, CITED, CITATION)])))
    expected = {
        "review_citekey": "puca2024",
        "review_doi": "10.3390/ijms25052789",
        "reference": "puca2024/1",
        "ordinal": "1",
        "reference_text": "Kaplan G.G. 2015",
        "method": "printed identifier",
        "evidence": "title agree",
        "citekey": "kaplan2015global",
        "title": "The global burden of IBD: from 2015 to 2025",
        "authors": "Kaplan, G.G.",
        "year": "2015",
        "journal": "Nat Rev Gastroenterol Hepatol",
        "pages": "720–727",
        "doi": "10.1038/nrgastro.2015.150",
        "pmid": "26323879",
        "pubmed_id": "26323879",
        "verdict": "matched",
    }
    assert {column: row[column] for column in expected} == expected


def test_a_review_without_references_keeps_a_row() -> None:
    (row,) = rows("".join(link_writer("csv")([Link(REVIEW)])))
    assert row["review_title"] == "Inflammatory bowel disease and the microbiome"
    assert {row[column] for column in row if not column.startswith("review_")} == {""}


def test_the_columns_have_the_names_that_screening_tools_read() -> None:
    wanted = {
        "title",
        "abstract",
        "authors",
        "year",
        "journal",
        "volume",
        "issue",
        "pages",
        "doi",
        "url",
        "keywords",
        "pubmed_id",
    }
    for header in (next(iter(entry_writer("csv-works")([]))), next(iter(link_writer("csv")([])))):
        assert wanted <= set(header.strip().split(","))


def test_lines_end_as_rfc_4180_has_it() -> None:
    assert all(line.endswith("\r\n") and "\n" not in line[:-2] for line in entry_writer("csv-works")(torture.entries()))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("\t=1+1", "'=1+1"),
        ('"=1+1', "'\"=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-omics", "'-omics"),
        ("@SUM(1)", "'@SUM(1)"),
        ("＝1", "'＝1"),
        ("a = b", "a = b"),
        ("two\nlines", "two lines"),
    ],
)
def test_a_cell_that_would_be_a_formula_starts_with_an_apostrophe(text: str, cell: str) -> None:
    assert safe(text) == cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("1-2", "1–2"),
        ("5/6", "5–6"),
        ("S1564-S1580", "S1564–S1580"),
        ("Mar 5", "Mar\u00a05"),
        ("Jan-Feb", "Jan–Feb"),
        ("12", "12"),
    ],
)
def test_a_range_is_no_date(text: str, cell: str) -> None:
    assert number(text) == cell


def test_no_cell_of_the_nasty_works_is_a_formula_and_no_range_a_date() -> None:
    for row in works_table(*torture.entries()):
        assert not [column for column, cell in row.items() if A_FORMULA.match(cell)]
        assert not [
            row[column] for column in ("volume", "issue", "pages", "article_number") if A_DATE.fullmatch(row[column])
        ]


def test_titles_lose_their_markup_and_keep_their_text() -> None:
    (row,) = works_table(Entry(Work(title="Ca<sup>2+</sup> in <i>E. coli</i>, p<0.05"), "k", Verdict.OPEN))
    assert row["title"] == "Ca2+ in E. coli, p<0.05"


def test_identifiers_of_other_schemes_are_written_with_their_scheme_so_that_no_zero_is_lost() -> None:
    (row,) = works_table(
        Entry(Work(title="T", identifiers=torture.ids("arxiv:2101.00010 isbn:9780470057247")), "k", Verdict.OPEN)
    )
    assert row["other_ids"] == "arxiv:2101.00010; isbn:9780470057247"


@settings(max_examples=50, deadline=None)
@given(st.lists(works(), max_size=3), TEXT)
def test_any_works_give_a_table_with_their_dois_and_no_formula(found: list[Work], printed: str) -> None:
    table = works_table(*(Entry(work, f"k{i}", Verdict.OPEN, printed=printed) for i, work in enumerate(found)))
    assert [row["doi"] for row in table] == [work.get("doi") or "" for work in found]
    assert not [cell for row in table for cell in row.values() if A_FORMULA.match(cell) or "\n" in cell or "\r" in cell]
