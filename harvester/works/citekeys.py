"""Citation keys: `kaplan2015global` from author, year and title, and keys for many works whatever their order.

A key holds `[A-Za-z0-9:_-]` only, so that BibTeX, biber, pandoc and every shell take it as it is.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple, TypeVar

from harvester.model import Name, Work
from harvester.values import dates, titles
from harvester.works import spelling

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
_LONGEST_HEAD = 32


PATTERN = "{author}{year}{word}"
"""The default form of a key; the setting `citekey` may give another."""

PLACES = ("author", "Author", "year", "word", "Word")
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
    unknown = [name for name in _PLACE.findall(pattern) if name not in PLACES]
    if unknown:
        return f"The citekey pattern {pattern!r} names {{{unknown[0]}}}; it may name {', '.join(PLACES)}."
    if re.search(r"[^A-Za-z0-9:_-]", _PLACE.sub("", pattern)):
        return f"The citekey pattern {pattern!r} may hold letters, digits and : _ - beside its places in braces."
    return "" if _PLACE.search(pattern) else f"The citekey pattern {pattern!r} names none of {', '.join(PLACES)}."


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
    yield f"{stem}-{_digest(work)}"


def parts_of(work: Work) -> KeyParts:
    """What the keys of a work begin with, whatever the pattern."""
    return _parts(work)[0]


def _parts(work: Work) -> tuple[KeyParts, tuple[str, ...]]:
    """What a work's keys begin with, and the title words that may follow."""
    words = title_words(work.title)
    head = _head(work)
    if not head:
        head, words = (words[0], words[1:]) if words else ("anon", ())
    return KeyParts(head, _year(work), words[0] if words else ""), words[1:]


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
    places = {place.lower() for place in _PLACE.findall(pattern)}
    if not {"author", "year"} <= places:
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
    for name, work in sorted(works.items(), key=lambda item: (_canonical(item[1]), str(item[0]))):
        key = next((key for key in propose(work, pattern) if key.lower() not in used), "")
        key = key or _numbered(work, pattern, used)
        used.add(key.lower())
        assigned[name] = key
    return assigned


def title_words(title: str) -> tuple[str, ...]:
    """The significant words of a title in lower-case ASCII: no articles or prepositions, lone letters or bare
    numbers."""
    text = _HYPHEN_NUMBER.sub("", spelling.lower(titles.plain(title)))
    words = [word[:_LONGEST_WORD] for word in _WORD.findall(text)]
    telling = [word for word in words if len(word) > 1 and not word.isdigit() and word not in _STOP_WORDS]
    return tuple(telling or words[:1])


def _head(work: Work) -> str:
    """The first author, else the first editor, in a form that a key can start with."""
    for name in (*work.author[:1], *work.editor[:1]):
        head = _group(name.literal) if name.literal else _person(name)
        if head:
            return head
    return ""


def _person(name: Name) -> str:
    return "".join(_WORD.findall(spelling.lower(f"{name.particle} {name.family or name.given}")))[:_LONGEST_HEAD]


def _group(literal: str) -> str:
    """The acronym that a group's name holds, else its first two significant words."""
    if acronym := _ACRONYM.search(literal):
        return "".join(_WORD.findall(spelling.lower(acronym.group())))
    return "".join(title_words(literal)[:2])[:_LONGEST_HEAD]


def _year(work: Work) -> str:
    year = dates.year(work.issued)
    return "nd" if year is None else f"{year:04d}"


def _canonical(work: Work) -> tuple[str, ...]:
    """What works are put in order by: identifiers first, as the surest, then all that is known."""
    return (*sorted(map(str, work.identifiers)), "~", str(work.issued or ""), work.title, repr(work))


def _digest(work: Work) -> str:
    return sha256(repr(work).encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _numbered(work: Work, pattern: str, used: set[str]) -> str:
    """For works that are equal in all that is known: the last proposal and a number."""
    last = list(propose(work, pattern))[-1]
    return next(key for key in (f"{last}-{n}" for n in range(2, len(used) + 3)) if key.lower() not in used)
