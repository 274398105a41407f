"""Where a page says what its own work is: each field of the work, and each of its identifiers, with its span.

The readers of text and of JATS know it, since they have the offsets of what they read. A parser of HTML keeps none:
what was read of such a page is looked for in its source afterwards, in one pass over it, and a location counts only if
its words really say the value.
"""

from harvester.model import Page, Reading, Span
from harvester.model.reading import FieldLocation, make_locations


def find_locations(page: Page, reading: Reading) -> tuple[FieldLocation, ...]:
    """The location of each field and identifier of a page's own work, in the order of the page.

    A field has none where the page does not say it in so many words in one location: a type, a date put together, a
    list of authors that no range of the page has in order.
    """
    work = reading.citing
    if work is None:
        return ()
    if reading.locations is not None:
        return reading.locations
    # Most sources of text need no tree, no metadata and none of this.
    from harvester.pages.locate.finders import find_in_html

    spans = [reference.span for reference in reading.references if reference.span]
    listed = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None
    found = find_in_html(page.text, work, listed)
    if work.number == work.page and "page" in found:
        found.setdefault("number", found["page"])  # an article number stands in both
    return make_locations(work, found)
