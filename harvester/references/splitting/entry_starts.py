"""Where the references of a list without numbers begin: told by link words, blank lines, indents, or the margin that
their lines are wrapped at."""

import re
from collections import Counter
from itertools import accumulate, pairwise

from harvester.references.same_authors import SIGNS
from harvester.references.splitting import tails
from harvester.references.splitting.beginnings import (
    author_form,
    continues,
    ends_in_address,
    has_locator,
    is_long_enough,
    is_whole,
)
from harvester.references.splitting.headings import has_year
from harvester.references.splitting.lines import Line

_FEWEST_CLOSED = 3
"""References that must lie between lines of link words, or blank lines, before these are taken for separators."""
_LONGEST_CLOSED = 1200
"""Characters of a reference with all its authors; a longer text between two separators is more than one."""
_MOST_LINES_A_REFERENCE = 6
"""Lines between two blank ones, on average; a text with more is prose."""
_INITIAL_AT_END = re.compile(r"(?:^|[\s.])[A-Z]\.$")

# Wrapped lines: what speaks for and against a beginning at a line, in points that are added up over the whole list.
# Chosen on the seen half of `tests/references/pasted_grid.py`.
_SHORT_LINE = 60
_AHEAD = 160
"""Characters from a line's start on that show the author's name, which may go on in the next line."""
_LONGEST_ENTRY = 30
"""Lines of an entry, at most."""
_SHORTEST_ENTRY = 30
"""Characters of an entry; with less it is part of another one."""
_USUAL_FORM, _OTHER_FORM, _NO_NAME, _JOURNAL = 3.0, -1.0, -2.0, -4.0
_ENDED, _INITIAL, _GOES_ON = 1.5, -1.5, -3.0
_MUCH_ROOM, _SOME_ROOM, _NO_ROOM = 2.0, 1.0, -0.5
_ROOM = 8
"""Characters beside the next word that stay free in a line only if the entry ends there."""
_BLANK_ABOVE, _MARK_ABOVE, _BREAK_ABOVE = 4.0, 6.0, -1.0
_NO_YEAR, _TOO_SHORT, _SECOND_YEAR = -4.0, -3.0, -2.5
_NEVER, _UNLIKELY = -1000.0, -5.0
_DATE = re.compile(r"(?<![\d:\u2013-])(?:1[6-9]|20)\d\d(?![\d\u2013-])")
"""A year that is no part of a range of pages."""
_ADDRESS = re.compile(r"(?:https?:|10\.\d{4,9}/)\S+")
_DATE_IN_PLACE = re.compile(r"\((?:1[89]|20)\d\d[a-z]?\)|(?<![\d:\u2013-])(?:1[89]|20)\d\d;")
"""A year as only the date of a reference is printed: a title hardly ever has one in brackets."""
_JOURNAL_AND_PLACE = re.compile(r"[^\W\d_][^\d]{2,80}(?:1[89]|20)\d\d[,;] ?\d")
_USUAL_SHARE = 0.25
"""Share of the likely beginnings that a form of names must have to be one of the list's."""
_FULL_LINE = 0.95
"""The share of lines that are not longer than the margin; a longer one ends in an address that cannot be divided."""


def entry_starts(text: str, lines: list[Line]) -> list[bool]:
    """For each line of an unnumbered list whether a reference begins there."""
    if not lines:
        return []
    words = [text[line.start : line.end] for line in lines]
    edge = min(line.indent for line in lines)
    closed = _closed_by_tails(words, [line.after_mark for line in lines])

    # Most lines are whole references, unless lines of link words show that references have two lines and more.
    real = [w for w in words if not tails.is_tail_line(w) and not continues(w)]
    whole = sum(map(is_whole, real))
    complete = sum(len(w) >= 60 and has_year(w) for w in real)
    unwrapped = bool(real) and (whole >= 0.6 * len(real) or complete >= 0.8 * len(real)) and complete >= 0.5 * len(real)
    if unwrapped and not (closed and 2 * sum(closed) <= sum(1 for line in words if not tails.is_tail_line(line))):
        starts = [True]
        for line, w in zip(lines[1:], words[1:], strict=True):
            # Not a start: volume and pages that did not fit on the line above, or a line indented under it.
            rest = w[0].isdigit() and len(w) < 40 and not has_year(w) and has_locator(w)
            starts.append(not (continues(w) or rest or (line.indent > lines[0].indent and not is_whole(w))))
        return starts
    if closed:
        return closed
    return _blank_between(words, lines) or _by_indent(words, lines, edge) or _wrapped(words, lines)


def _blank_between(words: list[str], lines: list[Line]) -> list[bool]:
    """Blank lines are separators if each text between them is about as long as one reference; [] where they are not."""
    edges = [index for index, line in enumerate(lines) if line.after_gap or index == 0]
    if len(edges) < _FEWEST_CLOSED or len(lines) > _MOST_LINES_A_REFERENCE * len(edges):
        return []
    between = [" ".join(words[a:b]) for a, b in pairwise([*edges, len(words)])]
    if sum(map(_has_length_of_one, between)) < 0.9 * len(between):
        return []
    starts = [False] * len(words)
    for index in edges:
        starts[index] = True
    for index, line in enumerate(lines):
        starts[index] |= (
            line.after_furniture
            and index > 0
            and _ending(words[index - 1]) > 0
            and is_whole(" ".join(words[index : index + _MOST_LINES_A_REFERENCE]))
        )
    return starts


def _by_indent(words: list[str], lines: list[Line], edge: int) -> list[bool]:
    """With a hanging indent each line at the left edge begins a reference, with indented first lines each other one;
    [] without indents."""
    inner = sum(line.indent > edge for line in lines)
    if not inner:
        return []
    if inner >= 0.25 * len(lines) and lines[0].indent == edge:
        return [True] + [line.indent == edge and not continues(w) for line, w in zip(lines[1:], words[1:], strict=True)]
    if lines[0].indent > edge and inner >= _FEWEST_CLOSED and 2 * inner <= len(lines):
        return [line.indent > edge and not continues(w) for line, w in zip(lines, words, strict=True)]
    return []


def _closed_by_tails(words: list[str], marked: list[bool]) -> list[bool]:
    """For each line whether it follows a line of link words or a mark; [] unless such lines separate nearly all
    references of the list."""
    tail = [tails.is_tail_line(line) for line in words]
    starts = [not here and (above or mark) for here, above, mark in zip(tail, [True, *tail], marked, strict=False)]
    edges = [index for index, first in enumerate(starts) if first]
    if len(edges) < _FEWEST_CLOSED:
        return []
    between = [" ".join(words[a:b]) for a, b in pairwise([*edges, len(words)])]
    closed = between if tail[-1] else between[:-1]
    if sum(map(_has_length_of_one, closed)) < 0.9 * len(closed):
        return []
    # No such line follows a reference without links; alone on its line it shows by its author and pages.
    alone = [is_whole(line) and has_locator(line) for line in words]
    return [first or (here and above) for first, here, above in zip(starts, alone, [False, *alone], strict=False)]


def _has_length_of_one(text: str) -> bool:
    """Whether a text between two separators is about as long as one reference, and has a year."""
    return is_long_enough(text) and len(text) <= _LONGEST_CLOSED and has_year(text)


def _wrapped(words: list[str], lines: list[Line]) -> list[bool]:
    """For lines wrapped at a margin without indent: of all ways to cut them, the one with the most points.

    A beginning is likely where the line above ended early and a name in the list's usual form follows; each entry
    should have a year.
    """
    lengths = sorted(map(len, words))
    width = lengths[min(len(lengths) - 1, int(_FULL_LINE * len(lengths)))]
    forms: list[str] = []
    for index, here in enumerate(words):
        form = ""
        if here[0].isalpha() or here[0] in SIGNS:
            # A name at the end of a short line may go on in the lines below.
            form = author_form(here if len(here) >= _SHORT_LINE else " ".join(words[index : index + 3])[:_AHEAD])
        forms.append(form)
    room = [0, *(width - len(above) - 1 - len(here.split(" ", 1)[0]) for above, here in pairwise(words))]
    ended = [_NEVER, *map(_ending, words[:-1])]
    likely = Counter(
        form
        for index, form in enumerate(forms)
        if form and (index == 0 or (ended[index] > 0 and (room[index] > _ROOM or lines[index].after_blank)))
    )
    usual = {form for form, count in likely.items() if count >= _USUAL_SHARE * likely.total() and form != "other"}
    points = [
        _points(line, w, forms[index] in usual or forms[index] == "same", forms[index], ended[index], room[index])
        for index, (line, w) in enumerate(zip(lines, words, strict=True))
    ]
    # The last line with a year up to each line shows whether an entry has one.
    dated = list(accumulate((index if _DATE.search(_ADDRESS.sub("", w)) else -1 for index, w in enumerate(words)), max))
    size = list(accumulate(map(len, words), initial=0))
    dates = list(accumulate((len(_DATE_IN_PLACE.findall(w)) for w in words), initial=0))

    best, came = [0.0], [0]
    likely_starts = [0]  # the last lines that an entry may begin at
    for end in range(1, len(words) + 1):
        while likely_starts and likely_starts[0] < end - _LONGEST_ENTRY:
            likely_starts.pop(0)
        highest, at = _NEVER * (end + 1), end - 1
        dated_until, dates_until, size_until = dated[end - 1], dates[end] - 1, size[end] - _SHORTEST_ENTRY
        for start in likely_starts or (max(0, end - _LONGEST_ENTRY),):
            score = best[start] + (points[start] if start else 0.0)
            if dated_until < start:
                score += _NO_YEAR
            if dates_until > dates[start]:
                score += _SECOND_YEAR * (dates_until - dates[start])
            if size_until < size[start]:
                score += _TOO_SHORT
            if score > highest:
                highest, at = score, start
        best.append(highest)
        came.append(at)
        if end < len(words) and points[end] > _UNLIKELY:
            likely_starts.append(end)
    starts = [False] * len(words)
    at = len(words)
    while at > 0:
        at = came[at]
        starts[at] = True
    return starts


def _ending(words: str) -> float:
    """Points for the end of a line: whether an entry may end with it."""
    if _INITIAL_AT_END.search(words):
        return _INITIAL
    if words[-1] in ".)]" or words[-1].isdigit() or ends_in_address(words):
        return _ENDED
    return _GOES_ON


def _points(line: Line, words: str, is_usual: bool, form: str, ended: float, room: int) -> float:
    """What speaks for a beginning at a line, and against it."""
    if continues(words):
        return _NEVER
    points = _USUAL_FORM if is_usual else _OTHER_FORM if form else _NO_NAME
    if form in ("", "other") and _JOURNAL_AND_PLACE.match(words):
        points = _JOURNAL
    points += ended + (_MUCH_ROOM if room > _ROOM else _SOME_ROOM if room > 0 else _NO_ROOM)
    if line.after_mark:
        points += _MARK_ABOVE
    elif line.after_furniture:
        points += _BREAK_ABOVE
    elif line.after_blank:
        points += _BLANK_ABOVE
    return points
