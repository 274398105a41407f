"""Heirs -> what goes over to them: a person's decisions with their marks, and the works that nothing else tells of."""

from collections.abc import Iterable
from dataclasses import replace

from harvester.model import Verdict
from harvester.model.citation import LinkState
from harvester.model.claim import APART, SAME
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
    marks = tuple((successor.new, key) for digest, key in said.marks if digest == successor.old)
    moved = MovedDecision(said.number, successor.old, successor.new, _before(successor) if about else None)
    return replace(there, moved=(*there.moved, moved), marks=(*there.marks, *marks))


def _copied(there: Successors, said: StandingDecision, successor: Successor, number: int) -> Successors:
    # Where the decision brought a claim of its own, that one bears the old number and is joined by it.
    lone = {digest for digest, _ in said.marks} <= {successor.old}
    marks = tuple(
        (successor.new if digest == successor.old else digest, key if lone else _renumbered(key, said.number, number))
        for digest, key in said.marks
    )
    copied = CopiedDecision(said.number, number, successor.new, marks, _before(successor))
    return replace(there, copied=(*there.copied, copied), marks=(*there.marks, *marks))


def _renumbered(key: str, old: int, new: int) -> str:
    """A mark of another decision: `same:3` becomes `same:7`, `apart:3:a` becomes `apart:7:a`."""
    for mark in (SAME, APART):
        if key == f"{mark}{old}" or key.startswith(f"{mark}{old}:"):
            return f"{mark}{new}{key.removeprefix(f'{mark}{old}')}"
    return key
