"""Names work from the first moment, and a library that cannot be written can be looked at."""

import os
import shutil
from pathlib import Path

import pytest

from harvester.store import database
from tests.cli.running import SAMPLES, Harvester, process

KEY, CITED = "shea2017amstar", "wells2013criteria"


@pytest.fixture
def harvester(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Harvester:
    return Harvester(tmp_path / "library", capsys)


@pytest.fixture
def fresh(harvester: Harvester) -> Harvester:
    """A library that nobody has looked at, harvested by a process that is gone."""
    ran = process("--library", harvester.folder, "harvest", SAMPLES, "--offline", environment=os.environ)
    assert ran.status == 0
    return harvester


@pytest.mark.parametrize(
    "command",
    [
        ("references", KEY),
        ("show", KEY),
        ("show", KEY, "--provenance"),
        ("history", KEY),
        ("edit", KEY, "volume=1"),
        ("forget", KEY),
        ("export", "--review", KEY, "-o", "-"),
        ("export", "--review", KEY, "-o", "-", "--format", "csv"),
        ("why", f"{KEY}/1"),
        ("accept", f"{KEY}/1", "--new"),
        ("reject", f"{KEY}/1"),
    ],
    ids=" ".join,
)
def test_a_key_works_in_every_command_from_the_first_moment(fresh: Harvester, command: tuple[str, ...]) -> None:
    ran = fresh(*command)
    assert (ran.status, ran.err if ran.status else "") == (0, "")


def test_a_key_in_a_search_works_from_the_first_moment(fresh: Harvester) -> None:
    assert fresh("search", f"review:{KEY}", "--json").json != []


def test_the_key_of_a_cited_work_works_from_the_first_moment(fresh: Harvester, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    shutil.copytree(fresh.folder, tmp_path / "copy", dirs_exist_ok=True)
    fresh("export")
    cited = fresh("references", KEY, "--json").json[0]["cited"]["citekey"]  # type: ignore[index]
    other = Harvester(tmp_path / "copy", fresh._capsys)
    assert other("show", cited).status == 0
    assert other("accept", f"{KEY}/2", cited).status == 0


def test_asking_by_name_first_gives_the_keys_that_looking_first_gives(fresh: Harvester, tmp_path: Path) -> None:
    shutil.copytree(fresh.folder, tmp_path / "copy")
    other = Harvester(tmp_path / "copy", fresh._capsys)
    fresh("reviews")
    other("show", KEY)
    assert fresh("export", "-o", "-").out == other("export", "-o", "-").out


def test_an_unknown_name_is_still_said_to_be_unknown(fresh: Harvester) -> None:
    ran = fresh("show", "nobody2020nothing")
    assert ran.status == 1
    assert "has no work" in ran.err


@pytest.fixture
def locked_up(fresh: Harvester, monkeypatch: pytest.MonkeyPatch) -> Harvester:
    """A library that cannot be written, and nobody has looked at."""
    path = fresh.folder / "db" / "library.sqlite3"
    monkeypatch.setattr(database, "can_write", lambda _path: False)
    path.chmod(0o444)
    return fresh


def everything_in(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize(
    "command",
    [
        ("status",),
        ("reviews",),
        ("references", KEY),
        ("search", "review:shea2017amstar"),
        ("show", KEY),
        ("open",),
        ("top",),
        ("why", f"{KEY}/1"),
        ("export", "-o", "-"),
        ("export", "-o", "-", "--format", "csv"),
    ],
    ids=" ".join,
)
def test_a_library_that_cannot_be_written_can_be_looked_at(locked_up: Harvester, command: tuple[str, ...]) -> None:
    before = everything_in(locked_up.folder)
    ran = locked_up(*command)
    assert (ran.status, "readonly" in ran.err) == (0, False)
    assert everything_in(locked_up.folder) == before


def test_looking_at_a_library_that_cannot_be_written_shows_the_keys_that_it_would_get(
    locked_up: Harvester, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = [locked_up(*command).out for command in (("reviews",), ("export", "-o", "-"), ("export", "-o", "-"))]
    monkeypatch.undo()
    (locked_up.folder / "db" / "library.sqlite3").chmod(0o644)
    written = [locked_up(*command).out for command in (("reviews",), ("export", "-o", "-"))]
    assert looked == [written[0], written[1], written[1]]


@pytest.mark.parametrize(
    "command",
    [("accept", f"{KEY}/1", "--new"), ("forget", KEY), ("harvest", SAMPLES, "--offline"), ("enrich",)],
    ids=lambda command: command[0],
)
def test_changing_a_library_that_cannot_be_written_is_refused_with_a_word(
    locked_up: Harvester, command: tuple[object, ...]
) -> None:
    ran = locked_up(*command)
    assert ran.status == 1
    assert "cannot be changed: its file or folder is read-only" in ran.err


def test_a_review_is_said_to_be_a_work_by_its_identifier_and_that_is_taken_back(fresh: Harvester) -> None:
    assert "Done." in fresh("accept", "surendrating", "pmid:18436948").out
    assert fresh("show", "pmid:18436948", "--json").json == fresh("show", "surendrating", "--json").json
    assert fresh("accept", "surendrating", "--undo").status == 0
    assert fresh("show", "pmid:18436948").status == 1


def test_what_a_review_cannot_be_said_to_be_is_answered_with_what_it_can(fresh: Harvester) -> None:
    assert fresh("accept", "surendrating", "--new").status == 2
    ran = fresh("accept", "surendrating", "nobody2020nothing")
    assert (ran.status, "say doi:" in ran.err) == (1, True)


def test_a_changed_page_of_no_identifier_keeps_its_key_and_its_edit(fresh: Harvester, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text((SAMPLES / "grade-company-page.txt").read_text("utf-8"), "utf-8")
    own = Harvester(tmp_path / "own", fresh._capsys)
    own("harvest", path, "--offline")
    own("export", "--with-reviews")  # from here on the key stays; before, it follows the title
    own("edit", "surendrating", "title=Edited by me")
    path.write_text(path.read_text("utf-8") + "A last line.\n", "utf-8")
    own("harvest", path, "--offline")
    reviews = own("reviews", "--json").json
    assert [(r["citekey"], r["work"]["title"]) for r in reviews] == [("surendrating", "Edited by me")]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["%/1", "_/1", "2/1", f"{KEY}/99999999999999999999"])
def test_what_is_no_name_of_a_reference_decides_about_none(fresh: Harvester, name: str) -> None:
    assert fresh("reject", name).status == 1
    assert '"rejected"' not in fresh("references", KEY, "--json").out


def test_an_edit_says_by_which_key_the_work_goes_from_now_on(fresh: Harvester) -> None:
    assert "~smith2017amstar" in fresh("edit", KEY, "author=Smith, J").err
    assert "citation key" not in fresh("edit", "smith2017amstar", "volume=99").err
    fresh("export")
    assert "citation key" not in fresh("edit", "smith2017amstar", "author=Jones, A").err


def test_a_number_beyond_all_counting_is_wrong_usage(fresh: Harvester) -> None:
    assert fresh("top", "--limit", "99999999999999999999").status == 2
