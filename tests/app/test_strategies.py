"""How batches are asked about: which questions, how many, and what becomes of odd answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from harvester.app.asking import batches, run
from harvester.app.steps import STEPS
from harvester.model import Identifier, Problem, Verdict, Work
from harvester.model.citation import Method
from harvester.model.claim import Origin
from harvester.model.questions import Convert, Fetch, MatchCitations, Question, Reply, Search
from harvester.model.reason import Reason, ReasonCode
from harvester.model.resolution import Query, Resolution
from harvester.works.claims import make_claim
from tests.ncbi.calls import CALLS, Desk
from tests.ncbi.papers import papers

DESK = Desk(papers(400))
PIDS = [str(40000001 + n) for n in range(400)]


@dataclass
class Scripted:
    """The services as data: the stand-in's desk without a network; `faults` are used up one a question."""

    faults: list[str] = field(default_factory=list)
    asked: list[Question] = field(default_factory=list)
    requests: int = 0

    def ask(self, questions: Iterable[Question]) -> Iterator[Reply]:
        from urllib.parse import parse_qs

        from harvester.services.asking import wire

        for question in list(questions):
            self.asked.append(question)
            fault = self.faults.pop(0) if self.faults else ""
            if fault == "problem":
                yield Reply(question, problem=Problem("service", "left for later"))
                continue
            made = wire(question)
            params = parse_qs(made.as_text, keep_blank_values=True)
            call = made.call.path or "idconv"
            yield Reply(question, CALLS[call](DESK, params, fault).body, key=f"key {len(self.asked)}")


def query(text: str = "", **fields: object) -> Query:
    work = Work(type="article-journal", **fields)  # type: ignore[arg-type]
    return Query(make_claim(work, Origin.REFERENCE, text), text, method=Method.PRINTED_IDENTIFIER)


def by_id(scheme: str, value: str) -> Query:
    return query(value, identifiers=(Identifier(scheme, value),))  # type: ignore[arg-type]


def settle(queries: list[Query], services: Scripted) -> list[Resolution]:
    found: list[Resolution] = []
    for step in STEPS:
        for outcome in run([step.strategy(batch) for batch in batches(queries, step)], services):
            assert not isinstance(outcome, Problem)
            found += outcome
    return found


def test_pmids_go_two_hundred_a_request_and_each_once() -> None:
    services = Scripted()
    found = settle([by_id("pmid", p) for p in PIDS] + [by_id("pmid", PIDS[0])], services)
    assert [len(q.pmids) for q in services.asked if isinstance(q, Fetch)] == [200, 200]
    assert {f.verdict for f in found} == {Verdict.ASSERTED}


def test_22_records_left_out_are_asked_for_once_more_and_then_count_as_unknown() -> None:
    services = Scripted(faults=["missing"])
    found = settle([by_id("pmid", p) for p in (*PIDS[:5], "99999999")], services)
    assert [q.pmids for q in services.asked] == [(*PIDS[:5], "99999999"), (PIDS[1], PIDS[3], "99999999")]
    unknown = [f.reason for f in found if f.verdict is Verdict.OPEN]
    assert unknown == [Reason(ReasonCode.NO_RECORD_IN_PUBMED, ("pmid:99999999",))]


def test_26_dois_are_mapped_back_by_the_doi_in_the_record_whatever_the_order() -> None:
    services = Scripted(faults=["", "shuffled"])
    found = settle([by_id("doi", f"10.5555/standin.{p}") for p in PIDS[:20]], services)
    assert [type(q) for q in services.asked] == [Search, Fetch]
    for resolution in found:
        printed = resolution.query.claim.work.get("doi")
        assert resolution.fetched_claims[0].claim.work.get("doi") == printed


def test_25_a_query_that_fell_apart_into_words_is_asked_in_halves(monkeypatch: object) -> None:
    services = Scripted()
    dois = [by_id("doi", f"10.5555/standin.{p}") for p in PIDS[:4]]
    real = CALLS["esearch.fcgi"]

    def apart(desk: Desk, params: dict[str, list[str]], fault: str) -> object:
        response = real(desk, params, fault)
        if params["term"][0].count("[doi]") > 1:
            body = response.body.replace(b"<Count>4<", b"<Count>90000<").replace(b"<Count>2<", b"<Count>90000<")
            return type(response)(200, body)
        return response

    CALLS["esearch.fcgi"] = apart  # type: ignore[assignment]
    try:
        found = settle(dois, services)
    finally:
        CALLS["esearch.fcgi"] = real
    assert {f.verdict for f in found} == {Verdict.ASSERTED}
    assert [q.term.count("[doi]") for q in services.asked if isinstance(q, Search)] == [4, 2, 1, 1, 2, 1, 1]


def test_29_pmcids_go_through_the_converter() -> None:
    services = Scripted()
    (resolution,) = settle([by_id("pmcid", "PMC5391692")], services)
    assert [type(q) for q in services.asked] == [Convert, Fetch]
    assert resolution.fetched_claims[0].claim.work.get("pmid") == "28187290"


def test_a_doi_that_no_query_can_hold_is_asked_for_by_its_words() -> None:
    services = Scripted()
    odd = query("x", identifiers=(Identifier("doi", "10.1002/(sici)1097[1]2"),), title="Aspirin in stroke and sleep")
    settle([odd], services)
    assert all("sici" not in q.term for q in services.asked if isinstance(q, Search))


def test_28_lines_that_are_left_out_are_asked_for_once_more() -> None:
    from tests.app.pages_of_ours import PAPERS

    known = [PAPERS[p] for p in ("24138885", "28102259", "28187290")]
    queries = [
        query(p.title, title=p.title, container_title=p.journal.ta, volume=p.volume, page=p.pages, issued=_year(p.year))
        for p in known
    ]
    services = Scripted(faults=["missing"])
    found = [f for f in settle(queries, services) if f.verdict is Verdict.MATCHED]
    lines = [len(q.citations) for q in services.asked if isinstance(q, MatchCitations)]
    assert lines[:2] == [3, 1]
    assert len(found) == 3


def _year(year: int) -> object:
    from harvester.model import PartialDate

    return PartialDate(year)


def test_a_batch_that_nobody_answered_costs_only_itself() -> None:
    services = Scripted(faults=["problem"])
    step = STEPS[0]
    outcomes = list(run([step.strategy(b) for b in batches([by_id("pmid", p) for p in PIDS], step)], services))
    assert sum(isinstance(o, Problem) for o in outcomes) == 1
    assert sum(len(o) for o in outcomes if not isinstance(o, Problem)) == 200


def test_batches_are_the_same_whatever_order_the_subjects_come_in() -> None:
    queries = [by_id("pmid", p) for p in PIDS]
    one, other = ([[s.claim.digest for s in b] for b in batches(order, STEPS[0])] for order in (queries, queries[::-1]))
    assert one == other


def test_nobody_asks_the_services_but_the_engine() -> None:
    from pathlib import Path

    import harvester.app

    files = Path(harvester.app.__file__).parent.glob("*.py")
    assert [path.name for path in files if "services.ask(" in path.read_text("utf-8")] == ["asking.py"]
