"""Crossref's REST interface: its calls, who asks, and how often one may ask, which its answers say themselves."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from harvester.model.questions import CrossrefSearch, CrossrefWork
from harvester.services.calls import Call, Manners, Pace

PUBLIC = Pace(5, 1)
POLITE = Pace(10, 3)
"""Without and with `mailto` (as of June 2026, docs/entrez.md 30); an answer's headers overrule it."""
_FASTEST = 50
"""Requests a second, however many more a header allows."""
_SECONDS = re.compile(r"(\d{1,4})\s*s?", re.ASCII)
_LONGEST_QUERY = 1500
"""Characters of a printed reference that are sent; more finds nothing better, and a URL has a limit."""


def read_pace(headers: Mapping[str, str], so_far: Pace) -> Pace:
    """The pace in an answer's headers; a part that they do not give as a number stays as it was."""
    numbers = []
    for name in ("x-rate-limit-limit", "x-concurrency-limit"):
        text = headers.get(name, "").strip()
        numbers.append(int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0)
    limit, at_a_time = numbers
    seconds = _SECONDS.fullmatch(headers.get("x-rate-limit-interval", "").strip())
    interval = max(1, int(seconds.group(1))) if seconds else 1
    a_second = min(_FASTEST, max(1, limit // interval)) if limit else so_far.a_second
    return Pace(a_second, at_a_time or so_far.at_a_time)


MANNERS = Manners(
    who=lambda settings: (("mailto", settings.email),) if settings.email else (),
    pace=lambda settings: POLITE if settings.email else PUBLIC,
    counted_by=lambda settings: settings.email,
    read_pace=read_pace,
)

CALLS: dict[type, Call] = {
    # In the path, a DOI's brackets and commas mean nothing.
    CrossrefWork: Call(
        "crossref-work",
        "crossref",
        "works",
        lambda _: (),
        locate=lambda q: f"works/{quote(q.doi, safe='/')}",
        takes_post=False,
    ),
    CrossrefSearch: Call(
        "crossref-search",
        "crossref",
        "works",
        lambda q: (("query.bibliographic", q.text[:_LONGEST_QUERY]), ("rows", str(q.rows))),
        takes_post=False,
    ),
}
