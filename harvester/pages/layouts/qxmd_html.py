"""A page of Read by QxMD as saved from the browser: title, abstract, and links to the article."""

from harvester.model import Page, Reading, make_work, remake_work
from harvester.pages.html.metadata import page_data
from harvester.pages.html.reading import NO_LIST, NOTHING
from harvester.pages.html.tree import inline_text, parse_html, text_of
from harvester.pages.links import identifiers_in

_TITLE = "h1.paper-title,.paper_title,h1[itemprop='name'],h1"
_ABSTRACT = ".paper-abstract,[itemprop='description'],.abstract,#abstract,.paper_abstract"
_FULL_TEXT = ".full-text-links a,.fulltext a,a.full-text,[class*='full-text'] a"


def read(page: Page) -> Reading:
    """Understand a QxMD page."""
    tree = parse_html(page.text)
    title = inline_text(tree.css_first(_TITLE))
    abstract = text_of(tree.css_first(_ABSTRACT))
    # No article has a title of one word; the site's own pages have such a title, or none.
    if len(title.split()) < 2:
        return Reading(title, None, problems=(NOTHING,))
    data = page_data(tree, page.text)
    own = data.work.identifiers
    if not own:
        # An article has a few full-text links: one identifier of each scheme, if they agree.
        linked = [i for node in tree.css(_FULL_TEXT)[:20] for i in identifiers_in(node.attributes.get("href") or "")]
        schemes = {i.scheme: {j for j in linked if j.scheme == i.scheme} for i in linked}
        own = tuple(same.pop() for same in schemes.values() if len(same) == 1)
    # What else the page's metadata say of the work, is kept: the site's own name is no journal.
    told = data.work if data.is_article else make_work()
    work = remake_work(told, type="article-journal", title=title, abstract=abstract or told.abstract, identifiers=own)
    return Reading(title, work, problems=(NO_LIST,))
