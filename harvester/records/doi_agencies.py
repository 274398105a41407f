"""doi.org's JSON -> with whom a DOI is registered (docs/entrez.md 44)."""

import json
from collections.abc import Mapping

from harvester.records import loose_json
from harvester.records.pubmed_fields import parse_as

NOWHERE = frozenset({"doi does not exist", "invalid doi"})
"""The statuses that say that nobody has registered it; any other ("Unknown") says nothing."""


def decode_agencies(body: bytes) -> Mapping[str, str]:
    """The agency of each DOI of which the answer says something, by its bare value; "" where it is registered
    nowhere."""
    try:
        listed = json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return {}
    found: dict[str, str] = {}
    for entry in listed if isinstance(listed, list) else ():
        if not isinstance(entry, dict) or (doi := parse_as(loose_json.text(entry, "DOI"), "doi")) is None:
            continue
        agency = loose_json.text(entry, "RA")
        if agency or loose_json.text(entry, "status").lower() in NOWHERE:
            found[doi.value] = agency
    return found
