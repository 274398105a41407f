"""A person's word -> what changes: marks on descriptions, and the works that makes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from harvester.model import Identifier, Verdict, Work
from harvester.model.claim import APART, NOT, ONE_SIDE, OTHER_SIDE, SAME, Description, Origin
from harvester.model.decisions import Decision, DecisionPlan, Standing, Way
from harvester.model.plans import Known, Merge
from harvester.works.choosing import rank
from harvester.works.identity import STRICT, describe
from harvester.works.source_plan import make_changes

PERSON = "a person"
"""The method of a citation that a person decided."""

Marks = tuple[tuple[str, str], ...]


def accept(number: int, subject: Standing, target: int, known: Known) -> DecisionPlan:
    """The reference means this work, whatever it prints."""
    own = _one(known, subject.digest)
    others = [h.description for h in known.held if h.work_id == target and h.description.digest != subject.digest]
    marks: list[tuple[str, str]] = []
    if others:
        anchor = rank(others)[0]
        theirs = {i.scheme: i for d in others for i in d.identifiers if i.scheme in STRICT}
        wrong = [i for i in own.identifiers if i.scheme in theirs and i != theirs[i.scheme]]
        marks = [(own.digest, f"{SAME}{number}"), (anchor.digest, f"{SAME}{number}")]
        marks += [(own.digest, f"{NOT}{i}") for i in sorted(wrong)]
    decision = _settled("accept", subject, Verdict.CONFIRMED, f"w{target}")
    return _plan(decision, tuple(marks), known, anchors=_all_but(known, own.digest))


def part(kind: str, number: int, subject: Standing, known: Known, twins: Collection[str] = ()) -> DecisionPlan:
    """The reference does not mean the work it leads to (`reject`, `none`), or is a work of its own (`new`).

    Its `twins`, rows of fetched lists by digest, are the same reference once more, and of one work with it."""
    own = [h.description for h in known.held if h.description.digest in {subject.digest, *twins}]
    apart = {d.digest for d in own}
    others = [h.description for h in known.held if h.work_id == subject.cited_id and h.description.digest not in apart]
    verdict = Verdict.CONFIRMED if kind == "new" else Verdict.REJECTED
    decision = _settled(kind, subject, verdict, "a work of its own" if kind == "new" else "none of the candidates")
    marks = _parting(number, own, others)
    if twins:
        marks += tuple((digest, f"{SAME}{number}") for digest in sorted(apart))
    return _plan(decision, marks, known, anchors=frozenset(d.digest for d in others))


def follow(twin: Standing, said: Decision) -> DecisionPlan:
    """A row of a fetched list stands as the reference does that it is; the marks are those of that decision."""
    decision = _settled(said.kind, twin, Verdict(said.verdict), said.evidence)
    return DecisionPlan(replace(decision, detail={**decision.detail, WITH: said.number}))


WITH = "with"
"""In the detail of a decision: the number of the one that it was made with, and is taken back with."""


def twins(subject: Standing, ways: Iterable[Way]) -> list[Way]:
    """The rows of fetched lists that are the rejected reference once more: those that lead to the work it led to, where
    no other printed reference does. One that other reviews are told of in the same words is left for a person."""
    others = [way for way in ways if way.digest != subject.digest]
    if not all(way.is_listed for way in others):
        return []
    return [way for way in others if way.is_alone]


def unmerge(number: int, merge: Merge, known: Known) -> DecisionPlan:
    """What a merge joined is two works again; an identifier that both sides tell stays with the first."""
    held = {h.description.digest: h.description for h in known.held}
    into = [held[digest] for digest in sorted(merge.into) if digest in held]
    joined = [held[digest] for digest in sorted(merge.joined) if digest in held]
    decision = Decision("unmerge", joined[0].digest, detail={"merge": merge.number})
    plan = _plan(decision, _parting(number, joined, into), known, anchors=merge.into)
    return replace(plan, taken_back=merge)


def edit(number: int, work: int, field: Mapping[str, object], said: str, known: Known) -> DecisionPlan:
    """A person says what a field of a work is; an older word of a person on the same field gives way."""
    tellings = [h.description for h in known.held if h.work_id == work]
    anchor = rank([d for d in tellings if d.origin is not Origin.PERSON] or tellings)[0]
    identifiers = tuple(sorted({i for d in tellings for i in d.identifiers}))
    word = describe(Work(**field), Origin.PERSON, f"decision {number}")  # type: ignore[arg-type]  # checked by the caller
    word = replace(word, keys=(f"{SAME}{number}",), matched=identifiers)
    older = {d.digest for d in tellings if d.origin is Origin.PERSON and all(getattr(d.work, name) for name in field)}
    known = replace(known, leaving=known.leaving | older)
    decision = Decision("edit", anchor.digest, detail={"said": said, "word": word.digest})
    return _plan(decision, ((anchor.digest, f"{SAME}{number}"),), known, (word,))


def take_back(decision: Decision, marks: Marks, known: Known) -> DecisionPlan:
    """All that a decision marked is as if it had not been made; a person's word that it brought goes."""
    gone = {key for _, key in marks}
    held = tuple(replace(h, description=_without(h.description, gone)) for h in known.held)
    touched = frozenset(digest for digest, _ in marks)
    leaving = known.leaving | ({str(decision.detail["word"])} if "word" in decision.detail else set())
    there = replace(known, held=held, leaving=leaving)
    return DecisionPlan(decision, marks, (), make_changes(there, (), touched, _all_but(known, decision.digest)))


def identify(number: int, work: int, identifier: Identifier, known: Known) -> DecisionPlan:
    """The work that a page is of has this identifier, whatever the page says. Raises `LookupError` if no page is of
    it."""
    tellings = [h.description for h in known.held if h.work_id == work]
    own = next((d for d in rank(tellings) if d.origin is Origin.PAGE), None)
    if own is None:
        raise LookupError(work)
    word = describe(Work(identifiers=(identifier,)), Origin.PERSON, f"decision {number}")
    word = replace(word, keys=(*word.keys, f"{SAME}{number}"))
    wrong = [i for i in own.identifiers if i.scheme == identifier.scheme and i != identifier]
    marks = ((own.digest, f"{SAME}{number}"), *((own.digest, f"{NOT}{i}") for i in sorted(wrong)))
    detail = {"word": word.digest, "method": PERSON, "evidence": str(identifier)}
    decision = Decision(IDENTITY, own.digest, Verdict.CONFIRMED.value, PERSON, str(identifier), detail)
    return _plan(decision, marks, known, (word,), anchors=_all_but(known, own.digest))


IDENTITY = "identity"
"""The kind of a decision which says what identifier the work of a page has."""


def _settled(kind: str, subject: Standing, verdict: Verdict, evidence: str) -> Decision:
    before = [subject.verdict.value, subject.method, subject.evidence]
    detail = {"before": before, "method": PERSON, "evidence": evidence}
    return Decision(kind, subject.digest, verdict.value, PERSON, evidence, detail)


def _parting(number: int, apart: Iterable[Description], others: Iterable[Description]) -> Marks:
    """The marks that set some tellings apart from others; identifiers that both tell are taken from the first."""
    rest = [d for d in others if d.origin is not Origin.PERSON]
    if not rest:
        return ()
    shared = {i for d in rest for i in d.identifiers}
    marks: list[tuple[str, str]] = []
    for d in apart:
        marks.append((d.digest, f"{APART}{number}{ONE_SIDE}"))
        marks += [(d.digest, f"{NOT}{i}") for i in sorted(d.identifiers & shared)]
    return (*marks, *((d.digest, f"{APART}{number}{OTHER_SIDE}") for d in rest))


def _plan(
    decision: Decision,
    marks: Marks,
    known: Known,
    arriving: tuple[Description, ...] = (),
    anchors: frozenset[str] = frozenset(),
) -> DecisionPlan:
    added: dict[str, list[str]] = {}
    for digest, key in marks:
        added.setdefault(digest, []).append(key)
    held = tuple(
        replace(h, description=replace(h.description, keys=(*h.description.keys, *added.get(h.description.digest, ()))))
        for h in known.held
    )
    changes = make_changes(replace(known, held=held), arriving, frozenset(added), anchors)
    return DecisionPlan(decision, marks, arriving, changes)


def _all_but(known: Known, digest: str) -> frozenset[str]:
    """The tellings beside the one that a decision is about; works go on with them."""
    return frozenset(h.description.digest for h in known.held if h.description.digest != digest)


def _without(description: Description, keys: set[str]) -> Description:
    return replace(description, keys=tuple(key for key in description.keys if key not in keys))


def _one(known: Known, digest: str) -> Description:
    return next(h.description for h in known.held if h.description.digest == digest)
