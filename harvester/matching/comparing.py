"""The facts of a record held against the printed words, each a named penalty from 0 (agrees) to 1 (contradicts)."""

import re

from harvester.matching.names import same_author, same_journal
from harvester.matching.titles import title_distance
from harvester.model import Penalty, Work
from harvester.notations import markup
from harvester.text import fold

WEIGHTS = {"title": 4.0, "author": 2.0, "page": 2.0, "volume": 1.0, "year": 1.0, "journal": 1.0, "abstract": 3.0}
"""How much each fact weighs in the distance; the title and the first author tell two works apart best."""

AGREES = 0.1
"""Up to this penalty a fact agrees."""
CONTRADICTS = 0.5
"""From this penalty on it contradicts; between the two it says nothing."""

MIN_ABSTRACT_WORDS = 20
ENOUGH_SHARED = 0.7
"""Of the words of the shorter abstract so many must be in the longer one, for a page may cut or head it."""

_DIGITS = re.compile(r"\d+")


def compare(printed: Work, text: str, found: Work) -> tuple[Penalty, ...]:
    """The penalties of all facts that both tell; `text` is the whole printed reference, for what was not understood."""
    facts = (
        _title(printed, text, found),
        _author(printed, text, found),
        _journal(printed, found),
        _year(printed, text, found),
        _volume(printed, found),
        _page(printed, found),
        _abstract(printed, found),
    )
    return tuple(fact for fact in facts if fact is not None)


def _penalty(name: str, amount: float, printed: str, found: str) -> Penalty:
    return Penalty(name, round(amount, 3), WEIGHTS[name], printed, found)


def _title(printed: Work, text: str, found: Work) -> Penalty | None:
    title = markup.plain(found.title)
    if not title:
        return None
    own = markup.plain(printed.title)
    if not own and not text:
        return None
    amount = title_distance(own, title, text)
    return None if amount is None else _penalty("title", amount, own or text, title)


def _author(printed: Work, text: str, found: Work) -> Penalty | None:
    if not found.author:
        return None
    first = found.author[0]
    if printed.author:
        agrees = same_author(printed.author[0], first)
        return _penalty("author", 0.0 if agrees else 1.0, str(printed.author[0]), str(first))
    family = fold(first.family)
    stands = len(family) >= 3 and f" {family} " in f" {fold(text)} "
    return _penalty("author", 0.0, family, str(first)) if stands else None


def _journal(printed: Work, found: Work) -> Penalty | None:
    name = printed.container_title or printed.container_title_short
    titles = (found.container_title, found.container_title_short)
    if not name or not any(titles):
        return None
    return _penalty("journal", 0.0 if same_journal(name, titles) else 1.0, name, found.container_title)


def _year(printed: Work, text: str, found: Work) -> Penalty | None:
    theirs = found.issued.year if found.issued else None
    ours = printed.issued.year if printed.issued else None
    if theirs is None:
        return None
    if ours is None:
        return _penalty("year", 0.0, str(theirs), str(theirs)) if str(theirs) in _DIGITS.findall(text) else None
    return _penalty("year", {0: 0.0, 1: 0.3}.get(abs(ours - theirs), 1.0), str(ours), str(theirs))


def _volume(printed: Work, found: Work) -> Penalty | None:
    if not printed.volume or not found.volume:
        return None
    agrees = fold(printed.volume) == fold(found.volume)
    return _penalty("volume", 0.0 if agrees else 1.0, printed.volume, found.volume)


def _page(printed: Work, found: Work) -> Penalty | None:
    """First pages, or article numbers."""
    ours, theirs = first_page(printed.page), first_page(found.page)
    if not ours or not theirs:
        return None
    return _penalty("page", 0.0 if ours == theirs else 1.0, printed.page, found.page)


def first_page(page: str) -> str:
    """The first page as it is compared: without leading zeros and in lower case."""
    return fold(re.split(r"[-,;–]", page, maxsplit=1)[0]).replace(" ", "").lstrip("0")


def _abstract(printed: Work, found: Work) -> Penalty | None:
    """The words that two abstracts share."""
    if not printed.abstract or not found.abstract:
        return None
    ours, theirs = (set(fold(markup.plain(a)).split()) for a in (printed.abstract, found.abstract))
    if min(len(ours), len(theirs)) < MIN_ABSTRACT_WORDS:
        return None
    shared = len(ours & theirs) / min(len(ours), len(theirs))
    amount = 0.0 if shared >= ENOUGH_SHARED else 1.0 - shared
    return _penalty("abstract", amount, "the page's abstract", "the record's abstract")
