"""A reference list in a page of plain text: found by its heading or its numbers, cut into references, its spans
kept; and the entries that text browsers print differently put right.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from harvester.model import Problem, RawReference, Span
from harvester.pages.evidence import looks_like_reference
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
from harvester.references import raw, split, words_before_number
from harvester.text import lazy_pattern
from harvester.values.identifier import Identifier

NO_LIST = Problem("no-references", "the page shows no reference list")
MAX_REFERENCES = 20_000
"""References of one list; no article has so many, and a page with more could only keep the reader busy."""

# How a list begins and ends.
_SPACED_HEADING = lazy_pattern(r"\n[ \t]{0,40}+[^\W\d_](?: [^\W\d_]){3,40}+[:.]?[ \t]*\n")
"""A word in spaced letters on a line of its own."""
_SHORTEST_HEADING, _LONGEST_HEADING = 4, 90
"""Characters of a heading's line: a word of three letters and its end, to a heading of some words with a button."""
# Figures rather than headings: "51 References" with "36 citations" below, whatever is counted.
_COUNTS = lazy_pattern(r"\W*\d{1,4} (?:[Rr]eferences\W*\n\W*\d[\d,]* [a-z]|[Cc]itations\b)")
_MOST_HEADINGS = 8
"""Headings of references that are tried, from the last one on: lists are at the end, menus and links to them above.
A book's chapters may have more lists; each is split, so that more of them would make a page slow."""
_ABOVE = 400
"""Characters above a list in which its heading is looked for."""
_YEAR_WITHIN = 6_000
"""Characters behind a heading in which the first entries must have a year; without one it is not a list."""
_HOW_TO_CITE = ("How to cite", "To cite this", "Cite this article")
_MARKDOWN = lazy_pattern(r"(#{1,6})[ \t]+(?=\S)")
"""What begins a heading of Markdown; its signs count the level."""
_UNDERLINE = lazy_pattern(r"(?P<sign>[=~^-])(?P=sign){2,79}[ \t]*\n")
"""What underlines a heading."""
_BLANK_LINE = lazy_pattern(r"\n[ \t]*\n")

# The look of entries.
_FEW = 3
"""Entries that make a list if only their look shows it."""
_SHORTEST, _LONGEST = 20, 4_000
"""Characters of an entry: a shorter text is a name or a heading, a longer one prose; some hundred authors have room."""
_LONGER = 200
"""Characters by which a last entry may exceed twice the longest other one: in a list of short entries one may have
many authors."""
_BULLETS = frozenset("-•*·+○□☆▪–")
_NO_LABELS = _BULLETS | {"^"}  # with these encyclopedias link back to the text
_DIGIT = lazy_pattern(r"\d")
_YEAR = lazy_pattern(r"(?:1[5-9]|20)\d\d(?!\d)(?<!\d\d\d\d\d)")
_NUMBERED = lazy_pattern(
    r"\n[ \t]{0,12}(?:[•*·-]\s{1,4})?(?:\[\^?(\d{1,3})\]:?|(\d{1,3})(?:[.)]?(?=\s)|(?=[A-Z][a-z])))"
)
_NUMBER_FIRST = lazy_pattern(r"[\[(]?\d{1,3}[\]).:]*\s?[\[\w]")
_BY_AUTHOR = lazy_pattern(
    r"[^\W\d_][\w'\u2019-]+(?: [\w'\u2019-]+){0,2},? (?:[^\W\d_a-z]\.?[ -]?){1,4}(?:[,.;(&]| and )|[^\n]{3,80} et al\b"
)
_FIRST_AUTHORS = 200
"""Characters at the start of an entry that hold its first authors."""
_FOOT = 5
"""Successive lines that are not entries: after so many the foot of the page has begun."""
_MOST_TAIL = 8
"""Lines behind a list that are cut off if they have no digit; more of them are entries of another kind."""
_LONGEST_LABEL = 30
"""Characters of a line that names a link of an entry: "View at Publisher", "Google Scholar"."""
_LONGEST_LINK = 40
"""Characters of an entry that is only the name of a link, with what it adds for those who hear it ("opens in new
tab")."""
_OFTEN = 3
"""Entries that consist of the same few words: from so many on these words name a link, whatever it is."""
_LEAD_IN = 70
"""Characters of a line about the list ("The following papers are of special interest")."""
_STUDY = lazy_pattern(r"(.{3,80}?)\s*\{[^{}]{3,80}\}[\s*]*")
_BULLETED_NUMBER = lazy_pattern(r"\^?\[?(\d{1,4})[.\])]\s+(?=\S)")
_COUNTING = lazy_pattern(r"(\d{1,4})(?:\s+(?=\S)|(?=[^\W\d_]))")
_LOOSE = lazy_pattern(r"\s+(?=[,.;:)](?:\s|$))")
_LINE = lazy_pattern(
    r"^(?P<indent>[ \t]*)(?:(?P<number>\d{1,4})\.(?=[ \t]|$)(?P<gap>[ \t]*)(?P<again>\d{1,4}\.?\u21b5?(?=\s|$))?|\S)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class TextList:
    """References with spans into the whole page, and the range from the list's heading to its end."""

    references: tuple[RawReference, ...]
    start: int
    end: int

    def has(self, offset: int) -> bool:
        """Whether this position is within the list."""
        return self.start <= offset < self.end


def unnested(text: str) -> str:
    """The text with blanks for the numbers of lists within numbered entries; all offsets stay the same.

    Sites of HighWire and Elsevier Health mark the authors of a reference as a list of their own, and lynx and w3m
    print its numbers. They count up from 1, indented more than the words of the entry around them.
    """
    if text.count(" 1. ") + text.count(" 1.\n") < _FEW:
        return text
    pieces: list[str] = []
    end = column = inner = 0
    for line in _LINE.finditer(text):
        indent, number = len(line["indent"]), line["number"]
        span = None
        if number and column and indent > column and int(number) == inner + 1:
            inner += 1
            span = line.start("number"), line.end("number") + 1
        elif number:
            column, inner = line.end("gap") - line.start(), 0
            # The entry's own number may be printed twice, by the browser and by the page.
            if line["again"] and line["again"].strip(".\u21b5") == number and line["again"] != number:
                span = line.span("again")
            column = column if line["gap"] else column + 1
        elif indent < column:
            column = 0
        if span:
            pieces += (text[end : span[0]], " " * (span[1] - span[0]))
            end = span[1]
    return "".join((*pieces, text[end:])) if pieces else text


def find_list(text: str) -> TextList | None:
    """The reference list of a page: the longest under a heading of references, else a run of numbered entries.

    A heading behind a bullet is mostly an item of a menu; it is tried if no other one heads a list.
    """
    headings: list[tuple[int, int]] = []
    for start, end in LINES_OF_REFERENCES.lines(text):
        words, body = words_before_number(text, start, end)
        if body > 0 and is_reference_heading(words):
            headings.append((start, body))
            continue
        is_short = _SHORTEST_HEADING <= end - start <= _LONGEST_HEADING
        # A count or button in brackets is no word of the heading, but "[References]" is all of it.
        line = text[start:end].strip()
        line = line[1:-1] if line.startswith("[") and line.endswith("]") else line
        if is_short and is_reference_heading(line) and not _COUNTS.match(text, start):
            headings.append((start, end))
    headings += [
        (match.start() + 1, match.end())
        for match in _SPACED_HEADING.finditer(text)
        if is_reference_heading(match.group().replace(" ", "").strip())
    ]
    headings.sort()
    # "Citations" may head the articles that cite the page; it is believed if it is the only heading.
    sure = [(start, body) for start, body in headings if not is_ambiguous(text[start:body])]
    headings = sure or headings
    plain = [(start, body) for start, body in headings if text[start:body].lstrip()[:1] not in _BULLETS]
    best = _longest(text, plain[-_MOST_HEADINGS:])
    if best is None and len(plain) < len(headings):
        best = _longest(text, headings[-_MOST_HEADINGS:])
    if found := best or _unheaded(text):
        return found
    # In a list cut out of its page all paragraphs are references and begin with authors, or with numbers.
    head = text.lstrip()[:_FIRST_AUTHORS]
    by_number = _NUMBER_FIRST.match(head) is not None
    if not by_number and _BY_AUTHOR.match(head) is None:
        return None
    references, end = references_between(text, 0, len(text))
    if by_number:
        numbered = [int(r.label) for r in references if r.label.isdigit()]
        rising = all(before < number for before, number in pairwise(numbered))
        whole = rising and len(numbered) == len(references) == _likely(references) > 1
        return TextList(references, 0, end) if whole else None
    by_author = sum(1 for reference in references if _BY_AUTHOR.match(reference.text))
    # One may be incomplete where the text was cut.
    if len(references) < _FEW or by_author + 1 < len(references) or _likely(references) + 1 < len(references):
        return None
    return TextList(references, 0, end)


def _longest(text: str, headings: Sequence[tuple[int, int]]) -> TextList | None:
    """The list with the most entries that look like references, of those under some headings; or all of them one after
    another, where that gives more: lists of chapters, or of kinds of references."""
    ends = [_list_end(text, start, body) for start, body in headings]
    every = [_plausible(text, heading, end) for heading, end in zip(headings, ends, strict=True)]
    # If a list is printed twice, the one with links is better.
    best = max(
        reversed([found for found in every if found]),
        key=lambda found: (
            _likely(found.references),
            sum(len(r.asserted) + len(r.tail_labels) for r in found.references),
        ),
        default=None,
    )
    if best is None or len(headings) < 2:
        return best
    following = (*(start for start, _ in headings[1:]), len(text))
    lists = [
        found if end <= limit else _plausible(text, heading, limit)
        for found, heading, end, limit in zip(every, headings, ends, following, strict=True)
    ]
    # One or two "entries" before the list are the page's head, under a menu's last item; behind it, further reading.
    parts = [part for part in lists if part and (len(part.references) >= _FEW or part.start >= best.start)]
    # Lines without numbers under an item of a menu are not the list if a list that counts from 1 follows.
    counting = (
        found.start
        for found in parts
        if len(found.references) >= _FEW and found.references[0].label == "1" and _is_numbered(found.references)
    )
    counted_from = max(counting, default=0)
    parts = [found for found in parts if found.start >= counted_from or _is_numbered(found.references)]
    chosen: list[TextList] = []
    seen: set[str] = set()
    for found in sorted(parts, key=lambda found: -len(found.references)):
        # A list in two languages, or printed twice, has the same first letters, mostly those of authors.
        keys = {"".join(filter(str.isalpha, r.text[:200]))[:40].casefold() for r in found.references}
        if len(keys & seen) * 3 <= len(keys):
            chosen.append(found)
            seen |= keys
    if len(chosen) < 2:
        return best
    chosen.sort(key=lambda found: found.start)
    entries = (reference for found in chosen for reference in found.references)
    joined = tuple(replace(reference, ordinal=number) for number, reference in enumerate(entries, 1))
    return TextList(joined, chosen[0].start, chosen[-1].end) if _likely(joined) > _likely(best.references) else best


def _plausible(text: str, heading: tuple[int, int], end: int) -> TextList | None:
    """The list between a heading and its end, if most of its entries look like references."""
    start, body = heading
    if not _YEAR.search(text, body, min(end, body + _YEAR_WITHIN)):
        return None
    references, end = references_between(text, body, end)
    likely = _likely(references)
    return TextList(references, start, end) if likely and likely * 2 >= len(references) else None


def _list_end(text: str, heading: int, body: int) -> int:
    """Where the list ends: at a heading, or at the citation of the page itself; the end of the text without these."""
    end = len(text)
    # In Markdown the next heading of the list's level ends it, whatever it says ("## License").
    if marked := _MARKDOWN.match(text, heading):
        following = re.compile(rf"\n#{{1,{len(marked[1])}}}[ \t]+[^\W\d_]").search(text, body - 1)
        end = following.start() + 1 if following else end
    # So does the next underlined heading where the list's is underlined with the same signs (reStructuredText, setext).
    elif ruled := _UNDERLINE.match(text, body):
        sign = re.escape(ruled["sign"])
        # Rules between entries underline none: a heading stands behind a blank line and has neither number nor stop.
        heads = rf"\n[ \t]{{0,40}}\n[^\W\d_][^\n\d]{{1,78}}[^\n\d.]\n{sign}{{3,80}}[ \t]*\n"
        following = re.compile(heads).search(text, ruled.end())
        end = following.start() + 1 if following else end
    for start, stop in LINES_OF_ENDS.lines(text[:end], body):
        # Behind a number the same words belong to a table of contents.
        if start > body and ends_references(text[start:stop]) and not text[start:stop].lstrip()[:1].isdigit():
            end = start
            break
    for words in _HOW_TO_CITE:
        found = text.find(words, body, end)
        line = text.rfind("\n", body, found) + 1 if found >= 0 else 0
        if line and not text[line:found].strip():
            end = line
    return end


def _is_numbered(references: tuple[RawReference, ...]) -> bool:
    return sum(reference.label.isdigit() for reference in references) * 2 > len(references)


def _likely(references: tuple[RawReference, ...]) -> int:
    return sum(1 for reference in references if looks_like_reference(reference.text))


def references_between(text: str, start: int, end: int) -> tuple[tuple[RawReference, ...], int]:
    """The references between two offsets, and where the last one ends."""
    references = split(text, start, end)[:MAX_REFERENCES]
    # Labels that were not found at the entries' ends may be all that separates the entries.
    if 2 * sum(1 for reference in references if reference.tail_labels) < len(references):
        likely = _likely(references)
        blocks = _by_link_labels(text, (start, end), likely // 2)
        if blocks and _likely(blocks) * len(references) > likely * len(blocks):
            references = blocks
    last = references[-1].span if len(references) >= _FEW else None
    # A last entry far longer than all others, with a blank line inside, runs on into the foot of the page.
    # Margins and blank lines may double what an entry takes on the page.
    if last and last.end - last.start >= 2 * max(len(r.text) for r in references[:-1]) + _LONGER:
        gap = _BLANK_LINE.search(text, last.start + _SHORTEST, last.end)
        shorter = split(text, last.start, gap.start()) if gap else ()
        if gap and len(shorter) == 1:
            end = gap.start()
            references = (*references[:-1], replace(shorter[0], ordinal=references[-1].ordinal))

    # A list without numbers is followed by lines that are not entries: notes, buttons.
    if not any(reference.label.isdigit() for reference in references):
        likely = run = 0
        for number, reference in enumerate(references):
            if looks_like_reference(reference.text):
                likely, run = likely + 1, 0
                continue
            run += 1
            before = number + 1 - run
            # Only if nearly all above them look like references does the look mean something here.
            if run == _FOOT and before >= _FEW and likely >= 0.8 * before:
                references = references[:before]
                break
    kept = len(references)
    while kept > _FEW and not references[kept - 1].label:
        words = references[kept - 1].text
        if _DIGIT.search(words) and not begins_the_foot(words):
            break
        kept -= 1
    return put_right(references[:kept] if len(references) - kept <= _MOST_TAIL else references), end


def _by_link_labels(text: str, within: tuple[int, int], more_than: int) -> tuple[RawReference, ...]:
    """References that are separated only by the lines of link labels behind each ("Google Scholar", "Crossref"); ()
    unless there are more than so many.

    Lists with an element for every word (Silverchair's sites) look like this in text browsers and copies.
    """
    lines = text[slice(*within)].split("\n")
    words = [line.strip(" \t\u00a0•*[]") for line in lines]
    may_be = [1 < len(line) <= _LONGEST_LABEL and line[0].isalpha() for line in words]
    if sum(may_be) <= more_than:
        return ()
    # The range of the lines before lines of labels, and these labels.
    blocks: list[tuple[int, int, tuple[str, ...]]] = []
    offset = within[0]
    first = last = -1
    labels: list[str] = []
    for line, word, is_short in zip(lines, words, may_be, strict=True):
        if is_short and names_a_service(word):
            labels.append(word)
        elif word:
            if labels and first >= 0:
                blocks.append((first, last, tuple(labels)))
                first = -1
            first, labels = (offset if first < 0 else first), []
            last = offset + len(line)
        offset += len(line) + 1
    if labels and first >= 0:
        blocks.append((first, last, tuple(labels)))
    if len(blocks) <= more_than:
        return ()
    made: list[RawReference] = []
    for start, end, tails in blocks:
        reference = raw(text[start:end], len(made) + 1)
        words_of_it = _LOOSE.sub("", " ".join(reference.text.split()))
        # `raw` counts offsets from the beginning of its text.
        asserted = tuple(
            replace(a, span=Span(a.span.start + start, a.span.end + start) if a.span else None)
            for a in reference.asserted
        )
        made.append(replace(reference, text=words_of_it, asserted=asserted, tail_labels=tails, span=Span(start, end)))
    return tuple(made)


def put_right(references: tuple[RawReference, ...]) -> tuple[RawReference, ...]:
    """The entries without those that are only the name of a link, a study's heading or a lead-in; numbered again.

    Some markup is printed as lines and bullets: link labels that are items of their own, blanks that elements
    leave before points, the headings under which a Cochrane review lists the reports of a study.
    """
    times = Counter(reference.text for reference in references if len(reference.text) <= _LONGEST_LINK)
    entries: list[RawReference] = []
    for reference in references:
        name = " ".join((reference.text, *reference.tail_labels)).strip(" ,;:")
        is_short = entries and len(name) <= _LONGEST_LINK
        if is_short and (times[reference.text] >= _OFTEN or names_a_service(name)):
            entries[-1] = replace(entries[-1], tail_labels=(*entries[-1].tail_labels, name))
        else:
            entries.append(reference)

    # Numbers on their own line behind a bullet, or glued to the first name, are labels if they rise by one.
    found = [None if r.label.isdigit() else _COUNTING.match(r.text) for r in entries]
    numbers = [int(match.group(1)) for match in found if match]
    if len(numbers) >= max(_FEW, len(entries) - 1) and all(after == n + 1 for n, after in pairwise(numbers)):
        entries = [
            replace(reference, label=match.group(1), text=reference.text[match.end() :]) if match else reference
            for reference, match in zip(entries, found, strict=True)
        ]

    kept: list[RawReference] = []
    label = ""
    for reference in entries:
        if study := _STUDY.fullmatch(reference.text):
            label = study.group(1)
            continue
        text, label = reference.text, label or reference.label
        if " ." in text or " ," in text or " ;" in text:
            text = _LOOSE.sub("", text)
        if label in _NO_LABELS:
            # "• 12. Puca P": the bullet is the browser's, the number the page's.
            number = _BULLETED_NUMBER.match(text)
            label, text = (number.group(1), text[number.end() :]) if number else ("", text)
        is_tidy = text == reference.text and label == reference.label
        kept.append(reference if is_tidy else replace(reference, text=text or reference.text, label=label))
        label = ""
    # The first may be a line about the list: short, without number and year, while the others have a year.
    if len(kept) > 2 and all(_YEAR.search(reference.text) for reference in kept[1:4]):
        first = kept[0]
        if not first.label and len(first.text) < _LEAD_IN and not _YEAR.search(first.text):
            kept = kept[1:]
    if len(kept) == len(references):
        return tuple(kept)
    return tuple(replace(reference, ordinal=number) for number, reference in enumerate(kept, 1))


def without(references: tuple[RawReference, ...], own: tuple[Identifier, ...]) -> tuple[RawReference, ...]:
    """The references without the page's own identifiers: no work cites itself."""
    values = {identifier.value for identifier in own}
    # Hardly any list has them, and strings are compared faster than identifiers.
    if not [a for reference in references for a in reference.asserted if a.identifier.value in values]:
        return references
    return tuple(
        replace(reference, asserted=tuple(a for a in reference.asserted if a.identifier not in own))
        for reference in references
    )


def _unheaded(text: str) -> TextList | None:
    """Numbered entries without a heading: at least three in rising order, most of which look like references."""
    entries = [(m.start(), int(m.group(1) or m.group(2))) for m in _NUMBERED.finditer("\n" + text)]
    for (start, number), (following, after) in pairwise(entries):
        # A text cut out of a page may begin in the middle of a list.
        begins = number <= _FEW or not text[:start].strip()
        if after == number + 1 and begins and looks_like_reference(" ".join(text[start:following].split())):
            break
    else:
        return None
    # Similar and citing articles are listed with numbers too.
    above = text[max(0, start - _ABOVE) : start].rstrip().rpartition("\n")[2].strip()
    if len(above) < _LONGEST_HEADING and heads_other_works(above):
        return None
    references, end = references_between(text, start, _list_end(text, start, start))
    numbered = [int(r.label) for r in references if r.label.isdigit()]
    # A number may be missing, and a line of an entry may begin with one.
    rising = sum(1 for a, b in pairwise(numbered) if a < b <= a + 2)
    if len(numbered) < _FEW or rising < len(numbered) - 2 or _likely(references) * 2 < len(references):
        return None
    return TextList(references, start, end)
