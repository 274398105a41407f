"""The lines of a saved reference list: headings and page furniture, and what is left without them."""

import re
from collections import Counter
from dataclasses import dataclass

from harvester.references.splitting import tails
from harvester.references.splitting.headings import BULLETS, YEAR, is_heading
from harvester.text import lazy_pattern
from harvester.values.fast_init import fast_init

_FURNITURE_LINES = "|".join(
    (
        r"page \d+(?: of \d+)?|(?:.{0,90}\s)?\d{1,4} of \d{1,4}|[-–—] ?\d{1,4} ?[-–—]|\[ ?\d{1,4} ?\]",
        r"author manuscript|nih-pa author manuscript|.{0,90}author manuscript; available in pmc.*|hhs public access",
        r"downloaded from .*|©.*|copyright ©.*|.{0,60}all rights reserved\.?|view article online|www\.\S+",
        r".{0,60} \| https?://\S+|.{0,60} \| www\.\S+(?: \d+)?|.{0,40} \| volume \d+ \| article \d+(?: \d+)?",
        r"\(?continued\)?|\(continued on .*|open in a new tab|click here.*|back to top|show (?:all|more|less).*",
        r"expand|collapse|[↑↵^]|(?:[-–—_=*.·•~#] ?){3,}",
    )
)
_RULE_SIGNS = frozenset("-–—_=*.·•~#")
_RULE = re.compile(r"(?:[-–—_=*.·•~#] ?){3,}")
_FEWEST_RULES = 2
"""Rules of the same length that separate entries; one is under a heading, or above a page's foot."""
_LONGEST_RULE = 80
"""Characters of a rule, as wide as a printed line."""
_LONGEST_NUMBER = 4
"""Digits of a page number alone on its line."""
_LINES_A_PAGE = 8
"""The fewest lines between two page numbers: numbers that are more frequent are volumes, years and pages."""
_LONGEST_FURNITURE = 160
"""Characters; a line of page furniture may name a site or a publisher beside its own words."""
_LONGEST_RUNNING_HEAD = 100
"""Characters of what a publisher prints at the top or bottom of each page."""


# Looked up before the pattern is tried, since nearly all lines are no furniture: its signs, first letters and words.
_FURNITURE_STEMS = frozenset(
    ["pag", "aut", "nih", "hhs", "dow", "cop", "vie", "www", "con", "ope", "cli", "bac", "sho", "exp", "col"]
)
_FURNITURE_SIGNS = frozenset("-–—©(↑↵^_=*.·•~#")
_BACK_MARKS = ("↵", "↑", "^")
_LABEL_ALONE = re.compile(r"\[ ?\d{1,4} ?\]")
_PAGE_NUMBER = re.compile(r"^\d{1,5}\s+|\s+\d{1,5}$")
_NUMBER_OF_PAGE = re.compile(r"^\d{1,5}(?=\s|$)|(?<=\s)\d{1,5}$")
_SHORTEST_HEAD = 8
"""Characters of a running head besides its page number: an abbreviated journal at a line's start may be shorter."""
_MOST_PAGES_BETWEEN = 3
"""By how much a page's number exceeds that of the page before with the same running head: left pages and right pages
differ, and a page may be all figures."""
_NO_RUNNING_HEAD = re.compile(r"\d[;:(]|\d\.$|(?<!et al)[.,;]$|^\W?\d+[.)\]]|doi")


@fast_init
@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: where it stands in the text, without the blanks around it; whether a blank line comes
    before it, a line with nothing but the mark that links back into the text, what a page prints around its text, or
    a heading of references."""

    start: int
    end: int
    indent: int
    after_blank: bool
    after_mark: bool = False
    after_furniture: bool = False
    after_heading: bool = False

    @property
    def after_gap(self) -> bool:
        """Whether a blank line of the list's own comes before it: behind a page's foot it is open whether an entry
        goes on."""
        return self.after_blank and not self.after_furniture


_FURNITURE = lazy_pattern(_FURNITURE_LINES, re.IGNORECASE)


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of a range that are neither blank nor page furniture nor headings."""
    every, pages = _every_line(text, start, end)
    repeated: Counter[str] | None = None
    kept: list[Line] = []
    blank = mark = furniture = heading = False
    for index, line in enumerate(every):
        words = text[line.start : line.end]
        skipped = index in pages or _is_furniture(words)
        # Between blank lines it can also be a running head.
        alone = line.after_blank and (index + 1 == len(every) or every[index + 1].after_blank)
        if alone and not skipped:
            # A running head has neither the ending nor the label of a reference.
            may_run = 8 <= len(words) <= _LONGEST_RUNNING_HEAD and words[0].isalnum()
            if may_run and not tails.is_tail_line(words) and not _NO_RUNNING_HEAD.search(words):
                if repeated is None:  # counted when first needed: most texts have no such line
                    short = (one for one in every if one.end - one.start <= _LONGEST_RUNNING_HEAD)
                    repeated = Counter(_skeleton(text[one.start : one.end]) for one in short)
                capitals = words.isupper() and _PAGE_NUMBER.search(words) is not None and not YEAR.search(words)
                skipped = capitals or repeated[_skeleton(words)] > 1
        if skipped:
            blank = blank or line.after_blank
            mark = mark or words in _BACK_MARKS
            furniture = furniture or words not in _BACK_MARKS
            heading = heading or (words[0] not in BULLETS and is_heading(words))
            continue
        if blank or mark or furniture:
            line = Line(line.start, line.end, line.indent, line.after_blank or blank, mark, furniture, heading)
        kept.append(line)
        blank = mark = furniture = heading = False
    return kept


def page_numbers(text: str, start: int, end: int) -> frozenset[int]:
    """Where the lines begin that hold nothing but a page's number, or it and a running head."""
    every, pages = _every_line(text, start, end)
    return frozenset(every[index].start for index in pages)


def _every_line(text: str, start: int, end: int) -> tuple[list[Line], set[int]]:
    """All lines of a range that are not blank, and which of them are a page's number or running head."""
    every: list[Line] = []
    at_feed: set[int] = set()  # lines beside a form feed
    offset, blank = start, True
    split = text[start:end].splitlines(keepends=True)
    # Lines of signs that come again and again separate the entries of a list as blank lines do.
    signs = (words for line in split if len(line) < _LONGEST_RULE and (words := line.strip())[:1] in _RULE_SIGNS)
    times = Counter(words for words in signs if _RULE.fullmatch(words))
    rules = frozenset(words for words, count in times.items() if count >= _FEWEST_RULES)
    for printed in split:
        words = printed.strip()
        if words and words not in rules:
            indent = len(printed) - len(printed.lstrip())
            first = offset + indent
            if indent and "\t" in printed:
                wide = printed.expandtabs(4)
                indent = len(wide) - len(wide.lstrip())
            every.append(Line(first, first + len(words), indent, blank))
        elif "\f" in printed:
            at_feed |= {len(every) - 1, len(every)}
        blank = not words or words in rules
        offset += len(printed)
    pages = _lines_of_pages(text, every, at_feed)
    return every, pages | _heads_at_feeds(text, every, at_feed, pages)


def _heads_at_feeds(text: str, every: list[Line], at_feed: set[int], pages: set[int]) -> set[int]:
    """The lines, by their place among all, that begin a page as another page of the whole text begins: the list may
    hold one page break, and its running head only once. And words alone between a page's number and a blank line,
    where what stands before the number has its stop."""
    found = set()
    for index in at_feed:
        if not 0 <= index < len(every) or every[index].end - every[index].start > _LONGEST_RUNNING_HEAD:
            continue
        head = text[max(0, every[index].start - every[index].indent - 1) : every[index].end]
        first = text.find(head) if head.startswith("\f") else -1
        if first >= 0 and text.find(head, first + 1) >= 0:
            found.add(index)
        elif first >= 0 and index - 1 in pages and 1 < index < len(every) - 1 and every[index + 1].after_blank:
            is_alone = not any(map(str.isdigit, head)) and head[-1].isalpha()
            if is_alone and text[every[index - 2].end - 1] == ".":
                found.add(index)
    return found


def _lines_of_pages(text: str, every: list[Line], at_feed: set[int]) -> set[int]:
    """The lines, by their place among all, that hold a page's number alone or in a running head: numbers that rise from
    page to page, and a number at a form feed or between blank lines."""
    found: set[int] = set()
    last: dict[str, tuple[int, int]] = {}
    alone = [
        index
        for index, line in enumerate(every)
        if line.end - line.start <= _LONGEST_NUMBER and text[line.start : line.end].isdigit()
    ]
    # Else they are volumes, years and pages.
    may_be = _LINES_A_PAGE * len(alone) <= len(every) + _LINES_A_PAGE
    for index in alone if may_be else ():
        line = every[index]
        between = line.after_blank and (index + 1 == len(every) or every[index + 1].after_blank)
        if index in at_feed or (between and not YEAR.match(text, line.start)):
            found.add(index)
    for index, line in enumerate(every):
        if line.end - line.start > _LONGEST_RUNNING_HEAD:
            continue
        if not text[line.start].isdigit() and not text[line.end - 1].isdigit():
            continue
        words = text[line.start : line.end]
        number = _NUMBER_OF_PAGE.search(words)
        head = words[: number.start()] + words[number.end() :] if number else ""
        if not number or (head and len(head) < _SHORTEST_HEAD) or (not head and not may_be):
            continue
        value = int(number.group())
        before, at = last.get(head, (-_LINES_A_PAGE, -_LINES_A_PAGE))
        if 0 < value - before <= _MOST_PAGES_BETWEEN and index - at >= _LINES_A_PAGE and not YEAR.match(words):
            found |= {at, index}
        last[head] = value, index
    return found


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
    return may_be and _FURNITURE.fullmatch(words) is not None
