"""`why` names the words, the place, the candidates, each penalty and the rule, and asks nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.pages_of_ours import PAPERS, vancouver
from tests.cli.running import Harvester
from tests.ncbi import Standin

KNOWN = PAPERS["28187290"]
ANOTHER = "Nobody N. An article that was never written by anyone. Nature. 2017;541(7637):321-330."


@pytest.fixture
def standin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Standin]:
    with Standin() as running:
        running.state.enforce = False
        monkeypatch.setenv("HARVESTER_EUTILS_URL", running.eutils_url)
        monkeypatch.setenv("HARVESTER_IDCONV_URL", running.idconv_url)
        monkeypatch.setenv("NCBI_API_KEY", "0" * 36)
        yield running


@pytest.fixture
def harvester(tmp_path: Path, standin: Standin, capsys: pytest.CaptureFixture[str]) -> Harvester:
    page = tmp_path / "list.txt"
    page.write_text(f"Ours\n\nReferences\n\n1. {vancouver(KNOWN)}\n2. {ANOTHER}\n", "utf-8")
    run = Harvester(tmp_path / "library", capsys)
    assert run("harvest", page).status == 0
    return run


def names(run: Harvester) -> list[str]:
    (review,) = run("reviews", "--json").json  # type: ignore[misc]
    return [r["reference"] for r in run("references", review["citekey"], "--json").json]  # type: ignore[attr-defined]


def test_a_match_is_explained_by_its_penalties_and_its_rule(harvester: Harvester, standin: Standin) -> None:
    asked = len(standin.log)
    told = harvester("why", names(harvester)[0], "--json").json
    assert isinstance(told, dict)
    assert (told["verdict"], told["rule"]) == ("matched", "the title and another fact agree, nothing contradicts")
    first = told["candidates"][0]
    assert first["work"]["identifiers"]["pmid"] == [KNOWN.pmid]
    assert first["compared"]["page"]["amount"] == 0
    assert first["compared"]["volume"]["printed"] == KNOWN.volume
    assert told["span"]
    assert told["source"].endswith("list.txt")
    assert len(standin.log) == asked


def test_a_reference_to_nothing_says_what_stands_there(harvester: Harvester) -> None:
    ran = harvester("why", names(harvester)[1])
    assert ran.status == 0
    assert "unmatched: another work stands there: pmid:" in ran.out
    assert "rule: another title or another first author" in ran.out
    assert "0 agrees to 1 contradicts" in ran.out
    assert "title" in ran.out


def test_an_unknown_name_is_an_error_and_no_traceback(harvester: Harvester) -> None:
    ran = harvester("why", "nobody2020/1")
    assert ran.status == 1
    assert ran.err
