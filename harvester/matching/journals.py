"""Journals under their abbreviations: whether two names can be of one journal.

An abbreviation shortens word by word (ISO 4, as the NLM Catalog uses it): it cuts a word's end (`nurs` of nursing), or
takes a piece from its middle (`natl` of national); irregular ones stand in a table. Articles and prepositions are left
out, in whatever language.
"""

import re
from functools import lru_cache

from harvester.matching.folding import fold
from harvester.matching.thresholds import MIN_CONTRACTED, MIN_INITIALS
from harvester.text import word_set

_ASIDE = re.compile(r"\s*[(\[:;=].*$", re.DOTALL)
"""What stands behind a name: a place, a subtitle, the name in another language."""

_LEFT_OUT = word_set(
    "the of and for in on a an to with s "
    "de la le les des du et d l au aux sur y el los las del al e em do da dos das no na di della dell delle dei degli "
    "per und der die das den dem fur im zur van voor het een en og av i v za "
    "part series section"
)
"""Words that abbreviations leave out: English, of Romance, of Germanic and Slavic languages; and what counts parts.

`s`, `d` and `l` are what folding makes of `Alzheimer's`, `d'anesthésie`, `l'enfant`.
"""

_IRREGULAR = {
    "jpn": ("japan",),
    "natl": ("nationa",),  # of French and Italian endings too: `nationale`
    "dtsch": ("deutsch",),
    "monbl": ("monatsbl",),
    "mschr": ("monatsschrift",),
    "wschr": ("wochenschrift",),
    "gesundhwes": ("gesundheitswes",),
    "zschr": ("zeitschrift",),
    "ztg": ("zeitung",),
    "jnl": ("journal",),
    "mgmt": ("management",),
}
"""Abbreviations that are neither a beginning nor a word without its middle, and how what they stand for begins."""

_LETTERS = str.maketrans({"æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ı": "i"})
"""Letters that folding leaves as they are, as the NLM Catalog writes them in abbreviations: `Laegeforen`."""

_APOSTROPHE = re.compile(r"(?<=\w\w)['’](?=\w\w)(?<!\bdell.)(?<!\ball.)(?<!\bnell.)(?<!\bsull.)")
"""The soft sign of Russian names (`eksperimental'noi`), within one word; an Italian article before it is another."""

_LONGEST = 300
"""Characters of a name that are looked at; the longest in the NLM Catalog that names one journal are shorter."""

_REMEMBERED = 4096
"""Names and pairs of names; the records that are held against the references of a page are of few journals."""


def same_journal(printed: str, titles: tuple[str, ...]) -> bool:
    """Whether a printed name is that of the journal with these titles and abbreviations, or an abbreviation of one."""
    for title in titles:  # noqa: SIM110  a generator takes half as long again, for each record that is compared
        if title and _is_name_of(printed[:_LONGEST], title[:_LONGEST]):
            return True
    return False


def stands_behind(title: str, names: tuple[str, ...], text: str) -> bool:
    """Whether the journal's name, or an abbreviation of it, stands right behind a title in a folded reference."""
    at = text.find(f"{title} ")
    if not title or at < 0:
        return False
    behind = tuple(text[at + len(title) : at + len(title) + _LONGEST].split())
    return any(_aligns(behind, _words(name[:_LONGEST]), to_the_end=False) for name in names if name)


@lru_cache(maxsize=_REMEMBERED)
def _is_name_of(printed: str, title: str) -> bool:
    ours, theirs = _words(printed), _words(title)
    if not ours or not theirs:
        return False
    # `PLoS ONE` is printed as one word too, and `PNAS` stands for the first letters of a name.
    if "".join(ours) == "".join(theirs):
        return True
    for short, long in ((ours, theirs), (theirs, ours)):
        initials = "".join([word[0] for word in long if word not in _LEFT_OUT])
        if len(short) == 1 and len(initials) >= MIN_INITIALS and short[0] == initials:
            return True
    return _aligns(ours, theirs, to_the_end=True)


@lru_cache(maxsize=_REMEMBERED)
def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without what stands in brackets or behind a colon."""
    name = name.replace("&", " ")
    name = _APOSTROPHE.sub("", name if name.isascii() else name.translate(_LETTERS))
    return tuple(fold(_ASIDE.sub("", name) or name).split())


def _aligns(one: tuple[str, ...], name: tuple[str, ...], *, to_the_end: bool) -> bool:
    """Whether the words of a name are those of the other one by one, or, unless `to_the_end`, of its beginning; words
    that abbreviations leave out may be wanting on either side."""
    telling = [[word for word in words if word not in _LEFT_OUT] for words in (one, name)]
    if not telling[1]:
        return False
    # A name of one word is never abbreviated: `Gut`, `Brain`.
    whole_word = len(telling[1]) == 1 or (to_the_end and len(telling[0]) == 1)
    # Which of the other's words may come next, after each word of the name: `y` can be Spanish for and, or York.
    places = _after_left_out({0}, one)
    for n, word in enumerate(name):
        following = {p + 1 for p in places if p < len(one) and _is_word(one[p], word, whole=whole_word)}
        if word in _LEFT_OUT and (n or len(word) > 1 or word == "a"):
            following |= places
        places = _after_left_out(following, one)
        if not places:
            return False
    return len(one) in places if to_the_end else True


def _after_left_out(places: set[int], words: tuple[str, ...]) -> set[int]:
    """The places, and those behind words that may be left out; a single letter at the head is no such word: `S Afr Med
    J` is not an African journal's."""
    found = set(places)
    for place in sorted(places):
        while place < len(words) and words[place] in _LEFT_OUT and (place or len(words[0]) > 1 or words[0] == "a"):
            place += 1
            found.add(place)
    return found


def _is_word(one: str, other: str, *, whole: bool) -> bool:
    """Whether one is the other, or, unless they must be whole, an abbreviation of it."""
    if one == other:
        return True
    if whole:
        return False
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if long.startswith(short):
        return True
    if long.startswith(_IRREGULAR.get(short, ())) or (short.endswith("kd") and long == f"{short[:-2]}kunde"):
        return True
    return _contracts(short, long)


def _contracts(short: str, long: str) -> bool:
    """Whether a word is the longer one without a piece of its middle: `natl`, national; its first and its last letters
    are its own, so that `nurs` is neither neuroscience nor neurosurgery."""
    if len(short) < MIN_CONTRACTED or short[0] != long[0] or short[-1] != long[-1]:
        return False
    begin = next(n for n in range(1, len(short) + 1) if n == len(short) or short[n] != long[n])
    return long.endswith(short[begin:])
