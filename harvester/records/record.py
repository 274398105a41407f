"""What a service's record says beyond the work itself."""

from dataclasses import dataclass

from harvester.model import Identifier, PartialDate, Work
from harvester.values.relations import CONCERN, WITHDRAWN

RETRACTED = "Retracted Publication"
RETRACTING = frozenset({"RetractionIn", "RetractedandRepublishedIn"})


@dataclass(frozen=True, slots=True)
class Correction:
    """A note that links a work to another: `kind` is PubMed's RefType (`RetractionIn`, `ErratumFor`, `Cites`, ...).

    `source` is the other work as PubMed prints it; its PMID may be missing.
    """

    kind: str
    source: str
    pmid: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListedReference:
    """One entry of a record's own reference list, in its order: the text and the identifiers that PubMed gives it."""

    ordinal: int
    text: str
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class MeshHeading:
    """A MeSH descriptor with its qualifiers; a major topic is marked on either."""

    descriptor: str
    unique_id: str
    major: bool = False
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A PubMed record: the work, and what surrounds it.

    `medline_status` is the citation's (`MEDLINE`, `Publisher`, ...), `publication_status` PubMed's (`aheadofprint`,
    `ppublish`, ...); `electronic` is the date of the electronic version, `revised` and `entered` are those of the
    record. `corrections` holds the notes of `CommentsCorrectionsList`.
    """

    pmid: str
    work: Work
    publication_types: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    references: tuple[ListedReference, ...] = ()
    mesh: tuple[MeshHeading, ...] = ()
    medline_status: str = ""
    publication_status: str = ""
    electronic: PartialDate | None = None
    revised: PartialDate | None = None
    completed: PartialDate | None = None
    entered: PartialDate | None = None
    journal_abbreviation: str = ""
    journal_id: str = ""

    @property
    def retracted(self) -> bool:
        """Whether the work is retracted."""
        return is_retracted(self.publication_types, self.corrections)


def status_of(publication_types: tuple[str, ...], corrections: tuple[Correction, ...], published: str) -> str:
    """The status of a work: retracted, under concern, or how it is published."""
    if is_retracted(publication_types, corrections):
        return WITHDRAWN
    return CONCERN if any(c.kind == "ExpressionOfConcernIn" for c in corrections) else published


def is_retracted(publication_types: tuple[str, ...], corrections: tuple[Correction, ...]) -> bool:
    """Whether a record with these is of a retracted work; the notice of a retraction is not (docs/entrez.md 36)."""
    return RETRACTED in publication_types or any(c.kind in RETRACTING for c in corrections)
