"""What PubMed does not know is asked of Crossref, always judged, and left for later where Crossref is away."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from harvester.app.extract import parse_lines
from harvester.library.core import Library
from harvester.library.enriching import resolve_references
from harvester.model import Verdict
from harvester.model.claim import Origin
from harvester.model.reason import ReasonCode
from tests.app.pages_of_ours import PAPERS, vancouver
from tests.ncbi import Standin
from tests.ncbi.paper import Journal, Paper
from tests.others import CrossrefStandin

Make = Callable[..., Library]
ABROAD = Paper(
    "", "Dietary fibre and the winter moods of lighthouse keepers: a cohort study", ("Lindqvist A", "Moreau B"),
    Journal("Annals of Northern Lights", "Ann North Lights"), 2014, volume="7", issue="2", pages="101-109",
    doi="10.5555/abroad.1",
)  # fmt: skip
NOTICE = replace(ABROAD, title=f"Correction to: {ABROAD.title}", pages="210", doi="10.5555/abroad.2",
                 corrections=(("ErratumFor", "", "10.5555/abroad.1"),))  # fmt: skip
KNOWN = PAPERS["28187290"]
INVENTED = (
    "Nobody N, Moreau B. Quiet evenings of lamp trimmers: a trial that never was. Ann North Lights. 2014;7:101-109."
)


@pytest.fixture
def crossref() -> Iterator[CrossrefStandin]:
    with CrossrefStandin((ABROAD, NOTICE, KNOWN)) as running:
        running.state.enforce, running.state.a_second = False, 50
        yield running


def read(library: Library, folder: Path, *lines: str) -> Library:
    folder.mkdir(exist_ok=True)
    page = folder / "list.txt"
    listed = "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))
    page.write_text(f"Reading list of ours\n\nReferences\n\n{listed}\n", "utf-8")
    assert [o.state for o in library.harvest([str(page)])] == ["read"]
    return library


def listed(library: Library) -> list[tuple[Verdict, str | None]]:
    (review,) = library.reviews()
    return [(r.verdict, r.cited.get("doi")) for r in library.references(review.citekey)]


def test_a_doi_that_pubmed_has_not_is_taken_from_crossref(
    library: Make, crossref: CrossrefStandin, tmp_path: Path
) -> None:
    one = read(library(crossref_url=crossref.url), tmp_path / "p", f"{vancouver(KNOWN)}", f"{vancouver(ABROAD, True)}")
    done = one.enrich()
    assert listed(one)[1] == (Verdict.ASSERTED, "10.5555/abroad.1")
    assert [a.path for a in crossref.log] == ["works/10.5555/abroad.1"]
    assert done.verdicts == {Verdict.MATCHED: 1, Verdict.ASSERTED: 1}
    cited = one.references(one.reviews()[0].citekey)[1].cited_key
    told = {f.field: f.chosen.origin for f in one.curation.provenance(cited) if f.chosen}
    assert told["title"] is Origin.CROSSREF


def test_words_that_pubmed_has_not_are_searched_for_in_crossref_and_judged(
    library: Make, crossref: CrossrefStandin, tmp_path: Path
) -> None:
    one = read(library(crossref_url=crossref.url), tmp_path / "p", vancouver(ABROAD), INVENTED)
    one.enrich()
    assert listed(one) == [(Verdict.MATCHED, "10.5555/abroad.1"), (Verdict.UNMATCHED, None)]
    (_, invented) = one.curation.waiting([Verdict.UNMATCHED], 5)[0], one.curation.waiting([Verdict.UNMATCHED], 5)[0]
    assert invented.reason is not None
    assert (invented.reason.code, invented.reason.values[0]) == (ReasonCode.ANOTHER_WORK_THERE, "doi:10.5555/abroad.1")


def test_a_second_run_asks_crossref_nothing(library: Make, crossref: CrossrefStandin, tmp_path: Path) -> None:
    one = read(library(crossref_url=crossref.url), tmp_path / "p", vancouver(ABROAD), INVENTED)
    one.enrich()
    asked = len(crossref.log)
    assert one.enrich().requests == 0
    assert len(crossref.log) == asked


def test_a_doi_of_another_work_is_a_conflict_at_crossref_too(
    library: Make, crossref: CrossrefStandin, tmp_path: Path
) -> None:
    one = read(library(crossref_url=crossref.url), tmp_path / "p", f"{vancouver(KNOWN)} doi:10.5555/abroad.1.")
    one.enrich()
    assert listed(one)[0][0] is not Verdict.MATCHED
    assert listed(one)[0][0] is not Verdict.ASSERTED


def test_the_doi_of_a_correction_never_stands_for_the_article(
    library: Make, crossref: CrossrefStandin, tmp_path: Path
) -> None:
    one = read(library(crossref_url=crossref.url), tmp_path / "p", f"{vancouver(ABROAD)} doi:10.5555/abroad.2.")
    one.enrich()
    assert listed(one)[0][0] is Verdict.CONFLICT


def test_a_doi_that_nobody_knows_is_unmatched_with_one_request(
    library: Make, crossref: CrossrefStandin, tmp_path: Path
) -> None:
    one = read(library(crossref_url=crossref.url), tmp_path / "p", f"{INVENTED} doi:10.9999/none.")
    one.enrich()
    assert listed(one)[0][0] is Verdict.UNMATCHED
    assert [a.path for a in crossref.log] == ["works/10.9999/none"]


def test_a_work_found_by_crossref_that_pubmed_has_gets_its_pmid(
    library: Make, crossref: CrossrefStandin, standin: Standin, tmp_path: Path
) -> None:
    misspelt = KNOWN.title.translate(str.maketrans({"l": "ll", "p": "pp"}))
    text = vancouver(replace(KNOWN, title=misspelt, volume="", issue="", pages=""))
    one = read(library(crossref_url=crossref.url), tmp_path / "p", text)
    one.enrich()
    assert [a.path for a in crossref.log] == ["works"]
    assert [v for v, _ in listed(one)] == [Verdict.MATCHED]
    assert one.references(one.reviews()[0].citekey)[0].cited.get("pmid") == KNOWN.pmid


def test_with_crossref_away_all_is_as_pubmed_says_and_the_next_run_goes_on(
    library: Make, crossref: CrossrefStandin, tmp_path: Path
) -> None:
    one = read(library("one", crossref_url="http://127.0.0.1:9/"), tmp_path / "p", vancouver(ABROAD))
    done = one.enrich()
    assert (done.unreachable, done.problems) == (None, [])
    assert len(done.fallbacks_away) == 1
    assert done.fallbacks_away[0].host == "127.0.0.1:9"
    assert listed(one)[0][0] is Verdict.UNMATCHED
    again = library("one", crossref_url=crossref.url)
    again.enrich()
    assert listed(again) == [(Verdict.MATCHED, "10.5555/abroad.1")]


def test_an_ill_crossref_leaves_its_batch_and_loses_nothing(
    library: Make, crossref: CrossrefStandin, tmp_path: Path
) -> None:
    crossref.state.faults.always = "503"
    one = read(library(crossref_url=crossref.url), tmp_path / "p", vancouver(KNOWN), vancouver(ABROAD))
    assert one.enrich().problems
    crossref.state.faults.always = ""
    one.enrich()
    assert [v for v, _ in listed(one)] == [Verdict.MATCHED, Verdict.MATCHED]


def test_resolve_asks_crossref_too_and_goes_without_it(library: Make, crossref: CrossrefStandin) -> None:
    references = list(parse_lines([vancouver(ABROAD)]))
    for url, verdict in ((crossref.url, Verdict.MATCHED), ("http://127.0.0.1:9/", Verdict.UNMATCHED)):
        settings = library(crossref_url=url).settings
        (resolved,) = resolve_references(references, settings, lambda: datetime(2026, 11, 21, tzinfo=UTC))
        assert resolved.resolution.verdict is verdict
        assert resolved.problem == ""


def test_the_plan_says_how_many_requests_it_would_be_at_most(
    library: Make, crossref: CrossrefStandin, standin: Standin, tmp_path: Path
) -> None:
    one = read(library(crossref_url=crossref.url), tmp_path / "p", vancouver(KNOWN), vancouver(ABROAD), INVENTED)
    cost = one.estimate()
    assert (cost.queries, cost.elsewhere) == (3, 3)
    asked = len(standin.log)
    one.enrich()
    assert len(standin.log) - asked <= cost.requests
    assert len(crossref.log) <= cost.elsewhere
