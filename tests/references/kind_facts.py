"""Real works of many kinds and languages, as facts: what the grid of kinds prints in its styles.

A person is `Family|Given names`, a body stands alone.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple


class Fact(NamedTuple):
    """A work: its CSL type, who made it, its title and year, and what its kind needs besides."""

    kind: str
    type: str
    people: tuple[str, ...]
    title: str
    year: str
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    editors: tuple[str, ...] = ()
    number: str = ""
    series: str = ""
    edition: str = ""
    url: str = ""


def load() -> tuple[Fact, ...]:
    """All works of the file beside, in its order."""
    lines = Path(__file__).with_suffix(".jsonl").read_text("utf-8").splitlines()
    return tuple(Fact(**{key: _value(value) for key, value in json.loads(line).items()}) for line in lines)


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
