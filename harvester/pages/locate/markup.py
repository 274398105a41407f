"""The source of a page of HTML: its tags with their attributes, its metadata, headings and stretches of words, and
where each stands, since the parser keeps no positions."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice

from harvester.model import Span
from harvester.pages.html.json_ld import MAX_JSON, MAX_SCRIPTS
from harvester.pages.html.meta_tags import meta_pair
from harvester.pages.html.values_of import plain
from harvester.pages.locate.folded_words import SHORT, tight
from harvester.text import word_set

# Each alternative begins with another sign, and an unclosed quotation mark is the last of its kind on the page, so
# that no page makes these patterns go over the same characters again and again.
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_NAME = re.compile(r"<[A-Za-z]*")
_END = re.compile(r"[\s/]*>")
_COLON = re.compile(r"\s*:\s*")
_DECODER = json.JSONDecoder(strict=False)

_MOST_TAGS = 5_000
"""Tags of one name that are examined; pages that give their references as metadata have some hundred."""

_MOST_VALUES = 20
"""Occurrences of one key in a script of JSON-LD: all authors have a `name`, but the article's is among the first."""

_LONGEST_PIECE = 600
"""Characters of a piece; a piece is searched from its start to find where a word stands in it."""

_MOST_HEADINGS, _LONGEST_HEADING = 50, 5_000
"""Headings that are compared with the title, and characters of one with its tags."""

_ABOVE = 4_000
"""Characters of source above the title in which a page gives more of its work: its journal and its date."""

_LONGEST_MARK = 80
"""Characters of an attribute before the letters that say that an element lists other works."""

_WIDER, _LONGEST_TAG = 6, 500
"""Tags around some words that are added until each has its partner, and the characters of one."""

_SILENT = {f"<{name}": f"</{name}" for name in ("script", "style", "svg", "noscript", "SCRIPT", "STYLE")}
_SILENT["<!--"] = "-->"
_PIECE = re.compile(r">\s*([^\s<][^<]*)")
# Letters within the classes and ids of lists of other works: these are found in a twentieth of one pattern's time.
_OTHERS = ("imilar", "elated", "ecommend", "ited-by", "itedby", "itedBy")
_LISTS = (*_OTHERS, "eferences", "ref-list", "ibliograph")
_MARK = re.compile(r"\b(?:id|class)\s?=\s?[\"'][^\"'<>]{0,60}\Z", re.IGNORECASE)
_VOID = word_set("br img wbr input hr meta link source")
_ANY_TAG = re.compile(r"<(/?)([A-Za-z]+)[^<>]*>")
_CLOSING = re.compile(r"\s*</[A-Za-z][^<>]*>")
_OPENING = re.compile(r"<[A-Za-z][^<>]*>\s*\Z")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: its attributes by their names in lower case, and its range."""

    attributes: dict[str, str]
    span: Span


def tag_at(source: str, start: int) -> Tag:
    """The tag whose `<` stands here; a `>` within quotation marks does not end it."""
    attributes: dict[str, str] = {}
    match = _NAME.match(source, start)
    position = match.end() if match else start + 1
    while match := _ATTRIBUTE.match(source, position):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        attributes.setdefault(match.group(1).lower(), unescape(value))
        position = match.end()
    end = _END.match(source, position)
    return Tag(attributes, Span(start, end.end() if end else position))


def find_tags(source: str, name: str) -> Iterator[Tag]:
    """The start tags of an element, in order, those in comments left out."""
    comments: list[Span] = []
    position = source.find("<!--")
    while position >= 0:
        end = source.find("-->", position)
        end = end + 3 if end >= 0 else len(source)
        comments.append(Span(position, end))
        position = source.find("<!--", end)
    starts: list[int] = []
    for mark in (f"<{name}", f"<{name.upper()}"):
        position = source.find(mark)
        for _ in range(_MOST_TAGS):
            if position < 0:
                break
            starts.append(position)
            position = source.find(mark, position + len(mark))
    end = 0
    for position in sorted(starts):
        number = bisect_right(comments, Span(position, position)) - 1
        is_hidden = number >= 0 and position < comments[number].end
        is_longer = source[position + len(name) + 1 : position + len(name) + 2].isalpha()  # `<metadata`
        if position >= end and not is_hidden and not is_longer:
            tag = tag_at(source, position)
            end = tag.span.end
            yield tag


@dataclass(frozen=True, slots=True)
class TagValue:
    """A value of metadata, by its name in lower case (`dc.title`), and the tag that holds it."""

    name: str
    value: str
    span: Span


def find_metadata(source: str) -> list[TagValue]:
    """The values of the `<meta>` tags of a page, in order."""
    found = []
    for tag in find_tags(source, "meta"):
        name, content = meta_pair(tag.attributes)
        if name and content:
            found.append(TagValue(name, content, tag.span))
    return found


def find_scripts(source: str) -> list[tuple[int, str]]:
    """The scripts of JSON-LD in a page, each with where its text begins."""
    scripts = []
    script = source.find("ld+json")
    for _ in range(MAX_SCRIPTS):
        start = source.find(">", script) + 1 if script >= 0 else 0
        end = source.find("</script", start) if start else -1
        if end < 0:
            break
        if end - start <= MAX_JSON:
            scripts.append((start, source[start:end]))
        script = source.find("ld+json", end)
    return scripts


def find_linked(scripts: list[tuple[int, str]], names: tuple[str, ...]) -> Iterator[tuple[object, Span]]:
    """The values under these names in a page's scripts of JSON-LD, and where each stands."""
    for start, text in scripts:
        for name in names:
            location = text.find(f'"{name}"')
            for _ in range(_MOST_VALUES):
                if location < 0:
                    break
                location += len(name) + 2
                # The same string may be a value, with no colon behind it; other text behind a colon is passed over.
                if colon := _COLON.match(text, location):
                    try:
                        value, stop = _DECODER.raw_decode(text, colon.end())
                    except (ValueError, RecursionError):
                        pass
                    else:
                        yield value, Span(start + colon.end(), start + stop)
                location = text.find(f'"{name}"', location)


def find_pieces(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of words between tags, in order; scripts, styles and comments left out."""
    ahead = {mark: source.find(mark, start, end) for mark in _SILENT}
    while start < end:
        for mark, location in ahead.items():
            if 0 <= location < start:
                ahead[mark] = source.find(mark, start, end)
        stop, mark = min(((location, mark) for mark, location in ahead.items() if location >= 0), default=(end, ""))
        for piece in _PIECE.finditer(source, max(start - 1, 0), stop):
            begin, close = piece.span(1)
            # A long stretch is cut, at a blank where there is one.
            while close - begin > _LONGEST_PIECE:
                blank = source.rfind(" ", begin + _LONGEST_PIECE // 2, begin + _LONGEST_PIECE)
                middle = blank if blank >= 0 else begin + _LONGEST_PIECE
                yield begin, middle
                begin = middle
            yield begin, close
        behind = source.find(_SILENT[mark], stop, end) if mark else -1
        start = behind + len(_SILENT[mark]) if behind >= 0 else end


def heading_of(source: str, title: str, listed: Span | None, name: str = "h[1-3]") -> Span | None:
    """The heading (or the other element of this name) that has a tight title, outside the list, with its tags."""
    if not title:
        return None
    opening = re.compile(rf"<{name}\b[^<>]*>", re.IGNORECASE)
    for tag in islice(opening.finditer(source), _MOST_HEADINGS):
        location = source.find(f"</{name[0]}", tag.end())
        if location < 0:
            return None
        end = source.find(">", location) + 1
        is_listed = listed is not None and listed.start <= tag.start() < listed.end
        if not end or end - tag.start() > _LONGEST_HEADING or is_listed:
            continue
        words = tight(plain(source[tag.end() : location]))
        # A long title may be followed by a footnote mark or a site's name.
        if words == title or (len(title) >= SHORT and words.startswith(title)):
            return Span(tag.start(), end)
    return None


def own_range(source: str, heading: Span | None, listed: Span | None) -> tuple[int, int]:
    """The part of the source about the page's own work: from a little above its heading to its list of references or of
    other works; from the heading on, if a list comes before that."""
    body = max(source.find("<body"), 0)
    start = max(body, heading.start - _ABOVE) if heading else body
    if heading and _before(_OTHERS, source, start, heading.start) < heading.start:
        start = heading.start
    behind = heading.end if heading else start
    return start, _before(_LISTS, source, behind, listed.start if listed and listed.start > behind else len(source))


def _before(marks: tuple[str, ...], source: str, start: int, end: int) -> int:
    """Where the first element begins whose class or id says that it lists other works; the end if there is none."""
    for letters in marks:
        location = source.find(letters, start, end)
        while location >= 0:
            if _MARK.search(source, max(start, location - _LONGEST_MARK), location):
                end = max(source.rfind("<", start, location), start)
                break
            location = source.find(letters, location + 1, end)
    return end


def widened(source: str, span: Span) -> Span:
    """Some words with the tags right before and behind them, and further ones as long as one has no partner there."""
    start = source.rfind("<", 0, span.start)
    # Words behind an end tag have no start tag right before them: the range begins with the words.
    if start < 0:
        start = span.start
    elif source.startswith("</", start):
        behind = source.find(">", start, span.start) + 1
        between = source[behind : span.start]
        start = behind + len(between) - len(between.lstrip()) if behind else span.start
    end = source.find("<", span.end)
    if end < 0:
        end = span.end
    elif source.startswith("</", end):
        end = source.find(">", end) + 1 or span.end
    unclosed = 0
    for tag in _ANY_TAG.finditer(source, start, end):
        if not tag.group().endswith("/>") and tag.group(2).lower() not in _VOID:
            unclosed += -1 if tag.group(1) else 1
    for _ in range(_WIDER):
        if unclosed > 0 and (closing := _CLOSING.match(source, end)):
            end, unclosed = closing.end(), unclosed - 1
        elif unclosed < 0 and (before := _OPENING.search(source, max(start - _LONGEST_TAG, 0), start)):
            start, unclosed = before.start(), unclosed + 1
    # An end tag whose start tag is too far above does not belong to the block.
    if unclosed < 0 and source.rfind("</", span.end, end) >= 0:
        end = source.rfind("</", span.end, end)
    return Span(start, end)
