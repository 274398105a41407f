"""The house keeps its shape: layers, a pure core, small files, and generated files that are current."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from harvester.model import work as model_work

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "harvester"
CORE = ("formats", "works", "pages", "records", "matching", "references", "model", "values")
CORE_FILES = ("explain.py", "jats.py", "ports.py", "text.py", "errors.py")
MAX_LINES = 600


def core_files() -> list[Path]:
    folders = [path for name in CORE for path in sorted((PACKAGE / name).rglob("*.py"))]
    return [*folders, *(PACKAGE / name for name in CORE_FILES)]


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_the_layers_hold() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


@pytest.mark.parametrize("path", core_files(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_core_knows_of_urllib_only_how_to_parse(path: Path) -> None:
    """import-linter cannot tell one module of `urllib` from another."""
    assert {
        name for name in imported(path) if name.startswith("urllib") and not name.startswith("urllib.parse")
    } == set()


@pytest.mark.parametrize("path", core_files(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_core_has_no_clock_and_no_chance(path: Path) -> None:
    calls = [ast.unparse(n.func) for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
    assert [c for c in calls if c.endswith((".now", ".today", ".utcnow")) or c.startswith(("time.", "random."))] == []
    assert not {"random", "time", "secrets"} & imported(path)


def test_no_file_is_longer_than_a_person_reads() -> None:
    long = {p.name: n for p in PACKAGE.rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > MAX_LINES}
    assert long == {}


def test_every_module_says_in_its_first_line_what_it_does() -> None:
    silent = [p for p in PACKAGE.rglob("*.py") if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert silent == []


def test_a_work_is_made_by_one_function() -> None:
    """`make_work` keeps the promises of `Work`; a constructor or a `replace` elsewhere would break them unseen."""
    promised = {name for name, _ in model_work._READERS} | {"number"}
    found = []
    for path in PACKAGE.rglob("*.py"):
        if path == PACKAGE / "model" / "work.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = ast.unparse(node.func).rpartition(".")[2]
            changed = {keyword.arg for keyword in node.keywords} & promised if name == "replace" else set()
            # A run and other nouns have numbers too; a work's name says that it is one.
            if name == "Work" or (changed and "work" in ast.unparse(node.args[0]).lower()):
                found.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    assert found == []


def test_generated_files_are_current() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout + done.stderr


CITED = re.compile(r"docs/entrez\.md ((?:\d+(?:-\d+)?(?:, )?)+)")


@pytest.mark.parametrize("room", ["harvester", "tests", "benchmarks", "docs"])
def test_each_cited_fact_about_a_service_is_in_the_list(room: str) -> None:
    listed = set(
        map(int, re.findall(r"^\*\*(\d+)\.\*\*", (ROOT / "docs" / "entrez.md").read_text("utf-8"), re.MULTILINE))
    )
    missing = set()
    for path in [*(ROOT / room).rglob("*.py"), *(ROOT / room).rglob("*.md")]:
        for numbers in CITED.findall(" ".join(path.read_text("utf-8").split())):
            for cited in re.findall(r"(\d+)(?:-(\d+))?", numbers):
                missing |= {
                    (path.name, n) for n in range(int(cited[0]), int(cited[1] or cited[0]) + 1) if n not in listed
                }
    assert missing == set()


def documents() -> list[Path]:
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*/README.md"))]


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_in_documents_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)", path.read_text("utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []
