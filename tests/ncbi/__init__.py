"""A stand-in for NCBI: a real HTTP server on 127.0.0.1 that answers as the E-utilities and the PMC ID converter do.

Its records are written for these tests: bibliographic facts are real, abstracts and most PMIDs are not. It enforces the
limit over a sliding second, keeps a log of the requests, and errs on demand (`tests.ncbi.faults`). Start it in a
test with `Standin()`, or as a program with `python -m tests.ncbi --port 8000 --log requests.jsonl`.
"""

from tests.ncbi.server import Standin

__all__ = ["Standin"]
