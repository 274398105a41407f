"""What follows a reference list and is none of it: dates of receipt, addresses, licences, how to cite the page."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from harvester.model import RawReference, Work
from harvester.pages.evidence import begins_with_authors, shows_a_work
from harvester.pages.headings import begins_the_foot
from harvester.values import identifier
from harvester.values.identifier import Identifier

_SHORTEST_TITLE = 20
"""Characters of a title that only one work has; shorter ones ("Editorial") are in many references."""
_AS_MUCH = 80
"""Characters of a title that a citation must repeat: the rest may be cut, or printed in another way."""
MOST_OF_ITSELF = 2
"""References that may have a page's title: its own citation, and an earlier version; more have a journal's."""
_MOST_FOOT = 8
"""Pieces behind a list that are examined: history, licence, address, how to cite, key words."""
_OF_ANOTHER = re.compile(
    r"\b(?:comment|errat|correct|corrig|retract|original|companion|related|reply|respon|data|supplement|preprint|version"
    r"|see also|previous|next|cited by|translat)",
)
"""Words before a title that another work repeats: an erratum, a comment, the data of an article."""
_ANOTHER = re.compile(r"\b(?:preprint|[bm]edrxiv|erratum|correction|corrigendum|data set|dataset|supplement)\b")
"""Words behind a title that tell of another work; a journal's name may have the others."""
_NUMBERED = re.compile(r"[\[(]?\d{1,4}[\]).]")


@dataclass(frozen=True, slots=True)
class Own:
    """How a page's own citation is known: the beginning of its title in lower case, "" if too short, and its DOIs."""

    title: str = ""
    dois: tuple[str, ...] = ()


NOBODY = Own()
"""A page of which nothing is known."""


def own_of(work: Work) -> Own:
    """How the citation of a work is known."""
    title = " ".join(work.title.casefold().split())[:_AS_MUCH]
    return Own(
        title if len(title) >= _SHORTEST_TITLE else "", tuple(i.value for i in work.identifiers if i.scheme == "doi")
    )


def is_of_the_foot(text: str, own: Own) -> bool:
    """Whether a piece of words is of the foot of a page: by its beginning, or since it cites the page itself."""
    if begins_the_foot(text):
        return True
    folded = text.casefold()
    if own.title != "" and own.title in folded:
        return True
    # Authors with another title are a reference, though a reader may have taken its DOI for the page's own.
    return any(doi in folded for doi in own.dois) and (own.title == "" or not begins_with_authors(text))


def without_foot(references: tuple[RawReference, ...], own: Own) -> tuple[RawReference, ...]:
    """The references up to the first piece of the foot, of the last pieces; a real reference behind it keeps it."""
    end = len(references)
    if own.title and sum(own.title in reference.text.casefold() for reference in references) > MOST_OF_ITSELF:
        own = Own("", own.dois)  # the title of a site or journal
    for number in reversed(range(max(1, end - _MOST_FOOT), len(references))):
        reference = references[number]
        if is_of_the_foot(reference.text, own):
            end = number
        elif reference.label or (begins_with_authors(reference.text) and shows_a_work(reference.text)):
            break
    return references[:end]


def cited_behind(pieces: Iterable[str], own: Own, listed: Collection[Identifier]) -> Identifier | None:
    """The DOI of the page's citation of itself, in the pieces of words behind its list; None if there is not just one.

    The foot must have begun before it: what directly follows the entries may be one more of them, an earlier version
    under the same title. A DOI of the list is never the page's own, nor one beside words that name another work.
    """
    if not own.title:
        return None
    found: set[Identifier] = set()
    begun = False
    for piece in pieces:
        begun = begun or begins_the_foot(piece)
        words = " ".join(piece.casefold().split())
        at = words.find(own.title)
        if at < 0 or not begun or _NUMBERED.match(words):
            continue
        dois = {f.identifier for f in identifier.find(words) if f.identifier.scheme == "doi"}
        if len(dois) == 1 and not _OF_ANOTHER.search(words, 0, at) and not _ANOTHER.search(words, at):
            found |= dois
    return found.pop() if len(found) == 1 and found.isdisjoint(listed) else None
