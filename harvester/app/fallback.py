"""What PubMed does not know is asked of Crossref: by DOI where one is printed, else by the printed words.

These steps are for what is at the stage `PUBMED_ASKED`; a run without Crossref leaves it so, and the next one goes on
here.
"""

from collections.abc import Generator, Iterable, Sequence

from harvester.app.resolutions import found_elsewhere, of_printed, unknown_doi
from harvester.app.strategies import Replies, Step, Strategy, fetch, search_dois
from harvester.matching import search_terms
from harvester.model import Verdict
from harvester.model.citation import Stage
from harvester.model.claim import Origin
from harvester.model.questions import CrossrefSearch, CrossrefWork, Question
from harvester.model.resolution import FetchedClaim, Query, Resolution
from harvester.records import crossref
from harvester.records.crossref import CrossrefRecord
from harvester.works.identity import make_claim

BATCH = 25
"""Queries a transaction; each is a request."""
ROWS = 5
"""Of Crossref's search, so many works are looked at: the second must be far from the first."""
WAITING = (Verdict.UNMATCHED, Verdict.DOUBTFUL)
"""How stands what may be known elsewhere."""


def _doi(query: Query) -> str:
    return (query.claim.work.get("doi") or "") if query.stage is Stage.PUBMED_ASKED else ""


def _words(query: Query) -> str:
    wordy = query.stage is Stage.PUBMED_ASKED and not _doi(query) and not query.is_page
    return query.claim.digest if wordy else ""


def by_doi(batch: Sequence[Query]) -> Strategy:
    """Take the works of printed DOIs from Crossref."""
    asked = tuple(CrossrefWork(doi) for doi in dict.fromkeys(_doi(s) for s in batch))
    replies = yield asked
    told: dict[str, FetchedClaim] = {}
    for question in asked:
        record = crossref.decode_work(replies[question].body)
        if record is not None and record.doi == question.doi:
            told[question.doi] = _fetched(record, replies[question].key)
    return tuple(of_printed(s, told[_doi(s)]) if _doi(s) in told else unknown_doi(s) for s in batch)


def by_words(batch: Sequence[Query]) -> Strategy:
    """Let Crossref search for the printed words; what it matches is asked of PubMed once more, now by its DOI."""
    questions = {s.claim.digest: CrossrefSearch(s.text, ROWS) for s in batch}
    replies = yield tuple(dict.fromkeys(questions.values()))
    found = {s.claim.digest: found_elsewhere(s, _tellings(replies, questions[s.claim.digest])) for s in batch}
    at_pubmed = yield from _at_pubmed(f for f in found.values() if f.verdict is Verdict.MATCHED)
    return tuple(_with(found[s.claim.digest], at_pubmed) for s in batch)


def _tellings(replies: Replies, question: Question) -> list[FetchedClaim]:
    reply = replies[question]
    return [_fetched(record, reply.key) for record in crossref.decode_search(reply.body)]


def _fetched(record: CrossrefRecord, key: str) -> FetchedClaim:
    return FetchedClaim(make_claim(record.work, Origin.CROSSREF, record.doi), key)


def _at_pubmed(resolutions: Iterable[Resolution]) -> Generator[tuple[Question, ...], Replies, dict[str, FetchedClaim]]:
    """PubMed's records of the DOIs that were found: the words can have missed them by a misprint."""
    dois = [
        i.value for f in resolutions for i in f.matched if i.scheme == "doi" and search_terms.can_be_searched(i.value)
    ]
    if not dois:
        return {}
    pmids = yield from search_dois(list(dict.fromkeys(dois)))
    records = yield from fetch(pmids)
    return {fetched.claim.work.get("doi") or "": fetched for fetched in records.values()}


def _with(resolution: Resolution, at_pubmed: dict[str, FetchedClaim]) -> Resolution:
    """The resolution with PubMed's record beside Crossref's, where PubMed's is of the same work by its own words."""
    doi = next((i.value for i in resolution.matched if i.scheme == "doi"), "")
    fetched = at_pubmed.get(doi)
    if fetched is None:
        return resolution
    again = found_elsewhere(resolution.query, [fetched])
    return again if again.verdict is Verdict.MATCHED else resolution


STEPS = (
    Step("Crossref DOIs", _doi, BATCH, by_doi),
    Step("Crossref words", _words, BATCH, by_words),
)
"""The ways of asking Crossref, the surer first."""
