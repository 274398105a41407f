"""What a browser leaves as one file: MHTML and Safari's web archive; the standard library opens both."""

import email
import email.policy
import plistlib
import re
from email.message import Message
from itertools import islice
from xml.parsers.expat import ExpatError

_MAX_PARTS = 2000
_HEADING = re.compile(rb">\s{0,40}(?:\d{1,2}\.?\s)?(?:References?|Bibliography|Literature Cited)\b", re.IGNORECASE)
_TRACE = re.compile(rb"10\.\d{4,9}/|(?:19|20)\d\d\s?;\s?(?:<[^<>]{0,40}>)?\d|/pubmed/\d")
_FEWEST_TRACES = 3


def parts(content: bytes) -> tuple[tuple[bytes, str], ...]:
    """The pages of text inside a container, each with the charset that the container declares for it ("" if none).

    The first is the page that was saved; of its frames, mostly advertisements, those with a reference list of their own
    follow. A broken container yields nothing.
    """
    if content.startswith(b"bplist00"):
        return _web_archive(content)
    return _mhtml(content)


def _mhtml(content: bytes) -> tuple[tuple[bytes, str], ...]:
    message = email.message_from_bytes(content.lstrip(), policy=email.policy.compat32)
    parts = [part for _, part in zip(range(_MAX_PARTS), message.walk(), strict=False) if _is_page(part)]
    pages = [(payload, _charset(part)) for part in parts if (payload := _payload(part)).strip()]
    return (*pages[:1], *(page for page in pages[1:] if _has_a_list(page[0])))


def _has_a_list(content: bytes) -> bool:
    """Whether a frame has a heading of references and traces of several behind it."""
    heading = _HEADING.search(content)
    if heading is None:
        return False
    return sum(1 for _ in islice(_TRACE.finditer(content, heading.end()), _FEWEST_TRACES)) == _FEWEST_TRACES


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
