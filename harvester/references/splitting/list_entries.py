"""Cut a pasted or saved reference list into its references."""

import re
from collections.abc import Iterator
from itertools import islice

from harvester.model import RawReference
from harvester.references.splitting import lines, markers, pieces

_BULLET_LINE = re.compile(r"\n[ \t]*[•●▪*]\s+(?=\S)")
_FEWEST_BULLETS = 4
"""From so many bullets behind the last number on, the numbers can be a menu's."""
_MOST_LEAD_IN = 20
"""Lines before the first bullet that can still belong to the list: a menu of its page, a note."""
_SHORTEST_REFERENCE = 40
"""Characters; a shorter text before the first number is a heading or a note."""
_Ranges = list[tuple[int, int]]
_TRACES = re.compile(r"\d[;:,(]\s?\d|doi|et al")
# Wikipedia's "^ a b" links back to where the work is cited.
_BULLET = re.compile(r"(?:[•●▪◦‣⁃·]\s*|\^\s+(?:[a-z]\s(?=[a-z]\s|[^\W\d_a-z]))*|[-–—*]\s+)(?=\S)")


def split_list(text: str, start: int, end: int) -> tuple[RawReference, ...]:
    """The references of the list in `text[start:end]` in their order; spans are offsets into `text`.

    Numbers are believed before bullets, bullets before the shape of lines. A list that is printed twice, word by
    word, is given once. Empty text has no references.
    """
    start, end = lines.body_range(text, start, end)
    entries = list(_numbered(text, start, end)) or list(_unnumbered(text, start, end))
    made: list[RawReference] = []
    for label, ranges in entries:
        if ranges:
            reference = pieces.make_folded(text, ranges, len(made) + 1, label)
            if reference.text:
                made.append(reference)

    # A page can hold its list twice; then the second half repeats the words of the first.
    half, rest = divmod(len(made), 2)
    twice = half >= 2 and not rest
    for one, other in zip(made[:half], made[half:], strict=False) if twice else ():
        letters, others = (filter(str.isalnum, reference.text) for reference in (one, other))
        if "".join(letters).casefold() != "".join(others).casefold():
            twice = False
            break
    return tuple(made[:half] if twice else made)


def _numbered(text: str, start: int, end: int) -> Iterator[tuple[str, _Ranges]]:
    """Label and ranges of each reference of a numbered list; none where it is not numbered."""
    sequence = markers.find_sequence(text, start, end)
    if not sequence:
        return
    before = text[start : sequence[0].start].strip()
    begun = len(before) >= _SHORTEST_REFERENCE and lines.has_year(before) and _TRACES.search(before) is not None
    if begun and not sequence[0].at_line_start:
        return  # numbers that only begin inside a reference are not labels

    # No year among the numbered lines, and bullets behind: section numbers of the page, above a bulleted list.
    last = sequence[-1].start
    if not lines.has_year(text[sequence[0].start : last]):
        bullets = islice(_BULLET_LINE.finditer(text, last, end), _FEWEST_BULLETS)
        if sum(1 for _ in bullets) == _FEWEST_BULLETS:
            return

    if begun:
        yield from _unnumbered(text, start, sequence[0].start)
    edges = [*(marker.start for marker in sequence[1:]), end]
    every = lines.lines_of(text, sequence[0].start, end)
    position = 0
    for marker, edge in zip(sequence, edges, strict=True):
        ranges: _Ranges = []
        while position < len(every) and every[position].start < edge:
            line = every[position]
            left, right = max(line.start, marker.end), min(line.end, edge)
            if left < right:
                ranges.append((left, right))
            if line.end > edge:
                break  # the next reference begins on the same line
            position += 1
        yield marker.label, ranges


def _unnumbered(text: str, start: int, end: int) -> Iterator[tuple[str, _Ranges]]:
    """Bullet and ranges of each reference of a list without numbers."""
    every = lines.lines_of(text, start, end)
    bullets = [_BULLET.match(text, line.start, line.end) for line in every]
    first = next((index for index, match in enumerate(bullets) if match), len(bullets))
    # Below one in eight lines, dashes at the start of a line are chance.
    many = sum(match is not None for match in bullets) >= max(1, len(every) // 8)
    if many and (
        first == 0 or (first <= _MOST_LEAD_IN and not lines.has_year(text[every[0].start : every[first - 1].end]))
    ):
        begins = [index == 0 or match is not None for index, match in enumerate(bullets)]
    else:
        bullets = [None] * len(every)
        begins = lines.entry_starts(text, every)

    label, ranges = "", list[tuple[int, int]]()
    for line, match, begun in zip(every, bullets, begins, strict=True):
        if begun and ranges:
            yield label, ranges
            ranges = []
        if begun:
            label = match.group().strip()[:1] if match else ""
        ranges.append((match.end() if begun and match else line.start, line.end))
    if ranges:
        yield label, ranges
