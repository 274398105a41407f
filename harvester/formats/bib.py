"""What BibTeX and biblatex have in common: entries written by bibtexparser from values of our own escaping, the walk
through the table of fields, and the fields that both write alike.

Each value is checked before it is written, and the check holds what both grammars ask: bibtexparser and biber take
`\\{` for no brace and BibTeX takes it for one, so a value has to balance either way; no value may end in a backslash or
hold a line break; of commands only those of `latex.COMMANDS` pass.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from functools import lru_cache

import bibtexparser
from bibtexparser.model import Entry as Block
from bibtexparser.model import Field

from harvester.formats import fields as table
from harvester.formats import latex
from harvester.model import Entry, Name, Work
from harvester.values import names, titles

Value = Callable[[Entry, str], str]
"""From an entry and its entry type to the text of one field, already LaTeX; "" leaves the field out."""

SCHEMES = ("doi", "pmid", "pmcid", "isbn")
_WORK_FIELDS = frozenset(field.name for field in dataclass_fields(Work))


GRAVE_NOTES = {"retracted": "Retracted", "expression of concern": "Expression of concern"}
STATUS_NOTES = {"aheadofprint": "Epub ahead of print", **GRAVE_NOTES}
"""What a bibliography should say of a work's status."""

VERBATIM = frozenset({"doi", "url", "eprint", "pmid", "pmcid", "isbn", "issn", "date", "urldate"})
"""Fields that LaTeX reads letter by letter, or that hold nothing to escape."""

MACROS = frozenset({"month"})
"""Fields written bare, so that BibTeX looks their value up."""

_FORMAT = bibtexparser.BibtexFormat()
_FORMAT.indent = "  "
_FORMAT.trailing_comma = True  # a line added by hand then changes no other line

# What a key may hold in BibTeX, biber, pandoc and every shell.
_UNSAFE_KEY = re.compile(r"[^A-Za-z0-9:_.+/-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SUSPECT = re.compile(r"[\\{}\x00-\x1f\x7f]")
_BACKSLASHED = re.compile(r"\\([A-Za-z]+|.?)", re.DOTALL)
_BRACE = re.compile(r"[{}]")
# What is taken out of a value that fails the check: all that means anything to TeX.
_TEX = re.compile(r"[\\{}$&#%_^~]+")
_ESCAPED = frozenset("%#&_$")
_PERCENT = {"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"}
_URL_UNSAFE = re.compile(r"[\\{}\s\x00-\x1f\x7f]")


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
        work, kind = entry.work, kind_of(entry.work)
        # Most fields of most works are empty: what cannot have a value is not asked for one.
        values = ((row.tag, row.value(entry, kind)) for row in rows if not row.needs or getattr(work, row.needs))
        yield separator + entry_text(kind, entry.citekey, values)
        separator = "\n"


def entry_text(kind: str, key: str, values: Iterable[tuple[str, str]]) -> str:
    """One entry as text, ended by a line end; fields without a value are left out.

    A value that fails the check is written without what means anything to TeX, which is always safe.
    """
    fields_written = []
    for tag, value in values:
        if not value:
            continue
        # A macro is looked up, so it stands bare.
        if tag not in MACROS:
            # A value that would end its field, or call a command of somebody else's, must not reach TeX.
            value = f"{{{value if is_safe(value) else _TEX.sub('', _CONTROL.sub(' ', value))}}}"
        fields_written.append(Field(tag, value))
    block = Block(kind, safe_key(key), fields_written)
    # No middleware: the values are LaTeX already, and bibtexparser's own would escape them once more.
    text: str = bibtexparser.write_string(bibtexparser.Library([block]), unparse_stack=[], bibtex_format=_FORMAT)
    return text


def is_safe(value: str) -> bool:
    """Whether a value between braces is read back as it is, and calls no command but ours."""
    if _SUSPECT.search(value) is None:
        return True
    ours = all(command in latex.COMMANDS or command in _ESCAPED for command in _BACKSLASHED.findall(value))
    if _CONTROL.search(value) or not ours:
        return False
    depth = 0
    for brace in _BRACE.findall(value):
        depth += 1 if brace == "{" else -1
        if depth < 0:  # `}{` has as many of each, and would end the entry
            return False
    return depth == 0


def safe_key(key: str) -> str:
    """A citation key of a foreign library with all that BibTeX, biber or a shell could stumble over turned into `_`."""
    return _UNSAFE_KEY.sub("_", key) or "_"


def verbatim(text: str) -> str:
    """An identifier or URL for a verbatim field: nothing escaped, only braces, backslashes and blanks
    percent-encoded."""
    text = titles.printable(text).strip()
    if _URL_UNSAFE.search(text) is None:
        return text
    return _URL_UNSAFE.sub(lambda match: _PERCENT.get(match.group(), ""), text)


def fields(tags: Iterable[tuple[str, str]], values: Mapping[str, Value]) -> tuple[Row, ...]:
    """The rows of a format from the mapping table; a tag without a value of its own is the escaped text of its
    variable."""
    rows = []
    for tag, variable in tags:
        needed = variable if variable in _WORK_FIELDS else "identifiers" if variable in (*SCHEMES, "arxiv") else ""
        rows.append(Row(tag, "" if tag in _COMPUTED else needed, values.get(tag) or text(variable)))
    return tuple(rows)


def text(variable: str) -> Value:
    """The value of a variable that is plain text."""
    return lambda entry, _kind: latex.escape(titles.untagged(getattr(entry.work, variable)))


def container(variable: str) -> Value:
    """The value of a variable that names a journal, a book or a meeting, which may have markup as titles do."""
    return lambda entry, _kind: latex.uncased_title(getattr(entry.work, variable))


def identifier(scheme: str) -> Value:
    """The value of an identifier, verbatim."""
    return lambda entry, _kind: verbatim(entry.work.get(scheme) or "")


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
    return latex.escape(table.article_number(entry.work))


def book_title(entry: Entry, _kind: str) -> str:
    """The book or the proceedings that hold the work."""
    return latex.uncased_title(table.container(entry.work) or entry.work.event_title)


def journal(entry: Entry, _kind: str) -> str:
    """The journal, by its short name where that is all that is known."""
    return _escaped_often(table.container(entry.work))


_escaped_often = lru_cache(maxsize=2048)(latex.uncased_title)
"""For names of journals: a library has thousands of articles and hundreds of journals."""


def printed(entry: Entry, _kind: str) -> str:
    """The reference as printed, in a field that styles do not print, for an entry that is not settled."""
    return "" if entry.verdict.is_settled else latex.escape(entry.printed)


def note(said: Callable[[Work], Iterable[str]]) -> Value:
    """What a bibliography should print besides; of an entry without a title the whole printed reference, which is all
    that is known."""

    def value(entry: Entry, _kind: str) -> str:
        if not entry.work.title and entry.printed:
            return latex.escape(entry.printed)
        return "; ".join(latex.escape(one) for one in said(entry.work) if one)

    return value


def _keywords(entry: Entry, _kind: str) -> str:
    """The work's keywords, and a mark of ours on an entry that is not settled; a term that holds a comma is braced."""
    terms = [latex.escape(titles.untagged(term)) for term in entry.work.keywords]
    if not entry.verdict.is_settled:
        terms.append(f"harvester-{entry.verdict}")
    return ", ".join(f"{{{term}}}" if "," in term else term for term in terms if term)


def _url(entry: Entry, _kind: str) -> str:
    """The address of a work that has no DOI: its own, else that of its PubMed record."""
    work = entry.work
    # Styles that know DOIs make a link of one, and printed the address a second time.
    if work.get("doi"):
        return ""
    pmid = work.get("pmid")
    return verbatim(work.url or (f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else ""))


COMMON: dict[str, Value] = {
    "author": lambda entry, _kind: authors(entry.work.author, complete=entry.work.authors_complete),
    "editor": lambda entry, _kind: authors(entry.work.editor, complete=True),
    "eid": eid,
    "issn": lambda entry, _kind: verbatim(entry.work.issn[0]),
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
    # Nine names of ten: nothing to brace or escape, and found so by one pattern.
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
