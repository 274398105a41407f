"""A fault that nobody foresaw costs the page that causes it, is told with its place, and leaves the others whole."""

from collections.abc import Callable
from typing import Any

import pytest

from harvester.app import extract as of_extract
from harvester.app import harvest as of_harvest
from harvester.explain import why_not_read
from harvester.model import Page, Reading, Source
from harvester.pages import layouts


def _rotten(page: Page) -> Reading:
    raise ValueError(f"a word of {page.source}")


@pytest.mark.parametrize("road", [of_extract.extract, of_harvest.prepare], ids=["extract", "harvest"])
def test_a_page_that_meets_a_fault_fails_alone(road: Callable[[Source], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source("page.html", b"<html><head><title>T</title></head><body><p>Words</p></body></html>", "0" * 64)
    monkeypatch.setattr(layouts, "read", _rotten)
    outcome = road(source)
    assert outcome.pages == ()
    said = why_not_read(outcome.why)
    assert "a fault of Harvester (ValueError, test_faults_of_ours.py:" in said
    assert "a word of" not in said
