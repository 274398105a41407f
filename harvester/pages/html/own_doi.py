"""The DOI of an article's page whose metadata have none: in the address it was saved from, or printed beside its
title."""

import re

from harvester.pages.html.tree import Tree, text_of
from harvester.pages.links import identifiers_in
from harvester.values import identifier
from harvester.values.identifier import Identifier

# What browsers ("saved from url=(0042)http://...") and SingleFile ("url: http://...") write at the top of a page.
_SAVED_FROM = re.compile(r"<!--[^<>]{0,200}?(?:saved from url=\(\d{1,5}\)|\burl: )(https?://[^\s<>]{5,1000})")
_TOP = 3_000
_BEFORE, _AFTER = 400, 1_500
_SHORTEST_TITLE = 20
_PARTS = re.compile(r"\b(?:References|REFERENCES|Introduction|INTRODUCTION|Related|Similar|Recommended|Cited by)\b")
_OF_ANOTHER = re.compile(
    r"comment|erratum|correct|retract|original|companion|related|reply|data|dryad|figshare|zenodo|supplement|preprint|version",
    re.IGNORECASE,
)


def saved_from(source: str) -> tuple[Identifier, ...]:
    """The identifiers in the address that a browser noted when it saved the page."""
    match = _SAVED_FROM.search(source, 0, _TOP)
    return identifiers_in(match.group(1)) if match else ()


def printed_doi(tree: Tree, title: str) -> Identifier | None:
    """The one DOI, named as such, that stands beside the title of an article; None where there are several."""
    if len(title) < _SHORTEST_TITLE:
        return None
    text = text_of(tree.body)
    place = text.find(title)
    if place < 0:
        return None
    end = place + len(title)
    text = text[max(0, place - _BEFORE) : end + _AFTER]
    start = min(place, _BEFORE) + len(title)
    parts = _PARTS.search(text, start)
    text = text[: parts.start()] if parts else text
    told = [f for f in identifier.find(text) if f.labelled and f.identifier.scheme == "doi"]
    if len({f.identifier for f in told}) != 1 or _OF_ANOTHER.search(text[max(0, told[0].start - 60) : told[0].start]):
        return None
    return told[0].identifier
