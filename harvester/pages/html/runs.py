"""A reference list in HTML whose entries are no elements: run together in paragraphs, or told apart by `<br>`."""

import re
from dataclasses import replace

from harvester.model import Asserted, RawReference
from harvester.pages.html.lists import reference_blocks
from harvester.pages.html.tree import Node, Tree
from harvester.pages.html.words import clean_text, service_named, text_in
from harvester.pages.links import identifiers_in, is_cut_or_glued
from harvester.pages.text.entry_lines import put_right
from harvester.pages.text.printed_lists import looks_like_reference
from harvester.references import split
from harvester.text import word_set
from harvester.values.identifier import Identifier

_MAX_CHARS = 400_000
_MARK = re.compile("\ue000([0-9]+)\ue001")
_Linked = list[tuple[tuple[Identifier, ...], str]]


def find_runs(tree: Tree, own: tuple[Identifier, ...]) -> tuple[RawReference, ...]:
    """The references in the words under a heading of references, cut as a pasted list is; without their places."""
    for blocks in reference_blocks(tree):
        linked: _Linked = []
        text = _lines(blocks, linked)[:_MAX_CHARS]
        found = split(text)
        likely = [reference for reference in found if looks_like_reference(reference.text)]
        if likely and len(likely) * 2 >= len(found):
            return put_right(tuple(_told(reference, linked, own) for reference in found))
    return ()


_INLINE = word_set("a abbr b cite em font i small span strong sub sup u")


def _lines(blocks: list[Node], linked: _Linked) -> str:
    """The words of some blocks by lines, a mark at each link that tells an identifier (in place of a service's
    name); a block begins a line, what stands in a line stays in it."""

    def told(href: str, words: str) -> str | None:
        found, service = identifiers_in(href, words), service_named(words)
        if not found and service is None:
            return None
        linked.append((found, service or ""))
        return f"{words if service is None else ''}\ue000{len(linked) - 1}\ue001"

    texts = []
    for block in blocks:
        words = text_in(block.html or "", told)
        texts.append(words if block.is_text_node or block.tag in _INLINE else f"\n{words}\n")
    return "\n".join(" ".join(line.split()) for line in "".join(texts).split("\n"))


def _told(reference: RawReference, linked: _Linked, own: tuple[Identifier, ...]) -> RawReference:
    """The reference with what the links at its marks say, the marks taken out."""
    told = [linked[number] for mark in _MARK.findall(reference.text) if (number := int(mark)) < len(linked)]
    identifiers = dict.fromkeys(i for found, _ in told for i in found)
    asserted = {i: Asserted(i, "link") for i in identifiers}
    for a in reference.asserted:
        if a.identifier not in asserted and not is_cut_or_glued(a.identifier, identifiers):
            asserted[a.identifier] = replace(a, span=None)
    labels = (*(label for _, label in told if label), *reference.tail_labels)
    text = clean_text(_MARK.sub("", reference.text)) if told else reference.text
    kept = tuple(a for i, a in asserted.items() if i not in own)
    return replace(reference, text=text or reference.text, asserted=kept, tail_labels=labels, span=None)
