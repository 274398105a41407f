"""Names of persons as pages print them: `Pierluigi Puca`, `Puca P`, `Puca, Pierluigi`, and bodies that are no
person."""

import re

from harvester.text import word_set
from harvester.values.names import Name

_PARTICLES = word_set("van der den de del della di da dos du la le von zu zur ter ten al el bin ibn af av st")
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "2nd", "3rd"))
_DEGREES = word_set("md phd mph msc bsc frcp mbbs dphil facp rn pharmd dr prof do mbchb ms ma dds dvm")
_BODY = re.compile(
    r"\b(?:group|consortium|committee|collaborat\w*|investigators?|network|society|association|initiative|team|council"
    r"|organization|organisation|institute|foundation|department|university|ministry|federation|panel"
    r"|task force|study)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,4}", re.UNICODE)


def name_of(text: str) -> Name | None:
    """The name that a string tells; None of nothing. `Family, Given` if there is a comma, else the last word is the
    family.

    An upper-case last word of up to four letters is initials (`Puca P`, NLM's order). Particles stay with the family
    name.
    """
    text = " ".join(text.replace("\u00a0", " ").split()).strip(" ,;*\u2020\u2021\u00a7")
    if not text or not any(c.isalpha() for c in text):
        return None
    if _BODY.search(text):
        return Name(literal=text)
    if "," in text:
        return _inverted(text)
    words = text.split()
    while len(words) > 2 and words[-1].strip(".").lower() in _DEGREES and words[-1] != words[-1].lower():
        words.pop()
    suffix = words.pop() if len(words) > 2 and words[-1].lower() in _SUFFIXES else ""
    if len(words) == 1:
        return Name(literal=words[0]) if words[0].isupper() and len(words[0]) > 5 else Name(family=words[0])
    if words[-1].isupper() and _INITIALS.fullmatch(words[-1]) and not words[0].isupper():
        return Name(" ".join(words[:-1]), words[-1], suffix)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return Name(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _inverted(text: str) -> Name:
    family, _, rest = text.partition(",")
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    suffix = next((part for part in parts if part.lower() in _SUFFIXES), "")
    given = next((part for part in parts if part != suffix and part.strip(".").lower() not in _DEGREES), "")
    return Name(family.strip(), given, suffix)
