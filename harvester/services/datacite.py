"""DataCite's REST interface: its call, and how often it is asked (docs/entrez.md 44)."""

from urllib.parse import quote

from harvester.model.questions import DataCiteWork
from harvester.services.calls import Call, Manners, Pace

PACE = Pace(5, 2)
"""It allows 3,000 requests in five minutes (as of 2026), ten a second."""

MANNERS = Manners(
    who=lambda settings: (("mailto", settings.email),) if settings.email else (),
    pace=lambda _: PACE,
    counted_by=lambda settings: settings.email,
)

CALLS: dict[type, Call] = {
    DataCiteWork: Call(
        "datacite-work",
        "datacite",
        "dois",
        lambda _: (),
        locate=lambda q: f"dois/{quote(q.doi, safe='/')}",
        takes_post=False,
    ),
}
