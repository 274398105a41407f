"""Works, contributors and citations through the store, beside raw `sqlite3` with the same tables, indexes,
transactions.

    python benchmarks/store.py [--works 100000] [--pages 10000] [--cited 100] [--queries]

Plans of made-up pages are applied one by one, a transaction each, and timed as CPU seconds; a raw connection puts the
very same rows into another database of the same schema, in the same transactions, in the order in which the store put
them; the two take turns every hundred pages. Goal: a ratio of at most 1.5. With --queries the library is then asked
what people ask it: identifier look-up (goal under 0.1 ms), a search for two words one of which is rare (20 ms),
"cited by at least 2 reviews" (0.5 s), `status` (1 s).
"""

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from harvester.model import Identifier, Name, ParsedReference, PartialDate, RawReference, Reading, Span, Work
from harvester.model.library_views import Selection
from harvester.model.neighbourhood import Neighbourhood
from harvester.model.prepared import Prepared, SourceFacts
from harvester.model.reading import FieldLocation
from harvester.ports import Store
from harvester.store.database import PRAGMAS
from harvester.store.library import open_library
from harvester.works.source_plan import make_prepared, make_source_plan

sys.path.insert(0, str(Path(__file__).parent))
from generated_pages import FAMILIES, JOURNALS, WORDS

Batch = list[tuple[str, list[tuple[object, ...]]]]
NOW = datetime(2026, 1, 1, tzinfo=UTC)
TABLES = ("work", "contributor", "identifier", "description", "description_key", "source", "place", "reference",
          "citation", "work_search")  # fmt: skip


def work(number: int) -> Work:
    """Work `number`: three authors, a title with a rare word, a DOI."""
    rng = random.Random(number)
    return Work(
        type="article-journal",
        title=f"{' '.join(rng.choice(WORDS) for _ in range(9)).capitalize()} rare{number}",
        author=tuple(Name(rng.choice(FAMILIES), rng.choice("ABCDEFGH")) for _ in range(3)),
        issued=PartialDate(rng.randint(1990, 2025)),
        container_title=rng.choice(JOURNALS),
        volume=str(rng.randint(1, 99)),
        page=str(rng.randint(1, 2000)),
        identifiers=(Identifier("doi", f"10.5555/pool.{number}"),),
    )


def pages(works: list[Work], many: int, cited: int) -> Iterator[Prepared]:
    """Pages of reviews; the first ones go through all works once, the later ones cite at random."""
    rng = random.Random(7)
    for number in range(many):
        start = number * cited
        chosen = range(start, start + cited) if start + cited <= len(works) else rng.sample(range(len(works)), cited)
        own = Work(type="article-journal", title=f"Review {number} of many things that were studied",
                   identifiers=(Identifier("doi", f"10.5555/review.{number}"),))  # fmt: skip
        parsed = [_reference(place, works[index]) for place, index in enumerate(chosen, 1)]
        facts = SourceFacts(f"pages/{number:06}.txt", 0, f"{number:064x}", "text", own.title, None)
        prepared = make_prepared(facts, Reading(own.title, own, tuple(p.raw for p in parsed)), parsed)
        yield replace(prepared, locations=PLACES)


def _reference(ordinal: int, cited: Work) -> ParsedReference:
    first = cited.author[0]
    text = f"{first.family} {first.given}. {cited.title}. {cited.container_title}. {cited.volume}:{cited.page}."
    return ParsedReference(RawReference(ordinal, str(ordinal), text), cited, 0.99, cited.page)


PLACES = tuple(FieldLocation(f"field_{n}", Span(100 * n, 100 * n + 60)) for n in range(12))
"""Where a page says the fields of its own work; as many as pages of journals have."""
BLOCK = 100
"""Pages after which the two change turns: what else the machine does meanwhile then slows both alike."""


def measure(ours: Path, floor: Path, prepared: Iterator[Prepared]) -> tuple[float, float]:
    """CPU seconds of applying all plans through the store, and of putting their rows through the driver alone."""
    store = open_library(f"sqlite:///{ours}", create=True)
    open_library(f"sqlite:///{floor}", create=True)
    connection = sqlite3.connect(floor, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    seen: set[str] = set()
    spent, least, before = 0.0, 0.0, dict[str, int]()
    while True:
        seconds, marks = through_the_store(store, ours, islice(prepared, BLOCK), seen)
        if not marks:
            return spent, least
        spent += seconds
        least += raw(connection, _batches(ours, before, marks))
        before = marks[-1]


def through_the_store(
    store: Store, path: Path, block: Iterable[Prepared], seen: set[str]
) -> tuple[float, list[dict[str, int]]]:
    """CPU seconds of applying some plans, and how far each table's numbers had come after each."""
    spent, marks = 0.0, []
    counters = sqlite3.connect(path)
    for page in block:
        # The plan of a page whose works are all known or all new needs no look around, as here.
        digests = {d.digest for d in page.claims}
        plan = make_source_plan(page, Neighbourhood(present=frozenset(digests & seen)))
        seen |= digests
        began = time.process_time()
        store.pages.apply(plan, 1, NOW)
        spent += time.process_time() - began
        marks.append(dict(counters.execute("SELECT name, last FROM counter")))
    counters.close()
    return spent, marks


def raw(connection: sqlite3.Connection, batches: Iterable[Batch]) -> float:
    """CPU seconds of putting the same rows in the same transactions through the driver alone."""
    spent = 0.0
    for batch in batches:
        began = time.process_time()
        connection.execute("BEGIN IMMEDIATE")
        for statement, rows in batch:
            connection.executemany(statement, rows)
        connection.execute("COMMIT")
        spent += time.process_time() - began
    return spent


def _batches(source: Path, before: dict[str, int], marks: list[dict[str, int]]) -> Iterator[Batch]:
    """The rows of each transaction, table by table; read page by page, outside the timing."""
    connection = sqlite3.connect(source)
    keyed = {"work": ("id", "work"), "contributor": ("work_id", "work"), "identifier": ("work_id", "work"),
             "description": ("id", "description"), "description_key": ("description_id", "description"),
             "source": ("id", "source"), "place": ("source_id", "source"),
             "reference": ("id", "reference"), "citation": ("reference_id", "reference"),
             "work_search": ("rowid", "work")}  # fmt: skip
    columns = {t: [row[1] for row in connection.execute(f"PRAGMA table_info({t})")] for t in TABLES}
    columns["work_search"].insert(0, "rowid")
    for mark in marks:
        batch = []
        for table in TABLES:
            key, counter = keyed[table]
            names = ", ".join(f'"{c}"' for c in columns[table])
            found = connection.execute(
                f"SELECT {names} FROM {table} WHERE {key} > ? AND {key} <= ?",
                (before.get(counter, 0), mark.get(counter, 0)),
            ).fetchall()
            places = ", ".join("?" * len(columns[table]))
            if found:
                batch.append((f"INSERT INTO {table} ({names}) VALUES ({places})", found))
        before = mark
        yield batch


def queries(path: Path, works: int) -> None:
    """What people ask, each several times; medians."""
    store = open_library(f"sqlite:///{path}", create=False)
    rng = random.Random(3)
    connection = sqlite3.connect(path)

    def timed(name: str, goal: str, ask: object, times: int) -> None:
        assert callable(ask)
        ask()
        spans = []
        for _ in range(times):
            began = time.perf_counter()
            ask()
            spans.append(time.perf_counter() - began)
        print(f"{name:<40} median {statistics.median(spans) * 1000:9.3f} ms   (goal {goal})")

    def identifier() -> None:
        value = f"10.5555/pool.{rng.randrange(works)}"
        connection.execute("SELECT work_id FROM identifier WHERE scheme = 'doi' AND value = ?", (value,)).fetchone()

    timed("identifier look-up (SQL)", "0.1 ms", identifier, 1000)
    timed(
        "identifier look-up (store.works.find)",
        "-",
        lambda: store.works.find(f"doi:10.5555/pool.{rng.randrange(works)}"),
        200,
    )
    timed(
        "search, two words, one rare",
        "20 ms",
        lambda: store.views.search(f"therapy rare{rng.randrange(works)}", 20),
        50,
    )
    timed("search, two common words", "-", lambda: store.views.search("therapy cohort", 20), 5)
    timed("cited by at least 2 reviews", "500 ms", lambda: store.works.chosen(Selection(cited_by_at_least=2)), 3)
    timed("status", "1000 ms", store.views.totals, 3)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--works", type=int, default=100_000)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--cited", type=int, default=100)
    parser.add_argument("--queries", action="store_true")
    args = parser.parse_args()
    works = [work(number) for number in range(args.works)]
    with tempfile.TemporaryDirectory() as folder:
        ours, floor = Path(folder) / "store.sqlite3", Path(folder) / "raw.sqlite3"
        spent, least = measure(ours, floor, pages(works, args.pages, args.cited))
        print(f"{args.works} works, {3 * args.works} contributors, {args.pages * args.cited} citations")
        print(f"store {spent:.1f} CPU s, raw sqlite3 {least:.1f} CPU s, ratio {spent / least:.2f} (goal 1.5)")
        if args.queries:
            queries(ours, args.works)


if __name__ == "__main__":
    main()
