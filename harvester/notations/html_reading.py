"""What the readers of HTML have in common: a page's data and list put together as a Reading."""

import re
from dataclasses import replace

from harvester.model import Page, Problem, RawReference, Reading, Work
from harvester.model.identifier import Identifier
from harvester.notations.headings import stated_total
from harvester.notations.html_lists import Item
from harvester.notations.html_mentions import find_mentions
from harvester.notations.html_metadata import PageData
from harvester.notations.html_references import references_of
from harvester.notations.page_kinds import not_an_article

NOTHING = Problem("no-article", "no article and no reference list on this page: nothing to harvest")
NO_LIST = Problem("no-references", "the page shows no reference list")
_SILENT_PARTS = re.compile(r"<(script|style|svg)\b[^>]{0,2000}>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]{0,4000}>")


def visible_text(source: str) -> str:
    """The words of a page's source, scripts, styles and tags left out."""
    return " ".join(_ANY_TAG.sub(" ", _SILENT_PARTS.sub(" ", source)).split())


def assemble(page: Page, data: PageData, items: tuple[Item, ...]) -> Reading:
    """The reading of a page with metadata and the entries of its list (or none)."""
    own = data.work.identifiers
    total = _stated(items)
    references = references_of(items, page.text, own)
    title = data.work.title
    if not data.is_article and not references:
        short = visible_text(page.text) if len(page.text) < 60_000 else ""
        kind = not_an_article(short or page.text[:6000])
        return Reading(title, None, problems=(kind or NOTHING,))
    work = data.work if data.is_article else Work(type="webpage", title=title)
    mentions = find_mentions(page.text, references, own)
    return Reading(title, work, references, mentions, total, problems_of(references, total))


def problems_of(references: tuple[RawReference, ...], total: int | None) -> tuple[Problem, ...]:
    """What is to be said of a list: that there is none, or that the page says it has more than it shows."""
    if not references:
        return (NO_LIST,)
    if total is not None and total > len(references):
        return (Problem("list-cut", f"the page shows {len(references)} of {total} references"),)
    return ()


def _stated(items: tuple[Item, ...]) -> int | None:
    """A total that stands around the list: in what holds it, where that is little more than the list."""
    holder = items[0].node.parent if items else None
    for _ in range(3):
        if holder is None or holder.tag in ("body", "html"):
            break
        text = holder.text(separator=" ")
        if len(text) > 2_000 * len(items) + 5_000:
            break
        if total := stated_total(" ".join(text.split())):
            return total
        holder = holder.parent
    return None


def with_identifiers(work: Work, *more: Identifier | None) -> Work:
    """The work with further identifiers, one of each scheme: what it has already counts."""
    have = {i.scheme for i in work.identifiers}
    new = tuple({i.scheme: i for i in reversed(more) if i and i.scheme not in have}.values())
    return replace(work, identifiers=(*work.identifiers, *reversed(new)))
