"""Extract from a folder of generated pages: memory as the folder grows, and what a second process gains.

    python benchmarks/extracting.py [--pages 1000 10000] [--html 0.2] [--raw]

Pages are PubMed's HTML of about 100 KB and PubMed's text of about 10 KB, 40 references each; `--html` is the share of
the first. For each number of pages the wall and CPU seconds and the peak memory of one job are printed (the largest
of its processes), then wall and CPU of two jobs on the first number, and the ratio. Goals: memory flat, that is the
same within a few percent, and two jobs at least 1.6 times as fast as one on two processors that are otherwise idle.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import generated_pages
import reading


def write(folder: Path, pages: int, html_share: float) -> None:
    """Pages in a folder, HTML and text mixed evenly."""
    folder.mkdir()
    step = round(1 / html_share) if html_share else pages + 1
    for number in range(pages):
        if number % step == 0 and html_share:
            (folder / f"{number:05d}.html").write_text(reading.html_page(number), "utf-8")
        else:
            (folder / f"{number:05d}.txt").write_text(generated_pages.page(number, 40, 20_000), "utf-8")


def extract(folder: Path, jobs: int, raw: bool) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak megabytes of one `harvester extract` in a process of its own."""
    command = [sys.executable, "-m", "harvester", "extract", "--jobs", str(jobs), *(["--raw"] if raw else [])]
    began = time.perf_counter()
    with Path(os.devnull).open("w") as nowhere:
        process = subprocess.Popen([*command, str(folder)], stdout=nowhere)
        _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"extract ended with {status}")
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--html", type=float, default=0.2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--raw", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        for pages in options.pages:
            write(Path(root, str(pages)), pages, options.html)
            wall, cpu, memory = extract(Path(root, str(pages)), 1, options.raw)
            print(f"{pages:6d} pages, 1 job: {wall:7.1f} s wall, {cpu:7.1f} s CPU, {memory:5.0f} MB", flush=True)
        folder = Path(root, str(options.pages[0]))
        for _ in range(options.rounds):
            (one, cpu_one, _), (two, cpu_two, memory) = (extract(folder, jobs, options.raw) for jobs in (1, 2))
            print(
                f"{options.pages[0]:6d} pages: 1 job {one:.1f} s wall, {cpu_one:.1f} s CPU; 2 jobs {two:.1f} s wall, "
                f"{cpu_two:.1f} s CPU, {memory:.0f} MB: {one / two:.2f} times as fast"
            )


if __name__ == "__main__":
    main()
