"""The stand-in as a program: `python -m tests.ncbi --port 8000 --log requests.jsonl --share 0.2`; it prints its
address."""

import argparse
import signal
import sys
import threading
from pathlib import Path

from tests.ncbi.faults import Faults
from tests.ncbi.papers import papers
from tests.ncbi.server import Standin


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--log", type=Path)
    options.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    options.add_argument("--share", type=float, default=0.0, help="share of requests that meet a fault")
    options.add_argument("--always", default="", help="a fault that every request meets")
    options.add_argument("--generated", type=int, default=0, help="invented papers besides")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with Standin(papers(given.generated), port=given.port, log_file=given.log) as standin:
        standin.state.latency = given.latency
        standin.state.faults = Faults(given.share, seed=given.seed)
        standin.faults.always = given.always
        sys.stdout.write(f"{standin.url}\n")
        sys.stdout.flush()
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        stop.wait()


if __name__ == "__main__":
    main()
