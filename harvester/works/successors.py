"""Heirs -> what goes over to them: a person's decisions with their marks, and the works that nothing else tells of."""

from collections.abc import Iterable
from dataclasses import replace

from harvester.model import Verdict
from harvester.model.claim import APART, SAME
from harvester.model.plans import Copied, Heir, Known, Moved, Said, Succession


def succeed(heirs: Iterable[Heir], known: Known) -> Succession:
    """What a person said of a telling that is gone is said of its heir; of one that another page still tells, also of
    the heir, as a decision of its own. A heir about which a person decided already keeps that word."""
    spoken = {said.digest for said in known.said if said.verdict}
    there = Succession()
    for heir in heirs:
        gone = heir.old in known.leaving and heir.old not in {h.old for h in there.heirs}
        if heir.old in known.leaving:
            there = replace(there, heirs=(*there.heirs, heir))
        for said in known.said:
            about = bool(said.verdict) and said.digest == heir.old
            if about and heir.new in spoken:
                continue
            if gone and heir.old in {said.digest, *(digest for digest, _ in said.marks)}:
                there = _moved(there, said, heir, about=about)
            elif about and not gone:
                there = _copied(there, said, heir, known.next_decision + len(there.copied))
            if about:
                spoken.add(heir.new)
    return there


def _before(heir: Heir) -> tuple[str, str, str]:
    """How the heir's citations stand once the decision is taken back: not asked yet."""
    return (Verdict.OPEN.value, heir.method, "")


def _moved(there: Succession, said: Said, heir: Heir, *, about: bool) -> Succession:
    marks = tuple((heir.new, key) for digest, key in said.marks if digest == heir.old)
    moved = Moved(said.number, heir.old, heir.new, _before(heir) if about else ())
    return replace(there, moved=(*there.moved, moved), marks=(*there.marks, *marks))


def _copied(there: Succession, said: Said, heir: Heir, number: int) -> Succession:
    # Where the decision brought a telling of its own, that one bears the old number and is joined by it.
    lone = {digest for digest, _ in said.marks} <= {heir.old}
    marks = tuple(
        (heir.new if digest == heir.old else digest, key if lone else _renumbered(key, said.number, number))
        for digest, key in said.marks
    )
    copied = Copied(said.number, number, heir.new, marks, _before(heir))
    return replace(there, copied=(*there.copied, copied), marks=(*there.marks, *marks))


def _renumbered(key: str, old: int, new: int) -> str:
    """A mark of another decision: `same:3` becomes `same:7`, `apart:3:a` becomes `apart:7:a`."""
    for mark in (SAME, APART):
        if key == f"{mark}{old}" or key.startswith(f"{mark}{old}:"):
            return f"{mark}{new}{key.removeprefix(f'{mark}{old}')}"
    return key
