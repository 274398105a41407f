"""Where a work appeared, in one line of metadata: `Cell 2017, Vol. 168, Pages 707-723`, `Cell 168(4), 707-723`."""

import re
from dataclasses import dataclass

from harvester.values.citation_line import find_citation_line

_LONGEST = 600
"""Characters of a line that are read; a citation with twenty authors and a title has fewer."""

_RANGE = r"[A-Za-z]{0,3}\d{1,7}(?:\.e\d{1,4})?(?:\s?[-\u2010-\u2015]\s?[A-Za-z]{0,3}\d{1,7})?|[A-Za-z]{2,4}\d{3,8}"
_VOLUME = re.compile(r"\b(?:vol(?:ume)?|bd|band|tome)\b\.?\s*(\d{1,5}[A-Za-z]?)", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:no|nr|issue|iss|heft|num(?:ber)?)\b\.?\s*([\w/-]{1,12})", re.IGNORECASE)
_PAGES = re.compile(rf"\b(?:pages?|pp|p|article|art|s|seiten?)\b\.?\s*(?:no\.?\s*|id\s*)?({_RANGE})", re.IGNORECASE)
_BARE_PAGES = re.compile(rf";\s*(?:pp?\.\s*)?({_RANGE})\s*$")
_WITH_ISSUE = re.compile(rf"(?<![\d(])\b(\d{{1,4}})\s?\(([^()]{{0,30}})\)(?:\s?[,:;]\s*(?:pp?\.?\s*)?({_RANGE}))?")
_WITH_COLON = re.compile(rf"\b(\d{{1,4}})\s?:\s?({_RANGE})\b")
_COMMAS = re.compile(rf"^(?P<journal>.{{2,200}}?),\s*(\d{{1,4}}),\s*([\w /-]{{0,20}}),\s*({_RANGE})(?:\(\d+\))?$")
_WITH_STOP = re.compile(rf"\b(\d{{1,4}})\.(\d{{1,3}}) \((?:1[89]|20)\d\d\): ({_RANGE})")
_YEAR_FIRST = re.compile(r"\b(?:1[89]|20)\d\d\s+(\d{1,4}):(\d{1,4}[A-Za-z]?)\s*$")
_JOURNAL_END = re.compile(r"\s*(?:[;,(]|\b(?:1[6-9]|20)\d\d\b|\bvol(?:ume)?\b|\s\d{1,4}\s?[(:,])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What the line tells; empty where it is silent. `journal` is what stands before the numbers."""

    journal: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""


def read_source(text: str) -> SourceLine:
    """Read a line that says where a work appeared; a bare name is the journal's."""
    text = text[:_LONGEST].strip()
    # An address, a number and an identifier of another kind are no journal.
    if "://" in text or not any(map(str.isalpha, text)) or text.lower().startswith(("issn", "urn:", "doi:", "isbn")):
        return SourceLine()
    if any(map(str.isdigit, text)) and (line := find_citation_line(text + " ")):
        return SourceLine(line.journal, line.volume, line.issue, line.page)
    end = _JOURNAL_END.search(text)
    journal = (text[: end.start()] if end and end.start() else text).strip(" .,;")
    if not any(map(str.isdigit, text)):
        return SourceLine(text.strip(" .,;"))
    if stopped := _WITH_STOP.search(text):  # the MLA's "18.1 (2006): 59-82"
        return SourceLine(text[: stopped.start()].strip(" .,;"), *stopped.groups())
    if commas := _COMMAS.match(text):  # Ingenta's "Journal, 37, 2, 307-319(13)", the number of pages at the end
        return SourceLine(*commas.groups())
    if year_first := _YEAR_FIRST.search(text):
        return SourceLine(journal, year_first[1], year_first[2])
    if volume := _VOLUME.search(text):
        rest = text[volume.end() :]
        issue = _ISSUE.search(rest)
        pages = _PAGES.search(rest) or _BARE_PAGES.search(rest)
        return SourceLine(journal, volume[1], issue[1] if issue else "", pages[1] if pages else "")
    if with_issue := _WITH_ISSUE.search(text):
        return SourceLine(journal, with_issue[1], with_issue[2], with_issue[3] or "")
    if with_colon := _WITH_COLON.search(text):
        return SourceLine(journal, with_colon[1], "", with_colon[2])
    return SourceLine(journal)


def cited_source(text: str) -> SourceLine:
    """Where a work appeared by a citation of it, with its authors and title or without; read as a printed reference."""
    text = text[:_LONGEST].strip()
    if not any(map(str.isdigit, text)) or _COMMAS.match(text) or find_citation_line(text + " "):
        return read_source(text)
    # Few pages have such a line, and the reader of references loads what it was trained on.
    from harvester import references

    said = references.parse(references.raw(text)).described
    page = said.page or said.number
    return SourceLine(said.container_title, said.volume, said.issue, page) if said.volume and page else read_source("")
