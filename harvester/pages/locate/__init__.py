"""Where a page gives the fields and identifiers of its own work, each with its span.

Readers of text and of JATS tell the spans themselves, since they have the offsets of what they read. The parser of
HTML keeps none: the values read from such a page are looked for in its source afterwards, in one pass, and a location
counts only if its words really give the value.
"""

from harvester.model import Page, Reading, Span
from harvester.model.reading import FieldLocation, make_locations


def find_locations(page: Page, reading: Reading) -> tuple[FieldLocation, ...]:
    """The location of each field and identifier of a page's own work, in the order of the page.

    A field has none if the page does not give it literally in one range: a type, a date put together, a list of
    authors that no range of the page has in order.
    """
    work = reading.citing
    if work is None:
        return ()
    if reading.spans is not None:
        return make_locations(work, reading.spans)
    # Pages of text need neither tree nor metadata, so the finders are imported here.
    from harvester.pages.locate.finders import find_in_html

    spans = [reference.span for reference in reading.references if reference.span]
    listed = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None
    found = find_in_html(page.text, work, listed)
    if work.number == work.page and "page" in found:
        found.setdefault("number", found["page"])  # an article number is in both fields
    return make_locations(work, found)
