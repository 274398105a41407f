"""Where the services are and who asks."""

from dataclasses import dataclass, field
from pathlib import Path

from harvester.errors import SettingsError
from harvester.ports import Role

EUTILS_URL = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/"
IDCONV_URL = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/"
CROSSREF_URL = "https://api.crossref.org/"
EUROPEPMC_URL = "https://www.ebi.ac.uk/europepmc/webservices/rest/"
DOI_URL = "https://doi.org/"
DATACITE_URL = "https://api.datacite.org/"
OFF = "off"
"""In place of an address: do not ask this service. All but NCBI's can be switched off."""
TOOL = "reference-harvester"
"""The program's name for NCBI; without blanks (NBK25497)."""

ROLES = {
    "eutils": {Role.RECORDS, Role.SEARCHES, Role.CITATIONS, Role.LINKS, Role.FULL_TEXT},
    "idconv": {Role.CONVERSION},
    "crossref": {Role.DOI_RECORDS, Role.WORD_SEARCHES, Role.DEPOSITED_LISTS},
    "doi": {Role.AGENCIES},
    "datacite": {Role.AGENCY_RECORDS},
    "europepmc": {Role.COLLECTED_LISTS},
}
"""What each service may be asked for, by the name of its setting."""


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """Bases of the services, the person's address and key, and the folder where processes share their limits.

    An empty key means none: `api_key=` sent empty is refused (docs/entrez.md 2). Raises `SettingsError` for a base
    that is not a URL.
    """

    cache_folder: Path
    email: str = ""
    api_key: str = field(default="", repr=False)
    eutils_url: str = EUTILS_URL
    idconv_url: str = IDCONV_URL
    crossref_url: str = CROSSREF_URL
    europepmc_url: str = EUROPEPMC_URL
    doi_url: str = DOI_URL
    datacite_url: str = DATACITE_URL

    def __post_init__(self) -> None:
        for service in ROLES:
            name = f"{service}_url"
            base: str = getattr(self, name)
            if base == OFF and service not in ("eutils", "idconv"):
                continue
            if not base.startswith(("http://", "https://")):
                raise SettingsError(f"HARVESTER_{name.upper()} must be an address that starts with http:// or https://")
            object.__setattr__(self, name, base.rstrip("/") + "/")
        object.__setattr__(self, "api_key", self.api_key.strip())
        object.__setattr__(self, "email", self.email.strip())

    @property
    def roles(self) -> frozenset[Role]:
        """What the services that are not `off` may be asked for."""
        asked = [name for name in ROLES if getattr(self, f"{name}_url") != OFF]
        roles = frozenset().union(*(ROLES[name] for name in asked))
        # A full text is fetched only for its list, to be joined with those of others: whoever switches these off wants
        # PubMed's list alone.
        return roles if roles & {Role.DEPOSITED_LISTS, Role.COLLECTED_LISTS} else roles - {Role.FULL_TEXT}
