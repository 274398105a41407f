"""Works as search services list them: a title, names, where and when it was published, its numbers -> a Work.

Such a page holds works; it cites none of them.
"""

import re

from harvester.model import Identifier, Name, Problem, Reading, Work, make_work
from harvester.values import dates, identifier, page_ranges
from harvester.values.citation_line import find_citation_line
from harvester.values.dates import PartialDate
from harvester.values.names import read as read_name

MAX_WORKS = 20_000
"""Works of one page: PubMed shows 200 at most, and its "PubMed" format of all results has ten thousand."""

_MORE = re.compile(r"\bet al\b\.?$|\u2026|\.\.\.|^others$", re.IGNORECASE)
_MARK = re.compile(r"(?:\s?\(\d{1,3}\)|[\s\u00a0\u2009]+\d{1,3}(?=[\s,]|$)|[*\u2020\u2021#])+")
_YEAR = re.compile(r"\b((?:1[6-9]|20)\d\d)\b")
# "BMJ. 2020 Jan 5:m1. doi: ...": what is ahead of print has neither volume nor issue.
_AHEAD = re.compile(
    r"(?P<journal>[^.;]{2,80}(?:\.(?! (?:1[6-9]|20)\d\d)[^.;]{1,40}){0,3})\. "
    r"(?P<date>(?:1[6-9]|20)\d\d(?: [A-Z][a-z]{2}(?: \d{1,2})?)?)(?::(?P<page>[\w.-]{1,20}))?"
)
# Europe PMC's line: "BMJ, 368(2):m1, 05 Jan 2020".
_EUROPE_PMC = re.compile(
    r"(?P<journal>[^,;]{2,120}), (?P<volume>[\w.-]{1,12})? ?(?:\((?P<issue>[^()]{1,40})\))?"
    r"(?::(?P<page>[^,;]{1,30}))?, (?P<date>[\w ]{0,12}(?:1[6-9]|20)\d\d[\w ]{0,12})(?=$|\W)"
)


def make_result(title: str, authors: str, citation: str, numbers: str = "", journal: str = "") -> Work | None:
    """The work of one result; None where it has no title or neither names, nor a year, nor an identifier.

    `authors` are names in NLM's order with commas between, `citation` is NLM's line (`BMJ. 2020 Jan 5;368:m1. doi:
    ...`) or Europe PMC's, `numbers` the words in which its identifiers stand.
    """
    title = " ".join(title.split()).strip()
    title = title if title.endswith(("...", "?.")) else title.removesuffix(".")
    names, is_complete = names_of(authors)
    # The first of each scheme is its own; behind it may stand those of a comment or an erratum.
    own: dict[str, Identifier] = {}
    for found in (*identifier.find(numbers), *identifier.find(citation)):
        own.setdefault(found.identifier.scheme, found.identifier)
    issued, place = _place(citation)
    if not title or not (names or issued or own):
        return None
    return make_work(
        type="article-journal",
        title=title,
        author=names,
        authors_complete=is_complete,
        issued=issued,
        container_title=journal or place.get("journal", ""),
        volume=place.get("volume", ""),
        issue=place.get("issue", ""),
        page=page_ranges.read(place.get("page", "")),
        identifiers=tuple(own.values()),
    )


def _place(citation: str) -> tuple[PartialDate | None, dict[str, str]]:
    """When and where a work appeared: the date, and journal, volume, issue and page as far as the line has them."""
    if line := find_citation_line(citation):
        return line.issued, {"journal": line.journal, "volume": line.volume, "issue": line.issue, "page": line.page}
    if match := _EUROPE_PMC.match(citation) or _AHEAD.match(citation):
        fields = {name: value for name, value in match.groupdict().items() if value}
        return dates.read(fields.pop("date")), fields
    year = _YEAR.search(citation)
    return (PartialDate(int(year.group(1))) if year else None), {}


def names_of(authors: str) -> tuple[tuple[Name, ...], bool]:
    """The names of a line, and whether it names all: `Smith J, Doe A, et al.`, `J Smith 1, A Doe 2`."""
    parts = [part.strip() for part in _MARK.sub("", authors).strip(" .;").split(",")]
    names = dict.fromkeys(name for part in parts if (name := read_name(_MORE.sub("", part).strip(" ."))))
    return tuple(names), not any(_MORE.search(part) for part in parts)


def reading_of(title: str, works: list[Work]) -> Reading:
    """The reading of a page of results; a work that it shows twice is one."""
    unique = tuple(dict.fromkeys(works))[:MAX_WORKS]
    if unique:
        detail = f"a page of search results: it holds {len(unique):,} works, and cites none of them"
    else:
        detail = "a page of search results on which no work was found"
    return Reading(title[:200], None, problems=(Problem("search-results", detail),), works=unique)
