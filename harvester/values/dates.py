"""Dates as the formats write them, with what MEDLINE says in words read into parts.

A MedlineDate is free text such as `2019 Jan-Feb`, `Winter 2018`, `1998 Dec-1999 Jan` or `2015 Nov 28-Dec 4`
(https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html#medlinedate).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

from harvester.text import squeeze


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known; `literal` keeps what the parts cannot say ("2019 Jan-Feb", "Winter 2018")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    literal: str = ""

    def __str__(self) -> str:
        """ISO 8601 as far as known (`2024-02-28`, `2024-02`, `2024`), else the literal."""
        if self.year is None:
            return self.literal
        parts = [f"{self.year:04d}"]
        for part in (self.month, self.day):
            if part is None:
                break
            parts.append(f"{part:02d}")
        return "-".join(parts)

    @classmethod
    def parse(cls, text: str) -> "PartialDate | None":
        """The date that `str()` of one wrote: ISO 8601 with one to three parts, else a literal; None of nothing."""
        parts = text.strip().split("-")
        if 1 <= len(parts) <= 3 and all(part.isascii() and part.isdigit() for part in parts) and len(parts[0]) == 4:
            year, month, day = [*map(int, parts), None, None][:3]
            return cls(year, month, day)
        return cls(literal=text.strip()) if text.strip() else None


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The month macros of every BibTeX style; capitalized, MEDLINE's month names."""

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Season codes of EDTF (ISO 8601-2:2019, 4.8), which biblatex takes; 20 less is CSL's `season`."""

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212/]\s*")


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a span of time: a year, then a month and a day, or a season, as far as they are known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None


@lru_cache(maxsize=4096)
def span(date: PartialDate | None) -> tuple[Moment, Moment | None]:
    """The first moment that a date speaks of, and the last where it names two; parts that no calendar has are left
    out."""
    if date is None:
        return Moment(), None
    first, last = _read_words(date.literal) if date.literal else (Moment(), None)
    if date.year is None or (first.year == date.year and date.month in (None, first.month) and date.day is None):
        return first, last
    return _checked(Moment(date.year, date.month, date.day)), None


def year(date: PartialDate | None) -> int | None:
    """The (first) year of a date, also where only its literal tells one."""
    if date is not None and not date.literal and date.year is not None and 1 <= date.year <= 9999:
        return date.year
    return span(date)[0].year


def edtf(date: PartialDate | None) -> str:
    """A date as biblatex takes it: `2018-05-14`, `2019-01/2019-02`, `2018-24`; "" where no year is known."""
    first, last = span(date)
    ends = [_edtf(moment) for moment in (first, last) if moment is not None]
    return "/".join(dict.fromkeys(end for end in ends if end))


def month_macro(date: PartialDate | None) -> str:
    """The month as BibTeX's bare macro (`may`), the first one of a range; "" where none is known.

    A range as `jan # "--" # feb` makes biber 2.18 warn of a month that is no integer, so the range is left to
    biblatex's `date`.
    """
    month = span(date)[0].month
    return MONTHS[month - 1] if month else ""


def csl_parts(date: PartialDate | None) -> list[list[int]]:
    """CSL's `date-parts`: one or two lists of one to three numbers; empty where no year is known."""
    ends = [[p for p in (m.year, m.month, m.day) if p is not None] for m in span(date) if m is not None and m.year]
    return ends if len(ends) < 2 or ends[0] != ends[1] else ends[:1]


def csl_season(date: PartialDate | None) -> int | None:
    """CSL's `season` (1 spring to 4 winter) where the date names one."""
    season = span(date)[0].season
    return season - 20 if season else None


def medline(date: PartialDate | None) -> str:
    """MEDLINE's DP: `2018 May 14`, `2018 May`, `2018`, or the literal where the parts do not say it all."""
    if date is None:
        return ""
    if date.literal:
        return date.literal
    first, _ = span(date)
    words = (str(first.year or ""), MONTHS[first.month - 1].capitalize() if first.month else "", str(first.day or ""))
    return " ".join(word for word in words if word)


def ris(date: PartialDate | None) -> str:
    """The RIS date `YYYY/MM/DD/other`, each part as far as known; "" where no year is known."""
    first, last = span(date)
    if date is None or first.year is None:
        return ""
    if date.literal and (last or first.season):
        words = [token for token in date.literal.split() if token != str(first.year)]
        return f"{first.year:04d}///{' '.join(words)}"
    month = f"{first.month:02d}" if first.month else ""
    day = f"{first.day:02d}" if first.day else ""
    return f"{first.year:04d}/{month}/{day}/"


def _edtf(moment: Moment) -> str:
    if moment.year is None:
        return ""
    if moment.season:
        return f"{moment.year:04d}-{moment.season}"
    return str(PartialDate(moment.year, moment.month, moment.day))


def _read_words(literal: str) -> tuple[Moment, Moment | None]:
    left, *rest = _DASH.split(squeeze(literal), maxsplit=1)
    return _joined(_read(left), _read(rest[0]) if rest else None)


def _read(text: str) -> Moment:
    found: dict[str, int] = {}
    for token in _TOKEN.findall(text):
        for part, value in _meaning(token):
            found.setdefault(part, value)
    return Moment(found.get("year"), found.get("month"), found.get("day"), found.get("season"))


def _meaning(token: str) -> tuple[tuple[str, int], ...]:
    """What one word of a date tells: the part and its value."""
    if token.isascii() and token.isdigit():
        number = int(token) if len(token) <= 4 else 0
        if 1000 <= number <= 2999:
            return (("year", number),)
        return (("day", number),) if 1 <= number <= 31 else ()
    word = token.lower()
    if word in SEASONS:
        return (("season", SEASONS[word]),)
    return (("month", MONTHS.index(word[:3]) + 1),) if word[:3] in MONTHS else ()


def _joined(first: Moment, last: Moment | None) -> tuple[Moment, Moment | None]:
    """Both ends completed from each other: `2019 Jan-Feb` and `Jan-Feb 2019` name their year once."""
    if last is None or last == Moment():
        return _checked(first), None
    if last.season and first == Moment(first.year):  # "2018-2019 Winter" is one winter
        return Moment(first.year or last.year, season=last.season), None
    year = first.year or last.year
    month = last.month or (first.month if last.day else None)
    return _checked(Moment(year, first.month, first.day, first.season)), _checked(
        Moment(last.year or year, month, last.day, last.season)
    )


def _checked(moment: Moment) -> Moment:
    if moment.year is None or not 1 <= moment.year <= 9999:
        return Moment()
    if moment.month is None or not 1 <= moment.month <= 12:
        return Moment(moment.year, season=moment.season)
    if moment.day is None or not 1 <= moment.day <= monthrange(moment.year, moment.month)[1]:
        return Moment(moment.year, moment.month)
    return Moment(moment.year, moment.month, moment.day)
