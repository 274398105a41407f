"""doi.org's service of registration agencies: its call, and how often it is asked (docs/entrez.md 44)."""

from urllib.parse import quote

from harvester.model.questions import Agencies
from harvester.services.calls import Call, Manners, Pace

PACE = Pace(5, 2)
"""No documented limit was found; what similar services allow."""

MANNERS = Manners(who=lambda _: (), pace=lambda _: PACE, counted_by=lambda settings: settings.email)

CALLS: dict[type, Call] = {
    # A comma parts the DOIs of one request, so that one with a comma must have it encoded.
    Agencies: Call(
        "doi-agencies",
        "doi",
        "doiRA",
        lambda _: (),
        locate=lambda q: "doiRA/" + ",".join(quote(doi, safe="/") for doi in q.dois),
        takes_post=False,
    ),
}
