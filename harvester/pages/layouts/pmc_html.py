"""An article page of PubMed Central, in its layout since 2024 and the older ones."""

from dataclasses import replace

from harvester.model import Page, Reading, remake_work
from harvester.pages.html.lists import find_items
from harvester.pages.html.metadata import page_data
from harvester.pages.html.printed_data import with_printed
from harvester.pages.html.reading import assemble_any
from harvester.pages.html.tree import parse_hand_made, text_of
from harvester.values import identifier
from harvester.values.identifier import Scheme

_HEADER = ".fm-ids,.fm-sec,.fm-panel,.front-matter,section.pmc-layout__citation,.ameta,header,.article-details"
_SCHEMES: tuple[Scheme, ...] = ("pmid", "pmcid", "doi")
_TITLE = "h1.content-title,.content-title,.front-matter h1,h1"
_MAX_HEADER = 20_000
"""Characters of one part of the header: authors with their affiliations; a page's `header` may be a whole menu."""


def read(page: Page) -> Reading:
    """Understand a PMC page: metadata first, then the identifiers in the article's header."""
    tree = parse_hand_made(page.text)
    data = page_data(tree, page.text)
    # The first parts are the header; further down the same classes may concern other articles.
    header = " ".join(text_of(node)[:_MAX_HEADER] for node in tree.css(_HEADER)[:6])
    printed = {f.identifier.scheme: f.identifier for f in reversed(list(identifier.find(header))) if f.labelled}
    present = {i.scheme for i in data.work.identifiers}
    more = [printed[scheme] for scheme in _SCHEMES if scheme in printed and scheme not in present]
    work = replace(data.work, identifiers=(*data.work.identifiers, *more))
    if not work.title:
        work = remake_work(work, title=text_of(tree.css_first(_TITLE)))
    data = replace(data, work=work, is_article=data.is_article or bool(work.identifiers))
    data = with_printed(tree, data) if data.is_article else data
    return assemble_any(page, data, find_items(tree, data.work), tree)
