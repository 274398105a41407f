"""A list of references without heading or numbers at the end of an article in plain text: its entries show it, since
they repeat."""

import re

from harvester.pages.evidence import looks_like_reference
from harvester.pages.text.passages import find_paragraphs
from harvester.pages.text.printed_lists import TextList, references_between
from harvester.references import begins_with_author
from harvester.text import squeeze

_FEWEST = 4
"""Entries, all with author, year and place, that are a list though nothing says so; three may be chance."""
_REACH = 100_000
"""Characters at a text's end that are examined: the longest lists with their entries' blanks."""
_MOST_FOOT = 4
"""Paragraphs behind the list: dates, addresses, rights."""
_SHORTEST_PROSE = 60
"""Characters of a paragraph above the list; a shorter one may be the heading of other works than the article's own
references ("More from this journal")."""
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]?$")


def find_trailing_list(text: str) -> TextList | None:
    """The references at the end of a text, with prose above them; None where its last paragraphs are anything else."""
    start = end = -1
    found = skipped = 0
    prose = ""
    for paragraph in reversed([*find_paragraphs(text, max(0, len(text) - _REACH), len(text))]):
        words = squeeze(text[paragraph.start : paragraph.end])
        if _is_reference(words) or (not found and _has_lines_of_references(text[paragraph.start : paragraph.end])):
            start, end = paragraph.start, max(end, paragraph.end)
            found += 1
        elif not words:
            continue
        elif found or skipped == _MOST_FOOT:
            prose = words
            break
        else:
            skipped += 1
    if start < 0 or len(prose) < _SHORTEST_PROSE or not _SENTENCE_END.search(prose):
        return None
    references, end = references_between(text, start, end)
    if len(references) < _FEWEST or not all(_is_reference(reference.text) for reference in references):
        return None
    return TextList(references, start, end)


def _is_reference(words: str) -> bool:
    return begins_with_author(words) and looks_like_reference(words)


def _has_lines_of_references(text: str) -> bool:
    """Whether some lines of a paragraph begin with an author, the first one among them."""
    lines = [line.strip() for line in text.strip().split("\n")]
    begins = [begins_with_author(line) for line in lines]
    return begins[0] and sum(begins) >= _FEWEST
