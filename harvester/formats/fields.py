"""The one table of what a variable of a work is called in each format; the writers walk through it, docs/formats.md
shows it.

Of several tags in one cell the kind of work decides which is written (`journal` or `booktitle`), or all are (`AU`,
`FAU`).
"""

from dataclasses import dataclass
from typing import Literal

from harvester.model import Work
from harvester.values.types import TYPES, Type

FormatName = Literal["bibtex", "biblatex", "csl", "ris", "medline", "csv"]


@dataclass(frozen=True, slots=True)
class Variable:
    """One row: the field of `Work` or `Entry`, and its tags in each format, blank-separated; "" where a format has
    none."""

    name: str
    bibtex: str = ""
    biblatex: str = ""
    csl: str = ""
    ris: str = ""
    medline: str = ""
    csv: str = ""


VARIABLES = (
    Variable("author", "author", "author", "author", "AU", "FAU AU CN", "authors"),
    Variable("authors_complete", "author", "author", "custom", csv="authors_complete"),
    Variable("editor", "editor", "editor", "editor", "A2", "FED ED", "editors"),
    Variable("title", "title", "title", "title", "TI", "TI", "title"),
    Variable("original_title", "", "origtitle", "original-title", "OP", "TT", "original_title"),
    Variable(
        "container_title", "journal booktitle", "journaltitle booktitle", "container-title", "T2", "JT", "journal"
    ),
    Variable("container_title_short", "", "shortjournal", "container-title-short", "J2", "TA", "journal_abbrev"),
    Variable("event_title", "booktitle", "eventtitle", "event-title", "", "", ""),
    Variable(
        "publisher",
        "publisher school institution",
        "publisher institution organization",
        "publisher",
        "PB",
        "PB",
        "publisher",
    ),
    Variable("publisher_place", "address", "location", "publisher-place", "CY", "PL", ""),
    Variable("edition", "edition", "edition", "edition", "ET", "EN", "edition"),
    Variable("issued", "year month", "date", "issued", "PY DA", "DP", "year date"),
    Variable("volume", "volume", "volume", "volume", "VL", "VI", "volume"),
    Variable("issue", "number", "number issue", "issue", "IS", "IP", "issue"),
    Variable("page", "pages", "pages", "page", "SP EP", "PG", "pages"),
    Variable("number", "eid number", "eid number", "number", "C7", "LID", "article_number"),
    Variable("doi", "doi", "doi", "DOI", "DO", "LID AID", "doi"),
    Variable("pmid", "pmid url", "eprint eprinttype pmid", "PMID", "AN DB UR N1", "PMID", "pmid pubmed_id"),
    Variable("pmcid", "pmcid", "pmcid", "PMCID", "C2 N1", "PMC", "pmcid"),
    Variable("arxiv", "eprint archiveprefix", "eprint eprinttype", "archive archive_location", "UR", "", "other_ids"),
    Variable("isbn", "isbn", "isbn", "ISBN", "SN", "ISBN", "other_ids"),
    Variable("issn", "issn", "issn", "ISSN", "SN", "IS", "issn"),
    Variable("url", "howpublished url", "url", "URL", "UR", "", "url"),
    Variable("accessed", "note", "urldate", "accessed", "Y2", "", ""),
    Variable("language", "language", "langid", "language", "LA", "LA", "language"),
    Variable("genre", "note", "type", "genre", "M3", "PT", "genre"),
    Variable("status", "note", "pubstate note addendum", "status", "N1", "PST PT", "status"),
    Variable("abstract", "", "", "abstract", "AB", "AB", "abstract"),
    Variable("keywords", "keywords", "keywords", "keyword", "KW", "OT", "keywords"),
    Variable("verdict", "keywords", "keywords", "custom", "KW", "OT", "verdict"),
    Variable("printed", "annote note", "annotation note", "note", "N1", "GN", "printed"),
    Variable("citekey", "", "", "id citation-key", "ID", "", "citekey"),
    Variable("aliases", "", "ids", "", "", "", ""),
    Variable("cited_by", "", "", "custom", "N1", "", "cited_by n_reviews"),
)
"""The table, in the order in which the fields of an entry are written."""


def tags(format_name: FormatName) -> tuple[tuple[str, str], ...]:
    """The tags of a format, each once, in the order of the table, with the variable that each stands for (first)."""
    found: dict[str, str] = {}
    for row in VARIABLES:
        for tag in getattr(row, format_name).split():
            found.setdefault(tag, row.name)
    return tuple(found.items())


_BY_CSL = {row.csl: row for row in TYPES}


def type_of(work: Work) -> Type:
    """The row of a work's type; a work of unknown type is an article where it has a journal, else a document."""
    return _BY_CSL.get(work.type) or _BY_CSL["article-journal" if container(work) else "document"]


def container(work: Work) -> str:
    """What the work stands in: the journal's or the book's full name, the short one where that is all that is known."""
    return work.container_title or work.container_title_short


def article_number(work: Work) -> str:
    """The number that stands in place of pages; "" where the work has pages, and its number is something else's, or
    where it is a report's, a patent's or a registration's own."""
    if work.type in OWN_NUMBERS:
        return ""
    return work.number if work.number == work.page or not work.page else ""


OWN_NUMBERS = frozenset(
    ("report", "patent", "standard", "legislation", "legal_case", "dataset", "software", "webpage", "document", "book")
)
"""Types whose number is their own: it stands in place of no pages."""
