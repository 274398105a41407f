"""Entries as a BibTeX file for the classic styles: UTF-8, one entry at a time."""

from collections.abc import Iterable, Iterator

from harvester.formats import bib, fields, latex
from harvester.model import Entry
from harvester.values import dates, languages, page_ranges, titles


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The text of the file, entry by entry, a blank line between two.

    Entries whose verdict is open, doubtful, conflicting, unmatched or rejected are written too, with the keyword
    `harvester-<verdict>` and the printed reference in `annote`.
    """
    return bib.write(entries, lambda work: fields.type_of(work).bibtex, _FIELDS)


def _title(entry: Entry, _kind: str) -> str:
    work = entry.work
    return latex.foreign_title(work.title) if languages.is_foreign(work.language) else latex.title(work.title)


def _year(entry: Entry, _kind: str) -> str:
    year = dates.year(entry.work.issued)
    return "" if year is None else f"{year:04d}"


def _pages(entry: Entry, kind: str) -> str:
    """The pages, or the article number, since plain styles print nothing else."""
    number = entry.work.number if bib.eid(entry, kind) else ""
    return latex.escape(page_ranges.bibtex(entry.work.page) or page_ranges.bibtex(number))


def _number(entry: Entry, kind: str) -> str:
    return latex.escape(entry.work.issue or (entry.work.number if kind == "techreport" else ""))


def _howpublished(entry: Entry, _kind: str) -> str:
    work = entry.work
    address = bib.verbatim(work.url)
    return f"\\url{{{address}}}" if address and not work.get("doi") else latex.escape(fields.container(work))


def _language(entry: Entry, _kind: str) -> str:
    language = entry.work.language
    if not languages.is_foreign(language):
        return ""
    row = languages.find(language)
    return row.babel if row else latex.escape(language)


def _note(entry: Entry, _kind: str) -> str:
    """What a bibliography should print besides: the whole printed reference where it is all that is known."""
    work = entry.work
    if not work.title and entry.printed:
        return latex.escape(entry.printed)
    notes = (
        "Preprint" if work.type == "article" else "",
        bib.STATUS_NOTES.get(work.status, ""),
        "" if work.issued is None or dates.year(work.issued) else work.issued.literal,
        f"Accessed {work.accessed}" if work.accessed and str(work.accessed) else "",
        page_ranges.afterthought(work.page),
    )
    return "; ".join(latex.escape(note) for note in notes if note)


def _sort_key(entry: Entry, _kind: str) -> str:
    """What a style sorts and labels by where there is nobody to name."""
    work = entry.work
    return "" if work.author or work.editor else latex.escape(titles.plain(work.title or entry.citekey)[:40])


_VALUES: dict[str, bib.Value] = {
    **bib.COMMON,
    "title": _title,
    "journal": bib.only(("article",), bib.journal),
    "booktitle": bib.only(("incollection", "inproceedings"), bib.book_title),
    "publisher": bib.except_for(("phdthesis", "techreport"), bib.text("publisher")),
    "school": bib.only(("phdthesis",), bib.text("publisher")),
    "institution": bib.only(("techreport",), bib.text("publisher")),
    "year": _year,
    "month": lambda entry, _kind: dates.month_macro(entry.work.issued),
    "number": _number,
    "pages": _pages,
    "eprint": bib.identifier("arxiv"),
    "archiveprefix": lambda entry, _kind: "arXiv" if entry.work.get("arxiv") else "",
    "howpublished": bib.only(("misc",), _howpublished),
    "language": _language,
    "note": _note,
    "annote": bib.printed,
}
_FIELDS = (*bib.fields(fields.tags("bibtex"), _VALUES), bib.Row("key", "", _sort_key))
