"""What a terminal shows: colours if wanted, rows within its width, and a word while a lock is waited for."""

import os
import pty
import re
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.cli.running import SAMPLES, Harvester


@pytest.fixture
def filled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Harvester:
    harvester = Harvester(tmp_path / "library", capsys)
    assert harvester("harvest", SAMPLES, "--offline").status == 0
    return harvester


def on_terminal(columns: int, *arguments: object, **environment: str) -> str:
    """What a program prints on a terminal so wide."""
    ours, theirs = pty.openpty()
    size = subprocess.run(["stty", "rows", "40", "cols", str(columns)], stdin=theirs, check=True)
    assert size.returncode == 0
    command = [sys.executable, "-m", "harvester", *map(str, arguments)]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env={**os.environ, **environment}) as running:
        os.close(theirs)
        pieces = []
        try:
            while piece := os.read(ours, 65536):
                pieces.append(piece)
        except OSError:  # Linux says so when the other end is closed
            pass
        running.wait()
    os.close(ours)
    return b"".join(pieces).decode()


@pytest.mark.parametrize("command", ["reviews", "open", "runs"])
def test_no_color_means_no_escape_at_all(filled: Harvester, command: str) -> None:
    plain = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    assert "\x1b" in on_terminal(100, "--library", filled.folder, command, **plain, NO_COLOR="")
    assert "\x1b" not in on_terminal(100, "--library", filled.folder, command, NO_COLOR="1")


def test_rows_stay_within_a_narrow_terminal(filled: Harvester) -> None:
    shown = on_terminal(40, "--library", filled.folder, "-q", "reviews", NO_COLOR="1")
    assert "surendrating" in shown
    assert max(len(line) for line in re.split(r"[\r\n]+", shown)) <= 40


@pytest.mark.parametrize(("quiet", "said"), [([], 1), (["-q"], 0)])
def test_a_wait_for_another_program_is_said(
    filled: Harvester, monkeypatch: pytest.MonkeyPatch, quiet: list[str], said: int
) -> None:
    from harvester.store import locks

    monkeypatch.setattr(locks, "SILENT_SECONDS", 0.05)
    other = sqlite3.connect(filled.folder / "db" / "library.sqlite3", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(1.0, lambda: other.execute("ROLLBACK")).start()
    ran = filled("forget", SAMPLES / "grade-company-page.txt", *quiet)
    assert ran.status == 0
    assert ran.err.count("Another program is writing to this library; waiting for it.") == said
    other.close()


def test_a_wait_for_another_harvester_is_said(filled: Harvester, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    from harvester.store import locks

    monkeypatch.setattr(locks, "SILENT_SECONDS", 0.05)
    monkeypatch.setattr(locks, "WAIT_SECONDS", 0.2)
    with FileLock(filled.folder / "db" / "library.sqlite3.lock"):
        ran = filled("forget", SAMPLES / "grade-company-page.txt")
    assert ran.status == 1
    assert "waiting for it" in ran.err
    assert "Try again when it is done" in ran.err
