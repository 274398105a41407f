"""A stream of PubMed XML cut into its records, so that memory stays flat and a rotten record costs only itself.

The cut is by the tags of the records, on bytes; what stands before, between and behind them, the document type with its
DTD and any entity declaration above all, never reaches a parser. A record whose own text holds one of these tags (in a
comment or CDATA section, which PubMed never writes) is cut wrongly, does not parse, and becomes a problem.
"""

import re
from collections.abc import Iterable, Iterator

MAX_RECORD = 32 * 1024 * 1024
"""Bytes; the largest real records, with thousands of authors, have less than 2 MB."""

_OPEN = re.compile(rb"<(PubmedArticle|PubmedBookArticle)(?=[\s>])")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_LONGEST_TAG = 32


class RecordTooLongError(ValueError):
    """A record that does not end within `MAX_RECORD`; what comes after it cannot be told from it."""


def cut(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes of each `PubmedArticle` and `PubmedBookArticle`, in order, in UTF-8; an unfinished last one is given
    too.

    Raises `RecordTooLongError`; `LookupError` for an encoding that Python does not know.
    """
    buffer = b""
    for chunk in _in_utf8(chunks):
        buffer += chunk
        start = 0
        while (found := _record_at(buffer, start)) is not None:
            begin, end = found
            yield buffer[begin:end]
            start = end
        buffer = _rest(buffer, start)
        if len(buffer) > MAX_RECORD:
            raise RecordTooLongError(f"a record is longer than {MAX_RECORD} bytes")
    if _OPEN.match(buffer):
        yield buffer


def _record_at(buffer: bytes, start: int) -> tuple[int, int] | None:
    """Where the next whole record stands."""
    opened = _OPEN.search(buffer, start)
    if opened is None:
        return None
    closing = b"</" + opened.group(1) + b">"
    end = buffer.find(closing, opened.end())
    return None if end < 0 else (opened.start(), end + len(closing))


def _rest(buffer: bytes, start: int) -> bytes:
    """What must be kept for the next chunk: an open record, or the last bytes, which may be the beginning of a tag."""
    opened = _OPEN.search(buffer, start)
    return buffer[opened.start() :] if opened else buffer[max(start, len(buffer) - _LONGEST_TAG) :]


def _in_utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks in UTF-8, whatever encoding the first one declares or its byte order mark shows."""
    import codecs

    decoder = None
    for number, chunk in enumerate(chunks):
        if number == 0:
            encoding = _encoding(chunk)
            decoder = codecs.getincrementaldecoder(encoding)("replace") if encoding else None
        yield decoder.decode(chunk).encode() if decoder else chunk


def _encoding(head: bytes) -> str:
    """The encoding to translate from; empty for UTF-8 and ASCII."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    declared = _ENCODING.match(head.removeprefix(b"\xef\xbb\xbf"))
    name = declared.group(1).decode().lower() if declared else "utf-8"
    return "" if name in ("utf-8", "utf8", "us-ascii", "ascii") else name
