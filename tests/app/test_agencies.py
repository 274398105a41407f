"""A printed DOI that Crossref has no record of: its agency is asked, and only what nobody registered is a misprint."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harvester.library.core import Library
from harvester.model import Verdict
from harvester.model.reason import ReasonCode
from tests.app.pages_of_ours import PAPERS, vancouver
from tests.app.test_fallback import ABROAD, INVENTED, read
from tests.others import CrossrefStandin, DataCiteStandin, DoiOrgStandin

Make = Callable[..., Library]
KNOWN = PAPERS["28187290"]
DATA_SET = "10.5281/zenodo.1234567"
CITED_DATA = (
    f"Moreau B, Lindqvist A. Moods of lighthouse keepers, weekly answers 2009-2013. Zenodo. 2014. doi:{DATA_SET}"
)
ATTRIBUTES = {
    "titles": [{"title": "Moods of lighthouse keepers, weekly answers 2009-2013"}],
    "creators": [
        {"name": "Moreau, Brigitte", "givenName": "Brigitte", "familyName": "Moreau", "nameType": "Personal"},
        {"name": "Lindqvist, Astrid"},
    ],
    "publisher": {"name": "Zenodo"},
    "publicationYear": 2014,
    "types": {"resourceTypeGeneral": "Dataset"},
    "dates": [{"date": "2014-05-06", "dateType": "Issued"}],
}
AGENCIES = {DATA_SET: "DataCite", "10.1400/12345": "mEDRA"}


@pytest.fixture
def crossref() -> Iterator[CrossrefStandin]:
    with CrossrefStandin((ABROAD, KNOWN)) as running:
        running.state.enforce = False
        yield running


@pytest.fixture
def doi_org() -> Iterator[DoiOrgStandin]:
    with DoiOrgStandin(AGENCIES) as running:
        running.state.enforce = False
        yield running


@pytest.fixture
def asking(library: Make, crossref: CrossrefStandin, doi_org: DoiOrgStandin, tmp_path: Path) -> Iterator[Make]:
    with DataCiteStandin({DATA_SET: ATTRIBUTES}) as datacite:
        datacite.state.enforce = False

        def made(*lines: str, **settings: str) -> Library:
            given = {"crossref_url": crossref.url, "doi_url": doi_org.url, "datacite_url": datacite.url, **settings}
            return read(library(**given), tmp_path / "p", *lines)

        yield made


def stands(library: Library, number: int = 0) -> tuple[Verdict, str | None, str | None]:
    (review,) = library.reviews()
    reference = library.references(review.citekey)[number]
    return reference.verdict, reference.cited.get("doi"), reference.cited.get("pmid")


def evidence(library: Library) -> str:
    """Why the first reference stands as it does, in the words of the links' export."""
    (row, *_) = csv.DictReader("".join(library.export("csv")).splitlines())
    return row["evidence"]


def reason(library: Library) -> tuple[ReasonCode, str]:
    (waiting,) = library.curation.waiting([Verdict.UNMATCHED, Verdict.DOUBTFUL], 5)
    assert waiting.reason is not None
    return waiting.reason.code, str(waiting.reason.values[0])


def test_a_doi_of_datacite_is_taken_from_its_record(asking: Make) -> None:
    one = asking(CITED_DATA)
    one.enrich()
    assert stands(one) == (Verdict.ASSERTED, DATA_SET, None)
    (review,) = one.reviews()
    work = one.references(review.citekey)[0].cited
    assert (work.type, work.publisher, str(work.issued)) == ("dataset", "Zenodo", "2014-05-06")
    assert [name.family for name in work.author] == ["Moreau", "Lindqvist"]


def test_a_doi_of_another_agency_is_named_and_not_dead(asking: Make) -> None:
    one = asking(f"{INVENTED} doi:10.1400/12345")
    one.enrich()
    assert stands(one) == (Verdict.UNMATCHED, "10.1400/12345", None)
    assert reason(one) == (ReasonCode.DOI_OF_AGENCY, "doi:10.1400/12345")


def test_a_misprinted_doi_throws_no_match_of_the_words_away(asking: Make) -> None:
    one = asking(f"{vancouver(KNOWN)} doi:{KNOWN.doi}9")
    one.enrich()
    verdict, doi, pmid = stands(one)
    assert (verdict, doi, pmid) == (Verdict.MATCHED, KNOWN.doi.lower(), KNOWN.pmid)
    assert f"prints doi:{KNOWN.doi.lower()}9, the record has doi:{KNOWN.doi.lower()}" in evidence(one)


def test_a_misprinted_doi_of_what_pubmed_has_not_is_matched_by_crossrefs_search(asking: Make) -> None:
    one = asking(f"{vancouver(ABROAD)} doi:10.5555/abroad.11")
    one.enrich()
    assert stands(one)[:2] == (Verdict.MATCHED, "10.5555/abroad.1")
    assert "prints doi:10.5555/abroad.11, the record has doi:10.5555/abroad.1" in evidence(one)


def test_a_dead_doi_of_a_work_that_nobody_has_is_said_to_be_dead(asking: Make) -> None:
    one = asking(f"{INVENTED} doi:10.9999/none")
    one.enrich()
    verdict, _, pmid = stands(one)
    assert (verdict, pmid) == (Verdict.UNMATCHED, None)
    said = evidence(one)
    assert said.startswith("doi:10.9999/none is registered nowhere, a misprint; another work stands there: doi:10.5555")


def test_a_dead_doi_beside_words_that_lead_to_nothing_is_said_to_be_dead(asking: Make) -> None:
    one = asking("Nobody N. Quiet evenings of lamp trimmers. Harbour Letters. 1987;3:1-9. doi:10.9999/none")
    one.enrich()
    assert stands(one)[::2] == (Verdict.UNMATCHED, None)
    assert evidence(one) == "doi:10.9999/none is registered nowhere, a misprint"


def test_where_doi_org_is_away_nothing_is_dead_and_the_candidate_stays(asking: Make) -> None:
    one = asking(f"{vancouver(KNOWN)} doi:{KNOWN.doi}9", doi_url="http://127.0.0.1:9/")
    one.enrich()
    verdict, _, pmid = stands(one)
    assert (verdict, pmid) == (Verdict.DOUBTFUL, None)
    assert reason(one) == (ReasonCode.NEAREST, f"pmid:{KNOWN.pmid}")


def test_a_later_run_with_doi_org_goes_on_there(
    asking: Make, library: Make, crossref: CrossrefStandin, doi_org: DoiOrgStandin
) -> None:
    asking(f"{vancouver(KNOWN)} doi:{KNOWN.doi}9", doi_url="off").enrich()
    again = library(crossref_url=crossref.url, doi_url=doi_org.url)
    assert stands(again)[0] is Verdict.DOUBTFUL
    again.enrich()
    assert stands(again)[0] is Verdict.MATCHED


def test_what_everybody_has_asks_no_agency(asking: Make, doi_org: DoiOrgStandin) -> None:
    asking(vancouver(KNOWN), vancouver(ABROAD, True)).enrich()
    assert doi_org.log == []
