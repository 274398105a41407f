"""What one vocabulary of a page tells of its work, and how the accounts of several vocabularies become one work."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from harvester.text import fold
from harvester.values import dates
from harvester.values.dates import PartialDate
from harvester.values.identifier import Identifier
from harvester.values.names import Name

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Account:
    """The fields of a work in one vocabulary, empty where it is silent.

    `issued` are the texts of dates of the issue, `online` those of first publication, best first.
    """

    title: str = ""
    author: tuple[Name, ...] = ()
    issued: tuple[str, ...] = ()
    online: tuple[str, ...] = ()
    container_title: str = ""
    container_title_short: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    publisher: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    language: str = ""
    issn: tuple[str, ...] = ()
    doi: Identifier | None = None
    pmid: Identifier | None = None
    pmcid: Identifier | None = None


NONE = Account()

VOCABULARIES = (
    "highwire", "bepress", "wkhealth", "eprints", "prism", "json-ld", "microdata", "rdfa", "coins", "dublin", "other",
    "plain",
)  # fmt: skip
"""The order in which vocabularies are believed: those made for articles, then those made for anything."""

PRECEDENCE: Mapping[str, tuple[str, ...]] = {
    # Headlines in JSON-LD are cut at 110 characters for search engines; Dublin Core's title is whole.
    "title": (*VOCABULARIES[:4], "dublin", *VOCABULARIES[4:9], "other", "plain"),
    # Meta tags name the DOI as such; an address in schema.org may be that of another version.
    "doi": (*VOCABULARIES[:5], "dublin", "other", "plain", *VOCABULARIES[5:9]),
}
"""The order for the fields for which it is another one."""


_NEEDED = (
    ("title", "title"), ("author", "author"), ("container_title", "container_title"), ("volume", "volume"),
    ("page", "number"), ("doi", "doi"), ("issued", "online"),
)  # fmt: skip
"""What names a work; of each pair one is enough."""


def is_whole(accounts: Mapping[str, Account]) -> bool:
    """Whether all that names a work is told, so that no weaker vocabulary need be looked for: each costs a pass
    over the page."""
    known = accounts.values()
    return all(any(getattr(a, one) or getattr(a, other) for a in known) for one, other in _NEEDED)


def first_of(accounts: Mapping[str, Account], field: str) -> str:
    """A field of words from the first vocabulary that gives it."""
    order = PRECEDENCE.get(field, VOCABULARIES)
    return next((value for name in order if name in accounts and (value := getattr(accounts[name], field))), "")


def page_of(accounts: Mapping[str, Account]) -> str:
    """The pages: of the first vocabulary, or of another that has the end of the same range too."""
    told = [accounts[name].page for name in VOCABULARIES if name in accounts and accounts[name].page]
    if not told:
        return ""
    whole = (page for page in told[1:] if page.startswith(f"{told[0]}-"))
    return next(whole, told[0])


def title_of(accounts: Mapping[str, Account]) -> str:
    """The title: none that is the journal's name, and a whole one before one that is cut."""
    titles = [accounts[name].title for name in PRECEDENCE["title"] if name in accounts]
    journals = {fold(a.container_title) for a in accounts.values()} | {
        fold(a.container_title_short) for a in accounts.values()
    }
    titles = [title for title in titles if title and fold(title) not in journals] or [t for t in titles if t]
    if not titles:
        return ""
    titles = [_VERSION.sub("", title) for title in titles]
    stem = cut_stem(titles[0])
    return next((title for title in titles if stem and title.startswith(stem) and not cut_stem(title)), titles[0])


_VERSION = re.compile(r"\s*\[version \d{1,2};[^\[\]]{1,120}\]$", re.IGNORECASE)
"""What F1000's sites put behind a title: the version and what its reviewers said."""


def cut_stem(title: str) -> str:
    """What stands before the marks of omission at the end of a title; "" where it does not end in such."""
    for mark in ("\u2026", "..."):
        if title.endswith(mark):
            return title.removesuffix(mark).rstrip()
    return ""


def authors_of(accounts: Mapping[str, Account]) -> tuple[Name, ...]:
    """The authors of the first vocabulary that has any, or of another that has the same with fuller names."""
    lists = [accounts[name].author for name in VOCABULARIES if name in accounts and accounts[name].author]
    if not lists:
        return ()
    best = lists[0]
    families = [_family(name) for name in best]
    for other in lists[1:]:
        if [_family(name) for name in other] == families and _letters(other) > _letters(best):
            best = other
    return best


def _family(name: Name) -> str:
    return fold(name.literal or f"{name.particle} {name.family}")


def _letters(names: Iterable[Name]) -> int:
    """How much a list tells of given names; stops and blanks tell nothing."""
    return sum(sum(map(str.isalpha, name.given)) for name in names)


def issued_of(accounts: Mapping[str, Account]) -> PartialDate | None:
    """The date of the issue before that of first publication; the most exact one of the first one's year."""
    known = [accounts[name] for name in VOCABULARIES if name in accounts]
    texts = [*(text for a in known for text in a.issued), *(text for a in known for text in a.online)]
    order = dates.order_shown(texts)
    read = [date for text in texts if (date := dates.read(text, order)) and date.year]
    if not read:
        return None
    best = read[0]
    for date in read[1:]:
        if date.year == best.year and _exactness(date) > _exactness(best) and not _is_filled(best, date):
            best = date
    return best


def _exactness(date: PartialDate) -> int:
    return bool(date.month) + bool(date.day)


def _is_filled(known: PartialDate, date: PartialDate) -> bool:
    """Whether a date only fills up the month or year of another with its first day, as databases do."""
    return date.day == 1 and date.month == (known.month or 1)
