"""From a range of a page to a `RawReference`: white space folded, label off, link words moved, identifiers found."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

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
"""Line ends within one address, at most."""
_LONGEST_LABEL = 30
"""Characters before an identifier in which its label (a word or an address) is looked for."""
_JOINTS = frozenset("-‐–/_.=&%?")
_OPENING_JOINTS = frozenset("/._-")  # the rest of an address that was cut before one of these
_COMPOUND = frozenset(_FIRST_PARTS.split())
_LABEL = re.compile(r"^\s*(?:\[\s*(S?\d{1,4})\s*\]|\(\s*(S?\d{1,4})\s*\)|(S?\d{1,4})[.)](?=\s|[^\W\d_]|↵|\Z))\s*")
_BULLET = re.compile(r"^\s*[•●▪◦‣⁃·]\s*")
_COMMON_LABELS = ("doi: ", "doi:", "doi.org/", "DOI: ")
_BESIDE = re.compile(
    r"(?:doi|pmid|pmcid|pmc|arxiv|isbn)\W{0,3}$|doi\.org/$|arxiv\.org/\w+/$|nih\.gov/[\w/]*$", re.IGNORECASE
)


def raw(text: str, ordinal: int) -> RawReference:
    """A reference from one line as printed: a leading "12.", "[12]", "(12)" or bullet becomes the label."""
    folded = " ".join(text.split())
    label, start = split_label(folded)
    body, labels = tails.cut(folded[start:].strip(_MARK + " "))
    # Its identifiers are located in the body, since a line does not come from a page.
    return RawReference(ordinal, label, body, _asserted(body), labels, Span(0, len(text)))


def split_label(line: str) -> tuple[str, int]:
    """The number or bullet that a line starts with, without punctuation, and where the reference begins."""
    if match := _LABEL.match(line):
        return match.group(match.lastindex or 0), match.end()
    if match := _BULLET.match(line):
        return match.group().strip(), match.end()
    return "", 0


class Offsets:
    """Where on the page the characters of a folded text stand, kept by stretches that are unchanged there."""

    __slots__ = ("begins", "sources")

    def __init__(self) -> None:
        self.begins: list[int] = []
        self.sources: list[int] = []

    def add(self, begin: int, source: int) -> None:
        """The folded text from `begin` on is the page's from `source` on."""
        self.begins.append(begin)
        self.sources.append(source)

    def __getitem__(self, position: int) -> int:
        stretch = bisect_right(self.begins, position) - 1
        return self.sources[stretch] + position - self.begins[stretch]


def fold(text: str, ranges: Iterable[tuple[int, int]]) -> tuple[str, Offsets]:
    """Join lines into one: the folded text, and the offset in `text` of each of its characters.

    A hyphen at a line's end is taken out where it only divides a word, and kept in compounds and ranges; a DOI or URL
    that a line end cut is closed again.
    """
    length, offsets = 0, Offsets()
    folded: list[str] = []
    for start, end in ranges:
        for first_of_line, source, piece in _stretches(text, start, end):
            if not folded:
                offsets.add(0, source)
                folded.append(piece)
                length += len(piece)
                continue
            last = ""  # the characters behind the last blank, as many as can matter
            if first_of_line and (folded[-1][-1:] in _JOINTS or piece[0] in _OPENING_JOINTS):
                for before in reversed(folded[-_MOST_BREAKS:]):
                    _, blank, behind = before.rpartition(" ")
                    last = behind + last
                    if blank:
                        break
            if last and _joins(last, piece):
                stem = last[:-1].lower().lstrip("(\"“‘'[")
                if (
                    last[-1] in "-‐"
                    and piece[0].islower()
                    and last[-2].islower()
                    and len(stem) > 1
                    and stem.isalpha()
                    and stem not in _COMPOUND
                ):
                    folded[-1] = folded[-1][:-1]  # the hyphen only divides a word (`rando-` `mized`)
                    length -= 1
                offsets.add(length, source)
            else:
                offsets.add(length, source - 1)
                folded.append(" ")
                length += 1
            folded.append(piece)
            length += len(piece)
    return "".join(folded), offsets


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[bool, int, str]]:
    """The words of a line, in stretches with single blanks, and where each stands; the first of the line is marked."""
    line = text[start:end]
    if "  " not in line and line.isprintable():  # the blank is the only white space that `isprintable` lets pass
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
    if after[0] in _OPENING_JOINTS:
        in_address = before.startswith(("http", "doi:10.", "10.", "doi.org/")) and "/" in before
        return in_address and after[1:2].isalnum() and last not in ".,;"
    if last in "-‐" and len(before) > 1:
        return before[-2].isalnum() and after[0].isalnum()
    if last in "–/_" and len(before) > 1:
        # A word ends in one of these only in an address or, with a dash, in a range of pages.
        return ("/" in before and "10." in before) or before.startswith("http") or (last == "–" and after[0].isdigit())
    if last not in ".=&%?" or "/" not in before or not before.startswith(("http", "doi:10.", "10.")):
        return False
    goes_on = last != "." or not after.partition(" ")[0].rstrip(".,;").isalpha()  # else the next sentence's word
    return goes_on and after[0].islower()


def make_folded(text: str, ranges: list[tuple[int, int]], ordinal: int, label: str) -> RawReference:
    """A reference from line ranges of a page; its identifiers know where on the page they stand."""
    folded, offsets = fold(text, ranges)
    stripped = folded.lstrip(_MARK + " ")
    body, labels = tails.cut(stripped)
    asserted = _asserted(body, offsets, len(folded) - len(stripped))
    return RawReference(ordinal, label, body, asserted, labels, Span(ranges[0][0], ranges[-1][1]))


def _asserted(body: str, offsets: Offsets | None = None, moved: int = 0) -> tuple[Asserted, ...]:
    """The identifiers in a reference, labelled or not; `moved` is how many characters were cut off before it."""
    found = []
    for item in identifier.find(body):
        start, end = item.start + moved, item.end + moved
        span = Span(offsets[start], offsets[end - 1] + 1) if offsets else Span(start, end)
        before = body[max(0, item.start - _LONGEST_LABEL) : item.start]
        # "PMC" is a label in itself. The usual labels are compared first, since the pattern is slow.
        labelled = before.endswith(_COMMON_LABELS) or body.startswith("PMC", item.start) or _BESIDE.search(before)
        found.append(Asserted(item.identifier, "label" if labelled else "text", span))
    return tuple(found)
