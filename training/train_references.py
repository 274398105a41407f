"""Train the tagger of reference strings: facts in, the model that ships out, the same every time.

    python training/train_references.py                      # the model that ships
    python training/train_references.py --leave-out 1/3 --output fold1.crf

`facts.jsonl.gz` holds bibliographic facts alone (names, titles, journals, years, numbers of pages); `render.py`
prints them in the styles of `styles.py`. With `--leave-out K/N` the facts of one of N folds are kept out, to measure
on references of those works.
"""

import argparse
import gzip
import json
import random
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import printing  # noqa: E402
import pycrfsuite  # noqa: E402
import render  # noqa: E402

from harvester.references.tagging import features, items  # noqa: E402

MODEL = HERE.parent / "harvester" / "references" / "tagging" / "model.crf"
SEED = 20261121  # any number does; this one makes the model that ships
PARAMETERS = {
    "c1": 0.05,
    "c2": 0.02,
    "max_iterations": 120,
    "feature.minfreq": 3,
    "feature.possible_transitions": False,
}


def load_facts() -> list[printing.Fact]:
    """All facts, in the order of the file."""
    with gzip.open(HERE / "facts.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def fold_of(title: str, folds: int) -> int:
    """The fold of a work, by its title's letters: the same for every reference to it."""
    letters = "".join(filter(str.isalnum, title.casefold()))[:60]
    return zlib.crc32(letters.encode()) % folds


def label(printed: render.PrintedFacts) -> tuple[list[list[str]], list[str]]:
    """The features and labels of the items of a printed reference."""
    found = items.split_items(printed.text)
    labels, position = [], 0
    for start in found.starts:
        while position < len(printed.spans) and printed.spans[position][1] <= start:
            position += 1
        inside = position < len(printed.spans) and printed.spans[position][0] <= start
        labels.append(printed.spans[position][2] if inside else "X")
    return features.extract(found), labels


def printed_references(facts: list[printing.Fact], times: int) -> Iterator[render.PrintedFacts]:
    """Each fact printed several times, biomedical ones more often."""
    rng = random.Random(SEED)
    dots = printing.dotted_words(facts)
    books = render.books_of(facts)
    for fact in facts:
        for _ in range(times + 1 if fact.get("b") else times):
            if printed := render.render(fact, rng, dots, books):
                yield printed


def main() -> None:
    """Train, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=MODEL)
    parser.add_argument("--leave-out", default="")
    parser.add_argument("--times", type=int, default=3)
    args = parser.parse_args()
    facts = load_facts()
    if args.leave_out:
        left, folds = (int(part) for part in args.leave_out.split("/"))
        facts = [fact for fact in facts if fold_of(fact.get("t", fact.get("c", "")), folds) != left]
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMETERS, verbose=False)
    count = 0
    for printed in printed_references(facts, args.times):
        trainer.append(*label(printed))
        count += 1
    trainer.train(str(args.output))
    print(f"{count} references of {len(facts)} works -> {args.output} ({args.output.stat().st_size} bytes)")


if __name__ == "__main__":
    main()
