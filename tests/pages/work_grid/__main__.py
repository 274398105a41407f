"""Print the shares of a half of the grid, and the faults of the half that may be looked at."""

import argparse
import sys
from collections import Counter

from tests.pages.work_grid.layouts import FIELDS
from tests.pages.work_grid.measuring import COPIED, MODULES, PRINTED, answers, fails, measure


def main() -> None:
    """Measure and print; what fails in the unseen half is never printed."""
    parser = argparse.ArgumentParser(prog="python -m tests.pages.work_grid", description=__doc__)
    parser.add_argument("--half", choices=("seen", "unseen", "all"), default="all")
    parser.add_argument("--fails", action="store_true", help="print each fault of the seen half")
    parser.add_argument("--layouts", action="store_true", help="print the faults of each layout of the seen half")
    parser.add_argument("--printed", action="store_true", help="the layouts without metadata")
    parser.add_argument("--copied", action="store_true", help="the layouts of copied and crawled pages")
    args = parser.parse_args()
    modules = COPIED if args.copied else PRINTED if args.printed else MODULES
    read = answers(args.half, modules)
    sys.stdout.write(f"{len({a.layout.name for a in read})} layouts, {len(read)} pages\n")
    sys.stdout.writelines(f"{value:.4f}  {field}\n" for field, value in measure(args.half, modules).items())
    seen = answers("seen", modules) if args.fails or args.layouts else ()
    if args.fails:
        sys.stdout.writelines(f"{line}\n" for line in fails(seen))
    if args.layouts:
        faults = Counter((a.layout.name, f) for a in seen for f in FIELDS if a.is_right(f) is False)
        sys.stdout.writelines(f"{name} {field}: {count}\n" for (name, field), count in sorted(faults.items()))


if __name__ == "__main__":
    main()
