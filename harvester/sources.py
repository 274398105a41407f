"""The one place that reads ./sources: which files there are, in which order, and their bytes."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Never

from harvester.model import Skip, SkipCode, Source
from harvester.model.outcome import FailureCode, FileOutcome
from harvester.text import shown

MAX_BYTES = 64 * 1024 * 1024
"""A saved page is rarely over 10 MB; what is larger than this is no page, and would only cost memory."""

TEMPORARY = re.compile(r"^(?:~|\.|#.*#$)|(?:\.tmp|\.part|\.crdownload|\.download|\.swp|~)$", re.IGNORECASE)

COMPANION = re.compile(r"(?:_files|_file|-Dateien|_fichiers|_archivos|_bestanden|\.files)$", re.IGNORECASE)
"""The folders that browsers put beside a saved page, in the languages they say it in."""

# A folder `x_files` without a page `x` beside it is somebody's own, and is read.
PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")


OWN_FOLDERS = ("db", "exports")
"""A library's own folders, in the library's folder: what it wrote is none of its sources."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it is, and what it is called."""

    path: Path
    name: str


NotRead = FileOutcome[Never]
"""A file that is passed over or cannot be read."""


def find(paths: Iterable[str], base: Path | None = None) -> Iterator[Found | NotRead]:
    """The files that some paths lead to, folders recursively, in sorted order, each once; an outcome for one that is
    passed over or cannot be read.

    With `base` a name is relative to that folder where the file lies in it, else absolute, so that a library finds its
    sources again from wherever it is called; without it names are as given.
    """
    seen: set[str] = set()  # as strings, which take a fifth of what paths take
    # Sorted at every level, so that a run and its messages are the same on every file system.
    for given in sorted(paths):
        for path, found in _walk(Path(given), base):
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield found


def _walk(path: Path, base: Path | None) -> Iterator[tuple[Path, Found | NotRead]]:
    """What a path leads to, each with its own path."""
    try:
        path.stat()
    except FileNotFoundError:
        yield path, FileOutcome.failed(shown(str(path)), FailureCode.MISSING)
        return
    except OSError as error:
        yield path, FileOutcome.refused(shown(str(path)), error)
        return
    if not path.is_dir():
        yield path, _judge(path, base)
        return
    if not os.access(path, os.R_OK | os.X_OK):
        yield path, FileOutcome.failed(shown(str(path)), FailureCode.FORBIDDEN_FOLDER)
        return
    home = os.path.realpath(base) if base is not None else ""
    for folder, folders, files in os.walk(path, onerror=None):
        here = Path(folder)
        for name in sorted(folders):
            # `os.walk` passes over such a folder without a word.
            if not os.access(here / name, os.R_OK | os.X_OK):
                yield here / name, FileOutcome.failed(shown(str(here / name)), FailureCode.FORBIDDEN_FOLDER)
        own = OWN_FOLDERS if os.path.realpath(folder) == home else ()
        folders[:] = sorted(name for name in folders if name not in own and not _is_passed_over(here, name))
        for name in sorted(files):
            if not TEMPORARY.search(name):
                yield here / name, _judge(here / name, base)


def _is_passed_over(parent: Path, folder: str) -> bool:
    """Whether a folder is hidden, or a page's companion folder where the page itself stands beside it."""
    if folder.startswith("."):
        return True
    stem = COMPANION.sub("", folder)
    return stem != folder and any((parent / (stem + suffix)).exists() for suffix in PAGE_SUFFIXES)


def _judge(path: Path, base: Path | None) -> Found | NotRead:
    name = name_of(path, base)
    # A pipe would be waited for, and a device never ends.
    if not path.is_file():
        return FileOutcome.skipped(name, Skip(SkipCode.IRREGULAR))
    try:
        size = path.stat().st_size
    except OSError as error:
        return FileOutcome.refused(name, error)
    if size > MAX_BYTES:
        return FileOutcome.skipped(name, Skip(SkipCode.TOO_LARGE, str(MAX_BYTES // 1024 // 1024)))
    return Found(path, name)


def load(found: Found) -> Source:
    """Read a file. Raises `OSError` where the system does not let it be read."""
    content = found.path.read_bytes()
    return Source(found.name, content, hashlib.sha256(content).hexdigest())


class Loader:
    """Loads found files one at a time, and puts those aside that are not to be read or cannot be."""

    def __init__(self) -> None:
        self._aside: list[NotRead] = []

    def load(self, found: Iterable[Found | NotRead]) -> Iterator[Source]:
        """The sources that can be read."""
        for file in found:
            if isinstance(file, FileOutcome):
                self._aside.append(file)
                continue
            try:
                source = load(file)
            except OSError as error:  # it has gone, or was closed, since it was found
                self._aside.append(FileOutcome.refused(file.name, error))
            else:
                yield source

    def take(self) -> Iterator[NotRead]:
        """The files put aside since the last call."""
        taken, self._aside = self._aside, []
        yield from taken


_ESCAPED = re.compile(rb"\\x([89a-f][0-9a-f])")


def is_gone(name: str, base: Path) -> bool:
    """Whether there is no file any more that a library in the folder `base` calls so; where nobody can tell, it is
    there."""
    plain = os.fsencode(name)
    odd = _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), plain)  # what `shown` made of bytes that are no UTF-8
    try:
        return not any((base / os.fsdecode(n)).exists() for n in {plain, odd})
    except OSError:
        return False


def names_below(names: Iterable[str], paths: Iterable[str], base: Path) -> Iterator[str]:
    """Those of some names that lie in one of the folders among `paths`."""
    # `Path.is_dir` raises in a folder that may not be entered; what cannot be looked at is no folder to look below.
    folders = [f"{name_of(Path(p), base)}/" for p in paths if os.path.isdir(p)]  # noqa: PTH112
    here = any(folder == "./" for folder in folders)
    for name in names:
        if (here and not name.startswith("/")) or name.startswith(tuple(folders)):
            yield name


def name_of(path: Path, base: Path | None) -> str:
    """What a file is called: as given, or relative to `base` where it lies in it, else absolute; `shown` as text."""
    if base is None:
        return shown(path.as_posix())
    # `Path.resolve` raises where a link leads to itself; this gives the link's own name.
    real, home = Path(os.path.realpath(path)), base.resolve()
    return shown((real.relative_to(home) if real.is_relative_to(home) else real).as_posix())
