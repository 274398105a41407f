"""Pages that a browser saves as one file: MHTML and Safari's web archive; the standard library opens both."""

import email
import email.policy
import plistlib
import re
from itertools import islice
from xml.parsers.expat import ExpatError

_MAX_PARTS = 2000
"""Parts of a message that are examined; a page with its pictures and styles has some hundreds."""

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_HEADING = re.compile(rb">\s{0,40}(?:\d{1,2}\.?\s)?(?:References?|Bibliography|Literature Cited)\b", re.IGNORECASE)
_TRACE = re.compile(rb"10\.\d{4,9}/|(?:19|20)\d\d\s?;\s?(?:<[^<>]{0,40}>)?\d|/pubmed/\d")
_FEWEST_TRACES = 3
"""Traces of references in a frame's list: an advertisement may have one link to a paper under "References"."""

Part = tuple[bytes, str]
"""A page inside a container, and the charset that the container declares for it ("" if none)."""


def parts_of(content: bytes) -> tuple[Part, ...]:
    """The pages of text inside a container; none if it is broken.

    The first is the page that was saved; its frames are mostly advertisements; those with a reference list of
    their own follow.
    """
    if not content.startswith(b"bplist00"):
        return _of_mhtml(content)
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
        # Numbers in a broken file may claim any size or name, and plistlib believes them.
        return ()
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict):
        return ()
    data, charset = main.get("WebResourceData"), main.get("WebResourceTextEncodingName")
    return ((data, charset if isinstance(charset, str) else ""),) if isinstance(data, bytes) else ()


def _of_mhtml(content: bytes) -> tuple[Part, ...]:
    message = email.message_from_bytes(content.lstrip(), policy=email.policy.compat32)
    pages: list[Part] = []
    for part in islice(message.walk(), _MAX_PARTS):
        if part.get_content_type() not in _PAGE_TYPES:
            continue
        try:
            payload = part.get_payload(decode=True)
        except (ValueError, LookupError, AssertionError):
            # The package lets its decoders' errors pass: base64 that is cut off, unknown charsets.
            continue
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        if pages:
            heading = _HEADING.search(payload)
            traces = islice(_TRACE.finditer(payload, heading.end()), _FEWEST_TRACES) if heading else ()
            if len(list(traces)) < _FEWEST_TRACES:
                continue
        pages.append((payload, part.get_content_charset() or ""))
    return tuple(pages)
