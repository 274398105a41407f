"""Publication types: what CSL's type of a work is called in each format."""

from dataclasses import dataclass


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
