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
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import journal_names as more_names  # noqa: E402
import printing  # noqa: E402
import pycrfsuite  # noqa: E402
import render  # noqa: E402

from harvester.references.tagging import features, items, journals  # noqa: E402

MODEL = HERE.parent / "harvester" / "references" / "tagging" / "model.crf"
SEED = 20261121  # any number does; this one makes the model that ships
WORKS_TIMES = 8
"""References made of each work of `works.txt`: a few hundred of them stand for kinds that every list has some of."""
TABLES = 3
"""Tables of journals' names, each without a part of them: a reference is shown to the tagger with one of them, so that
it finds journals that are in none."""
MIN_NAME, MOST_WORDS = 3, 9
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


_COLUMNS = ("kind", "lang", "a", "t", "y", "u", "l", "c", "v", "i", "p", "g", "e")


def load_works() -> list[printing.Fact]:
    """The works of `works.txt` that are no journal article, or in other languages: a line each, fields behind bars."""
    works = []
    for line in (HERE / "works.txt").read_text("utf-8").splitlines():
        fact: printing.Fact = {key: value for key, value in zip(_COLUMNS, line.split("|"), strict=False) if value}
        for key in "ae":
            if key in fact:
                fact[key] = [_person(name, fact["lang"]) for name in fact[key].split(";")]
        works.append(fact)
    return works


def _person(name: str, language: str) -> list[str]:
    """A person as family and given name; a body, or a name of Chinese signs, as it is."""
    name = name.strip()
    if language == "ru" and name.count(" ") == 1:
        return name.split(" ")
    family, comma, given = name.partition(", ")
    is_person = comma and family.count(" ") < _MOST_GIVEN and given.count(" ") < _MOST_GIVEN
    if is_person and not re.search(r"[/,(]", family + given) and not (given.isupper() and len(given) > _MOST_INITIALS):
        return [family, given]
    initials = name.rpartition(" ")[2]
    are_initials = initials.isupper() and initials.isalpha() and len(initials) <= _MOST_INITIALS
    if are_initials and not comma and " " in name and not name.isupper():
        return [name.rpartition(" ")[0], initials]
    return [name]


_MOST_GIVEN, _MOST_INITIALS = 3, 4


def fold_of(title: str, folds: int) -> int:
    """The fold of a work, by its title's letters: the same for every reference to it."""
    letters = "".join(filter(str.isalnum, title.casefold()))[:60]
    return zlib.crc32(letters.encode()) % folds


def journal_names(facts: list[printing.Fact]) -> list[str]:
    """The names of journals that facts print, as the table of the tagger holds them: words of letters, in order."""
    printed = [fact["c"] for fact in facts if "c" in fact and "u" not in fact] + more_names.all_names()
    names = (" ".join(filter(None, map(journals.letters, name.split()))) for name in printed)
    return sorted({name for name in names if len(name) >= MIN_NAME and name.count(" ") < MOST_WORDS})


def label(printed: render.PrintedFacts, table: journals.Known) -> tuple[list[list[str]], list[str]]:
    """The features and labels of the items of a printed reference."""
    found = items.split_items(printed.text)
    labels, position = [], 0
    for start in found.starts:
        while position < len(printed.spans) and printed.spans[position][1] <= start:
            position += 1
        inside = position < len(printed.spans) and printed.spans[position][0] <= start
        labels.append(printed.spans[position][2] if inside else "X")
    return features.extract(found, table), labels


def printed_references(facts: list[printing.Fact], times: int) -> Iterator[render.PrintedFacts]:
    """Each fact printed several times, biomedical ones more often."""
    rng = random.Random(SEED)
    dots = printing.dotted_words(facts)
    books = render.books_of(facts)
    for fact in facts:
        for _ in range(WORKS_TIMES if "kind" in fact else times + 1 if fact.get("b") else times):
            if printed := render.render(fact, rng, dots, books):
                yield printed


def without_fold(facts: list[printing.Fact], left: int, folds: int) -> list[printing.Fact]:
    """The facts whose works are in another fold."""
    return [fact for fact in facts if fold_of(fact.get("t", fact.get("c", "")), folds) != left]


def train(facts: list[printing.Fact], output: Path, times: int) -> list[str]:
    """Train on references printed of facts, write the model, and give the names for the table of journals."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMETERS, verbose=False)
    names = journal_names(facts)
    tables = [
        journals.table_of([name for name in names if zlib.crc32(name.encode()) % TABLES != left])
        for left in range(TABLES)
    ]
    unknown = random.Random(SEED)
    for printed in printed_references(facts, times):
        trainer.append(*label(printed, unknown.choice(tables)))
    trainer.train(str(output))
    return names


def main() -> None:
    """Train, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=MODEL)
    parser.add_argument("--leave-out", default="")
    parser.add_argument("--times", type=int, default=3)
    args = parser.parse_args()
    facts = load_facts() + load_works()
    if args.leave_out:
        facts = without_fold(facts, *(int(part) for part in args.leave_out.split("/")))
    names = train(facts, args.output, args.times)
    table_file = args.output.with_name(journals.TABLE) if args.output == MODEL else args.output.with_suffix(".txt")
    table_file.write_text("".join(f"{name}\n" for name in names), "utf-8")
    print(f"{len(facts)} works -> {args.output} ({args.output.stat().st_size} bytes)")


if __name__ == "__main__":
    main()
