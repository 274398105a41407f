"""A citable publication in CSL's vocabulary, what it is to others, and the one function that makes one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypedDict, Unpack

from harvester.values import article_numbers, dates, page_ranges, titles, types
from harvester.values.dates import PartialDate
from harvester.values.fast_init import fast_init
from harvester.values.identifier import Identifier
from harvester.values.names import Name


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """A link to another publication that is not the same work: `kind` says what the other one is to this.

    `kind` is one of `values.relations.KINDS`, such as `retraction`, `erratum`, `preprint`; `target` is its CURIE, ""
    where only the words of `note` name it.
    """

    kind: str
    target: str = ""
    note: str = ""


@fast_init
@dataclass(frozen=True, slots=True)
class Work:
    """A publication as one account tells it: a page, a printed reference, a service's record, or the library's choice.

    Fields are CSL variables; an empty string, an empty tuple or None says that the account is silent. `make_work` makes
    one and keeps these promises: `type` is a CSL type (`article-journal`, `chapter`, `article` for preprints). Titles
    hold `<i>`, `<b>`, `<sup>` and `<sub>` and nothing else of markup. `page` is ranges with expanded ends and ASCII
    hyphens (`720-727`) or an article number, which then stands in `number` too. Dates are possible in the calendar,
    names are not empty, `language` is a code (`en`, `pt-BR`), an ISSN has its hyphen. `status` is PubMed's word where
    there is one (`aheadofprint`, `ppublish`, `retracted`).
    """

    type: str = ""
    title: str = ""
    author: tuple[Name, ...] = ()
    authors_complete: bool = True
    editor: tuple[Name, ...] = ()
    issued: PartialDate | None = None
    container_title: str = ""
    container_title_short: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    publisher: str = ""
    publisher_place: str = ""
    edition: str = ""
    event_title: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    language: str = ""
    issn: tuple[str, ...] = ()
    url: str = ""
    accessed: PartialDate | None = None
    genre: str = ""
    original_title: str = ""
    status: str = ""
    relations: tuple[Relation, ...] = ()
    identifiers: tuple[Identifier, ...] = ()

    def get(self, scheme: str) -> str | None:
        """The first identifier of a scheme as its bare value, or None."""
        for identifier in self.identifiers:
            if identifier.scheme == scheme:
                return identifier.value
        return None


class WorkFields(TypedDict, total=False):
    """What `make_work` takes: each field of a work, in any form that its account has it in."""

    type: str
    title: str
    author: Iterable[Name]
    authors_complete: bool
    editor: Iterable[Name]
    issued: PartialDate | None
    container_title: str
    container_title_short: str
    volume: str
    issue: str
    page: str
    number: str
    publisher: str
    publisher_place: str
    edition: str
    event_title: str
    abstract: str
    keywords: tuple[str, ...]
    language: str
    issn: Iterable[str]
    url: str
    accessed: PartialDate | None
    genre: str
    original_title: str
    status: str
    relations: tuple[Relation, ...]
    identifiers: tuple[Identifier, ...]


def make_work(**fields: Unpack[WorkFields]) -> Work:
    """The work of some fields, each brought into the one form that a work holds it in.

    What has no such form is left out: an ISSN of six digits, a name without a letter. Of fields that are in that form
    already nothing changes.
    """
    values: dict[str, Any] = fields  # type: ignore[assignment]  # a dictionary of this call's own
    # An account tells about half of the fields; only those are looked at.
    for name in _TITLES:
        if (value := values.get(name)) and "<" in value:
            values[name] = titles.marked(value)
    for name, read in _READERS:
        if value := values.get(name):
            values[name] = read(value)
    # Pages and PubMed give an article number as a page, Crossref as a number: it is held as both, to be compared.
    page, number = values.get("page"), values.get("number")
    if page and not number and article_numbers.is_article_number(page):
        values["number"] = page
    elif number and not page and values.get("type", "") in NUMBERED:
        values["page"] = number
    return Work(**values)


def remake_work(work: Work, **changes: Unpack[WorkFields]) -> Work:
    """The work with some fields changed, under the same promises."""
    return make_work(**{**dict(zip(_FIELDS, _fields_of(work), strict=True)), **changes})


def stored_work(**fields: Unpack[WorkFields]) -> Work:
    """The work of fields that `make_work` made and the library kept: unchanged, also where an older program had other
    forms, so that a claim is what its digest was made of."""
    return Work(**fields)  # type: ignore[arg-type]


_FIELDS = tuple(WorkFields.__annotations__)
_fields_of = attrgetter(*_FIELDS)
NUMBERED = ("article-journal", "article", "article-magazine", "article-newspaper")
"""Types whose number is an article's; that of a report or a patent is its own, and stands in no place of pages. A claim
without a type, as a person's word on one field, says nothing of pages either."""


def _named(names: Iterable[Name]) -> tuple[Name, ...]:
    """The names that name somebody."""
    return tuple([name for name in names if name.family or name.literal or name.given or name.particle])


# Most pages tell neither, and the tables of languages cost every start a millisecond.
def _language(text: str) -> str:
    from harvester.values import languages

    return languages.read(text)


def _issns(texts: Iterable[str]) -> tuple[str, ...]:
    from harvester.values import issns

    return issns.read_all(texts)


_TITLES = ("title", "container_title", "container_title_short", "original_title", "event_title")
"""The fields that may have markup."""
_READERS: tuple[tuple[str, Callable[[Any], object]], ...] = (
    ("type", types.read),
    ("author", _named),
    ("editor", _named),
    ("issued", dates.possible),
    ("accessed", dates.possible),
    ("page", page_ranges.read),
    ("language", _language),
    ("issn", _issns),
)
"""How each field that has a form of its own is brought into it."""
