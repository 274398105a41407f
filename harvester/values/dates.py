"""Dates: read in every form that pages, records, references and people write them in, written as each format has them.

`read` is the one reader. It answers a `PartialDate`: parts that a calendar has, and the words themselves (`literal`)
where they say what parts cannot: a range (`2019 Jan-Feb`), a season (`Winter 2018`), a word (`in press`). A MedlineDate
is such free text (https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html#medlinedate). The writers read the
literal again for what their format can say of it.

A day that its month does not have (`31 Feb 2024`) is left out and the month kept: which of the two is misprinted cannot
be known, and the words still stand in the page. A numeric date of which day and month cannot be told apart
(`12/01/2015`) is its year alone, unless the page shows elsewhere which comes first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from harvester.text import fold, lazy_pattern, squeeze, word_set
from harvester.values.fast_init import fast_init

Order = Literal["day", "month"]
"""Which comes first in the numeric dates of a page: `29/03/2021` or `03/29/2021`."""


@fast_init
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

_MONTH_NAMES = (
    # English, German, French, Spanish, Portuguese, Italian, Dutch and the Scandinavian languages share most names;
    # then Catalan, Romanian, Polish, Czech, Finnish, Hungarian, Turkish and Russian. Accents are folded (`fold`).
    "january jan januar janner jaenner jan janvier janv enero ene janeiro gennaio gen januari gener ianuarie ian "
    "styczen stycznia sty leden ledna tammikuu tammikuuta ocak январь января янв",
    "february feb febr februar feber fevrier fevr fev febrero fevereiro febbraio febb februari febrer februarie "
    "luty lutego lut unor unora helmikuu helmikuuta subat февраль февраля фев",
    "march mar mars marz maerz mrz marzo março marco maart mrt marts marc martie marzec marca brezen brezna "
    "maaliskuu maaliskuuta marcius mart март марта мар",
    "april apr avril avr abril abr aprile aprilie kwiecien kwietnia kwi duben dubna huhtikuu huhtikuuta aprilis "
    "nisan апрель апреля апр",
    "may mai mayo maio maggio mag mei maj maig maja kveten kvetna toukokuu toukokuuta majus mayis mayıs май мая",
    "june jun juni juin junio junho giugno giu juny iunie iun czerwiec czerwca cze cerven cervna kesakuu kesakuuta "
    "junius haziran июнь июня июн",
    "july jul juli juillet juil julio julho luglio lug juliol iulie iul lipiec lipca lip cervenec cervence heinakuu "
    "heinakuuta julius temmuz июль июля июл",
    "august aug aout agosto ago augustus augusti agost sierpien sierpnia sie srpen srpna elokuu elokuuta augusztus "
    "agustos август августа авг",
    "september sep sept septembre septiembre setiembre setembro set settembre sett setembre septembrie wrzesien "
    "wrzesnia wrz zari syyskuu syyskuuta szeptember eylul сентябрь сентября сен",
    "october oct oktober okt octobre octubre outubro out ottobre ott octombrie pazdziernik pazdziernika paz rijen "
    "rijna lokakuu lokakuuta ekim октябрь октября окт",
    "november nov novembre noviembre novembro noiembrie listopad listopada lis marraskuu marraskuuta kasim kasım "
    "ноябрь ноября ноя",
    "december dec dezember dez decembre diciembre dic dezembro dicembre desembre desember des decembrie grudzien "
    "grudnia gru prosinec prosince joulukuu joulukuuta aralik aralık декабрь декабря дек",
)
_SEASON_NAMES = {
    21: "spring printemps fruhling fruhjahr primavera lente voorjaar",
    22: "summer ete sommer verano verao estate zomer",
    23: "autumn fall automne herbst otono outono autunno herfst najaar",
    24: "winter hiver invierno inverno",
}
"""Season codes of EDTF (ISO 8601-2:2019, 4.8), which biblatex takes; 20 less is CSL's `season`."""

_MONTH = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in map(fold, names.split())}
_SEASON = {name: code for code, names in _SEASON_NAMES.items() for name in names.split()}


TIMES = frozenset((*_MONTH, *_SEASON))
"""The names of months and seasons, folded."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a span of time: a year, then a month and a day, or a season, as far as they are known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None


def _days(year: int, month: int) -> int:
    """The days of a month; `calendar` is loaded for the few dates behind a month's 28th day."""
    from calendar import monthrange

    return monthrange(year, month)[1]


EARLIEST, LATEST = 1450, 2100
"""The years in which a publication can have appeared: printing began about 1450, and what is announced for a year
further off than any reader's is a number that stands for something else (`9999`, `-5`)."""


def is_year(number: int) -> bool:
    """Whether a number that a record gives as the year of a publication can be one."""
    return EARLIEST <= number <= LATEST


def make(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    """A date of these parts as far as the calendar has them: no month 13, no 31 February, no day without a month."""
    if not month or not 1 <= month <= 12:
        return PartialDate(year)
    # Every month has 28 days; only what lies beyond needs the calendar, which costs more than all else here.
    if not day or (not 1 <= day <= 28 and not (0 < year < 10_000 and 1 <= day <= _days(year, month))):
        return PartialDate(year, month)
    return PartialDate(year, month, day)


def possible(date: PartialDate) -> PartialDate:
    """A date without the parts that no calendar has."""
    if date.year is None or (date.month is None and date.day is None):
        return date
    made = make(date.year, date.month, date.day)
    if made.month == date.month and made.day == date.day:
        return date
    return PartialDate(made.year, made.month, made.day, date.literal)


def of_parts(year: str, month_words: str, day: str = "", season: str = "") -> PartialDate | None:
    """The date whose parts a record marks apart; None without a year. Words that are no month (`Jan-Feb`, a season) are
    kept behind the year as the literal."""
    year, words = year.strip(), squeeze(season or month_words)
    if not (year.isascii() and year.isdigit() and len(year) <= 4 and int(year)):
        return None
    number = month(words)
    if number is None or season:
        # A month 0 or 13 is a misprint and says nothing, not even as words.
        return PartialDate(int(year), literal="" if not words or words.isdigit() else f"{int(year)} {words}")
    day = day.strip()
    return make(int(year), number, int(day) if day.isascii() and day.isdigit() and len(day) < 3 else None)


@lru_cache(maxsize=512)
def month(word: str) -> int | None:
    """1 to 12 of a month's whole name or usual abbreviation in a European language, or of its number; else None."""
    word = word.strip(" .")
    if word.isascii() and word.isdigit():
        return int(word) if len(word) < 3 and 1 <= int(word) <= 12 else None
    return _MONTH.get(fold(word))


# Years that print can have: what stands in running text and is older or later is a page or a number.
_PRINTED_YEAR = r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)"
_YEAR = re.compile(_PRINTED_YEAR, re.ASCII)
_WHOLE_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?|年(\d{1,2})月(?:(\d{1,2})日)?)(?!\d)", re.ASCII)
_COMPACT = lazy_pattern(r"((?:1[5-9]|20)\d\d)(0[1-9]|1[012])(0[1-9]|[12]\d|3[01])", re.ASCII)
_NUMERIC = lazy_pattern(
    rf"(?<![\d/.-])(?:(\d{{1,2}})(?P<sign>[/-]|\.\s?)(\d{{1,2}})(?P=sign)|(\d{{1,2}})[/.-])({_PRINTED_YEAR})(?![/-]\d)",
    re.ASCII,
)
_TIME = lazy_pattern(
    r"(?:(?<=\d)T|[ ,]+|^)\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s*[AP]\.?M\b\.?)?"
    r"(?:\s*(?:UTC|GMT)?\s*[+-]\d\d:?\d\d\b|\s*(?:UTC|GMT|Z|[A-Z]{2,4}T)\b)?(?:\s*\([^()]*\))?",
    re.ASCII | re.IGNORECASE,
)
# `5-Jan-2019` and `2019-Jan-5` join one date by hyphens; between two months or days they make a range.
_JOINED = lazy_pattern(r"\b(\d{1,2}|\d{4})[-/.]([^\W\d_]{3,})[-/.](\d{1,2}|\d{4})(?!\d)")
_JOINED_TWO = lazy_pattern(r"\b([^\W\d_]{3,})\.?[-/](?=\d{4}\b)|\b(\d{4})[-/](?=[^\W\d_]{3,})")
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[-\u2010-\u2015\u2212/]")
_DASHES = frozenset("-/\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
_YEARS = lazy_pattern(rf"({_PRINTED_YEAR})\s?[-\u2010-\u2015\u2212/]\s?({_PRINTED_YEAR})", re.ASCII)
JOINING = word_set("de del di of le d")
"""Words between day, month and year that say nothing of their own."""
_WEEKDAYS = word_set("mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday")
_EDGES = " .,;()"
_LONGEST = 300
"""Characters; what stands behind them in a field for dates is a broken page's."""


class _Words(NamedTuple):
    """What words say: the first moment, the last where there are two, and whether all of them were understood."""

    first: Moment
    last: Moment | None = None
    whole: bool = True


@lru_cache(maxsize=8192)
def read(text: str, order: Order | None = None) -> PartialDate | None:
    """The date that a text says, in any form and any large European language; None of nothing.

    `order` is what the page shows of its numeric dates (`order_shown`). A text without a year is kept as the literal;
    so are words beside a year that no month explains.
    """
    text = squeeze(text[:_LONGEST]).strip(_EDGES)
    if not text:
        return None
    if len(text) == 4 and _YEAR.match(text):
        return PartialDate(int(text))
    # The metadata of a page has a time behind its dates as often as not.
    dated = _TIME.sub("", text) if ":" in text else text
    if compact := _COMPACT.fullmatch(dated):
        return make(*map(int, compact.groups()))
    if (numbers := _numeric(dated, order)) is not None:
        return numbers
    said = _words(dated)
    first = said.first
    if first.year is None:
        return PartialDate(literal=text)
    if said.last or first.season:
        return PartialDate(first.year, literal=text)
    if first.month:
        return make(first.year, first.month, first.day)
    return PartialDate(first.year, literal="" if said.whole else text)


def read_exactly(text: str) -> PartialDate | None:
    """The date of which a text says nothing else and nothing that cannot be: for what a person types, who can be asked.

    None where a day is not in the calendar, day and month cannot be told apart, or a word is not understood.
    """
    text = squeeze(text)
    if iso := _WHOLE_ISO.fullmatch(text):
        parts = [int(part) for part in iso.groups() if part]
        made = make(*parts)
        # From the first printed books on; a person may cite one.
        return made if 1450 <= parts[0] <= 2100 and [made.year, made.month, made.day][: len(parts)] == parts else None
    date = read(text)
    if date is None or date.year is None or not _words(dated := _TIME.sub("", text)).whole:
        return None
    if date.literal or _COMPACT.fullmatch(dated):
        return date
    # What was said and is not in the answer could not be: 31 February, a month 13, a day without a month.
    said = sum(token.isdigit() or fold(token) in _MONTH for token in _TOKEN.findall(dated))
    return date if said == 1 + (date.month is not None) + (date.day is not None) else None


def says_a_date(text: str) -> bool:
    """Whether a text says a date with a year, and nothing else: `juin 2019`, `29.03.2021`, no `2019 Decision`; a number
    beside a year is a date only where a month explains it."""
    date = read(text)
    if date is None or date.year is None:
        return False
    if date.month or _numeric(squeeze(text), None) is not None:
        return all(token.isdigit() or len(token) < 3 or _means(token) for token in _TOKEN.findall(text))
    said = _words(text)
    # A number beside a season is an issue's: "no. 3, Winter 2019".
    return said.whole and bool(said.last or (said.first.season and said.first.day is None))


def order_shown(texts: Iterable[str]) -> Order | None:
    """Which comes first in the numeric dates of a page, by those that can be read in one way only (`29/03/2021`)."""
    shown: set[Order] = set()
    for match in (_NUMERIC.search(text) for text in texts):
        if match and match[1] and match["sign"] in "/-":
            shown |= {"day"} if int(match[1]) > 12 else {"month"} if int(match[3]) > 12 else set()
    return shown.pop() if len(shown) == 1 else None


def names_a_month(text: str) -> bool:
    """Whether one of the words is a month's name."""
    return any(word in _MONTH for word in fold(text).split())


def names_months_alone(text: str) -> bool:
    """Whether words are names of months or seasons, with what joins these and days between: `Jan-Feb`, `28-Dec`,
    `de septiembre de`."""
    words = [token for token in _TOKEN.findall(fold(text)) if token not in _DASHES]
    known = (_means(word) or word in JOINING for word in words)
    return not TIMES.isdisjoint(words) and all(known) and not _YEAR.search(text)


def _numeric(text: str, order: Order | None) -> PartialDate | None:
    """The date that a text says in numbers alone; None where it does not, or where it says a year and no more."""
    year = _YEAR.search(text)
    if year is None:
        return None
    if iso := _ISO.match(text, year.start()):
        month, day = iso[3] or iso[5], iso[4] or iso[6]
        # "2019-20" is no month, and "2019-Jan" not numeric; the year is all that both say here.
        return make(int(iso[1]), int(month), int(day or 0)) if 1 <= int(month) <= 12 else None
    match = _NUMERIC.search(text)
    if match is None:
        return None
    a, sign, b, month, printed = match.groups()
    if month:
        return make(int(printed), int(month)) if 1 <= int(month) <= 12 else None
    one, other = int(a), int(b)
    if other > 12:
        return make(int(printed), one, other)
    # With points between, the day comes first wherever such dates are written (DIN 5008); with slashes it does in most
    # countries, but not in the United States.
    if one > 12 or one == other or sign[0] == "." or order == "day":
        return make(int(printed), other, one)
    return make(int(printed), one, other) if order == "month" else PartialDate(int(printed))


def _words(text: str) -> _Words:
    """What the words of a date say, from `5 March 2019` to `2015 Nov 28-Dec 4`."""
    if (years := _YEARS.fullmatch(text)) and years[1] < years[2]:
        return _Words(Moment(int(years[1])), Moment(int(years[2])))
    if "-" in text or "/" in text or "." in text:
        text = _JOINED.sub(_parted, text)
        text = _JOINED_TWO.sub(_parted, text) if len(_YEAR.findall(text)) == 1 else text
    tokens = _TOKEN.findall(text)
    for place, token in enumerate(tokens[1:-1], 1):
        if token in _DASHES and _means(tokens[place - 1]) and _means(tokens[place + 1]):
            left, right = _moment(tokens[:place]), _moment(tokens[place + 1 :])
            if joined := _join(left.first, right.first):
                return _Words(*joined, left.whole and right.whole)
    return _moment(tokens)


def _parted(match: re.Match[str]) -> str:
    """Parts of one date that hyphens join, with blanks between; all else as it is."""
    parts = [part for part in match.groups() if part]
    named = any(fold(part) in _MONTH or fold(part) in _SEASON for part in parts)
    return " ".join(parts) + " " * (len(parts) == 1) if named or len(parts) == 1 else match.group()


def _means(token: str) -> bool:
    """Whether a token alone can be a part of a date: a month, a season, a day or a year."""
    if token.isdigit():
        return token.isascii() and (1 <= int(token) <= 31 if len(token) < 3 else _YEAR.fullmatch(token) is not None)
    word = fold(token)
    return word in _MONTH or word in _SEASON


def _moment(tokens: list[str]) -> _Words:
    """One moment of the tokens of a date: the first year, the first day, the season, and the month if there is one."""
    year = day = season = None
    months: set[int] = set()
    whole = True
    for token in tokens:
        if token.isdigit():
            if year is None and _YEAR.fullmatch(token):
                year = int(token)
            elif day is None and len(token) < 3 and token.isascii() and 1 <= int(token) <= 31:
                day = int(token)
        elif len(token) > 2:  # shorter words are "de", "le", "th" of "15th", and letters behind a year ("2004a")
            word = token.lower() if token.isascii() else fold(token)
            if word in _MONTH:
                months.add(_MONTH[word])
            elif word in _SEASON:
                season = _SEASON[word]
            elif word not in _WEEKDAYS:
                whole = False
    # Two months without a dash between ("July 2014 December 2014") are of two dates, and which is meant is unknown.
    return _Words(Moment(year, months.pop() if len(months) == 1 else None, day, season), None, whole and not months)


def _join(first: Moment, last: Moment) -> tuple[Moment, Moment | None] | None:
    """Both ends of a range completed from each other; None where the second is none."""
    if last.season and first == Moment(first.year):  # "2018-2019 Winter" is one winter
        return Moment(first.year or last.year, season=last.season), None
    if not (last.month or last.season or (last.day and first.month and first.day) or (last.year and first.month)):
        return None
    # "2019 Jan-Feb" and "Jan-Feb 2019" name their year once, "2015 Jan 15-31" its month.
    year = first.year or last.year
    month = last.month or (first.month if last.day else None)
    start = Moment(year, first.month, first.day, first.season)
    return _checked(start), _checked(Moment(last.year or year, month, last.day, last.season))


def _checked(moment: Moment) -> Moment:
    """A moment without the parts that no calendar has."""
    if moment.year is None or not 1 <= moment.year <= 9999:
        return Moment()
    made = make(moment.year, moment.month, moment.day)
    return Moment(made.year, made.month, made.day, None if made.month else moment.season)


@lru_cache(maxsize=4096)
def span(date: PartialDate | None) -> tuple[Moment, Moment | None]:
    """The first moment that a date speaks of, and the last where it names two; parts that no calendar has are left
    out."""
    if date is None:
        return Moment(), None
    first, last = Moment(), None
    if date.literal:
        said = _words(squeeze(date.literal))
        first, last = _checked(said.first), said.last
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
    ends = []
    for moment in span(date):
        if moment is not None and moment.year is not None:
            parts = str(PartialDate(moment.year, moment.month, moment.day))
            ends.append(f"{moment.year:04d}-{moment.season}" if moment.season else parts)
    return "/".join(dict.fromkeys(ends))


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
