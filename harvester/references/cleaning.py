"""What the tagger reads of a reference: its words without what pages and text browsers put among them.

The printed words stay as they are in `RawReference.text`; only what is tagged is put right, so that no field holds
what does not belong to the reference. Each rule first looks for a few characters without which it has nothing to do.
"""

import re
from collections.abc import Callable

from harvester.references import content_marks, eastern, eprints, locators, misplaced_blanks, same_authors
from harvester.references.splitting import tails
from harvester.text import DASHES, LOWER, UPPER, lazy_pattern
from harvester.values import identifier

_LONGEST_BARE, _MOST_BLANKS = 120, 8  # an address and three identifiers with their names have no more
_ALONE = re.compile(
    r"(?:https?|www|doi|org|pmid|pmcid|pmc|pubmed|medline|central|id|arxiv|isbn|abs|dx|[\W_])*", re.IGNORECASE
)


def is_identifier_alone(text: str) -> bool:
    """Whether a reference is nothing but identifiers and their names ("PMID: 12345678"), so that it has no fields."""
    if len(text) > _LONGEST_BARE or text.count(" ") > _MOST_BLANKS:
        return False
    rest, end = "", 0
    for found in identifier.find(text):
        rest += text[end : found.start]
        end = found.end
    return end > 0 and _ALONE.fullmatch(rest + text[end:]) is not None


def cleaned(text: str) -> str:
    """A reference's words for the tagger: link words and ISSNs taken out, lost blanks put back.

    Empty where the reference is nothing but identifiers, which have no fields.
    """
    if is_identifier_alone(text):
        return ""
    if not text.isascii() or " // " in text:
        text = eastern.in_western_marks(text)
    for signs, rule in _RULES:
        if not signs or any(map(text.__contains__, signs)):
            text = rule(text)
    return text


_DIRECT_LINK = re.compile(r"\s*Direct Link:?\s*$")
_ISSN = lazy_pattern(rf"[,;.]?\s*[(\[]?\b[ep]?-?ISSN(?:-L)?\b:?\s*\d{{4}}\s?[{DASHES}]?\s?\d{{3}}[\dXx]\b[)\]]?")
_LABEL = lazy_pattern(rf"\d{{1,3}}\s?-\s?(?=[{UPPER}]{{3}})")
"""A label that a dash joins to the first name ("4-SILVA, A."), as Brazilian journals print it."""
_PLOS_EDITOR = lazy_pattern(
    rf"(?<=[.?!]) [{UPPER}][{UPPER}{LOWER}'’-]+(?: [{UPPER}][{LOWER}]+)? [{UPPER}]{{1,3}}, editor\."
    r"(?= [^.]{2,60}\. (?:19|20)\d\d;)"
)
_SECTION = lazy_pattern(r"; ?Sect\. ([A-Z]):(\d+)(?: \(col\. ?\d+\))?")
_PAGE_WORDS = lazy_pattern(rf"\s*\(pgs?\.\s*([A-Za-z]?\d+)(?:\s*[{DASHES}]\s*([A-Za-z]?\d+))?\)")
_CLOSED_UP = lazy_pattern(r"(?<=\[[JMCDRNPSGZA]\]\.)(?=\w)|(?<=/OL\]\.)(?=\w)")

_IN_WORD, _IN_LETTER = rf"(?<=[{UPPER}{LOWER}]{{2}}\d{{4}})", rf"(?<= [{UPPER}]\d{{4}})"
_IN_LONG_WORD = rf"(?<=[{UPPER}{LOWER}]{{3}}\d{{4}})"
_LOST_BLANK = lazy_pattern(
    rf"[12][90]\d\d(?:(?:{_IN_WORD}|{_IN_LETTER})(?=;\s?[A-Za-z]?\d)|{_IN_LONG_WORD}(?=[;.]?\s*$))"
)

_GLUED_SUFFIX = lazy_pattern("|".join(rf"(?<= [{UPPER}]{{{count}}})(?=[JS]r\b)" for count in (1, 2, 3)))
"""Between initials and a suffix that lost its blank: `Eagle KADJr`."""
_FAMILY = rf"[{UPPER}][{UPPER}{LOWER}'’-]*[{LOWER}](?: [{UPPER}][{LOWER}]+)?"
_NEXT_NAME = rf"(?=[{UPPER}][{LOWER}'’])"
_GLUED = rf"{_FAMILY} [{UPPER}]{{1,3}}{_NEXT_NAME}"
_GLUED_NAMES = lazy_pattern(rf"(?P<list>(?:{_GLUED})+{_FAMILY} [{UPPER}]{{1,3}})(?P<next>,? )(?=[{UPPER}\d])")
_SEAM = lazy_pattern("|".join(rf"(?<= [{UPPER}]{{{count}}}){_NEXT_NAME}" for count in (1, 2, 3)))
"""Where initials end and the next family name begins."""


def _behind_type_marks(text: str) -> str:
    """A blank behind the marks of GB/T 7714 ("[J].Eur Respir J"), and behind the commas of the locator after them."""
    parts = _CLOSED_UP.split(text, 1)
    return " ".join([parts[0], re.sub(r",(?=\d{4}\b)|(?<=\d{4}),(?=\d)", ", ", parts[1])]) if len(parts) == 2 else text


def _names_apart(text: str) -> str:
    """Names run together at the start ("Koob GFMarkou AWeiss F Opponent process") as a list with a stop behind it."""
    match = _GLUED_NAMES.match(text)
    return f"{_SEAM.sub(', ', match['list'])}. {text[match.end() :]}" if match else text


_LINK_SIGNS = ("Scholar", "ross", "PubMed", "OpenUrl", "Full Text", "Direct Link")


_RULES: tuple[tuple[tuple[str, ...], Callable[[str], str]], ...] = (
    (_LINK_SIGNS, lambda text: _DIRECT_LINK.sub("", tails.cut_inside(tails.cut(text)[0]))),
    (("Jr",), lambda text: _GLUED_SUFFIX.sub(" ", text)),
    (misplaced_blanks.SIGNS, misplaced_blanks.put_right),
    (eprints.SIGNS, eprints.without),
    ((), lambda text: text[match.end() :] if (match := _LABEL.match(text)) else text),
    ((), same_authors.named),
    (("[", " in: ", " from: ", "(Acc", "(acc"), content_marks.without),
    # The academic editor whom PLOS prints before the journal has no field of a citation.
    ((", editor. ",), lambda text: _PLOS_EDITOR.sub("", text)),
    # NLM's section, page and column of a newspaper: "2002 Aug 12;Sect. A:2 (col. 4)".
    (("Sect. ",), lambda text: _SECTION.sub(r", p. \1\2", text)),
    (("ISSN",), lambda text: _ISSN.sub("", text)),
    # "vol. 12 (pg. 537 - 45)" in the usual words.
    (("(pg",), lambda text: _PAGE_WORDS.sub(lambda m: f", pp. {m[1]}-{m[2]}" if m[2] else f", p. {m[1]}", text)),
    (("].",), _behind_type_marks),
    # Puts a blank between the last word and the year where the page prints none ("Chest2010;137:263").
    ((), lambda text: _LOST_BLANK.sub(lambda m: f" {m[0]}" if locators.is_year(m[0]) else m[0], text)),
    ((), _names_apart),
)
"""Each rule, behind the characters of which the text must hold one before the rule is tried (none: always tried)."""
