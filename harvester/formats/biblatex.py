"""Entries as a biblatex file for biber: UTF-8, one entry at a time."""

from collections.abc import Iterable, Iterator

from harvester.formats import bib, fields, latex
from harvester.model import Entry
from harvester.values import dates, languages, page_ranges

_THESIS_OR_REPORT = {"thesis": "phdthesis", "report": "techreport"}
_WITH_ORGANIZATION = ("online", "misc", "software")
_WITHOUT_PUBLISHER = (*_THESIS_OR_REPORT, *_WITH_ORGANIZATION, "article", "patent")
"""Types that take no `publisher` in biblatex's data model (its manual, 2.1.1): a thesis and a report have an
institution, what is online, software or of no other type an organization; an article's is its journal's affair."""
_IN_BOOK = ("incollection", "inproceedings", "inreference")


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The text of the file, entry by entry, a blank line between two.

    Entries that are not settled carry the keyword `harvester-<verdict>` and the printed reference in `annotation`.
    """
    return bib.write(entries, lambda work: fields.type_of(work).biblatex, _FIELDS)


_VALUES: dict[str, bib.Value] = {
    **bib.COMMON,
    # biblatex itself leaves the case of a foreign title alone, by its `langid`.
    "title": lambda entry, _kind: (latex.uncased_title if languages.is_foreign(entry.work.language) else latex.title)(
        entry.work.title
    ),
    "origtitle": lambda entry, _kind: latex.uncased_title(entry.work.original_title),
    "journaltitle": bib.only(("article",), bib.journal),
    "shortjournal": bib.only(("article",), bib.container("container_title_short")),
    "booktitle": bib.only(_IN_BOOK, bib.book_title),
    "eventtitle": bib.container("event_title"),
    "publisher": bib.except_for(_WITHOUT_PUBLISHER, bib.text("publisher")),
    "organization": bib.only(_WITH_ORGANIZATION, bib.text("publisher")),
    "institution": bib.only(tuple(_THESIS_OR_REPORT), bib.text("publisher")),
    "date": lambda entry, _kind: dates.edtf(entry.work.issued),
    # `number` is sorted as a number; an issue that is none (`Suppl 13`) has a field of its own.
    "number": lambda entry, kind: latex.escape(
        entry.work.number
        if kind in ("report", "patent")
        else entry.work.issue
        if entry.work.issue[:1].isdigit()
        else ""
    ),
    "issue": lambda entry, _kind: "" if entry.work.issue[:1].isdigit() else latex.escape(entry.work.issue),
    # An article number stands in `eid`, and biblatex's styles print both.
    "pages": lambda entry, kind: "" if bib.eid(entry, kind) else latex.escape(page_ranges.bibtex(entry.work.page)),
    # An entry has one `eprint`: the arXiv number where there is one; then the PMID has a field of its own.
    "eprint": lambda entry, _kind: bib.verbatim(entry.work.get("arxiv") or entry.work.get("pmid") or ""),
    "eprinttype": lambda entry, _kind: (
        "arxiv" if entry.work.get("arxiv") else "pubmed" if entry.work.get("pmid") else ""
    ),
    "pmid": lambda entry, _kind: bib.verbatim(entry.work.get("pmid") or "") if entry.work.get("arxiv") else "",
    "urldate": lambda entry, _kind: dates.edtf(entry.work.accessed) if entry.work.url else "",
    "langid": lambda entry, _kind: row.babel if (row := languages.find(entry.work.language)) else "",
    "type": lambda _entry, kind: _THESIS_OR_REPORT.get(kind, ""),
    # CSL's `article` is a preprint.
    "pubstate": lambda entry, _kind: (
        "prepublished"
        if entry.work.type == "article"
        else "inpress"
        if entry.work.issued and entry.work.issued.literal.lower() == "in press"
        else ""
    ),
    "note": bib.note(
        lambda work: (
            bib.STATUS_NOTES["aheadofprint"] if work.status == "aheadofprint" else "",
            page_ranges.afterthought(work.page),
        )
    ),
    "addendum": lambda entry, _kind: bib.GRAVE_NOTES.get(entry.work.status, ""),
    "ids": lambda entry, _kind: ",".join(map(bib.safe_key, entry.aliases)),
    "annotation": bib.printed,
}
_FIELDS = bib.fields(fields.tags("biblatex"), _VALUES)
