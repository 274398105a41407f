"""Any plain text: copied from a browser or printed by lynx or w3m, of an article or any page, with a list or
without.
"""

from collections.abc import Iterable

from harvester.model import Mention, Page, Problem, Reading, Span, make_work
from harvester.pages.headings import stated_total
from harvester.pages.page_kinds import DATA, is_of_data, not_an_article
from harvester.pages.text.link_marks import take_links, with_links
from harvester.pages.text.own_identifiers import Survey, find_own, find_own_title, own_dois
from harvester.pages.text.page_signs import (
    CONTENTS,
    is_of_an_article,
    lists_works,
    other_kind,
)
from harvester.pages.text.passages import Passage
from harvester.pages.text.printed_lists import NO_LIST, TextList, find_list, unnested, without
from harvester.pages.text.printed_titles import abstract_start, first_heading, is_likely
from harvester.pages.text.printed_works import PrintedWork, is_located, printed_work
from harvester.pages.text.trailing_lists import find_trailing_list
from harvester.text import squeeze
from harvester.values import identifier
from harvester.values.citation_line import find_citation_line
from harvester.values.identifier import Found, Identifier

_NOTHING = Problem("no-article", "no article and no reference list on this page: nothing to harvest")
_HEAD = 20_000
"""Characters of a page's head where no abstract ends it: menus, title, authors and their institutions."""
_A_MENU = 3_000
"""Characters between the heading of a list and its first entry, at most: a note on how it was put together."""
_DISTINCT = 20
"""Characters of a title that only one page has; shorter ones ("Introduction") are on many pages."""
_AS_MUCH = 60
"""Characters of a title that a citation must repeat: the rest may be cut, or printed in another way."""


def read(page: Page) -> Reading:
    """Understand a page of plain text."""
    text, links = take_links(page.text)
    text = unnested(text)
    if kind := other_kind(text) or not_an_article(text):
        return Reading("" if kind is DATA else first_heading(text).words, None, problems=(kind,))
    listed = find_list(text)
    if listed is None and (trailing := find_trailing_list(text)):
        above = abstract_start(text, trailing.start)
        listed = trailing if above >= 0 or is_of_an_article(text, trailing.start, above) else None
    if listed and listed.references and (first := listed.references[0].span) and first.start - listed.start > _A_MENU:
        # A menu names the list far above it.
        listed = TextList(listed.references, first.start, listed.end)
    end = listed.start if listed else len(text)
    abstract = abstract_start(text, end)
    found = tuple(identifier.find(text))
    if abstract < 0 and lists_works(found, end):
        return Reading(first_heading(text).words, None, (), _mentions(found, None, ()), None, (CONTENTS,))
    line = find_citation_line(text[: min(end, _HEAD)])
    if line and 0 <= abstract <= line.start:
        line = None  # an abstract cites other works
    title = find_own_title(Survey(text, listed, abstract, line, found))
    heading = title or first_heading(text[:end])
    if listed and len(listed.references) > 1:
        # A last entry without number but with the page's title shows how to cite the page.
        last = listed.references[-1]
        cites_page = len(heading.words) >= _DISTINCT and heading.words.casefold()[:_AS_MUCH] in last.text.casefold()
        if cites_page and not last.label and last.span:
            listed = TextList(listed.references[:-1], listed.start, last.span.start)
        elif last.span and heading.words.casefold()[:_AS_MUCH] in squeeze(text[last.span.end : listed.end]).casefold():
            # Or it stands behind the last entry.
            listed = TextList(listed.references, listed.start, last.span.end)
    own = find_own(Survey(text, listed, abstract, line, found), title, heading)
    identifiers = tuple(f.identifier for f in own.values())
    mentions = _mentions(found, listed, identifiers)
    if is_of_data(identifiers):
        return Reading(heading.words, None, (), mentions, None, (DATA,))

    references = without(with_links(listed.references, text, links), identifiers) if listed else ()
    # A list that begins the page has nothing above it.
    is_sure = title is not None and abstract >= 0
    guess = title or first_heading(text[:end] or text)
    printed = PrintedWork()
    is_article = bool(own) or is_of_an_article(text, end, abstract)
    if is_article or is_sure:
        list_range = Span(end, listed.end if listed else end)
        title = title or (
            guess if is_likely(guess.words, text) else Passage("", Span(guess.span.start, guess.span.start))
        )
        printed = printed_work(text, title, list_range, abstract, own_dois(found, own))
    if title and (is_article or is_located(printed)):
        work = make_work(type="article-journal", title=title.words, identifiers=identifiers, **printed.fields())
    elif listed:
        title, printed = guess, PrintedWork()
        work = make_work(type="webpage", title=title.words)
    else:
        return Reading(first_heading(text).words, None, (), mentions, None, (_NOTHING,))
    spans = printed.spans | {str(f.identifier): Span(f.start, f.end) for f in own.values()}
    problems = () if references else (NO_LIST,)
    return Reading(
        work.title,
        work,
        references,
        mentions,
        stated_total(text),
        problems,
        {**spans, **({"title": title.span} if title.words else {})},
    )


def _mentions(found: Iterable[Found], listed: TextList | None, own: tuple[Identifier, ...]) -> tuple[Mention, ...]:
    """The identifiers outside the list that are neither the page's own nor cited in it; the last occurrence of each."""
    cited = {i for reference in listed.references for i in reference.identifiers} if listed else set()
    outside = (f for f in found if not (listed and listed.has(f.start)) and f.identifier not in cited)
    return tuple(
        {f.identifier: Mention(f.identifier, Span(f.start, f.end)) for f in outside if f.identifier not in own}.values()
    )
