"""The one place that reads ./sources: which files there are, in which order, and their bytes."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from harvester.model import Skip, SkipCode, Source
from harvester.text import shown

MAX_BYTES = 64 * 1024 * 1024
"""A saved page is rarely over 10 MB; what is larger than this is no page, and would only cost memory."""

TEMPORARY = re.compile(r"^(?:~|\.|#.*#$)|(?:\.tmp|\.part|\.crdownload|\.download|\.swp|~)$", re.IGNORECASE)

COMPANION = re.compile(r"(?:_files|_file|-Dateien|_fichiers|_archivos|_bestanden|\.files)$", re.IGNORECASE)
"""The folders that browsers put beside a saved page, in the languages they say it in."""

PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")


OWN_FOLDERS = ("db", "exports")
"""A library's own folders, in the library's folder: what it wrote is none of its sources."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, or why it is passed over (`skipped`) or cannot be read (`failed`)."""

    path: Path
    name: str
    skipped: Skip | None = None
    failed: str = ""


def find(paths: Iterable[str], base: Path | None = None) -> Iterator[Found]:
    """The files that some paths lead to, folders recursively, in sorted order, each once.

    With `base` a name is relative to that folder where the file lies in it, else absolute, so that a library finds its
    sources again from wherever it is called; without it names are as given.
    """
    seen: set[str] = set()  # as strings, which take a fifth of what paths take
    for given in sorted(paths):
        for found in _walk(Path(given), base):
            real = os.path.realpath(found.path)
            if real not in seen:
                seen.add(real)
                yield found


def load(found: Found) -> Source:
    """Read a file. Raises `OSError` where the system does not let it be read."""
    content = found.path.read_bytes()
    return Source(found.name, content, hashlib.sha256(content).hexdigest())


class Loader:
    """Loads found files one at a time, and puts those aside that are not to be read or cannot be."""

    def __init__(self) -> None:
        self._aside: list[Found] = []

    def load(self, found: Iterable[Found]) -> Iterator[Source]:
        """The sources that can be read."""
        for file in found:
            if file.skipped or file.failed:
                self._aside.append(file)
                continue
            try:
                source = load(file)
            except OSError as error:
                self._aside.append(replace(file, failed=error.strerror or str(error)))
            else:
                yield source

    def take(self) -> Iterator[Found]:
        """The files put aside since the last call."""
        taken, self._aside = self._aside, []
        yield from taken


def _walk(path: Path, base: Path | None) -> Iterator[Found]:
    if why := _unreachable(path):
        yield Found(path, shown(str(path)), failed=why)
        return
    if not path.is_dir():
        yield _judge(path, base)
        return
    home = os.path.realpath(base) if base is not None else ""
    for folder, folders, files in os.walk(path, onerror=None):
        here = Path(folder)
        for name in sorted(folders):
            if not os.access(here / name, os.R_OK | os.X_OK):
                yield Found(here / name, shown(str(here / name)), failed="this folder may not be read")
        own = OWN_FOLDERS if os.path.realpath(folder) == home else ()
        folders[:] = sorted(name for name in folders if name not in own and not _left_out(here, name))
        for name in sorted(files):
            if not TEMPORARY.search(name):
                yield _judge(here / name, base)


def _unreachable(path: Path) -> str:
    """Why nothing can be read at a path; "" if something can."""
    try:
        path.stat()
    except FileNotFoundError:
        return "no such file or folder"
    except OSError as error:
        return error.strerror or str(error)
    return "this folder may not be read" if path.is_dir() and not os.access(path, os.R_OK | os.X_OK) else ""


def _left_out(parent: Path, folder: str) -> bool:
    """Hidden folders, and a page's companion folder where the page itself stands beside it."""
    if folder.startswith("."):
        return True
    stem = COMPANION.sub("", folder)
    return stem != folder and any((parent / (stem + suffix)).exists() for suffix in PAGE_SUFFIXES)


def _judge(path: Path, base: Path | None) -> Found:
    name = name_of(path, base)
    if not path.is_file():
        return Found(path, name, skipped=Skip(SkipCode.IRREGULAR))
    try:
        size = path.stat().st_size
    except OSError as error:
        return Found(path, name, failed=error.strerror or str(error))
    if size > MAX_BYTES:
        return Found(path, name, skipped=Skip(SkipCode.TOO_LARGE, str(MAX_BYTES // 1024 // 1024)))
    return Found(path, name)


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
    folders = [f"{name_of(Path(p), base)}/" for p in paths if Path(p).is_dir()]
    here = any(folder == "./" for folder in folders)
    for name in names:
        if (here and not name.startswith("/")) or name.startswith(tuple(folders)):
            yield name


def name_of(path: Path, base: Path | None) -> str:
    """What a file is called: as given, or relative to `base` where it lies in it, else absolute; `shown` as text."""
    if base is None:
        return shown(path.as_posix())
    real, home = path.resolve(), base.resolve()
    return shown((real.relative_to(home) if real.is_relative_to(home) else real).as_posix())
