"""A reference list in HTML whose entries are no elements: run together in paragraphs, or told apart by `<br>`."""

from dataclasses import replace

from harvester.model import RawReference
from harvester.model.identifier import Identifier
from harvester.notations.html_lists import reference_blocks
from harvester.notations.html_tree import Node, Tree, prepare
from harvester.notations.text_lists import looks_like_reference, without
from harvester.references import split

_MAX_CHARS = 400_000


def find_runs(tree: Tree, own: tuple[Identifier, ...]) -> tuple[RawReference, ...]:
    """The references in the words under a heading of references, cut as a pasted list is; without their places."""
    for blocks in reference_blocks(tree):
        text = "\n".join(_lines(block) for block in blocks)[:_MAX_CHARS]
        found = split(text)
        likely = [reference for reference in found if looks_like_reference(reference.text)]
        if likely and len(likely) * 2 >= len(found):
            return tuple(_placeless(without(reference, own)) for reference in found)
    return ()


def _lines(block: Node) -> str:
    for line_break in block.css("br"):
        line_break.insert_before("\n")
    prepare(block)
    return "\n".join(" ".join(line.split()) for line in block.text().split("\n"))


def _placeless(reference: RawReference) -> RawReference:
    asserted = tuple(replace(a, span=None) for a in reference.asserted)
    return replace(reference, asserted=asserted, span=None)
