"""The servers of preprints, by the names and the DOIs that print and records give them."""

import re
from functools import lru_cache

from harvester.text import fold

SERVERS = ("bioRxiv", "medRxiv", "arXiv", "Research Square", "SSRN", "Preprints", "PsyArXiv", "ChemRxiv")
"""Servers under the names that they write themselves."""

NAMES = r"(?:bio|med|chem|psy|a)rxiv|preprints?|research square|ssrn"
"""A pattern of their names in small letters, and of the word itself, which says as much."""

# In folded text OSF is a server too, in running text a foundation as well; and a folded DOI has lost its stops.
_SERVER = re.compile(rf"\b(?:{NAMES}|osf|10 1101 20\d\d)\b")


def names_server(folded: str) -> bool:
    """Whether a folded text names a server of preprints, or a DOI that one made of the day."""
    return _SERVER.search(folded) is not None


_SERVER_DOI = re.compile(
    r"10\.(?:48550/arxiv\.|21203/rs\.|2139/ssrn\.|20944/preprints|26434/chemrxiv|3123[0-9]/osf\.io/|31219/osf\.io/"
    r"|36227/techrxiv|22541/(?:au|essoar)\.|64898/20\d\d\.)"
)
"""What the DOIs of arXiv, Research Square, SSRN, Preprints.org, ChemRxiv, OSF and its servers, TechRxiv, Authorea and,
since 2025, openRxiv begin with (Crossref's and DataCite's registrations)."""


@lru_cache(maxsize=4096)  # the containers of a library; each is asked for with every record of it
def is_server(container: str) -> bool:
    """Whether what contains a work is a server of preprints."""
    return names_server(fold(container))


def has_dated_doi(doi: str | None) -> bool:
    """Whether a DOI is one that bioRxiv and medRxiv make of the day: 10.1101/2020.05.05.079194. The papers of Cold
    Spring Harbor have the same prefix and no date."""
    return doi is not None and doi.startswith("10.1101/20")


def has_server_doi(doi: str | None) -> bool:
    """Whether a DOI is one that a server of preprints gives: by the day (bioRxiv), or with the server's name in it."""
    return has_dated_doi(doi) or (doi is not None and _SERVER_DOI.match(doi) is not None)


def printed_server(text: str) -> str:
    """The server that a text names, under the name that it writes itself; "" for none."""
    lower = text.lower()
    return next((name for name in SERVERS if name.lower() in lower), "")
