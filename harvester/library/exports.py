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
        # A pipe or a device (`/dev/stdout`) is written into: a file that took its place would, for root, take it away
        # from everybody.
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="") as device:
                device.writelines(pieces)
        else:
            _write(path, pieces)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}") from error


def _write(path: Path, pieces: Iterable[str]) -> None:
    # A process can learn its umask only by setting it.
    umask = os.umask(0)
    os.umask(umask)
    # `mkstemp` gives a file to its owner alone; this one gets the rights of the old file, or of any new one.
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask
    # In the same folder, since a name can be taken over in one step only within a file system.
    handle, partial = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            # Else a power cut could leave the new name with nothing in it.
            os.fsync(file.fileno())
        Path(partial).chmod(mode)
        Path(partial).replace(path)
    # Also where the user interrupts, or a work cannot be written: no part stays behind.
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise
