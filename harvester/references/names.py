"""Names in references: where a clear list of names ends, and the names in a stretch of text that holds them.

A clear list repeats one of a few forms ("Kaplan GG,", "Kaplan G.G.,", "Kaplan, G. G.,", "G.G. Kaplan,"); it is found
by pattern. Anything else in the authors' position is cut at its separators, and each piece is judged by itself: a
person, or a body whose name is kept as it is.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from harvester.model import Name
from harvester.references.full_names import find_capital_names, find_full_names
from harvester.references.name_parts import AND, ET_AL, SUFFIX
from harvester.text import LOWER, UPPER, lazy_pattern, word_set
from harvester.values.fast_init import fast_init
from harvester.values.names import read as read_name

_U, _L = f"[{UPPER}]", f"[{LOWER}]"
_PARTICLE = (
    # The look ahead spares most names the attempt at thirty words: a particle is short and has a blank behind.
    r"(?:(?=[\w’'‘]{1,6}\.? |[DdLlOo]['’])(?:"
    r"(?:[Vv]an|[Vv]on|[Dd]e|[Dd]el|[Dd]ella|[Dd]elle|[Dd]ell|[Dd]i|[Dd]a|[Dd]as|[Dd]o|[Dd]os|[Dd]u|[Dd]es|[Ll]a|"
    r"[Ll]e|[Ll]os|[Tt]en|[Tt]er|[Tt]e|[Ee]l|[Aa]l|[Bb]in|[Ii]bn|[Aa]bu|[Dd]er|[Dd]en|[Hh]et|zu|zum|zur|af|av|y|e|in|op|"
    r"[Ss]t|[Ss]an|[Ss]anta|[’'‘]t)\.? "
    rf"(?!{_U}{{1,4}}(?:[.,;:)\]‐-]|\s|$))|"
    rf"(?:[Dd]['’] ?|[Ll]['’]|[Oo]['’])(?={_U})))"
)
_WORD = (
    rf"(?:(?:{_L}{{1,4}}-(?={_U}))?{_U}(?:{_U}|{_L}|['’´`](?={_U}|{_L})|[‐‑-](?=\w))+"
    rf"|{_L}{{1,3}}(?=[{UPPER}]{_L}){_U}{_L}+)"
)
_FAMILY = rf"(?:(?: (?<=\w ))?{_PARTICLE}{{0,3}}+(?>{_WORD})){{1,3}}"
_BARE = rf"{_U}{{1,4}}(?:[‐‑-]{_U}{{1,2}})?(?!['’\w])"
_SPACED = rf"{_U}(?: {_U}){{1,3}}(?=[.,;:]|$)"
# An initial before a lower case word other than a particle begins the title ("Smith J. C. elegans ...").
_GOES_ON = rf"(?! (?!(?:van|von|de|der|den|di|da|la|le|du|del|dos|ten|ter|el|al|et|and|und|y|e)\b){_L}{{2}})"
_INITIAL = rf"(?!Jr|Sr|Nr|No\.|Bd|Jg|Hg){_U}{_L}{{0,2}}\."
_INNER = r"(?:(?<= )(?:da|de|do|dos|das|del) )?"  # "Rocha, A. C. dos S."
_DOTTED = rf"(?:{_INITIAL}(?:[ ‐‑-]{{0,2}}{_INNER}(?={_INITIAL}{_GOES_ON}))?){{1,5}}+"
_SEPARATOR = rf"(?:[,;]? {AND} |[,;] ?{AND} |[,;]{{1,2}}\s?|, ,? ?)"
# "Swamy G. K, … Pollak K. I.": the last stop is lost before a comma.
_HALF_DOTTED = rf"(?:{_U}\. ?){{1,3}}{_U}(?=, (?:…|\.|{_U}))"
# What may follow a name that has no stop of its own.
_END = r"(?=[.,;:)\](\[]|$| (?:et|and|und|y|e|in|for|on|eds?|Jr|Sr|II|III|2nd|3rd)\b| [&(\[\d“\"‘…])"


@fast_init
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


_FORMS = {
    form: lazy_pattern(f"{pattern}({_SEPARATOR})?")
    for form, pattern in (
        (
            "after",
            rf"({_FAMILY}(?:(?<= [JS]r)\.)?) ({_HALF_DOTTED}|{_DOTTED}|{_SPACED}|{_BARE}{_END})({SUFFIX})?",
        ),
        ("comma", rf"({_FAMILY}), ({_DOTTED}|{_SPACED}|{_BARE}{_END})({SUFFIX})?"),
        ("first", rf"({_DOTTED}) ?({_FAMILY})({SUFFIX})?{_END}"),
    )
}
"""One name in each form, and what stands between it and the next: initials behind the family name, behind a comma, or
before it."""
_MORE = lazy_pattern(rf"(?P<gap>,? ?(?:…|\.{{3}}|\. \. \.),? ?(?:& )?(?={_U}))|{ET_AL}(?!\w)")
_MORE_NAMES = lazy_pattern(rf"(?:[,;]? ?{AND} |[,;/] ?){_U}")
_BEFORE_MORE = frozenset(" ,.;…([等")


def find_lead(text: str, start: int = 0) -> Lead | None:
    """The clear list of names that begins at `start`; None if there is none."""
    lead = _of_one_form(text, start)
    if lead is None and text[start + 1 : start + 2].isupper() and (capitals := find_capital_names(text, start)):
        return Lead(*capitals)
    # "Lewcock, J.W. and R.R. Reed": what goes on behind a list of one form may be a list of several.
    if lead is None or _MORE_NAMES.match(text, lead.end):
        full = find_full_names(text, start)
        if full and (lead is None or full[0] > lead.end):
            return Lead(*full)
    elif len(lead.names) == 1 and text[lead.end : lead.end + 1] == " " and text[lead.end + 1 : lead.end + 2].isupper():
        # "Marshal F. Folstein, Susan E. Folstein": what looks like a family name with its initial may begin a name.
        full = find_full_names(text, start)
        if full and full[0] > lead.end and len(full[2]) > 1:
            return Lead(*full)
    return lead


def _of_one_form(text: str, start: int) -> Lead | None:
    """The list of names that repeats one of the forms."""
    # The first name, up to its comma, shows which form is likely; that one is tried first.
    comma = text.find(",", start, start + 40)
    before = text[comma - 1] if comma > 0 else "."
    forms: tuple[str, ...] = ("first", "after", "comma")
    if "." not in text[start + 1 : start + 4]:
        forms = ("after", "comma") if before == "." or before.isupper() else ("comma", "after")
    for form in forms:
        name = _FORMS[form]
        found: list[tuple[str, str, str]] = []
        end = position = before_last = start
        while match := name.match(text, position):
            first, second, suffix, between = match.groups("")
            found.append((first, second, suffix))
            position = match.end()
            before_last, end = end, position - len(between)
            if not between:
                break
        if not found:
            continue

        more = _MORE.match(text, end) if text[end : end + 1] in _BEFORE_MORE else None
        if more:
            end = more.end()
            if more.group("gap"):  # the last name after an ellipsis, as APA prints long lists
                last = name.match(text, end)
                if last:
                    first, second, suffix, between = last.groups("")
                    found = [*found, (first, second, suffix)]
                end = last.end() - len(between) if last else more.start()
        if form == "first":
            found = [(family, given, suffix) for given, family, suffix in found]
            if len(found) > 1 and more is None and _is_journal(found[-1][1], found[-1][0], text, end):
                found.pop()
                end = before_last
        # A stop behind initials without stops ends the list and does not belong to the name.
        bare = any(given[-1] != "." for _, given, _ in found)
        people = [
            _person(family, given.rstrip(". ") if bare else given, suffix)
            if suffix or " " in family
            else Name(family, given.rstrip(". ") if bare else given)
            for family, given, suffix in found
        ]
        return Lead(end, more is None, tuple(people))
    return None


_SUFFIXED = re.compile(r"(?P<family>.+?),? (?P<suffix>(?:Jr|Sr|II|III|IV|2nd|3rd)\.?)")
_NUMBERED = re.compile(rf"(?P<family>.+) (?P<given>{_U}{{1,3}})")


def _person(family: str, given: str, suffix: str) -> Name:
    """A person of a list, the suffix taken from where it stands: "Simmons Jr. GM", "Austin HA III"."""
    if " " in family and not suffix:
        if match := _SUFFIXED.fullmatch(family):
            family, suffix = match["family"], match["suffix"]
        elif given in ("II", "III", "IV") and (match := _NUMBERED.fullmatch(family)):
            family, given, suffix = match["family"], match["given"], given
    return Name(family, given, _suffix(suffix))


_PLACE_BEHIND = lazy_pattern(r"\.?,?(?::? ?[A-Z][A-Za-z]{0,6}[.:]?,?){0,4} ?(?!(?:1[89]|20)\d\d(?!\d| ?\())[A-Z]?\d")
_LETTER_BEHIND = lazy_pattern(r"\.?,?(?: [A-Z]\b\.?)?:? ?(?!(?:1[89]|20)\d\d(?!\d| ?\())[A-Z]?\d")


def _is_journal(given: str, family: str, text: str, end: int) -> bool:
    """Whether what ends a list with initials before the names is a journal with its volume: "S. König, J. Phys. G 43",
    "O. Gron, Eur. Phys. J. Plus 126"."""
    if any(map(str.islower, given)) or family.split()[-1] in _SCIENCES:  # "Rev. Mod." are no initials
        return _PLACE_BEHIND.match(text, end) is not None
    return given[0] == "J" and _LETTER_BEHIND.match(text, end) is not None


_SCIENCES = word_set("Phys Chem Math Mech Biol Med Instrum Stat Astrophys Geophys Appl Opt Astron Sci")
"""What journals are called by behind their initial."""


def _suffix(printed: str) -> str:
    """A suffix, without a stop that does not belong to it: "Jr." is short for a word, "3rd" and "III" are not."""
    bare = printed.strip(" ,")
    return bare.rstrip(".") if bare[:1].isdigit() or bare[:1] == "I" else bare


_ET_AL_ANYWHERE = lazy_pattern(rf"{ET_AL}(?=\W|$)\W*|[,;]? ?\[?\(?\+? ?\d+ (?:more|other) authors?\)?\]?")


_BODY = word_set("""
    academy administration agency alliance association authority board bureau cancer center centers centre centres
    club coalition collaboration collaborative collaborators college commission committee conference consortium
    corporation council department division europe executive expert federation force forum foundation fund government
    group groups guideline guidelines health heart initiative inc institute institutes institution investigators
    international joint league library ltd members ministry national network nations office organisation organization
    panel partnership party program programme project registry research researchers school secretariat section service
    services society statistics study subcommittee survey task team trial trialists trialist trust union unit united
    university who working workshop world bank registry bioinformatics core""")
"""Words that occur in the names of bodies and hardly ever in a person's."""
_LONGEST_NAME = 100  # characters; longer is a body or a mistake
_SUFFIX_ALONE = re.compile(r"(?:Jr|Sr|II|III|IV|2nd|3rd|4th)\.?", re.IGNORECASE)
_FAMILY_ALONE = rf"{_PARTICLE}{{0,3}}+(?>{_WORD}|[\w'’-]+)(?: {_PARTICLE}{{0,2}}+(?>{_WORD})){{0,3}}"
_PERSON = (
    lazy_pattern(
        rf"(?P<family>{_FAMILY_ALONE})[ ,]+(?P<given>{_BARE}|{_DOTTED}|(?:{_U}\.? ?){{1,4}})(?P<suffix>{SUFFIX})?\.?"
    ),
    lazy_pattern(rf"(?P<given>{_DOTTED}|(?:{_U} ){{1,3}}|{_BARE} )\s*(?P<family>{_FAMILY_ALONE})(?P<suffix>{SUFFIX})?"),
    lazy_pattern(rf"(?P<family>[^,]+), ?(?P<given>[^,]+?)(?P<suffix>{SUFFIX})?"),
)
_INITIALS_ALONE = lazy_pattern(rf"(?:{_DOTTED}|{_BARE}|(?:{_U}\.? ?){{1,4}})(?:{SUFFIX})?\.?")
_SPOKEN_FOR = lazy_pattern(
    rf"(?<=[{UPPER}.,;:)])\s*[,;:]?\s*(?:on behalf of|for) the |(?<=[{UPPER}.,;])\s*on behalf of |: (?=[{UPPER}])"
)
_AND_ANYWHERE = lazy_pattern(rf"(?:^|[,;]?\s){AND}\s")
_AND_BEHIND_INITIALS = lazy_pattern(rf"(?<=[{UPPER}.]),?\s{AND}\s")
_AND_BETWEEN = lazy_pattern(rf"\s{AND}\s")


def parse_names(text: str) -> NameList:
    """The names in a stretch of text that holds authors or editors."""
    text, complete = text.strip(), True
    if "et" in text or "other" in text or "col" in text or "..." in text or not text.isascii():
        cut, count = _ET_AL_ANYWHERE.subn("; ", text)
        if count:
            text, complete = cut.strip(" ;"), False
    if not text:
        return NameList((), complete)
    lead = find_lead(text)
    if lead and lead.end >= len(text.rstrip(" .,;:&")):
        return NameList(lead.names, complete and lead.complete)

    # Otherwise the text is cut at its separators, and each piece is judged by itself.
    text = _SPOKEN_FOR.sub("; ", text)
    # "and" can belong to a body's name, or to one phrase like a title ("NHS Blood and Transplant").
    one_body = _names_a_body(text)
    if not one_body and not re.search(r"[,;.]", text):
        sides = _AND_BETWEEN.split(text)
        one_body = len(sides) > 1 and any(len(side.split()) < 2 for side in sides)
    conjunction = _AND_BEHIND_INITIALS if one_body else _AND_ANYWHERE
    text = conjunction.sub("; " if ";" in text else ", ", text)

    names: list[Name] = []
    for part in text.split(";") if ";" in text else _joined([piece.strip(" &") for piece in text.split(",")]):
        piece = part.strip(" ,&")
        if names and _SUFFIX_ALONE.fullmatch(piece):
            last = names[-1]
            names[-1] = Name(family=last.family, given=last.given, suffix=_suffix(piece), literal=last.literal)
        elif piece.strip(" .,:"):
            names.extend(_names(piece))
    return NameList(tuple(names), complete)


def _names_a_body(text: str) -> bool:
    return not _BODY.isdisjoint(re.findall(r"[^\W\d_]+", text.lower()))


def _joined(pieces: list[str]) -> list[str]:
    """Pieces between commas, with initials or given names put back to the family name before them."""
    joined: list[str] = []
    initials = _INITIALS_ALONE
    for piece in pieces:
        if joined and initials.fullmatch(piece) and "," not in joined[-1] and not initials.fullmatch(joined[-1]):
            joined[-1] = f"{joined[-1]}, {piece}"
        else:
            joined.append(piece)
    filled = [piece for piece in joined if piece]
    if len(filled) % 2:
        return joined
    # Full given names ("Zhang, Wei, and Li, Qiang", "Maria L.") only count where each piece can be half of a name.
    for piece in filled:
        words = piece.split()
        plain = bool(words) and len(words) <= 2 and words[0][0].isupper() and len(words[0]) > 1
        if not plain or _names_a_body(piece) or (len(words) == 2 and len(words[1]) > 2):
            return joined
    return [f"{family}, {given}" for family, given in zip(filled[::2], filled[1::2], strict=True)]


def _names(piece: str) -> tuple[Name, ...]:
    """The names in a piece between separators: a clear list, one person in any form, or a body."""
    body = _names_a_body(piece) and not re.fullmatch(r"\S+,? (?:\w\.? ?){1,3}", piece)  # a person may be named Core
    if not body and len(piece) <= _LONGEST_NAME:
        lead = find_lead(piece)
        if lead and lead.end >= len(piece.rstrip(" .,")):
            return lead.names
        for form in _PERSON:
            if match := form.fullmatch(piece):
                family, given, suffix = match.group("family", "given", "suffix")
                return (Name(family=family.strip(" ,."), given=given.strip(" ,"), suffix=_suffix(suffix or "")),)
        parts = piece.split()
        # "Pierluigi Puca" is read as a page prints names; a piece that still has a comma names several persons.
        in_words = "," not in piece and " and " not in piece and 2 <= len(parts) <= 4 and parts[0].lower() != "the"
        if in_words and parts[0][0].isupper() and parts[-1][0].isupper() and (name := read_name(piece)):
            return (name,)
    return (Name(literal=piece.strip(" ,.:;") if piece.count(".") <= 1 else piece.strip(" ,:;")),)
