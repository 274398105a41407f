"""From a range of a page to a `RawReference`: white space folded, label off, link words moved, identifiers found."""

import re
from collections.abc import Iterable
from typing import Literal

from harvester.model import Asserted, RawReference, Span, identifier
from harvester.references import tails

_SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"\S+")
_MARK = "↵\u200b\u200e\ufeff"
# First parts of compounds: a line that breaks after one of these keeps its hyphen.
_FIRST_PARTS = """
    all anti auto bi co cost cross de dose double evidence ex follow four half high inter intra large long low meta mid
    mono multi near non one open patient placebo poly post pre pro quasi randomized re self semi short single sub super
    third three time trans treatment triple two type ultra un well x"""
_COMPOUND = frozenset(_FIRST_PARTS.split())
_LABEL = re.compile(r"^\s*(?:\[\s*(S?\d{1,4})\s*\]|\(\s*(S?\d{1,4})\s*\)|(S?\d{1,4})[.)](?=\s|[^\W\d_]|↵|\Z))\s*")
_BULLET = re.compile(r"^\s*[•●▪◦‣⁃·]\s*")
_BESIDE = re.compile(
    r"(?:doi|pmid|pmcid|pmc|arxiv|isbn)\W{0,3}$|doi\.org/$|arxiv\.org/\w+/$|nih\.gov/[\w/]*$", re.IGNORECASE
)


def make_raw(text: str, ordinal: int, label: str = "", span: Span | None = None) -> RawReference:
    """A reference from text that is already one line, without its label; identifiers keep no place of their own."""
    body, labels = tails.cut(text.strip(_MARK + " "))
    return RawReference(ordinal, label, body, _asserted(body, None), labels, span)


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


def fold(text: str, ranges: Iterable[tuple[int, int]]) -> tuple[str, list[int]]:
    """Join lines into one: the folded text, and for each of its characters the place in `text`.

    A hyphen at a line's end is taken out where it only divides a word, and kept in compounds and ranges; a DOI or URL
    that a line end cut is closed again.
    """
    parts: list[str] = []
    places: list[int] = []
    for start, end in ranges:
        for match in _WORD.finditer(text, start, end):
            word = match.group().replace(_SOFT_HYPHEN, "")
            first_of_line = not parts or match.start() == _first_word(text, start, end)
            if parts and first_of_line and _joins(parts[-1], word):
                if parts[-1][-1] in "-‐" and _divides(parts[-1], word):
                    parts[-1] = parts[-1][:-1]
                    places.pop()
                parts[-1] += word
            else:
                if parts:
                    places.append(match.start() - 1)
                parts.append(word)
            places.extend(range(match.start(), match.start() + len(word)))
    return " ".join(parts), places


def _first_word(text: str, start: int, end: int) -> int:
    match = _WORD.search(text, start, end)
    return match.start() if match else end


def _joins(before: str, after: str) -> bool:
    """Whether two words at a line's end and the next line's start are one."""
    last = before[-1]
    if last in "-‐" and len(before) > 1:
        return before[-2].isalnum() and after[0].isalnum()
    if last in "–/_" and len(before) > 1:
        return ("/" in before and "10." in before) or before.startswith("http") or (last == "–" and after[0].isdigit())
    return before.startswith(("http", "doi:10.", "10.")) and "/" in before and last in ".=&%?" and after[0].islower()


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
    asserted = _asserted(body, places[offset:])
    return RawReference(ordinal, label, body, asserted, labels, Span(ranges[0][0], ranges[-1][1]))


def _asserted(body: str, places: list[int] | None) -> tuple[Asserted, ...]:
    found = []
    for item in identifier.find(body):
        span = Span(places[item.start], places[item.end - 1] + 1) if places else Span(item.start, item.end)
        found.append(Asserted(item.identifier, _how(body, item.start), span))
    return tuple(found)


def _how(body: str, start: int) -> Literal["label", "text"]:
    return "label" if _BESIDE.search(body[max(0, start - 30) : start]) or body[start : start + 3] == "PMC" else "text"
