"""What BibTeX and biblatex have in common: the walk through the table of fields, and the fields that both write
alike."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from functools import lru_cache

from harvester.formats import bibtex_text, latex
from harvester.formats import fields as table
from harvester.model import Entry, Name, Work
from harvester.values import names, titles

Value = Callable[[Entry, str], str]
"""From an entry and its entry type to the text of one field, already LaTeX; "" leaves the field out."""

SCHEMES = ("doi", "pmid", "pmcid", "isbn")
_WORK_FIELDS = frozenset(field.name for field in dataclass_fields(Work))


@dataclass(frozen=True, slots=True)
class Row:
    """A field: its tag, the field of `Work` without which it is empty anyway ("" if there is none such), and its
    value."""

    tag: str
    needs: str
    value: Value


def write(entries: Iterable[Entry], kind_of: Callable[[Work], str], rows: tuple[Row, ...]) -> Iterator[str]:
    """Each entry as text, a blank line between two."""
    separator = ""
    for entry in entries:
        kind = kind_of(entry.work)
        yield separator + bibtex_text.write(kind, entry.citekey, _values(entry, kind, rows))
        separator = "\n"


def fields(tags: Iterable[tuple[str, str]], values: Mapping[str, Value]) -> tuple[Row, ...]:
    """The rows of a format from the mapping table; a tag without a value of its own is the escaped text of its
    variable."""
    return tuple(Row(tag, _needed(tag, variable), values.get(tag) or text(variable)) for tag, variable in tags)


def text(variable: str) -> Value:
    """The value of a variable that is plain text."""
    return lambda entry, _kind: latex.escape(getattr(entry.work, variable))


def identifier(scheme: str) -> Value:
    """The value of an identifier, verbatim."""
    return lambda entry, _kind: bibtex_text.verbatim(entry.work.get(scheme) or "")


def only(kinds: tuple[str, ...], value: Value) -> Value:
    """A value for some entry types alone."""
    return lambda entry, kind: value(entry, kind) if kind in kinds else ""


def except_for(kinds: tuple[str, ...], value: Value) -> Value:
    """A value for all entry types but some."""
    return lambda entry, kind: "" if kind in kinds else value(entry, kind)


def authors(people: tuple[Name, ...], *, complete: bool) -> str:
    """An author field: names joined by `and`, `and others` behind a list that is known to be cut."""
    written = [name for name in map(name_text, people) if name]
    if written and not complete:
        written.append("others")
    return " and ".join(written)


def eid(entry: Entry, _kind: str) -> str:
    """The article number that stands in place of pages."""
    work = entry.work
    return latex.escape(work.number) if work.number and (work.number == work.page or not work.page) else ""


def book_title(entry: Entry, _kind: str) -> str:
    """The book or the proceedings that hold the work."""
    return latex.escape(table.container(entry.work) or entry.work.event_title)


def journal(entry: Entry, _kind: str) -> str:
    """The journal, by its short name where that is all that is known."""
    return _escaped_often(table.container(entry.work))


_escaped_often = lru_cache(maxsize=2048)(latex.escape)
"""For names of journals: a library has thousands of articles and hundreds of journals."""


def printed(entry: Entry, _kind: str) -> str:
    """The reference as printed, in a field that styles do not print, for an entry that is not settled."""
    return "" if entry.verdict.is_settled else latex.escape(entry.printed)


def _keywords(entry: Entry, _kind: str) -> str:
    """The work's keywords, and a mark of ours on an entry that is not settled; a term that holds a comma is braced."""
    terms = [latex.escape(term) for term in entry.work.keywords]
    if not entry.verdict.is_settled:
        terms.append(f"harvester-{entry.verdict}")
    return ", ".join(f"{{{term}}}" if "," in term else term for term in terms if term)


def _url(entry: Entry, _kind: str) -> str:
    """The address of a work that has no DOI: its own, else that of its PubMed record."""
    work = entry.work
    if work.get("doi"):
        return ""
    pmid = work.get("pmid")
    return bibtex_text.verbatim(work.url or (f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else ""))


def _needed(tag: str, variable: str) -> str:
    if tag in _COMPUTED:
        return ""
    return variable if variable in _WORK_FIELDS else "identifiers" if variable in (*SCHEMES, "arxiv") else ""


def _values(entry: Entry, kind: str, rows: tuple[Row, ...]) -> Iterator[tuple[str, str]]:
    work = entry.work
    for row in rows:
        if not row.needs or getattr(work, row.needs):
            yield row.tag, row.value(entry, kind)


COMMON: dict[str, Value] = {
    "author": lambda entry, _kind: authors(entry.work.author, complete=entry.work.authors_complete),
    "editor": lambda entry, _kind: authors(entry.work.editor, complete=True),
    "eid": eid,
    "issn": lambda entry, _kind: bibtex_text.verbatim(entry.work.issn[0]),
    "url": _url,
    "keywords": _keywords,
    **{scheme: identifier(scheme) for scheme in SCHEMES},
}
"""The fields that BibTeX and biblatex write alike."""

_COMPUTED = frozenset(
    {"url", "keywords", "note", "number", "journal", "journaltitle", "booktitle", "howpublished", "pages", "pubstate"}
)
"""Fields that may have a value although their variable has none."""

_SAFE_PART = re.compile(r"[^\W\d_][\w'’.\- ]*")
_SIMPLE = re.compile(
    r"(?![a-z]+-)(?!.*\b(?:[Aa][Nn][Dd]|others)\b)[^\W\d_][\w'’.\-]*(?: [\w'’.\-]+)*, [^\W\d_][\w.\-]*(?: [\w.\-]+)*"
)
_SPLIT = re.compile(r"\b(?:[Aa][Nn][Dd]|others)\b|^[a-z]+-")  # BibTeX would take the "al" of "al-Sayed" for a particle


def name_text(name: Name) -> str:
    """A name for an author field: `van der Berg, Jr, A. B.`, a group as `{Group}`; "" where nothing is left of it.

    A part that BibTeX would split or miscount (a comma, an `and`, two words without a given name) is braced as a whole.
    """
    if not (name.literal or name.suffix or name.particle or "_" in name.family + name.given):
        simple = f"{name.family}, {names.spaced(name.given)}"
        if _SIMPLE.fullmatch(simple):
            return simple
    if literal := latex.escape(name.literal):
        return f"{{{literal}}}"
    family, given, suffix = (titles.clean(part) for part in (name.family, names.spaced(name.given), name.suffix))
    particle = titles.clean(name.particle)
    if "," in family + given + suffix + particle:  # biber skips an entry over a third comma, braced or not
        return f"{{{latex.escape(str(name))}}}"
    if not family:
        return f"{{{latex.escape(' '.join(part for part in (particle, given, suffix) if part))}}}" if given else ""
    if not given:
        alone = " ".join(part for part in (particle, family, suffix) if part)
        return _part(alone) if " " not in alone else f"{{{latex.escape(alone)}}}"
    last = f"{_part(particle)} {_part(family)}" if particle else _part(family)
    return ", ".join((last, _part(suffix), _part(given)) if suffix else (last, _part(given)))


def _part(text: str) -> str:
    if _SAFE_PART.fullmatch(text) and not _SPLIT.search(text):
        return text
    escaped = latex.escape(text)
    return f"{{{escaped}}}" if escaped else ""
