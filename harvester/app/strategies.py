"""How a batch of queries is asked about at PubMed: by PMID, DOI, PMCID, citation and words (see `harvester.app.asking`
for what a strategy is)."""

from collections.abc import Iterable, Sequence

from harvester.app.asking import Asking, Strategy
from harvester.app.resolutions import found_by_search, found_by_words, missing_identifier, of_printed, undecided
from harvester.matching import search_terms
from harvester.matching.folding import fold
from harvester.matching.locators import first_page
from harvester.model import Work
from harvester.model.citation import Stage
from harvester.model.claim import Origin
from harvester.model.questions import Convert, Fetch, MatchCitations, Search
from harvester.model.resolution import FetchedClaim, Query
from harvester.records import pubmed
from harvester.records.ncbi import Matched, decode_conversion, decode_matches, decode_search
from harvester.works.claims import make_claim

FETCH_SIZE = 200
"""Records a request: a retry costs little, and the answer is about 5 MB (docs/entrez.md 14). The ID converter takes as
many (docs/entrez.md 29)."""
DOI_BATCH = 150
"""DOIs a search: with errata that share one the records of its hits still go in one request of `FETCH_SIZE`."""
CITATION_BATCH = 200
"""Lines a request of ECitMatch: as a rule each matches one record, and those go in one request of `FETCH_SIZE`."""
SEARCH_TOGETHER = 30
"""Searches by words that go in one request: it is sent by POST, and one that finds too much is asked in halves."""
SEARCH_BATCH = 180
"""Queries by words a transaction: six requests of `SEARCH_TOGETHER`."""
HITS_EACH = 5
"""So many records of a search by words are looked at: only where one is near and the second far is it a match."""
HITS_MORE = 20
"""So many more where one of several searches finds more than its share."""
SHARED_WORDS = 3
"""Words that a record's title must share with a reference to be compared with it: many share "systematic review"."""
DOI_SLACK = 10
"""Hits that a search of few DOIs may have beside two for each (an erratum can share the DOI, docs/entrez.md 25)."""
TRIES = 2
"""Records and lines that were left out of an answer are asked for once more before they count as unknown
(docs/entrez.md 22, 28)."""

Records = dict[str, FetchedClaim]

SCHEMES = ("pmid", "doi", "pmcid")
"""The identifiers that PubMed is asked by, the surest first: a query is asked for by the first that it has."""


def identifier_of(query: Query, scheme: str) -> str:
    """The identifier that a query is asked for by; "" where it was asked for in vain, or is by another scheme."""
    if query.stage in (Stage.IDENTIFIER_UNKNOWN, Stage.CITATION_UNKNOWN):
        return ""
    values: dict[str, str] = {i.scheme: i.value for i in sorted(query.claim.identifiers, reverse=True)}
    best = next((s for s in SCHEMES if s in values), "")
    # No quotation marks hold a square bracket (docs/entrez.md 25): what is left is to ask by the words.
    if best == "doi" and not search_terms.can_be_searched(values["doi"]):
        return ""
    return values[scheme] if best == scheme else ""


def citation_of(query: Query) -> str:
    """The digest of a query that ECitMatch can be asked about; "" for any other.

    A page's own work is not asked for so: what a page tells of itself has a title, which says more than a locator.
    """
    if query.is_page or query.stage is Stage.CITATION_UNKNOWN or any(identifier_of(query, s) for s in SCHEMES):
        return ""
    return query.claim.digest if search_terms.citation(query.claim.work, "") else ""


def words_of(query: Query) -> str:
    """The digest of a query that has only its words left to be asked by; "" for any other."""
    by_other_ways = citation_of(query) or any(identifier_of(query, s) for s in SCHEMES)
    return "" if by_other_ways else query.claim.digest


def fetch(pmids: Iterable[str]) -> Asking[Records]:
    """The records of some PMIDs; those that were left out are asked for once more before they count as unknown."""
    wanted = list(dict.fromkeys(pmids))
    records: Records = {}
    for _ in range(TRIES):
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
    records = yield from fetch(identifier_of(query, "pmid") for query in batch)
    found = [(query, records.get(identifier_of(query, "pmid"))) for query in batch]
    return tuple(of_printed(q, fetched) if fetched else missing_identifier(q, "pmid") for q, fetched in found)


def by_doi(batch: Sequence[Query]) -> Strategy:
    """Ask by printed DOIs; hits are mapped back by the DOI in the record, never by their order (docs/entrez.md 26)."""
    pmids = yield from search_dois(list(dict.fromkeys(identifier_of(query, "doi") for query in batch)))
    records = yield from fetch(pmids)
    by_doi: dict[str, list[FetchedClaim]] = {}
    for pmid in sorted(records, key=int):
        fetched = records[pmid]
        by_doi.setdefault(fetched.claim.work.get("doi") or "", []).append(fetched)
    found = []
    for query in batch:
        resolutions = [of_printed(query, fetched) for fetched in by_doi.get(identifier_of(query, "doi"), [])]
        # Errata can share a DOI with their article: the record that fits the printed words best is meant.
        found.append(min(resolutions, key=undecided) if resolutions else missing_identifier(query, "doi"))
    return tuple(found)


def search_dois(dois: list[str]) -> Asking[list[str]]:
    """The PMIDs that DOIs lead to.

    Far more hits than DOIs: one was taken apart into words, so they are asked in halves until it stands alone.
    """
    limit = 2 * len(dois) + DOI_SLACK
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
    question = Convert(tuple(dict.fromkeys(identifier_of(query, "pmcid") for query in batch)))
    replies = yield (question,)
    converted = decode_conversion(replies[question].body)
    pmid_of = {asked: i.value for asked, found in converted.items() for i in found if i.scheme == "pmid"}
    records = yield from fetch(pmid_of.values())
    found = [(query, records.get(pmid_of.get(identifier_of(query, "pmcid"), ""))) for query in batch]
    return tuple(of_printed(q, fetched) if fetched else missing_identifier(q, "pmcid") for q, fetched in found)


def by_citation(batch: Sequence[Query]) -> Strategy:
    """Ask ECitMatch by journal, year, volume, page and author.

    What it finds is compared with the reference: the author is not decisive there (docs/entrez.md 28).
    """
    matched: dict[str, Matched] = {}
    for _ in range(TRIES):
        missing = [query for query in batch if query.claim.digest not in matched]
        lines = (search_terms.citation(query.claim.work, query.claim.digest) for query in missing)
        citations = tuple(dict.fromkeys(line for line in lines if line))
        if not citations:
            break
        replies = yield (MatchCitations(citations),)
        matched.update(decode_matches(replies[MatchCitations(citations)].body))
    records = yield from fetch(pmid for m in matched.values() for pmid in m.pmids[:HITS_EACH])
    found = []
    for query in batch:
        match = matched.get(query.claim.digest)
        fetched_claims = [records[p] for p in match.pmids[:HITS_EACH] if p in records] if match else []
        found.append(found_by_words(query, fetched_claims, "ecitmatch"))
    return tuple(found)


def by_words(batch: Sequence[Query]) -> Strategy:
    """Ask by the words of the title, or by author, year and page; the last way there is.

    Several queries go in one search, and each is compared with all that came: judging is cheap, asking is not.
    """
    terms = [(query, term) for query in batch if (term := search_terms.word_query(query.claim.work))]
    hits: dict[str, list[str]] = {}
    for start in range(0, len(terms), SEARCH_TOGETHER):
        hits.update((yield from _search_words(terms[start : start + SEARCH_TOGETHER])))
    records = yield from fetch(pmid for pmids in hits.values() for pmid in pmids)
    found = []
    for query in batch:
        came = [records[pmid] for pmid in hits.get(query.claim.digest, []) if pmid in records]
        like = [fetched for fetched in came if is_like(query.claim.work, query.text, fetched.claim.work)]
        found.append(found_by_search(query, like))
    return tuple(found)


def _search_words(terms: list[tuple[Query, str]]) -> Asking[dict[str, list[str]]]:
    """What a common search finds, by the digests of its queries; where it finds too much they are asked in halves."""
    limit = HITS_EACH * len(terms) + HITS_MORE
    question = Search(" OR ".join(dict.fromkeys(term for _, term in terms)), limit)
    replies = yield (question,)
    found = decode_search(replies[question].body)
    if found.count <= limit or len(terms) == 1:
        return {query.claim.digest: list(found.pmids) for query, _ in terms}
    half = len(terms) // 2
    first = yield from _search_words(terms[:half])
    second = yield from _search_words(terms[half:])
    return {**first, **second}


def is_like(own: Work, text: str, work: Work) -> bool:
    """Whether a record shares a few words of its title, its first author or its locator with a printed reference."""
    # Many references print no title: their locator is all that a record can be told by.
    if own.volume and own.volume == work.volume and first_page(own.page) == first_page(work.page) != "":
        return True
    words = set(fold(f"{own.title} {text} {own.author[0].family if own.author else ''}").split())
    family = fold(work.author[0].family).split()[-1:] if work.author else []
    return len(words.intersection(fold(work.title).split())) >= SHARED_WORDS or not words.isdisjoint(family)
