"""What print text browsers make of a list's entries, put right: link labels as items of their own, lead-in lines,
bullets."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from harvester.model import RawReference
from harvester.pages.links import names_a_service

_BULLETS = frozenset("^-•*·+○□☆▪–")
_INNER_NUMBER = re.compile(r"\^?\[?(\d{1,4})[.\])]\s+(?=\S)")
_COUNTING = re.compile(r"(\d{1,4})(?:\s+(?=\S)|(?=[^\W\d_]))")
_FEWEST_COUNTED = 3
_STUDY = re.compile(r"(.{3,80}?)\s*\{[^{}]{3,80}\}[\s*]*")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?!\d)(?<!\d\d\d\d\d)")
_LOOSE = re.compile(r"\s+(?=[,.;:)](?:\s|$))")
_LEAD_IN = 70
_LONGEST_LINK = 40
_OFTEN = 3


def put_right(references: tuple[RawReference, ...]) -> tuple[RawReference, ...]:
    """The entries without those that are only the name of a link, a study's heading or a lead-in; counted anew."""
    kept: list[RawReference] = []
    label = ""
    for reference in _counted(_with_their_links(references)):
        if study := _STUDY.fullmatch(reference.text):
            label = study.group(1)
        else:
            kept.append(_tidy(reference, label))
            label = ""
    if len(kept) > 2 and _leads_in(kept[0]) and all(_YEAR.search(reference.text) for reference in kept[1:4]):
        kept = kept[1:]
    if len(kept) == len(references):
        return tuple(kept)
    return tuple(replace(reference, ordinal=number) for number, reference in enumerate(kept, 1))


def _with_their_links(references: tuple[RawReference, ...]) -> tuple[RawReference, ...]:
    """The entries without those that only name a link of the one before: a service, or words that come again and
    again."""
    times = Counter(reference.text for reference in references if len(reference.text) <= _LONGEST_LINK)
    kept: list[RawReference] = []
    for reference in references:
        name = " ".join((reference.text, *reference.tail_labels)).strip(" ,;:")
        short = kept and len(name) <= _LONGEST_LINK
        if short and (times[reference.text] >= _OFTEN or names_a_service(name)):
            kept[-1] = replace(kept[-1], tail_labels=(*kept[-1].tail_labels, name))
        else:
            kept.append(reference)
    return tuple(kept)


def _counted(references: tuple[RawReference, ...]) -> tuple[RawReference, ...]:
    """The entries with the numbers as labels that their words begin with, if these count on by one from entry to entry:
    numbers on a line of their own behind a bullet, or glued to the first name."""
    found = [None if r.label.isdigit() else _COUNTING.match(r.text) for r in references]
    numbers = [int(match.group(1)) for match in found if match]
    if len(numbers) < max(_FEWEST_COUNTED, len(references) - 1):
        return references
    if any(after != number + 1 for number, after in pairwise(numbers)):
        return references
    return tuple(
        replace(reference, label=match.group(1), text=reference.text[match.end() :]) if match else reference
        for reference, match in zip(references, found, strict=True)
    )


def _leads_in(reference: RawReference) -> bool:
    """Whether the first entry is a line about the list: short, unnumbered, without a year."""
    return not reference.label and len(reference.text) < _LEAD_IN and not _YEAR.search(reference.text)


def _tidy(reference: RawReference, label: str) -> RawReference:
    """The entry without the blanks that markup leaves before points, its number taken out from behind a bullet."""
    text = reference.text
    if " ." in text or " ," in text or " ;" in text:
        text = _LOOSE.sub("", text)
    label = label or reference.label
    if label in _BULLETS:
        number = _INNER_NUMBER.match(text)
        label, text = (number.group(1), text[number.end() :]) if number else ("", text)
    if text == reference.text and label == reference.label:
        return reference
    return replace(reference, text=text or reference.text, label=label)
