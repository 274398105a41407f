"""Identifiers that stand in a page of HTML outside its reference list: data sets, trials, neighbours' articles."""

from harvester.model import Mention, RawReference, Span
from harvester.pages.html.tree import Tree
from harvester.pages.links import identifiers_in
from harvester.values import identifier
from harvester.values.identifier import Identifier

MAX_MENTIONS = 2_000

_CODE = ["script", "style"]
_LINKS = 'a[href*="doi.org/10."],a[href*="arxiv.org/abs"]'


def find_mentions(
    tree: Tree, source: str, references: tuple[RawReference, ...], own: tuple[Identifier, ...]
) -> tuple[Mention, ...]:
    """Identifiers in the words and links of the body, each once, not those that the list or the page itself has.

    A DOI that goes on behind the page's own (`<own>.g001`) is of a part of the article and left out. The tree is
    changed: scripts and styles are taken out of it.
    """
    if tree.body is None:
        return ()
    tree.strip_tags(_CODE)
    text = tree.body.text(separator=" ")
    known = {i for reference in references for i in reference.identifiers} | set(own)
    parts = tuple(f"{i.value}." for i in own if i.scheme == "doi")
    body = max(source.find("<body"), 0)
    mentions: dict[Identifier, Mention] = {}
    for found, printed in (*_in_words(text), *_in_links(tree)):
        if found not in known and found not in mentions and not (parts and found.value.startswith(parts)):
            place = source.find(printed, body)
            mentions[found] = Mention(found, Span(place, place + len(printed)) if place >= 0 else None)
            if len(mentions) >= MAX_MENTIONS:
                break
    return tuple(sorted(mentions.values(), key=lambda m: m.span or Span(len(source), len(source))))


def _in_words(text: str) -> list[tuple[Identifier, str]]:
    found = {f.identifier: text[f.start : f.end] for f in identifier.find(text)}
    return list(found.items())


def _in_links(tree: Tree) -> list[tuple[Identifier, str]]:
    hrefs = dict.fromkeys([node.attributes.get("href") or "" for node in tree.css(_LINKS)])
    return [(found, href) for href in list(hrefs)[: 2 * MAX_MENTIONS] for found in identifiers_in(href)]
