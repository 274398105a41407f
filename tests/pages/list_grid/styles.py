"""Entries: bibliographic facts (`facts.jsonl`) printed in nine styles of citation, as words and as markup."""

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

FACTS = Path(__file__).with_name("facts.jsonl")
Fact = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: its words, the same as markup with the container in italics, and its first author's name."""

    text: str
    html: str
    key: str
    doi: str
    letters: str


@cache
def facts() -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The articles and the books of the set."""
    every = [json.loads(line) for line in FACTS.read_text("utf-8").splitlines()]
    return tuple(f for f in every if "c" in f), tuple(f for f in every if "u" in f)


def letters_of(text: str) -> str:
    """The letters and digits of a text, by which two printings of an entry are compared."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _dotted(initials: str, between: str = " ") -> str:
    return between.join(f"{letter}." for letter in initials)


def _joined(names: list[str], between: str, last: str) -> str:
    return names[0] if len(names) == 1 else between.join(names[:-1]) + last + names[-1]


def _bare(f: Fact, limit: int = 6) -> str:
    names = [f"{family} {initials}" for family, initials in f["a"]]
    return ", ".join(names[:limit]) + (", et al" if len(names) > limit else "")


def _family_first(f: Fact, last: str) -> str:
    return _joined([f"{family}, {_dotted(initials)}" for family, initials in f["a"]], ", ", last)


def _first_inverted(f: Fact, last: str) -> str:
    (family, initials), *others = f["a"]
    names = [f"{family}, {_dotted(initials)}", *(f"{_dotted(i)} {name}" for name, i in others)]
    return _joined(names, ", ", last)


def vancouver(f: Fact) -> str:
    """ICMJE's."""
    return f"{_bare(f)}. {f['t']}. *{f['c']}*. {f['y']};{f['v']}{_issue(f, '({})')}:{f['p']}."


def apa(f: Fact) -> str:
    """The seventh edition's."""
    return f"{_family_first(f, ', & ')} ({f['y']}). {f['t']}. *{f['c']}, {f['v']}*{_issue(f, '({})')}, {_dash(f)}."


def ama(f: Fact) -> str:
    """At most three authors, a page range with an en dash."""
    return f"{_bare(f, 3)}. {f['t']}. *{f['c']}*. {f['y']};{f['v']}{_issue(f, '({})')}:{_dash(f)}."


def harvard(f: Fact) -> str:
    """As British universities teach it."""
    return f"{_family_first(f, ' and ')}, {f['y']}. {f['t']}. *{f['c']}*, {f['v']}{_issue(f, '({})')}, pp. {_dash(f)}."


def chicago(f: Fact) -> str:
    """Author and date."""
    place = f"{f['v']}{_issue(f, ' ({})')}: {_dash(f)}"
    return f"{_first_inverted(f, ', and ')}. {f['y']}. “{f['t']}.” *{f['c']}* {place}.".replace("..", ".")


def mla(f: Fact) -> str:
    """The ninth edition's."""
    (family, initials), *others = f["a"]
    names = f"{family}, {_dotted(initials)}"
    if others:
        names = f"{names}, et al" if len(others) > 1 else f"{names}, and {_dotted(others[0][1])} {others[0][0]}"
    place = f"vol. {f['v']}{_issue(f, ', no. {}')}, {f['y']}, pp. {_dash(f)}"
    return f"{names.rstrip('.')}. “{f['t']}.” *{f['c']}*, {place}."


def ieee(f: Fact) -> str:
    """Initials first, the title in quotation marks."""
    names = _joined([f"{_dotted(initials)} {family}" for family, initials in f["a"]], ", ", " and ")
    return f"{names}, “{f['t']},” *{f['c']}*, vol. {f['v']}{_issue(f, ', no. {}')}, pp. {_dash(f)}, {f['y']}."


def nature(f: Fact) -> str:
    """The year last, in brackets."""
    return f"{_family_first(f, ' & ')} {f['t']}. *{f['c']}* {f['v']}, {_dash(f)} ({f['y']})."


def year_only(f: Fact) -> str:
    """Neither volume nor page: names, title, container or publisher, year."""
    if "u" in f:
        return f"{_bare(f)}. *{f['t']}*. {f['l'].rstrip('.')}: {f['u'].rstrip('.')}; {f['y']}."
    return f"{_bare(f)}. {f['t']}. *{f['c']}*. {f['y']}."


def _issue(f: Fact, form: str) -> str:
    return form.format(f["i"]) if f.get("i") else ""


def _dash(f: Fact) -> str:
    return str(f["p"]).replace("-", "–")


STYLES: dict[str, Callable[[Fact], str]] = {
    "vancouver": vancouver,
    "apa": apa,
    "ama": ama,
    "harvard": harvard,
    "chicago": chicago,
    "mla": mla,
    "ieee": ieee,
    "nature": nature,
    "year only": year_only,
}
_SHARE_WITH_DOI = 0.5
"""Of the lists whose facts have DOIs, how many print them."""


def entries(style: str, count: int, rng: random.Random) -> tuple[Entry, ...]:
    """So many different works, printed in one style, in the order that the style asks for."""
    articles, books = facts()
    some = rng.sample(articles, count)
    if style == "year only":
        some = [rng.choice(books) if rng.random() < 0.3 else f for f in some]
        some = list({f["t"]: f for f in [*some, *rng.sample(articles, count)]}.values())[:count]
    if style in ("apa", "harvard", "chicago", "mla"):
        some = sorted(some, key=lambda f: f["a"][0][0].casefold())
    with_dois = style != "year only" and rng.random() < _SHARE_WITH_DOI
    made = []
    for f in some:
        doi = f.get("d", "") if with_dois else ""
        marked = STYLES[style](f) + (f" doi:{doi}" if doi else "")
        text = marked.replace("*", "")
        html = re.sub(r"\*(.+?)\*", r"<i>\1</i>", escape(marked, quote=False))
        made.append(Entry(text, html, f["a"][0][0], doi, letters_of(text)))
    return tuple(made)
