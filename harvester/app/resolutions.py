"""From a subject and the records found for it to a finding: matching judges, this says it in the library's terms."""

from collections.abc import Sequence
from dataclasses import replace

from harvester.matching import Printed, choose, judge
from harvester.matching.judging import ANOTHER, NOTHING
from harvester.model import Candidate, Identifier, Verdict, Work
from harvester.model.resolution import (
    PRINTED_IDENTIFIER,
    PRINTED_WORDS,
    PUBMED_ALONE,
    UNKNOWN_CITATION,
    UNKNOWN_IDENTIFIER,
    Finding,
    Subject,
    Telling,
)

_MATCHED_BY = ("pmid", "doi")
MIN_WORDS = 30
"""Characters of a reference that Crossref is asked about; less has no author, title and place."""


def of_printed(subject: Subject, telling: Telling, method: str = PRINTED_IDENTIFIER) -> Finding:
    """The record of an identifier that is printed: believed, doubted, or in conflict with the words beside it."""
    work = telling.description.work
    judged = judge(Printed(subject.description.work, subject.text, subject.labels), work, "printed", method)
    candidates = (judged.candidate,)
    if judged.verdict is Verdict.CONFLICT:
        disputed = _shared(subject.description.work, work)
        told = f"{_name(work)} is another work ({judged.evidence})"
        return Finding(subject, Verdict.CONFLICT, method, told, disputed=disputed, candidates=candidates)
    return Finding(subject, judged.verdict, method, judged.evidence, (telling,), candidates=candidates)


def _shared(printed: Work, found: Work) -> tuple[Identifier, ...]:
    return tuple(i for i in printed.identifiers if i in found.identifiers)


def missing_identifier(subject: Subject, scheme: str) -> Finding:
    """The identifier is in no record; the words are left to ask by."""
    value = subject.description.work.get(scheme)
    return Finding(subject, Verdict.OPEN, UNKNOWN_IDENTIFIER, f"PubMed has no record of {scheme}:{value}")


def found_by_words(subject: Subject, tellings: Sequence[Telling], method: str) -> Finding:
    """What ECitMatch found, if it is the work; else the subject stays open for the last way of asking."""
    finding = _searched(subject, tellings, method)
    if finding.verdict is Verdict.MATCHED:
        return finding
    return Finding(subject, Verdict.OPEN, UNKNOWN_CITATION, finding.evidence, candidates=finding.candidates)


def found_by_search(subject: Subject, tellings: Sequence[Telling]) -> Finding:
    """What PubMed's last way of asking found; a subject of which nothing is found stays as it is printed.

    Crossref may know it, if it has a DOI or words enough, and unless another work stands at its place in the journal:
    then nobody has it.
    """
    finding = _searched(subject, tellings, "esearch")
    doi = subject.description.work.get("doi")
    if finding.verdict is Verdict.UNMATCHED and subject.evidence.startswith(ANOTHER) and not doi:
        return replace(finding, evidence=subject.evidence)
    printed = ", ".join(str(i) for i in subject.description.work.identifiers)
    evidence = finding.evidence.replace(NOTHING, "PubMed has nothing like it")
    if finding.verdict is Verdict.UNMATCHED and subject.method == UNKNOWN_IDENTIFIER and not tellings:
        evidence = f"PubMed knows neither {printed} nor the words"
    method = PUBMED_ALONE if _may_be_elsewhere(subject, finding) else finding.method
    return replace(finding, method=method, evidence=evidence)


def _may_be_elsewhere(subject: Subject, finding: Finding) -> bool:
    if subject.description.work.get("doi") and finding.verdict in (Verdict.UNMATCHED, Verdict.DOUBTFUL):
        return True
    nobody = finding.verdict is Verdict.UNMATCHED and not finding.evidence.startswith(ANOTHER)
    return nobody and not subject.is_page and len(subject.text) >= MIN_WORDS


def found_elsewhere(subject: Subject, tellings: Sequence[Telling], held: Sequence[Candidate] = ()) -> Finding:
    """What Crossref's search found, if it is the work; it always finds something, so only a match counts."""
    finding = _searched(subject, tellings, "crossref")
    if finding.verdict is not Verdict.UNMATCHED:
        return finding
    nobody = "neither PubMed nor Crossref has anything like it"
    told = finding.evidence if finding.evidence.startswith(ANOTHER) else nobody
    return replace(finding, evidence=told, candidates=finding.candidates or tuple(held))


def unknown_doi(subject: Subject) -> Finding:
    """Neither PubMed knows the words nor Crossref the DOI: another search would ask much and find nothing."""
    doi = subject.description.work.get("doi")
    return Finding(subject, Verdict.UNMATCHED, PRINTED_WORDS, f"neither PubMed nor Crossref has a record of doi:{doi}")


def _searched(subject: Subject, tellings: Sequence[Telling], method: str) -> Finding:
    """What words lead to. Which service knew it stands with the candidate: the library is the same whoever was
    asked."""
    own = _without_dead_pmid(subject.description.work, method)
    asked = Printed(own, subject.text, subject.labels)
    judged = [judge(asked, t.description.work, "searched", method) for t in tellings]
    verdict, evidence, candidates = choose(judged)
    if verdict is not Verdict.MATCHED:
        return Finding(subject, verdict, PRINTED_WORDS, evidence, candidates=candidates)
    telling = next(t for t in tellings if t.description.work is candidates[0].work)
    matched = tuple(i for i in telling.description.work.identifiers if i.scheme in _MATCHED_BY)
    disputed = tuple(i for i in subject.description.work.identifiers if i not in own.identifiers and i not in matched)
    return Finding(subject, verdict, PRINTED_WORDS, evidence, (telling,), matched, disputed, candidates=candidates)


def _without_dead_pmid(printed: Work, method: str) -> Work:
    """The printed work without a PMID that PubMed has no record of: it was deleted, merged into another, or misprinted.

    Only such a one is still searched for by words; what the library has may yet be of the printed one.
    """
    if method == "library" or not printed.get("pmid"):
        return printed
    return replace(printed, identifiers=tuple(i for i in printed.identifiers if i.scheme != "pmid"))


def from_library(subject: Subject) -> Finding | None:
    """What the records say that the library has of the work already; None where it has none that settles it."""
    if not subject.held:
        return None
    tellings = [Telling(held, "") for held in subject.held]
    printed = [t for t in tellings if _shared(subject.description.work, t.description.work)]
    if printed:
        return min((of_printed(subject, t) for t in printed), key=undecided)
    known = [t for t in tellings if set(subject.description.matched) & set(t.description.work.identifiers)]
    finding = _searched(subject, known or tellings, "library")
    return finding if finding.verdict is Verdict.MATCHED else None


_BEST = (Verdict.ASSERTED, Verdict.MATCHED, Verdict.DOUBTFUL, Verdict.CONFLICT)


def undecided(finding: Finding) -> tuple[int, float, str]:
    """How far a finding is from a good one, for choosing among several of one subject."""
    distance = finding.candidates[0].distance if finding.candidates else 1.0
    return (_BEST.index(finding.verdict), distance, finding.candidates[0].work.get("pmid") or "")


def _name(work: Work) -> str:
    return next((str(i) for i in work.identifiers), "the record")
