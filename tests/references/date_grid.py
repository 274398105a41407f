"""References that print their date in more than a year: languages x forms x styles, seeded, each with what it means.

`share(half)` is the part of which date, journal, volume and pages are all right. The journals, forms and styles of the
half `unseen` were only ever scored while the reader of dates was fitted to references.
"""

import random
from collections.abc import Iterator
from typing import NamedTuple

from harvester import references

SEED = 20261201

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "en short": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "en stops": "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sept. Oct. Nov. Dec.",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr short": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "jan. fev. mar. abr. maio jun. jul. ago. set. out. nov. dez.",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}

FORMS = {
    "month year": "{month} {year}",
    "year month": "{year} {month}",
    "day month year": "{day} {month} {year}",
    "year month day": "{year} {month} {day}",
    "day. month year": "{day}. {month} {year}",
    "month day, year": "{month} {day}, {year}",
    "day de month de year": "{day} de {month} de {year}",
    "numbers with points": "{day:02d}.{number:02d}.{year}",
    "month number/year": "{number:02d}/{year}",
    "ISO": "{year}-{number:02d}-{day:02d}",
}

STYLES = {
    "NLM": "{authors}. {title}. {journal}. {date};{volume}({issue}):{first}-{last}.",
    "blanks": "{authors}. {title}. {journal}. {date}; {volume}({issue}): {first}–{last}.",
    "no issue": "{authors}. {title}. {journal}. {date};{volume}:{first}-{last}.",
    "in brackets": "{authors} ({date}). {title}. {journal}, {volume}({issue}), {first}-{last}.",
    "Chicago": "{authors}. “{title}.” {journal} {volume}, no. {issue} ({date}): {first}–{last}.",
    "at the end": "{authors}. {title}. {journal}, v. {volume}, n. {issue}, p. {first}-{last}, {date}.",
}

JOURNALS = (
    "J Clin Nurs", "Presse Med", "Dtsch Arztebl Int", "BMJ", "Lancet", "Rev Esp Salud Publica", "Enferm Clin",
    "Ned Tijdschr Geneeskd", "G Ital Nefrol", "Eur Heart J", "Int J Nurs Stud", "JAMA", "Pflege", "Ann Intern Med",
)  # fmt: skip
AUTHORS = ("Martin A, Dubois C", "Weber K", "Lopez M, Garcia J, Ruiz P", "van Dijk J, Smit H", "Rossi M, Bianchi L")
TITLES = (
    "Night shifts and the sleep of nurses: a cohort study", "Behandlung der Sepsis auf der Intensivstation",
    "Les soins palliatifs à domicile", "Seguridad del paciente en atención primaria", "Exercise for low back pain",
)  # fmt: skip


class Case(NamedTuple):
    """A printed reference, what it means, and whether its form and style were looked at."""

    text: str
    journal: str
    issued: str
    volume: str
    page: str
    half: str


def cases() -> Iterator[Case]:
    """Every language in every form and style, with journal, authors, title and numbers drawn by the seed."""
    draw = random.Random(SEED)
    for names in MONTHS.values():
        for pattern in FORMS.values():
            for template in STYLES.values():
                half = draw.choice(("seen", "unseen"))
                number, day, year = draw.randint(1, 12), draw.randint(1, 28), draw.randint(1995, 2026)
                first = draw.randint(2, 1800)
                last = first + draw.randint(2, 15)
                date = pattern.format(month=names.split()[number - 1], number=number, day=day, year=year)
                journal, volume = draw.choice(JOURNALS), str(draw.randint(2, 400))
                text = template.format(
                    authors=draw.choice(AUTHORS), title=draw.choice(TITLES), journal=journal, date=date, volume=volume,
                    issue=draw.randint(1, 12), first=first, last=last,
                )  # fmt: skip
                has_day = "day" in pattern
                issued = f"{year}-{number:02d}-{day:02d}" if has_day else f"{year}-{number:02d}"
                yield Case(text, journal, issued, volume, f"{first}-{last}", half)


def right(case: Case) -> bool:
    """Whether date, journal, volume and pages are read as they are meant."""
    (parsed,) = references.parse_many([references.raw(case.text)])
    work = parsed.described
    read = (work.container_title, str(work.issued), work.volume, work.page)
    return read == (case.journal, case.issued, case.volume, case.page)


def share(half: str) -> float:
    """The part of a half that is right, 0 to 1."""
    verdicts = [right(case) for case in cases() if case.half == half]
    return sum(verdicts) / len(verdicts)
