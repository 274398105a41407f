"""Bodies as authors: where the name of one ends that begins a reference or follows its list of people.

`EFSA Panel on Contaminants in the Food Chain (CONTAM): Scientific opinion ...`, `Brasil. Ministério da Saúde. Manual
...`, `..., Stiller CA, IICC-3 contributors. International ...`. A body's name is a phrase in which every word but the
smallest begins with a capital, with a word for what it is ("Panel", "Ministério"), up to the mark that ends a
reference's authors. Commas, "and", brackets, numbers, years and the stops of initials belong to it.
"""

import re

from harvester.text import LOWER, UPPER, lazy_pattern, word_set

_SMALL = (
    r"(?:of|for|the|and|on|in|to|at|by|de|del|della|di|da|do|das|dos|du|des|la|las|los|le|les|e|y|et|für|und|der|die|des"
    r"|zur|von|per|pour|para|en|em|no|na|sur|voor|van|het|a|à|ao|às|contributors|collaborators|investigators|group|members)"
)
_BIG = rf"(?:[{UPPER}\d][\w'’/&+‐-]*(?:\.(?=[{UPPER}]))?(?:[{UPPER}]\.)?)"
_BRACKET = rf"\([{UPPER}][\w /&.‐-]{{0,60}}\)"
_ANY_BIG = rf"(?:{_BIG}|(?:[{UPPER}]\.){{2,4}})"
_PHRASE = lazy_pattern(
    rf"(?:[Tt]he )?{_ANY_BIG}"
    rf"(?:,?(?! (?:1[89]|20)\d\d[.,:]) (?:and )?(?:{_ANY_BIG}|&|{_BRACKET}|{_SMALL}(?= ))){{0,20}}(?: {_SMALL})?"
)
_ENDS = lazy_pattern(
    rf"\.(?= ?[{UPPER}\d“\"‘«\[(])|:(?= )|(?= \((?:1[89]|20)\d\d)|(?=[,.]? (?:1[89]|20)\d\d[.,:;])|\. *$"
)
_KINDS = word_set("""
    academy administration agency alliance association authority board bureau center centers centre centres coalition
    collaboration collaborative collaborators college commission committee consortium contributors corporation council
    department federation force foundation forum group groups institute institutes institution investigators ministry
    network office organisation organization panel parliament party partnership secretariat service society subcommittee
    team trialists union university""")
"""Words for what a body is."""
_KINDS_BEHIND = _KINDS | word_set("register registry project programme program study trial database force")
"""Words that make one behind a list of people; at the beginning they are a title's."""
_FOREIGN = word_set("""
    academia agencia agência asociación associação associazione bundesamt bundesministerium bundesanstalt comisión
    comissão commissione comité conselho consejo departamento direção dirección fundación fundação fachgesellschaft
    gesellschaft gruppo institut instituto istituto ministère ministerio ministério ministero organización
    organização organisation secretaría secretaria servicio sociedad sociedade società société universidad universidade
    université""")
"""The same in the other languages of the journals that PubMed and SciELO hold, most of which put it first."""
_COUNTRIES = word_set("""
    argentina australia bolivia brasil brazil canada chile china colombia cuba ecuador españa france india italia italy
    méxico mexico paraguay perú peru portugal spain uruguay venezuela""")
"""Countries as they stand before their ministry, as ABNT and the cataloguing rules have them."""
_SITE = lazy_pattern(r"(?:[A-Za-z][\w-]+\.)+(?:gov|org|com|net|int|edu|info)(?=\. [A-Z(])")
_BEFORE = lazy_pattern(r"(?:[,;]? (?:and|&|for|on behalf of|in collaboration with)(?: the)?|[,;]) ")
_MOST_SENTENCES = 4
"""A country, its ministry, the ministry's secretariat and the department of that."""
_LONGEST = 200  # characters: a body's name with those above it has fewer


def end_of_body(text: str, start: int, kinds: frozenset[str] = _KINDS | _FOREIGN) -> int | None:
    """Where the body's name ends that begins at `start`; None where none does."""
    if site := _SITE.match(text, start):
        return site.end()
    end = None
    for _ in range(_MOST_SENTENCES):
        phrase = _PHRASE.match(text, start, start + _LONGEST)
        if phrase is None or not (stop := _ENDS.match(text, phrase.end())):
            break
        name = phrase.group()
        if _is_body(name, kinds):
            end = phrase.end()
        elif name.casefold() not in _COUNTRIES:
            break
        if stop.group() != ".":
            break
        kinds = _FOREIGN  # an English sentence with such a word is the title ("The Diabetes Prevention Program: ...")
        start = stop.end() + 1
    return end


def names_body(words: str) -> bool:
    """Whether some words have one for what a body is."""
    return not (_KINDS | _FOREIGN).isdisjoint(_TOKEN.findall(words.casefold()))


def end_behind_people(text: str, end: int) -> tuple[int, int] | None:
    """The range of the body's name that follows a list of people which ends at `end`; None where none does."""
    between = _BEFORE.match(text, end)
    if between is None:
        return None
    found = end_of_body(text, between.end(), _KINDS_BEHIND | _FOREIGN)
    # Behind people a comma begins what follows the body: "R. M. Wald, General Relativity, University of Chicago Press".
    return (between.end(), found) if found and "," not in text[between.end() : found] else None


_TOKEN = re.compile(rf"[{UPPER}{LOWER}]+|[^\s{UPPER}{LOWER}]")


def _is_body(name: str, kinds: frozenset[str]) -> bool:
    """Whether a phrase has a word for what a body is, and another; "group" is one at the end or before "for", "of" and
    the like, and not in "Group A streptococcus"."""
    last = name[name.rfind(",") + 1 :]  # in "CMS Collaboration, Phys" the body ends at the comma
    words = _TOKEN.findall(name if " and " in last or " & " in last else last)
    return len(words) > 1 and any(
        word.casefold() in kinds and (not following[:1].isupper() or word.casefold() in _FOREIGN)
        for word, following in zip(words, [*words[1:], ""], strict=True)
    )
