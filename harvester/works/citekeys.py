"""Citation keys: `kaplan2015global` from author, year and title, and keys for many works whatever their order.

A key holds `[A-Za-z0-9:_-]` only, so that BibTeX, biber, pandoc and every shell take it as it is.
"""

import itertools
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple, TypeVar

from harvester.model import Work
from harvester.values import dates, titles
from harvester.works import citekey_letters

K = TypeVar("K", bound=Hashable)

_ENGLISH = (
    "a an and are as at be by can do does for from has have how in into is it its of on or our than that the their "
    "there these this to towards under upon using versus via vs was we were what when where which who why will with "
    "within without"
)
_OTHERS = "das de del der des die du ein eine el et il la las le les los och om oder un una und une van von y zur"
_STOP_WORDS = frozenset(f"{_ENGLISH} {_OTHERS}".split())
_WORD = re.compile(r"[a-z0-9]+")
_ACRONYM = re.compile(r"(?<![\w-])[A-Z](?:[A-Z0-9]|-(?=[A-Z0-9])){1,14}(?![\w-])")
_HYPHEN_NUMBER = re.compile(r"(?<=[a-z])-(?=\d)")  # "PD-1" is one word
_NOT_KEY = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_WORD = 24
"""Letters of a title word (`methylenetetrahydrofolate` has one more): a key is to be typed and read."""

_LONGEST_HEAD = 32
"""Letters of an author: the longest double names fit, the sentence that some bodies have for a name does not."""


PATTERN = "{author}{year}{word}"
"""The default form of a key; the setting `citekey` may give another."""

PARTS = ("author", "Author", "year", "word", "Word")
"""What a pattern may name; with a capital the first letter is one."""

_PLACE = re.compile(r"\{(\w*)\}")
_PIECE = re.compile(r"\{\w*\}|[^{]+")
_YEAR = re.compile(r"\d{4}|nd")


class KeyParts(NamedTuple):
    """What the keys of a work are made of: its first author (or what stands there), its year or `nd`, a title word.

    A library keeps them with each work, so that works whose keys may collide are found without reading all of it. A
    change of how they are made needs a migration that makes them anew, as 0007 does.
    """

    author: str
    year: str
    word: str

    @property
    def head(self) -> str:
        """Author and year as one text, by which a library looks works up."""
        return f"{self.author} {self.year}"


def check_pattern(pattern: str) -> str:
    """What is wrong with a pattern, in a sentence; "" if nothing is."""
    unknown = [name for name in _PLACE.findall(pattern) if name not in PARTS]
    if unknown:
        return f"The citekey pattern {pattern!r} names {{{unknown[0]}}}; it may name {', '.join(PARTS)}."
    if re.search(r"[^A-Za-z0-9:_-]", _PLACE.sub("", pattern)):
        return f"The citekey pattern {pattern!r} may hold letters, digits and : _ - beside its places in braces."
    return "" if _PLACE.search(pattern) else f"The citekey pattern {pattern!r} names none of {', '.join(PARTS)}."


def propose(work: Work, pattern: str = PATTERN) -> Iterator[str]:
    """Keys for a work, the best first: by the pattern, then with each further title word, then with identifiers.

    Without an author the key has a title word in its place, without a year it says `nd`; the last key ends in a digest
    of all that is known of the work, so two works that differ in anything have keys that differ. Never empty.
    """
    parts, words = _parts(work)
    key = stem = begin(parts, pattern)
    yield key
    for word in words:
        key += word
        yield key
    for identifier in work.identifiers:
        yield f"{stem}-{identifier.scheme}{_NOT_KEY.sub('-', identifier.value).rstrip('-')}"
    # Ten hexadecimal digits: of two works that are otherwise alike, not one pair in a million million has the same.
    yield f"{stem}-{sha256(repr(work).encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


def parts_of(work: Work) -> KeyParts:
    """What the keys of a work begin with, whatever the pattern."""
    return _parts(work)[0]


def _parts(work: Work) -> tuple[KeyParts, tuple[str, ...]]:
    """What a work's keys begin with, and the title words that may follow."""
    words = title_words(work.title)
    head = _head(work)
    if not head:
        head, words = (words[0], words[1:]) if words else ("anon", ())
    year = dates.year(work.issued)
    # Four digits, so that a key can be taken apart again (`heads`).
    return KeyParts(head, "nd" if year is None else f"{year:04d}", words[0] if words else ""), words[1:]


def begin(parts: KeyParts, pattern: str = PATTERN) -> str:
    """The first key that parts make by a pattern; every other key of the same work begins with it."""
    author, year, word = parts
    # "who-3" and "2020" would read as one number without the hyphen.
    author = f"{author}-" if author[-1].isdigit() else author
    values = {"author": author, "year": year, "word": word, "Author": author.capitalize(), "Word": word.capitalize()}
    return _PLACE.sub(lambda match: values[match.group(1)], pattern)


def heads(key: str, pattern: str = PATTERN) -> set[str] | None:
    """The heads (see `KeyParts.head`) that works can have whose keys by a pattern begin as this one does.

    None where the pattern does not say both author and year, so that any work may.
    """
    parts = {part.lower() for part in _PLACE.findall(pattern)}
    if not {"author", "year"} <= parts:
        return None
    pieces = [piece.lower() for piece in _PIECE.findall(pattern)]
    while pieces[-1] not in ("{author}", "{year}"):
        pieces.pop()  # what follows both may be anything, since a key is the beginning of longer ones
    found: set[str] = set()

    def read(rest: str, left: list[str], author: str, year: str) -> None:
        if not left:
            found.add(KeyParts(author, year, "").head)
            return
        piece, after = left[0], left[1:]
        if piece == "{year}":
            if match := _YEAR.match(rest):
                read(rest[match.end() :], after, author, match.group())
        elif piece == "{author}":
            for end in range(1, min(len(rest), _LONGEST_HEAD) + 1):
                # See `begin`: an author that ends in a digit has a hyphen behind it.
                if rest[end - 1].isdigit() and rest[end : end + 1] == "-":
                    read(rest[end + 1 :], after, rest[:end], year)
                elif rest[end - 1].isalpha():
                    read(rest[end:], after, rest[:end], year)
        elif piece == "{word}":
            for end in range(min(len(rest), _LONGEST_WORD) + 1):
                read(rest[end:], after, author, year)
        elif rest.startswith(piece):
            read(rest[len(piece) :], after, author, year)

    read(key.lower(), pieces, "", "")
    return found


def assign(works: Mapping[K, Work], taken: Iterable[str] = (), pattern: str = PATTERN) -> dict[K, str]:
    """A key for each work, none of them in `taken`, the same whatever the order of `works`.

    Works are served in an order of their own content; the second of two that would share a key gets a further title
    word. Keys that differ only in case count as one, as BibTeX takes them.
    """
    used = {key.lower() for key in taken}
    assigned: dict[K, str] = {}

    def canonical(item: tuple[K, Work]) -> tuple[str, ...]:
        name, work = item
        # Identifiers first, as the surest, then all that is known; "~" stands behind any of them.
        return *sorted(map(str, work.identifiers)), "~", str(work.issued or ""), work.title, repr(work), str(name)

    for name, work in sorted(works.items(), key=canonical):
        key = next((key for key in propose(work, pattern) if key.lower() not in used), "")
        if not key:  # works that are equal in all that is known have the same proposals, and are numbered
            *_, last = propose(work, pattern)
            key = next(key for n in itertools.count(2) if (key := f"{last}-{n}").lower() not in used)
        used.add(key.lower())
        assigned[name] = key
    return assigned


def title_words(title: str) -> tuple[str, ...]:
    """The significant words of a title in lower-case ASCII: no articles or prepositions, lone letters or bare
    numbers."""
    text = _HYPHEN_NUMBER.sub("", citekey_letters.lower(titles.plain(title)))
    words = [word[:_LONGEST_WORD] for word in _WORD.findall(text)]
    significant = [word for word in words if len(word) > 1 and not word.isdigit() and word not in _STOP_WORDS]
    # A title of nothing else ("1984", "It") is named by its first word all the same.
    return tuple(significant or words[:1])


def _head(work: Work) -> str:
    """The first author, else the first editor, in a form that a key can start with."""
    for name in (*work.author[:1], *work.editor[:1]):
        if not name.literal:
            person = citekey_letters.lower(f"{name.particle} {name.family or name.given}")
            head = "".join(_WORD.findall(person))[:_LONGEST_HEAD]
        elif acronym := _ACRONYM.search(name.literal):
            # A group is cited by its acronym where its name has one: "GBD 2019 Diseases and Injuries Collaborators".
            head = "".join(_WORD.findall(citekey_letters.lower(acronym.group())))
        else:
            head = "".join(title_words(name.literal)[:2])[:_LONGEST_HEAD]
        if head:
            return head
    return ""
