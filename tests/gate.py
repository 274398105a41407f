"""The gate: what the repository's own sets measure, against floors that never fall silently.

    python tests/gate.py                                  # measure and compare
    python tests/gate.py --update                         # raise floors to what is measured; refuses to lower one
    python tests/gate.py --update --allow-regression      # lower them too: say why in the commit

`tests/floors.json` holds the floors and the SHA-256 of each set, so that a set cannot change unseen either. A new
measure is one function without arguments that returns a share from 0 to 1, and one line in `MEASURES`; a new set one
in `SETS`.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.pages import (  # noqa: E402
    broken_grid,
    list_grid,
    marked_grid,
)
from tests.pages import measuring as pages  # noqa: E402
from tests.pages.work_grid import measuring as works  # noqa: E402
from tests.references import date_grid, kind_grid, pasted_grid, reliability  # noqa: E402
from tests.references import measuring as references  # noqa: E402
from tests.values import doi_grid  # noqa: E402

FLOORS = ROOT / "tests" / "floors.json"
SETS: dict[str, Path] = {
    "references": references.GOLD,
    "pages": pages.LAYOUT_FILES,
    "list grid": ROOT / "tests" / "pages" / "list_grid",
    "confidence": reliability.HELD_OUT,
}
MEASURES: dict[str, Callable[[], float]] = {
    "references: authors, whole list": lambda: references.right_share(("author", "complete")),
    "references: title": lambda: references.right_share(("title",)),
    "references: container": lambda: references.right_share(("container",)),
    "references: date": lambda: references.right_share(("year",)),
    "references: volume and issue": lambda: references.right_share(("volume", "issue")),
    "references: pages": lambda: references.right_share(("page",)),
    "references: type": lambda: references.right_share(("type",)),
    "references: publisher, place, edition, editors": lambda: references.right_share(BOOK_FIELDS),
    "references: URL and access date": lambda: references.right_share(("url", "accessed")),
    "references: identifiers": lambda: references.right_share(("identifiers",)),
    "references: dates in words, forms looked at": lambda: date_grid.share("seen"),
    "references: dates in words, forms only scored": lambda: date_grid.share("unseen"),
    "references: kinds, styles and languages, cases looked at": lambda: kind_grid.share("seen"),
    "references: kinds, styles and languages, cases only scored": lambda: kind_grid.share("unseen"),
    "identifiers: DOIs whole in the grid of shapes, marks and contexts": doi_grid.share,
    "references: split letter by letter": references.split_share,
    "references: layouts split without fault": references.layouts_share,
    "pasted lists: without fault, structures looked at": lambda: pasted_grid.pasted_share(is_seen=True),
    "pasted lists: without fault, structures not looked at": lambda: pasted_grid.pasted_share(is_seen=False),
    "pasted lists: on a page of text, structures looked at": lambda: pasted_grid.page_share(is_seen=True),
    "pasted lists: on a page of text, structures not looked at": lambda: pasted_grid.page_share(is_seen=False),
    "confidence: fields, one less the calibration error": lambda: (
        1 - reliability.calibration_error(reliability.judged())
    ),
    "confidence: fields, right of the surest 80 %": lambda: reliability.right_when_covered(reliability.judged()),
    "confidence: references, one less the calibration error": lambda: (
        1 - reliability.calibration_error(reliability.judged_wholes())
    ),
    "confidence: references, right of the surest 80 %": lambda: reliability.right_when_covered(
        reliability.judged_wholes()
    ),
    "pages: own identifiers": pages.own_share,
    "pages: title": pages.title_share,
    "pages: number of references": pages.count_share,
    "pages: DOIs of references, precision": pages.doi_precision,
    "pages: DOIs of references, recall": pages.doi_recall,
    "pages: places of references": pages.span_share,
    "list grid: lists exact, seen structures": lambda: _grid("seen").exact,
    "list grid: lists exact, unseen structures": lambda: _grid("unseen").exact,
    "list grid: lists exact, later structures": lambda: _grid("later").exact,
    "list grid: pages without a list that give nothing": lambda: min(_grid(half).silent for half in list_grid.HALVES),
    **{
        f"list grid with a broken tag: lists exact, {half} structures": partial(broken_grid.share, half)
        for half in list_grid.HALVES
    },
    "list grid: fields as of the words alone": lambda: min(_grid(half).alike for half in list_grid.HALVES),
    **{
        f"own works, {half} layouts: {field}": partial(works.share, half, field)
        for half in ("seen", "unseen")
        for field in works.FIELDS
    },
    **{
        f"own works in print, {half} layouts: {field}": partial(works.share, half, field, works.PRINTED)
        for half in ("seen", "unseen")
        for field in works.FIELDS
    },
    **{
        f"own works copied or crawled, {half} layouts: {field}": partial(works.share, half, field, works.COPIED)
        for half in ("seen", "unseen")
        for field in works.FIELDS
    },
    "pages: marked titles": marked_grid.title_share,
    "pages: marked authors": marked_grid.author_share,
    "pages: marked journals": marked_grid.journal_share,
    "pages: marked years, volumes and pages": marked_grid.place_share,
}
BOOK_FIELDS = ("publisher", "place", "edition", "editor")


@cache
def _grid(half: str) -> list_grid.Measured:
    """One half of the grid of lists, measured once for all its shares."""
    return list_grid.measure(half)


@dataclass(frozen=True, slots=True)
class Floors:
    """The pinned floors by measure, and the digests by set."""

    floors: Mapping[str, float]
    sets: Mapping[str, str]


def read(path: Path = FLOORS) -> Floors:
    """The pinned floors; none where the file is not there yet."""
    if not path.exists():
        return Floors({}, {})
    held = json.loads(path.read_text("utf-8"))
    return Floors(held["floors"], held["sets"])


def digests() -> dict[str, str]:
    """The SHA-256 of each set."""
    return {name: hashlib.sha256(_content(path)).hexdigest() for name, path in SETS.items()}


def _content(path: Path) -> bytes:
    """A set's bytes: a file's, or those of all files in a folder with their names."""
    if path.is_file():
        return path.read_bytes()
    files = [p for p in sorted(path.iterdir()) if p.is_file()]
    return b"".join(p.name.encode() + b"\0" + p.read_bytes() for p in files)


def measure() -> dict[str, float]:
    """What each measure says now."""
    return {name: take() for name, take in MEASURES.items()}


def faults(pinned: Floors, measured: Mapping[str, float], sets: Mapping[str, str]) -> list[str]:
    """One line for each floor that is not held, each measure without a floor, each set that changed or went."""
    lines = []
    for name in sorted(pinned.floors.keys() | measured.keys()):
        floor, value = pinned.floors.get(name), measured.get(name)
        if floor is None:
            lines.append(f"{name}: no floor pinned (measured {value})")
        elif value is None:
            lines.append(f"{name}: a floor of {floor} and no measure")
        elif value < floor:
            lines.append(f"{name}: {value} is below the floor of {floor}")
    changed = [name for name in sorted(pinned.sets.keys() | sets.keys()) if pinned.sets.get(name) != sets.get(name)]
    return lines + [f"{name}: the set is not the one that the floors were pinned on" for name in changed]


def updated(pinned: Floors, measured: Mapping[str, float], sets: Mapping[str, str], may_fall: bool) -> Floors:
    """The new floors; raises ValueError where one would fall or a set changed, and that was not allowed."""
    fallen = [f"{n}: {f} -> {measured.get(n)}" for n, f in pinned.floors.items() if measured.get(n, -1.0) < f]
    fallen += [f"{n}: the set changed" for n, digest in pinned.sets.items() if sets.get(n) != digest]
    if fallen and not may_fall:
        raise ValueError("not without --allow-regression: " + "; ".join(fallen))
    return Floors(dict(measured), dict(sets))


def write(floors: Floors, path: Path = FLOORS) -> None:
    """Pin floors and digests."""
    held = {"floors": dict(sorted(floors.floors.items())), "sets": dict(sorted(floors.sets.items()))}
    path.write_text(json.dumps(held, indent=2, ensure_ascii=False) + "\n", "utf-8")


def main() -> int:
    """Measure, print, and compare or pin."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    args = parser.parse_args()
    pinned, measured = read(), measure()
    for name, value in measured.items():
        sys.stdout.write(f"{value:.4f}  floor {pinned.floors.get(name, 0.0):.4f}  {name}\n")
    if args.update:
        try:
            write(updated(pinned, measured, digests(), args.allow_regression))
        except ValueError as error:
            sys.stderr.write(f"{error}\n")
            return 1
        return 0
    lines = faults(pinned, measured, digests())
    sys.stderr.writelines(f"{line}\n" for line in lines)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
