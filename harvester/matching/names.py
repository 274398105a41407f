"""Journals and first authors under their several spellings: whether two of them can be the same."""

import re

from harvester.model import Name
from harvester.text import fold

_ASIDE = re.compile(r"\s*[(\[:=].*$", re.DOTALL)
_STOP_WORDS = frozenset(
    {"the", "of", "and", "for", "in", "on", "de", "la", "le", "les", "des", "du", "et", "und", "der", "die", "das",
     "fur", "a", "an", "del", "y", "e"}
)  # fmt: skip


def same_journal(printed: str, titles: tuple[str, ...]) -> bool:
    """Whether a printed name is that of the journal with these titles and abbreviations, or an abbreviation of one."""
    wanted = _words(printed)
    return bool(wanted) and any(_abbreviates(wanted, _words(title)) for title in titles if title)


def _words(name: str) -> list[str]:
    """The telling words of a journal's name, without what stands in brackets or behind a colon."""
    bare = _ASIDE.sub("", name.replace("&", " ")) or name
    return [word for word in fold(bare).split() if word not in _STOP_WORDS]


def _abbreviates(one: list[str], other: list[str]) -> bool:
    """Word by word one is the beginning of the other; a single word must be the whole name."""
    if len(one) != len(other):
        return "".join(one) == "".join(other) or _initials(one, other) or _initials(other, one)
    if len(one) == 1:
        return one == other
    return all(a.startswith(b) or b.startswith(a) or _contracts(a, b) for a, b in zip(one, other, strict=True))


def _initials(one: list[str], other: list[str]) -> bool:
    """ "pnas" for the first letters of at least three words."""
    return len(one) == 1 and len(other) >= 3 and one[0] == "".join(word[0] for word in other)


def _contracts(one: str, other: str) -> bool:
    """ "natl" for "national": same first and last letter, the rest in the same order."""
    short, long = sorted((one, other), key=len)
    if len(short) < 3 or short[0] != long[0]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def same_author(printed: Name, found: Name) -> bool:
    """Whether two first authors can be the same: the family name without accents, or the group's words."""
    one, other = fold(_whole(printed)), fold(_whole(found))
    if not one or not other:
        return False
    return one == other or one.replace(" ", "") == other.replace(" ", "") or _nearly(one, other)


def _nearly(one: str, other: str) -> bool:
    """One letter wrong in a long name, or a part of a double name left out."""
    if one in other.split() or other in one.split():
        return min(len(one), len(other)) >= 4
    from rapidfuzz.distance import OSA

    return min(len(one), len(other)) >= 6 and OSA.distance(one, other) <= 1


def _whole(name: Name) -> str:
    return name.literal or f"{name.particle} {name.family}"
