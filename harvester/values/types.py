"""Publication types: what CSL's type of a work is called in each format."""

from functools import lru_cache
from typing import NamedTuple

from harvester.text import word_set


class Type(NamedTuple):
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
    Type("standard", "misc", "misc", "STAND", ""),
    Type("legislation", "misc", "misc", "STAT", ""),
    Type("legal_case", "misc", "misc", "CASE", ""),
    Type("webpage", "misc", "online", "ELEC", ""),
    Type("document", "misc", "misc", "GEN", ""),
)
"""The table; each CSL type once, the type that a foreign word is read as standing first."""


CSL_TYPES = word_set(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage"
)
"""All types of CSL 1.0.2."""

_CROSSREF = {
    "journal-article": "article-journal", "posted-content": "article", "book-chapter": "chapter",
    "book-section": "chapter", "book-part": "chapter", "monograph": "book", "edited-book": "book",
    "reference-book": "book", "proceedings-article": "paper-conference", "dissertation": "thesis",
    "reference-entry": "entry-encyclopedia", "journal-issue": "document", "peer-review": "review",
}  # fmt: skip
"""Crossref's types that are not called as CSL's are."""


@lru_cache(maxsize=256)
def read(text: str) -> str:
    """The CSL type that a word of CSL or Crossref says; "document" of any other word, "" of none."""
    if not text or text in CSL_TYPES:
        return text
    return _CROSSREF.get(text.strip().lower(), "document")
