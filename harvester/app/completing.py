"""Complete: the reference lists that the services have of a review, united and filed as one more source of it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from harvester.errors import UnreachableError
from harvester.model import ParsedReference, Problem, RawReference, Work
from harvester.model.enriching import CitingRecord
from harvester.model.questions import Cited, CrossrefWork, EuropePmcReferences, FullText, Question, Reply
from harvester.plan.completion import Listed, ServiceList, unite
from harvester.plan.fetched_list import READER, entries_of, is_bare, make_list, raw_references
from harvester.plan.source_plan import make_source_plan
from harvester.ports import Services, Store
from harvester.records import crossref, europepmc, pubmed
from harvester.records.full_text import decode_full_text
from harvester.records.record import ListedReference
from harvester.records.searching import decode_links
from harvester.references import parse

LINKS_AT_ONCE = 50
Replies = dict[Question, Reply]


def complete(store: Store, services: Services, now: datetime) -> Iterator[Problem]:
    """File the list of each review whose record is there; a problem for each question that PubMed did not answer.

    Crossref and Europe PMC are asked where they are offered; a list that one of them could not give is left out.
    """
    wanted = store.lists_wanted()
    pmids = [record.description.work.get("pmid") or "" for record in wanted]
    linked: dict[str, tuple[str, ...]] = {}
    questions = [Cited(tuple(pmids[i : i + LINKS_AT_ONCE])) for i in range(0, len(pmids), LINKS_AT_ONCE)]
    for reply in services.ask(questions):
        if reply.problem is not None:
            yield reply.problem
        else:
            linked.update(_links(reply, reply.question))
    others = _ask_others(wanted, services)
    for record, pmid in zip(wanted, pmids, strict=True):
        if pmid in linked:
            _file_list(record, linked[pmid], others, store, now)


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
    doi = record.description.work.get("doi")
    return CrossrefWork(doi) if doi else None


def _of_europe(record: CitingRecord) -> Question | None:
    pmid = record.description.work.get("pmid")
    return EuropePmcReferences("MED", pmid) if pmid else None


def _of_pmc(record: CitingRecord) -> Question | None:
    pmcid = record.description.work.get("pmcid")
    return FullText(pmcid) if pmcid else None


def _file_list(record: CitingRecord, linked: Sequence[str], replies: Replies, store: Store, now: datetime) -> None:
    own = _listed("PubMed", _own(record, store))
    others = [one for one in _lists_of(record, replies) if one.entries]
    if others:
        united = unite([own, *others])
        entries = entries_of([(u.text, u.identifiers) for u in united], linked)
        counts = tuple(Problem(LISTED, f"{one.source} {len(one.entries)}") for one in (own, *others))
    else:
        entries, counts = entries_of([(e.text, e.identifiers) for e in own.entries], linked), ()
    raw = raw_references(entries, record.printed)
    prepared = make_list(record, len(entries), [_parsed(reference) for reference in raw], counts)
    with store.writer():
        store.apply(make_source_plan(prepared, store.known_around(prepared)), READER, now)


def _parsed(raw: RawReference) -> ParsedReference:
    """An entry understood; one that is nothing but its identifier tells nothing else."""
    if is_bare(raw):
        return ParsedReference(raw, Work(identifiers=raw.identifiers), 0.0)
    return parse(raw)


def _own(record: CitingRecord, store: Store) -> tuple[ListedReference, ...]:
    """The list in PubMed's own record."""
    answer = store.answers.kept(record.answer_key)
    decoded = pubmed.decode(answer.body).records if answer else ()
    return next((r.references for r in decoded if r.pmid == record.description.work.get("pmid")), ())


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
