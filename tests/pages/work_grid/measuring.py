"""What is read of the grid's pages, as shares from 0 to 1 by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from harvester.model import Name, Source, Work
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from harvester.text import fold
from harvester.values import titles
from tests.pages.work_grid.articles import ARTICLES, Article, Author
from tests.pages.work_grid.layouts import FIELDS, LAYOUTS, Layout

MODULES = ("meta_layouts", "repository_layouts", "linked_layouts", "markup_layouts", "later_layouts", "further_layouts")
"""The modules of this package that register layouts with metadata of some vocabulary."""
PRINTED = ("printed_html_layouts", "printed_text_layouts", "printed_other_layouts", "printed_more_layouts")
"""Those that register layouts without any: what they tell is printed."""
COPIED = ("copied_layouts", "copied_more_layouts", "crawled_layouts")
"""Those of text copied from browsers, in three spacings, of pages that crawlers turned into Markdown, and of PDFs."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of the grid: what is true of its article, and what was read of it."""

    layout: Layout
    article: Article
    work: Work | None

    def said(self, field: str) -> object:
        """A field as it is compared."""
        return _SAID[field](self.work) if self.work else None

    def is_right(self, field: str) -> bool | None:
        """Whether a field is right; None where the layout does not give it and nothing wrong is said."""
        true, said = _true(self.article, field), self.said(field)
        right = said in true if isinstance(true, frozenset) else said == true
        return (
            True if right and field in self.layout.gives else None if right or _is_silent(said, field, self) else False
        )


def _is_silent(said: object, field: str, answer: Answer) -> bool:
    return field not in answer.layout.gives and not said


def _folded(text: str) -> str:
    return fold(titles.plain(text)).removeprefix("the ")


def _family(name: Name | Author) -> str:
    if isinstance(name, Author):
        return _folded(name.family)
    return _folded(name.literal or f"{name.particle} {name.family}".strip())


def _journals(work: Work) -> str:
    return _folded(work.container_title) or _folded(work.container_title_short)


def _locator(work: Work) -> tuple[str, str] | tuple[()]:
    first = (work.page or work.number).partition("-")[0]
    return (work.volume, first.lower()) if work.volume or first else ()


_SAID = {
    "title": lambda work: _folded(work.title),
    "year": lambda work: str(work.issued.year) if work.issued and work.issued.year else "",
    "doi": lambda work: work.get("doi") or "",
    "authors": lambda work: tuple(_family(name) for name in work.author),
    "journal": _journals,
    "locator": _locator,
}


def _true(article: Article, field: str) -> object:
    match field:
        case "title":
            return _folded(article.title)
        case "year":
            return article.year
        case "doi":
            return article.doi.lower()
        case "authors":
            return tuple(_family(author) for author in article.authors)
        case "journal":
            return frozenset((_folded(article.journal), _folded(article.short)))
        case _:
            place = (article.volume, article.first.lower())
            # Of a preprint the server's number may be left out.
            return place if article.volume else frozenset((place, ()))


@cache
def answers(half: str, modules: tuple[str, ...] = MODULES) -> tuple[Answer, ...]:
    """Every article in every layout of a half (`seen`, `unseen`, `all`), read once."""
    named = {import_module(f"tests.pages.work_grid.{module}").__name__ for module in modules}
    layouts = [layout for layout in LAYOUTS.values() if layout.make.__module__ in named]
    chosen = [layout for layout in layouts if half in ("all", layout.half)]
    # Print has no words for a preprint's missing volume.
    articles = [article for article in ARTICLES if article.volume or modules == MODULES]
    return tuple(Answer(layout, article, read_work(layout.make(article))) for layout in chosen for article in articles)


def read_work(source: str) -> Work | None:
    """The work that a page is read as."""
    pages = recognize(Source("page.html", source.encode(), "0" * 64)).pages
    return read(pages[0]).citing if pages else None


def measure(half: str, modules: tuple[str, ...] = MODULES) -> dict[str, float]:
    """The share of pages on which each field is right."""
    return {field: share(half, field, modules) for field in FIELDS}


def share(half: str, field: str, modules: tuple[str, ...] = MODULES) -> float:
    """The share of right values of a field among those that layouts give and those that are said wrongly."""
    judged = [right for answer in answers(half, modules) if (right := answer.is_right(field)) is not None]
    return sum(judged) / len(judged)


def fails(answers: tuple[Answer, ...]) -> Iterator[str]:
    """A line for each wrong field."""
    for answer in answers:
        for field in FIELDS:
            if answer.is_right(field) is False:
                yield (
                    f"{answer.layout.name} {answer.article.key} {field}: "
                    f"{answer.said(field)!r} for {_true(answer.article, field)!r}"
                )
