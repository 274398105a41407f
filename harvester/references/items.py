"""A reference string as items to be labelled: words, numbers, runs of lower case words, lists of names.

A field never begins inside a run of lower case words, nor inside a clear list of names; taking each as one item
halves the work and lets the tagger see further.
"""

import re
from dataclasses import dataclass
from functools import cache

from harvester.references import names
from harvester.references.letters import DASHES, LOWER

NAMES = "\x01"
"""The stand-in for the word of an item that is a clear list of names."""

LONGEST = 6000
"""Characters of a reference that are labelled; longer ones are lists that were not split, or prose."""


@dataclass(slots=True)
class Items:
    """Parallel lists: the word, start and end of each item, and the gap before it; one gap more closes the text."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]


@cache
def _word() -> re.Pattern[str]:
    low = rf"[{LOWER}]+(?:['’‐-][{LOWER}]+)*(?![\w'’])"
    join = rf"(?:['’´/+&]|[{DASHES}]{{1,2}}|(?<=\d)\.(?=\d|e\d))"
    return re.compile(rf"(?:https?://|www\.)\S+|(?:doi:)?10\.\d{{4,9}}/\S+|{low}(?: {low})*|[^\W_]+(?:{join}[^\W_]+)*")


@cache
def _before_names() -> re.Pattern[str]:
    return re.compile(r"(?:\b[Ii]n\b:?|[Ee]dited by|\b[Ee]ds?\.:?|;) (?=\S)")


def itemize(text: str) -> Items:
    """The items of a reference string, in order."""
    text = text[:LONGEST]
    found: list[tuple[int, int]] = []
    position = 0
    lead = names.find_lead(text)
    if lead:
        found.append((0, lead.end))
        position = lead.end
    words = [NAMES] if lead else []
    for start, end in _later_names(text, position):
        _add_words(text, position, start, words, found)
        words.append(NAMES)
        found.append((start, end))
        position = end
    _add_words(text, position, len(text), words, found)
    starts = [start for start, _ in found]
    ends = [end for _, end in found]
    gaps = [text[a:b] for a, b in zip([0, *ends], [*starts, len(text)], strict=True)]
    return Items(words, starts, ends, gaps)


def _later_names(text: str, position: int) -> list[tuple[int, int]]:
    """Clear lists of names behind "In:", "eds." or a semicolon: editors, and authors after a group."""
    spans = []
    for match in _before_names().finditer(text, position):
        if match.end() < position:
            continue
        lead = names.find_lead(text, match.end())
        if lead and lead.end - match.end() > 3:
            spans.append((match.end(), lead.end))
            position = lead.end
            if len(spans) == 2:
                break
    return spans


def _add_words(text: str, start: int, end: int, words: list[str], found: list[tuple[int, int]]) -> None:
    for match in _word().finditer(text, start, end):
        words.append(match.group())
        found.append(match.span())
