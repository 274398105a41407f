"""Nothing decides by a sentence: with every sentence of `explain` scrambled, all results are the same."""

import csv
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from inspect import getmembers, isfunction
from itertools import count
from pathlib import Path

import pytest

from harvester import explain
from harvester.formats import FORMATS
from harvester.library.core import Library
from harvester.model import Verdict
from harvester.model.reason import ReasonCode
from tests.app.pages_of_ours import vancouver
from tests.app.test_enrich import harvested
from tests.app.test_fallback import ABROAD, INVENTED, KNOWN, NOTICE
from tests.others import CrossrefStandin

Make = Callable[..., Library]
WORDS = ("method", "evidence")
"""The columns of a table that are sentences."""


@pytest.fixture
def crossref() -> Iterator[CrossrefStandin]:
    with CrossrefStandin((ABROAD, NOTICE, KNOWN)) as running:
        running.state.enforce, running.state.a_second = False, 50
        yield running


def scramble(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every function of `explain` that makes words makes nonsense, another one each time; its tables too."""
    numbers = count(1)

    def nonsense(*_args: object) -> str:
        return f"zzz {next(numbers)}"

    for name, function in getmembers(explain, isfunction):
        if function.__module__ == explain.__name__ and function.__annotations__.get("return") is str:
            monkeypatch.setattr(explain, name, nonsense)
    for table in (explain.SENTENCES, explain.FACTS, explain.METHODS):
        for key in table:
            monkeypatch.setitem(table, key, nonsense())


def links(library: Library) -> list[tuple[object, ...]]:
    """Each link with its verdict, method and stage, and the code and values of its reason."""
    with sqlite3.connect(Path(library.settings.library) / "db" / "library.sqlite3") as connection:
        return connection.execute(
            "SELECT source.format, reference.text, citation.verdict, citation.method, citation.stage, citation.reason "
            "FROM citation JOIN reference ON reference.id = reference_id JOIN source ON source.id = source_id "
            "ORDER BY 1, 2, 3"
        ).fetchall()


def exports(library: Library) -> dict[str, object]:
    """Every format but for the two columns of words."""
    out: dict[str, object] = {name: "".join(library.export(name)) for name in FORMATS if name != "csv"}
    rows = csv.DictReader("".join(library.export("csv")).splitlines())
    out["csv"] = [{column: cell for column, cell in row.items() if column not in WORDS} for row in rows]
    return out


def lived(library: Library, pages: Path) -> tuple[object, ...]:
    """The life of a library: read, ask, decide, take back, ask again; and what it says after each."""
    said: list[object] = []
    harvested(library, pages)
    said.append(links(library))
    done = library.enrich()
    said += [links(library), exports(library), dict(done.verdicts), done.problems]
    (own,) = [r for r in library.reviews() if r.sources[0].endswith("list.txt")]
    listed = library.references(own.citekey)
    library.curation.accept(listed[0].name, f"w{library.work(listed[1].cited_key)[0]}")
    library.curation.part("reject", listed[1].name)
    library.curation.part("new", listed[2].name)
    said += [links(library), exports(library)]
    said.append([library.curation.why(one.name).state.verdict for one in listed])
    library.curation.undo(listed[0].name)
    said += [links(library), [(w.name, w.verdict, w.stage) for w in library.curation.waiting([], 99)]]
    again = library.refresh(older_than=timedelta(0))
    said += [links(library), exports(library), dict(again.verdicts)]
    harvested(library, pages)
    said += [library.enrich().requests, links(library)]
    return tuple(said)


def test_scrambled_sentences_change_no_result(
    library: Make, crossref: CrossrefStandin, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = [f"{vancouver(KNOWN)}", vancouver(ABROAD, True), vancouver(ABROAD), INVENTED, "Nobody N. Nothing. 1999."]
    numbered = "\n".join(f"{n}. {line}" for n, line in enumerate(printed, 1))
    (samples / "list.txt").write_text(f"Reading list of ours\n\nReferences\n\n{numbered}\n", "utf-8")
    plain = lived(library("plain", crossref_url=crossref.url), samples)
    scramble(monkeypatch)
    scrambled = lived(library("scrambled", crossref_url=crossref.url), samples)
    for step, (one, other) in enumerate(zip(plain, scrambled, strict=True)):
        assert one == other, step
    verdicts = {str(row[2]) for said in plain if isinstance(said, list) for row in said if len(row) == 6}
    assert verdicts >= {v.value for v in Verdict} - {"doubtful", "conflict"}, "what was lived through tells little"


def test_every_code_has_its_sentence() -> None:
    assert set(explain.SENTENCES) == set(ReasonCode)
