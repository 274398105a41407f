"""A saved page of search results: many works, none of them cited by it; the reading says what to save instead."""

from harvester.model import Page, Problem, Reading

_ADVICE = (
    "a page of search results is no article; in PubMed choose Save, Format: PubMed or Send to, Citation manager,"
    " and import the .nbib file instead"
)


def read(page: Page) -> Reading:
    """Name the page for what it is."""
    # Copied as text it begins with the search words; saved as HTML hardly a line is without tags.
    title = next((line.strip() for line in page.text[:2000].splitlines() if line.strip() and "<" not in line), "")
    return Reading(title[:200], None, problems=(Problem("search-results", _ADVICE),))
