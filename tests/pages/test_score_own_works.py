"""The facts of saved pages have one shape, and the score says what is right, wrong and missing."""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest

from harvester.model import Work, make_work
from harvester.values.dates import PartialDate
from harvester.values.identifier import parse
from harvester.values.names import Name
from tests.pages import score_own_works as scoring

PAGE = (
    '<html><head><meta name="citation_title" content="Primary, adaptive, and acquired resistance to cancer '
    'immunotherapy"><meta name="citation_author" content="Sharma, Padmanee"><meta name="citation_author" content="'
    'Hu-Lieskovan, Siwen"><meta name="citation_journal_title" content="Cell"><meta name="citation_volume" content="168">'
    '<meta name="citation_firstpage" content="707"><meta name="citation_lastpage" content="723">'
    '<meta name="citation_doi" content="10.1016/j.cell.2017.01.017"></head><body><p>Words of ours.</p></body></html>'
)
NOTHING: dict[str, Any] = dict.fromkeys(
    ("type", "title", "issued", "container_title", "volume", "issue", "page", "doi", "pmid", "pmcid")
) | {"file": "pages/a.html", "sha256": "", "author": [], "authors_complete": True}
FACTS = NOTHING | {
    "type": "article-journal",
    "title": "Primary, adaptive, and acquired resistance to cancer immunotherapy",
    "author": ["Sharma", "Hu-Lieskovan"],
    "issued": "2017-02-09",
    "container_title": "Cell",
    "volume": "168",
    "page": "707-723",
    "doi": "10.1016/j.cell.2017.01.017",
}
OPTIONAL = {"issued_also", "container_also", "also", "note"}


def tally(name: str, row: dict[str, Any], work: Work) -> tuple[int, int, int]:
    scored = scoring.Scored()
    scoring.compare(row, work, scored)
    found = scored.tallies[name]
    return found.right, found.demanded, found.wrong


def corpus(folder: Path) -> Path:
    (folder / "pages").mkdir()
    (folder / "pages" / "a.html").write_text(PAGE, "utf-8")
    return folder


def digest() -> str:
    return hashlib.sha256(PAGE.encode()).hexdigest()[:16]


@pytest.mark.parametrize("path", sorted(scoring.OWN_WORKS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_the_facts_of_a_set_are_sorted_and_of_one_shape(path: Path) -> None:
    rows = scoring.rows(of=path.stem)
    files = [row["file"] for row in rows]
    assert files == sorted(set(files))
    assert {file.split("/")[0] for file in files} == {path.stem}
    assert [row["file"] for row in rows if row.keys() - OPTIONAL != NOTHING.keys()] == []
    assert [row["file"] for row in rows if not re.fullmatch("[0-9a-f]{16}", row["sha256"])] == []


@pytest.mark.parametrize("path", sorted(scoring.OWN_WORKS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_the_facts_of_a_set_are_in_the_forms_that_are_compared(path: Path) -> None:
    for row in scoring.rows(of=path.stem):
        dates = [row["issued"], *row.get("issued_also", [])]
        assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", date) for date in dates if date), row["file"]
        for scheme in ("doi", "pmid", "pmcid"):
            found = parse(row[scheme] or "", scheme)
            assert (found.value if found else None) == (
                row[scheme].lower() if scheme == "doi" and row[scheme] else row[scheme]
            )


@pytest.mark.parametrize("path", sorted(scoring.OWN_WORKS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_a_page_of_no_article_demands_nothing(path: Path) -> None:
    keys = NOTHING.keys() - {"file", "sha256", "type", "authors_complete"}
    assert [r["file"] for r in scoring.rows(of=path.stem) if r["type"] is None and any(r[key] for key in keys)] == []


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        ("title", {"title": "Primary, Adaptive and Acquired Resistance to <i>Cancer</i> Immunotherapy."}, (1, 1, 0)),
        ("title", {"title": "Another title"}, (0, 1, 1)),
        ("title", {}, (0, 1, 0)),
        ("authors", {"author": (Name(family="SHARMA"), Name(family="Hu-Lieskovan"))}, (1, 1, 0)),
        ("authors", {"author": (Name(family="Sharma"),)}, (0, 1, 1)),
        ("year", {"issued": PartialDate(2017)}, (1, 1, 0)),
        ("date", {"issued": PartialDate(2017, 2, 9)}, (1, 1, 0)),
        ("date", {"issued": PartialDate(2017, 2)}, (0, 1, 0)),
        ("date", {"issued": PartialDate(2017, 3)}, (0, 1, 1)),
        ("journal", {"container_title_short": "Cell"}, (1, 1, 0)),
        ("issue", {"issue": "4"}, (0, 0, 1)),
        ("locator", {"volume": "168", "page": "707"}, (1, 1, 0)),
        ("locator", {"volume": "168"}, (0, 1, 0)),
        ("locator", {"volume": "168", "page": "708-723"}, (0, 1, 1)),
        ("DOI", {"identifiers": (parse("10.1016/J.CELL.2017.01.017", "doi"),)}, (1, 1, 0)),
        ("PMID", {"identifiers": (parse("28187290", "pmid"),)}, (0, 0, 1)),
    ],
)  # fmt: skip
def test_a_value_is_right_wrong_or_missing(name: str, changes: dict[str, Any], expected: tuple[int, int, int]) -> None:
    assert tally(name, FACTS, make_work(**changes)) == expected


@pytest.mark.parametrize(
    ("more", "name", "changes", "expected"),
    [
        ({"issued_also": ["2017-01-31"]}, "date", {"issued": PartialDate(2017, 1, 31)}, (1, 1, 0)),
        ({"container_also": ["Cell (Cambridge)"]}, "journal", {"container_title": "Cell (Cambridge)"}, (1, 1, 0)),
        ({"also": {"page": ["1-12"]}}, "locator", {"volume": "168", "page": "1-12"}, (1, 1, 0)),
        ({"also": {"pmid": ["28187290"]}}, "PMID", {"identifiers": (parse("28187290", "pmid"),)}, (0, 0, 0)),
        ({"also": {"title": [None]}}, "title", {}, (0, 0, 0)),
        ({"also": {"title": [None]}}, "title", {"title": "Another title"}, (0, 1, 1)),
        ({"also": {"page": [None, "1"]}}, "locator", {"volume": "168"}, (1, 1, 0)),
        ({"also": {"author": [["Sharma"]]}}, "authors", {"author": (Name(family="Sharma"),)}, (1, 1, 0)),
    ],
)
def test_a_further_right_value_is_right_and_where_nothing_is_demanded_not_wrong(
    more: dict[str, Any], name: str, changes: dict[str, Any], expected: tuple[int, int, int]
) -> None:
    assert tally(name, FACTS | more, make_work(**changes)) == expected


def test_an_article_number_is_a_locator() -> None:
    assert tally("locator", FACTS | {"page": "e707"}, make_work(volume="168", number="e707")) == (1, 1, 0)


def test_a_particle_belongs_to_the_family() -> None:
    row = FACTS | {"author": ["van Timmeren"]}
    assert tally("authors", row, make_work(author=(Name(family="Timmeren", particle="van"),))) == (1, 1, 0)


def test_a_page_is_read_by_the_program_itself(tmp_path: Path) -> None:
    scored = scoring.score([FACTS | {"sha256": digest()}], corpus(tmp_path))
    assert {name: (t.right, t.demanded) for name, t in scored.tallies.items() if t.demanded} == {
        "title": (1, 1), "authors": (1, 1), "year": (0, 1), "date": (0, 1), "journal": (1, 1), "DOI": (1, 1), "locator": (1, 1),
    }  # fmt: skip
    assert (scored.unread, sum(t.wrong for t in scored.tallies.values())) == ([], 0)


@pytest.mark.parametrize(("changes", "says"), [({"file": "pages/b.html"}, "missing"), ({"sha256": "0" * 16}, "digest")])
def test_a_page_that_is_missing_or_another_is_named_and_not_scored(
    tmp_path: Path, changes: dict[str, str], says: str
) -> None:
    scored = scoring.score([FACTS | {"sha256": digest()} | changes], corpus(tmp_path))
    assert says in scored.unread[0]
    assert sum(t.demanded for t in scored.tallies.values()) == 0


def test_the_halves_are_the_whole() -> None:
    whole = {row["file"] for row in scoring.rows()}
    even, odd = ({row["file"] for row in scoring.rows(half=half)} for half in ("even", "odd"))
    assert (even | odd, even & odd) == (whole, set())
    assert even
    assert odd


def test_the_program_names_what_it_could_not_score(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scoring.main([str(tmp_path), "--detail"]) == 1
    assert "pages/pmc_html/ace_pmc.html: missing" in capsys.readouterr().out
