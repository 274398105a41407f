"""Journals and authors under their several spellings: whether two of them can be the same."""

import re
from functools import lru_cache

from harvester.matching.folding import fold
from harvester.matching.likeness import one_slip
from harvester.matching.spellings import spelled_out
from harvester.matching.thresholds import FEW_AUTHORS, NEAR
from harvester.model import Name, Work

_ASIDE = re.compile(r"\s*[(\[:=].*$", re.DOTALL)
_STOP_WORDS = frozenset(
    {"the", "of", "and", "for", "in", "on", "de", "la", "le", "les", "des", "du", "et", "und", "der", "die", "das",
     "fur", "a", "an", "del", "y", "e"}
)  # fmt: skip
_LONGEST = 300
SHORTEST_NAME = 2
SHORTEST_GIVEN = 4
"""Letters of a given name that is no initials."""
MANY = 40
"""Authors of a record that are looked at; a printed list is never longer than its first few."""


def stands_behind(title: str, titles: tuple[str, ...], text: str) -> bool:
    """Whether the journal's name, or an abbreviation of it, stands right behind the title in a folded reference."""
    at = text.find(f"{title} ")
    if not title or at < 0:
        return False
    behind = [w for w in text[at + len(title) : at + len(title) + _LONGEST].split() if w not in _STOP_WORDS]
    names = [_words(name[:_LONGEST]) for name in titles if name]
    return any(bool(words) and _abbreviates(tuple(behind[: len(words)]), words) for words in names)


def same_journal(printed: str, titles: tuple[str, ...]) -> bool:
    """Whether a printed name is that of the journal with these titles and abbreviations, or an abbreviation of one."""
    for title in titles:  # noqa: SIM110  a generator takes half as long again, for each record that is compared
        if title and _is_name_of(printed[:_LONGEST], title[:_LONGEST]):
            return True
    return False


@lru_cache(maxsize=4096)
def _is_name_of(printed: str, title: str) -> bool:
    """Remembered, since the records that are held against a reference are mostly of few journals."""
    wanted = _words(printed)
    return bool(wanted) and _abbreviates(wanted, _words(title))


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The telling words of a journal's name, without what stands in brackets or behind a colon."""
    bare = _ASIDE.sub("", name.replace("&", " ")) or name
    return tuple(word for word in fold(bare).split() if word not in _STOP_WORDS)


def _abbreviates(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Word by word one is the beginning of the other; a single word must be the whole name."""
    if len(one) != len(other):
        return "".join(one) == "".join(other) or _initials(one, other) or _initials(other, one)
    if len(one) == 1:
        return one == other
    return all(a.startswith(b) or b.startswith(a) or _contracts(a, b) for a, b in zip(one, other, strict=True))


def _initials(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
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
    one, other = _whole(printed), _whole(found)
    if not one or not other:
        return False
    return (
        one == other
        or one.replace(" ", "") == other.replace(" ", "")
        or _nearly(one, other)
        or _spelled(printed, found)
    )


def _spelled(one: Name, other: Name) -> bool:
    """Whether one name is the other with its umlauts spelled out: `Mueller` is `Müller`, and `Bauer` is not `Baur`."""
    ours, theirs = f"{one.particle} {one.family}", f"{other.particle} {other.family}"
    if ours.isascii() and theirs.isascii():
        return False
    return fold(spelled_out(ours)) == fold(spelled_out(theirs)) != ""


def _nearly(one: str, other: str) -> bool:
    """One letter wrong in a long name, or a part of a double name left out."""
    if one in other.split() or other in one.split():
        return min(len(one), len(other)) >= 4
    return min(len(one), len(other)) >= 6 and one_slip(one, other)


def author_distance(printed: tuple[Name, ...], found: tuple[Name, ...]) -> float:
    """The first authors: 0 for the same, a little where only the order or the given name differs, 1 for another.

    A group counts wherever it stands: records put it last, print puts it first.
    """
    first = printed[0]
    if first.family and first == found[0]:
        return 0.0
    if same_author(first, found[0]):
        return NEAR if _other_given(first, found[0]) else 0.0
    if first.literal and _is_group_of(first, found):
        return 0.0
    ours, theirs = _whole(first), _whole(found[0])
    if first.given and fold(first.given).replace(" ", "") == theirs.replace(" ", ""):
        return NEAR
    if _is_swapped_and_cut(first, found[0]):
        return NEAR
    if _without_umlauts(ours) == _without_umlauts(theirs) != "" or _slipped(ours, theirs):
        return NEAR
    return NEAR if any(same_author(first, n) and not _other_given(first, n) for n in found[1:3]) else 1.0


def _is_swapped_and_cut(printed: Name, found: Name) -> bool:
    """Whether a name in Chinese order was read from the wrong end: `Xiaoming W` for `Wang Xiaoming`."""
    ours, theirs = _whole(printed).replace(" ", ""), fold(found.given).replace(" ", "")
    return len(ours) >= SHORTEST_GIVEN and ours == theirs and fold(printed.given)[:1] == _whole(found)[:1]


def _is_group_of(printed: Name, found: tuple[Name, ...]) -> bool:
    """Whether a printed group is one of a record's, wherever it stands there, or its first person in one piece."""
    if any(same_author(printed, n) for n in found[:MANY] if n.literal):
        return True
    return _group_for_person(printed.literal, found[0])


def opens(text: str, found: Name) -> bool:
    """Whether a folded reference begins with this author, whatever was understood of it: a group with all its words, a
    person with the family name and the first letter of the given one."""
    whole, printed = _whole(found), text.lstrip("0123456789 ").removeprefix("the ")
    if len(whole) < SHORTEST_NAME or not printed.startswith(f"{whole} "):
        return False
    given = fold(found.given)[:1]
    return bool(found.literal) or (bool(given) and printed[len(whole) + 1 :].startswith(given))


def is_group_for_persons(printed: Name, found: tuple[Name, ...]) -> bool:
    """Whether print names a group where the record names persons alone."""
    return bool(printed.literal) and not any(name.literal for name in found)


def _without_umlauts(name: str) -> str:
    """A folded name with `ae`, `oe` and `ue` as the letters that they stand for, without their dots."""
    return name.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace(" ", "")


def _slipped(one: str, other: str) -> bool:
    """One letter wrong in a name of three letters and more: it is not another author yet, and not the same."""
    return min(len(one), len(other)) >= 3 and one_slip(one, other)


def _group_for_person(literal: str, found: Name) -> bool:
    """Whether a person's name was taken for a group's: all of "Kaplan GG" in one piece."""
    words = fold(literal).split()
    return bool(found.family) and len(words) <= 4 and fold(found.family) in " ".join(words)


def _other_given(one: Name, other: Name) -> bool:
    """Whether both have given names and these begin with different letters."""
    if one.given[:1] == other.given[:1] and one.given[:1].isalnum():
        return False
    ours, theirs = fold(one.given)[:1], fold(other.given)[:1]
    return bool(ours and theirs) and ours != theirs


def authors_distance(printed: Work, found: Work) -> float | None:
    """How many of the other printed authors the record does not have, as a share; None where there is too little.

    Only two or more others say something; a record that was cut says nothing of those behind.
    """
    ours, theirs = printed.author[1:8], found.author[:MANY]
    if len(ours) < 2 or len(theirs) < 2 or not found.authors_complete:
        return None
    if {name.family for name in ours} <= {name.family for name in theirs if not name.literal}:
        return 0.0  # what is spelt alike is the same name, however it is folded
    known = {_whole(name) for name in theirs}
    known.update(fold(name.family) for name in theirs if name.particle)
    share = sum(1 for name in ours if _whole(name) in known or fold(name.family) in known) / len(ours)
    if share >= 0.99:
        return 0.0
    return 1.0 if share < FEW_AUTHORS else NEAR


def _whole(name: Name) -> str:
    """The family name with its particle, or the group without its article."""
    if name.literal:
        return fold(name.literal).removeprefix("the ")
    return fold(f"{name.particle} {name.family}" if name.particle else name.family)
