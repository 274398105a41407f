"""Entries as CSL-JSON (schema 1.0.2): a JSON array, one item a line."""

import json
from collections.abc import Callable, Iterable, Iterator

from harvester.formats import fields
from harvester.model import Entry, Name, PartialDate
from harvester.values import dates, languages, names, page_ranges, titles

_STATUS = {"aheadofprint": "advance online publication"}


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The array, item by item; titles keep `<i>`, `<b>`, `<sup>` and `<sub>`, which CSL processors read."""
    separator = "[\n"
    for entry in entries:
        item = {key: value for key, write_value in _KEYS if (value := write_value(entry))}
        yield separator + json.dumps(item, ensure_ascii=False)
        separator = ",\n"
    # Without entries no bracket was opened.
    yield "[]\n" if separator == "[\n" else "\n]\n"


def _text(variable: str) -> Callable[[Entry], object]:
    return lambda entry: titles.plain(getattr(entry.work, variable))


def _identifier(scheme: str) -> Callable[[Entry], object]:
    return lambda entry: titles.clean(entry.work.get(scheme) or "")


def _rich(title: str) -> str:
    """A title with well-nested markup."""
    title = titles.clean(title)
    return titles.render(title, str, {tag: f"<{tag}>" for name in titles.TAGS for tag in (name, f"/{name}")})


def _people(people: tuple[Name, ...]) -> list[dict[str, str]]:
    """Names as CSL has them; a name of which nothing is left is none."""
    found = []
    for name in people:
        parts = {"literal": name.literal}
        if not name.literal:
            parts = {
                "family": name.family,
                "given": names.spaced(name.given),
                "suffix": name.suffix,
                # Kept where a style shows the family name alone; CSL's `dropping-particle` would vanish there.
                "non-dropping-particle": name.particle,
            }
        found.append({key: text for key, value in parts.items() if (text := titles.clean(value))})
    return [person for person in found if person]


def _date(date: PartialDate | None) -> dict[str, object]:
    parts = dates.csl_parts(date)
    # "in press" is no date; CSL processors print a `literal` as it is.
    if not parts:
        literal = titles.clean(date.literal) if date else ""
        return {"literal": literal} if literal else {}
    season = dates.csl_season(date)
    return {"date-parts": parts, "season": season} if season else {"date-parts": parts}


def _custom(entry: Entry) -> dict[str, object]:
    """What CSL has no variable for: a cut list of authors, who cites the work, and what is not settled about it."""
    facts: dict[str, object] = {
        "authors_complete": None if entry.work.authors_complete else False,
        "verdict": None if entry.verdict.is_settled else entry.verdict.value,
        "cited_by": [titles.clean(key) for key in entry.cited_by] or None,
    }
    return {name: fact for name, fact in facts.items() if fact is not None}


_VALUES: dict[str, Callable[[Entry], object]] = {
    "id": lambda entry: titles.clean(entry.citekey),
    "citation-key": lambda entry: titles.clean(entry.citekey),
    "title": lambda entry: _rich(entry.work.title),
    "original-title": lambda entry: _rich(entry.work.original_title),
    "author": lambda entry: _people(entry.work.author),
    "editor": lambda entry: _people(entry.work.editor),
    "issued": lambda entry: _date(entry.work.issued),
    "accessed": lambda entry: _date(entry.work.accessed),
    "container-title": lambda entry: _rich(fields.container(entry.work)),
    "container-title-short": lambda entry: _rich(entry.work.container_title_short),
    "event-title": lambda entry: _rich(entry.work.event_title),
    "page": lambda entry: titles.clean(page_ranges.join(entry.work.page, "-")),
    "DOI": _identifier("doi"),
    "PMID": _identifier("pmid"),
    "PMCID": _identifier("pmcid"),
    "ISBN": _identifier("isbn"),
    "ISSN": lambda entry: ", ".join(filter(None, map(titles.clean, entry.work.issn))),
    "archive": lambda entry: "arXiv" if entry.work.get("arxiv") else "",
    "archive_location": _identifier("arxiv"),
    "language": lambda entry: (
        row.alpha2 if (row := languages.find(entry.work.language)) else titles.clean(entry.work.language)
    ),
    "status": lambda entry: _STATUS.get(entry.work.status, titles.clean(entry.work.status)),
    "keyword": lambda entry: ", ".join(filter(None, map(titles.plain, entry.work.keywords))),
    "note": lambda entry: (
        "" if entry.verdict.is_settled or not entry.printed else f"As printed: {titles.clean(entry.printed)}"
    ),
    "custom": _custom,
}
_KEYS: tuple[tuple[str, Callable[[Entry], object]], ...] = (
    ("id", _VALUES["id"]),
    ("type", lambda entry: entry.work.type or fields.type_of(entry.work).csl),
    *((key, _VALUES.get(key) or _text(variable)) for key, variable in fields.tags("csl") if key != "id"),
)
