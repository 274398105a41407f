"""Names in references: where a clear list of names ends, and the names in a stretch of text that holds them.

A clear list repeats one of a few forms ("Kaplan GG,", "Kaplan G.G.,", "Kaplan, G. G.,", "G.G. Kaplan,"); it is found
by pattern. What else stands where authors stand is cut at its separators and each piece judged by itself: a person,
or a body kept literally.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from harvester.model import Name
from harvester.text import LOWER, UPPER

_U, _L = f"[{UPPER}]", f"[{LOWER}]"
_PARTICLE = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]el|[Dd]ella|[Dd]elle|[Dd]ell|[Dd]i|[Dd]a|[Dd]as|[Dd]o|[Dd]os|[Dd]u|[Dd]es|[Ll]a|"
    r"[Ll]e|[Ll]os|[Tt]en|[Tt]er|[Tt]e|[Ee]l|[Aa]l|[Bb]in|[Ii]bn|[Aa]bu|[Dd]er|[Dd]en|[Hh]et|zu|zum|zur|af|av|y|e|in|op|"
    r"[Ss]t|[Ss]an|[Ss]anta|’t|'t)\.? "
    rf"(?!{_U}{{1,4}}(?:[.,;:)\]‐-]|\s|$))|"
    rf"(?:[Dd]['’] ?|[Ll]['’]|[Oo]['’])(?={_U}))"
)
_WORD = (
    rf"(?:(?:{_L}{{1,4}}-(?={_U}))?{_U}(?:{_U}|{_L}|['’´`](?={_U}|{_L})|[‐‑-](?=\w))+"
    rf"|{_L}{{1,3}}(?=[{UPPER}]{_L}){_U}{_L}+)"
)
_FAMILY = rf"(?:(?: (?<=\w ))?{_PARTICLE}{{0,3}}+(?>{_WORD})){{1,3}}"
_SUFFIX = r"(?:,? (?:Jr|Sr|JR|SR|II|III|IV|2nd|3rd|4th|Filho|Neto|Junior|Júnior)\b\.?)"
_ET_AL = (
    r"(?:,? ?\(?[\[]?(?:et\.? ?al\b\.?|et coll?\.|and (?:others|colleagues)|et alii|y col(?:s|\.)|u\. ?a\."
    r"|и др\.?|等|…|\.{3})[\])]?)"
)
_BARE = rf"{_U}{{1,4}}(?:[‐‑-]{_U}{{1,2}})?(?!['’\w])"
_SPACED = rf"{_U}(?: {_U}){{1,3}}(?=[.,;:]|$)"
# An initial before a lower case word that is no particle begins the title ("Smith J. C. elegans ...").
_GOES_ON = rf"(?! (?!(?:van|von|de|der|den|di|da|la|le|du|del|dos|ten|ter|el|al|et|and|und|y|e)\b){_L}{{2}})"
_INITIAL = rf"(?!Jr|Sr){_U}{_L}{{0,2}}\."
_DOTTED = rf"(?:{_INITIAL}(?:[ ‐‑-]{{0,2}}(?={_INITIAL}{_GOES_ON}))?){{1,5}}+"
_AND = r"(?:and|und|et(?! al)|y|e|&|&amp;|и)"
_SEPARATOR = rf"(?:[,;]? {_AND} |[,;] ?{_AND} |[,;]{{1,2}}\s?|, ,? ?)"
# What may stand behind a name that is not closed by a stop of its own.
_END = r"(?=[.,;:)\](\[]|$| (?:et|and|und|y|e|in|for|on|eds?|Jr|Sr|II|III|2nd|3rd)\b| [&(\[\d“\"‘…])"


@dataclass(frozen=True, slots=True)
class NameList:
    """Names in their printed order, and whether the print claims to give all of them ("et al." does not)."""

    names: tuple[Name, ...] = ()
    complete: bool = True


class Lead(NamedTuple):
    """A clear list of names: where it ends in the text, whether it claims to be complete, its names."""

    end: int
    complete: bool
    names: tuple[Name, ...]


_NAMES = {
    "after": rf"({_FAMILY}) ({_DOTTED}|{_SPACED}|{_BARE}{_END})({_SUFFIX})?",
    "comma": rf"({_FAMILY}), ({_DOTTED}|{_SPACED}|{_BARE}{_END})({_SUFFIX})?",
    "first": rf"({_DOTTED}) ?({_FAMILY})({_SUFFIX})?{_END}",
}


@cache
def _name(form: str) -> re.Pattern[str]:
    return re.compile(_NAMES[form])


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(_SEPARATOR)


@cache
def _more() -> re.Pattern[str]:
    return re.compile(rf"(?P<gap>,? ?(?:…|\.{{3}}|\. \. \.),? ?(?:& )?(?={_U}))|{_ET_AL}(?!\w)")


def find_lead(text: str, start: int = 0) -> Lead | None:
    """The clear list of names that begins at `start`, or None where none does."""
    for form in _likely_forms(text, start):
        found, end = _repeated(text, start, _name(form))
        if found:
            return _lead(text, form, found, end)
    return None


def _repeated(text: str, start: int, name: re.Pattern[str]) -> tuple[list[tuple[str, ...]], int]:
    """The names of one form that follow each other, and where the last one ends."""
    found: list[tuple[str, ...]] = []
    separator = _separator()
    end = position = start
    while match := name.match(text, position):
        found.append(match.groups(""))
        end = match.end()
        between = separator.match(text, end)
        if between is None:
            break
        position = between.end()
    return found, end


def _lead(text: str, form: str, found: list[tuple[str, ...]], end: int) -> Lead:
    more = _more().match(text, end) if text[end : end + 1] in _BEFORE_MORE else None
    if more:
        end = more.end()
        if more.group("gap"):  # the last name after an ellipsis
            last = _name(form).match(text, end)
            found = [*found, last.groups("")] if last else found
            end = last.end() if last else more.start()
    if form == "first":
        found = [(family, given, suffix) for given, family, suffix in found]
    bare = any(given[-1] != "." for _, given, _ in found)
    people = [Name(family, given.rstrip(". ") if bare else given, _suffix(suffix)) for family, given, suffix in found]
    return Lead(end, more is None, tuple(people))


def _suffix(printed: str) -> str:
    """A suffix without the stop behind it that is no part of it: "Jr." is short for a word, "3rd" and "III" are not."""
    bare = printed.strip(" ,")
    return bare.rstrip(".") if bare[:1].isdigit() or bare[:1] == "I" else bare


_BEFORE_MORE = frozenset(" ,.;…([等")


def _likely_forms(text: str, start: int) -> tuple[str, ...]:
    """The forms to try, by what the first name looks like up to its comma."""
    if "." in text[start + 1 : start + 4]:
        return "first", "after", "comma"
    comma = text.find(",", start, start + 40)
    before = text[comma - 1] if comma > 0 else "."
    return ("after", "comma") if before == "." or before.isupper() else ("comma", "after")


def parse_names(text: str) -> NameList:
    """The names in a stretch of text that holds authors or editors."""
    text, complete = _without_et_al(text.strip())
    if not text:
        return NameList((), complete)
    lead = find_lead(text)
    if lead and lead.end >= len(text.rstrip(" .,;:&")):
        return NameList(lead.names, complete and lead.complete)
    return NameList(_in_pieces(text), complete)


@cache
def _et_al() -> re.Pattern[str]:
    return re.compile(rf"{_ET_AL}(?=\W|$)\W*|[,;]? ?\[?\(?\+? ?\d+ (?:more|other) authors?\)?\]?")


def _without_et_al(text: str) -> tuple[str, bool]:
    if "et" not in text and "other" not in text and "col" not in text and text.isascii() and "..." not in text:
        return text, True
    cut, count = _et_al().subn("; ", text)
    return (cut.strip(" ;"), False) if count else (text, True)


_BODY_WORDS = """
    academy administration agency alliance association authority board bureau cancer center centers centre centres
    club coalition collaboration collaborative collaborators college commission committee conference consortium
    corporation council department division europe executive expert federation force forum foundation fund government
    group groups guideline guidelines health heart initiative inc institute institutes institution investigators
    international joint league library ltd members ministry national network nations office organisation organization
    panel partnership party program programme project registry research researchers school secretariat section service
    services society statistics study subcommittee survey task team trial trialists trialist trust union unit united
    university who working workshop world bank registry bioinformatics core"""
_BODY = frozenset(_BODY_WORDS.split())
_LONGEST_NAME = 100  # characters; longer is a body or a mistake
_SUFFIX_ALONE = re.compile(r"(?:Jr|Sr|II|III|IV|2nd|3rd|4th)\.?", re.IGNORECASE)


@cache
def _one() -> tuple[re.Pattern[str], ...]:
    family = rf"{_PARTICLE}{{0,3}}+(?>{_WORD}|[\w'’-]+)(?: {_PARTICLE}{{0,2}}+(?>{_WORD})){{0,3}}"
    return (
        re.compile(
            rf"(?P<family>{family})[ ,]+(?P<given>{_BARE}|{_DOTTED}|(?:{_U}\.? ?){{1,4}})(?P<suffix>{_SUFFIX})?\.?"
        ),
        re.compile(rf"(?P<given>{_DOTTED}|(?:{_U} ){{1,3}}|{_BARE} )\s*(?P<family>{family})(?P<suffix>{_SUFFIX})?"),
        re.compile(rf"(?P<family>[^,]+), ?(?P<given>[^,]+?)(?P<suffix>{_SUFFIX})?"),
    )


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(rf"(?:{_DOTTED}|{_BARE}|(?:{_U}\.? ?){{1,4}})(?:{_SUFFIX})?\.?")


@cache
def _spoken_for() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[{UPPER}.,;:)])\s*[,;:]?\s*(?:on behalf of|for) the |(?<=[{UPPER}.,;])\s*on behalf of |: (?=[{UPPER}])"
    )


@cache
def _conjunction() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"(?:^|[,;]?\s){_AND}\s"), re.compile(rf"(?<=[{UPPER}.]),?\s{_AND}\s")


def _in_pieces(text: str) -> tuple[Name, ...]:
    """Names cut at their separators; family and given names that commas part are joined again."""
    text = _spoken_for().sub("; ", text)
    anywhere, after_initials = _conjunction()
    conjunction = after_initials if _is_body(text) else anywhere
    text = conjunction.sub("; " if ";" in text else ", ", text)
    parts = text.split(";") if ";" in text else _joined([piece.strip(" &") for piece in text.split(",")])
    names: list[Name] = []
    for part in parts:
        piece = part.strip(" ,&")
        if names and _SUFFIX_ALONE.fullmatch(piece):
            last = names[-1]
            names[-1] = Name(family=last.family, given=last.given, suffix=_suffix(piece), literal=last.literal)
        elif piece.strip(" .,:"):
            names.extend(_names(piece))
    return tuple(names)


def _is_body(text: str) -> bool:
    """Whether a text names a body, or is one title-like phrase ("NHS Blood and Transplant") and no list of people."""
    if not _BODY.isdisjoint(_words(text)):
        return True
    sides = re.split(rf"\s{_AND}\s", text)
    return len(sides) > 1 and not re.search(r"[,;.]", text) and any(len(side.split()) < 2 for side in sides)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _joined(pieces: list[str]) -> list[str]:
    """Pieces between commas, with initials or given names put back to the family name before them."""
    joined: list[str] = []
    initials = _initials()
    for piece in pieces:
        if joined and initials.fullmatch(piece) and "," not in joined[-1] and not initials.fullmatch(joined[-1]):
            joined[-1] = f"{joined[-1]}, {piece}"
        else:
            joined.append(piece)
    filled = [piece for piece in joined if piece]
    if len(filled) % 2 == 0 and all(_is_single_name(piece) for piece in filled):
        return [f"{family}, {given}" for family, given in zip(filled[::2], filled[1::2], strict=True)]
    return joined


def _is_single_name(piece: str) -> bool:
    """Whether a piece is a family or a given name alone ("Zhang", "Wei", "Maria L.")."""
    words = piece.split()
    plain = bool(words) and len(words) <= 2 and words[0][0].isupper() and len(words[0]) > 1
    return plain and _BODY.isdisjoint(_words(piece)) and (len(words) == 1 or len(words[1]) <= 2)


def _names(piece: str) -> tuple[Name, ...]:
    body = not _BODY.isdisjoint(_words(piece)) and not re.fullmatch(r"\S+,? (?:\w\.? ?){1,3}", piece)
    if body or len(piece) > _LONGEST_NAME:
        return (_literal(piece),)
    lead = find_lead(piece)
    if lead and lead.end >= len(piece.rstrip(" .,")):
        return lead.names
    return (_person(piece),)


def _person(piece: str) -> Name:
    for pattern in _one():
        if match := pattern.fullmatch(piece):
            family, given, suffix = match.group("family", "given", "suffix")
            return Name(family=family.strip(" ,."), given=given.strip(" ,"), suffix=_suffix(suffix or ""))
    parts = piece.split()
    if (
        " and " not in piece
        and 2 <= len(parts) <= 4
        and parts[0][0].isupper()
        and parts[-1][0].isupper()
        and parts[0].lower() != "the"
    ):
        return Name(family=parts[-1], given=" ".join(parts[:-1]))
    return _literal(piece)


def _literal(piece: str) -> Name:
    return Name(literal=piece.strip(" ,.:;") if piece.count(".") <= 1 else piece.strip(" ,:;"))
