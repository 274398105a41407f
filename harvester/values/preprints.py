"""The servers of preprints, by the names that print and records give them."""

import re
from functools import lru_cache

from harvester.text import fold

# Its name, the word itself, or the DOI that bioRxiv and medRxiv make of the day (10.1101/2020.05.05.079194).
_SERVER = re.compile(
    r"\b(?:biorxiv|medrxiv|arxiv|chemrxiv|psyarxiv|research square|ssrn|preprints?|osf|10 1101 20\d\d)\b"
)


def names_server(folded: str) -> bool:
    """Whether a folded text names a server of preprints."""
    return _SERVER.search(folded) is not None


@lru_cache(maxsize=4096)  # as many containers as records are met with in one run; each is asked for again and again
def is_server(container: str) -> bool:
    """Whether what contains a work is a server of preprints."""
    return names_server(fold(container))
