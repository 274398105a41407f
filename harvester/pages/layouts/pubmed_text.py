"""A PubMed record copied or saved as text: its citation line, title, authors, abstract, own identifiers and
references.
"""

import re
from collections.abc import Callable, Iterator
from itertools import permutations
from typing import NamedTuple

from harvester.model import Asserted, Mention, Name, Page, Problem, RawReference, Reading, Span, Work, make_work
from harvester.pages.headings import stated_total
from harvester.pages.text.link_marks import take_links, with_links
from harvester.pages.text.passages import (
    Passage,
    find_lines,
    find_paragraphs,
    has_blank_line,
    line_spans,
    passage,
    trimmed,
)
from harvester.pages.text.printed_lists import NO_LIST, TextList, find_list, without
from harvester.text import find_line, squeeze
from harvester.values import identifier
from harvester.values.citation_line import CitationLine, find_citation_line
from harvester.values.identifier import Found, Identifier
from harvester.values.names import read as read_name

_OWN_PART_ENDS = re.compile(
    r"^[ \t]{0,8}(?:Similar articles|Cited by|References|Publication types|MeSH terms|LinkOut - more resources)"
    r"[ \t]{0,4}$",
    re.MULTILINE,
)
_SECTION = re.compile(
    r"^[ \t]{0,8}(?:Keywords?:|PubMed Disclaimer|Conflict of interest statement|Figures|Similar articles|Cited by"
    r"|References|Publication types|MeSH terms|Substances|LinkOut|Related information|Copyright|©|Trial registration:)",
    re.MULTILINE,
)
_ABSTRACT = re.compile(r"[ \t]{0,8}Abstract[ \t]{0,4}\n")
_KEYWORDS = re.compile(r"^[ \t]{0,8}Keywords?:[ \t]?((?:[^\n]+\n?){1,8})", re.MULTILINE)
_BYLINE = re.compile(
    r"^[^\S\n]{0,8}([^\n]{3,80}?)[^\S\n]et al\.[^\S\n]{1,4}([^\n]{2,120}?)\.(?:[^\S\n]|$)", re.MULTILINE
)
_NOT_A_TITLE = re.compile(
    r"^[ \t]{0,8}(?:doi:|PMC?I?D\b|Affiliations?\b|Review$|Meta-Analysis$|Clinical Trial$|Free (?:PMC )?article|\.|Epub"
    r"|Online ahead"
    r"|eCollection|Erratum|Authors?$|No abstract|Actions$|Free article)",
    re.IGNORECASE,
)
_HEAD = 4_000
"""Characters behind the citation line within which the title and the byline stand; they are its neighbours, and the
menus that print browsers put between them are shorter."""
_UNPARTED = 600
"""Characters behind the citation line that hold title and authors; where they have no blank line, lines are paragraphs.
"""
_SHORTEST_TITLE = 10
"""Characters; a shorter paragraph, such as "Comment", is the kind of record."""
_MOST_WORDS = 60
"""Words of a title; a longer paragraph is prose, and no authors follow it."""
_LONGEST_LIST = 5_000
"""Characters of a paragraph with some 250 names, at 20 to a name; a longer one is prose."""
_REACH_OF_AUTHORS = 6_000
"""Characters behind the title in which such a paragraph ends."""
_LONGEST_NAME = 60
"""Characters; a longer text between two commas is part of a sentence."""
# The marks that lead from an author to the affiliations: numbers, signs, and the hair space before them.
_MARKS = re.compile(
    r"\^|\s*\u200a|\s+(?:\d{1,2}|[#*])(?=(?:\s+(?:\d{1,2}|[#*]))*\s*(?:,|$))|(?<=[^\W\d_])\d{1,2}(?=,|$| )"
)
_AROUND_KEYWORDS = " \t\r\n\u00a0.;"
_AROUND_NAMES = " \t\r\n\u00a0\u200a^#*,;0123456789"
_BEHIND_AUTHORS = re.compile(r"Affiliations?\b|\(BUTTON\)")

_HEADING = re.compile(r"[ \t]{0,8}References[ \t]{0,4}\n")
_TAILS = frozenset(("DOI", "PMC", "PubMed"))
_LONGEST_LABEL = 4
"""Digits of a number: no review cites ten thousand works."""
_SHORTEST_ENTRY = 20
"""Characters of an entry; a shorter text has no room for a name, a journal and a year."""
# The entry as PubMed prints most: a number, words that end with a labelled DOI, the names of links. What follows the
# words is a letter, which the search for the words' end can leap to.
_ENTRY = re.compile(
    rf"[ \t]*(\d{{1,4}})\. (\S[^\n]{{18,}}doi: (?<=\Wdoi: )((?a:{identifier.CANONICAL_DOI}))\.?)"
    r"((?: - (?:DOI|PMC|PubMed))*)[ \t]*(?:\n|\Z)"
)
_RARE = ("pmid", "arXiv", "ISBN", "\u00a0", "\t")
"""Signs of another identifier, or of white space to fold, that most lists have nowhere."""
_LABELS = {"".join(f" - {word}" for word in words): words for n in range(4) for words in permutations(_TAILS, n)}
_MORE = re.compile(r"[ \t]{0,8}(?:Show all|See all|Hide)[^\n]{0,40}(?:\n|$)")
_LIST_ENDS = re.compile(
    r"[ \t]{0,8}(?:MeSH terms|Substances|LinkOut|Publication types|Related information|Grants and funding|Supplementary"
    r"|Full [Tt]ext|Figures|Similar articles|Cited by|Miscellaneous|Associated data)[^\n]{0,40}(?:\n|$)"
)


def read(page: Page) -> Reading:
    """Understand a PubMed record's page of text."""
    text, links = take_links(page.text)
    line = find_citation_line(text)
    head = line.end if line else 0
    listed = _find_pubmed_list(text, head) or find_list(text)
    list_start = listed.start if listed else len(text)
    section = _line_of(_OWN_PART_ENDS, text, head)
    # Similar works and citing works follow below it.
    own_part = text[: min(section.start() if section else list_start, list_start)]
    # The title is the first paragraph behind the citation line that is not a label.
    title = None
    # Browsers that copy no blank lines leave one line for each paragraph.
    heading = find_line(_ABSTRACT, "Abstract", text, head)
    parted = has_blank_line(text, head, heading.start() if heading else head + _UNPARTED)
    paragraphs = find_paragraphs if parted else find_lines
    for paragraph in paragraphs(text, head, head + _HEAD):
        kept: list[str] = []
        start = end = position = paragraph.start
        for words in text[paragraph.start : paragraph.end].split("\n"):
            if words.strip() and not _NOT_A_TITLE.match(words):
                start, end = start if kept else position, position + len(words)
                kept.append(words)
            position += len(words) + 1
        joined = squeeze(" ".join(kept))
        if len(joined) >= _SHORTEST_TITLE and not joined.lower().startswith("doi:"):
            title = Passage(joined, trimmed(text, start, end))
            break
    found = tuple(identifier.find(own_part))
    heading = heading if heading and heading.end() <= len(own_part) else None
    work, spans = _read_record(own_part, _Head(title, line, heading, paragraphs), found)

    own = work.identifiers if work else ()
    references = without(with_links(listed.references, text, links), own) if listed else ()
    others = [f for f in found if f.identifier not in own]
    cited = {a.identifier for reference in references for a in reference.asserted} if others else frozenset()
    mentions = tuple(Mention(f.identifier, Span(f.start, f.end)) for f in others if f.identifier not in cited)
    total = stated_total(text[listed.start :]) if listed else None
    problems = () if references else (NO_LIST,)
    if references and total and total > len(references):
        # PubMed shows the first of a long list, and the rest after a click on "Show all 42 references".
        problems = (Problem("list-cut", f"the page shows {len(references)} of {total} references"),)
    return Reading(title.words if title else "", work, references, mentions, total, problems, spans)


class _Head(NamedTuple):
    """What stands above the words of a record: its title, its citation line, the heading of its abstract, and how its
    paragraphs are parted."""

    title: Passage | None
    line: CitationLine | None
    abstract: re.Match[str] | None
    paragraphs: Callable[[str, int, int], Iterator[Span]]


def _read_record(text: str, above: _Head, found: tuple[Found, ...]) -> tuple[Work | None, dict[str, Span | None]]:
    """The work in the record's own part of the page, and the location of each field; no work without title and
    identifier."""
    title, line, heading, paragraphs = above
    head = line.end if line else 0
    # The first labelled identifier of each scheme above the abstract, which may speak of other works.
    own: dict[str, Found] = {}
    for f in found:
        if (heading is None or f.start < heading.start()) and (f.labelled or f.identifier.scheme == "doi"):
            own.setdefault(f.identifier.scheme, f)
    if not title and not own:
        return None, {}

    spans: dict[str, Span | None] = {**line_spans(text, line)}
    spans |= {str(f.identifier): Span(f.start, f.end) for f in own.values()}
    # A label between its lines does not belong to the title, but would be shown with it.
    if title and squeeze(text[title.span.start : title.span.end]) == title.words:
        spans["title"] = title.span
    byline = _BYLINE.search(text, head, head + _HEAD)
    authors, spans["author"] = _find_authors(text, title, byline.start() if byline else len(text), paragraphs)
    complete = len(authors) > 1 if byline else bool(authors)
    journal = line.journal if line else ""
    if byline:
        # "Puca P et al. Int J Mol Sci." names the first author alone, where the page shows no more.
        if not complete:
            first = read_name(_MARKS.sub("", byline.group(1)))
            authors, spans["author"] = (first,) if first else (), trimmed(text, *byline.span(1), _AROUND_NAMES)
        journal, spans["container_title"] = squeeze(byline.group(2)), trimmed(text, *byline.span(2))
    spans["container_title_short"] = spans.get("container_title")
    abstract = keywords = ""
    if heading:
        section = _line_of(_SECTION, text, heading.end())
        at_abstract = passage(text, heading.end(), section.start() if section else len(text))
        abstract, spans["abstract"] = at_abstract.words, at_abstract.span
    if "Keyword" in text and (match := _KEYWORDS.search(text)):
        keywords, spans["keywords"] = squeeze(match.group(1)), trimmed(text, *match.span(1), _AROUND_KEYWORDS)
    work = make_work(
        type="article-journal", title=title.words if title else "", author=authors, authors_complete=complete,
        issued=line.issued if line else None, container_title=journal, container_title_short=journal,
        volume=line.volume if line else "", issue=line.issue if line else "", abstract=abstract,
        page=line.page if line else "",
        keywords=tuple(word for part in keywords.split(";") if (word := part.strip().rstrip("."))),
        identifiers=tuple([f.identifier for f in own.values()]),
    )  # fmt: skip
    return work, spans


def _line_of(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """The first line behind `start` that begins as a pattern says; a search by letters would take five times longer."""
    behind = len(text) + 1
    position = start if not start or text[start - 1] == "\n" else text.find("\n", start) + 1 or behind
    while position < behind:
        if match := pattern.match(text, position):
            return match
        position = text.find("\n", position) + 1 or behind
    return None


def _find_authors(
    text: str, title: Passage | None, before: int, paragraphs: Callable[[str, int, int], Iterator[Span]]
) -> tuple[tuple[Name, ...], Span | None]:
    """The authors that are listed in the paragraph under the title, and where; none if it is not a list of names."""
    nothing = ((), None)
    if title is None or title.words.count(" ") >= _MOST_WORDS or title.span.end >= before:
        return nothing
    ahead = paragraphs(text, title.span.end, title.span.end + _REACH_OF_AUTHORS)
    paragraph = next((p for p in ahead if text[p.start : p.end].strip()), None)
    if paragraph is None:
        return nothing
    behind = _BEHIND_AUTHORS.search(text, paragraph.start, paragraph.end)
    listed = passage(text, paragraph.start, behind.start() if behind else paragraph.end)
    if len(listed.words) > _LONGEST_LIST or listed.words.endswith("."):
        return nothing
    names = tuple(name for part in listed.words.split(",") if (name := read_name(_MARKS.sub("", part))))
    are_names = all(len(str(name)) < _LONGEST_NAME and not any(map(str.isdigit, str(name))) for name in names)
    # A single "name" may be the next heading, if the page lists no authors.
    if not names or not are_names or (len(names) == 1 and "Abstract" in listed.words):
        return nothing
    return names, trimmed(text, listed.span.start, listed.span.end, _AROUND_NAMES)


def _find_pubmed_list(text: str, start: int) -> TextList | None:
    """The list under the heading "References" behind `start`; None unless all of it is in PubMed's layout.

    That is one entry a line, numbered "1.", with its links named at the end. Such a list is read here ten times faster
    than by the general reader, to which the forms of text browsers are left (`- DOI` on a line of its own).
    """
    heading = find_line(_HEADING, "References", text, start)
    if heading is None:
        return None
    references: list[RawReference] = []
    position, end = heading.end(), len(text)
    # Looked up once: the loop runs for every reference of every page, and this is the fastest road of the program.
    entry, labels_of = _ENTRY.match, _LABELS.get
    rare = [sign for sign in _RARE if text.find(sign, position) >= 0]
    while position < end:
        ordinal = len(references) + 1
        if match := entry(text, position):
            label, words, doi, tail = match.groups()
            (_, behind), (first, _), (begin, last), (at_doi, behind_doi), _ = match.regs
            labels = labels_of(tail)
            # One DOI, no other identifier, nothing to fold: then the pattern has read all of the entry. The tests are
            # written out one by one, since nine entries in ten pass them.
            if (
                labels is not None
                and text.find("10.", begin) == at_doi
                and not (".v" in doi or ".issue" in doi)
                and not ("PM" in words or "Pub" in words or "  " in words)
                and not (rare and any(map(words.__contains__, rare)))
            ):
                doi_given = (Asserted(Identifier("doi", doi), "label", Span(at_doi, behind_doi)),)
                references.append(RawReference(ordinal, label, words, doi_given, labels, Span(first, last)))
                position = behind
                continue
        following = text.find("\n", position) + 1 or len(text) + 1
        line = text[position : following - 1]
        if body := line.strip():
            other = _read_entry(body, position + line.index(body[0]), ordinal)
            if other is not None:
                references.append(other)
            # Buttons may stand among the entries; any other line that is not an entry ends the list.
            elif not references or not _MORE.match(line):
                break
        position = following
    whole = position >= len(text) or _LIST_ENDS.match(text, position) is not None
    return TextList(tuple(references), heading.start(), min(position, len(text))) if references and whole else None


def _read_entry(body: str, start: int, ordinal: int) -> RawReference | None:
    """The reference in a line of PubMed's layout; None if the line is not an entry."""
    label, dot, words = body.partition(". ")
    if not dot or not label.isdecimal() or len(label) > _LONGEST_LABEL or len(words) < _SHORTEST_ENTRY:
        return None
    words = words.replace("\u00a0", " ")
    labels: tuple[str, ...] = ()
    before, dash, tail = words.rpartition(" - ")
    while dash and tail in _TAILS:
        labels = (tail, *labels)
        words = before
        before, dash, tail = words.rpartition(" - ")
    offset = start + len(label) + len(dot)
    asserted = tuple(
        Asserted(f.identifier, "label" if f.labelled else "text", Span(offset + f.start, offset + f.end))
        for f in identifier.find(words)
    )
    return RawReference(ordinal, label, squeeze(words), asserted, labels, Span(start, offset + len(words)))
