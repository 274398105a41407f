"""A saved file, the page recognized in it or why it is passed over, and ranges and problems on that page."""

from dataclasses import dataclass
from enum import StrEnum

from harvester.values.fast_init import fast_init


@fast_init
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, `Page.text[start:end]`.

    In HTML it is the range, in the source text, of the smallest block that holds what is meant.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One saved file exactly as found: its name as the user gave it, its bytes, and the SHA-256 of those in hex."""

    name: str
    content: bytes
    digest: str


class SkipCode(StrEnum):
    """Why a file is passed over; none of these is a failure."""

    EMPTY = "empty"
    IRREGULAR = "irregular"
    """A pipe, a socket, a device."""

    TOO_LARGE = "too-large"
    """The detail is the limit in MB."""

    BINARY = "binary"
    """The detail is the kind, "" where it is not known."""

    DOCUMENT = "document"
    """A document of another program; the detail is its kind."""

    BIBLIOGRAPHY = "bibliography"
    """A file of a bibliography program; the detail is its notation."""

    TABLE = "table"
    """A table of works; the detail is its notation."""

    EMPTY_CONTAINER = "empty-container"
    """A file made to hold pages in which none is."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Why a file is passed over; `harvester.explain.why_skipped` says it in words."""

    code: SkipCode
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its charset and format known; it holds plain text, so it can be sent to another process.

    `source` and `digest` are those of the `Source`; `format` is a key of the readers' table, such as `pubmed-text`.
    """

    source: str
    digest: str
    format: str
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A failure as a value: a short stable `code`, a sentence for a person, and where it stands if that is known."""

    code: str
    detail: str
    span: Span | None = None
