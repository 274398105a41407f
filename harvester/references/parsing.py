"""Read the fields of one reference string."""

from harvester.model import ParsedReference, RawReference, Work
from harvester.references import fields, numbers, tagging
from harvester.references.items import LONGEST, Items, itemize


def parse_reference(raw: RawReference) -> ParsedReference:
    """The work as a reference tells it, with the identifiers that its page asserts, and how far to believe it."""
    text = raw.text
    items = itemize(text)
    labels, probability = tagging.tag(items)
    found = fields.segments(items, labels)
    printed = fields.first_text(text, found, "P")
    work = _work(text, items, labels, found, raw)
    return ParsedReference(raw, work, _confidence(work, labels, probability, len(text)), printed)


def _work(text: str, items: Items, labels: list[str], found: list[fields.Segment], raw: RawReference) -> Work:
    authors = fields.people(text, found, items, "A")
    editors = fields.people(text, found, items, "E")
    page = numbers.pages(fields.first_text(text, found, "P"))
    url, accessed = fields.address(text)
    return Work(
        type=fields.type_of(text, set(labels), _in_book(text, found)),
        title=fields.text_of(text, found, items, "T"),
        author=authors.names,
        authors_complete=authors.complete,
        editor=editors.names,
        issued=fields.issued(text, found),
        container_title=_container(text, found, items),
        volume=fields.first_text(text, found, "V"),
        issue=fields.first_text(text, found, "I"),
        page=page,
        number=page if numbers.is_article_number(page) else "",
        publisher=fields.text_of(text, found, items, "U"),
        publisher_place=fields.text_of(text, found, items, "L"),
        edition=fields.text_of(text, found, items, "N"),
        url=url,
        accessed=accessed,
        identifiers=raw.identifiers,
    )


def _container(text: str, found: list[fields.Segment], items: Items) -> str:
    """The container; one that is printed with stops keeps its last."""
    name = fields.text_of(text, found, items, "C")
    return name + "." if ". " in name and name + "." in text else name


def _in_book(text: str, found: list[fields.Segment]) -> bool:
    """Whether the container or the editors stand behind an "In"."""
    for segment in found:
        if segment.label in "CE":
            before = text[max(0, segment.start - 5) : segment.start].strip(' :,“"')
            return before[-2:] in ("In", "in") and before[-3:-2] in ("", " ", ".", ",")
    return False


def _confidence(work: Work, labels: list[str], probability: float, length: int) -> float:
    """The tagger's own probability, lowered for fields that a reference needs and for text that no field took."""
    if not labels or length > LONGEST:
        return 0.0
    known = (0.4 if work.title else 0.1) + (0.3 if work.container_title or work.publisher or work.url else 0.1)
    known += (0.2 if work.author or work.editor else 0.1) + (0.1 if work.issued and work.issued.year else 0.0)
    return round(min(1.0, known * (0.5 + 0.5 * probability)), 4)
