"""Print the grid's figures: `python -m tests.pages.list_grid --half seen [--fails] [--only NAME] [--show N]`."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable

from tests.pages.list_grid.measuring import PAGES, PARTS, SEED, Measured, Outcome, measure, reading_of

BY: dict[str, Callable[[Outcome], str]] = {
    "structure": lambda o: o.case.structure,
    "heading": lambda o: o.case.form,
    "word": lambda o: o.case.word,
    "language": lambda o: o.case.language,
    "style": lambda o: o.case.style,
    "length": lambda o: str(len(o.case.entries)),
}


def figures(outcomes: Iterable[Outcome], of: Callable[[Outcome], str]) -> list[str]:
    """One line for each value: exact lists of all, the worst first."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for outcome in outcomes:
        groups[of(outcome)].append(outcome.exact)
    ranked = sorted(groups.items(), key=lambda pair: (sum(pair[1]) / len(pair[1]), pair[0]))
    return [f"  {sum(right):4d}/{len(right):<4d} {name}" for name, right in ranked]


def report(measured: Measured, half: str, fails: bool, only: str) -> list[str]:
    """The figures of a half; of the unseen one only its sums, so that nobody mends by looking at it."""
    lines = [
        f"{half}: lists exact {measured.exact:.4f}, pages without a list that give nothing {measured.silent:.4f},"
        f" fields alike {measured.alike:.4f}"
    ]
    if half != "seen":
        return lines
    listed = [o for o in measured.outcomes if o.case.entries]
    for name, of in BY.items():
        lines += [f"by {name}", *figures(listed, of)]
    lines += ["without a list", *figures((o for o in measured.outcomes if not o.case.entries), BY["structure"])]
    for number, o in enumerate(measured.outcomes):
        if fails and only in o.case.structure and (not o.exact or o.alike < o.found):
            case = o.case
            lines.append(
                f"{number:4d} {case.structure} / {case.form} / {case.word} / {case.style}: {o.count} for"
                f" {len(case.entries)}, {o.found} right, {o.alike} alike"
            )
    return lines


def main() -> int:
    """Measure and print; `--show N` prints a page of the seen half and what is read of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=PARTS, default="seen")
    parser.add_argument("--fails", action="store_true", help="a line for each failure")
    parser.add_argument("--only", default="", help="failures of structures with this in their name")
    parser.add_argument("--show", type=int, help="print this case of the seen half")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--pages", type=int, default=PAGES)
    args = parser.parse_args()
    measured = measure(args.half, args.seed, args.pages)
    if args.show is not None and args.half == "seen":
        case = measured.outcomes[args.show].case
        reading = reading_of(case)
        lines = [case.content, *(f"EXPECTED {e.text}" for e in case.entries)]
        lines += [f"READ [{r.label}] {r.text}" for r in (reading.references if reading else ())]
    else:
        lines = report(measured, args.half, args.fails, args.only)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
