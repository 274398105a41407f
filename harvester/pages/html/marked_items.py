"""The objects of schema.org that a page marks in its words: microdata (`itemprop`) and RDFa (`property`), in the shape
of JSON-LD."""

from dataclasses import dataclass

from harvester.pages.html.schema_org import Item, types_of
from harvester.pages.html.tree import Node, Tree, inline_text
from harvester.text import word_set

_MOST_OBJECTS = 3_000
"""Objects of a page: its authors with their institutions, its journal, and one for each reference."""

_MOST_VALUES = 10_000
"""Marked values; three an author and about eight a reference."""

_WANTED = word_set("""
    name headline author creator givenName familyName additionalName honorificSuffix datePublished isPartOf volumeNumber
    issueNumber pageStart pageEnd pagination identifier doi sameAs url mainEntityOfPage propertyID value alternateName
    issn inLanguage abstract mainEntity
    """)
"""Names that are read; the words of an article stand under others."""

_LONGEST = 20_000
"""Characters of one value: an abstract."""

_LINKS = {"a": "href", "link": "href", "area": "href", "img": "src", "object": "data"}


@dataclass(frozen=True, slots=True)
class _Syntax:
    """How a notation marks an object, its type, a value within it, and the key by which two marks are one object;
    `sign` is in every page that has it, and in few others (programs say `typeof` too)."""

    name: str
    sign: str
    scope: str
    type: str
    value: str
    key: str


_SYNTAXES = (
    _Syntax("microdata", "itemscope", "itemscope", "itemtype", "itemprop", "itemid"),
    _Syntax("rdfa", "typeof=", "typeof", "typeof", "property", "resource"),
)


def find_marked(tree: Tree, source: str) -> dict[str, list[Item]]:
    """The objects of a page that are no part of another one, by notation; a notation without any is left out."""
    found = {syntax.name: _items(tree, syntax) for syntax in _SYNTAXES if syntax.sign in source}
    return {name: items for name, items in found.items() if items}


def _items(tree: Tree, syntax: _Syntax) -> list[Item]:
    objects: dict[int, dict[str, object]] = {}
    owners: dict[int, dict[str, object] | None] = {}
    keyed: dict[str, dict[str, object]] = {}
    tops: list[Item] = []
    for node in tree.css(f"[{syntax.scope}]")[:_MOST_OBJECTS]:
        types = (node.attributes.get(syntax.type) or "").split()
        # A page may give a journal in one place and its volume in another, under one key.
        key = node.attributes.get(syntax.key) or ""
        item: dict[str, object] = keyed.setdefault(key, {}) if key else {}
        _add(item, "@type", *types)
        objects[node.mem_id] = item
        if not types or _names(node, syntax) not in ((), ("mainEntity",)):
            continue
        # A journal without a name for what it is to the article around it is what the article is part of.
        around = _owner(node, objects, owners) if _PARTS & types_of(item) else None
        if around is None:
            tops.append(item)
        elif around is not item:
            _add(around, "isPartOf", item)
    if not tops:
        return []
    for node in tree.css(f"[{syntax.value}]")[:_MOST_VALUES]:
        names = [name for name in _names(node, syntax) if name in _WANTED]
        owner = _owner(node, objects, owners) if names else None
        if owner is None:
            continue
        value = objects.get(node.mem_id) or _value(node)
        for name in names:
            if value and value is not owner:
                _add(owner, name, value)
    return tops


_PARTS = frozenset(("periodical", "publicationvolume", "publicationissue"))


def _add(item: dict[str, object], name: str, *values: object) -> None:
    known = item.setdefault(name, [])
    if isinstance(known, list):
        known.extend(values)


def _names(node: Node, syntax: _Syntax) -> tuple[str, ...]:
    """The names of a value, without their vocabulary (`schema:`, `http://schema.org/`)."""
    return tuple(
        name.rpartition("/")[2].rpartition(":")[2] for name in (node.attributes.get(syntax.value) or "").split()
    )


def _owner(
    node: Node, objects: dict[int, dict[str, object]], owners: dict[int, dict[str, object] | None]
) -> dict[str, object] | None:
    """The nearest object around a node. What is found is kept for all between, so that a deep page is climbed once."""
    between: list[int] = []
    found: dict[str, object] | None = None
    parent = node.parent
    while parent is not None:
        key = parent.mem_id
        if key in objects:
            found = objects[key]
            break
        if key in owners:
            found = owners[key]
            break
        between.append(key)
        parent = parent.parent
    owners.update(dict.fromkeys(between, found))
    return found


def _value(node: Node) -> str:
    """The value that a node gives: an attribute made for it, an address, its words."""
    attributes = node.attributes
    for name in ("content", "datetime", "resource", _LINKS.get(node.tag or "", "content")):
        if value := attributes.get(name):
            return value.strip()[:_LONGEST]
    return inline_text(node)[:_LONGEST]
