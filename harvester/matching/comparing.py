"""The facts of a record held against the printed words, each a named penalty from 0 (agrees) to 1 (contradicts)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from harvester.matching.folding import fold, plain
from harvester.matching.kinds import kind_distance
from harvester.matching.locators import first_page, is_versioned, page_distance, volume_distance
from harvester.matching.names import (
    author_distance,
    authors_distance,
    is_group_for_persons,
    opens,
    same_journal,
    stands_behind,
)
from harvester.matching.thresholds import (
    AGREES,
    CONTRADICTS,
    ENOUGH_SHARED,
    MIN_ABSTRACT_WORDS,
    MIN_TITLE,
    NEAR,
    OTHER_WORK,
    WEIGHTS,
)
from harvester.matching.titles import Form, is_english, printed_form, record_form, title_distance
from harvester.model import Name, Work
from harvester.model.citation import Compared, Value
from harvester.values.fast_init import fast_init

__all__ = [
    "AGREES",
    "CONTRADICTS",
    "FACTS",
    "NOTHING_SEEN",
    "PrintedFacts",
    "compare",
    "first_page",
    "prefilter",
    "told",
]

SCHEMES = ("doi", "pmid", "pmcid")
_DIGITS = re.compile(r"\d{4}")


@fast_init
@dataclass(frozen=True, slots=True)
class PrintedFacts:
    """What a reference prints: the work as understood, all its words, and the labels of the links behind it."""

    work: Work
    text: str = ""
    labels: tuple[str, ...] = ()


Told = tuple[float, Value, Value]
"""How far a fact is apart, and the two values that were compared."""

Fact = Callable[[PrintedFacts, Work], Told | None]
Seen = Mapping[str, Told | None]
"""Facts that were compared already, by name; None where one of the two does not tell."""
NOTHING_SEEN: Seen = MappingProxyType({})


def compare(asked: PrintedFacts, found: Work, seen: Seen = NOTHING_SEEN) -> tuple[Compared, ...]:
    """All facts that both tell, in the order of `FACTS`; what was `seen` is not compared again."""
    return told({name: seen[name] if name in seen else fact(asked, found) for name, fact in FACTS.items()})


def told(facts: Seen) -> tuple[Compared, ...]:
    """Those facts that both tell, with their weights."""
    return tuple([(name, one[0], WEIGHTS[name], one[1], one[2]) for name, one in facts.items() if one])


def prefilter(asked: PrintedFacts, found: Work) -> Seen:
    """Page and title alone, the title only where the page tells of another place: most candidates end here."""
    if not (found.page and asked.work.page and asked.work.title and "page" in FACTS):
        return NOTHING_SEEN
    page = FACTS["page"](asked, found)
    if page is None or page[0] < CONTRADICTS or "title" not in FACTS:
        return {"page": page}
    return {"title": FACTS["title"](asked, found), "page": page}


def _title(asked: PrintedFacts, found: Work) -> Told | None:
    """The title; where the journal's name was taken into it, it is still the title."""
    own, their = printed_form(asked.work.title), record_form(found.title)
    if not their.plain or not (own.plain or asked.text):
        return None
    amount = title_distance(own, their, fold(asked.text))
    if amount is None:
        return None
    if amount == NEAR and _journal_behind(asked, found):
        amount = 0.0
    elif amount >= CONTRADICTS:
        amount = _other_language(own, found, amount)
    elif amount <= AGREES and their.short:
        amount = NEAR
    return round(amount, 3), own.plain or asked.text, their.plain


def _other_language(own: Form, found: Work, amount: float) -> float:
    """The distance where a record may tell the title in another language than print does: PubMed translates titles, and
    the printed one is then compared with the original; without one a title that is not English contradicts nothing."""
    if found.original_title:
        again = title_distance(own, record_form(found.original_title), "")
        return amount if again is None else min(amount, again)
    translated = (
        bool(found.language) and not found.language.startswith("en") and bool(own.plain) and not is_english(own)
    )
    return NEAR if translated and amount < OTHER_WORK else amount


def _journal_behind(asked: PrintedFacts, found: Work) -> bool:
    title = fold(plain(found.title))
    names = (found.container_title, found.container_title_short)
    return len(title) >= MIN_TITLE and stands_behind(title, names, fold(asked.text))


def _author(asked: PrintedFacts, found: Work) -> Told | None:
    """The first authors. With them the reference begins, so that a record's can be found there too; a group that signs
    for the persons of a record is believed where the place is the same."""
    if not found.author:
        return None
    ours, first = asked.work.author, found.author[0]
    amount = author_distance(ours, found.author) if ours else 1.0
    if amount >= CONTRADICTS:
        if opens(fold(asked.text), first):
            return 0.0, first, first
        if not ours:
            return _named(asked, first)
        if is_group_for_persons(ours[0], found.author) and _same_place(asked, found):
            amount = NEAR
    return amount, ours[0], first


def _named(asked: PrintedFacts, first: Name) -> Told | None:
    """Where no author was understood: whether the record's first one stands somewhere in the reference."""
    family = fold(first.family or first.literal)
    stands = len(family) >= 3 and f" {family} " in f" {fold(asked.text)} "
    return (0.0, family, first) if stands else None


def _same_place(asked: PrintedFacts, found: Work) -> bool:
    same_volume = volume_distance(asked.work.volume, found.volume) == 0.0
    return same_volume and page_distance(asked.work.page, found.page) == 0.0


def _authors(asked: PrintedFacts, found: Work) -> Told | None:
    amount = authors_distance(asked.work, found)
    return None if amount is None else (amount, asked.work.author[1:4], found.author[1:4])


def _journal(asked: PrintedFacts, found: Work) -> Told | None:
    name = asked.work.container_title or asked.work.container_title_short
    titles = (found.container_title, found.container_title_short)
    if not any(titles):
        return None
    if name and same_journal(name, titles):
        return 0.0, name, found.container_title
    if _journal_behind(asked, found):
        return 0.0, found.container_title, found.container_title
    return (1.0, name, found.container_title) if name else None


def _year(asked: PrintedFacts, found: Work) -> Told | None:
    theirs = found.issued.year if found.issued else None
    if theirs is None:
        return None
    ours = asked.work.issued.year if asked.work.issued else None
    if ours is None:
        stands = str(theirs) in _DIGITS.findall(asked.text)
        return (0.0, str(theirs), str(theirs)) if stands else None
    apart = abs(ours - theirs)
    return (0.0 if apart == 0 else NEAR if apart == 1 else 1.0), str(ours), str(theirs)


def _volume(asked: PrintedFacts, found: Work) -> Told | None:
    amount = volume_distance(asked.work.volume, found.volume)
    return None if amount is None else (amount, asked.work.volume, found.volume)


def _page(asked: PrintedFacts, found: Work) -> Told | None:
    """First pages, or article numbers; the versions of a Cochrane review have one number, so that it says the year
    too."""
    amount = page_distance(asked.work.page, found.page)
    if amount == 0.0 and is_versioned(found.page) and _is_other_version(asked.work, found):
        amount = 1.0
    return None if amount is None else (amount, asked.work.page, found.page)


def _is_other_version(printed: Work, found: Work) -> bool:
    years = {work.issued.year for work in (printed, found) if work.issued and work.issued.year}
    issues = {fold(work.issue) for work in (printed, found) if work.issue}
    return len(years) > 1 or len(issues) > 1


def _kind(asked: PrintedFacts, found: Work) -> Told | None:
    amount = kind_distance(asked.work, asked.text, found)
    if amount is None:
        return None
    printed = asked.work.genre or ("thesis" if asked.work.type == "thesis" else "article")
    return amount, printed, found.genre or found.type


def _labels(asked: PrintedFacts, found: Work) -> Told | None:
    """The page says by its links which identifiers the work has (`PMC`, `PubMed`): a checksum on each match.

    Only PubMed's records tell whether a work is in PMC. One that is not, where the page has a link, is suspect; one
    that is, where it has none, may have come there later.
    """
    if not asked.labels or not found.get("pmid"):
        return None
    linked, known = "PMC" in asked.labels, found.get("pmcid") is not None
    if linked == known:
        return (0.0, "PMC", "PMC") if linked else None
    return (1.0 if linked else 0.2), " ".join(asked.labels), "in PMC" if known else "not in PMC"


def _identifier(asked: PrintedFacts, found: Work) -> Told | None:
    """A printed identifier that is another than the record's; they never become one work."""
    for scheme in SCHEMES if asked.work.identifiers else ():
        ours = asked.work.get(scheme)
        if ours and (theirs := found.get(scheme)) and ours != theirs:
            return 1.0, f"{scheme}:{ours}", f"{scheme}:{theirs}"
    return None


def _abstract(asked: PrintedFacts, found: Work) -> Told | None:
    """The words that two abstracts share."""
    if not asked.work.abstract or not found.abstract:
        return None
    ours, theirs = (set(fold(plain(a)).split()) for a in (asked.work.abstract, found.abstract))
    if min(len(ours), len(theirs)) < MIN_ABSTRACT_WORDS:
        return None
    shared = len(ours & theirs) / min(len(ours), len(theirs))
    return (0.0 if shared >= ENOUGH_SHARED else round(1.0 - shared, 3)), "the page's abstract", "the record's abstract"


FACTS: dict[str, Fact] = {
    "title": _title,
    "author": _author,
    "authors": _authors,
    "journal": _journal,
    "year": _year,
    "volume": _volume,
    "page": _page,
    "kind": _kind,
    "labels": _labels,
    "identifier": _identifier,
    "abstract": _abstract,
}
"""Each fact by its name; the order is that of evidence."""
