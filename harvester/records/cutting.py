"""Cut a stream of PubMed XML into its records, so that memory stays flat and a broken record costs only itself.

The bytes are cut at the records' own tags. What stands outside them, above all the document type with its DTD and any
entity declaration, never reaches a parser. A record whose own text holds one of these tags (in a
comment or CDATA section, which PubMed never writes) is cut wrongly, does not parse, and becomes a problem.
"""

import codecs
import re
from collections.abc import Iterable, Iterator

MAX_RECORD = 32 * 1024 * 1024
"""Bytes; the largest real records, with thousands of authors, stay below 2 MB."""

_OPEN = re.compile(rb"<(PubmedArticle|PubmedBookArticle)(?=[\s>])")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_LONGEST_TAG = 32
"""Bytes kept of a stretch without a record, since a chunk may end within a tag: longer than either tag."""


class RecordTooLongError(ValueError):
    """A record does not end within `MAX_RECORD`, so that nobody can say where the next one begins."""


def cut(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes of each `PubmedArticle` and `PubmedBookArticle`, in order, in UTF-8; also those of an unfinished last
    one.

    Raises `RecordTooLongError`; `LookupError` for an encoding that Python does not know.
    """
    buffer = b""
    for chunk in _in_utf8(chunks):
        buffer += chunk
        position = 0
        while opened := _OPEN.search(buffer, position):
            closing = b"</" + opened.group(1) + b">"
            end = buffer.find(closing, opened.end())
            if end < 0:
                break
            yield buffer[opened.start() : end + len(closing)]
            position = end + len(closing)
        buffer = buffer[opened.start() if opened else max(position, len(buffer) - _LONGEST_TAG) :]
        if len(buffer) > MAX_RECORD:
            raise RecordTooLongError(f"a record is longer than {MAX_RECORD} bytes")
    if _OPEN.match(buffer):
        yield buffer


def _in_utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks in UTF-8, whatever encoding the first one declares or its byte order mark shows.

    The tags could not be found in UTF-16, and a record that was cut out no longer declares its encoding.
    """
    decoder = None
    for number, chunk in enumerate(chunks):
        if number == 0:
            declared = _ENCODING.match(chunk.removeprefix(codecs.BOM_UTF8))
            encoding = declared.group(1).decode().lower() if declared else "utf-8"
            if chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                encoding = "utf-16"
            if encoding not in ("utf-8", "utf8", "us-ascii", "ascii"):
                decoder = codecs.getincrementaldecoder(encoding)("replace")
        yield decoder.decode(chunk).encode() if decoder else chunk
