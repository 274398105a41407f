"""Where a page says what its own work is: each field of the work, and each of its identifiers, with its span.

The readers keep no places: they would all be slower for it. What was read is looked for in the page's text instead,
in one pass over it, and a place counts only if its words really say the value.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from harvester.model import Page, RawReference, Span, Work
from harvester.model.reading import FieldLocation

Finder = Callable[[str, Work, Span | None], dict[str, Span]]
"""A page's text, the work that was read of it, and the range of its reference list -> places by field or CURIE."""

_FINDERS = {
    "pubmed-text": "harvester.pages.locate.text:find_in_text",
    "qxmd-text": "harvester.pages.locate.text:find_in_text",
    "text": "harvester.pages.locate.text:find_in_text",
    "jats": "harvester.pages.locate.xml:find_in_xml",
}
_HTML = "harvester.pages.locate.html:find_in_html"


def find_locations(page: Page, work: Work | None, references: Sequence[RawReference]) -> tuple[FieldLocation, ...]:
    """The place of each field and identifier of a page's own work, in the order of the page.

    A field has none where the page does not say it in so many words in one place: a type, a date put together, a list
    of authors that no range of the page has in order.
    """
    if work is None:
        return ()
    spans = [reference.span for reference in references if reference.span]
    listed = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None
    module, function = _FINDERS.get(page.format, _HTML).split(":")
    found = cast(Finder, getattr(import_module(module), function))(page.text, work, listed)
    if work.number == work.page and "page" in found:
        found.setdefault("number", found["page"])  # an article number stands in both
    return tuple(
        FieldLocation(field, span) for field, span in sorted(found.items(), key=lambda item: (item[1], item[0]))
    )
