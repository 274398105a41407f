"""Citation keys: those that a bibliography was written with, and for other works the ones they would get now.

A provisional key is worked out from what the library holds, never from the order in which it was asked: it is what
`works.citekeys.assign` gives if all works without a fixed key are named together. For a few works that needs those
alone whose keys may collide with theirs, which are found by what their keys begin with (`work.key_head`, `key_word`).
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher, get_close_matches
from heapq import nlargest

from harvester.model import Provisional, Work
from harvester.store.views import works
from harvester.store.views.reader import Reader
from harvester.works import citekeys
from harvester.works.citekeys import KeyParts

FIXED = 'SELECT work_id, key, "current" FROM citekey WHERE work_id IN (:these) ORDER BY key'
HOME = "SELECT work_id FROM citekey WHERE key = :key"
NO_KEY = """
SELECT id, key_head, key_word FROM work
WHERE id IN (:these) AND NOT EXISTS (SELECT 1 FROM citekey WHERE citekey.work_id = work.id)
"""
ANY_KEYLESS = """
SELECT id, key_head, key_word FROM work WHERE NOT EXISTS (SELECT 1 FROM citekey WHERE citekey.work_id = work.id)
"""
KEYLESS = f"{ANY_KEYLESS.rstrip()} AND key_head IN (:these)"
TAKEN = "SELECT folded FROM citekey WHERE folded IN (:these)"
DIGESTS = "SELECT work_id, min(digest) FROM description WHERE work_id IN (:these) GROUP BY work_id"
NEAR_FIXED = "SELECT key FROM citekey WHERE folded LIKE :begins AND work_id IS NOT NULL LIMIT :most"
NEAR_KEYLESS = f"{ANY_KEYLESS.rstrip()} AND key_head LIKE :begins LIMIT :most"

MANY = 20_000
"""Keys from which on all works without a key are read at once; a choice, not a measured bound."""
MOST_LOOKED_AT = 5_000
"""Keys that are compared with one that was mistyped: enough for all that begin with the same two letters."""
MOST_WORKED_OUT = 50
"""Provisional keys that are worked out to offer two: so many works may compete for the same beginning."""
ALIKE = 0.75
"""How like a mistyped key another must be to be offered, by difflib's ratio: one letter in eight may be wrong."""


def keys_of(reader: Reader, numbers: Iterable[int]) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Of each work the key in use and its aliases in alphabetical order; a `Provisional` one where none is fixed."""
    wanted = list(dict.fromkeys(numbers))
    current: dict[int, str] = {}
    aliases: dict[int, list[str]] = {}
    for work, key, is_current in reader.each(FIXED, wanted):
        if is_current:
            current[work] = key
        else:
            aliases.setdefault(work, []).append(key)
    # A work with an alias was in a bibliography: it is asked for by that, and gets no key that may change.
    bare = [number for number in wanted if number not in current and number not in aliases]
    current |= provisional(reader, bare)
    return {number: (current.get(number, f"w{number}"), tuple(aliases.get(number, ()))) for number in wanted}


def without_key(reader: Reader, numbers: Iterable[int]) -> list[int]:
    """Those of some works that have no fixed key, not even an alias."""
    return [number for number, _, _ in reader.each(NO_KEY, numbers)]


def provisional(reader: Reader, numbers: Collection[int]) -> dict[int, str]:
    """The keys that works would get now; those of them that have a fixed one are left out."""
    parts = {number: _parts(head, word) for number, head, word in reader.each(NO_KEY, numbers)}
    first = {number: citekeys.begin(one, reader.pattern) for number, one in parts.items()}
    rivals = _beginning(reader, first.values())
    taken = _taken(reader, first.values())
    begins = sorted((begin.lower(), number) for number, begin in rivals.items())
    alone: dict[int, str] = {}
    contested: set[int] = set()
    for number, key in first.items():
        # Another work can only have this key if its own keys begin as this one does: most works have no such other.
        folded = key.lower()
        others = any(_has(begins, folded[:end], number) for end in range(1, len(folded) + 1))
        if others or folded in taken:
            contested.add(number)
        else:
            alone[number] = Provisional(key)
    return alone | _settled(reader, contested)


def _has(begins: list[tuple[str, int]], key: str, but: int) -> bool:
    """Whether a work other than one has keys that begin with exactly this text."""
    place = bisect_left(begins, (key, 0))
    return any(begin == key and number != but for begin, number in begins[place : place + 2])


def _settled(reader: Reader, contested: Collection[int]) -> dict[int, str]:
    """Keys of works that may collide: all that compete with them, however far, are named together."""
    family: dict[int, Work] = {}
    fresh = works.whole(reader, contested)
    claimed: set[str] = set()
    strangers: dict[int, Work] = {}
    while fresh:
        family |= fresh
        proposed = [[key.lower() for key in citekeys.propose(work, reader.pattern)] for work in fresh.values()]
        claimed.update(key for keys in proposed for key in keys)
        # The longest of a work's keys and the last one begin with all that its others begin with.
        longest = [key for keys in proposed for key in (max(keys, key=len), keys[-1])]
        known = family.keys() | strangers.keys()
        near = _beginning(reader, longest).keys() - known
        strangers |= works.whole(reader, near)
        fresh = {
            number: work
            for number, work in strangers.items()
            if any(key.lower() in claimed for key in citekeys.propose(work, reader.pattern))
        }
        for number in fresh:
            del strangers[number]
    digests: dict[int, str] = {row[0]: row[1] for row in reader.each(DIGESTS, family)}
    taken = _taken(reader, claimed)
    named = {digests.get(number, ""): number for number in family}
    while True:
        keys = citekeys.assign({digest: family[number] for digest, number in named.items()}, taken, reader.pattern)
        # Works that are equal in all that is known are numbered, and such a key may be fixed already.
        if not (more := _taken(reader, keys.values())):
            break
        taken |= more
    return {named[digest]: Provisional(key) for digest, key in keys.items() if named[digest] in contested}


def _beginning(reader: Reader, keys: Iterable[str]) -> dict[int, str]:
    """The works without a fixed key whose keys begin as some of these do, each with its first key."""
    wanted = sorted({key.lower() for key in keys})
    if not wanted:
        return {}
    # A bibliography of all that a library has asks about as many keys as there are works.
    of_keys = [citekeys.heads(key, reader.pattern) for key in wanted] if len(wanted) < MANY else [None]
    if None in of_keys:
        found = reader.rows(ANY_KEYLESS)
    else:
        found = reader.each(KEYLESS, sorted({head for heads in of_keys for head in heads or ()}))
    begins: dict[int, str] = {}
    for number, head, word in found:
        begin = citekeys.begin(_parts(head, word), reader.pattern)
        # Of sorted keys the first that is not before a text begins with it, if any does.
        place = bisect_left(wanted, begin.lower())
        if place < len(wanted) and wanted[place].startswith(begin.lower()):
            begins[number] = begin
    return begins


def _parts(head: str, word: str) -> KeyParts:
    author, _, year = head.rpartition(" ")
    return KeyParts(author, year, word)


def _taken(reader: Reader, keys: Iterable[str]) -> set[str]:
    return {row[0] for row in reader.each(TAKEN, sorted({key.lower() for key in keys}))}


def find(reader: Reader, key: str) -> int | None:
    """The number of the work that has a key, fixed or provisional; None if no work has it."""
    if (number := reader.one(HOME, key=key)) is not None:
        return int(number)
    near = works.whole(reader, _beginning(reader, [key]))
    # A key is the beginning of longer ones, so others begin as it does without ever being offered it.
    proposing = [number for number, work in near.items() if key in citekeys.propose(work, reader.pattern)]
    keys = provisional(reader, proposing)
    return next((number for number, own in keys.items() if own == key), None)


def near(reader: Reader, key: str) -> list[str]:
    """The keys most like one that was mistyped, the nearest first; only those that begin with the same two letters."""
    folded = key.lower()
    begins = "".join(letter for letter in folded[:2] if letter.isalnum())
    asked = {"begins": f"{begins}%", "most": MOST_LOOKED_AT}
    fixed = [row[0] for row in reader.rows(NEAR_FIXED, **asked)]
    # A provisional key is longer than what it begins with where works compete for that.
    beginning = {
        number: SequenceMatcher(None, begin, folded[: len(begin)]).ratio()
        for number, head, word in reader.rows(NEAR_KEYLESS, **asked)
        for begin in (citekeys.begin(_parts(head, word), reader.pattern).lower(),)
    }
    best = nlargest(MOST_WORKED_OUT, beginning, key=lambda number: (beginning[number], -number))
    keys = provisional(reader, best)
    return get_close_matches(folded, [*fixed, *keys.values()], 2, ALIKE)
