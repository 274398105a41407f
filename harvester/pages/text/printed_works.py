"""A page's own work from what a person sees printed on it: the lines above and under its title, labelled lines, and the
line that says how to cite it.

Each of these is read by itself. What the line that repeats the title says is sure to be of this work; lines beside the
title come next; a field that two of them tell differently is the surer one's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from typing import TypedDict

from harvester.model import Name, Span
from harvester.pages.text.bylines import Byline, find_byline, is_of_a_menu
from harvester.pages.text.citation_lines import (
    NOTHING,
    Printed,
    date_behind,
    filled,
    is_of_a_society,
    journal_in,
    read_citation_line,
)
from harvester.pages.text.labelled_lines import Labelled, find_labelled
from harvester.pages.text.names_in_lines import names_in
from harvester.pages.text.own_identifiers import ONLY_A_LABEL
from harvester.pages.text.passages import Passage, find_lines, passage, wrap_width
from harvester.pages.text.printed_titles import is_kind
from harvester.text import UPPER, fold, squeeze
from harvester.values import dates
from harvester.values.citation_line import find_citation_line
from harvester.values.dates import PartialDate

_ABOVE = 2_500
"""Characters above a title in which its journal and citation stand: a line of a journal, of a section, of an issue."""
_MOST_ABOVE = 12
"""Lines above a title that may be its own; behind them come the menus of the site."""
_BELOW = 24_000
"""Characters under a title that hold its authors with their addresses, dates and identifiers."""
_MOST_BELOW = 500
"""Lines of them."""
_CITES = 900
"""Characters before and behind a title in a line that cites it: fifty authors, a journal, an address."""
_IMPRINT = 600
"""Characters under "Published in" that hold a journal, a volume, a date and pages, a line each."""
_PUBLISHED_IN = re.compile(
    r"^[#\W]{0,8}(?:Published In|Published in|PUBLISHED IN|Erschienen in|Publicado en)\W{0,3}$", re.MULTILINE
)
_MOST_WRAPPED = 12
"""Lines of a citation on either side of its title."""
_MOST_REPEATED = 40
"""Places that repeat the title: a page says it in its head, its path, its buttons and its citation."""
_FIRST_WORDS = 4
"""Words of a title of which the longest is looked for before the title is."""
_LONGEST_TITLE = 1_200
"""Characters from one of these words to a title's end, at forty words of thirty."""
_SHORTEST = 20
"""Characters of a title by which a citation can be told; a shorter one is repeated by chance."""
_WIDE = 140
"""From lines of so many characters on, a text is not wrapped (see `printed_titles`)."""

_ENDS = re.compile(
    r"^[\W\d_]{0,8}(?:abstract|summary|introduction|background|references|resumen|resumo|résumé|zusammenfassung"
    r"|riassunto"
    r"|related (?:articles?|content)|similar articles|recommended|cited by|key ?words|main text|contents|results"
    r"|methods"
    r"|full text|1\.? introduction)\W{0,3}$",
    re.IGNORECASE,
)
_OTHER_LIST = re.compile(
    r"^\W{0,6}(?:similar|related|recommended|latest|most (?:read|cited|popular|viewed)|trending|top|featured|cited by"
    r"|news|more from)\b"
    r"[^.]{0,40}$",
    re.IGNORECASE,
)
_OTHER_ARTICLE = re.compile(
    r"^\W{0,6}(?:previous|next|related|see also|comment|erratum|correct|retract|this article (?:has been"
    r"|is) (?:correct|cited)|read|see)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_MONTH_DATE = (
    r"(?P<date>\d{1,2}(?:st|nd|rd|th)?\.?[ -/](?:de )?[^\W\d_]{3,10}\.?,?[ -/](?:de )?(?:19|20)\d\d"
    r"|[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? ?(?:19|20)\d\d"
    r"|(?:19|20)\d\d[ -][^\W\d_]{3,10}\.?(?:[ -]\d{1,2}(?!\d))?|[^\W\d_]{3,10}\.? (?:19|20)\d\d|(?:19"
    r"|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d(?!\d))"
)
_PUBLISHED = tuple(
    re.compile(label + r"(?: on| in| \([A-Za-z]{3,6}\))?\s?:?\s{0,3}" + _MONTH_DATE, re.IGNORECASE)
    for label in (
        r"\b(?:issue|cover) date",
        r"\b(?:date of publication|publication date|date published|publish(?:ed)? date|published in print"
        r"|year of publication"
        r"|veröffentlicht(?: am)?|publicado(?: el)?|publié(?: le)?|pubblicato(?: il)?|erschienen(?: am)?"
        r"|fecha de publicación"
        r"|publication|published(?! (?:online|ahead|in|as)\b)|gepubliceerd)",
        r"\b(?:first published(?: online)?|published (?:online|ahead of print)|(?:article )?first published online"
        r"|online publication date|e-?pub(?: ahead of print)?|online first|first online|available online"
        r"|version of record online"
        r"|posted(?: online)?|online since|ahead of print)",
    )
)
_DAY_ALONE = re.compile(r"(?P<date>(?:\d{1,2} [^\W\d_]{3,9}|[^\W\d_]{3,9} \d{1,2}),? (?:19|20)\d\d)$")
_BARS = ("|", "•", "·")
_SHORT_LINE = 60
"""Characters of a line with a kind of article and a day."""
_MOST_OVER = 3
"""Lines above a volume that may be its journal's: it, whose organ it is, and that an article is in press."""
_FURTHER = 8_000
"""Characters behind the heading of an abstract in which the line with its journal stands."""
_ANY_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LEAST_SAID = 4
"""Fields of a line that says where an article stands: journal, year, volume, page."""
_MOST_OF_A_HEAD = 4
"""Lines of an article's head above its title: journal, volume, a section, a kind."""
_MOST_NEAR = 40
"""Lines under a title that may tell its volume: behind its authors and their addresses."""
_LONGEST_NAMED = 120
"""Characters of a line with a journal's name."""
_AHEAD = re.compile(
    r"\W{0,4}(?:in press\b|article in press|available online|online ahead of print|early view|just accepted"
    r"|corrected proof"
    r"|accepted manuscript)",
    re.IGNORECASE,
)
"""What stands under a journal's name where an article has no volume yet."""
_YEAR_BEFORE = re.compile(r"\(?\b((?:19|20)\d\d)[a-z]?(?:,? [^\W\d_]{3,9}\.?(?: \d{1,2})?)?\)?[\W_]*$")
_CITE_LEAD = re.compile(
    r"^.{0,60}?\b(?:cite (?:this )?(?:article|paper|as)?(?: as)?|how to cite(?: this article)?"
    r"|to cite(?: this article)?|suggested citation|recommended citation"
    r"|citation|reference|zitierweise|zitiervorschlag|zitieren|para citar(?: este artículo)?"
    r"|cómo citar(?: este artículo)?|como citar(?: este artigo)?"
    r"|pour citer(?: cet article)?|source|please cite(?: this article)?(?: as)?|cite|ama|apa|vancouver|mla|chicago"
    r"|harvard|in press as|as)\s?:\s*",
    re.IGNORECASE,
)


class PrintedFields(TypedDict, total=False):
    """The fields that a page prints, as `make_work` takes them."""

    author: tuple[Name, ...]
    authors_complete: bool
    issued: PartialDate
    container_title: str
    volume: str
    issue: str
    page: str


@dataclass(frozen=True, slots=True)
class PrintedWork:
    """What a page prints of its own work, and where it says each field; what it does not say is empty."""

    authors: tuple[Name, ...] = ()
    authors_complete: bool = True
    printed: Printed = NOTHING
    spans: dict[str, Span] = field(default_factory=dict)
    is_labelled: bool = False
    """Whether authors and date stand behind labels, as in a repository's record."""

    def fields(self) -> PrintedFields:
        """The fields as `make_work` takes them; those that are not said are left out."""
        printed = self.printed
        said: PrintedFields = {}
        if self.authors:
            said["author"], said["authors_complete"] = self.authors, self.authors_complete
        if printed.issued:
            said["issued"] = printed.issued
        if printed.journal:
            said["container_title"] = printed.journal
        if printed.volume:
            said["volume"] = printed.volume
        if printed.issue:
            said["issue"] = printed.issue
        if printed.page:
            said["page"] = printed.page
        return said


@dataclass(frozen=True, slots=True)
class _Told:
    """What one place of the page says, and where each field stands."""

    printed: Printed
    spans: dict[str, Span]


def printed_work(text: str, title: Passage, listed: Span, abstract: int = -1, dois: Sequence[Span] = ()) -> PrintedWork:
    """What is printed of the work whose title stands at `title`.

    `listed` is the range of its reference list, an empty one at the end of the text if it has none; `abstract` is where
    the heading of its abstract stands, -1 if there is none; `dois` are the places of its own DOI.
    """
    span, end = title.span, listed.start
    width = wrap_width(text)
    top = text.rfind("\n", 0, max(0, span.start - _ABOVE)) + 1
    begin = text.rfind("\n", 0, span.start) + 1
    begin = span.start if text[begin : span.start].strip("#*_ \t") else begin  # the sign of a heading is no line
    above = list(_lines(text, width, top, begin))[-_MOST_ABOVE:]
    others = [n for n, line in enumerate(above) if _OTHER_LIST.match(line.words) and not is_of_a_menu(above, n)]
    if others and others[-1] < len(above) - 1:
        # What stands between the heading of a list of other works and the title is theirs, but for a menu's last item.
        above = above[others[-1] + 1 :]
        above = above if _is_a_head(above) else []
    stop = min(end, abstract) if abstract > span.end else end
    below = list(_until_prose(_lines(text, width, span.end, min(stop, span.end + _BELOW))))
    labelled = find_labelled([*above, *below])
    byline = labelled.byline or find_byline([line for line in below if not labelled.has(line)], above)
    cited = _best(_cited(text, title, width, listed))
    beside = _beside(text, above, below, title.words)
    elsewhere = [_imprint(text, width), *_with_doi(text, width, dois)]
    published = _published([*above, *below])
    byline = byline or _names_with_doi(text, width, dois)
    elsewhere.append(_journal_over(text, title, above))
    work = _joined(text, byline, labelled, cited, [beside, *elsewhere], published)
    if abstract >= 0 and not (work.printed.journal and work.printed.volume and work.printed.page):
        behind = _behind_abstract(text, abstract, end)
        if behind.printed.said:
            return _joined(text, byline, labelled, cited, [beside, *elsewhere, behind], published)
    return work


def _is_a_head(above: Sequence[Passage]) -> bool:
    """Whether a few lines above a title are a journal's name and its volume, as no list of several works has them."""
    pairs = pairwise(above)
    return len(above) <= _MOST_OF_A_HEAD and any(
        journal_in(one.words) and _begins_with_numbers(other.words) for one, other in pairs
    )


def _joined(
    text: str, byline: Byline | None, labelled: Labelled, cited: "tuple[_Told, Byline | None] | None",
    others: Sequence[_Told], published: "tuple[PartialDate, Span] | None",
) -> PrintedWork:  # fmt: skip
    """One work of what the places say, the surest first."""
    told = [_Told(labelled.printed, labelled.spans)] if labelled.printed.said else []
    told += [cited[0]] if cited and cited[0].printed.said > 1 else []
    told += others
    printed, spans = Printed(), dict[str, Span]()
    for one in told:
        merged = filled(printed, one.printed) if printed.said else one.printed
        for name in ("journal", "issued", "volume", "issue", "page"):
            if getattr(merged, name) and not getattr(printed, name) and name in one.spans:
                spans[name] = one.spans[name]
        printed = merged
        if one.printed.issued and printed.issued and _says_more(one.printed.issued, printed.issued):
            printed = replace(printed, issued=one.printed.issued)
            spans["issued"] = one.spans["issued"]
    if published:
        date, where = published
        # The day on which it appeared is said by its own label; the year of its issue is the citation's.
        if printed.issued is None or _says_more(date, printed.issued):
            printed, spans["issued"] = replace(printed, issued=date), where
    if cited and cited[1]:
        cites = cited[1]
        more = cites.complete and byline is not None and len(cites.names) > len(byline.names)
        if byline is None or more or not _names_one_of(cites.names[0], byline.names):
            byline = cites
    where_of = {_NAMES_OF_FIELDS.get(name, name): where for name, where in spans.items()}
    if byline:
        where_of["author"] = byline.span
    if "container_title" in where_of:
        near = where_of["container_title"]
        around = Span(text.rfind("\n", 0, near.start) + 1, near.end)
        where_of["container_title"] = _of_words(text, printed.journal, around)
    is_labelled = labelled.byline is not None and labelled.printed.issued is not None
    names, is_whole = (byline.names, byline.complete) if byline else ((), True)
    return PrintedWork(names, is_whole, printed, where_of, is_labelled)


_NAMES_OF_FIELDS = {"journal": "container_title"}


def _of_words(text: str, words: str, within: Span) -> Span:
    """Where some words stand in a range, whatever white space is between them; the range if they do not."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    match = re.compile(pattern).search(text, within.start, within.end)
    return Span(*match.span()) if match else within


def _says_more(date: PartialDate, other: PartialDate) -> bool:
    """Whether a date is another one with its month or day."""
    return date.year == other.year and bool(date.month) + bool(date.day) > bool(other.month) + bool(other.day)


def _names_one_of(first: Name, names: Sequence[Name]) -> bool:
    """Whether the first author of a citation is one of a byline, in whatever order its names are printed."""
    words = set(fold(str(first)).split())
    return any(words.issuperset(fold(name.family or name.literal).split()) for name in names)


def _lines(text: str, width: int, start: int, stop: int) -> Iterator[Passage]:
    """The lines in a range that are not blank, those that a text browser has wrapped as one."""
    window = text[start:stop]
    lines = window.split("\n")
    position, held = start, None
    for number, line in enumerate(lines):
        here = Span(position, position + len(line))
        position += len(line) + 1
        bare = line.strip()
        if not bare:
            if held:
                yield passage(text, *held)
            held = None
            continue
        held = (held[0], here.end) if held else (here.start, here.end)
        after = lines[number + 1].strip() if number + 1 < len(lines) else ""
        if not after or not _wraps(line.rstrip(), after, width):
            yield passage(text, *held)
            held = None
    if held:
        yield passage(text, *held)


def _wraps(line: str, after: str, width: int) -> bool:
    """Whether a line goes on in the next: it ends in a comma or "and", or has no room for the next one's first word."""
    if after[0] in "•*□○+☆" or re.match(r"\d{1,2}\. ", after):
        return False
    if line.endswith((",", " and", " &", ";")) and not after[0].islower():
        return True
    return width < _WIDE and len(line) > 50 and len(line) + len(after.split()[0]) >= width


def _until_prose(lines: Iterator[Passage]) -> Iterator[Passage]:
    """The lines up to the first heading of the article itself."""
    several = list(islice(lines, _MOST_BELOW))
    for number, line in enumerate(several):
        if _ENDS.match(line.words) and not is_of_a_menu(several, number):
            return
        yield line


def _beside(text: str, above: Sequence[Passage], below: Sequence[Passage], title: str) -> _Told:
    """What the lines around a title say of where the article appeared: the one that says most, and others of the same
    volume and year; those nearer first."""
    every = [*above, *below]
    near = [*reversed(range(len(above))), *range(len(above), min(len(every), len(above) + _MOST_NEAR))]
    read: list[tuple[Printed, Passage, Passage | None]] = []
    for at in near:
        line = every[at]
        if _OTHER_ARTICLE.match(line.words) and "ublished" not in line.words[:30]:
            continue
        # A path may end with the title, whose years are none of the work.
        printed = read_citation_line(line.words.replace(title, " ") if title else line.words)
        is_ahead = _AHEAD.match(line.words) is not None
        if printed.of_another or not (printed.volume or printed.page or printed.journal or is_ahead):
            continue
        named = None
        if not printed.journal and (is_ahead or _begins_with_numbers(line.words) or is_of_a_society(line.words)):
            named = _journal_above(every[:at])
            if named:
                issued = printed.issued or date_behind(named.words)
                printed = replace(printed, journal=journal_in(named.words), issued=issued)
        read.append((printed, line, named))
    read.sort(key=lambda one: one[0].said, reverse=True)
    printed, spans = Printed(), dict[str, Span]()
    for one, line, named in read:
        merged = filled(printed, one) if printed.said else one
        for key in _LOCATED:
            if getattr(merged, key) and not getattr(printed, key):
                spans[key] = named.span if named and key == "journal" else _numbers_in(text, line.span, merged)
        printed = merged
    return _Told(printed, spans)


def _journal_above(lines: Sequence[Passage]) -> Passage | None:
    """The line with the journal's name right above its date and volume, as PMC and text browsers have it."""
    lines = [line for line in lines[-_MOST_OVER:] if not (_AHEAD.match(line.words) or is_of_a_society(line.words))]
    behind = lines[-1:]
    for line in behind:
        told = names_in(line.words) if len(line.words) < _LONGEST_NAMED else None
        # "Control Clin Trials" could be a person too, but not two of them.
        if len(line.words) < _LONGEST_NAMED and not (told and (len(told.names) > 1 or told.led)):
            return line if journal_in(line.words) else None
    return None


def _numbers_in(text: str, within: Span, printed: Printed) -> Span:
    """Where NLM's numbers stand in a line ("2021 Feb 9;10(4):670"); the line where they are of another form."""
    found = find_citation_line(text[within.start : within.end] + "\n")
    if found is None or (found.volume, found.page) != (printed.volume, printed.page):
        return within
    return Span(within.start + found.start, within.start + found.end)


def _begins_with_numbers(words: str) -> bool:
    return (
        re.match(
            r"[\W_]{0,4}(?:vol|bd|band|issue|\d|\(\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
            words,
            re.IGNORECASE,
        )
        is not None
    )


def _published(lines: Sequence[Passage]) -> tuple[PartialDate, Span] | None:
    """The date of publication that a label says, the best label first."""
    for pattern in _PUBLISHED:
        for line in lines:
            match = pattern.search(line.words) if len(line.words) < 2_000 else None
            if match and (date := dates.read(match["date"])) and date.year and not date.literal:
                return date, line.span
    for line in lines:
        # A day alone, or behind the kind of article: "Original Research | 7 April 2020".
        match = _DAY_ALONE.search(line.words) if len(line.words) < _SHORT_LINE else None
        is_behind = match and (match.start() == 0 or line.words[: match.start()].rstrip()[-1:] in _BARS)
        if match and (is_behind or is_kind(line.words)) and (date := dates.read(match["date"])) and date.day:
            return date, line.span
    return None


def _names_with_doi(text: str, width: int, dois: Sequence[Span]) -> Byline | None:
    """The authors with which a line begins that ends with the page's own DOI."""
    for doi in dois[:_MOST_REPEATED]:
        before, _ = _around(text, width, doi.start, doi.start)
        first = re.split(rf"\.\s?(?=[{UPPER}])", text[before : doi.start], maxsplit=1)
        told = names_in(squeeze(first[0])) if len(first) > 1 else None
        if told and not told.plain:
            return Byline(told.names, told.complete, Span(before, before + len(first[0])))
    return None


def _behind_abstract(text: str, start: int, end: int) -> _Told:
    """What the line says that has journal, year, volume and page and nothing else, which some print behind abstracts;
    nothing if there are several of different volumes."""
    found: dict[str, _Told] = {}
    for span in find_lines(text, start, min(end, start + _FURTHER)):
        line = text[span.start : span.end].strip()
        if len(line) > _LONGEST_NAMED or not line[:1].isupper() or not _ANY_YEAR.search(line):
            continue
        printed = read_citation_line(line)
        is_whole = printed.said >= _LEAST_SAID and bool(printed.page) and line.startswith(printed.journal)
        if is_whole and not printed.of_another and printed.journal and names_in(line) is None:
            found.setdefault(printed.volume, _Told(printed, dict.fromkeys(_LOCATED, span)))
    return next(iter(found.values())) if len(found) == 1 else _Told(NOTHING, {})


def _journal_over(text: str, title: Passage, above: Sequence[Passage]) -> _Told:
    """The journal in a line above the title, if the browser's title has it behind the article's."""
    named = text[: text.find("\n")] if text.find("\n") < title.span.start else ""
    behind = named.partition(title.words)[2] if title.words else ""
    for line in reversed(above):
        name = journal_in(line.words.lstrip("# ")) if behind else ""
        if name and name in behind and not is_kind(line.words):
            return _Told(Printed(journal=name), {"journal": line.span})
    return _Told(NOTHING, {})


def _imprint(text: str, width: int) -> _Told:
    """What the lines under the heading "Published in" say, which some publishers have at the foot of an article."""
    for match in islice(_PUBLISHED_IN.finditer(text), _MOST_REPEATED):
        below = list(islice(_lines(text, width, match.end(), min(len(text), match.end() + _IMPRINT)), 4))
        printed, spans = Printed(journal=journal_in(below[0].words) if below else ""), dict[str, Span]()
        if not printed.journal:
            continue
        spans["journal"] = below[0].span
        for line in below[1:]:
            merged = filled(printed, read_citation_line(line.words))
            spans |= {key: line.span for key in _LOCATED if getattr(merged, key) and not getattr(printed, key)}
            printed = merged
        # News and lists have a journal and a date there; only an article has its pages.
        if printed.volume and printed.page:
            return _Told(printed, spans)
    return _Told(NOTHING, {})


def _with_doi(text: str, width: int, dois: Sequence[Span]) -> Iterator[_Told]:
    """What the lines say that hold the page's own DOI, wherever they stand: before it, behind it, or above it where it
    has a line of its own."""
    for doi in dois[:_MOST_REPEATED]:
        before, _ = _around(text, width, doi.start, doi.start)
        where, is_apart = Span(before, doi.start), False
        if ONLY_A_LABEL.fullmatch(text[before : doi.start]):
            where = Span(doi.end, _end_of_line(text, doi.end))
            if not text[where.start : where.end].strip(" .;|"):
                where, is_apart = Span(text.rfind("\n", 0, len(text[:before].rstrip())) + 1, doi.start), True
        printed = read_citation_line(text[where.start : where.end])
        # Another work's citation may stand above a line with the DOI alone.
        if printed.volume and (printed.page or printed.issued) and not (is_apart and printed.of_another):
            yield _Told(printed, dict.fromkeys(_LOCATED, where))


def _cited(text: str, title: Passage, width: int, listed: Span) -> Iterator[tuple[_Told, Byline | None]]:
    """What each line says that cites the page by its title, outside its reference list."""
    words = _WORD.findall(title.words)
    if len(title.words) < _SHORTEST or len(words) < 3:
        return
    pattern = re.compile(r"[\W_]{1,40}".join(map(re.escape, words[:40])), re.IGNORECASE)
    for start, end in islice(_matches(pattern, words, text), _MOST_REPEATED):
        if start <= title.span.start < end:
            continue
        before, behind = _around(text, width, start, end)
        lead = _CITE_LEAD.match(squeeze(text[before:start]))
        if listed.start <= start < listed.end and not lead:
            continue
        printed = read_citation_line(text[end:behind].lstrip(' .?!"”’\n'))
        if not printed.said:
            continue
        names = _names_before(text, before, start)
        if not names and not lead:
            continue
        spans = dict.fromkeys(_LOCATED, Span(end, behind))
        if printed.issued is None and (year := _YEAR_BEFORE.search(text, before, start)):
            printed = replace(printed, issued=PartialDate(int(year[1])))
            spans["issued"] = Span(*year.span(1))
        yield _Told(printed, spans), names


def _matches(pattern: re.Pattern[str], words: list[str], text: str) -> Iterator[tuple[int, int]]:
    """Where a title's words stand. A pattern that ignores case tries each letter of the page: one of the words, the
    longest of the first few, is looked for in lower case first."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose lower case is two
        yield from (match.span() for match in pattern.finditer(text))
        return
    number = max(range(min(len(words), _FIRST_WORDS)), key=lambda n: len(words[n]))
    sign, ahead = words[number].lower(), sum(len(word) + 40 for word in words[:number])
    position = at = 0
    while (at := lower.find(sign, at)) >= 0:
        if match := pattern.search(text, max(position, at - ahead), at + len(sign) + _LONGEST_TITLE):
            yield match.span()
            position = at = match.end()
        else:
            at += len(sign)


_LOCATED = ("journal", "issued", "volume", "issue", "page")


def _around(text: str, width: int, start: int, end: int) -> tuple[int, int]:
    """Where the citation begins and ends in which a title stands: its lines, those that are wrapped as one.

    Authors and journal may have lines of their own before and behind it.
    """
    before = text.rfind("\n", 0, start) + 1
    for _ in range(_MOST_WRAPPED):
        above = text.rfind("\n", 0, max(0, before - 1)) + 1
        line, this = text[above : max(0, before - 1)], text[before:end].strip()
        alone = len(text[before:start].strip()) < 3
        if not line.strip() or start - above > _CITES or not (alone or (this and _wraps(line.rstrip(), this, width))):
            break
        before = above
        if alone:
            break
    behind = _end_of_line(text, end)
    for _ in range(_MOST_WRAPPED):
        following = text[behind + 1 : _end_of_line(text, behind + 1)].strip()
        line = text[text.rfind("\n", 0, behind) + 1 : behind].rstrip()
        alone = not text[end:behind].strip(' ."”')
        if not following or behind - end > _CITES or not (alone or _wraps(line, following, width)):
            break
        behind = _end_of_line(text, behind + 1)
    return before, behind


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _names_before(text: str, start: int, end: int) -> Byline | None:
    """The authors of a citation, which stand before its title."""
    words = squeeze(text[start:end])
    lead = _CITE_LEAD.match(words)
    bare = words[lead.end() :] if lead else words
    bare = _YEAR_BEFORE.sub("", bare.rstrip(" “\"'‘«[(")).rstrip(" .:,(")
    told = names_in(bare) if bare else None
    return Byline(told.names, told.complete, Span(start, end)) if told else None


def _best(cited: Iterator[tuple[_Told, Byline | None]]) -> tuple[_Told, Byline | None] | None:
    """The citation of the page that says most."""
    every = list(cited)
    return max(every, key=lambda one: one[0].printed.said + (one[1] is not None), default=None)


def is_located(work: PrintedWork) -> bool:
    """Whether authors, year, volume and page stand beside a title, as on an article's page that names no journal."""
    printed = work.printed
    return bool(work.authors and printed.issued and printed.volume and printed.page)


def shows_a_work(work: PrintedWork) -> bool:
    """Whether what is printed beside a title is enough to tell an article by: its authors, journal, year and place."""
    printed = work.printed
    return bool(printed.journal) and is_located(work)
