"""Answers kept in memory for a run without a library, and kept answers without those that are too old."""

from datetime import datetime

from harvester.ports import Answer, Answers


class AnswersInMemory:
    """Answers for a run without a library; they are kept as long as the run lasts."""

    def __init__(self) -> None:
        self._kept: dict[str, Answer] = {}

    def get(self, key: str, now: datetime) -> Answer | None:
        """The kept answer to a request, if there is one that has not expired."""
        answer = self._kept.get(key)
        return answer if answer and (answer.expires_at is None or answer.expires_at > now) else None

    def put(self, answer: Answer) -> None:
        """Keep an answer."""
        self._kept[answer.key] = answer


class FreshAnswers:
    """Kept answers, of which those asked for before `since` count as expired: `refresh` wants new ones."""

    def __init__(self, answers: Answers, since: datetime) -> None:
        self._answers, self._since = answers, since

    def get(self, key: str, now: datetime) -> Answer | None:
        """The kept answer to a request, if it is new enough."""
        answer = self._answers.get(key, now)
        return answer if answer and answer.asked_at >= self._since else None

    def put(self, answer: Answer) -> None:
        """Keep an answer."""
        self._answers.put(answer)
