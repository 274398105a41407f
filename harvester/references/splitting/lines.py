"""The lines of a saved reference list: headings, page furniture, and where an unnumbered reference begins."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from harvester.references.splitting import tails
from harvester.text import lazy_pattern
from harvester.values.fast_init import fast_init

_HEADING_WORDS = "|".join(
    (
        r"references?(?: and notes| cited| list)?|bibliography|literature(?: cited)?|works cited|reference list",
        r"notes and references|cited literature|sources|supplement(?:ary|al)? (?:references|bibliography)",
        r"(?:further|additional|suggested|recommended|selected) (?:readings?|references)",
        r"références|bibliographie|literatur(?:verzeichnis)?|bibliograf[ií]a|referencias|referências|bibliografia",
        r"литература|список литературы|参考文献",
    )
)
_CLOSING = """mesh terms|publication types|substances|linkout - more resources|linkout|grants and funding|grant support|
    related information|full text sources|author information|similar articles|cited by|citing literature|
    supplementary concepts|associated data|publisher's note|publisher’s note|about the authors|rights and permissions|
    about this article|related articles|other literature sources|research materials|miscellaneous|medical|figures|
    tables|    comment in|copyright|author contributions|authors' contributions|authors’ contributions|contributors|
    acknowledgements|acknowledgments|acknowledgement|acknowledgment|funding|competing interests|conflict of interest|
    conflicts of interest|conflict of interest statement|declaration of interests|disclosures|disclosure|
    data availability|data availability statement|supporting information|supplementary material|
    supplementary materials|supplementary information|supplemental material|appendix|author notes|footnotes|
    ethics declarations|abbreviations|additional information|authors and affiliations|affiliations|metrics|
    article information|publication history|correspondence|reprints and permissions|share this article"""
_CLOSING_WORDS = frozenset(" ".join(words.split()) for words in _CLOSING.split("|"))
_FURNITURE_LINES = "|".join(
    (
        r"page \d+(?: of \d+)?|(?:.{0,90}\s)?\d{1,4} of \d{1,4}|[-–—] ?\d{1,4} ?[-–—]|\[ ?\d{1,4} ?\]",
        r"author manuscript|nih-pa author manuscript|.{0,90}author manuscript; available in pmc.*|hhs public access",
        r"downloaded from .*|©.*|copyright ©.*|.{0,60}all rights reserved\.?|view article online|www\.\S+",
        r".{0,60} \| https?://\S+|.{0,60} \| www\.\S+(?: \d+)?|.{0,40} \| volume \d+ \| article \d+(?: \d+)?",
        r"\(?continued\)?|\(continued on .*|open in a new tab|click here.*|back to top|show (?:all|more|less).*",
        r"expand|collapse|[↑↵^]|[-–—_=*.]{3,}",
    )
)
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d(?!\d)(?<!\d\d\d\d\d)")
_FEWEST_CLOSED = 3
"""References that must lie between lines of link words, or blank lines, before these are taken for separators."""
_LONGEST_CLOSED = 1200
"""Characters of a reference with all its authors; a longer text between two separators is more than one."""
_MOST_LINES_A_REFERENCE = 6
"""Lines between two blank ones, on average; a text with more is prose."""
_LONGEST_NUMBER = 4
"""Digits of a page number alone on its line."""
_LINES_A_PAGE = 8
"""The fewest lines between two page numbers: numbers that are more frequent are volumes, years and pages."""
_LONGEST_HEADING = 200
"""Characters of a line, with its blanks; a longer one is not tested for being a heading."""
_LONGEST_FURNITURE = 160
"""Characters; a line of page furniture may name a site or a publisher beside its own words."""
_LONGEST_RUNNING_HEAD = 100
"""Characters of what a publisher prints at the top or bottom of each page."""
_SHORTEST_WHOLE = 40
"""Characters; a shorter line, or a shorter text between two separators, is not a whole reference."""
_FAMILY = r"(?:[a-zß-ÿ]{1,4}[’' ]\s?){0,3}[^\W\d_a-zß-ÿ][^\W\d_]*(?:[’'‐-][^\W\d_]+)*"
_INITIALS = r"(?:[^\W\d_a-zß-ÿ]\.?[ ‐-]?){1,4}"


# Looked up before the patterns are tried, since nearly all lines are neither heading nor furniture: a heading's first
# letters (behind signs and numbers), and the signs, first letters and words of page furniture.
_HEADING_STEMS = frozenset(
    [
        "ref",
        "bib",
        "lit",
        "wor",
        "not",
        "cit",
        "sou",
        "sup",
        "fur",
        "add",
        "sug",
        "rec",
        "sel",
        "réf",
        "лит",
        "спи",
        "参考文",
    ]
)
_BEGINNINGS_OF_PARTS = _HEADING_STEMS.union(word[:3] for word in _CLOSING_WORDS)
_NO_LETTERS = " \t\xa00123456789.,:;!?'\"*•●▪◦‣·■□▼▲►▸▾◆★☆↑↓→←↵#()[]{}<>|/\\+=~^&@%$-–—_"
_FURNITURE_STEMS = frozenset(
    ["pag", "aut", "nih", "hhs", "dow", "cop", "vie", "www", "con", "ope", "cli", "bac", "sho", "exp", "col"]
)
_FURNITURE_SIGNS = frozenset("-–—©(↑↵^_=*.")
_LOCATOR = re.compile(r"\d\s?[;:(]\s?[\de]|\d[-\u2010-\u2015]\d")
_BULLETS = frozenset("□○•*+·▪")  # mark a link to the list, not the list's own heading
_BACK_MARKS = ("↵", "↑", "^")
_LABEL_ALONE = re.compile(r"\[ ?\d{1,4} ?\]")
_PAGE_NUMBER = re.compile(r"^\d{1,5}\s+|\s+\d{1,5}$")
_NO_RUNNING_HEAD = re.compile(r"\d[;:(]|\d\.$|(?<!et al)[.,;]$|^\W?\d+[.)\]]|doi")
_CONTINUATION = re.compile(
    r"https?:|doi\b|www\.|PMC?ID|Available|Accessed|Retrieved|[,;:)\]&]|\d+[–-]\d", re.IGNORECASE
)
_CONTINUATION_BEGINS = frozenset("hdwpar,;:)]&0123456789")
_ADDRESS_AT_END = re.compile(r"(?:10\.\d+/|https?:)\S+$")
_INITIAL_AT_END = re.compile(r"(?:^|[\s.])[A-Z]\.$")


@fast_init
@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: where it stands in the text, without the blanks around it; whether a blank line comes
    before it, or a line with nothing but the mark that links back into the text."""

    start: int
    end: int
    indent: int
    after_blank: bool
    after_mark: bool = False


_HEADING = lazy_pattern(rf"[\W\d]*(?:{_HEADING_WORDS})\s*(?:\(\d+\)|[:.]|[–—-].{{0,40}})?\W*", re.IGNORECASE)
_FURNITURE = lazy_pattern(_FURNITURE_LINES, re.IGNORECASE)
_AUTHOR_START = lazy_pattern(
    rf"(?:{_FAMILY}(?: {_FAMILY}){{0,2}},? {_INITIALS}(?=[,.;:&(\s]|$)"
    rf"|{_FAMILY}(?: {_FAMILY})?, [^\W\d_a-zß-ÿ][^\W\d_]+"
    rf"|(?:[^\W\d_a-zß-ÿ]\.[ -]?){{1,4}}{_FAMILY}[,. ]"
    rf"|{_FAMILY}(?: {_FAMILY}){{0,5}} et al|[^\W\d_a-z]\w+(?: \w+){{0,9}}[.,:]? \(?(?:1[89]|20)\d\d)"
)
"""A name with initials behind ("Smith AB,", "van der Berg, A. B.") or before it ("A.B. Smith,"), or in full."""


def has_year(text: str) -> bool:
    """Whether a year from 1600 on stands in the text."""
    return _YEAR.search(text) is not None


def is_heading(line: str) -> bool:
    """Whether a line is the heading of a reference list."""
    if len(line) >= 70:
        return False
    return line.lstrip(_NO_LETTERS)[:3].lower() in _HEADING_STEMS and _HEADING().fullmatch(line) is not None


def body_range(text: str, first: int, last: int) -> tuple[int, int]:
    """Where a list stands in `text[first:last]`: behind its heading if it has one, and before the heading of what
    follows."""
    start, end, open_end = first, last, True
    offset = first
    years = [year.start() for year in _YEAR.finditer(text, first, last)]
    # Without a year there is no reference, and what looks like a heading is only a word of the page.
    for line in text[first:last].splitlines(keepends=True) if years else ():
        behind = offset + len(line)
        if len(line) < _LONGEST_HEADING and line.lstrip(_NO_LETTERS)[:3].lower() in _BEGINNINGS_OF_PARTS:
            words = line.strip()
            if start == first and words[0] not in _BULLETS and years[-1] >= behind and is_heading(words):
                start, end, open_end = behind, last, True
            elif open_end and len(words) < 40 and words.strip(" \t:.").lower() in _CLOSING_WORDS:
                # A menu above the list can name the page's parts too: a year must come before the closing heading.
                next_year = bisect_left(years, start)
                if next_year < len(years) and years[next_year] < offset:
                    end, open_end = offset, False
        offset = behind
    return start, end


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of a range that are neither blank nor page furniture nor headings."""
    every: list[Line] = []
    offset, blank = start, True
    for printed in text[start:end].splitlines(keepends=True):
        words = printed.strip()
        if words:
            indent = len(printed) - len(printed.lstrip())
            first = offset + indent
            if indent and "\t" in printed:
                wide = printed.expandtabs(4)
                indent = len(wide) - len(wide.lstrip())
            every.append(Line(first, first + len(words), indent, blank))
        blank = not words
        offset += len(printed)

    numbers = [text[line.start : line.end].isdigit() for line in every if line.end - line.start <= _LONGEST_NUMBER]
    paged = _LINES_A_PAGE * sum(numbers) <= len(every) + _LINES_A_PAGE  # else they are volumes, years and pages
    repeated: Counter[str] | None = None
    kept: list[Line] = []
    blank = mark = False
    for index, line in enumerate(every):
        words = text[line.start : line.end]
        skipped = _is_furniture(words)
        # Between blank lines it can also be a page's number or running head.
        alone = line.after_blank and (index + 1 == len(every) or every[index + 1].after_blank)
        if alone and not skipped:
            skipped = paged and words.isdigit() and len(words) <= _LONGEST_NUMBER and not _YEAR.match(words)
            # A running head has neither the ending nor the label of a reference.
            may_run = 8 <= len(words) <= _LONGEST_RUNNING_HEAD and words[0].isalnum()
            if not skipped and may_run and not tails.is_tail_line(words) and not _NO_RUNNING_HEAD.search(words):
                if repeated is None:  # counted when first needed: most texts have no such line
                    short = (one for one in every if one.end - one.start <= _LONGEST_RUNNING_HEAD)
                    repeated = Counter(_skeleton(text[one.start : one.end]) for one in short)
                skipped = repeated[_skeleton(words)] > 1
        if skipped:
            blank = blank or line.after_blank
            mark = mark or words in _BACK_MARKS
            continue
        if blank or mark:
            line = Line(line.start, line.end, line.indent, line.after_blank or blank, mark)  # the same
        kept.append(line)
        blank = mark = False
    return kept


def _skeleton(words: str) -> str:
    """A running head without the page number at its start or end."""
    if not words[0].isdigit() and not words[-1].isdigit():
        return words
    return _PAGE_NUMBER.sub("", words)


def _is_furniture(words: str) -> bool:
    """Whether a line is a heading, or what a page prints around its text."""
    if is_heading(words):
        return _LABEL_ALONE.fullmatch(words) is None
    if len(words) > _LONGEST_FURNITURE:
        return False
    # Each such line has one of these signs; the pattern is too slow for every line.
    may_be = (
        words[0] in _FURNITURE_SIGNS
        or words[:3].lower() in _FURNITURE_STEMS
        or (words[-1].isdigit() and " of " in words)
        or " | " in words
        or "eserved" in words
        or "RESERVED" in words
        or "vailable in PMC" in words
    )
    return may_be and _FURNITURE().fullmatch(words) is not None


def entry_starts(text: str, lines: list[Line]) -> list[bool]:
    """For each line of an unnumbered list whether a reference begins there."""
    if not lines:
        return []
    words = [text[line.start : line.end] for line in lines]
    edge = min(line.indent for line in lines)
    closed = _closed_by_tails(words, [line.after_mark for line in lines])

    # Most lines are whole references, unless lines of link words show that references have two lines and more.
    real = [w for w in words if not tails.is_tail_line(w) and not _continues(w)]
    whole = sum(map(_is_whole, real))
    complete = sum(len(w) >= 60 and has_year(w) for w in real)
    unwrapped = bool(real) and (whole >= 0.6 * len(real) or complete >= 0.8 * len(real)) and complete >= 0.5 * len(real)
    if unwrapped and not (closed and 2 * sum(closed) <= sum(1 for line in words if not tails.is_tail_line(line))):
        starts = [True]
        for line, w in zip(lines[1:], words[1:], strict=True):
            # Not a start: volume and pages that did not fit on the line above, or a line indented under it.
            rest = w[0].isdigit() and len(w) < 40 and not has_year(w) and _LOCATOR.search(w) is not None
            starts.append(not (_continues(w) or rest or (line.indent > lines[0].indent and not _is_whole(w))))
        return starts
    if closed:
        return closed

    # Blank lines are separators if each text between them is about as long as one reference.
    edges = [index for index, line in enumerate(lines) if line.after_blank or index == 0]
    if len(edges) >= _FEWEST_CLOSED and len(lines) <= _MOST_LINES_A_REFERENCE * len(edges):
        between = [" ".join(words[a:b]) for a, b in pairwise([*edges, len(words)])]
        if sum(map(_has_length_of_one, between)) >= 0.9 * len(between):
            return [index == 0 or line.after_blank for index, line in enumerate(lines)]

    # A hanging indent: each line at the left edge begins a reference.
    inner = sum(line.indent > edge for line in lines)
    if inner and inner >= 0.25 * len(lines) and lines[0].indent == edge:
        return [True] + [
            line.indent == edge and not _continues(w) for line, w in zip(lines[1:], words[1:], strict=True)
        ]
    return _flush_starts(words, lines)


def _closed_by_tails(words: list[str], marked: list[bool]) -> list[bool]:
    """For each line whether it follows a line of link words or a mark; [] unless such lines separate nearly all
    references of the list."""
    tail = [tails.is_tail_line(line) for line in words]
    starts = [not here and (above or mark) for here, above, mark in zip(tail, [True, *tail], marked, strict=False)]
    edges = [index for index, first in enumerate(starts) if first]
    if len(edges) < _FEWEST_CLOSED:
        return []
    between = [" ".join(words[a:b]) for a, b in pairwise([*edges, len(words)])]
    closed = between if tail[-1] else between[:-1]
    if sum(map(_has_length_of_one, closed)) < 0.9 * len(closed):
        return []
    # No such line follows a reference without links; alone on its line it shows by its author and pages.
    alone = [_is_whole(line) and _LOCATOR.search(line) is not None for line in words]
    return [first or (here and above) for first, here, above in zip(starts, alone, [False, *alone], strict=False)]


def _has_length_of_one(text: str) -> bool:
    """Whether a text between two separators is about as long as one reference, and has a year."""
    return _SHORTEST_WHOLE <= len(text) <= _LONGEST_CLOSED and has_year(text)


def _is_whole(words: str) -> bool:
    """Whether a line is likely a whole reference."""
    return len(words) >= _SHORTEST_WHOLE and has_year(words) and _AUTHOR_START().match(words) is not None


def _continues(words: str) -> bool:
    """Whether a line can only continue the one above it."""
    may = words[0] in _CONTINUATION_BEGINS or words[0].lower() in _CONTINUATION_BEGINS
    return (may and _CONTINUATION.match(words) is not None) or tails.is_tail_line(words)


def _flush_starts(words: list[str], lines: list[Line]) -> list[bool]:
    """For lines wrapped at a margin without indent: an author behind a line that ended early begins a reference."""
    width = max(len(w) for w in words)
    starts = [True]
    entry = words[0]
    for index in range(1, len(words)):
        here, above = words[index], words[index - 1]
        begins = lines[index].after_blank and not _continues(here)
        if not begins:
            ahead = " ".join(words[index : index + 6])  # up to the year of the reference that may begin here
            may_begin = not _continues(ahead) and ahead[0].isalnum() and has_year(entry) and has_year(ahead[:600])
            if may_begin:
                room = width - len(above) - 1 - len(ahead.split(" ", 1)[0])
                ended = above[-1] in ".)]" or above[-1].isdigit() or _ADDRESS_AT_END.search(above) is not None
                author = _AUTHOR_START().match(ahead) is not None
                if not ended or _INITIAL_AT_END.search(above):
                    # The line above ends as a line does within a reference; much room was left there nonetheless.
                    begins = room > 12 and author
                else:
                    begins = author or (room > 8 and ahead[0].isupper())
        starts.append(begins)
        # Of what goes on without end the last 2,000 characters are enough to look for a year in.
        entry = here if begins else entry[-2000:] + " " + here
    return starts
