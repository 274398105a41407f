"""A review's list united from PubMed, Crossref and Europe PMC: order, tally, and what is on no list."""

from collections.abc import Callable
from pathlib import Path

from harvester.explain import say_tally
from harvester.library.core import Library
from tests.app.pages_of_ours import IBD, PAPERS, pubmed_page
from tests.ncbi import Standin
from tests.others import CrossrefStandin, EuropePmcStandin

REVIEW = "38474037"
STRANGER = PAPERS["30115704"]


def test_the_list_is_the_union_with_a_tally_and_a_flag(
    library: Callable[..., Library], standin: Standin, tmp_path: Path
) -> None:
    page = tmp_path / "review.txt"
    page.write_text(pubmed_page(REVIEW, (*IBD, STRANGER.pmid)), "utf-8")
    truth = list(PAPERS[REVIEW].cites)
    more = PAPERS["28187290"]
    at_crossref = [{"key": f"r{n}", "DOI": PAPERS[p].doi} for n, p in enumerate(truth[1:], 2) if PAPERS[p].doi]
    at_europe: list[dict[str, object]] = [
        {"id": p, "source": "MED", "citedOrder": n} for n, p in enumerate([*truth, more.pmid], 1)
    ]
    with (
        CrossrefStandin(PAPERS.values(), listed={PAPERS[REVIEW].doi.lower(): at_crossref}) as crossref,
        EuropePmcStandin({f"MED/{REVIEW}": at_europe}) as europe,
    ):
        crossref.state.enforce = europe.state.enforce = False
        crossref.state.a_second = 50
        one = library(crossref_url=crossref.url, europepmc_url=europe.url)
        assert [o.state for o in one.harvest([str(page)])] == ["read"]
        done = one.enrich()
        assert done.problems == []
        asked = len(crossref.log) + len(europe.log) + len(standin.log)
        assert one.enrich().requests == 0
        assert len(crossref.log) + len(europe.log) + len(standin.log) == asked
    (tally,) = done.tallies
    assert say_tally(tally).startswith("page shows 6 of ")
    assert f"Crossref {len(at_crossref)}, Europe PMC {len(at_europe)}; 5 of 6 printed found" in say_tally(tally)
    assert [line.split(". ")[0] for line in tally.missing] == ["6"]
    (review,) = one.reviews()
    cited = [r.cited.get("pmid") for r in one.references(review.citekey)]
    assert cited[:6] == [*IBD, STRANGER.pmid], "printed order first"
    assert set(cited) >= {*truth, more.pmid}
    settled = [c for c in cited if c]
    assert len(settled) == len(set(settled)), "one citation a work"
