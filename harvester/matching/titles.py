"""How far two titles are apart, seen through cuts and misprints, but not through what tells companion papers apart."""

import itertools
import re
from collections.abc import Iterable
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
    MIN_GOING_ON,
    MIN_TELLING,
    MIN_TITLE,
    NEAR,
    NUMBER_LENGTH,
    OTHER_WORK,
    SAME_TITLE,
    SAME_WORD,
)
from harvester.text import word_set
from harvester.values.fast_init import fast_init

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
"""Titles: of a page's list and of the records that its references are held against."""
_BEGINNING = 200
"""Characters of a reference in which its title stands, or begins, behind the authors."""
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
    # Whether print says that it is a notice stands in its title, or, where none was understood, near the beginning.
    if theirs != ours and found.notice != (printed.notice if ours else is_notice(whole[:_BEGINNING])):
        return OTHER_WORK
    if len(theirs) >= MIN_TITLE and theirs in whole and found.spaced in f" {whole} ":
        return NEAR if _goes_on(printed, found) else 0.0
    if whole and len(theirs) >= LONG_TITLE and _goes_on(printed, found):
        return NEAR
    if not ours:
        return None
    if printed.joined == found.joined:
        return 0.0
    short, long = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    if len(short) >= LONG_TITLE:
        # The longer one begins or ends with the shorter: a subtitle, or a wider paper, or another part of it.
        begins, ends = long.startswith(f"{short} "), long.endswith(f" {short}")
        if begins or ends:
            return NEAR if _PART.search(long[len(short) :] if begins else long[: -len(short)]) else CUT
    as_written = ratio(ours, theirs, LEAST_ALIKE)
    in_any_order = ratio(printed.ordered, found.ordered, max(LEAST_ALIKE, as_written))
    amount = 1.0 - max(as_written, in_any_order) / 100
    if amount >= CONTRADICTS:
        # A cut title that is also spelled otherwise: compared as far as the shorter one goes.
        misspelt_cut = len(short) >= LONG_TITLE and len(long) >= len(short) + LONG_TITLE and short[0] == long[0]
        return NEAR if misspelt_cut and ratio(short, long[: len(short)], SAME_TITLE) > 0 else amount
    if printed.numbers != found.numbers:
        return CONTRADICTS
    ours_alone = _has_words_of_its_own(printed, found)
    theirs_alone = _has_words_of_its_own(found, printed)
    # Where both have telling words of their own it is one drug for another; where one has, a protocol, a pilot study,
    # a "not".
    if ours_alone and theirs_alone:
        return NEAR if amount < ALIKE else CONTRADICTS
    return max(NEAR, amount) if ours_alone or theirs_alone else amount


def printed_form(title: str) -> Form:
    """A printed title as it is compared."""
    return _form(title, False) if len(title) <= _SHORT else _form.__wrapped__(title, False)


def record_form(title: str) -> Form:
    """A record's title as it is compared: without the stamp of a publisher."""
    return _form(title, True) if len(title) <= _SHORT else _form.__wrapped__(title, True)


@lru_cache(maxsize=_REMEMBERED)
def _form(title: str, of_record: bool) -> Form:
    title = plain(title)
    whole = folded = fold(title)
    if of_record and folded.startswith(("re", "w")):
        folded = _STAMP.sub("", folded, count=1)
    words = tuple(folded.split())
    different = frozenset(words)
    numbers = [w for w in words if len(w) <= NUMBER_LENGTH and (w.isdecimal() or not w.strip("ivx"))]
    return Form(
        title, folded, f" {folded} ", words, different, is_notice(folded, different),
        len(whole) < MIN_TITLE, "".join(words), " ".join(sorted(words)), tuple(sorted(numbers)),
    )  # fmt: skip


def _goes_on(printed: Form, found: Form) -> bool:
    """Whether the printed title has the other's words and then more: `Pain` is not `Pain in the elderly`."""
    ours, theirs = printed.folded, found.folded
    if len(ours) < len(theirs) + MIN_GOING_ON:
        return False
    return ours.startswith(found.spaced[1:]) or ours.endswith(found.spaced[:-1])


def _has_words_of_its_own(one: Form, other: Form) -> bool:
    """Whether a title has a telling word that the other has not, not even misspelt."""
    others = other.different - one.different
    for word in one.different - other.different:
        if len(word) < MIN_TELLING and word not in _NEGATIONS:
            continue
        if has_like(word, others, SAME_WORD):
            continue
        # Written as two words there: `health care` for `healthcare`.
        if word in other.joined and any(a + b == word for a, b in itertools.pairwise(other.words)):
            continue
        return True
    return False


def is_english(title: Form) -> bool:
    """Whether a title has one of the words that English titles have."""
    return not _ENGLISH.isdisjoint(title.different)


def is_notice(title: str, words: Iterable[str] | None = None) -> bool:
    """Whether a folded title is that of an erratum, a retraction, a comment or a reply."""
    return not _NOTICE_WORDS.isdisjoint(title.split() if words is None else words) and bool(_NOTICE.search(title))
