"""A PostgreSQL server of a test's own: made in a temporary folder, reached through a socket, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PACKAGED = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
"""Where Debian keeps the programs, outside the PATH."""


def program(name: str) -> str | None:
    """Where one of the server's programs is, or None."""
    return shutil.which(name, path=os.pathsep.join([*map(str, PACKAGED[-1:]), os.environ.get("PATH", "")]))


@contextmanager
def running() -> Iterator[str]:
    """The folder of the socket of a server, whose superuser is `harvester`.

    Its texts sort as a dictionary's do, not as bytes do: nothing that a library says may hang on that.
    """
    initdb, pg_ctl = program("initdb"), program("pg_ctl")
    assert initdb and pg_ctl
    # PostgreSQL does not run as root; Debian's package made a user for it.
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="harvester-pg-"))
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)

    def do(*command: str) -> None:
        subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL, timeout=60)

    try:
        do(initdb, "-D", "data", "-A", "trust", "-U", "harvester", "-E", "UTF8", "--no-sync",
           "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US")  # fmt: skip
        do(pg_ctl, "-D", "data", "-w", "-l", "log", "-o", f"-k {folder} -c listen_addresses= -c fsync=off", "start")
        try:
            yield str(folder)
        finally:
            do(pg_ctl, "-D", "data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
