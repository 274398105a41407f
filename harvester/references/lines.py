"""The lines of a saved reference list: headings, page furniture, and where an unnumbered reference begins."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from harvester.references import tails

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
        r"expand|collapse|↑|[-–—_=*.]{3,}",
    )
)
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_FAMILY = r"(?:[a-zß-ÿ]{1,4}[’' ]\s?){0,3}[^\W\d_a-zß-ÿ][^\W\d_]*(?:[’'‐-][^\W\d_]+)*"
_INITIALS = r"(?:[^\W\d_a-zß-ÿ]\.?[ ‐-]?){1,4}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: its place in the text without the blanks around it, and what stood before it."""

    start: int
    end: int
    indent: int
    after_blank: bool


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
    return len(line) < 70 and _heading().fullmatch(line) is not None


def is_closing(line: str) -> bool:
    """Whether a line is the heading of what follows a reference list on a saved page."""
    return len(line) < 40 and line.strip(" \t:.").lower() in _CLOSING_WORDS


def body_range(text: str) -> tuple[int, int]:
    """Where the list stands in the text: behind its heading if it has one, and before the heading of what follows."""
    start, end, open_end = 0, len(text), True
    offset = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words and start == 0 and is_heading(words) and has_year(text[offset + len(line) :]):
            start, end, open_end = offset + len(line), len(text), True
        elif words and open_end and is_closing(words) and has_year(text[start:offset]):
            end, open_end = offset, False
        offset += len(line)
    return start, end


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of a range that are neither blank nor page furniture nor headings."""
    every: list[Line] = []
    offset, blank = start, True
    for line in text[start:end].splitlines(keepends=True):
        words = line.strip()
        if words:
            wide = line.expandtabs(4) if "\t" in line else line
            indent = len(wide) - len(wide.lstrip())
            first = offset + line.index(words[0])
            every.append(Line(first, first + len(words), indent, blank))
        blank = not words
        offset += len(line)
    return _without_furniture(text, every)


def _without_furniture(text: str, every: list[Line]) -> list[Line]:
    counts = Counter(_skeleton(text[line.start : line.end]) for line in every if line.end - line.start <= 100)
    kept: list[Line] = []
    blank = False
    for index, line in enumerate(every):
        words = text[line.start : line.end]
        alone = _stands_alone(every, index)
        if _is_furniture(words) or (alone and (_is_running_head(words, counts[_skeleton(words)]) or _is_number(words))):
            blank = blank or line.after_blank
            continue
        kept.append(Line(line.start, line.end, line.indent, line.after_blank or blank) if blank else line)
        blank = False
    return kept


def _stands_alone(every: list[Line], index: int) -> bool:
    """Whether a line has blank lines above and below."""
    return every[index].after_blank and (index + 1 == len(every) or every[index + 1].after_blank)


def _skeleton(words: str) -> str:
    """A running head without the page number at its start or end."""
    if not words[0].isdigit() and not words[-1].isdigit():
        return words
    return re.sub(r"^\d{1,5}\s+|\s+\d{1,5}$", "", words)


def _is_furniture(words: str) -> bool:
    known = is_heading(words) or (len(words) <= 160 and _furniture().fullmatch(words) is not None)
    return known and not _is_label_alone(words)


def _is_running_head(words: str, count: int) -> bool:
    """Whether a line comes again and again and has nothing of a reference's end or label."""
    plain = 8 <= len(words) <= 100 and words[0].isalnum() and not tails.is_tail_line(words)
    return plain and count >= 2 and not re.search(r"\d[;:(]|\d\.$|(?<!et al)[.,;]$|^\W?\d+[.)\]]|doi", words)


def _is_label_alone(words: str) -> bool:
    return re.fullmatch(r"\[ ?\d{1,4} ?\]", words) is not None


def _is_number(words: str) -> bool:
    """Whether a line is a page number and nothing else."""
    return words.isdigit() and len(words) <= 4


def entry_starts(text: str, lines: list[Line]) -> list[bool]:
    """For each line of an unnumbered list whether a reference begins there."""
    if not lines:
        return []
    words = [text[line.start : line.end] for line in lines]
    if _is_unwrapped(words):
        return [True] + [not _continues(w) for w in words[1:]]
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
    whole = sum(len(w) >= 40 and has_year(w) and _author_start().match(w) is not None for w in real)
    complete = sum(len(w) >= 60 and has_year(w) for w in real)
    return bool(real) and (whole >= 0.6 * len(real) or complete >= 0.8 * len(real)) and complete >= 0.5 * len(real)


def _is_hanging(lines: list[Line]) -> bool:
    edge = min(line.indent for line in lines)
    inner = sum(line.indent > edge for line in lines)
    return inner >= 0.25 * len(lines) and lines[0].indent == edge


def _continues(words: str) -> bool:
    """Whether a line can only go on with the one above it."""
    return (
        tails.is_tail_line(words)
        or re.match(
            r"https?:|doi\b|www\.|PMC?ID|Available|Accessed|Retrieved|[,;:)\]&]|\d+[–-]\d", words, re.IGNORECASE
        )
        is not None
    )


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
