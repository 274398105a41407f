"""Reading -> SourcePlan: what the store shall hold once a page is read, and once a page is forgotten."""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from harvester.model import Identifier, ParsedReference, Reading, Verdict, Work, make_work
from harvester.model.citation import Method
from harvester.model.claim import Claim, Mark, Marks, Origin, Side
from harvester.model.plans import (
    ClaimedReference,
    Neighbour,
    Neighbourhood,
    Pairs,
    PlannedCitation,
    PlannedWork,
    Prepared,
    SourceFacts,
    SourcePlan,
    Successor,
    WorkChanges,
)
from harvester.text import fold
from harvester.works.choosing import choose
from harvester.works.identity import STRICT, clusters, make_claim, torn_between
from harvester.works.successors import succeed

NOTHING_STAYED = Pairs()


def make_prepared(source: SourceFacts, reading: Reading, parsed: Sequence[ParsedReference]) -> Prepared:
    """Turn what was read of a page into claims of works."""
    citing = make_claim(reading.citing, Origin.PAGE, source.digest) if reading.citing else None
    salt = next(iter(citing.keys), source.digest) if citing else source.digest
    seen: Counter[str] = Counter()
    references = []
    for reference in parsed:
        words = fold(reference.raw.text)
        seen[words] += 1
        described = _claims(reference.described)
        salted = f"{salt}\n{words}\n{seen[words]}"
        claims = tuple(make_claim(work, Origin.REFERENCE, salted) for work in described)
        references.append(ClaimedReference(reference, claims))
    return Prepared(source, citing, tuple(references), reading.mentions, reading.problems)


def _claims(described: Work) -> tuple[Work, ...]:
    """One work, or one for each identifier of an entry that names several works."""
    for scheme in STRICT:
        several = [i for i in described.identifiers if i.scheme == scheme]
        if len(several) > 1:
            return tuple(make_work(type=described.type, identifiers=(identifier,)) for identifier in several)
    return (described,)


def make_source_plan(prepared: Prepared, neighbourhood: Neighbourhood, pairs: Pairs = NOTHING_STAYED) -> SourcePlan:
    """Decide what the store shall hold of a page, given all that is known around it, and what of it stayed."""
    succession = succeed(pairs.successors, neighbourhood)
    neighbourhood = replace(
        neighbourhood,
        marks=(*neighbourhood.marks, *succession.marks),
        neighbours=_marked(neighbourhood.neighbours, succession.marks),
    )
    arriving = tuple(with_marks(d, neighbourhood) for d in prepared.claims if d.digest not in neighbourhood.present)
    touched = frozenset(digest for digest, _ in succession.marks)
    changes = make_changes(neighbourhood, arriving, touched, successors=succession.successors)
    return SourcePlan(
        source=prepared.source,
        citing=prepared.citing.digest if prepared.citing else None,
        claims=arriving,
        works=changes.works,
        dropped=changes.dropped,
        leaving=changes.leaving,
        ambiguous=changes.ambiguous,
        around=changes.around,
        references=tuple(r.parsed for r in prepared.references),
        citations=tuple(_citations(prepared)),
        mentions=prepared.mentions,
        problems=prepared.problems,
        locations=prepared.locations,
        kept=pairs.numbers,
        succession=succession,
    )


def _marked(neighbours: Sequence[Neighbour], marks: Marks) -> tuple[Neighbour, ...]:
    """What is held, with marks that it comes to bear."""
    added: dict[str, list[Mark]] = {}
    for digest, mark in marks:
        added.setdefault(digest, []).append(mark)
    return tuple(
        replace(h, claim=replace(h.claim, marks=(*h.claim.marks, *added[h.claim.digest])))
        if h.claim.digest in added
        else h
        for h in neighbours
    )


def with_marks(claim: Claim, neighbourhood: Neighbourhood) -> Claim:
    """A claim with what a person decided of it before it came (again)."""
    marks = [mark for digest, mark in neighbourhood.marks if digest == claim.digest]
    return replace(claim, marks=(*claim.marks, *marks)) if marks else claim


def _citations(prepared: Prepared) -> list[PlannedCitation]:
    return [
        PlannedCitation(reference.parsed.raw.ordinal, telling.digest, Verdict.OPEN, method_of(reference.parsed))
        for reference in prepared.references
        for telling in reference.claims
    ]


def method_of(parsed: ParsedReference) -> Method:
    """By what the page itself leads to the cited work."""
    return Method.PRINTED_IDENTIFIER if parsed.raw.asserted else Method.PRINTED_WORDS


def make_changes(
    neighbourhood: Neighbourhood,
    arriving: Sequence[Claim] = (),
    touched: frozenset[str] = frozenset(),
    anchors: frozenset[str] = frozenset(),
    successors: Sequence[Successor] = (),
) -> WorkChanges:
    """Regroup all claims around a change and say which works are new, other or gone.

    `touched` are digests of held claims that changed in themselves; a work goes on with those of `anchors`, and
    one of which nothing else is left with its `heirs`. A work of which only services tell is nobody's, and goes, unless
    a source is of it.
    """
    staying = [h for h in neighbourhood.neighbours if h.claim.digest not in neighbourhood.leaving]
    homes = {h.claim.digest: h.work_id for h in staying}
    before: dict[int, set[str]] = {}
    for h in neighbourhood.neighbours:
        before.setdefault(h.work_id, set()).add(h.claim.digest)
    grouped = clusters([*(h.claim for h in staying), *arriving])
    parted = {mark for group in grouped for d in group if d.origin in PRINTED for mark in d.marks if mark.side}
    groups = [group for group in grouped if _is_wanted(group, neighbourhood.pinned, parted)]
    leaving = {*neighbourhood.leaving, *(d.digest for group in grouped if group not in groups for d in group)}
    owners = _owners(groups, homes, anchors)
    inherited = _inherited(groups, neighbourhood.neighbours, successors, owners)
    claims = _Claims(groups, neighbourhood.neighbours)
    works = []
    for index, group in enumerate(groups):
        digests = {d.digest for d in group}
        # A number that is only inherited comes last: the work that is there goes on under its own.
        numbers = [n for share in (owners, inherited) for n in sorted(share) if share[n] == index]
        work = choose(group)
        as_before = len(numbers) == 1 and before[numbers[0]] == digests and not digests & touched
        if as_before and not claims.contested.intersection(work.identifiers):
            continue
        own = tuple(i for i in work.identifiers if claims.owner[i] == index)
        works.append(
            PlannedWork(
                work=replace(work, identifiers=own),
                claims=tuple(sorted(digests)),
                work_id=numbers[0] if numbers else None,
                absorbed=tuple(numbers[1:]),
            )
        )
    gone = tuple(sorted(set(before) - set(owners) - set(inherited)))
    ambiguous = torn_between(groups)
    mind = ambiguous or any(h.ambiguous for h in neighbourhood.neighbours)
    around = frozenset(d.digest for group in groups for d in group) if mind else frozenset()
    return WorkChanges(tuple(works), gone, tuple(sorted(leaving)), ambiguous, around, tuple(successors))


class _Claims:
    """Which group has an identifier that several tell: the first in a canonical order, since a work has it alone.

    `contested` are those that several groups tell, or told before the change.
    """

    def __init__(self, groups: Sequence[Sequence[Claim]], neighbours: Sequence[Neighbour]) -> None:
        self.owner: dict[Identifier, int] = {}
        told: Counter[Identifier] = Counter()
        for index in sorted(range(len(groups)), key=lambda i: min((d.origin, d.digest) for d in groups[i])):
            for identifier in {i for d in groups[index] for i in d.identifiers}:
                self.owner.setdefault(identifier, index)
                told[identifier] += 1
        homes: dict[Identifier, set[int]] = {}
        for h in neighbours:
            for identifier in h.claim.identifiers:
                homes.setdefault(identifier, set()).add(h.work_id)
        several_before = {identifier for identifier, works in homes.items() if len(works) > 1}
        self.contested = {identifier for identifier, count in told.items() if count > 1} | several_before


PRINTED = (Origin.PAGE, Origin.REFERENCE)


def _is_wanted(group: Sequence[Claim], pinned: frozenset[str], parted: Set[Mark]) -> bool:
    """Whether a page or a reference tells of the work, or a source is of it; or a person parted it from a reference
    that is there, since that may be taken back."""
    others = {mark._replace(side=Side.ONE) for d in group for mark in d.marks if mark.side is Side.OTHER}
    return bool(others & parted) or any(d.origin in PRINTED or d.digest in pinned for d in group)


def _owners(groups: Sequence[tuple[Claim, ...]], homes: dict[str, int], anchors: frozenset[str]) -> dict[int, int]:
    """Which group goes on under the number of each work there was: the one that holds most of its claims."""
    shares: dict[int, Counter[int]] = {}
    for index, group in enumerate(groups):
        for claim in group:
            if (number := homes.get(claim.digest)) is not None:
                weight = len(homes) if claim.digest in anchors else 1
                shares.setdefault(number, Counter())[index] += weight
    return {number: min(share, key=lambda i: (-share[i], i)) for number, share in shares.items()}


def _inherited(
    groups: Sequence[tuple[Claim, ...]],
    neighbours: Sequence[Neighbour],
    successors: Sequence[Successor],
    owners: dict[int, int],
) -> dict[int, int]:
    """Which group takes the place of a work of which no claim is left: that of the successors of its claims."""
    was = {h.claim.digest: h.work_id for h in neighbours}
    homes = {
        successor.new: was[successor.old]
        for successor in reversed(successors)
        if was.get(successor.old, 0) not in {0, *owners}
    }
    return _owners(groups, homes, frozenset()) if homes else {}
