"""Authors under their several spellings: whether two of them can be the same."""

from harvester.matching.folding import fold
from harvester.matching.likeness import one_slip
from harvester.matching.spellings import spelled_out
from harvester.matching.thresholds import (
    FEW_AUTHORS,
    LONG_NAME,
    LONG_PART,
    MANY_AUTHORS,
    NEAR,
    OTHER_AUTHORS,
    PERSON_AS_GROUP,
    SHORT_SLIP,
    SHORTEST_GIVEN,
    SHORTEST_NAME,
)
from harvester.model import Name, Work


def same_author(printed: Name, found: Name) -> bool:
    """Whether two first authors can be the same: the family name without accents, or the group's words."""
    one, other = _whole(printed), _whole(found)
    if not one or not other:
        return False
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    # A part of a double name may be left out; one letter may be wrong in a long name.
    if one in other.split() or other in one.split():
        if min(len(one), len(other)) >= LONG_PART:
            return True
    elif min(len(one), len(other)) >= LONG_NAME and one_slip(one, other):
        return True
    # `Mueller` is `Müller`, and `Bauer` is not `Baur`: umlauts are spelled out only where one of the two has some.
    ours, theirs = f"{printed.particle} {printed.family}", f"{found.particle} {found.family}"
    if ours.isascii() and theirs.isascii():
        return False
    return fold(spelled_out(ours)) == fold(spelled_out(theirs)) != ""


def author_distance(printed: tuple[Name, ...], found: tuple[Name, ...]) -> float:
    """The first authors: 0 for the same, a little where only the order or the given name differs, 1 for another.

    A group counts wherever it stands: records put it last, print puts it first.
    """
    first, theirs = printed[0], found[0]
    if first.family and first == theirs:
        return 0.0
    if same_author(first, theirs):
        return NEAR if _other_given(first, theirs) else 0.0
    if first.literal:
        if any(same_author(first, n) for n in found[:MANY_AUTHORS] if n.literal):
            return 0.0
        # "Kaplan GG" in one piece was taken for a group.
        words = fold(first.literal).split()
        if theirs.family and len(words) <= PERSON_AS_GROUP and fold(theirs.family) in " ".join(words):
            return 0.0
    whole, their_whole = _whole(first), _whole(theirs)
    run_together, given = whole.replace(" ", ""), fold(first.given)
    # Family and given name in each other's place; or a name in Chinese order read from the wrong end, and then cut:
    # `Xiaoming W` for `Wang Xiaoming`.
    swapped = first.given and given.replace(" ", "") == their_whole.replace(" ", "")
    cut = len(run_together) >= SHORTEST_GIVEN and run_together == fold(theirs.given).replace(" ", "")
    if swapped or (cut and given[:1] == their_whole[:1]):
        return NEAR
    # The dots of umlauts lost on one side and spelled out on the other: `Muller`, `Mueller`.
    ours, bare = (
        name.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace(" ", "") for name in (whole, their_whole)
    )
    if ours == bare != "":
        return NEAR
    # One letter wrong: it is not another author yet, and not the same.
    if min(len(whole), len(their_whole)) >= SHORT_SLIP and one_slip(whole, their_whole):
        return NEAR
    return NEAR if any(same_author(first, n) and not _other_given(first, n) for n in found[1:3]) else 1.0


def opens(text: str, found: Name) -> bool:
    """Whether a folded reference begins with this author, whatever was understood of it: a group with all its words, a
    person with the family name and the first letter of the given one."""
    whole, printed = _whole(found), text.lstrip("0123456789 ").removeprefix("the ")
    if len(whole) < SHORTEST_NAME or not printed.startswith(f"{whole} "):
        return False
    given = fold(found.given)[:1]
    return bool(found.literal) or (bool(given) and printed[len(whole) + 1 :].startswith(given))


def authors_distance(printed: Work, found: Work) -> float | None:
    """How many of the other printed authors the record does not have; None where there is too little.

    A record that was cut says nothing of those behind.
    """
    # Eight are read: print rarely names more before its "et al.", and each costs a look-up.
    ours, theirs = printed.author[1:8], found.author[:MANY_AUTHORS]
    if len(ours) < OTHER_AUTHORS or len(theirs) < OTHER_AUTHORS or not found.authors_complete:
        return None
    if {name.family for name in ours} <= {name.family for name in theirs if not name.literal}:
        return 0.0  # what is spelt alike is the same name, however it is folded
    known = {_whole(name) for name in theirs}
    known.update(fold(name.family) for name in theirs if name.particle)
    there = sum(1 for name in ours if _whole(name) in known or fold(name.family) in known)
    if there == len(ours):
        return 0.0
    return 1.0 if there / len(ours) < FEW_AUTHORS else NEAR


def _other_given(one: Name, other: Name) -> bool:
    """Whether both have given names and these begin with different letters: a brother of the first author."""
    if one.given[:1] == other.given[:1] and one.given[:1].isalnum():
        return False
    ours, theirs = fold(one.given)[:1], fold(other.given)[:1]
    return bool(ours and theirs) and ours != theirs


def _whole(name: Name) -> str:
    """The family name with its particle, or the group without its article."""
    if name.literal:
        return fold(name.literal).removeprefix("the ")
    return fold(f"{name.particle} {name.family}" if name.particle else name.family)
