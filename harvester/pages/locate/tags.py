"""The tags of a page's source with their attributes, and where each stands: the parser keeps no positions."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from harvester.model import Span
from harvester.pages.html.metadata import MAX_JSON, MAX_SCRIPTS, meta_pair

# Each alternative begins with another sign, and an unclosed quotation mark is the last of its kind on the page, so
# that no page makes these patterns go over the same characters again and again.
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_NAME = re.compile(r"<[A-Za-z]*")
_END = re.compile(r"[\s/]*>")
_MOST_TAGS = 5_000
_MOST_VALUES = 20
_DECODER = json.JSONDecoder(strict=False)


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
    comments = list(_comments(source))
    end = 0
    for position in sorted(p for mark in (f"<{name}", f"<{name.upper()}") for p in _starts(source, mark)):
        number = bisect_right(comments, Span(position, position)) - 1
        hidden = number >= 0 and position < comments[number].end
        if position >= end and not hidden and not source[position + len(name) + 1 : position + len(name) + 2].isalpha():
            tag = tag_at(source, position)
            end = tag.span.end
            yield tag


def _starts(source: str, mark: str) -> Iterator[int]:
    position = source.find(mark)
    for _ in range(_MOST_TAGS):
        if position < 0:
            return
        yield position
        position = source.find(mark, position + len(mark))


def _comments(source: str) -> Iterator[Span]:
    position = source.find("<!--")
    while position >= 0:
        end = source.find("-->", position)
        end = end + 3 if end >= 0 else len(source)
        yield Span(position, end)
        position = source.find("<!--", end)


@dataclass(frozen=True, slots=True)
class TagValue:
    """A value of metadata, by its name in lower case (`dc.title`), and the tag that says it."""

    name: str
    value: str
    span: Span


def find_metadata(source: str) -> list[TagValue]:
    """What the `<meta>` tags of a page say, in order."""
    found = []
    for tag in find_tags(source, "meta"):
        name, content = meta_pair(tag.attributes)
        if name and content:
            found.append(TagValue(name, content, tag.span))
    return found


def find_linked(source: str, names: tuple[str, ...]) -> Iterator[tuple[object, Span]]:
    """The values under these names in the JSON-LD of a page, and where each stands."""
    for start, text in _scripts(source):
        for name in names:
            location = text.find(f'"{name}"')
            for _ in range(_MOST_VALUES):
                if location < 0:
                    break
                location += len(name) + 2
                if told := _value(text, location):
                    yield told[0], Span(start + told[1], start + told[2])
                location = text.find(f'"{name}"', location)


def _scripts(source: str) -> Iterator[tuple[int, str]]:
    position = source.find("ld+json")
    for _ in range(MAX_SCRIPTS):
        start = source.find(">", position) + 1 if position >= 0 else 0
        end = source.find("</script", start) if start else -1
        if end < 0:
            return
        if end - start <= MAX_JSON:
            yield start, source[start:end]
        position = source.find("ld+json", end)


_COLON = re.compile(r"\s*:\s*")


def _value(text: str, location: int) -> tuple[object, int, int] | None:
    """The JSON value behind a name and its range; None where there is none."""
    colon = _COLON.match(text, location)
    if colon is None:
        return None
    try:
        value, end = _DECODER.raw_decode(text, colon.end())
    except (ValueError, RecursionError):
        return None
    return value, colon.end(), end
