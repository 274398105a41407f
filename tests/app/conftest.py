from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harvester.library.core import Library
from harvester.services import http
from harvester.services.limiter import Limiter
from harvester.settings import Settings
from tests.app.pages_of_ours import write_samples
from tests.ncbi import Standin

KEY = "0123456789abcdef0123456789abcdef0123"


@pytest.fixture
def standin() -> Iterator[Standin]:
    with Standin() as running:
        running.state.enforce = False
        running.state.retry_after = 0
        yield running


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    write_samples(folder)
    return folder


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries do not wait and nobody keeps a limit: faults are tested here, politeness elsewhere."""
    fast_init = http.Clock(sleep=lambda _s: None, random=lambda: 0.5)
    monkeypatch.setattr(http, "Clock", lambda: fast_init)
    monkeypatch.setattr(Limiter, "shared", classmethod(lambda cls, *_a: cls(None, 1000, sleep=lambda _s: None)))


@pytest.fixture
def library(tmp_path: Path, standin: Standin, hurried: None) -> Callable[..., Library]:
    """Libraries that ask the stand-in, each under a name of its own."""

    def made(name: str = "library", **settings: str) -> Library:
        given = {
            "eutils_url": standin.eutils_url,
            "idconv_url": standin.idconv_url,
            "api_key": KEY,
            "crossref_url": "off",
        }
        given |= {"europepmc_url": "off", "doi_url": "off", "datacite_url": "off"}
        return Library(Settings(library=str(tmp_path / name), **{**given, **settings}))

    return made
