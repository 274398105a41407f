"""File names that are no text, folders that cannot be written, outputs that are full or closed: one sentence each."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import SAMPLES, Harvester, process

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.is_char_device(), reason="there is no /dev/full here")


@pytest.fixture
def harvester(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Harvester:
    return Harvester(tmp_path / "library", capsys)


def _odd(folder: Path) -> Path:
    folder.mkdir()
    odd = Path(os.fsdecode(os.fsencode(folder) + b"/bad\xff.txt"))
    shutil.copy(SAMPLES / "prisma-explanation.txt", odd)
    shutil.copy(SAMPLES / "grade-company-page.txt", folder)
    return odd


def test_a_file_name_that_is_no_utf8_is_harvested_like_any_other(harvester: Harvester, tmp_path: Path) -> None:
    _odd(tmp_path / "pages")
    ran = harvester("harvest", tmp_path / "pages", "--offline")
    assert (ran.status, "2 read" in ran.out) == (0, True)
    assert r"bad\\xff.txt" in harvester("reviews", "--json").out


@pytest.mark.parametrize("as_typed", [True, False])
def test_such_a_file_is_forgotten_by_its_name_and_by_the_name_that_is_shown(
    harvester: Harvester, tmp_path: Path, as_typed: bool
) -> None:
    odd = _odd(tmp_path / "pages")
    harvester("harvest", tmp_path / "pages", "--offline")
    name = str(odd) if as_typed else os.fsencode(odd).decode("utf-8", "backslashreplace")
    assert harvester("forget", name).status == 0


@pytest.mark.parametrize("command", ["show \udcff", "search \udcff", "why \udcff/3", "forget \udcff"])
def test_a_word_that_is_no_utf8_is_not_found_rather_than_a_bug(harvester: Harvester, command: str) -> None:
    harvester("harvest", SAMPLES, "--offline")
    assert harvester(*command.split()).status in (0, 1)


def test_a_library_folder_that_cannot_be_made_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    url = f"sqlite:///{tmp_path}/file/db/library.sqlite3"
    ran = process("--db", url, "harvest", SAMPLES, "--offline", environment=os.environ)
    assert (ran.status, "Traceback" in ran.err) == (1, False)
    assert f"{tmp_path}/file/db cannot be made" in ran.err
    assert "Get the right to write there" in ran.err


def test_settings_that_cannot_be_written_are_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "harvester" / "harvester.part").mkdir(parents=True)  # in the way of the settings file
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}
    ran = process("configure", "--email", "a@example.org", environment=environment)
    assert (ran.status, "Traceback" in ran.err) == (1, False)
    assert f"{tmp_path}/harvester/harvester.toml cannot be written" in ran.err
    assert "Get the right to write there" in ran.err


def test_a_library_beside_which_no_lock_can_be_made_is_named_with_what_to_do(harvester: Harvester) -> None:
    harvester("harvest", SAMPLES, "--offline")
    lock = harvester.folder / "db" / "library.sqlite3.lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()
    ran = harvester("harvest", SAMPLES, "--offline")
    assert ran.status == 1
    assert "--library DIR" in ran.err


def _into(device: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    with device.open("w") as out:
        return subprocess.run(
            [sys.executable, "-m", "harvester", *map(str, arguments)],
            stdout=out, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip


@needs_full
@pytest.mark.parametrize("command", [["reviews"], ["export", "-o", "-"], ["status", "--json"], ["--help"]])
def test_a_full_disk_under_the_output_is_one_sentence(harvester: Harvester, command: list[str]) -> None:
    harvester("harvest", SAMPLES, "--offline")
    done = _into(FULL, *command) if command == ["--help"] else _into(FULL, "--library", harvester.folder, *command)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "cannot be written: No space left" in done.stderr


def test_an_export_into_a_pipe_leaves_it_a_pipe(harvester: Harvester, tmp_path: Path) -> None:
    harvester("harvest", SAMPLES, "--offline")
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", str(tmp_path / "pipe")], stdout=subprocess.PIPE, text=True) as reader:
        assert harvester("export", "-o", tmp_path / "pipe").status == 0
        assert reader.communicate()[0].startswith("@")
    assert (tmp_path / "pipe").is_fifo()


def test_a_closed_output_is_no_bug(harvester: Harvester) -> None:
    harvester("harvest", SAMPLES, "--offline")
    line = f"{sys.executable} -m harvester --library {harvester.folder} reviews >&-"
    done = subprocess.run(["sh", "-c", line], stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
