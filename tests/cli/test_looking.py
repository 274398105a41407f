"""Looking never writes: no byte of the library changes, and nobody is waited for."""

import os
from pathlib import Path

import pytest

from tests.cli.running import SAMPLES, Harvester, process

KEY = "shea2017amstar"
COMMANDS = [
    ("status",),
    ("reviews",),
    ("reviews", "--citing", "doi:10.1136/bmj.n71"),
    ("references", KEY),
    ("references", f"~{KEY}"),
    ("show", KEY),
    ("show", KEY, "--provenance"),
    ("search", "review"),
    ("search", f"review:{KEY}"),
    ("top",),
    ("open",),
    ("why", f"~{KEY}/1"),
    ("history", KEY),
    ("runs",),
]


@pytest.fixture(scope="module")
def harvested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("looking")
    assert process("--library", folder, "harvest", SAMPLES, "--offline", environment=os.environ).status == 0
    return folder


@pytest.fixture
def fresh(harvested: Path, capsys: pytest.CaptureFixture[str]) -> Harvester:
    """A library that no bibliography was written of."""
    return Harvester(harvested, capsys)


def everything_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    # SQLite keeps the index of its log beside a library as long as one is open, which one of this process is.
    beside = ("-shm", "-wal")
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.endswith(beside))
    return {path.as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_looking_changes_no_byte(fresh: Harvester, command: tuple[str, ...]) -> None:
    before = everything_in(fresh.folder)
    assert fresh(*command).status == 0
    assert everything_in(fresh.folder) == before


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_looking_waits_for_nobody(fresh: Harvester, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    from filelock import FileLock

    from harvester.store import locks

    monkeypatch.setattr(locks, "WAIT_SECONDS", 0.0)
    with FileLock(fresh.folder / "db" / "library.sqlite3.lock"):
        ran = fresh(*command)
    assert (ran.status, ran.err.count("waiting")) == (0, 0)


def test_a_provisional_key_is_shown_as_one_until_a_bibliography_has_it(
    harvested: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import shutil

    shutil.copytree(harvested, tmp_path / "copy")
    library = Harvester(tmp_path / "copy", capsys)
    shown = [("reviews",), ("references", KEY), ("show", KEY), ("search", "amstar"), ("open",)]
    assert all(f"~{KEY}" in library(*command).out for command in shown)
    # zsh takes a word that begins with `~` for a folder, so what is to be typed has none.
    hints = [library("reviews").err, library("open").err, library("why", f"~{KEY}/99").err]
    assert all("harvester " in hint and "~" not in hint.rpartition("harvester ")[2] for hint in hints)
    (review,) = [r for r in library("reviews", "--json").json if r["citekey"] == KEY]  # type: ignore[attr-defined, index]
    assert review["citekey_provisional"] is True
    assert library("export").status == 0
    assert not any("~" in library(*command).out for command in shown)
    (review,) = [r for r in library("reviews", "--json").json if r["citekey"] == KEY]  # type: ignore[attr-defined, index]
    assert review["citekey_provisional"] is False
