"""The command line as its users meet it: what is printed where, and which exit status comes back."""

import json
import os
from pathlib import Path
from typing import Any, cast

import pytest

from harvester.cli.main import COMMANDS, run
from tests.cli.running import SAMPLES, Harvester, process
from tests.pages.result_pages import RESULTS, summary_html


@pytest.fixture
def harvester(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Harvester:
    return Harvester(tmp_path / "library", capsys)


@pytest.fixture
def filled(harvester: Harvester) -> Harvester:
    assert harvester("harvest", SAMPLES, "--offline").status == 0
    return harvester


def test_a_harvest_says_what_it_found_and_what_to_do_next(harvester: Harvester) -> None:
    ran = harvester("harvest", SAMPLES, "--offline")
    assert ran.status == 0
    assert "4 read" in ran.out
    assert "harvester reviews" in ran.out


def test_a_page_of_search_results_leads_to_its_works_and_not_to_reviews(harvester: Harvester, tmp_path: Path) -> None:
    page = tmp_path / "results.html"
    page.write_text(summary_html(list(RESULTS)), "utf-8")
    ran = harvester("harvest", page, "--offline")
    assert "works from 1 page of search results." in ran.out
    assert ran.out.splitlines()[-1] == "Next: harvester export --format bibtex"


def test_a_second_harvest_finds_everything_unchanged_and_leaves_the_database_as_it_is(filled: Harvester) -> None:
    before = _dump(filled.folder)
    ran = filled("harvest", SAMPLES, "--offline", "--json")
    assert cast(dict[str, int], ran.json)["unchanged"] == 4
    assert _dump(filled.folder) == before


def test_reading_again_on_demand_gives_the_same_library(filled: Harvester) -> None:
    before = filled("export", "--format", "csv", "-o", "-").out
    assert filled("harvest", SAMPLES, "--offline", "--reread").status == 0
    assert filled("export", "--format", "csv", "-o", "-").out == before


def test_two_orders_of_harvesting_export_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(SAMPLES.iterdir())
    exports = []
    for number, order in enumerate((files, files[::-1])):
        library = Harvester(tmp_path / str(number), capsys)
        for file in order:
            library("harvest", file, "--offline")
        formats = ("bibtex", "csv", "csv-works")
        exports.append([library("export", "--format", f, "--with-reviews", "-o", "-").out for f in formats])
    assert exports[0] == exports[1]


def test_a_file_that_cannot_be_read_fails_alone(harvester: Harvester, pages: Path) -> None:
    (pages / "good.txt").write_bytes((SAMPLES / "prisma-explanation.txt").read_bytes())
    ran = harvester("harvest", pages, pages / "missing.txt", "--offline")
    assert ran.status == 1
    assert "missing.txt: no such file or folder" in ran.err
    assert "1 read" in ran.out


def test_a_renamed_page_is_the_same_source_under_its_new_name(harvester: Harvester, pages: Path) -> None:
    (pages / "a.txt").write_bytes((SAMPLES / "grade-company-page.txt").read_bytes())
    harvester("harvest", pages, "--offline")
    before = harvester("export", "--format", "csv", "-o", "-").out
    (pages / "a.txt").rename(pages / "b.txt")
    ran = harvester("harvest", pages, "--offline")
    assert "1 unchanged" in ran.out
    assert f"renamed  {pages.as_posix()}/b.txt: was {pages.as_posix()}/a.txt" in ran.err
    assert harvester("export", "--format", "csv", "-o", "-").out == before.replace("a.txt", "b.txt")
    assert "gone" not in harvester("harvest", pages, "--offline").err


def test_a_copy_of_a_page_is_a_source_of_its_own_whichever_comes_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pages: Path
) -> None:
    for name in ("one", "two"):
        (pages / name).mkdir()
        (pages / name / "a.txt").write_bytes((SAMPLES / "grade-company-page.txt").read_bytes())
    exports = []
    for order in (("one", "two"), ("two", "one")):
        library = Harvester(tmp_path / order[0], capsys)
        for name in order:
            library("harvest", pages / name, "--offline")
        exports.append(library("reviews", "--json").out)
    assert exports[0] == exports[1]
    assert "two/a.txt" in exports[0]


def test_a_page_that_is_gone_is_told_and_kept(harvester: Harvester, pages: Path) -> None:
    for name in ("a b.txt", "c.txt"):
        (pages / name).write_bytes((SAMPLES / "grade-company-page.txt").read_bytes() + name.encode())
    harvester("harvest", pages, "--offline")
    (pages / "a b.txt").unlink()
    ran = harvester("harvest", pages, "--offline")
    assert ran.status == 0
    assert "1 unchanged, 1 gone" in ran.out
    assert f"harvester forget '{pages.as_posix()}/a b.txt'" in ran.err
    assert "a b.txt" in harvester("reviews", "--json").out
    assert "gone" not in harvester("harvest", pages / "c.txt", "--offline").err


@pytest.mark.parametrize("command", ["search zzzz", "export -o - --cited-by-at-least 9", "references 26323879",
                                     "open --verdict rejected"])  # fmt: skip
def test_an_answer_without_anything_in_it_says_so_on_stderr(filled: Harvester, command: str) -> None:
    if command.startswith("references"):
        command = f"references {_cited_alone(filled)}"
    ran = filled(*command.split())
    assert (ran.status, ran.out) == (0, "")
    assert len(ran.err.splitlines()) == 1
    assert filled(*command.split(), "-q").err == ""


def _cited_alone(harvester: Harvester) -> str:
    """A work that no page is of."""
    listed = cast(list[dict[str, Any]], harvester("reviews", "--json").json)
    each = [cast(list[dict[str, Any]], harvester("references", r["citekey"], "--json").json) for r in listed]
    cited = [reference["cited"]["citekey"] for references in each for reference in references]
    return next(key for key in cited if key not in {review["citekey"] for review in listed})


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("foo:bar", "title:, author:, journal:, in:, year:, review:, verdict:"),
        ("year:20x5", "year:2015..2018"),
        ("verdict:fine", "matched"),
        ("doi:10.1136/bmj.j4008", "harvester show doi:10.1136/bmj.j4008"),
    ],
)
def test_a_search_in_a_field_that_there_is_not_is_a_usage_error_that_names_those(
    filled: Harvester, words: str, said: str
) -> None:
    ran = filled("search", words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    "name",
    ["10.1136/bmj.j4008", "https://doi.org/10.1136/BMJ.J4008", "28935701", "pmid:28935701"],
)
def test_a_work_is_named_by_any_form_of_its_identifiers(filled: Harvester, name: str) -> None:
    assert "AMSTAR 2" in filled("show", name).out


def test_a_mistyped_citation_key_gets_the_nearest(filled: Harvester) -> None:
    key = _cited_alone(filled)
    ran = filled("show", f"{key}s")
    assert ran.status == 1
    assert f"Did you mean {key}" in ran.err
    assert "harvester search" in filled("show", "nothinglikeit").err


def test_two_decisions_at_once_are_a_usage_error(filled: Harvester) -> None:
    assert filled("accept", "x/1", "--none", "--new").status == 2
    assert filled("extract", SAMPLES, "--jobs", "0").status == 2


def test_rejected_references_can_be_listed(filled: Harvester) -> None:
    name = cast(list[dict[str, Any]], filled("open", "--json").json)[0]["name"]
    filled("reject", name)
    assert [w["name"] for w in cast(list[dict[str, Any]], filled("open", "--verdict", "rejected", "--json").json)] == [
        name
    ]
    assert name not in {w["name"] for w in cast(list[dict[str, Any]], filled("open", "--json").json)}
    assert filled("export", "--verdict", "rejected", "-o", "-").status == 0


def test_a_csv_for_excel_begins_with_a_byte_order_mark_and_no_other_file_does(filled: Harvester) -> None:
    plain = filled("export", "--format", "csv", "-o", "-").out
    assert filled("export", "--format", "csv", "--bom", "-o", "-").out == "\ufeff" + plain
    assert filled("export", "--format", "bibtex", "--bom", "-o", "-").status == 2


def test_quiet_prints_no_advice(filled: Harvester) -> None:
    assert filled("reviews", "-q").err == ""
    assert filled("open", "-q").err == ""


def test_doctor_says_ok_only_where_it_is(filled: Harvester) -> None:
    ran = filled("doctor")
    assert ran.status == 0
    assert "note  PubMed: Cannot reach" in ran.out
    assert "note  e-mail: not set" in ran.out
    assert "ok    library: 4 sources" in ran.out


def test_an_export_into_a_new_folder_says_that_it_made_one(filled: Harvester, tmp_path: Path) -> None:
    ran = filled("export", "-o", tmp_path / "new" / "x.bib")
    assert f"in a new folder {tmp_path}/new" in ran.err
    assert "new folder" not in filled("export", "-o", tmp_path / "new" / "x.bib").err


def test_empty_and_binary_files_are_skipped_with_a_line_and_no_failure(harvester: Harvester, pages: Path) -> None:
    (pages / "empty.txt").write_bytes(b"")
    (pages / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    ran = harvester("harvest", pages, "--offline")
    assert ran.status == 0
    assert [line.split()[0] for line in ran.err.splitlines()] == ["skipped", "skipped"]


def test_a_dry_run_writes_nothing(harvester: Harvester) -> None:
    ran = harvester("harvest", SAMPLES, "--dry-run", "--json")
    assert cast(dict[str, int], ran.json)["read"] == 4
    assert not harvester.folder.exists()


def test_export_writes_where_the_library_is_and_says_so(filled: Harvester) -> None:
    ran = filled("export")
    path = filled.folder / "exports" / "references.bib"
    assert path.read_text("utf-8").startswith("@article{")
    assert path.as_posix() in ran.err


def test_works_that_a_format_has_no_place_for_are_counted(filled: Harvester) -> None:
    ran = filled("export", "--format", "nbib")
    assert "works have no place in nbib" in ran.err
    assert (filled.folder / "exports" / "references.nbib").read_text("utf-8").startswith("PMID-")


def test_an_export_that_cannot_be_written_leaves_the_old_file(filled: Harvester, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("old")
    ran = filled("export", "-o", blocked / "references.bib")
    assert ran.status == 1
    assert "cannot be written" in ran.err
    assert blocked.read_text() == "old"


def test_reviews_references_and_show_lead_from_one_to_the_next(filled: Harvester) -> None:
    reviews = cast(list[dict[str, object]], filled("reviews", "--json").json)
    keys = {review["citekey"] for review in reviews}
    assert "shea2017amstar" in keys
    references = cast(list[dict[str, object]], filled("references", "shea2017amstar", "--json").json)
    assert len(references) == 4
    cited = cast(dict[str, str], references[0]["cited"])
    shown = cast(dict[str, object], filled("show", cited["citekey"], "--json").json)
    assert "shea2017amstar" in cast(list[str], shown["cited_by"])


def test_a_work_is_found_by_key_identifier_and_number(filled: Harvester) -> None:
    by_doi = cast(dict[str, str], filled("show", "doi:10.1136/bmj.j4008", "--json").json)
    for name in (by_doi["citekey"], by_doi["id"], "pmid:28935701"):
        assert filled("show", name, "--json").json == by_doi


def test_show_says_where_on_its_page_each_field_of_a_review_stands(filled: Harvester) -> None:
    source = str(SAMPLES / "amstar2.html")
    text = Path(source).read_text("utf-8")
    told = cast(list[dict[str, Any]], filled("show", "doi:10.1136/bmj.j4008", "--provenance", "--json").json)
    spans = {field["field"]: field["chosen"]["tellers"][0]["spans"][0] for field in told}
    said = {field: text[span[0] : span[1]] for field, span in spans.items() if span}
    assert said["volume"] == '<meta name="citation_volume" content="358">'
    assert said["pmid"] == '<meta name="citation_pmid" content="28935701">'
    assert set(spans) - set(said) == {"type"}
    shown = filled("show", "doi:10.1136/bmj.j4008", "--provenance").out
    assert f"page: {source} [{spans['volume'][0]}:{spans['volume'][1]}]\n" in shown
    assert f"page: {source}, place not kept\n" in shown


def test_what_is_not_there_is_said_with_status_1(filled: Harvester) -> None:
    ran = filled("show", "nobody2020nothing")
    assert (ran.status, ran.out) == (1, "")
    assert "nobody2020nothing" in ran.err


def test_looking_without_a_library_says_how_to_make_one(harvester: Harvester) -> None:
    for command in (["reviews"], ["status"], ["show", "x"], ["export"]):
        ran = harvester(*command)
        assert ran.status == 1
        assert "harvester harvest" in ran.err
    assert not harvester.folder.exists()


def test_status_counts_what_is_there(filled: Harvester) -> None:
    counts = cast(dict[str, object], filled("status", "--json").json)
    assert (counts["sources"], counts["reviews"]) == (4, 3)
    assert sum(cast(dict[str, int], counts["verdicts"]).values()) == counts["citations"]


def test_forget_takes_out_a_file_by_path_and_a_review_by_key(filled: Harvester) -> None:
    filled("reviews")
    assert filled("forget", SAMPLES / "amstar2.html").status == 0
    assert filled("forget", "page2021prisma").status in (0, 1)
    names = [review["sources"] for review in cast(list[dict[str, object]], filled("reviews", "--json").json)]
    assert not any("amstar2.html" in str(name) for name in names)
    assert filled("forget", SAMPLES / "amstar2.html").status == 1


def test_global_options_stand_before_or_after_the_command(
    filled: Harvester, capsys: pytest.CaptureFixture[str]
) -> None:
    before = filled("--json", "status").out
    capsys.readouterr()
    assert run(["status", "--json", "--library", str(filled.folder)]) == 0
    assert capsys.readouterr().out == before


def test_quiet_says_only_what_went_wrong(harvester: Harvester, pages: Path) -> None:
    (pages / "empty.txt").write_bytes(b"")
    ran = harvester("harvest", pages, pages / "missing.txt", "-q", "--offline")
    assert ran.out == ""
    assert ran.err.splitlines() == [f"failed   {pages / 'missing.txt'}: no such file or folder"]


def test_usage_errors_are_status_2_and_name_the_nearest_command(harvester: Harvester) -> None:
    ran = harvester("harvst", "x")
    assert ran.status == 2
    assert "Did you mean harvest?" in ran.err


def test_a_database_that_is_none_is_named_without_a_traceback(harvester: Harvester) -> None:
    path = harvester.folder / "db" / "library.sqlite3"
    path.parent.mkdir(parents=True)
    path.write_text("this is no database, it is a text of more than one hundred characters " * 20)
    ran = harvester("status")
    assert ran.status == 1
    assert "is no library" in ran.err


def test_a_newer_database_is_refused_with_the_remedy(filled: Harvester) -> None:
    import sqlite3

    with sqlite3.connect(filled.folder / "db" / "library.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    ran = filled("status")
    assert ran.status == 1
    assert "newer Harvester" in ran.err


def test_a_second_writer_is_told_that_another_one_writes(filled: Harvester, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    from harvester.store import locks

    monkeypatch.setattr(locks, "WAIT_SECONDS", 0.05)
    with FileLock(filled.folder / "db" / "library.sqlite3.lock"):
        ran = filled("harvest", SAMPLES, "--offline")
        assert filled("status").status == 0
    assert ran.status == 1
    assert "Another Harvester" in ran.err


def test_configure_writes_settings_that_only_the_owner_can_read(harvester: Harvester, tmp_path: Path) -> None:
    config = tmp_path / "mine.toml"
    ran = harvester("configure", "--config", config, "--email", "me@example.org", "--api-key", "secret-key")
    assert ran.status == 0
    assert "secret-key" not in ran.out + ran.err
    assert config.stat().st_mode & 0o077 == 0
    assert 'email = "me@example.org"' in config.read_text()


def test_an_address_that_is_none_is_refused(harvester: Harvester, tmp_path: Path) -> None:
    assert harvester("configure", "--config", tmp_path / "c.toml", "--email", "nobody").status == 2


def test_settings_come_from_the_nearest_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from harvester.settings import load

    (tmp_path / "harvester.toml").write_text('email = "library@example.org"\njobs = "2"\n')
    user = tmp_path / "user.toml"
    user.write_text('email = "user@example.org"\napi_key = "k"\n')
    loaded = load({"library": str(tmp_path)}, {}, str(user))
    assert (loaded.email, loaded.api_key, loaded.jobs) == ("library@example.org", "k", 2)
    assert load({"library": str(tmp_path)}, {"NCBI_EMAIL": "env@example.org"}, str(user)).email == "env@example.org"
    assert "'k'" not in repr(loaded)


def test_an_unknown_setting_is_named_with_its_file(harvester: Harvester) -> None:
    harvester.folder.mkdir()
    (harvester.folder / "harvester.toml").write_text("emial = 'x'")
    ran = harvester("status")
    assert ran.status == 1
    assert "harvester.toml" in ran.err
    assert "emial" in ran.err


def test_doctor_finds_damage(filled: Harvester) -> None:
    assert filled("doctor").status == 0
    import sqlite3

    with sqlite3.connect(filled.folder / "db" / "library.sqlite3") as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM work WHERE id = (SELECT min(cited_id) FROM citation)")
    ran = filled("doctor")
    assert ran.status == 1
    assert "FAIL  library" in ran.out


def test_extract_answers_one_object_a_page_and_touches_no_library(harvester: Harvester) -> None:
    ran = harvester("extract", SAMPLES)
    assert [Path(str(page["source"])).name for page in ran.lines] == sorted(p.name for p in SAMPLES.iterdir())
    assert not harvester.folder.exists()
    for page in ran.lines:
        assert set(page) == {
            "source", "format", "title", "problems", "work", "references", "references_stated", "mentions",
        }  # fmt: skip


def test_extract_with_two_jobs_says_the_same_in_the_same_order(harvester: Harvester, tmp_path: Path) -> None:
    missing = tmp_path / "missing.html"
    one, two = (harvester("extract", "--raw", "--jobs", jobs, SAMPLES, missing) for jobs in ("1", "2"))
    assert one.lines == two.lines
    assert (one.status, two.status) == (1, 1)
    assert one.err == two.err


def test_extract_tells_where_the_page_says_its_own_work(harvester: Harvester) -> None:
    (page,) = harvester("extract", SAMPLES / "amstar2.html").lines
    work = cast(dict[str, Any], page["work"])
    start, end = work["spans"]["doi:10.1136/bmj.j4008"]
    text = (SAMPLES / "amstar2.html").read_text("utf-8")
    assert text[start:end] == '<meta name="citation_doi" content="10.1136/bmj.j4008">'


def test_extract_raw_leaves_the_fields_out(harvester: Harvester) -> None:
    (page,) = harvester("extract", "--raw", SAMPLES / "amstar2.html").lines
    reference = cast(list[dict[str, object]], page["references"])[0]
    assert set(reference) == {"ordinal", "label", "text", "span", "identifiers", "labels"}


def test_parse_answers_one_object_a_line_and_splits_a_list_on_demand() -> None:
    line = "Higgins JPT, Thompson SG. Quantifying heterogeneity in a meta-analysis. Stat Med. 2002;21(11):1539-1558."
    one = process("parse", environment=os.environ, text=f"{line}\n\n{line}\n")
    assert [(r["ordinal"], r["text"]) for r in one.lines] == [(1, line), (2, line)]
    listed = process("parse", "--list", environment=os.environ, text=f"References\n1. {line}\n2. {line}\n")
    assert [(r["label"], r["text"]) for r in listed.lines] == [("1", line), ("2", line)]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_loads_none_of_the_heavy_libraries(command: str) -> None:
    code = (
        "import sys; sys.argv = ['harvester', *sys.argv[1:]]\n"
        "from harvester.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'sqlmodel', 'sqlalchemy', 'requests', 'lxml', 'selectolax', 'harvester.model'} & set(sys.modules)\n"
        "print('loaded', sorted(heavy), file=sys.stderr)"
    )
    import subprocess
    import sys

    for asked in ("--help", "-h"):
        arguments = [*([command] if command else []), asked]
        done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
        assert done.stdout.startswith("Usage: harvester")
        assert done.stderr.strip() == "loaded []"


def test_help_from_click_itself_loads_none_of_them_either() -> None:
    import subprocess
    import sys

    code = (
        "import sys\nfrom harvester.cli.main import COMMANDS, run\n"
        "for name in COMMANDS: run(['-q', name, '--help'])\n"
        "heavy = {'sqlmodel', 'sqlalchemy', 'requests', 'lxml', 'selectolax', 'harvester.model'} & set(sys.modules)\n"
        "print('loaded', sorted(heavy), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "loaded []"


def _dump(folder: Path) -> str:
    import sqlite3

    with sqlite3.connect(folder / "db" / "library.sqlite3") as connection:
        return json.dumps(list(connection.iterdump()))


def test_an_edit_to_what_is_no_date_is_refused_and_changes_nothing(filled: Harvester) -> None:
    ran = filled("edit", "doi:10.1136/bmj.j4008", "issued=20x")
    assert (ran.status, ran.out) == (1, "")
    assert "say a year, month or day as in issued=2019" in ran.err
    assert cast(dict[str, str], filled("show", "doi:10.1136/bmj.j4008", "--json").json)["issued"] == "2017-09-21"
