"""The values of an entry's fields as a page gives them, in its markup or beside it: which can be what they are given
as, and the work that they make."""

import re
from collections.abc import Callable, Iterable

from harvester.model import Name, Work, make_work
from harvester.references import locators, names
from harvester.values import dates

ET_AL = re.compile(r"\bet\.? ?al\b|\band others\b|\bet coll?\b|…|\.\.\.", re.IGNORECASE)
"""What says that not all authors are named."""

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_NAMED = re.compile(r"^\W*(?:(?:volume|vol|number|no|issue|iss|pages?|pp?|pgs?)\b\.?:?\s*)?", re.IGNORECASE)
_IN = re.compile(r"^in:?\s+(?=[A-Z])", re.IGNORECASE)
_VOLUME_AND_ISSUE = re.compile(r"(\w+)\s?\((\w[^()]{0,20})\)")
_QUOTES = "\"'“”‘’«»„"

Check = Callable[[str, str], str]
"""From a marked value, and its entry's text, to the value as a field has it; "" if it cannot be that."""


def folded(text: str) -> str:
    """The letters and digits of a text in lower case, by which a value is looked for in an entry."""
    return "".join(filter(str.isalnum, text.casefold()))


def checked(single: dict[str, str], text: str) -> dict[str, str]:
    """The values that can be what they are marked as, without marks and words around them."""
    fields: dict[str, str] = {}
    for field, value in single.items():
        if kept := _CHECKS[field](value, text):
            fields[field] = kept
    if match := _VOLUME_AND_ISSUE.fullmatch(fields.get("volume", "")):
        fields["volume"], issue = match.groups()
        fields.setdefault("issue", issue)
    # A source that somebody published is a book; what a source alone is only the words around it can tell.
    is_published = fields.keys() & {"publisher", "place"} and not fields.keys() & {"title", "volume", "first", "pages"}
    if is_published and "container" in fields:
        fields["title"] = fields.pop("container")
    return fields


_HOST = re.compile(
    r"(?!in[: ])(?P<container>[^()]{2,160}?), (?P<volume>[A-Z]{0,2}\d{1,5}[A-Z]?)(?: \((?P<issue>[^()]{1,24})\))?"
    r" \((?P<year>\d{4})\)(?:, pp?\. (?P<pages>\w{1,9}(?:[-–]\w{1,9})?)\b|, (?:Article )?(?P<first>\w{3,14}))?"
    r"(?=$|[ ,.;])",
    re.IGNORECASE,
)
"""Where a work stands, in one element: "Cell, 12 (3) (1977), pp. 1-9"; what does not have this form is left to the
tagger."""


def of_host(value: str) -> dict[str, str]:
    """The fields of an element that holds container, volume, year and pages together; none in another form."""
    match = _HOST.match(value)
    return {field: found for field, found in match.groupdict().items() if found} if match else {}


def _title(value: str, text: str) -> str:
    value = _bare(value)
    # What begins with a list of names where the entry begins is the whole reference, or its first half.
    begun = value.lstrip("\u2022* ")
    if text.startswith(value) and (ET_AL.search(begun[:200]) or names.find_lead(begun)):
        return ""
    return value if sum(map(str.isalpha, value)) > 1 and not _YEAR.fullmatch(value) else ""


def _bare(value: str) -> str:
    """A value without the marks around it: stops, quotation marks and brackets that it does not close."""
    value = value.strip(" ,;:/.")
    if len(value) > 2 and value[0] in _QUOTES and value[-1] in _QUOTES:
        value = value[1:-1].strip(" ,;:/.")
    for opener, closer in ("()", "[]"):
        if value[:1] == opener and value.count(opener) > value.count(closer):
            value = value[1:]
        if value[-1:] == closer and value.count(closer) > value.count(opener):
            value = value[:-1]
    return value.strip(" ,;:/.")


def _container(value: str, text: str) -> str:
    value = _bare(_IN.sub("", value))
    # An abbreviated name printed with stops keeps its last stop.
    value += "." if ". " in value and f"{value}." in text else ""
    return value if any(map(str.isalpha, value)) and not re.search(r"[:;,] ?\d|https?:", value) else ""


def _year(value: str, _: str) -> str:
    return value.strip(" ().,;:[]") if len(set(_YEAR.findall(value))) == 1 else ""


def _volume(value: str, _: str) -> str:
    bare = _NAMED.sub("", value).strip(" .,;:()")
    if match := _VOLUME_AND_ISSUE.fullmatch(f"{bare})"):
        return match[0]
    return bare if locators.is_volume(bare) and " " not in bare else ""


def _locator(is_one: Callable[[str], bool]) -> Check:
    """The check of a part of a work's place, which may stand behind its name ("Issue 3", "pp. 1-9")."""

    def bare(value: str, _: str) -> str:
        value = _NAMED.sub("", value).strip(" .,;:()")
        return value if is_one(value) else ""

    return bare


def _words(value: str, _: str) -> str:
    value = value.strip(" ,;:.()[]")
    return value if any(map(str.isalpha, value)) else ""


# A range has four words at most: "S12 to S15", "1-9 and 12".
_pages = _locator(lambda bare: locators.are_pages(bare) and len(bare.split()) < 5)
_CHECKS: dict[str, Check] = {
    "title": _title, "container": _container, "year": _year, "volume": _volume, "pages": _pages,
    "issue": _locator(locators.is_issue), "first": _pages, "last": _pages, "publisher": _words, "place": _words,
}  # fmt: skip


def make(fields: dict[str, str], authors: Iterable[Name], complete: bool) -> Work:
    """The work of some values by their fields, and of its authors."""
    first, last = fields.get("first", ""), fields.get("last", "")
    pages = fields.get("pages") or (f"{first}-{last}" if first and last and last != first else first)
    date = fields.get("year", "")
    issued, year = dates.read(date) if date else None, _YEAR.search(date)
    if year is not None and not (issued and issued.year):
        issued = dates.make(int(year[0]))  # of a date that is cut or misprinted the year is left
    return make_work(
        title=fields.get("title", ""),
        author=tuple(authors),
        authors_complete=complete,
        issued=issued,
        container_title=fields.get("container", ""),
        volume=fields.get("volume", ""),
        issue=fields.get("issue", ""),
        page=pages,
        publisher=fields.get("publisher", ""),
        publisher_place=fields.get("place", ""),
    )


_JOINED = ("title", "container_title", "volume", "issue", "page", "publisher", "publisher_place")


def filled(work: Work | None, other: Work | None) -> Work | None:
    """A work with the fields of another where it has none itself."""
    if work is None or other is None:
        return work or other
    authors = work if work.author else other
    joined = {name: getattr(work, name) or getattr(other, name) for name in _JOINED}
    if folded(joined["title"]) == folded(joined["container_title"]):
        joined["container_title"] = ""  # a book, whose title the one calls its source
    return make_work(
        author=authors.author,
        authors_complete=authors.authors_complete,
        issued=work.issued or other.issued,
        **joined,
    )
