"""Small pure functions on strings that every layer may use."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[\W_]+")


def squeeze(text: str) -> str:
    """White space folded to single blanks, ends trimmed."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """Lower case, accents dropped, everything that is no letter or digit turned into single blanks: for comparing."""
    plain = text
    if not text.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", plain.casefold()).strip()


def word_set(table: str) -> frozenset[str]:
    """A table of words or phrases written one after another with `|` between them (or blanks, if there is no `|`)."""
    if "|" not in table:
        return frozenset(table.split())
    return frozenset(squeeze(phrase) for phrase in table.split("|"))
