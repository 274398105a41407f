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

_INDENT = " " * 6
"""As wide as a tag with its hyphen, in what PubMed exports and in NLM's description of the format."""


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """One record at a time, a blank line between two; entries without a PMID are left out (`Format.has_place`)."""
    separator = ""
    for entry in entries:
        if entry.work.get("pmid"):
            lines = [line for values in _ORDER for line in values(entry)]
            yield separator + "".join(_wrapped(tag, text) for tag, text in lines)
            separator = "\n"


def _wrapped(tag: str, text: str) -> str:
    """A line of a record, cut at blanks into lines that fit; a longer word (an address) has a line of its own."""
    text = titles.clean(text)
    if len(text) <= _WIDTH - len(_INDENT):
        return f"{tag:4}- {text}\n" if text else ""
    # By hand, since textwrap takes a quarter of the time of the whole export to find the same ends of lines.
    lines, start, room = [], 0, _WIDTH - len(_INDENT)
    while len(text) - start > room:
        end = text.rfind(" ", start, start + room + 1)
        end = text.find(" ", start) if end <= start else end
        if end < 0:
            break
        lines.append(text[start:end])
        start = end + 1
    return f"{tag:4}- " + f"\n{_INDENT}".join((*lines, text[start:])) + "\n"


def _text(tag: str, variable: str) -> Lines:
    return lambda entry: ((tag, titles.plain(getattr(entry.work, variable))),)  # the format has no markup


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
        # A group has a tag of its own (`CN`), and PubMed has none for a group of editors.
        if not name.literal:
            yield full, names.plain(name, suffix_mark=" ")
            yield short, names.medline(name)


def _source(entry: Entry) -> Iterator[Line]:
    """The line by which PubMed cites: journal, date, volume, issue, pages, DOI."""
    work = entry.work
    issue = f"({work.issue})" if work.issue else ""
    where = f"{work.volume}{issue}" + (f":{page_ranges.medline(work.page)}" if work.page else "")
    when = ";".join(part for part in (dates.medline(work.issued), where) if part)
    doi = work.get("doi")
    parts = (titles.plain(work.container_title_short or work.container_title), when, f"doi: {doi}" if doi else "")
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
    # An article number is the publisher's own name of the article; `AID` below repeats the DOI.
    lambda entry: (
        ("LID", f"{number} [pii]" if (number := fields.article_number(entry.work)) else ""),
        ("LID", f"{doi} [doi]" if (doi := entry.work.get("doi")) else ""),
    ),
    _text("AB", "abstract"),
    lambda entry: (
        *_people("FAU", "AU", entry.work.author),
        *(("CN", name.literal) for name in entry.work.author if name.literal),
        *_people("FED", "ED", entry.work.editor),
    ),
    lambda entry: (("LA", row.alpha3 if (row := languages.find(entry.work.language)) else entry.work.language),),
    lambda entry: (
        ("PT", fields.type_of(entry.work).medline),
        ("PT", entry.work.genre),
        ("PT", "Retracted Publication" if entry.work.status == "retracted" else ""),
    ),
    _text("PL", "publisher_place"),
    _text("PB", "publisher"),
    _text("EN", "edition"),
    _text("TA", "container_title_short"),
    _text("JT", "container_title"),
    lambda entry: (
        *(("OT", titles.plain(word)) for word in entry.work.keywords),
        *(() if entry.verdict.is_settled else (("OT", f"harvester-{entry.verdict}"), ("GN", entry.printed))),
    ),
    _identifier("PMC", "pmcid"),
    # A retraction is a type in MEDLINE and no status.
    lambda entry: (("PST", entry.work.status if entry.work.status != "retracted" else ""),),
    _identifier("AID", "doi", "{} [doi]"),
    _source,
)
"""The order of the tags in PubMed's own exports."""
