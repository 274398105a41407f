"""The one place that writes ./exports: a file whole, or as it was before."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from harvester.errors import ExportError


def write(path: Path, pieces: Iterable[str]) -> None:
    """Write UTF-8 text, line ends as they are, by way of a file beside it that then takes its name.

    A reader sees the old file or the new one, never a part; if writing fails the old one stays. Raises `ExportError`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            _pour(path, pieces)
        else:
            _write(path, pieces)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}") from error


def _pour(path: Path, pieces: Iterable[str]) -> None:
    """Into a pipe or a device (`/dev/stdout`), which no file may take the place of."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)


def _write(path: Path, pieces: Iterable[str]) -> None:
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, partial = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(partial).chmod(mode)
        Path(partial).replace(path)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
