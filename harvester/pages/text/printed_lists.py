"""A reference list in a page of plain text: found by its heading or its numbers, cut into references, its spans
kept."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from harvester.model import Asserted, Problem, RawReference, Span
from harvester.pages.headings import (
    LINES_OF_ENDS,
    LINES_OF_REFERENCES,
    begins_the_foot,
    ends_references,
    heads_other_works,
    is_ambiguous,
    is_reference_heading,
)
from harvester.pages.links import names_a_service
from harvester.pages.text.entry_lines import put_right
from harvester.references import raw, split
from harvester.values.identifier import Identifier

NO_LIST = Problem("no-references", "the page shows no reference list")
MAX_REFERENCES = 20_000
_FEW = 3
_DIGIT = re.compile(r"\d")
_MOST_TAIL = 8
_FOOT = 5
_MOST_HEADINGS = 8
_INLINE_HEADING = re.compile(
    r"\s{0,8}(?:References|REFERENCES|Bibliography|Literature [Cc]ited|Literatur|Referencias"
    r"|Références)\s?[:.\u2013-]\s{1,3}"
    r"(?=[\[(]?1[\]).]?\s?\D)"
)
_LONGEST_HEADING = 90
# Figures of a page, no headings: "51 References" with "36 citations" below, whatever is counted.
_COUNTS = re.compile(r"\W*\d{1,4} (?:[Rr]eferences\W*\n\W*\d[\d,]* [a-z]|[Cc]itations\b)")
_ABOVE = 400
_BULLETS = frozenset("-•*·+○□☆▪–")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?!\d)(?<!\d\d\d\d\d)")
_NUMBERED = re.compile(r"\n[ \t]{0,12}(?:[•*·-]\s{1,4})?(?:\[(\d{1,3})\]|(\d{1,3})(?:[.)]?(?=\s)|(?=[A-Z][a-z])))")
_BY_AUTHOR = re.compile(
    r"[^\W\d_][\w'\u2019-]+(?: [\w'\u2019-]+){0,2},? (?:[^\W\d_a-z]\.?[ -]?){1,4}(?:[,.;(&]| and )|[^\n]{3,80} et al\b"
)
# Volume and page as numbers, else words of a reference; the numbers are likelier and found in a tenth of the time.
_NUMBERS = re.compile(r"\d(?:\s?[;:(]\s?[\deE]|[-\u2010-\u2015]\d|,\s?\d)")
_TRACES = re.compile(
    r"\bet al\b|pmid|\bvol\b|\bpp?\.|https?:|\[j\]|google scholar|crossref|pubmed",
)


@dataclass(frozen=True, slots=True)
class TextList:
    """References with spans into the whole page, and the range from the list's heading to its end."""

    references: tuple[RawReference, ...]
    start: int
    end: int

    def has(self, offset: int) -> bool:
        """Whether what stands there is part of the list."""
        return self.start <= offset < self.end


def find_list(text: str) -> TextList | None:
    """The reference list of a page: the longest under a heading of references, else a run of numbered entries.

    A heading behind a bullet is mostly an item of a menu; it is looked at where no other heads a list.
    """
    headings = tuple(_headings(text))
    if not all(doubtful := [is_ambiguous(text[start:body]) for start, body in headings]):
        headings = tuple(heading for heading, doubt in zip(headings, doubtful, strict=True) if not doubt)
    plain = [(start, body) for start, body in headings if text[start:body].lstrip()[:1] not in _BULLETS]
    best = _longest(text, plain[-_MOST_HEADINGS:])
    if best is None and len(plain) < len(headings):
        best = _longest(text, headings[-_MOST_HEADINGS:])
    return best or _unheaded(text) or _nothing_but_references(text)


def _longest(text: str, headings: Sequence[tuple[int, int]]) -> TextList | None:
    """The list with the most entries that look like references, of those under some headings; or all of them one after
    another, where that gives more."""
    ends = [_list_end(text, body) for _, body in headings]
    every = [_plausible(text, heading, end) for heading, end in zip(headings, ends, strict=True)]
    best = max(reversed([found for found in every if found]), key=_worth, default=None)
    if best is None or len(headings) < 2:
        return best
    following = (*(start for start, _ in headings[1:]), len(text))
    parts = [
        found if end <= limit else _plausible(text, heading, limit)
        for found, heading, end, limit in zip(every, headings, ends, following, strict=True)
    ]
    joined = _joined([part for part in parts if part])
    return joined if joined and _likely(joined.references) > _likely(best.references) else best


def _worth(found: TextList) -> tuple[int, int]:
    """How many entries look like references, and how much they tell beside their words: a list printed again has no
    links."""
    return _likely(found.references), sum(len(r.asserted) + len(r.tail_labels) for r in found.references)


def _plausible(text: str, heading: tuple[int, int], end: int) -> TextList | None:
    """The list between a heading and its end, if most of its entries look like references."""
    start, body = heading
    if not _YEAR.search(text, body, min(end, body + 6000)):
        return None
    references, end = _references(text, body, end)
    likely = _likely(references)
    return TextList(references, start, end) if likely and likely * 2 >= len(references) else None


def _joined(lists: Sequence[TextList]) -> TextList | None:
    """Lists of chapters or of kinds of references as one, without those that say what another has said.

    What stands without numbers under an item of a menu is no list where a list that counts from 1 follows.
    """
    said: set[str] = set()
    chosen: list[TextList] = []
    counted_from = max((found.start for found in lists if _counts(found.references)), default=0)
    likely = (found for found in lists if found.start >= counted_from or _is_numbered(found.references))
    for found in sorted(likely, key=lambda found: -len(found.references)):
        keys = {_key(reference) for reference in found.references}
        if len(keys & said) * 3 <= len(keys):
            chosen.append(found)
            said |= keys
    if len(chosen) < 2:
        return None
    chosen.sort(key=lambda found: found.start)
    every = (reference for found in chosen for reference in found.references)
    counted = tuple(replace(reference, ordinal=number) for number, reference in enumerate(every, 1))
    return TextList(counted, chosen[0].start, chosen[-1].end)


def _counts(references: tuple[RawReference, ...]) -> bool:
    return len(references) >= _FEW and references[0].label == "1" and _is_numbered(references)


def _is_numbered(references: tuple[RawReference, ...]) -> bool:
    return sum(reference.label.isdigit() for reference in references) * 2 > len(references)


def _key(reference: RawReference) -> str:
    return "".join(filter(str.isalpha, reference.text[:200]))[:40].casefold()


def _headings(text: str) -> Iterator[tuple[int, int]]:
    """Lines that are a reference heading: where each starts, and where what it heads starts."""
    for start, end in LINES_OF_REFERENCES.lines(text):
        short = 4 <= end - start <= _LONGEST_HEADING
        if short and is_reference_heading(text[start:end]) and not _COUNTS.match(text, start):
            yield start, end
        elif inline := _INLINE_HEADING.match(text, start, end):
            yield start, inline.end()


def _list_end(text: str, body: int) -> int:
    """Where the heading stands that ends the list; the end of the text if there is none."""
    for start, end in LINES_OF_ENDS.lines(text, body):
        if start > body and ends_references(text[start:end]) and not text[start:end].lstrip()[:1].isdigit():
            return _cited_from(text, body, start)
    return _cited_from(text, body, len(text))


_HOW_TO_CITE = ("How to cite", "To cite this", "Cite this article")


def _cited_from(text: str, start: int, end: int) -> int:
    """Where a line begins that tells how to cite the page itself, else the end: it stands behind the list."""
    for words in _HOW_TO_CITE:
        place = text.find(words, start, end)
        line = text.rfind("\n", start, place) + 1 if place >= 0 else 0
        if line and not text[line:place].strip():
            end = line
    return end


def _references(text: str, start: int, end: int) -> tuple[tuple[RawReference, ...], int]:
    """The references between two places, and where the last one ends: a last one that runs on is cut at a blank
    line."""
    references = split(text, start, end)[:MAX_REFERENCES]
    references = _by_link_labels(text, (start, end), 2 * len(references)) or references
    last = references[-1].span if references else None
    cut = _overlong(text, references)
    if cut and last:
        shorter = split(text, last.start, cut)
        if len(shorter) == 1:
            end = cut
            references = (*references[:-1], replace(shorter[0], ordinal=references[-1].ordinal))
    return put_right(_without_tail(references)), end


def _without_tail(references: tuple[RawReference, ...]) -> tuple[RawReference, ...]:
    """The references without the lines behind an unnumbered list that are none (notes, buttons)."""
    if not any(reference.label.isdigit() for reference in references):
        references = references[: _where_likely_ones_end(references)]
    end = len(references)
    while end > _FEW and not references[end - 1].label and _is_foot(references[end - 1].text):
        end -= 1
    return references[:end] if len(references) - end <= _MOST_TAIL else references


def _is_foot(text: str) -> bool:
    return not _DIGIT.search(text) or begins_the_foot(text)


def _where_likely_ones_end(references: tuple[RawReference, ...]) -> int:
    """Behind how many entries, nearly all of which look like references, only such follow that do not: the page's
    foot."""
    likely = 0
    waiting = 0
    for number, reference in enumerate(references):
        if looks_like_reference(reference.text):
            likely, waiting = likely + 1, 0
            continue
        waiting += 1
        before = number + 1 - waiting
        if waiting == _FOOT and before >= _FEW and likely >= 0.8 * before:
            return before
    return len(references)


_LOOSE = re.compile(r"\s+(?=[,.;:)](?:\s|$))")
_LONGEST_LABEL = 30
_Block = tuple[int, int, tuple[str, ...]]


def _by_link_labels(text: str, within: tuple[int, int], more_than: int) -> tuple[RawReference, ...]:
    """References that are told apart only by the lines of link labels behind each ("Google Scholar", "Crossref"); ()
    unless there are more than so many.

    So print text browsers and copies lists whose every word is an element of its own (Silverchair's sites).
    """
    lines = text[slice(*within)].split("\n")
    words = [line.strip(" \t\u00a0•*[]") for line in lines]
    may_be = [1 < len(line) <= _LONGEST_LABEL and line[0].isalpha() for line in words]
    if sum(may_be) <= more_than:
        return ()
    blocks = list(_blocks(lines, words, may_be, within[0]))
    if len(blocks) <= more_than:
        return ()
    return tuple(_labelled(text, block, ordinal) for ordinal, block in enumerate(blocks, 1))


def _blocks(lines: list[str], words: list[str], may_be: list[bool], offset: int) -> Iterator[_Block]:
    """Where the lines begin and end that stand before lines of link labels, and those labels."""
    first = last = -1
    labels: list[str] = []
    for line, word, short in zip(lines, words, may_be, strict=True):
        if short and names_a_service(word):
            labels.append(word)
        elif word:
            if labels and first >= 0:
                yield first, last, tuple(labels)
                first = -1
            first, labels = (offset if first < 0 else first), []
            last = offset + len(line)
        offset += len(line) + 1
    if labels and first >= 0:
        yield first, last, tuple(labels)


def _labelled(text: str, block: _Block, ordinal: int) -> RawReference:
    start, end, labels = block
    reference = raw(text[start:end], ordinal)
    words = _LOOSE.sub("", " ".join(reference.text.split()))
    return shift(replace(reference, text=words, tail_labels=labels, span=Span(0, end - start)), start)


def _overlong(text: str, references: tuple[RawReference, ...]) -> int:
    """Where the last reference should have ended if it is far longer than the others and has a blank line inside;
    else 0."""
    if len(references) < _FEW or (last := references[-1].span) is None:
        return 0
    longest = max(len(reference.text) for reference in references[:-1])
    if last.end - last.start < 2 * longest + 200:
        return 0
    gap = _BLANK_LINE.search(text, last.start + 20, last.end)
    return gap.start() if gap else 0


def shift(reference: RawReference, offset: int) -> RawReference:
    """The reference with its spans moved from its list into the page that the list stands in."""
    if not offset:
        return reference
    asserted = tuple(Asserted(a.identifier, a.how, _moved(a.span, offset)) for a in reference.asserted)
    return replace(reference, asserted=asserted, span=_moved(reference.span, offset))


def without(references: tuple[RawReference, ...], own: tuple[Identifier, ...]) -> tuple[RawReference, ...]:
    """The references without the page's own identifiers: no work cites itself."""
    values = {identifier.value for identifier in own}
    if all(a.identifier.value not in values for reference in references for a in reference.asserted):
        return references
    return tuple(
        replace(reference, asserted=tuple(a for a in reference.asserted if a.identifier not in own))
        for reference in references
    )


def _moved(span: Span | None, offset: int) -> Span | None:
    return Span(span.start + offset, span.end + offset) if span else None


def _likely(references: tuple[RawReference, ...]) -> int:
    return sum(1 for reference in references if looks_like_reference(reference.text))


def looks_like_reference(text: str) -> bool:
    """Whether a string may be a reference: long enough, with a year or identifier and a trace of volume, page or
    link."""
    if not 20 <= len(text) <= 4000 or " " not in text:
        return False
    if not _YEAR.search(text):
        return "doi" in text.lower()
    return _NUMBERS.search(text) is not None or "doi" in (lower := text.lower()) or _TRACES.search(lower) is not None


def _unheaded(text: str) -> TextList | None:
    """Numbered entries without a heading: at least three in rising order, most of which look like references."""
    start = _first_entry(text)
    if start is None or _is_of_other_works(text, start):
        return None
    end = _list_end(text, start)
    references, end = _references(text, start, end)
    numbered = [int(r.label) for r in references if r.label.isdigit()]
    rising = sum(1 for a, b in pairwise(numbered) if a < b <= a + 2)
    if len(numbered) < _FEW or rising < len(numbered) - 2 or _likely(references) * 2 < len(references):
        return None
    return TextList(references, start, end)


def _is_of_other_works(text: str, start: int) -> bool:
    """Whether the line above a list without a heading of references heads the page's neighbours or what cites it."""
    above = text[max(0, start - _ABOVE) : start].rstrip().rpartition("\n")[2].strip()
    return len(above) < _LONGEST_HEADING and heads_other_works(above)


def _first_entry(text: str) -> int | None:
    """Where the first numbered line stands that the next number follows within reach and that looks like a
    reference."""
    entries = [(m.start(), int(m.group(1) or m.group(2))) for m in _NUMBERED.finditer("\n" + text)]
    for (start, number), (following, after) in pairwise(entries):
        begins = (
            number <= _FEW or not text[:start].strip()
        )  # a text cut out of a page may begin in the middle of a list
        if after == number + 1 and begins and looks_like_reference(" ".join(text[start:following].split())):
            return start
    return None


def _nothing_but_references(text: str) -> TextList | None:
    """A text whose paragraphs all are references that begin with their authors: a list cut out of its page."""
    if _BY_AUTHOR.match(text.lstrip()[:200]) is None:
        return None
    references, end = _references(text, 0, len(text))
    by_author = sum(1 for reference in references if _BY_AUTHOR.match(reference.text))
    if len(references) < _FEW or by_author + 1 < len(references) or _likely(references) + 1 < len(references):
        return None
    return TextList(references, 0, end)
