"""Verdicts: what the compared facts of one record come to, and which of several records is meant.

A wrong link is worse than a missing one. A link that was searched for needs two independent facts that agree, the title
or the whole place in the journal among them, and nothing weighty against it. A printed identifier is believed unless
its record tells of another work. What only stands beside an article (an erratum, a retraction notice, a preprint,
another part, a thesis) is never taken for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from harvester.matching.comparing import NOTHING_SEEN, PrintedFacts, compare, prefilter, told
from harvester.matching.thresholds import AGREES, CONTRADICTS, FAR_ENOUGH, WORTH_A_LOOK
from harvester.model import Candidate, Match, Verdict, Work
from harvester.model.citation import Compared
from harvester.model.reason import ComparedFact, Outcome, Reason, ReasonCode
from harvester.values.fast_init import fast_init

How = Literal["printed", "searched"]
PLACE = frozenset({"author", "year", "volume", "page"})
STANDS = frozenset({"journal", "year", "volume", "page"})
"""What says where a work stands; one of them may be misprinted where two others agree, but for the page: another page
of the same volume is where letters, errata and abstracts stand, and one digit wrong is no contradiction."""


MOST_KEPT = 120
"""Characters of a compared value that a reason keeps, for what was taken for a title can be a whole hostile page;
a sentence shows a third of it."""


@fast_init
@dataclass(frozen=True, slots=True)
class Weighed:
    """The names of the facts that agree, that contradict, and that are only nearly so."""

    agree: frozenset[str]
    against: frozenset[str]
    nearly: frozenset[str]


HOPELESS = Weighed(frozenset(), frozenset({"title", "page"}), frozenset())


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
        """What agrees, what differs and what is nearly so."""
        return _facts(self.candidate, self.weighed)


Ruling = tuple[Verdict, ReasonCode]
"""A verdict, and the rule by which it was reached."""


def weigh(compared: Iterable[Compared]) -> Weighed:
    """Sort what was compared by what it says."""
    agree: list[str] = []
    against: list[str] = []
    nearly: list[str] = []
    for name, amount, *_ in compared:
        (agree if amount <= AGREES else against if amount >= CONTRADICTS else nearly).append(name)
    return Weighed(frozenset(agree), frozenset(against), frozenset(nearly))


def judge(asked: PrintedFacts, found: Work, how: How, method: str) -> Judgement:
    """Hold a record against the printed words; `how` it was come by decides how much is asked of it."""
    seen = prefilter(asked, found) if how == "searched" else NOTHING_SEEN
    title = seen.get("title")
    if title and title[0] >= CONTRADICTS:
        return Judgement(
            Candidate(found, method, told(seen)), Verdict.UNMATCHED, ReasonCode.OTHER_TITLE_OR_AUTHOR, HOPELESS
        )
    compared = compare(asked, found, seen)
    weighed = weigh(compared)
    verdict, rule = _of_printed(weighed) if how == "printed" else _of_searched(weighed)
    return Judgement(Candidate(found, method, compared), verdict, rule, weighed)


def _of_printed(w: Weighed) -> Ruling:
    """The page gives the identifier: agreed unless the words tell of another work."""
    if "kind" in w.against:
        if w.agree >= {"title", "page", "volume"}:
            return Verdict.ASSERTED, ReasonCode.IDENTIFIER_AND_PAGE_OF_NOTICE
        one_thing = "title" in w.agree and not w.against - {"kind"}
        return (Verdict.DOUBTFUL if one_thing else Verdict.CONFLICT), ReasonCode.IDENTIFIER_OF_NO_ARTICLE
    if "title" in w.against:
        if len(w.agree & PLACE) >= 3:
            return Verdict.ASSERTED, ReasonCode.IDENTIFIER_AND_PLACE
        other = len(w.agree & PLACE) <= 1 or "author" in w.against
        return (Verdict.CONFLICT if other else Verdict.DOUBTFUL), ReasonCode.IDENTIFIER_OF_OTHER_TITLE
    if "title" in w.agree or len(w.agree) >= 2 or not w.against:
        return Verdict.ASSERTED, ReasonCode.IDENTIFIER_AND_WORDS
    known = Verdict.CONFLICT if len(w.against) >= 2 and not w.agree else Verdict.DOUBTFUL
    return known, ReasonCode.IDENTIFIER_AGAINST_WORDS


def _of_searched(w: Weighed) -> Ruling:
    """Somebody else gave the record: two independent facts must agree, and none that matters may contradict."""
    if "kind" in w.against:
        if w.agree >= {"title", "page", "volume"}:
            return Verdict.DOUBTFUL, ReasonCode.PAGE_OF_NOTICE
        return Verdict.UNMATCHED, ReasonCode.NO_ARTICLE
    if "title" in w.against or "author" in w.against:
        return Verdict.UNMATCHED, ReasonCode.OTHER_TITLE_OR_AUTHOR
    if "identifier" in w.against:
        return Verdict.DOUBTFUL, ReasonCode.OTHER_IDENTIFIER
    if "abstract" in w.against:
        return Verdict.DOUBTFUL, ReasonCode.OTHER_ABSTRACT
    if "kind" in w.nearly and not (w.agree >= {"page", "author"} and not w.against):
        return Verdict.DOUBTFUL, ReasonCode.ASIDE_NEEDS_PAGE
    return _by_title(w) if "title" in w.agree else _by_place(w)


def _by_title(w: Weighed) -> Ruling:
    pairs = ({"journal", "year"}, {"volume", "year"})
    supported = w.agree & {"author", "page", "abstract", "authors"}
    if not supported and ("author" in w.nearly or not any(pair <= w.agree for pair in pairs)):
        return Verdict.DOUBTFUL, ReasonCode.TITLE_ALONE
    if "year" in w.nearly and not w.agree & {"volume", "page"}:
        return Verdict.DOUBTFUL, ReasonCode.OTHER_YEAR
    if not w.against:
        return Verdict.MATCHED, ReasonCode.TITLE_AND_ANOTHER
    if len(w.against) == 1 and "page" not in w.against and len(w.agree & STANDS) >= 2:
        return Verdict.MATCHED, ReasonCode.TITLE_AND_PLACE_MISPRINTED
    return Verdict.DOUBTFUL, ReasonCode.TITLE_AGAINST_OTHERS


def _by_place(w: Weighed) -> Ruling:
    """Without the title: the whole place and the author, or the author with nearly the title."""
    if w.against:
        return Verdict.DOUBTFUL, ReasonCode.NO_TITLE_AND_AGAINST
    if w.agree >= PLACE:
        return Verdict.MATCHED, ReasonCode.WHOLE_PLACE
    if {"author", "page"} <= w.agree and len(w.agree & (STANDS | {"authors"})) >= 3:
        return Verdict.MATCHED, ReasonCode.AUTHOR_PAGE_AND_TWO_MORE
    return Verdict.DOUBTFUL, ReasonCode.PLACE_INCOMPLETE


def _facts(candidate: Candidate, w: Weighed) -> tuple[ComparedFact, ...]:
    """The facts in their order, with both values where they have to be shown: an identifier, a misprint, what is
    nearly so."""
    # With the title and two facts of the place, one that differs is a misprint; the values say which.
    misprinted = next(iter(w.against)) if len(w.against) == 1 and "title" in w.agree else ""
    values = {p.name: p for p in candidate.penalties} if w.against or w.nearly else {}
    facts = []
    for name, *_ in candidate.compared:
        if name in w.agree:
            facts.append(ComparedFact(name, Outcome.AGREES))
            continue
        p = values[name]
        if name in w.nearly:
            outcome = Outcome.VAGUE if p.printed == p.found else Outcome.NEARLY
            facts.append(ComparedFact(name, outcome, p.printed[:MOST_KEPT], p.found[:MOST_KEPT]))
        elif name == misprinted and name in STANDS:
            facts.append(ComparedFact(name, Outcome.MISPRINTED, p.printed[:MOST_KEPT], p.found[:MOST_KEPT]))
        elif name == "identifier":
            facts.append(ComparedFact(name, Outcome.DIFFERS, p.printed, p.found))
        else:
            facts.append(ComparedFact(name, Outcome.DIFFERS))
    return tuple(facts)


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
        if any(distance - nearest < FAR_ENOUGH and _is_rival(first, j) for _, distance, _, j in apart[1:]):
            return Match(Verdict.DOUBTFUL, Reason(ReasonCode.TWO_RECORDS_FIT), candidates)
        others = [c for c in candidates if c is not first.candidate]
        return Match(Verdict.MATCHED, Reason(ReasonCode.COMPARED, first.facts), (first.candidate, *others))
    doubtful = next((j for j in close if j.verdict is Verdict.DOUBTFUL), None)
    if doubtful:
        return Match(Verdict.DOUBTFUL, _named(ReasonCode.NEAREST, doubtful), candidates)
    another = next((j for *_, j in apart if _stands_there(j)), None)
    if another:
        code = ReasonCode.ANOTHER_WORK_THERE if another.verdict is Verdict.UNMATCHED else ReasonCode.NEAREST
        return Match(Verdict.UNMATCHED, _named(code, another), candidates)
    return Match(Verdict.UNMATCHED, Reason(ReasonCode.NOBODY_HAS_IT), candidates)


def _is_rival(first: Judgement, other: Judgement) -> bool:
    """Whether another may be meant as well: not where a printed fact speaks against it and none against the first."""
    return other.verdict is Verdict.MATCHED and not (other.weighed.against and not first.weighed.against)


def _stands_there(judged: Judgement) -> bool:
    """Whether the record has the printed place in the journal, and is another work."""
    w = judged.weighed
    return {"volume", "page"} <= w.agree and not {"journal", "year"} & w.against


def _named(code: ReasonCode, judged: Judgement) -> Reason:
    """A reason that is about one record: its name, and how it compares."""
    identifiers = judged.candidate.work.identifiers
    name = next((str(i) for scheme in ("pmid", "doi") for i in identifiers if i.scheme == scheme), "")
    return Reason(code, (name, *judged.facts))
