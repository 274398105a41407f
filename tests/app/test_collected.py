"""Works of a saved page of search results in a library: harvested, asked for, exported, forgotten; none is a review."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harvester.errors import NotFoundError
from harvester.library.core import Library
from harvester.model import Verdict
from harvester.model.library_views import Selection
from tests.app.pages_of_ours import pubmed_page
from tests.app.test_enrich import harvested, rows
from tests.ncbi import Standin
from tests.ncbi.papers import papers
from tests.pages.result_pages import Result, summary_file, summary_html, summary_text

Make = Callable[..., Library]
REVIEW = "38474037"


def results() -> list[Result]:
    """Three papers that the stand-in knows."""
    return [
        Result(p.title, p.authors, p.journal.ta, str(p.year), p.volume, p.issue, p.pages, p.doi, p.pmid)
        for p in [p for p in papers().values() if p.doi and p.volume and p.pmid != REVIEW][:3]
    ]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "found"
    made.mkdir()
    (made / "results.html").write_text(summary_html(results()), "utf-8")
    return made


def exported(library: Library, selection: Selection | None = None) -> dict[str, Verdict]:
    return {entry.work.get("pmid") or "": entry.verdict for entry in library.works(selection)}


def test_each_result_is_a_work_that_no_review_cites(library: Make, folder: Path) -> None:
    one = harvested(library(), folder)
    assert exported(one) == {r.pmid: Verdict.OPEN for r in results()}
    assert one.reviews() == []
    totals = one.totals()
    assert (totals.sources, totals.works, totals.collected) == (1, 3, 3)
    assert (totals.reviews, totals.references, totals.citations) == (0, 0, 0)


def test_a_page_saved_in_two_ways_holds_each_work_once(library: Make, folder: Path) -> None:
    (folder / "copied.txt").write_text(summary_text(results()), "utf-8")
    (folder / "saved.txt").write_text(summary_file(results()), "utf-8")
    one = harvested(library(), folder)
    names = [outcome.name for outcome in one.harvest([str(folder)])]
    assert (one.totals().works, one.collected_of(names)) == (3, 3)


def test_their_records_are_fetched_and_their_lists_are_not(library: Make, folder: Path, standin: Standin) -> None:
    one = harvested(library(), folder)
    one.enrich()
    assert exported(one) == {r.pmid: Verdict.ASSERTED for r in results()}
    assert one.totals().references == 0
    assert not [line for line in standin.log if "elink" in str(line)]
    before, asked = rows(one), len(standin.log)
    harvested(one, folder)
    assert (one.enrich().requests, len(standin.log)) == (0, asked)
    assert rows(one) == before


def test_reading_the_page_again_keeps_works_and_keys(library: Make, folder: Path) -> None:
    one = harvested(library(), folder)
    before = "".join(one.export("bibtex"))
    for _ in one.harvest([str(folder)], reread=True):
        pass
    assert "".join(one.export("bibtex")) == before


def test_a_result_that_is_gone_from_the_page_is_gone_from_the_library(library: Make, folder: Path) -> None:
    one = harvested(library(), folder)
    (folder / "results.html").write_text(summary_html(results()[1:]), "utf-8")
    harvested(one, folder)
    assert set(exported(one)) == {r.pmid for r in results()[1:]}


def test_forgetting_the_page_takes_them_out(library: Make, folder: Path) -> None:
    one = harvested(library(), folder)
    key = next(iter(one.works())).citekey
    with pytest.raises(NotFoundError, match="found by a search"):
        one.forget(str(key))
    assert len(one.forget(str(folder / "results.html"))) == 1
    assert (one.totals().works, one.totals().sources) == (0, 0)


def test_a_work_that_a_review_cites_too_stays_with_the_review(library: Make, folder: Path) -> None:
    cited = [p for p in papers() if p != REVIEW][:2]
    (folder / "review.txt").write_text(pubmed_page(REVIEW, cited), "utf-8")
    one = harvested(library(), folder)
    assert len(one.reviews()) == 1
    one.forget(str(folder / "results.html"))
    assert {papers()[p].doi for p in cited} <= {entry.work.get("doi") for entry in one.works()}


def test_what_is_asked_of_reviews_does_not_hold_of_them(library: Make, folder: Path) -> None:
    cited = [p for p in papers() if p not in {REVIEW, *(r.pmid for r in results())}][:2]
    (folder / "review.txt").write_text(pubmed_page(REVIEW, cited), "utf-8")
    one = harvested(library(), folder)
    (review,) = one.reviews()
    found = {r.pmid for r in results()} - {REVIEW}
    assert found <= set(exported(one, Selection(verdicts=frozenset({Verdict.OPEN}))))
    assert not found & set(exported(one, Selection(review=str(review.citekey))))
    assert not found & set(exported(one, Selection(cited_by_at_least=2)))
    assert {link.citing.citekey for link in one.citations()} == {review.citekey}
