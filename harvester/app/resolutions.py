"""Make a resolution of a query and the records found for it: matching judges, this says it in the library's terms."""

from collections.abc import Sequence
from dataclasses import replace

from harvester.matching import PrintedFacts, choose, judge
from harvester.model import Identifier, Verdict, Work
from harvester.model.citation import Method, Stage
from harvester.model.reason import ComparedFact, Outcome, Reason, ReasonCode
from harvester.model.resolution import FetchedClaim, Query, Resolution

_MATCHED_BY = ("pmid", "doi")
"""Identifiers of a found record that become keys of what is printed."""
MIN_WORDS = 30
"""Characters of a reference that Crossref is asked about; less has no author, title and place."""


def of_printed(query: Query, fetched: FetchedClaim) -> Resolution:
    """The record of an identifier that is printed: believed, doubted, or in conflict with the words beside it."""
    work, method = fetched.claim.work, Method.PRINTED_IDENTIFIER
    judged = judge(PrintedFacts(query.claim.work, query.text, query.labels), work, "printed", method.value)
    candidates = (judged.candidate,)
    if judged.verdict is Verdict.CONFLICT:
        name = next((str(i) for i in work.identifiers), "the record")
        reason = Reason(ReasonCode.IS_ANOTHER_WORK, (name, *judged.facts))
        # Without the record as a claim: it is of another work, and a wrong link is worse than a missing one.
        disputed = _shared(query.claim.work, work)
        return Resolution(query, judged.verdict, method, reason=reason, disputed=disputed, candidates=candidates)
    reason = Reason(ReasonCode.COMPARED, judged.facts)
    return Resolution(query, judged.verdict, method, reason=reason, fetched_claims=(fetched,), candidates=candidates)


def _shared(printed: Work, found: Work) -> tuple[Identifier, ...]:
    return tuple(i for i in printed.identifiers if i in found.identifiers)


def missing_identifier(query: Query, scheme: str) -> Resolution:
    """The identifier is in no record; the words are left to ask by."""
    reason = Reason(ReasonCode.NO_RECORD_IN_PUBMED, (f"{scheme}:{query.claim.work.get(scheme)}",))
    return Resolution(query, Verdict.OPEN, Method.PRINTED_IDENTIFIER, Stage.IDENTIFIER_UNKNOWN, reason)


def found_by_words(query: Query, fetched_claims: Sequence[FetchedClaim], method: str) -> Resolution:
    """What ECitMatch found, if it is the work; else the query stays open for the last way of asking."""
    resolution = _searched(query, fetched_claims, method)
    if resolution.verdict is Verdict.MATCHED:
        return resolution
    return replace(resolution, verdict=Verdict.OPEN, stage=Stage.CITATION_UNKNOWN)


def found_by_search(query: Query, fetched_claims: Sequence[FetchedClaim]) -> Resolution:
    """What PubMed's last way of asking found; a query without a find stays as it is printed.

    Crossref may know it, if it has a DOI or words enough, and unless another work stands at its place in the journal:
    then nobody has it.
    """
    resolution = _searched(query, fetched_claims, "esearch")
    doi = query.claim.work.get("doi")
    unmatched = resolution.verdict is Verdict.UNMATCHED
    # ECitMatch looks by the place alone, so that it met the other work there; a search by words may not.
    if unmatched and _is_another(query.reason) and not doi:
        return replace(resolution, reason=query.reason)
    elsewhere = unmatched and not _is_another(resolution.reason) and not query.is_page and len(query.text) >= MIN_WORDS
    if doi and resolution.verdict in (Verdict.UNMATCHED, Verdict.DOUBTFUL):
        elsewhere = True
    reason = resolution.reason
    # Matching knows no services; that nobody has it is true of PubMed only.
    if reason and reason.code is ReasonCode.NOBODY_HAS_IT:
        reason = Reason(ReasonCode.NOTHING_IN_PUBMED)
    if unmatched and query.stage is Stage.IDENTIFIER_UNKNOWN and not fetched_claims:
        printed = ", ".join(str(i) for i in query.claim.work.identifiers)
        reason = Reason(ReasonCode.NEITHER_IDENTIFIER_NOR_WORDS_IN_PUBMED, (printed,))
    return replace(resolution, stage=Stage.PUBMED_ASKED if elsewhere else Stage.DONE, reason=reason)


def _is_another(reason: Reason | None) -> bool:
    """Whether the place in the journal was found to be another work's."""
    return reason is not None and reason.code is ReasonCode.ANOTHER_WORK_THERE


def found_elsewhere(query: Query, fetched_claims: Sequence[FetchedClaim]) -> Resolution:
    """What Crossref's search found, if it is the work; it always finds something, so only a match counts."""
    resolution = _searched(query, fetched_claims, "crossref")
    # That the printed DOI is dead stays said, whatever the words come to.
    if query.reason and query.reason.code is ReasonCode.DOI_NOWHERE:
        return replace(resolution, reason=_of_dead_doi(str(query.reason.values[0]), resolution))
    if resolution.verdict is not Verdict.UNMATCHED or _is_another(resolution.reason):
        return resolution
    return replace(resolution, reason=Reason(ReasonCode.NOTHING_IN_PUBMED_OR_CROSSREF))


def _of_dead_doi(doi: str, found: Resolution) -> Reason | None:
    """The reason of what the words came to, with the word that the printed DOI is dead; a match names both DOIs."""
    if found.verdict is Verdict.MATCHED or found.reason is None:
        return found.reason
    code = _DEAD.get(found.reason.code)
    return Reason(code, (doi, *found.reason.values)) if code else Reason(ReasonCode.DOI_NOWHERE, (doi,))


_DEAD = {
    ReasonCode.NEAREST: ReasonCode.DOI_NOWHERE_NEAREST,
    ReasonCode.ANOTHER_WORK_THERE: ReasonCode.DOI_NOWHERE_ANOTHER,
}


def unknown_doi(query: Query) -> Resolution:
    """Crossref has no record of the DOI: with whom it is registered is left to ask. What the words found stays."""
    printed = f"doi:{query.claim.work.get('doi')}"
    near = query.reason if query.reason and query.reason.code is ReasonCode.NEAREST else None
    reason = near or Reason(ReasonCode.NO_RECORD_IN_PUBMED_OR_CROSSREF, (printed,))
    return Resolution(query, _by_words(query), Method.PRINTED_WORDS, Stage.DOI_UNKNOWN, reason)


def _by_words(query: Query) -> Verdict:
    """How a query stands by what its words found: doubtful where a record came near."""
    is_near = query.reason is not None and query.reason.code in _NEAREST
    return Verdict.DOUBTFUL if is_near else Verdict.UNMATCHED


_NEAREST = frozenset({ReasonCode.NEAREST, ReasonCode.DOI_OF_AGENCY_NEAREST})


def of_agency(query: Query, agency: str, *, is_asked_for: bool) -> Resolution:
    """The DOI is registered with an agency ("" if that did not become known), which is asked for its record next, or
    none was found there. What the words found stays."""
    doi, verdict = f"doi:{query.claim.work.get('doi')}", _by_words(query)
    stage = Stage.DOI_UNKNOWN if is_asked_for or not agency else Stage.DONE
    near = query.reason.values if query.reason and verdict is Verdict.DOUBTFUL else ()
    near = near[2:] if query.reason and query.reason.code is ReasonCode.DOI_OF_AGENCY_NEAREST else near
    code = ReasonCode.DOI_OF_AGENCY_NEAREST if near else ReasonCode.DOI_OF_AGENCY
    # Without a word on the agency the reason stays, so that doi.org is asked again.
    reason = Reason(code, (doi, agency, *near)) if agency else query.reason
    return Resolution(query, verdict, Method.PRINTED_WORDS, stage, reason)


def without_doi(query: Query, fetched_claims: Sequence[FetchedClaim]) -> Resolution:
    """The printed DOI is registered nowhere: a misprint. What the words found is judged without it; where they found
    nothing, Crossref is left to be searched by them."""
    dead = tuple(i for i in query.claim.work.identifiers if i.scheme == "doi")
    claim = replace(query.claim, disputed=tuple(dict.fromkeys((*query.claim.disputed, *dead))))
    named = ", ".join(str(i) for i in dead)
    if not fetched_claims:
        reason = Reason(ReasonCode.DOI_NOWHERE, (named,))
        return Resolution(
            query, Verdict.UNMATCHED, Method.PRINTED_WORDS, Stage.PUBMED_ASKED, reason, disputed=claim.disputed
        )
    found = _searched(replace(query, claim=claim), fetched_claims, "esearch")
    told = _of_dead_doi(named, found)
    return replace(found, query=query, reason=told, disputed=tuple(dict.fromkeys((*claim.disputed, *found.disputed))))


def _searched(
    query: Query, fetched_claims: Sequence[FetchedClaim], found_by: str, *, pmid_is_dead: bool = True
) -> Resolution:
    """What words lead to. Which service knew it stands with the candidate: the library is the same whoever was asked.

    A printed PMID is only still searched for by words where PubMed has no record of it: it was deleted, merged into
    another, or misprinted, and is no fact any more. What the library has may yet be of the printed one.
    """
    own = query.claim.work
    if query.claim.disputed:
        own = replace(own, identifiers=tuple(i for i in own.identifiers if i not in query.claim.disputed))
    if pmid_is_dead and own.get("pmid"):
        own = replace(own, identifiers=tuple(i for i in own.identifiers if i.scheme != "pmid"))
    asked = PrintedFacts(own, query.text, query.labels)
    match = choose([judge(asked, t.claim.work, "searched", found_by) for t in fetched_claims])
    method = Method.PRINTED_WORDS
    found = Resolution(query, match.verdict, method, reason=match.reason, candidates=match.candidates)
    if match.verdict is not Verdict.MATCHED:
        return found
    fetched = next(t for t in fetched_claims if t.claim.work is match.candidates[0].work)
    matched = tuple(i for i in fetched.claim.work.identifiers if i.scheme in _MATCHED_BY)
    disputed = tuple(i for i in query.claim.work.identifiers if i not in own.identifiers and i not in matched)
    found = replace(found, reason=_with_misprints(found.reason, disputed, matched))
    return replace(found, fetched_claims=(fetched,), matched=matched, disputed=disputed)


def _with_misprints(
    reason: Reason | None, disputed: Sequence[Identifier], matched: Sequence[Identifier]
) -> Reason | None:
    """The reason of a match, with each DOI that was printed in the place of the record's own."""
    printed = [i for i in disputed if i.scheme == "doi"]
    found = next((i for i in matched if i.scheme == "doi"), None)
    if reason is None or found is None:
        return reason
    facts = [ComparedFact("DOI", Outcome.DIFFERS, str(i), str(found)) for i in printed]
    return replace(reason, values=(*reason.values, *facts))


def from_library(query: Query) -> Resolution | None:
    """What the records say that the library has of the work already; None where it has none that settles it."""
    if not query.records:
        return None
    fetched_claims = [FetchedClaim(record, "") for record in query.records]
    # A record with a printed identifier is judged as that, any other as if a search had found it.
    printed = [t for t in fetched_claims if _shared(query.claim.work, t.claim.work)]
    if printed:
        return min((of_printed(query, t) for t in printed), key=undecided)
    matched = [t for t in fetched_claims if set(query.claim.matched) & set(t.claim.work.identifiers)]
    resolution = _searched(query, matched or fetched_claims, "library", pmid_is_dead=False)
    return resolution if resolution.verdict is Verdict.MATCHED else None


_BEST_FIRST = (Verdict.ASSERTED, Verdict.MATCHED, Verdict.DOUBTFUL, Verdict.CONFLICT)


def undecided(resolution: Resolution) -> tuple[int, float, str]:
    """How far a resolution is from a good one, for choosing among several of one query."""
    distance = resolution.candidates[0].distance if resolution.candidates else 1.0
    # The PMID last, so that of two that fit alike one is taken whatever the order of the answers.
    return (_BEST_FIRST.index(resolution.verdict), distance, resolution.candidates[0].work.get("pmid") or "")
