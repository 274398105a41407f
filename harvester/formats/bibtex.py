"""Entries as a BibTeX file for the classic styles: UTF-8, one entry at a time."""

from collections.abc import Callable, Iterable, Iterator

from harvester.model import Entry, Name
from harvester.notations import bibtex, dates, languages, latex, mapping, markup, names, pages, types

STATUS_NOTES = {"aheadofprint": "Epub ahead of print", "retracted": "Retracted"}
"""What a bibliography should say of a work's status."""

_IN_BOOK = ("incollection", "inproceedings")


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The text of the file, entry by entry, a blank line between two.

    Entries whose verdict is open, doubtful, conflicting, unmatched or rejected are written too, with the keyword
    `harvester-<verdict>` and the printed reference in `annote`.
    """
    separator = ""
    for entry in entries:
        yield separator + bibtex.write(kind(entry), entry.citekey, ((tag, value(entry)) for tag, value in _FIELDS))
        separator = "\n"


def kind(entry: Entry) -> str:
    """The entry type."""
    return types.of(entry.work.type, in_container=bool(entry.work.container_title)).bibtex


def authors(people: tuple[Name, ...], *, complete: bool) -> str:
    """An author field: names joined by `and`, `and others` behind a list that is known to be cut."""
    written = [text for text in map(names.bibtex, people) if text]
    if written and not complete:
        written.append("others")
    return " and ".join(written)


def keywords(entry: Entry) -> str:
    """The work's keywords, and a mark of ours on an entry that is not settled; a term that holds a comma is braced."""
    terms = [latex.escape(term) for term in entry.work.keywords]
    if not entry.verdict.is_settled:
        terms.append(f"harvester-{entry.verdict}")
    return ", ".join(f"{{{term}}}" if "," in term else term for term in terms if term)


def eid(entry: Entry) -> str:
    """The article number that stands in place of pages."""
    work = entry.work
    return latex.escape(work.number) if work.number and (work.number == work.page or not work.page) else ""


def url(entry: Entry) -> str:
    """The address of a work that has no DOI: its own, else that of its PubMed record."""
    work = entry.work
    if work.get("doi"):
        return ""
    pmid = work.get("pmid")
    return bibtex.verbatim(work.url or (f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else ""))


def printed(entry: Entry) -> str:
    """The reference as printed, kept in a field that styles do not print, for an entry that is not settled."""
    return "" if entry.verdict.is_settled else latex.escape(entry.printed)


def identifier(scheme: str) -> Callable[[Entry], str]:
    """The getter of an identifier, verbatim."""
    return lambda entry: bibtex.verbatim(entry.work.get(scheme) or "")


def text(variable: str) -> Callable[[Entry], str]:
    """The getter of a work's plain text, escaped."""
    return lambda entry: latex.escape(getattr(entry.work, variable))


def only(kinds: tuple[str, ...], value: Callable[[Entry], str]) -> Callable[[Entry], str]:
    """A getter that has a value for some entry types alone."""
    return lambda entry: value(entry) if kind(entry) in kinds else ""


def _title(entry: Entry) -> str:
    work = entry.work
    return latex.foreign_title(work.title) if languages.is_foreign(work.language) else latex.title(work.title)


def _year(entry: Entry) -> str:
    year = dates.year(entry.work.issued)
    return "" if year is None else f"{year:04d}"


def _howpublished(entry: Entry) -> str:
    work = entry.work
    if kind(entry) != "misc":
        return ""
    address = bibtex.verbatim(work.url)
    return f"\\url{{{address}}}" if address and not work.get("doi") else latex.escape(work.container_title)


def _publisher(entry: Entry) -> str:
    return "" if kind(entry) in ("phdthesis", "techreport") else latex.escape(entry.work.publisher)


def _number(entry: Entry) -> str:
    return latex.escape(entry.work.issue or (entry.work.number if kind(entry) == "techreport" else ""))


def _language(entry: Entry) -> str:
    language = entry.work.language
    if not languages.is_foreign(language):
        return ""
    row = languages.find(language)
    return row.babel if row else latex.escape(language)


def _note(entry: Entry) -> str:
    """What a bibliography should print besides: the whole printed reference where it is all that is known."""
    work = entry.work
    if not work.title and entry.printed:
        return latex.escape(entry.printed)
    notes = (
        "Preprint" if work.type == "article" else "",
        STATUS_NOTES.get(work.status, ""),
        "" if dates.year(work.issued) or work.issued is None else work.issued.literal,
        f"Accessed {work.accessed}" if work.accessed and str(work.accessed) else "",
        pages.afterthought(work.page),
    )
    return "; ".join(latex.escape(note) for note in notes if note)


def _sort_key(entry: Entry) -> str:
    """What a style sorts and labels by where there is nobody to name."""
    work = entry.work
    return (
        "" if work.author or work.editor else latex.escape(markup.plain(work.title or entry.citekey)[:40].rstrip("\\"))
    )


_VALUES: dict[str, Callable[[Entry], str]] = {
    "author": lambda entry: authors(entry.work.author, complete=entry.work.authors_complete),
    "editor": lambda entry: authors(entry.work.editor, complete=True),
    "title": _title,
    "journal": only(("article",), text("container_title")),
    "booktitle": only(_IN_BOOK, lambda entry: latex.escape(entry.work.container_title or entry.work.event_title)),
    "publisher": _publisher,
    "school": only(("phdthesis",), text("publisher")),
    "institution": only(("techreport",), text("publisher")),
    "address": text("publisher_place"),
    "year": _year,
    "month": lambda entry: dates.month_macro(entry.work.issued),
    "number": _number,
    "pages": lambda entry: latex.escape(pages.join(entry.work.page or eid(entry), "--")),
    "eid": eid,
    "issn": lambda entry: bibtex.verbatim(entry.work.issn[0]) if entry.work.issn else "",
    "eprint": identifier("arxiv"),
    "archiveprefix": lambda entry: "arXiv" if entry.work.get("arxiv") else "",
    "howpublished": _howpublished,
    "url": url,
    "language": _language,
    "note": _note,
    "keywords": keywords,
    "annote": printed,
    **{scheme: identifier(scheme) for scheme in ("doi", "pmid", "pmcid", "isbn")},
}

_FIELDS = (
    *((tag, _VALUES.get(tag) or text(variable)) for tag, variable in mapping.tags("bibtex")),
    ("key", _sort_key),
)
