"""RIS: read back by rispy, in the form that Zotero, EndNote and the screening tools take."""

import re

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from harvester.formats import entry_writer
from harvester.model import Entry, Name, PartialDate, Verdict, Work
from tests.formats import torture
from tests.formats.strategies import works

LINE = re.compile(r"[A-Z][A-Z0-9]  - .*\r\n|\r\n")


def written(*entries: Entry) -> str:
    return "".join(entry_writer("ris")(entries))


def records(*entries: Entry) -> list[dict[str, object]]:
    found: list[dict[str, object]] = rispy.loads(written(*entries))
    return found


def of(work: Work, verdict: Verdict = Verdict.MATCHED, **more: object) -> dict[str, object]:
    return records(Entry(work, "key", verdict, **more))[0]  # type: ignore[arg-type]


def test_a_resolved_article_is_read_by_rispy_field_by_field() -> None:
    assert of(torture.REAL[0]) == {
        "type_of_reference": "JOUR",
        "authors": ["Kaplan, G.G."],
        "title": "The global burden of IBD: from 2015 to 2025",
        "secondary_title": "Nat Rev Gastroenterol Hepatol",
        "year": "2015",
        "date": "2015/12//",
        "volume": "12",
        "number": "12",
        "start_page": "720",
        "end_page": "727",
        "doi": "10.1038/nrgastro.2015.150",
        "accession_number": "26323879",
        "name_of_database": "PubMed",
        "urls": ["https://pubmed.ncbi.nlm.nih.gov/26323879/"],
        "notes": ["PMID: 26323879"],
        "id": "key",
    }


def test_a_group_is_a_name_without_a_comma() -> None:
    read = of(Work(title="T", author=(Name("Berg", "A", "Jr", "van der"), Name(literal="Barnes, Noble and Sons"))))
    assert read["authors"] == ["van der Berg, A, Jr", "Barnes Noble and Sons"]


def test_initials_run_together_are_set_apart() -> None:
    assert of(Work(title="T", author=(Name("Chen", "DS"),)))["authors"] == ["Chen, D S"]


def test_pmid_and_pmcid_stand_where_endnote_and_where_zotero_look() -> None:
    text = written(Entry(torture.REAL[6], "key", Verdict.MATCHED))
    for line in (
        "AN  - 19621072",
        "DB  - PubMed",
        "C2  - PMC2707599",
        "N1  - PMID: 19621072",
        "N1  - PMCID: PMC2707599",
    ):
        assert f"{line}\r\n" in text


def test_an_article_number_is_the_start_page_and_has_a_tag_of_its_own() -> None:
    text = written(Entry(torture.REAL[6], "key", Verdict.MATCHED))
    assert "SP  - e1000097\r\n" in text
    assert "C7  - e1000097\r\n" in text
    assert "EP  - " not in text


def test_several_ranges_are_whole_when_start_and_end_are_joined() -> None:
    read = of(Work(title="T", page="123-8, 130-2"))
    assert f"{read['start_page']}-{read['end_page']}" == "123-128, 130-132"


@pytest.mark.parametrize(
    ("date", "year", "whole"),
    [
        (PartialDate(2018, 5, 14), "2018", "2018/05/14/"),
        (PartialDate(2018), "2018", None),
        (PartialDate(literal="2019 Jan-Feb"), "2019", "2019///Jan-Feb"),
        (PartialDate(literal="in press"), None, None),
    ],
)
def test_a_date_is_a_year_and_as_much_more_as_is_known(date: PartialDate, year: str | None, whole: str | None) -> None:
    read = of(Work(title="T", issued=date))
    assert (read.get("year"), read.get("date")) == (year, whole)


def test_an_unsettled_entry_is_marked_and_says_who_cites_it() -> None:
    read = of(Work(title="T"), Verdict.OPEN, printed="1. T", cited_by=("r1", "r2"))
    assert read["keywords"] == ["harvester-open"]
    assert read["notes"] == ["Cited by: r1; r2", "As printed: 1. T"]


def test_every_nasty_work_is_one_record_of_well_formed_lines() -> None:
    entries = torture.entries()
    text = written(*entries)
    assert "".join(LINE.findall(text)) == text
    assert [record["id"] for record in rispy.loads(text)] == [entry.citekey for entry in entries]


@settings(max_examples=40, deadline=None)
@given(st.lists(works(), max_size=3))
def test_any_works_are_records_with_their_dois(found: list[Work]) -> None:
    entries = [Entry(work, f"k{i}", Verdict.OPEN) for i, work in enumerate(found)]
    text = written(*entries)
    assert "".join(LINE.findall(text)) == text
    assert re.findall(r"^DO  - (.*)\r$", text, re.MULTILINE) == [doi for work in found if (doi := work.get("doi"))]
