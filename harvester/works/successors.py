"""Heirs -> what goes over to them: a person's decisions with their marks, and the works that nothing else tells of."""

from collections.abc import Iterable
from dataclasses import replace

from harvester.model import Verdict
from harvester.model.citation import LinkState
from harvester.model.claim import Mark
from harvester.model.plans import CopiedDecision, MovedDecision, Neighbourhood, StandingDecision, Successor, Successors


def succeed(successors: Iterable[Successor], known: Neighbourhood) -> Successors:
    """What a person said of a claim that is gone is said of its successor; of one that another page has too, also
    of the successor, as a decision of its own. A successor about which a person decided already keeps that word."""
    spoken = {said.digest for said in known.said if said.verdict}
    there = Successors()
    for successor in successors:
        gone = successor.old in known.leaving and successor.old not in {h.old for h in there.successors}
        if successor.old in known.leaving:
            there = replace(there, successors=(*there.successors, successor))
        for said in known.said:
            about = bool(said.verdict) and said.digest == successor.old
            if about and successor.new in spoken:
                continue
            if gone and successor.old in {said.digest, *(digest for digest, _ in said.marks)}:
                there = _moved(there, said, successor, about=about)
            elif about and not gone:
                there = _copied(there, said, successor, known.next_decision + len(there.copied))
            if about:
                spoken.add(successor.new)
    return there


def _before(successor: Successor) -> LinkState:
    """How the successor's citations stand once the decision is taken back: not asked yet."""
    return LinkState(Verdict.OPEN, successor.method)


def _moved(there: Successors, said: StandingDecision, successor: Successor, *, about: bool) -> Successors:
    marks = tuple((successor.new, mark) for digest, mark in said.marks if digest == successor.old)
    moved = MovedDecision(said.number, successor.old, successor.new, _before(successor) if about else None)
    return replace(there, moved=(*there.moved, moved), marks=(*there.marks, *marks))


def _copied(there: Successors, said: StandingDecision, successor: Successor, number: int) -> Successors:
    # Where the decision brought a claim of its own, that one bears the old number and is joined by it.
    lone = {digest for digest, _ in said.marks} <= {successor.old}
    marks = tuple(
        (successor.new if digest == successor.old else digest, mark if lone else _renumbered(mark, said.number, number))
        for digest, mark in said.marks
    )
    copied = CopiedDecision(said.number, number, successor.new, marks, _before(successor))
    return replace(there, copied=(*there.copied, copied), marks=(*there.marks, *marks))


def _renumbered(mark: Mark, old: int, new: int) -> Mark:
    """A mark of one decision as that of another; one that names an identifier alone is of no decision."""
    return mark._replace(decision=new) if mark.decision == old else mark
