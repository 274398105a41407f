"""Any page of HTML: its metadata say which article it is, its structure shows the reference list."""

from dataclasses import replace

from harvester.model import Page, Reading, remake_work
from harvester.pages.html.lists import find_items, find_unmarked
from harvester.pages.html.metadata import PageData, page_data, printed_doi
from harvester.pages.html.reading import assemble_any
from harvester.pages.html.tree import Tree, parse_hand_made
from harvester.pages.text.page_signs import is_of_an_article
from harvester.pages.text.printed_titles import abstract_start

_ABOVE, _BELOW = 1_000, 10_000
"""Characters above and below the title within which an article shows what it is."""


def read(page: Page) -> Reading:
    """Understand a page by `citation_*`, Dublin Core, PRISM, Open Graph and JSON-LD metadata and the page's own
    list."""
    tree = parse_hand_made(page.text)
    data = page_data(tree, page.text)
    # Pages that say what they are (data sets, questions) are left alone.
    if not data.is_article and not data.kind:
        data = _by_its_signs(tree, data)
    # A list without a heading or mark is one of references only on an article's page.
    items = find_items(tree) or (find_unmarked(tree) if data.is_article else ())
    return assemble_any(page, data, items, tree)


def _by_its_signs(tree: Tree, data: PageData) -> PageData:
    """The data of a page without metadata that shows the signs of an article, with the DOI printed beside its title;
    else unchanged. Journals before about 2008 have such pages, and small ones to this day."""
    if tree.body is None:
        return data
    text, work = tree.body.text(separator="\n"), data.work
    start = max(text.find(work.title), 0)
    text = text[max(0, start - _ABOVE) : start + _BELOW]
    if not is_of_an_article(text, len(text), abstract_start(text, len(text))):
        return data
    doi = None if work.get("doi") else printed_doi(tree, work.title)
    identifiers = (doi, *work.identifiers) if doi else work.identifiers
    return replace(data, work=remake_work(work, type="article-journal", identifiers=identifiers), is_article=True)
