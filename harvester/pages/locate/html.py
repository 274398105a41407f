"""Where a page of HTML says what its own work is: the smallest block in its source that holds the value."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from harvester.model import Identifier, Span, Work
from harvester.pages.html.metadata import LINKED_ADDRESSES, NAMES, TOP, linked_words, plain, saved_from
from harvester.pages.links import identifiers_in
from harvester.pages.locate.blocks import find_pieces, heading_of, own_range, widened
from harvester.pages.locate.saying import Found, find_identifier, find_line, forms_of, line_fields, names_of
from harvester.pages.locate.tags import TagValue, find_linked, find_metadata, find_tags
from harvester.pages.locate.words import SHORT, Words, tight, tight_value
from harvester.text import fold
from harvester.values import dates, identifier
from harvester.values.citation_line import expand_pages

_SHARED = ("og:title", "twitter:title")
_LINKED = {"title": ("headline", "name"), "container_title": ("isPartOf",)}
_TEXTS = ("title", "container_title", "container_title_short", "publisher", "publisher_place", "abstract", "genre")
_SAME = ("volume", "issue")
_TRIES = 20
_LONG = 60


def find_in_html(source: str, work: Work, listed: Span | None) -> Found:
    """Where each field of a page's own work stands, the place that its reader takes it from first.

    That is the metadata, JSON-LD, the heading, the citation line, and then the words of the body above its list of
    references and what is listed of others.
    """
    page = _Page(source, work, listed)
    found: Found = {}
    for field, find in _FINDERS.items():
        if getattr(work, field) and (span := find(page, field)):
            found[field] = span
    return found | {str(i): span for i in work.identifiers if (span := page.identifier(i))}


class _Page:
    """What the finders look at, each made when it is first asked for: most pages say all in their metadata."""

    def __init__(self, source: str, work: Work, listed: Span | None) -> None:
        self.source, self.work, self.listed = source, work, listed

    @cached_property
    def metadata(self) -> dict[str, list[TagValue]]:
        """What the meta tags outside the list say, by name."""
        said: dict[str, list[TagValue]] = {}
        for one in find_metadata(self.source):
            if self.listed is None or not self.listed.start <= one.span.start < self.listed.end:
                said.setdefault(one.name, []).append(one)
        return said

    def said(self, names: Sequence[str]) -> Iterator[TagValue]:
        """What they say under some names, best name first."""
        return (one for name in names for one in self.metadata.get(name, ()))

    @cached_property
    def heading(self) -> Span | None:
        """The heading that says the title."""
        return heading_of(self.source, tight_value(self.work.title), self.listed)

    @cached_property
    def words(self) -> Words:
        """The words of the body above the references and what is listed of others."""
        pieces = find_pieces(self.source, *own_range(self.source, self.heading, self.listed))
        return Words(self.source, pieces, marked=True)

    @cached_property
    def line(self) -> tuple[list[str], Span] | None:
        """The fields that the work's citation line says, and its block."""
        words = self.words
        told = find_line(((start, words.text(n)) for n, (start, _) in enumerate(words.pieces)), self.work)
        return (line_fields(told[0], self.work), self.block(Span(told[1], told[1] + 1))) if told else None

    def block(self, span: Span) -> Span:
        """The tags around some words, with the words."""
        return widened(self.source, span)

    def in_words(self, value: str) -> Span | None:
        """The block of the body that is a short value, or the range of blocks that holds a long one."""
        span = self.words.find_piece(value) if len(value) < SHORT else next(self.words.find(value), None)
        return self.block(span) if span else None

    def in_names(self, name: str) -> Span | None:
        """The block of the body that has a name, word for word: a DOI has a journal's name run together."""
        folded = fold(name)
        for span in self.words.find(folded.replace(" ", "")):
            if fold(plain(self.source[span.start : span.end])) == folded:
                return self.block(span)
        return None

    def in_line(self, field: str) -> Span | None:
        """The citation line, if it says the field."""
        return self.line[1] if self.line and field in self.line[0] else None

    def identifier(self, wanted: Identifier) -> Span | None:
        """Where the page gives an identifier to its work."""
        told = (s.span for s in self.said(NAMES.get(wanted.scheme, ())) if _parses(s.value, wanted))
        if span := next(told, None):
            return span
        if span := next(
            (location for address, location in self._addresses() if wanted in identifiers_in(address)), None
        ):
            return span
        span = find_identifier(self.words, wanted)
        return self.block(span) if span else self._in_links(wanted)

    def _addresses(self) -> Iterator[tuple[str, Span]]:
        """The addresses that a page is known by, and where each stands."""
        yield from ((one.value, one.span) for one in self.said(("og:url", "citation_fulltext_html_url")))
        yield from ((linked_words(value), span) for value, span in find_linked(self.source, LINKED_ADDRESSES))
        for tag in find_tags(self.source[: self._head_end()], "link"):
            if tag.attributes.get("rel") == "canonical":
                yield tag.attributes.get("href", ""), tag.span
        comment = self.source.find("<!--", 0, TOP)
        while comment >= 0:
            end = self.source.find("-->", comment)
            end = end + 3 if end >= 0 else len(self.source)
            yield from ((str(i), Span(comment, end)) for i in saved_from(self.source[comment : comment + TOP]))
            comment = self.source.find("<!--", end, TOP)

    def _head_end(self) -> int:
        end = self.source.find("<body")
        return end if end >= 0 else len(self.source)

    def _in_links(self, wanted: Identifier) -> Span | None:
        """The start tag of a link above the list that leads to the identifier."""
        if not self.words.pieces:
            return None
        start, end = self.words.pieces[0][0], self.words.pieces[-1][1]
        value = re.compile(re.escape(wanted.value.removeprefix("PMC")), re.IGNORECASE)
        for match, _ in zip(value.finditer(self.source, start, end), range(_TRIES), strict=False):
            opening = self.source.rfind("<", start, match.start())
            closing = self.source.find(">", match.end(), end)
            href = _HREF.search(self.source, opening, closing) if 0 <= opening < closing else None
            if href and wanted in identifiers_in(plain(href.group(2))):
                return Span(opening, closing + 1)
        return None


_HREF = re.compile(r"""\bhref\s{0,3}=\s{0,3}(["']?)([^"'<>]{1,2000})""", re.IGNORECASE)


def _parses(value: str, wanted: Identifier) -> bool:
    return identifier.parse(value, wanted.scheme) == wanted


def _text(page: _Page, field: str) -> Span | None:
    """A field that is words: in the metadata, in JSON-LD, in the body."""
    value = tight_value(getattr(page.work, field))
    for one in page.said(NAMES.get(field, ())):
        if value and tight(plain(one.value)) == value:
            return one.span
    for linked, span in find_linked(page.source, _LINKED.get(field, ())):
        if value and tight(linked_words(linked)) == value:
            return span
    if not value or field == "title":
        return None
    return page.in_names(getattr(page.work, field)) if SHORT <= len(value) < _LONG else page.in_words(value)


def _title(page: _Page, field: str) -> Span | None:
    """The title; a site's name may stand behind it in what is shared and in the browser's title."""
    if span := _text(page, field) or page.heading:
        return span
    value = tight_value(page.work.title)
    for one in page.said(_SHARED):
        if value and tight(plain(one.value)).startswith(value):
            return one.span
    return heading_of(page.source, value, page.listed, "title") or page.in_words(value)


def _same(page: _Page, field: str) -> Span | None:
    """A number: in the metadata as it is, or in the citation line."""
    value = getattr(page.work, field)
    told = (one.span for one in page.said(NAMES[field]) if plain(one.value) == value)
    return next(told, None) or page.in_line(field)


def _issued(page: _Page, field: str) -> Span | None:
    tagged = [(one.value, one.span) for one in page.said(NAMES[field])]
    linked = [(linked_words(value), span) for value, span in find_linked(page.source, ("datePublished",))]
    order = dates.order_shown(value for value, _ in (*tagged, *linked))
    found = (span for value, span in (*tagged, *linked) if dates.read(value, order) == page.work.issued)
    return next(found, None) or page.in_line(field)


def _pages(page: _Page, field: str) -> Span | None:
    """First and last page from their two tags on, or what one tag says."""
    value = getattr(page.work, field)
    first = next(page.said(NAMES["first_page"]), None)
    last = next(page.said(NAMES["last_page"]), None)
    if first and last and expand_pages(f"{plain(first.value)}-{plain(last.value)}") == value:
        return _around([first.span, last.span])
    singly = (*NAMES["first_page"], *NAMES["page"])
    told = (one.span for one in page.said(singly) if expand_pages(plain(one.value)) == value)
    return next(told, None) or page.in_line(field)


def _people(page: _Page, field: str) -> Span | None:
    """The tags of all authors, the list in JSON-LD, or the line of names under the heading."""
    names = getattr(page.work, field)
    for name in NAMES.get(field, ()):
        if told := page.metadata.get(name):
            values = [plain(one.value) for one in told]
            listed = values[0].split(";") if len(values) == 1 else values
            if names_of(listed) == names:
                return _around([one.span for one in told])
    for value, span in find_linked(page.source, (field,)):
        if names_of(map(linked_words, value if isinstance(value, list) else [value])) == names:
            return span
    row = page.words.find_row([forms_of(name) for name in names])
    return page.block(row) if row else None


def _keywords(page: _Page, field: str) -> Span | None:
    wanted = [tight(word) for word in getattr(page.work, field)]
    for name in NAMES[field]:
        told = page.metadata.get(name, [])
        run = "\n".join(tight(word) for one in told for word in re.split(r"[;,]", plain(one.value)))
        if told and all(f"\n{word}\n" in f"\n{run}\n" for word in wanted):
            return _around([one.span for one in told])
    row = page.words.find_row([(word,) for word in wanted])
    return page.block(row) if row else None


def _issn(page: _Page, field: str) -> Span | None:
    """The tags that say the numbers, from the first to the last."""
    wanted = getattr(page.work, field)
    told = {one.value: one.span for one in reversed(list(page.said(NAMES[field]))) if one.value in wanted}
    return _around(list(told.values())) if len(told) == len(set(wanted)) else None


def _language(page: _Page, field: str) -> Span | None:
    told = (one.span for one in page.said(NAMES[field]) if one.value.startswith(page.work.language))
    return next(told, None)


def _around(spans: Sequence[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))


_FINDERS: dict[str, Callable[[_Page, str], Span | None]] = {
    **dict.fromkeys(_TEXTS, _text),
    "title": _title,
    "author": _people,
    "issued": _issued,
    **dict.fromkeys(_SAME, _same),
    "page": _pages,
    "number": _pages,
    "keywords": _keywords,
    "issn": _issn,
    "language": _language,
}
