"""The grid's cases and what is right on them: lists exact, fields as of the same words alone, nothing where no list is.

A case is a structure with a heading, a word, a style and a length drawn by the seed, each value of each as often as
the others. A list is exact if it has the entries of the page, each with the same letters; labels do not count.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from harvester import references
from harvester.model import ParsedReference, Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from tests.pages.list_grid.furniture import html_page, text_page
from tests.pages.list_grid.headings import HTML_FORMS, TEXT_FORMS, WORDS
from tests.pages.list_grid.hostile import HOSTILE, hostile_page
from tests.pages.list_grid.later_structures import LATER, LATER_TEXT
from tests.pages.list_grid.structures import STRUCTURES
from tests.pages.list_grid.styles import STYLES, Entry, entries, letters_of
from tests.pages.list_grid.text_structures import TEXT_STRUCTURES

HALVES = ("seen", "unseen")
PARTS = (*HALVES, "later")
SEED = 20211
PAGES = 12
"""Pages of each structure, and of each kind that has no list."""
LENGTHS = (3, 4, 5, 7, 11, 18, 28, 40)


@dataclass(frozen=True, slots=True)
class Case:
    """One page of the grid with what it prints; a page without a list has no entries and no style."""

    structure: str
    form: str
    word: str
    style: str
    content: str
    entries: tuple[Entry, ...]

    @property
    def language(self) -> str:
        """The language of the heading."""
        return WORDS.get(self.word, "")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read of a case: whether its list is exact, how many entries were found and have the right fields."""

    case: Case
    exact: bool
    count: int
    found: int
    alike: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares of a half: lists exact, pages without a list that give nothing, entries whose fields are right."""

    exact: float
    silent: float
    alike: float
    outcomes: tuple[Outcome, ...]


def half_of(name: str) -> str:
    """Which half a structure or kind belongs to, by the digest of its name; "later" if it was written afterwards."""
    if name in LATER or name in LATER_TEXT:
        return "later"
    return HALVES[int(hashlib.sha256(f"list grid {name}".encode()).hexdigest()[-1], 16) % 2]


def _dealt(values: list[str], rng: random.Random) -> Iterator[str]:
    """The values in a random order, again and again, so that all come equally often."""
    while True:
        yield from rng.sample(values, len(values))


def cases(half: str, seed: int = SEED, pages: int = PAGES) -> Iterator[Case]:
    """The pages with a list, structure by structure; a structure's pages do not depend on the other structures."""
    of_html, of_text = STRUCTURES | LATER, TEXT_STRUCTURES | LATER_TEXT
    for name in (*of_html, *of_text):
        if half_of(name) != half:
            continue
        rng = random.Random(f"{seed} {name}")
        words, styles = _dealt(sorted(WORDS), rng), _dealt(sorted(STYLES), rng)
        lengths = _dealt([str(n) for n in LENGTHS], rng)
        forms = _dealt(sorted(HTML_FORMS if name in of_html else TEXT_FORMS), rng)
        for _ in range(pages):
            form, word, style = next(forms), next(words), next(styles)
            printed = entries(style, int(next(lengths)), rng)
            if name in of_html:
                content = html_page(rng, HTML_FORMS[form](word, of_html[name](printed)), printed)
            else:
                listed = TEXT_FORMS[form](word) + of_text[name](printed)
                content = text_page(rng, listed, printed, 76 if "wrapped" in name else 0)
            yield Case(name, form, word, style, content, printed)


def hostile_cases(half: str, seed: int = SEED, pages: int = PAGES) -> Iterator[Case]:
    """The pages without a list."""
    for kind in HOSTILE:
        if half_of(kind) == half:
            rng = random.Random(f"{seed} {kind}")
            for _ in range(pages):
                yield Case(kind, "", "", "", hostile_page(kind, rng), ())


def reading_of(case: Case) -> Reading | None:
    """What is read of a case, the same way as a file is; None where the page is passed over."""
    name = "page.txt" if case.structure.startswith("text: ") else "page.html"
    pages = recognize(Source(name, case.content.encode(), "0" * 64)).pages
    return read(pages[0]) if pages else None


def outcome_of(case: Case) -> Outcome:
    """Read a case and compare."""
    reading = reading_of(case)
    found = reading.references if reading else ()
    letters = [letters_of(reference.text) for reference in found]
    exact = letters == [entry.letters for entry in case.entries]
    by_letters = dict(zip(letters, found, strict=True))
    same = [(entry, by_letters[entry.letters]) for entry in case.entries if entry.letters in by_letters]
    alike = sum(map(_alike, references.parse_many([r for _, r in same]), [_alone(e.text) for e, _ in same]))
    return Outcome(case, exact, len(found), len(same), alike)


@cache
def _alone(text: str) -> ParsedReference:
    """The fields of an entry whose words come alone, outside any page."""
    return references.parse(references.raw(text))


def _alike(read_on_page: ParsedReference, alone: ParsedReference) -> bool:
    return _fields(read_on_page) == _fields(alone)


def _fields(parsed: ParsedReference) -> tuple[object, ...]:
    work = parsed.described
    return (work.type, work.title, tuple(map(str, work.author)), work.authors_complete, str(work.issued or ""),
            work.container_title, work.volume, work.issue, work.page, work.publisher, work.identifiers)  # fmt: skip


def measure(half: str, seed: int = SEED, pages: int = PAGES) -> Measured:
    """The shares of one half."""
    outcomes = tuple(map(outcome_of, cases(half, seed, pages)))
    hostile = tuple(map(outcome_of, hostile_cases(half, seed, pages)))
    found = sum(o.found for o in outcomes)
    return Measured(
        exact=sum(o.exact for o in outcomes) / len(outcomes),
        silent=sum(not o.count for o in hostile) / len(hostile) if hostile else 1.0,
        alike=sum(o.alike for o in outcomes) / max(found, 1),
        outcomes=(*outcomes, *hostile),
    )
