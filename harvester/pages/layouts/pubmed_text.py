"""A PubMed record copied or saved as text: its citation line, title, authors, abstract, own identifiers and
references."""

import re
from collections.abc import Iterator

from harvester.model import Mention, Name, Page, PartialDate, Problem, Reading, Span, Work
from harvester.pages.headings import stated_total
from harvester.pages.text.link_marks import take_links, with_links
from harvester.pages.text.printed_lists import find_list, without
from harvester.pages.text.pubmed_lists import find_pubmed_list
from harvester.text import find_line, squeeze
from harvester.values import identifier
from harvester.values.citation_line import CitationLine, find_citation_line
from harvester.values.identifier import Identifier
from harvester.values.printed_names import name_of

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
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\Z")
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
_MARKS = re.compile(
    r"\^|\s*\u200a|\s+(?:\d{1,2}|[#*])(?=(?:\s+(?:\d{1,2}|[#*]))*\s*(?:,|$))|(?<=[^\W\d_])\d{1,2}(?=,|$| )"
)
_GAP = re.compile(r"\s+")
_TAIL = re.compile(r"\s*(?:Affiliations?\b.*|\(BUTTON\).*)$", re.DOTALL)


def read(page: Page) -> Reading:
    """Understand a PubMed record's page of text."""
    text, links = take_links(page.text)
    line = find_citation_line(text)
    head = line.end if line else 0
    listed = find_pubmed_list(text, head) or find_list(text)
    list_start = listed.start if listed else len(text)
    ends = _line_of(_OWN_PART_ENDS, text, head)
    own_end = min(ends.start() if ends else list_start, list_start)
    title = _title(text, head)
    found = tuple(identifier.find(text[:own_end]))
    own = _own(text, found, line)
    work = _work(text[:own_end], title, line, own)
    references = without(with_links(listed.references, text, links), own) if listed else ()
    others = [f for f in found if f.identifier not in own]
    cited = {a.identifier for reference in references for a in reference.asserted} if others else frozenset()
    mentions = tuple(Mention(f.identifier, Span(f.start, f.end)) for f in others if f.identifier not in cited)
    total = stated_total(text[listed.start :]) if listed else None
    return Reading(title, work, references, mentions, total, _problems(references, total))


def _line_of(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """The first line behind `start` that begins as a pattern says; a search by letters would take five times longer."""
    behind = len(text) + 1
    position = start if not start or text[start - 1] == "\n" else text.find("\n", start) + 1 or behind
    while position < behind:
        if match := pattern.match(text, position):
            return match
        position = text.find("\n", position) + 1 or behind
    return None


def _title(text: str, start: int) -> str:
    """The first paragraph after the citation line that is no label."""
    for paragraph in _paragraphs(text, start, start + 4000):
        lines = [line for line in paragraph.split("\n") if line.strip() and not _NOT_A_TITLE.match(line)]
        joined = squeeze(" ".join(lines))
        if len(joined) > 9 and not joined.lower().startswith("doi:"):
            return joined
    return ""


def _paragraphs(text: str, start: int, end: int) -> Iterator[str]:
    """What stands between blank lines, as it is asked for."""
    end = min(end, len(text))
    while start < end and (gap := _PARAGRAPH_END.search(text, start, end)):
        yield text[start : gap.start()]
        start = gap.end()


def _own(text: str, found: tuple[identifier.Found, ...], line: CitationLine | None) -> tuple[Identifier, ...]:
    """The first labelled identifier of each scheme in the record's own part, above its abstract."""
    abstract = find_line(_ABSTRACT, "Abstract", text, line.end if line else 0)
    end = abstract.start() if abstract else len(text)
    own: dict[str, Identifier] = {}
    for f in found:
        if f.start < end and (f.labelled or f.identifier.scheme == "doi"):
            own.setdefault(f.identifier.scheme, f.identifier)
    return tuple(own.values())


def _work(text: str, title: str, line: CitationLine | None, own: tuple[Identifier, ...]) -> Work | None:
    if not title and not own:
        return None
    head = line.end if line else 0
    byline = _BYLINE.search(text, head, head + 4000)
    authors, complete = _authors(text, title, byline)
    journal = squeeze(byline.group(2)) if byline else (line.journal if line else "")
    page = line.page if line else ""
    return Work(
        type="article-journal", title=title, author=authors, authors_complete=complete,
        issued=line.issued if line else PartialDate.parse(""), container_title=journal, container_title_short=journal,
        volume=line.volume if line else "", issue=line.issue if line else "", page=page,
        number=page if page and "-" not in page and not page.isalpha() else "",
        abstract=_abstract(text, line.end if line else 0), keywords=_keywords(text), identifiers=own,
    )  # fmt: skip


def _authors(text: str, title: str, byline: re.Match[str] | None) -> tuple[tuple[Name, ...], bool]:
    """The authors under the title, all of them where the page lists them, else the first of "X et al."."""
    if byline:
        listed = _listed_authors(text, title, byline.start())
        if len(listed) > 1:
            return listed, True
        first = name_of(_MARKS.sub("", byline.group(1)))
        return ((first,) if first else ()), False
    listed = _listed_authors(text, title, len(text))
    return listed, bool(listed)


def _listed_authors(text: str, title: str, before: int) -> tuple[Name, ...]:
    position = _after_title(text, title) if title else -1
    if position < 0 or position >= before:
        return ()
    paragraph = next((p for p in _paragraphs(text, position, position + 6000) if p.strip()), "")
    paragraph = _TAIL.sub("", squeeze(paragraph))
    if not paragraph or len(paragraph) > 5000 or paragraph.rstrip().endswith(".") or "," not in paragraph + ",":
        return ()
    names = tuple(name for part in paragraph.split(",") if (name := name_of(_MARKS.sub("", part))))
    likely = all(len(str(name)) < 60 and not any(c.isdigit() for c in str(name)) for name in names)
    return names if likely and (len(names) > 1 or "Abstract" not in paragraph) else ()


def _after_title(text: str, title: str) -> int:
    """Where the title's paragraph ends at its first appearance with all its words."""
    first, *others = title.split()[:60]
    position = text.find(first)
    while position >= 0:
        end = position + len(first)
        for word in others:
            gap = _GAP.match(text, end)
            if gap is None or not text.startswith(word, gap.end()):
                break
            end = gap.end() + len(word)
        else:
            return end
        position = text.find(first, position + 1)
    return -1


def _abstract(text: str, start: int) -> str:
    heading = find_line(_ABSTRACT, "Abstract", text, start)
    if heading is None:
        return ""
    end = _line_of(_SECTION, text, heading.end())
    return squeeze(text[heading.end() : end.start() if end else len(text)])


def _keywords(text: str) -> tuple[str, ...]:
    match = _KEYWORDS.search(text) if "Keyword" in text else None
    if match is None:
        return ()
    line = match.group(1).split("\n\n")[0]
    return tuple(word for part in squeeze(line).split(";") if (word := part.strip().rstrip(".")))


def _problems(references: tuple[object, ...], total: int | None) -> tuple[Problem, ...]:
    if not references:
        return (Problem("no-references", "the page shows no reference list"),)
    if total and total > len(references):
        return (Problem("list-cut", f"the page shows {len(references)} of {total} references"),)
    return ()
