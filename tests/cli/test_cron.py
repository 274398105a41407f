"""The line for cron that README gives, run as cron runs it: an almost empty environment, no terminal, another
folder."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

from tests.cli.running import SAMPLES
from tests.ncbi import Standin

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")


def from_cron(home: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The program in cron's environment; where it is installed is all that is added."""
    code = f"import sys; sys.path.insert(0, {str(Path(__file__).resolve().parents[2])!r}); "
    code += f"sys.argv[1:] = {list(arguments)!r}; from harvester.__main__ import main; sys.exit(main())"
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "HARVESTER_CROSSREF_URL": "off",
                   "HARVESTER_EUROPEPMC_URL": "off", "HARVESTER_DOI_URL": "off",
                   "HARVESTER_DATACITE_URL": "off", **more}  # fmt: skip
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd="/", stdin=subprocess.DEVNULL, capture_output=True,
        text=True, check=False,
    )  # fmt: skip


def test_the_line_of_readme_runs_from_cron_and_says_nothing_but_what_went_wrong(tmp_path: Path) -> None:
    line = re.search(r"^15 3 \* \* \* harvester (.*)$", README, re.MULTILINE)
    assert line
    folder = tmp_path / "home" / "you" / "review"
    arguments = [word.replace("/home/you/review", str(folder)) for word in shlex.split(line[1])]
    folder.mkdir(parents=True)
    assert from_cron(tmp_path, "--library", str(folder), "harvest", str(SAMPLES), "--offline").returncode == 0
    with Standin() as standin:
        standin.state.enforce = False
        urls = {"HARVESTER_EUTILS_URL": standin.eutils_url, "HARVESTER_IDCONV_URL": standin.idconv_url}
        done = from_cron(tmp_path, *arguments, **urls)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert standin.log
    away = from_cron(
        tmp_path, *arguments, HARVESTER_EUTILS_URL="http://127.0.0.1:9/", HARVESTER_IDCONV_URL="http://127.0.0.1:9/"
    )
    assert (away.returncode, away.stdout) == (3, "")
    assert "Cannot reach 127.0.0.1" in away.stderr


def test_without_an_address_refresh_says_how_to_give_one(tmp_path: Path) -> None:
    library = ["--library", str(tmp_path / "review")]
    from_cron(tmp_path, *library, "harvest", str(SAMPLES), "--offline")
    with Standin() as standin:
        standin.state.enforce = False
        urls = {"HARVESTER_EUTILS_URL": standin.eutils_url, "HARVESTER_IDCONV_URL": standin.idconv_url}
        bare = from_cron(tmp_path, *library, "refresh", **urls)
        given = from_cron(tmp_path, *library, "refresh", NCBI_EMAIL="you@example.org", **urls)
    assert bare.returncode == 0
    assert "harvester configure --email" in bare.stderr
    assert "configure" not in given.stderr
