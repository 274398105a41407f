"""Small pure functions on strings that every layer may use."""

import re
import unicodedata
from typing import cast

UPPER = "A-ZÀ-ÖØ-ÞĀ-ɏΆ-ΫЀ-ЯҐẀ-ỿ"
LOWER = "a-zß-öø-ÿĀ-ɏά-ώа-џґẀ-ỿ"
"""The insides of character classes for upper and lower case letters of Latin, Greek and Cyrillic, which `re` does not
know. The letters of Latin Extended-A and -B, where the cases alternate, stand in both: listing them one by one makes a
pattern ten times slower to compile."""

DASHES = r"‐‑‒–—―−\-"
"""The inside of a character class for all that is printed for a hyphen or dash."""

_NOT_WORD = re.compile(r"[\W_]+")
_ASCII = "".join(chr(n).lower() if chr(n).isalnum() else " " for n in range(128))
"""What `fold` makes of each sign of ASCII; a table is three times as fast as the rule."""

_FEW = 9
"""Signs that are replaced one after another; more of them are looked up letter by letter, in time that does not grow
with their number."""


class _LazyPattern:
    """What `lazy_pattern` makes; once it was asked for anything it has the pattern's own methods as its attributes."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._source)
        for method in ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn", "pattern"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used: many are needed by few texts, and compiling them all would
    cost each start of the program. It is used as what `re.compile` makes, but for what takes no other object than a
    `re.Pattern`."""
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))


def shown(name: str) -> str:
    """A file's name with each byte that is no UTF-8 escaped (`bad\\xff.html`): such bytes come from the system as lone
    surrogates (PEP 383), which neither a database nor a terminal takes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") if not name.isascii() else name


def squeeze(text: str) -> str:
    """White space folded to single blanks, ends trimmed."""
    if "  " not in text and text.isprintable():  # the only white space that counts as printable is the blank
        return text.strip(" ")
    return " ".join(text.split())


def find_line(
    pattern: re.Pattern[str], word: str, text: str, start: int = 0, end: int | None = None
) -> re.Match[str] | None:
    """The first line in `text[start:end]` that a pattern matches at its beginning and that begins with a word.

    Up to eight blanks may stand before the word. Leaping from word to word takes a tenth of a search line by line.
    """
    end = len(text) if end is None else end
    position = text.find(word, start, end)
    while position >= 0:
        line = text.rfind("\n", max(0, position - 9), position) + 1
        if (line or position < 9) and line >= start and (match := pattern.match(text, line, end)):
            return match
        position = text.find(word, position + len(word), end)
    return None


def fold(text: str) -> str:
    """Lower case, accents dropped, everything that is no letter or digit turned into single blanks: for comparing."""
    plain = text if text.isascii() else _without_signs(unicodedata.normalize("NFKD", text))
    if plain.isascii():
        return " ".join(plain.translate(_ASCII).split())
    return _NOT_WORD.sub(" ", plain.casefold()).strip()


def _without_signs(text: str) -> str:
    """Decomposed text without its accents, and with blanks for the dashes and quotation marks that ASCII does not have.

    A text has few different ones, and replacing these takes a third of the time of looking at every letter.
    """
    strange = [c for c in set(text) if not c.isascii()]
    odd = {c: "" if unicodedata.combining(c) else " " for c in strange if unicodedata.combining(c) or not c.isalnum()}
    if len(odd) > _FEW:
        return text.translate({ord(sign): instead for sign, instead in odd.items()})
    for sign, instead in odd.items():
        text = text.replace(sign, instead)
    return text


def word_set(table: str) -> frozenset[str]:
    """A table of words or phrases written one after another with `|` between them (or blanks, if there is no `|`)."""
    if "|" not in table:
        return frozenset(table.split())
    return frozenset(squeeze(phrase) for phrase in table.split("|"))
