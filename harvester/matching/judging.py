"""Verdicts: what the compared facts of one record come to, and which of several records is meant.

A wrong link is worse than a missing one. A link that was searched for needs two independent facts that agree, the title
or the whole place in the journal among them, and nothing weighty against it. A printed identifier is believed unless
its record tells of another work. What only stands beside an article (an erratum, a retraction notice, a preprint,
another part, a thesis) is never taken for it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from harvester.matching.comparing import NOTHING_SEEN, PrintedFacts, compare, prefilter, told
from harvester.matching.thresholds import AGREES, CONTRADICTS, FAR_ENOUGH, WORTH_A_LOOK
from harvester.model import Candidate, Penalty, Verdict, Work
from harvester.model.citation import Compared
from harvester.values.fast_init import fast_init

How = Literal["printed", "searched"]
PLACE = frozenset({"author", "year", "volume", "page"})
STANDS = frozenset({"journal", "year", "volume", "page"})
"""What says where a work stands; one of them may be misprinted where two others agree, but for the page: another page
of the same volume is where letters, errata and abstracts stand, and one digit wrong is no contradiction."""
NOTHING = "nobody has anything like it"
ANOTHER = "another work stands there: "


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
    rule: str
    weighed: Weighed

    @property
    def evidence(self) -> str:
        """What agrees, what differs and what is nearly so, in one line."""
        return _evidence(self.candidate, self.weighed)


OTHER = "another title or another first author"

Ruling = tuple[Verdict, str]
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
        return Judgement(Candidate(found, method, told(seen)), Verdict.UNMATCHED, OTHER, HOPELESS)
    compared = compare(asked, found, seen)
    weighed = weigh(compared)
    verdict, rule = _of_printed(weighed) if how == "printed" else _of_searched(weighed)
    return Judgement(Candidate(found, method, compared), verdict, rule, weighed)


def _of_printed(w: Weighed) -> Ruling:
    """The page gives the identifier: agreed unless the words tell of another work."""
    if "kind" in w.against:
        if w.agree >= {"title", "page", "volume"}:
            return Verdict.ASSERTED, "the printed identifier and the printed page are those of a notice"
        one_thing = "title" in w.agree and not w.against - {"kind"}
        rule = "the printed identifier is of a notice, a preprint or a thesis, the words are of an article"
        return (Verdict.DOUBTFUL if one_thing else Verdict.CONFLICT), rule
    if "title" in w.against:
        if len(w.agree & PLACE) >= 3:
            return Verdict.ASSERTED, "the printed identifier, and the place in the journal"
        other = len(w.agree & PLACE) <= 1 or "author" in w.against
        return (Verdict.CONFLICT if other else Verdict.DOUBTFUL), "the printed identifier is of another title"
    if "title" in w.agree or len(w.agree) >= 2 or not w.against:
        return Verdict.ASSERTED, "the printed identifier, and the words do not speak against it"
    known = Verdict.CONFLICT if len(w.against) >= 2 and not w.agree else Verdict.DOUBTFUL
    return known, "the printed identifier, but the words speak against it"


def _of_searched(w: Weighed) -> Ruling:
    """Somebody else gave the record: two independent facts must agree, and none that matters may contradict."""
    if "kind" in w.against:
        if w.agree >= {"title", "page", "volume"}:
            return Verdict.DOUBTFUL, "the page is that of a notice, the words are of an article"
        return (
            Verdict.UNMATCHED,
            "a notice, a preprint or a thesis never stands for the article, nor the article for it",
        )
    if "title" in w.against or "author" in w.against:
        return Verdict.UNMATCHED, OTHER
    if "identifier" in w.against:
        return Verdict.DOUBTFUL, "another identifier is printed"
    if "abstract" in w.against:
        return Verdict.DOUBTFUL, "the abstracts differ"
    if "kind" in w.nearly and not (w.agree >= {"page", "author"} and not w.against):
        return Verdict.DOUBTFUL, "a letter, an editorial or an abstract needs the page and nothing against it"
    return _by_title(w) if "title" in w.agree else _by_place(w)


def _by_title(w: Weighed) -> Ruling:
    pairs = ({"journal", "year"}, {"volume", "year"})
    supported = w.agree & {"author", "page", "abstract", "authors"}
    if not supported and ("author" in w.nearly or not any(pair <= w.agree for pair in pairs)):
        return Verdict.DOUBTFUL, "the title alone says too little"
    if "year" in w.nearly and not w.agree & {"volume", "page"}:
        return Verdict.DOUBTFUL, "the year is another, and no volume or page bears the title out"
    if not w.against:
        return Verdict.MATCHED, "the title and another fact agree, nothing contradicts"
    if len(w.against) == 1 and "page" not in w.against and len(w.agree & STANDS) >= 2:
        return Verdict.MATCHED, "the title and two facts of the place agree, one is misprinted"
    return Verdict.DOUBTFUL, "the title agrees, and other facts contradict"


def _by_place(w: Weighed) -> Ruling:
    """Without the title: the whole place and the author, or the author with nearly the title."""
    if w.against:
        return Verdict.DOUBTFUL, "no title agrees, and a fact contradicts"
    if w.agree >= PLACE:
        return Verdict.MATCHED, "author, year, volume and page all agree"
    if {"author", "page"} <= w.agree and len(w.agree & (STANDS | {"authors"})) >= 3:
        return Verdict.MATCHED, "author, page and two more facts agree"
    return Verdict.DOUBTFUL, "the title does not agree, and the place is not complete"


def _evidence(candidate: Candidate, w: Weighed) -> str:
    """What agrees, what differs and what is nearly so, in one line, the last with both values."""
    names = [name for name, *_ in candidate.compared]
    told = []
    if w.agree:
        told.append(f"{', '.join([name for name in names if name in w.agree])} agree")
    if w.against:
        told.append(f"{', '.join([name for name in names if name in w.against])} differ")
    if w.against or w.nearly:
        told += _what_is_not_alike({p.name: p for p in candidate.penalties}, w)
    return "; ".join(told) or "nothing else is printed"


def _what_is_not_alike(by_name: dict[str, Penalty], w: Weighed) -> Iterator[str]:
    if "identifier" in w.against:
        yield f"prints {by_name['identifier'].printed}, the record has {by_name['identifier'].found}"
    if len(w.against) == 1 and "title" in w.agree and (one := next(iter(w.against))) in STANDS:
        yield f"{one} misprinted: {_short(by_name[one].printed)} for {_short(by_name[one].found)}"
    yield from (_nearly(p) for p in by_name.values() if p.name in w.nearly)


def _nearly(p: Penalty) -> str:
    if p.printed == p.found:
        return f"{p.name} {_short(p.printed)} says little"
    return f"{p.name} {_short(p.printed)} is {_short(p.found)} there"


def _short(value: str) -> str:
    return value if len(value) <= 40 else f"{value[:39]}…"


def choose(judged: Iterable[Judgement]) -> tuple[Verdict, str, tuple[Candidate, ...]]:
    """The verdict on a reference whose candidates were searched for, its reason, and the candidates, nearest first.

    One that is matched must be nearer than any other that could be meant.
    """
    apart = sorted([(j.verdict is not Verdict.MATCHED, j.candidate.distance, n, j) for n, j in enumerate(judged)])
    if not apart:
        return Verdict.UNMATCHED, NOTHING, ()
    _, nearest, _, first = apart[0]
    close = [j for _, distance, _, j in apart if distance <= WORTH_A_LOOK]
    candidates = tuple([j.candidate for j in close])
    if first.verdict is Verdict.MATCHED:
        if any(distance - nearest < FAR_ENOUGH and _is_rival(first, j) for _, distance, _, j in apart[1:]):
            return Verdict.DOUBTFUL, "two records fit", candidates
        return Verdict.MATCHED, first.evidence, (first.candidate, *[c for c in candidates if c is not first.candidate])
    doubtful = next((j for j in close if j.verdict is Verdict.DOUBTFUL), None)
    if doubtful:
        return Verdict.DOUBTFUL, _nearest(doubtful), candidates
    standing = next((j for *_, j in apart if _stands_there(j)), None)
    return Verdict.UNMATCHED, _nearest(standing) if standing else NOTHING, candidates


def _is_rival(first: Judgement, other: Judgement) -> bool:
    """Whether another may be meant as well: not where a printed fact speaks against it and none against the first."""
    return other.verdict is Verdict.MATCHED and not (other.weighed.against and not first.weighed.against)


def _stands_there(judged: Judgement) -> bool:
    """Whether the record has the printed place in the journal, and is another work."""
    w = judged.weighed
    return {"volume", "page"} <= w.agree and not {"journal", "year"} & w.against


def _nearest(judged: Judgement) -> str:
    work = judged.candidate.work
    name = next((str(i) for scheme in ("pmid", "doi") for i in work.identifiers if i.scheme == scheme), "")
    another = ANOTHER if judged.verdict is Verdict.UNMATCHED else "nearest: "
    return f"{another}{name} ({judged.evidence})"
