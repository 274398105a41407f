"""The services against the stand-in: what goes over the wire, what is kept, what each fault comes to."""

import logging
from datetime import timedelta
from itertools import accumulate, islice

import pytest

from harvester.errors import SettingsError, UnreachableError
from harvester.model.questions import Cited, CitedAs, Convert, Fetch, FullText, MatchCitations, Question, Search
from harvester.records import pubmed
from harvester.records.ncbi import decode_matches
from harvester.services.asking import NetworkServices, wire
from harvester.services.http import Client, Clock, Patience, pause_before_next
from harvester.services.settings import ServiceSettings
from tests.ncbi import Standin
from tests.ncbi.faults import KINDS
from tests.services.conftest import KEY, NOW, KeptAnswers, Make

FETCH = Fetch(("26323879", "30115704"))
EVERY: tuple[Question, ...] = (
    Search('"10.1038/nrgastro.2015.150"[doi]'),
    FETCH,
    Cited(("38474037",)),
    MatchCitations((CitedAs("Immunity", "2013", "39", "782", "Bindea G", "r1"),)),
    Convert(("24608080",)),
    FullText("PMC3946519"),
)


def test_every_question_is_answered(make: Make) -> None:
    replies = {r.question: r for r in make().ask(EVERY)}
    assert set(replies) == set(EVERY)
    assert all(r.problem is None and r.body and not r.kept for r in replies.values())


def test_2_tool_is_always_sent_email_and_key_when_there_are_such_and_never_empty(make: Make, standin: Standin) -> None:
    list(make(api_key=" ", email="").ask([FETCH]))
    assert standin.log[-1].params["tool"] == ["reference-harvester"]
    assert "email" not in standin.log[-1].params
    assert not standin.log[-1].with_key
    list(make(email="a@example.org").ask([Search("x")]))
    assert standin.log[-1].params["email"] == ["a@example.org"]
    assert standin.log[-1].with_key


@pytest.mark.parametrize(
    ("question", "post"),
    [
        (Fetch(tuple(str(n) for n in range(1, 150))), False),
        (Fetch(tuple(str(n) for n in range(1, 201))), True),
        (Fetch(tuple(str(n) for n in range(40000001, 40000111))), True),
        (Search("x" * 2000), True),
        (Search("short"), False),
    ],
)
def test_3_13_post_from_200_ids_or_1000_characters(
    make: Make, standin: Standin, question: Question, post: bool
) -> None:
    list(make().ask([question]))
    assert standin.log[-1].method == ("POST" if post else "GET")


def test_3_elink_asks_with_an_id_for_each_set_and_the_others_join_theirs() -> None:
    assert [p for p in wire(Cited(("1", "2"))).parameters if p[0] == "id"] == [("id", "1"), ("id", "2")]
    assert ("id", "1,2") in wire(Fetch(("1", "2"))).parameters


def test_28_citations_are_lines_of_six_cells_whose_text_cannot_break_them() -> None:
    question = MatchCitations((CitedAs("A|B\r\nC", "2001", "1", "2", "D", "k"), CitedAs("", "2002", "", "", "", "l")))
    assert dict(wire(question).parameters)["bdata"] == "A B C|2001|1|2|D|k|\r|2002||||l|"


def test_a_kept_answer_costs_no_request_and_is_the_same(make: Make, standin: Standin, answers: KeptAnswers) -> None:
    first = {r.question: r.body for r in make().ask(EVERY[:6])}
    asked = len(standin.log)
    again = list(make().ask(EVERY[:6]))
    assert len(standin.log) == asked
    assert all(r.kept and r.body == first[r.question] for r in again)
    assert {a.kind for a in answers.kept.values()} == {"esearch", "efetch", "elink", "ecitmatch", "idconv", "pmc"}


def test_the_key_of_a_kept_answer_holds_the_base_url_and_nobodys_address_or_key(
    make: Make, answers: KeptAnswers
) -> None:
    list(make(email="person@example.org").ask([FETCH]))
    (answer,) = answers.kept.values()
    assert answer.key.startswith("http://127.0.0.1")
    for text in (answer.key, answer.request, answer.body.decode()):
        assert KEY not in text
        assert "person@example.org" not in text
    list(make(email="other@example.org", api_key="").ask([FETCH]))
    assert len(answers.kept) == 1


def test_what_there_is_is_kept_longer_than_what_there_is_not(make: Make, answers: KeptAnswers) -> None:
    list(make().ask([FETCH, Fetch(("99999999",))]))
    ages = sorted(a.expires_at - NOW for a in answers.kept.values() if a.expires_at)
    assert ages == [timedelta(days=7), timedelta(days=30)]


def test_a_question_asked_twice_in_one_go_is_sent_once(make: Make, standin: Standin) -> None:
    assert len(list(make().ask([FETCH, FETCH]))) == 1
    assert len(standin.log) == 1


PASSING = [k for k in KINDS if k not in ("missing", "shuffled", "delay")]


@pytest.mark.parametrize("fault", PASSING)
@pytest.mark.parametrize("question", EVERY[:6], ids=lambda q: type(q).__name__)
def test_19_20_24_a_fault_that_passes_costs_a_retry_and_nothing_else(
    make: Make, standin: Standin, fault: str, question: Question
) -> None:
    if fault == "truncated" and isinstance(question, MatchCitations):
        return  # a line cut off is a missing line, which the one who asked has to notice (28)
    (good,) = make().ask([question])
    standin.faults.plan.extend([fault, fault])
    services = make()
    services._answers = KeptAnswers()
    (reply,) = services.ask([question])
    assert reply.problem is None
    assert reply.body == good.body
    assert services.requests == 3


def test_shuffled_and_missing_records_are_still_records(make: Make, standin: Standin) -> None:
    standin.faults.plan.append("missing")
    (reply,) = make().ask([FETCH])
    assert [r.pmid for r in pubmed.decode(reply.body).records] == ["26323879"]


def test_21_29_a_refusal_is_not_repeated(make: Make, standin: Standin) -> None:
    services = make()
    replies = list(services.ask([Fetch(("0",)), Convert(tuple(str(n) for n in range(1, 202)))]))
    assert all(r.problem and "says" in r.problem.detail for r in replies)
    assert services.requests == 2


def test_11_a_refused_key_is_a_clear_error_that_does_not_repeat_it(make: Make) -> None:
    with pytest.raises(SettingsError, match="refuses the API key") as raised:
        list(make(api_key="bad").ask([FETCH]))
    assert "bad" not in str(raised.value)
    assert raised.value.__cause__ is None


@pytest.mark.parametrize("fault", ["429", "limit-200", "cut", "503", "reset"])
def test_11_keys_are_in_no_error_and_in_no_log(
    make: Make, standin: Standin, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    standin.faults.always = fault
    (reply,) = make(Patience(tries=2)).ask([FETCH])
    assert reply.problem is not None
    assert "no answer after 2 tries" in reply.problem.detail
    seen = "connection" if fault == "reset" else "efetch.fcgi"
    assert any(seen in record.getMessage() for record in caplog.records), "urllib3 does log what it does"
    for text in (reply.problem.detail, caplog.text, repr(make()._settings)):
        assert KEY not in text


def test_an_ill_service_is_left_alone_after_a_few_questions(make: Make, standin: Standin) -> None:
    standin.faults.always = "503"
    services = make(Patience(tries=2))
    replies = list(services.ask([Search(str(n)) for n in range(100)]))
    assert all(r.problem for r in replies)
    assert services.requests < 60
    assert sum("left for later" in r.problem.detail for r in replies if r.problem) > 60


def test_retry_after_is_waited_for(standin: Standin, answers: KeptAnswers, tmp_path: object) -> None:
    slept: list[float] = []
    standin.state.retry_after = 1
    clock = Clock(sleep=slept.append, random=lambda: 0.0)
    settings = ServiceSettings(tmp_path, eutils_url=standin.eutils_url, idconv_url=standin.idconv_url)  # type: ignore[arg-type]
    services = NetworkServices(settings, answers, lambda: NOW, Client((), Patience(), clock))
    standin.faults.plan.append("429")
    (reply,) = services.ask([FETCH])
    assert reply.problem is None
    assert slept == [1.0]


def test_pauses_grow_and_are_never_the_same_for_all() -> None:
    def pauses(dice: float) -> list[float]:
        policies = accumulate(range(7), lambda policy, _: policy.increment(), initial=Patience().policy().increment())
        return [pause_before_next(policy, None, dice) for policy in islice(policies, 7)]

    assert pauses(1.0) == [0.5, 1, 2, 4, 8, 16, 20]
    assert pauses(0.0) == [0.25, 0.5, 1, 2, 4, 8, 10]


def test_a_pause_is_never_shorter_than_the_service_asks_for() -> None:
    assert pause_before_next(Patience().policy().increment(), 3.0, 1.0) == 3.0


def test_urllib3_itself_tries_nothing_again(make: Make) -> None:
    session = make()._clients["eutils"]._session
    assert {session.get_adapter(f"{scheme}://x").max_retries.total for scheme in ("http", "https")} == {0}


def test_a_server_that_hangs_for_ever_costs_at_most_the_deadline(make: Make, standin: Standin) -> None:
    standin.faults.always = "hang"
    patience = Patience(read=0.2, total=0.5)
    (reply,) = make(patience).ask([FETCH])
    assert reply.problem is not None
    assert "no answer" in reply.problem.detail
    assert 1 <= len(standin.log) <= 4


def test_a_server_that_drips_costs_at_most_the_deadline(make: Make, standin: Standin) -> None:
    standin.faults.always = "drip"
    (reply,) = make(Patience(read=1.0, total=0.3)).ask([FETCH])
    assert reply.problem is not None
    assert "did not end" in reply.problem.detail


def _moving(seconds: list[float]) -> Clock:
    def sleep(pause: float) -> None:
        seconds[0] += pause

    return Clock(now=lambda: seconds[0], sleep=sleep, random=lambda: 1.0)


def test_without_a_network_it_gives_up_within_ten_seconds_and_says_what_to_do(
    answers: KeptAnswers, tmp_path: object
) -> None:
    now = [0.0]
    settings = ServiceSettings(tmp_path, eutils_url="http://127.0.0.1:9/")  # type: ignore[arg-type]
    services = NetworkServices(settings, answers, lambda: NOW, Client((), Patience(), _moving(now)))
    with pytest.raises(UnreachableError, match=r"Cannot reach 127\.0\.0\.1:9: no connection$"):
        list(services.ask([FETCH]))
    assert now[0] <= 10


def test_22_23_what_is_unknown_is_left_out_and_zeros_do_not_count(make: Make) -> None:
    (reply,) = make().ask([Fetch(("026323879", "99999999", "26323879"))])
    assert [r.pmid for r in pubmed.decode(reply.body).records] == ["26323879"]


def test_28_the_journal_must_be_known_by_that_name(make: Make) -> None:
    lines = (
        CitedAs("Cell Comm Signal", "2017", "15", "1", "", "a"),
        CitedAs("Cell Commun Signal", "2017", "15", "1", "", "b"),
    )
    (reply,) = make().ask([MatchCitations(lines)])
    found = decode_matches(reply.body)
    assert (found["a"].pmids, found["b"].pmids) == ((), ("28073373",))


def test_the_address_of_a_service_must_be_one(tmp_path: object) -> None:
    with pytest.raises(SettingsError, match="HARVESTER_EUTILS_URL"):
        ServiceSettings(tmp_path, eutils_url="eutils.example.org")  # type: ignore[arg-type]


def test_a_service_that_has_moved_says_so_and_the_key_does_not_follow_it(make: Make, standin: Standin) -> None:
    standin.faults.always = "moved"
    services = make()
    (reply,) = services.ask([Search("x")])
    assert reply.problem is not None
    assert "has moved to http://192.0.2.1/" in reply.problem.detail
    assert services.requests == 1


def test_an_early_stop_begins_no_further_request(make: Make, standin: Standin) -> None:
    asking = make().ask([Search(str(n)) for n in range(200)])
    next(asking)
    asking.close()
    assert len(standin.log) < 60


def test_a_server_that_hangs_costs_the_deadline_once_and_not_for_every_question(make: Make, standin: Standin) -> None:
    standin.faults.always = "hang"
    services = make(Patience(read=0.2, total=0.4))
    list(services.ask([FETCH]))
    asked = len(standin.log)
    replies = list(services.ask([Search(str(n)) for n in range(30)]))
    assert all("left for later" in r.problem.detail for r in replies if r.problem)
    assert len(standin.log) == asked


def test_12_18_tools_have_no_blanks_and_each_call_asks_in_a_form_that_it_has() -> None:
    from harvester.services.settings import TOOL

    assert " " not in TOOL
    modes = {type(q).__name__: dict(wire(q).parameters).get("retmode") for q in EVERY}
    assert modes["Fetch"] == modes["Search"] == modes["Cited"] == "xml"


def test_39_large_answers_come_compressed_and_over_kept_connections(make: Make, standin: Standin) -> None:
    services = make()
    pmids = tuple(standin.state.desk.papers)
    (reply,) = services.ask([Fetch(pmids)])
    assert len(pubmed.decode(reply.body).records) == len(pmids)
    assert services._clients["eutils"]._session.headers["Accept-Encoding"].startswith("gzip")


def test_43_lists_are_the_same_in_citation_order_and_in_any_other() -> None:
    from harvester.model import Identifier
    from harvester.works.fetched_list import entries_of

    listed = [("First. 2001.", (Identifier("pmid", "5"),)), ("Second. 2002.", ())]
    one, other = (entries_of(listed, order) for order in (("5", "9", "7"), ("9", "7", "5")))
    assert one == other
    assert [i.value for _, ids in one for i in ids] == ["5", "7", "9"]


@pytest.mark.parametrize("fault", ["429", "500", "503"])
def test_a_service_that_gives_nothing_but_errors_is_borne_for_less_than_half_a_minute(
    answers: KeptAnswers, tmp_path: object, standin: Standin, fault: str
) -> None:
    now = [0.0]
    standin.faults.always = fault
    settings = ServiceSettings(tmp_path, eutils_url=standin.eutils_url, idconv_url=standin.idconv_url)  # type: ignore[arg-type]
    services = NetworkServices(settings, answers, lambda: NOW, Client((), Patience(), _moving(now)))
    for question in EVERY[:6]:  # one after the other, as the steps of a run ask
        list(services.ask([question]))
    assert now[0] <= 25
    assert "gave no answer" in str(services.away)


def test_a_service_that_answers_now_and_then_is_not_given_up_on(
    answers: KeptAnswers, tmp_path: object, standin: Standin
) -> None:
    now = [0.0]
    settings = ServiceSettings(tmp_path, eutils_url=standin.eutils_url, idconv_url=standin.idconv_url)  # type: ignore[arg-type]
    services = NetworkServices(settings, answers, lambda: NOW, Client((), Patience(), _moving(now)))
    for number in range(6):
        standin.faults.plan.extend(["503", "503", "503", "503"])
        (reply,) = services.ask([Search(str(number))])
        assert reply.problem is None
    assert now[0] > 25
    assert services.away is None
