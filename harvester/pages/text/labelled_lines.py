"""Lines that name a field of the page's work and tell it ("Journal: J Fill", "Authors" and the names in the next line),
as catalogues, repositories and definition lists have them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from harvester.model import Span
from harvester.pages.text.bylines import Byline
from harvester.pages.text.citation_lines import NOTHING, Printed, filled, is_journal, journal_in, read_citation_line
from harvester.pages.text.names_in_lines import names_in
from harvester.pages.text.passages import Passage
from harvester.text import word_set
from harvester.values import dates, page_ranges

_LABELS = {
    "author": word_set("""
        author|authors|author(s)|autor|autoren|autores|auteur|auteurs|verfasser|by|author name
        |author names|authors list|creator|creators|autori
        """),
    "journal": word_set("""
        journal|journal title|journal name|source|published in|publication|publication title|zeitschrift
        |revista|revue|in|erschienen in|periodical|is part of|rivista|publication name|source title
        |container|title of journal|this paper appears in|appears in|quelle|fuente|tijdschrift
        """),
    "issued": word_set("""
        published|publication date|date|year|date of publication|publication year|year of publication|jahr
        |erscheinungsjahr|fecha|año|année|date published|issue date|published date|datum|ano|data|anno
        |fecha de publicación|publish date|first published|published online|veröffentlicht|pubdate
        """),
    "volume": word_set("""
        volume|vol|vol.|band|bd|bd.|volumen|tome|volume number|volume no|volume no.
        """),
    "issue": word_set("""
        issue|number|no|no.|nr|nr.|heft|número|numero|numéro|issue number|issue no|issue no.|ausgabe
        |part|fascículo
        """),
    "page": word_set("""
        pages|page|page(s)|pp|pp.|seiten|seite|páginas|page range|pagination|page numbers|pages from-to
        |article number|article no|article id|on page(s)|on pages|pagine|start page|first page
        """),
    "title": word_set("""
        title|article title|titel|título|titre|titolo|document title|paper title
        """),
    "other": word_set("""
        doi|pmid|pmcid|digital object identifier
        |issn|publisher|language|isbn|abstract|keywords|type|url|eissn|document type
        |sprache|verlag|editorial|copyright|license|subject|subjects
        """),
}  # fmt: skip
_FIELD_OF = {label: name for name, labels in _LABELS.items() for label in labels}
_LINE = re.compile(r"^[\W_]{0,6}(?P<label>[^\W\d_][\w()./ -]{1,24}?)\s?(?::|\s\|\s|\t)\s*(?P<value>.*)$", re.DOTALL)
_LEAST = 3
"""Different labelled fields that make a list of them; "Published:" and "Pages:" alone stand above many articles."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """What labelled lines tell, where each field stands, and which lines they are."""

    printed: Printed = NOTHING
    byline: Byline | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    lines: frozenset[Span] = frozenset()

    def has(self, line: Passage) -> bool:
        """Whether a line is one of them."""
        return line.span in self.lines


def find_labelled(lines: Sequence[Passage]) -> Labelled:
    """What the labelled lines among the lines around a title tell of its work.

    A list of at least three fields is believed as a whole; of fewer only the authors are.
    """
    values: dict[str, tuple[str, Passage]] = {}
    taken: set[Span] = set()
    skip = False
    for number, line in enumerate(lines):
        if skip:
            skip = False
            continue
        name, value = _told(line.words)
        if not name:
            continue
        where = line
        if not value:
            following = lines[number + 1] if number + 1 < len(lines) else None
            if following is None or _told(following.words)[0]:
                continue
            value, where, skip = following.words, following, True
            taken.add(following.span)
        taken.add(line.span)
        values.setdefault(name, (value, where))
    byline = None
    if "author" in values:
        value, where = values["author"]
        told = names_in(f"By: {value}")
        # "by" alone may stand above names that have a line each.
        is_alone = len(values) < _LEAST and where.span in taken and told is not None and len(told.names) == 1
        byline = Byline(told.names, told.complete, where.span) if told and not is_alone else None
    if len(values) < _LEAST:
        return Labelled(byline=byline, lines=frozenset(taken) if byline else frozenset())
    printed = Printed()
    spans: dict[str, Span] = {}
    if "journal" in values:
        value, where = values["journal"]
        said = read_citation_line(value)
        name = said.journal or journal_in(value) or (value if is_journal(value) else "")
        printed = replace(said, journal=name) if said.said else Printed(journal=name)
        spans = dict.fromkeys(("journal", "issued", "volume", "issue", "page"), where.span)
    for key in ("issued", "volume", "issue", "page"):
        if key in values:
            value, where = values[key]
            # "Volume: 7, Issue: 3, Pages: 1-9" and "Volume: 7(3)" tell more than their label says.
            whole = read_citation_line(where.words)
            if key == "issued":
                date = dates.read(value)
                if date and date.year and len(value) < 60:
                    printed, spans["issued"] = replace(printed, issued=date), where.span
            elif whole.said > 1:
                printed = filled(printed, whole)
                spans = {**dict.fromkeys(("volume", "issue", "page"), where.span), **spans}
            elif len(value) < 30 and any(map(str.isdigit, value)):
                value = value.strip(" .,;")
                new = page_ranges.read(value) if key == "page" else value
                printed, spans[key] = replace(printed, **{key: new}), where.span  # type: ignore[arg-type]
    return Labelled(printed, byline, spans, frozenset(taken))


def is_label(words: str) -> bool:
    """Whether some words are the name of a field ("Journal", "Pages")."""
    return " ".join(words.lower().split()) in _FIELD_OF


def names_a_field(words: str) -> bool:
    """Whether a line begins with the label of a field ("Journal: J Fill")."""
    return _told(words)[0] != ""


def _told(words: str) -> tuple[str, str]:
    """The field that a line names and what it says of it; ("", "") if it names none."""
    match = _LINE.match(words)
    label, value = (match["label"], match["value"]) if match else (words.strip(" :*#•"), "")
    name = _FIELD_OF.get(" ".join(label.lower().split()), "")
    return (name, value.strip()) if name else ("", "")
