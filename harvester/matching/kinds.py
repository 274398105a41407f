"""What stands beside an article under its title and must never be taken for it: notices, letters, preprints,
abstracts, theses."""

import re
from functools import lru_cache

from harvester.matching.folding import fold
from harvester.matching.thresholds import NEAR
from harvester.model import Work
from harvester.values import preprints

NOTICES = frozenset({"Retraction Notice", "Published Erratum", "Expression of Concern"})
"""Genres of records that are about another work, and are cited only under their own name."""
ASIDES = frozenset({"Letter", "Comment", "Editorial", "News", "Congress"})
"""Genres of records that can bear the title of the article that they are about."""

_LONGEST = 4000
"""Characters of a reference that are searched; what is longer is no reference but a page run together."""
_REMEMBERED = 8192
"""References and issues; one reference is held against several records."""
_SAYS_NOTICE = re.compile(r"\b(?:erratum|errata|corrigendum|correction|retraction|retracted|concern|addendum)\b")
_SUPPLEMENT = re.compile(r"\bsupp?l?(?:ement)?\b|\babstracts?\b|\bmeeting\b|\bcongress\b")
_ISSUE_OF_SUPPLEMENT = re.compile(rf"{_SUPPLEMENT.pattern}|\bs\b")
"""`12 (S)` is a supplement too, as an issue; in running words a lone `s` is a genitive."""


def is_preprint(work: Work) -> bool:
    """Whether a work is a preprint, which is another work than the paper it became."""
    return work.genre.lower() == "preprint" or preprints.is_server(work.container_title)


def in_supplement(work: Work) -> bool:
    """Whether a work stands in a supplement, as abstracts of meetings do: by its page (`S310`) or its issue."""
    return (work.page[:1] in ("S", "s") and work.page[1:2].isdigit()) or _is_supplement(work.issue)


def kind_distance(printed: Work, text: str, found: Work) -> float | None:
    """1 where one is a notice, a preprint or a thesis and the other is not; a little for a letter or an abstract, which
    the words around must then bear out; None where both can be the same sort of thing."""
    if found.genre in NOTICES:
        return None if _says(_SAYS_NOTICE, _words(printed, text)) else 1.0
    preprint = is_preprint(found)
    if preprint != _says_preprint(printed, text):
        # Where no container is printed, it is not known that an article is meant.
        return 1.0 if preprint or printed.container_title else None
    # A thesis and the article made of it often bear one title.
    for one, other in ((printed, found), (found, printed)):
        if one.type == "thesis" and other.type == "article-journal" and other.container_title:
            return 1.0
    if found.genre in ASIDES:
        return NEAR
    if in_supplement(found) and not (printed.page[:1] in ("S", "s") or _says(_SUPPLEMENT, _words(printed, text))):
        return NEAR
    return None


def _words(printed: Work, text: str) -> str:
    """The folded words by which a reference can say what sort of work it is to."""
    return f"{fold(printed.title)} {fold(text)}" if len(text) < _LONGEST else ""


def _says_preprint(printed: Work, text: str) -> bool:
    """By its container, or, where none was understood, by any word; articles on preprints are not preprints. What is
    printed with a journal, volume and page is an article, even where the DOI is still its preprint's."""
    if printed.genre.lower() == "preprint":
        return True
    container = printed.container_title or printed.container_title_short
    placed = container and printed.volume and printed.page
    if not placed and printed.identifiers and preprints.has_dated_doi(printed.get("doi")):
        return True
    if container:
        return preprints.is_server(container)
    return _names_server(_words(printed, text).removeprefix(fold(printed.title)))


@lru_cache(maxsize=_REMEMBERED)
def _names_server(words: str) -> bool:
    return preprints.names_server(words)


@lru_cache(maxsize=_REMEMBERED)
def _says(pattern: re.Pattern[str], words: str) -> bool:
    return pattern.search(words) is not None


@lru_cache(maxsize=_REMEMBERED)
def _is_supplement(issue: str) -> bool:
    return _ISSUE_OF_SUPPLEMENT.search(fold(issue)) is not None
