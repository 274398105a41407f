"""Any plain text: copied from a browser or printed by lynx or w3m, of an article or any page, with a list or
without.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from harvester.model import Mention, Page, Problem, Reading, Span, make_work
from harvester.model.reading import make_locations
from harvester.pages.evidence import looks_like_reference
from harvester.pages.headings import stated_total
from harvester.pages.page_kinds import DATA, is_of_data, not_an_article
from harvester.pages.text.link_marks import take_links, with_links
from harvester.pages.text.page_signs import (
    CONTENTS,
    in_prose,
    is_of_an_article,
    lists_works,
    other_kind,
    under_other_works,
)
from harvester.pages.text.passages import Passage, find_paragraphs, line_spans, passage
from harvester.pages.text.printed_lists import NO_LIST, TextList, find_list, unnested, without
from harvester.pages.text.printed_titles import abstract_start, as_title, begins_with_names, find_title, first_heading
from harvester.text import squeeze
from harvester.values import identifier
from harvester.values.citation_line import CitationLine, find_citation_line
from harvester.values.identifier import Found, Identifier

_NOTHING = Problem("no-article", "no article and no reference list on this page: nothing to harvest")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ENTRY = re.compile(r"\n[ \t]*(?:\d{1,3}\.|\[\d{1,3}\]|[*\u2022+-])\s+(?=[^\W\d_][\w'\u2019-]+,? [A-Z]{1,3}\b[.,])")
_OWN = frozenset(("doi", "pmid", "pmcid"))
_LABEL_ALONE = re.compile(r"\n\s*(?:(?:DOI|PMID|PMCID):\s*)?$")
_HEAD = 20_000
"""Characters of a page's head where no abstract ends it: menus, title, authors and their institutions."""
_UNDER_ABSTRACT = 1_500
"""Characters behind the heading of an abstract in which identifiers can still be the page's own: under a short
abstract they have a line of their own."""
_RECORD = 4_000
"""Characters further in which a record, which has a citation line, lists its identifiers under its abstract."""
_UNDER_LINE = 3_000
"""Characters behind a record's citation line in which its title stands."""
_LONGEST_LABEL = 40
"""Characters of a line's beginning: "PMCID:" and the blanks of a margin."""
_CITES_ITSELF = 500
"""Characters before a DOI that hold the citation it ends: many authors, a title, a journal."""
_SHORTEST_TITLE = 16
"""Characters of a title under a citation line; a shorter line is a kind of record."""
_DISTINCT = 20
"""Characters of a title that only one page has; shorter ones ("Introduction") are on many pages."""
_AS_MUCH = 60
"""Characters of a title that a citation must repeat: the rest may be cut, or printed in another way."""


@dataclass(frozen=True, slots=True)
class _Survey:
    """The parts of a page, before it is decided which identifiers are the page's own.

    `abstract` is where the heading of the abstract stands, -1 if there is none; `line` is the citation line of a
    record.
    """

    text: str
    listed: TextList | None
    abstract: int
    line: CitationLine | None
    found: tuple[Found, ...]

    @property
    def end(self) -> int:
        """Where the reference list begins, else where the page ends."""
        return self.listed.start if self.listed else len(self.text)


def read(page: Page) -> Reading:
    """Understand a page of plain text."""
    text, links = take_links(page.text)
    text = unnested(text)
    if kind := other_kind(text) or not_an_article(text):
        return Reading("" if kind is DATA else first_heading(text).words, None, problems=(kind,))
    listed = find_list(text)
    end = listed.start if listed else len(text)
    abstract = abstract_start(text, end)
    found = tuple(identifier.find(text))
    if abstract < 0 and lists_works(found, end):
        return Reading(first_heading(text).words, None, (), _mentions(found, None, ()), None, (CONTENTS,))
    line = find_citation_line(text[: min(end, _HEAD)])
    if line and 0 <= abstract <= line.start:
        line = None  # an abstract cites other works
    title = _find_title(_Survey(text, listed, abstract, line, found))
    heading = title or first_heading(text[:end])
    if listed and len(listed.references) > 1:
        # A last entry without number but with the page's title shows how to cite the page.
        last = listed.references[-1]
        cites_page = len(heading.words) >= _DISTINCT and heading.words.casefold()[:_AS_MUCH] in last.text.casefold()
        if cites_page and not last.label and last.span:
            listed = TextList(listed.references[:-1], listed.start, last.span.start)
    own = _find_own(_Survey(text, listed, abstract, line, found), title, heading)
    identifiers = tuple(f.identifier for f in own.values())
    mentions = _mentions(found, listed, identifiers)
    if is_of_data(identifiers):
        return Reading(heading.words, None, (), mentions, None, (DATA,))

    references = without(with_links(listed.references, text, links), identifiers) if listed else ()
    # A list that begins the page has nothing above it.
    title = title or first_heading(text[:end] or text)
    if own or is_of_an_article(text, end, abstract):
        work = make_work(
            type="article-journal", title=title.words, identifiers=identifiers, issued=line.issued if line else None,
            container_title=line.journal if line else "", volume=line.volume if line else "",
            issue=line.issue if line else "", page=line.page if line else "",
        )  # fmt: skip
    elif listed:
        work = make_work(type="webpage", title=title.words)
    else:
        return Reading(first_heading(text).words, None, (), mentions, None, (_NOTHING,))
    spans = line_spans(text, line) | {str(f.identifier): Span(f.start, f.end) for f in own.values()}
    locations = make_locations(work, {**spans, "title": title.span})
    problems = () if references else (NO_LIST,)
    return Reading(work.title, work, references, mentions, stated_total(text), problems, locations)


def _find_title(seen: _Survey) -> Passage | None:
    """The paragraph in a title's position, else the one under a record's citation line; the latter first if names
    follow it."""
    under: Passage | None = None
    if seen.line:
        start = seen.line.end
        stop = min(start + _UNDER_LINE, seen.abstract if seen.abstract >= 0 else seen.end)
        paragraphs = [passage(seen.text, p.start, p.end) for p in find_paragraphs(seen.text, start, stop)]
        for this, following in pairwise([*paragraphs, Passage("", Span(stop, stop))]):
            # Other dates, identifiers and addresses follow the line too.
            is_fact = this.words.startswith(("Published", "Epub", "PMC")) or "doi" in this.words.lower()
            if len(this.words) >= _SHORTEST_TITLE and not is_fact and as_title(this.words.rstrip(".")):
                if begins_with_names(seen.text[following.span.start : following.span.end]):
                    return this
                under = this
                break
    return find_title(seen.text, seen.end, seen.abstract) or under


def _find_own(seen: _Survey, title: Passage | None, heading: Passage) -> dict[str, Found]:
    """The page's own identifiers, by scheme: labelled, above the list, in the head; else the DOI where the page cites
    itself."""
    text, end = seen.text, seen.end
    head = min(end, seen.abstract + _UNDER_ABSTRACT if seen.abstract >= 0 else _HEAD)
    record = min(end, head + _RECORD) if seen.line else head
    own: dict[str, Found] = {}
    for f in seen.found:
        scheme = f.identifier.scheme
        if not f.labelled or scheme not in _OWN or scheme in own or f.start >= record:
            continue
        if f.start >= head:
            # Under a record's abstract its identifier has a line of its own; one within prose is another work's.
            is_own = _LABEL_ALONE.search(text, max(0, f.start - _LONGEST_LABEL), f.start) is not None
        else:
            paragraph = _BLANK_LINE.split(text[max(0, f.start - _CITES_ITSELF) : f.start])[-1]
            entries = list(_ENTRY.finditer("\n" + paragraph))
            # Behind the authors of an entry, and under "Publications", it is another work's. News speak of a study by
            # its DOI, too, but the head of an article may have a sentence about its own ("available at").
            is_own = (
                not (entries and looks_like_reference(squeeze(paragraph[entries[-1].start() :])))
                and not under_other_works(text, f.start)
                and (not in_prose(text, f.start) or is_of_an_article(text, end, seen.abstract))
            )
        if is_own:
            own[scheme] = f

    listed = seen.listed
    dois = [
        f for f in seen.found if f.labelled and f.identifier.scheme == "doi" and not (listed and listed.has(f.start))
    ]
    if "doi" not in own and title:
        # "Cite this" is followed by authors, title, journal, and then the DOI.
        words = title.words.casefold()[:_AS_MUCH]
        before = (squeeze(text[max(0, f.start - _CITES_ITSELF) : f.start]).casefold() for f in dois)
        cited = next((f for f, above in zip(dois, before, strict=True) if words in above), None)
        own |= {"doi": cited} if cited else {}
    words = heading.words.casefold()[:_AS_MUCH]
    if not own and len(words) >= _DISTINCT:
        # No line says which work the page is; a paragraph may cite it with its heading as the title.
        for f in dois:
            paragraph = _BLANK_LINE.split(text[max(0, f.start - _CITES_ITSELF) : f.start])[-1]
            if words in squeeze(paragraph).casefold() and not in_prose(text, f.start):
                return {"doi": f}
    return own


def _mentions(found: Iterable[Found], listed: TextList | None, own: tuple[Identifier, ...]) -> tuple[Mention, ...]:
    """The identifiers outside the list that are neither the page's own nor cited in it; the last occurrence of each."""
    cited = {i for reference in listed.references for i in reference.identifiers} if listed else set()
    outside = (f for f in found if not (listed and listed.has(f.start)) and f.identifier not in cited)
    return tuple(
        {f.identifier: Mention(f.identifier, Span(f.start, f.end)) for f in outside if f.identifier not in own}.values()
    )
