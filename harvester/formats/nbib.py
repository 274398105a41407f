"""Entries as PubMed's .nbib (MEDLINE tagged): only works with a PMID, since a record without one is none.

A record starts with `PMID-`, by which Zotero and Covidence know the format; the DOI stands in `LID` and in `AID`, of
which Zotero reads only the second; long lines go on behind six blanks.
"""

from collections.abc import Callable, Iterable, Iterator

from harvester.formats import fields
from harvester.model import Entry, Name
from harvester.values import dates, languages, names, page_ranges, titles

Line = tuple[str, str]
Lines = Callable[[Entry], Iterable[Line]]

_WIDTH = 88
"""The longest line in what PubMed exports."""


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """One record at a time, a blank line between two; entries without a PMID are left out (`Format.has_place`)."""
    separator = ""
    for entry in entries:
        if entry.work.get("pmid"):
            yield separator + "".join(_wrapped(tag, text) for lines in _ORDER for tag, text in lines(entry))
            separator = "\n"


def _wrapped(tag: str, text: str) -> str:
    text = titles.clean(text)
    if not text:
        return ""
    if len(text) <= _WIDTH - 6:
        return f"{tag:4}- {text}\n"
    return f"{tag:4}- " + "\n      ".join(_lines(text)) + "\n"


def _lines(text: str) -> Iterator[str]:
    """A text cut at blanks into lines that fit behind a tag; a longer word has a line of its own."""
    start = 0
    while len(text) - start > _WIDTH - 6:
        end = text.rfind(" ", start, start + _WIDTH - 5)
        end = text.find(" ", start) if end <= start else end
        if end < 0:
            break
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _text(tag: str, variable: str) -> Lines:
    return lambda entry: ((tag, getattr(entry.work, variable)),)


def _identifier(tag: str, scheme: str, form: str = "{}") -> Lines:
    return lambda entry: ((tag, form.format(value)) for value in (entry.work.get(scheme),) if value)


def _title(entry: Entry) -> Iterator[Line]:
    """The title with its final period, in brackets where it is a translation."""
    work = entry.work
    title = titles.plain(work.title)
    if work.original_title:
        title = f"[{title}]"
    if title:
        yield "TI", title if title.endswith((".", "?", "!")) else f"{title}."
    yield "TT", titles.plain(work.original_title)


def _people(full: str, short: str, people: tuple[Name, ...]) -> Iterator[Line]:
    for name in people:
        if not name.literal:
            yield full, names.plain(name, suffix_mark=" ")
            yield short, names.medline(name)


def _authors(entry: Entry) -> Iterator[Line]:
    yield from _people("FAU", "AU", entry.work.author)
    yield from (("CN", name.literal) for name in entry.work.author if name.literal)
    yield from _people("FED", "ED", entry.work.editor)


def _locations(entry: Entry) -> Iterator[Line]:
    work = entry.work
    if work.number and (work.number == work.page or not work.page):
        yield "LID", f"{work.number} [pii]"
    if doi := work.get("doi"):
        yield "LID", f"{doi} [doi]"


def _types(entry: Entry) -> Iterator[Line]:
    work = entry.work
    yield "PT", fields.type_of(work).medline
    if work.genre:
        yield "PT", work.genre
    if work.status == "retracted":
        yield "PT", "Retracted Publication"


def _status(entry: Entry) -> Iterator[Line]:
    if entry.work.status != "retracted":
        yield "PST", entry.work.status


def _language(entry: Entry) -> Iterator[Line]:
    row = languages.find(entry.work.language)
    yield "LA", row.alpha3 if row else entry.work.language


def _keywords(entry: Entry) -> Iterator[Line]:
    yield from (("OT", word) for word in entry.work.keywords)
    if not entry.verdict.is_settled:
        yield "OT", f"harvester-{entry.verdict}"
        yield "GN", entry.printed


def _source(entry: Entry) -> Iterator[Line]:
    """The line by which PubMed cites: journal, date, volume, issue, pages, DOI."""
    work = entry.work
    issue = f"({work.issue})" if work.issue else ""
    where = f"{work.volume}{issue}" + (f":{page_ranges.medline(work.page)}" if work.page else "")
    when = ";".join(part for part in (dates.medline(work.issued), where) if part)
    doi = work.get("doi")
    parts = (work.container_title_short or work.container_title, when, f"doi: {doi}" if doi else "")
    yield "SO", " ".join(f"{part}." for part in parts if part)


_ORDER: tuple[Lines, ...] = (
    _identifier("PMID", "pmid"),
    lambda entry: (("IS", issn) for issn in entry.work.issn),
    lambda entry: (("ISBN", i.value) for i in entry.work.identifiers if i.scheme == "isbn"),
    _text("VI", "volume"),
    _text("IP", "issue"),
    lambda entry: (("DP", dates.medline(entry.work.issued)),),
    _title,
    lambda entry: (("PG", page_ranges.medline(entry.work.page)),),
    _locations,
    _text("AB", "abstract"),
    _authors,
    _language,
    _types,
    _text("PL", "publisher_place"),
    _text("PB", "publisher"),
    _text("EN", "edition"),
    _text("TA", "container_title_short"),
    _text("JT", "container_title"),
    _keywords,
    _identifier("PMC", "pmcid"),
    _status,
    _identifier("AID", "doi", "{} [doi]"),
    _source,
)
"""The order of the tags in PubMed's own exports."""
