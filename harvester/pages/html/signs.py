"""Pages of articles without metadata (journals before about 2008, small ones until today), told by what they show."""

from dataclasses import replace

from harvester.pages.html.metadata import PageData
from harvester.pages.html.own_doi import printed_doi
from harvester.pages.html.tree import Tree
from harvester.pages.text.article_signs import is_of_an_article
from harvester.pages.text.printed_titles import abstract_start

_ABOVE, _BELOW = 1_000, 10_000
"""Characters above and below the title within which an article tells what it is."""


def by_its_signs(tree: Tree, data: PageData) -> PageData:
    """The data of a page, with the DOI printed beside its title where the page shows the signs of an article; else as
    it is.

    Pages that say what they are (data sets, questions) are left alone.
    """
    if data.is_article or data.kind or tree.body is None:
        return data
    text = tree.body.text(separator="\n")
    place = max(text.find(data.work.title), 0)
    text = text[max(0, place - _ABOVE) : place + _BELOW]
    if not is_of_an_article(text, len(text), abstract_start(text, len(text))):
        return data
    work = data.work
    doi = None if work.get("doi") else printed_doi(tree, work.title)
    identifiers = (doi, *work.identifiers) if doi else work.identifiers
    return replace(data, work=replace(work, type="article-journal", identifiers=identifiers), is_article=True)
