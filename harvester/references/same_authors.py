"""Dashes that stand for the authors of the reference above: "———. 2001. Meta-analysis", "———, ———, and Louis Stern".

The printed words stay as they are; the authors are taken from the reference above where it is known, and are unknown
(never called complete) where it is not.
"""

import re
from dataclasses import replace

from harvester.model import ParsedReference, remake_work
from harvester.text import lazy_pattern

MARK = (
    r"(?:[\u2014\u2015\u2e3a\u2e3b]{2,}|[\u2014\u2015\u2e3a\u2e3b](?: [\u2014\u2015\u2e3a\u2e3b]){1,2}"
    r"|[\u2014\u2015\u2e3a\u2e3b](?=[.,;:]|\s?(?:\(|\d{4}|&|(?:and|und|et|y|e|en)\b))|[-\u2013]{2,}|_{2,})"
)
"""Some em dashes, two hyphens and more, or a rule of low lines; a dash before a name is a bullet."""
SIGNS = "\u2014\u2015\u2e3a\u2e3b\u2013-_"
"""The signs that a mark may begin with."""
_AND = r"(?:(?:and|und|et|y|e|en)\b|&)\s*"
_MARKS = lazy_pattern(rf"(?:{MARK}[,;:.]?\s*(?:{_AND})?)+")
_MARK = lazy_pattern(rf"{MARK}\.?")
_STAND_IN = "Miller, J."
"""A name that any style may have: with it instead of a mark the tagger reads the reference as it reads the others."""


def _marks(text: str) -> re.Match[str] | None:
    return _MARKS.match(text) if text and text[0] in SIGNS else None


def named(text: str) -> str:
    """A reference with a name instead of each mark that it begins with."""
    match = _marks(text)
    return _MARK.sub(_STAND_IN, match.group()) + text[match.end() :] if match else text


def with_authors_above(parsed: ParsedReference, above: ParsedReference | None) -> ParsedReference:
    """A reference, read with `named`, with the authors that its marks stand for; one without marks as it is.

    A mark alone stands for all authors of the reference above, marks before further names for one author each.
    """
    match = _marks(parsed.raw.text)
    if match is None:
        return parsed
    count = len(_MARK.findall(match.group()))
    work = parsed.described
    stand_ins = sum(name.family == "Miller" and name.given == "J." for name in work.author[:count])
    own = work.author[stand_ins:]
    is_above = above is not None and above.raw.ordinal == parsed.raw.ordinal - 1
    known = above.described.author if above is not None and is_above else ()
    if stand_ins < count or len(known) < count:
        return replace(parsed, described=remake_work(work, author=(), authors_complete=False))
    complete = work.authors_complete
    if own or count > 1:
        known = known[:count]
    else:
        complete = complete and above is not None and above.described.authors_complete
    return replace(parsed, described=remake_work(work, author=(*known, *own), authors_complete=complete))
