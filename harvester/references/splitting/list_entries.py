"""Cut a pasted or saved reference list into its references."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from harvester.model import RawReference
from harvester.references.splitting import beginnings, entry_starts, headings, lines, list_end, markers, pieces, tails
from harvester.references.splitting.list_end import Entry

_BULLET_LINE = re.compile(r"\n[ \t]*[•●▪*]\s+(?=\S)")
_FEWEST_BULLETS = 4
"""From so many bullets behind the last number on, the numbers can be a menu's."""
_MOST_LEAD_IN = 20
"""Lines before the first bullet that can still belong to the list: a menu of its page, a note."""
_FEWEST_WITH_LEAD_IN = 4
"""Lines of a text in which some may come before the list."""
_SHORTEST_REFERENCE = 40
"""Characters; a shorter text before the first number is a heading or a note."""
_TRACES = re.compile(r"\d[;:,(]\s?\d|doi|et al")
# Wikipedia's "^ a b" links back to where the work is cited.
_BULLET = re.compile(
    r"(?:[•●▪◦‣⁃·]\s*|\^\s+(?:[a-z]\s(?=[a-z]\s|[^\W\d_a-z]|[a-z]{2,4}\s[^\W\d_a-z]))*|[-–—*]\s+)(?=\S)"
)

_SIGN = re.compile(r"(?:[^\w\s\"\u201c\u2018'\xab\[({<.,;:&/\\]|o)\s+(?=[^\W\d_])")
_KEY = re.compile(r"\[(?=[^\[\]\n]{0,24}\d)[^\W\d_][^\[\]\n]{1,24}\]\s+(?=\S)")
_CITES = re.compile(r"\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|\(\d{1,2}(?:,\s?\d{1,2})*\)")
_DASHES = "-–—"
_FEWEST_SIGNS, _LINES_A_BULLET = 3, 8


def split_list(text: str, start: int, end: int) -> tuple[RawReference, ...]:
    """The references of the list in `text[start:end]` in their order; spans are offsets into `text`.

    Numbers are believed before bullets, bullets before the shape of lines. What follows the last reference (dates of
    receipt, addresses, licences) is none; a list without numbers under a heading of its own is split by itself. A list
    that is printed twice, word by word, is given once. Empty text has no references.
    """
    start, end = headings.body_range(text, start, end)
    made: list[RawReference] = []
    rest: int | None = start
    while rest is not None:
        numbered = list(_numbered(text, rest, end))
        entries, rest = list_end.trimmed(text, numbered or list(_unnumbered(text, rest, end)), bool(numbered))
        for entry in entries:
            if entry.ranges:
                reference = pieces.make_folded(text, entry.ranges, len(made) + 1, entry.label)
                if reference.text:
                    made.append(reference)

    made = tails.without_repeated(made)
    # A page can hold its list twice; then the second half repeats the words of the first.
    half, odd = divmod(len(made), 2)
    twice = half >= 2 and not odd
    for one, other in zip(made[:half], made[half:], strict=False) if twice else ():
        letters, others = (filter(str.isalnum, reference.text) for reference in (one, other))
        if "".join(letters).casefold() != "".join(others).casefold():
            twice = False
            break
    return tuple(made[:half] if twice else made)


def _numbered(text: str, start: int, end: int) -> Iterator[Entry]:
    """Label and lines of each reference of a numbered list; none where it is not numbered."""
    sequence = markers.find_sequence(text, start, end)
    # Numbers without any sign that are pages apart may be the pages'.
    if sequence and all(text[marker.start : marker.end].strip() == marker.label for marker in sequence):
        pages = lines.page_numbers(text, start, end)
        if 2 * sum(marker.start in pages for marker in sequence) > len(sequence):
            sequence = markers.find_sequence(text, start, end, pages)
    # A page's number above the first label is none.
    while len(sequence) > 1 and sequence[1].number <= 1 < sequence[0].number:
        if headings.has_year(text[sequence[0].start : sequence[1].start]):
            break
        sequence = sequence[1:]
    if not sequence:
        return
    before = text[start : sequence[0].start].strip()
    begun = len(before) >= _SHORTEST_REFERENCE and headings.has_year(before) and _TRACES.search(before) is not None
    if begun and sequence[0].score < markers.SURE_PLACE:
        return  # numbers that only begin inside a reference are not labels

    # No year among the numbered lines, and bullets behind: section numbers of the page, above a bulleted list.
    last = sequence[-1].start
    if not headings.has_year(text[sequence[0].start : last]):
        bullets = islice(_BULLET_LINE.finditer(text, last, end), _FEWEST_BULLETS)
        if sum(1 for _ in bullets) == _FEWEST_BULLETS:
            return

    if begun:
        # What stands above a first number is prose unless it is all that a reference is.
        for entry in _unnumbered(text, start, sequence[0].start):
            words = entry.words(text)
            if beginnings.is_whole(words) and beginnings.has_locator(words):
                yield entry
    edges = [*(marker.start for marker in sequence[1:]), end]
    every = lines.lines_of(text, sequence[0].start, end)
    position = 0
    for marker, edge in zip(sequence, edges, strict=True):
        inside: list[lines.Line] = []
        ranges: list[tuple[int, int]] = []
        while position < len(every) and every[position].start < edge:
            line = every[position]
            left, right = max(line.start, marker.end), min(line.end, edge)
            if left < right:
                ranges.append((left, right))
                inside.append(line)
            if line.end > edge:
                break  # the next reference begins on the same line
            position += 1
        yield Entry(marker.label, ranges, inside)


def _unnumbered(text: str, start: int, end: int) -> Iterator[Entry]:
    """Bullet and lines of each reference of a list without numbers."""
    every = lines.lines_of(text, start, end)
    bullets = _bullets(text, every)
    lead_in = _lead_in(text, every, bullets)
    every, bullets = every[lead_in:], bullets[lead_in:]
    first = next((index for index, match in enumerate(bullets) if match), len(bullets))
    many = sum(match is not None for match in bullets) >= max(1, len(every) // _LINES_A_BULLET)
    if many and (
        first == 0 or (first <= _MOST_LEAD_IN and not headings.has_year(text[every[0].start : every[first - 1].end]))
    ):
        begins = [index == 0 or match is not None for index, match in enumerate(bullets)]
    else:
        bullets = [None] * len(every)
        begins = entry_starts.entry_starts(text, every)

    entry = Entry("", [], [])
    for line, match, begun in zip(every, bullets, begins, strict=True):
        if begun and entry.ranges:
            yield entry
            entry = Entry("", [], [])
        if begun:
            sign = match.group().strip() if match else ""
            entry = Entry(sign[1:-1] if sign.startswith("[") else sign[:1], [], [])
        entry.ranges.append((match.end() if begun and match else line.start, line.end))
        entry.lines.append(line)
    if entry.ranges:
        yield entry


def _bullets(text: str, every: list[lines.Line]) -> list[re.Match[str] | None]:
    """The bullet that each line begins with: one of the usual ones, else the sign that most lines have, else keys in
    brackets ("[Hig03]")."""
    usual = [_BULLET.match(text, line.start, line.end) for line in every]
    # "- DOI - PubMed" is no entry.
    usual = [
        match if match and not tails.is_tail_line(text[line.start : line.end]) else None
        for match, line in zip(usual, every, strict=True)
    ]
    # Of dashes only one kind are bullets, and none where nearly all bullets are other signs.
    dashes = Counter(match.group()[0] for match in usual if match and match.group()[0] in _DASHES)
    few = dashes.total() * _LINES_A_BULLET < sum(map(bool, usual))
    if few or len(dashes) > 1:
        most = "" if few else dashes.most_common(1)[0][0]
        usual = [m if m and (m.group()[0] == most or m.group()[0] not in _DASHES) else None for m in usual]
    # Below one in eight lines, dashes at the start of a line are chance.
    if sum(map(bool, usual)) >= max(1, len(every) // _LINES_A_BULLET):
        return usual
    least = max(_FEWEST_SIGNS, len(every) // _LINES_A_BULLET)
    for pattern in (_SIGN, _KEY):
        found = [pattern.match(text, line.start, line.end) for line in every]
        signs = Counter(match.group()[0] for match in found if match)
        if signs and signs.most_common(1)[0][1] >= least:
            sign = signs.most_common(1)[0][0]
            return [match if match and match.group()[0] == sign else None for match in found]
    return usual


def _lead_in(text: str, every: list[lines.Line], bullets: list[re.Match[str] | None]) -> int:
    """How many lines come before a list: a heading in any language, and what stands above it.

    A heading is a few words on a line of their own with a reference's beginning below; no line above it begins with an
    author.
    """
    if len(every) < _FEWEST_WITH_LEAD_IN:
        return 0
    for index, line in enumerate(every[: min(_MOST_LEAD_IN, len(every) - 1)]):
        words = text[line.start : line.end]
        below = every[index + 1]
        begins_below = bullets[index + 1] is not None or _is_author(text[below.start : below.end])
        if bullets[index] is not None or _is_author(words):
            return 0
        is_heading = headings.may_head(words) and not words.endswith(".")
        if begins_below and (is_heading or list_end.begins_foot(words)):
            return index + 1
        # A paragraph that begins like none of the references below it, and cites or has no year, or is under a heading.
        is_headed = index > 0 and list_end.begins_foot(text[every[0].start : every[0].end])
        is_prose = is_headed or not headings.has_year(words) or _CITES.search(words) is not None
        if below.after_blank and begins_below and line.after_blank and is_prose:
            return index + 1
    return 0


def _is_author(words: str) -> bool:
    return beginnings.author_form(words) not in ("", "other")
