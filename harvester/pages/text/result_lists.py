"""Pages of search results as text, copied or saved: PubMed's summaries, abstracts and "PubMed" format, Europe PMC,
Google Scholar -> works."""

import re
from collections.abc import Iterator

from harvester.model import Work, make_work, remake_work
from harvester.pages.results import make_result
from harvester.references import parse, raw
from harvester.values import dates, identifier, page_ranges
from harvester.values.names import read as read_name

_PMID = re.compile(r"^PMID: ?\d{1,8}\b")
_PMID_WITHIN = re.compile(r"(?<=[.)])([ \t]{1,4})(?=PMID: ?\d{1,8}\b)")
_CITED_LINE = re.compile(r"^\. ?(?:1[6-9]|20)\d\d\b")
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_NAMES = re.compile(r"(?:[^\W\d_][\w'\u2019-]*[ ,]{1,2}){1,4}[A-Z]{1,3}(?:,|\.|$)|.{0,40}\bet al\b")
_BUTTONS = re.compile(
    r"(?:\d{1,6}|Cite|Share|Save|Add to|Display options|Full text links|Free article\.?|Item in Clipboard|Actions"
    r"|Select(?:ed)? (?:article|result)?.{0,20})$"
)
_BEHIND_LINE = re.compile(r"doi\b|Epub|Online|eCollection|Free|Review\b|PMID|Collection|\d{4}\b", re.IGNORECASE)
_SAVED_SUMMARY = re.compile(r"^(\d{1,6}): (?=\S)", re.MULTILINE)
_SAVED_ABSTRACT = re.compile(r"^\d{1,6}\. (?=[^\n]{2,120}\. (?:1[6-9]|20)\d\d\b)", re.MULTILINE)
_SCHOLAR_LINE = re.compile(
    r"^(?P<authors>[^\n]{2,200}?) - (?:(?P<journal>[^\n]{0,120}?), )?(?P<year>(?:1[6-9]|20)\d\d) - \S[^\n]{0,80}$"
)
_KIND = re.compile(r"^\[[A-Z]{3,8}\](?:\[[A-Z]{3,8}\])? ?")
_MEDLINE = re.compile(r"^([A-Z]{2,4}) {0,2}- (.*(?:\n {6}\S.*)*)", re.MULTILINE)


def works_in(text: str) -> list[Work]:
    """The works of such a page in its order, by the signs of whichever view it is."""
    # Where a page was turned into text by a program, the PMID may stand on the line of the citation.
    broken = _PMID_WITHIN.sub(r"\1\n", text)
    lines = [line for line in (" ".join(line.split()) for line in broken.split("\n")) if line]
    if re.search(r"^PMID- ?\d", text, re.MULTILINE):
        return medline_works(text)
    if sum(map(bool, map(_CITED_LINE.match, lines))) > 1:
        found = _abstracts(lines)
    elif len(_SAVED_ABSTRACT.findall(text)) > 1 and "\nPMID:" in text:
        found = _saved_abstracts(text)
    elif len(_SAVED_SUMMARY.findall(text)) > 1:
        found = _saved_summaries(text)
    elif any(map(_SCHOLAR_LINE.match, lines)):
        found = _scholar(lines)
    else:
        found = _summaries(lines)
    return [work for work in found if work is not None]


def _summaries(lines: list[str]) -> Iterator[Work | None]:
    """Title, names and citation, each on a line, above the line of the PMID; Europe PMC's has a bar before it."""
    start = 0
    for number, line in enumerate(lines):
        if not _PMID.match(line) and "| PMID:" not in line:
            continue
        above = [words for words in lines[start:number] if not _BUTTONS.match(words)]
        start = number + 1
        cited = next((n for n in range(len(above) - 1, -1, -1) if _YEAR.search(above[n])), 0)
        if not cited:
            continue
        has_names = cited > 1 and _NAMES.match(above[cited - 1]) is not None
        title = above[cited - 1 - has_names]
        yield make_result(title, above[cited - 1] if has_names else "", above[cited], line)


def _abstracts(lines: list[str]) -> Iterator[Work | None]:
    """PubMed's abstract view: the journal, below it the line of date and pages, title, names, numbers."""
    starts = [n for n, line in enumerate(lines) if n and _CITED_LINE.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        below = lines[start + 1 : end - 1]
        first = next((n for n, line in enumerate(below) if not _BEHIND_LINE.match(line)), None)
        if first is None:
            continue
        numbers = next((" ".join(below[n : n + 4]) for n, line in enumerate(below) if _PMID.match(line)), "")
        authors = below[first + 1] if first + 1 < len(below) and not _PMID.match(below[first + 1]) else ""
        journal = lines[start - 1].rstrip(". ")
        citation = " ".join((lines[start].lstrip(". "), *below[:first]))
        yield make_result(below[first], authors, citation, numbers, journal)


def _saved_abstracts(text: str) -> Iterator[Work | None]:
    """PubMed's file "Abstract (text)": a record's paragraphs are its citation, title, names and so on."""
    for record in _records(text, _SAVED_ABSTRACT):
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", record) if part.strip()]
        number = next((line for line in record.split("\n") if _PMID.match(line)), "")
        title, authors = (*paragraphs[1:3], "", "")[:2]
        yield make_result(title, authors, paragraphs[0], number)


def _saved_summaries(text: str) -> Iterator[Work | None]:
    """PubMed's file "Summary (text)": a record is one reference in NLM's style."""
    for record in _records(text, _SAVED_SUMMARY):
        described = parse(raw(" ".join(record.split()))).described
        yield described if described.title and described.identifiers else None


def _records(text: str, start: re.Pattern[str]) -> Iterator[str]:
    starts = [match.end() for match in start.finditer(text)]
    begins = [match.start() for match in start.finditer(text)]
    for begin, end in zip(starts, [*begins[1:], len(text)], strict=True):
        yield text[begin:end]


def _scholar(lines: list[str]) -> Iterator[Work | None]:
    """Google Scholar: the title above a line of names, journal, year and site."""
    for number, line in enumerate(lines):
        if number and _SCHOLAR_LINE.match(line):
            yield scholar_work(_KIND.sub("", lines[number - 1]), line)


def scholar_work(title: str, line: str, numbers: str = "") -> Work | None:
    """The work of a title and the line below it, in which names and the journal may be cut short."""
    match = _SCHOLAR_LINE.match(line.replace("\u00a0", " "))
    if match is None:
        return make_result(title, "", "", numbers)
    journal = match["journal"] or ""
    work = make_result(title, match["authors"], match["year"], numbers)
    # A name that was cut short is none.
    is_whole = not journal.startswith(("\u2026", "...")) and not journal.endswith(("\u2026", "..."))
    return remake_work(work, container_title=journal) if work and journal and is_whole else work


def medline_works(text: str) -> list[Work]:
    """The works of records in PubMed's own format (`PMID- `, `TI  - `)."""
    works = []
    for record in re.split(r"^(?=PMID- ?\d)", text, flags=re.MULTILINE)[1:]:
        fields: dict[str, list[str]] = {}
        for match in _MEDLINE.finditer(record):
            fields.setdefault(match.group(1), []).append(" ".join(match.group(2).split()))
        works.append(_medline_work({name: values[0] for name, values in fields.items()}, fields))
    return works


def _medline_work(first: dict[str, str], fields: dict[str, list[str]]) -> Work:
    given = [identifier.parse(first.get("PMID", ""), "pmid"), identifier.parse(first.get("PMC", ""), "pmcid")]
    dois = [v.removesuffix(" [doi]") for name in ("LID", "AID") for v in fields.get(name, ()) if v.endswith(" [doi]")]
    given += [identifier.parse(doi, "doi") for doi in dois[:1]]
    names = [read_name(value) for value in fields.get("FAU") or fields.get("AU") or ()]
    return make_work(
        type="article-journal",
        title=first.get("TI", first.get("BTI", "")).removesuffix(".").strip(),
        author=tuple(name for name in names if name),
        issued=dates.read(first.get("DP", "")),
        container_title=first.get("JT", ""),
        container_title_short=first.get("TA", ""),
        volume=first.get("VI", ""),
        issue=first.get("IP", ""),
        page=page_ranges.read(first.get("PG", "")),
        abstract=first.get("AB", ""),
        identifiers=tuple(i for i in given if i),
    )
