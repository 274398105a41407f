"""From a subject and the records found for it to a finding: matching judges, this says it in the library's terms."""

from collections.abc import Sequence

from harvester.matching import choose, judge
from harvester.model import Identifier, Verdict, Work
from harvester.model.enriching import (
    PRINTED_IDENTIFIER,
    PRINTED_WORDS,
    UNKNOWN_CITATION,
    UNKNOWN_IDENTIFIER,
    Finding,
    Subject,
    Telling,
)

_MATCHED_BY = ("pmid", "doi")


def of_printed(subject: Subject, telling: Telling, method: str = PRINTED_IDENTIFIER) -> Finding:
    """The record of an identifier that is printed: believed, doubted, or in conflict with the words beside it."""
    work = telling.description.work
    judged = judge(subject.description.work, subject.text, work, "printed", method)
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
    """What the last way of asking found; a subject of which nothing is found stays as it is printed."""
    finding = _searched(subject, tellings, "esearch")
    if finding.verdict is Verdict.UNMATCHED and subject.method == UNKNOWN_IDENTIFIER:
        printed = ", ".join(str(i) for i in subject.description.work.identifiers)
        evidence = f"PubMed knows neither {printed} nor the words" if not tellings else finding.evidence
        return Finding(subject, Verdict.UNMATCHED, PRINTED_WORDS, evidence, candidates=finding.candidates)
    return finding


def _searched(subject: Subject, tellings: Sequence[Telling], method: str) -> Finding:
    """What words lead to. Which service knew it stands with the candidate: the library is the same whoever was
    asked."""
    judged = [judge(subject.description.work, subject.text, t.description.work, "searched", method) for t in tellings]
    verdict, evidence, candidates = choose(judged)
    if verdict is not Verdict.MATCHED:
        return Finding(subject, verdict, PRINTED_WORDS, evidence, candidates=candidates)
    telling = next(t for t in tellings if t.description.work is candidates[0].work)
    matched = tuple(i for i in telling.description.work.identifiers if i.scheme in _MATCHED_BY)
    return Finding(subject, verdict, PRINTED_WORDS, evidence, (telling,), matched, candidates=candidates)


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
