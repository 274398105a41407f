"""A page of Read by QxMD as saved from the browser: a title and an abstract, and what links lead to the article."""

from harvester.model import Page, Problem, Reading, Work
from harvester.pages.html.metadata import page_data
from harvester.pages.html.reading import NO_LIST, NOTHING
from harvester.pages.html.tree import Tree, inline_text, parse_html, text_of
from harvester.pages.links import identifiers_in
from harvester.values.identifier import Identifier

_TITLE = "h1.paper-title,.paper_title,h1[itemprop='name'],h1"
_ABSTRACT = ".paper-abstract,[itemprop='description'],.abstract,#abstract,.paper_abstract"
_FULL_TEXT = ".full-text-links a,.fulltext a,a.full-text,[class*='full-text'] a"


def read(page: Page) -> Reading:
    """Understand a QxMD page."""
    tree = parse_html(page.text)
    title = inline_text(tree.css_first(_TITLE))
    abstract = text_of(tree.css_first(_ABSTRACT))
    if not title or len(title.split()) < 2:
        return Reading(title, None, problems=(NOTHING,))
    data = page_data(tree, page.text)
    own = data.work.identifiers or _linked(tree)
    work = Work(type="article-journal", title=title, abstract=abstract, identifiers=own)
    problems: tuple[Problem, ...] = (NO_LIST,)
    return Reading(title, work, problems=problems)


def _linked(tree: Tree) -> tuple[Identifier, ...]:
    """The identifiers of the full-text links, one of each scheme, where they agree."""
    found = [i for node in tree.css(_FULL_TEXT)[:20] for i in identifiers_in(node.attributes.get("href") or "")]
    schemes = {i.scheme: {j for j in found if j.scheme == i.scheme} for i in found}
    return tuple(same.pop() for same in schemes.values() if len(same) == 1)
