"""Stand-ins for Crossref, doi.org, DataCite and Europe PMC: real HTTP servers on 127.0.0.1 that answer as those do.

They know the papers they are given, keep Crossref's limits and tell them in headers, log what is asked, and err on
demand like `tests.ncbi`. Bibliographic facts are real or invented; every text is our own.
"""

from tests.others.crossref import CrossrefStandin
from tests.others.datacite import DataCiteStandin
from tests.others.doi_org import DoiOrgStandin
from tests.others.europepmc import EuropePmcStandin

__all__ = ["CrossrefStandin", "DataCiteStandin", "DoiOrgStandin", "EuropePmcStandin"]
