"""Which files are read, in which order, under which names."""

import os
from pathlib import Path

import pytest

from harvester import sources
from harvester.model import Skip, SkipCode
from harvester.model.outcome import Failure, FailureCode, FileOutcome


def names(*paths: object, base: Path | None = None) -> list[str]:
    return [Path(f.name).name for f in sources.find([str(p) for p in paths], base) if isinstance(f, sources.Found)]


def test_folders_are_read_recursively_in_sorted_order_and_each_file_once(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path, tmp_path / "a.txt") == ["a.txt", "b.html", "c.txt"]


@pytest.mark.parametrize("left_out", [".hidden", ".git/config", "~lock.txt", "page.html.part", "x.crdownload", "y.swp"])
def test_hidden_and_temporary_files_are_left_out(tmp_path: Path, left_out: str) -> None:
    (tmp_path / left_out).parent.mkdir(exist_ok=True)
    (tmp_path / left_out).write_text("x")
    (tmp_path / "kept.txt").write_text("x")
    assert names(tmp_path) == ["kept.txt"]


@pytest.mark.parametrize("folder", ["review_files", "review-Dateien", "review_fichiers", "review.files"])
def test_a_companion_folder_is_left_out_beside_its_page_only(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "frame.html").write_text("x")
    assert names(tmp_path) == ["frame.html"]
    (tmp_path / "review.html").write_text("x")
    assert names(tmp_path) == ["review.html"]


def test_what_a_library_wrote_itself_is_none_of_its_sources(tmp_path: Path) -> None:
    for name in ("page.html", "db/notes.txt", "exports/references.csv", "pages/exports/page.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path, base=tmp_path) == ["page.html", "page.html"]
    assert len(names(tmp_path)) == 4


def test_a_missing_path_is_a_failure_that_is_named(tmp_path: Path) -> None:
    (found,) = sources.find([str(tmp_path / "gone.txt")])
    assert isinstance(found, FileOutcome)
    assert found.why == Failure(FailureCode.MISSING)


@pytest.mark.parametrize("lost", ["", "a.txt"])
def test_a_folder_that_may_not_be_read_is_a_failure_and_its_files_are_not_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    def refused(path: Path, **_more: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", refused)
    (found,) = sources.find([str(tmp_path / lost)])
    assert isinstance(found, FileOutcome)
    assert found.why == Failure(FailureCode.SYSTEM, "Permission denied")
    assert not sources.is_gone(f"{tmp_path}/a.txt", tmp_path)


def test_a_pipe_or_a_huge_file_is_skipped_with_the_reason(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "huge.html").open("wb") as file:
        file.truncate(sources.MAX_BYTES + 1)
    reasons = {Path(f.name).name: f.why for f in sources.find([str(tmp_path)]) if isinstance(f, FileOutcome)}
    assert reasons == {"pipe": Skip(SkipCode.IRREGULAR), "huge.html": Skip(SkipCode.TOO_LARGE, "64")}


def test_a_file_in_the_library_folder_has_the_same_name_from_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("x")
    absolute = next(sources.find([str(tmp_path / "sources")], tmp_path)).name
    monkeypatch.chdir(tmp_path)
    relative = next(sources.find(["./sources/../sources/a.txt"], Path())).name
    assert absolute == relative == "sources/a.txt"


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "a.txt").write_text("x")
    assert names(tmp_path) == ["a.txt"]


def test_a_file_that_vanishes_before_it_is_read_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    found = list(sources.find([str(tmp_path)]))
    (tmp_path / "a.txt").unlink()
    loader = sources.Loader()
    assert list(loader.load(found)) == []
    assert [f.why for f in loader.take()] == [Failure(FailureCode.SYSTEM, "No such file or directory")]


def test_a_name_that_is_no_utf8_is_told_with_its_byte_escaped_and_read_all_the_same(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")).write_text("x")
    (found,) = sources.find([str(tmp_path)], tmp_path)
    assert isinstance(found, sources.Found)
    assert found.name == r"bad\xff.txt"
    assert sources.load(found).content == b"x"


def test_a_link_that_leads_to_itself_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "page.txt").write_text("x")
    found = list(sources.find([str(tmp_path)], base=tmp_path))
    assert [one.name for one in found if isinstance(one, sources.Found)] == ["page.txt"]
