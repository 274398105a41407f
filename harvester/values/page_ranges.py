"""Page ranges: read in every form into the one that a work holds, written as each format has them.

A work holds each range with both ends in full and an ASCII hyphen, several of them parted by commas: `720-727`,
`1234-1238, 1240`. A short end is completed from the start (`720-7` is 720 to 727, `S1564-80` is S1564 to S1580,
`100.e1-5` is 100.e1 to 100.e5), whatever letters stand before or behind; roman numerals and article numbers stay as
they are.
"""

import re
from functools import lru_cache

from harvester.text import DASHES, squeeze
from harvester.values.article_numbers import HYPHENATED

_DASH = re.compile(rf"\s*[{DASHES}]+\s*|(?<=\w)\s+to\s+(?=\w)")
_EDGES = " .,;:()" + DASHES.replace("\\", "")
_NUMBER = re.compile(r"([^\W\d_]*)(\d{1,12})(.*)", re.ASCII | re.DOTALL)
_FIRST = re.compile(r"([^\W\d_]*)(\d{1,12})([^\W\d_]{0,2})", re.ASCII)
# What may stand behind the digits of an end: the e4 of "194-198.e4", a word. In "TNM17-0013-2016" and a PII's
# "S0304-3959(13)00330-8" the hyphen parts no pages.
_LAST = re.compile(r"([^\W\d_]*)(\d{1,12})([^\W\d_]{0,2}|[. ].*)", re.ASCII | re.DOTALL)
_SUBPAGE = re.compile(r"(\d{1,9}\.e)(\d{1,4})", re.ASCII | re.IGNORECASE)
_WHOLE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_CANONICAL = re.compile(r"(?!p\d)[A-Za-z]{0,4}\d+", re.ASCII)
# "501-10; quiz 511", "928-44, discussion: 945".
_AFTERTHOUGHT = re.compile(r";\s*(?=[^\W\d_]{2,}[\s:])|,\s*(?=[^\W\d_]{4,}[\s:])")
# A glued lower-case "p1077" is an article of BMJ's year 2023, "P01019" one of JINST's: the word for pages has a stop or
# a blank behind it, or stands before a range.
_WORD_BEFORE = re.compile(
    r"(?:(?:pages?|pp)[.:]?\s*|(?:p|S|\u0441)[.:]\s*|p\s+|p(?=\d+\s?[-\u2010-\u2015\u2212]))(?=\d|[A-Za-z]{1,3}\d|[ivxlc]+\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def read(text: str) -> str:
    """Pages as a work holds them; words that are no pages stay as they are, "quiz 511" behind them goes."""
    if (whole := _WHOLE.fullmatch(text)) and len(whole[1]) <= len(whole[2]) and whole[1] != whole[2]:
        return text
    if _CANONICAL.fullmatch(text):
        return text
    bare = squeeze(text).strip(_EDGES)
    return join(bare[word.end() :] if (word := _WORD_BEFORE.match(bare)) else bare, "-")


def ranges(page: str) -> tuple[tuple[str, str], ...]:
    """Each range of a page field as (first, last), the end completed; last is "" for a single page or article
    number."""
    parts = _AFTERTHOUGHT.split(squeeze(page), maxsplit=1)[0].replace(";", ",").split(",")
    return tuple(_range(part.strip()) for part in parts if any(map(str.isalnum, part)))


def first(page: str) -> str:
    """The first page, or the article number; "" of nothing."""
    found = ranges(page)
    return found[0][0] if found else ""


def bibtex(page: str) -> str:
    """The page field with double hyphens; a page 0, which publishers print before there are pages, is none (biber
    warns)."""
    if page[:1] != "0":
        return join(page, "--")
    return ", ".join(f"{first}--{last}" if last else first for first, last in ranges(page) if first != "0")


def afterthought(page: str) -> str:
    """What stands behind a page field in words: the `quiz 511` of `501-10; quiz 511`."""
    rest = _AFTERTHOUGHT.split(squeeze(page), maxsplit=1)[1:]
    return rest[0].strip() if rest else ""


def join(page: str, dash: str) -> str:
    """The page field with its ranges completed and written with one kind of dash: `--` for BibTeX, `-` for CSL."""
    if (whole := _WHOLE.fullmatch(page)) and len(whole[1]) <= len(whole[2]) and whole[1] != whole[2]:
        return dash.join(whole.groups())
    return ", ".join(f"{first}{dash}{last}" if last else first for first, last in ranges(page))


def medline(page: str) -> str:
    """MEDLINE's PG, which leaves out what the end repeats: `782-95`, `S1564-80`."""
    written = []
    for first, last in ranges(page):
        start, end = _NUMBER.fullmatch(first), _NUMBER.fullmatch(last)
        # What differs in its letters or its length, or is a page of pages (100.e1), is not shortened.
        if start and end and start[1] == end[1] and len(start[2]) == len(end[2]) and "." not in start[3]:
            pairs = enumerate(zip(start[2], end[2], strict=True))
            same = next((position for position, (a, b) in pairs if a != b), len(end[2]) - 1)
            last = end[2][same:] + end[3]
        written.append(f"{first}-{last}" if last else first)
    return ", ".join(written)


def _range(text: str) -> tuple[str, str]:
    if HYPHENATED.fullmatch(text):
        return text, ""
    first, *rest = _DASH.split(text, maxsplit=1)
    if not first or not rest or not rest[0]:
        return text.strip(_EDGES), ""
    last = _completed(first, rest[0])
    return (first, last) if last != first else (first, "")


def _completed(first: str, last: str) -> str:
    """The end of a range with what it leaves out of the start."""
    if stem := _SUBPAGE.fullmatch(first):
        end = last[1:] if last[:1] in "eE" else last
        return stem[1] + stem[2][: max(0, len(stem[2]) - len(end))] + end if end.isdigit() else last
    start, parts = _FIRST.fullmatch(first), _LAST.fullmatch(last)
    if start is None or parts is None:
        return last
    letters, digits, tail = parts.groups()
    if letters in ("", start[1]):  # else the end is of another series ("357-U54") and whole
        digits = start[2][: max(0, len(start[2]) - len(digits))] + digits
    # "12S-5" is 12S to 15S.
    return f"{letters or start[1]}{digits}{tail or ('' if letters else start[3])}"
