"""Any page of HTML: its metadata tell the article, its structure the reference list."""

from harvester.model import Page, Reading
from harvester.pages.html.lists import find_items, find_unmarked
from harvester.pages.html.metadata import page_data
from harvester.pages.html.reading import assemble_any
from harvester.pages.html.signs import by_its_signs
from harvester.pages.html.tree import parse_html


def read(page: Page) -> Reading:
    """Understand a page by `citation_*`, Dublin Core, PRISM, Open Graph and JSON-LD metadata and the page's own
    list."""
    tree = parse_html(page.text)
    data = by_its_signs(tree, page_data(tree, page.text))
    items = find_items(tree) or (find_unmarked(tree) if data.is_article else ())
    return assemble_any(page, data, items, tree)
