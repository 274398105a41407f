"""How right each page's own work is, against facts that a person read off saved pages.

    python tests/pages/score_own_works.py CORPUS [--detail] [--half even|odd] [--set pages|pages_more]

CORPUS is the folder that holds `pages` and `pages_more`; the pages are not in this repository, their facts are, in
`own_works/*.jsonl`. Each file named there is read by the program's own readers (`recognize`, then `layouts.read`); its
own work is the `citing` of the first page in it that has one. Prints a line a measure: right / demanded, then the wrong
values said; with `--detail` each page's faults. A page that is missing or has another digest is named and not scored.
`--half` keeps the pages whose name without folder and last suffix has a SHA-256 whose last hex digit is even, or odd.

A line of `own_works/*.jsonl` is one page, by `file`, the path within CORPUS; `sha256` the first 16 hex digits of its
bytes. The other keys are CSL's: `type` (null where the page is of no article; then nothing is demanded), `title`,
`author` (families with their particles, a body whole, in printed order), `authors_complete` (false where the page cuts
the list), `issued` (the issue's date as far as the page says it; of a bare year and a day, the day), `container_title`,
`volume`, `issue`, `page` (ranges completed, or the article number), `doi`, `pmid`, `pmcid`. Null or an empty list: the
page says it nowhere, neither in words nor in metadata. `also` has further values by key, `issued_also` and
`container_also` those of two: right where the key is demanded, neither demanded nor wrong where it is null; a null among
them: what the page says is debatable, and silence is no fault. `note` says what is debatable.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from harvester.errors import PageError
from harvester.model import Source, Work
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from harvester.text import fold
from harvester.values import page_ranges, titles

OWN_WORKS = Path(__file__).parent / "own_works"
SHOWN = 100
"""Characters of a value in a line of faults."""
Row = Mapping[str, Any]
Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A field in comparable form: what a row's values and what a work say; "" or () is nothing.

    `key` names the row's field. `coarser` tells whether a value that was said only leaves out what the page says.
    """

    key: str
    fold: Callable[[Any], Value]
    said: Callable[[Work], Value]
    coarser: Callable[[Value, Value], bool] = lambda said, true: False


@dataclass(slots=True)
class Tally:
    """One measure over some pages: values demanded, those given right, and wrong values said."""

    demanded: int = 0
    right: int = 0
    wrong: int = 0

    @property
    def share(self) -> float:
        """Right of demanded, from 0 to 1; 1 where nothing is demanded."""
        return self.right / self.demanded if self.demanded else 1.0

    @property
    def precision(self) -> float:
        """Right of right and wrong, from 0 to 1; 1 where nothing is said."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


@dataclass(slots=True)
class Scored:
    """The tallies by measure, the faults as lines, and the pages that could not be scored with the reason."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in (*MEASURES, LOCATOR)})
    faults: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def add(self, name: str, file: str, *, said: Value, true: Value, right: bool, wrong: bool) -> None:
        """Count one value of one page."""
        tally = self.tallies[name]
        tally.demanded += bool(true)
        tally.right += bool(true) and right
        tally.wrong += wrong
        if wrong or (true and not right):
            verdict = "wrong" if wrong else "missed"
            self.faults.append(f"{file}: {name} {verdict}: said {_short(said)}, the page {_short(true)}")


def _short(value: Value) -> str:
    text = value if isinstance(value, str) else "; ".join(value)
    return repr(text if len(text) <= SHOWN else text[:SHOWN] + "…") if text else "nothing"


def _plain(value: str) -> str:
    return fold(titles.plain(value))


def _families(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(family) for family in value)


def _authors(work: Work) -> tuple[str, ...]:
    return _families(n.literal or f"{n.particle} {n.family}" for n in work.author)


def _first(page: str) -> str:
    """The first page of ranges, or the article number."""
    found = page_ranges.ranges(page_ranges.read(page))
    return found[0][0].casefold() if found else page.casefold()


def _is_part(said: Value, true: Value) -> bool:
    """Whether a date is another one without its day or month."""
    return str(true).startswith(f"{said}-")


def _identifier(scheme: str) -> Measure:
    return Measure(scheme, str.casefold, lambda work: (work.get(scheme) or "").casefold())


MEASURES: dict[str, Measure] = {
    "title": Measure("title", _plain, lambda work: _plain(work.title)),
    "authors": Measure("author", _families, _authors),
    "year": Measure("issued", lambda date: date[:4], lambda work: str(work.issued or "")[:4]),
    "date": Measure("issued", str, lambda work: str(work.issued or ""), _is_part),
    "journal": Measure(
        "container_title", _plain, lambda work: _plain(work.container_title or work.container_title_short)
    ),
    "issue": Measure("issue", fold, lambda work: fold(work.issue)),
    "DOI": _identifier("doi"),
    "PMID": _identifier("pmid"),
    "PMCID": _identifier("pmcid"),
}
LOCATOR = "locator"
LOCATORS = (
    Measure("volume", fold, lambda work: fold(work.volume)),
    Measure("page", _first, lambda work: _first(work.page or work.number)),
)
"""The two parts of the locator, which counts as one value: right where both are, wrong where one is."""


def rows(folder: Path = OWN_WORKS, half: str = "", of: str = "") -> list[Row]:
    """The facts of all sets, or of one by its name (`pages`), and of one half of them."""
    files = [path for path in sorted(folder.glob("*.jsonl")) if of in ("", path.stem)]
    found = [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]
    return [row for row in found if half in ("", half_of(row["file"]))]


def half_of(file: str) -> str:
    """`even` or `odd`: the last hex digit of the SHA-256 of a page's name without folder and last suffix."""
    digest = hashlib.sha256(Path(file).stem.encode()).hexdigest()
    return "odd" if int(digest[-1], 16) % 2 else "even"


def own_work(file: str, content: bytes) -> Work:
    """What the program reads of a page's own work; an empty work where it finds none or cannot read the file."""
    try:
        readings = [read(page) for page in recognize(Source(file, content, "0" * 64)).pages]
    except PageError:
        readings = []
    return next((reading.citing for reading in readings if reading.citing), Work())


def score(facts: Iterable[Row], corpus: Path) -> Scored:
    """All measures over the pages of some facts."""
    scored = Scored()
    for row in facts:
        file = row["file"]
        if not (corpus / file).is_file():
            scored.unread.append(f"{file}: missing")
            continue
        content = (corpus / file).read_bytes()
        if not hashlib.sha256(content).hexdigest().startswith(row["sha256"]):
            scored.unread.append(f"{file}: another digest than that of the page whose facts these are")
            continue
        compare(row, own_work(file, content), scored)
    return scored


def compare(row: Row, work: Work, scored: Scored) -> None:
    """Count what a work says against a page's facts."""
    for name, measure in MEASURES.items():
        said, true, right, wrong = _compared(measure, row, work)
        scored.add(name, row["file"], said=said, true=true, right=right, wrong=wrong)
    parts = [_compared(measure, row, work) for measure in LOCATORS]
    said, true = (" ".join(str(part[i] or "-") for part in parts) if any(p[i] for p in parts) else "" for i in (0, 1))
    right = all(right or not (said or true) for said, true, right, _ in parts)
    scored.add(LOCATOR, row["file"], said=said, true=true, right=right, wrong=any(part[3] for part in parts))


def _compared(measure: Measure, row: Row, work: Work) -> tuple[Value, Value, bool, bool]:
    """What is said, what is demanded, whether that is right, and whether it is wrong (neither: missing, coarser)."""
    said = measure.said(work)
    further = also(row, measure.key)
    accepted = [measure.fold(value) for value in (row[measure.key], *further) if value]
    demanded = row[measure.key] and (said or None not in further)
    true = measure.fold(row[measure.key]) if demanded else ""
    right = said in accepted
    return said, true, right, bool(said) and not right and not any(measure.coarser(said, value) for value in accepted)


def also(row: Row, key: str) -> list[Any]:
    """Further right values of a row's field."""
    more = {"issued": "issued_also", "container_title": "container_also"}.get(key, "")
    return [*row.get("also", {}).get(key, []), *row.get(more, [])]


def shares(corpus: Path, half: str = "", of: str = "") -> dict[str, float]:
    """The share that is right by measure, for a gate."""
    return {name: tally.share for name, tally in score(rows(half=half, of=of), corpus).tallies.items()}


def report(scored: Scored, *, detail: bool) -> Iterator[str]:
    """The lines that are printed."""
    if detail:
        yield from scored.faults
    yield from scored.unread
    for name, tally in scored.tallies.items():
        yield f"{name:8s} {tally.right:3d}/{tally.demanded:3d} = {tally.share:.4f}   wrong {tally.wrong}"


def main(arguments: list[str] | None = None) -> int:
    """Score and print; exit status 1 where a page could not be scored."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--detail", action="store_true")
    parser.add_argument("--half", choices=["even", "odd"], default="")
    parser.add_argument("--set", dest="of", default="", help="the facts of one file of own_works, by its stem")
    args = parser.parse_args(arguments)
    scored = score(rows(half=args.half, of=args.of), args.corpus)
    sys.stdout.writelines(f"{line}\n" for line in report(scored, detail=args.detail))
    return 1 if scored.unread else 0


if __name__ == "__main__":
    sys.exit(main())
