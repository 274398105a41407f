"""Crossref's JSON -> works and their reference lists.

Source of the shape: Crossref's REST documentation and docs/entrez.md 30, 41, 42: DOIs in lower case, titles with
markup, `issued` that can be `[[null]]`, `update-to` on the notice and `updated-by` on the article.
"""

import itertools
import re
from dataclasses import dataclass

from harvester.model import Name, PartialDate, Work, make_work
from harvester.records import ListedReference, loose_json
from harvester.records.loose_json import Object
from harvester.records.pubmed_fields import parse_as
from harvester.values import dates, placeholders, titles
from harvester.values.relations import CONCERN, WITHDRAWN

NOTICES = {
    "retraction": "Retraction Notice", "withdrawal": "Retraction Notice", "removal": "Retraction Notice",
    "partial_retraction": "Retraction Notice", "erratum": "Published Erratum", "corrigendum": "Published Erratum",
    "correction": "Published Erratum", "addendum": "Published Erratum",
    "expression_of_concern": "Expression of Concern",
}  # fmt: skip
"""How a record updates another (Crossref's update type) -> the CSL `genre` of that record."""

_ABSTRACT_WORD = re.compile(r"^(?:Abstract|ABSTRACT|Summary)[ :.]+(?=[A-Z])")
"""The heading that most deposited abstracts begin with."""
_WITHDRAWN = frozenset({"retraction", "withdrawal", "removal"})
_DATES = ("issued", "published", "published-print", "published-online")


@dataclass(frozen=True, slots=True)
class CrossrefRecord:
    """A record of Crossref: the work, and the reference list that its publisher deposited."""

    doi: str
    work: Work
    references: tuple[ListedReference, ...] = ()


def decode_work(body: bytes) -> CrossrefRecord | None:
    """The record of `/works/{doi}`; None where Crossref has none."""
    return _record(loose_json.child(loose_json.load(body), "message"))


def decode_search(body: bytes) -> tuple[CrossrefRecord, ...]:
    """The records of a search, in its order."""
    message = loose_json.child(loose_json.load(body), "message")
    return tuple(found for item in loose_json.children(message, "items") if (found := _record(item)) is not None)


def _record(item: Object) -> CrossrefRecord | None:
    doi = parse_as(loose_json.text(item, "DOI"), "doi")
    if doi is None:
        return None
    kind = loose_json.text(item, "type")

    title, subtitle = (titles.read(loose_json.as_sent(item, name)) for name in ("title", "subtitle"))
    if placeholders.is_code(title):
        title = ""
    elif title and subtitle and subtitle.lower() not in title.lower():
        title = f"{title.rstrip(': ')}: {subtitle}"  # printed references have both as one title

    short = loose_json.as_sent(item, "short-container-title")
    full = loose_json.as_sent(item, "container-title")
    if not full:
        # A preprint's server is its institution: an object in older answers, a list in newer ones.
        listed = loose_json.children(item, "institution") or [loose_json.child(item, "institution")]
        full = loose_json.text(listed[0], "name")

    # Retraction Watch's notices are among these. A correction does not change the status.
    about_it = {_kind(update) for update in loose_json.children(item, "updated-by")}
    status = CONCERN if "expression_of_concern" in about_it else ""
    if about_it & _WITHDRAWN:
        status = WITHDRAWN
    notices = (NOTICES.get(_kind(update), "") for update in loose_json.children(item, "update-to"))
    genre = next(filter(None, notices), "Preprint" if kind == "posted-content" else "")

    work = make_work(
        type=kind or "document",
        title=title,
        author=_names(item, "author"),
        editor=_names(item, "editor"),
        issued=_issued(item),
        container_title=placeholders.told(titles.read(full)),
        container_title_short=placeholders.told(titles.read(short)) if short != full else "",
        volume=placeholders.told(loose_json.text(item, "volume")),
        issue=placeholders.told(loose_json.text(item, "issue")),
        page=placeholders.told(loose_json.text(item, "page")),
        number=placeholders.told(loose_json.text(item, "article-number")),
        # A reference to a journal article does not name the publisher.
        publisher=placeholders.told(loose_json.text(item, "publisher")) if kind != "journal-article" else "",
        abstract=_ABSTRACT_WORD.sub("", titles.unmarked(loose_json.text(item, "abstract"))),
        language=loose_json.text(item, "language"),
        issn=loose_json.texts(item, "ISSN"),
        genre=genre,
        status=status,
        identifiers=(doi,),
    )
    return CrossrefRecord(doi.value, work, _references(item))


def _kind(update: Object) -> str:
    """Crossref's update type in one spelling: "expression-of-concern" and "Expression of concern" occur too."""
    return loose_json.text(update, "type").lower().replace("-", "_").replace(" ", "_")


def _names(item: Object, role: str) -> tuple[Name, ...]:
    found = []
    for person in loose_json.children(item, role):
        family, given = loose_json.text(person, "family"), loose_json.text(person, "given")
        group = loose_json.text(person, "name")
        if placeholders.is_placeholder(family or group or given):
            continue
        if family:
            found.append(Name(titles.read(family), titles.read(given), loose_json.text(person, "suffix")))
        elif group or given:
            found.append(Name(literal=titles.read(group or given)))
    return tuple(found)


def _issued(item: Object) -> PartialDate | None:
    """The first of the dates that has a year; `issued` itself can be `[[null]]` (docs/entrez.md 30)."""
    for name in _DATES:
        parts = loose_json.child(item, name).get("date-parts")
        first = parts[0] if isinstance(parts, list) and parts else None
        listed = [loose_json.number(part) for part in first[:3]] if isinstance(first, list) else []
        if listed and listed[0] and dates.is_year(listed[0]):
            month, day = [*listed[1:], None, None][:2]
            return dates.make(listed[0], month, day)
    return None


def _references(item: Object) -> tuple[ListedReference, ...]:
    """The list as deposited; where the keys of its entries end in rising numbers, those are its numbers."""
    listed = loose_json.children(item, "reference")
    numbers = []
    for entry in listed:
        key = loose_json.text(entry, "key")
        digits = key[len(key.rstrip("0123456789")) :]
        # A longer number is the end of a DOI or of a publisher's internal name.
        numbers.append(int(digits) if digits and len(digits) <= 4 else None)
    rising = all(a is not None and b is not None and a < b for a, b in itertools.pairwise(numbers))

    found = []
    for position, (entry, number) in enumerate(zip(listed, numbers, strict=True), 1):
        doi = parse_as(loose_json.text(entry, "DOI"), "doi")
        text = titles.read(loose_json.text(entry, "unstructured"))
        if not text:
            parts = ("author", "article-title", "volume-title", "journal-title")
            head = ". ".join(titles.read(part).rstrip(".") for name in parts if (part := loose_json.text(entry, name)))
            locator = loose_json.text(entry, "year")
            if volume := loose_json.text(entry, "volume"):
                locator += f";{volume}"
            if page := loose_json.text(entry, "first-page"):
                locator += f":{page}"
            # In Vancouver style, which the parser of references reads best.
            text = ". ".join(part for part in (head, locator) if part) + "." if head or locator else ""
        # Keys may be numbered through a whole book; a list of twenty has no hundredth entry.
        ordinal = number if rising and number and number <= len(listed) * 2 else position
        if text or doi:
            found.append(ListedReference(ordinal, text, (doi,) if doi else ()))
    return tuple(found)
