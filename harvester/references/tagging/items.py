"""A reference string as items to be labelled: words, numbers, runs of lower case words, lists of names.

A field never begins inside a run of lower case words, nor inside a clear list of names; taking each as one item
halves the work and lets the tagger see further.
"""

import re
from dataclasses import dataclass
from functools import cache

from harvester.references import names
from harvester.text import DASHES, LOWER

NAMES = "\x01"
"""The stand-in for the word of an item that is a clear list of names."""

LONGEST = 6000
"""Characters of a reference that are labelled; longer ones are lists that were not split, or prose."""

_BEFORE_NAMES = (
    " In: ",
    " In ",
    " in: ",
    "” in ",
    ",” in ",
    "dited by ",
    " eds ",
    " eds. ",
    " Eds. ",
    " ed. ",
    " Ed. ",
    "; ",
)
_SHORTEST_NAME = 3
_LEFT_OVER = " .,;:"
"""What stands before a reference whose label was taken off without its stop."""
_IDENTIFIER_WORDS = ("PMID", "PMCID", "PMid", "pmid:", "PubMed PMID", "PubMed Central PMC")


@dataclass(slots=True)
class Items:
    """Parallel lists: the word, start and end of each item, and the gap before it; one gap more closes the text.

    `leads` are the clear lists of names by the number of their item.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    leads: dict[int, names.Lead]


@cache
def _word() -> re.Pattern[str]:
    low = rf"[{LOWER}]+(?:['’‐-][{LOWER}]+)*(?![\w'’])"
    join = rf"(?:['’´/+&]|[{DASHES}]{{1,2}}|(?<=\d)\.(?=\d|e\d))"
    return re.compile(rf"(?:https?://|www\.)\S+|(?:doi:)?10\.\d{{4,9}}/\S+|{low}(?: {low})*|[^\W_]+(?:{join}[^\W_]+)*")


def itemize(text: str) -> Items:
    """The items of a reference string, in order."""
    text = text[:LONGEST]
    items = Items([], [], [], [], {})
    position = begin = len(text) - len(text.lstrip(_LEFT_OVER))
    for start, lead in _clear_names(text, begin):
        _add_words(text, position, start, items)
        items.leads[len(items.words)] = lead
        items.words.append(NAMES)
        items.starts.append(start)
        items.ends.append(lead.end)
        position = lead.end
    _add_words(text, position, _end_of_words(text, position), items)
    items.gaps.extend(text[a:b] for a, b in zip([begin, *items.ends], [*items.starts, len(text)], strict=True))
    return items


def _clear_names(text: str, begin: int) -> list[tuple[int, names.Lead]]:
    """Clear lists of names at the start, and behind "In:", "eds." or a semicolon: editors, authors after a group."""
    first = names.find_lead(text, begin)
    found = [(begin, first)] if first else []
    position = first.end if first else begin
    places = [at + len(word) for word in _BEFORE_NAMES if (at := text.find(word, position)) >= 0]
    for place in sorted(places):
        if place >= position:
            lead = names.find_lead(text, place)
            if lead and lead.end - place > _SHORTEST_NAME:
                found.append((place, lead))
                position = lead.end
    return found


def _end_of_words(text: str, position: int) -> int:
    """Where identifiers of PubMed begin, behind which no field stands, or the end of the text."""
    return min((at for word in _IDENTIFIER_WORDS if (at := text.find(word, position)) > 0), default=len(text))


def _add_words(text: str, start: int, end: int, items: Items) -> None:
    add_word, add_start, add_end = items.words.append, items.starts.append, items.ends.append
    for match in _word().finditer(text, start, end):
        add_word(match.group())
        first, last = match.span()
        add_start(first)
        add_end(last)
