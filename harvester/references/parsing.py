"""Read the fields of reference strings."""

from collections.abc import Iterable, Iterator
from itertools import islice

from harvester.model import ParsedReference, PartialDate, RawReference, Work, make_work
from harvester.references import cleaning, fields, locators, numbers
from harvester.references.tagging import tagger
from harvester.references.tagging.items import LONGEST, itemize
from harvester.values import dates

BATCH = 32
"""References that go through each step together: a step's code and tables stay in the processor's cache, which made
parsing 1.3 times as fast as one reference after the other (`benchmarks/parse.py`)."""


def parse_reference(raw: RawReference) -> ParsedReference:
    """The work as a reference tells it, with the identifiers that its page asserts, and how far to believe it."""
    return _parse_batch([raw])[0]


def parse_references(raws: Iterable[RawReference]) -> Iterator[ParsedReference]:
    """The same of many, in their order, as they come."""
    waiting = iter(raws)
    while batch := list(islice(waiting, BATCH)):
        yield from _parse_batch(batch)


def _parse_batch(raws: list[RawReference]) -> list[ParsedReference]:
    read = _read(raws, [raw.text for raw in raws])
    if broken := [number for number, (_, refused) in enumerate(read) if refused and raws[number].told]:
        told = _read([raws[number] for number in broken], [raws[number].told for number in broken])
        for number, better in zip(broken, told, strict=True):
            read[number] = better
    return [parsed for parsed, _ in read]


def _read(raws: list[RawReference], printed: list[str]) -> list[tuple[ParsedReference, bool]]:
    """References by what is printed or told of them, and whether something in it could not be what it stood for."""
    texts = list(map(cleaning.cleaned, printed))
    every = [itemize(text) for text in texts]
    tagged = tagger.tag_all(every)
    return [
        _parsed(raw, fields.Labelled(text, items, labels), probability)
        for raw, text, items, (labels, probability) in zip(raws, texts, every, tagged, strict=True)
    ]


def _parsed(raw: RawReference, labelled: fields.Labelled, probability: float) -> tuple[ParsedReference, bool]:
    place, refused = _place(labelled)
    work = _work(labelled, raw, place)
    confidence = _confidence(work, probability) if labelled.segments and len(raw.text) <= LONGEST else 0.0
    sure = round(confidence * _REFUSED, 4) if refused else confidence
    return ParsedReference(raw, work, sure, place.pages), refused


_REFUSED = 0.7
"""What a confidence is multiplied with where a field was refused: no such reference counts as understood (0.9)."""
_PLACES = (("V", locators.is_volume), ("I", locators.is_issue), ("P", locators.are_pages))


def _place(labelled: fields.Labelled) -> tuple[numbers.Place, bool]:
    """Volume, issue and pages, and whether something stood in their places that can be none."""
    if locators.is_glued(labelled.text):
        return numbers.Place("", "", ""), True
    printed = [labelled.every(label) for label, _ in _PLACES]
    kept = [locators.first_of(values, can_be) for values, (_, can_be) in zip(printed, _PLACES, strict=True)]
    if printed[2] and not kept[2] and locators.is_range(kept[0]):  # pages before an address that was taken for them
        kept = ["", kept[1], kept[0]]
    return numbers.place(*kept), any(values and not value for values, value in zip(printed, kept, strict=True))


def _work(labelled: fields.Labelled, raw: RawReference, place: numbers.Place) -> Work:
    authors = labelled.people("A")
    url, accessed = fields.address(raw.text)
    volume, issued = _dated(place.volume, labelled.issued())
    return make_work(
        type=fields.type_of(labelled),
        title=labelled.title(),
        author=authors.names,
        authors_complete=authors.complete,
        editor=labelled.people("E").names,
        issued=issued,
        container_title=_container(labelled),
        volume=volume,
        issue=place.issue,
        page=place.pages,
        publisher=fields.without_address(labelled.longest("U")),
        publisher_place=labelled.longest("L"),
        edition=labelled.longest("N") or (ordinal if locators.is_ordinal(ordinal := labelled.first("V")) else ""),
        url=url,
        accessed=accessed,
        identifiers=raw.identifiers,
    )


def _dated(volume: str, issued: PartialDate | None) -> tuple[str, PartialDate | None]:
    """Volume and date; a year that stands where volumes stand ("2014(1):CD003559") is the date where no other is."""
    return ("", dates.read(volume)) if issued is None and locators.is_year(volume) else (volume, issued)


def _container(labelled: fields.Labelled) -> str:
    """The container, or the server of a preprint; a name that is printed with stops keeps its last."""
    name = labelled.longest("C")
    if not name and fields.type_of(labelled) == "article":
        return fields.preprint_server(labelled.text)
    return name + "." if ". " in name and name + "." in labelled.text else name


def _confidence(work: Work, probability: float) -> float:
    """The tagger's own probability, lowered for the fields that a reference needs and that were not found."""
    known = (0.4 if work.title else 0.1) + (0.3 if work.container_title or work.publisher or work.url else 0.1)
    known += (0.2 if work.author or work.editor else 0.1) + (0.1 if work.issued and work.issued.year else 0.0)
    return round(min(1.0, known * (0.5 + 0.5 * probability)), 4)
