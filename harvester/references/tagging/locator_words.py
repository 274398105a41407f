"""Words before volume, issue and pages, and behind editors, in other languages: `Jg. 12, H. 3, S. 4-9`, `v.123, n. 3`,
`Т. 12, № 3. С. 4-9`, `Arnold, H. (Hrsg.)`.

The tagger knows `vol`, `no`, `pp` and `eds` as marks; a foreign word it would take for the end of the journal's name,
and its letter for an issue. It is shown the English word; the printed one stays in the text.
"""

import re

from harvester.text import word_set

_LOCATORS = {
    "vol": word_set("Bd Band Jg Jahrg Jahrgang Jhg v tomo Tomo tome Tome T Т т Том Año ano"),
    "no": word_set("Nr H Heft n nº n° Nº N° núm Núm Вып вып fasc Fasc Ausg Hft"),
    "pp": word_set("S Seiten págs pág pags С с стр Стр"),
    "p": word_set("p"),
}
"""The words by what English styles have for them: German, Portuguese, Spanish, French, Russian; and ABNT's
`p.12`."""
_EDITORS = word_set("Hrsg Hg Hgg org Org orgs Orgs coord Coord coords Coords dir Dir dirs Dirs ed Ed Eds")
_ENGLISH = {word: english for english, words in _LOCATORS.items() for word in words} | dict.fromkeys(_EDITORS, "eds")
_FOREIGN = frozenset(_ENGLISH)
_MARKS = frozenset(",;.)]:-–—")
_BEHIND = frozenset((". ", ".", " ", "", ".: "))
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def in_english(words: list[str], gaps: list[str]) -> None:
    """Puts the English word for each foreign one among a reference's items."""
    if _FOREIGN.isdisjoint(words):
        return
    for at, word in enumerate(words):
        if (english := _ENGLISH.get(word)) is None:
            continue
        if english == "eds":
            is_mark = gaps[at][-1:] == "("
        else:
            following = words[at + 1] if at + 1 < len(words) else ""
            # Before a year alone a letter is a name's initial ("Sick, H. 1997").
            is_mark = following[:1].isdigit() and not _YEAR.fullmatch(following) and gaps[at + 1] in _BEHIND
            is_mark = is_mark and (at == 0 or gaps[at].strip()[-1:] in _MARKS or words[at - 1][-1:].isdigit())
        if is_mark:
            words[at] = english
            if gaps[at + 1] in (".", ""):
                gaps[at + 1] = ". " if gaps[at + 1] else " "
