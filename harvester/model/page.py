"""A saved file, the page recognized in it, and places and problems on that page."""

from dataclasses import dataclass

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
