"""A harvest that is killed at any moment goes on where it was, and ends in the same library."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "docs" / "sample-pages"
COPIES = 12


def command(library: Path, pages: Path) -> list[str]:
    return [sys.executable, "-m", "harvester", "--library", str(library), "harvest", str(pages), "--offline", "-q"]


def exported(library: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "harvester", "--library", str(library), "export", "--format", "csv", "-o", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def sources(library: Path) -> int:
    path = library / "db" / "library.sqlite3"
    if not path.exists():
        return 0
    with sqlite3.connect(path) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'source'").fetchone():
            return 0
        return int(connection.execute("SELECT count(*) FROM source").fetchone()[0])


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages that differ, so that each is a source with works of its own beside the shared ones."""
    folder = tmp_path_factory.mktemp("pages")
    text = (SAMPLES / "prisma-explanation.txt").read_text("utf-8")
    for number in range(COPIES):
        changed = text.replace("10.1136/bmj.n160", f"10.1136/bmj.n160.{number}").replace("n71", f"n71{number}")
        (folder / f"page{number:02}.txt").write_text(changed, "utf-8")
    return folder


def test_killed_while_it_writes_it_resumes_to_the_same_library(many: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    subprocess.run(command(whole, many), check=True)
    for number, after in enumerate((0, 1, 4, 9)):
        library = tmp_path / str(number)
        process = subprocess.Popen(command(library, many))
        while process.poll() is None and sources(library) < after:
            time.sleep(0.005)
        process.kill()
        process.wait()
        kept = sources(library)
        assert kept >= after
        subprocess.run(command(library, many), check=True)
        assert sources(library) == COPIES
        assert exported(library) == exported(whole)
        with sqlite3.connect(library / "db" / "library.sqlite3") as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
