"""What the readers of HTML have in common: a page's data and list put together as a Reading."""

import re
from dataclasses import replace

from harvester.model import Page, Problem, RawReference, Reading, Work
from harvester.pages.headings import stated_total
from harvester.pages.html.entries import find_runs, references_of
from harvester.pages.html.lists import Item
from harvester.pages.html.mentions import find_mentions
from harvester.pages.html.meta_references import references_from, with_tags
from harvester.pages.html.metadata import PageData
from harvester.pages.html.tree import Tree
from harvester.pages.page_kinds import DATA, is_of_data, not_an_article
from harvester.values.identifier import Identifier

NOTHING = Problem("no-article", "no article and no reference list on this page: nothing to harvest")
OTHER_PAGES = {
    "dataset": DATA,
    "datacatalog": DATA,
    "qapage": Problem("questions", "questions and answers, not an article: nothing to harvest"),
    "searchresultspage": Problem("search-results", "a page of search results is no article: nothing to harvest"),
}
"""What pages are that say by their type (schema.org, Dublin Core) that they are no article; what such a page lists, it
does not cite."""
NO_LIST = Problem("no-references", "the page shows no reference list")
_SILENT_PARTS = re.compile(r"<(script|style|svg)\b[^>]{0,2000}>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]{0,4000}>")


def visible_text(source: str) -> str:
    """The words of a page's source, scripts, styles and tags left out."""
    return " ".join(_ANY_TAG.sub(" ", _SILENT_PARTS.sub(" ", source)).split())


def assemble(page: Page, data: PageData, items: tuple[Item, ...], tree: Tree) -> Reading:
    """The reading of a page with metadata and the entries of its list (or none): the layout has no other list."""
    own = data.work.identifiers
    return _reading(page, data, (items, references_of(items, page.text, own)), tree)


def assemble_any(page: Page, data: PageData, items: tuple[Item, ...], tree: Tree) -> Reading:
    """The reading of a page whose references may also be run together in its words, or told in its metadata alone."""
    own = data.work.identifiers
    tags = data.meta.get("citation_reference", [])
    printed = references_of(items, page.text, own) or find_runs(tree, own)
    references = with_tags(printed, tags) if printed else references_from(tags, own)
    return _reading(page, data, (items, references), tree)


def _reading(
    page: Page, data: PageData, listed: tuple[tuple[Item, ...], tuple[RawReference, ...]], tree: Tree
) -> Reading:
    items, references = listed
    own, title = data.work.identifiers, data.work.title
    if other := DATA if is_of_data(own) else OTHER_PAGES.get(data.kind):
        return Reading(title, None, problems=(other,))
    if not data.is_article and not references:
        short = visible_text(page.text) if len(page.text) < 60_000 else ""
        kind = not_an_article(short or page.text[:6000])
        return Reading(title, None, problems=(kind or NOTHING,))
    work = data.work if data.is_article or _is_told_by_its_address(data) else Work(type="webpage", title=title)
    total = _stated(references, page.text)
    for item in items:
        item.node.decompose()
    mentions = find_mentions(tree, page.text, references, own)
    return Reading(title, work, references, mentions, total, problems_of(references, total))


def _is_told_by_its_address(data: PageData) -> bool:
    """Whether a page with a reference list is of an article since the address it is kept under has a DOI."""
    return not data.kind and data.work.get("doi") is not None


def problems_of(references: tuple[RawReference, ...], total: int | None) -> tuple[Problem, ...]:
    """What is to be said of a list: that there is none, or that the page says it has more than it shows."""
    if not references:
        return (NO_LIST,)
    if total is not None and total > len(references):
        return (Problem("list-cut", f"the page shows {len(references)} of {total} references"),)
    return ()


_AROUND = 1_500


def _stated(references: tuple[RawReference, ...], source: str) -> int | None:
    """A total that stands right before or behind the list."""
    spans = [reference.span for reference in references if reference.span]
    if not spans:
        return None
    before = source[max(0, spans[0].start - _AROUND) : spans[0].start]
    after = source[spans[-1].end : spans[-1].end + _AROUND]
    return stated_total(visible_text(before)) or stated_total(visible_text(after))


def with_identifiers(work: Work, *more: Identifier | None) -> Work:
    """The work with further identifiers, one of each scheme: what it has already counts."""
    have = {i.scheme for i in work.identifiers}
    new = tuple({i.scheme: i for i in reversed(more) if i and i.scheme not in have}.values())
    return replace(work, identifiers=(*work.identifiers, *reversed(new)))
