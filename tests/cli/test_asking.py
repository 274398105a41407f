"""`enrich`, `refresh`, `resolve` and a harvest with a network, as their users meet them."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from harvester.library.core import Library
from harvester.services import http
from tests.app.pages_of_ours import ABSENT, PAPERS, vancouver, write_samples
from tests.cli.running import Harvester, process
from tests.ncbi import Standin

KEY = "0123456789abcdef0123456789abcdef0123"


@pytest.fixture
def standin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Standin]:
    with Standin() as running:
        running.state.enforce = False
        running.state.retry_after = 0
        monkeypatch.setenv("HARVESTER_EUTILS_URL", running.eutils_url)
        monkeypatch.setenv("HARVESTER_IDCONV_URL", running.idconv_url)
        monkeypatch.setenv("NCBI_API_KEY", KEY)
        yield running


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    write_samples(tmp_path / "pages")
    return tmp_path / "pages"


@pytest.fixture
def harvester(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Harvester:
    return Harvester(tmp_path / "library", capsys)


def test_a_harvest_asks_pubmed_after_reading_and_says_what_came_of_it(
    harvester: Harvester, samples: Path, standin: Standin
) -> None:
    ran = harvester("harvest", samples)
    assert ran.status == 0
    assert f"Asked PubMed ({len(standin.log)} requests)" in ran.out
    assert "page shows 5; PubMed 13; 5 of 5 printed found" in ran.out
    assert "harvester configure --email" in ran.err, "NCBI asks for an address; the run goes on without"
    again = harvester("harvest", samples)
    assert "Asked PubMed" not in again.out
    assert "--email" not in again.err


def test_a_harvest_without_network_keeps_everything_and_says_what_waits(
    harvester: Harvester, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    moving = http.Clock(now=lambda: sum(waited), sleep=waited.append)
    monkeypatch.setattr(http, "Clock", lambda: moving)
    ran = harvester("harvest", samples)
    assert 0 < sum(waited) < 10
    assert ran.status == 0
    assert "5 read" in ran.out
    assert "Cannot reach 127.0.0.1:9" in ran.err
    assert "24 are waiting" in ran.err


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives up on an unreachable service at once."""
    patience = http.Patience(unreachable=0.1)
    monkeypatch.setattr(http, "Patience", lambda **_given: patience)


def test_enrich_without_network_has_an_exit_status_of_its_own(harvester: Harvester, samples: Path, hasty: None) -> None:
    harvester("harvest", samples, "--offline")
    ran = harvester("enrich", "-q")
    assert ran.status == 3
    assert ran.out == ""
    assert "Cannot reach" in ran.err


def test_enrich_tells_its_cost_beforehand_and_asks_nothing_then(
    harvester: Harvester, samples: Path, standin: Standin
) -> None:
    harvester("harvest", samples, "--offline")
    ran = harvester("enrich", "--dry-run", "--json")
    assert cast(dict[str, Any], ran.json)["subjects"] == 24
    assert standin.log == []
    assert "24 open" in harvester("enrich", "--dry-run").out


def test_enrich_is_json_on_demand_and_says_when_nothing_is_open(
    harvester: Harvester, samples: Path, standin: Standin
) -> None:
    harvester("harvest", samples, "--offline")
    done = cast(dict[str, Any], harvester("enrich", "--json").json)
    assert done["requests"] == len(standin.log)
    assert done["waiting"] == 0
    assert done["verdicts"]["unmatched"] == 2
    assert harvester("enrich").out == "Nothing is open.\n"
    asked = len(standin.log)
    assert harvester("enrich", "--no-cache").status == 0
    assert len(standin.log) == asked


def test_resolve_finds_identifiers_on_standard_input_without_a_library(tmp_path: Path, standin: Standin) -> None:
    lines = [vancouver(PAPERS["28187290"]), ABSENT, vancouver(PAPERS["27793177"], doi=True)]
    ran = process("resolve", environment=dict(os.environ), text="\n".join(lines) + "\n\n")
    assert ran.status == 0
    first, second, third = ran.lines
    assert (first["verdict"], first["method"]) == ("matched", "ecitmatch")
    assert first["identifiers"] == {
        "pmid": ["28187290"],
        "doi": ["10.1016/j.cell.2017.01.017"],
        "pmcid": ["PMC5391692"],
    }
    assert first["printed_identifiers"] == {}
    assert "title" in str(first["evidence"])
    assert first["candidates"][0]["distance"] < 0.1  # type: ignore[index]
    assert (second["verdict"], second["identifiers"]) == ("unmatched", {})
    assert third["printed_identifiers"] == {"doi": ["10.1186/s13073-016-0369-x"]}
    assert third["identifiers"]["pmid"] == ["27793177"]  # type: ignore[index]


def test_resolve_without_network_says_so(harvester: Harvester, tmp_path: Path, hasty: None) -> None:
    (tmp_path / "references.txt").write_text("Kaplan GG. A title. Gut. 2015;1:2.\n")
    ran = harvester("resolve", tmp_path / "references.txt")
    assert ran.status == 3
    assert "Cannot reach" in ran.err
    assert ran.err.endswith(". Run it again when the service is back.\n")


def test_refresh_prints_what_changed_and_alerts_of_a_retraction(
    harvester: Harvester, samples: Path, standin: Standin, tmp_path: Path
) -> None:
    harvester("harvest", samples)
    quiet = harvester("refresh", "--all", "-q", "--alert")
    assert (quiet.status, quiet.out, quiet.err) == (0, "", "")
    known = standin.state.desk.papers
    known["28102259"] = replace(known["28102259"], types=("Journal Article", "Retracted Publication"))
    ran = harvester("refresh", "--all", "-q", "--alert", "--report", tmp_path / "report.txt")
    assert ran.status == 4
    assert ran.out.startswith("ALERT  pmid:28102259 Elements of cancer immunity")
    assert ran.out.endswith(": retracted\n")
    assert (tmp_path / "report.txt").read_text("utf-8") == ran.out
    assert harvester("refresh", "--all", "-q", "--alert").status == 0, "an alert is given once"


def test_a_retracted_work_is_marked_where_it_is_shown(harvester: Harvester, samples: Path, standin: Standin) -> None:
    known = standin.state.desk.papers
    known["28102259"] = replace(known["28102259"], types=("Journal Article", "Retracted Publication"))
    harvester("harvest", samples)
    assert "NOTE         Retracted\n" in harvester("show", "pmid:28102259").out
    assert cast(dict[str, Any], harvester("show", "pmid:28102259", "--json").json)["notices"] == ["retracted"]
    listed = [r["citekey"] for r in cast(list[dict[str, Any]], harvester("reviews", "--json").json)]
    assert any("[RETRACTED] Elements of cancer" in harvester("references", key).out for key in listed)


def test_a_record_that_pubmed_has_no_longer_is_told_once_and_kept(
    harvester: Harvester, samples: Path, standin: Standin
) -> None:
    harvester("harvest", samples)
    gone = standin.state.desk.papers.pop("28102259")
    standin.state.desk.__post_init__()
    ran = harvester("refresh", "--all", "-q")
    assert ran.out.startswith("pmid:28102259 Elements of cancer immunity")
    assert "PubMed has no record of it any more" in ran.out
    assert harvester("refresh", "--all", "-q").out == ""
    assert gone.title.rstrip(".") in harvester("show", "pmid:28102259").out


def test_refresh_claims_nothing_of_what_it_could_not_ask(
    harvester: Harvester, samples: Path, standin: Standin, monkeypatch: pytest.MonkeyPatch, hasty: None
) -> None:
    harvester("harvest", samples)
    monkeypatch.setenv("HARVESTER_EUTILS_URL", "http://127.0.0.1:9/")
    ran = harvester("refresh", "--all")
    assert ran.status == 3
    assert "No record was compared; " in ran.out
    assert "`harvester refresh` when it is back" in ran.err
    assert "0 are waiting" not in ran.err


@pytest.mark.parametrize(("command", "status"), [("refresh", 3), ("enrich", 3), ("harvest", 0)])
def test_a_service_that_gives_nothing_but_errors_counts_as_out_of_reach(
    harvester: Harvester, samples: Path, standin: Standin, monkeypatch: pytest.MonkeyPatch, command: str, status: int
) -> None:
    fast_init = http.Clock(sleep=lambda _seconds: None)
    monkeypatch.setattr(http, "Clock", lambda: fast_init)
    harvester("harvest", samples, "--offline")
    standin.state.retry_after = 0
    standin.faults.always = "500"
    ran = harvester(command, *([samples] if command == "harvest" else []))
    assert ran.status == status
    assert "gave no answer after" in ran.err
    assert "when it is back" in ran.err


def test_refresh_asks_for_nothing_that_is_not_due(harvester: Harvester, samples: Path, standin: Standin) -> None:
    harvester("harvest", samples)
    asked = len([e for e in standin.log if e.call == "efetch.fcgi"])
    ran = harvester("refresh", "--older-than", "2w")
    assert ran.status == 0
    assert "No record was due." in ran.out
    assert len([e for e in standin.log if e.call == "efetch.fcgi"]) == asked


def test_an_age_that_is_none_is_a_usage_error(harvester: Harvester) -> None:
    ran = harvester("refresh", "--older-than", "soon")
    assert ran.status == 2
    assert "30d, 4w or 12h" in ran.err


def test_a_second_process_that_asks_says_that_one_does(harvester: Harvester, samples: Path, standin: Standin) -> None:
    from filelock import FileLock

    from harvester.store import locks

    harvester("harvest", samples, "--offline")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locks, "WAIT_SECONDS", 0.05)
        with FileLock(harvester.folder / "db" / "library.sqlite3.asking.lock"):
            ran = harvester("enrich")
            again = harvester("harvest", samples)
    assert (again.status, "What is open waits" in again.err) == (0, True)
    assert ran.status == 1
    assert "Another Harvester is asking the services" in ran.err


def test_the_key_is_nowhere_in_what_is_printed_or_kept(
    harvester: Harvester, samples: Path, standin: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast_init = http.Clock(sleep=lambda _seconds: None)
    monkeypatch.setattr(http, "Clock", lambda: fast_init)
    standin.faults.plan.extend(["429", "limit-200", "503", "cut"])
    ran = harvester("harvest", samples, "-vv")
    assert KEY not in ran.out + ran.err
    kept = b"".join(path.read_bytes() for path in harvester.folder.rglob("*") if path.is_file())
    assert KEY.encode() not in kept


def _start(library: Path, samples: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "harvester", "--library", str(library), "harvest", str(samples), "-q"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def _exported(library: Path) -> str:
    return "".join(Library.open(library).export("csv"))


def test_killed_while_it_asks_it_resumes_to_the_same_library_and_asks_nothing_known_again(
    samples: Path, standin: Standin, tmp_path: Path
) -> None:
    assert _start(tmp_path / "whole", samples).wait() == 0
    whole = _exported(tmp_path / "whole")
    in_one_go = len(standin.log)
    standin.state.latency = 0.05
    for after in (2, 9):
        library = tmp_path / str(after)
        begin = len(standin.log)
        running = _start(library, samples)
        while running.poll() is None and len(standin.log) - begin < after:
            time.sleep(0.005)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        assert _start(library, samples).wait() == 0
        assert _exported(library) == whole
        # What was under way when it was killed was never known here, and is asked again.
        assert len(standin.log) - begin <= in_one_go + 3
        with sqlite3.connect(library / "db" / "library.sqlite3") as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_doctor_says_whether_pubmed_answers_and_refuses_a_refused_key(
    harvester: Harvester, standin: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "ok    PubMed: answers" in harvester("doctor").out
    monkeypatch.setenv("NCBI_API_KEY", "bad")
    ran = harvester("doctor")
    assert ran.status == 1
    assert "FAIL  PubMed: " in ran.out
    assert "refuses the API key" in ran.out
    monkeypatch.setenv("HARVESTER_EUTILS_URL", "http://127.0.0.1:9/")
    ran = harvester("doctor")
    assert (ran.status, "Cannot reach" in ran.out) == (0, True)
