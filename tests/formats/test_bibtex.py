"""BibTeX: read back by bibtexparser, by biber, and by BibTeX itself; no text reaches LaTeX as a command."""

import logging
import re
import shutil
import subprocess
from pathlib import Path

import bibtexparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvester.formats import bib, entry_writer, latex
from harvester.model import Entry, Name, PartialDate, Verdict, Work
from harvester.text import squeeze
from harvester.values import identifier, titles
from tests.formats import torture
from tests.formats.strategies import works

UNESCAPED = {escape: char for char, escape in latex.ESCAPES.items()}
NEEDS_BIBER = pytest.mark.skipif(shutil.which("biber") is None, reason="biber is not installed")
NEEDS_BIBTEX = pytest.mark.skipif(shutil.which("bibtex") is None, reason="bibtex is not installed")


def written(*entries: Entry) -> str:
    return "".join(entry_writer("bibtex")(entries))


def fields(text: str) -> dict[str, str]:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    (entry,) = library.entries
    return {field.key: field.value for field in entry.fields}


def of(work: Work, verdict: Verdict = Verdict.MATCHED, printed: str = "") -> dict[str, str]:
    return fields(written(Entry(work, "key", verdict, printed=printed)))


def read_doi(read: dict[str, str]) -> str | None:
    """A doi field as the identifier that it is read as, if it is one."""
    found = identifier.parse(read.get("doi", ""), "doi")
    return found.value if found else None


def plain_of(value: str) -> str:
    """A title field as plain text: what we write undone by rules of its own."""
    value = re.sub(r"\\(?:emph|textbf|textsuperscript|textsubscript)(?=\{)", "", value)
    tokens = re.findall(r"\$[^$]+\$|\{\\text[a-z]+\}|\\[%#&_$]|[^{}]", value)
    return squeeze("".join(UNESCAPED.get(token, token) for token in tokens))


def test_a_resolved_article_is_written_field_by_field() -> None:
    assert of(torture.REAL[0]) == {
        "author": "Kaplan, G.G.",
        "title": "The global burden of {IBD}: from 2015 to 2025",
        "journal": "Nat Rev Gastroenterol Hepatol",
        "year": "2015",
        "month": "dec",
        "volume": "12",
        "number": "12",
        "pages": "720--727",
        "doi": "10.1038/nrgastro.2015.150",
        "pmid": "26323879",
    }


def test_a_month_is_a_bare_macro() -> None:
    assert "  month = dec,\n" in written(Entry(torture.REAL[0], "key", Verdict.MATCHED))


def test_a_doi_with_brackets_and_angles_stays_letter_by_letter() -> None:
    assert of(torture.REAL[3])["doi"] == "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name("Berg", "A. B.", "Jr", "van der"), "van der Berg, Jr, A. B."),
        (Name("Le Chatelier", "E."), "Le Chatelier, E."),
        (Name("Le Chatelier"), "{Le Chatelier}"),
        (Name(literal="KEYNOTE-001 Investigators"), "{KEYNOTE-001 Investigators}"),
        (Name("Smith, John", "X"), "{Smith, John, X}"),
        (Name("Sand", "and"), "Sand, {and}"),
        (Name("Davey Smith", "G"), "Davey Smith, G"),
        (Name("Chen", "DS"), "Chen, D S"),
        (Name("Smith", "X, Y, Z", "Jr"), "{Smith, X, Y, Z, Jr}"),
        (Name("Chen", "C.P.M."), "Chen, C.P.M."),
        (Name("al-Ṣūfī", "A"), "{al-Ṣūfī}, A"),
    ],
)
def test_a_name_is_written_so_that_bibtex_splits_it_as_we_do(name: Name, expected: str) -> None:
    assert of(Work(title="T", author=(name,)))["author"] == expected


def test_a_cut_list_of_authors_ends_in_others() -> None:
    assert of(Work(title="T", author=(Name("A", "B"),), authors_complete=False))["author"] == "A, B and others"


def test_no_author_leaves_no_author_field_but_a_key_to_sort_by() -> None:
    read = of(Work(title="Fact sheet"))
    assert "author" not in read
    assert read["key"] == "Fact sheet"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Role of <i>BRCA1</i> in T cells", r"Role of \emph{{BRCA1}} in {T} cells"),
        ("Crohn's disease in Crohn's patients", "Crohn's disease in {Crohn}'s patients"),
        ("PD-1/PD-L1 and HLA-DQA1*05", "{PD-1/PD-L1} and {HLA-DQA1}*05"),
        ("Ca<sup>2+</sup> in H<sub>2</sub>O", r"Ca\textsuperscript{2+} in {H}\textsubscript{2}{O}"),
        ("β-2-microglobulin: A study? Yes", "β-2-microglobulin: A study? Yes"),
        ("Effects Of Aspirin On Recurrence Of mTOR", "Effects Of Aspirin On Recurrence Of {mTOR}"),
        ("EFFECTS OF ASPIRIN ON STROKE", "EFFECTS OF ASPIRIN ON STROKE"),
        ("<i>Escherichia coli</i> in man", r"\emph{{Escherichia coli}} in man"),
        (r"\input{x} 5% of #1 & a_b", r"{\textbackslash}input$\lbrace$x$\rbrace$ 5\% of \#1 \& a\_b"),
    ],
)
def test_a_title_keeps_its_capitals_and_its_markup(title: str, expected: str) -> None:
    assert of(Work(title=title))["title"] == expected


def test_a_foreign_title_is_braced_as_a_whole() -> None:
    read = of(Work(title="Die Größe der Welt", language="ger"))
    assert (read["title"], read["language"]) == ("{Die Größe der Welt}", "german")


@pytest.mark.parametrize(
    ("literal", "year", "month"),
    [("2019 Jan-Feb", "2019", "jan"), ("Winter 2018", "2018", None), ("1998 Dec-1999 Jan", "1998", "dec")],
)
def test_a_date_in_words_gives_its_first_year_and_month(literal: str, year: str, month: str | None) -> None:
    read = of(Work(title="T", issued=PartialDate(literal=literal)))
    assert (read["year"], read.get("month")) == (year, month)


def test_an_article_number_stands_in_pages_and_in_eid() -> None:
    read = of(torture.REAL[6])
    assert (read["pages"], read["eid"]) == ("e1000097", "e1000097")


def test_an_unsettled_entry_is_marked_and_keeps_its_printed_text() -> None:
    read = of(Work(title="T"), Verdict.DOUBTFUL, printed="1. Foo & bar. 2001")
    assert (read["keywords"], read["annote"]) == ("harvester-doubtful", r"1. Foo \& bar. 2001")


@pytest.mark.parametrize("verdict", [Verdict.ASSERTED, Verdict.MATCHED, Verdict.CONFIRMED])
def test_a_settled_entry_carries_no_mark(verdict: Verdict) -> None:
    read = of(Work(title="T"), verdict, printed="1. Foo")
    assert not {"keywords", "annote"} & read.keys()


def test_a_reference_of_which_nothing_was_understood_is_printed_as_it_stands() -> None:
    assert of(Work(), Verdict.OPEN, printed="Personal communication, 2001.")["note"] == "Personal communication, 2001."


def test_a_keyword_with_a_comma_stays_one_keyword() -> None:
    assert of(Work(title="T", keywords=("Arthritis, Rheumatoid", "b")))["keywords"] == "{Arthritis, Rheumatoid}, b"


def test_a_web_page_has_its_address_in_a_field_that_old_styles_print() -> None:
    read = of(torture.OTHER_TYPES[0])
    assert read["howpublished"] == r"\url{https://www.who.int/news-room/a%20b/%7Bx%7D%20#y}"
    assert read["note"] == "Accessed 2026-11-21"


def test_a_foreign_key_is_made_one_that_every_reader_takes() -> None:
    assert bib.safe_key("smith{2001}, (a)") == "smith_2001_a_"


@pytest.mark.parametrize("value", ["{", "}", "a\\", r"\{", r"\input{x}", "}{", "a\nb", r"\^{a}", r"\\"])
def test_the_check_refuses_what_would_break_the_file_or_call_a_command(value: str) -> None:
    assert not bib.is_safe(value)


@pytest.mark.parametrize("value", ["", "plain", "{DNA}", r"\&", r"\emph{{x}}", r"{\textless}", r"\url{http://a}"])
def test_the_check_lets_our_own_notation_pass(value: str) -> None:
    assert bib.is_safe(value)


def test_a_value_that_fails_the_check_is_written_bare_instead_of_breaking_the_file() -> None:
    assert fields(bib.entry_text("misc", "k", [("title", r"a } \input{b} 5% \ ")]))["title"] == "a  inputb 5  "


def test_entries_are_written_one_by_one_as_they_come() -> None:
    def endless() -> object:
        while True:
            yield Entry(Work(title="T"), "key", Verdict.MATCHED)

    stream = entry_writer("bibtex")(endless())  # type: ignore[arg-type]
    assert [next(stream)[:5] for _ in range(3)] == ["@misc", "\n@mis", "\n@mis"]


def test_every_nasty_work_is_read_back_by_bibtexparser(caplog: pytest.LogCaptureFixture) -> None:
    entries = torture.entries()
    with caplog.at_level(logging.INFO):
        library = bibtexparser.parse_string(written(*entries))
    assert [entry.key for entry in library.entries] == [entry.citekey for entry in entries]
    assert not library.failed_blocks
    assert not caplog.records


@NEEDS_BIBER
def test_biber_reads_every_nasty_work_without_a_warning(tmp_path: Path) -> None:
    entries = torture.entries()
    assert len(entries) >= 60
    assert biber_log(written(*entries), tmp_path, []) == []


@NEEDS_BIBTEX
def test_bibtex_keeps_protected_capitals_and_reads_every_nasty_work(tmp_path: Path) -> None:
    entries = torture.entries()
    (tmp_path / "t.bib").write_text(written(*entries), encoding="utf-8", newline="")
    (tmp_path / "t.aux").write_text("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{t}\n", encoding="utf-8")
    run = subprocess.run(["bibtex", "t"], cwd=tmp_path, capture_output=True, text=True, check=False)
    complaints = [line for line in run.stdout.splitlines() if line.startswith(("Warning", "I ", "Too", "Repeated"))]
    assert [line for line in complaints if not line.startswith("Warning--empty")] == []
    listed = " ".join((tmp_path / "t.bbl").read_text(encoding="utf-8").split())
    assert r"{CRISPR–Cas9}: a \emph{{Streptococcus pyogenes}} nuclease with {Mg}\textsuperscript{2+} in" in listed
    assert "of {IBD}: from" in listed


def biber_log(text: str, folder: Path, options: list[str]) -> list[str]:
    """What biber's tool mode warns of when it reads a file."""
    (folder / "t.bib").write_text(text, encoding="utf-8", newline="")
    command = ["biber", "--tool", "--nolog", *options, "-O", "out.bib", "t.bib"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    lines = (run.stdout + run.stderr).splitlines()
    return [line for line in lines if not line.startswith("INFO")] + ([] if run.returncode == 0 else ["failed"])


@settings(max_examples=100, deadline=None)
@given(works(), st.sampled_from(Verdict), st.text(max_size=60))
def test_any_work_is_read_back_with_its_doi_and_its_title(work: Work, verdict: Verdict, printed: str) -> None:
    read = fields(written(Entry(work, "key", verdict, printed=printed)))
    assert plain_of(read.get("title", "")) == titles.plain(work.title)
    assert read_doi(read) == work.get("doi")


@given(st.text(alphabet=st.sampled_from("\\{}%&#_^~$<>|\"'@,=\n abA/"), max_size=40))
def test_no_text_reaches_latex_as_a_command(text: str) -> None:
    for value in (latex.escape(text), latex.title(text)):
        assert set(re.findall(r"\\([A-Za-z]+)", value)) <= latex.COMMANDS
        assert bib.is_safe(value)


@given(st.text(alphabet=st.sampled_from('\\{}%&#_"@,=ab '), max_size=30))
def test_what_passes_the_check_is_read_back_as_it_is(value: str) -> None:
    if bib.is_safe(value):
        assert fields(f"@misc{{k,\n  title = {{{value}}},\n}}\n")["title"] == value
