"""A saved page of search results: many works, none of them cited by it."""

from harvester.model import Page, Reading
from harvester.pages.results import reading_of

_LONGEST_TITLE = 200
"""Characters of the words that were searched for; what is longer is none of them."""


def read(page: Page) -> Reading:
    """The works of the page, as HTML or as text."""
    if page.text.lstrip()[:1] == "<" or "</" in page.text[:2000]:
        # Imported here, so that a page of text loads no parser of HTML.
        from harvester.pages.html.result_items import works_of
        from harvester.pages.html.tree import inline_text, parse_html

        tree = parse_html(page.text)
        return reading_of(inline_text(tree.css_first("title")), works_of(tree))
    from harvester.pages.text.result_lists import works_in

    # It begins with the search words.
    title = next((line.strip() for line in page.text[:2000].splitlines() if line.strip()), "")
    return reading_of(title[:_LONGEST_TITLE], works_in(page.text))
