"""Tables that a spreadsheet opens safely: RFC 4180, UTF-8, every cell one line of text.

No cell starts a formula, and no volume, issue or page range looks like a date. The columns of a work have the names
that ASReview and Rayyan read (`title`, `abstract`, `authors`, `year`, `journal`, `doi`, `url`, `keywords`, `pubmed_id`,
...).
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator

from harvester import explain
from harvester.formats import fields
from harvester.model import Citation, Entry, Link, Name
from harvester.values import dates, names, page_ranges, titles

# OWASP names the full-width signs too: spreadsheets in Chinese and Japanese take them for the plain ones.
_FORMULA = re.compile(r'[\s"]*[=+\-@＝＋－＠]')
_RANGE = re.compile(r"(?<=\w)\s*[-/]\s*(?=\w)")
_MONTH_AND_NUMBER = re.compile(rf"(?:{'|'.join(dates.MONTHS)})[a-z]*[. ]+(?=\d)", re.IGNORECASE)


def write_links(links: Iterable[Link]) -> Iterator[str]:
    """One row a citation, the review's columns (`review_...`) before the reference's; a review without references keeps
    a row."""
    yield _line([*(f"review_{column}" for column in _REVIEW), *_CITATION, "citekey", *_WORK])
    for link in links:
        review = [value(link.citing) for value in _REVIEW.values()]
        citation = link.citation  # None where the review has no references: its row is filled with blanks
        cells = [value(citation) if citation else "" for value in _CITATION.values()]
        yield _line([*review, *cells, *_work_cells(link.cited)])


def write_works(entries: Iterable[Entry]) -> Iterator[str]:
    """One row a work, with the citekeys of the reviews that cite it."""
    yield _line(["citekey", *_WORK, *_COUNTS])
    for entry in entries:
        yield _line([*_work_cells(entry), *(value(entry) for value in _COUNTS.values())])


def safe(text: str) -> str:
    """A cell as one line that no spreadsheet takes for a formula (OWASP, CSV injection): an apostrophe is put before
    one."""
    if not text:
        return ""
    text = titles.clean(text)
    # The apostrophe is the spreadsheet's own sign for "this is text", and is not shown in the cell.
    return "'" + text if _FORMULA.match(text) else text


def number(text: str) -> str:
    """A volume, issue or page range that no spreadsheet takes for a date: `5-6` and `5/6` get an en dash, `Mar 5` a
    hard blank."""
    text = safe(_RANGE.sub("–", titles.clean(text)))
    return _MONTH_AND_NUMBER.sub(lambda match: match.group().rstrip() + "\u00a0", text)


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


_WRITER = csv.writer(_Echo(), lineterminator="\r\n")


def _line(cells: list[str]) -> str:
    return str(_WRITER.writerow(cells))


def _work_cells(entry: Entry | None) -> list[str]:
    if entry is None:
        return [""] * (len(_WORK) + 1)
    return [safe(entry.citekey), *(value(entry) for value in _WORK.values())]


def _people(people: tuple[Name, ...]) -> str:
    # Semicolons stand between names, so that a group's name may hold none.
    return safe("; ".join(filter(None, (names.plain(name).replace(";", ",") for name in people))))


def _date(entry: Entry) -> str:
    issued = entry.work.issued
    if issued is None:
        return ""
    # Words without a year ("in press") are all that is known of the date.
    return number(issued.literal) if issued.year is None else safe(str(issued))


def _identifier(scheme: str) -> Callable[[Entry], str]:
    return lambda entry: safe(entry.work.get(scheme) or "")


_OWN_COLUMN = ("doi", "pmid", "pmcid")

_VALUES: dict[str, Callable[[Entry], str]] = {
    "title": lambda entry: safe(titles.plain(entry.work.title)),
    "original_title": lambda entry: safe(titles.plain(entry.work.original_title)),
    "authors": lambda entry: _people(entry.work.author),
    "authors_complete": lambda entry: "yes" if entry.work.authors_complete else "no",
    "editors": lambda entry: _people(entry.work.editor),
    "year": lambda entry: "" if (year := dates.year(entry.work.issued)) is None else str(year),
    "date": _date,
    "journal": lambda entry: safe(titles.plain(fields.container(entry.work))),
    "volume": lambda entry: number(entry.work.volume),
    "issue": lambda entry: number(entry.work.issue),
    "pages": lambda entry: number(page_ranges.join(entry.work.page, "–")),
    "article_number": lambda entry: number(entry.work.number),
    "doi": _identifier("doi"),
    "pmid": _identifier("pmid"),
    "pubmed_id": _identifier("pmid"),
    "pmcid": _identifier("pmcid"),
    "other_ids": lambda entry: safe("; ".join(str(i) for i in entry.work.identifiers if i.scheme not in _OWN_COLUMN)),
    "issn": lambda entry: safe("; ".join(entry.work.issn)),
    "keywords": lambda entry: safe("; ".join(map(titles.plain, entry.work.keywords))),
    "verdict": lambda entry: entry.verdict.value,
    "printed": lambda entry: safe(entry.printed),
    "cited_by": lambda entry: safe("; ".join(entry.cited_by)),
    "n_reviews": lambda entry: str(len(entry.cited_by)),
}


def _column(column: str, variable: str) -> Callable[[Entry], str]:
    return _VALUES.get(column) or (lambda entry: safe(titles.plain(getattr(entry.work, variable))))


_ALL = {column: _column(column, variable) for column, variable in fields.tags("csv") if column != "citekey"}
_COUNTS = {column: _ALL.pop(column) for column in ("cited_by", "n_reviews")}
_WORK = {"type": lambda entry: entry.work.type, **_ALL}
_REVIEW: dict[str, Callable[[Entry], str]] = {
    "citekey": lambda entry: safe(entry.citekey),
    **{
        name: _ALL[name]
        for name in ("title", "authors", "year", "journal", "volume", "issue", "pages", "doi", "pmid", "pmcid")
    },
}
_CITATION: dict[str, Callable[[Citation], str]] = {
    "reference": lambda citation: safe(citation.name),
    "ordinal": lambda citation: str(citation.ordinal),
    "label": lambda citation: number(citation.label),
    "reference_text": lambda citation: safe(citation.text),
    "method": lambda citation: safe(explain.method(citation.method, citation.stage)),
    "evidence": lambda citation: safe(explain.sentence(citation.reason)),
}
