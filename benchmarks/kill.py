"""Kill a harvest with SIGKILL at moments spread over its pages, start it again, and compare with a run that was left
alone.

    python benchmarks/kill.py [--moments 20] [--pages 60]
    python benchmarks/kill.py --enrich [--moments 50]      the tests' sample pages, with the tests' stand-in for NCBI

Prints a line a moment: how far the killed run had come, and whether the second run ended in the same library (all
exports byte for byte, `PRAGMA integrity_check` and `foreign_key_check` clean). Exit status 1 if one did not.
"""

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
import generated_pages  # noqa: E402

FORMATS = ("bibtex", "csv", "csv-works")


def program(library: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "harvester", "--library", str(library), *arguments]


def exports(library: Path) -> list[bytes]:
    """Everything the library says, in three formats."""
    commands = [program(library, "export", "--format", name, "--with-reviews", "-o", "-") for name in FORMATS]
    return [subprocess.run(command, capture_output=True, check=True).stdout for command in commands]


def progress(library: Path) -> int:
    """How many pages are in and answers kept; 0 before the database is made."""
    path = library / "db" / "library.sqlite3"
    if not path.exists():
        return 0
    with sqlite3.connect(path, timeout=30) as connection:
        try:
            count = "SELECT (SELECT count(*) FROM source) + (SELECT count(*) FROM answer)"
            return int(connection.execute(count).fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def kill_at(library: Path, command: list[str], target: int, delay: float) -> int:
    """Start a command and kill it `delay` seconds after it has come to `target`; how far it was by then."""
    process = subprocess.Popen(command)
    while process.poll() is None and progress(library) < target:
        time.sleep(0.002)
    time.sleep(delay)
    process.kill()
    process.wait()
    return progress(library)


def sound(library: Path) -> bool:
    """Whether SQLite finds nothing wrong."""
    with sqlite3.connect(library / "db" / "library.sqlite3") as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return whole and connection.execute("PRAGMA foreign_key_check").fetchall() == []


@contextmanager
def asking(root: Path, pages: Path) -> Iterator[None]:
    """The sample pages of the tests in a folder, and a stand-in for NCBI that every harvest asks."""
    from tests.app.pages_of_ours import write_samples

    write_samples(pages)
    standin = subprocess.Popen(
        [sys.executable, "-m", "tests.ncbi", "--latency", "0.05"], stdout=subprocess.PIPE, text=True
    )
    assert standin.stdout is not None
    url = standin.stdout.readline().strip()
    os.environ.update(HARVESTER_EUTILS_URL=f"{url}/entrez/eutils/", HARVESTER_IDCONV_URL=f"{url}/idconv/",
                      HARVESTER_API_KEY="0" * 36, HARVESTER_CROSSREF_URL="off",
                      HARVESTER_EUROPEPMC_URL="off", HARVESTER_DOI_URL="off",
                      XDG_CACHE_HOME=str(root / "cache"))  # fmt: skip
    try:
        yield
    finally:
        standin.terminate()
        standin.wait()


@contextmanager
def offline(pages: Path, many: int) -> Iterator[None]:
    """Generated pages in a folder; nobody is asked."""
    list(generated_pages.write(pages, many, 20, 300))
    yield


def main() -> int:
    """Kill, resume, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=20)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--enrich", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        pages = root / "pages"
        with asking(root, pages) if args.enrich else offline(pages, args.pages):
            wrong = run(root, pages, args)
    print(f"{args.moments - wrong} of {args.moments} resumed to the same library")
    return 1 if wrong else 0


def run(root: Path, pages: Path, args: argparse.Namespace) -> int:
    """How many killed harvests did not end in the library of the one that was left alone."""
    rng = random.Random(1)
    harvest = ("harvest", str(pages), "-q", "--jobs", "1", *(() if args.enrich else ("--offline",)))
    subprocess.run(program(root / "whole", *harvest), check=True)
    expected, total, wrong = exports(root / "whole"), progress(root / "whole"), 0
    for number in range(args.moments):
        library = root / str(number)
        command = program(library, *harvest)
        kept = kill_at(library, command, total * number // args.moments, rng.random() * 0.05)
        subprocess.run(command, check=True)
        same = exports(library) == expected and sound(library)
        wrong += not same
        print(f"killed with {kept:3d} of {total} pages and answers in: {'same' if same else 'DIFFERS'}", flush=True)
    return wrong


if __name__ == "__main__":
    sys.exit(main())
