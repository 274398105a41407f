"""Europe PMC's REST interface: its calls, and how often it is asked."""

from datetime import timedelta
from urllib.parse import quote

from harvester.model.questions import EuropePmcReferences
from harvester.services.call import Call, Pace, Pairs

PACE = Pace(5, 3)
"""No limit was found stated; half of what the others of its kind allow."""


def _references(question: EuropePmcReferences) -> Pairs:
    return (("page", str(question.page)), ("pageSize", str(question.size)), ("format", "json"))


def _path(question: EuropePmcReferences) -> str:
    return f"{quote(question.source, safe='')}/{quote(question.number, safe='')}/references"


CALLS: dict[type, Call] = {
    EuropePmcReferences: Call(
        "europepmc-references", "europepmc", "", _references, timedelta(days=30), timedelta(days=7), place=_path
    ),
}
