"""Verdicts: what the compared facts of one record come to, and which of several records is meant.

A wrong link is worse than a missing one. A link that was searched for needs two independent facts that agree, the title
or the whole place in the journal among them, and nothing weighty against it. A printed identifier is believed unless
its record tells of another work.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from harvester.matching.comparing import AGREES, CONTRADICTS, compare
from harvester.model import Candidate, Verdict, Work

SCHEMES = ("doi", "pmid", "pmcid")
FAR_ENOUGH = 0.1
"""A candidate must be nearer than the second by this much, where both could be meant."""
WORTH_A_LOOK = 0.45
"""A candidate further away than this is no candidate."""

How = Literal["printed", "searched"]
PLACE = frozenset({"author", "year", "volume", "page"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a candidate comes to: its verdict, and the facts that agree and that contradict, in one line."""

    candidate: Candidate
    verdict: Verdict
    evidence: str


def judge(printed: Work, text: str, found: Work, how: How, method: str) -> Judgement:
    """Hold a record against the printed words; `how` it was come by decides how much is asked of it."""
    candidate = Candidate(found, method, compare(printed, text, found))
    agree = {p.name for p in candidate.penalties if p.amount <= AGREES}
    against = {p.name for p in candidate.penalties if p.amount >= CONTRADICTS}
    verdict = _of_printed(agree, against) if how == "printed" else _of_searched(agree, against)
    evidence = _evidence(agree, against)
    clash = _clash(printed, found)
    if how == "searched" and clash and verdict is Verdict.MATCHED:
        return Judgement(candidate, Verdict.DOUBTFUL, f"{evidence}; {clash}")
    return Judgement(candidate, verdict, evidence)


def _of_printed(agree: set[str], against: set[str]) -> Verdict:
    """The page gives the identifier: agreed unless the words tell of another work."""
    if "title" in against:
        if len(agree & PLACE) >= 3:
            return Verdict.ASSERTED
        return Verdict.CONFLICT if len(agree) <= 1 or "author" in against else Verdict.DOUBTFUL
    if "title" in agree or len(agree) >= 2 or not against:
        return Verdict.ASSERTED
    return Verdict.CONFLICT if len(against) >= 2 and not agree else Verdict.DOUBTFUL


def _of_searched(agree: set[str], against: set[str]) -> Verdict:
    """Somebody else gave the record: two independent facts must agree, and none that matters may contradict."""
    if "title" in against or "author" in against:
        return Verdict.UNMATCHED
    if "abstract" in against:
        return Verdict.DOUBTFUL
    if "title" in agree:
        supported = (
            agree & {"author", "page", "abstract"} or {"journal", "year"} <= agree or {"volume", "year"} <= agree
        )
        return Verdict.MATCHED if supported and len(against) <= 1 else Verdict.DOUBTFUL
    return Verdict.MATCHED if agree >= PLACE and not against else Verdict.DOUBTFUL


def _clash(printed: Work, found: Work) -> str:
    """A printed identifier that is another than the record's; they never become one work."""
    for scheme in SCHEMES:
        ours, theirs = printed.get(scheme), found.get(scheme)
        if ours and theirs and ours != theirs:
            return f"prints {scheme}:{ours}, the record has {scheme}:{theirs}"
    return ""


def _evidence(agree: set[str], against: set[str]) -> str:
    order = ("title", "author", "journal", "year", "volume", "page", "abstract")
    parts = [("agree", [n for n in order if n in agree]), ("differ", [n for n in order if n in against])]
    told = "; ".join(f"{', '.join(names)} {word}" for word, names in parts if names)
    return told or "nothing else is printed"


def choose(judged: Iterable[Judgement]) -> tuple[Verdict, str, tuple[Candidate, ...]]:
    """The verdict on a reference whose candidates were searched for, its reason, and the candidates, nearest first.

    One that is matched must be nearer than any other that could be meant.
    """
    near = sorted(judged, key=lambda j: (j.verdict is not Verdict.MATCHED, j.candidate.distance))
    candidates = tuple(j.candidate for j in near if j.candidate.distance <= WORTH_A_LOOK)
    if not near:
        return Verdict.UNMATCHED, "PubMed has nothing like it", ()
    first, others = near[0], near[1:]
    if first.verdict is Verdict.MATCHED:
        rivals = [j for j in others if j.verdict is Verdict.MATCHED]
        if any(j.candidate.distance - first.candidate.distance < FAR_ENOUGH for j in rivals):
            return Verdict.DOUBTFUL, "two records fit", candidates
        return Verdict.MATCHED, first.evidence, candidates
    doubtful = [j for j in near if j.verdict is Verdict.DOUBTFUL and j.candidate in candidates]
    if doubtful:
        return Verdict.DOUBTFUL, _nearest(doubtful[0]), candidates
    standing = next((j for j in near if _stands_there(j)), None)
    return Verdict.UNMATCHED, _nearest(standing) if standing else "PubMed has nothing like it", candidates


def _stands_there(judged: Judgement) -> bool:
    """Whether the record has the printed place in the journal, and is another work."""
    agree = {p.name for p in judged.candidate.penalties if p.amount <= AGREES}
    return {"volume", "page"} <= agree


def _nearest(judged: Judgement) -> str:
    work = judged.candidate.work
    name = next((str(i) for i in work.identifiers if i.scheme == "pmid"), "")
    another = "another work stands there: " if judged.verdict is Verdict.UNMATCHED else "nearest: "
    return f"{another}{name} ({judged.evidence})"
