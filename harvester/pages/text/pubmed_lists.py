"""PubMed's reference list as copied text: one entry a line, each numbered "1.", its links named behind it.

Only lists that are wholly in this layout are read here, ten times faster than a list of unknown layout is cut; what
print text browsers make of it (`- DOI` on a line of its own) is left to the general reader.
"""

import re
from itertools import permutations

from harvester.model import Asserted, RawReference, Span
from harvester.pages.text.printed_lists import TextList
from harvester.text import find_line
from harvester.values import identifier
from harvester.values.identifier import Identifier

_HEADING = re.compile(r"[ \t]{0,8}References[ \t]{0,4}\n")
_TAILS = frozenset(("DOI", "PMC", "PubMed"))
_SHORTEST = 20
# The entry as PubMed prints most: a number, words that end with a labelled DOI, the names of links. What follows the
# words is a letter, which the search for the words' end can leap to.
_ENTRY = re.compile(
    rf"[ \t]*(\d{{1,4}})\. (\S[^\n]{{18,}}doi: (?<=\Wdoi: )((?a:{identifier.CANONICAL_DOI}))\.?)"
    r"((?: - (?:DOI|PMC|PubMed))*)[ \t]*(?:\n|\Z)"
)
_LABELS = {"".join(f" - {word}" for word in words): words for n in range(4) for words in permutations(_TAILS, n)}
_MORE = re.compile(r"[ \t]{0,8}(?:Show all|See all|Hide)[^\n]{0,40}(?:\n|$)")
_END = re.compile(
    r"[ \t]{0,8}(?:MeSH terms|Substances|LinkOut|Publication types|Related information|Grants and funding|Supplementary"
    r"|Full [Tt]ext|Figures|Similar articles|Cited by|Miscellaneous|Associated data)[^\n]{0,40}(?:\n|$)"
)
_DOI = re.compile(r"\bdoi:? ?(10\.\S+)$", re.IGNORECASE)


def find_pubmed_list(text: str, start: int) -> TextList | None:
    """The list under the heading "References" behind `start`; None where it is not wholly in PubMed's layout."""
    heading = find_line(_HEADING, "References", text, start)
    if heading is None:
        return None
    references: list[RawReference] = []
    position = heading.end()
    while position < len(text):
        if (match := _ENTRY.match(text, position)) and (reference := _common(match, len(references) + 1)):
            references.append(reference)
            position = match.end()
            continue
        following = text.find("\n", position) + 1 or len(text) + 1
        line = text[position : following - 1]
        if body := line.strip():
            other = _reference(body, position + line.index(body[0]), len(references) + 1)
            if other is not None:
                references.append(other)
            elif not references or not _MORE.match(line):
                break
        position = following
    whole = position >= len(text) or _END.match(text, position) is not None
    return TextList(tuple(references), heading.start(), min(position, len(text))) if references and whole else None


def _common(entry: re.Match[str], ordinal: int) -> RawReference | None:
    """The reference of an entry that has one DOI and no other identifier; None where it must be looked at closely."""
    label, words, doi, tail = entry.groups()
    start, end = entry.span(3)
    tails = _LABELS.get(tail)
    if tails is None or words.find("10.") + entry.start(2) != start or ".v" in doi or ".issue" in doi:
        return None
    if "PM" in words or "Pub" in words or "pmid" in words or "arXiv" in words or "ISBN" in words:
        return None
    if "  " in words or "\u00a0" in words or "\t" in words:
        return None
    asserted = (Asserted(Identifier("doi", doi), "label", Span(start, end)),)
    return RawReference(ordinal, label, words, asserted, tails, Span(entry.start(1), entry.end(2)))


def _reference(body: str, start: int, ordinal: int) -> RawReference | None:
    """The reference of a line; None where the line is no entry."""
    label, dot, words = body.partition(". ")
    if not dot or not label.isdecimal() or len(label) > 4 or len(words) < _SHORTEST:
        return None
    if "\u00a0" in words:
        words = words.replace("\u00a0", " ")
    labels: tuple[str, ...] = ()
    before, dash, tail = words.rpartition(" - ")
    while dash and tail in _TAILS:
        labels = (tail, *labels)
        words = before
        before, dash, tail = words.rpartition(" - ")
    text = " ".join(words.split()) if "  " in words or "\t" in words else words.strip()
    offset = start + len(label) + 2
    return RawReference(ordinal, label, text, _asserted(words, offset), labels, Span(start, offset + len(words)))


def _asserted(words: str, offset: int) -> tuple[Asserted, ...]:
    """The identifiers in the words; mostly one DOI at their end."""
    at = words.rfind("10.")
    lone = at < 0 or words.find("10.", 0, at) < 0
    if lone and not ("PM" in words or "Pub" in words or "pmid" in words or "arXiv" in words or "ISBN" in words):
        if at < 0:
            return ()
        match = _DOI.search(words, max(0, at - 6))
        bare = match.group(1).rstrip(".") if match else ""
        if match and (found := identifier.parse(bare, "doi")) and found.value == bare.lower():
            at = offset + match.start(1)
            return (Asserted(found, "label", Span(at, at + len(bare))),)
    return tuple(
        Asserted(f.identifier, "label" if f.labelled else "text", Span(offset + f.start, offset + f.end))
        for f in identifier.find(words)
    )
