"""Europe PMC's JSON -> the reference list of a work (docs/entrez.md 40)."""

from dataclasses import dataclass

from harvester.records import ListedReference, loose_json
from harvester.records.pubmed_fields import parse_as
from harvester.values import titles


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """One page of a reference list, and how many there are in all."""

    total: int
    references: tuple[ListedReference, ...]


def decode_references(body: bytes) -> ReferencePage:
    """A reference list, numbered as printed (`citedOrder`); entries without text and identifier are dropped."""
    data = loose_json.load(body)
    found = []
    for position, entry in enumerate(loose_json.children(loose_json.child(data, "referenceList"), "reference"), 1):
        # `id` belongs to the service in `source`; it is a PMID only where that is MEDLINE.
        pmid = loose_json.text(entry, "id") if loose_json.text(entry, "source") == "MED" else ""
        read = (parse_as(pmid, "pmid"), parse_as(loose_json.text(entry, "doi"), "doi"))
        identifiers = tuple(i for i in read if i is not None)

        text = titles.read(loose_json.text(entry, "unstructuredInformation"))
        if not text:
            names = ("authorString", "title", "journalAbbreviation")
            head = ". ".join(titles.read(part).rstrip(".") for name in names if (part := loose_json.text(entry, name)))
            locator = loose_json.text(entry, "pubYear")
            if volume := loose_json.text(entry, "volume"):
                issue = loose_json.text(entry, "issue")
                locator += f";{volume}({issue})" if issue else f";{volume}"
            if page := loose_json.text(entry, "pageInfo"):
                locator += f":{page}"
            # In Vancouver style, which the parser of references reads best.
            text = ". ".join(part for part in (head, locator) if part) + "." if head or locator else ""
        if text or identifiers:
            ordinal = loose_json.number(entry.get("citedOrder")) or position
            found.append(ListedReference(ordinal, text, identifiers))
    return ReferencePage(loose_json.number(data.get("hitCount")) or len(found), tuple(found))
