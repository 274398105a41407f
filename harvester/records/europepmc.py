"""Europe PMC's JSON -> works and reference lists, and how it names a work itself."""

from dataclasses import dataclass

from harvester.model import Identifier, Name, PartialDate, Work
from harvester.records import values
from harvester.records.fields import parse_as
from harvester.records.jats_text import plain_of, title_of
from harvester.records.record import ListedReference
from harvester.records.values import Object
from harvester.values import page_ranges


@dataclass(frozen=True, slots=True)
class EuropePmcRecord:
    """A record of Europe PMC: `source` (`MED`, `PMC`, `PPR`) and `number` are its name there."""

    source: str
    number: str
    work: Work


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """One page of a reference list, and how many there are in all."""

    total: int
    references: tuple[ListedReference, ...]


def decode_search(body: bytes) -> tuple[EuropePmcRecord, ...]:
    """The records of a search, in its order."""
    results = values.children(values.child(values.load(body), "resultList"), "result")
    return tuple(EuropePmcRecord(values.text(r, "source"), values.text(r, "id"), _work(r)) for r in results)


def decode_references(body: bytes) -> ReferencePage:
    """A reference list, numbered as printed (`citedOrder`)."""
    data = values.load(body)
    listed = values.children(values.child(data, "referenceList"), "reference")
    found = []
    for place, entry in enumerate(listed, 1):
        text, identifiers = _text(entry), _identifiers_of_entry(entry)
        if text or identifiers:
            found.append(ListedReference(values.number(entry.get("citedOrder")) or place, text, identifiers))
    return ReferencePage(values.number(data.get("hitCount")) or len(found), tuple(found))


def _identifiers_of_entry(entry: Object) -> tuple[Identifier, ...]:
    pmid = parse_as(values.text(entry, "id"), "pmid") if values.text(entry, "source") == "MED" else None
    return tuple(i for i in (pmid, parse_as(values.text(entry, "doi"), "doi")) if i is not None)


def _text(entry: Object) -> str:
    """The entry as one line."""
    if whole := values.text(entry, "unstructuredInformation"):
        return title_of(whole)
    names = ("authorString", "title", "journalAbbreviation")
    head = ". ".join(title_of(part).rstrip(".") for name in names if (part := values.text(entry, name)))
    place = values.text(entry, "pubYear")
    if volume := values.text(entry, "volume"):
        issue = values.text(entry, "issue")
        place += f";{volume}({issue})" if issue else f";{volume}"
    if page := values.text(entry, "pageInfo"):
        place += f":{page}"
    return ". ".join(part for part in (head, place) if part) + "." if head or place else ""


def _work(result: Object) -> Work:
    journal = values.child(result, "journalInfo")
    inner = values.child(journal, "journal")
    preprint = values.text(result, "source") == "PPR"
    year = values.number(values.text(result, "pubYear"))
    return Work(
        type="article" if preprint else "article-journal",
        title=title_of(values.text(result, "title")).removesuffix("."),
        author=_names(result),
        issued=PartialDate.parse(values.text(result, "firstPublicationDate")) if not year else PartialDate(year),
        container_title=values.text(inner, "title") or values.text(result, "journalTitle"),
        container_title_short=values.text(inner, "isoabbreviation"),
        volume=values.text(journal, "volume") or values.text(result, "journalVolume"),
        issue=values.text(journal, "issue") or values.text(result, "issue"),
        page=page_ranges.join(values.text(result, "pageInfo"), "-"),
        abstract=plain_of(values.text(result, "abstractText")),
        genre="Preprint" if preprint else "",
        identifiers=_identifiers(result),
    )


def _names(result: Object) -> tuple[Name, ...]:
    found = []
    for person in values.children(values.child(result, "authorList"), "author"):
        family, group = values.text(person, "lastName"), values.text(person, "collectiveName")
        if family:
            found.append(Name(family, values.text(person, "firstName") or values.text(person, "initials")))
        elif group:
            found.append(Name(literal=group))
    return tuple(found)


def _identifiers(result: Object) -> tuple[Identifier, ...]:
    wanted = (
        parse_as(values.text(result, "pmid"), "pmid"),
        parse_as(values.text(result, "doi"), "doi"),
        parse_as(values.text(result, "pmcid"), "pmcid"),
    )
    return tuple(i for i in wanted if i is not None)
