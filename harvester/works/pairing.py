"""A page before and now -> what of it is the same: its own work, and each reference with the one that it clearly was.

Nothing is guessed: where two old entries fit one new one, or two new ones fit one old one, all of them are new.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from harvester.model import Identifier
from harvester.model.prepared import ClaimedReference, Former, FormerReference, Pairs, Prepared, Successor
from harvester.text import fold
from harvester.works.claims import STRICT
from harvester.works.clusters import contradict
from harvester.works.source_plan import method_of

NEAR = 85
"""Of 100; from this likeness on, words in the same order are nearly the same. A word put in or a name corrected stays
above it, another article of the same author in the same journal below (`tests/works/test_pairing.py`)."""

SAME_NUMBERS = 0.5
"""The part of all numbers (years, volumes, pages) that nearly the same words must share: reports of two years differ in
nothing else."""

MOST_COMPARED = 1_000_000
"""Comparisons of words that one page may cost (a second or two); beyond, changed entries are new ones."""

OF_A_PAGE = 0.5
"""The part of the references that two lists must share to be of one work whatever its title became."""

_NUMBER = re.compile(r"\d+")

Fits = Callable[["Entry", "Entry"], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a reference list, to be paired: its folded words, its identifiers, the digests of its claims."""

    words: str
    identifiers: frozenset[Identifier] = frozenset()
    claims: tuple[str, ...] = ()


def pair_pages(former: Former, prepared: Prepared) -> Pairs:
    """What of a page stayed: the numbers that its references keep, by ordinal, and which claim follows which."""
    now = prepared.references
    pairs = pair_entries([_was(r) for r in former.references], [_is(r) for r in now])
    matched = [(former.references[old], now[new]) for new, old in sorted(pairs.items())]
    numbers = tuple((reference.parsed.raw.ordinal, was.number) for was, reference in matched)
    successors = []
    for was, reference in matched:
        before, entry = _was(was), _is(reference)
        old = [digest for digest in was.claims if digest not in entry.claims]
        new = [digest for digest in entry.claims if digest not in was.claims]
        # None follows where the reference names another work now, or several of its claims changed.
        if len(old) == 1 and len(new) == 1 and not _differ(before, entry):
            successors.append(Successor(old[0], new[0], method_of(reference.parsed)))

    citing, is_now = former.citing, prepared.citing
    if citing and is_now and citing.digest != is_now.digest and not contradict([citing], [is_now]):
        most = max(len(former.references), len(now))
        # A page whose title was corrected is known by its identifiers, its bytes, its abstract or its references.
        if (
            citing.identifiers & is_now.identifiers
            or former.digest == prepared.source.digest
            or near(fold(citing.work.title), fold(is_now.work.title))
            or near(fold(citing.work.abstract), fold(is_now.work.abstract))
            or (most > 1 and len(pairs) >= OF_A_PAGE * most)
        ):
            successors.insert(0, Successor(citing.digest, is_now.digest))
    return Pairs(numbers, tuple(dict.fromkeys(successors)))


def pair_entries(before: Sequence[Entry], now: Sequence[Entry]) -> dict[int, int]:
    """The index of each entry before by that of the entry now which it clearly is: by the same words, then by a common
    identifier, then by nearly the same words."""
    pairs: dict[int, int] = {}
    same = _indexes(before)
    for words, there in _indexes(now).items():
        was = same.get(words, [])
        # In their order; if some of several are gone, only where all say the same, so that it matters not which.
        if len(was) == len(there) or len({before[i].claims for i in was}) == 1:
            pairs.update(zip(there, was, strict=False))

    by_identifier: Fits = lambda one, other: bool(_strict(one) & _strict(other)) and not _differ(one, other)  # noqa: E731
    by_words: Fits = lambda one, other: not _differ(one, other) and near(one.words, other.words)  # noqa: E731
    for fits in (by_identifier, by_words):
        old = [i for i in range(len(before)) if i not in pairs.values()]
        new = [j for j in range(len(now)) if j not in pairs]
        if len(old) * len(new) > MOST_COMPARED:
            break
        fitting = [(j, i) for j in new for i in old if fits(before[i], now[j])]
        of_new, of_old = Counter(j for j, _ in fitting), Counter(i for _, i in fitting)
        # Each must fit the other and nothing else.
        pairs.update({j: i for j, i in fitting if of_new[j] == 1 and of_old[i] == 1})
    return pairs


def near(one: str, other: str) -> bool:
    """Whether two folded texts are nearly the same words in the same order, with the same numbers for the most part."""
    if not one or not other or fuzz.ratio(one, other, score_cutoff=NEAR) == 0:
        return False
    left, right = Counter(_NUMBER.findall(one)), Counter(_NUMBER.findall(other))
    most = max(left.total(), right.total())
    return not most or (left & right).total() >= SAME_NUMBERS * most


def _was(reference: FormerReference) -> Entry:
    return Entry(fold(reference.text), frozenset(reference.identifiers), reference.claims)


def _is(reference: ClaimedReference) -> Entry:
    raw = reference.parsed.raw
    return Entry(fold(raw.text), frozenset(raw.identifiers), tuple(d.digest for d in reference.claims))


def _indexes(entries: Sequence[Entry]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, entry in enumerate(entries):
        found.setdefault(entry.words, []).append(index)
    return found


def _strict(entry: Entry) -> set[Identifier]:
    return {i for i in entry.identifiers if i.scheme in STRICT}


def _differ(one: Entry, other: Entry) -> bool:
    """Whether two entries name different identifiers of a scheme of which a work has one."""
    left, right = _strict(one), _strict(other)
    common = {i.scheme for i in left & right}
    return any(i.scheme not in common for i in left if any(i.scheme == j.scheme for j in right))
