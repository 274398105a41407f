"""One judge: what one record comes to by a policy, and which of several records is meant."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from harvester.matching.comparing import NOTHING_SEEN, PrintedFacts, compare, prefilter, weighted
from harvester.matching.kinds import in_supplement, is_preprint
from harvester.matching.policies import MERGED, PRINTED, SEARCHED, STANDS, Weighed, decide, weigh
from harvester.matching.thresholds import CONTRADICTS, FAR_ENOUGH, WEIGHTS, WORTH_A_LOOK
from harvester.model import Candidate, Match, Verdict, Work
from harvester.model.reason import ComparedFact, Outcome, Reason, ReasonCode
from harvester.values.fast_init import fast_init

How = Literal["printed", "searched"]
_POLICIES = {"printed": PRINTED, "searched": SEARCHED}
_HOPELESS = Weighed(frozenset(), frozenset({"title", "page"}), frozenset())

# Made once: most facts of most records agree, and say no more than that.
_AGREEING = {name: ComparedFact(name, Outcome.AGREES) for name in WEIGHTS}
_DIFFERING = {name: ComparedFact(name, Outcome.DIFFERS) for name in WEIGHTS}

MOST_KEPT = 120
"""Characters of a compared value that a reason keeps, for what was taken for a title can be a whole hostile page; a
sentence shows a third of it."""


@fast_init
@dataclass(frozen=True, slots=True)
class Judgement:
    """What a candidate comes to: its verdict, the rule that decided, and what agrees, differs or is misprinted."""

    candidate: Candidate
    verdict: Verdict
    rule: ReasonCode
    weighed: Weighed

    @property
    def facts(self) -> tuple[ComparedFact, ...]:
        """The facts in their order, with both values where they have to be shown: an identifier, a misprint, what is
        nearly so."""
        w = self.weighed
        # One fact of the place that differs where the title agrees is a misprint; the values say which.
        misprinted = w.against & STANDS if len(w.against) == 1 and "title" in w.agree else frozenset[str]()
        values = {p.name: p for p in self.candidate.penalties} if w.against or w.nearly else {}
        facts = []
        for name, _, _, _, _ in self.candidate.compared:
            if name in w.agree:
                facts.append(_AGREEING[name])
            elif name in misprinted or name in w.nearly:
                p = values[name]
                nearly = Outcome.VAGUE if p.printed == p.found else Outcome.NEARLY
                outcome = Outcome.MISPRINTED if name in misprinted else nearly
                facts.append(ComparedFact(name, outcome, p.printed[:MOST_KEPT], p.found[:MOST_KEPT]))
            elif name == "identifier":
                facts.append(ComparedFact(name, Outcome.DIFFERS, values[name].printed, values[name].found))
            else:
                facts.append(_DIFFERING[name])
        return tuple(facts)


def judge(asked: PrintedFacts, found: Work, how: How, method: str) -> Judgement:
    """Hold a record against the printed words; `how` it was come by decides how much is asked of it."""
    seen = prefilter(asked, found) if how == "searched" else NOTHING_SEEN
    title = seen.get("title")
    if title and title[0] >= CONTRADICTS:
        # Another title on another page: no other fact could save it, and most candidates are of this sort.
        candidate = Candidate(found, method, weighted(seen))
        return Judgement(candidate, Verdict.UNMATCHED, ReasonCode.OTHER_TITLE_OR_AUTHOR, _HOPELESS)
    compared = compare(asked, found, seen)
    weighed = weigh(compared)
    verdict, rule = decide(_POLICIES[how], weighed)
    return Judgement(Candidate(found, method, compared), verdict, rule, weighed)


def same_work(one: Work, other: Work) -> bool:
    """Whether two claims are of one work by their words alone.

    For claims without a common identifier; whoever asks has made sure that no identifiers contradict each other.
    """
    # A preprint and the paper it became are two works, and no other fact makes them one.
    if is_preprint(one) != is_preprint(other):
        return False
    weighed = weigh(compare(PrintedFacts(one), other))
    if in_supplement(one) == in_supplement(other):
        weighed = replace(weighed, agree=weighed.agree | {"supplement"})
    verdict, _ = decide(MERGED, weighed)
    return verdict is Verdict.MATCHED


def choose(judged: Iterable[Judgement]) -> Match:
    """What a reference whose candidates were searched for comes to; a record further away than `WORTH_A_LOOK` is no
    candidate.

    One that is matched must be nearer than any other that could be meant.
    """
    apart = sorted([(j.verdict is not Verdict.MATCHED, j.candidate.distance, n, j) for n, j in enumerate(judged)])
    if not apart:
        return Match(Verdict.UNMATCHED, Reason(ReasonCode.NOBODY_HAS_IT))
    _, nearest, _, first = apart[0]
    close = [j for _, distance, _, j in apart if distance <= WORTH_A_LOOK]
    candidates = tuple([j.candidate for j in close])
    if first.verdict is Verdict.MATCHED:
        for _, distance, _, other in apart[1:]:
            # Another is no rival where a printed fact speaks against it, and none against the first.
            rival = other.verdict is Verdict.MATCHED and not (other.weighed.against and not first.weighed.against)
            if rival and distance - nearest < FAR_ENOUGH:
                return Match(Verdict.DOUBTFUL, Reason(ReasonCode.TWO_RECORDS_FIT), candidates)
        others = [c for c in candidates if c is not first.candidate]
        return Match(Verdict.MATCHED, Reason(ReasonCode.COMPARED, first.facts), (first.candidate, *others))
    if doubtful := next((j for j in close if j.verdict is Verdict.DOUBTFUL), None):
        return Match(Verdict.DOUBTFUL, _named(ReasonCode.NEAREST, doubtful), candidates)
    for *_, other in apart:
        # A record at the printed place that is another work: nobody else can stand there.
        w = other.weighed
        if {"volume", "page"} <= w.agree and not {"journal", "year"} & w.against:
            code = ReasonCode.ANOTHER_WORK_THERE if other.verdict is Verdict.UNMATCHED else ReasonCode.NEAREST
            return Match(Verdict.UNMATCHED, _named(code, other), candidates)
    return Match(Verdict.UNMATCHED, Reason(ReasonCode.NOBODY_HAS_IT), candidates)


def _named(code: ReasonCode, judged: Judgement) -> Reason:
    """A reason that is about one record: its name, and how it compares."""
    identifiers = judged.candidate.work.identifiers
    name = next((str(i) for scheme in ("pmid", "doi") for i in identifiers if i.scheme == scheme), "")
    return Reason(code, (name, *judged.facts))
