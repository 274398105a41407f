"""Shared by the layouts of HTML: a page's metadata and list put together as a Reading, with the identifiers that the
page mentions outside its list."""

import re
from itertools import islice

from harvester.model import Mention, Page, Problem, RawReference, Reading, Span, make_work, remake_work
from harvester.pages.foot import cited_behind, own_of, without_foot
from harvester.pages.headings import stated_total
from harvester.pages.html.entries import references_of
from harvester.pages.html.items import Item
from harvester.pages.html.linked_references import linked_citations
from harvester.pages.html.meta_references import Joined, joined, references_from
from harvester.pages.html.metadata import PageData
from harvester.pages.html.runs import find_runs
from harvester.pages.html.tree import Tree
from harvester.pages.links import identifiers_in
from harvester.pages.page_kinds import DATA, is_of_data, not_an_article
from harvester.values import identifier
from harvester.values.identifier import Identifier

NOTHING = Problem("no-article", "no article and no reference list on this page: nothing to harvest")
OTHER_PAGES = {
    "dataset": DATA,
    "datacatalog": DATA,
    "qapage": Problem("questions", "questions and answers, not an article: nothing to harvest"),
    "searchresultspage": Problem("search-results", "a page of search results is no article: nothing to harvest"),
}
"""Types (schema.org, Dublin Core) of pages that are not articles; such a page does not cite what it lists."""

NO_LIST = Problem("no-references", "the page shows no reference list")
_SILENT_PARTS = re.compile(r"<(script|style|svg)\b[^>]{0,2000}>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]{0,4000}>")
_CODE = ["script", "style"]
_LINKS = 'a[href*="org/"]'
"""One selector: each is compared with every link of the page."""
_WORKS = ("doi.org/10.", "arxiv.org/abs")

_BLOCK = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|hr|td|tr|section|blockquote|footer)\b[^<>]{0,1000}>", re.IGNORECASE)
_FOOT = 20_000
"""Characters of source behind a list in which the page may cite itself: its foot, with the tags of it."""

MAX_MENTIONS = 2_000
"""Identifiers of one page outside its list; a page with more is a table of data, and the first ones suffice."""

_AROUND = 1_500
"""Characters of source before and behind a list in which its total is looked for: a line of words with its tags."""


def _visible_text(source: str) -> str:
    """The words of a page's source, scripts, styles and tags left out."""
    return " ".join(_ANY_TAG.sub(" ", _SILENT_PARTS.sub(" ", source)).split())


def assemble(page: Page, data: PageData, items: tuple[Item, ...], tree: Tree) -> Reading:
    """The reading of a page with metadata and the entries of its list (or none): the layout has no other list."""
    references = references_of(items, page.text, data.work.identifiers)
    return _reading(page, data, items, Joined(without_foot(references, own_of(data.work))), tree)


def assemble_any(page: Page, data: PageData, items: tuple[Item, ...], tree: Tree) -> Reading:
    """The reading of a page whose references may also be run together in its words, or stand in its metadata alone."""
    own = data.work.identifiers
    tags = data.meta.get("citation_reference", []) or (linked_citations(tree, page.text) if data.is_article else [])
    cited_as = own_of(data.work)
    printed = without_foot(references_of(items, page.text, own), cited_as) or find_runs(tree, own, cited_as)
    listed = joined(printed, tags, own) if printed else Joined(references_from(tags, own))
    return _reading(page, data, items, listed, tree)


def _reading(page: Page, data: PageData, items: tuple[Item, ...], listed: Joined, tree: Tree) -> Reading:
    references = listed.references
    own_work = data.work
    last = references[-1].span if references else None
    if last is not None and own_work.get("doi") is None:
        # Behind its list a page may cite itself.
        pieces = map(_visible_text, _BLOCK.split(page.text[last.end : last.end + _FOOT]))
        doi = cited_behind(pieces, own_of(own_work), {i for reference in references for i in reference.identifiers})
        own_work = remake_work(own_work, identifiers=(*own_work.identifiers, doi)) if doi else own_work
    own, title = own_work.identifiers, own_work.title
    if other := DATA if is_of_data(own) else OTHER_PAGES.get(data.kind):
        return Reading(title, None, problems=(other,))
    if not data.is_article and not references:
        # Error pages are small; the head of a larger page shows what it is.
        short = _visible_text(page.text) if len(page.text) < 60_000 else ""
        kind = not_an_article(short or page.text[:6000])
        return Reading(title, None, problems=(kind or NOTHING,))
    # A page with a reference list is an article's too if its address has a DOI.
    is_work = data.is_article or (not data.kind and own_work.get("doi") is not None)
    work = own_work if is_work else make_work(type="webpage", title=title)
    total = None
    if spans := [reference.span for reference in references if reference.span]:
        before = page.text[max(0, spans[0].start - _AROUND) : spans[0].start]
        after = page.text[spans[-1].end : spans[-1].end + _AROUND]
        around = [_visible_text(part) for part in (before, after) if "eferences" in part]
        total = next(filter(None, map(stated_total, around)), listed.total)
    problems: tuple[Problem, ...] = ()
    if not references:
        problems = (NO_LIST,)
    elif total is not None and total > len(references):
        problems = (Problem("list-cut", f"the page shows {len(references)} of {total} references"),)
    for item in items:
        item.remove()
    return Reading(title, work, references, _mentions(tree, page.text, references, own), total, problems)


def _mentions(
    tree: Tree, source: str, references: tuple[RawReference, ...], own: tuple[Identifier, ...]
) -> tuple[Mention, ...]:
    """Identifiers in the words and links of the body, each once, without those of the list and of the page itself:
    data sets, trials, other articles. Takes scripts and styles out of the tree."""
    if tree.body is None:
        return ()
    tree.strip_tags(_CODE)
    text = tree.body.text(separator=" ")
    printed = {f.identifier: text[f.start : f.end] for f in identifier.find(text)}
    addresses = [node.attributes.get("href") or "" for node in tree.css(_LINKS)]
    hrefs = dict.fromkeys([href for href in addresses if any(map(href.__contains__, _WORKS))])
    linked = ((found, href) for href in islice(hrefs, 2 * MAX_MENTIONS) for found in identifiers_in(href))
    listed = {i for reference in references for i in reference.identifiers} | set(own)
    # A DOI that begins with the page's own (`<own>.g001`) belongs to a part of the article.
    parts = tuple(f"{i.value}." for i in own if i.scheme == "doi")
    cursor = body = max(source.find("<body"), 0)
    mentions: dict[Identifier, Mention] = {}
    for found, words in (*printed.items(), *linked):
        if found in listed or found in mentions or (parts and found.value.startswith(parts)):
            continue
        # They come in the order of the page, first those in its words and then those in its links.
        start = source.find(words, cursor)
        start = start if start >= 0 else source.find(words, body, cursor)
        cursor = max(cursor, start)
        mentions[found] = Mention(found, Span(start, start + len(words)) if start >= 0 else None)
        if len(mentions) >= MAX_MENTIONS:
            break
    return tuple(sorted(mentions.values(), key=lambda m: m.span or Span(len(source), len(source))))
