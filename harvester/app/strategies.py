"""How queries are asked about, batch by batch: each chain is a generator that yields questions and is sent the
replies.

A chain decides nothing about the network and knows no store; it returns what was found out of its batch, which then is
one transaction. The queries of a batch are chosen so that a batch that was not finished is made again the same.
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass

from harvester.app.resolutions import found_by_search, found_by_words, missing_identifier, of_printed, undecided
from harvester.matching import search_terms
from harvester.matching.folding import fold
from harvester.matching.locators import first_page
from harvester.model import Work
from harvester.model.citation import Stage
from harvester.model.claim import Origin
from harvester.model.questions import Convert, Fetch, MatchCitations, Question, Reply, Search
from harvester.model.resolution import FetchedClaim, Query, Resolution
from harvester.records import pubmed
from harvester.records.ncbi import Matched, decode_conversion, decode_matches, decode_search
from harvester.works.identity import make_claim

FETCH_SIZE = 200
"""Records a request: a retry costs little, and the answer is about 5 MB (docs/entrez.md 14)."""
DOI_BATCH = 150
CITATION_BATCH = 200
SEARCH_BATCH = 180
SEARCH_TOGETHER = 30
"""Searches by words that go in one request."""
HITS_EACH = 5
"""Of a search by words, so many records are looked at."""
SHARED_WORDS = 3
"""Words that a record's title must share with a reference to be held against it."""
HITS_MORE = 20
"""So many more where one of several searches finds more than its share."""

Replies = dict[Question, Reply]
Strategy = Generator[tuple[Question, ...], Replies, tuple[Resolution, ...]]
Records = dict[str, FetchedClaim]


@dataclass(frozen=True, slots=True)
class Step:
    """One way of asking: which queries it is for, how large its batches are, and its chain."""

    name: str
    takes: Callable[[Query], str]
    size: int
    strategy: Callable[[Sequence[Query]], Strategy]


def _identifier(query: Query, scheme: str) -> str:
    """The identifier that a query is asked for by; "" where it was asked for in vain, or by another scheme."""
    if query.stage in (Stage.IDENTIFIER_UNKNOWN, Stage.CITATION_UNKNOWN):
        return ""
    known: dict[str, str] = {i.scheme: i.value for i in sorted(query.claim.identifiers, reverse=True)}
    best = next((s for s in ("pmid", "doi", "pmcid") if s in known), "")
    if best == "doi" and not search_terms.can_be_searched(known["doi"]):
        return ""
    return known[scheme] if best == scheme else ""


def _pmid(query: Query) -> str:
    return _identifier(query, "pmid")


def _doi(query: Query) -> str:
    return _identifier(query, "doi")


def _pmcid(query: Query) -> str:
    return _identifier(query, "pmcid")


def _wordy(query: Query) -> bool:
    """Whether only the words of a query are left to ask by."""
    return not any(_identifier(query, scheme) for scheme in ("pmid", "doi", "pmcid"))


def _citation(query: Query) -> str:
    if query.is_page or query.stage is Stage.CITATION_UNKNOWN or not _wordy(query):
        return ""
    return query.claim.digest if search_terms.citation(query.claim.work, "") else ""


def _words(query: Query) -> str:
    return query.claim.digest if _wordy(query) and not _citation(query) else ""


def batches(queries: Iterable[Query], step: Step) -> list[list[Query]]:
    """The queries of a step in batches of so many different identifiers, in an order of their own."""
    by_key: dict[str, list[Query]] = {}
    for query in queries:
        if key := step.takes(query):
            by_key.setdefault(key, []).append(query)
    keys = sorted(by_key)
    cut = [keys[i : i + step.size] for i in range(0, len(keys), step.size)]
    return [[query for key in chunk for query in by_key[key]] for chunk in cut]


def fetch(pmids: Iterable[str]) -> Generator[tuple[Question, ...], Replies, Records]:
    """The records of some PMIDs; those that were left out are asked for once more before they count as unknown."""
    wanted = list(dict.fromkeys(pmids))
    records: Records = {}
    for _ in range(2):
        missing = [p for p in wanted if p not in records]
        if not missing:
            break
        asked = tuple(Fetch(tuple(missing[i : i + FETCH_SIZE])) for i in range(0, len(missing), FETCH_SIZE))
        replies = yield asked
        for question in asked:
            reply = replies[question]
            for record in pubmed.decode(reply.body).records:
                records[record.pmid] = FetchedClaim(make_claim(record.work, Origin.PUBMED, record.pmid), reply.key)
    return records


def by_pmid(batch: Sequence[Query]) -> Strategy:
    """Ask by printed PMIDs."""
    records = yield from fetch(_pmid(s) for s in batch)
    return tuple(_printed(s, records.get(_pmid(s)), "pmid") for s in batch)


def by_doi(batch: Sequence[Query]) -> Strategy:
    """Ask by printed DOIs; hits are mapped back by the DOI in the record, never by their order (docs/entrez.md 26)."""
    dois = list(dict.fromkeys(_doi(s) for s in batch))
    pmids = yield from search_dois(dois)
    records = yield from fetch(pmids)
    by_doi: dict[str, list[FetchedClaim]] = {}
    for pmid in sorted(records, key=int):
        fetched = records[pmid]
        by_doi.setdefault(fetched.claim.work.get("doi") or "", []).append(fetched)
    return tuple(_nearest_printed(s, by_doi.get(_doi(s), [])) for s in batch)


def search_dois(dois: list[str]) -> Generator[tuple[Question, ...], Replies, list[str]]:
    """The PMIDs that DOIs lead to. Far more hits than DOIs: one was taken apart into words, so they are asked in
    halves."""
    limit = 2 * len(dois) + 10
    question = Search(search_terms.doi_query(dois), limit)
    replies = yield (question,)
    hits = decode_search(replies[question].body)
    if hits.count <= limit:
        return list(hits.pmids)
    if len(dois) == 1:
        return []
    half = len(dois) // 2
    first = yield from search_dois(dois[:half])
    second = yield from search_dois(dois[half:])
    return [*first, *second]


def by_pmcid(batch: Sequence[Query]) -> Strategy:
    """Ask by printed PMCIDs, through the ID converter."""
    question = Convert(tuple(dict.fromkeys(_pmcid(s) for s in batch)))
    replies = yield (question,)
    known = decode_conversion(replies[question].body)
    pmid_of = {asked: i.value for asked, found in known.items() for i in found if i.scheme == "pmid"}
    records = yield from fetch(pmid_of.values())
    return tuple(_printed(s, records.get(pmid_of.get(_pmcid(s), "")), "pmcid") for s in batch)


def by_citation(batch: Sequence[Query]) -> Strategy:
    """Ask ECitMatch by journal, year, volume, page and author; what it finds is checked, for it looks past the
    author."""
    matched = yield from _match(batch)
    records = yield from fetch(pmid for m in matched.values() for pmid in m.pmids[:HITS_EACH])
    out = []
    for query in batch:
        match = matched.get(query.claim.digest)
        fetched_claims = [records[p] for p in match.pmids[:HITS_EACH] if p in records] if match else []
        out.append(found_by_words(query, fetched_claims, "ecitmatch"))
    return tuple(out)


def _match(batch: Sequence[Query]) -> Generator[tuple[Question, ...], Replies, dict[str, Matched]]:
    """The outcomes by digest; lines that were left out are asked for once more (docs/entrez.md 28)."""
    found: dict[str, Matched] = {}
    for _ in range(2):
        missing = [s for s in batch if s.claim.digest not in found]
        lines = (search_terms.citation(s.claim.work, s.claim.digest) for s in missing)
        citations = tuple(dict.fromkeys(line for line in lines if line))
        if not citations:
            break
        replies = yield (MatchCitations(citations),)
        found.update(decode_matches(replies[MatchCitations(citations)].body))
    return found


def by_words(batch: Sequence[Query]) -> Strategy:
    """Ask by the words of the title, or by author, year and page; the last way there is.

    Several queries go in one search, and each is held against all that came: judging is cheap, asking is not.
    """
    queried = [(s, query) for s in batch if (query := search_terms.word_query(s.claim.work))]
    groups = [queried[i : i + SEARCH_TOGETHER] for i in range(0, len(queried), SEARCH_TOGETHER)]
    hits: dict[str, list[str]] = {}
    for group in groups:
        hits.update((yield from _search_words(group)))
    records = yield from fetch(pmid for pmids in hits.values() for pmid in pmids)
    return tuple(found_by_search(s, _worth(s, [records[p] for p in _hits(s, hits) if p in records])) for s in batch)


def _hits(query: Query, hits: dict[str, list[str]]) -> list[str]:
    return hits.get(query.claim.digest, [])


def _worth(query: Query, fetched_claims: list[FetchedClaim]) -> list[FetchedClaim]:
    """Those of a common search that share words with this query: a few of the title, or the first author."""
    return [t for t in fetched_claims if is_like(query.claim.work, query.text, t.claim.work)]


def is_like(own: Work, text: str, work: Work) -> bool:
    """Whether a record shares a few words of its title, its first author or its place with a printed reference."""
    if own.volume and own.volume == work.volume and first_page(own.page) == first_page(work.page) != "":
        return True
    words = set(fold(f"{own.title} {text} {own.author[0].family if own.author else ''}").split())
    family = fold(work.author[0].family).split()[-1:] if work.author else []
    return len(words.intersection(fold(work.title).split())) >= SHARED_WORDS or not words.isdisjoint(family)


def _search_words(group: list[tuple[Query, str]]) -> Generator[tuple[Question, ...], Replies, dict[str, list[str]]]:
    """What the searches of a group find, by digest; where they find too much they are asked in halves."""
    limit = HITS_EACH * len(group) + HITS_MORE
    question = Search(" OR ".join(dict.fromkeys(query for _, query in group)), limit)
    replies = yield (question,)
    found = decode_search(replies[question].body)
    if found.count <= limit or len(group) == 1:
        return {query.claim.digest: list(found.pmids) for query, _ in group}
    half = len(group) // 2
    first = yield from _search_words(group[:half])
    second = yield from _search_words(group[half:])
    return {**first, **second}


def _printed(query: Query, fetched: FetchedClaim | None, scheme: str) -> Resolution:
    return of_printed(query, fetched) if fetched else missing_identifier(query, scheme)


def _nearest_printed(query: Query, fetched_claims: list[FetchedClaim]) -> Resolution:
    """Of several records with the DOI (errata can share one) the one that fits the printed words best."""
    resolutions = [of_printed(query, fetched) for fetched in fetched_claims]
    return min(resolutions, key=undecided) if resolutions else missing_identifier(query, "doi")


STEPS = (
    Step("PMIDs", _pmid, FETCH_SIZE, by_pmid),
    Step("DOIs", _doi, DOI_BATCH, by_doi),
    Step("PMCIDs", _pmcid, FETCH_SIZE, by_pmcid),
    Step("citations", _citation, CITATION_BATCH, by_citation),
    Step("words", _words, SEARCH_BATCH, by_words),
)
"""The ways of asking, the surest first; what one does not find is left to those after it."""
