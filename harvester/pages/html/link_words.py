"""Words of links at the ends of a list's entries: known by the list, which repeats them, not by what they say.

"Find it @ Alma", "Go to Citation", "View PDF" belong to the page. A link's words that a quarter of the entries end with
are such words, and so is an order ("View ...", "Get ...") that an entry ends with; the same words anywhere else stay.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from harvester.pages.html.words import Words, clean_text, service_named

_FEWEST = 3
"""Entries that must have a link with the same words."""

_SHARE = 0.25
"""The share of the entries that must have it: a linked name or journal is not at the end of so many."""

_LONGEST, _MOST_WORDS = 40, 6
"""Characters and words of such a link; a linked title is longer, and its own."""

_SHORTEST_ENTRY = 30
"""Characters that an entry keeps: a shorter one is the link's."""

_MOST_LINKS = 40
"""Links at an entry's end that are examined."""

_LETTERS = re.compile(r"[^\W\d_]{2}")
_COUNT = re.compile(r"^\(?\d{1,6}\)?\s+|[\s:]*\(?\d{1,6}(?:\s?[KkMm]?[Bb])?\)?$")
_NO_LABEL = re.compile(r"10\.\d{4}|://|www\.|\d{2,}.*\D\d")
_ORDER = re.compile(
    r"(?:view|get|find|show|open|download|go to|search|check|order|buy|read|see|return|back to|access|save|export|copy"
    r"|request|jump|try|look)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?<=[.\d)\]])\s*[\[(|]?\s*(?:view|available|find(?: this| it)?|see|get(?: it)?|links?|full text|search)"
    r"(?: (?:at|in|on|it|via|from|for))?\s*:?\s*$",
    re.IGNORECASE,
)
"""Words before the links at an entry's end, of which nothing is left: "View at: ", "Full text: "."""

_COMPLETE = frozenset(".0123456789")
"""Signs that a text without such words ends with, nearly always: then it is not searched."""

_AROUND = " []()|,;:\u00b7\u2022-\u2013\u21b5\u2191\u2197\u21a9\ufe0e"


def repeated_labels(entries: Iterable[Words]) -> frozenset[str]:
    """The words of links that many entries of a list have, without counts behind them, in lower case."""
    counts: Counter[str] = Counter()
    number = 0
    for words in entries:
        number += 1
        # Most lists have links to services alone.
        if len(words.links) > len(words.services):
            counts.update({_plain(label) for _, label in words.links if service_named(label) is None})
    fewest = max(_FEWEST, number * _SHARE)
    return frozenset(label for label, count in counts.items() if label and count >= fewest)


@lru_cache(maxsize=4096)
def _plain(label: str) -> str:
    """A link's words without their count, in lower case; "" if they cannot name a service."""
    bare = " ".join(label.split()).strip(_AROUND)
    if len(bare) > _LONGEST or not _LETTERS.search(bare) or _NO_LABEL.search(bare) or bare.count(" ") >= _MOST_WORDS:
        return ""
    return _COUNT.sub("", bare).casefold()


def without_link_words(words: Words, repeated: frozenset[str]) -> Words:
    """An entry without the words of links at its end that are repeated or give an order, and of links back at its
    start; they become names of services."""
    text, behind, before = words.text, [], []
    if not repeated and len(words.links) == len(words.services) and text[-1:] in _COMPLETE:
        return words
    for _, label in reversed(words.links[-_MOST_LINKS:]):
        if service_named(label) is not None or not (bare := " ".join(label.split()).strip(_AROUND)):
            continue
        end = text.rstrip(_AROUND + ".")
        is_word = _plain(label) in repeated or (_ORDER.match(bare) is not None and _plain(label) != "")
        if not is_word or not end.endswith(bare) or len(end) - len(bare) < _SHORTEST_ENTRY:
            break
        before_it = end[: -len(bare)].rstrip()
        # The words before a link may go on in it: "In: Nature", "doi: ...".
        if before_it.endswith((":", ",", "&", "\u201c", "\u2018")) and not _LEAD_IN.search(before_it):
            break
        text = end[: -len(bare)].rstrip(" [(|,;:\u00b7\u2022")
        behind.append(bare)
    for href, label in words.links[:_MOST_LINKS] if repeated else ():
        bare = " ".join(label.split()).strip(_AROUND)
        if not href.startswith("#") or _plain(label) not in repeated or not text.startswith(bare):
            break
        text = text[len(bare) :].lstrip(_AROUND + ".")
        before.append(bare)
    if (words.services or behind) and text[-1:] not in _COMPLETE:
        text = _LEAD_IN.sub("", text)
    if text == words.text:
        return words
    return Words(clean_text(text), words.links, (*before, *words.services, *reversed(behind)))
