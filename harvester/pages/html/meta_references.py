"""References that a page only tells in its metadata: `citation_reference` tags, as fields or as a printed line."""

import re
from dataclasses import replace

from harvester.model import Asserted, RawReference
from harvester.values import identifier
from harvester.values.identifier import Identifier, Scheme

MAX_REFERENCES = 20_000

_PARTS = re.compile(r"(?:^|;)\s*citation_(\w+)\s*=\s*")
_SCHEMES: tuple[tuple[str, Scheme], ...] = (("doi", "doi"), ("pmid", "pmid"), ("pmcid", "pmcid"))


def references_from(values: list[str], own: tuple[Identifier, ...]) -> tuple[RawReference, ...]:
    """The references of a page's `citation_reference` tags in their order; tagged ones put together in NLM's style."""
    made = (_reference(value, ordinal, own) for ordinal, value in enumerate(values[:MAX_REFERENCES], 1))
    return tuple(reference for reference in made if reference.text)


def told_beside(printed: tuple[RawReference, ...], values: list[str]) -> tuple[RawReference, ...]:
    """Printed entries with what the page's `citation_reference` tags tell of them, where these are surely the same.

    They are where tags and entries are as many and, in order, each tag that tells a year and a title shares them with
    its entry; else no entry is told anything. A tag that tells less is no help and no harm.
    """
    if not values or len(values) != len(printed):
        return printed
    pairs = [
        (entry, fields, _is_same(fields, entry.text))
        for entry, fields in zip(printed, map(_fields, values), strict=True)
    ]
    if any(same is False for _, _, same in pairs):
        return printed
    return tuple([replace(entry, told=_composed(fields)) if same else entry for entry, fields, same in pairs])


_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def _is_same(fields: dict[str, list[str]], text: str) -> bool | None:
    """Whether an entry prints the year and most of the longer words of the title that a tag tells; None without
    these."""
    years = [year for name in _YEARS for value in fields.get(name, ()) for year in re.findall(r"\d{4}", value)]
    words = set(_LONG_WORD.findall(" ".join(fields.get("title", ())).casefold()))
    if not years or not words:
        return None
    return years[0] in text and len(words.intersection(_LONG_WORD.findall(text.casefold()))) > len(words) * _SHARED


_YEARS = ("year", "publication_date", "date")
_SHARED = 0.7


def _reference(value: str, ordinal: int, own: tuple[Identifier, ...]) -> RawReference:
    fields = _fields(value)
    text = _composed(fields) if fields else " ".join(value.split())
    told = (identifier.parse(v, scheme) for name, scheme in _SCHEMES for v in fields.get(name, ()))
    found = dict.fromkeys([i for i in told if i] or [f.identifier for f in identifier.find(value)])
    asserted = tuple(Asserted(i, "meta") for i in found if i not in own)
    return RawReference(ordinal, str(ordinal), text, asserted)


def _fields(value: str) -> dict[str, list[str]]:
    pieces = _PARTS.split(value)
    fields: dict[str, list[str]] = {}
    for name, content in zip(pieces[1::2], pieces[2::2], strict=True):
        if words := " ".join(content.strip(" ;").split()):
            if name.lower() == "author" and ";" in words:
                # A name has no semicolon: what stands behind it is the journal, which some pages tell without a word.
                words, _, journal = words.partition(";")
                fields.setdefault("journal_title", []).append(journal.strip())
            fields.setdefault(name.lower(), []).append(words.strip())
    return fields


def _composed(fields: dict[str, list[str]]) -> str:
    def get(*names: str) -> str:
        return next((fields[name][0] for name in names if fields.get(name)), "")

    first, last = get("firstpage", "pages", "page"), get("lastpage")
    place = get("volume") + (f"({issue})" if (issue := get("issue")) else "") + (f":{first}" if first else "")
    place += f"-{last}" if last and last != first else ""
    year = get(*_YEARS)
    when = f"{year};{place}" if year and place else year or place
    doi = f"doi: {bare}" if (bare := get("doi")) else ""
    source = get("journal_title", "inbook_title", "conference_title", "technical_report_institution", "publisher")
    parts = (", ".join(fields.get("author", ())), get("title"), source, when)
    return (
        " ".join([". ".join(part.rstrip(".") for part in parts if part) + ".", doi]).strip(" .") if any(parts) else ""
    )
