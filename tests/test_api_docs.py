"""The examples of docs/api.md run, one after the other, in a folder of their own."""

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = re.findall(
    r"^```python\n(.*?)^```$", (ROOT / "docs" / "api.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
)


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "docs" / "sample-pages", tmp_path / "docs" / "sample-pages")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    assert len(EXAMPLES) >= 8
    for example in EXAMPLES:
        exec(compile(example, "docs/api.md", "exec"), names)
