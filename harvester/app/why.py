"""Why: a reference judged again, offline, against every record that the kept answers hold and that is like it."""

from collections.abc import Iterator
from dataclasses import dataclass

from harvester.app.strategies import is_like
from harvester.errors import Fault, NotFoundError
from harvester.matching.comparing import PrintedFacts
from harvester.matching.judging import Judgement, judge
from harvester.model import Identifier, Verdict, Work
from harvester.model.citation import Method
from harvester.model.claim import Claim
from harvester.model.decisions import ReferenceState
from harvester.model.library_views import StoredReference
from harvester.model.reason import Reason, ReasonCode
from harvester.model.resolution import Resolution
from harvester.ports import Store
from harvester.records import crossref, pubmed

KINDS = ("efetch", "crossref-work", "crossref-search")
"""The kinds of answers that hold records."""
AT_MOST = 10
"""Candidates that are shown: a screen of them, each with a line for each fact, is more than a person compares."""
PERSONS = {Verdict.CONFIRMED: ReasonCode.PERSON_SAID_YES, Verdict.REJECTED: ReasonCode.PERSON_SAID_NO}
SETTLED_BY = {
    Verdict.OPEN: ReasonCode.NOT_ASKED_YET,
    Verdict.UNMATCHED: ReasonCode.NO_CANDIDATE_AGREES,
}
"""The rule where no candidate has the verdict."""


@dataclass(frozen=True, slots=True)
class Why:
    """How a reference stands, where it is printed, how it was understood, its candidates, and the rule that decided."""

    state: ReferenceState
    reference: StoredReference
    described: Work
    candidates: tuple[Judgement, ...]
    rule: Reason | None


def explain(store: Store, name: str) -> Why:
    """Judge a reference again, as it stood when it was settled. Raises `NotFoundError` for an unknown name."""
    state = store.decisions.reference(name)
    neighbours = store.works.around(set(), {state.digest}).neighbours
    own = next((h.claim for h in neighbours if h.claim.digest == state.digest), None)
    reference = _reference(store, state)
    if own is None:
        raise NotFoundError(f"{name!r} has no claim any more", Fault.LOST_CLAIM)
    judged = sorted(_judged(own, reference, store), key=lambda j: (j.candidate.distance, j.candidate.work.title))
    candidates = tuple(judged[:AT_MOST])
    rule = next((j.rule for j in candidates if j.verdict is state.verdict), SETTLED_BY.get(state.verdict))
    # A person's verdict follows no rule, whatever the candidates say.
    rule = PERSONS.get(state.verdict, rule)
    return Why(state, reference, own.work, candidates, Reason(rule) if rule else state.reason)


def rule_of(resolution: Resolution) -> Reason | None:
    """The rule that decided about a resolution: that of its nearest candidate, judged again."""
    query = resolution.query
    for candidate in resolution.candidates[:1]:
        asked = PrintedFacts(query.claim.work, query.text, query.labels)
        return Reason(_judge(asked, candidate.work, candidate.method).rule)
    return Reason(SETTLED_BY[resolution.verdict]) if resolution.verdict in SETTLED_BY else None


def _reference(store: Store, state: ReferenceState) -> StoredReference:
    """The reference as it stands on its page."""
    review, _, number = state.name.rpartition("/")
    try:
        citing = [store.works.find(review)]
    except NotFoundError:
        # It is named by its page's digest (docs/decisions/0004), which names no work.
        citing = store.works.citing()
    for work in citing:
        for reference in store.views.references(work):
            # It may be asked for by its review or by its page, whichever it is shown under.
            if reference.name.rpartition("/")[2] == number and reference.text == state.text:
                return reference
    raise NotFoundError(f"There is no reference {state.name!r}", Fault.NO_REFERENCE, review=review)


def _judged(own: Claim, reference: StoredReference, store: Store) -> Iterator[Judgement]:
    """Every record of the kept answers that is like the reference, each once, judged as it was then."""
    asked = PrintedFacts(own.work, reference.text, reference.tail_labels)
    seen: set[frozenset[Identifier]] = set()
    for answer in store.answers.of_kinds(KINDS):
        if answer.kind == "efetch":
            works = [record.work for record in pubmed.decode(answer.body).records]
        elif answer.kind == "crossref-search":
            works = [record.work for record in crossref.decode_search(answer.body)]
        else:
            single = crossref.decode_work(answer.body)
            works = [single.work] if single else []
        for work in works:
            identifiers = frozenset(work.identifiers)
            printed = not identifiers.isdisjoint(own.work.identifiers)
            if identifiers not in seen and (printed or is_like(own.work, reference.text, work)):
                seen.add(identifiers)
                yield _judge(asked, work, Method.PRINTED_IDENTIFIER.value if printed else answer.kind)


def _judge(asked: PrintedFacts, work: Work, method: str) -> Judgement:
    """A record judged by the policy that it was judged by: that of printed identifiers, where it has one."""
    printed = not set(work.identifiers).isdisjoint(asked.work.identifiers)
    return judge(asked, work, "printed" if printed else "searched", method)
