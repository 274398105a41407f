"""One field of a work as a person types it: `volume=12`, `issued=2019-05`, `author=Page, MJ; PRISMA Group`.

A person's word outranks every page and service, so what cannot be meant is refused with a word on what can.
"""

import re
from collections.abc import Callable

from harvester.errors import Fault, FieldError
from harvester.model import Name, PartialDate, work_json
from harvester.values import dates, issns, page_ranges
from harvester.values.types import TYPES

ALIASES = {
    "authors": "author",
    "date": "issued",
    "journal": "container_title",
    "number": "number",
    "pages": "page",
    "year": "issued",
}
"""What people also call a field."""

NAMES = tuple(sorted({*work_json.FIELDS, *ALIASES}))
_IDENTIFIERS = ("arxiv", "doi", "isbn", "pmcid", "pmid")
_PAGE = re.compile(r"(?=.*\d|[ivxlcdm]+(?:[-\u2010-\u2015][ivxlcdm]+)?$)[\w.,:;/ +\u2010-\u2015-]{1,60}", re.IGNORECASE)
_NUMBER = re.compile(r"[^\n<>]{1,60}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"]+\.[^\s<>\"]+", re.IGNORECASE)


def parse_field(typed: str) -> dict[str, object]:
    """The fields of a work that `FIELD=VALUE` says. Raises `FieldError` with a sentence for the person."""
    name, equals, value = typed.partition("=")
    name, value = name.strip().lower().replace("-", "_"), value.strip()
    field = ALIASES.get(name, name)
    if not equals:
        raise FieldError(f"{typed!r} does not say FIELD=VALUE, such as volume=12.")
    if field in _IDENTIFIERS:
        raise FieldError(
            f"A {field} is no field to edit: it says which work is meant", Fault.EDITED_IDENTIFIER, scheme=field
        )
    if field not in work_json.FIELDS:
        raise FieldError(f"A work has no field {name!r}. There are: {', '.join(NAMES)}.")
    if not value.strip("; "):
        raise FieldError(f"A field cannot be emptied by hand; say what {name} is, as in {name}=...")
    if field in work_json.NAMES:
        names = []
        for text in filter(str.strip, value.split(";")):
            if not any(c.isalpha() for c in text):
                raise FieldError(f"{text.strip()!r} is no name; say Family, Given, with semicolons between several.")
            parts = [part.strip() for part in text.split(",")]
            # Without a comma it is a body: a person has a family name and a given one.
            suffix = parts[2] if len(parts) > 2 else ""
            names.append(Name(literal=parts[0]) if len(parts) == 1 else Name(parts[0], parts[1], suffix))
        # A person who types authors types all of them.
        return {field: tuple(names), **({"authors_complete": True} if field == "author" else {})}
    return {field: _READERS[field](name, value) if field in _READERS else value}


def _date(name: str, value: str) -> PartialDate:
    """A year, a month, a day of the calendar, or a season or range in words."""
    date = dates.read_exactly(value)
    if date is None:
        raise FieldError(f"{value!r} is no date; say a year, month or day as in {name}=2019, {name}=2019-05, "
                         f"{name}=2019-05-31.")  # fmt: skip
    return date


def _list(_name: str, value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(";") if part.strip())


def _issns(name: str, value: str) -> tuple[str, ...]:
    """ISSNs with their hyphen; the last digit is a check of the others (ISO 3297)."""
    found = tuple(map(issns.read, _list(name, value)))
    for issn, text in zip(found, _list(name, value), strict=True):
        if not issns.is_valid(issn):
            raise FieldError(
                f"{text!r} is no ISSN; say eight digits of which the last checks the others, as in {name}=0959-8138."
            )
    return found


def _page(name: str, value: str) -> str:
    """A range with its end written out, as everywhere in a library, or an article number."""
    if not _PAGE.fullmatch(value):
        raise FieldError(f"{value!r} is no page; say a range or an article number, as in {name}=720-727, {name}=e1003.")
    return page_ranges.read(value)


def _like(pattern: re.Pattern[str], what: str) -> Callable[[str, str], str]:
    """What a pattern must match as a whole; `what` says what it is and gives an example."""

    def checked(name: str, value: str) -> str:
        if not pattern.fullmatch(value):
            raise FieldError(f"{value!r} is {what.format(name=name)}.")
        return value

    return checked


_TYPES = tuple(row.csl for row in TYPES)
_READERS: dict[str, Callable[[str, str], object]] = {
    **dict.fromkeys(work_json.DATES, _date),
    **dict.fromkeys(work_json.LISTS, _list),
    "issn": _issns,
    "page": _page,
    "language": _like(_LANGUAGE, "no language; say its code, as in {name}=en"),
    "url": _like(_URL, "no address; say all of it, as in {name}=https://www.bmj.com/content/372/bmj.n71"),
    "type": _like(re.compile("|".join(_TYPES)), f"no type of work. There are: {', '.join(_TYPES)}"),
    **dict.fromkeys(
        ("volume", "issue", "number"), _like(_NUMBER, "too long for a number; say what is printed, as in {name}=12")
    ),
}
"""How the fields are read that have a form of their own, by the name and the value that the person typed."""
