"""Names of people and groups: one as pages print it read into its parts, and written as the formats have it."""

import re
from dataclasses import dataclass

from harvester.text import word_set
from harvester.values import titles
from harvester.values.fast_init import fast_init

_INITIAL = re.compile(r"[^\W\d_]+")
_PARTICLES = word_set("van der den de del della di da dos du la le von zu zur ter ten al el bin ibn af av st")
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "2nd", "3rd"))
_DEGREES = word_set("md phd mph msc bsc frcp mbbs dphil facp rn pharmd dr prof do mbchb ms ma dds dvm")
_BODY = re.compile(
    r"\b(?:group|consortium|committee|collaborat\w*|investigators?|network|society|association|initiative|team|council"
    r"|organization|organisation|institute|foundation|department|university|ministry|federation|panel"
    r"|task force|study)\b",
    re.IGNORECASE,
)
_LONGEST_UPPER = 5
"""Letters of a family name that stands alone and in capitals, such as WANG; acronyms of groups are longer."""
_LONGEST_INITIALS = 3
"""Letters that may be initials before a family name: "JD Watson", "FHC Crick"."""
_INITIAL_ALONE = re.compile(r"[^\W\d_]\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,4}", re.UNICODE)


@fast_init
@dataclass(frozen=True, slots=True)
class Name:
    """A person as CSL splits one, or a body that is only `literal`.

    `given` is as printed ("G.G.", "DS", "Pierluigi"); `particle` is CSL's non-dropping particle ("van der") where it is
    known to be one; a family name of several words stays whole in `family`.
    """

    family: str = ""
    given: str = ""
    suffix: str = ""
    particle: str = ""
    literal: str = ""

    def __str__(self) -> str:
        """The name in reading order of a bibliography: `van der Berg, A. B., Jr.`, or the literal."""
        if self.literal:
            return self.literal
        family = f"{self.particle} {self.family}".strip() if self.particle else self.family.strip()
        return ", ".join([part for part in (family, self.given, self.suffix) if part])


def read(text: str) -> Name | None:
    """The name that a page prints: `Family, Given` if there is a comma, else the last word is the family, or its
    initials (`Puca P`, NLM's order). None where no letter is. Particles stay with the family name, degrees go."""
    text = " ".join(text.split()).strip(" ,;*\u2020\u2021\u00a7")  # daggers and stars are marks of footnotes
    if not any(map(str.isalpha, text)):
        return None
    if _BODY.search(text):
        return Name(literal=text)

    if "," in text:
        family, _, rest = text.partition(",")
        parts = [part.strip() for part in rest.split(",") if part.strip()]
        suffix = next((part for part in parts if part.lower() in _SUFFIXES), "")
        given = next((part for part in parts if part != suffix and not is_degree(part)), "")
        if given or " " not in (whole := family.strip()) or whole.split()[0] in _PARTICLES:
            return Name(family.strip(), given, suffix)
        # "Jane Roe, MD, PhD" and "Jane Roe, Jr": behind the comma stands no given name, so it stands before it.
        text = f"{whole} {suffix}".strip()

    words = text.split()
    # "Jane Roe MD" has a degree, "Anh Do" a family name that is written like one.
    while len(words) > 2 and words[-1].strip(".").lower() in _DEGREES and words[-1] != words[-1].lower():
        words.pop()
    suffix = words.pop() if len(words) > 2 and words[-1].lower() in _SUFFIXES else ""
    if len(words) == 1:
        # A long word in capitals alone is a group's acronym.
        return Name(literal=words[0]) if words[0].isupper() and len(words[0]) > _LONGEST_UPPER else Name(words[0])
    last = words[-1]
    # Where all is in capitals ("LI X", "JANE ROE"), two letters behind a longer word are initials.
    if last.isupper() and _INITIALS.fullmatch(last) and (not words[0].isupper() or len(last) < min(3, len(words[0]))):
        start = len(words) - 1
        while start > 1 and _is_initial(words[start - 1]):  # "Watson J. D."
            start -= 1
        return Name(" ".join(words[:start]), " ".join(words[start:]), suffix)
    # "SHARMA Padmanee", as in France and Japan: capitals mark the family name; JD and McD are initials and a prefix.
    capitals = next((n for n, word in enumerate(words) if not word.isupper()), 0)
    if capitals and len(words[0].strip(".")) > _LONGEST_INITIALS and "." not in "".join(words[:capitals]):
        return Name(" ".join(words[:capitals]), " ".join(words[capitals:]), suffix)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    # "Melissa L. Knothe Tate": a middle initial stands behind the given names and before the family name, here of two
    # words; in "J. S. Malik Peiris" no given name stands before it.
    if start > 2 and _is_initial(words[start - 2]) and not _is_initial(words[0]) and not _is_initial(words[start - 1]):
        start -= 1
    return Name(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _is_initial(word: str) -> bool:
    return _INITIAL_ALONE.fullmatch(word) is not None


def is_body(text: str) -> bool:
    """Whether a name is a group's, by the word for what it is: "Collaborative Group", "Association"."""
    return _BODY.search(text) is not None


def is_degree(text: str) -> bool:
    """Whether a piece of a name is a degree alone: "MD", "Ph.D."."""
    bare = text.replace(".", "").strip()
    # Do and Ma are names, DO and MA degrees.
    return bare.lower() in _DEGREES and not (len(bare) == 2 and bare.istitle())


def plain(name: Name, suffix_mark: str = ", ") -> str:
    """A name as `Family, Given, Suffix`, a group without a comma: as RIS writes it and as a table shows it.

    MEDLINE's FAU has a blank for a `suffix_mark`.
    """
    if name.literal:
        return titles.clean(name.literal).replace(",", " ").replace("  ", " ")
    family = titles.clean(f"{name.particle} {name.family}")
    parts = (part.replace(",", "") for part in (family, spaced(titles.clean(name.given))))
    suffix = titles.clean(name.suffix).replace(",", "")
    return suffix_mark.join(part for part in (", ".join(part for part in parts if part), suffix) if part)


def spaced(given: str) -> str:
    """Initials run together, as Vancouver lists have them, set apart: `DS` is `D S`, so that a style can count them."""
    return " ".join(given) if 1 < len(given) <= 3 and given.isupper() and given.isalpha() else given


def initials(given: str) -> str:
    """The initials of given names as MEDLINE has them: `Jean-Paul B.` is `JPB`, `DS` stays `DS`."""
    words = _INITIAL.findall(given)
    return "".join(word if word.isupper() and len(word) <= 3 else word[0].upper() for word in words)


def medline(name: Name) -> str:
    """MEDLINE's AU: `van der Berg AB Jr`; a group is no AU but a CN."""
    family = titles.clean(f"{name.particle} {name.family}")
    return " ".join(part for part in (family, initials(name.given), titles.clean(name.suffix)) if part)
