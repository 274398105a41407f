"""The sentences that older programs kept become codes and values once, and read afterwards as they did."""

import csv
import json
import sqlite3
from importlib import import_module
from pathlib import Path

import pytest

from harvester import explain
from harvester.library.core import Library
from harvester.model.citation import Method, Stage
from harvester.model.reason import ReasonCode, decode
from harvester.settings import Settings

MIGRATION = import_module("harvester.store.migrations.versions.v0006_reasons")
STATE = Path(__file__).parent / "states" / "0005.sql"

SAID = {
    "": None,
    "two records fit": ReasonCode.TWO_RECORDS_FIT,
    "nobody has anything like it": ReasonCode.NOBODY_HAS_IT,
    "PubMed has nothing like it": ReasonCode.NOTHING_IN_PUBMED,
    "neither PubMed nor Crossref has anything like it": ReasonCode.NOTHING_IN_PUBMED_OR_CROSSREF,
    "neither PubMed nor Crossref has a record of doi:10.5555/a(1)b": ReasonCode.NO_RECORD_IN_PUBMED_OR_CROSSREF,
    "PubMed has no record of pmid:99999999": ReasonCode.NO_RECORD_IN_PUBMED,
    "PubMed has no record of doi:10.5555/12; 13": ReasonCode.NO_RECORD_IN_PUBMED,
    "PubMed knows neither doi:10.5555/1, pmid:7 nor the words": ReasonCode.NEITHER_IDENTIFIER_NOR_WORDS_IN_PUBMED,
    "w12": ReasonCode.MEANS_WORK,
    "pmid:38474037": ReasonCode.HAS_IDENTIFIER,
    "a work of its own": ReasonCode.WORK_OF_ITS_OWN,
    "none of the candidates": ReasonCode.NONE_OF_THE_CANDIDATES,
    "nothing else is printed": ReasonCode.COMPARED,
    "title agree": ReasonCode.COMPARED,
    "author differ": ReasonCode.COMPARED,
    "title, author, authors, journal, year, volume, page, labels, abstract agree": ReasonCode.COMPARED,
    "title, author agree; volume differ; volume misprinted: 12 for 13": ReasonCode.COMPARED,
    "title, author, year agree; journal differ; journal misprinted: Gut for Lancet": ReasonCode.COMPARED,
    "title, year, page agree; author Smith is Smyth there; volume 12 says little": ReasonCode.COMPARED,
    "author, year agree; title A study; a title of parts is Another; there it is there": ReasonCode.COMPARED,
    "title, author agree; identifier differ; prints doi:10.5555/1, the record has doi:10.5555/2": ReasonCode.COMPARED,
    "title agree; journal, identifier differ; prints pmid:1, the record has pmid:2; year 2001 is 2002 there":
        ReasonCode.COMPARED,
    "volume agree; title Pain says little; kind article is Letter there": ReasonCode.COMPARED,
    "title Editorial says little": ReasonCode.COMPARED,
    "nearest: pmid:9310563 (title agree; author, page differ)": ReasonCode.NEAREST,
    "nearest:  (title agree; author Li is Li there; page 1-9 is 11-19 there)": ReasonCode.NEAREST,
    "another work stands there: doi:10.5555/a(2) (volume, page agree; title, author differ)":
        ReasonCode.ANOTHER_WORK_THERE,
    "another work stands there:  (title, page differ)": ReasonCode.ANOTHER_WORK_THERE,
    "another work stands there: pmid:1 (words of a program that is older still)": ReasonCode.ANOTHER_WORK_THERE,
    "pmid:7 is another work (title, author differ; year 1999 is 1998 there)": ReasonCode.IS_ANOTHER_WORK,
    "the record is another work (title differ)": ReasonCode.IS_ANOTHER_WORK,
    "words that no program ever said": ReasonCode.AS_RECORDED,
    "title agree; and then something else": ReasonCode.AS_RECORDED,
    "page, title agree": ReasonCode.AS_RECORDED,
}  # fmt: skip


@pytest.mark.parametrize("sentence", SAID)
def test_a_sentence_becomes_a_code_and_reads_as_before(sentence: str) -> None:
    reason = decode(MIGRATION._reason(sentence))
    assert (reason.code if reason else None) == SAID[sentence]
    assert explain.sentence(reason) == sentence


def test_every_code_that_a_migration_writes_is_one_of_the_programs() -> None:
    written = {MIGRATION.read(sentence)[0] for sentence in SAID if sentence}
    assert written <= {code.value for code in ReasonCode}
    assert {made_by for made_by, _ in MIGRATION._STAGES.values()} <= {method.value for method in Method}
    assert {stage for _, stage in MIGRATION._STAGES.values()} <= set(Stage)


def exported(library: Library) -> dict[str, tuple[str, str]]:
    rows = csv.DictReader("".join(library.export("csv")).splitlines())
    return {row["reference"]: (row["method"], row["evidence"]) for row in rows}


@pytest.fixture
def old(tmp_path: Path) -> Library:
    path = tmp_path / "db" / "library.sqlite3"
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.executescript(STATE.read_text("utf-8"))
    return Library(Settings(library=str(tmp_path)))


def test_an_old_library_exports_the_same_words(old: Library) -> None:
    assert exported(old) == {
        "page2021prisma/1": ("printed identifier", ""),
        "page2021prisma/2": ("printed identifier",
                             "title, author, authors, journal, year, volume, page agree"),
        "page2021prisma/3": ("printed words", "title, author, authors, journal, volume, page agree; "
                             "year differ; year misprinted: 1999 for 1991"),
        "page2021prisma/4": ("unknown identifier", "PubMed has no record of doi:10.1001/jama.283.15.2008"),
        "page2021prisma/5": ("a person", "none of the candidates"),
        "shea2017amstar/1": ("unknown citation", "nobody has anything like it"),
        "shea2017amstar/2": ("printed words",
                             "another work stands there: pmid:9310563 (volume, page agree; title, author differ)"),
        "shea2017amstar/3": ("printed identifier",
                             "doi:10.1016/0197-2456(86)90046-2 is another work (title, author differ)"),
        "shea2017amstar/4": ("a person", "w8"),
    }  # fmt: skip


def test_an_old_decision_is_taken_back_to_what_it_found(old: Library) -> None:
    old.curation.undo("page2021prisma/5")
    old.curation.undo("shea2017amstar/4")
    links = exported(old)
    assert links["page2021prisma/5"] == (
        "PubMed alone",
        "nearest: pmid:12958120 (author, year agree; title Measuring inconsistency in meta-analyse… is "
        "Measuring of inconsistency there)",
    )
    assert links["shea2017amstar/4"] == ("printed words", "words of a program older than this one")


def test_what_a_page_is_of_and_how_far_asking_came_are_taken_over(old: Library, tmp_path: Path) -> None:
    list(old.export("csv"))
    with sqlite3.connect(tmp_path / "db" / "library.sqlite3") as connection:
        pages = connection.execute("SELECT verdict, method, stage, reason FROM source ORDER BY name").fetchall()
        stages = {number for (number,) in connection.execute("SELECT DISTINCT stage FROM citation")}
    assert pages[0][:3] == ("asserted", "printed identifier", Stage.DONE)
    assert json.loads(pages[0][3])[-1] == ["year", "nearly", "2017", "2018"]
    assert pages[1] == ("open", "", Stage.UNTRIED, "")
    # The first was of what a person has decided since; the second is younger than that library.
    assert stages == set(Stage) - {Stage.PUBMED_ASKED, Stage.DOI_UNKNOWN}
