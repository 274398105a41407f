"""What the layouts without metadata have in common: names and citations as print has them, addresses, prose, a list."""

from collections.abc import Sequence

from tests.pages.work_grid.articles import OTHERS, Article
from tests.pages.work_grid.forms import MONTHS, dotted, given_first, short

PROSE = (
    "The question was asked by many and answered by few, and what they said was not the same. "
    "We looked at what had been printed, counted what was there, and wrote down what we found. "
) * 3
MORE = (
    "It has long been known that the answer depends on who is asked and when, as shown before (1,2). "
    "Others have said the opposite [3], and a third group did not look at all. "
) * 4
ADDRESSES = (
    "Department of Medicine, University of Calgary, Calgary, Alberta, Canada",
    "School of Public Health, Harvard University, Boston, MA, USA",
    "Centre for Statistics in Medicine, Oxford, United Kingdom",
)


def authors_of(article: Article) -> list[str]:
    """`Padmanee Sharma` for each author."""
    return [given_first(author) for author in article.authors]


def vancouver(article: Article) -> list[str]:
    """`Sharma P` for each author."""
    return [short(author) for author in article.authors]


def with_initials(article: Article) -> list[str]:
    """`Sharma, P.` for each author."""
    return [dotted(author) for author in article.authors]


def month(article: Article) -> str:
    """The month of the issue."""
    return MONTHS[int(article.date[5:7]) - 1]


def day_first(iso: str) -> str:
    """`9 February 2017`."""
    year, number, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(number) - 1]} {year}"


def an(items: Sequence[str], last: str = " and ") -> str:
    """Items with commas between, the last behind a word."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + last + items[-1]


def en(pages: str) -> str:
    """A range with an en dash."""
    return pages.replace("-", "–")


def issue_of(article: Article) -> str:
    """`(3)`, or nothing where there is no issue."""
    return f"({article.issue})" if article.issue else ""


def cited() -> list[str]:
    """Other works as entries of a list."""
    return [
        f"{', '.join(vancouver(o))}. {o.title}. {o.short}. {o.year};{o.volume}({o.issue}):{o.pages}. doi: {o.doi}"
        for o in OTHERS
    ]


def listed() -> str:
    """The list in HTML."""
    return "<ol>" + "".join(f"<li>{entry}</li>" for entry in cited()) + "</ol>"


def numbered() -> str:
    """The list in text."""
    return "\n".join(f"{number}. {entry}" for number, entry in enumerate(cited(), 1))


def html(title: str, body: str) -> str:
    """A page with a browser's title and no metadata."""
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body>{body}</body></html>"


def numbers_of(article: Article) -> str:
    """`Volume 7, Issue 3`, or without an issue."""
    return f"Volume {article.volume}" + (f", Issue {article.issue}" if article.issue else "")
