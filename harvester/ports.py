"""The contracts between the verbs and what they work with: `Answers`, `Services` and `Store`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service said, as kept in the library.

    `key` names the request (it holds the service's base URL, never a key or an address of a person); `kind` is the call
    (`efetch`, `esearch`, ...); `request` is the request as a person may read it; `body` the bytes of the answer.
    """

    key: str
    kind: str
    request: str
    body: bytes
    asked_at: datetime
    expires_at: datetime | None


class Answers(Protocol):
    """Kept answers: cache, provenance and offline replay in one."""

    def get(self, key: str, now: datetime) -> Answer | None:
        """The kept answer to a request if it has not expired, else None."""

    def put(self, answer: Answer) -> None:
        """Keep an answer; an older one under the same key gives way."""
