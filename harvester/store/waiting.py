"""The references that wait for a person or a service: the first few of them, without looking at all of a million."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from harvester.model import Verdict
from harvester.model.citation import Method, Stage
from harvester.model.decisions import Waiting
from harvester.model.reason import Reason
from harvester.store import looking
from harvester.store.bulk import SIZE
from harvester.store.rows import STATE_COLUMNS, state_from
from harvester.store.tables import T
from harvester.store.views import citekeys

DESCRIPTION, CITATION = T["description"], T["citation"]
REFERENCE, SOURCE = T["reference"], T["source"]

WAITING = (Verdict.DOUBTFUL, Verdict.CONFLICT, Verdict.OPEN, Verdict.UNMATCHED)
"""The verdicts that wait for a person or a service, in the order in which a person should look."""
_PAGES = 10
"""Pages that are looked through at first."""
_FEW = 2_000
"""Citations that are sooner put in order than met one by one in the order of the pages."""


def waiting(connection: Connection, pattern: str, verdicts: Collection[Verdict], limit: int) -> list[Waiting]:
    """The references that wait, doubtful ones first, each with why; before them the pages that a person can settle."""
    pages = _pages(connection, pattern, verdicts, limit)
    limit -= len(pages)
    found: list[Any] = []
    for verdict in (*WAITING, Verdict.REJECTED):
        if verdict in verdicts and len(found) < limit:
            found += _standing(connection, verdict, limit - len(found))
    names = looking.page_names(connection, pattern, {row["citing_id"] for row in found})
    named = (
        (looking.reference_name(names.get(row["digest"], row["digest"][:12]), row["number"]), row) for row in found
    )
    return [*pages, *(Waiting(name, *_shown(row), row["text"], row["name"]) for name, row in named)]


OF_PAGES = (Verdict.DOUBTFUL, Verdict.CONFLICT)
"""How a page's own work stands when a person should look; what no service knows may well be no article."""


def _pages(connection: Connection, pattern: str, verdicts: Collection[Verdict], limit: int) -> list[Waiting]:
    """The pages of which it is doubtful which work they are of, named by that work."""
    asked = [verdict.value for verdict in OF_PAGES if verdict in verdicts]
    wanted = select(SOURCE).where(SOURCE.c.verdict.in_(asked), SOURCE.c.work_id.is_not(None)).limit(limit)
    found = connection.execute(wanted.order_by(SOURCE.c.name, SOURCE.c.part)).mappings().all() if asked else []
    keys = citekeys.keys_of(connection, pattern, list({row["work_id"] for row in found}))
    return [Waiting(keys[r["work_id"]][0], *_shown({**r, "torn": False}), r["title"], r["name"]) for r in found]


def how_many(connection: Connection, verdicts: Collection[Verdict]) -> int:
    """How many citations wait, of references that fit two works those that are shown as doubtful."""
    plain = {v.value for v in verdicts} - {Verdict.OPEN.value}
    total = connection.execute(select(func.count()).where(CITATION.c.verdict.in_(plain))).scalar_one()
    if Verdict.OPEN in verdicts:
        total += connection.execute(select(func.count()).where(_stands(Verdict.OPEN))).scalar_one()
    if (Verdict.OPEN in verdicts) != (Verdict.DOUBTFUL in verdicts):
        ambiguous = connection.execute(select(func.count()).select_from(CITATION).where(_torn())).scalar_one()
        total += ambiguous if Verdict.DOUBTFUL in verdicts else -ambiguous
    pages = [verdict.value for verdict in OF_PAGES if verdict in verdicts]
    total += connection.execute(select(func.count()).where(SOURCE.c.verdict.in_(pages))).scalar_one()
    return int(total)


def _standing(connection: Connection, verdict: Verdict, limit: int) -> list[Any]:
    """The first references that are shown to stand so, in the order of the pages."""
    shown: ColumnElement[bool]
    if verdict is Verdict.DOUBTFUL:
        shown = _stands(verdict) | _torn()
    elif verdict is Verdict.OPEN:
        shown = _stands(verdict) & ~_torn()
    else:
        shown = _stands(verdict)
    some = select(CITATION.c.reference_id).where(_stands(verdict)).limit(_FEW + 1)
    if verdict is not Verdict.DOUBTFUL and len(connection.execute(some).all()) > _FEW:
        return _met(connection, verdict, limit)
    return list(connection.execute(_in_order(shown).limit(limit)).mappings())


def _met(connection: Connection, verdict: Verdict, limit: int) -> list[Any]:
    """The same where there are many: page after page until enough are met, since a million take seconds to put in
    order."""
    ordered = select(SOURCE.c.id).order_by(SOURCE.c.name, SOURCE.c.part)
    sources = list(connection.execute(ordered).scalars())
    stands = _seen_to_stand(verdict) & ~_torn()
    found: list[Any] = []
    start, many = 0, _PAGES
    while start < len(sources) and len(found) < limit:
        here = REFERENCE.c.source_id.in_(sources[start : start + many])
        found += connection.execute(_in_order(stands & here).limit(limit - len(found))).mappings()
        start, many = start + many, min(2 * many, SIZE)
    return found


def _in_order(shown: ColumnElement[bool]) -> Select[Any]:
    return (
        select(CITATION, REFERENCE.c.number, REFERENCE.c.text, SOURCE.c.digest, SOURCE.c.name, DESCRIPTION.c.torn)
        .select_from(SOURCE)
        .join(REFERENCE, REFERENCE.c.source_id == SOURCE.c.id)
        .join(CITATION, CITATION.c.reference_id == REFERENCE.c.id)
        .join(DESCRIPTION, DESCRIPTION.c.id == CITATION.c.description_id)
        .where(shown)
        .order_by(SOURCE.c.name, SOURCE.c.part, REFERENCE.c.ordinal, CITATION.c.description_id)
    )


def _stands(verdict: Verdict) -> ColumnElement[bool]:
    return CITATION.c.verdict == verdict.value


def _torn() -> ColumnElement[bool]:
    """Open citations of references that fit two works; there are few of them, with an index of their own."""
    ambiguous = select(DESCRIPTION.c.id).where(DESCRIPTION.c.torn)
    return CITATION.c.description_id.in_(ambiguous) & _seen_to_stand(Verdict.OPEN)


def _seen_to_stand(verdict: Verdict) -> ColumnElement[bool]:
    """The same, of citations that are found otherwise: with the column itself a database would start with its index,
    that is with all of a million open ones."""
    return func.coalesce(CITATION.c.verdict, "") == verdict.value


def _shown(row: Any) -> tuple[Verdict, Method, Stage, Reason | None]:
    state = looking.shown(state_from([row[column] for column in STATE_COLUMNS]), ambiguous=row["torn"])
    return state.verdict, state.method, state.stage, state.reason
