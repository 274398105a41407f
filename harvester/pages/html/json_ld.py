"""The objects of a page's scripts of JSON-LD, read also where they are not quite JSON."""

import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from harvester.pages.html.schema_org import Item, types_of
from harvester.pages.html.tree import Tree

MAX_JSON = 400_000
"""Characters of one script of JSON-LD; a longer one is the data of an application, not of an article."""

MAX_SCRIPTS = 20
"""Scripts of JSON-LD that are read: a page has one for the article, one for its path, and some for its lists."""

_MOST_NODES = 5_000
"""Objects of a graph; one with 3,000 authors is the largest that was seen."""

_AROUND = re.compile(r"^\s*(?:/[/*]\s*)?(?:<!--|<!\[CDATA\[)(?:\s*\*/)?|(?:/[/*]\s*)?(?:-->|\]\]>)(?:\s*\*/)?\s*$")
_TRAILING = re.compile(r",(\s*[}\]])")
_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


def find_items(tree: Tree, source: str) -> tuple[list[Item], dict[str, Item]]:
    """The objects with a type in a page's scripts, and those of its graphs by their ids; parts of other objects are
    none of them, the main entity of a page is one."""
    items: list[Item] = []
    index: dict[str, Item] = {}
    if "ld+json" not in source:
        return items, index
    scripts = [node for node in tree.tags("script") if (node.attributes.get("type") or "").strip().startswith(_TYPE)]
    for node in scripts[:MAX_SCRIPTS]:
        for item in _objects(read_json(node.text() or "")):
            if len(index) < _MOST_NODES and isinstance(key := item.get("@id"), str):
                index.setdefault(key, item)
            if types_of(item):
                items.append(item)
    return items, index


_TYPE = "application/ld+json"


def _objects(value: object) -> Iterator[Item]:
    """The objects of a script: an array's, a graph's, a page's main entity before the page."""
    for item in _flat(value):
        for part in _flat(item["@graph"]) if isinstance(item.get("@graph"), list | dict) else (item,):
            yield from islice(_flat(part.get("mainEntity")), 1)
            yield part


def _flat(value: object) -> Iterator[Item]:
    """The objects of a value: itself, or those of a list and of the lists in it."""
    for one in (value if isinstance(value, list) else [value])[:_MOST_NODES]:
        for item in (one if isinstance(one, list) else [one])[:_MOST_NODES]:
            if isinstance(item, dict):
                yield item


def read_json(text: str) -> object:
    """The value of a script; None where it cannot be read. A section of character data or a comment around it, a
    semicolon behind it, line feeds within strings, commas before a bracket and escaped quotation marks are passed over:
    people and templates leave them."""
    if len(text) > MAX_JSON:
        return None
    text = text.strip()
    if text[:1] not in "{[":
        text = _AROUND.sub("", _AROUND.sub("", text)).strip()
    text = text.rstrip("; \n\t")
    if text.startswith(("{&quot;", "{ &quot;", "[{&quot;", "{\n&quot;")):
        text = unescape(text)
    for mend in (None, _without_commas):
        try:
            return json.loads(mend(text) if mend else text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _without_commas(text: str) -> str:
    """A text without the commas before a closing bracket, those in strings kept."""
    pieces, position = [], 0
    for match in _STRINGS.finditer(text):
        pieces += [_TRAILING.sub(r"\1", text[position : match.start()]), match.group()]
        position = match.end()
    return "".join([*pieces, _TRAILING.sub(r"\1", text[position:])])
