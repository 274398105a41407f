"""The services as the settings name them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from harvester.ports import Answer, Answers, Services
from harvester.wiring.settings import Settings

if TYPE_CHECKING:
    from harvester.services.settings import ServiceSettings


class Memory:
    """Answers for a run without a library: kept as long as it lasts."""

    def __init__(self) -> None:
        self._kept: dict[str, Answer] = {}

    def get(self, key: str, now: datetime) -> Answer | None:
        """The kept answer to a request, if there is one that has not expired."""
        answer = self._kept.get(key)
        return answer if answer and (answer.expires_at is None or answer.expires_at > now) else None

    def put(self, answer: Answer) -> None:
        """Keep an answer."""
        self._kept[answer.key] = answer


class Since:
    """Kept answers of which those from before a time are taken as expired: whoever refreshes wants to know anew."""

    def __init__(self, answers: Answers, since: datetime) -> None:
        self._answers, self._since = answers, since

    def get(self, key: str, now: datetime) -> Answer | None:
        """The kept answer to a request, if it is new enough."""
        answer = self._answers.get(key, now)
        return answer if answer and answer.asked_at >= self._since else None

    def put(self, answer: Answer) -> None:
        """Keep an answer."""
        self._answers.put(answer)


def open_services(
    settings: Settings, answers: Answers, now: Callable[[], datetime], since: datetime | None = None
) -> Services:
    """The services; answers kept before `since` are not taken."""
    from harvester.services.asking import NetworkServices

    return NetworkServices(_wanted(settings), Since(answers, since) if since else answers, now)


def probe(settings: Settings, now: Callable[[], datetime]) -> str:
    """Why PubMed cannot be reached, or "" if it can; waits for a few seconds only.

    Raises `SettingsError` where the key is refused or the address is none.
    """
    from harvester.errors import UnreachableError
    from harvester.model.questions import Search
    from harvester.services.asking import NetworkServices
    from harvester.services.http import Client, Patience

    patience = Patience(connect=2, read=5, total=6, unreachable=1, tries=2)
    services = NetworkServices(_wanted(settings), Memory(), now, Client((settings.api_key,), patience))
    try:
        replies = list(services.ask([Search("1[pmid]", 1)]))
    except UnreachableError as error:
        return str(error).partition(". ")[0]
    finally:
        services.close()
    return next((r.problem.detail for r in replies if r.problem is not None), "")


def _wanted(settings: Settings) -> "ServiceSettings":
    from harvester.services.settings import ServiceSettings

    return ServiceSettings(
        cache_folder=_cache_folder(),
        email=settings.email,
        api_key=settings.api_key,
        eutils_url=settings.eutils_url,
        idconv_url=settings.idconv_url,
        crossref_url=settings.crossref_url,
        europepmc_url=settings.europepmc_url,
    )


def _cache_folder() -> Path:
    """Where the processes of this user share what they must share."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("harvester", appauthor=False))
