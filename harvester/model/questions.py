"""Questions to the services as plain data, and what comes back.

What a question becomes on the wire is the business of `harvester.services`, what its answer means that of
`harvester.records`.
"""

from dataclasses import dataclass

from harvester.model.page import Problem


@dataclass(frozen=True, slots=True)
class Search:
    """ESearch in PubMed: the PMIDs that a query finds, newest first, at most `limit` (PubMed lists no more than
    9,999)."""

    term: str
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Fetch:
    """EFetch: the whole records of these PMIDs as PubMed XML."""

    # One that is unknown, deleted or merged is left out of the answer without a word (docs/entrez.md 22).
    pmids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """ELink `pubmed_pubmed_refs`: the PMIDs that each of these works cites, one set a work."""

    # Each in an `id=` of its own: joined by commas they would be answered as one set (docs/entrez.md 3).
    pmids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitedAs:
    """One reference as ECitMatch wants it; `key` comes back with its answer."""

    journal: str
    year: str
    volume: str
    page: str
    author: str
    # Lines can be missing in the answer, so their order does not tell which is which (docs/entrez.md 28).
    key: str


@dataclass(frozen=True, slots=True)
class MatchCitations:
    """ECitMatch: the PMIDs of references given by journal, year, volume, first page and first author."""

    citations: tuple[CitedAs, ...]


@dataclass(frozen=True, slots=True)
class Convert:
    """The PMC ID Converter: the other identifiers of works in PMC; one sort of identifier a question (PMIDs, PMCIDs
    or DOIs)."""

    # One PMCID among PMIDs would fail them all (docs/entrez.md 29).
    identifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FullText:
    """EFetch in PMC: an open article as JATS, by its PMCID."""

    pmcid: str


@dataclass(frozen=True, slots=True)
class CrossrefWork:
    """Crossref's record of one DOI."""

    doi: str


@dataclass(frozen=True, slots=True)
class CrossrefSearch:
    """Crossref's `query.bibliographic`: the works that it finds nearest to a printed reference, and it always finds
    some (docs/entrez.md 30)."""

    text: str
    rows: int = 5


@dataclass(frozen=True, slots=True)
class Agencies:
    """With which agency each of these DOIs is registered, if it is registered at all (doi.org)."""

    dois: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataCiteWork:
    """DataCite's record of one DOI."""

    doi: str


@dataclass(frozen=True, slots=True)
class EuropePmcReferences:
    """The reference list that Europe PMC has of a work, named by its source there (`MED`, `PMC`, `PPR`) and number;
    pages count from 1."""

    source: str
    number: str
    page: int = 1
    # It gives 25 unless asked for more (docs/entrez.md 40); a thousand hold nearly every list.
    size: int = 1000


Question = (
    Search
    | Fetch
    | Cited
    | MatchCitations
    | Convert
    | FullText
    | CrossrefWork
    | CrossrefSearch
    | Agencies
    | DataCiteWork
    | EuropePmcReferences
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a question: a body that passed `harvester.records.check`, or the problem why there is none.

    `kept` says that it was taken from the kept answers and cost no request; `key` is that of the kept answer.
    """

    question: Question
    body: bytes = b""
    problem: Problem | None = None
    kept: bool = False
    key: str = ""
