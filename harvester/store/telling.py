"""Who tells what of a work and where, who cites it how often, and what happened to it."""

import json

from sqlalchemy import Connection, func, select

from harvester.model import Span
from harvester.model.claim import Claim, Location, Origin
from harvester.model.plans import Run
from harvester.model.reading import FieldLocation
from harvester.model.resolution import FETCHED_LIST
from harvester.store.knowing import claims_of
from harvester.store.tables import T

SOURCE, DESCRIPTION, REFERENCE = T["source"], T["description"], T["reference"]
CITATION, ANSWER, DECISION, MERGE, RUN = T["citation"], T["answer"], T["decision"], T["merge"], T["run"]
PLACE = T["place"]

SAID = {
    "accept": "a person said that a reference means it",
    "new": "a person said that a reference is a work of its own",
    "none": "a person said that a reference means none of the candidates",
    "reject": "a person said that a reference does not mean the work it led to",
    "edit": "a person edited it",
    "identity": "a person said which work it is",
    "unmerge": "a person took a merge apart",
}


def claims(connection: Connection, work: int) -> list[tuple[Claim, tuple[Location, ...]]]:
    """The claims of a work, each with its places: `file` with the place of each field, `file, reference 3` with
    its range, `answer of efetch, date`, `a person, date`."""
    listed = claims_of(connection, {work})
    return [(h.claim, tuple(_places(connection, number, h.claim))) for number, h in listed]


def _places(connection: Connection, number: int, claim: Claim) -> list[Location]:
    if claim.origin is Origin.PERSON:
        said = select(DECISION.c.made_at, DECISION.c.detail).where(DECISION.c.kind.in_(("edit", "identity")))
        decisions = [(at, json.loads(detail)) for at, detail in connection.execute(said)]
        return [Location(f"a person, {at}") for at, detail in decisions if detail.get("word") == claim.digest]
    printed = (
        select(SOURCE.c.name, SOURCE.c.format, REFERENCE.c.ordinal, REFERENCE.c.span_start, REFERENCE.c.span_end)
        .join(REFERENCE, REFERENCE.c.source_id == SOURCE.c.id)
        .join(CITATION, CITATION.c.reference_id == REFERENCE.c.id)
        .where(CITATION.c.description_id == number)
        .order_by(SOURCE.c.name, REFERENCE.c.ordinal)
    )
    found = _pages(connection, number)
    for name, kind, ordinal, start, end in connection.execute(printed):
        source = f"the list of {name}" if kind == FETCHED_LIST else name
        found.append(Location(f"{source}, reference {ordinal}", None if start is None else Span(start, end)))
    asked = (
        select(ANSWER.c.kind, ANSWER.c.asked_at)
        .join(DESCRIPTION, DESCRIPTION.c.answer_key == ANSWER.c.key)
        .where(DESCRIPTION.c.id == number)
    )
    found.extend(Location(f"answer of {kind}, {at}") for kind, at in connection.execute(asked))
    return found


def _pages(connection: Connection, number: int) -> list[Location]:
    """The pages that a claim is of, with where each says what."""
    own = (SOURCE.c.description_id == number) & (SOURCE.c.format != FETCHED_LIST)
    pages = select(SOURCE.c.id, SOURCE.c.name).where(own).order_by(SOURCE.c.name, SOURCE.c.part)
    names = {int(source): str(name) for source, name in connection.execute(pages)}
    fields: dict[int, list[FieldLocation]] = {source: [] for source in names}
    columns = select(PLACE.c.source_id, PLACE.c.field, PLACE.c.span_start, PLACE.c.span_end)
    joined = columns.join(SOURCE, SOURCE.c.id == PLACE.c.source_id).where(own)
    for source, field, start, end in connection.execute(joined):
        fields[source].append(FieldLocation(field, Span(start, end)))
    return [Location(name, fields=tuple(fields[source])) for source, name in names.items()]


def top(connection: Connection, limit: int) -> list[tuple[int, int]]:
    """The works that most reviews cite, as number and count, those cited once left out."""
    count = func.count(CITATION.c.citing_id.distinct())
    ordered = select(CITATION.c.cited_id, count).group_by(CITATION.c.cited_id).having(count > 1)
    return [
        (work, n) for work, n in connection.execute(ordered.order_by(count.desc(), CITATION.c.cited_id).limit(limit))
    ]


def citing_work(connection: Connection, work: int) -> list[int]:
    """The numbers of the works that cite a work."""
    citing = select(CITATION.c.citing_id).where(CITATION.c.cited_id == work).distinct()
    return sorted(connection.execute(citing).scalars())


def history(connection: Connection, work: int) -> list[tuple[str, str]]:
    """What happened to a work: when pages told of it, what was asked, merged and decided."""
    digests = {h.claim.digest for _, h in claims_of(connection, {work})}
    numbers = select(DESCRIPTION.c.id).where(DESCRIPTION.c.work_id == work)
    events: list[tuple[str, str]] = []
    own = select(SOURCE.c.read_at, SOURCE.c.name).where(SOURCE.c.description_id.in_(numbers))
    events.extend((at, f"{name} was read, a page of it") for at, name in connection.execute(own))
    cited = (
        select(SOURCE.c.read_at, SOURCE.c.name)
        .distinct()
        .join(REFERENCE, REFERENCE.c.source_id == SOURCE.c.id)
        .join(CITATION, CITATION.c.reference_id == REFERENCE.c.id)
        .where(CITATION.c.cited_id == work)
    )
    events.extend((at, f"{name} was read, which cites it") for at, name in connection.execute(cited))
    asked = select(ANSWER.c.asked_at, ANSWER.c.kind).join(DESCRIPTION, DESCRIPTION.c.answer_key == ANSWER.c.key)
    for at, kind in connection.execute(asked.where(DESCRIPTION.c.work_id == work)):
        events.append((at, f"its record was asked for ({kind})"))
    for row in connection.execute(select(DECISION).where(DECISION.c.digest.in_(digests))).mappings():
        events.append((row["made_at"], SAID.get(row["kind"], row["kind"])))
        if row["undone_at"]:
            events.append((row["undone_at"], "that was taken back"))
    merges = connection.execute(select(MERGE.c.joined, MERGE.c.undone).where(MERGE.c.work_id == work))
    for joined, undone in merges:
        many = len(json.loads(joined))
        state = " and were taken apart again" if undone else ""
        events.append(("", f"{many} more telling{'s' if many > 1 else ''} came to be of it{state}"))
    return sorted(events)


def runs(connection: Connection, limit: int) -> list[Run]:
    """The last runs that changed something, the newest first."""
    found = connection.execute(select(RUN).order_by(RUN.c.id.desc()).limit(limit)).mappings()
    return [
        Run(r["command"], r["started_at"], r["finished_at"] or "", tuple(json.loads(r["summary"]).items()), r["id"])
        for r in found
    ]
