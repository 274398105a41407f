"""A reference list in HTML whose entries are no elements: run together in paragraphs, or told apart by `<br>`."""

import re
from dataclasses import replace

from harvester.model import Asserted, RawReference
from harvester.model.identifier import Identifier
from harvester.notations.html_lists import reference_blocks
from harvester.notations.html_tree import Node, Tree, clean_text, prepare
from harvester.notations.links import identifiers_in, names_a_service, told_better
from harvester.notations.text_entries import put_right
from harvester.notations.text_lists import looks_like_reference
from harvester.references import split

_MAX_CHARS = 400_000
_MAX_LINKS = 20_000
_MARK = re.compile("\ue000([0-9]+)\ue001")
_Linked = list[tuple[tuple[Identifier, ...], str]]


def find_runs(tree: Tree, own: tuple[Identifier, ...]) -> tuple[RawReference, ...]:
    """The references in the words under a heading of references, cut as a pasted list is; without their places."""
    for blocks in reference_blocks(tree):
        linked: _Linked = []
        text = "\n".join(_lines(block, linked) for block in blocks)[:_MAX_CHARS]
        found = split(text)
        likely = [reference for reference in found if looks_like_reference(reference.text)]
        if likely and len(likely) * 2 >= len(found):
            return put_right(tuple(_told(reference, linked, own) for reference in found))
    return ()


def _lines(block: Node, linked: _Linked) -> str:
    """The words of a block by lines, a mark at each link that tells an identifier (in place of a service's name)."""
    for line_break in block.css("br"):
        line_break.insert_before("\n")
    for anchor in block.css("a")[:_MAX_LINKS]:
        label = " ".join(anchor.text().split())
        found = identifiers_in(anchor.attributes.get("href") or "", label)
        service = names_a_service(label)
        if found or service:
            anchor.insert_after(f"\ue000{len(linked)}\ue001")
            linked.append((found, label.strip("[]() ") if service else ""))
        if service:
            anchor.decompose()
    prepare(block)
    return "\n".join(" ".join(line.split()) for line in block.text().split("\n"))


def _told(reference: RawReference, linked: _Linked, own: tuple[Identifier, ...]) -> RawReference:
    """The reference with what the links at its marks say, the marks taken out."""
    told = [linked[number] for mark in _MARK.findall(reference.text) if (number := int(mark)) < len(linked)]
    identifiers = dict.fromkeys(i for found, _ in told for i in found)
    asserted = {i: Asserted(i, "link") for i in identifiers}
    for a in reference.asserted:
        if a.identifier not in asserted and not told_better(a.identifier, identifiers):
            asserted[a.identifier] = replace(a, span=None)
    labels = (*(label for _, label in told if label), *reference.tail_labels)
    text = clean_text(_MARK.sub("", reference.text)) if told else reference.text
    kept = tuple(a for i, a in asserted.items() if i not in own)
    return replace(reference, text=text or reference.text, asserted=kept, tail_labels=labels, span=None)
