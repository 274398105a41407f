"""Reading -> SourcePlan: what the store shall hold once a page is read, or read again after it changed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from harvester.model import ParsedReference, Reading, Verdict, Work, make_work
from harvester.model.citation import LinkState, Method
from harvester.model.claim import Origin
from harvester.model.neighbourhood import Neighbourhood
from harvester.model.plans import CopiedDecision, MovedDecision, PlannedCitation, SourcePlan, Successors
from harvester.model.prepared import RESULTS, ClaimedReference, Pairs, Prepared, SourceFacts, Successor
from harvester.text import fold
from harvester.works.claims import STRICT, make_claim
from harvester.works.regrouping import add_marks, make_changes

NOTHING_STAYED = Pairs()


def make_prepared(source: SourceFacts, reading: Reading, parsed: Sequence[ParsedReference]) -> Prepared:
    """Turn what was read of a page into claims of works."""
    citing = make_claim(reading.citing, Origin.PAGE, source.digest) if reading.citing else None
    # Poor words are named by the work they stand in, so that two saved pages of one article have them in common; and
    # counted, since a list may have "Unpublished data" twice and mean two works.
    salt = next(iter(citing.keys), source.digest) if citing else source.digest
    seen: Counter[str] = Counter()
    references = []
    for reference in parsed:
        words = fold(reference.raw.text)
        seen[words] += 1
        described: tuple[Work, ...] = (reference.described,)
        identifiers = reference.described.identifiers
        for scheme in STRICT if len(identifiers) > 1 else ():
            # An entry that names several works (`a) ... b) ...`) has one claim for each, of which only this is sure.
            several = [i for i in identifiers if i.scheme == scheme]
            if len(several) > 1:
                kind = reference.described.type
                described = tuple(make_work(type=kind, identifiers=(identifier,)) for identifier in several)
                break
        salted = f"{salt}\n{words}\n{seen[words]}"
        claims = tuple(make_claim(work, Origin.REFERENCE, salted) for work in described)
        references.append(ClaimedReference(reference, claims))
    return Prepared(source, citing, tuple(references), reading.mentions, reading.problems)


def make_collected(page: SourceFacts, works: Iterable[Work], part: int) -> tuple[Prepared, ...]:
    """The works of a page of search results, each a source of its own work, with no citation; `part` is the first's.

    What a list says of a work is believed as what a reference says of it: the work's own page knows better.
    """
    return tuple(
        Prepared(
            SourceFacts(page.name, number, page.digest, RESULTS, work.title, None),
            make_claim(work, Origin.REFERENCE, f"{page.digest}\n{number}"),
        )
        for number, work in enumerate(works, part)
    )


def make_source_plan(prepared: Prepared, neighbourhood: Neighbourhood, pairs: Pairs = NOTHING_STAYED) -> SourcePlan:
    """Decide what the store shall hold of a page, given what the library holds around it, and what of it stayed."""
    handed_over = succeed(pairs.successors, neighbourhood)
    marks = (*neighbourhood.marks, *handed_over.marks)
    # What a person decided of a claim before it came (again) holds for it now.
    arriving = tuple(
        replace(d, marks=(*d.marks, *(mark for digest, mark in marks if digest == d.digest))) if marks else d
        for d in prepared.claims
        if d.digest not in neighbourhood.present
    )
    there = replace(neighbourhood, marks=marks, neighbours=add_marks(neighbourhood.neighbours, handed_over.marks))
    touched = frozenset(digest for digest, _ in handed_over.marks)
    changes = make_changes(there, arriving, touched, successors=handed_over.successors)
    citations = tuple(
        PlannedCitation(reference.parsed.raw.ordinal, claim.digest, Verdict.OPEN, method_of(reference.parsed))
        for reference in prepared.references
        for claim in reference.claims
    )
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
        citations=citations,
        mentions=prepared.mentions,
        problems=prepared.problems,
        locations=prepared.locations,
        kept=pairs.numbers,
        handed_over=handed_over,
    )


def method_of(parsed: ParsedReference) -> Method:
    """By what the page itself leads to the cited work."""
    return Method.PRINTED_IDENTIFIER if parsed.raw.asserted else Method.PRINTED_WORDS


def succeed(successors: Iterable[Successor], neighbourhood: Neighbourhood) -> Successors:
    """What goes over from claims of a page to their successors: a person's decisions with their marks.

    What a person decided about a claim that is gone holds for its successor; about one that another page has too, also
    for the successor, as a decision of its own. A successor about which a person decided already keeps that word.
    """
    decided = {decision.digest for decision in neighbourhood.decisions if decision.verdict}
    there = Successors()
    for successor in successors:
        is_leaving = successor.old in neighbourhood.leaving
        gone = is_leaving and successor.old not in {s.old for s in there.successors}
        if is_leaving:
            there = replace(there, successors=(*there.successors, successor))
        # How the successor's citations stand once the decision is taken back: not asked yet.
        before = LinkState(Verdict.OPEN, successor.method)
        for decision in neighbourhood.decisions:
            about = bool(decision.verdict) and decision.digest == successor.old
            if about and successor.new in decided:
                continue
            if gone and successor.old in {decision.digest, *(digest for digest, _ in decision.marks)}:
                marks = tuple((successor.new, mark) for digest, mark in decision.marks if digest == successor.old)
                moved = MovedDecision(decision.number, successor.old, successor.new, before if about else None)
                there = replace(there, moved=(*there.moved, moved), marks=(*there.marks, *marks))
            elif about and not gone:
                number = neighbourhood.next_decision + len(there.copied)
                # Where the decision brought a claim of its own, that one bears the old number and is joined by it.
                is_lone = {digest for digest, _ in decision.marks} <= {successor.old}
                marks = tuple(
                    (
                        successor.new if digest == successor.old else digest,
                        # A mark that names an identifier alone is of no decision, and keeps that.
                        mark if is_lone or mark.decision != decision.number else mark._replace(decision=number),
                    )
                    for digest, mark in decision.marks
                )
                copied = CopiedDecision(decision.number, number, successor.new, marks, before)
                there = replace(there, copied=(*there.copied, copied), marks=(*there.marks, *marks))
            if about:
                decided.add(successor.new)
    return there
