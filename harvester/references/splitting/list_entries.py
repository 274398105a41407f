"""Cut a pasted or saved reference list into its references."""

import re
from collections.abc import Iterator
from itertools import islice

from harvester.model import RawReference
from harvester.references.splitting import lines, markers, pieces

_BULLET_LINE = re.compile(r"\n[ \t]*[•●▪*]\s+(?=\S)")
_FEWEST_BULLETS = 4
_MOST_LEAD_IN = 20
_Ranges = list[tuple[int, int]]
_TRACES = re.compile(r"\d[;:,(]\s?\d|doi|et al")
# Wikipedia's "^ a b" leads back to where the work is cited.
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
    return tuple(_once(made))


def _numbered(text: str, start: int, end: int) -> Iterator[tuple[str, _Ranges]]:
    chain = markers.find_chain(text, start, end)
    begun = bool(chain) and _looks_like_reference(text[start : chain[0].start])
    if not chain or (begun and not chain[0].at_line_start) or _is_menu(text, chain, end):
        return  # numbers that only begin inside a reference are no labels
    if begun:
        yield from _unnumbered(text, start, chain[0].start)
    edges = [*(marker.start for marker in chain[1:]), end]
    every = lines.lines_of(text, chain[0].start, end)
    position = 0
    for marker, edge in zip(chain, edges, strict=True):
        ranges: _Ranges = []
        while position < len(every) and every[position].start < edge:
            line = every[position]
            left, right = max(line.start, marker.end), min(line.end, edge)
            if left < right:
                ranges.append((left, right))
            if line.end > edge:
                break
            position += 1
        yield marker.label, ranges


def _is_menu(text: str, chain: tuple[markers.Marker, ...], end: int) -> bool:
    """Whether the numbers are those of the page's sections, before a list with bullets."""
    last = chain[-1].start
    if lines.has_year(text[chain[0].start : last]):
        return False
    return sum(1 for _ in islice(_BULLET_LINE.finditer(text, last, end), _FEWEST_BULLETS)) == _FEWEST_BULLETS


def _looks_like_reference(text: str) -> bool:
    words = text.strip()
    return len(words) >= 40 and lines.has_year(words) and _TRACES.search(words) is not None


def _unnumbered(text: str, start: int, end: int) -> Iterator[tuple[str, _Ranges]]:
    every = lines.lines_of(text, start, end)
    bullets = [_BULLET.match(text, line.start, line.end) for line in every]
    first = next((index for index, match in enumerate(bullets) if match), len(bullets))
    many = sum(match is not None for match in bullets) >= max(1, len(every) // 8)
    if many and (first == 0 or _leads_in(text, every[:first])):
        begins = [index == 0 or match is not None for index, match in enumerate(bullets)]
    else:
        bullets = [None] * len(every)
        begins = lines.entry_starts(text, every)
    label, ranges = "", list[tuple[int, int]]()
    for line, match, first in zip(every, bullets, begins, strict=True):
        if first and ranges:
            yield label, ranges
            ranges = []
        if first:
            label = match.group().strip()[:1] if match else ""
        ranges.append((match.end() if first and match else line.start, line.end))
    if ranges:
        yield label, ranges


def _leads_in(text: str, before: list[lines.Line]) -> bool:
    """Whether what stands before the first bullet is a few lines about the list: a menu, a note."""
    return len(before) <= _MOST_LEAD_IN and not lines.has_year(text[before[0].start : before[-1].end])


def _once(made: list[RawReference]) -> list[RawReference]:
    """The first copy of a list whose second half says the same words again."""
    half, rest = divmod(len(made), 2)
    if rest or half < 2:
        return made
    first, second = made[:half], made[half:]
    return first if all(_letters(a.text) == _letters(b.text) for a, b in zip(first, second, strict=True)) else made


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
