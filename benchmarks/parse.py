"""How fast references are parsed, beside four regular expressions: CPU time, one core, paired rounds.

    python benchmarks/parse.py [FILE]     # FILE holds one reference a line; without it the repository's own set

The floor looks for authors, year, volume with pages and a DOI with one pattern each, and understands nothing. Rounds of
floor and program take turns, so that a busy machine slows both; the cost is the median of the rounds' ratios.
"""

import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from harvester import references  # noqa: E402

ROUNDS = 7
LEAST = 4000  # references a round

_AUTHORS = re.compile(r"^[A-Z][\w’'-]+,? (?:[A-Z]\.? ?){1,3}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PLACE = re.compile(r"(\d+)(?:\(([^)]{1,12})\))?[:,] ?([A-Za-z]?\d+)(?:[-–]([A-Za-z]?\d+))?")
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def floor(line: str) -> object:
    """Four patterns, nothing understood."""
    return _AUTHORS.search(line), _YEAR.search(line), _PLACE.search(line), _DOI.search(line)


def by_floor(lines: list[str]) -> None:
    """All lines by the floor."""
    for line in lines:
        floor(line)


def by_program(lines: list[str]) -> None:
    """All lines to the fields of references."""
    for _ in references.parse_many(references.raw(line) for line in lines):
        pass


def load(path: Path | None) -> list[str]:
    """The lines to parse, repeated to make a round long enough to measure."""
    if path:
        lines = [" ".join(line.split()) for line in path.read_text("utf-8").splitlines() if line.strip()]
    else:
        gold = ROOT / "tests" / "references" / "gold.jsonl"
        lines = [json.loads(line)["text"] for line in gold.read_text("utf-8").splitlines()]
    return lines * max(1, -(-LEAST // len(lines)))


def spent(work: Callable[[list[str]], None], lines: list[str]) -> float:
    """CPU seconds for all lines."""
    began = time.process_time()
    work(lines)
    return time.process_time() - began


def main() -> None:
    """Measure, and print one line an implementation."""
    lines = load(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    by_program(lines[:1])  # the model is loaded once, which is start-up and not parsing
    rounds = [(spent(by_floor, lines), spent(by_program, lines)) for _ in range(ROUNDS)]
    count = len(lines)
    floors, programs = zip(*rounds, strict=True)
    for name, times in (("four patterns (floor)", floors), ("harvester", programs)):
        rates = [count / t for t in times]
        print(f"{name:24s} {statistics.median(rates):9,.0f} references a CPU second (best {max(rates):,.0f})")
    cost = statistics.median(p / f for f, p in rounds)
    print(f"cost against the floor   {cost:9.1f} x, {ROUNDS} paired rounds of {count}")


if __name__ == "__main__":
    main()
