"""Entries as RIS, as reference managers and screening tools take it: two-letter tags, two blanks, hyphen, blank; CRLF.

PMID and PMCID stand in the tags that EndNote reads (`AN`, `C2`) and in notes, from which Zotero keeps them.
"""

from collections.abc import Callable, Iterable, Iterator

from harvester.formats import fields
from harvester.model import Entry
from harvester.values import dates, languages, names, page_ranges, titles

Values = Callable[[Entry], Iterable[str]]

_BOOKS = ("book", "chapter", "entry-encyclopedia")


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """One record at a time, from `TY` to `ER`, a blank line behind each."""
    for entry in entries:
        kind = fields.type_of(entry.work).ris
        lines = [f"TY  - {kind}\r\n"]
        for tag, values in _TAGS:
            lines.extend(f"{tag}  - {line}\r\n" for value in values(entry) if (line := titles.clean(value)))
        yield "".join((*lines, "ER  - \r\n\r\n"))


def _text(variable: str) -> Values:
    return lambda entry: (titles.plain(getattr(entry.work, variable)),)  # RIS has no markup


def _identifier(scheme: str) -> Values:
    return lambda entry: (entry.work.get(scheme) or "",)


def _last_page(entry: Entry) -> Iterator[str]:
    """The end of the first range, with what follows it: readers join `SP` and `EP` by a hyphen."""
    found = page_ranges.ranges(entry.work.page)
    # A page alone (or an article number) has no end, and `SP` says it.
    if found and found[0][1]:
        rest = (f"{first}-{last}" if last else first for first, last in found[1:])
        yield ", ".join((found[0][1], *rest))


def _notes(entry: Entry) -> Iterator[str]:
    work = entry.work
    for label, scheme in (("PMID", "pmid"), ("PMCID", "pmcid")):
        if value := work.get(scheme):
            yield f"{label}: {value}"
    if work.status:
        yield f"Status: {work.status}"
    if entry.cited_by:
        yield f"Cited by: {'; '.join(entry.cited_by)}"
    if entry.printed and not entry.verdict.is_settled:
        yield f"As printed: {entry.printed}"


_VALUES: dict[str, Values] = {
    "AU": lambda entry: map(names.plain, entry.work.author),
    "A2": lambda entry: map(names.plain, entry.work.editor),
    "TI": lambda entry: (titles.plain(entry.work.title),),
    "OP": lambda entry: (titles.plain(entry.work.original_title),),
    "T2": lambda entry: (titles.plain(fields.container(entry.work) or entry.work.event_title),),
    "PY": lambda entry: () if (year := dates.year(entry.work.issued)) is None else (f"{year:04d}",),
    # The whole date, where it says more than the year: `2019///` would be read as a date without month and day.
    "DA": lambda entry: (text,) if (text := dates.ris(entry.work.issued))[4:] != "///" else (),
    # Readers of RIS show an article number only where a page stands.
    "SP": lambda entry: (
        found[0][0] if (found := page_ranges.ranges(entry.work.page)) else fields.article_number(entry.work),
    ),
    "EP": _last_page,
    "DO": _identifier("doi"),
    "AN": _identifier("pmid"),
    "DB": lambda entry: ("PubMed" if entry.work.get("pmid") else "",),
    "C2": _identifier("pmcid"),
    # One tag for all: the ISBN of a book, the number of a report or patent, the ISSN of a journal.
    "SN": lambda entry: (
        [i.value for i in entry.work.identifiers if i.scheme == "isbn"]
        if entry.work.type in _BOOKS
        else (entry.work.number,)
        if entry.work.type in ("report", "patent", "standard")
        else entry.work.issn
    ),
    # Where the work can be read, then where it is described; the DOI has a tag of its own.
    "UR": lambda entry: (
        entry.work.url,
        f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if (pmid := entry.work.get("pmid")) else "",
        f"https://arxiv.org/abs/{arxiv}" if (arxiv := entry.work.get("arxiv")) else "",
    ),
    "Y2": lambda entry: (dates.ris(entry.work.accessed),),
    "LA": lambda entry: (row.alpha3 if (row := languages.find(entry.work.language)) else entry.work.language,),
    # RIS has no type for a preprint; reference managers show `M3` beside the type they take it for.
    "M3": lambda entry: (entry.work.genre or ("Preprint" if entry.work.type == "article" else ""),),
    "KW": lambda entry: (
        *map(titles.plain, entry.work.keywords),
        *(() if entry.verdict.is_settled else (f"harvester-{entry.verdict}",)),
    ),
    "N1": _notes,
    "ID": lambda entry: (entry.citekey,),
}
_TAGS = tuple((tag, _VALUES.get(tag) or _text(variable)) for tag, variable in fields.tags("ris"))
