"""Any page of HTML: its metadata say which article it is, its structure shows the reference list."""

from harvester.model import Page, Reading
from harvester.pages.html.lists import find_items
from harvester.pages.html.metadata import page_data
from harvester.pages.html.printed_data import printed_data, with_printed
from harvester.pages.html.reading import assemble_any
from harvester.pages.html.tree import parse_hand_made
from harvester.pages.html.unmarked import find_unmarked


def read(page: Page) -> Reading:
    """Understand a page by `citation_*`, Dublin Core, PRISM, Open Graph and JSON-LD metadata and the page's own
    list."""
    tree = parse_hand_made(page.text)
    data = page_data(tree, page.text)
    # Pages that say what they are (data sets, questions) are left alone.
    if not data.is_article and not data.kind:
        data = printed_data(tree, data)
    elif data.is_article:
        data = with_printed(tree, data)
    # A list without a heading or mark is one of references only on an article's page.
    items = find_items(tree, data.work) or find_unmarked(tree, data.work, data.is_article)
    return assemble_any(page, data, items, tree)
