"""What the readers of HTML have in common: a page's data and list put together as a Reading."""

import re
from collections.abc import Iterator
from dataclasses import replace

from harvester.model import Mention, Page, Problem, RawReference, Reading, Span, Work, identifier
from harvester.model.identifier import Identifier
from harvester.notations.headings import stated_total
from harvester.notations.html_metadata import PageData
from harvester.notations.html_references import Item, references_of
from harvester.notations.html_tree import text_of
from harvester.notations.page_kinds import not_an_article

NOTHING = Problem("no-article", "no article and no reference list on this page: nothing to harvest")
NO_LIST = Problem("no-references", "the page shows no reference list")
_SILENT_PARTS = re.compile(r"<(script|style|svg)\b[^>]{0,2000}>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]{0,4000}>")
_MAX_MENTIONS = 2_000


def visible_text(source: str) -> str:
    """The words of a page's source, scripts, styles and tags left out."""
    return " ".join(_ANY_TAG.sub(" ", _SILENT_PARTS.sub(" ", source)).split())


def assemble(page: Page, data: PageData, items: tuple[Item, ...]) -> Reading:
    """The reading of a page with metadata and the entries of its list (or none)."""
    own = data.work.identifiers
    references = references_of(items, page.text, own)
    title = data.work.title
    if not data.is_article and not references:
        short = visible_text(page.text) if len(page.text) < 60_000 else ""
        kind = not_an_article(short or page.text[:6000])
        return Reading(title, None, problems=(kind or NOTHING,))
    work = data.work if data.is_article else Work(type="webpage", title=title)
    total = _stated(items)
    mentions = tuple(_mentions(page.text, references, own))
    return Reading(title, work, references, mentions, total, problems_of(references, total))


def problems_of(references: tuple[RawReference, ...], total: int | None) -> tuple[Problem, ...]:
    """What is to be said of a list: that there is none, or that the page says it has more than it shows."""
    if not references:
        return (NO_LIST,)
    if total is not None and total > len(references):
        return (Problem("list-cut", f"the page shows {len(references)} of {total} references"),)
    return ()


def _stated(items: tuple[Item, ...]) -> int | None:
    """A total that stands around the list: in the text of what holds it."""
    holder = items[0].node.parent if items else None
    for _ in range(3):
        if holder is None or holder.tag in ("body", "html"):
            break
        shown = sum(len(text_of(item.node)) for item in items)
        text = text_of(holder)
        if len(text) < shown + 3000 and (total := stated_total(text)):
            return total
        holder = holder.parent
    return None


def _mentions(source: str, references: tuple[RawReference, ...], own: tuple[Identifier, ...]) -> Iterator[Mention]:
    """Identifiers in the page's source outside its list, scripts and metadata, each once, not those that the list
    has."""
    known = {i for reference in references for i in reference.identifiers} | set(own)
    body = source.lower().find("<body")
    spans = [reference.span for reference in references if reference.span]
    start, end = (spans[0].start, spans[-1].end) if spans else (0, 0)
    for part_start, part in _readable(source, max(body, 0)):
        for f in identifier.find(part):
            at = part_start + f.start
            if f.identifier not in known and not start <= at < end:
                known.add(f.identifier)
                yield Mention(f.identifier, Span(at, part_start + f.end))
        if len(known) > _MAX_MENTIONS:
            return


def _readable(source: str, start: int) -> Iterator[tuple[int, str]]:
    for silent in _SILENT_PARTS.finditer(source, start):
        yield start, source[start : silent.start()]
        start = silent.end()
    yield start, source[start:]


def with_identifiers(work: Work, *more: Identifier | None) -> Work:
    """The work with further identifiers, one of each scheme: what it has already counts."""
    have = {i.scheme for i in work.identifiers}
    new = tuple({i.scheme: i for i in reversed(more) if i and i.scheme not in have}.values())
    return replace(work, identifiers=(*work.identifiers, *reversed(new)))
