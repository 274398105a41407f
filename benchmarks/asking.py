"""The services against the stand-in for NCBI, in real time: how the limit is kept and used, and what enriching costs.

Run `PYTHONPATH=. python benchmarks/asking.py` in a checkout. Printed are, by the server's own log: the busiest sliding
second of two processes at once with and without a key and the 429s they drew; the share of the limit that is used at
300 ms of latency; the requests for 1,000 known PMIDs; whether a run that is killed ends the same; and how long a
service that hangs is waited for.
"""

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from harvester.library.core import Library
from harvester.services import http
from harvester.settings import Settings
from tests.app.pages_of_ours import vancouver, write_samples
from tests.ncbi import Standin
from tests.ncbi.papers import papers
from tests.services.test_limits_by_the_servers_log import ASK

KEY = "k" * 36


def two_processes(key: str, each: int, latency: float = 0.0) -> Standin:
    """Two processes that ask so many questions each; returns the stand-in with its log."""
    with tempfile.TemporaryDirectory() as folder, Standin() as standin:
        standin.state.latency = latency
        command = [sys.executable, "-c", ASK, standin.eutils_url, folder, key, str(each)]
        running = [subprocess.Popen([*command, name], stdout=subprocess.DEVNULL) for name in ("one", "two")]
        for process in running:
            process.wait()
        return standin


def limits() -> None:
    """The limit by the server's log."""
    for key, limit, each in (("", 3, 15), (KEY, 10, 50)):
        standin = two_processes(key, each)
        refused = sum(entry.status == 429 for entry in standin.log)
        name = "with a key" if key else "without a key"
        busiest = standin.busiest_second()
        print(f"two processes {name}: {len(standin.log)} requests, busiest second {busiest} of {limit}, {refused}x 429")
    standin = two_processes(KEY, 50, 0.3)
    times = sorted(entry.at for entry in standin.log)
    rate = (len(times) - 10) / (times[-1] - times[0])
    print(f"at 300 ms with a key: {rate:.1f} requests a second, {rate / 10:.0%} of the limit")


def known_pmids() -> None:
    """What 1,000 references with PMIDs cost."""
    known = list(papers(1000).values())[-1000:]
    lines = [f"{n}. {vancouver(p)} PMID: {p.pmid}" for n, p in enumerate(known, 1)]
    with tempfile.TemporaryDirectory() as folder, Standin(papers(1000)) as standin:
        page = Path(folder) / "list.txt"
        page.write_text("A reading list\n\nReferences\n\n" + "\n".join(lines) + "\n", "utf-8")
        library = Library(_settings(standin, folder))
        list(library.harvest([str(page)]))
        began = time.process_time()
        done = library.enrich()
        spent, settled = time.process_time() - began, sum(done.verdicts.values())
        print(
            f"1,000 known PMIDs: {len(standin.log)} requests, {settled} settled, {spent:.1f} CPU s (stand-in included)"
        )


def _settings(standin: Standin, folder: str) -> Settings:
    return Settings(
        library=f"{folder}/library",
        eutils_url=standin.eutils_url,
        idconv_url=standin.idconv_url,
        api_key=KEY,
        crossref_url="off",
        europepmc_url="off",
        doi_url="off",
    )


def five_pages() -> None:
    """What five saved pages cost, and that a second run costs nothing."""
    with tempfile.TemporaryDirectory() as folder, Standin() as standin:
        write_samples(Path(folder) / "pages")
        library = Library(_settings(standin, folder))
        list(library.harvest([f"{folder}/pages"]))
        began = time.monotonic()
        library.enrich()
        print(f"five pages: {len(standin.log)} requests in {time.monotonic() - began:.1f} s")
        asked = len(standin.log)
        list(library.harvest([f"{folder}/pages"]))
        library.enrich()
        print(f"the second run: {len(standin.log) - asked} requests")


def hanging() -> None:
    """How long a server that never answers is waited for."""
    with tempfile.TemporaryDirectory() as folder, Standin() as standin:
        standin.faults.always = "hang"
        write_samples(Path(folder) / "pages")
        library = Library(_settings(standin, folder))
        list(library.harvest([f"{folder}/pages/0-ibd.txt"]))
        began = time.monotonic()
        done = library.enrich()
        print(f"a server that hangs: given up after {time.monotonic() - began:.0f} s "
              f"(deadline {http.Patience().total:.0f} s), {done.waiting} waiting")  # fmt: skip


def nobody_there() -> None:
    """How long it takes to see that there is no network."""
    with tempfile.TemporaryDirectory() as folder:
        write_samples(Path(folder) / "pages")
        library = Library(Settings(library=f"{folder}/library", eutils_url="http://127.0.0.1:9/"))
        list(library.harvest([f"{folder}/pages"]))
        began = time.monotonic()
        done = library.enrich()
        print(f"no network: given up after {time.monotonic() - began:.1f} s, {done.waiting} waiting")


def killed(moments: int = 20) -> None:
    """A harvest that asks, killed with `kill -9` at random moments and started again: is the end the same?"""
    dice = random.Random(1)
    with tempfile.TemporaryDirectory() as folder, Standin() as standin:
        standin.state.latency = 0.05
        write_samples(Path(folder) / "pages")
        environment = {**os.environ, "HARVESTER_EUTILS_URL": standin.eutils_url, "NCBI_API_KEY": KEY,
                       "HARVESTER_IDCONV_URL": standin.idconv_url}  # fmt: skip

        def start(name: object) -> subprocess.Popen[bytes]:
            command = [sys.executable, "-m", "harvester", "--library", f"{folder}/{name}", "harvest", f"{folder}/pages"]
            return subprocess.Popen([*command, "-q"], env=environment)

        start("whole").wait()
        whole = list(Library.open(f"{folder}/whole").export("csv"))
        requests, same, sound = len(standin.log), 0, 0
        for moment in range(moments):
            process = start(moment)
            time.sleep(dice.uniform(0.3, 4.0))
            process.kill()
            process.wait()
            start(moment).wait()
            same += list(Library.open(f"{folder}/{moment}").export("csv")) == whole
            with sqlite3.connect(f"{folder}/{moment}/db/library.sqlite3") as connection:
                checks = connection.execute("PRAGMA integrity_check").fetchall()
                sound += checks == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()
        more = (len(standin.log) - requests) / moments / requests - 1
        print(f"killed at {moments} moments: {same} ended the same, {sound} databases sound, {more:.0%} more requests")


def main() -> None:
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        for measure in (limits, known_pmids, five_pages, nobody_there, killed, hanging):
            measure()


if __name__ == "__main__":
    main()
