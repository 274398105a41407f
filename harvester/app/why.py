"""Why: a reference judged again, offline, against every record that the kept answers hold and that is like it."""

from collections.abc import Iterator
from dataclasses import dataclass

from harvester.app.strategies import is_like
from harvester.errors import Fault, NotFoundError
from harvester.matching.comparing import PrintedFacts
from harvester.matching.judging import How, Judgement, judge
from harvester.model import Verdict, Work
from harvester.model.citation import Method
from harvester.model.claim import Claim
from harvester.model.decisions import ReferenceState
from harvester.model.plans import StoredReference
from harvester.model.reason import Reason, ReasonCode
from harvester.model.resolution import Resolution
from harvester.ports import Answer, Store
from harvester.records import crossref, pubmed

KINDS = ("efetch", "crossref-work", "crossref-search")
"""The kinds of answers that hold records."""
AT_MOST = 10
PERSONS = {Verdict.CONFIRMED: ReasonCode.PERSON_SAID_YES, Verdict.REJECTED: ReasonCode.PERSON_SAID_NO}
SETTLED_BY = {
    Verdict.OPEN: ReasonCode.NOT_ASKED_YET,
    Verdict.UNMATCHED: ReasonCode.NO_CANDIDATE_AGREES,
}


@dataclass(frozen=True, slots=True)
class Why:
    """How a reference stands, where it is printed, how it was understood, its candidates, and the rule that decided."""

    standing: ReferenceState
    reference: StoredReference
    described: Work
    candidates: tuple[Judgement, ...]
    rule: Reason | None


def explain(store: Store, name: str) -> Why:
    """Judge a reference again, as it stood when it was settled. Raises `NotFoundError` for an unknown name."""
    standing = store.standing(name)
    neighbours = store.known_by(set(), {standing.digest}).neighbours
    own = next((h.claim for h in neighbours if h.claim.digest == standing.digest), None)
    reference = _reference(store, standing)
    if own is None:
        raise NotFoundError(f"{name!r} has no description any more", Fault.LOST_CLAIM)
    judged = sorted(_judged(own, reference, store), key=lambda j: (j.candidate.distance, j.candidate.work.title))
    candidates = tuple(judged[:AT_MOST])
    return Why(standing, reference, own.work, candidates, _rule(standing, candidates))


def _reference(store: Store, standing: ReferenceState) -> StoredReference:
    """The reference as it stands on its page."""
    review, _, number = standing.name.rpartition("/")
    try:
        citing = [store.find(review)]
    except NotFoundError:
        citing = store.citing()
    for work in citing:
        for reference in store.references(work):
            # It may be asked for by its review or by its page, whichever it is shown under.
            if reference.name.rpartition("/")[2] == number and reference.text == standing.text:
                return reference
    raise NotFoundError(f"There is no reference {standing.name!r}", Fault.NO_REFERENCE, review=review)


def _judged(own: Claim, reference: StoredReference, store: Store) -> Iterator[Judgement]:
    asked = PrintedFacts(own.work, reference.text, reference.tail_labels)
    seen: set[frozenset[object]] = set()
    for answer in store.answers.of_kinds(KINDS):
        for work in _works(answer):
            printed = bool(set(work.identifiers) & set(own.work.identifiers))
            key = frozenset(work.identifiers)
            if key in seen or not (printed or is_like(own.work, reference.text, work)):
                continue
            seen.add(key)
            method = Method.PRINTED_IDENTIFIER.value if printed else answer.kind
            how: How = "printed" if printed else "searched"
            yield judge(asked, work, how, method)


def _works(answer: Answer) -> Iterator[Work]:
    if answer.kind == "efetch":
        yield from (record.work for record in pubmed.decode(answer.body).records)
    elif answer.kind == "crossref-search":
        yield from (record.work for record in crossref.decode_search(answer.body))
    elif (record := crossref.decode_work(answer.body)) is not None:
        yield record.work


def _rule(standing: ReferenceState, candidates: tuple[Judgement, ...]) -> Reason | None:
    if standing.verdict in PERSONS:
        return Reason(PERSONS[standing.verdict])
    rule = next((j.rule for j in candidates if j.verdict is standing.verdict), SETTLED_BY.get(standing.verdict))
    return Reason(rule) if rule else standing.reason


def rule_of(resolution: Resolution) -> Reason | None:
    """The rule that decided about a resolution: that of its nearest candidate, judged again."""
    query = resolution.query
    for candidate in resolution.candidates[:1]:
        printed = bool(set(candidate.work.identifiers) & set(query.claim.work.identifiers))
        how: How = "printed" if printed else "searched"
        asked = PrintedFacts(query.claim.work, query.text, query.labels)
        return Reason(judge(asked, candidate.work, how, candidate.method).rule)
    return Reason(SETTLED_BY[resolution.verdict]) if resolution.verdict in SETTLED_BY else None
