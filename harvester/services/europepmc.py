"""Europe PMC's REST interface: its calls, and how often it is asked."""

from urllib.parse import quote

from harvester.model.questions import EuropePmcReferences
from harvester.services.calls import Call, Manners, Pace

PACE = Pace(5, 3)
"""No documented limit was found; half of what similar services allow."""

MANNERS = Manners(
    who=lambda _: (),  # it has no parameter for who asks
    pace=lambda _: PACE,
    counted_by=lambda settings: settings.email,
)

CALLS: dict[type, Call] = {
    EuropePmcReferences: Call(
        "europepmc-references",
        "europepmc",
        "",
        lambda q: (("page", str(q.page)), ("pageSize", str(q.size)), ("format", "json")),
        locate=lambda q: f"{quote(q.source, safe='')}/{quote(q.number, safe='')}/references",
        takes_post=False,
    ),
}
