"""Reference strings: a pasted list cut into references, and the fields of one reference.

`split` never loses a non-blank character of a reference; `parse` never throws one away: what it does not understand
stays in `raw.text` and lowers `confidence`.
"""

from collections.abc import Iterable, Iterator

from harvester.model import ParsedReference, RawReference


def split(text: str, start: int = 0, end: int | None = None) -> tuple[RawReference, ...]:
    """Cut a reference list, as pasted or as it stands in `text[start:end]`, into its references; spans are offsets into
    `text`."""
    from harvester.references.splitting.list_entries import split_list

    return split_list(text, start, len(text) if end is None else end)


def words_before_number(text: str, start: int, end: int) -> tuple[str, int]:
    """The words that a line begins with and where a list's first label follows them ("References: 1. Carr A"); ("", -1)
    where none does."""
    from harvester.references.splitting import headings

    return headings.words_before_number(text, start, end)


def begins_with_author(words: str) -> bool:
    """Whether a name with initials, as references have it, begins some words."""
    from harvester.references.splitting import beginnings

    return beginnings.author_form(words) not in ("", "other", "same")


def raw(text: str, ordinal: int = 1) -> RawReference:
    """One line as one reference: its label and link words moved aside, its identifiers found."""
    from harvester.references.splitting import pieces

    return pieces.raw(text, ordinal)


def parse(raw: RawReference) -> ParsedReference:
    """Read the fields of one reference; identifiers that its page asserts outrank those read from its text."""
    from harvester.references.parsing import parse_reference

    return parse_reference(raw)


def parse_many(raws: Iterable[RawReference]) -> Iterator[ParsedReference]:
    """`parse` each reference, in order and as they come; faster than one call for each."""
    from harvester.references.parsing import parse_references

    return parse_references(raws)
