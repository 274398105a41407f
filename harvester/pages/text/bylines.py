"""The authors under a title, as pages print them: a line of names, or one name a line with addresses between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from harvester.model import Name, Span
from harvester.pages.text.citation_lines import read_citation_line
from harvester.pages.text.names_in_lines import MARKS, MORE, NOISE, PLACE, Names, is_address, names_in
from harvester.pages.text.passages import Passage
from harvester.text import fold
from harvester.values import dates

_STOPS = re.compile(
    r"^\W{0,6}(?:(?:academic |handling |section |guest )?edit(?:or|ors|ed)\b|review(?:ed|er|ers)\b|correspond|address"
    r"|reprint|translated"
    r"|communicated|abstract|summary|introduction|background|key ?words|references|contents"
    r"|related|similar|cited|see also|recommended|about the author|contributed by|in this issue|comment"
    r"|resumen|resumo|résumé|zusammenfassung|article (?:information|metrics|history)|author contributions|supported by"
    r"|next article|previous article|more from)",
    re.IGNORECASE,
)
"""What ends a byline, or stands before the names of others: of editors, of other articles."""
_BEHIND = re.compile(r"^\W{0,6}(?:published\b|received|accepted|copyright|©|advertisement|doi\b)", re.IGNORECASE)
"""What may stand before a byline too, and ends it where it has begun."""
_MOST_LINES = 400
"""Lines under a title in which names are looked for: eighty authors, each with an address and buttons."""
_LONGEST_ITEM = 40
"""Characters of an item of a menu ("Figures & tables", "Related content")."""
_A_YEAR = 4
"""Digits that no item of a menu has, and every citation."""
_MOST_BEFORE = 6
"""Lines under a title before a name that stands without any mark: behind them it may be a button or a place."""
_LEAST_PROSE = 14
"""Words of a line that, without being an address, is a sentence and ends the byline."""
_NEXT_NAME = 6
"""Lines under a name within which the next one stands: a button, an address and a mail between."""
_MOST_NOISE = 14
"""Lines without a name between two names: an address of several lines and the buttons of an author."""


@dataclass(frozen=True, slots=True)
class Byline:
    """The authors of an article, whether they are all, and from the first to the last where they stand."""

    names: tuple[Name, ...]
    complete: bool
    span: Span


def find_byline(lines: Sequence[Passage], above: Sequence[Passage] = ()) -> Byline | None:
    """The authors in the lines under a title; in those right above it (the nearest last) if none stand below."""
    found: list[tuple[Name, Passage]] = []
    seen: set[str] = set()
    complete, one_a_line, noise = True, False, 0
    is_tied = True  # nothing but addresses, marks and buttons stands between this line and the last name
    last = 0
    for number, line in enumerate(lines[:_MOST_LINES]):
        ends = _STOPS.match(line.words) or (found and _BEHIND.match(line.words))
        if ends and not _is_button(line.words) and not is_of_a_menu(lines, number):
            break
        told = names_in(line.words)
        if told is None and number + 1 < len(lines) and (one_a_line or not found):
            # "Matthew J Page" is a name, and no button, above another name.
            following = next((n for one in lines[number + 1 : number + _NEXT_NAME] if (n := names_in(one.words))), None)
            told = names_in(line.words, beside=True) if following and len(following.names) == 1 else None
        if told and len(told.names) == 1 and read_citation_line(line.words).page:
            told = None  # "Pages S14-S80"
        if told and told.plain and found and not (is_tied or _is_as(lines, number, last)):
            told = None  # a button of two words is no author who follows another
        if told is None or (found and not _goes_on(told, one_a_line, complete, noise)):
            if not found and told is None and _is_prose(line.words):
                break
            noise += 1
            if found and read_citation_line(line.words).volume:
                break  # where the article stands comes behind its authors
            is_tied = is_tied and _belongs_to_a_name(line.words)
            if found and (noise > _MOST_NOISE or _is_prose(line.words) or (not one_a_line and complete and noise > 2)):
                break
            if MORE.match(line.words.strip(" •*·0123456789.")) and found:
                complete = False
            continue
        if not found:
            if told.plain and noise > _MOST_BEFORE and not told.led:
                noise += 1
                continue
            one_a_line = len(set(map(_key, told.names))) == 1  # Silverchair prints each name twice
        if found and _is_a_journal(told, lines, number, is_last=not one_a_line):
            break
        new = [name for name in told.names if (key := _key(name)) not in seen and not seen.add(key)]  # type: ignore[func-returns-value]
        if new or not found:
            complete = told.complete
            noise, is_tied = 0, True
            last = number
        found += [(name, line) for name in new]
    if found:
        return Byline(tuple(name for name, _ in found), complete, Span(found[0][1].span.start, found[-1][1].span.end))
    for line in reversed(above[-2:]):
        told = names_in(line.words)
        if told and (len(told.names) > 1 or told.led or not told.plain):
            return Byline(told.names, told.complete, line.span)
    return None


def _is_a_journal(told: Names, lines: Sequence[Passage], number: int, *, is_last: bool) -> bool:
    """Whether what could be a name is the journal above its volume: behind a whole line of names, a body's name, or
    one that another line repeats."""
    if len(told.names) > 1 or not (told.plain or told.names[0].literal) or number + 1 >= len(lines):
        return False
    words, under = lines[number].words, lines[number + 1].words
    if not read_citation_line(under).volume and not (under[:1].isdigit() and dates.read(under)):
        return False
    # Whatever line tells a volume without a journal stands under the journal's name.
    is_last = is_last and not read_citation_line(under).journal
    return is_last or told.names[0].literal != "" or sum(line.words == words for line in lines) > 1


def _is_as(lines: Sequence[Passage], number: int, last: int) -> bool:
    """Whether under a name stands what stands under the last one, the same button or an address too."""
    under, before = lines[number + 1 : number + 2], lines[last + 1 : last + 2]
    return bool(under) and bool(before) and (under[0].words == before[0].words or is_address(under[0].words))


def is_of_a_menu(lines: Sequence[Passage], number: int) -> bool:
    """Whether a line that could be a heading is an item of a menu: short lines follow it, as no text does."""
    words = lines[number].words
    following = lines[number + 1 : number + 3]
    if len(words) > _LONGEST_ITEM or not following:
        return False
    return all(len(line.words) <= _LONGEST_ITEM and sum(map(str.isdigit, line.words)) < _A_YEAR for line in following)


def _goes_on(told: Names, one_a_line: bool, complete: bool, noise: int) -> bool:
    """Whether a later line of names belongs to the byline: one name a line goes on past addresses, a whole line of
    names only right behind another or behind "et al"."""
    if one_a_line:
        return noise == 0 or len(set(map(_key, told.names))) == 1
    return not complete or noise == 0


def _key(name: Name) -> str:
    return fold(str(name))


def _is_button(words: str) -> bool:
    """Whether what looks like a byline's end is a button of one author ("Search for more papers by this author")."""
    return NOISE.sub("", words).strip(" ,.;•*") == ""


def _belongs_to_a_name(words: str) -> bool:
    """Whether a line is an address, a mark or a button of an author."""
    return (
        _is_button(words)
        or "@" in words
        or PLACE.search(words) is not None
        or not any(map(str.isalpha, MARKS.sub("", words)))
    )


def _is_prose(words: str) -> bool:
    """Whether a line is a sentence rather than an address or a label."""
    several = words.split()
    if len(several) < _LEAST_PROSE or PLACE.search(words) or MARKS.match(words):
        return False
    return sum(word[:1].islower() for word in several) * 2 > len(several)
