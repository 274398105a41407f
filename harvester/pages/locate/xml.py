"""Where an article in JATS says what it is: the elements of its front matter."""

import re
from collections.abc import Callable, Iterator
from html import unescape

from harvester.model import Identifier, PartialDate, Span, Work
from harvester.pages.html.metadata import plain
from harvester.pages.locate.blocks import find_pieces, says
from harvester.pages.locate.saying import Found, forms_of
from harvester.pages.locate.words import Words, tight, tight_value
from harvester.values import dates, identifier
from harvester.values.citation_line import expand_pages

_Element = tuple[Span, Span]
"""An element with its tags, and what stands between them."""

_ELEMENTS = {
    "title": ("article-title",), "container_title": ("journal-title",),
    "container_title_short": ("abbrev-journal-title", "journal-id"), "volume": ("volume",), "issue": ("issue",),
    "number": ("elocation-id",), "publisher": ("publisher-name",), "abstract": ("abstract",),
}  # fmt: skip
_OF_OTHERS = ("related-article", "related-object", "product")
_MOST = 200
_TAG = re.compile(r"<[^<>]*>")


def find_in_xml(text: str, work: Work, _listed: Span | None) -> Found:
    """Where each field of the article stands in its front matter; related articles and reviewed books left out."""
    front = _Front(text)
    found = {field: span for field in _ELEMENTS if (span := front.text(field, getattr(work, field)))}
    more: dict[str, Callable[[Work], Span | None]] = {
        "page": front.pages, "issued": front.issued, "author": front.authors, "keywords": front.keywords,
        "issn": front.issn, "language": front.language,
    }  # fmt: skip
    found |= {field: span for field, find in more.items() if getattr(work, field) and (span := find(work))}
    return found | {str(i): span for i in work.identifiers if (span := front.identifier(i))}


class _Front:
    """The front matter of an article."""

    def __init__(self, text: str) -> None:
        self.source = text
        whole = next(iter(_elements(text, "front", 0, len(text))), None)
        self.start, self.end = (whole[0].start, whole[0].end) if whole else (0, 0)
        self.others = [e[0] for name in _OF_OTHERS for e in _elements(text, name, self.start, self.end)]

    def elements(self, name: str) -> Iterator[_Element]:
        """The article's own elements of a name."""
        for element in _elements(self.source, name, self.start, self.end):
            if not any(o.start <= element[0].start < o.end for o in self.others):
                yield element

    def words(self, inside: Span) -> str:
        """The words of an element, tight."""
        return tight(unescape(_TAG.sub("", self.source[inside.start : inside.end])))

    def text(self, field: str, value: str) -> Span | None:
        """The element that is a value and nothing more."""
        wanted = tight_value(value)
        found = (
            w for name in _ELEMENTS[field] for w, inside in self.elements(name) if says(self.words(inside), wanted)
        )
        return next(found, None) if wanted else None

    def pages(self, work: Work) -> Span | None:
        """From the first page's element to the last page's, or the one element that says it."""
        first, last, number = (next(self.elements(name), None) for name in ("fpage", "lpage", "elocation-id"))
        if first and last and expand_pages(f"{self.plain(first[1])}-{self.plain(last[1])}") == work.page:
            return _around([first[0], last[0]])
        return next((e[0] for e in (first, number) if e and self.plain(e[1]) == work.page), None)

    def issued(self, work: Work) -> Span | None:
        """The date of publication that was chosen."""
        dates = ((whole, self._date(inside)) for whole, inside in self.elements("pub-date"))
        return next((whole for whole, date in dates if date == work.issued), None)

    def _date(self, inside: Span) -> PartialDate | None:
        parts = []
        for name in ("year", "month", "day", "season"):
            element = next(_elements(self.source, name, inside.start, inside.end), None)
            parts.append(self.plain(element[1]) if element else "")
        return dates.of_parts(*parts)

    def authors(self, work: Work) -> Span | None:
        """The group of contributors that names all authors in order."""
        words = Words(self.source, find_pieces(self.source, self.start, self.end), marked=True)
        row = words.find_row([forms_of(name) for name in work.author])
        groups = (whole for whole, _ in self.elements("contrib-group"))
        return next((g for g in groups if row and g.start <= row.start and row.end <= g.end), row)

    def keywords(self, work: Work) -> Span | None:
        """The elements of all keywords, from the first to the last."""
        return self._all("kwd", work.keywords)

    def issn(self, work: Work) -> Span | None:
        """The elements of all numbers, from the first to the last."""
        return self._all("issn", work.issn)

    def _all(self, name: str, values: tuple[str, ...]) -> Span | None:
        wanted = {tight_value(value) for value in values}
        told = {words: whole for whole, inside in self.elements(name) if (words := self.words(inside)) in wanted}
        return _around(list(told.values())) if wanted and wanted == set(told) else None

    def language(self, work: Work) -> Span | None:
        """The start tag of the article, if it names the language."""
        start = self.source.find("<article")
        end = self.source.find(">", start) + 1 if start >= 0 else 0
        told = _LANGUAGE.search(self.source, start, end) if end else None
        return Span(start, end) if told and told.group(1) == work.language else None

    def identifier(self, wanted: Identifier) -> Span | None:
        """The element that gives the article this identifier."""
        found = ((whole, self.plain(inside)) for whole, inside in self.elements("article-id"))
        return next((whole for whole, text in found if identifier.parse(text, wanted.scheme) == wanted), None)

    def plain(self, inside: Span) -> str:
        """The words of an element as they are."""
        return plain(self.source[inside.start : inside.end])


_LANGUAGE = re.compile(r"""\bxml:lang\s{0,3}=\s{0,3}["']([^"'<>]{0,40})""")


def _elements(source: str, name: str, start: int, end: int) -> Iterator[_Element]:
    """The elements of a name in a stretch of XML, in order, each with its tags and what is between."""
    opening = re.compile(rf"<((?:\w{{1,20}}:)?{name})(?=[\s>])[^<>]*>")
    for _ in range(_MOST):
        match = opening.search(source, start, end)
        if match is None:
            return
        closing = source.find(f"</{match.group(1)}", match.end(), end)
        stop = source.find(">", closing, end) + 1 if closing >= 0 else 0
        if not stop:
            return
        yield Span(match.start(), stop), Span(match.end(), closing)
        start = stop


def _around(spans: list[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))
