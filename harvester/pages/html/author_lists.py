"""The authors of a page in the values of its metadata: one name a value, or a list in one."""

import re
from collections.abc import Iterable, Sequence

from harvester.text import fold, word_set
from harvester.values.names import Name, is_body, is_degree
from harvester.values.names import read as read_name

MAX_AUTHORS = 3_000
"""Names that are read: collaborations in physics have about as many."""

_ROLE = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]\s*$")
_HONORIFIC = re.compile(r"^(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.?\s+(?=\w)", re.IGNORECASE)
_BY = re.compile(r"^(?:By|Authors?:|Written by)\s+", re.IGNORECASE)
_MARKS = " 0123456789,*#\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u2020\u2021\u00a7\u00b6"
"""Footnotes' marks behind a name; no name ends in a digit."""
_LONGEST = 300
"""Characters of a name, a group's included; what is longer is a list that could not be parted, or no name at all."""
_AND = re.compile(r",?\s+(?:and|&|und|et|y|e)\s+")
_AND_OTHERS = re.compile(r",?\s+et\s+al\b\.?\s*$", re.IGNORECASE)
_NO_NAMES = word_set("null undefined none n/a na anonymous unknown admin administrator author authors editor"
    " webmaster root user guest staff")  # fmt: skip
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,4}")
_CAPITALS = re.compile(r"([A-Z\u00c0-\u00de][A-Z\u00c0-\u00de' -]+) (?=[A-Z\u00c0-\u00de](?:[a-z\u00df-\u00ff]|\.))")
"""A family name in capitals before given names that are not."""
_LONGEST_INITIALS = 3
"""Capitals that may be initials ("Watson JD"); a longer run of them is a family name."""
_SHORT_NAME = re.compile(r"[^\W\d_][\w' -]*[^\W\d_] [A-Z]{1,3}")
"""NLM's form, "Watson JD": a given name that goes with a family name is not so written."""
_LOWER_START = re.compile(r"[a-z]")


def authors_in(values: Iterable[str]) -> tuple[Name, ...]:
    """The authors in the values of tags that hold one author each; a single value may hold all of them."""
    texts = [text for value in values if (text := value.strip(" ;,")) and text.casefold() not in _NO_NAMES]
    if len(texts) == 1:
        texts = parted(texts[0])
    elif any(";" in text for text in texts):
        texts = [part for text in texts for part in text.split(";")]
    return named(texts)


def authors_in_list(value: str) -> tuple[Name, ...]:
    """The authors in one value that is made for a list."""
    return named(parted(value, is_list=True))


def named(texts: Iterable[str]) -> tuple[Name, ...]:
    """The names that some texts say, one each; a list that is given twice counts once."""
    bare = [_bare(text) for text in list(texts)[:MAX_AUTHORS]]
    bare = [text for text in bare if text.casefold() not in _NO_NAMES]
    capitals = [None if is_body(text) else _CAPITALS.match(text) for text in bare]
    # "WANG Wen, LI Tianjing": where most write families so, a short one is none of initials as in "JD Watson".
    if sum(match is not None and len(match[1]) > _LONGEST_INITIALS for match in capitals) * 2 > len(bare):
        bare = [f"{m[1]}, {text[m.end() :]}" if m else text for m, text in zip(capitals, bare, strict=True)]
    return once([name for text in bare if (name := read_name(text))])


def once(names: Sequence[Name]) -> tuple[Name, ...]:
    """A list of authors without what is said twice: an author right behind himself, as where a tag stands for each
    affiliation, and the whole list again, perhaps in other words. Two authors of one name stand apart."""
    names = [name for n, name in enumerate(names) if n == 0 or name != names[n - 1]]
    half = len(names) // 2
    people = [(fold(name.literal or f"{name.particle} {name.family}"), fold(name.given)[:1]) for name in names]
    return tuple(names[:half] if half and people[:half] == people[half:] else names)


def is_cut(value: str) -> bool:
    """Whether a list of authors ends in "et al.": others stand behind."""
    return _AND_OTHERS.search(value[-20:]) is not None


def _bare(text: str) -> str:
    """A name without role, address of mail, marks of footnotes and what is said before it."""
    text = _AND_OTHERS.sub("", _ROLE.sub("", " ".join(text[:_LONGEST].split())))
    text = " ".join(word for word in text.split() if "@" not in word) if "@" in text else text
    return _HONORIFIC.sub("", _BY.sub("", text, count=1), count=1).rstrip(_MARKS)


def parted(text: str, *, is_list: bool = False) -> list[str]:
    """The names in one value: between semicolons, else between commas where these surely stand between names.

    `Hill, Austin Bradford` is one name; in a tag made for a list (`is_list`) `Ann Lee, Bo Chen` are two.
    """
    text = text.strip(" ;,")
    text = text[:-20] + _AND_OTHERS.sub("", text[-20:])
    if ";" in text or "|" in text:
        return [part for part in re.split(r"[;|]", text) if part.strip()]
    if is_body(text) and text.count(",") < 2:
        return [text]
    parts = [part.strip() for part in _AND.sub(", ", text).split(",") if part.strip() and not is_degree(part)]
    if len(parts) < 2:
        return [text]
    words = [len(part.split()) for part in parts]
    if len(parts) == 2 and "," in text and not is_list and not all(map(_SHORT_NAME.fullmatch, parts)):
        return [text]  # the form that Google Scholar asks for in each tag of an author
    if all(count > 1 for count in words) and not (len(parts) == 2 and _LOWER_START.match(parts[0])):
        return parts
    # "Sharma, P., Ribas, A.": families and initials in turn.
    if (
        len(parts) % 2 == 0
        and all(map(_INITIALS.fullmatch, parts[1::2]))
        and not any(map(_INITIALS.fullmatch, parts[::2]))
    ):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    # Full names with degrees or a name of one word among them: most have two words and more.
    if len(parts) > 2 and sum(count > 1 for count in words) * 3 >= len(parts) * 2:
        return parts
    return [text]
