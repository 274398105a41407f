"""What PubMed does not know is asked of Crossref: by DOI where one is printed, else by the printed words.

These strategies are for what is at the stage `PUBMED_ASKED`; a run without Crossref leaves it so, and the next one goes
on here.
"""

from collections.abc import Sequence

from harvester.app.asking import Strategy
from harvester.app.resolutions import found_elsewhere, of_printed, unknown_doi
from harvester.app.strategies import fetch, search_dois
from harvester.matching import search_terms
from harvester.model import Verdict
from harvester.model.citation import Stage
from harvester.model.claim import Origin
from harvester.model.questions import CrossrefSearch, CrossrefWork
from harvester.model.resolution import FetchedClaim, Query
from harvester.records import crossref
from harvester.records.crossref import CrossrefRecord
from harvester.works.claims import make_claim

BATCH = 25
"""Queries a transaction; each is a request of its own, so that a run that is killed loses seconds of asking."""
ROWS = 5
"""So many works of Crossref's search are looked at: the second must be far from the first."""


def doi_of(query: Query) -> str:
    """The DOI that Crossref is asked for; "" where none is printed, it is dead, or PubMed was not asked yet."""
    printed = (i.value for i in query.claim.work.identifiers if i.scheme == "doi" and i not in query.claim.disputed)
    return next(printed, "") if query.stage is Stage.PUBMED_ASKED else ""


def words_of(query: Query) -> str:
    """The digest of a query that Crossref is asked by its words; "" for any other, and for a page's own work."""
    wordy = query.stage is Stage.PUBMED_ASKED and not doi_of(query) and not query.is_page
    return query.claim.digest if wordy else ""


def by_doi(batch: Sequence[Query]) -> Strategy:
    """Take the works of printed DOIs from Crossref."""
    asked = tuple(CrossrefWork(doi) for doi in dict.fromkeys(map(doi_of, batch)))
    replies = yield asked
    by_doi: dict[str, FetchedClaim] = {}
    for question in asked:
        record = crossref.decode_work(replies[question].body)
        # A DOI that was given up leads to its successor's record, which is not asked for here.
        if record is not None and record.doi == question.doi:
            by_doi[question.doi] = _fetched(record, replies[question].key)
    return tuple(of_printed(q, by_doi[doi_of(q)]) if doi_of(q) in by_doi else unknown_doi(q) for q in batch)


def by_words(batch: Sequence[Query]) -> Strategy:
    """Let Crossref search for the printed words; what it matches is asked of PubMed once more, now by its DOI."""
    questions = {query.claim.digest: CrossrefSearch(query.text, ROWS) for query in batch}
    replies = yield tuple(dict.fromkeys(questions.values()))
    found = []
    for query in batch:
        reply = replies[questions[query.claim.digest]]
        fetched_claims = [_fetched(record, reply.key) for record in crossref.decode_search(reply.body)]
        found.append(found_elsewhere(query, fetched_claims))
    # PubMed's search by words can have missed a work by a misprint, which Crossref's passes over.
    matched = [i.value for f in found if f.verdict is Verdict.MATCHED for i in f.matched if i.scheme == "doi"]
    dois = [doi for doi in dict.fromkeys(matched) if search_terms.can_be_searched(doi)]
    at_pubmed: dict[str, FetchedClaim] = {}
    if dois:
        pmids = yield from search_dois(dois)
        records = yield from fetch(pmids)
        at_pubmed = {fetched.claim.work.get("doi") or "": fetched for fetched in records.values()}
    settled = []
    for resolution in found:
        doi = next((i.value for i in resolution.matched if i.scheme == "doi"), "")
        again = found_elsewhere(resolution.query, [at_pubmed[doi]]) if doi in at_pubmed else resolution
        # PubMed's record stands where it is of the same work by its own words, else Crossref's.
        settled.append(again if again.verdict is Verdict.MATCHED else resolution)
    return tuple(settled)


def _fetched(record: CrossrefRecord, key: str) -> FetchedClaim:
    return FetchedClaim(make_claim(record.work, Origin.CROSSREF, record.doi), key)
