"""From labelled items to a `Work`: each field's text cut out with the marks that belong to it, and made canonical."""

import re
from dataclasses import dataclass
from functools import cache

from harvester.model import Name, PartialDate
from harvester.references import names, numbers
from harvester.references.items import Items

_CLOSERS = frozenset("?!)]%°+®™′″")
_PAIRS = {")": "(", "]": "[", "}": "{"}
_OPENERS = {opener: closer for closer, opener in _PAIRS.items()}
_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "„": "“"}


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of items with one label, as a range of the text; `first` and `last` are the numbers of its items."""

    label: str
    start: int
    end: int
    first: int
    last: int


def segments(items: Items, labels: list[str]) -> list[Segment]:
    """The runs of items with one label, in order."""
    found: list[Segment] = []
    first = 0
    for index in range(1, len(labels) + 1):
        if index == len(labels) or labels[index] != labels[first]:
            found.append(Segment(labels[first], items.starts[first], items.ends[index - 1], first, index - 1))
            first = index
    return found


def cut(text: str, segment: Segment, items: Items) -> str:
    """The text of a segment with the marks that belong to it: what closes inside it, and a closing question mark."""
    start, end = segment.start, segment.end
    after = items.gaps[segment.last + 1]
    for mark in after:
        if mark not in _CLOSERS or (
            mark in _PAIRS and text.count(_PAIRS[mark], start, end) <= text.count(mark, start, end)
        ):
            break
        end += 1
    before = items.gaps[segment.first]
    if (
        before
        and before[-1] in "([{"
        and text.count({v: k for k, v in _PAIRS.items()}[before[-1]], start, end) > text.count(before[-1], start, end)
    ):
        start -= 1
    elif before.endswith("[") and text[end : end + 1] == "]":
        start, end = start - 1, end + 1
    return text[start:end]


def text_of(text: str, found: list[Segment], items: Items, label: str) -> str:
    """The longest segment with a label, cleaned of stray marks and of quotes around it; "" without one."""
    ranges = [segment for segment in found if segment.label == label]
    if not ranges:
        return ""
    longest = max(ranges, key=lambda segment: segment.end - segment.start)
    return unquote(cut(text, longest, items)).strip(" ,;:/")


def unquote(value: str) -> str:
    """A text without the quotation marks around all of it."""
    value = value.strip()
    if len(value) > 2 and _QUOTES.get(value[0]) == value[-1] and value[0] not in value[1:-1]:
        return value[1:-1].strip(" .,")
    return value


def first_text(text: str, found: list[Segment], label: str) -> str:
    """The first segment with a label, as printed."""
    return next((text[s.start : s.end] for s in found if s.label == label), "")


def people(text: str, found: list[Segment], items: Items, label: str) -> names.NameList:
    """The names of all segments with a label, in order; a list is complete when none of its parts says "et al."."""
    listed: list[Name] = []
    complete = True
    for segment in found:
        if segment.label == label:
            end = segment.end + (items.gaps[segment.last + 1][:1] == "." and text[segment.end - 1].isupper())
            part = names.parse_names(text[segment.start : end])
            listed.extend(part.names)
            complete = complete and part.complete
    return names.NameList(tuple(listed), complete)


def issued(text: str, found: list[Segment]) -> PartialDate | None:
    """The date of the segments labelled as date."""
    parts = [text[s.start : s.end] for s in found if s.label == "D"]
    return numbers.date(" ".join(parts)) if parts else None


@cache
def _types() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Types of works by words that a reference prints, the first that fits."""
    return (
        (
            "thesis",
            re.compile(
                r"\b(?:dissertation|(?:ph\.?\s?d\.?|doctoral|master'?s?|m\.?sc\.?|m\.?d\.?) thesis|thesis\]|\[d\])",
                re.IGNORECASE,
            ),
        ),
        (
            "article",
            re.compile(
                r"\b(?:biorxiv|medrxiv|arxiv|chemrxiv|psyarxiv|preprints?\b|research square|ssrn)\b", re.IGNORECASE
            ),
        ),
    )


@cache
def _report() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:technical report|report no|working paper|guideline|white paper|who/|policy brief)", re.IGNORECASE
    )


def type_of(text: str, labels: set[str], in_book: bool) -> str:
    """The CSL type of a work, by its fields and by words like "dissertation" or "bioRxiv"."""
    lower = text.lower()
    if (
        "thesis" in lower
        or "dissertation" in lower
        or "rxiv" in lower
        or "preprint" in lower
        or "[d]" in lower
        or "ssrn" in lower
    ):
        for name, pattern in _types():
            if pattern.search(text) and not (name == "article" and {"V", "P"} <= labels):
                return name
    if "C" in labels and (in_book or "E" in labels):
        return "chapter"
    if "C" in labels and ({"V", "P"} & labels or "U" not in labels):
        return "article-journal"
    if ("http" in lower or "www." in lower) and not {"V", "P"} & labels and "doi.org/10." not in lower:
        return "webpage" if not _report().search(text) else "report"
    if "U" in labels or "L" in labels or "N" in labels:
        return "report" if _report().search(text) else "book"
    return "article-journal" if "C" in labels or "T" in labels else "document"


_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")
_ACCESSED = re.compile(
    r"(?:accessed|cited|retrieved|consulted|visited|access date|acesso em|last access)"
    r"[^\d<>]{0,20}([^<>\[\]();]{4,22}?\d{2,4})\b",
    re.IGNORECASE,
)


def address(text: str) -> tuple[str, PartialDate | None]:
    """The URL printed in a reference, other than a DOI's, and the date on which it was read."""
    if "http" not in text and "www." not in text:
        return "", None
    url = next((m.group().rstrip(".,;)]>") for m in _URL.finditer(text) if "doi.org/" not in m.group()), "")
    accessed = _ACCESSED.search(text) if url else None
    return url, numbers.date(_whole_date(text, accessed)) if accessed else None


def _whole_date(text: str, accessed: re.Match[str]) -> str:
    """The date's text up to and with its year."""
    rest = text[accessed.start(1) : accessed.start(1) + 32]
    year = re.search(r"\d{4}", rest)
    after = re.match(r"[\s-]+[A-Z][a-z]{2,8}\.?[\s-]+\d{1,2}\b|-\d\d-\d\d", rest[year.end() :]) if year else None
    return rest[: year.end() + (after.end() if after else 0)] if year else accessed.group(1)
