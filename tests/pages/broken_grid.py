"""The grid of lists with its HTML broken: one tag put in, or one taken out, somewhere between the first entry and the
last.

Seeded; of each list that is read exactly as it is, one broken one. The halves are those of the grid of lists.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.pages.list_grid.measuring import Case, cases, reading_of
from tests.pages.list_grid.structures import STRUCTURES
from tests.pages.list_grid.styles import letters_of

_EMPTY = ["ul", "div", "span", "p", "a", "b", "i", "em", "section", "sup", "button", "script", "iframe", "style", "o:p"]
_TYPES = ["b", "i", "em", "strong", "font", "small", "u"]
_ENDS = re.compile(r"</(?:li|p|td|dd|div|span)>")
_DROPPED = re.compile(r"</(?:b|i|em|strong|a|span|font|li|p|td|dd|tr)>")

Break = Callable[[random.Random, str, int, int], str | None]


def _put_in(make: Callable[[random.Random], str]) -> Break:
    def broken(rng: random.Random, html: str, start: int, end: int) -> str | None:
        places = [m.start() for m in _ENDS.finditer(html, start, end)]
        if not places:
            return None
        at = rng.choice(places)
        return html[:at] + make(rng) + html[at:]

    return broken


def _taken_out(rng: random.Random, html: str, start: int, end: int) -> str | None:
    ends = list(_DROPPED.finditer(html, start, end))
    if not ends:
        return None
    dropped = rng.choice(ends)
    return html[: dropped.start()] + html[dropped.end() :]


WAYS: dict[str, Break] = {
    "an element that closes itself": _put_in(lambda rng: f"<{rng.choice(_EMPTY)}{rng.choice(['', ' class=x'])}/>"),
    "type left open": _put_in(lambda rng: f"<{rng.choice(_TYPES)}>"),
    "a link left open": _put_in(lambda _: '<a href="#top">'),
    "an end tag too many": _put_in(lambda rng: f"</{rng.choice([*_TYPES, 'p', 'a', 'sup'])}>"),
    "a comment": _put_in(lambda rng: rng.choice(["<!-- end -- >", "<!-- x >", "<!-->", "<!-- ok -->", "<!-- a --!>"])),
    "a broken line": _put_in(lambda rng: rng.choice(["</br>", "<br/>", "<wbr/>"])),
    "an end tag too few": _taken_out,
}


def _is_exact(case: Case) -> bool:
    reading = reading_of(case)
    return reading is not None and [letters_of(r.text) for r in reading.references] == [e.letters for e in case.entries]


def broken_cases(half: str, pages: int = 8) -> Iterator[tuple[str, Case]]:
    """Pages of one half, each broken in one way; only those that are read exactly when they are whole."""
    ways = sorted(WAYS)
    for number, case in enumerate(cases(half, pages=pages)):
        if case.structure not in STRUCTURES or not _is_exact(case):
            continue
        rng = random.Random(f"{number} {case.structure}")
        starts = [at for e in case.entries if (at := case.content.find(" ".join(e.text.split())[:10])) > 0]
        if len(starts) < 2:
            continue
        way = ways[number % len(ways)]
        broken = WAYS[way](rng, case.content, min(starts), max(starts))
        if broken is not None:
            yield way, replace(case, content=broken)


def share(half: str) -> float:
    """The share of broken lists that are read exactly."""
    found = [_is_exact(case) for _, case in broken_cases(half)]
    return sum(found) / len(found)
