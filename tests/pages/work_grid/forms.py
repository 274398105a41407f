"""The forms in which pages write names and dates."""

from harvester.values.names import initials
from tests.pages.work_grid.articles import Article, Author

MONTHS = [
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
]


def family_first(author: Author) -> str:
    """`Sharma, Padmanee`."""
    return ", ".join(part for part in (author.family, author.given, author.suffix) if part)


def given_first(author: Author) -> str:
    """`Padmanee Sharma`."""
    return " ".join(part for part in (author.given, author.family, author.suffix) if part)


def short(author: Author) -> str:
    """`Sharma P`, as NLM has it."""
    return " ".join(part for part in (author.family, initials(author.given), author.suffix) if part)


def dotted(author: Author) -> str:
    """`Sharma, P.`"""
    letters = " ".join(f"{letter}." for letter in initials(author.given))
    return f"{author.family}, {letters}" if letters else author.family


def slashed(iso: str) -> str:
    """`2017/02/09`."""
    return iso.replace("-", "/")


def american(iso: str) -> str:
    """`02/09/2017`."""
    year, month, day = iso.split("-")
    return f"{month}/{day}/{year}"


def in_words(iso: str) -> str:
    """`February 9, 2017`."""
    year, month, day = iso.split("-")
    return f"{MONTHS[int(month) - 1]} {int(day)}, {year}"


def as_nlm(iso: str) -> str:
    """`2017 Feb 9`."""
    year, month, day = iso.split("-")
    return f"{year} {MONTHS[int(month) - 1][:3]} {int(day)}"


def timed(iso: str) -> str:
    """`2017-02-09T00:00:00Z`."""
    return f"{iso}T00:00:00Z"


def first_published(article: Article) -> str:
    """The date of first publication."""
    return article.online or article.date
