"""CSL-JSON: read back as JSON and by pandoc's citation processor."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvester.formats import entry_writer
from harvester.model import Entry, Name, PartialDate, Verdict, Work
from tests.formats import torture
from tests.formats.strategies import works

NEEDS_PANDOC = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


def items(*entries: Entry) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads("".join(entry_writer("csl-json")(entries)))
    return found


def of(work: Work, verdict: Verdict = Verdict.MATCHED) -> dict[str, object]:
    return items(Entry(work, "key", verdict))[0]


def bibliography(text: str, name: str, folder: Path) -> str:
    """What pandoc prints of a bibliography file; a warning fails."""
    (folder / name).write_text(text, encoding="utf-8", newline="")
    (folder / "t.md").write_text(f'---\nnocite: "@*"\nbibliography: {name}\n---\n', encoding="utf-8")
    command = ["pandoc", "--citeproc", "-t", "plain", "--wrap=none", "t.md"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


def test_a_resolved_article_is_one_item() -> None:
    assert of(torture.REAL[0]) == {
        "id": "key",
        "citation-key": "key",
        "type": "article-journal",
        "title": "The global burden of IBD: from 2015 to 2025",
        "author": [{"family": "Kaplan", "given": "G.G."}],
        "container-title": "Nat Rev Gastroenterol Hepatol",
        "issued": {"date-parts": [[2015, 12]]},
        "volume": "12",
        "issue": "12",
        "page": "720-727",
        "DOI": "10.1038/nrgastro.2015.150",
        "PMID": "26323879",
    }


def test_no_entries_are_an_empty_array() -> None:
    assert items() == []


def test_initials_run_together_are_set_apart_for_the_style_to_count() -> None:
    assert of(Work(title="T", author=(Name("Chen", "DS"),)))["author"] == [{"family": "Chen", "given": "D S"}]


def test_names_keep_their_particle_suffix_and_group() -> None:
    read = of(Work(title="T", author=(Name("Berg", "A. B.", "Jr", "van der"), Name(literal="The Group"))))
    assert read["author"] == [
        {"family": "Berg", "given": "A. B.", "suffix": "Jr", "non-dropping-particle": "van der"},
        {"literal": "The Group"},
    ]


@pytest.mark.parametrize(
    ("literal", "issued"),
    [
        ("2019 Jan-Feb", {"date-parts": [[2019, 1], [2019, 2]]}),
        ("Winter 2018", {"date-parts": [[2018]], "season": 4}),
        ("in press", {"literal": "in press"}),
    ],
)
def test_a_date_in_words_becomes_parts_a_season_or_stays_words(literal: str, issued: dict[str, object]) -> None:
    assert of(Work(title="T", issued=PartialDate(literal=literal)))["issued"] == issued


def test_a_title_keeps_well_nested_markup() -> None:
    assert (
        of(Work(title="<i>a <b>b</i> c</b> p<0.05 H<sub>2</sub>O"))["title"]
        == "<i>a <b>b</b></i> c p<0.05 H<sub>2</sub>O"
    )


def test_what_csl_has_no_variable_for_stands_in_custom() -> None:
    work = Work(title="T", author=(Name("A"),), authors_complete=False)
    (item,) = items(Entry(work, "key", Verdict.DOUBTFUL, cited_by=("r1",), printed="1. A. T."))
    assert item["custom"] == {"authors_complete": False, "verdict": "doubtful", "cited_by": ["r1"]}
    assert item["note"] == "As printed: 1. A. T."


@NEEDS_PANDOC
def test_pandoc_makes_a_bibliography_of_the_nasty_works_without_a_warning(tmp_path: Path) -> None:
    text = bibliography("".join(entry_writer("csl-json")(torture.entries())), "t.json", tmp_path)
    printed = "“The Global Burden of IBD: From 2015 to 2025.” Nat Rev Gastroenterol Hepatol 12 (12): 720–27."
    assert f"Kaplan, G.G. 2015. {printed} https://doi.org/10.1038/nrgastro.2015.150." in text


@settings(max_examples=40, deadline=None)
@given(st.lists(works(), max_size=3))
def test_any_works_are_json_with_their_identifiers(found: list[Work]) -> None:
    read = items(*(Entry(work, f"k{i}", Verdict.OPEN) for i, work in enumerate(found)))
    assert [(item.get("DOI"), item.get("PMID")) for item in read] == [
        (work.get("doi"), work.get("pmid")) for work in found
    ]
