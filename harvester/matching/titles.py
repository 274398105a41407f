"""How far two titles are apart, seen through cuts and misprints, but not through what tells companion papers apart."""

import itertools
import re
from functools import lru_cache

from harvester.matching.folding import fold
from harvester.matching.thresholds import ALIKE, CONTRADICTS, LONG_TITLE, MIN_TITLE, NEAR, OTHER_WORK, SAME_WORD

_NUMBERED = re.compile(r"\b(?:[ivx]{1,4}|\d{1,4})\b")
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


def title_distance(printed: str, found: str, text: str) -> float | None:
    """From 0 (the same) to 1; None where nothing that could be compared is printed.

    `text` is the whole reference: a record's long title that stands in it word for word is printed, whatever was taken
    for the title, unless what was taken goes on behind it.
    """
    ours, theirs = fold(printed), _STAMP.sub("", fold(found), count=1)
    whole = fold(text) if text else ""
    if theirs != ours and is_notice(theirs) != is_notice(ours or whole[:200]):
        return OTHER_WORK
    if len(theirs) >= MIN_TITLE and whole and f" {theirs} " in f" {whole} ":
        return NEAR if _goes_on(ours, theirs) else 0.0
    if whole and len(theirs) >= LONG_TITLE and _goes_on(ours, theirs):
        return NEAR
    return _apart(ours, theirs) if ours else None


def _goes_on(ours: str, theirs: str) -> bool:
    """Whether the printed title has the other's words and then more: `Pain` is not `Pain in the elderly`."""
    return len(ours) > len(theirs) + 4 and (ours.startswith(f"{theirs} ") or ours.endswith(f" {theirs}"))


def _apart(ours: str, theirs: str) -> float:
    if ours == theirs or ours.replace(" ", "") == theirs.replace(" ", ""):
        return 0.0
    short, long = sorted((ours, theirs), key=len)
    if len(short) >= LONG_TITLE and (rest := _rest(short, long)) is not None:
        return NEAR if _PART.search(rest) else 0.05
    from rapidfuzz import fuzz

    like = max(fuzz.ratio(ours, theirs, score_cutoff=40), fuzz.token_sort_ratio(ours, theirs, score_cutoff=40))
    amount = 1.0 - like / 100
    if _numbers(ours) != _numbers(theirs):
        return max(0.5, amount)
    if amount >= CONTRADICTS or not _another_word(ours.split(), theirs.split()):
        return amount
    return NEAR if amount < ALIKE else max(CONTRADICTS, amount)


def _rest(short: str, long: str) -> str | None:
    """What the longer of two titles has more, where the other is its beginning or its end."""
    if long.startswith(f"{short} "):
        return long[len(short) :]
    return long[: -len(short)] if long.endswith(f" {short}") else None


def _another_word(ours: list[str], theirs: list[str]) -> bool:
    """Whether each has a telling word that the other has not, not even misspelt: one drug for another."""
    from rapidfuzz import fuzz

    mine, others = set(ours) - set(theirs), set(theirs) - set(ours)
    lone = [w for w in mine if len(w) > 3]
    for other in (w for w in others if len(w) > 3):
        if not any(fuzz.ratio(other, w) >= SAME_WORD for w in mine) and not _joined(other, ours):
            return any(not any(fuzz.ratio(w, o) >= SAME_WORD for o in others) and not _joined(w, theirs) for w in lone)
    return False


def _joined(word: str, words: list[str]) -> bool:
    """Whether a word is written as two in the other title: `health care` for `healthcare`."""
    return any(a + b == word for a, b in itertools.pairwise(words))


@lru_cache(maxsize=8192)
def is_notice(title: str) -> bool:
    """Whether a folded title is that of an erratum, a retraction, a comment or a reply."""
    return _NOTICE.search(title) is not None


def _numbers(title: str) -> list[str]:
    """The numbers in a title, which tell part I from part II."""
    return sorted(_NUMBERED.findall(title))
