"""Crossref's REST interface: its calls, who asks, and how often one may ask; its answers say how often themselves."""

import re
from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import quote

from harvester.model.questions import CrossrefSearch, CrossrefWork
from harvester.services.call import Call, Pace, Pairs

PUBLIC = Pace(5, 1)
POLITE = Pace(10, 3)
"""Without and with `mailto` (as of June 2026, docs/entrez.md 30); the headers of an answer overrule."""
_FASTEST = 50
_SECONDS = re.compile(r"(\d{1,4})\s*s?", re.ASCII)
_LONGEST_QUERY = 1500
"""Characters of a printed reference that are sent; more makes no better hit, and a URL has an end."""


def who(email: str) -> Pairs:
    """The parameter that says who asks, and makes the asking polite."""
    return (("mailto", email),) if email else ()


def pace(email: str) -> Pace:
    """How often one may ask before the first answer says it."""
    return POLITE if email else PUBLIC


def told_pace(headers: Mapping[str, str], known: Pace) -> Pace:
    """The pace that the headers of an answer tell; what they do not tell stays as it was known."""
    limit = _number(headers.get("x-rate-limit-limit", ""))
    seconds = _SECONDS.fullmatch(headers.get("x-rate-limit-interval", "").strip())
    interval = max(1, int(seconds.group(1))) if seconds else 1
    a_second = min(_FASTEST, max(1, limit // interval)) if limit else known.a_second
    return Pace(a_second, _number(headers.get("x-concurrency-limit", "")) or known.at_a_time)


def _number(text: str) -> int:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _nothing(_question: CrossrefWork) -> Pairs:
    return ()


def _path(question: CrossrefWork) -> str:
    return f"works/{quote(question.doi, safe='/')}"


def _search(question: CrossrefSearch) -> Pairs:
    return (("query.bibliographic", question.text[:_LONGEST_QUERY]), ("rows", str(question.rows)))


CALLS: dict[type, Call] = {
    CrossrefWork: Call(
        "crossref-work", "crossref", "works", _nothing, timedelta(days=30), timedelta(days=7), place=_path
    ),
    CrossrefSearch: Call("crossref-search", "crossref", "works", _search, timedelta(days=30), timedelta(days=7)),
}
