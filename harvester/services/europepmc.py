"""Europe PMC's REST interface: its calls, and how often it is asked."""

from datetime import timedelta
from urllib.parse import quote

from harvester.model.questions import EuropePmcReferences, EuropePmcSearch
from harvester.services.call import Call, Pace, Pairs

PACE = Pace(5, 3)
"""No limit was found stated; half of what the others of its kind allow."""


def _search(question: EuropePmcSearch) -> Pairs:
    fixed = (("format", "json"), ("resultType", "core"), ("pageSize", str(question.size)))
    return (("query", question.query), *fixed)


def _references(question: EuropePmcReferences) -> Pairs:
    return (("page", str(question.page)), ("pageSize", str(question.size)), ("format", "json"))


def _path(question: EuropePmcReferences) -> str:
    return f"{quote(question.source, safe='')}/{quote(question.number, safe='')}/references"


CALLS: dict[type, Call] = {
    EuropePmcSearch: Call("europepmc-search", "europepmc", "search", _search, timedelta(days=30), timedelta(days=7)),
    EuropePmcReferences: Call(
        "europepmc-references", "europepmc", "", _references, timedelta(days=30), timedelta(days=7), place=_path
    ),
}
