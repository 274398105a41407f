"""References that a page gives in its metadata: `citation_reference` tags, as fields or as a printed line."""

import re
from dataclasses import replace

from harvester.model import Asserted, RawReference
from harvester.values import identifier
from harvester.values.identifier import Identifier, Scheme

MAX_REFERENCES = 20_000
"""Tags of one page that are read: as many as entries of a list."""

_PARTS = re.compile(r"(?:^|;)\s*citation_(\w+)\s*=\s*")
_SCHEMES: tuple[tuple[str, Scheme], ...] = (("doi", "doi"), ("pmid", "pmid"), ("pmcid", "pmcid"))
_YEARS = ("year", "publication_date", "date")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_SHARED = 0.7
"""The share of the longer words of a tag's title that its entry must print: it may print some with other accents,
hyphens or spellings, but another title shares few."""


def references_from(values: list[str], own: tuple[Identifier, ...]) -> tuple[RawReference, ...]:
    """The references of a page's `citation_reference` tags in their order; tagged ones put together in NLM's style."""
    references = []
    for ordinal, value in enumerate(values[:MAX_REFERENCES], 1):
        fields = _fields(value)
        text = _composed(fields) if fields else " ".join(value.split())
        if not text:
            continue
        tagged = (identifier.parse(v, scheme) for name, scheme in _SCHEMES for v in fields.get(name, ()))
        found = dict.fromkeys([i for i in tagged if i] or [f.identifier for f in identifier.find(value)])
        asserted = tuple(Asserted(i, "meta") for i in found if i not in own)
        references.append(RawReference(ordinal, str(ordinal), text, asserted))
    return tuple(references)


def with_tags(printed: tuple[RawReference, ...], values: list[str]) -> tuple[RawReference, ...]:
    """Printed entries with the fields of the page's `citation_reference` tags, if these surely describe the same work.

    That is so if there are as many tags as entries and, in order, each tag with a year and a title shares these with
    its entry; else no entry gets fields. A tag that gives less neither helps nor harms. JAMA prints `1999;15611- 18`
    for 156:11-18, with no markup between volume and pages: its tags have both.
    """
    if not values or len(values) != len(printed):
        return printed
    entries = []
    for entry, fields in zip(printed, map(_fields, values), strict=True):
        years = [year for name in _YEARS for value in fields.get(name, ()) for year in re.findall(r"\d{4}", value)]
        title = set(_LONG_WORD.findall(" ".join(fields.get("title", ())).casefold()))
        if not years or not title:
            entries.append(entry)
            continue
        shared = title.intersection(_LONG_WORD.findall(entry.text.casefold()))
        if years[0] not in entry.text or len(shared) <= len(title) * _SHARED:
            return printed
        entries.append(replace(entry, in_metadata=_composed(fields)))
    return tuple(entries)


def _fields(value: str) -> dict[str, list[str]]:
    pieces = _PARTS.split(value)
    fields: dict[str, list[str]] = {}
    for name, content in zip(pieces[1::2], pieces[2::2], strict=True):
        if words := " ".join(content.strip(" ;").split()):
            if name.lower() == "author" and ";" in words:
                # A name has no semicolon: behind it follows the journal, which some pages give without a field's name.
                words, _, journal = words.partition(";")
                fields.setdefault("journal_title", []).append(journal.strip())
            fields.setdefault(name.lower(), []).append(words.strip())
    return fields


def _composed(fields: dict[str, list[str]]) -> str:
    """The reference as NLM would print it, so that it is parsed as printed ones are."""

    def get(*names: str) -> str:
        return next((fields[name][0] for name in names if fields.get(name)), "")

    first, last = get("firstpage", "pages", "page"), get("lastpage")
    locator = get("volume") + (f"({issue})" if (issue := get("issue")) else "") + (f":{first}" if first else "")
    locator += f"-{last}" if last and last != first else ""
    year = get(*_YEARS)
    when = f"{year};{locator}" if year and locator else year or locator
    doi = f"doi: {bare}" if (bare := get("doi")) else ""
    source = get("journal_title", "inbook_title", "conference_title", "technical_report_institution", "publisher")
    parts = (", ".join(fields.get("author", ())), get("title"), source, when)
    return (
        " ".join([". ".join(part.rstrip(".") for part in parts if part) + ".", doi]).strip(" .") if any(parts) else ""
    )
