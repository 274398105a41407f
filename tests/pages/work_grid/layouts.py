"""The register of layouts, and the half of the grid that each belongs to."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from tests.pages.work_grid.articles import Article

FIELDS = ("title", "year", "doi", "authors", "journal", "locator")
"""What is measured: authors are the whole list, a locator is the volume and the first page or the number."""

SEED = "own works, part 2"
"""Changed only to draw the halves anew; then what was learnt of the seen half no longer counts as learnt."""

Make = Callable[[Article], str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a kind of page gives an article, and which fields it gives at all: of another it must say nothing wrong."""

    name: str
    make: Make
    gives: frozenset[str]

    @property
    def half(self) -> str:
        """`seen` or `unseen`, by the name alone, so that a new layout changes no other's half; a layout in another
        spacing (`name__parted`) is of the same half as itself."""
        name = self.name.partition("__")[0]
        return "unseen" if hashlib.sha256(f"{SEED}:{name}".encode()).digest()[0] % 2 else "seen"


LAYOUTS: dict[str, Layout] = {}


def layout(gives: str = " ".join(FIELDS)) -> Callable[[Make], Make]:
    """Register a layout under its function's name, with the fields that it gives."""

    def register(make: Make) -> Make:
        name = make.__name__
        assert name not in LAYOUTS, name
        LAYOUTS[name] = Layout(name, make, frozenset(gives.split()))
        return make

    return register
