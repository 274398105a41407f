"""Where a reference prints its date in more than a year: `juin 2019`, `15th March 2020`, `29.03.2021`, `2020 Jan-Feb`.

The tagger knows a year by its shape and its neighbours; the words around it ("juin", "Winter") it would take for the
end of the journal's name. Found here first, such a date is one item to it, with a year's shape. Which words make a date
is told by the reader of dates alone (`values/dates`), in every language that it has.
"""

import re
from typing import NamedTuple

from harvester.text import lazy_pattern, word_set
from harvester.values import dates


class PrintedDate(NamedTuple):
    """A date of several words or numbers: the numbers of its first and last item, and the (first) year in it."""

    first: int
    last: int
    year: str


_KEPT = 20_000
"""Words whose kind is remembered, as many as the tagger's features are."""
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d", re.ASCII)
_WITH_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?(?:[\u2010-\u2015-](?:[12]\d|3[01]))?")
_BEGUN = re.compile(r"[A-Za-z]+(?![^\W\d_])")
_DATED = re.compile(r"m[dm]*y|y[dm]*m|w")
_JOINS = re.compile(r"[.°ºª]?,? ?[/\u2010-\u2015-]? ?")
_ENDS = lazy_pattern(r"\.?\s?;\s?[\d(A-Z]|\.?\s?\)|\.?,\s(?:pp?|vol|no|n)\b|[.;]{0,2}\s*$")
"""What follows a date: the volume, its closing bracket, pages with their word, or nothing. Before another sentence a
date may be the title's ("... in the spring, March 2020. Lancet")."""
_GOES_ON = lazy_pattern(r"\.? (?=\[|[A-Z(h])")
"""What follows a date behind a publisher ("NHS; March 2020. Available from"), where no title is."""
_MARKS = frozenset('.,;(:?!"”')
_LONGEST = 24
"""Letters; `de septiembre de` and `September-October` have less, and titles' runs of words are not to be remembered."""
_MOST_PARTS = 5
"""Words on one side of a year: `Wednesday, 15 de septiembre de` has four."""
_WHOLE_NAME = 5
"""Letters from which on a capital month is no end of an abbreviated journal, whatever stands before it: none ends in
"March" or "Winter"; in lower case, four ("juin", not the Spanish sea)."""
_ALSO_IN_JOURNALS = word_set("mar gen mag des dec set lip out")
"""Months that are parts of journals' names too, as in "Sci. Mar.", "J. Exp. Psychol. Gen." and "Mater. Des."."""
_LETTERS = lazy_pattern(r"[^\W\d_]+")
_DAY_BEHIND = lazy_pattern(r"\W*\d{1,2}\b")
_YEARS = lazy_pattern(r"\d{4}\W+\d{1,4}")
_VOLUME = lazy_pattern(r"\.?\s?;\s?[\d(]")


def find_dates(text: str, words: list[str], starts: list[int], ends: list[int]) -> list[PrintedDate]:
    """The dates of more than a year among the items of a reference, in order.

    Those inside a sentence are not among them, since other words stand before these.
    """
    kinds = "".join([_KINDS.get(word) or _kind(word) for word in words])
    found: list[PrintedDate] = []
    if not _DATED.search(kinds):
        return found
    for year in [number for number, kind in enumerate(kinds) if kind in "yw"]:
        if found and year <= found[-1].last:
            continue
        low, high = max(0, year - _MOST_PARTS), min(len(kinds) - 1, year + _MOST_PARTS)
        joined = [
            kinds[at] in "dmyw" and kinds[at + 1] in "dmyw" and bool(_JOINS.fullmatch(text, ends[at], starts[at + 1]))
            for at in range(low, high)
        ]
        last = next((at for at in range(year, high) if not joined[at - low]), high)
        goes_on = text[: starts[year]].endswith("; ") and _GOES_ON.match(text, ends[last])
        last = last if goes_on or _ENDS.match(text, ends[last]) else year
        first = next((at for at in range(year, low, -1) if not joined[at - 1 - low]), low)
        for begin in range(first, year + (kinds[year] == "w" or last > year)):
            # A number right before the year is an issue's or a page's: "p. 4-18, 2018 mars".
            if kinds[begin : begin + 2] != "dy" and _is_date(text, starts[begin], ends[last]):
                match = _WITH_YEAR.search(words[year])
                found.append(PrintedDate(begin, last, match.group() if match else words[year]))
                break
    return found


def _is_date(text: str, start: int, end: int) -> bool:
    """Whether a range of words that can be a date stands where a reference has its date."""
    before, printed = text[:start].rstrip(" ")[-1:], text[start:end]
    letters = _LETTERS.match(printed)
    if not (_ENDS.match(text, end) or (before == ";" and _GOES_ON.match(text, end))):
        return False
    # Years from one to another are what a title speaks of in brackets, and pages at the end ("77:1901-6.").
    if letters is None and _YEARS.fullmatch(printed) and not _VOLUME.match(text, end):
        return False
    if before in _MARKS:
        if before == "." and letters and letters[0][0].isupper() and letters[0].lower() in _ALSO_IN_JOURNALS:
            return _DAY_BEHIND.match(printed, letters.end()) is not None  # a day makes it a month
        return dates.says_a_date(printed)
    # Without a mark only before a volume: "accessed on 01/07/2021." tells another date.
    if not _VOLUME.match(text, end):
        return False
    whole = not letters or len(letters[0]) >= (_WHOLE_NAME if letters[0][0].isupper() else _WHOLE_NAME - 1)
    return whole and dates.says_a_date(printed)


def _kind(word: str) -> str:
    """What a word can be in a date: a year (`y`), a day or a word that joins (`d`), the name of months or a season
    (`m`), a whole date (`w`); `x` for anything else."""
    if len(word) >= _LONGEST:
        return "x"
    if len(_KINDS) >= _KEPT:
        _KINDS.clear()
    kind = _KINDS[word] = _kind_of(word)
    return kind


_KINDS: dict[str, str] = {}
"""The kinds of the words met; asking a dictionary takes half of the time of a function that remembers."""


def _kind_of(word: str) -> str:
    if word.isalpha() and word.isascii():  # nearly every word
        low = word.lower()
        return "m" if low in dates.TIMES else "d" if low in dates.JOINING else "x"
    if word[0].isdigit():
        if _YEAR_ALONE.fullmatch(word):
            return "y"
        if _DAY.fullmatch(word):
            return "d"
    if _WITH_YEAR.search(word):
        return "w" if dates.says_a_date(word) else "x"
    begun = _BEGUN.match(word)
    if begun and (low := begun[0].lower()) not in dates.TIMES and low not in dates.JOINING:
        return "x"  # "T-cell" and "COVID-19" are told without folding them
    return "m" if dates.names_months_alone(word) else "x"
