"""A reference string as items to be labelled: words, numbers, runs of lower case words, lists of names, dates.

A field never begins inside a run of lower case words, a clear list of names or a date of several words; taking each as
one item halves the work and lets the tagger see further.
"""

from dataclasses import dataclass

from harvester.references import names
from harvester.references.tagging.printed_dates import find_dates
from harvester.text import DASHES, LOWER, lazy_pattern

NAMES = "\x01"
"""Stands for the word of an item that is a clear list of names."""

LONGEST = 6000
"""Characters of a reference that are labelled; a longer text is a list that was not split, or prose."""

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
"""Characters; a shorter "list of names" behind "In" or a semicolon is an abbreviation."""
_LEFT_OVER = " .,;:"
"""What is left before a reference whose label was taken off without its stop."""
_IDENTIFIER_WORDS = ("PMID", "PMCID", "PMid", "pmid:", "PubMed PMID", "PubMed Central PMC")


@dataclass(slots=True)
class Items:
    """Parallel lists: the word, start and end of each item, and the gap before it; one more gap stands for the end.

    `leads` are the clear lists of names by the number of their item, `dates` the numbers of dates of several words.
    `edited` says that the list at the beginning is one of editors.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    leads: dict[int, names.Lead]
    dates: list[int]
    edited: bool = False


_LOW = rf"[{LOWER}]+(?:['’‐-][{LOWER}]+)*(?![\w'’])"
_JOIN = rf"(?:['’´/+&]|[{DASHES}]{{1,2}}|(?<=\d)\.(?=\d|e\d))"
_WORD = lazy_pattern(
    rf"(?:https?://|www\.)\S+|(?:doi:)?10\.\d{{4,9}}/\S+|{_LOW}(?: {_LOW})*|[^\W_]+(?:{_JOIN}[^\W_]+)*"
)
"""An address, a DOI, a run of lower case words, or a word or number with what joins its parts."""


_EDITORS = lazy_pattern(r"[,.]? ?\(?(?:editors?|eds?|Eds?|Editors?|Hrsg|Hg|coords?|orgs?|comps?)\b\.?\)?[,.:]?(?= )")
"""The word for editors behind the first list of names."""
_STATE = lazy_pattern(r"(?<=[.,?!] )([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}) \([A-Z][A-Za-z. ]{1,24}\)(?=: )")
"""A place with its state or country in brackets before the publisher: `Woodbury (CT): Cine-Med`."""


def itemize(text: str) -> Items:
    """The items of a reference string, in order, each date of several words as one that looks like its year, a place
    with its state as one, and no item of the word for editors behind the first list of names."""
    items = split_items(text)
    if 0 in items.leads and (word := _EDITORS().match(text, items.ends[0])):
        while len(items.words) > 1 and items.starts[1] < word.end():
            _join(items, 0, 1, NAMES)
        items.ends[0], items.gaps[1], items.edited = items.leads[0].end, ". ", True
    if "): " in text:
        for place in _STATE().finditer(text):
            held = [n for n, at in enumerate(items.starts) if place.start() <= at < place.end()]
            if len(held) > 1:
                _join(items, held[0], held[-1], items.words[held[0]])
                items.ends[held[0]] = place.end()
                items.gaps[held[0] + 1] = ": "
    for date in reversed(find_dates(text, items.words, items.starts, items.ends)):
        _join(items, date.first, date.last, date.year)
        items.dates.insert(0, date.first)
    return items


def split_items(text: str) -> Items:
    """The items with the words of dates apart, as the tagger is trained on them: there they teach it how dates look
    that are in no table."""
    text = text[:LONGEST]
    items = Items([], [], [], [], {}, [])
    position = begin = len(text) - len(text.lstrip(_LEFT_OVER))
    first = names.find_lead(text, begin)
    lists = [(begin, first)] if first else []
    # "In:", "eds." or a semicolon are followed by editors, or by authors after a group.
    behind = first.end if first else begin
    for start in sorted(at + len(word) for word in _BEFORE_NAMES if (at := text.find(word, behind)) >= 0):
        if start >= behind:
            lead = names.find_lead(text, start)
            if lead and lead.end - start > _SHORTEST_NAME:
                lists.append((start, lead))
                behind = lead.end

    for start, lead in lists:
        _add_words(text, position, start, items)
        items.leads[len(items.words)] = lead
        items.words.append(NAMES)
        items.starts.append(start)
        items.ends.append(lead.end)
        position = lead.end
    # No field follows PubMed's identifiers.
    end = min((at for word in _IDENTIFIER_WORDS if (at := text.find(word, position)) > 0), default=len(text))
    _add_words(text, position, end, items)
    items.gaps.extend(text[a:b] for a, b in zip([begin, *items.ends], [*items.starts, len(text)], strict=True))
    return items


def _join(items: Items, first: int, last: int, word: str) -> None:
    """Makes one item of several; what stands behind them, a date and a list of names too, moves up."""
    items.words[first : last + 1] = [word]
    items.starts[first : last + 1] = [items.starts[first]]
    items.ends[first : last + 1] = [items.ends[last]]
    del items.gaps[first + 1 : last + 1]
    items.dates = [at - (last - first) * (at > last) for at in items.dates]
    items.leads = {at - (last - first) * (at > last): lead for at, lead in items.leads.items()}


def _add_words(text: str, start: int, end: int, items: Items) -> None:
    add_word, add_start, add_end = items.words.append, items.starts.append, items.ends.append
    for match in _WORD().finditer(text, start, end):
        add_word(match.group())
        first, last = match.span()
        add_start(first)
        add_end(last)
