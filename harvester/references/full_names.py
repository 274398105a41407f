"""Lists of names in which given names stand whole or before the family names: Chicago, Harvard, MLA, German styles.

`Weiskopf, Nicole Gray, and Chunhua Weng. 2013.`, `Douglas, Mary/Hull, David (1992)`, `Lewcock, J.W. and R.R. Reed, A
feedback ...`. Words in capitals are also what places, bodies and titles are made of; such a list is believed only where
what follows can follow nothing but authors: a year or a title in quotation marks, "et al." or the word for editors, or
for initials the comma that begins the title.
"""

from harvester.model import Name
from harvester.references.name_parts import AND, ET_AL, SUFFIX
from harvester.text import LOWER, UPPER, lazy_pattern
from harvester.values.names import is_body
from harvester.values.names import read as read_name

_U, _L = f"[{UPPER}]", f"[{LOWER}]"
_PARTICLE = r"(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|ten|ter|zu|al|el|bin|ibn|Ó|Ní|St\.?)"
_PART = rf"(?:{_L}{{1,3}}['’]|[OD]['’]|{_U}{_L}{{1,2}}(?={_U}))?{_U}{_L}+(?:[-‐]{_U}?{_L}+)*"
_FAMILY = rf"(?:{_PARTICLE} ){{0,3}}{_PART}(?:[ ]{_PART})?"
_INITIALS = rf"{_U}\.(?:[ -]?{_U}\.){{0,3}}"
_WHOLE = rf"{_PART}(?: {_PART})?(?: {_INITIALS}| {_U}(?=[,; ]))?"
_INVERTED = rf"(?P<family>{_FAMILY}), (?P<given>{_WHOLE}|{_INITIALS})(?P<suffix>{SUFFIX})?"
_GIVEN = rf"{_PART} (?:{_INITIALS} |{_U} |{_PART} (?=(?:{_PARTICLE} )?{_PART})){{0,2}}"
_NATURAL = rf"(?:{_INITIALS} ?|{_GIVEN})(?:{_PARTICLE} ){{0,3}}{_PART}{SUFFIX}?"
_INVERTED_NAME, _NATURAL_NAME = lazy_pattern(_INVERTED), lazy_pattern(_NATURAL)
_BETWEEN = lazy_pattern(rf",? {AND} |; ?(?:{AND} )?|, | ?/ ?")
_MORE = lazy_pattern(rf"{ET_AL}(?!\w)")
_DATED = r"(?:[A-Z][a-z.]{2,9}(?: \d{1,2},)? |\d{1,2} [A-Z][a-z]{2,9} )?(?:1[89]|20)\d\d"
_ENDS = lazy_pattern(
    rf"[.,]? ?(?:\({_DATED}|(?:1[89]|20)\d\d[a-z]?[.,:;)]|[“\"«„‘](?=['‘]?\w)|\((?:eds?\.?|Hrsg\.?|Hg\.?)\))|,? eds?\."
)
_TITLE_BEGINS = lazy_pattern(rf", (?=(?:An?|The|{_PART}|{_U}{{2,}})\b[ :,-])")
_CAPITALS = rf"{_U}[{UPPER}'’]+(?:[ -]{_U}[{UPPER}'’]+){{0,3}}"
_GIVEN_WORD = rf"(?:{_PART}|{_U}\.|(?:de|da|do|dos|das|del|la|e|y|von|van)(?![\w’']))"
_IN_CAPITALS = lazy_pattern(
    rf"(?P<family>{_CAPITALS}), (?P<given>{_GIVEN_WORD}(?: {_GIVEN_WORD}){{0,5}})(?=; |\. |\.$| \()"
)
_NEXT_IN_CAPITALS = lazy_pattern(r"; ")


def find_capital_names(text: str, start: int) -> tuple[int, bool, tuple[Name, ...]] | None:
    """A list as ABNT prints it: `MARQUES, Vera Regina Beltrão; SILVA, Maria Nizza da. Title`, told by its capitals.

    The end of the list, whether it claims to be complete, and its names; None where a name has no whole given name.
    """
    found: list[Name] = []
    position = end = start
    while len(found) < _MOST_NAMES and (match := _IN_CAPITALS.match(text, position)):
        found.append(Name(match["family"], match["given"]))
        end = match.end()
        between = _NEXT_IN_CAPITALS.match(text, end)
        if between is None:
            break
        position = between.end()
    if not found or not any(len(word) > len("A.") for word in found[0].given.split()):
        return None
    more = _MORE.match(text, end)
    return more.end() if more else end, more is None, tuple(found)


_CHAPTER = lazy_pattern(r"[,.?!–-] [Ii]n: ")
"""What follows, in German styles, a title that a colon separates from its author."""
_MOST_NAMES = 200
"""Names of one list; the longest lists of print end in "et al." far earlier."""


def find_full_names(
    text: str, start: int = 0, *, are_people: bool = False
) -> tuple[int, bool, tuple[Name, ...]] | None:
    """The end of the list of names that begins at `start`, whether it claims to be complete, and its names.

    The first name is inverted, or all are in the order of speech; None where this is no list, or not clearly one, for
    what follows: where `are_people`, the words before say it already ("edited by").
    """
    found: list[Name] = []
    position = end = start
    inverted = _INVERTED_NAME.match(text, start) is not None
    are_initials, separator = True, ""
    while len(found) < _MOST_NAMES:
        match = _INVERTED_NAME.match(text, position) if inverted else None
        # In "Botsis, Taxiarchis, Gunnar Hartvigsen, Fei Chen" the second name is in the order of speech.
        if match and separator == ", " and " " in match["family"] and match["family"][0].isupper():
            match = None
        name = Name(match["family"], match["given"], (match["suffix"] or "").strip(" ,")) if match else None
        if match is None and (match := _NATURAL_NAME.match(text, position)):
            name = None if is_body(match.group()) else read_name(match.group())
            if name is None:
                return None
        if match is None or name is None:
            break
        are_initials &= "." in name.given[:2]
        found.append(name)
        end = match.end()
        if not (between := _BETWEEN.match(text, end)):
            break
        position, separator = between.end(), between.group()
    if not found:
        return None
    if len(found) == 1 and " " in found[0].family and found[0].family[0].isupper() and text[end : end + 1] == ".":
        return None  # "Heart Disease, Stroke. 2009." is as likely a title
    more = _MORE.match(text, end)
    end = more.end() if more else end
    sure = (
        are_people
        or more
        or _ENDS.match(text, end)
        or (are_initials and len(found) > 1 and _TITLE_BEGINS.match(text, end))
        # A colon ends the authors in German styles whose chapters name their book ("Luhmann, N.: Die Form ... In: ").
        or (text.startswith(": ", end) and _CHAPTER.search(text, end))
    )
    return (end, more is None, tuple(found)) if sure else None
