"""How far two titles are apart, seen through cuts and misprints, but not through what tells companion papers apart."""

import itertools
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from harvester.matching.folding import fold, plain
from harvester.matching.likeness import has_like, ratio
from harvester.matching.thresholds import (
    ALIKE,
    CONTRADICTS,
    CUT,
    LEAST_ALIKE,
    LONG_TITLE,
    MIN_TITLE,
    NEAR,
    OTHER_WORK,
    SAME_TITLE,
    SAME_WORD,
)
from harvester.text import word_set
from harvester.values.fast_init import fast_init

_NUMBER_LENGTH = 4
"""Digits or Roman letters of a number in a title; what is longer is a name or an amount."""
_PART = re.compile(
    r"\b(?:part|pt|[ivx]{1,4}|\d{1,2}|first|second|third|continued|update|appendix|"
    r"protocol|rationale)\b"
)
"""What tells, in the words that one title has more than the other, that it is another part."""
_STAMP = re.compile(r"^(?:retracted(?: article)?|withdrawn(?: article)?|removed)\b ?(?=\w)")
"""What publishers put before the title of a retracted article, which stays the article."""
_NOTICE = re.compile(
    r"^(?:(?:published |author |publisher )?(?:erratum|errata|corrigendum|corrigenda|correction|retraction|"
    r"expression of concern|notice of|comment(?:ary|s)?|reply|replies|response|letter|re|authors? reply|addendum|"
    r"in reply|in response|faculty opinions|reviewer|peer review)\b)"
    r"|\b(?:a|the|authors?|authors) (?:reply|response|comment)\b|\breply$|\bauthors? (?:reply|response)$"
    r"|\b(?:erratum|corrigendum|retraction)$|\bretraction notice\b"
)
_NOTICE_WORDS = word_set(
    "erratum errata corrigendum corrigenda correction retraction concern notice comment commentary comments reply "
    "replies response letter re addendum opinions reviewer peer"
)
"""One of these stands in every title that `_NOTICE` finds; looking for them costs a tenth of it."""
_NEGATIONS = frozenset({"no", "non", "not"})
_ENGLISH = frozenset({"of", "the", "and", "with", "for", "on", "by", "from"})
"""Words without which hardly an English title is; none of them is a word of another language that journals print."""
_REMEMBERED = 4096
_SHORT = 2000
"""Characters; the form of a longer title is made each time, so that hostile pages cannot fill the memory."""


@fast_init
@dataclass(frozen=True, slots=True)
class Form:
    """A title as it is compared, made once for all that it is held against.

    `plain` is the title without markup, `folded` what is compared of it, `spaced` that with a blank at either end.
    `joined` are its words without blanks, `ordered` the words in the order of the alphabet, `numbers` what tells
    part I from part II.
    """

    plain: str
    folded: str
    spaced: str
    words: tuple[str, ...]
    different: frozenset[str]
    notice: bool
    short: bool
    joined: str
    ordered: str
    numbers: tuple[str, ...]


def title_distance(printed: Form, found: Form, whole: str) -> float | None:
    """From 0 (the same) to 1; None where nothing that could be compared is printed.

    `whole` is the whole reference, folded: a record's long title that stands in it word for word is printed, whatever
    was taken for the title, unless what was taken goes on behind it.
    """
    ours, theirs = printed.folded, found.folded
    if theirs != ours and found.notice != (printed.notice if ours else is_notice(whole[:200])):
        return OTHER_WORK
    if len(theirs) >= MIN_TITLE and theirs in whole and found.spaced in f" {whole} ":
        return NEAR if _goes_on(printed, found) else 0.0
    if whole and len(theirs) >= LONG_TITLE and _goes_on(printed, found):
        return NEAR
    return _apart(printed, found) if ours else None


def printed_form(title: str) -> Form:
    """A printed title as it is compared."""
    return _printed(title) if len(title) <= _SHORT else _made(plain(title), fold)


def record_form(title: str) -> Form:
    """A record's title as it is compared: without a publisher's stamp."""
    return _of_record(title) if len(title) <= _SHORT else _made(plain(title), _unstamped)


@lru_cache(maxsize=_REMEMBERED)
def _printed(title: str) -> Form:
    return _made(plain(title), fold)


@lru_cache(maxsize=_REMEMBERED)
def _of_record(title: str) -> Form:
    return _made(plain(title), _unstamped)


def _unstamped(title: str) -> str:
    folded = fold(title)
    return _STAMP.sub("", folded, count=1) if folded.startswith(("re", "w")) else folded


def _made(title: str, folding: Callable[[str], str]) -> Form:
    folded = folding(title)
    words = tuple(folded.split())
    different = frozenset(words)
    numbers = [w for w in words if len(w) <= _NUMBER_LENGTH and (w.isdecimal() or not w.strip("ivx"))]
    return Form(
        title, folded, f" {folded} ", words, different, is_notice(folded, different),
        len(fold(title)) < MIN_TITLE, "".join(words), " ".join(sorted(words)), tuple(sorted(numbers)),
    )  # fmt: skip


def _goes_on(printed: Form, found: Form) -> bool:
    """Whether the printed title has the other's words and then more: `Pain` is not `Pain in the elderly`."""
    ours, theirs = printed.folded, found.folded
    if len(ours) <= len(theirs) + 4:
        return False
    return ours.startswith(found.spaced[1:]) or ours.endswith(found.spaced[:-1])


def _apart(own: Form, their: Form) -> float:
    ours, theirs = own.folded, their.folded
    if own.joined == their.joined:
        return 0.0
    short, long = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    if len(short) >= LONG_TITLE and (rest := _rest(short, long)) is not None:
        return NEAR if _PART.search(rest) else CUT
    as_written = ratio(ours, theirs, LEAST_ALIKE)
    in_any_order = ratio(own.ordered, their.ordered, max(LEAST_ALIKE, as_written))
    amount = 1.0 - max(as_written, in_any_order) / 100
    if amount >= CONTRADICTS:
        return NEAR if _is_misspelt_cut(short, long) else amount
    if own.numbers != their.numbers:
        return CONTRADICTS
    ours_alone, theirs_alone = _own_words(own, their)
    if ours_alone and theirs_alone:
        return NEAR if amount < ALIKE else CONTRADICTS
    return max(NEAR, amount) if ours_alone or theirs_alone else amount


def _is_misspelt_cut(short: str, long: str) -> bool:
    """Whether the longer title begins with the shorter one but for its spelling, and then goes on."""
    if len(short) < LONG_TITLE or len(long) < len(short) + LONG_TITLE:
        return False
    return ratio(short, long[: len(short)], SAME_TITLE) > 0 and short[:1] == long[:1]


def _rest(short: str, long: str) -> str | None:
    """What the longer of two titles has more, where the other is its beginning or its end."""
    if long.startswith(short) and long[len(short)] == " ":
        return long[len(short) :]
    return long[: -len(short)] if long.endswith(f" {short}") else None


def _own_words(own: Form, their: Form) -> tuple[bool, bool]:
    """Whether each of two titles has a telling word that the other has not, not even misspelt.

    Where both have one it is one drug for another; where one has, it is a protocol, a pilot study, a "not".
    """
    mine, others = own.different - their.different, their.different - own.different
    return _has_its_own(mine, others, their), _has_its_own(others, mine, own)


def _has_its_own(words: Collection[str], others: Collection[str], other: Form) -> bool:
    for word in words:
        telling = len(word) > 3 or word in _NEGATIONS
        if telling and not has_like(word, others, SAME_WORD) and not _joined(word, other):
            return True
    return False


def _joined(word: str, other: Form) -> bool:
    """Whether a word is written as two in the other title: `health care` for `healthcare`."""
    return word in other.joined and any(a + b == word for a, b in itertools.pairwise(other.words))


def is_english(title: Form) -> bool:
    """Whether a title has one of the words that English titles have."""
    return not _ENGLISH.isdisjoint(title.different)


def is_notice(title: str, words: Iterable[str] | None = None) -> bool:
    """Whether a folded title is that of an erratum, a retraction, a comment or a reply."""
    return not _NOTICE_WORDS.isdisjoint(title.split() if words is None else words) and bool(_NOTICE.search(title))
