"""The limit as the server sees it, in real time: threads, two processes at once, and how much of it is used."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.ncbi import Standin
from tests.ncbi.server import busiest_second

ASK = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from harvester.model.questions import Search
from harvester.services.asking import NetworkServices
from harvester.services.settings import ServiceSettings

class Nothing:
    def get(self, key, now): return None
    def put(self, answer): pass

url, folder, key, count, name = sys.argv[1:]
settings = ServiceSettings(Path(folder), api_key=key, eutils_url=url)
services = NetworkServices(settings, Nothing(), lambda: datetime.now(UTC))
bad = sum(r.problem is not None for r in services.ask([Search(f"{name} {n}") for n in range(int(count))]))
print(services.requests, bad)
"""


def _processes(standin: Standin, folder: Path, key: str, count: int) -> list[tuple[int, int]]:
    command = [sys.executable, "-c", ASK, standin.eutils_url, str(folder), key, str(count)]
    running = [subprocess.Popen([*command, name], stdout=subprocess.PIPE, text=True) for name in ("one", "two")]
    outputs = [process.communicate(timeout=60)[0].split() for process in running]
    assert [process.returncode for process in running] == [0, 0]
    return [(int(requests), int(bad)) for requests, bad in outputs]


@pytest.mark.parametrize(("key", "limit", "count"), [("", 3, 5), ("k" * 36, 10, 15)])
def test_two_processes_at_once_never_pass_the_limit_in_any_sliding_second(
    tmp_path: Path, key: str, limit: int, count: int
) -> None:
    with Standin() as standin:
        done = _processes(standin, tmp_path, key, count)
        assert standin.busiest_second() <= limit
        assert [entry.status for entry in standin.log] == [200] * (2 * count), "no 429 drawn"
        assert done == [(count, 0), (count, 0)]


def test_with_300_ms_of_latency_and_a_key_seven_tenths_of_the_limit_are_used(tmp_path: Path) -> None:
    with Standin() as standin:
        standin.state.latency = 0.3
        _processes(standin, tmp_path, "k" * 36, 15)
        times = sorted(entry.at for entry in standin.log)
        # The first window is free, so the rate is that of what came after it; a tenth is left to a busy machine.
        assert (len(times) - 10) / (times[-1] - times[0]) >= 7 * 0.9
        assert busiest_second(times) <= 10


def test_the_stand_in_runs_as_a_program_with_a_log(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    command = [sys.executable, "-m", "tests.ncbi", "--log", str(log), "--always", "503"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        with pytest.raises(urllib.error.HTTPError, match="503"):
            urllib.request.urlopen(f"{url}/entrez/eutils/esearch.fcgi?term=x")
        deadline = time.monotonic() + 5
        while not log.exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        process.terminate()
    assert json.loads(log.read_text().splitlines()[0])["status"] == 503
