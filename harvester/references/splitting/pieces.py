"""From a range of a page to a `RawReference`: white space folded, label off, link words moved, identifiers found."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal

from harvester.model import Asserted, RawReference, Span
from harvester.references.splitting import tails
from harvester.values import identifier

_SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"\S+")
_MARK = "↵\u200b\u200e\ufeff"
# First parts of compounds: a line that breaks after one of these keeps its hyphen.
_FIRST_PARTS = """
    all anti auto bi co cost cross de dose double evidence ex follow four half high inter intra large long low meta mid
    mono multi near non one open patient placebo poly post pre pro quasi randomized re self semi short single sub super
    third three time trans treatment triple two type ultra un well x"""
_MOST_BREAKS = 20
_JOINTS = frozenset("-‐–/_.=&%?")
_COMPOUND = frozenset(_FIRST_PARTS.split())
_LABEL = re.compile(r"^\s*(?:\[\s*(S?\d{1,4})\s*\]|\(\s*(S?\d{1,4})\s*\)|(S?\d{1,4})[.)](?=\s|[^\W\d_]|↵|\Z))\s*")
_BULLET = re.compile(r"^\s*[•●▪◦‣⁃·]\s*")
_COMMON_LABELS = ("doi: ", "doi:", "doi.org/", "DOI: ")
_BESIDE = re.compile(
    r"(?:doi|pmid|pmcid|pmc|arxiv|isbn)\W{0,3}$|doi\.org/$|arxiv\.org/\w+/$|nih\.gov/[\w/]*$", re.IGNORECASE
)


def make_raw(text: str, ordinal: int, label: str = "", span: Span | None = None) -> RawReference:
    """A reference from text that is already one line, without its label; identifiers keep no place of their own."""
    body, labels = tails.cut(text.strip(_MARK + " "))
    return RawReference(ordinal, label, body, _asserted(body), labels, span)


def raw(text: str, ordinal: int) -> RawReference:
    """A reference from one line as printed: a leading "12.", "[12]", "(12)" or bullet becomes the label."""
    folded = " ".join(text.split())
    label, start = split_label(folded)
    return make_raw(folded[start:], ordinal, label, Span(0, len(text)))


def split_label(line: str) -> tuple[str, int]:
    """The number or bullet that a line starts with, without punctuation, and where the reference begins."""
    if match := _LABEL.match(line):
        return match.group(match.lastindex or 0), match.end()
    if match := _BULLET.match(line):
        return match.group().strip(), match.end()
    return "", 0


class Places:
    """Where the characters of a folded text stand: stretches of it that stand in the page as they are."""

    __slots__ = ("begins", "sources")

    def __init__(self) -> None:
        self.begins: list[int] = []
        self.sources: list[int] = []

    def add(self, begin: int, source: int) -> None:
        """From `begin` in the folded text on, its characters stand from `source` on in the page."""
        self.begins.append(begin)
        self.sources.append(source)

    def __getitem__(self, position: int) -> int:
        stretch = bisect_right(self.begins, position) - 1
        return self.sources[stretch] + position - self.begins[stretch]


def fold(text: str, ranges: Iterable[tuple[int, int]]) -> tuple[str, Places]:
    """Join lines into one: the folded text, and the place in `text` of each of its characters.

    A hyphen at a line's end is taken out where it only divides a word, and kept in compounds and ranges; a DOI or URL
    that a line end cut is closed again.
    """
    length, places = 0, Places()
    folded: list[str] = []
    for start, end in ranges:
        for first_of_line, source, piece in _stretches(text, start, end):
            if not folded:
                places.add(0, source)
            elif first_of_line and folded[-1][-1:] in _JOINTS and _joins(last := _last_word(folded), piece):
                if last[-1] in "-‐" and _divides(last, piece):
                    folded[-1] = folded[-1][:-1]
                    length -= 1
                places.add(length, source)
            else:
                places.add(length, source - 1)
                folded.append(" ")
                length += 1
            folded.append(piece)
            length += len(piece)
    return "".join(folded), places


def _last_word(folded: list[str]) -> str:
    """The characters behind the last blank, as far as an address is ever broken."""
    word = ""
    for piece in reversed(folded[-_MOST_BREAKS:]):
        _, blank, behind = piece.rpartition(" ")
        word = behind + word
        if blank:
            break
    return word


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[bool, int, str]]:
    """The words of a line, as many at once as stand one blank apart, and where; the first is marked."""
    line = text[start:end]
    if "  " not in line and line.isprintable():  # the only white space that counts as printable is the blank
        if piece := line.lstrip(" "):
            yield True, end - len(piece), piece.rstrip(" ")
        return
    words = line.split()
    stretch = " ".join(words)
    if stretch and _SOFT_HYPHEN not in stretch and (at := line.find(stretch)) >= 0:
        yield True, start + at, stretch
        return
    first = True
    for match in _WORD.finditer(text, start, end):
        if word := match.group().replace(_SOFT_HYPHEN, ""):
            yield first, match.start(), word
            first = False


def _joins(before: str, after: str) -> bool:
    """Whether two words at a line's end and the next line's start are one."""
    last = before[-1]
    if last in "-‐" and len(before) > 1:
        return before[-2].isalnum() and after[0].isalnum()
    if last in "–/_" and len(before) > 1:
        return ("/" in before and "10." in before) or before.startswith("http") or (last == "–" and after[0].isdigit())
    if last not in ".=&%?" or "/" not in before or not before.startswith(("http", "doi:10.", "10.")):
        return False
    goes_on = last != "." or not after.partition(" ")[0].rstrip(".,;").isalpha()  # else a word of the next sentence
    return goes_on and after[0].islower()


def _divides(before: str, after: str) -> bool:
    """Whether the hyphen between them only divides one word (`rando-` `mized`)."""
    stem = before[:-1].lower().lstrip("(\"“‘'[")
    return after[0].islower() and stem.isalpha() and before[-2].islower() and stem not in _COMPOUND and len(stem) > 1


def make_folded(text: str, ranges: list[tuple[int, int]], ordinal: int, label: str) -> RawReference:
    """A reference from line ranges of a page; its identifiers know where on the page they stand."""
    folded, places = fold(text, ranges)
    stripped = folded.lstrip(_MARK + " ")
    offset = len(folded) - len(stripped)
    body, labels = tails.cut(stripped)
    asserted = _asserted(body, places, offset)
    return RawReference(ordinal, label, body, asserted, labels, Span(ranges[0][0], ranges[-1][1]))


def _asserted(body: str, places: Places | None = None, offset: int = 0) -> tuple[Asserted, ...]:
    found = []
    for item in identifier.find(body):
        start, end = item.start + offset, item.end + offset
        span = Span(places[start], places[end - 1] + 1) if places else Span(start, end)
        found.append(Asserted(item.identifier, _how(body, item.start), span))
    return tuple(found)


def _how(body: str, start: int) -> Literal["label", "text"]:
    before = body[max(0, start - 30) : start]
    if before.endswith(_COMMON_LABELS) or body.startswith("PMC", start) or _BESIDE.search(before):
        return "label"
    return "text"
