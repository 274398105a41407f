"""Where a page of text says what its own work is."""

import re

from harvester.model import Span, Work
from harvester.pages.locate.saying import Found, find_identifier, find_line, forms_of, line_fields
from harvester.pages.locate.words import SHORT, Words, cut, tight
from harvester.pages.text.link_marks import take_links

_OTHERS = re.compile(
    r"^[ \t]{0,8}(?:Similar articles|Cited by|References|Related (?:articles|information)|LinkOut)[^\n]{0,30}$",
    re.MULTILINE,
)
_FACTS = ("container_title", "container_title_short", "publisher", "publisher_place", "edition", "language", "genre")
_HEAD = 20_000
_END_OF_NAME = re.compile(r"\.|\s*(?:\n|\Z)")


def find_in_text(text: str, work: Work, listed: Span | None) -> Found:
    """Where each field of a page's own work stands, as far as it stands in one place in so many words.

    What stands in the page's list of references, or behind the heading of such a list, is never looked at.
    """
    text, _ = take_links(text)
    end = listed.start if listed else len(text)
    found = _from_line(text[:end], work)
    behind = found["issued"].end if "issued" in found else 0
    words = _words(text, end)
    if title := _title(words, work, behind):
        found["title"] = title
        if others := _OTHERS.search(text, title.end, end):
            end = others.start()
            words = words.until(end)
    after = title.end if title else behind
    if len(abstract := tight(work.abstract)) >= SHORT and (span := _first(words, abstract, after)):
        found["abstract"] = span
    for field, rows in (
        ("author", [forms_of(n) for n in work.author]),
        ("keywords", [(tight(k),) for k in work.keywords]),
    ):
        if span := words.find_row(rows, after) or words.find_row(rows):
            found[field] = span
    for field in _FACTS:
        if field not in found and (span := _fact(text, getattr(work, field), end)):
            found[field] = span
    return found | {str(i): span for i in work.identifiers if (span := find_identifier(words, i))}


def _words(text: str, end: int) -> Words:
    """The lines of a text up to a place."""
    lines: list[tuple[int, int]] = []
    position = 0
    while position < end:
        stop = text.find("\n", position, end)
        stop = stop if stop >= 0 else end
        lines.extend(cut(text, position, stop))
        position = stop + 1
    return Words(text, lines, marked=False)


def _from_line(text: str, work: Work) -> Found:
    """What the work's citation line says; the journal stands before it on its line."""
    told = find_line([(0, text)], work)
    if told is None:
        return {}
    line, offset = told
    span = Span(offset + line.start, offset + line.end)
    found = dict.fromkeys(line_fields(line, work), span)
    start = text.rfind("\n", 0, span.start) + 1
    before = text[start : span.start]
    journal = Span(start + len(before) - len(before.lstrip()), start + len(before.rstrip(" .\u00a0")))
    for field in ("container_title", "container_title_short"):
        if tight(text[journal.start : journal.end]) == tight(getattr(work, field)) != "":
            found[field] = journal
    return found


def _title(words: Words, work: Work, behind: int) -> Span | None:
    title = tight(work.title)
    if len(title) < SHORT:
        return words.find_piece(title, behind) or words.find_piece(title)
    return _first(words, title, behind) or _first(words, title, 0)


def _first(words: Words, value: str, start: int) -> Span | None:
    return next(words.find(value, start), None)


def _fact(text: str, value: str, end: int) -> Span | None:
    """A name that stands by itself in the head: at a line's beginning or behind a full stop, and up to one."""
    location = text.find(value, 0, min(end, _HEAD)) if value else -1
    while location >= 0:
        before = text[max(0, location - 3) : location].rstrip(" \t")
        if (not before or before[-1] in ".\n") and _END_OF_NAME.match(text, location + len(value)):
            return Span(location, location + len(value))
        location = text.find(value, location + 1, min(end, _HEAD))
    return None
