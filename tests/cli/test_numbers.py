"""Numbers that are printed: each says what it counts, and two that count the same are the same."""

import shutil
from pathlib import Path
from typing import Any, cast

import pytest

from tests.app.pages_of_ours import write_samples
from tests.cli.running import SAMPLES, Harvester
from tests.ncbi import Standin


@pytest.fixture
def harvester(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Harvester:
    return Harvester(tmp_path / "library", capsys)


def test_a_work_that_was_saved_twice_counts_once_in_what_a_harvest_says(harvester: Harvester, pages: Path) -> None:
    for name in ("a.html", "b.html"):
        shutil.copy(SAMPLES / "amstar2.html", pages / name)
    ran = harvester("harvest", pages, "--offline")
    assert "1 citing work from 2 pages; 8 printed references" in ran.out
    assert "1 work from 2 pages; 8 printed references, 4 works cited, 4 counting" in harvester("status").out


def test_the_rows_of_csv_are_as_many_as_status_says(harvester: Harvester, pages: Path) -> None:
    shutil.copy(SAMPLES / "amstar2.html", pages / "b.html")
    harvester("harvest", SAMPLES, pages, "--offline")
    told = cast(dict[str, int], harvester("status", "--json").json)
    rows = harvester("export", "--format", "csv", "-o", "-").out.splitlines()
    assert told["csv_citations"] == len(rows) - 1


def test_runs_count_what_the_run_has_said(
    harvester: Harvester, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_samples(tmp_path / "pages")
    with Standin() as standin:
        standin.state.enforce = False
        monkeypatch.setenv("HARVESTER_EUTILS_URL", standin.eutils_url)
        monkeypatch.setenv("HARVESTER_IDCONV_URL", standin.idconv_url)
        harvester("harvest", tmp_path / "pages", "--offline")
        done = cast(dict[str, Any], harvester("enrich", "--json").json)
    run = next(r for r in cast(list[dict[str, Any]], harvester("runs", "--json").json) if r["command"] == "enrich")
    assert run["counts"] == done["verdicts"]
    assert sum(run["counts"].values()) > done["pages"] > 0
