"""What a browser leaves as one file: MHTML and Safari's web archive; the standard library opens both."""

import email
import email.policy
import plistlib
from email.message import Message
from xml.parsers.expat import ExpatError

_MAX_PARTS = 2000


def parts(content: bytes) -> tuple[tuple[bytes, str], ...]:
    """The pages of text inside a container, each with the charset that the container declares for it ("" if none).

    Frames that hold advertisements are parts too; a reader finds nothing in them. A broken container yields nothing.
    """
    if content.startswith(b"bplist00"):
        return _web_archive(content)
    return _mhtml(content)


def _mhtml(content: bytes) -> tuple[tuple[bytes, str], ...]:
    message = email.message_from_bytes(content.lstrip(), policy=email.policy.compat32)
    pages = [part for _, part in zip(range(_MAX_PARTS), message.walk(), strict=False) if _is_page(part)]
    return tuple((payload, _charset(part)) for part in pages if (payload := _payload(part)).strip())[:1]


def _is_page(part: Message) -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml", "text/plain")


def _charset(part: Message) -> str:
    return (part.get_content_charset() or "").lower()


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _web_archive(content: bytes) -> tuple[tuple[bytes, str], ...]:
    try:
        archive = plistlib.loads(content, fmt=plistlib.FMT_BINARY)
    except (
        plistlib.InvalidFileException,
        ExpatError,
        ValueError,
        RecursionError,
        OverflowError,
        MemoryError,
        KeyError,
    ):
        return ()
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict):
        return ()
    data, charset = main.get("WebResourceData"), main.get("WebResourceTextEncodingName")
    return ((data, charset.lower() if isinstance(charset, str) else ""),) if isinstance(data, bytes) else ()
