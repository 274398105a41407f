"""A review's record -> its reference list as one more source: PubMed's own list first, then what only ELink knows."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from harvester.model import Asserted, Identifier, ParsedReference, Problem, RawReference, Reading
from harvester.model.prepared import Prepared, SourceFacts
from harvester.model.resolution import FETCHED_LIST, CitingRecord, PrintedReference
from harvester.text import fold
from harvester.works.source_plan import make_prepared

READER = 1
"""The version of the way lists are made; 0 in the library says that one is to be made anew."""
SAME_TEXT = 90
"""Of 100; from this likeness on two texts without identifiers are one reference."""

Entry = tuple[str, tuple[Identifier, ...]]
"""An entry of a fetched list: its text, and the identifiers that the service gives it."""


def entries_of(listed: Iterable[Entry], linked: Iterable[str]) -> list[Entry]:
    """The list in its own order, then the works that are linked and not on it, by rising PMID.

    ELink's order is not known to mean anything (docs/entrez.md 43), so it is not used.
    """
    entries = list(listed)
    there = {i.value for _, identifiers in entries for i in identifiers if i.scheme == "pmid"}
    extra = sorted({pmid for pmid in linked if pmid not in there}, key=int)
    return [*entries, *((f"PMID {pmid}", (Identifier("pmid", pmid),)) for pmid in extra)]


def raw_references(entries: Sequence[Entry], printed: Sequence[PrintedReference]) -> list[RawReference]:
    """The entries as references, numbered by their place; one without identifier that a page prints is left out.

    It stands on the page already, and two texts that nobody knows would never be seen to be one work.
    """
    from rapidfuzz import fuzz

    texts = [fold(p.text) for p in printed]
    out = []
    for ordinal, (text, identifiers) in enumerate(entries, 1):
        folded = fold(text)
        if not identifiers and any(fuzz.token_sort_ratio(folded, other) >= SAME_TEXT for other in texts):
            continue
        asserted = tuple(Asserted(i, "meta") for i in identifiers)
        out.append(RawReference(ordinal, "", text or _named(identifiers[0]), asserted))
    return out


def is_bare(reference: RawReference) -> bool:
    """Whether an entry of a fetched list is nothing but its identifier."""
    return bool(reference.identifiers) and reference.text == _named(reference.identifiers[0])


def _named(identifier: Identifier) -> str:
    """An entry of which only an identifier is known, as print would have it: `PMID 26323879`, `doi:10.1000/a`."""
    return f"PMID {identifier.value}" if identifier.scheme == "pmid" else str(identifier)


def make_list(
    record: CitingRecord, total: int, parsed: Sequence[ParsedReference], problems: tuple[Problem, ...] = ()
) -> Prepared:
    """The fetched list as a source of its review, named by the record; `total` counts what was left out too.

    `problems` note what each service has, where several were asked.
    """
    pmid = record.claim.work.get("pmid")
    name = f"pubmed:{pmid}"
    digest = hashlib.sha256(name.encode()).hexdigest()
    facts = SourceFacts(name, 0, digest, FETCHED_LIST, record.claim.work.title, total)
    prepared = make_prepared(facts, Reading(facts.title, None, problems=problems), parsed)
    return replace(prepared, citing=record.claim)
