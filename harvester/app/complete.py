"""Complete: the reference lists that the services have of a review, united and filed as one more source of it."""

from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from harvester.app.harvest import plan_page
from harvester.app.strategies import DOI_BATCH, fetch, search_dois
from harvester.errors import UnreachableError
from harvester.matching import search_terms
from harvester.model import Identifier, ParsedReference, Problem, RawReference, Work
from harvester.model.questions import Cited, CrossrefWork, EuropePmcReferences, FullText, Question, Reply
from harvester.model.resolution import CitingRecord
from harvester.ports import Services, Store
from harvester.records import ListedReference, crossref, europepmc, pubmed
from harvester.records.ncbi import decode_full_text, decode_links
from harvester.references import parse
from harvester.works.completion import Listed, ServiceList, unite
from harvester.works.fetched_list import READER, entries_of, is_bare, make_list, raw_references

LINKS_AT_ONCE = 50
ENOUGH_TO_UNITE = 2
Replies = dict[Question, Reply]


def complete(store: Store, services: Services, now: datetime) -> Iterator[Problem]:
    """File the list of each review whose record is there; a problem for each question that PubMed did not answer.

    Crossref and Europe PMC are asked where they are offered; a list that one of them could not give is left out.
    """
    wanted = store.lists_wanted()
    pmids = [record.claim.work.get("pmid") or "" for record in wanted]
    linked: dict[str, tuple[str, ...]] = {}
    questions = [Cited(tuple(pmids[i : i + LINKS_AT_ONCE])) for i in range(0, len(pmids), LINKS_AT_ONCE)]
    for reply in services.ask(questions):
        if reply.problem is not None:
            yield reply.problem
        else:
            linked.update(_links(reply, reply.question))
    others = _ask_others(wanted, services)
    lists = {p: _all_lists(r, others, store) for r, p in zip(wanted, pmids, strict=True) if p in linked}
    told = {doi: pmid for given in lists.values() for doi, pmid in _told_pairs(given)}
    lone = {doi for given in lists.values() for doi in _lone_dois(given)} - told.keys()
    known = {**told, **_pmids_of(lone, services)}
    for record, pmid in zip(wanted, pmids, strict=True):
        if pmid in linked:
            _file_list(record, linked[pmid], [_with_pmids(one, known) for one in lists[pmid]], store, now)


def _links(reply: Reply, question: object) -> dict[str, tuple[str, ...]]:
    """What each work asked for cites; one without links in the answer cites nothing that ELink knows."""
    found = {links.pmid: links.targets for links in decode_links(reply.body)}
    return {pmid: found.get(pmid, ()) for pmid in question.pmids} if isinstance(question, Cited) else {}


def _ask_others(wanted: Sequence[CitingRecord], services: Services) -> Replies:
    """What Crossref, Europe PMC and PMC answer; one that is away is left out."""
    replies: Replies = {}
    for base, make in (("crossref", _of_crossref), ("europepmc", _of_europe), ("eutils", _of_pmc)):
        asked = [question for record in wanted if (question := make(record)) is not None]
        if base not in services.offered or (base == "eutils" and len(services.offered) <= 2):
            continue
        try:
            replies.update({r.question: r for r in services.ask(asked) if r.problem is None})
        except UnreachableError:
            continue
    return replies


def _of_crossref(record: CitingRecord) -> Question | None:
    doi = record.claim.work.get("doi")
    return CrossrefWork(doi) if doi else None


def _of_europe(record: CitingRecord) -> Question | None:
    pmid = record.claim.work.get("pmid")
    return EuropePmcReferences("MED", pmid) if pmid else None


def _of_pmc(record: CitingRecord) -> Question | None:
    pmcid = record.claim.work.get("pmcid")
    return FullText(pmcid) if pmcid else None


def _all_lists(record: CitingRecord, replies: Replies, store: Store) -> list[ServiceList]:
    """PubMed's list, be it empty, and those of the others that have one."""
    own = _listed("PubMed", _own(record, store))
    return [own, *(one for one in _lists_of(record, replies) if one.entries)]


def _lone_dois(lists: Sequence[ServiceList]) -> set[str]:
    """The DOIs of lists that are to be united: where none tells a PMID beside it, PubMed says which other entry it
    is."""
    if len(lists) < ENOUGH_TO_UNITE:
        return set()
    every = (i.value for one in lists for entry in one.entries for i in entry.identifiers if i.scheme == "doi")
    return {doi for doi in every if search_terms.can_be_searched(doi)}


def _told_pairs(lists: Sequence[ServiceList]) -> Iterator[tuple[str, Identifier]]:
    """DOIs with the PMIDs that some list tells beside them."""
    for entry in (entry for one in lists for entry in one.entries):
        known = {i.scheme: i for i in entry.identifiers}
        if "doi" in known and "pmid" in known:
            yield known["doi"].value, known["pmid"]


def _pmids_of(dois: Collection[str], services: Services) -> dict[str, Identifier]:
    """The PMIDs of DOIs as far as PubMed answers."""
    found: dict[str, Identifier] = {}
    ordered = sorted(dois)
    for start in range(0, len(ordered), DOI_BATCH):
        strategy = _looked_up(ordered[start : start + DOI_BATCH])
        questions = next(strategy)
        try:
            while True:
                replies = {r.question: r for r in services.ask(questions) if r.problem is None}
                if len(replies) < len(questions):
                    break
                questions = strategy.send(replies)
        except StopIteration as done:
            found.update(done.value)
    return found


def _looked_up(dois: list[str]) -> Generator[tuple[Question, ...], Replies, dict[str, Identifier]]:
    pmids = yield from search_dois(dois)
    records = yield from fetch(pmids)
    works = [fetched.claim.work for fetched in records.values()]
    return {work.get("doi") or "": i for work in works for i in work.identifiers if i.scheme == "pmid"}


def _with_pmids(one: ServiceList, known: Mapping[str, Identifier]) -> ServiceList:
    """The list with the PMIDs of its DOIs."""
    return replace(one, entries=tuple(_with_pmid(entry, known) for entry in one.entries))


def _with_pmid(entry: Listed, known: Mapping[str, Identifier]) -> Listed:
    schemes = {i.scheme: i.value for i in entry.identifiers}
    pmid = known.get(schemes.get("doi", ""))
    return replace(entry, identifiers=(*entry.identifiers, pmid)) if pmid and "pmid" not in schemes else entry


def _file_list(
    record: CitingRecord, linked: Sequence[str], lists: Sequence[ServiceList], store: Store, now: datetime
) -> None:
    own, *others = lists
    if others:
        united = unite(lists)
        entries = entries_of([(u.text, u.identifiers) for u in united], linked)
        counts = tuple(Problem(LISTED, f"{one.source} {len(one.entries)}") for one in (own, *others))
    else:
        entries, counts = entries_of([(e.text, e.identifiers) for e in own.entries], linked), ()
    raw = raw_references(entries, record.printed)
    prepared = make_list(record, len(entries), [_parsed(reference) for reference in raw], counts)
    with store.writer():
        store.apply(plan_page(prepared, store), READER, now)


def _parsed(raw: RawReference) -> ParsedReference:
    """An entry understood; one that is nothing but its identifier tells nothing else."""
    if is_bare(raw):
        return ParsedReference(raw, Work(identifiers=raw.identifiers), 0.0)
    return parse(raw)


def _own(record: CitingRecord, store: Store) -> tuple[ListedReference, ...]:
    """The list in PubMed's own record."""
    answer = store.answers.kept(record.answer_key)
    decoded = pubmed.decode(answer.body).records if answer else ()
    return next((r.references for r in decoded if r.pmid == record.claim.work.get("pmid")), ())


def _lists_of(record: CitingRecord, replies: Replies) -> Iterator[ServiceList]:
    """The lists that were answered."""
    if (asked := _of_pmc(record)) in replies and asked is not None:
        yield _listed("PMC", decode_full_text(replies[asked].body), numbered=True)
    if (asked := _of_crossref(record)) in replies and asked is not None:
        found = crossref.decode_work(replies[asked].body)
        yield _listed("Crossref", found.references if found else ())
    if (asked := _of_europe(record)) in replies and asked is not None:
        yield _listed("Europe PMC", europepmc.decode_references(replies[asked].body).references, numbered=True)


def _listed(source: str, references: Sequence[ListedReference], *, numbered: bool = False) -> ServiceList:
    return ServiceList(source, tuple(Listed(r.ordinal, r.text, r.identifiers) for r in references), numbered)


LISTED = "listed"
"""The code of a note on a fetched list: a service, and how many entries it has."""
