"""From a query and the records found for it to a resolution: matching judges, this says it in the library's terms."""

from collections.abc import Sequence
from dataclasses import replace

from harvester.matching import PrintedFacts, choose, judge
from harvester.matching.judging import ANOTHER, NOTHING
from harvester.model import Candidate, Identifier, Verdict, Work
from harvester.model.resolution import (
    PRINTED_IDENTIFIER,
    PRINTED_WORDS,
    PUBMED_ALONE,
    UNKNOWN_CITATION,
    UNKNOWN_IDENTIFIER,
    FetchedClaim,
    Query,
    Resolution,
)

_MATCHED_BY = ("pmid", "doi")
MIN_WORDS = 30
"""Characters of a reference that Crossref is asked about; less has no author, title and place."""


def of_printed(query: Query, fetched: FetchedClaim, method: str = PRINTED_IDENTIFIER) -> Resolution:
    """The record of an identifier that is printed: believed, doubted, or in conflict with the words beside it."""
    work = fetched.claim.work
    judged = judge(PrintedFacts(query.claim.work, query.text, query.labels), work, "printed", method)
    candidates = (judged.candidate,)
    if judged.verdict is Verdict.CONFLICT:
        disputed = _shared(query.claim.work, work)
        told = f"{_name(work)} is another work ({judged.evidence})"
        return Resolution(query, Verdict.CONFLICT, method, told, disputed=disputed, candidates=candidates)
    return Resolution(query, judged.verdict, method, judged.evidence, (fetched,), candidates=candidates)


def _shared(printed: Work, found: Work) -> tuple[Identifier, ...]:
    return tuple(i for i in printed.identifiers if i in found.identifiers)


def missing_identifier(query: Query, scheme: str) -> Resolution:
    """The identifier is in no record; the words are left to ask by."""
    value = query.claim.work.get(scheme)
    return Resolution(query, Verdict.OPEN, UNKNOWN_IDENTIFIER, f"PubMed has no record of {scheme}:{value}")


def found_by_words(query: Query, fetched_claims: Sequence[FetchedClaim], method: str) -> Resolution:
    """What ECitMatch found, if it is the work; else the query stays open for the last way of asking."""
    resolution = _searched(query, fetched_claims, method)
    if resolution.verdict is Verdict.MATCHED:
        return resolution
    return Resolution(query, Verdict.OPEN, UNKNOWN_CITATION, resolution.evidence, candidates=resolution.candidates)


def found_by_search(query: Query, fetched_claims: Sequence[FetchedClaim]) -> Resolution:
    """What PubMed's last way of asking found; a query of which nothing is found stays as it is printed.

    Crossref may know it, if it has a DOI or words enough, and unless another work stands at its place in the journal:
    then nobody has it.
    """
    resolution = _searched(query, fetched_claims, "esearch")
    doi = query.claim.work.get("doi")
    if resolution.verdict is Verdict.UNMATCHED and query.evidence.startswith(ANOTHER) and not doi:
        return replace(resolution, evidence=query.evidence)
    printed = ", ".join(str(i) for i in query.claim.work.identifiers)
    evidence = resolution.evidence.replace(NOTHING, "PubMed has nothing like it")
    if resolution.verdict is Verdict.UNMATCHED and query.method == UNKNOWN_IDENTIFIER and not fetched_claims:
        evidence = f"PubMed knows neither {printed} nor the words"
    method = PUBMED_ALONE if _may_be_elsewhere(query, resolution) else resolution.method
    return replace(resolution, method=method, evidence=evidence)


def _may_be_elsewhere(query: Query, resolution: Resolution) -> bool:
    if query.claim.work.get("doi") and resolution.verdict in (Verdict.UNMATCHED, Verdict.DOUBTFUL):
        return True
    nobody = resolution.verdict is Verdict.UNMATCHED and not resolution.evidence.startswith(ANOTHER)
    return nobody and not query.is_page and len(query.text) >= MIN_WORDS


def found_elsewhere(query: Query, fetched_claims: Sequence[FetchedClaim], held: Sequence[Candidate] = ()) -> Resolution:
    """What Crossref's search found, if it is the work; it always finds something, so only a match counts."""
    resolution = _searched(query, fetched_claims, "crossref")
    if resolution.verdict is not Verdict.UNMATCHED:
        return resolution
    nobody = "neither PubMed nor Crossref has anything like it"
    told = resolution.evidence if resolution.evidence.startswith(ANOTHER) else nobody
    return replace(resolution, evidence=told, candidates=resolution.candidates or tuple(held))


def unknown_doi(query: Query) -> Resolution:
    """Neither PubMed knows the words nor Crossref the DOI: another search would ask much and find nothing."""
    doi = query.claim.work.get("doi")
    return Resolution(query, Verdict.UNMATCHED, PRINTED_WORDS, f"neither PubMed nor Crossref has a record of doi:{doi}")


def _searched(query: Query, fetched_claims: Sequence[FetchedClaim], method: str) -> Resolution:
    """What words lead to. Which service knew it stands with the candidate: the library is the same whoever was
    asked."""
    own = _without_dead_pmid(query.claim.work, method)
    asked = PrintedFacts(own, query.text, query.labels)
    judged = [judge(asked, t.claim.work, "searched", method) for t in fetched_claims]
    verdict, evidence, candidates = choose(judged)
    if verdict is not Verdict.MATCHED:
        return Resolution(query, verdict, PRINTED_WORDS, evidence, candidates=candidates)
    fetched = next(t for t in fetched_claims if t.claim.work is candidates[0].work)
    matched = tuple(i for i in fetched.claim.work.identifiers if i.scheme in _MATCHED_BY)
    disputed = tuple(i for i in query.claim.work.identifiers if i not in own.identifiers and i not in matched)
    return Resolution(query, verdict, PRINTED_WORDS, evidence, (fetched,), matched, disputed, candidates=candidates)


def _without_dead_pmid(printed: Work, method: str) -> Work:
    """The printed work without a PMID that PubMed has no record of: it was deleted, merged into another, or misprinted.

    Only such a one is still searched for by words; what the library has may yet be of the printed one.
    """
    if method == "library" or not printed.get("pmid"):
        return printed
    return replace(printed, identifiers=tuple(i for i in printed.identifiers if i.scheme != "pmid"))


def from_library(query: Query) -> Resolution | None:
    """What the records say that the library has of the work already; None where it has none that settles it."""
    if not query.held:
        return None
    fetched_claims = [FetchedClaim(held, "") for held in query.held]
    printed = [t for t in fetched_claims if _shared(query.claim.work, t.claim.work)]
    if printed:
        return min((of_printed(query, t) for t in printed), key=undecided)
    known = [t for t in fetched_claims if set(query.claim.matched) & set(t.claim.work.identifiers)]
    resolution = _searched(query, known or fetched_claims, "library")
    return resolution if resolution.verdict is Verdict.MATCHED else None


_BEST = (Verdict.ASSERTED, Verdict.MATCHED, Verdict.DOUBTFUL, Verdict.CONFLICT)


def undecided(resolution: Resolution) -> tuple[int, float, str]:
    """How far a resolution is from a good one, for choosing among several of one query."""
    distance = resolution.candidates[0].distance if resolution.candidates else 1.0
    return (_BEST.index(resolution.verdict), distance, resolution.candidates[0].work.get("pmid") or "")


def _name(work: Work) -> str:
    return next((str(i) for i in work.identifiers), "the record")
