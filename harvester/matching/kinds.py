"""What stands beside an article under its title and must never be taken for it: notices, letters, preprints,
abstracts."""

import re
from functools import lru_cache

from harvester.matching.folding import fold
from harvester.matching.thresholds import NEAR
from harvester.model import Work

NOTICES = frozenset({"Retraction Notice", "Published Erratum", "Expression of Concern"})
"""Genres of records that are about another work, and are cited only under their own name."""
ASIDES = frozenset({"Letter", "Comment", "Editorial", "News", "Congress"})
"""Genres of records that can bear the title of the article that they are about."""

_LONGEST = 4000
"""Characters; what is longer is no reference."""
_PREPRINT = re.compile(
    r"\b(?:biorxiv|medrxiv|arxiv|chemrxiv|psyarxiv|research square|ssrn|preprints?|osf|10 1101 20\d\d)\b"
)
_SAYS_NOTICE = re.compile(r"\b(?:erratum|errata|corrigendum|correction|retraction|retracted|concern|addendum)\b")
_SUPPLEMENT = re.compile(r"\bsupp?l?(?:ement)?\b|\babstracts?\b|\bmeeting\b|\bcongress\b")


def kind_distance(printed: Work, text: str, found: Work) -> float | None:
    """1 where one is a notice, a preprint or a thesis and the other is not; a little for a letter or an abstract, which
    the words around must then bear out; None where both can be the same sort of thing."""
    if found.genre in NOTICES:
        return None if _says(_SAYS_NOTICE, _words(printed, text)) else 1.0
    preprint = _is_preprint(found)
    if preprint != _says_preprint(printed, text):
        return 1.0 if preprint or printed.container_title else None
    if _thesis_for_article(printed, found) or _thesis_for_article(found, printed):
        return 1.0
    if found.genre in ASIDES or (_in_supplement(found) and not _prints_supplement(printed, text)):
        return NEAR
    return None


def _thesis_for_article(one: Work, other: Work) -> bool:
    """Whether one is a thesis and the other an article in a journal, which often bears the thesis's title."""
    return one.type == "thesis" and other.type == "article-journal" and bool(other.container_title)


def _words(printed: Work, text: str) -> str:
    """The folded words by which a reference can say what sort of work it is to."""
    return f"{fold(printed.title)} {fold(text)}" if len(text) < _LONGEST else ""


@lru_cache(maxsize=8192)
def _says(pattern: re.Pattern[str], words: str) -> bool:
    return pattern.search(words) is not None


def _is_preprint(work: Work) -> bool:
    return _names_preprints(work.container_title) or work.genre.lower() == "preprint"


@lru_cache(maxsize=4096)
def _names_preprints(container: str) -> bool:
    return _PREPRINT.search(fold(container)) is not None


def _says_preprint(printed: Work, text: str) -> bool:
    """By its container, or, where none was understood, by any word; articles on preprints are not preprints. What is
    printed with a journal, volume and page is an article, even where the DOI is still its preprint's."""
    if printed.genre.lower() == "preprint":
        return True
    container = printed.container_title or printed.container_title_short
    placed = container and printed.volume and printed.page
    if not placed and printed.identifiers and (printed.get("doi") or "").startswith("10.1101/20"):
        return True
    if container:
        return _names_preprints(container)
    return _says(_PREPRINT, _words(printed, text).removeprefix(fold(printed.title)))


def _in_supplement(work: Work) -> bool:
    return (work.page[:1] in "Ss" and work.page[1:2].isdigit()) or _names_supplement(work.issue)


@lru_cache(maxsize=4096)
def _names_supplement(issue: str) -> bool:
    return _SUPPLEMENT.search(fold(issue)) is not None


def _prints_supplement(printed: Work, text: str) -> bool:
    return printed.page[:1] in ("S", "s") or _says(_SUPPLEMENT, _words(printed, text))
