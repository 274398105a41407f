"""Complete: the reference lists that the services have of a review, united and filed as one more source of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from harvester.app.asking import Asking, ask_one, run
from harvester.app.events import Left
from harvester.app.harvest import plan_page
from harvester.app.steps import LINKS_AT_ONCE
from harvester.app.strategies import DOI_BATCH, fetch, search_dois
from harvester.errors import UnreachableError
from harvester.matching import search_terms
from harvester.model import Identifier, ParsedReference, Problem, Work, make_work
from harvester.model.questions import Cited, CrossrefWork, EuropePmcReferences, FullText, Question
from harvester.model.resolution import CitingRecord
from harvester.ports import Role, Services, Store
from harvester.records import ListedReference, crossref, europepmc, pubmed
from harvester.records.ncbi import decode_full_text, decode_links
from harvester.references import parse
from harvester.works.completion import Listed, ServiceList, unite
from harvester.works.fetched_list import READER, entries_of, is_bare, make_list, raw_references

ENOUGH_TO_UNITE = 2
"""Lists: PubMed's alone is filed as it is."""

LISTED = "listed"
"""The code of a note on a fetched list: a service, and how many entries it has."""


@dataclass(frozen=True, slots=True)
class _Lister:
    """A service that has reference lists beside PubMed: what it is asked for a work, and how its answer is read.

    `numbered` says that its ordinals are the printed numbers; Crossref's are the order in which publishers deposit.
    """

    source: str
    role: Role
    ask: Callable[[Work], Question | None]
    decode: Callable[[bytes], Sequence[ListedReference]]
    numbered: bool = True


def _crossref_list(body: bytes) -> Sequence[ListedReference]:
    record = crossref.decode_work(body)
    return record.references if record else ()


_LISTERS = (
    _Lister("PMC", Role.FULL_TEXT, lambda w: FullText(w.get("pmcid") or "") if w.get("pmcid") else None,
            decode_full_text),
    _Lister("Crossref", Role.DEPOSITED_LISTS, lambda w: CrossrefWork(w.get("doi") or "") if w.get("doi") else None,
            _crossref_list, numbered=False),
    _Lister("Europe PMC", Role.COLLECTED_LISTS,
            lambda w: EuropePmcReferences("MED", w.get("pmid") or "") if w.get("pmid") else None,
            lambda body: europepmc.decode_references(body).references),
)  # fmt: skip
"""In the order in which their lists are united."""


def complete(store: Store, services: Services, now: datetime) -> Iterator[Left]:
    """File the list of each review whose record is there; an event for each question that PubMed did not answer.

    Other services are asked where they are offered; a list that one of them could not give is left out.
    """
    wanted = [(record.claim.work.get("pmid") or "", record) for record in store.questions.lists_wanted()]
    pmids = [pmid for pmid, _ in wanted]
    linked: dict[str, tuple[str, ...]] = {}
    batched = [tuple(pmids[i : i + LINKS_AT_ONCE]) for i in range(0, len(pmids), LINKS_AT_ONCE)]
    for found in run([_links(batch) for batch in batched], services):
        if isinstance(found, Problem):
            yield Left(found)
        else:
            linked.update(found)
    bodies = _ask_listers([record.claim.work for _, record in wanted], services)
    lists = {pmid: _lists_of(record, bodies, store) for pmid, record in wanted if pmid in linked}

    # DOIs with the PMID that some list has beside them. Where lists are to be united and none has one, PubMed says
    # which other entry a DOI is: else one work would be two entries.
    pmid_of: dict[str, Identifier] = {}
    lone: set[str] = set()
    for united in lists.values():
        for entry in (entry for one in united for entry in one.entries):
            by_scheme = {i.scheme: i for i in entry.identifiers}
            if "doi" in by_scheme and "pmid" in by_scheme:
                pmid_of[by_scheme["doi"].value] = by_scheme["pmid"]
            elif len(united) >= ENOUGH_TO_UNITE:
                lone.update(i.value for i in entry.identifiers if i.scheme == "doi")
    dois = sorted(doi for doi in lone - pmid_of.keys() if search_terms.can_be_searched(doi))
    for pmids_found in run([_pmids_of(dois[i : i + DOI_BATCH]) for i in range(0, len(dois), DOI_BATCH)], services):
        # A batch that PubMed did not answer leaves its entries apart.
        if not isinstance(pmids_found, Problem):
            pmid_of.update(pmids_found)

    for pmid, record in wanted:
        if pmid in linked:
            given = [replace(one, entries=tuple(_with_pmid(e, pmid_of) for e in one.entries)) for one in lists[pmid]]
            _file_list(record, linked[pmid], given, store, now)


def _links(pmids: tuple[str, ...]) -> Asking[dict[str, tuple[str, ...]]]:
    """What each work cites; one without links in the answer cites nothing that ELink knows."""
    reply = yield from ask_one(Cited(pmids))
    found = {links.pmid: links.targets for links in decode_links(reply.body)}
    return {pmid: found.get(pmid, ()) for pmid in pmids}


def _ask_listers(wanted: Sequence[Work], services: Services) -> dict[Question, bytes]:
    """What the listers answer, one service after the other; one that is away is left out."""
    bodies: dict[Question, bytes] = {}
    for lister in _LISTERS:
        if not services.has(lister.role):
            continue
        asked = [question for work in wanted if (question := lister.ask(work)) is not None]
        try:
            for reply in run(map(ask_one, asked), services):
                if not isinstance(reply, Problem):
                    bodies[reply.question] = reply.body
        except UnreachableError:
            # A list that is missing makes the union shorter, and nothing in it wrong.
            continue
    return bodies


def _lists_of(record: CitingRecord, bodies: Mapping[Question, bytes], store: Store) -> list[ServiceList]:
    """PubMed's list, which is in its own record, be it empty; then those of the others that have one."""
    answer = store.answers.kept(record.answer_key)
    decoded = pubmed.decode(answer.body).records if answer else ()
    own = next((r.references for r in decoded if r.pmid == record.claim.work.get("pmid")), ())
    lists = [_service_list("PubMed", own, numbered=False)]
    for lister in _LISTERS:
        question = lister.ask(record.claim.work)
        if question in bodies and question is not None:
            given = _service_list(lister.source, lister.decode(bodies[question]), numbered=lister.numbered)
            lists += [given] if given.entries else []
    return lists


def _service_list(source: str, references: Sequence[ListedReference], *, numbered: bool) -> ServiceList:
    return ServiceList(source, tuple(Listed(r.ordinal, r.text, r.identifiers) for r in references), numbered)


def _pmids_of(dois: list[str]) -> Asking[dict[str, Identifier]]:
    """The PMIDs of DOIs, as far as PubMed has a record with that DOI."""
    pmids = yield from search_dois(dois)
    records = yield from fetch(pmids)
    works = [fetched.claim.work for fetched in records.values()]
    return {work.get("doi") or "": i for work in works for i in work.identifiers if i.scheme == "pmid"}


def _with_pmid(entry: Listed, pmid_of: Mapping[str, Identifier]) -> Listed:
    schemes = {i.scheme: i.value for i in entry.identifiers}
    pmid = pmid_of.get(schemes.get("doi", ""))
    return replace(entry, identifiers=(*entry.identifiers, pmid)) if pmid and "pmid" not in schemes else entry


def _file_list(
    record: CitingRecord, linked: Sequence[str], lists: Sequence[ServiceList], store: Store, now: datetime
) -> None:
    """File the united list in one transaction, with a note for each service that had one."""
    entries = [(e.text, e.identifiers) for e in (unite(lists) if len(lists) >= ENOUGH_TO_UNITE else lists[0].entries)]
    listed = entries_of(entries, linked)
    counts = [Problem(LISTED, f"{one.source} {len(one.entries)}") for one in lists]
    references = [
        # An entry that is nothing but its identifier has no words to parse: the record will say what it is.
        ParsedReference(raw, make_work(identifiers=raw.identifiers), 0.0) if is_bare(raw) else parse(raw)
        for raw in raw_references(listed, record.printed)
    ]
    # PubMed's count alone would be that of the list itself.
    notes = tuple(counts) if len(lists) >= ENOUGH_TO_UNITE else ()
    with store.locks.writer():
        store.pages.apply(plan_page(make_list(record, len(listed), references, notes), store), READER, now)
