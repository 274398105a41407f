"""How fast bibliographies are written: every format against a bare f-string writer and bibtexparser's own stack.

Run `python benchmarks/export.py [ENTRIES]`. Each writer runs in a fresh process on works generated from a fixed seed;
the figures are CPU seconds, entries a CPU second, cost against the floor, and the highest resident size.
"""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import bibtexparser
from bibtexparser.middlewares import LatexEncodingMiddleware
from bibtexparser.model import Entry as Block
from bibtexparser.model import Field

from harvester.formats import FORMATS, entry_writer
from harvester.model import Entry, Identifier, Name, PartialDate, Verdict, Work

PLAIN = (
    "effect of risk in patients with chronic colitis and outcomes after treatment for severe disease a randomized "
    "trial systematic review the cohort study among adults long term follow up biomarkers early diagnosis mortality"
)
SPECIAL = (
    *("Crohn's", "β-blockers", "COVID-19", "TNF-α", "mTOR", "<i>Escherichia coli</i>", "Ca<sup>2+</sup>"),
    *("&", "50%", "p<0.05", "Sweden", "HLA-B27"),
)
WORDS = (*PLAIN.split() * 3, *SPECIAL)
"""One word in ten is one that an exporter has to look at."""

FAMILIES = ("Müller", "van der Berg", "Smith", "Le Chatelier", "Kaplan", "O'Brien")


def entries(count: int) -> Iterator[Entry]:
    """Entries like PubMed's, one at a time, the same in every run."""
    rng = random.Random(7)
    for n in range(count):
        start = rng.randrange(1, 2000)
        work = Work(
            type="article-journal",
            title=" ".join(rng.choices(WORDS, k=13)).capitalize(),
            author=tuple(Name(rng.choice(FAMILIES), "A B") for _ in range(6)),
            issued=PartialDate(rng.randrange(1990, 2026), rng.randrange(1, 13)),
            container_title="Journal of Clinical & Experimental Medicine",
            volume=str(rng.randrange(1, 400)),
            issue=str(rng.randrange(1, 13)),
            page=f"{start}-{start + 9}",
            issn=("1422-0067",),
            identifiers=(Identifier("doi", f"10.1234/j.x_{n}"), Identifier("pmid", str(n + 1))),
        )
        yield Entry(work, f"smith{n}", Verdict.MATCHED if n % 5 else Verdict.OPEN, printed="Smith A. A & B. 2001")


def floor(found: Iterable[Entry]) -> Iterator[str]:
    """An f-string writer without any escaping: the least that can be done."""
    for entry in found:
        work = entry.work
        authors = " and ".join(f"{name.family}, {name.given}" for name in work.author)
        yield (
            f"@article{{{entry.citekey},\n  author = {{{authors}}},\n  title = {{{work.title}}},\n"
            f"  journal = {{{work.container_title}}},\n  year = {{{work.issued.year if work.issued else ''}}},\n"
            f"  volume = {{{work.volume}}},\n  number = {{{work.issue}}},\n  pages = {{{work.page}}},\n"
            f"  doi = {{{work.get('doi')}}},\n  pmid = {{{work.get('pmid')}}},\n  issn = {{{work.issn[0]}}},\n}}\n\n"
        )


def peer(found: Iterable[Entry]) -> Iterator[str]:
    """bibtexparser's writer as its manual shows it, with its LaTeX middleware: everything in one library."""
    library = bibtexparser.Library()
    for entry in found:
        work = entry.work
        fields = {
            "author": " and ".join(f"{name.family}, {name.given}" for name in work.author),
            "title": work.title,
            "journal": work.container_title,
            "year": str(work.issued.year if work.issued else ""),
            "volume": work.volume,
            "number": work.issue,
            "pages": work.page,
            "doi": work.get("doi"),
            "pmid": work.get("pmid"),
            "issn": work.issn[0],
        }
        library.add(Block("article", entry.citekey, [Field(key, value) for key, value in fields.items()]))
    yield bibtexparser.write_string(library, prepend_middleware=[LatexEncodingMiddleware()])


WRITERS: dict[str, Callable[[Iterable[Entry]], Iterator[str]]] = {"floor": floor, "peer": peer}


class Stream:
    """Entries in a stream that knows how many seconds went into making them, a thousand at a time."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.making = 0.0

    def __iter__(self) -> Iterator[Entry]:
        source = entries(self.count)
        began = time.process_time()
        while chunk := list(islice(source, 1000)):
            self.making += time.process_time() - began
            yield from chunk
            began = time.process_time()


def measure(name: str, count: int) -> None:
    """Run one writer and print its CPU seconds without those of making the entries, its size and its highest memory."""
    write = WRITERS.get(name) or entry_writer(name)
    "".join(write(entries(20)))
    stream = Stream(count)
    began = time.process_time()
    size = sum(len(text) for text in write(stream))
    seconds = time.process_time() - began - stream.making
    print(f"{seconds:.4f} {size} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")


def table(count: int) -> None:
    """Run every writer in processes of its own, three rounds (the peer one), and print the best round of each."""
    names = ["floor", *(row.name for row in FORMATS.values() if row.takes == "entries"), "peer"]
    runs: dict[str, list[tuple[float, int, int]]] = {name: [] for name in names}
    for name in names * 3:
        if name == "peer" and runs[name]:
            continue
        command = [sys.executable, __file__, str(count), name]
        seconds, size, memory = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        runs[name].append((float(seconds), int(size), int(memory)))
    base = min(runs["floor"])[0]
    print(f"{count} entries\n{'writer':12} {'CPU s':>8} {'entries/s':>10} {'x floor':>8} {'MB':>6} {'peak MB':>8}")
    for name in names:
        seconds, size, memory = min(runs[name])
        print(f"{name:12} {seconds:8.3f} {count / seconds:10,.0f} {seconds / base:8.1f} {size / 1e6:6.1f} {memory:8}")


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    if len(sys.argv) > 2:
        measure(sys.argv[2], count)
    else:
        table(count)
