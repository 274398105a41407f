"""Which title and which identifiers of a text are those of the page's own work."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from harvester.model import Span
from harvester.pages.evidence import looks_like_reference
from harvester.pages.text.citation_lines import read_citation_line
from harvester.pages.text.names_in_lines import names_in
from harvester.pages.text.page_signs import in_prose, is_of_an_article, under_other_works
from harvester.pages.text.passages import (
    Passage,
    find_lines,
    find_paragraphs,
    has_blank_line,
    paragraph_before,
    passage,
)
from harvester.pages.text.printed_lists import TextList
from harvester.pages.text.printed_titles import as_title, begins_with_names, find_title, without_marks
from harvester.text import squeeze
from harvester.values.citation_line import CitationLine
from harvester.values.identifier import Found

_ENTRY = re.compile(r"\n[ \t]*(?:\d{1,3}\.|\[\d{1,3}\]|[*\u2022+-])\s+(?=[^\W\d_][\w'\u2019-]+,? [A-Z]{1,3}\b[.,])")
ONLY_A_LABEL = re.compile(r"\W{0,6}(?:DOI|doi|Doi)?\W{0,4}(?:https?://(?:dx\.)?doi\.org/)?")
"""What stands before a DOI in a line that has it alone."""
_OWN = frozenset(("doi", "pmid", "pmcid"))
_HOW_TO_CITE = re.compile(
    r"\b(?:(?:how to |to )?cite this (?:article|paper)(?: as)?|how to cite|about this article|cómo citar|como citar)\b"
    r"\W{0,3}(?:[ \t]*\n){0,3}(?:[^\n]|\n(?![ \t]*\n)){0,480}$",
    re.IGNORECASE,
)
"""Words that say how to cite an article, up to the end of its citation in the same paragraph."""
_OF_THIS_ARTICLE = re.compile(
    r"\bthis (?:article|paper)\s{0,3}\((?:doi)?:?\s{0,3}(?:https?://(?:dx\.)?doi\.org/)?$", re.IGNORECASE
)
"""What stands before the page's own DOI where it speaks of its supplements: "The online version of this article (doi:".
"""
_ISSUE_LINE = re.compile(
    r"^[^\n]{0,60}\b(?:vol(?:ume)?|number|no|issue|pages?)\b\.?:?\s{0,3}\d[^\n]{0,60}$", re.IGNORECASE | re.MULTILINE
)
_LABEL_ALONE = re.compile(r"\n\s*(?:(?:DOI|PMID|PMCID):\s*)?$")
_UNDER_ABSTRACT = 1_500
"""Characters behind the heading of an abstract in which identifiers can still be the page's own: under a short
abstract they have a line of their own."""
_RECORD = 4_000
"""Characters further in which a record, which has a citation line, lists its identifiers under its abstract."""
_UNDER_LINE = 3_000
"""Characters behind a record's citation line in which its title stands."""
_LONGEST_LABEL = 40
"""Characters of a line's beginning: "PMCID:" and the blanks of a margin."""
_LABEL_AND_WORDS = 60
"""Characters before a DOI that hold the words for the page itself, the label and a resolver's address."""
_CITES_ITSELF = 500
"""Characters before a DOI that hold the citation it ends: many authors, a title, a journal."""
_SHORTEST_TITLE = 16
"""Characters of a title under a citation line; a shorter line is a kind of record."""
_HEAD = 20_000
"""Characters of a page's head where no abstract ends it: menus, title, authors and their institutions."""
_DISTINCT = 20
"""Characters of a title that only one page has; shorter ones ("Introduction") are on many pages."""
_AS_MUCH = 60
"""Characters of a title that a citation must repeat: the rest may be cut, or printed in another way."""


@dataclass(frozen=True, slots=True)
class Survey:
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

    @property
    def is_parted(self) -> bool:
        """Whether blank lines part its paragraphs; browsers that copy none leave a line for each."""
        return has_blank_line(self.text, 0, _HEAD)


def find_own_title(seen: Survey) -> Passage | None:
    """The paragraph in a title's position, else the one under a record's citation line; the latter first if names
    follow it."""
    under: Passage | None = None
    if seen.line:
        start = seen.line.end
        stop = min(start + _UNDER_LINE, seen.abstract if seen.abstract >= 0 else seen.end)
        ranges = (find_paragraphs if seen.is_parted else find_lines)(seen.text, start, stop)
        paragraphs = [passage(seen.text, p.start, p.end) for p in ranges]
        for this, following in pairwise([*paragraphs, Passage("", Span(stop, stop))]):
            # Other dates, identifiers and addresses follow the line too.
            is_fact = this.words.startswith(("Published", "Epub", "PMC")) or "doi" in this.words.lower()
            if len(this.words) >= _SHORTEST_TITLE and not is_fact and as_title(this.words.rstrip(".")):
                this = without_marks(this)
                if begins_with_names(seen.text[following.span.start : following.span.end]):
                    return this
                under = this
                break
    return find_title(seen.text, seen.end, seen.abstract) or under


def find_own(seen: Survey, title: Passage | None, heading: Passage) -> dict[str, Found]:
    """The page's own identifiers, by scheme: labelled, above the list, in the head; else the DOI where the page cites
    itself."""
    text, end = seen.text, seen.end
    head = min(end, seen.abstract + _UNDER_ABSTRACT if seen.abstract >= 0 else _HEAD)
    record = min(end, head + _RECORD) if seen.line else head
    parted = seen.is_parted
    own: dict[str, Found] = {}
    for f in seen.found:
        scheme = f.identifier.scheme
        if not f.labelled or scheme not in _OWN or scheme in own or f.start >= end:
            continue
        if scheme == "doi" and _OF_THIS_ARTICLE.search(text, max(0, f.start - _LABEL_AND_WORDS), f.start):
            own[scheme] = f
            continue
        if f.start >= record:
            continue
        if f.start >= head:
            # Under a record's abstract its identifier has a line of its own; one within prose is another work's.
            is_own = _LABEL_ALONE.search(text, max(0, f.start - _LONGEST_LABEL), f.start) is not None
        else:
            paragraph = paragraph_before(text, f.start, _CITES_ITSELF, parted=parted)
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
    if "doi" not in own:
        # A line that says how to cite the article may leave its title out.
        every = (f for f in seen.found if f.identifier.scheme == "doi" and not (listed and listed.has(f.start)))
        said = (f for f in every if _HOW_TO_CITE.search(text, max(0, f.start - _CITES_ITSELF), f.start))
        own |= {"doi": cited} if (cited := next(said, None)) else {}
    if "doi" not in own:
        # At the foot of a page or behind its abstract, in or under a line with journal, volume and pages but without
        # authors and title.
        for start, stop in ((end, len(text)), (head, end)):
            feet = {f.identifier: f for f in dois if start < f.start < stop and _is_imprint(text, f)}
            if len(feet) == 1 and "doi" not in own:
                own["doi"] = next(iter(feet.values()))
    if "doi" in own and "pmid" not in own:
        # Beside the article, in the box with its volume, issue and pages: "PubMed: 20395549" on a line of its own.
        boxed = {f.identifier: f for f in seen.found if f.identifier.scheme == "pmid" and _is_in_box(text, f)}
        own |= {"pmid": next(iter(boxed.values()))} if len(boxed) == 1 else {}
    words = heading.words.casefold()[:_AS_MUCH]
    if not own and len(words) >= _DISTINCT:
        # No line says which work the page is; a paragraph may cite it with its heading as the title.
        for f in dois:
            paragraph = paragraph_before(text, f.start, _CITES_ITSELF, parted=parted)
            if words in squeeze(paragraph).casefold() and not in_prose(text, f.start):
                return {"doi": f}
    return own


def _is_in_box(text: str, found: Found) -> bool:
    """Whether an identifier has a line of its own in a paragraph of which another line names a volume or an issue."""
    start = text.rfind("\n", 0, found.start) + 1
    if text[start : found.start].strip() or text[found.end : found.end + 1].strip():
        return False
    return _ISSUE_LINE.search(paragraph_before(text, start, _CITES_ITSELF, parted=True)) is not None


def _is_imprint(text: str, found: Found) -> bool:
    """Whether a DOI stands in a line with the volume and pages of a work that it does not name, or right under it."""
    start = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", found.end)
    end = end if end >= 0 else len(text)
    if ONLY_A_LABEL.fullmatch(text[start : found.start]) and not text[found.end : end].strip(" .;|"):
        start = text.rfind("\n", 0, start - 1 - _gap(text, start)) + 1
    line = text[start:end]
    printed = read_citation_line(line)
    return bool(printed.volume and printed.page and printed.doi) and not printed.of_another and names_in(line) is None


def _gap(text: str, start: int) -> int:
    """How many characters of white space stand before a line, at most a few blank lines."""
    before = text[max(0, start - _LONGEST_LABEL) : start - 1]
    return len(before) - len(before.rstrip())


def own_dois(found: Iterable[Found], own: Mapping[str, Found]) -> list[Span]:
    """Where the page's own DOI stands, as often as it does."""
    doi = own.get("doi")
    return [Span(f.start, f.end) for f in found if doi and f.identifier == doi.identifier]
