"""Make the chances of fields (`harvester/references/chances.json`) of references whose fields are known.

    python training/calibrate.py GOLD.jsonl ...     # some minutes: it trains a tagger for each fold
    python training/calibrate.py --report           # write docs/confidence.md anew of the held-out evidence

A line of GOLD.jsonl is `{"raw": ..., "fields": {"authors": [{"family", "given"} | {"literal"}], "title", "container",
"year", "volume", "issue", "first_page", "last_page"}}`. No tagger has seen a work when it reads it: each fold is read
by one that was trained on the facts of the others. Even lines make the coefficients; what the tagger knew of the odd
lines, and which fields came out right, is kept as numbers in `tests/references/calibration.jsonl.gz`: the table of
`docs/confidence.md` and the gate's measures are made of these.
"""

import argparse
import json
import math
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT)]

import pycrfsuite  # noqa: E402
import train_references as training  # noqa: E402

from harvester import references  # noqa: E402
from harvester.model import Work  # noqa: E402
from harvester.references import chances, parsing  # noqa: E402
from harvester.references.tagging import journals, tagger  # noqa: E402
from tests.references import reliability  # noqa: E402

Gold = dict[str, Any]
FOLDS = 3
COEFFICIENTS = ROOT / "harvester" / "references" / chances.COEFFICIENTS
UNTOLD = 0.5
"""Weight of a field that came out where the gold has none: in about half of them the gold is incomplete."""
RIDGE, STEPS = 1.0, 25


@dataclass
class Read:
    """What came of a reference: its evidence, whether a field was refused, which fields are right (None: untold)."""

    evidence: chances.Evidence
    refused: bool
    right: dict[str, bool | None]
    is_whole_right: bool


def letters(text: object) -> str:
    """The letters and digits of a text without accents, as fields are compared."""
    folded = unicodedata.normalize("NFKD", str(text or "")).translate(_PLAIN)
    return "".join(c for c in folded.lower() if c.isalnum())


_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "æ": "ae", "đ": "d"})


def gold_fields(fields: Gold) -> dict[str, object]:
    """The gold's fields in the form in which they are compared; those it does not have are absent."""
    people = [
        letters(" ".join(filter(None, (p.get("prefix"), p["family"]))) if p.get("family") else p.get("literal") or "")
        if isinstance(p, dict)
        else letters(p)
        for p in fields.get("authors") or []
    ]
    year = re.search(r"(1[5-9]|20)\d\d", str(fields.get("year") or ""))
    first, last = letters(fields.get("first_page")), letters(fields.get("last_page"))
    last = "" if _whole(first, last) == first else _whole(first, last)
    found = {
        "author": tuple(filter(None, people)), "title": letters(fields.get("title")),
        "container_title": letters(fields.get("container")), "issued": year.group() if year else "",
        "volume": letters(fields.get("volume")), "issue": letters(fields.get("issue")),
        "page": (first, last) if first else "",
    }  # fmt: skip
    return {field: value for field, value in found.items() if value}


def read_fields(work: Work) -> dict[str, object]:
    """The same of a work that was read."""
    first, _, last = work.page.partition("-")
    pages = {"first_page": first, "last_page": last}
    people = [
        {"prefix": name.particle, "family": name.family} if name.family else {"literal": name.literal}
        for name in work.author
    ]
    year = str(work.issued.year) if work.issued and work.issued.year else ""
    return gold_fields(
        {"authors": people, "title": work.title, "container": work.container_title, "year": year, **pages}
        | {"volume": work.volume, "issue": work.issue}
    )


def _whole(first: str, last: str) -> str:
    """A last page with the digits that print left out ("782-95"), and with the letter of the first ("S12-14")."""
    ours, theirs = re.fullmatch(r"([a-z]*)(\d+)([a-z]*)", first), re.fullmatch(r"([a-z]*)(\d+)([a-z]*)", last)
    if not ours or not theirs:
        return last
    if len(theirs[2]) < len(ours[2]):
        return ours[1] + ours[2][: len(ours[2]) - len(theirs[2])] + theirs[2] + theirs[3]
    return ours[1] + last if ours[1] and not theirs[1] else last


def use(model: Path, names: list[str]) -> None:
    """Let references be read with a model and a table of journals."""
    data = model.read_bytes()
    opened = pycrfsuite.Tagger()
    opened.open_inmemory(data)
    table = journals.table_of(names)
    tagger._tagger = cache(  # noqa: SLF001 # no reader of references asks for another model
        lambda: (opened, data)
    )
    journals.known = cache(lambda: table)


def read(lines: list[Gold]) -> Iterator[Read]:
    """Read each reference, and hold it against its gold."""
    noted: list[tuple[chances.Evidence, bool]] = []

    def note(
        line: str, marginals: list[float], probability: float, fields: tuple[str, ...], refused: bool
    ) -> tuple[dict[str, float], float]:
        noted.append((chances.evidence_of(line, marginals, probability), refused))
        return dict.fromkeys(fields, 1.0), 1.0

    parsing.chances.judge = note
    for line in lines:
        noted.clear()
        parsed = references.parse(references.raw(" ".join(line["raw"].split())))
        gold, said = gold_fields(line["fields"]), read_fields(parsed.described)
        right = {field: gold.get(field) == value if field in gold else None for field, value in said.items()}
        yield Read(noted[-1][0], noted[-1][1], right, gold == said)


def features(evidence: chances.Evidence, field: str) -> list[float]:
    """What the chance of a field is made of, in the order of the coefficients."""
    own, edge, split = chances.of_label(evidence, field)
    sure = [chances.certainty(value) for value in (own, edge, evidence.probability)]
    pattern = chances.absent(evidence)
    return [1.0, *sure, float(split), *(float(pattern >> bit & 1) for bit in range(chances.ABSENCES))]


def fit(rows: list[tuple[list[float], bool, float]]) -> list[float]:
    """Logistic regression by Newton's method, of features, outcome and weight; a ridge keeps rare features small."""
    size = len(rows[0][0])
    weights = [0.0] * size
    for _ in range(STEPS):
        gradient = [-RIDGE * weight for weight in weights]
        hessian = [[RIDGE * (row == column) for column in range(size)] for row in range(size)]
        for values, outcome, share in rows:
            chance = 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, values, strict=True))))
            error, curve = share * (outcome - chance), share * chance * (1 - chance)
            for row, value in enumerate(values):
                if value:
                    gradient[row] += error * value
                    line, scaled = hessian[row], curve * value
                    for column, other in enumerate(values):
                        line[column] += scaled * other
        step = _solved(hessian, gradient)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-5:
            break
    return [round(weight, 4) for weight in weights]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(len(rows)):
        pivot = max(range(at, len(rows)), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for row in range(len(rows)):
            if row != at:
                factor = rows[row][at] / rows[at][at]
                rows[row] = [value - factor * other for value, other in zip(rows[row], rows[at], strict=True)]
    return [row[-1] / row[at] for at, row in enumerate(rows)]


def coefficients(even: list[Read]) -> dict[str, list[float]]:
    """The coefficients of each field, and then those of the whole reference, which build on them."""
    found = {}
    for field in chances.LABELS:
        rows = [
            (features(one.evidence, field), bool(one.right[field]), UNTOLD if one.right[field] is None else 1.0)
            for one in even
            if field in one.right
        ]
        found[field] = fit(rows)
    held = chances.coefficients_of(found | {"whole": [0.0]})
    chances.coefficients = cache(lambda: held)
    wholes = []
    for one in even:
        of_fields = chances.of_fields(one.evidence, one.right)
        wholes.append((chances.whole_features(one.evidence, of_fields, one.refused), one.is_whole_right, 1.0))
    return found | {"whole": fit(wholes)}


def main() -> None:
    """Train the folds, read the gold with them, and write coefficients, evidence and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--report", action="store_true")
    args = parser.parse_args()
    if not args.report:
        by_fold: dict[int, list[tuple[int, Gold]]] = {}
        for path in args.gold:
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                gold = json.loads(line)
                if not gold.get("unreduced"):  # its fields are not those that its text prints
                    title = gold["fields"].get("title") or gold["fields"].get("container") or ""
                    by_fold.setdefault(training.fold_of(title, FOLDS), []).append((number, gold))
        facts = training.load_facts() + training.load_works()
        even: list[Read] = []
        odd: list[Read] = []
        with tempfile.TemporaryDirectory() as folder:
            for left, lines in sorted(by_fold.items()):
                model = Path(folder) / f"{left}.crf"
                use(model, training.train(training.without_fold(facts, left, FOLDS), model, 3))
                for (number, _), one in zip(lines, read([gold for _, gold in lines]), strict=True):
                    (odd if number % 2 else even).append(one)
        held = coefficients(even)
        final = chances.coefficients_of(held)
        chances.coefficients = cache(lambda: final)
        COEFFICIENTS.write_text(json.dumps(held, indent=1).replace("\n  ", " ").replace("\n ]", "]") + "\n", "utf-8")
        reliability.write([(one.evidence, one.refused, one.right, one.is_whole_right) for one in odd])
    reliability.REPORT.write_text(reliability.report(), "utf-8")


if __name__ == "__main__":
    main()
