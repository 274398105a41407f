"""Works of many kinds in many styles and languages, seeded, each with what it means.

`share(half, kinds)` is the part of which type, people, title, container, year, volume, issue, pages and number are all
right. Which half a work in a style belongs to is drawn by the seed; the half `unseen` was only ever scored while the
rules were fitted.
"""

import random
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from harvester import references
from tests.references.kind_facts import Fact, load

SEED = 20261201


def _initials(given: str, stop: str, between: str) -> str:
    return between.join(f"{word[0]}{stop}" for word in given.split())


def _family(person: str) -> str:
    return person.partition("|")[0]


def _names(people: tuple[str, ...], form: str) -> str:
    """A list of people as a style prints it; bodies as they are."""
    printed = []
    for number, person in enumerate(people):
        family, is_person, given = person.partition("|")
        if not is_person or not given:
            printed.append(family)
            continue
        printed.append(
            {
                "nlm": f"{family} {_initials(given, '', '')}",
                "apa": f"{family}, {_initials(given, '.', ' ')}",
                "tight": f"{family}, {_initials(given, '.', '')}",
                "abnt": f"{family.upper()}, {_initials(given, '.', ' ')}",
                "abnt tight": f"{family.upper()}, {_initials(given, '.', '')}",
                "gost": f"{family} {_initials(given, '.', '')}",
                "gost wide": f"{family} {_initials(given, '.', ' ')}",
                "first": f"{_initials(given, '.', '')} {family}",
                "full": f"{family}, {_dotted(given)}",
                "chicago": f"{family}, {_dotted(given)}" if number == 0 else f"{_dotted(given)} {family}",
                "spoken": f"{_dotted(given)} {family}",
            }[form]
        )
    between, last = _JOINTS.get(form, (", ", ", "))
    return between.join(printed) if len(printed) < 2 else between.join(printed[:-1]) + last + printed[-1]


def _dotted(given: str) -> str:
    """Given names with a stop behind each initial."""
    return " ".join(f"{word}." if len(word) == 1 else word for word in given.split())


_JOINTS = {
    "apa": (", ", ", & "), "tight": (", ", " and "), "abnt": ("; ", "; "), "abnt tight": ("; ", "; "),
    "full": ("/", "/"), "chicago": (", ", ", and "), "spoken": (", ", " and "), "first": (", ", ", "),
}  # fmt: skip
"""What stands between names and before the last, by form."""

_BOOKISH = ("report", "book", "software")
_ARTICLES = ("article", "german", "portuguese", "spanish", "french")
STYLES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    # Books, reports and programs
    (_BOOKISH, "nlm", "{A}. {T}.< {S} No. {#}.>< {N}.> {L}: {U}; {Y}."),
    (_BOOKISH, "nlm", "{A}. {T} [Internet].< {N}.> {L}: {U}; {Y} [cited 2021 May 5]. Available from: {W}"),
    (_BOOKISH, "apa", "{A} ({Y}). {T}< ({S} No. {#})>< ({N}.)>. {L}: {U}."),
    (_BOOKISH, "tight", "{A}, {Y}. {T}.< {N}.> {L}: {U}."),
    (_BOOKISH, "abnt", "{A}. {T}.< {N}.> {L}: {U}, {Y}."),
    (_BOOKISH, "chicago", "{A}. {Y}. {T}.< {N}.> {L}: {U}."),
    (("report",), "nlm", "{A}. {T}.< {S} [{#}].> {L}: {U}; {Y}. Available at: {W}. Accessed May 5, 2021."),
    (("report",), "apa", "{A}. ({Y}). {T}. {L}: {U}. {W}"),
    (("report",), "nlm", "{A}. {T}. {U}; {Y}. Accessed May 5, 2021. {W}"),
    # Chapters
    (("chapter",), "nlm", "{A}. {T}. In: {E}, editors. {C}. {L}: {U}; {Y}. p. {P}."),
    (("chapter",), "nlm", "{A}. {T}. In: {E}, eds. {C}. {L}: {U}; {Y}:{P}."),
    (("chapter",), "apa", "{A} ({Y}). {T}. In {E} (Eds.), {C} (pp. {P}). {L}: {U}."),
    (("chapter",), "tight", "{A}, {Y}. {T}. In: {E} (Eds.), {C}. {U}, {L}, pp. {P}."),
    (("chapter",), "full", "{A} ({Y}): {T}. In: {E} (Hg.): {C}. {L}: {U}, S. {P}"),
    (("chapter",), "abnt", "{A}. {T}. In: {E} (org.). {C}. {L}: {U}, {Y}. p. {P}."),
    (("chapter",), "chicago", "{A}. {Y}. “{T}.” In {C}, edited by {E}, {P}. {L}: {U}."),
    # Theses
    (("thesis",), "nlm", "{A}. {T} [dissertation]. {L}: {U}; {Y}."),
    (("thesis",), "apa", "{A} ({Y}). {T} (Doctoral dissertation, {U})."),
    (("thesis",), "chicago", "{A}. {Y}. “{T}.” PhD thesis, {U}."),
    # Preprints
    (("preprint",), "nlm", "{A}. {T}. {C}. {Y}."),
    (("preprint",), "apa", "{A} ({Y}). {T}. {C}."),
    (("preprint",), "nlm", "{A}. {T} [preprint]. {C}. {Y} [cited 2021 May 5]."),
    (("preprint",), "nlm", "{A}. {T}. {C}. Preprint posted online June 22, {Y}."),
    # Registrations, data, newspapers
    (("trial",), "nlm", "{A}. {T}. {#}. {Y}. Available from: {W}"),
    (("trial",), "nlm", "{A} [Internet]. {T}. Identifier {#}. {Y} [cited 2021 May 5]. Available from: {W}"),
    (("trial",), "nlm", "{A}. ({Y}). {T}. {W}"),
    (("dataset",), "nlm", "{A}. {T} [dataset]. {U}; {Y}."),
    (("dataset",), "apa", "{A} ({Y}). {T} (Version 2) [Data set]. {U}."),
    (("newspaper",), "nlm", "{A}. {T}. {C}. {Y} Aug 12;Sect. A:2 (col. 4)."),
    (("newspaper",), "apa", "{A} ({Y}, August 12). {T}. {C}."),
    # Articles
    (("group", *_ARTICLES), "nlm", "{A}. {T}. {C}. {Y};{V}({I}):{P}."),
    (("group", *_ARTICLES), "nlm", "{A}: {T}. {C} {Y}, {V}({I}):{P}."),
    (
        ("group", *_ARTICLES),
        "nlm",
        "{A}. {T}. {C} [Internet]. {Y} Jun 3 [cited 2021 May 5];{V}({I}):{P}. Available from: https://x.org",
    ),
    (("group", *_ARTICLES), "apa", "{A} ({Y}). {T}. {C}, {V}({I}), {P}."),
    (_ARTICLES, "chicago", "{A}. {Y}. “{T}.” {C} {V} ({I}): {P}."),
    (_ARTICLES, "spoken", "{A}. “{T}.” {C} {V}, no. {I} ({Y}): {P}."),
    (_ARTICLES, "tight", "{A} ({Y}) ‘{T}’, {C}, {V}({I}), pp. {P}."),
    (_ARTICLES, "tight", "{A}, {Y}. {T}. {C} {V}, {P}."),
    (_ARTICLES, "abnt", "{A}. {T}. {C}, v. {V}, n. {I}, p. {P}, {Y}."),
    (_ARTICLES, "abnt tight", "{A} {T}. {C}, v.{V}, n.{I}, p.{P}, {Y}."),
    (_ARTICLES, "first", "{A}, {T}, {C} {V} ({Y}) {P}."),
    (_ARTICLES, "full", "{A} ({Y}): {T}. In: {C}, Jg. {V}, H. {I}, S. {P}"),
    (_ARTICLES, "full", "{A} ({Y}), „{T}“, in: {C} {V} ({I}), S. {P}."),
    (("russian",), "gost", "{A} {T} // {C}. {Y}. Т. {V}, № {I}. С. {P}."),
    (("russian",), "gost wide", "{A} {T} // {C}. – {Y}. – Т. {V}. – № {I}. – С. {P}."),
    (("russian",), "gost", "{A} {T}. {C}. {Y};{V}({I}):{P}."),
    (("chinese",), "nlm", "{A}. {T}[J]. {C}, {Y}, {V}({I}): {P}."),
    (("chinese",), "wide", "{A}．{T}［J］．{C}，{Y}，{V}（{I}）：{P}．"),
    (("chinese", "japanese", "korean"), "nlm", "{A}. {T}. {C}. {Y};{V}({I}):{P}."),
    (("japanese", "korean"), "nlm", "{A}. {T}. {C} {Y}; {V}({I}): {P}."),
)
"""The kinds that a style is for, its form of names, and its template: `<...>` only where all inside is known."""


class Case(NamedTuple):
    """A printed reference, what it cites, and whether it was looked at."""

    text: str
    fact: Fact
    half: str
    has_number: bool
    has_issue: bool
    has_pages: bool


def cases() -> Iterator[Case]:
    """Every work in every style of its kind, with a half drawn for each."""
    draw = random.Random(SEED)
    for fact in load():
        for kinds, form, template in STYLES:
            if fact.kind in kinds:
                half = draw.choice(("seen", "unseen"))
                if (text := _printed(fact, form, template)) is not None:
                    has_number = bool(fact.number) and fact.number in text
                    yield Case(
                        text, fact, half, has_number, "{I}" in template, "{P}" in template or "Sect." in template
                    )


def _printed(fact: Fact, form: str, template: str) -> str | None:
    names = _names(fact.people, "nlm" if form == "wide" else form)
    editors = _names(fact.editors, "spoken" if form == "chicago" else form)
    if form == "wide":
        names = names.replace(", ", "，")
    values = {
        "A": names.rstrip(".") if "{A}." in template else names, "E": editors, "T": fact.title, "C": fact.container,
        "Y": fact.year, "V": fact.volume, "I": fact.issue, "P": fact.pages, "U": fact.publisher, "L": fact.place,
        "N": fact.edition, "S": fact.series, "#": fact.number, "W": fact.url,
    }  # fmt: skip
    kept = _OPTIONAL.sub(lambda match: match[1] if all(values[key] for key in _KEY.findall(match[1])) else "", template)
    return _filled(kept, values) if all(values[key] for key in _KEY.findall(kept)) else None


_OPTIONAL, _KEY = re.compile(r"<([^<>]*)>"), re.compile(r"\{(.)\}")


def _filled(template: str, values: dict[str, str]) -> str:
    for key, value in values.items():
        template = template.replace(f"{{{key}}}", value)
    return template


def read(text: str) -> dict[str, Any]:
    """What a reference was read as, in the shape of `meant`."""
    (parsed,) = references.parse_many([references.raw(text)])
    work = parsed.described
    return {
        "type": work.type,
        "people": [(name.literal or name.family).casefold() for name in work.author],
        "title": work.title.rstrip(".").casefold(),
        "container": work.container_title.rstrip(".").casefold(),
        "year": str(work.issued or "")[:4],
        "volume": work.volume,
        "issue": work.issue,
        "pages": work.page,
        "number": "" if work.number == work.page else work.number,
    }


def meant(case: Case) -> dict[str, Any]:
    """What a case means."""
    fact = case.fact
    return {
        "type": fact.type,
        "people": [_family(person).casefold() for person in fact.people],
        "title": fact.title.casefold(),
        "container": fact.container.casefold(),
        "year": fact.year,
        "volume": fact.volume,
        "issue": fact.issue if case.has_issue else "",
        "pages": fact.pages if case.has_pages else "",
        "number": fact.number if case.has_number else "",
    }


def faults(case: Case) -> dict[str, tuple[Any, Any]]:
    """The fields that are read wrongly: what is meant and what was read."""
    said = read(case.text)
    return {field: (value, said[field]) for field, value in meant(case).items() if value != said[field]}


def share(half: str) -> float:
    """The part of a half that is right in all fields, 0 to 1."""
    verdicts = [not faults(case) for case in cases() if case.half == half]
    return round(sum(verdicts) / len(verdicts), 4)
