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
    return lambda entry: (getattr(entry.work, variable),)


def _identifier(scheme: str) -> Values:
    return lambda entry: (entry.work.get(scheme) or "",)


def _year(entry: Entry) -> Iterator[str]:
    year = dates.year(entry.work.issued)
    if year is not None:
        yield f"{year:04d}"


def _date(entry: Entry) -> Iterator[str]:
    """The whole date, where it says more than the year."""
    text = dates.ris(entry.work.issued)
    if text[4:] != "///":
        yield text


def _first_page(entry: Entry) -> Iterator[str]:
    found = page_ranges.ranges(entry.work.page)
    yield found[0][0] if found else entry.work.number


def _last_page(entry: Entry) -> Iterator[str]:
    """The end of the first range, with what follows it: readers join `SP` and `EP` by a hyphen."""
    found = page_ranges.ranges(entry.work.page)
    if found and found[0][1]:
        rest = (f"{first}-{last}" if last else first for first, last in found[1:])
        yield ", ".join((found[0][1], *rest))


def _serial_number(entry: Entry) -> Iterator[str]:
    work = entry.work
    yield from [i.value for i in work.identifiers if i.scheme == "isbn"] if work.type in _BOOKS else work.issn


def _addresses(entry: Entry) -> Iterator[str]:
    work = entry.work
    yield work.url
    if pmid := work.get("pmid"):
        yield f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
    if arxiv := work.get("arxiv"):
        yield f"https://arxiv.org/abs/{arxiv}"


def _language(entry: Entry) -> Iterator[str]:
    row = languages.find(entry.work.language)
    yield row.alpha3 if row else entry.work.language


def _keywords(entry: Entry) -> Iterator[str]:
    yield from entry.work.keywords
    if not entry.verdict.is_settled:
        yield f"harvester-{entry.verdict}"


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


def _genre(entry: Entry) -> Iterator[str]:
    yield entry.work.genre or ("Preprint" if entry.work.type == "article" else "")


_VALUES: dict[str, Values] = {
    "AU": lambda entry: map(names.plain, entry.work.author),
    "A2": lambda entry: map(names.plain, entry.work.editor),
    "TI": lambda entry: (titles.plain(entry.work.title),),
    "OP": lambda entry: (titles.plain(entry.work.original_title),),
    "T2": lambda entry: (fields.container(entry.work) or entry.work.event_title,),
    "PY": _year,
    "DA": _date,
    "SP": _first_page,
    "EP": _last_page,
    "DO": _identifier("doi"),
    "AN": _identifier("pmid"),
    "DB": lambda entry: ("PubMed" if entry.work.get("pmid") else "",),
    "C2": _identifier("pmcid"),
    "SN": _serial_number,
    "UR": _addresses,
    "Y2": lambda entry: (dates.ris(entry.work.accessed),),
    "LA": _language,
    "M3": _genre,
    "KW": _keywords,
    "N1": _notes,
    "ID": lambda entry: (entry.citekey,),
}
_TAGS = tuple((tag, _VALUES.get(tag) or _text(variable)) for tag, variable in fields.tags("ris"))
