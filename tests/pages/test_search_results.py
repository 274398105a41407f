"""Saved pages of search results: each of their works, and no work that cites them."""

import pytest

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from tests.pages.result_pages import OF_SCHOLAR, RESULTS, WITH_PMID, Result


def reading(name: str, text: str) -> Reading:
    (page,) = recognize(Source(name, text.encode(), "0" * 64)).pages
    return read(page)


@pytest.mark.parametrize("name", WITH_PMID)
def test_each_view_gives_its_works_whole(name: str) -> None:
    found = reading(name, WITH_PMID[name](RESULTS))
    assert [w.title for w in found.works] == [r.title for r in RESULTS]
    assert [[f"{a.family} {a.given}" for a in w.author] for w in found.works] == [list(r.authors) for r in RESULTS]
    assert [(w.container_title, w.volume, w.issue) for w in found.works] == [
        (r.journal, r.volume, r.issue) for r in RESULTS
    ]
    assert [w.page for w in found.works] == ["1093-1099", "720-727", "b4567"]
    assert [(w.issued.year, w.issued.month) for w in found.works if w.issued] == [(2003, 12), (2015, 12), (2009, 11)]
    assert [w.get("pmid") for w in found.works] == [r.pmid for r in RESULTS]
    if "europepmc" not in name:
        assert [w.get("doi") for w in found.works] == [r.doi.lower() for r in RESULTS]


@pytest.mark.parametrize("name", OF_SCHOLAR)
def test_google_scholar_gives_what_it_has(name: str) -> None:
    found = reading(name, OF_SCHOLAR[name](RESULTS))
    assert [w.title for w in found.works] == [r.title for r in RESULTS]
    assert [[a.family for a in w.author] for w in found.works] == [
        ["He", "MacGregor"],
        ["Kaplan"],
        ["Strazzullo", "D'Elia"],
    ]
    assert [w.authors_complete for w in found.works] == [True, True, False]
    assert [(w.container_title, w.issued.year if w.issued else None) for w in found.works] == [
        (r.journal, int(r.date[:4])) for r in RESULTS
    ]


@pytest.mark.parametrize("name", [*WITH_PMID, *OF_SCHOLAR])
def test_a_page_of_results_cites_nothing_and_is_of_no_work(name: str) -> None:
    found = reading(name, (WITH_PMID | OF_SCHOLAR)[name](RESULTS))
    assert (found.citing, found.references) == (None, ())
    assert [p.code for p in found.problems] == ["search-results"]
    assert "3 works" in found.problems[0].detail


def test_a_journal_that_scholar_cuts_short_is_none() -> None:
    cut = tuple(r._replace(journal="\u2026 of salt") for r in RESULTS)
    assert {w.container_title for w in reading("s", OF_SCHOLAR["scholar.txt"](cut)).works} == {""}


def test_items_copied_without_the_head_of_the_page_are_results() -> None:
    text = WITH_PMID["summary.txt"](RESULTS)
    assert len(reading("s", text[text.index("1\nCite") :]).works) == 3


def test_a_number_on_the_line_of_the_citation_is_the_works() -> None:
    found = reading("s", WITH_PMID["summary.txt"](RESULTS).replace(".\nPMID:", ". PMID:")).works
    assert [(w.title, w.get("pmid")) for w in found] == [(r.title, r.pmid) for r in RESULTS]


def test_a_hyphen_in_a_name_does_not_end_the_names() -> None:
    double = tuple(r._replace(authors=("Garcia-Lopez M", *r.authors[1:])) for r in RESULTS)
    assert {w.author[0].family for w in reading("s", OF_SCHOLAR["scholar.txt"](double)).works} == {"Garcia-Lopez"}


def test_a_work_without_volume_is_ahead_of_print() -> None:
    text = WITH_PMID["summary.html"](RESULTS).replace("2009 Nov 24;339:b4567.", "2009 Nov 24:b4567.")
    work = reading("s", text).works[2]
    assert (work.container_title, str(work.issued), work.page) == ("BMJ", "2009-11-24", "b4567")


def test_one_work_shown_twice_is_one() -> None:
    assert len(reading("s", WITH_PMID["summary.html"]((*RESULTS, RESULTS[0]))).works) == 3


def test_a_reference_list_with_pmids_below_its_entries_is_no_page_of_results() -> None:
    entries = "".join(
        f"{n}. {', '.join(r.authors)}. {r.stopped} {r.line}\nPMID: {r.pmid}\n" for n, r in enumerate(RESULTS, 1)
    )
    found = reading("r", f"Salt and stroke\nJane Roe\nBMJ 2020;1:1-9. doi: 10.1136/bmj.m1\n\nReferences\n{entries}")
    assert (len(found.references), found.works) == (3, ())


def test_a_pubmed_record_is_no_page_of_results() -> None:
    one: tuple[Result, ...] = RESULTS[:1]
    text = WITH_PMID["abstract.txt"](one).replace("1 results\nResults by year\n1\nCite\n", "Full text links\n")
    assert reading("r", f"{text}PubMed Disclaimer\n").works == ()
