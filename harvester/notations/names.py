"""Names of people and groups as the formats write them."""

import re

from harvester.model import Name
from harvester.notations import latex, markup

_SAFE_PART = re.compile(r"[^\W\d_][\w'’.\- ]*")
_SIMPLE = re.compile(
    r"(?![a-z]+-)(?!.*\b(?:[Aa][Nn][Dd]|others)\b)[^\W\d_][\w'’.\-]*(?: [\w'’.\-]+)*, [^\W\d_][\w.\-]*(?: [\w.\-]+)*"
)
_SPLIT = re.compile(r"\b(?:[Aa][Nn][Dd]|others)\b|^[a-z]+-")  # BibTeX would take the "al" of "al-Sayed" for a particle
_INITIAL = re.compile(r"[^\W\d_]+")


def bibtex(name: Name) -> str:
    """A name for an author field: `van der Berg, Jr, A. B.`, a group as `{Group}`; "" where nothing is left of it.

    A part that BibTeX would split or miscount (a comma, an `and`, two words without a given name) is braced as a whole.
    """
    if not (name.literal or name.suffix or name.particle or "_" in name.family + name.given):
        simple = f"{name.family}, {spaced(name.given)}"
        if _SIMPLE.fullmatch(simple):
            return simple
    if literal := latex.escape(name.literal):
        return f"{{{literal}}}"
    family, given, suffix = (markup.clean(part) for part in (name.family, spaced(name.given), name.suffix))
    particle = markup.clean(name.particle)
    if "," in family + given + suffix + particle:  # biber skips an entry over a third comma, braced or not
        return f"{{{latex.escape(str(name))}}}"
    if not family:
        return f"{{{latex.escape(' '.join(part for part in (particle, given, suffix) if part))}}}" if given else ""
    if not given:
        alone = " ".join(part for part in (particle, family, suffix) if part)
        return _part(alone) if " " not in alone else f"{{{latex.escape(alone)}}}"
    last = f"{_part(particle)} {_part(family)}" if particle else _part(family)
    return ", ".join((last, _part(suffix), _part(given)) if suffix else (last, _part(given)))


def plain(name: Name, suffix_mark: str = ", ") -> str:
    """A name as `Family, Given, Suffix`, a group without a comma: as RIS writes it and as a table shows it.

    MEDLINE's FAU has a blank for a `suffix_mark`.
    """
    if name.literal:
        return markup.clean(name.literal).replace(",", " ").replace("  ", " ")
    family = markup.clean(f"{name.particle} {name.family}")
    parts = (part.replace(",", "") for part in (family, spaced(markup.clean(name.given))))
    suffix = markup.clean(name.suffix).replace(",", "")
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
    family = markup.clean(f"{name.particle} {name.family}")
    return " ".join(part for part in (family, initials(name.given), markup.clean(name.suffix)) if part)


def _part(text: str) -> str:
    if _SAFE_PART.fullmatch(text) and not _SPLIT.search(text):
        return text
    escaped = latex.escape(text)
    return f"{{{escaped}}}" if escaped else ""
