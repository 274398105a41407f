"""Crossref and Europe PMC asked under the same guard: own limits, told by their headers, and left out when away."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harvester.errors import SettingsError, UnreachableError
from harvester.model.questions import CrossrefSearch, CrossrefWork, EuropePmcReferences
from harvester.ports import Role
from harvester.records import crossref, europepmc
from harvester.services.asking import FALLBACK, MANNERS, NetworkServices
from harvester.services.calls import Pace
from harvester.services.crossref import read_pace
from harvester.services.http import Client, Clock
from harvester.services.settings import ServiceSettings
from tests.ncbi.papers import papers
from tests.ncbi.server import busiest_second
from tests.others import CrossrefStandin, EuropePmcStandin
from tests.services.conftest import NOW, KeptAnswers

SICI = "10.1016/S1201-9712(98)90116-3"
PAPERS = papers(60)


@pytest.fixture
def crossref_standin() -> Iterator[CrossrefStandin]:
    with CrossrefStandin(PAPERS.values()) as running:
        yield running


@pytest.fixture
def made(crossref_standin: CrossrefStandin, answers: KeptAnswers, tmp_path: Path) -> Callable[..., NetworkServices]:
    def make(**settings: object) -> NetworkServices:
        given = {
            "cache_folder": tmp_path,
            "crossref_url": crossref_standin.url,
            "europepmc_url": "off",
            "doi_url": "off",
            "datacite_url": "off",
        }
        wired = ServiceSettings(**{**given, **settings})  # type: ignore[arg-type]
        return NetworkServices(wired, answers, lambda: NOW)

    return make


def fast_init(crossref_standin: CrossrefStandin) -> Client:
    crossref_standin.state.enforce = False
    return Client((), None, Clock(sleep=lambda _seconds: None, random=lambda: 0.5))


def test_a_doi_with_brackets_is_found_by_its_path(made: Callable[..., NetworkServices]) -> None:
    (reply,) = made().ask([CrossrefWork(SICI.lower())])
    record = crossref.decode_work(reply.body)
    assert record is not None
    assert record.doi == SICI.lower()


def test_without_an_address_crossref_is_asked_one_at_a_time_and_five_a_second(
    made: Callable[..., NetworkServices], crossref_standin: CrossrefStandin
) -> None:
    questions = [CrossrefWork(f"10.5555/standin.{40000001 + n}") for n in range(12)]
    assert all(reply.body for reply in made().ask(questions))
    assert {a.status for a in crossref_standin.log} == {200}
    assert max(a.at_a_time for a in crossref_standin.log) == 1
    assert busiest_second([a.at for a in crossref_standin.log]) <= 5
    assert not any(a.params for a in crossref_standin.log), "nobody gave an address"


def test_with_an_address_it_goes_as_mailto_and_the_headers_say_the_pace(
    made: Callable[..., NetworkServices], crossref_standin: CrossrefStandin
) -> None:
    crossref_standin.state.a_second, crossref_standin.state.at_a_time = 8, 2
    crossref_standin.state.latency = 0.02
    services = made(email="someone@example.org")
    next(iter(services.ask([CrossrefWork(SICI.lower())])))
    assert all(r.body for r in services.ask([CrossrefWork(f"10.5555/standin.{40000001 + n}") for n in range(16)]))
    assert {tuple(a.params["mailto"]) for a in crossref_standin.log} == {("someone@example.org",)}
    assert {a.status for a in crossref_standin.log} == {200}
    assert max(a.at_a_time for a in crossref_standin.log) == 2


@pytest.mark.parametrize(
    ("headers", "pace"),
    [
        ({"x-rate-limit-limit": "50", "x-rate-limit-interval": "10s", "x-concurrency-limit": "3"}, Pace(5, 3)),
        ({"x-rate-limit-limit": "10", "x-rate-limit-interval": "1s"}, Pace(10, 1)),
        ({"x-rate-limit-limit": "0", "x-concurrency-limit": "-4"}, Pace(5, 1)),
        ({"x-rate-limit-limit": "9" * 40, "x-rate-limit-interval": "soon"}, Pace(5, 1)),
        ({"x-rate-limit-limit": "99999"}, Pace(50, 1)),
        ({}, Pace(5, 1)),
    ],
)
def test_headers_that_make_no_sense_change_no_pace(headers: dict[str, str], pace: Pace) -> None:
    assert read_pace(headers, Pace(5, 1)) == pace


def test_an_unknown_doi_is_an_answer_that_is_kept_for_a_while(
    made: Callable[..., NetworkServices], crossref_standin: CrossrefStandin
) -> None:
    services = made()
    for _ in range(2):
        (reply,) = services.ask([CrossrefWork("10.9999/none")])
        assert (reply.problem, crossref.decode_work(reply.body)) == (None, None)
    assert len(crossref_standin.log) == 1


@pytest.mark.parametrize("fault", ["429", "500", "502", "503", "cut", "truncated", "html"])
def test_faults_that_pass_are_waited_out(
    crossref_standin: CrossrefStandin, answers: KeptAnswers, tmp_path: Path, fault: str
) -> None:
    settings = ServiceSettings(tmp_path, crossref_url=crossref_standin.url, europepmc_url="off")
    services = NetworkServices(settings, answers, lambda: NOW, fast_init(crossref_standin))
    crossref_standin.state.faults.plan.append(fault)
    (reply,) = services.ask([CrossrefSearch("Kaplan The global burden of IBD 2015")])
    assert crossref.decode_search(reply.body)
    assert len(crossref_standin.log) == 2


def test_a_service_that_is_off_is_not_offered_and_ncbi_cannot_be(made: Callable[..., NetworkServices]) -> None:
    has = made().has
    assert (has(Role.CONVERSION), has(Role.DOI_RECORDS), has(Role.COLLECTED_LISTS)) == (True, True, False)
    with pytest.raises(SettingsError, match="HARVESTER_EUTILS_URL"):
        made(eutils_url="off")


def test_crossref_away_is_found_out_within_a_few_seconds(answers: KeptAnswers, tmp_path: Path) -> None:
    clock = [0.0]
    counting = Clock(now=lambda: clock[0], sleep=lambda s: clock.__setitem__(0, clock[0] + s), random=lambda: 0.5)
    settings = ServiceSettings(tmp_path, crossref_url="http://127.0.0.1:9/", europepmc_url="off")
    services = NetworkServices(settings, answers, lambda: NOW)
    services._clients["crossref"] = Client((), FALLBACK, counting)
    with pytest.raises(UnreachableError, match=r"127\.0\.0\.1:9"):
        list(services.ask([CrossrefWork("10.1/x")]))
    assert clock[0] <= 3


def test_europe_pmc_gives_lists_page_by_page_and_is_not_told_who_asks(answers: KeptAnswers, tmp_path: Path) -> None:
    listed = [{"citedOrder": n, "unstructuredInformation": f"Filler {n}."} for n in range(1, 31)]
    with EuropePmcStandin({"MED/38474037": listed}) as running:  # type: ignore[dict-item]
        settings = ServiceSettings(tmp_path, email="a@example.org", crossref_url="off", europepmc_url=running.url)
        services = NetworkServices(settings, answers, lambda: NOW)
        (reply,) = services.ask([EuropePmcReferences("MED", "38474037")])
    assert len(europepmc.decode_references(reply.body).references) == 30
    assert not any("email" in a.params or "mailto" in a.params for a in running.log)


def test_each_service_has_a_limit_of_its_own(made: Callable[..., NetworkServices]) -> None:
    services = made(api_key="0123456789abcdef0123456789abcdef0123")
    limits = {host: limiter.a_second for host, limiter in services._limiters.items()}
    assert sorted(limits.values()) == [5, 10, 10]


def test_ncbi_is_asked_with_tool_and_others_are_not_told_the_key(made: Callable[..., NetworkServices]) -> None:
    services = made(api_key="0123456789abcdef0123456789abcdef0123", email="a@example.org")
    who = {name: manners.who(services._settings) for name, manners in MANNERS.items()}
    assert who["crossref"] == (("mailto", "a@example.org"),)
    assert who["europepmc"] == ()
    assert [name for name, _ in who["eutils"]] == ["tool", "email", "api_key"]
