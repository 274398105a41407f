"""Publication types: what CSL's type of a work is called in each format."""

from dataclasses import dataclass

from harvester.model import Work


@dataclass(frozen=True, slots=True)
class Type:
    """One row: a CSL type and the BibTeX and biblatex entry type, the RIS TY and MEDLINE's PT that say the same."""

    csl: str
    bibtex: str
    biblatex: str
    ris: str
    medline: str


TYPES = (
    Type("article-journal", "article", "article", "JOUR", "Journal Article"),
    Type("article-magazine", "article", "article", "MGZN", "Journal Article"),
    Type("article-newspaper", "article", "article", "NEWS", "Newspaper Article"),
    Type("article", "misc", "online", "JOUR", "Preprint"),
    Type("book", "book", "book", "BOOK", "Book"),
    Type("chapter", "incollection", "incollection", "CHAP", "Book Chapter"),
    Type("entry-encyclopedia", "incollection", "inreference", "ENCYC", "Book Chapter"),
    Type("paper-conference", "inproceedings", "inproceedings", "CPAPER", "Congress"),
    Type("thesis", "phdthesis", "thesis", "THES", "Academic Dissertation"),
    Type("report", "techreport", "report", "RPRT", "Technical Report"),
    Type("dataset", "misc", "dataset", "DATA", "Dataset"),
    Type("software", "misc", "software", "COMP", ""),
    Type("patent", "misc", "patent", "PAT", "Patent"),
    Type("webpage", "misc", "online", "ELEC", ""),
    Type("document", "misc", "misc", "GEN", ""),
)
"""The table; each CSL type once, the type that a foreign word is read as standing first."""

_BY_CSL = {row.csl: row for row in TYPES}


def of(work: Work) -> Type:
    """The row of a work's type; a work of unknown type is an article where it has a journal, else a document."""
    return _BY_CSL.get(work.type) or _BY_CSL["article-journal" if container(work) else "document"]


def container(work: Work) -> str:
    """What the work stands in: the journal's or the book's full name, the short one where that is all that is known."""
    return work.container_title or work.container_title_short
