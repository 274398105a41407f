"""A reference string as items to be labelled: words, numbers, runs of lower case words, lists of names, dates.

A field never begins inside a run of lower case words, a clear list of names or a date of several words; taking each as
one item halves the work and lets the tagger see further.
"""

from dataclasses import dataclass

from harvester.model import Name
from harvester.references import bodies, eastern, names
from harvester.references.full_names import find_full_names
from harvester.references.tagging import locator_words
from harvester.references.tagging.printed_dates import find_dates
from harvester.text import DASHES, LOWER, lazy_pattern

NAMES = "\x01"
"""Stands for the word of an item that is a clear list of names."""

LONGEST = 6000
"""Characters of a reference that are labelled; a longer text is a list that was not split, or prose."""

_IN = (" In: ", " In ", " in: ", "” in ", "’ in ", ", in ")
_BEFORE_NAMES = (
    *_IN,
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
    rf"(?=[^\W_])(?:(?:https?://|www\.)\S+|(?:doi:)?10\.\d{{4,9}}/\S+"
    rf"|{_LOW}(?: {_LOW})*+|[^\W_]++(?:{_JOIN}[^\W_]++)*+)"
)
"""An address, a DOI, a run of lower case words, or a word or number with what joins its parts.

The look ahead spares the attempts at blanks and marks, which are a third of a reference: a fifth of the time."""


_EDITORS = lazy_pattern(r"[,.]? ?\(?(?:editors?|eds?|Eds?|Editors?|Hrsg|Hg|coords?|orgs?|comps?)\b\.?\)?[,.:]?(?= )")
"""The word for editors behind the first list of names."""
_STATE = lazy_pattern(r"(?<=[.,?!] )([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}) \([A-Z][A-Za-z. ]{1,24}\)(?=: )")
"""A place with its state or country in brackets before the publisher: `Woodbury (CT): Cine-Med`."""


def itemize(text: str) -> Items:
    """The items of a reference string, in order, each date of several words as one that looks like its year, a place
    with its state as one, and no item of the word for editors behind the first list of names."""
    items = split_items(text)
    if 0 in items.leads and (word := _EDITORS.match(text, items.ends[0])):
        while len(items.words) > 1 and items.starts[1] < word.end():
            _join(items, 0, 1, NAMES)
        items.ends[0], items.gaps[1], items.edited = items.leads[0].end, ". ", True
    if "): " in text:
        for place in _STATE.finditer(text):
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
    first = _authors(text, begin)
    lists = [(begin, first)] if first else []
    # "In:", "eds." or a semicolon are followed by editors, or by authors after a group.
    behind = first.end if first else begin
    starts = [(at + len(word), word) for word in _BEFORE_NAMES if (at := text.find(word, behind)) >= 0]
    for start, word in sorted(starts):
        if start >= behind and text[start : start + 1].isalpha():
            lead = _editors(text, start, word)
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
    end = len(text)
    if "PM" in text or "pmid" in text:
        end = min((at for word in _IDENTIFIER_WORDS if (at := text.find(word, position)) > 0), default=end)
    _add_words(text, position, end, items)
    items.gaps.extend([text[a:b] for a, b in zip([begin, *items.ends], [*items.starts, len(text)], strict=True)])
    locator_words.in_english(items.words, items.gaps)
    return items


_MARKED_EDITORS = lazy_pattern(
    r"[A-Z][^\d“”\"«»:()?!]{3,250}?"
    r"(?= ?\((?:[Ee]ds?|[Ee]ditors?|Hrsg|Hgg?|[Cc]oords?|[Oo]rgs?|[Dd]irs?)\b\.?\)|, (?:[Ee]ds?|[Ee]ditors?)\b[.,:])"
)
"""Editors up to the word for them, however they are printed."""


def _editors(text: str, start: int, word: str) -> names.Lead | None:
    """The list of people that begins at `start` behind a word: clear by its form, or because it is told to be one."""
    if word == "dited by ":
        lead = names.find_lead(text, start)
        full = find_full_names(text, start, are_people=True)
        return names.Lead(*full) if full and (lead is None or full[0] > lead.end) else lead
    if word in _IN and (match := _MARKED_EDITORS.match(text, start)):
        lead = names.find_lead(text, start)
        if lead is None or lead.end < match.end():
            return _told_editors(text, *match.span())
        return lead
    return None if word == ", in " else names.find_lead(text, start)


def _told_editors(text: str, start: int, end: int) -> names.Lead | None:
    full = find_full_names(text, start, are_people=True)
    if full and full[0] >= end:
        return names.Lead(*full)
    found = names.parse_names(text[start:end])
    are_names = found.names and all(name.literal or (name.family and name.given) for name in found.names)
    return names.Lead(end, found.complete, found.names) if are_names else None


_LONGEST_INITIALS = 4
"""Characters of initials; a longer given name is a word."""


def _authors(text: str, start: int) -> names.Lead | None:
    """The list of people or the body, or both, that a reference begins with."""
    lead = names.find_lead(text, start)
    if lead is None and not text.isascii() and (eastern_names := eastern.find_names(text, start)):
        return names.Lead(*eastern_names)
    if lead is None:
        end = bodies.end_of_body(text, start)
        return names.Lead(end, True, (Name(literal=text[start:end]),)) if end else None
    if (
        len(lead.names) == 1
        and len(lead.names[0].given) > _LONGEST_INITIALS
        and bodies.names_body(text[start : lead.end])
    ):
        end = bodies.end_of_body(text, start)  # "Ministério da Saúde (2014)" looks like a given name and a family name
        if end and end >= lead.end:
            return names.Lead(end, True, (Name(literal=text[start:end]),))
    if body := bodies.end_behind_people(text, lead.end):
        return names.Lead(body[1], lead.complete, (*lead.names, Name(literal=text[body[0] : body[1]])))
    return lead


def _join(items: Items, first: int, last: int, word: str) -> None:
    """Makes one item of several; what stands behind them, a date and a list of names too, moves up."""
    items.words[first : last + 1] = [word]
    items.starts[first : last + 1] = [items.starts[first]]
    items.ends[first : last + 1] = [items.ends[last]]
    del items.gaps[first + 1 : last + 1]
    items.dates = [at - (last - first) * (at > last) for at in items.dates]
    items.leads = {at - (last - first) * (at > last): lead for at, lead in items.leads.items()}


def _add_words(text: str, start: int, end: int, items: Items) -> None:
    found = list(_WORD.finditer(text, start, end))
    items.words += [match[0] for match in found]
    items.starts += [match.start() for match in found]
    items.ends += [match.end() for match in found]
