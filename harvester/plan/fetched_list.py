"""A review's record -> its reference list as one more source: PubMed's own list first, then what only ELink knows."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from harvester.model import Asserted, Identifier, ParsedReference, Problem, RawReference, Reading
from harvester.model.enriching import FETCHED_LIST, CitingRecord, PrintedReference
from harvester.model.plans import Prepared, SourceFacts
from harvester.plan.source_plan import make_prepared
from harvester.text import fold

READER = 1
"""The version of the way lists are made; 0 in the library says that one is to be made anew."""
SAME_TEXT = 90
"""Of 100; from this likeness on two texts without identifiers are one reference."""

Entry = tuple[str, tuple[Identifier, ...]]
"""An entry of a fetched list: its text, and the identifiers that the service gives it."""


def entries_of(listed: Iterable[Entry], linked: Iterable[str]) -> list[Entry]:
    """The list in its own order, then the works that are linked and not on it, by rising PMID.

    ELink's order is not known to mean anything (ENTREZ 43), so it is not used.
    """
    entries = list(listed)
    there = {i.value for _, identifiers in entries for i in identifiers if i.scheme == "pmid"}
    extra = sorted({pmid for pmid in linked if pmid not in there}, key=int)
    return [*entries, *((f"PMID {pmid}", (Identifier("pmid", pmid),)) for pmid in extra)]


def raw_references(entries: Sequence[Entry], printed: Sequence[PrintedReference]) -> list[RawReference]:
    """The entries as references, numbered by their place; one without identifier that a page prints is left out.

    It stands on the page already, and two texts that nobody knows would never be seen to be one work.
    """
    texts = [fold(p.text) for p in printed]
    out = []
    for ordinal, (text, identifiers) in enumerate(entries, 1):
        if not identifiers and _is_printed(fold(text), texts):
            continue
        asserted = tuple(Asserted(i, "meta") for i in identifiers)
        out.append(RawReference(ordinal, "", text or str(identifiers[0]), asserted))
    return out


def _is_printed(text: str, texts: Sequence[str]) -> bool:
    from rapidfuzz import fuzz

    return any(fuzz.token_sort_ratio(text, other) >= SAME_TEXT for other in texts)


def make_list(record: CitingRecord, total: int, parsed: Sequence[ParsedReference]) -> Prepared:
    """The fetched list as a source of its review, named by the record; `total` counts what was left out too."""
    pmid = record.description.work.get("pmid")
    name = f"pubmed:{pmid}"
    digest = hashlib.sha256(name.encode()).hexdigest()
    facts = SourceFacts(name, 0, digest, FETCHED_LIST, record.description.work.title, total)
    problems: tuple[Problem, ...] = ()
    prepared = make_prepared(facts, Reading(facts.title, None, problems=problems), parsed)
    return replace(prepared, citing=record.description)
