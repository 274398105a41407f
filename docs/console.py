"""Run the `console` blocks of a Markdown file and write down, or check, what the commands print.

A block's lines that start with `$ ` are commands; what follows each is its output, standard error included. All blocks
of a file share one fresh folder that holds a copy of `docs/sample-pages`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def with_outputs(markdown: str, root: Path) -> str:
    """The text with the output of every command as it is now. Raises `CalledProcessError` where one fails."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "work"
        shutil.copytree(root / "docs" / "sample-pages", work / "docs" / "sample-pages")
        environment = _environment(Path(folder))
        return BLOCK.sub(lambda match: _run_block(match.group(), work, environment), markdown)


def _environment(folder: Path) -> dict[str, str]:
    """A shell in which `harvester` is this program, without anybody's settings."""
    program = folder / "bin" / "harvester"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m harvester "$@"\n')
    program.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HARVESTER_", "NCBI_"))}
    return {**kept, "PATH": f"{program.parent}:{os.environ['PATH']}", "HOME": str(folder), "COLUMNS": "120"}


def _run_block(block: str, work: Path, environment: dict[str, str]) -> str:
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    out = []
    for command in commands:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command],
            cwd=work,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=True,
        )
        out.append(f"$ {command}\n{done.stdout.replace(chr(13), '')}")
    return "".join(out)
