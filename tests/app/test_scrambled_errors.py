"""No decision reads a sentence: with every message of errors and remedies made nonsense, all else stays the same."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from harvester.cli import main, remedies
from harvester.errors import HarvesterError
from harvester.services import http
from harvester.store import locks
from tests.app.pages_of_ours import write_samples
from tests.ncbi import Standin

NOWHERE = "http://127.0.0.1:9/"
TIMES = ("_at", "started", "finished")
"""How columns end that hold when something was, which is of the run and not of the library."""


@pytest.fixture
def standin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Standin]:
    with Standin() as running:
        running.state.enforce = False
        running.state.retry_after = 0
        fast = http.Clock(sleep=lambda _seconds: None)
        patience = http.Patience(unreachable=0.1)
        monkeypatch.setattr(http, "Clock", lambda: fast)
        monkeypatch.setattr(http, "Patience", lambda **_given: patience)
        monkeypatch.setattr(locks, "WAIT_SECONDS", 0.05)
        monkeypatch.setenv("HARVESTER_CROSSREF_URL", NOWHERE)
        yield running


def a_story(folder: Path, standin: Standin, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The exit status of each command of a life with trouble, then all that the library holds and exports."""
    pages, database = folder / "pages", folder / "db" / "library.sqlite3"
    folder.mkdir()
    write_samples(pages)
    (pages / "deep.html").write_text("<html><body>" + "<div>" * 100_000)
    (pages / "broken.xml").write_text("<article><front><article-meta/></front><back><ref-list><ref></back></article>")
    (pages / "binary.bin").write_bytes(bytes(range(256)) * 9)
    statuses: list[object] = []

    def call(*arguments: str, at: str = "") -> None:
        for name, url in (("EUTILS", standin.eutils_url), ("IDCONV", standin.idconv_url)):
            monkeypatch.setenv(f"HARVESTER_{name}_URL", at or url)
        statuses.append((*arguments, main.run(["--library", str(folder), *arguments])))

    papers = standin.state.desk.papers
    paper = papers["28102259"]
    call("status")
    call("harvest", str(pages), str(folder / "missing.txt"), at=NOWHERE)
    call("doctor", at=NOWHERE)
    call("enrich", at=NOWHERE)
    standin.faults.always = "500"
    call("enrich")
    standin.faults.always = ""
    with FileLock(f"{database}.asking.lock"):
        call("enrich")
        call("harvest", str(pages))
    call("enrich")
    call("refresh", "--all", "--alert")
    papers["28102259"] = replace(paper, types=("Journal Article", "Retracted Publication"))
    call("refresh", "--all", "--alert")
    papers["28102259"] = paper
    call("refresh", "--all", at=NOWHERE)
    (pages / "broken.xml").rename(pages / "renamed.xml")
    call("harvest", str(pages), "--offline")
    for asked in (
        "show nobody2020",
        "search year:soon",
        "accept x/1 y",
        "edit pmid:28102259 doi=1",
        "open",
        "unmerge w1",
    ):
        call(*asked.split())
    call("export", "--format", "csv")
    call("export", "--format", "bibtex", "-o", str(folder / "x.bib"))
    written = [(folder / "exports" / "references.csv").read_text("utf-8"), (folder / "x.bib").read_text("utf-8")]
    return [*statuses, *written, *rows(database)]


def rows(database: Path) -> list[object]:
    """Every row of every table, without the times."""
    found: list[object] = []
    with sqlite3.connect(database) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in sorted(t for t in tables if not t.startswith("work_search")):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            timeless = ", ".join(f'"{c}"' for c in columns if not c.endswith(TIMES))
            found += [(table, *row) for row in sorted(connection.execute(f"SELECT {timeless} FROM {table}"), key=repr)]
    return found


def kinds_of(error: type[HarvesterError]) -> Iterator[type[HarvesterError]]:
    yield error
    for kind in error.__subclasses__():
        yield from kinds_of(kind)


def test_no_result_status_or_row_depends_on_the_words_of_an_error(
    tmp_path: Path, standin: Standin, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    plain = a_story(tmp_path / "library", standin, monkeypatch)
    assert "Cannot reach" in capsys.readouterr().err
    (tmp_path / "library").rename(tmp_path / "plain")
    for kind in kinds_of(HarvesterError):
        monkeypatch.setattr(kind, "__str__", lambda _self: "xyzzy")
    for fault in remedies.REMEDIES:
        monkeypatch.setitem(remedies.REMEDIES, fault, "plugh")
    scrambled = a_story(tmp_path / "library", standin, monkeypatch)
    told = capsys.readouterr().err
    assert ("Cannot reach" in told, "xyzzy. plugh" in told) == (False, True), "else nothing was scrambled"
    assert scrambled == plain


def test_statuses_of_the_story_are_those_that_are_promised(
    tmp_path: Path, standin: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [s for s in a_story(tmp_path / "library", standin, monkeypatch) if isinstance(s, tuple)]
    by_command = [(s[0], s[-1]) for s in told if s[0] in main.COMMANDS]
    assert by_command == [
        ("status", 1), ("harvest", 1), ("doctor", 0), ("enrich", 3), ("enrich", 3), ("enrich", 1), ("harvest", 1),
        ("enrich", 0), ("refresh", 0), ("refresh", 4), ("refresh", 3), ("harvest", 1), ("show", 1), ("search", 2),
        ("accept", 1), ("edit", 1), ("open", 0), ("unmerge", 1), ("export", 0), ("export", 0),
    ]  # fmt: skip
