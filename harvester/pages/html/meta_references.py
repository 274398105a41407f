"""References that a page gives in its metadata: `citation_reference` tags, as fields or as a printed line; alone, or
beside the entries that it prints."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate

from harvester.model import Asserted, RawReference, Work
from harvester.model.reading import Marking
from harvester.pages.html.field_values import filled, folded, make
from harvester.pages.html.told_works import confirmed, is_told_of
from harvester.references import names
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
        marked = Tag(value, text) if fields else None
        references.append(RawReference(ordinal, str(ordinal), text, asserted, marked=marked))
    return tuple(references)


@dataclass(frozen=True, slots=True)
class Tag:
    """What a tag tells of an entry with this text, behind what the entry marks up itself."""

    value: str
    text: str
    marked: Marking | None = None

    def work(self) -> Work | None:
        """The fields that the entry marks up, then those of the tag that the text has, if the tag is of this entry."""
        own = self.marked.work() if self.marked else None
        fields = _fields(self.value)
        people = [name for value in fields.get("author", ()) for name in names.parse_names(value).names]
        values = {field: _get(fields, *tags) for field, tags in _TAGS}
        told = make({field: value for field, value in values.items() if value}, people, complete=True)
        return filled(own, confirmed(told, self.text)) if is_told_of(told, self.text) else own


@dataclass(frozen=True, slots=True)
class Joined:
    """Printed entries and those that only tags tell of, in order; and how many there must be, if some are missing."""

    references: tuple[RawReference, ...]
    total: int | None = None


def joined(printed: tuple[RawReference, ...], values: list[str], own: tuple[Identifier, ...]) -> Joined:
    """Printed entries with what the page's `citation_reference` tags tell of them.

    As many tags as entries tell in their order. Else a tag is of the entry that has its DOI or its title. Where a page
    prints only the first of its references, those of the other tags follow, if each entry has its tag; if some have
    none, the tags only tell how many references there are.
    """
    values = values[:MAX_REFERENCES]
    if not values or not printed:
        return Joined(printed)
    if len(values) == len(printed):
        return Joined(with_tags(printed, values))
    partners = _partners(printed, values)
    entries = list(printed)
    for value, partner in zip(values, partners, strict=True):
        # Of several tags of one entry (1a, 1b) the first tells of it.
        if partner is not None and not isinstance(entries[partner].marked, Tag):
            entry = entries[partner]
            entries[partner] = replace(entry, marked=Tag(value, entry.text, entry.marked))
    missing = sum(partner is None for partner in partners)
    met = [partner for partner in partners if partner is not None]
    if not missing or len(values) < len(printed) or len(set(met)) * 2 < len(printed):
        return Joined(tuple(entries))
    if len(set(met)) < len(printed) or met != sorted(met):
        return Joined(tuple(entries), len(printed) + missing)
    told = references_from(values, own)
    if len(told) != len(values):
        return Joined(tuple(entries), len(printed) + missing)
    is_numbered = any(entry.label.isdigit() for entry in printed)
    all_of_them: list[RawReference] = []
    seen: set[int] = set()
    for reference, partner in zip(told, partners, strict=True):
        if partner is None or partner not in seen:
            ordinal = len(all_of_them) + 1
            label = str(ordinal) if is_numbered else ""
            entry = replace(reference, label=label) if partner is None else entries[partner]
            all_of_them.append(replace(entry, ordinal=ordinal))
            seen.update([] if partner is None else [partner])
    return Joined(tuple(all_of_them))


_SHORTEST_TITLE = 12
"""Letters of a title that says which entry a tag is of; shorter ones ("Editorial") may stand in any."""


def _partners(printed: tuple[RawReference, ...], values: list[str]) -> list[int | None]:
    """For each tag the number of the entry that has its DOI or its title."""
    by_identifier = {i: n for n, entry in reversed(list(enumerate(printed))) for i in entry.identifiers}
    texts = [folded(entry.text) + "\n" for entry in printed]
    whole, ends = "".join(texts), list(accumulate(map(len, texts)))
    partners: list[int | None] = []
    cursor = 0
    for value in values:
        fields = _fields(value)
        found = (identifier.parse(v, scheme) for name, scheme in _SCHEMES for v in fields.get(name, ()))
        partner = next((by_identifier[i] for i in found if i in by_identifier), None)
        title = folded(" ".join(fields.get("title", ())))
        if partner is None and len(title) >= _SHORTEST_TITLE:
            # In order, as a rule: behind the entry before, else anywhere.
            at = whole.find(title, cursor)
            at = at if at >= 0 else whole.find(title)
            partner = bisect_right(ends, at) if at >= 0 else None
        if partner is not None:
            cursor = ends[partner] - len(texts[partner])
        partners.append(partner)
    return partners


def with_tags(printed: tuple[RawReference, ...], values: list[str]) -> tuple[RawReference, ...]:
    """Printed entries with the fields of as many `citation_reference` tags, each of the entry in its place.

    A tag tells of its entry what the entry's text has. If each tag with a year and a title shares these with its
    entry, it also tells what print has lost; else no entry is told that. A tag that gives less neither helps nor
    harms. JAMA prints `1999;15611- 18` for 156:11-18, with no markup between volume and pages: its tags have both.
    """
    if not values or len(values) != len(printed):
        return printed
    told = [
        replace(entry, marked=Tag(value, entry.text, entry.marked))
        for entry, value in zip(printed, values, strict=True)
    ]
    entries = []
    for entry, fields in zip(told, map(_fields, values), strict=True):
        years = [year for name in _YEARS for value in fields.get(name, ()) for year in re.findall(r"\d{4}", value)]
        title = set(_LONG_WORD.findall(" ".join(fields.get("title", ())).casefold()))
        if not years or not title:
            entries.append(entry)
            continue
        shared = title.intersection(_LONG_WORD.findall(entry.text.casefold()))
        if years[0] not in entry.text or len(shared) <= len(title) * _SHARED:
            return tuple(told)
        entries.append(replace(entry, in_metadata=_composed(fields)))
    return tuple(entries)


def _fields(value: str) -> dict[str, list[str]]:
    pieces = _PARTS.split(value)
    fields: dict[str, list[str]] = {}
    # Some pages give the journal alone before the named fields.
    if len(pieces) > 1 and (journal := " ".join(pieces[0].strip(" ;").split())):
        fields["journal_title"] = [journal]
    for name, content in zip(pieces[1::2], pieces[2::2], strict=True):
        if words := " ".join(content.strip(" ;").split()):
            if name.lower() == "author" and ";" in words:
                # A name has no semicolon: behind it follows the journal, which some pages give without a field's name.
                words, _, journal = words.partition(";")
                fields.setdefault("journal_title", []).append(journal.strip())
            fields.setdefault(name.lower(), []).append(words.strip())
    return fields


def _get(fields: dict[str, list[str]], *tags: str) -> str:
    return next((fields[tag][0] for tag in tags if fields.get(tag)), "")


_CONTAINERS = ("journal_title", "inbook_title", "conference_title")
_TAGS = (
    ("title", ("title",)),
    ("container", _CONTAINERS),
    ("year", _YEARS),
    ("volume", ("volume",)),
    ("issue", ("issue",)),
    ("pages", ("pages", "page")),
    ("first", ("firstpage", "first_page", "start_page")),
    ("last", ("lastpage", "last_page", "end_page")),
    ("publisher", ("publisher",)),
)
"""The fields of a work, and the tags that carry each (Google Scholar's inclusion guidelines)."""


def _composed(fields: dict[str, list[str]]) -> str:
    """The reference as NLM would print it, so that it is parsed as printed ones are."""

    first = _get(fields, "firstpage", "first_page", "start_page", "pages", "page")
    last, issue = _get(fields, "lastpage", "last_page", "end_page"), _get(fields, "issue")
    locator = _get(fields, "volume") + (f"({issue})" if issue else "") + (f":{first}" if first else "")
    locator += f"-{last}" if last and last != first else ""
    year = _get(fields, *_YEARS)
    when = f"{year};{locator}" if year and locator else year or locator
    doi = f"doi: {bare}" if (bare := _get(fields, "doi")) else ""
    source = _get(fields, *_CONTAINERS, "technical_report_institution", "publisher")
    parts = (", ".join(fields.get("author", ())), _get(fields, "title"), source, when)
    return (
        " ".join([". ".join(part.rstrip(".") for part in parts if part) + ".", doi]).strip(" .") if any(parts) else ""
    )
