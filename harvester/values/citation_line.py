"""The citation line that NLM prints over a record: `2024 Feb 28;25(5):2789.`, also as `J Abbr. 2014 Jan
16;156(1-2):261-76.`"""

import re
from dataclasses import dataclass

from harvester.values import dates, page_ranges
from harvester.values.dates import PartialDate
from harvester.values.fast_init import fast_init

_LINE = re.compile(
    r"(?P<date>(?:1[6-9]|20)\d\d(?: [A-Za-z][A-Za-z0-9 /-]{2,22})?)\s?;"
    r"\s?(?P<volume>(?=\d|S|[A-Z]\d|\()[^\s:;()]{0,12}"
    r"(?:[ -](?:Suppl|Pt|Spec No|Suppl \d{1,3}|Pt \d{1,3})[^\s:;()]{0,12}){0,2})"
    r"(?: ?\((?P<issue>[^()]{1,40})\))?(?::\s?(?P<page>[^\s;,][^\n;]{0,40}?))?(?=\.(?:\s|$)|\s{2}|\n|$|; | doi)",
)
_LONGEST_JOURNAL = 60
"""Characters; what is longer has authors or a title before the journal."""
_KINDS = frozenset(
    ("review", "systematic review", "meta-analysis", "clinical trial", "randomized controlled trial", "case reports",
     "comparative study", "observational study", "multicenter study", "comment", "editorial", "letter", "guideline",
     "practice guideline", "evaluation study", "validation study", "historical article", "published erratum", "news",
     "free article", "free pmc article", "display options", "send to", "permalink", "abstract")
)  # fmt: skip
"""What stands above the line where a copy has no journal: MEDLINE's common publication types, and buttons."""
_SENTENCE = re.compile(r"\b[a-z]{4,}\b.*\b[a-z]{4,}\b.*\.\s?[A-Z]|et al\b|, ")


@fast_init
@dataclass(frozen=True, slots=True)
class CitationLine:
    """What the line tells; empty where it is silent. `journal` is what stands before the date, without its full
    stop."""

    issued: PartialDate
    volume: str = ""
    issue: str = ""
    page: str = ""
    journal: str = ""
    start: int = 0
    end: int = 0


def find_citation_line(text: str) -> CitationLine | None:
    """The first citation line in a text; None if there is none."""
    match = _LINE.search(text)
    if match is None:
        return None
    issued = dates.read(match.group("date")) or PartialDate(literal=match.group("date"))
    line_start = text.rfind("\n", 0, match.start()) + 1
    before = text[line_start : match.start()].strip(" \u00a0")
    if before == ".":
        # Copied from PubMed's page, where the journal is a button of its own: "Nat Med", then ". 2008 Aug 1;14(8)".
        before = text[max(0, line_start - _LONGEST_JOURNAL - 4) : line_start].strip().rpartition("\n")[2]
        before = "" if before.strip().lower() in _KINDS else before
    journal = before.strip(" .\u00a0")
    if len(journal) > _LONGEST_JOURNAL or journal[:1].islower() or _SENTENCE.search(journal):
        # Authors and title stand before it on the same line.
        journal = re.split(r"[.?!]\s?(?=[A-Z])", journal)[-1].strip()
    parts = (match.group(name) or "" for name in ("volume", "issue", "page"))
    volume, issue, page = (part.strip(" .") for part in parts)
    return CitationLine(issued, volume, issue, page_ranges.read(page), journal, match.start(), match.end())
