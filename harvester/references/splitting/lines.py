"""The lines of a saved reference list: headings, page furniture, and where an unnumbered reference begins."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from harvester.references.splitting import tails
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
_FURNITURE = "|".join(
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
_LONGEST_CLOSED = 1200
_MOST_LINES_A_REFERENCE = 6
_LONGEST_NUMBER = 4
_LINES_A_PAGE = 8
_LONGEST_HEADING = 200
_LONGEST_RUNNING_HEAD = 100
_FAMILY = r"(?:[a-zß-ÿ]{1,4}[’' ]\s?){0,3}[^\W\d_a-zß-ÿ][^\W\d_]*(?:[’'‐-][^\W\d_]+)*"
_INITIALS = r"(?:[^\W\d_a-zß-ÿ]\.?[ ‐-]?){1,4}"


# What is looked at before the patterns, since nearly all lines are neither: a heading's first letters (behind signs and
# numbers), and the signs, first letters and words of page furniture.
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
_PLACE = re.compile(r"\d\s?[;:(]\s?[\de]|\d[-\u2010-\u2015]\d")
_BULLETS = frozenset("□○•*+·▪")  # before a link to the list, not over the list
_BACK_MARKS = ("↵", "↑", "^")
_LABEL_ALONE = re.compile(r"\[ ?\d{1,4} ?\]")
_PAGE_NUMBER = re.compile(r"^\d{1,5}\s+|\s+\d{1,5}$")
_NO_RUNNING_HEAD = re.compile(r"\d[;:(]|\d\.$|(?<!et al)[.,;]$|^\W?\d+[.)\]]|doi")
_CONTINUATION = re.compile(
    r"https?:|doi\b|www\.|PMC?ID|Available|Accessed|Retrieved|[,;:)\]&]|\d+[–-]\d", re.IGNORECASE
)
_CONTINUATION_BEGINS = frozenset("hdwpar,;:)]&0123456789")


@fast_init
@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: its place in the text without the blanks around it, and what stood before it (a
    blank line, a line with nothing but the mark that leads back into the text)."""

    start: int
    end: int
    indent: int
    after_blank: bool
    after_mark: bool = False


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"[\W\d]*(?:{_HEADING_WORDS})\s*(?:\(\d+\)|[:.]|[–—-].{{0,40}})?\W*", re.IGNORECASE)


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile(_FURNITURE, re.IGNORECASE)


@cache
def _author_start() -> re.Pattern[str]:
    """A name with initials behind ("Smith AB,", "van der Berg, A. B.") or before it ("A.B. Smith,"), or in full."""
    return re.compile(
        rf"(?:{_FAMILY}(?: {_FAMILY}){{0,2}},? {_INITIALS}(?=[,.;:&(\s]|$)"
        rf"|{_FAMILY}(?: {_FAMILY})?, [^\W\d_a-zß-ÿ][^\W\d_]+"
        rf"|(?:[^\W\d_a-zß-ÿ]\.[ -]?){{1,4}}{_FAMILY}[,. ]"
        rf"|{_FAMILY}(?: {_FAMILY}){{0,5}} et al|[^\W\d_a-z]\w+(?: \w+){{0,9}}[.,:]? \(?(?:1[89]|20)\d\d)"
    )


def has_year(text: str) -> bool:
    """Whether a year from 1600 on stands in the text."""
    return _YEAR.search(text) is not None


def is_heading(line: str) -> bool:
    """Whether a line is the heading of a reference list."""
    if len(line) >= 70:
        return False
    return line.lstrip(_NO_LETTERS)[:3].lower() in _HEADING_STEMS and _heading().fullmatch(line) is not None


def is_closing(line: str) -> bool:
    """Whether a line is the heading of what follows a reference list on a saved page."""
    return len(line) < 40 and line.strip(" \t:.").lower() in _CLOSING_WORDS


def body_range(text: str, first: int, last: int) -> tuple[int, int]:
    """Where a list stands in `text[first:last]`: behind its heading if it has one, and before the heading of what
    follows."""
    start, end, open_end = first, last, True
    offset = first
    years = [year.start() for year in _YEAR.finditer(text, first, last)]
    for line in text[first:last].splitlines(keepends=True) if years else ():
        behind = offset + len(line)
        if len(line) < _LONGEST_HEADING and line.lstrip(_NO_LETTERS)[:3].lower() in _BEGINNINGS_OF_PARTS:
            words = line.strip()
            if start == first and words[0] not in _BULLETS and years[-1] >= behind and is_heading(words):
                start, end, open_end = behind, last, True
            elif open_end and is_closing(words) and _any_within(years, start, offset):
                end, open_end = offset, False
        offset = behind
    return start, end


def _any_within(places: list[int], start: int, end: int) -> bool:
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of a range that are neither blank nor page furniture nor headings."""
    every: list[Line] = []
    offset, blank = start, True
    for line in text[start:end].splitlines(keepends=True):
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip())
            first = offset + indent
            if indent and "\t" in line:
                wide = line.expandtabs(4)
                indent = len(wide) - len(wide.lstrip())
            every.append(Line(first, first + len(words), indent, blank))
        blank = not words
        offset += len(line)
    return _without_furniture(text, every)


def _without_furniture(text: str, every: list[Line]) -> list[Line]:
    repeated = _Repeated(text, every)
    numbers = [text[line.start : line.end].isdigit() for line in every if line.end - line.start <= _LONGEST_NUMBER]
    paged = _LINES_A_PAGE * sum(numbers) <= len(every) + _LINES_A_PAGE  # else they are volumes, years and pages
    kept: list[Line] = []
    blank = mark = False
    for index, line in enumerate(every):
        words = text[line.start : line.end]
        alone = line.after_blank and _stands_alone(every, index)
        if _is_furniture(words) or (
            alone and ((paged and _is_number(words)) or (_may_run(words) and words in repeated))
        ):
            blank = blank or line.after_blank
            mark = mark or words in _BACK_MARKS
            continue
        if blank or mark:
            line = Line(line.start, line.end, line.indent, line.after_blank or blank, mark)  # the same
        kept.append(line)
        blank = mark = False
    return kept


class _Repeated:
    """The lines that come more than once, whatever page number stands beside them; counted when first asked for."""

    def __init__(self, text: str, every: list[Line]) -> None:
        self._text, self._every = text, every
        self._counts: Counter[str] | None = None

    def __contains__(self, words: str) -> bool:
        if self._counts is None:
            short = (line for line in self._every if line.end - line.start <= _LONGEST_RUNNING_HEAD)
            self._counts = Counter(_skeleton(self._text[line.start : line.end]) for line in short)
        return self._counts[_skeleton(words)] > 1


def _stands_alone(every: list[Line], index: int) -> bool:
    """Whether a line has blank lines above and below."""
    return every[index].after_blank and (index + 1 == len(every) or every[index + 1].after_blank)


def _skeleton(words: str) -> str:
    """A running head without the page number at its start or end."""
    if not words[0].isdigit() and not words[-1].isdigit():
        return words
    return _PAGE_NUMBER.sub("", words)


def _is_furniture(words: str) -> bool:
    if is_heading(words):
        return _LABEL_ALONE.fullmatch(words) is None
    return len(words) <= 160 and _may_be_furniture(words) and _furniture().fullmatch(words) is not None


def _may_be_furniture(words: str) -> bool:
    if words[0] in _FURNITURE_SIGNS or words[:3].lower() in _FURNITURE_STEMS:
        return True
    if words[-1].isdigit() and " of " in words:
        return True
    return " | " in words or "eserved" in words or "RESERVED" in words or "vailable in PMC" in words


def _may_run(words: str) -> bool:
    """Whether a line may come again on every page: it has nothing of a reference's end or label."""
    plain = 8 <= len(words) <= _LONGEST_RUNNING_HEAD and words[0].isalnum() and not tails.is_tail_line(words)
    return plain and not _NO_RUNNING_HEAD.search(words)


def _is_number(words: str) -> bool:
    """Whether a line is a page number and nothing else."""
    return words.isdigit() and len(words) <= _LONGEST_NUMBER and not _YEAR.match(words)


def entry_starts(text: str, lines: list[Line]) -> list[bool]:
    """For each line of an unnumbered list whether a reference begins there."""
    if not lines:
        return []
    words = [text[line.start : line.end] for line in lines]
    closed = _closed_by_tails(words, [line.after_mark for line in lines])
    if _is_unwrapped(words) and not (closed and _hold_lines(closed, words)):
        edge = lines[0].indent
        inner = [line.indent > edge and not _is_whole(w) for line, w in zip(lines, words, strict=True)]
        return [True] + [not (_continues(w) or _is_rest(w) or i) for w, i in zip(words[1:], inner[1:], strict=True)]
    if closed:
        return closed
    if _are_paragraphs(words, lines):
        return [index == 0 or line.after_blank for index, line in enumerate(lines)]
    indents = Counter(line.indent for line in lines)
    hanging = len(indents) > 1 and indents[min(indents)] < len(lines) and _is_hanging(lines)
    if hanging:
        edge = min(indents)
        return [True] + [
            line.indent == edge and not _continues(w) for line, w in zip(lines[1:], words[1:], strict=True)
        ]
    return _flush_starts(words, lines)


def _is_unwrapped(words: list[str]) -> bool:
    """Whether most lines are whole references."""
    real = [w for w in words if not tails.is_tail_line(w) and not _continues(w)]
    whole = sum(map(_is_whole, real))
    complete = sum(len(w) >= 60 and has_year(w) for w in real)
    return bool(real) and (whole >= 0.6 * len(real) or complete >= 0.8 * len(real)) and complete >= 0.5 * len(real)


def _closed_by_tails(words: list[str], marked: list[bool]) -> list[bool]:
    """The lines behind lines of link words or marks, where such lines part nearly all references of the list; else
    []."""
    tail = [tails.is_tail_line(line) for line in words]
    starts = [not here and (above or mark) for here, above, mark in zip(tail, [True, *tail], marked, strict=False)]
    edges = [index for index, first in enumerate(starts) if first]
    if len(edges) < _FEWEST_CLOSED:
        return []
    held = [" ".join(words[a:b]) for a, b in pairwise([*edges, len(words)])]
    closed = held if tail[-1] else held[:-1]
    whole = sum(1 for text in closed if 40 <= len(text) <= _LONGEST_CLOSED and has_year(text))
    if whole < 0.9 * len(closed):
        return []
    alone = [_is_whole(line) and _PLACE.search(line) is not None for line in words]
    return [first or (here and above) for first, here, above in zip(starts, alone, [False, *alone], strict=False)]


def _are_paragraphs(words: list[str], lines: list[Line]) -> bool:
    """Whether blank lines part the references: what stands between them is each time about as long as one."""
    edges = [index for index, line in enumerate(lines) if line.after_blank or index == 0]
    if len(edges) < _FEWEST_CLOSED or len(lines) > _MOST_LINES_A_REFERENCE * len(edges):
        return False
    held = [" ".join(words[a:b]) for a, b in pairwise([*edges, len(words)])]
    whole = sum(1 for text in held if 40 <= len(text) <= _LONGEST_CLOSED and has_year(text))
    return whole >= 0.9 * len(held)


def _hold_lines(starts: list[bool], words: list[str]) -> bool:
    """Whether the references that begin so hold two lines or more each, without their link words."""
    return 2 * sum(starts) <= sum(1 for line in words if not tails.is_tail_line(line))


def _is_whole(words: str) -> bool:
    """Whether a line is likely a whole reference."""
    return len(words) >= 40 and has_year(words) and _author_start().match(words) is not None


def _is_hanging(lines: list[Line]) -> bool:
    edge = min(line.indent for line in lines)
    inner = sum(line.indent > edge for line in lines)
    return inner >= 0.25 * len(lines) and lines[0].indent == edge


def _continues(words: str) -> bool:
    """Whether a line can only go on with the one above it."""
    may = words[0] in _CONTINUATION_BEGINS or words[0].lower() in _CONTINUATION_BEGINS
    return (may and _CONTINUATION.match(words) is not None) or tails.is_tail_line(words)


def _is_rest(words: str) -> bool:
    """Whether a short line can only be the volume and pages that did not fit on the line above."""
    return words[0].isdigit() and len(words) < 40 and not has_year(words) and _PLACE.search(words) is not None


def _flush_starts(words: list[str], lines: list[Line]) -> list[bool]:
    """Lines wrapped at a margin without indent: a break that the margin did not force, before an author."""
    width = max(len(w) for w in words)
    starts = [True]
    held = words[0]
    for index in range(1, len(words)):
        ahead = " ".join(words[index : index + 6])
        begins = lines[index].after_blank and not _continues(words[index])
        begins = begins or _begins_entry(words[index - 1], ahead, held, width)
        starts.append(begins)
        held = words[index] if begins else held[-2000:] + " " + words[index]
    return starts


def _begins_entry(above: str, ahead: str, held: str, width: int) -> bool:
    if _continues(ahead) or not ahead[0].isalnum() or not has_year(held) or not has_year(ahead[:600]):
        return False
    room = width - len(above) - 1 - len(ahead.split(" ", 1)[0])
    ended = above[-1] in ".)]" or above[-1].isdigit() or re.search(r"(?:10\.\d+/|https?:)\S+$", above) is not None
    author = _author_start().match(ahead) is not None
    if not ended or re.search(r"(?:^|[\s.])[A-Z]\.$", above):
        return room > 12 and author
    return author or (room > 8 and ahead[0].isupper())
