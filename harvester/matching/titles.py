"""How far two titles are apart, seen through cuts and misprints, but not through what tells companion papers apart."""

import re

from harvester.text import fold

MIN_TITLE = 20
"""Letters that a title needs to be looked for within a text."""
LONG_TITLE = 30
"""Letters of the shorter title from which on it may be a cut of the longer one."""

_PART = re.compile(r"\b(?:[ivx]{1,4}|\d{1,4})\b")
_NOTICE = re.compile(
    r"^(?:(?:published |author |publisher )?(?:erratum|errata|corrigendum|correction|retraction|retracted|"
    r"expression of concern|comment(?:ary|s)?|reply|replies|response|letter|re|authors? reply|addendum)\b)"
    r"|\b(?:a|the|authors?|authors) (?:reply|response|comment)\b|\breply$|\bauthors? (?:reply|response)$"
)
OTHER_WORK = 0.9


def title_distance(printed: str, found: str, text: str) -> float | None:
    """From 0 (the same) to 1; None where nothing that could be compared is printed.

    `text` is the whole reference: a record's long title that stands in it word for word is printed, whatever was taken
    for the title.
    """
    ours, theirs = fold(printed), fold(found)
    if _is_notice(theirs) != _is_notice(ours or fold(text)[:200]) and theirs != ours:
        return OTHER_WORK
    if len(theirs) >= MIN_TITLE and f" {theirs} " in f" {fold(text)} ":
        return 0.0
    if not ours:
        return None
    if _parts(ours) != _parts(theirs) and ours not in theirs and theirs not in ours:
        return max(0.5, _apart(ours, theirs))
    return _apart(ours, theirs)


def _apart(ours: str, theirs: str) -> float:
    if ours == theirs:
        return 0.0
    short, long = sorted((ours, theirs), key=len)
    if len(short) >= LONG_TITLE and (long.startswith(f"{short} ") or long.endswith(f" {short}")):
        return 0.05
    from rapidfuzz import fuzz

    return 1.0 - max(fuzz.ratio(ours, theirs), fuzz.token_sort_ratio(ours, theirs)) / 100


def _is_notice(title: str) -> bool:
    """Whether a title is that of an erratum, a retraction, a comment or a reply."""
    return _NOTICE.search(title) is not None


def _parts(title: str) -> list[str]:
    """The numbers in a title, which tell part I from part II."""
    return sorted(_PART.findall(title))
