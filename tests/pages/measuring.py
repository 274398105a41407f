"""What the readers get right on the pages of our own, as shares from 0 to 1, for the gate."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from tests.pages.layouts import CITED, LAYOUTS, OWN_DOI, OWN_TITLE, page
from tests.pages.test_copied_text import LISTS, text

LAYOUT_FILES = Path(__file__).parent / "layout_files"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one page should say (its DOIs, if its layout shows any) and what was read."""

    dois: frozenset[str]
    reading: Reading


@cache
def answers() -> tuple[Answer, ...]:
    """Every layout, as HTML and as copied text, read once."""
    pages = {name: (page(name), True) for name in LAYOUTS}
    pages |= {f"copied {name}": (text(name), "{doi}" in entry) for name, (_, entry, _) in LISTS.items()}
    return tuple(
        Answer(frozenset(c.doi.lower() for c in CITED) if shown else frozenset(), read(found))
        for content, shown in pages.values()
        for found in recognize(Source("page", content.encode(), "0" * 64)).pages
    )


def own_share() -> float:
    """Pages whose own DOI, and nothing else of its kind, is given."""
    right = sum(
        1
        for a in answers()
        if a.reading.citing and [str(i) for i in a.reading.citing.identifiers] == [f"doi:{OWN_DOI}"]
    )
    return right / len(answers())


def title_share() -> float:
    """Pages whose title is right."""
    return sum(1 for a in answers() if a.reading.title == OWN_TITLE) / len(answers())


def count_share() -> float:
    """Pages with exactly the references that they print."""
    return sum(1 for a in answers() if len(a.reading.references) == len(CITED)) / len(answers())


def doi_precision() -> float:
    """DOIs said of references that are theirs, of all said."""
    said = [_dois(a) for a in answers()]
    right = sum(len(found & a.dois) for found, a in zip(said, answers(), strict=True))
    return right / max(1, sum(map(len, said)))


def doi_recall() -> float:
    """DOIs of references that are said, of all shown."""
    right = sum(len(_dois(a) & a.dois) for a in answers())
    return right / sum(len(a.dois) for a in answers())


def span_share() -> float:
    """References whose place in the page is known."""
    references = [reference for a in answers() for reference in a.reading.references]
    return sum(1 for reference in references if reference.span) / len(references)


def _dois(answer: Answer) -> frozenset[str]:
    return frozenset(i.value for r in answer.reading.references for i in r.identifiers if i.scheme == "doi")
