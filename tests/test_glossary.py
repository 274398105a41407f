"""The glossary says what the code says: each noun stands in it, and no word that it gives up is a name in the code."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "harvester"
TEXT = (ROOT / "docs" / "glossary.md").read_text("utf-8")
DEFINED, GIVEN_UP = TEXT.split("## Words that the code does not use")
FILES = [path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts and path.name != "tables.py"]
"""The tables keep their names, so that older libraries stay as they are, and migrations those of their time."""


def classes(folder: Path) -> set[str]:
    """The public classes that are defined in a folder."""
    trees = (ast.parse(path.read_text("utf-8")) for path in folder.rglob("*.py"))
    found = {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    return {name for name in found if not name.startswith("_")}


def names(path: Path) -> set[str]:
    """Every name that a file gives to something: itself, its functions, classes, parameters, variables, attributes."""
    found = {path.stem}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.Name):
            found.add(node.id)
    return found


def words(name: str) -> set[str]:
    """The words of a name: `open_queries`, `ReferenceState`."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_every_noun_stands_in_the_glossary() -> None:
    defined = set(re.findall(r"`(\w+)`", DEFINED))
    nouns = classes(PACKAGE / "model") | classes(PACKAGE / "values")
    assert sorted(nouns - defined) == []


def test_every_name_in_the_glossary_is_one_in_the_code() -> None:
    cells = [row.split("|")[3] for row in DEFINED.splitlines() if row.count("|") == 4]
    defined = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    assert len(defined) > 50
    assert sorted(defined - classes(PACKAGE)) == []


ROWS = [row.strip("| ").split(" | ") for row in GIVEN_UP.splitlines() if row.startswith("| ") and "---" not in row][1:]


@pytest.mark.parametrize(("given_up", "instead"), ROWS)
def test_a_word_that_was_given_up_is_no_name_any_more(given_up: str, instead: str) -> None:
    wrong = set(given_up.split(", "))
    found = {f"{path.stem}: {name}" for path in FILES for name in names(path) if words(name) & wrong}
    assert sorted(found) == [], f"say {instead}"
