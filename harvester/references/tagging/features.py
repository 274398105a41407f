"""What the tagger sees of each item of a reference: its word and shape, its neighbours, its stretch between stops.

The features are few and each joins several facts, because looking up each one is what costs time. A change here needs
a new model (`training/`).
"""

import re
from functools import lru_cache

from harvester.references.tagging import journals
from harvester.references.tagging.items import NAMES, Items
from harvester.text import DASHES

_NUMBER = re.compile(rf"(\d+)(?:[{DASHES}/]+(\d+))?")
_LETTER_NUMBER = re.compile(rf"([A-Za-z]{{1,3}})\.?\d+(?:[{DASHES}]+\w+)?|\d+[A-Za-z]{{1,3}}(?:[{DASHES}]+\w+)?")
_ROMAN = re.compile(rf"[ivxlIVXL]+(?:[{DASHES}]+[ivxlIVXL]+)?")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d[a-h]?")
_MONTH_NAMES = """jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august
    september october november december spring summer autumn fall winter"""
_MONTHS = frozenset(_MONTH_NAMES.split())
_KEPT = 20000
"""Words whose features are remembered; further words of a long list occur once or twice."""
_SHORT_RUN = 3
"""Blanks from which on a run of lower case words is a long one, as titles have them."""
_STOPS = (".", ",", ";", ":", ")")
_MOST_YEARS, _FIRST_ITEMS = 2, 3  # counting further adds nothing


@lru_cache(maxsize=_KEPT)
def describe(word: str) -> tuple[str, str]:
    """The shape of a word and the word as a feature; both short.

    All numbers are one word (`#`): a number's shape tells its field, its value does not.
    """
    if word == NAMES:
        return "@", "@"
    if any(map(str.isdigit, word)):
        if match := _NUMBER.fullmatch(word):
            if match.group(2):
                return ("nY" if _YEAR.fullmatch(match.group(1)) else "nR"), "#"
            return ("Y" if _YEAR.fullmatch(word) else f"n{min(len(word), 6)}"), "#"
        if word.startswith(("http", "www.", "10.", "doi:")):
            return "xu", "@u"
        if _YEAR.fullmatch(word):
            return "Ya", "#"  # "2015a", as author-year styles print it
        if match := _LETTER_NUMBER.fullmatch(word):
            return "e" + (match.group(1) or "9")[:1].lower(), "#e"
        return "x", word.lower() if len(word) < 9 else "x"
    low = word.lower()
    if low in _MONTHS:
        return "m", low
    if word == low:
        return "l", low
    if word.isupper():
        return ("U" if len(word) > 4 else f"I{len(word)}"), low
    size = "3" if len(word) < 4 else "6" if len(word) < 7 else "9"
    return ("C" if word[1:].islower() or not word[1:].isalpha() else "M") + size, low


@lru_cache(maxsize=_KEPT)
def _gap(gap: str) -> str:
    """What stands between two items, in plain marks; text out of PDF files has blanks before its stops (" ,")."""
    if gap[:1] == " " and gap.strip()[:1] in _STOPS:
        gap = gap.lstrip() if gap[-1] == " " else f"{gap.lstrip()} "
    marks = gap.replace("“", '"').replace("”", '"').replace("‘", "'").replace("’", "'")
    marks = re.sub(rf"[{DASHES}]", "-", marks)
    return re.sub(r"[^.,;:()\[\]\"'?!&/ -]", "~", re.sub(r"\s+", " ", marks))[:4] or "0"


def extract(items: Items, table: journals.Known) -> list[list[str]]:
    """The features of each item; `table` holds the names of journals that are known."""
    described = []
    for word in items.words:
        if " " in word:  # a run of lower case words: whether short or long, and its first and last word
            size = "r" if word.count(" ") < _SHORT_RUN else "R"
            described.append((size, f"{word[: word.index(' ')]}_{word[word.rindex(' ') + 1 :]}"))
        else:
            described.append(describe(word))
    shapes = ["^", "^", *[shape for shape, _ in described], "$", "$"]
    words = ["^", *[word for _, word in described]]
    gaps = [*map(_gap, items.gaps), ""]
    names = journals.marks(described, items.words, items.gaps, table) if table else []
    firsts = [shape[0] for shape in shapes]
    for start, end, _ in names:
        firsts[start + 2 : end + 2] = "J" * (end - start)
    features = []
    years = first = 0
    for shape, before, after, beyond, word, last_word, left, right, next_gap, (here, ahead) in zip(
        shapes[2:-2],
        shapes[1:],
        shapes[3:],
        shapes[4:],
        words[1:],
        words,
        gaps,
        gaps[1:],
        gaps[2:],
        _stretches("".join(firsts), shapes, gaps, len(described)),
        strict=False,
    ):
        between = f"{left}|{shape}|{right}"
        features.append(
            [
                "w" + word,
                "a" + between,
                f"b{before}|{between}|{after}",
                f"c{last_word}|{left}|{shape}",
                f"f{shape}|{right}|{after}|{next_gap}|{beyond}",
                f"g{here}|{years}|{shape}",
                f"h{here}|{ahead}|{left}",
                f"i{ahead}|{years}|{first}",
            ]
        )
        if shape[0] == "Y" and years < _MOST_YEARS:
            years += 1
        if first < _FIRST_ITEMS:
            first += 1
    for start, end, size in names:
        behind = f"{size}|{gaps[end]}|{shapes[end + 2][0]}"
        before = gaps[start]
        features[start].append(f"kB{behind}|{before}")
        for inside in range(start + 1, end):
            features[inside].append(f"kI{behind}")
        if end < len(features):
            features[end].append(f"kA{size}|{gaps[end]}|{shapes[end + 2]}")
    return features


def _stretches(firsts: str, shapes: list[str], gaps: list[str], count: int) -> list[tuple[str, str]]:
    """For each item the kind of the stretch between stops that it is in, and the kinds of the next two; `firsts` are
    the first letters of the shapes, J for the items of a known journal's name, which are one stretch."""
    kinds: list[str] = []
    lengths: list[int] = []
    first = 0
    for index in range(1, count + 1):
        if index == count or _parts(firsts[index + 1], gaps[index], firsts[index + 2]):
            alone = shapes[index + 1][:2] if index - first == 1 else ""
            kinds.append(_kind(firsts[first + 2 : index + 2], alone, gaps[index][0]))
            lengths.append(index - first)
            first = index
    kinds += ["$", "$"]
    found: list[tuple[str, str]] = []
    for number, length in enumerate(lengths):
        found += [(kinds[number], f"{kinds[number + 1]}/{kinds[number + 2]}")] * length
    return found


@lru_cache(maxsize=_KEPT)
def _parts(before: str, gap: str, after: str) -> bool:
    """Whether a gap ends a stretch: a stop, question mark or bracket, or a number after words, or
    the edge of a journal's name."""
    if before == "J" or after == "J":
        return before != after
    if gap in (" ", "0"):
        return after in "Yn" and before not in "Yn"
    return gap[0] in '.?!"' or (gap[0] in ":;,(" and (after in "Yne" or before in "Yne@")) or gap[-1] in '("'


@lru_cache(maxsize=_KEPT)
def _kind(firsts: str, alone: str, right: str) -> str:
    """The kind of a stretch, from the first letters of its shapes: the mix of its words, how many, how it ends."""
    if firsts[0] == "J":
        return "J" + right
    words = [letter for letter in firsts if letter in "CUMIlrR"]
    if not words:
        return alone or firsts[0] + "+"
    if firsts[0] == "@":
        return "@"
    small = len(words)
    size = "1" if small == 1 else "2" if small < 4 else "4" if small < 7 else "7"
    mix = next((letter for letter in "Rrl" if letter in words), "C")
    return f"{mix}{size}{right}"
