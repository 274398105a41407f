"""Kill a harvest with SIGKILL at moments spread over its pages, start it again, and compare with a run that was left
alone.

    python benchmarks/kill.py [--moments 20] [--pages 60]

Prints a line a moment: how far the killed run had come, and whether the second run ended in the same library (all
exports byte for byte, `PRAGMA integrity_check` and `foreign_key_check` clean). Exit status 1 if one did not.
"""

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import generated_pages

FORMATS = ("bibtex", "csv", "csv-works")


def program(library: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "harvester", "--library", str(library), *arguments]


def exports(library: Path) -> list[bytes]:
    """Everything the library says, in three formats."""
    commands = [program(library, "export", "--format", name, "--with-reviews", "-o", "-") for name in FORMATS]
    return [subprocess.run(command, capture_output=True, check=True).stdout for command in commands]


def sources(library: Path) -> int:
    """How many pages are in; 0 before the database is made."""
    path = library / "db" / "library.sqlite3"
    if not path.exists():
        return 0
    with sqlite3.connect(path, timeout=30) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM source").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def kill_at(library: Path, command: list[str], target: int, delay: float) -> int:
    """Start a command and kill it `delay` seconds after `target` pages are in; the pages that were in by then."""
    process = subprocess.Popen(command)
    while process.poll() is None and sources(library) < target:
        time.sleep(0.002)
    time.sleep(delay)
    process.kill()
    process.wait()
    return sources(library)


def sound(library: Path) -> bool:
    """Whether SQLite finds nothing wrong."""
    with sqlite3.connect(library / "db" / "library.sqlite3") as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return whole and connection.execute("PRAGMA foreign_key_check").fetchall() == []


def main() -> int:
    """Kill, resume, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=20)
    parser.add_argument("--pages", type=int, default=60)
    args = parser.parse_args()
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        pages = root / "pages"
        list(generated_pages.write(pages, args.pages, 20, 300))
        harvest = ("harvest", str(pages), "--offline", "-q", "--jobs", "1")
        subprocess.run(program(root / "whole", *harvest), check=True)
        expected, wrong = exports(root / "whole"), 0
        for number in range(args.moments):
            library = root / str(number)
            target = args.pages * number // args.moments
            kept = kill_at(library, program(library, *harvest), target, rng.random() * 0.05)
            subprocess.run(program(library, *harvest), check=True)
            same = exports(library) == expected and sound(library)
            wrong += not same
            print(f"killed with {kept:3d} of {args.pages} pages in: {'same' if same else 'DIFFERS'}", flush=True)
        print(f"{args.moments - wrong} of {args.moments} resumed to the same library")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
