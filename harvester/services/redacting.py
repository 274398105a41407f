"""Keep API keys out of errors, logs and kept answers, however they are spelled there."""

import logging
import re
from urllib.parse import quote, quote_plus

_NAMED = re.compile(r"(api[_-]key\W{1,6})[^&\s\"',}]+", re.IGNORECASE)
_HIDDEN = "***"


SHORTEST_KEY = 8
"""Characters of what can be a key; NCBI's have 36."""


def redact(text: str, secrets: tuple[str, ...]) -> str:
    """The text without any of the secrets, plain or URL-encoded, and without anything that follows the word
    `api_key`."""
    for secret in secrets:
        for spelling in {secret, quote(secret, safe=""), quote_plus(secret)}:
            text = text.replace(spelling, _HIDDEN)
    return _NAMED.sub(rf"\1{_HIDDEN}", text)


def redact_bytes(body: bytes, secrets: tuple[str, ...]) -> bytes:
    """A body without the secrets, for keeping.

    What is shorter than `SHORTEST_KEY` stays: it hides nothing, and replaced everywhere it would ruin the records (with
    the key `x`, `AbstractText` was no tag any more, and all records counted as missing).
    """
    for secret in secrets:
        if len(secret) >= SHORTEST_KEY:
            body = body.replace(secret.encode(), _HIDDEN.encode())
    return body


class Redacting(logging.Filter):
    """A filter for other people's loggers: urllib3 logs every URL with its query."""

    def __init__(self) -> None:
        super().__init__()
        self._secrets: tuple[str, ...] = ()

    def add(self, secrets: tuple[str, ...]) -> None:
        """Hide these too from now on."""
        self._secrets = tuple(dict.fromkeys(self._secrets + secrets))

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, without its secrets."""
        record.msg = redact(record.getMessage(), self._secrets)
        record.args = ()
        return True


REDACTING = Redacting()
"""One for the process, so that a logger has it once, however many clients there are."""
