"""The five pages that came with the order of this work; they are not part of this repository."""

import hashlib
from pathlib import Path

import pytest

from harvester.app.extract import extract
from harvester.model import Source

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "sources"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the sample pages of the order are not beside this checkout"
)

DOIS = {
    "000": [
        "10.1038/nrgastro.2015.150",
        "10.1016/j.cytogfr.2023.07.001",
        "10.3390/genes13122388",
        "10.1371/journal.pone.0090479",
        "10.1016/s1201-9712(98)90116-3",
    ],
    "001": [
        "10.1158/2159-8290.cd-18-0367",
        "10.1016/j.immuni.2016.06.001",
        "10.1126/science.aan4236",
        "10.1016/j.ccell.2018.03.015",
        "10.1126/science.aan3706",
    ],
}


def page(number: str) -> dict:  # type: ignore[type-arg]
    path = next(FOLDER.glob(f"{number}_*"))
    content = path.read_bytes()
    (found,) = extract(Source(path.name, content, hashlib.sha256(content).hexdigest())).pages
    return found


@pytest.mark.parametrize(
    ("number", "doi", "journal", "issued", "place"),
    [
        ("000", "10.3390/ijms25052789", "Int J Mol Sci", "2024-02-28", ("25", "5", "2789")),
        ("001", "10.3390/medsci7020014", "Med Sci (Basel)", "2019-01-22", ("7", "2", "14")),
    ],
)
def test_the_review_and_its_five_references(number: str, doi: str, journal: str, issued: str, place: tuple) -> None:
    found = page(number)
    work = found["work"]
    assert work["identifiers"] == {"doi": [doi]}
    assert (work["container_title"], work["issued"]) == (journal, issued)
    assert (work["volume"], work["issue"], work["page"]) == place
    assert [r["identifiers"]["doi"] for r in found["references"]] == [[d] for d in DOIS[number]]
    assert all(r["labels"][0] == "DOI" and r["labels"][-1] == "PubMed" for r in found["references"])


def test_fields_that_are_easily_lost() -> None:
    references = page("000")["references"]
    assert references[1]["volume"] == "71–72"
    assert references[3]["page"] == "e90479"
    assert references[2]["labels"] == ["DOI", "PMC", "PubMed"]
    cut = page("001")["references"]
    assert [r["authors_complete"] for r in cut] == [True, False, False, True, False]
    assert cut[4]["author"][1]["family"] == "Le Chatelier"


def test_a_page_that_is_no_article_gives_nothing_and_says_so() -> None:
    found = page("002")
    assert (found["work"], found["references"], found["mentions"]) == (None, [], [])
    assert "nothing to harvest" in found["problems"][0]["detail"]


def test_an_article_known_by_its_title_alone() -> None:
    work = page("003")["work"]
    assert work["title"].rstrip(".") == "Primary and acquired resistance to PD-1/PD-L1 blockade in cancer treatment"
    assert work["abstract"].startswith("PD-1/PD-L1 blockade appears")
    assert (work["identifiers"], work.get("issued")) == ({}, None)


def test_a_page_with_a_list_run_together() -> None:
    found = page("004")
    references = found["references"]
    assert found["work"]["type"] == "webpage"
    assert [r["label"] for r in references] == [str(n) for n in range(1, 12)]
    assert sum(bool(r["identifiers"]) for r in references) == 2
    for reference in references:
        for field in ("author", "title", "container_title", "issued", "volume", "page"):
            assert reference.get(field), (reference["text"], field)
    assert (references[7]["issue"].lower(), references[7]["page"]) == ("suppl 13", "S1564-S1580")
    assert references[5]["page"] == "i-ii"
