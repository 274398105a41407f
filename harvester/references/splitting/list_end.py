"""Where a list of references ends: what is printed behind the last one belongs to none of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from harvester.references.splitting import beginnings, tails
from harvester.references.splitting.headings import has_year, may_head
from harvester.references.splitting.lines import Line
from harvester.text import lazy_pattern

_MOST_OTHERS = 40
"""Entries above the last one that are looked at."""
_FEWEST_OTHERS = 2
"""Entries that must show how an entry of the list is printed before the last one is compared with them."""
_SHORTEST_ENTRY = 20
"""Characters of an entry; what ends sooner was no entry's end."""
_ROOM = 12
"""Characters beside the next line's first word that may stay free in a line within an entry: words that may not be
divided, letters of different widths in a printed page."""
_MOST_FOOT = 60
"""Entries at the end of a list without numbers that can be lines of the page's foot."""
_NEARLY_ALL = 0.9
"""The share of the other lines that have what a last line lacks: one entry in ten of a list may be odd."""
_ENDED = frozenset('.)]?!"”’»/0123456789')
_FOOT_WORDS = "|".join(
    (
        # What happened to the manuscript, and where the article first stood.
        r"(?:manuscript |article |first |originally )?(?:received|accepted|submitted|revised|published)\b"
        r"(?: online| on)?\W.{0,40}\d{4}|(?:available|published) online\b|publication date\b",
        r"date (?:of|received|accepted)\b|article history|history\s*:",
        r"(?:manuskript )?eingegangen|re[cç]u (?:le|:)|accepté le|rec(?:ibido|ebido)\b|aceptado\b|aceito\b|aprovado\b",
        r"ricevuto\b|accettato\b|ontvangen\b|geaccepteerd\b",
        r"поступила|принята|收稿日期|修回日期|接受日期|受付|受理|투고일|게재",
        # Whom to write to.
        r"(?:address(?: for)?|author for|correspondence) (?:correspondence|reprints?|reprint requests)",
        r"correspond(?:ence|ing author)s?\b|reprints?\b(?: requests?| and permission)|reprints?:",
        r"requests? for (?:reprints|materials)|e-?mail\s*:",
        r"korrespondenz|anschrift|correspondance\b|tirés? à part|correspondencia\b|correspondência\b|endereço",
        r"corrispondenza\b|correspondentie|для корреспонденции|адрес|контакт|通[讯信]作者|連絡先|교신저자",
        # Rights, and how the page itself is cited.
        r"copyright\b|©|\(c\) ?(?:19|20)\d\d|open access\b|(?:this is an|an) open[- ]access|licen[sc]ee\b",
        r"this (?:is an? |\w{0,20} ?(?:article|work|paper|journal|manuscript|content|chapter|material|study) "
        r"(?:is|was|has|may|can|uses|contains|originally))",
        r"(?:how to |to |please )?cite this\b|how to cite|(?:suggested|recommended|preferred) citation|cite as\b",
        r"citation\s*:|zitierweise|cómo citar|como citar|для цитирования|permissions?\s*:|all rights reserved",
        r"downloaded from|for personal use|submit your (?:next )?manuscript|(?:[ep]-?|online |print )?issn\b|orcid\b",
        # Authors, money and duties.
        r"(?:the )?authors?['’]?s?['’]? (?:contributions?|information|affiliations?|details|notes?|disclosures?"
        r"|declare|have|has|address)\b|contribut(?:ions|ors|ed by)\s*[:.]|contributorship|credit author",
        r"about the authors?\b|biograph(?:y|ies)\b|сведения об авторах|информация об авторах|作者简介|基金项目",
        r"(?:potential |declaration of )?(?:conflicts?|competing|declarations?|duality) (?:of )?interests?",
        r"interessenkonflikte?\b|conflits? d['’]intérêts?|conflictos? de inter|conflitos? de inter|利益冲突|利益相反",
        r"conflitto di interessi|конфликт интересов|(?:financial )?(?:disclosures?|support|funding)\b"
        r"(?: statement| information| sources?)?\s*[:.]|grant support|sources? of (?:funding|support)",
        r"acknowledge?ments?\b|danksagung|remerciements|agradec|publisher['’]?s['’]? note|editor['’]?s['’]? note",
        r"disclaimer|(?:the )?views expressed|déclaration|peer review|provenance|reviewed by\s*:|本文编辑|（本文编辑",
        r"(?:academic |handling |guest |associate )?edit(?:or|ed by)\s*:|\(?责任编辑|literatur beim verfasser",
        r"ethic(?:s|al) (?:approval|statement|declaration)|informed consent|patient consent|trial registration",
        r"data availability|availability of data",
        # Figures, tables, supplements, words of the index.
        r"(?:supplementary|supplemental|supporting|electronic supplementary) "
        r"(?:material|information|data|file|content|table|figure)s?",
        r"(?:figure|fig|table|box|scheme|plate|video|appendix|supplement)s?\.? ?(?:\d{1,2}|[A-Z]|[IVX]{1,5})\b"
        r"(?:[.:|)]|\s|$)|figure legends?|legends? (?:to|for) figures?|list of (?:figures|tables|abbreviations)",
        r"appendi(?:x|ces)\b|(?:key ?words?|index terms|mesh terms|subject terms|abbreviations(?: used)?)\s*[:–—]",
        r"(?:word count|number of (?:words|figures|tables|references))\b|page \d+ of \d+",
    )
)
_FOOT = lazy_pattern(rf"[\s*†‡§#•·|–—-]{{0,6}}(?:{_FOOT_WORDS})", re.IGNORECASE)
_IDENTIFIER = re.compile(r"https?:|\bdoi\b|10\.\d{4,9}/|\bPMID\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference that is found in a list: its label, the ranges of its words, and the lines that these stand in."""

    label: str
    ranges: list[tuple[int, int]]
    lines: list[Line]

    def words(self, text: str) -> str:
        """What is printed of it, its lines joined by blanks."""
        return " ".join(text[start:end] for start, end in self.ranges)


def begins_foot(words: str) -> bool:
    """Whether a line begins like what is printed behind a list: dates of receipt, addresses, licences, legends."""
    return _FOOT.match(words) is not None


def trimmed(text: str, entries: list[Entry], numbered: bool) -> tuple[list[Entry], int | None]:
    """The entries without what follows the list, and where another list begins behind it (None without one)."""
    if not entries:
        return entries, None
    if not numbered:
        entries = _without_foot(text, entries)
    *others, last = entries
    if numbered:
        others = _without_subheadings(text, others)
    if len(last.lines) < 2:
        return [*others, last], None
    # The first line of the last entry that does not belong to it, by its words and by how the others are printed.
    look = _look_of(text, others[-_MOST_OTHERS:])
    entry = text[slice(*last.ranges[0])] if last.ranges else ""
    at = 0
    for number, (above, line) in enumerate(pairwise(last.lines), 1):
        if len(entry) >= _SHORTEST_ENTRY and _ends(text, above, line, entry, look):
            at = number
            break
        entry += " " + text[line.start : line.end]
    if not at:
        return [*others, last], None
    kept = Entry(last.label, last.ranges[:at], last.lines[:at])
    behind = last.lines[at]
    is_list = behind.after_heading and has_year(text[behind.start : last.lines[-1].end])
    return [*others, kept], behind.start if is_list else None


@dataclass(frozen=True, slots=True)
class _Look:
    """How entries are printed: whether any has a blank line inside, how many of them have more than one line, whether
    their further lines are indented, how long lines get, and the most room that stayed free at an inner line's end."""

    entries: int
    has_blank: bool
    wrapped: int
    is_hanging: bool
    edge: int
    width: int
    room: int
    has_year: bool


def _look_of(text: str, entries: Sequence[Entry]) -> _Look:
    width = max((line.end - line.start for entry in entries for line in entry.lines), default=0)
    pairs = [pair for entry in entries for pair in pairwise(entry.lines)]
    inner = [line for _, line in pairs]
    edge = max((entry.lines[0].indent for entry in entries if entry.lines), default=0)
    return _Look(
        entries=len(entries),
        has_blank=any(line.after_gap for line in inner),
        wrapped=sum(len(entry.lines) > 1 for entry in entries),
        is_hanging=len(inner) >= _FEWEST_OTHERS and all(line.indent > edge for line in inner),
        edge=edge,
        width=width,
        room=max((room_at(text, above, line, width) for above, line in pairs), default=0),
        has_year=bool(entries) and all(any(has_year(text[a:b]) for a, b in entry.ranges) for entry in entries),
    )


def room_at(text: str, above: Line, line: Line, width: int) -> int:
    """How many characters stayed free above that the first word of a line would have left free; negative if the word
    had no room there."""
    first = text[line.start : min(line.end, line.start + 60)].split(None, 1)[0]
    return width - (above.end - above.start) - 1 - len(first)


def _ends(text: str, above: Line, line: Line, entry: str, look: _Look) -> bool:
    """Whether a line does not belong to the entry above it."""
    words = text[line.start : line.end]
    gap = line.after_gap
    before = text[above.start : above.end]
    ended = gap or before[-1] in _ENDED or beginnings.ends_in_address(before) or tails.is_tail_line(before)
    # Link words may be glued to the entry ("10.1001/x.1PubMedGoogle ScholarCrossref"), behind them nothing goes on.
    ended = ended or bool(tails.cut(before)[1])
    if line.after_heading:
        return True
    # Behind the only blank line of the list even an address is the page's own.
    apart = gap and not look.has_blank and look.entries >= _FEWEST_OTHERS
    if beginnings.continues(words) and not (apart and not tails.is_tail_line(words)):
        return False
    if look.has_year and not has_year(entry):
        return False
    room = room_at(text, above, line, look.width)
    if (ended or (look.entries >= _FEWEST_OTHERS and (not look.wrapped or room > _ROOM))) and begins_foot(words):
        return True
    if look.entries < _FEWEST_OTHERS:
        return False
    if apart:
        return True
    if not ended:
        return False
    return (look.is_hanging and line.indent <= look.edge) or not look.wrapped or room > max(look.room, _ROOM)


def _without_subheadings(text: str, entries: list[Entry]) -> list[Entry]:
    """A numbered list's entries without the headings of its groups: a few words on a line of their own behind a blank
    line, where no entry has another blank line inside."""
    kept: list[Entry] = []
    for entry in entries:
        blanks = [n for n, line in enumerate(entry.lines) if n and line.after_gap]
        if blanks:
            line = entry.lines[-1]
            words = text[line.start : line.end]
            if blanks != [len(entry.lines) - 1] or not may_head(words) or beginnings.continues(words):
                return entries
            entry = Entry(entry.label, entry.ranges[:-1], entry.lines[:-1])
        kept.append(entry)
    return kept


def _has_parts(words: str) -> bool:
    """Whether some words have parts like a reference's, author and title or title and place, and a year."""
    return ". " in words and has_year(words)


def _without_foot(text: str, entries: list[Entry]) -> list[Entry]:
    """A list without numbers up to the first entry of the page's foot; entries that look like none are its last."""
    forms = [beginnings.author_form(text[slice(*entry.ranges[0])]) for entry in entries]
    starts = [entry.lines[0].after_gap for entry in entries[1:]]
    sizes = [sum(b - a for a, b in entry.ranges) for entry in entries]
    kept = len(entries)
    while kept > 1 and len(entries) - kept < _MOST_FOOT:
        words = entries[kept - 1].words(text)
        is_heading = may_head(words) and not words.endswith(".")
        looks = has_year(words) or _IDENTIFIER.search(words) or (forms[kept - 1] and not is_heading)
        # Behind the list's only blank line, or far shorter, what does not begin with an author as all references do.
        others = forms[: kept - 1]
        alone = (starts[kept - 2] and not any(starts[: kept - 2])) or 2 * sizes[kept - 1] < min(sizes[: kept - 1])
        foreign = alone and len(others) >= _FEWEST_OTHERS and not forms[kept - 1]
        foreign = foreign and sum(map(bool, others)) >= _NEARLY_ALL * len(others) and not _has_parts(words)
        if looks and not begins_foot(words) and not foreign:
            break
        kept -= 1
    # Behind the list's only blank line come lines that do not begin with an author as all references above do.
    blanks = [number for number, begins in enumerate(starts, 1) if begins and number < kept]
    if len(blanks) == 1 and blanks[0] > _FEWEST_OTHERS and all(forms[: blanks[0]]) and not any(forms[blanks[0] : kept]):
        behind = (entry.words(text) for entry in entries[blanks[0] : kept])
        kept = kept if any(map(_has_parts, behind)) else blanks[0]
    # A citation of the page itself may follow the words that begin its foot.
    for number in range(1, kept):
        start, end = entries[number].ranges[0]
        if begins_foot(text[start:end]) and kept - number <= _FEWEST_OTHERS:
            kept = number
            break
    return entries[:kept]
