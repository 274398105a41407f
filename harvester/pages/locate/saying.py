"""Whether words say a value of a work: the same checks wherever the words stand."""

from collections.abc import Iterable, Iterator

from harvester.model import Identifier, Name, Span, Work
from harvester.pages.locate.words import Words, tight
from harvester.values import identifier
from harvester.values.citation_line import CitationLine, find_citation_line
from harvester.values.printed_names import name_of

Found = dict[str, Span]
"""Where fields stand, by their names."""

LINE_FIELDS = ("issued", "volume", "issue", "page")
_MOST_LINES = 50


def forms_of(name: Name) -> tuple[str, ...]:
    """A name as tight words, the given names in front and behind."""
    if name.literal:
        return (tight(name.literal),)
    family = f"{name.particle}{name.family}"
    told = (
        f"{name.given}{family}{name.suffix}",
        f"{family}{name.given}{name.suffix}",
        f"{family}{name.suffix}{name.given}",
    )
    return tuple(dict.fromkeys(map(tight, told)))


def names_of(texts: Iterable[str]) -> tuple[Name, ...]:
    """The names that some strings tell, each once."""
    return tuple(dict.fromkeys(name for text in texts if (name := name_of(text))))


def line_fields(line: CitationLine, work: Work) -> list[str]:
    """The fields that a citation line tells; none where it contradicts the work, or tells little more than a year."""
    told = {field: getattr(line, field) for field in LINE_FIELDS if getattr(line, field)}
    agrees = all(value == getattr(work, field) for field, value in told.items())
    return list(told) if agrees and ("volume" in told or "page" in told) else []


def find_line(texts: Iterable[tuple[int, str]], work: Work) -> tuple[CitationLine, int] | None:
    """The first citation line that is the work's, in some texts, and where its text begins."""
    if work.issued is None:
        return None
    year = str(work.issued.year)
    looked_at = 0
    for start, text in texts:
        if ";" not in text or year not in text:
            continue
        for line, offset in _lines(text):
            if line_fields(line, work):
                return line, start + offset
        looked_at += 1
        if looked_at >= _MOST_LINES:
            return None
    return None


def _lines(text: str) -> Iterator[tuple[CitationLine, int]]:
    """The first few citation lines of a text, each with the offset that its places are counted from."""
    offset = 0
    for _ in range(5):
        line = find_citation_line(text[offset:] + " ")
        if line is None:
            return
        yield line, offset
        offset += line.end


def find_identifier(words: Words, wanted: Identifier) -> Span | None:
    """Where words print an identifier, best with a word such as "doi:" before it, or alone."""
    value = wanted.value.removeprefix("PMC")
    bare: Span | None = None
    for number, (start, end) in enumerate(words.pieces):
        text = words.text(number)
        if value not in text.lower():
            continue
        exact = text == words.source[start:end]
        for f in identifier.find(text):
            if f.identifier == wanted:
                span = Span(start + f.start, start + f.end) if exact else Span(start, end)
                if f.labelled:
                    return span
                bare = bare or span
        if identifier.parse(text.strip(), wanted.scheme) == wanted:
            bare = bare or Span(start, end)
    return bare
