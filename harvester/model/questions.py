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

    pmids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summaries:
    """ESummary: short records of these PMIDs."""

    pmids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """ELink `pubmed_pubmed_refs`: the PMIDs that each of these works cites, one set a work."""

    pmids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitedAs:
    """One reference as ECitMatch wants it; `key` comes back with its answer."""

    journal: str
    year: str
    volume: str
    page: str
    author: str
    key: str


@dataclass(frozen=True, slots=True)
class MatchCitations:
    """ECitMatch: the PMIDs of references given by journal, year, volume, first page and first author."""

    citations: tuple[CitedAs, ...]


@dataclass(frozen=True, slots=True)
class Convert:
    """The PMC ID Converter: the other identifiers of works in PMC; one sort of identifier a question (PMIDs, PMCIDs
    or DOIs)."""

    identifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """EPost: PMIDs put on the history server, for `FetchPosted`."""

    pmids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FetchPosted:
    """EFetch from the history server: `count` records from `start` on."""

    web_env: str
    query_key: str
    start: int
    count: int


Question = Search | Fetch | Summaries | Cited | MatchCitations | Convert | Post | FetchPosted


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
