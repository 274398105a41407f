"""Print single fields: names, titles, journals, page ranges and dates, each in one of the ways of print."""

import random
import re
from dataclasses import dataclass
from typing import Any

import languages
import places

Fact = dict[str, Any]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True)
class NameStyle:
    """How names are printed: order, dots, separators, and the way of "et al."."""

    form: str
    between: str
    last: str
    limit: int
    et_al: str
    capitals: bool


def _foreign_style(rng: random.Random, language: str) -> NameStyle:
    """A way to print names in another language: its "and" and "et al.", and full names where they are printed."""
    forms = {"ru": ("bare_dotted",), "pt": ("comma_spaced", "comma_tight", "bare", "full")}.get(
        language, ("bare", "bare", "comma_spaced", "full", "full", "full_first", "given_first", "dotted_spaced")
    )
    form = rng.choice(forms)
    between = "; " if form[:4] in ("comm", "full") and rng.random() < (0.8 if language == "pt" else 0.4) else ", "
    if language == "de" and form in ("full", "comma_spaced") and rng.random() < 0.3:
        between = "/"
    word = rng.choice(languages.AND.get(language, (",",)))
    last = between if word in ("/", ";", ",") or between == "/" or rng.random() < 0.4 else f" {word} "
    et_al = (" " if rng.random() < 0.5 else between) + rng.choice(languages.ET_AL.get(language, ("et al.",)))
    capitals = rng.random() < (0.6 if language == "pt" and between == "; " else 0.05)
    return NameStyle(form, between, last, rng.choice((1, 3, 3, 6, 30, 30)), et_al, capitals)


def name_style(rng: random.Random, template: str, language: str = "en") -> NameStyle:
    """A way to print names that goes with a template."""
    if language != "en":
        return _foreign_style(rng, language)
    semicolons = rng.random() < 0.12
    if "({Y})." in template or ", {Y}. " in template:
        forms = ("comma_spaced",) * 5 + ("comma_tight",) * 3 + ("bare",) * 2 + ("dotted_spaced",) * 4 + ("dotted",)
    elif template.startswith("{A}, {T}, "):
        forms = ("first_tight",) * 5 + ("first_spaced",) * 2 + ("bare", "comma_tight")
    else:
        forms = (
            ("bare",) * 9
            + ("dotted",) * 3
            + ("dotted_spaced",) * 2
            + ("comma_spaced",) * 3
            + ("comma_tight",) * 2
            + ("first_tight",) * 2
        )
        forms += ("first_spaced", "comma_bare", "bare_spaced", "full", "full_first", "full_first")
    form = rng.choice(forms)
    if form.startswith("comma") and rng.random() < 0.3:
        semicolons = True
    between = "; " if semicolons else ", "
    last = rng.choice((between,) * 6 + (" and ", f"{between.strip()} and ", " & ", f"{between.strip()} & ", " and "))
    limit = rng.choice((1, 1, 2, 3, 3, 3, 5, 6, 6, 6, 7, 8, 10, 30, 30, 30, 30))
    et_al = rng.choice(
        (f"{between}et al.",) * 9
        + (" et al.", " et al.", f"{between}et al", " et al", f"{between}et al..", ". et al.", f"{between}et al.,")
    )
    return NameStyle(form, between, last, limit, et_al, rng.random() < 0.03)


def print_name(person: list[str], style: NameStyle, position: int) -> str:
    """One name; a body as it is."""
    if len(person) == 1:
        return person[0]
    family, given, suffix = (*person, "")[:3]
    if style.capitals:
        family = family.upper()
    if not given:
        return family
    initials = (
        given
        if re.fullmatch(r"[A-ZÀ-Þ]+(?:-[A-ZÀ-Þ]+)*", given)
        else "".join(w[0] for w in re.split(r"[\s.]+", given) if w)
    )
    letters = [c for c in initials if c != "-"]
    tight, spaced = "".join(f"{c}." for c in letters), " ".join(f"{c}." for c in letters)
    if "-" in initials:
        tight = spaced = ".-".join(initials.split("-")) + "."
    tail = f" {suffix}" if suffix else ""
    full = given if len(given) > 4 or not _LATIN.fullmatch(letters[0]) else spelled(letters)
    printed = {
        "bare": f"{family} {initials.replace('-', '')}{tail}",
        "bare_spaced": f"{family} {' '.join(letters)}{tail}",
        "dotted": f"{family} {tight}{tail}",
        "dotted_spaced": f"{family} {spaced}{tail}",
        "comma_spaced": f"{family}, {spaced}{tail}",
        "comma_tight": f"{family}, {tight}{tail}",
        "comma_bare": f"{family}, {initials}{tail}",
        "first_tight": f"{tight} {family}{tail}",
        "first_spaced": f"{spaced} {family}{tail}",
        "full": f"{family}, {full}",
        "full_first": f"{full} {family}" if position else f"{family}, {full}",
        "given_first": f"{full} {family}",
        "bare_dotted": f"{family} {given}",
    }
    return printed[style.form]


_LATIN = re.compile("[A-Z]")


def spelled(letters: list[str]) -> str:
    """A given name for initials, the same for the same ones, with its middle initials: "Jeremy M."."""
    names = languages.GIVEN[letters[0]].split()
    return " ".join([names[len("".join(letters)) * 7 % len(names)], *(f"{letter}." for letter in letters[1:])])


def print_names(people: list[list[str]], style: NameStyle, cut: bool) -> str:
    """A list of names."""
    shown = people[: style.limit]
    names = [print_name(person, style, index) for index, person in enumerate(shown)]
    if cut or len(people) > len(shown):
        return style.between.join(names) + style.et_al
    if len(names) == 1:
        return names[0]
    return style.between.join(names[:-1]) + style.last + names[-1]


def dotted_words(facts: list[Fact]) -> dict[str, str]:
    """Abbreviated words of journal names as the facts print them with a stop, by the word without."""
    words: dict[str, str] = {}
    for fact in facts:
        for word in str(fact.get("c", "")).split():
            if word.endswith(".") and len(word) > 2:
                words.setdefault(word[:-1], word)
    return words | {
        "J": "J.",
        "Br": "Br.",
        "N": "N.",
        "Am": "Am.",
        "Int": "Int.",
        "Med": "Med.",
        "Clin": "Clin.",
        "Proc": "Proc.",
        "Sci": "Sci.",
    }


def print_container(name: str, rng: random.Random, dots: dict[str, str]) -> str:
    """A journal name with or without the stops of its abbreviations, seldom in capitals or with an article."""
    roll = rng.random()
    if roll < 0.3 and "." in name:
        return name.replace(".", "")
    if 0.3 <= roll < 0.32:
        return name.upper()
    if roll < 0.65 and "." not in name:
        return " ".join(dots.get(word, word) for word in name.split())
    if roll < 0.66 and "J " in name:
        return name.replace(" J ", " J. ", 1)
    return name


def print_title(title: str, rng: random.Random) -> str:
    """A title, seldom in capitals, in capitals of each word, or with a note."""
    roll = rng.random()
    if roll < 0.012:
        title = title.upper()
    elif roll < 0.07:
        title = " ".join(
            w if w in ("of", "and", "the", "in", "for", "with", "to", "a", "an") else w[:1].upper() + w[1:]
            for w in title.split(" ")
        )
    elif roll < 0.12:
        title = title[:1] + title[1:].lower()
    elif roll < 0.13:
        title = f"[{title}]"
    return title


def print_pages(pages: str, rng: random.Random) -> str:
    """A page range with one of the dashes, its end cut or whole."""
    if "-" not in pages:
        return pages
    first, last = pages.split("-", 1)
    if first.isdigit() and last.isdigit():
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        if rng.random() < 0.45 and len(first) == len(last):
            shared = 0
            while shared < len(last) - 1 and first[shared] == last[shared]:
                shared += 1
            last = last[shared:]
    return (
        first
        + rng.choice(("-", "-", "–", "–", "–", "‐", "−", " - ", "--", "–"))[:3].replace(
            "--", "-" if rng.random() < 0.5 else "--"
        )
        + last
    )


def month_in(language: str, month: int, rng: random.Random) -> str:
    """A month's name in a language, in Portuguese often cut as ABNT cuts it."""
    if language == "pt" and rng.random() < 0.6:
        return languages.MONTHS["abnt"][month]
    return languages.MONTHS.get(language, LONG_MONTHS)[month]


def values(fact: Fact, rng: random.Random, dots: dict[str, str], template: str) -> dict[str, str]:
    """The printed fields of a fact, for one reference."""
    language = fact.get("lang", "en")
    style = name_style(rng, template, language)
    number = str(rng.randint(1000, 9999999))
    month = rng.randrange(12)
    out = {
        "T": print_title(fact["t"], rng) if fact.get("t") else "",
        "C": print_container(fact["c"], rng, dots) if fact.get("c") else "",
        "Y": fact.get("y", ""),
        "M": rng.choice((MONTHS, LONG_MONTHS))[month] if language == "en" else month_in(language, month, rng),
        "G": fact.get("g", ""),
        "d": str(rng.randint(1, 28)),
        "V": fact.get("v", ""),
        "I": fact.get("i", "") or (str(rng.randint(1, 12)) if rng.random() < 0.45 else ""),
        "P": print_pages(fact["p"], rng) if fact.get("p") else "",
        "F": str(rng.randint(90, 900)),
        "U": fact.get("u", ""),
        "L": fact.get("l", ""),
        "N": rng.choice(places.EDITIONS) if rng.random() < 0.35 else "",
        "R": rng.choice(
            languages.DATES.get(language, ("{d} {m} {y}", "{m} {d}, {y}", "{y} {m} {d}", "{d}.{n}.{y}", "{m} {y}"))
        ),
        "W": rng.choice(places.ADDRESSES).format(
            n=number[:4], w=rng.choice(("health", "guidelines", "diabetes", "statistics"))
        ),
        "S": rng.choice(places.SERIES),
        "B": rng.choice(places.DEGREES),
        "D": fact.get("d", ""),
        "K": str(rng.randint(1000000, 39999999)),
        "Q": number,
        "q": f"{rng.randint(7, 24):02}{rng.randint(1, 12):02}.{rng.randint(1000, 99999):05}",
    }
    in_words = rng.choice((MONTHS, LONG_MONTHS))[month] if language == "en" else month_in(language, month, rng)
    out["R"] = out["R"].format(d=rng.randint(1, 28), m=in_words, y=rng.randint(2005, 2024), n=month + 1)
    if out["I"] and not fact.get("i") and rng.random() < 0.08:
        out["I"] = rng.choice(
            ("Suppl 1", "suppl 2", "Suppl", "Pt 2", "3 Suppl", "S1", "1 Pt 2", "Suppl. 1", "1-2", "3/4")
        )
    if out["P"] and rng.random() < 0.04:
        out["P"] = rng.choice(
            (
                "e{n}",
                "S{n}-S{m}",
                "e{n}-e{m}",
                "i{n}-{m}",
                "{n}.e1",
                "CD00{n}",
                "iii-iv",
                "W{n}",
                "H{n}-H{m}",
                "{n}-{m}.e4",
            )
        ).format(n=number[:4], m=number[:3] + "9")
    if out["Y"] and rng.random() < 0.02:
        out["Y"] += rng.choice("ab")
    people = fact.get("a") or []
    if people:
        out["A"] = print_names(people, style, bool(fact.get("more")) and rng.random() < 0.8)
        if len(people[0]) > 1 and rng.random() < 0.035:
            out["A"] += rng.choice(
                ("; ", ", ", " and ", ", for the ", " on behalf of the ", "; for the ", ", on behalf of ")
            ) + rng.choice(places.BODIES)
    editors = fact.get("e") or people[-3:]
    if editors:
        loose = NameStyle(style.form, style.between, style.last, 3, style.et_al, False)
        out["E"] = print_names(editors, loose, cut=False)
    return out
