"""Run the program in this process, as a shell would see it."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from harvester.cli.main import run

SAMPLES = Path(__file__).resolve().parents[2] / "docs" / "sample-pages"


@dataclass(frozen=True)
class Ran:
    """What a call of the program gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> object:
        return json.loads(self.out)

    @property
    def lines(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Harvester:
    """The program with a library folder of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def __call__(self, *arguments: object) -> Ran:
        self._capsys.readouterr()
        status = run(["--library", str(self.folder), *map(str, arguments)])
        captured = self._capsys.readouterr()
        return Ran(status, captured.out, captured.err)


def process(*arguments: object, environment: Mapping[str, str], text: str = "") -> Ran:
    """Run the program in a process of its own."""
    command = [sys.executable, "-m", "harvester", *map(str, arguments)]
    done = subprocess.run(command, input=text, capture_output=True, text=True, env=dict(environment), check=False)
    return Ran(done.returncode, done.stdout, done.stderr)
