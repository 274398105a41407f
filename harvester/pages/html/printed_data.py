"""The work of a page of HTML without metadata, read from its visible words as a page of text is read."""

import re
from dataclasses import replace
from itertools import islice

from harvester.model import Span, remake_work
from harvester.pages.headings import is_reference_heading
from harvester.pages.html.metadata import PageData
from harvester.pages.html.tree import Tree
from harvester.pages.html.visible_text import visible_text
from harvester.pages.text.own_identifiers import Survey, find_own, find_own_title
from harvester.pages.text.page_signs import is_of_an_article
from harvester.pages.text.passages import Passage
from harvester.pages.text.printed_lists import TextList
from harvester.pages.text.printed_titles import abstract_start
from harvester.pages.text.printed_works import printed_work, shows_a_work
from harvester.values import identifier
from harvester.values.citation_line import find_citation_line

_ABOVE, _BELOW = 1_000, 10_000
"""Characters above and below the title within which an article shows what it is."""
_HEADING = re.compile(r"^(?:#{1,6} )?(?P<words>[^\n]{4,60})$", re.MULTILINE)
_MOST_LINES = 20_000
"""Lines among which the heading of the list is looked for."""
_HEAD = 20_000
"""Characters of a page's head, in which its citation stands."""


def printed_data(tree: Tree, data: PageData) -> PageData:
    """The data of a page without metadata that shows an article, with what is printed of it; else unchanged.

    Journals before about 2008 have such pages, and small ones to this day.
    """
    text = visible_text(tree)
    if not text:
        return data
    browsers = tree.css_first("head > title")
    named = " ".join((browsers.text() if browsers else "").split())
    text = f"{named}\n\n{text}"
    listed = _list_range(text)
    end = listed.start
    abstract = abstract_start(text, end)
    found = tuple(identifier.find(text))
    line = find_citation_line(text[: min(end, _HEAD)])
    line = line if line and not 0 <= abstract <= line.start else None
    survey = Survey(text, TextList((), end, listed.end), abstract, line, found)
    title = find_own_title(survey) or _heading(text, data.work.title)
    if title is None:
        return data
    around = text[max(0, title.span.start - _ABOVE) : min(end, title.span.start + _BELOW)]
    printed = printed_work(text, title, listed, abstract)
    if not is_of_an_article(around, len(around), abstract_start(around, len(around))) and not shows_a_work(printed):
        return data
    own = find_own(survey, title, title)
    identifiers = dict.fromkeys([*data.work.identifiers, *(f.identifier for f in own.values())])
    schemes = {i.scheme: i for i in reversed(identifiers)}
    work = remake_work(
        data.work, type="article-journal", title=title.words, identifiers=tuple(schemes.values()), **printed.fields()
    )
    return replace(data, work=work, is_article=True)


def _heading(text: str, title: str) -> Passage | None:
    """Where the heading that stands for the title is printed."""
    start = text.find(f"# {title}\n") + 2 if title else 1
    return Passage(title, Span(start, start + len(title))) if start > 1 else None


def _list_range(text: str) -> Span:
    """Where the reference list stands, from its heading to the next one; nothing at the end of a text without one."""
    lines = islice(_HEADING.finditer(text), _MOST_LINES)
    start = next((line.start() for line in lines if is_reference_heading(line["words"].strip())), len(text))
    end = text.find("\n#", start + 1)
    return Span(start, end if end >= 0 else len(text))
