"""The authors of a page's work whose given and family names stand in elements that are named so, as ScienceDirect and
pages made of JATS have them."""

import re

from harvester.pages.html.author_lists import MAX_AUTHORS, once
from harvester.pages.html.tree import Node, Tree, inline_text
from harvester.values.names import Name

_FAMILY = '[class~="surname"],[class~="family-name"]'
_GIVEN = '[class~="given-name"],[class~="given-names"]'
_OF_AUTHORS = re.compile(r"author|contrib", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\bref|referenc|citation|bibliog|relat|recommend|cited|editor|reviewer", re.IGNORECASE)
_HIGHEST = 12
"""Elements above a name that are looked at for whose it is."""


def find_marked_authors(tree: Tree, source: str) -> tuple[Name, ...]:
    """The names in order; none where their elements do not stand among authors, or stand among other works."""
    if "surname" not in source and "family-name" not in source:
        return ()
    names = []
    for node in tree.css(_FAMILY)[:MAX_AUTHORS]:
        around = node.parent
        given = around.css_first(_GIVEN) if around is not None else None
        family = inline_text(node)
        if family and given is not None and _is_of_an_author(node):
            names.append(Name(family, inline_text(given)))
    return once(names)


def _is_of_an_author(node: Node) -> bool:
    parent, is_named = node.parent, False
    for _ in range(_HIGHEST):
        if parent is None:
            break
        marks = f"{parent.attributes.get('class') or ''} {parent.attributes.get('id') or ''}"
        if _OF_OTHERS.search(marks):
            return False
        is_named = is_named or _OF_AUTHORS.search(marks) is not None
        parent = parent.parent
    return is_named
