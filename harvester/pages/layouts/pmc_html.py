"""An article page of PubMed Central, in its layout since 2024 and the older ones."""

from dataclasses import replace

from harvester.model import Page, Reading
from harvester.pages.html.lists import find_items
from harvester.pages.html.metadata import page_data
from harvester.pages.html.reading import assemble_any, with_identifiers
from harvester.pages.html.tree import parse_html, text_of
from harvester.values import identifier

_HEADER = ".fm-ids,.fm-sec,.fm-panel,.front-matter,section.pmc-layout__citation,.ameta,header,.article-details"
_TITLE = "h1.content-title,.content-title,.front-matter h1,h1"
_MAX_HEADER = 20_000


def read(page: Page) -> Reading:
    """Understand a PMC page: metadata first, then the identifiers in the article's header."""
    tree = parse_html(page.text)
    data = page_data(tree, page.text)
    header = " ".join(text_of(node)[:_MAX_HEADER] for node in tree.css(_HEADER)[:6])
    seen = {f.identifier.scheme: f.identifier for f in reversed(list(identifier.find(header))) if f.labelled}
    work = with_identifiers(data.work, seen.get("pmid"), seen.get("pmcid"), seen.get("doi"))
    if not work.title:
        work = replace(work, title=text_of(tree.css_first(_TITLE)))
    data = replace(data, work=work, is_article=data.is_article or bool(work.identifiers))
    return assemble_any(page, data, find_items(tree), tree)
