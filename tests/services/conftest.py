from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from harvester.ports import Answer
from harvester.services.asking import NetworkServices
from harvester.services.http import Client, Clock, Patience
from harvester.services.limiter import Limiter
from harvester.services.settings import ServiceSettings
from tests.ncbi import Standin

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
KEY = "0123456789abcdef0123456789abcdef0123"


class KeptAnswers:
    """The Answers port in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, Answer] = {}

    def get(self, key: str, now: datetime) -> Answer | None:
        answer = self.kept.get(key)
        return answer if answer and (answer.expires_at is None or answer.expires_at > now) else None

    def put(self, answer: Answer) -> None:
        self.kept[answer.key] = answer


@pytest.fixture
def standin() -> Iterator[Standin]:
    with Standin() as running:
        running.state.enforce = False
        running.state.retry_after = 0
        yield running


@pytest.fixture
def answers() -> KeptAnswers:
    return KeptAnswers()


Make = Callable[..., NetworkServices]


@pytest.fixture
def make(standin: Standin, answers: KeptAnswers, tmp_path: Path) -> Make:
    """Services that ask the stand-in; retries do not wait, so that a test of faults takes no time."""

    def made(patience: Patience | None = None, **settings: object) -> NetworkServices:
        given = {
            "cache_folder": tmp_path,
            "api_key": KEY,
            "eutils_url": standin.eutils_url,
            "idconv_url": standin.idconv_url,
            "crossref_url": "off",
            "europepmc_url": "off",
            "doi_url": "off",
            "datacite_url": "off",
        }
        clock = Clock(sleep=lambda _seconds: None, random=lambda: 0.5)
        wired = ServiceSettings(**{**given, **settings})  # type: ignore[arg-type]
        services = NetworkServices(wired, answers, lambda: NOW, Client((wired.api_key,), patience, clock))
        for host in services._limiters:
            services._limiters[host] = Limiter(None, 1000, sleep=lambda _seconds: None)
        return services

    return made
