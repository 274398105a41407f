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


def _howpublished(entry: Entry, _kind: str) -> str:
    work = entry.work
    # The classic styles have no `url`; what is no article, book or chapter is found by its address alone.
    address = bib.verbatim(work.url)
    return f"\\url{{{address}}}" if address and not work.get("doi") else latex.uncased_title(fields.container(work))


_LONGEST_SORT_KEY = 40
"""Letters; styles in alphabetical order need the first words, and `alpha` makes a label of three letters of it."""

_VALUES: dict[str, bib.Value] = {
    **bib.COMMON,
    # The classic styles know nothing of languages, so a foreign title is braced as a whole.
    "title": lambda entry, _kind: (latex.foreign_title if languages.is_foreign(entry.work.language) else latex.title)(
        entry.work.title
    ),
    "journal": bib.only(("article",), bib.journal),
    "booktitle": bib.only(("incollection", "inproceedings"), bib.book_title),
    "publisher": bib.except_for(("phdthesis", "techreport"), bib.text("publisher")),
    "school": bib.only(("phdthesis",), bib.text("publisher")),
    "institution": bib.only(("techreport",), bib.text("publisher")),
    "year": lambda entry, _kind: "" if (year := dates.year(entry.work.issued)) is None else f"{year:04d}",
    "month": lambda entry, _kind: dates.month_macro(entry.work.issued),
    "number": lambda entry, kind: latex.escape(entry.work.issue or (entry.work.number if kind == "techreport" else "")),
    # The article number stands here as well as in `eid`, since plain styles print nothing else.
    "pages": lambda entry, kind: latex.escape(
        page_ranges.bibtex(entry.work.page) or page_ranges.bibtex(entry.work.number if bib.eid(entry, kind) else "")
    ),
    "eprint": bib.identifier("arxiv"),
    "archiveprefix": lambda entry, _kind: "arXiv" if entry.work.get("arxiv") else "",
    "howpublished": bib.only(("misc",), _howpublished),
    # What the table of languages does not have is written as it came.
    "language": lambda entry, _kind: (
        ""
        if not languages.is_foreign(language := entry.work.language)
        else row.babel
        if (row := languages.find(language))
        else latex.escape(language)
    ),
    "note": bib.note(
        lambda work: (
            "Preprint" if work.type == "article" else "",
            bib.STATUS_NOTES.get(work.status, ""),
            "" if work.issued is None or dates.year(work.issued) else work.issued.literal,
            f"Accessed {work.accessed}" if work.accessed and str(work.accessed) else "",
            page_ranges.afterthought(work.page),
        )
    ),
    "annote": bib.printed,
    # What a style sorts and labels by where there is nobody to name.
    "key": lambda entry, _kind: (
        ""
        if entry.work.author or entry.work.editor
        else latex.escape(titles.plain(entry.work.title or entry.citekey)[:_LONGEST_SORT_KEY])
    ),
}
_FIELDS = (*bib.fields(fields.tags("bibtex"), _VALUES), bib.Row("key", "", _VALUES["key"]))
