"""References in Chinese, Japanese, Korean and Russian: marks of full width, GOST's separators, names without initials.

`王伟，李强．血糖控制［J］．中华内科杂志，2018，57（3）：185．`,
`Иванов И. И. Лечение / И. И. Иванов // Кардиология. – 2015. – Т. 55, № 4. – С. 12-18.`
"""

import re

from harvester.model import Name
from harvester.text import lazy_pattern

_WESTERN = {
    "，": ", ", "、": ", ", "。": ". ", "．": ". ", "：": ": ", "；": "; ", "（": "(", "）": ")", "［": "[", "］": "]",
}  # fmt: skip
"""Marks of full width, which bring their own blank, and what stands for them in Western styles."""
_SIGNS = lazy_pattern(f"[{''.join(_WESTERN)}№\u0430-\u044f]")
_FULL = lazy_pattern(f"[{''.join(_WESTERN)}] ?")
_AT_MARK = lazy_pattern(r" (?=[.,;:)\]])|(?<=[(\[]) ")
_RESPONSIBLE = lazy_pattern(r" / [^/]{3,160}(?= // )")
"""GOST's statement of responsibility, which repeats the authors behind the title."""
_DASHES = lazy_pattern(r"(?<=[.)]) [–—-] (?=\S)")
_CYRILLIC = lazy_pattern(r"[а-яё]{3}")
_HAN, _KANA, _HANGUL = "\u4e00-\u9fff\u3005", "\u3040-\u30ff", "\uac00-\ud7af"
_NAME = (
    rf"(?>[{_HAN}]{{1,3}} [{_HAN}{_KANA}]{{1,4}}|[{_HAN}]{{2,4}}(?![{_HAN}{_KANA}])"
    rf"|(?=[{_HAN}]*[{_KANA}])[{_HAN}{_KANA}]{{2,7}}|[{_HANGUL}]{{2,4}})"
)
"""A name, taken whole or not at all: a list that could be cut in many ways would take exponential time."""
_NAMES = lazy_pattern(
    rf"(?P<names>{_NAME}(?:[,;·・] ?{_NAME}){{0,60}}+)(?P<more>[,;]? ?(?:等|他|ほか|외|et al)\.?)?"
    rf"(?=\. |: | ?\((?:19|20)\d\d|\.(?=[{_HAN}{_HANGUL}]))"
)
_BETWEEN = re.compile(r"[,;·・] ?")


def in_western_marks(text: str) -> str:
    """A reference with Western marks for those of full width, and with stops for GOST's dashes and strokes."""
    if _SIGNS.search(text):
        text = _AT_MARK.sub("", _FULL.sub(lambda match: _WESTERN[match[0][0]], text)).strip()
        text = text.replace("№", "no.").replace("no. .", "no.")
        if " // " in text or _CYRILLIC.search(text):
            text = _DASHES.sub(" ", text)
    if " // " not in text:
        return text
    return _RESPONSIBLE.sub("", text).replace(" // ", " " if ". // " in text else ". ")


def find_names(text: str, start: int) -> tuple[int, bool, tuple[Name, ...]] | None:
    """The end of the list of names in Chinese, Japanese or Korean letters that begins at `start`, whether it claims to
    be complete, and its names; they stay whole, since nothing in print parts family and given name."""
    match = _NAMES.match(text, start)
    if match is None:
        return None
    people = tuple(Name(family=name) for name in _BETWEEN.split(match["names"]))
    return match.end(), not match["more"], people
