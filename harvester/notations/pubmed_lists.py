"""PubMed's reference list as copied text: one entry a line, each numbered "1.", its links named behind it.

Only lists that are wholly in this layout are read here, ten times faster than a list of unknown layout is cut; what
print text browsers make of it (`- DOI` on a line of its own) is left to the general reader.
"""

import re

from harvester.model import Asserted, RawReference, Span, identifier
from harvester.notations.text_lists import TextList

_HEADING = re.compile(r"^[ \t]{0,8}References[ \t]{0,4}\n", re.MULTILINE)
_TAILS = frozenset(("DOI", "PMC", "PubMed"))
_SHORTEST = 20
_MORE = re.compile(r"[ \t]{0,8}(?:Show all|See all|Hide)[^\n]{0,40}(?:\n|$)")
_END = re.compile(
    r"[ \t]{0,8}(?:MeSH terms|Substances|LinkOut|Publication types|Related information|Grants and funding|Supplementary"
    r"|Full [Tt]ext|Figures|Similar articles|Cited by|Miscellaneous|Associated data)[^\n]{0,40}(?:\n|$)"
)
_DOI = re.compile(r"\bdoi:? ?(10\.\S+)$", re.IGNORECASE)
_OTHERS = re.compile(r"P(?:M|ub)|pmid|arXiv|ISBN")


def find_pubmed_list(text: str, start: int) -> TextList | None:
    """The list under the heading "References" behind `start`; None where it is not wholly in PubMed's layout."""
    heading = _HEADING.search(text, start)
    if heading is None:
        return None
    references: list[RawReference] = []
    position = heading.end()
    while position < len(text):
        following = text.find("\n", position) + 1 or len(text) + 1
        line = text[position : following - 1]
        if body := line.strip():
            reference = _reference(body, position + line.index(body[0]), len(references) + 1)
            if reference is not None:
                references.append(reference)
            elif not references or not _MORE.match(line):
                break
        position = following
    whole = position >= len(text) or _END.match(text, position) is not None
    return TextList(tuple(references), heading.start(), min(position, len(text))) if references and whole else None


def _reference(body: str, start: int, ordinal: int) -> RawReference | None:
    """The reference of a line; None where the line is no entry."""
    label, dot, words = body.partition(". ")
    if not dot or not label.isdecimal() or len(label) > 4 or len(words) < _SHORTEST:
        return None
    if "\u00a0" in words:
        words = words.replace("\u00a0", " ")
    end = len(words)
    labels: list[str] = []
    while (cut := words.rfind(" - ", end - 9, end)) >= 0 and (tail := words[cut + 3 : end]) in _TAILS:
        labels.append(tail)
        end = cut
    words = words[:end]
    text = " ".join(words.split()) if "  " in words or "\t" in words else words.strip()
    asserted = tuple(_asserted(words, start + len(label) + 2))
    return RawReference(ordinal, label, text, asserted, tuple(labels[::-1]), Span(start, start + len(label) + 2 + end))


def _asserted(words: str, offset: int) -> list[Asserted]:
    """The identifiers in the words; mostly one DOI at their end."""
    if words.count("10.") <= 1 and not _OTHERS.search(words):
        match = _DOI.search(words, max(0, len(words) - 200))
        if match is None and "10." not in words:
            return []
        bare = match.group(1).rstrip(".") if match else ""
        if match and (found := identifier.parse(bare, "doi")) and found.value == bare.lower():
            at = offset + match.start(1)
            return [Asserted(found, "label", Span(at, at + len(bare)))]
    return [
        Asserted(f.identifier, "label" if f.labelled else "text", Span(offset + f.start, offset + f.end))
        for f in identifier.find(words)
    ]
