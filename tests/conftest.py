"""What every test shares: no settings, keys or caches of the person who runs the tests."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _nobody_in_particular(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    for name in ("NCBI_EMAIL", "NCBI_API_KEY", "HARVESTER_EMAIL", "HARVESTER_API_KEY", "HARVESTER_LIBRARY"):
        monkeypatch.delenv(name, raising=False)
    for name in ("EUTILS", "IDCONV"):
        monkeypatch.setenv(f"HARVESTER_{name}_URL", "http://127.0.0.1:9/")  # nobody is there: no test asks the world
    for name in ("CROSSREF", "EUROPEPMC"):
        monkeypatch.setenv(f"HARVESTER_{name}_URL", "off")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder for pages, beside the library."""
    folder = tmp_path / "pages"
    folder.mkdir()
    return folder
