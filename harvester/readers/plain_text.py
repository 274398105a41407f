"""Any plain text: copied from a browser or printed by lynx or w3m, of an article or of any page, with a reference
list or without."""

import re

from harvester.model import Mention, Page, Problem, Reading, Span, Work, identifier
from harvester.model.identifier import Found, Identifier
from harvester.notations.headings import stated_total
from harvester.notations.nlm_citation import CitationLine, find_citation_line
from harvester.notations.page_kinds import not_an_article
from harvester.notations.text_lists import TextList, find_list
from harvester.text import squeeze

_ABSTRACT = re.compile(
    r"^[ \t]{0,8}(?:\d{1,2}\.? )?(?:Abstract|Summary|Introduction|Background|Keywords?\b|ABSTRACT"
    r"|INTRODUCTION|SUMMARY)\b",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_LINE_IS_PROSE = re.compile(r"[.;:]\s*$")
_HEAD = 20_000


def read(page: Page) -> Reading:
    """Understand a page of plain text."""
    text = page.text
    if kind := not_an_article(text):
        return Reading(_first_line(text), None, problems=(kind,))
    listed = find_list(text)
    line = find_citation_line(text[: listed.start] if listed else text[:_HEAD])
    found = tuple(identifier.find(text))
    own = _own(text, found, listed, line)
    title = _title(text, listed, line)
    references = listed.references if listed else ()
    work = _work(title, own, line, listed)
    return Reading(
        title, work, references, _mentions(found, own, listed), stated_total(text), () if work else (_NOTHING,)
    )  # fmt: skip


_NOTHING = Problem("no-article", "no article and no reference list on this page: nothing to harvest")


def _first_line(text: str) -> str:
    return next((squeeze(line) for line in text.splitlines() if line.strip()), "")


def _own(
    text: str, found: tuple[Found, ...], listed: TextList | None, line: CitationLine | None
) -> tuple[Identifier, ...]:
    """The page's own identifiers: labelled, above the list and near its head."""
    limit = min(listed.start if listed else len(text), _HEAD)
    abstract = _ABSTRACT.search(text, line.end if line else 0)
    near = min(limit, (abstract.start() if abstract else 0) + 3000)
    own: dict[str, Identifier] = {}
    for f in found:
        if f.start < near and f.labelled and f.identifier.scheme in ("doi", "pmid", "pmcid"):
            own.setdefault(f.identifier.scheme, f.identifier)
    return tuple(own.values())


def _title(text: str, listed: TextList | None, line: CitationLine | None) -> str:
    if line:
        for paragraph in _PARAGRAPH.split(text[line.end : line.end + 3000]):
            joined = squeeze(paragraph)
            if len(joined) > 15 and "doi" not in joined.lower():
                return joined
    return _first_line(text[: listed.start] if listed else text)


def _work(title: str, own: tuple[Identifier, ...], line: CitationLine | None, listed: TextList | None) -> Work | None:
    if own:
        return Work(
            type="article-journal", title=title, identifiers=own, issued=line.issued if line else None,
            container_title=line.journal if line else "", volume=line.volume if line else "",
            issue=line.issue if line else "", page=line.page if line else "",
        )  # fmt: skip
    return Work(type="webpage", title=title) if listed else None


def _mentions(found: tuple[Found, ...], own: tuple[Identifier, ...], listed: TextList | None) -> tuple[Mention, ...]:
    start, end = (listed.start, listed.end) if listed else (0, 0)
    cited = {i for reference in listed.references for i in reference.identifiers} if listed else set()
    outside = (f for f in found if not start <= f.start < end and f.identifier not in cited and f.identifier not in own)
    return tuple({f.identifier: Mention(f.identifier, Span(f.start, f.end)) for f in outside}.values())
