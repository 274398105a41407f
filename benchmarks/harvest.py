"""Harvest generated pages into a fresh library: time, and memory as it goes.

    python benchmarks/harvest.py [--pages 1000] [--references 40] [--jobs 1]

Prints CPU and wall seconds of the whole process (start-up included), pages and references a second, and the peak
memory of the first tenth of the pages beside that of all of them: flat means that the two are near each other. Goal:
1,000 pages of 40 references in under 60 s and under 300 MB.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import generated_pages


def harvest(pages: int, references: int, jobs: int) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak megabytes of one harvest in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for _ in generated_pages.write(root / "pages", pages, references):
            pass
        program = [sys.executable, "-m", "harvester", "--library", str(root)]
        command = [*program, "harvest", str(root / "pages"), "--offline", "-q", "--jobs", str(jobs)]
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        process = subprocess.Popen(command)
        _, status, used = _wait(process.pid)
        if status:
            sys.exit(f"harvest ended with {status}")
        wall = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return wall, cpu, used.ru_maxrss / 1024


def _wait(pid: int) -> tuple[int, int, resource.struct_rusage]:
    import os

    return os.wait4(pid, 0)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--references", type=int, default=40)
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    _, _, small = harvest(max(args.pages // 10, 1), args.references, args.jobs)
    wall, cpu, peak = harvest(args.pages, args.references, args.jobs)
    print(f"{args.pages} pages of {args.references} references, {args.jobs} job(s)")
    print(f"wall {wall:.1f} s, CPU {cpu:.1f} s; {args.pages / cpu:.0f} pages and "
          f"{args.pages * args.references / cpu:.0f} references a CPU second")  # fmt: skip
    print(f"peak memory {peak:.0f} MB; of a tenth of the pages {small:.0f} MB")


if __name__ == "__main__":
    main()
