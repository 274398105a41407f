"""What a reader makes of a page, and what is understood of each reference on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from harvester.model.page import Problem, Span
from harvester.model.work import Work
from harvester.values.fast_init import fast_init
from harvester.values.identifier import Identifier


@fast_init
@dataclass(frozen=True, slots=True)
class Asserted:
    """An identifier that a page gives to a work, where it stands, and how it is known.

    `how`: `link` a hyperlink's target, `label` beside a word such as "doi:" or "PMID", `text` by its shape alone,
    `meta` in the page's metadata.
    """

    identifier: Identifier
    how: Literal["link", "label", "text", "meta"]
    span: Span | None = None


class Marking(Protocol):
    """What a page marks up in an entry of its list, or tells of it elsewhere."""

    def work(self) -> Work | None:
        """The fields that are marked or told and that the entry's text has; None if there are none."""
        ...


@fast_init
@dataclass(frozen=True, slots=True)
class RawReference:
    """One entry of a reference list as the page has it; never thrown away.

    `ordinal` counts from 1 in the order of the page; `label` is the printed number or mark without its punctuation
    ("12"), "" where there is none; `text` is the entry with its white space folded, without label and without tail
    labels; `tail_labels` are the words of the links behind it, in order ("DOI", "PMC", "PubMed"). `in_metadata` is
    the same entry of the fields that the page's metadata give it, put together in NLM's style; "" where there are none,
    or none that surely belong to it. `marked` has the fields that the page marks up in the entry, or tells of it
    elsewhere; they outrank what is read from the text. It is asked when the fields are parsed: that takes time.
    """

    ordinal: int
    label: str
    text: str
    asserted: tuple[Asserted, ...] = ()
    tail_labels: tuple[str, ...] = ()
    span: Span | None = None
    # Some pages print what cannot be taken apart ("1999;15611- 18" for 156:11-18) and have it whole in their tags.
    in_metadata: str = ""
    marked: Marking | None = None

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """The identifiers given to this entry, each once, in the order of the page."""
        asserted = self.asserted
        # Every reference of every page is asked for them, and few have more than one.
        if len(asserted) == 1:
            return (asserted[0].identifier,)
        return tuple(dict.fromkeys([a.identifier for a in asserted])) if asserted else ()


@fast_init
@dataclass(frozen=True, slots=True)
class Mention:
    """An identifier that stands on the page outside its reference list."""

    identifier: Identifier
    span: Span | None = None


@fast_init
@dataclass(frozen=True, slots=True)
class FieldLocation:
    """Where a page says something of its own work: `field` names a field of `Work`, or is an identifier's CURIE."""

    field: str
    span: Span


def make_locations(work: Work | None, spans: Mapping[str, Span | None]) -> tuple[FieldLocation, ...]:
    """Locations in the order of the page, of the fields that a work has and of identifiers, by their CURIEs."""
    if work is None:
        return ()
    # A reader may have looked for what the page turned out not to say. A CURIE has a colon, and a field has none.
    found = [
        (span.start, span.end, field, span)
        for field, span in spans.items()
        if span and (":" in field or getattr(work, field))
    ]
    found.sort()
    return tuple([FieldLocation(field, span) for _, _, field, span in found])


@fast_init
@dataclass(frozen=True, slots=True)
class Reading:
    """What one page yielded.

    `title` is the page's own heading. `citing` is the work that the page is of; None where it is of no article and
    cites nothing. `stated_total` is the number of references that the page says the work has, where that is said.
    `spans` are where the reader found the fields of `citing`, and its identifiers by their CURIEs: a text that holds
    the very value, None for what it looked for and did not find. None where the reader does not know offsets, since a
    parser of HTML keeps none. `pages.locate` makes locations of them. `works` are those that a page of search results
    lists; no other page has any, and it cites none of them.
    """

    title: str
    citing: Work | None
    references: tuple[RawReference, ...] = ()
    mentions: tuple[Mention, ...] = ()
    stated_total: int | None = None
    problems: tuple[Problem, ...] = ()
    spans: Mapping[str, Span | None] | None = None
    works: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedReference:
    """A reference and the work as it describes it; `described.identifiers` are those that the page asserts.

    `page_printed` is the page range as printed ("720–7"). `confidence`, 0 to 1, is the chance that all fields are
    right, `chances` those of single fields (author, title, container_title, issued, volume, issue, page). A field that
    has a chance and no value was left empty: it is likelier wrong than right.
    """

    raw: RawReference
    described: Work
    confidence: float
    page_printed: str = ""
    chances: Mapping[str, float] = field(default_factory=dict)
