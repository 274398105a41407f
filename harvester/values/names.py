"""Names of people and groups as the formats write them."""

import re
from dataclasses import dataclass

from harvester.values import titles

_INITIAL = re.compile(r"[^\W\d_]+")


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
