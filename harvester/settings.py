"""Settings from the command line, else `HARVESTER_*`, else the library's `harvester.toml`, else the user's."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from harvester.errors import Fault, SettingsError
from harvester.works.citekeys import PATTERN, check_pattern

FILE = "harvester.toml"
OFF = "off"
"""In place of the address of any service but NCBI's: it is not asked."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set; `library` is a folder, `db` an SQLAlchemy URL instead of its database; `jobs` 0: as fits.

    The addresses of Crossref, doi.org, DataCite and Europe PMC can be `off`.
    """

    library: str = "."
    db: str = ""
    email: str = ""
    api_key: str = ""
    jobs: int = 0
    citekey: str = PATTERN
    eutils_url: str = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/"
    idconv_url: str = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/"
    crossref_url: str = "https://api.crossref.org/"
    europepmc_url: str = "https://www.ebi.ac.uk/europepmc/webservices/rest/"
    doi_url: str = "https://doi.org/"
    datacite_url: str = "https://api.datacite.org/"

    @property
    def database_url(self) -> str:
        """Where the database is."""
        return self.db or f"sqlite:///{(Path(self.library) / 'db' / 'library.sqlite3').as_posix()}"

    @property
    def exports(self) -> Path:
        """Where exports go by default."""
        return Path(self.library) / "exports"

    def __repr__(self) -> str:
        """Never shows the key."""
        shown = {f.name: getattr(self, f.name) for f in fields(self)} | {"api_key": "***" if self.api_key else ""}
        return f"Settings({', '.join(f'{name}={value!r}' for name, value in shown.items())})"


NAMES = tuple(f.name for f in fields(Settings))
OLD_NAMES = {"email": "NCBI_EMAIL", "api_key": "NCBI_API_KEY"}
"""Names that other Entrez programs use; honoured after our own."""


def user_file() -> Path:
    """The settings file in the user's config folder."""
    import platformdirs

    return Path(platformdirs.user_config_dir("harvester", appauthor=False)) / FILE


def load(given: Mapping[str, str], environment: Mapping[str, str] | None = None, config: str = "") -> Settings:
    """Settings from all places, the nearest first.

    `given` are those of the command line; `config` names a file in place of the user's. Raises `SettingsError` for a
    file that cannot be read or a value that does not fit.
    """
    env = os.environ if environment is None else environment
    from_env = {n: v for n in NAMES if (v := env.get(f"HARVESTER_{n.upper()}") or env.get(OLD_NAMES.get(n, ""), ""))}
    users = read_file(Path(config), required=True) if config else read_file(user_file())
    folder = given.get("library") or from_env.get("library") or users.get("library") or "."
    own = read_file(Path(folder) / FILE)
    merged = {**users, **own, **from_env, **{n: v for n, v in given.items() if v}}
    return _checked(merged)


def _checked(values: Mapping[str, str]) -> Settings:
    jobs = values.get("jobs", "0")
    if not str(jobs).isdecimal():
        raise SettingsError(f"The setting jobs takes a whole number, not {jobs!r}.")
    if wrong := check_pattern(str(values.get("citekey", PATTERN))):
        raise SettingsError(wrong)
    # TOML has numbers and truth values; somebody's key may be all digits.
    texts = {name: str(value) for name, value in values.items() if name != "jobs"}
    return replace(Settings(**texts), jobs=int(jobs))  # type: ignore[arg-type]  # `jobs` is taken out above


def read_file(path: Path, *, required: bool = False) -> dict[str, str]:
    """The settings of a file; none where there is no file, unless it is `required`."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        if required:
            raise SettingsError(f"There is no settings file {path}.") from None
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is no TOML: {error}") from error
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}") from error
    unknown = sorted(set(data) - set(NAMES))
    if unknown:
        raise SettingsError(f"{path} has an unknown setting {unknown[0]!r}. Known are: {', '.join(NAMES)}.")
    return {name: str(value) for name, value in data.items()}


def write_file(path: Path, values: Mapping[str, str]) -> None:
    """Change settings in a file and keep the others; only its owner may read it, since it may hold a key."""
    kept = {**read_file(path), **values}
    lines = [f"{name} = {_toml(value)}" for name, value in sorted(kept.items()) if value]
    partial = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Before anything stands in it: a key must not be readable by others for a moment.
        partial.touch(mode=0o600)
        partial.write_text("\n".join(lines) + "\n", "utf-8")
        partial.replace(path)
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror}", Fault.SETTINGS_NOT_WRITABLE) from error


def _toml(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    if any(ord(c) < 32 for c in value):
        raise SettingsError("A setting holds no control characters.")
    return f'"{escaped}"'
