"""Where the items of a reference are the name of a known journal: names and abbreviations, as a feature for the tagger.

The table `journals.txt` is made by `training/train_references.py` of the names that the facts print. A name in it is no
proof: "Nature" and "Blood" are words of titles too, so that the tagger weighs it like anything else it sees; and names
that are not in it must be found as before, for which a part of them is left out where it is trained.
"""

import pkgutil
from bisect import bisect_left
from functools import cache, lru_cache

TABLE = "journals.txt"
_MOST_ITEMS = 9
"""Items of a name; longer ones are not in the table."""
_ENDS = frozenset(';(["“”?!/]')
"""Marks that do not stand inside a name."""
_KEPT = 20000
"""Words whose letters are remembered, as many as `features` remembers shapes of."""
_BEGINS = frozenset("CMUIl")
"""Shapes of the words that names begin with: capitals, and signs that are no letters of two sizes."""
_MANY = 3
"""Items from which on a name is one that no title holds by chance."""


class Known:
    """Names in the order of their words, looked up by the first word as they are asked for: making a table of all of
    them would cost each start of the program 7 ms."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._found: dict[str, frozenset[str] | None] = {}

    def get(self, first: str) -> frozenset[str] | None:
        """The letters of the names that begin with a word; None if there are none."""
        if first in self._found:
            return self._found[first]
        if len(self._found) >= _KEPT:
            self._found.clear()
        begin = end = bisect_left(self._lines, first)
        while end < len(self._lines) and (self._lines[end] == first or self._lines[end].startswith(f"{first} ")):
            end += 1
        names = frozenset([line.replace(" ", "") for line in self._lines[begin:end]]) if end > begin else None
        self._found[first] = names
        return names


@lru_cache(maxsize=_KEPT)
def letters(text: str) -> str:
    """The letters of a name, in lower case: how it is held in the table."""
    return text.lower() if text.isalpha() else "".join(filter(str.isalpha, text)).lower()


def table_of(lines: list[str]) -> Known:
    """A table of lines of words in lower case, as the file holds them."""
    return Known(sorted(lines))


@cache
def known() -> Known:
    """The table that ships, read when the first reference is parsed."""
    data = pkgutil.get_data("harvester.references.tagging", TABLE)
    return Known(data.decode("utf-8").splitlines() if data else [])


def marks(
    described: list[tuple[str, str]], words: list[str], gaps: list[str], table: Known
) -> list[tuple[int, int, str]]:
    """The known names among items, from the first to the last: number of the first item, of the one behind the last,
    and whether the name is of one item, two or more. `described` are the items' shapes and words in lower case."""
    found: list[tuple[int, int, str]] = []
    behind = 0
    for index, (shape, word) in enumerate(described):
        names = table.get(word) if shape[0] in _BEGINS else None
        if names is None or index < behind:
            continue
        end = index + 1 if word in names and _stands_alone(index, words, gaps) else 0
        printed = word
        for ahead in range(index + 1, min(len(words), index + _MOST_ITEMS)):
            if not _ENDS.isdisjoint(gaps[ahead]):
                break
            printed += letters(words[ahead])
            if printed in names:
                end = ahead + 1
        if end:
            found.append((index, end, str(min(end - index, _MANY))))
            behind = end
    return found


def _stands_alone(index: int, words: list[str], gaps: list[str]) -> bool:
    """Whether a name of one word stands between stops or before a number; among words it is one of a title."""
    if index and gaps[index].isspace():
        return False
    return not gaps[index + 1].isspace() or (index + 1 < len(words) and words[index + 1][0].isdigit())
