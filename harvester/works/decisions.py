"""A person's word -> what changes: marks on claims, and the works that makes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from harvester.model import Identifier, Verdict, make_work
from harvester.model.citation import LinkState, Method, Stage
from harvester.model.claim import Claim, Mark, MarkKind, Marks, Origin, Side
from harvester.model.decisions import Decision, DecisionPlan, DuplicateLink, Merge, ReferenceState
from harvester.model.neighbourhood import Neighbourhood
from harvester.model.reason import Reason, ReasonCode
from harvester.works.choosing import rank
from harvester.works.claims import STRICT, make_claim
from harvester.works.regrouping import add_marks, make_changes

WITH = "with"
"""In the detail of a decision: the number of the one that it was made with, and is taken back with."""

IDENTITY = "identity"
"""The kind of a decision which says what identifier the work of a page has."""


def accept(number: int, reference: ReferenceState, target: int, neighbourhood: Neighbourhood) -> DecisionPlan:
    """The reference means this work, whatever it prints."""
    own = next(h.claim for h in neighbourhood.neighbours if h.claim.digest == reference.digest)
    others = [h.claim for h in neighbourhood.neighbours if h.work_id == target and h.claim.digest != reference.digest]
    marks: list[tuple[str, Mark]] = []
    # A work that no claim is left of has nothing to be joined with; the decision stands all the same.
    if others:
        anchor = rank(others)[0]
        theirs = {i.scheme: i for d in others for i in d.identifiers if i.scheme in STRICT}
        wrong = [i for i in own.identifiers if i.scheme in theirs and i != theirs[i.scheme]]
        marks = [(own.digest, Mark(MarkKind.SAME, number)), (anchor.digest, Mark(MarkKind.SAME, number))]
        marks += _denied(own, wrong)
    decision = _settled("accept", reference, Verdict.CONFIRMED, Reason(ReasonCode.MEANS_WORK, (f"w{target}",)))
    return _plan(decision, tuple(marks), neighbourhood, anchors=_all_but(neighbourhood, own.digest))


def part(
    kind: str,
    number: int,
    reference: ReferenceState,
    neighbourhood: Neighbourhood,
    duplicates: Sequence[ReferenceState] = (),
) -> DecisionPlan:
    """The reference does not mean the work it leads to (`reject`, `none`), or is a work of its own (`new`).

    Its `duplicates`, rows of fetched lists, are the same reference once more: of one work with it, and decided alike.
    """
    own = [
        h.claim
        for h in neighbourhood.neighbours
        if h.claim.digest in {reference.digest, *(duplicate.digest for duplicate in duplicates)}
    ]
    apart = {d.digest for d in own}
    others = [
        h.claim for h in neighbourhood.neighbours if h.work_id == reference.cited_id and h.claim.digest not in apart
    ]
    verdict = Verdict.CONFIRMED if kind == "new" else Verdict.REJECTED
    code = ReasonCode.WORK_OF_ITS_OWN if kind == "new" else ReasonCode.NONE_OF_THE_CANDIDATES
    decision = _settled(kind, reference, verdict, Reason(code))
    marks = _parting(number, own, others)
    if duplicates:
        marks += tuple((digest, Mark(MarkKind.SAME, number)) for digest in sorted(apart))
    plan = _plan(decision, marks, neighbourhood, anchors=frozenset(d.digest for d in others))
    also = (_settled(kind, duplicate, verdict, Reason(code)) for duplicate in duplicates)
    return replace(plan, also=tuple(replace(one, detail={WITH: number}) for one in also))


def duplicates(reference: ReferenceState, links: Iterable[DuplicateLink]) -> list[DuplicateLink]:
    """The rows of fetched lists that are the rejected reference once more: those that lead to the work it led to, where
    no other printed reference does. One in whose words other reviews cite it too is left for a person."""
    others = [link for link in links if link.digest != reference.digest]
    # A printed reference may mean the work although this one does not: then the fetched row may stand for that one.
    if not all(link.is_listed for link in others):
        return []
    return [link for link in others if link.is_alone]


def unmerge(number: int, merge: Merge, neighbourhood: Neighbourhood) -> DecisionPlan:
    """What a merge joined is two works again; an identifier that both sides name stays with the first."""
    neighbours = {h.claim.digest: h.claim for h in neighbourhood.neighbours}
    into = [neighbours[digest] for digest in sorted(merge.into) if digest in neighbours]
    joined = [neighbours[digest] for digest in sorted(merge.joined) if digest in neighbours]
    decision = Decision("unmerge", joined[0].digest, detail={"merge": merge.number})
    plan = _plan(decision, _parting(number, joined, into), neighbourhood, anchors=merge.into)
    return replace(plan, taken_back=merge)


def edit(number: int, work: int, field: Mapping[str, object], typed: str, neighbourhood: Neighbourhood) -> DecisionPlan:
    """A person says what a field of a work is; an older word of a person on it gives way."""
    claims = [h.claim for h in neighbourhood.neighbours if h.work_id == work]
    anchor = rank([d for d in claims if d.origin is not Origin.PERSON] or claims)[0]
    identifiers = tuple(sorted({i for d in claims for i in d.identifiers}))
    word = make_claim(make_work(**field), Origin.PERSON, f"decision {number}")  # type: ignore[arg-type]  # checked by the caller
    # It has no keys: what joins it is the mark, not that a title which a person types is like another work's.
    word = replace(word, keys=(), marks=(Mark(MarkKind.SAME, number),), matched=identifiers)
    older = {d.digest for d in claims if d.origin is Origin.PERSON and all(getattr(d.work, name) for name in field)}
    neighbourhood = replace(neighbourhood, leaving=neighbourhood.leaving | older)
    decision = Decision("edit", anchor.digest, detail={"said": typed, "word": word.digest})
    return _plan(decision, ((anchor.digest, Mark(MarkKind.SAME, number)),), neighbourhood, (word,))


def take_back(
    decision: Decision, marks: Marks, neighbourhood: Neighbourhood, also: tuple[Decision, ...] = ()
) -> DecisionPlan:
    """All that a decision marked is as if it had not been made; a person's word that it brought goes, and the decisions
    that were made with it (`also`) are taken back with it."""
    gone = {mark for _, mark in marks}
    neighbours = tuple(
        replace(h, claim=replace(h.claim, marks=tuple(mark for mark in h.claim.marks if mark not in gone)))
        for h in neighbourhood.neighbours
    )
    touched = frozenset(digest for digest, _ in marks)
    leaving = neighbourhood.leaving | ({str(decision.detail["word"])} if "word" in decision.detail else set())
    there = replace(neighbourhood, neighbours=neighbours, leaving=leaving)
    changes = make_changes(there, (), touched, _all_but(neighbourhood, decision.digest))
    return DecisionPlan(decision, marks, (), changes, also=also)


def identify(number: int, work: int, identifier: Identifier, neighbourhood: Neighbourhood) -> DecisionPlan:
    """The work that a page is of has this identifier, whatever the page says. Raises `LookupError` if no page is of
    it."""
    claims = [h.claim for h in neighbourhood.neighbours if h.work_id == work]
    own = next((d for d in rank(claims) if d.origin is Origin.PAGE), None)
    if own is None:
        raise LookupError(work)
    word = make_claim(make_work(identifiers=(identifier,)), Origin.PERSON, f"decision {number}")
    word = replace(word, marks=(Mark(MarkKind.SAME, number),))
    wrong = [i for i in own.identifiers if i.scheme == identifier.scheme and i != identifier]
    marks = ((own.digest, Mark(MarkKind.SAME, number)), *_denied(own, wrong))
    reason = Reason(ReasonCode.HAS_IDENTIFIER, (str(identifier),))
    state = LinkState(Verdict.CONFIRMED, Method.PERSON, Stage.DONE, reason)
    decision = Decision(IDENTITY, own.digest, state, detail={"word": word.digest})
    return _plan(decision, marks, neighbourhood, (word,), anchors=_all_but(neighbourhood, own.digest))


def _settled(kind: str, reference: ReferenceState, verdict: Verdict, reason: Reason | None) -> Decision:
    before = LinkState(reference.verdict, reference.method, reference.stage, reference.reason)
    return Decision(kind, reference.digest, LinkState(verdict, Method.PERSON, Stage.DONE, reason), before)


def _parting(number: int, apart: Iterable[Claim], others: Iterable[Claim]) -> Marks:
    """The marks that set some claims apart from others; identifiers that both name are taken from the first."""
    # A person's word on a field is of whatever work its anchor is of, and takes no side.
    rest = [d for d in others if d.origin is not Origin.PERSON]
    if not rest:
        return ()
    shared = {i for d in rest for i in d.identifiers}
    marks: list[tuple[str, Mark]] = []
    for d in apart:
        marks.append((d.digest, Mark(MarkKind.APART, number, Side.ONE)))
        marks += _denied(d, d.identifiers & shared)
    return (*marks, *((d.digest, Mark(MarkKind.APART, number, Side.OTHER)) for d in rest))


def _denied(claim: Claim, identifiers: Iterable[Identifier]) -> list[tuple[str, Mark]]:
    return [(claim.digest, Mark(MarkKind.NOT, identifier=identifier)) for identifier in sorted(identifiers)]


def _plan(
    decision: Decision,
    marks: Marks,
    neighbourhood: Neighbourhood,
    arriving: tuple[Claim, ...] = (),
    anchors: frozenset[str] = frozenset(),
) -> DecisionPlan:
    there = replace(neighbourhood, neighbours=add_marks(neighbourhood.neighbours, marks))
    changes = make_changes(there, arriving, frozenset(digest for digest, _ in marks), anchors)
    return DecisionPlan(decision, marks, arriving, changes)


def _all_but(neighbourhood: Neighbourhood, digest: str) -> frozenset[str]:
    """The claims beside the one that a decision is about; works go on with them."""
    return frozenset(h.claim.digest for h in neighbourhood.neighbours if h.claim.digest != digest)
