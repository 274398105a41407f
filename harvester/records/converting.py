"""Answers of the PMC ID converter -> identifiers; it knows only what is in PMC (docs/entrez.md 29)."""

import json

from harvester.model import Identifier
from harvester.values import identifier
from harvester.values.identifier import Scheme

_FIELDS: tuple[tuple[str, Scheme], ...] = (("pmid", "pmid"), ("pmcid", "pmcid"), ("doi", "doi"))


def decode_conversion(body: bytes) -> dict[str, tuple[Identifier, ...]]:
    """The identifiers of each work by the identifier asked for; one that is not in PMC has none.

    The old address gives PMIDs as strings, the new one as numbers; both are read.
    """
    try:
        data = json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return {}
    records = data.get("records", []) if isinstance(data, dict) else []
    found = {}
    for record in records if isinstance(records, list) else []:
        if isinstance(record, dict) and record.get("status") != "error":
            found.update(_asked_and_known(record))
    return found


def _asked_and_known(record: dict[str, object]) -> dict[str, tuple[Identifier, ...]]:
    read = (identifier.parse(str(record[name]), scheme) for name, scheme in _FIELDS if record.get(name))
    known = tuple(i for i in read if i is not None)
    asked = str(record.get("requested-id") or record.get("pmcid") or "")
    return {asked: known} if asked and known else {}
