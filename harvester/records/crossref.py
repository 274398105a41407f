"""Crossref's JSON -> works, their reference lists, and what corrects or precedes what.

Source of the shape: Crossref's REST documentation and docs/entrez.md 30, 41, 42: DOIs in lower case, titles with
markup, `issued` that can be `[[null]]`, `update-to` on the notice and `updated-by` on what it is about.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from harvester.model import Identifier, Name, PartialDate, Work
from harvester.records import values
from harvester.records.fields import parse_as
from harvester.records.jats_text import plain_of, title_of
from harvester.records.record import Correction, ListedReference
from harvester.records.values import Object
from harvester.values import page_ranges
from harvester.values.relations import CONCERN, WITHDRAWN

TYPES = {
    "journal-article": "article-journal", "posted-content": "article", "book-chapter": "chapter", "book": "book",
    "book-section": "chapter", "book-part": "chapter", "monograph": "book", "edited-book": "book",
    "reference-book": "book", "proceedings-article": "paper-conference", "dissertation": "thesis", "report": "report",
    "dataset": "dataset", "reference-entry": "entry-encyclopedia", "journal-issue": "document", "peer-review": "review",
}  # fmt: skip
"""Crossref's types -> CSL's; any other is a document."""

NOTICES = {
    "retraction": "Retraction Notice", "withdrawal": "Retraction Notice", "removal": "Retraction Notice",
    "partial_retraction": "Retraction Notice", "erratum": "Published Erratum", "corrigendum": "Published Erratum",
    "correction": "Published Erratum", "addendum": "Published Erratum",
    "expression_of_concern": "Expression of Concern",
}  # fmt: skip
"""What a record is that updates another in this way (Crossref's update types) -> CSL's `genre`."""

_WITHDRAWN = frozenset({"retraction", "withdrawal", "removal"})
_DATES = ("issued", "published", "published-print", "published-online")
_RELATIONS = {"is-preprint-of": "UpdateIn", "has-preprint": "UpdateOf"}
"""Crossref's relations of preprints -> PubMed's words for the same."""


@dataclass(frozen=True, slots=True)
class CrossrefRecord:
    """A record of Crossref: the work, its reference list, and its links to notices and preprints."""

    doi: str
    work: Work
    references: tuple[ListedReference, ...] = ()
    corrections: tuple[Correction, ...] = ()


def decode_work(body: bytes) -> CrossrefRecord | None:
    """The record of `/works/{doi}`; None where Crossref has none."""
    return _record(values.child(values.load(body), "message"))


def decode_search(body: bytes) -> tuple[CrossrefRecord, ...]:
    """The records of a search, in its order."""
    message = values.child(values.load(body), "message")
    return tuple(found for item in values.children(message, "items") if (found := _record(item)) is not None)


def _record(item: Object) -> CrossrefRecord | None:
    doi = parse_as(values.text(item, "DOI"), "doi")
    if doi is None:
        return None
    return CrossrefRecord(doi.value, _work(item, doi), tuple(_references(item)), tuple(_corrections(item)))


def _work(item: Object, doi: Identifier) -> Work:
    short = values.text(item, "short-container-title")
    full = values.text(item, "container-title") or values.text(child_or(item, "institution"), "name")
    number = values.text(item, "article-number")
    page = page_ranges.join(values.text(item, "page"), "-") or number
    return Work(
        type=TYPES.get(values.text(item, "type"), "document"),
        title=_title(item),
        author=_names(item, "author"),
        editor=_names(item, "editor"),
        issued=_issued(item),
        container_title=title_of(full),
        container_title_short=title_of(short) if short != full else "",
        volume=values.text(item, "volume"),
        issue=values.text(item, "issue"),
        page=page,
        number=number,
        publisher=values.text(item, "publisher") if values.text(item, "type") != "journal-article" else "",
        abstract=plain_of(values.text(item, "abstract")),
        language=values.text(item, "language")[:2],
        issn=values.texts(item, "ISSN"),
        genre=_genre(item),
        status=_status(item),
        identifiers=(doi,),
    )


def child_or(item: Object, name: str) -> Object:
    """The first object under a name, be it a list or not."""
    return next(iter(values.children(item, name)), values.child(item, name))


def _title(item: Object) -> str:
    """Title and subtitle, which print has as one."""
    title, subtitle = title_of(values.text(item, "title")), title_of(values.text(item, "subtitle"))
    if title == ":{unav)" or not title:
        return ""
    return title if not subtitle or subtitle.lower() in title.lower() else f"{title.rstrip(': ')}: {subtitle}"


def _names(item: Object, role: str) -> tuple[Name, ...]:
    found = []
    for person in values.children(item, role):
        family, given = values.text(person, "family"), values.text(person, "given")
        group = values.text(person, "name")
        if family:
            found.append(Name(title_of(family), title_of(given), values.text(person, "suffix")))
        elif group or given:
            found.append(Name(literal=title_of(group or given)))
    return tuple(found)


def _issued(item: Object) -> PartialDate | None:
    for name in _DATES:
        parts = values.child(item, name).get("date-parts")
        first = parts[0] if isinstance(parts, list) and parts else None
        listed = [values.number(part) for part in first[:3]] if isinstance(first, list) else []
        if listed and listed[0]:
            year, month, day = [*listed, None, None][:3]
            return PartialDate(year, month or None, day or None)
    return None


def _genre(item: Object) -> str:
    notice = next((NOTICES[kind] for u in values.children(item, "update-to") if (kind := _kind(u)) in NOTICES), "")
    return notice or ("Preprint" if values.text(item, "type") == "posted-content" else "")


def _kind(update: Object) -> str:
    return values.text(update, "type").lower().replace("-", "_").replace(" ", "_")


def _status(item: Object) -> str:
    """Retracted or under concern, by the notices that are about it; Retraction Watch's are among them."""
    kinds = {_kind(update) for update in values.children(item, "updated-by")}
    if kinds & _WITHDRAWN:
        return WITHDRAWN
    return CONCERN if "expression_of_concern" in kinds else ""


def _corrections(item: Object) -> Iterator[Correction]:
    for field, suffix in (("update-to", "For"), ("updated-by", "In")):
        for update in values.children(item, field):
            yield Correction(f"{_kind(update)}{suffix}", values.text(update, "DOI").lower())
    for relation, kind in _RELATIONS.items():
        for related in values.children(values.child(item, "relation"), relation):
            if values.text(related, "id-type") == "doi":
                yield Correction(kind, values.text(related, "id").lower())


def _references(item: Object) -> Iterator[ListedReference]:
    """The list as deposited; where the keys of its entries end in rising numbers, those are its numbers."""
    listed = values.children(item, "reference")
    numbers = [_trailing(values.text(entry, "key")) for entry in listed]
    rising = all(a is not None and b is not None and a < b for a, b in itertools.pairwise(numbers))
    for place, (entry, number) in enumerate(zip(listed, numbers, strict=True), 1):
        doi = parse_as(values.text(entry, "DOI"), "doi")
        text = title_of(values.text(entry, "unstructured")) or _composed(entry)
        ordinal = number if rising and number and number <= len(listed) * 2 else place
        if text or doi:
            yield ListedReference(ordinal, text, (doi,) if doi else ())


def _trailing(key: str) -> int | None:
    digits = key[len(key.rstrip("0123456789")) :]
    return int(digits) if digits and len(digits) <= 4 else None


def _composed(entry: Object) -> str:
    """A reference line of the parts that a publisher deposited."""
    named = [values.text(entry, name) for name in ("author", "article-title", "volume-title", "journal-title")]
    head = ". ".join(title_of(part).rstrip(".") for part in named if part)
    place = values.text(entry, "year")
    if volume := values.text(entry, "volume"):
        place += f";{volume}"
    if page := values.text(entry, "first-page"):
        place += f":{page}"
    return ". ".join(part for part in (head, place) if part) + "." if head or place else ""
