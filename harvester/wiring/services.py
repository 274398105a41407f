"""The services as the settings name them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from harvester.ports import Answer, Answers, Services
from harvester.wiring.settings import Settings


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
    from harvester.services.settings import ServiceSettings

    wanted = ServiceSettings(
        cache_folder=_cache_folder(),
        email=settings.email,
        api_key=settings.api_key,
        eutils_url=settings.eutils_url,
        idconv_url=settings.idconv_url,
        crossref_url=settings.crossref_url,
        europepmc_url=settings.europepmc_url,
    )
    return NetworkServices(wanted, Since(answers, since) if since else answers, now)


def _cache_folder() -> Path:
    """Where the processes of this user share what they must share."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("harvester", appauthor=False))
