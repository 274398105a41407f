"""Numbers that begin references: of all numbers that could, the sequence that rises by one.

Every number that could be a label is a candidate with a score for its position; the best sequence of candidates n,
n+1, n+2 wins. So "2016;4:3." and "15(1):1." start nothing, and "2015. 3 trials" neither, because no 4 follows where
it should.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from harvester.references.splitting import beginnings
from harvester.values.fast_init import fast_init

# What each kind looks like. A number glued to a word ("1.Smolen") counts, one after a colon or comma does not. Each
# pattern begins with a character that is rare, or with the digits: so the search skips all else.
_OPENED = {
    "[1]": re.compile(r"\[\s?(S?)(\d{1,4})\s?\][.:]?\s*"),
    "(1)": re.compile(r"\(\s?(S?)(\d{1,4})\s?\)\s*"),
}
_NUMBER = re.compile(
    r"(\d{1,4})(?:(\.)(?=\s|[^\W\d_]|[↵\"“‘'\[(]|\Z)|(\))"
    r"|(?=\s+(?:[^\W\d_a-z]|(?:[a-z]{1,4}[ \n'’-]){1,3}[A-Z])|\s*\n))\s*"
)
# At a line's start a number may have other signs around it, or none ("1Carr A", "¹Carr A", "R1. Carr A", "№ 1 Carr A",
# "1 – Carr A"); then all numbers of the list have the same.
_OPENING_SIGNS = r"(?:[^\w\s\"“‘'«]|\u2116 ?){1,2}|[A-Z]{1,2}|\[[A-Z]{1,3}|(?:[Rr]ef|REF|[Nn]o|[Nn]r)\.?[ \xa0]{0,3}"
_CLOSING_SIGNS = r"[^\w\s\"“‘'«(\[]{1,2}|[ \xa0]?[-\u2013\u2014:](?=[ \xa0])|(?=[\"\u201c\u2018'\[(]?[^\W\d_])|(?=\[\d)"
_AT_LINE_START = re.compile(
    rf"[ \t\xa0]{{0,40}}+(?P<open>{_OPENING_SIGNS})?(?P<number>\d{{1,4}}+|[\u2070\xb9\xb2\xb3\u2074-\u2079]{{1,4}}+)"
    rf"(?P<close>{_CLOSING_SIGNS}|(?=[ \t\xa0]))(?:[ \t\xa0]++(?=\S)|(?=[^\s\d]|\n))"
)
_AT_LINE_STARTS = re.compile(rf"[\n\f]{_AT_LINE_START.pattern}")
_ROMAN_NUMBER = re.compile(r"[ \t]{0,40}+(?P<number>[IVXLC]{1,8})(?P<close>[.)])[ \t]+(?=\S)")
_ROMAN_NUMBERS = re.compile(rf"[\n\f]{_ROMAN_NUMBER.pattern}")
_ROMAN_KINDS = frozenset(("I.", "I)"))
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SECOND_LABEL = re.compile(r"\[\d{1,4}\][ \t]*")
_FOUND_OTHERWISE = frozenset((("", ""), ("", "."), ("", ")"), ("[", "]"), ("(", ")")))
"""The signs of the kinds "1", "1.", "1)", "[1]" and "(1)", which need not begin a line."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LONGEST_HEADING = 48
"""Characters before the first number on its line: the longest of the headings that lists have in any language."""
_HEADING = re.compile(r"\W{0,6}+(?:[^\W\d_\u2070\xb9\xb2\xb3\u2074-\u2079]++[ '\u2019&]{0,3}+){1,4}+[\W_]{0,6}")
_ONE = re.compile(
    r"(?P<open>\()?(?P<number>0{0,3}1|\xb9)(?![\d\u2070\xb9\xb2\xb3\u2074-\u2079])(?P<close>\))?(?P<gap>\s*)"
)
_HEADED_ONE = re.compile(
    rf"{_HEADING.pattern}?(?=(?:{_OPENING_SIGNS})?(?:0{{0,3}}1|\xb9)(?![\d\u2070\xb9\xb2\xb3\u2074-\u2079]))"
)
_HEADED_ONES = re.compile(rf"\n{_HEADED_ONE.pattern}")
_LEGEND = re.compile(
    r"\W*(?:fig|figure|table|box|scheme|plate|appendix|chapter|part|volume|step|section|phase|stage|grade|type)s?\b",
    re.IGNORECASE,
)
"""What is numbered on a page besides references."""
_RAISED = str.maketrans("\u2070\xb9\xb2\xb3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
_NOT_BEFORE_STOP = frozenset(",:;(/–—‐-")
_NOT_BEFORE_BRACKET = frozenset("._,:;(/–—-")
_MOST_BLANKS = 1000
"""Blanks before a number that are searched for a line's start; a search without limit would take quadratic time."""
_USUAL_KINDS = ("[1]", "1.", "(1)", "1)", "1")
_AGAIN = re.compile(r"(\d{1,4})\.?(?:↵|[ \t]*\n)\s*")
_BEGINS = re.compile(r"(?:↵\s*)?[\"“‘'«\[(↵]{0,2}(?:[^\W\d_a-zß-ÿ]|(?:[a-zß-ÿ]{1,4}[’' \n-]?){1,3}[^\W\d_a-z])|https?:")
_GOES_ON = frozenset(",:(–-/")
_ENDS = frozenset(".?!)]”\"’'»;")
_BEFORE_TAB = re.compile(r"\d{1,4}[.)\]]?\t")
_NUMBER_AND_LINE_END = re.compile(r"\d+\.?[ \t]*(?:\n|\Z)")
_BRACKETED = ("[1]", "(1)", "1)")
_NEAREST = 12  # characters between two labels: no reference is shorter
_NEAREST_LINE = 5  # but for a name alone on a numbered line, all that some indexes keep of a book
# Scores of a number's position. Behind a word or another number it counts next to nothing or less, so that numbers
# inside references make no sequence, however well they follow each other.
_LINE_START, _AFTER_STOP, _GLUED_TO_STOP = 4.0, 2.0, 1.0
_AFTER_HEADING = 3.0  # "References: 1. Carr A": the first number behind some words that begin a line
_AFTER_NUMBER, _AFTER_WORD, _GLUED_TO_WORD = 0.25, -1.0, -2.0
_BEFORE_AUTHOR = 0.75  # behind a word or number, but before an author's name with initials
_WITH_INITIALS = ("comma", "blank", "before")  # forms of such names
_AFTER_COMMA = 3.0  # taken off at a line's start where the line above does not end a sentence
SURE_PLACE = 3.0
"""The score of a first label that begins a line, or follows a heading there."""
_LEAST_PLACE = {"(1)": _AFTER_NUMBER, "1": _AFTER_STOP}
_NO_BEGINNING, _SKIP, _RESTART = -3.0, -3.0, -3.0  # each costs most of what one good position gives
_SKIP_INLINE = -1.5  # within a line a good position gives half as much
_MOST_CANDIDATES = 60_000
"""Numbers that are considered: more than a list of ten thousand references has, and seconds of work."""
_FIRST_YEAR, _LAST_YEAR = 1500, 2100  # a number between these is a year, whatever is around it
_FURTHEST_SKIP = 3
"""By how much a number at a line's start may exceed the one before: a copied page can lack a reference or two."""
_FURTHEST_SKIP_INLINE = 2
"""The same within a line, behind the end of a sentence."""
_OTHER_COLUMN, _WOBBLE = -1.5, 1  # labels are set flush left or right; a nested list is indented by two and more
_PLAUSIBLE_SHARE = 0.6  # the share of a list's labels that must be where a label may be


@fast_init
@dataclass(frozen=True, slots=True)
class Marker:
    """A possible label: `start` and `end` in the text (with the blanks after it), and a score for how likely it is one.

    `column` is where it ends in its line, if it begins the line: the numbers of a nested list end farther right.
    """

    label: str
    number: int
    start: int
    end: int
    score: float
    at_line_start: bool
    column: int = 0


@fast_init
@dataclass(frozen=True, slots=True)
class _Link:
    """The best sequence that ends with a marker."""

    score: float
    marker: Marker
    before: "_Link | None"
    length: int


def find_sequence(text: str, start: int, end: int, none: frozenset[int] = frozenset()) -> tuple[Marker, ...]:
    """The labels of a numbered list in `text[start:end]`, in order; () where it is not numbered. At the positions in
    `none` there is no label."""
    candidates: dict[str, list[Marker]] = {kind: [] for kind in _USUAL_KINDS}
    for kind, label, here, behind in islice(_numbers(text, start, end), _MOST_CANDIDATES):
        number = int(label.lstrip(_LETTERS))
        again = _AGAIN.match(text, behind, end)
        if again and again.group(1) == label:
            behind = again.end()  # a number that the page itself prints beside the list's own
        else:
            again = None
        where = -10.0 if _FIRST_YEAR <= number <= _LAST_YEAR else _score(text, start, here, kind in _BRACKETED)
        may_be_first = number == 1 or (here - start < _LONGEST_HEADING and "\n" not in text[start:here])
        # A first label may follow a heading on its line, with its reference on the same line.
        if may_be_first and where < _AFTER_HEADING and "\n" not in text[here:behind]:
            where = _AFTER_HEADING if _follows_heading(text, start, here) else where
        if _AFTER_WORD <= where < _BEFORE_AUTHOR and kind != "1":
            form = beginnings.author_form(text[behind : min(end, behind + 80)])
            where = _BEFORE_AUTHOR if form in _WITH_INITIALS else where
        # Otherwise a year, or a number in a position too common for a label.
        if where >= _LEAST_PLACE.get(kind, -9.0) and here not in none:
            score = where + (0.0 if again or _BEGINS.match(text, behind, min(end, behind + 40)) else _NO_BEGINNING)
            column = here + len(label) - text.rfind("\n", max(start, here - 80), here) if where == _LINE_START else 0
            candidates.setdefault(kind, []).append(
                Marker(label, number, here, behind, score, where == _LINE_START, column)
            )

    best: tuple[Marker, ...] = ()
    best_score = 0.0
    for kind, found in candidates.items():
        found.sort(key=lambda marker: marker.start)  # those behind headings come last
        link = last = _longest(found)
        if last is None or last.score <= best_score:
            continue
        markers = []
        while link:
            markers.append(link.marker)
            link = link.before
        sequence = tuple(reversed(markers))
        first = sequence[0]
        if kind in _ROMAN_KINDS and first.number > 1:
            is_list = False  # "C. Rodriguez"
        elif len(sequence) >= 3 and all(marker.score > 0 for marker in sequence[:3]):
            is_list = sum(marker.score > 0 for marker in sequence) >= _PLAUSIBLE_SHARE * len(sequence)
        elif len(sequence) == 2:
            # Two numbers that follow each other are common: they have to be 1 and 2, or both begin a line.
            at_lines = kind in _USUAL_KINDS and all(marker.at_line_start and marker.score > 0 for marker in sequence)
            is_list = kind not in _ROMAN_KINDS and (first.number <= 1 or at_lines)
        else:
            # A number before a single entry, with nothing in front.
            is_list = kind in _USUAL_KINDS and first.score >= _LINE_START and not text[start : first.start].strip()
        if is_list:
            best, best_score = sequence, last.score
    return best


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    """Numbers that look like labels: kind, label, where it begins, and where the labelled text begins."""
    for kind, pattern in _OPENED.items():
        for match in pattern.finditer(text, start, end):
            before = text[match.start() - 1] if match.start() > start else " "
            if kind == "(1)" and (before == "(" or before == "_" or before.isalnum()):
                continue
            yield kind, match.group(1) + match.group(2), match.start(1) - 1, match.end()
    for match in _NUMBER.finditer(text, start, end):
        digits, stop, bracket = match.groups()
        kind = "1." if stop else "1)" if bracket else "1"
        here = match.start()
        if stop and digits[0] == "0":
            before = text[max(0, here - 12) : here].rstrip(" \t\xa0")
            if before and before[-1] not in "\n\r\f\v" and not _follows_heading(text, start, here):
                continue  # within a line dates have leading zeros, and labels none
        if text[here - 1 : here] == "S" and _may_stand(kind, text, start, here - 1):
            yield kind, "S" + digits, here - 1, match.end()  # "S1", in a supplement's list
        elif _may_stand(kind, text, start, here):
            yield kind, digits, here, match.end()
    for match in _at_lines(_AT_LINE_START, _AT_LINE_STARTS, text, (start, end)):
        yield from _number_at_line(text, match, end)
    for match in _at_lines(_ROMAN_NUMBER, _ROMAN_NUMBERS, text, (start, end)):
        number = 0
        values = [_ROMAN_VALUES[letter] for letter in match["number"]]
        for value, following in zip(values, [*values[1:], 0], strict=True):
            number += -value if value < following else value
        yield f"I{match['close']}", str(number), match.start("number"), match.end()
    # A first number on the line of its heading ("References 1 Carr A", "References(1)Carr A") is found by neither.
    for heading in _at_lines(_HEADED_ONE, _HEADED_ONES, text, (start, end)):
        here = heading.end()
        if here - heading.start() > _LONGEST_HEADING or _LEGEND.match(text, heading.start(), here):
            continue
        one = _ONE.match(text, here, end)
        if one and "\n" not in one["gap"] and (one["close"] or (one["gap"] and one["number"] != "\xb9")):
            kind = "(1)" if one["open"] else "1)" if one["close"] else "1"
            yield kind, one["number"], here, one.end()
        if labelled := _AT_LINE_START.match(text, here, end):
            yield from _number_at_line(text, labelled, end)


def _at_lines(
    first: re.Pattern[str], others: re.Pattern[str], text: str, within: tuple[int, int]
) -> Iterator[re.Match[str]]:
    """What a pattern finds at the start of a range, and the same behind a line feed."""
    if match := first.match(text, *within):
        yield match
    yield from others.finditer(text, *within)


def _number_at_line(text: str, match: re.Match[str], end: int) -> Iterator[tuple[str, str, int, int]]:
    """A number with the signs around it, unless `_numbers` finds its kind."""
    opening, digits, closing = match.groups(default="")
    number = digits.translate(_RAISED)
    raised = "\xb9" if number != digits else ""
    is_glued = match.end() == match.end("number")
    if raised or is_glued or (opening, closing) not in _FOUND_OTHERWISE:
        label = opening.lstrip("[") if opening[-1:].isalpha() else ""
        second = _SECOND_LABEL.match(text, match.end(), end)  # "2[1]Carr A": the site's number and the article's
        yield (
            f"{raised}{opening}1{closing}",
            label + number,
            match.start("open" if opening else "number"),
            (second or match).end(),
        )


def _follows_heading(text: str, start: int, here: int) -> bool:
    """Whether a few words and nothing else, as a heading's, or nothing come before a position in its line."""
    line = max(start, text.rfind("\n", max(start, here - _LONGEST_HEADING), here) + 1)
    return line == here or (
        not _LEGEND.match(text, line, here)
        and here - line < _LONGEST_HEADING
        and _HEADING.fullmatch(text, line, here) is not None
    )


def _may_stand(kind: str, text: str, start: int, here: int, reach: int = 40) -> bool:
    """Whether the text before it allows a label of this kind; `reach` characters of it are examined."""
    if here == start:
        return True
    before = text[here - 1 : here]
    if kind == "1.":
        return not before.isdecimal() and before not in _NOT_BEFORE_STOP
    if kind == "1)":
        return not before.isalnum() and before not in _NOT_BEFORE_BRACKET
    # A number without punctuation must begin a line or follow the end of a sentence.
    before = text[max(0, here - reach) : here]
    left = before.rstrip()
    blanks = before[len(left) :]
    if "\n" in blanks or here == len(blanks):
        return True
    if not left:
        return reach < _MOST_BLANKS and _may_stand(kind, text, start, here, _MOST_BLANKS)
    if left[-1] == "." and (left[-2:-1].isdecimal() or "a" <= left[-2:-1] <= "z"):
        return True
    return left[-1] in ".)]" and blanks[:1] == " "


def _score(text: str, start: int, here: int, bracketed: bool) -> float:
    """The score of a label's position, by the text before it."""
    before = text[max(start, here - 12) : here]
    left = before.rstrip(" \t\xa0")
    if not left or left[-1] in "\n\r\f\v•":
        above = left.rstrip()
        # A tab behind the number makes it a label, whatever the line above ends with (an address with "/").
        goes_on = above[-1:] in _GOES_ON and not _BEFORE_TAB.match(text, here)
        if goes_on:
            # Nor does the line above go on if it is a heading: a few words and nothing else, or a rule.
            line = text[max(start, here - 2 * _LONGEST_HEADING) : here].rstrip().rpartition("\n")[2]
            is_heading = _HEADING.fullmatch(line) is not None or not any(map(str.isalnum, line))
            goes_on = len(line) >= _LONGEST_HEADING or not is_heading
        return _LINE_START - (_AFTER_COMMA if above and goes_on else 0.0)
    if left[-1] in _ENDS:
        if before != left:
            return _AFTER_STOP
        word = text[max(start, here - 80) : here].rsplit(None, 1)[-1]
        ends_line = _NUMBER_AND_LINE_END.match(text, here) is not None
        return _GLUED_TO_WORD if "/" in word and ends_line else _GLUED_TO_STOP  # the end of a DOI is not a label
    if before == left:
        return _GLUED_TO_WORD
    return _AFTER_NUMBER if left[-1].isdigit() or "/" in left or bracketed else _AFTER_WORD


def _longest(candidates: Iterable[Marker]) -> _Link | None:
    """The sequence with the highest score, by dynamic programming over the number that it ends with."""
    ending: dict[int, _Link] = {}
    best: _Link | None = None
    for marker in candidates:
        links = [_Link(marker.score + (1.0 if marker.number == 1 else 0.0), marker, None, 1)]
        for back in range(1, 1 + (_FURTHEST_SKIP if marker.at_line_start else _FURTHEST_SKIP_INLINE)):
            link = ending.get(marker.number - back)
            nearest = _NEAREST_LINE if marker.at_line_start and link and link.marker.at_line_start else _NEAREST
            if link and marker.start - link.marker.end >= nearest:
                in_column = marker.at_line_start and (link.marker.at_line_start or link.marker.score < _AFTER_HEADING)
                moved = in_column and abs(marker.column - link.marker.column) > _WOBBLE
                links.append(
                    _extend(
                        link,
                        marker,
                        ((_SKIP if marker.at_line_start else _SKIP_INLINE) if back > 1 else 0.0)
                        + (_OTHER_COLUMN if moved else 0.0),
                    )
                )
        if marker.at_line_start and marker.number <= 1 and best and marker.start - best.marker.end >= _NEAREST:
            # A second list (a supplement's) begins behind the first one's last, unless it is nested in that one.
            nested = best.marker.at_line_start and marker.column > best.marker.column + _WOBBLE
            if not nested:
                links.append(_extend(best, marker, _RESTART + 1.0))
        link = max(links, key=lambda link: link.score)
        if marker.number not in ending or link.score > ending[marker.number].score:
            ending[marker.number] = link
        if best is None or link.score > best.score:
            best = link
    return best


def _extend(link: _Link, marker: Marker, price: float) -> _Link:
    return _Link(link.score + marker.score + price, marker, link, link.length + 1)
