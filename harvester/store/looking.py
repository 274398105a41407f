"""Look things up in a library: works, entries, links, reviews, references, totals. Nothing here writes."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, case, func, select

from harvester.model import Citation, Entry, Provisional, Verdict
from harvester.model.citation import LinkState
from harvester.model.plans import Review, Selection, StoredReference, Totals
from harvester.model.reason import Reason, ReasonCode
from harvester.model.resolution import FETCHED_LIST
from harvester.store import rows
from harvester.store.bulk import ask
from harvester.store.sql import fetch_one
from harvester.store.tables import T
from harvester.store.views import citekeys, works
from harvester.values import identifier

WORK, IDENTIFIER = T["work"], T["identifier"]
DESCRIPTION = T["description"]
SOURCE, REFERENCE, CITATION, PROBLEM = (T[n] for n in ("source", "reference", "citation", "problem"))

BEST_FIRST = (
    Verdict.CONFIRMED,
    Verdict.ASSERTED,
    Verdict.MATCHED,
    Verdict.DOUBTFUL,
    Verdict.CONFLICT,
    Verdict.OPEN,
    Verdict.UNMATCHED,
    Verdict.REJECTED,
)
"""Of several citations of one work, the first of these speaks for the entry."""

SETTLED = (Verdict.CONFIRMED, Verdict.ASSERTED, Verdict.MATCHED)

_IS_LIST = case((SOURCE.c.format == FETCHED_LIST, 1), else_=0)
"""Orders what stands on pages before what only a fetched list has."""

RANK = case({v.value: n for n, v in enumerate(BEST_FIRST)}, value=CITATION.c.verdict)


def find_work(connection: Connection, pattern: str, name: str) -> int | None:
    """The number of a work by citekey, `w` number or identifier (CURIE, address, bare PMID, PMCID, DOI), or None."""
    if (number := fetch_one(connection, citekeys.HOME, key=name.removeprefix("~"))) is not None:
        return int(number)
    if name[:1] == "w" and name[1:].isdecimal():
        own = select(WORK.c.id).where(WORK.c.id == int(name[1:]))
        return connection.execute(own).scalar()
    scheme, _, value = name.partition(":")
    if named := identifier.parse(name, "pmid" if name.isdecimal() else None):
        scheme, value = named.scheme, named.value
    known = select(IDENTIFIER.c.work_id).where(IDENTIFIER.c.scheme == scheme, IDENTIFIER.c.value == value)
    number = connection.execute(known).scalar()
    return citekeys.find(connection, pattern, name.removeprefix("~")) if number is None else number


def chosen(connection: Connection, pattern: str, selection: Selection) -> list[int]:
    """The numbers of the works that a selection is of, without order."""
    cited = select(CITATION.c.cited_id)
    if selection.verdicts:
        cited = cited.where(CITATION.c.verdict.in_([v.value for v in selection.verdicts]))
    if selection.review:
        cited = cited.where(CITATION.c.citing_id == (find_work(connection, pattern, selection.review) or 0))
    if selection.cited_by_at_least > 1 and not selection.verdicts and not selection.review:
        numbers = {number for (number,) in ask(connection, _OFTEN, {"b_least": selection.cited_by_at_least})}
    else:
        numbers = set(connection.execute(_often(cited, selection.cited_by_at_least)).scalars())
    if selection.with_reviews:
        numbers |= _citing(connection, pattern, selection)
    return sorted(numbers)


# The index on both columns gives the pairs in order, so that SQLite counts as it goes and sorts nothing.
_OFTEN = (
    select(CITATION.c.cited_id)
    .group_by(CITATION.c.cited_id)
    .having(func.count(CITATION.c.citing_id.distinct()) >= bindparam("b_least"))
)


def _often(cited: Select[Any], at_least: int) -> Select[Any]:
    """Works that so many reviews of the whole library cite, also when one review's list is looked at."""
    if at_least <= 1:
        return cited.distinct()
    return cited.where(CITATION.c.cited_id.in_(_OFTEN.params(b_least=at_least))).distinct()


def _citing(connection: Connection, pattern: str, selection: Selection) -> set[int]:
    if selection.review:
        number = find_work(connection, pattern, selection.review)
        return {number} if number else set()
    return set(connection.execute(select(SOURCE.c.work_id).where(SOURCE.c.work_id.is_not(None)).distinct()).scalars())


def citing_works(connection: Connection, pattern: str = "") -> list[int]:
    """The numbers of all works that a source is of."""
    return sorted(_citing(connection, pattern, Selection()))


def entries(connection: Connection, pattern: str, numbers: Sequence[int]) -> Iterator[tuple[int, Entry]]:
    """Entries of some works, each with the work's number, in the order of their citation keys; read in slices so that
    memory stays flat."""
    keys = citekeys.keys_of(connection, pattern, numbers)
    ordered = sorted(numbers, key=lambda n: keys[n][0])
    for chunk in rows.chunks(ordered):
        found = works.whole(connection, chunk)
        standing = _standing(connection, pattern, chunk)
        for number in chunk:
            verdict, cited_by, printed = standing.get(number, (Verdict.CONFIRMED, (), ""))
            key, aliases = keys[number]
            yield number, Entry(found[number], key, verdict, cited_by, aliases, "" if verdict in SETTLED else printed)


def _standing(
    connection: Connection, pattern: str, numbers: Sequence[int]
) -> dict[int, tuple[Verdict, tuple[str, ...], str]]:
    """Of each cited work: the best verdict, who cites it, and the first of its references in a fixed order."""
    columns = (
        select(CITATION.c.cited_id, CITATION.c.citing_id, CITATION.c.verdict, REFERENCE.c.text)
        .join(REFERENCE, REFERENCE.c.id == CITATION.c.reference_id)
        .where(CITATION.c.cited_id.in_(numbers))
    )
    verdicts: dict[int, set[Verdict]] = {}
    citing: dict[int, set[int]] = {}
    texts: dict[int, str] = {}
    for number, review, verdict, text in connection.execute(columns):
        verdicts.setdefault(number, set()).add(Verdict(verdict))
        citing.setdefault(number, set()).add(review)
        texts[number] = min(text, texts.get(number, text))
    keys = citekeys.keys_of(connection, pattern, {review for reviews in citing.values() for review in reviews})
    return {
        number: (min(found, key=BEST_FIRST.index), tuple(sorted(keys[n][0] for n in citing[number])), texts[number])
        for number, found in verdicts.items()
    }


def citations(connection: Connection, pattern: str, citing: int) -> list[Citation]:
    """A work's citations in printed order, one a cited work; `citing` and `cited` are citation keys."""
    columns = (
        select(
            CITATION,
            REFERENCE.c.ordinal,
            REFERENCE.c.number,
            REFERENCE.c.label,
            REFERENCE.c.text,
            SOURCE.c.digest,
            SOURCE.c.format,
        )
        .join(REFERENCE, REFERENCE.c.id == CITATION.c.reference_id)
        .join(SOURCE, SOURCE.c.id == REFERENCE.c.source_id)
        .where(CITATION.c.citing_id == citing)
        .order_by(_IS_LIST, REFERENCE.c.ordinal, SOURCE.c.digest, REFERENCE.c.text, RANK)
    )
    first: dict[int, RowMapping] = {}
    sources = set()
    for row in connection.execute(columns).mappings():
        first.setdefault(row["cited_id"], row)
        if row["format"] != FETCHED_LIST:
            sources.add(row["digest"])
    keys = citekeys.keys_of(connection, pattern, [citing, *first])
    own = keys[citing][0]
    return [
        Citation(own, keys[number][0], row["ordinal"], state.verdict, state.method, state.stage, state.reason,
                 row["label"], row["text"], _name(own, row, sources))
        for number, row in first.items()
        for state in (_state(row),)
    ]  # fmt: skip


def page_names(connection: Connection, pattern: str, citing: Collection[int]) -> dict[str, str]:
    """By the digest of a page, the citation key of its review where that names its references (see `_name`)."""
    columns = select(SOURCE.c.work_id, SOURCE.c.digest).where(
        SOURCE.c.work_id.in_(list(citing)), SOURCE.c.format != FETCHED_LIST
    )
    pages: dict[int, set[str]] = {}
    for work, digest in connection.execute(columns):
        pages.setdefault(work, set()).add(digest)
    keys = citekeys.keys_of(connection, pattern, list(pages))
    return {digest: keys[work][0] for work, digests in pages.items() if len(digests) == 1 for digest in digests}


def _name(citekey: str, row: RowMapping, sources: Collection[str]) -> str:
    """What a person calls a reference: by the review, or by the page where the review was saved more than once."""
    if list(sources) != [row["digest"]]:
        return f"{row['digest'][:12]}/{row['number']}"
    return reference_name(citekey, row["number"])


def reference_name(citekey: str, number: int) -> str:
    """The name of a reference; as provisional as the key that it begins with."""
    name = f"{citekey}/{number}"
    return Provisional(name) if isinstance(citekey, Provisional) else name


def cited_numbers(connection: Connection, pattern: str, citing: int) -> dict[str, int]:
    """The numbers of the works that a work cites, by citation key."""
    cited = select(CITATION.c.cited_id).where(CITATION.c.citing_id == citing).distinct()
    numbers = list(connection.execute(cited).scalars())
    return {key: number for number, (key, _) in citekeys.keys_of(connection, pattern, numbers).items()}


def reviews(connection: Connection, pattern: str) -> list[Review]:
    """Every work that a page is of, in the order of citation keys."""
    numbers = citing_works(connection, pattern)
    keys, found = citekeys.keys_of(connection, pattern, numbers), works.whole(connection, numbers)
    sources: dict[int, list[RowMapping]] = {}
    for row in connection.execute(select(SOURCE).order_by(SOURCE.c.name, SOURCE.c.part)).mappings():
        if row["work_id"] is not None:
            sources.setdefault(row["work_id"], []).append(row)
    counts = _counts(connection)
    listed = [
        Review(
            number=n,
            work=found[n],
            citekey=keys[n][0],
            sources=tuple(dict.fromkeys(row["name"] for row in sources[n] if row["format"] != FETCHED_LIST)),
            references=counts.get(n, (0, 0, 0))[0],
            cited=counts.get(n, (0, 0, 0))[1],
            open=counts.get(n, (0, 0, 0))[2],
            stated_total=_most(row for row in sources[n] if row["format"] != FETCHED_LIST),
            listed=_most(row for row in sources[n] if row["format"] == FETCHED_LIST),
        )
        for n in numbers
    ]
    return sorted(listed, key=lambda review: review.citekey)


def works_of(connection: Connection, names: Iterable[str]) -> int:
    """Of how many works the pages of some files are."""
    found: set[int] = set()
    for chunk in rows.chunks(list(names)):
        filed = select(SOURCE.c.work_id).where(SOURCE.c.name.in_(chunk), SOURCE.c.work_id.is_not(None))
        found.update(connection.execute(filed).scalars())
    return len(found)


def _most(sources: Iterable[RowMapping]) -> int | None:
    return max((row["stated_total"] for row in sources if row["stated_total"]), default=None)


def _counts(connection: Connection) -> dict[int, tuple[int, int, int]]:
    unsettled = case((CITATION.c.verdict.in_([v.value for v in SETTLED]), None), else_=CITATION.c.cited_id)
    counted = select(
        CITATION.c.citing_id,
        func.count(case((SOURCE.c.format == FETCHED_LIST, None), else_=CITATION.c.reference_id).distinct()),
        func.count(case((CITATION.c.verdict == Verdict.REJECTED.value, None), else_=CITATION.c.cited_id).distinct()),
        func.count(unsettled.distinct()),
    )
    counted = counted.join(REFERENCE, REFERENCE.c.id == CITATION.c.reference_id)
    counted = counted.join(SOURCE, SOURCE.c.id == REFERENCE.c.source_id).group_by(CITATION.c.citing_id)
    return {citing: (references, cited, left) for citing, references, cited, left in connection.execute(counted)}


def shown(state: LinkState, *, ambiguous: bool) -> LinkState:
    """How a citation stands for a person: an open one that fits two works is doubtful, and is still asked for."""
    if ambiguous and state.verdict is Verdict.OPEN:
        return replace(state, verdict=Verdict.DOUBTFUL, reason=Reason(ReasonCode.FITS_TWO_WORKS))
    return state


def _state(row: RowMapping) -> LinkState:
    return rows.state_from([row[column] for column in rows.STATE_COLUMNS])


def references(connection: Connection, pattern: str, citing: int) -> list[StoredReference]:
    """Every reference on the pages of a work, page by page, in printed order; then what only a fetched list has."""
    columns = (
        select(CITATION, REFERENCE, SOURCE.c.name, SOURCE.c.digest, SOURCE.c.format, DESCRIPTION.c.torn)
        .join(REFERENCE, REFERENCE.c.id == CITATION.c.reference_id)
        .join(DESCRIPTION, DESCRIPTION.c.id == CITATION.c.description_id)
        .join(SOURCE, SOURCE.c.id == REFERENCE.c.source_id)
        .where(CITATION.c.citing_id == citing)
        .order_by(_IS_LIST, SOURCE.c.name, SOURCE.c.part, REFERENCE.c.ordinal, CITATION.c.cited_id)
    )
    found = list(connection.execute(columns).mappings())
    printed = {row["cited_id"] for row in found if row["format"] != FETCHED_LIST}
    listed = [row for row in found if row["format"] != FETCHED_LIST or row["cited_id"] not in printed]
    numbers = [row["cited_id"] for row in listed]
    sources = {row["digest"] for row in listed if row["format"] != FETCHED_LIST}
    keys, cited = (
        citekeys.keys_of(connection, pattern, [citing, *numbers]),
        works.whole(connection, dict.fromkeys(numbers)),
    )
    return [
        StoredReference(
            name=_name(keys[citing][0], row, sources),
            ordinal=row["ordinal"],
            label=row["label"],
            text=row["text"],
            source=row["name"],
            span=rows.span_from(row),
            tail_labels=tuple(json.loads(row["tail_labels"])),
            verdict=state.verdict,
            method=state.method,
            stage=state.stage,
            cited=cited[row["cited_id"]],
            cited_key=keys[row["cited_id"]][0],
            confidence=row["confidence"],
            identifiers=rows.asserted_from(row["asserted"]),
        )
        for row in listed
        for state in (shown(_state(row), ambiguous=row["torn"]),)
    ]


def totals(connection: Connection) -> Totals:
    """How much there is, and how the citations stand."""
    counts = [connection.execute(select(func.count()).select_from(t)).scalar_one() for t in (WORK, REFERENCE)]
    pages = select(func.count()).select_from(SOURCE).where(SOURCE.c.format != FETCHED_LIST)
    links = connection.execute(select(CITATION.c.verdict, func.count()).group_by(CITATION.c.verdict)).all()
    verdicts = sorted(((Verdict(v), n) for v, n in links), key=lambda pair: BEST_FIRST.index(pair[0]))
    reviews_ = select(func.count(SOURCE.c.work_id.distinct()))
    listed = select(func.count()).select_from(REFERENCE).join(SOURCE, SOURCE.c.id == REFERENCE.c.source_id)
    listed = listed.where(SOURCE.c.format == FETCHED_LIST)
    pairs = select(CITATION.c.citing_id, CITATION.c.cited_id).distinct().subquery()
    return Totals(
        sources=connection.execute(pages).scalar_one(),
        works=counts[0],
        reviews=connection.execute(reviews_).scalar_one(),
        references=counts[1],
        citations=sum(n for _, n in verdicts),
        identifiers=connection.execute(select(func.count()).select_from(IDENTIFIER)).scalar_one(),
        problems=connection.execute(select(func.count()).select_from(PROBLEM)).scalar_one(),
        verdicts=tuple(verdicts),
        listed=connection.execute(listed).scalar_one(),
        cited=connection.execute(select(func.count(CITATION.c.cited_id.distinct()))).scalar_one(),
        pairs=connection.execute(select(func.count()).select_from(pairs)).scalar_one(),
    )
