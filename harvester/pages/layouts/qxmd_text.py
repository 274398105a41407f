"""A page of Read by QxMD copied as text: the kind of article in capitals, buttons, then title, authors if any, and
abstract."""

import re

from harvester.model import Page, Problem, Reading, Span, make_work
from harvester.pages.text.passages import find_paragraphs, passage
from harvester.pages.text.printed_lists import NO_LIST
from harvester.values import identifier

_BUTTON = re.compile(r"Add (?:like|dislike|to saved papers)|Save|Share|JOURNAL ARTICLE|[A-Z][A-Z ,.'&-]+$")
_END = re.compile(
    r"^\s{0,8}(?:Full text links|We have located links|Related Resources|For the best experience)", re.MULTILINE
)
_NO_ARTICLE = Problem("no-article", "no article and no reference list: nothing to harvest")
_SHORTEST_ABSTRACT = 200
"""An abstract has more characters; a page without one ends with lines of authors and buttons."""


def read(page: Page) -> Reading:
    """Understand a QxMD page; it has only the article's title and abstract."""
    foot = _END.search(page.text)
    end = foot.start() if foot else len(page.text)
    # The last button comes right before the title.
    start = max(page.text.rfind("Add to saved papers", 0, end), 0)
    paragraphs = (passage(page.text, p.start, p.end) for p in find_paragraphs(page.text, start, end))
    shown = [p for p in paragraphs if p.words and not _BUTTON.match(p.words)]
    if not shown:
        return Reading("", None, problems=(_NO_ARTICLE,))
    title = shown[0]
    longest = max(shown[1:], key=lambda p: len(p.words), default=None)
    abstract = longest if longest and len(longest.words) > _SHORTEST_ABSTRACT else None
    own: dict[identifier.Identifier, Span] = {}
    for f in identifier.find(page.text[:end]):
        own.setdefault(f.identifier, Span(f.start, f.end))
    words = abstract.words if abstract else ""
    work = make_work(type="article-journal", title=title.words, abstract=words, identifiers=tuple(own))
    at_abstract = abstract.span if abstract else None
    spans = {"title": title.span, "abstract": at_abstract, **{str(one): span for one, span in own.items()}}
    return Reading(title.words, work, problems=(NO_LIST,), spans=spans)
