"""Harvesting and enriching the same things in any order gives the same library: a hundred random orders."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from harvester.library.core import Library
from tests.app.test_enrich import state

Make = Callable[..., Library]
ORDERS = 100
BATCHES = 10


@pytest.mark.parametrize("batch", range(BATCHES))
def test_any_order_gives_the_same_library(library: Make, samples: Path, batch: int) -> None:
    pages = sorted(samples.iterdir())
    expected = ended(library("expected"), [*pages, None])
    for number in range(ORDERS // BATCHES):
        rng = random.Random(batch * 1000 + number)
        steps: list[Path | None] = rng.sample(pages, len(pages))
        for _ in range(rng.randint(0, 2)):
            steps.insert(rng.randint(1, len(steps)), None)
        assert ended(library(f"order{number}"), [*steps, None]) == expected, steps


def ended(made: Library, steps: list[Path | None]) -> dict[str, list[str]]:
    """What a library holds after some steps: a page is harvested, None is an enrichment."""
    for step in steps:
        if step is None:
            made.enrich()
        else:
            assert [outcome.state for outcome in made.harvest([str(step)])] == ["read"]
    return state(made)
