"""biblatex: read back by bibtexparser, biber and pandoc."""

import shutil
import subprocess
from pathlib import Path

import bibtexparser
import pytest
from hypothesis import given, settings

from harvester.formats import entry_writer, latex
from harvester.model import Entry, PartialDate, Verdict, Work
from harvester.values import types
from tests.formats import torture
from tests.formats.strategies import works
from tests.formats.test_bibtex import NEEDS_BIBER, biber_log, fields, plain_of, read_doi
from tests.formats.test_csl_json import NEEDS_PANDOC, bibliography


def of(work: Work, verdict: Verdict = Verdict.MATCHED, **more: object) -> dict[str, str]:
    return fields("".join(entry_writer("biblatex")([Entry(work, "key", verdict, **more)])))  # type: ignore[arg-type]


def test_a_resolved_article_is_written_field_by_field() -> None:
    assert of(torture.REAL[0]) == {
        "author": "Kaplan, G.G.",
        "title": "The global burden of {IBD}: from 2015 to 2025",
        "journaltitle": "Nat Rev Gastroenterol Hepatol",
        "date": "2015-12",
        "volume": "12",
        "number": "12",
        "pages": "720--727",
        "doi": "10.1038/nrgastro.2015.150",
        "eprint": "26323879",
        "eprinttype": "pubmed",
    }


def test_an_article_number_stands_in_eid_alone() -> None:
    read = of(torture.REAL[6])
    assert read["eid"] == "e1000097"
    assert "pages" not in read


@pytest.mark.parametrize(("issue", "field"), [("12", "number"), ("1-2", "number"), ("Suppl 13", "issue")])
def test_an_issue_in_words_has_a_field_of_its_own(issue: str, field: str) -> None:
    assert of(Work(title="T", issue=issue))[field] == issue


@pytest.mark.parametrize(
    ("literal", "date"), [("2019 Jan-Feb", "2019-01/2019-02"), ("Winter 2018", "2018-24"), ("in press", None)]
)
def test_a_date_in_words_becomes_a_range_or_a_season(literal: str, date: str | None) -> None:
    assert of(Work(title="T", issued=PartialDate(literal=literal))).get("date") == date


def test_a_foreign_title_is_left_to_its_language() -> None:
    read = of(Work(title="Die Größe der Welt", language="ger"))
    assert (read["title"], read["langid"]) == ("Die Größe der Welt", "german")


def test_an_arxiv_number_takes_eprint_and_the_pmid_keeps_a_field() -> None:
    read = of(Work(title="T", identifiers=torture.ids("arxiv:1706.03762 pmid:7")))
    assert (read["eprint"], read["eprinttype"], read["pmid"]) == ("1706.03762", "arxiv", "7")


def test_former_keys_live_on_as_ids() -> None:
    assert of(Work(title="T"), aliases=("old2001", "Old Key"))["ids"] == "old2001,Old_Key"


def test_an_unsettled_entry_is_marked_and_keeps_its_printed_text() -> None:
    read = of(Work(title="T"), Verdict.OPEN, printed="1. Foo & bar")
    assert (read["keywords"], read["annotation"]) == ("harvester-open", r"1. Foo \& bar")


def test_every_nasty_work_is_read_back_by_bibtexparser() -> None:
    entries = torture.entries()
    library = bibtexparser.parse_string("".join(entry_writer("biblatex")(entries)))
    assert [entry.key for entry in library.entries] == [entry.citekey for entry in entries]
    assert not library.failed_blocks


@NEEDS_BIBER
def test_biber_reads_every_nasty_work_without_a_warning(tmp_path: Path) -> None:
    assert biber_log("".join(entry_writer("biblatex")(torture.entries())), tmp_path, []) == []


@NEEDS_BIBER
def test_biber_finds_the_real_works_true_to_its_data_model_but_for_the_pmcid(tmp_path: Path) -> None:
    text = "".join(entry_writer("biblatex")(torture.entries(torture.REAL)))
    log = biber_log(text, tmp_path, ["--validate-datamodel"])
    assert [line for line in log if "Field 'pmcid' invalid in data model" not in line] == []


@NEEDS_PANDOC
def test_pandoc_makes_a_bibliography_of_the_nasty_works_without_a_warning(tmp_path: Path) -> None:
    text = "".join(entry_writer("biblatex")(torture.entries()))
    assert "“}{ the Wrong Way Round.”" in bibliography(text, "t.bib", tmp_path)


@settings(max_examples=40, deadline=None)
@given(works())
def test_any_work_is_read_back_with_its_doi_and_its_title(work: Work) -> None:
    read = of(work, Verdict.OPEN)
    assert plain_of(read.get("title", "")) == plain_of(of(Work(title=work.title)).get("title", ""))
    assert read_doi(read) == work.get("doi")


@NEEDS_BIBER
def test_no_type_has_a_publisher_that_its_data_model_does_not_know(tmp_path: Path) -> None:
    works = [
        Work(type=row.csl, title="A title", publisher="Elsevier", container_title="A place", issued=PartialDate(2019))
        for row in types.TYPES
    ]
    text = "".join(entry_writer("biblatex")([Entry(w, f"k{n}", Verdict.MATCHED) for n, w in enumerate(works)]))
    complaints = biber_log(text, tmp_path, ["--validate-datamodel"])
    assert [line for line in complaints if "publisher" in line or "organization" in line] == []
    assert text.count("Elsevier") == len(works) - 4, "all but articles of three kinds and patents"


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="there is no pdflatex here")
def test_pdflatex_does_not_stop_at_primes(tmp_path: Path) -> None:
    author = latex.escape("O\u2032Brien 5\u2033 D\u02bcArcy")
    text = f"\\documentclass{{article}}\\begin{{document}}{author}\\end{{document}}"
    (tmp_path / "t.tex").write_text(text, "utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "t.tex"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0
