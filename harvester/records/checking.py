"""Judge an answer of a service before anything in it is believed.

NCBI reports errors with status 200: `<ERROR>` elements, HTML pages, a prolog without a root, a rate limit's JSON, C++
traces (docs/entrez.md 10, 19-21, 24). Read as "nothing found", such an answer would delete what the library has.
"""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class AnswerStatus(StrEnum):
    """What to do with an answer."""

    WHOLE = "whole"
    """Believe it."""
    EMPTY = "empty"
    """Believe it: there is nothing."""
    LATER = "later"
    """Ask again after a pause."""
    ERROR = "error"
    """Asking again would not help."""
    BAD_KEY = "bad key"
    """The API key is refused."""


@dataclass(frozen=True, slots=True)
class Check:
    """The judgement, and the service's own words for an error (they may hold an API key: redact before showing)."""

    status: AnswerStatus
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a good answer of a kind looks like: its form, its root or first key, and the bytes that show it is
    not empty."""

    form: Literal["xml", "json", "lines"]
    root: bytes
    holds: bytes


_SHAPES = {
    "efetch": _Shape("xml", b"PubmedArticleSet", b"</PMID>"),
    "esearch": _Shape("xml", b"eSearchResult", b"<Id>"),
    "elink": _Shape("xml", b"eLinkResult", b"<Link>"),
    "idconv": _Shape("json", b"records", b'"pm'),
    "ecitmatch": _Shape("lines", b"|", b"|"),
    "pmc": _Shape("xml", b"pmc-articleset", b"<article"),
    "crossref-work": _Shape("json", b"message", b'"DOI"'),
    "crossref-search": _Shape("json", b"message", b'"DOI"'),
    "doi-agencies": _Shape("json", b"DOI", b'"RA"'),
    "datacite-work": _Shape("json", b"data", b'"attributes"'),
    "europepmc-references": _Shape("json", b"hitCount", b'"citedOrder"'),
}

_UNKNOWN = {"crossref-work": b"Resource not found", "datacite-work": b"resource you are looking for"}
"""The words with which a 404 means "no such record"; any other 404 is an error (docs/entrez.md 30)."""

_WORDS: tuple[tuple[re.Pattern[str], AnswerStatus], ...] = (
    (re.compile(r"rate limit|too many requests|temporarily|try again", re.IGNORECASE), AnswerStatus.LATER),
    (re.compile(r"api key invalid|invalid api key|api key not", re.IGNORECASE), AnswerStatus.BAD_KEY),
    (
        re.compile(r"cannot get document summary|time-?d? ?out|backend|TXCLIENT|readAll", re.IGNORECASE),
        AnswerStatus.LATER,
    ),
    (
        re.compile(r"id list|too many uids|retstart|invalid (?:db|uid|id)|not supported|unknown", re.IGNORECASE),
        AnswerStatus.ERROR,
    ),
    (re.compile(r"bad request|malformed|cannot process|wrong ", re.IGNORECASE), AnswerStatus.ERROR),
)
"""The services' words -> what they mean; the first that fits decides (docs/entrez.md 10, 11, 14, 15, 19, 21, 29)."""

_ERROR = re.compile(rb"<ERROR>(.{0,2000}?)</ERROR>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(rb"<([A-Za-z][\w:.-]*)")
_ERROR_NAMES = ("error", "ERROR", "message", "errMsg")
_HEAD = 4000
"""Bytes at the start in which errors and the root element are looked for: NCBI's prolog, document type and header
take a few hundred."""


def check(kind: str, status: int, body: bytes) -> Check:
    """Judge the answer to a call of this kind (`efetch`, `esearch`, ...) by its HTTP status and its body.

    An answer of status 200 in another form than expected means "later": a maintenance page, a reply cut short.
    """
    shape = _SHAPES[kind]
    text = body.strip()
    if status == 404 and kind in _UNKNOWN and _UNKNOWN[kind] in text[:_HEAD]:
        return Check(AnswerStatus.EMPTY)

    # An error in words outranks the HTTP status: NCBI sends errors with 200, and a 400 can mean "later".
    error = _error(text)
    if error is not None:
        for pattern, meant in _WORDS:
            if pattern.search(error):
                return Check(meant, error)
        return Check(AnswerStatus.ERROR if 400 <= status < 500 and status != 429 else AnswerStatus.LATER, error)

    plain = " ".join(re.sub(r"<[^<>]{0,300}>", " ", text[:1000].decode("utf-8", "replace")).split())
    first_words = plain[:120] or "without words"  # what one line of a message has room for
    if status >= 300:
        # 501 is "not implemented", the one 5xx that does not pass (docs/entrez.md 19).
        return Check(AnswerStatus.LATER if status >= 500 and status != 501 else AnswerStatus.ERROR, first_words)
    if not text:
        return Check(AnswerStatus.LATER, "an empty answer")
    if kind == "pmc" and b"<PubmedArticleSet" in text[:_HEAD]:
        # A mirror of PubMed alone takes EFetch for any database; it will never give a full text.
        return Check(AnswerStatus.ERROR, "a mirror that has no full texts")
    if not _is_whole(text, shape):
        return Check(AnswerStatus.LATER, f"an answer that is no {kind}: {first_words}")
    return Check(AnswerStatus.WHOLE if shape.holds in text else AnswerStatus.EMPTY)


def _error(text: bytes) -> str | None:
    """The service's own words of an error, as JSON or XML; None where it reports none."""
    if not text.startswith(b"{"):
        # Only near the start, where the service puts it: among many records it would be about one of them.
        found = _ERROR.search(text[:_HEAD])
        return " ".join(found.group(1).decode("utf-8", "replace").split()) if found else None
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        # NCBI's errors can be invalid JSON (docs/entrez.md 16); then they are searched as text.
        found = re.search(rb'"(?:error|ERROR|message)"\s*:\s*"([^"]{0,2000})', text[:_HEAD])
        return found.group(1).decode("utf-8", "replace") if found else None
    if not isinstance(data, dict):
        return None
    inner = data.get("esearchresult")
    for holder in (data, inner if isinstance(inner, dict) else {}):
        for name in _ERROR_NAMES:
            # Crossref has its records under `message`, as an object; an error is a string there.
            if isinstance(holder.get(name), str):
                return " ".join(holder[name].split())
    return None


def _is_whole(text: bytes, shape: _Shape) -> bool:
    """Whether an answer has the expected form and its end: a reply cut short has none."""
    if shape.form == "lines":
        return not text.startswith((b"<", b"{")) and shape.root in text
    if shape.form == "json":
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            return False
        # doi.org answers a list, with an object for each DOI.
        first = data[0] if isinstance(data, list) and data else data
        return isinstance(first, dict) and shape.root.decode() in first
    # XML is not parsed for this: a malformed record must cost only itself, and parsing a large answer takes time.
    root = _ROOT.search(re.sub(rb"<[?!][^>]*>", b"", text[:_HEAD]))
    if root is None or root.group(1) != shape.root:
        return False
    return text.endswith(b"</" + shape.root + b">") or (text.endswith(b"/>") and text.count(shape.root) <= 2)
