"""Any plain text: copied from a browser or printed by lynx or w3m, of an article or any page, with a list or
without."""

import re
from itertools import pairwise

from harvester.model import Mention, Page, PartialDate, Problem, Reading, Span, Work
from harvester.pages.headings import stated_total
from harvester.pages.page_kinds import DATA, is_of_data, not_an_article
from harvester.pages.text.article_signs import is_of_an_article
from harvester.pages.text.contents import CONTENTS, in_prose, lists_works, other_kind, under_other_works
from harvester.pages.text.link_marks import take_links, with_links
from harvester.pages.text.nested_lists import unnested
from harvester.pages.text.printed_lists import NO_LIST, TextList, find_list, looks_like_reference, without
from harvester.pages.text.printed_titles import abstract_start, as_title, begins_with_names, find_title, first_heading
from harvester.text import squeeze
from harvester.values import identifier
from harvester.values.citation_line import CitationLine, find_citation_line
from harvester.values.identifier import Found, Identifier

_NOTHING = Problem("no-article", "no article and no reference list on this page: nothing to harvest")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_ENTRY = re.compile(r"\n[ \t]*(?:\d{1,3}\.|\[\d{1,3}\]|[*\u2022+-])\s+(?=[^\W\d_][\w'\u2019-]+,? [A-Z]{1,3}\b[.,])")
_OWN = frozenset(("doi", "pmid", "pmcid"))
_HEAD = 20_000
_SELF = 500
_TELLING = 20
_RECORD = 4000
_LABEL_ALONE = re.compile(r"\n\s*(?:(?:DOI|PMID|PMCID):\s*)?$")


def read(page: Page) -> Reading:
    """Understand a page of plain text."""
    text, links = take_links(page.text)
    text = unnested(text)
    if kind := other_kind(text) or not_an_article(text):
        return Reading("" if kind is DATA else first_heading(text), None, problems=(kind,))
    listed = find_list(text)
    end = listed.start if listed else len(text)
    line = _citation_line(text, end)
    found = tuple(identifier.find(text))
    if abstract_start(text, end) < 0 and lists_works(found, end):
        return Reading(first_heading(text), None, (), _mentions(found, (), None), None, (CONTENTS,))
    title = _title(text, end, line)
    heading = title or first_heading(text[:end])
    listed = _without_itself(listed, heading) if listed else None
    own = _own(text, found, listed, title, line) or _cited_with_its_heading(text, found, listed, heading)
    if is_of_data(own):
        return Reading(heading, None, (), _mentions(found, own, listed), None, (DATA,))
    references = without(with_links(listed.references, text, links), own) if listed else ()
    is_article = not own and is_of_an_article(text, end, abstract_start(text, end))
    work = _work(title or first_heading(text[:end] or text), own, line, listed, is_article)
    if work is None:
        return Reading(first_heading(text), None, (), _mentions(found, own, listed), None, (_NOTHING,))
    mentions = _mentions(found, own, listed)
    return Reading(work.title, work, references, mentions, stated_total(text), () if references else (NO_LIST,))


def _citation_line(text: str, end: int) -> CitationLine | None:
    """The citation line of a record, if one stands in the head."""
    line = find_citation_line(text[: min(end, _HEAD)])
    abstract = abstract_start(text, end)
    return line if line and (abstract < 0 or line.start < abstract) else None


def _title(text: str, end: int, line: CitationLine | None) -> str:
    """The paragraph that stands where titles stand, else the one under a record's citation line."""
    under, certain = _under_line(text, end, line) if line else ("", False)
    return under if certain else find_title(text, end) or under


def _under_line(text: str, end: int, line: CitationLine) -> tuple[str, bool]:
    """The first paragraph under a record's citation line that may be a title, and whether names stand under it."""
    abstract = abstract_start(text, end)
    paragraphs = _PARAGRAPH.split(text[line.end : min(line.end + 3000, abstract if abstract >= 0 else end)])
    for paragraph, following in pairwise([*paragraphs, ""]):
        joined = squeeze(paragraph)
        told = joined.startswith(("Published", "Epub", "PMC")) or "doi" in joined.lower()
        if len(joined) > 15 and not told and as_title(joined.rstrip(".")):
            return joined, begins_with_names(following)
    return "", False


def _without_itself(listed: TextList, title: str) -> TextList:
    """The list without a last entry, not numbered, that tells how to cite the page: it has the page's title."""
    *before, last = listed.references
    told = len(title) >= _TELLING and title.casefold()[:60] in last.text.casefold()
    if told and before and not last.label and last.span:
        return TextList(tuple(before), listed.start, last.span.start)
    return listed


def _own(
    text: str, found: tuple[Found, ...], listed: TextList | None, title: str, line: CitationLine | None
) -> tuple[Identifier, ...]:
    """The page's own identifiers: labelled, above the list, in the head; else the DOI where the page cites itself."""
    end = listed.start if listed else len(text)
    abstract = abstract_start(text, end)
    head = min(end, abstract + 1500 if abstract >= 0 else _HEAD)
    own: dict[str, Identifier] = {}
    record = min(end, head + _RECORD) if line else head
    for f in found:
        if f.labelled and f.identifier.scheme in _OWN - own.keys() and f.start < record:
            told = _of_the_page(text, f, end) if f.start < head else _stands_alone(text, f.start)
            own |= {f.identifier.scheme: f.identifier} if told else {}
    if "doi" not in own and (cited := _cited_by_itself(text, found, listed, title)):
        own["doi"] = cited
    return tuple(own.values())


def _of_the_page(text: str, found: Found, end: int) -> bool:
    """Whether an identifier in the head is of the page, and not of a work that the page lists or speaks of."""
    if _in_entry(text, found) or under_other_works(text, found.start):
        return False
    return not in_prose(text, found.start) or is_of_an_article(text, end, abstract_start(text, end))


def _stands_alone(text: str, start: int) -> bool:
    """Whether nothing but a label stands before an identifier on its line, as under a record's abstract."""
    return _LABEL_ALONE.search(text, max(0, start - 40), start) is not None


def _in_entry(text: str, found: Found) -> bool:
    """Whether an identifier stands in an entry of some list of works, behind the entry's authors."""
    before = text[max(0, found.start - _SELF) : found.start]
    words = _PARAGRAPH.split(before)[-1]
    marks = list(_ENTRY.finditer("\n" + words))
    return bool(marks) and looks_like_reference(squeeze(words[marks[-1].start() :]))


def _cited_by_itself(text: str, found: tuple[Found, ...], listed: TextList | None, title: str) -> Identifier | None:
    """The first labelled DOI outside the list shortly after the title ("Cite this: ... Title. Journal. doi:")."""
    start, end = (listed.start, listed.end) if listed else (len(text), len(text))
    for f in found:
        if title and f.labelled and f.identifier.scheme == "doi" and not start <= f.start < end:
            before = squeeze(text[max(0, f.start - _SELF) : f.start]).casefold()
            if title.casefold()[:60] in before:
                return f.identifier
    return None


def _cited_with_its_heading(
    text: str, found: tuple[Found, ...], listed: TextList | None, heading: str
) -> tuple[Identifier, ...]:
    """The DOI of a paragraph that cites the page by its heading, where no other line tells what the page is of."""
    start, end = (listed.start, listed.end) if listed else (len(text), len(text))
    words = heading.casefold()[:60]
    for f in found if len(words) >= _TELLING else ():
        if f.labelled and f.identifier.scheme == "doi" and not start <= f.start < end and not in_prose(text, f.start):
            paragraph = _PARAGRAPH.split(text[max(0, f.start - _SELF) : f.start])[-1]
            if words in squeeze(paragraph).casefold():
                return (f.identifier,)
    return ()


def _work(
    title: str, own: tuple[Identifier, ...], line: CitationLine | None, listed: TextList | None, is_article: bool
) -> Work | None:
    if own or is_article:
        told = line or CitationLine(PartialDate())
        return Work(
            type="article-journal", title=title, identifiers=own, issued=told.issued if line else None,
            container_title=told.journal, volume=told.volume, issue=told.issue, page=told.page,
        )  # fmt: skip
    return Work(type="webpage", title=title) if listed else None


def _mentions(found: tuple[Found, ...], own: tuple[Identifier, ...], listed: TextList | None) -> tuple[Mention, ...]:
    start, end = (listed.start, listed.end) if listed else (0, 0)
    cited = {i for reference in listed.references for i in reference.identifiers} if listed else set()
    outside = (f for f in found if not start <= f.start < end and f.identifier not in cited and f.identifier not in own)
    return tuple({f.identifier: Mention(f.identifier, Span(f.start, f.end)) for f in outside}.values())
