"""Where a page of HTML gives the fields of its own work: the smallest block in its source that holds each value."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from harvester.model import Identifier, Span, Work
from harvester.pages.html.author_lists import authors_in, authors_in_list
from harvester.pages.html.meta_tags import NAMES
from harvester.pages.html.own_identifiers import TOP, saved_from
from harvester.pages.html.schema_org import LINKED_ADDRESSES, linked_words, name_of
from harvester.pages.html.values_of import numbered, plain
from harvester.pages.links import identifiers_in
from harvester.pages.locate.folded_words import SHORT, Words, tight, tight_value
from harvester.pages.locate.markup import (
    TagValue,
    find_linked,
    find_metadata,
    find_pieces,
    find_scripts,
    find_tags,
    heading_of,
    own_range,
    widened,
)
from harvester.text import fold
from harvester.values import dates, identifier, issns, languages, page_ranges
from harvester.values.citation_line import find_citation_line

_SHARED = ("og:title", "twitter:title")
_LINKED = {"title": ("headline", "name"), "container_title": ("isPartOf",)}
_TEXTS = ("title", "container_title", "container_title_short", "publisher", "publisher_place", "abstract", "genre")
_LINE_FIELDS = ("issued", "volume", "issue", "page")
_HREF = re.compile(r"""\bhref\s{0,3}=\s{0,3}(["']?)([^"'<>]{1,2000})""", re.IGNORECASE)

_MOST_LINES, _MOST_IN_ONE = 50, 5
"""Pieces with the year and a semicolon that are read as citation lines, and lines in one; other works have them too."""

_TRIES = 20
"""Occurrences of an identifier's value that are examined for the link around them."""

_LONG = 60
"""Letters and digits from which on a value is searched for as it is: a shorter name may occur within a DOI."""


def find_in_html(source: str, work: Work, listed: Span | None) -> dict[str, Span]:
    """The location of each field of a page's own work, the one that its reader prefers.

    The order is: metadata, JSON-LD, the heading, the citation line, and then the words of the body above the list of
    references (`listed`) and above lists of other works. Identifiers are named by their CURIEs.
    """
    page = _Page(source, work, listed)
    found: dict[str, Span] = {}
    for field, find in _FINDERS.items():
        if getattr(work, field) and (span := find(page, field)):
            found[field] = span
    return found | {str(i): span for i in work.identifiers if (span := page.identifier(i))}


class _Page:
    """A page's source and its work: where each field stands. The parts of the source are prepared when first
    needed, since most pages give all in their metadata."""

    def __init__(self, source: str, work: Work, listed: Span | None) -> None:
        self.source, self.work, self.listed = source, work, listed

    @cached_property
    def metadata(self) -> dict[str, list[TagValue]]:
        """The meta tags outside the list, by name."""
        tags: dict[str, list[TagValue]] = {}
        for tag in find_metadata(self.source):
            if self.listed is None or not self.listed.start <= tag.span.start < self.listed.end:
                tags.setdefault(tag.name, []).append(tag)
        return tags

    def tags(self, names: Sequence[str]) -> Iterator[TagValue]:
        """The meta tags under some names, best name first."""
        return (tag for name in names for tag in self.metadata.get(name, ()))

    @cached_property
    def scripts(self) -> list[tuple[int, str]]:
        """The scripts of JSON-LD, each with where its text begins."""
        return find_scripts(self.source)

    @cached_property
    def heading(self) -> Span | None:
        """The heading with the title."""
        return heading_of(self.source, tight_value(self.work.title), self.listed)

    @cached_property
    def words(self) -> Words:
        """The words of the body above the references and above lists of other works."""
        return Words(self.source, find_pieces(self.source, *own_range(self.source, self.heading, self.listed)))

    @cached_property
    def line(self) -> tuple[list[str], Span] | None:
        """The first citation line that is the work's own: the fields that it gives, and its block."""
        if self.work.issued is None:
            return None
        year = str(self.work.issued.year)
        texts = ((start, self.words.text(number)) for number, (start, _) in enumerate(self.words.pieces))
        for start, text in islice((pair for pair in texts if ";" in pair[1] and year in pair[1]), _MOST_LINES):
            offset = 0
            for _ in range(_MOST_IN_ONE):
                line = find_citation_line(text[offset:] + " ")
                if line is None:
                    break
                values = {field: value for field in _LINE_FIELDS if (value := getattr(line, field))}
                # A line that contradicts this work is another's; a year alone may belong to anything.
                if ("volume" in values or "page" in values) and all(
                    value == getattr(self.work, field) for field, value in values.items()
                ):
                    return list(values), self.block(Span(start + offset, start + offset + 1))
                offset += line.end
        return None

    def in_line(self, field: str) -> Span | None:
        """The citation line, if it gives the field."""
        return self.line[1] if self.line and field in self.line[0] else None

    def block(self, span: Span) -> Span:
        """The tags around some words, with the words."""
        return widened(self.source, span)

    def in_words(self, value: str) -> Span | None:
        """The block of the body that is a short value, or the range of blocks that holds a long one."""
        span = self.words.find_piece(value) if len(value) < SHORT else next(self.words.find(value), None)
        return self.block(span) if span else None

    def identifier(self, wanted: Identifier) -> Span | None:
        """Where the page gives an identifier to its work: in a meta tag, in its own address, in words, or in a link."""
        for tag in self.tags(NAMES.get(wanted.scheme, ())):
            if identifier.parse(tag.value, wanted.scheme) == wanted:
                return tag.span
        for address, span in self.addresses():
            if wanted in identifiers_in(address):
                return span
        # Best with a word such as "doi:" before it, else bare or alone.
        value = wanted.value.removeprefix("PMC")
        bare: Span | None = None
        for number, (start, end) in enumerate(self.words.pieces):
            text = self.words.text(number)
            if value not in text.lower():
                continue
            # With entities decoded, the offsets in the text are not those in the source.
            is_exact = text == self.source[start:end]
            for f in identifier.find(text):
                if f.identifier == wanted:
                    span = Span(start + f.start, start + f.end) if is_exact else Span(start, end)
                    if f.labelled:
                        return self.block(span)
                    bare = bare or span
            if bare is None and identifier.parse(text.strip(), wanted.scheme) == wanted:
                bare = Span(start, end)
        if bare or not self.words.pieces:
            return self.block(bare) if bare else None
        # The start tag of a link above the list that leads to it.
        start, end = self.words.pieces[0][0], self.words.pieces[-1][1]
        printed = re.compile(re.escape(value), re.IGNORECASE)
        for match in islice(printed.finditer(self.source, start, end), _TRIES):
            opening = self.source.rfind("<", start, match.start())
            closing = self.source.find(">", match.end(), end)
            href = _HREF.search(self.source, opening, closing) if 0 <= opening < closing else None
            if href and wanted in identifiers_in(plain(href.group(2))):
                return Span(opening, closing + 1)
        return None

    def addresses(self) -> Iterator[tuple[str, Span]]:
        """The page's own addresses, and where each stands."""
        source = self.source
        yield from ((tag.value, tag.span) for tag in self.tags(("og:url", "citation_fulltext_html_url")))
        yield from ((linked_words(value), span) for value, span in find_linked(self.scripts, LINKED_ADDRESSES))
        head = source.find("<body")
        for tag in find_tags(source[:head] if head >= 0 else source, "link"):
            if tag.attributes.get("rel") == "canonical":
                yield tag.attributes.get("href", ""), tag.span
        comment = source.find("<!--", 0, TOP)
        while comment >= 0:
            end = source.find("-->", comment)
            end = end + 3 if end >= 0 else len(source)
            yield from ((str(i), Span(comment, end)) for i in saved_from(source[comment : comment + TOP]))
            comment = source.find("<!--", end, TOP)

    def text(self, field: str) -> Span | None:
        """A field that consists of words: in the metadata, in JSON-LD, in the body."""
        name = getattr(self.work, field)
        value = tight_value(name)
        if not value:
            return None
        for tag in self.tags(NAMES.get(field, ())):
            if tight(plain(tag.value)) == value:
                return tag.span
        for linked, span in find_linked(self.scripts, _LINKED.get(field, ())):
            if tight(linked_words(linked)) == value:
                return span
        if field == "title":
            # In its heading; the titles for sharing and for the browser may have a site's name behind it.
            shared = (tag.span for tag in self.tags(_SHARED) if tight(plain(tag.value)).startswith(value))
            found = self.heading or next(shared, None) or heading_of(self.source, value, self.listed, "title")
            return found or self.in_words(value)
        if not SHORT <= len(value) < _LONG:
            return self.in_words(value)
        # A name must match word for word, since a DOI may contain a journal's name run together.
        folded = fold(name)
        for span in self.words.find(folded.replace(" ", "")):
            if fold(plain(self.source[span.start : span.end])) == folded:
                return self.block(span)
        return None

    def same(self, field: str) -> Span | None:
        """Volume, issue or language: literally in the metadata, or in the citation line."""
        value = getattr(self.work, field)
        for tag in self.tags(NAMES[field]):
            said = languages.read(tag.value) if field == "language" else numbered(plain(tag.value))
            if said == value:
                return tag.span
        return self.in_line(field) if field in _LINE_FIELDS else None

    def issued(self, field: str) -> Span | None:
        tagged = [(tag.value, tag.span) for tag in self.tags(NAMES[field])]
        linked = [(linked_words(value), span) for value, span in find_linked(self.scripts, ("datePublished",))]
        order = dates.order_shown(value for value, _ in (*tagged, *linked))
        found = (span for value, span in (*tagged, *linked) if dates.read(value, order) == self.work.issued)
        return next(found, None) or self.in_line(field)

    def pages(self, field: str) -> Span | None:
        """First and last page: the range of their two tags, or a single tag with both."""
        value = getattr(self.work, field)
        first = next(self.tags(NAMES["first_page"]), None)
        last = next(self.tags(NAMES["last_page"]), None)
        if first and last and page_ranges.read(f"{plain(first.value)}-{plain(last.value)}") == value:
            return _around([first.span, last.span])
        singly = (*NAMES["first_page"], *NAMES["page"])
        tags = (tag.span for tag in self.tags(singly) if page_ranges.read(plain(tag.value)) == value)
        return next(tags, None) or self.in_line(field)

    def people(self, field: str) -> Span | None:
        """The tags of all authors, the list in JSON-LD, or the line of names under the heading."""
        names = getattr(self.work, field)
        for tags in (self.metadata[name] for name in NAMES.get(field, ()) if name in self.metadata):
            values = [plain(tag.value) for tag in tags]
            if authors_in(values) == names or (len(values) == 1 and authors_in_list(values[0]) == names):
                return _around([tag.span for tag in tags])
        for value, span in find_linked(self.scripts, (field,)):
            if (
                tuple(name for one in (value if isinstance(value, list) else [value]) if (name := name_of(one)))
                == names
            ):
                return span
        # A page may print the given names before or after the family name, and a suffix after either.
        forms = []
        for name in names:
            family = f"{name.particle}{name.family}"
            given_first = f"{name.given}{family}{name.suffix}"
            orders = (given_first, f"{family}{name.given}{name.suffix}", f"{family}{name.suffix}{name.given}")
            forms.append(tuple(dict.fromkeys(map(tight, (name.literal,) if name.literal else orders))))
        row = self.words.find_row(forms)
        return self.block(row) if row else None

    def keywords(self, field: str) -> Span | None:
        wanted = [tight(word) for word in getattr(self.work, field)]
        for tags in (self.metadata[name] for name in NAMES[field] if name in self.metadata):
            words = [tight(word) for tag in tags for word in re.split(r"[;,]", plain(tag.value))]
            # A keyword with a comma counts as two here, one after the other.
            run = "\n".join(words)
            if all(f"\n{word}\n" in f"\n{run}\n" for word in wanted):
                return _around([tag.span for tag in tags])
        row = self.words.find_row([(word,) for word in wanted])
        return self.block(row) if row else None

    def issn(self, field: str) -> Span | None:
        """The tags with the numbers, from the first to the last."""
        wanted = getattr(self.work, field)
        tags = {issns.read(tag.value): tag.span for tag in reversed(list(self.tags(NAMES[field])))}
        return _around([tags[issn] for issn in wanted]) if all(issn in tags for issn in wanted) else None


def _around(spans: Sequence[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))


_FINDERS: dict[str, Callable[[_Page, str], Span | None]] = {
    **dict.fromkeys(_TEXTS, _Page.text),
    "author": _Page.people,
    "issued": _Page.issued,
    **dict.fromkeys(("volume", "issue", "language"), _Page.same),
    **dict.fromkeys(("page", "number"), _Page.pages),
    "keywords": _Page.keywords,
    "issn": _Page.issn,
}
