"""Reviews and their reference lists as PubMed has them: which are to be made, and how they compare with the pages."""

from sqlalchemy import Connection, func, select

from harvester.model.claim import Origin
from harvester.model.plans import SourceFacts
from harvester.model.resolution import FETCHED_LIST, CitingRecord, PrintedReference, Tally
from harvester.store import rows
from harvester.store.knowing import claims_of
from harvester.store.tables import T

SOURCE, DESCRIPTION, REFERENCE = T["source"], T["description"], T["reference"]
CITATION, WORK, PROBLEM = T["citation"], T["work"], T["problem"]
IS_LIST = SOURCE.c.format == FETCHED_LIST


def lists_wanted(connection: Connection) -> list[CitingRecord]:
    """Reviews that a page is of and PubMed has a record of, whose list is not made yet or is to be made anew."""
    pages = select(SOURCE.c.work_id).where(~IS_LIST, SOURCE.c.work_id.is_not(None))
    made = select(SOURCE.c.work_id).where(IS_LIST, SOURCE.c.reader > 0, SOURCE.c.work_id.is_not(None))
    columns = select(DESCRIPTION.c.digest, DESCRIPTION.c.work_id, DESCRIPTION.c.answer_key).where(
        DESCRIPTION.c.origin == Origin.PUBMED.value,
        DESCRIPTION.c.answer_key.is_not(None),
        DESCRIPTION.c.work_id.in_(pages),
        DESCRIPTION.c.work_id.not_in(made),
    )
    wanted = {digest: (work, key) for digest, work, key in connection.execute(columns)}
    listed = claims_of(connection, {work for work, _ in wanted.values()})
    found = sorted((h.claim for _, h in listed if h.claim.digest in wanted), key=lambda d: d.digest)
    return [
        CitingRecord(wanted[d.digest][0], d, wanted[d.digest][1], _printed(connection, wanted[d.digest][0]))
        for d in found
    ]


def _printed(connection: Connection, work: int) -> tuple[PrintedReference, ...]:
    columns = (
        select(REFERENCE.c.text, REFERENCE.c.asserted, REFERENCE.c.ordinal)
        .join(SOURCE, SOURCE.c.id == REFERENCE.c.source_id)
        .where(SOURCE.c.work_id == work, ~IS_LIST)
        .order_by(SOURCE.c.digest, REFERENCE.c.ordinal)
    )
    return tuple(
        PrintedReference(text, rows.asserted_from(asserted), ordinal)
        for text, asserted, ordinal in connection.execute(columns)
    )


def lone_lists(connection: Connection) -> list[SourceFacts]:
    """Fetched lists of works that no page is of any longer."""
    pages = select(SOURCE.c.work_id).where(~IS_LIST, SOURCE.c.work_id.is_not(None))
    lone = select(SOURCE).where(IS_LIST, SOURCE.c.work_id.not_in(pages)).order_by(SOURCE.c.name)
    return [
        SourceFacts(r["name"], r["part"], r["digest"], r["format"], r["title"], r["stated_total"])
        for r in connection.execute(lone).mappings()
    ]


def tallies(connection: Connection) -> list[Tally]:
    """How the pages of each review compare with its list at PubMed, in the order of titles."""
    columns = select(SOURCE.c.id, SOURCE.c.work_id, SOURCE.c.stated_total, WORK.c.title).join(
        WORK, WORK.c.id == SOURCE.c.work_id
    )
    listed = connection.execute(columns.where(IS_LIST).order_by(WORK.c.title, SOURCE.c.name)).all()
    return [_tally(connection, *row) for row in listed]


def _tally(connection: Connection, source: int, work: int, total: int, title: str) -> Tally:
    on_list = select(CITATION.c.cited_id).join(REFERENCE).where(REFERENCE.c.source_id == source)
    filed = select(func.count()).select_from(REFERENCE).where(REFERENCE.c.source_id == source)
    printed = (
        select(CITATION.c.cited_id)
        .distinct()
        .join(REFERENCE, REFERENCE.c.id == CITATION.c.reference_id)
        .join(SOURCE, SOURCE.c.id == REFERENCE.c.source_id)
        .where(SOURCE.c.work_id == work, ~IS_LIST)
    )
    cited = set(connection.execute(printed).scalars())
    # What stands on the list by its text alone and is printed is not filed twice, but it was found.
    by_text = total - connection.execute(filed).scalar_one()
    found = len(cited & set(connection.execute(on_list).scalars())) + by_text
    noted = select(PROBLEM.c.detail).where(PROBLEM.c.source_id == source, PROBLEM.c.code == "listed")
    counts = tuple(connection.execute(noted.order_by(PROBLEM.c.position)).scalars())
    there = set(connection.execute(on_list).scalars())
    missing = _missing(connection, work, there) if found < len(cited) else ()
    return Tally(title, len(cited), total, min(found, len(cited)), counts, missing)


def _missing(connection: Connection, work: int, there: set[int]) -> tuple[str, ...]:
    """The printed references of a review that lead to nothing on its fetched list."""
    columns = (
        select(CITATION.c.cited_id, REFERENCE.c.ordinal, REFERENCE.c.text)
        .join(REFERENCE, REFERENCE.c.id == CITATION.c.reference_id)
        .join(SOURCE, SOURCE.c.id == REFERENCE.c.source_id)
        .where(SOURCE.c.work_id == work, ~IS_LIST)
        .order_by(SOURCE.c.digest, REFERENCE.c.ordinal)
    )
    return tuple(f"{ordinal}. {text}" for cited, ordinal, text in connection.execute(columns) if cited not in there)
