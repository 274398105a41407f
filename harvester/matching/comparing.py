"""The facts of a record held against the printed words, each from 0 (agrees) to 1 (contradicts).

Merging, searching and printed identifiers compare by this one table; what they make of it stands in `policies`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from harvester.matching.folding import fold, plain
from harvester.matching.journals import same_journal, stands_behind
from harvester.matching.kinds import kind_distance
from harvester.matching.locators import is_versioned, page_distance, volume_distance
from harvester.matching.names import author_distance, authors_distance, opens
from harvester.matching.thresholds import (
    AGREES,
    CAME_LATER,
    CONTRADICTS,
    ENOUGH_SHARED,
    MIN_ABSTRACT_WORDS,
    MIN_TITLE,
    NEAR,
    OTHER_WORK,
    SHORTEST_FOUND,
    WEIGHTS,
)
from harvester.matching.titles import is_english, printed_form, record_form, title_distance
from harvester.model import Work
from harvester.model.citation import Compared, Value
from harvester.values.fast_init import fast_init

SCHEMES = ("doi", "pmid", "pmcid")
"""Identifiers that a work has one of, so that another one is another work's."""
_YEAR = re.compile(r"\d{4}")


@fast_init
@dataclass(frozen=True, slots=True)
class PrintedFacts:
    """What a reference prints: the work as understood, all its words, and the labels of the links behind it."""

    work: Work
    text: str = ""
    labels: tuple[str, ...] = ()


Distance = tuple[float, Value, Value]
"""How far a fact is apart, and the two values that were compared."""

Fact = Callable[[PrintedFacts, Work], Distance | None]
Seen = Mapping[str, Distance | None]
"""Facts that were compared already, by name; None where one of the two does not know it."""
NOTHING_SEEN: Seen = MappingProxyType({})


def compare(asked: PrintedFacts, found: Work, seen: Seen = NOTHING_SEEN) -> tuple[Compared, ...]:
    """All facts that both know, in the order of `FACTS`; what was `seen` is not compared again."""
    facts = []
    for name, fact in FACTS.items():
        if one := seen[name] if name in seen else fact(asked, found):
            facts.append((name, one[0], WEIGHTS[name], one[1], one[2]))
    return tuple(facts)


def weighted(facts: Seen) -> tuple[Compared, ...]:
    """Those facts that both know, with their weights."""
    return tuple([(name, one[0], WEIGHTS[name], one[1], one[2]) for name, one in facts.items() if one])


def prefilter(asked: PrintedFacts, found: Work) -> Seen:
    """Page and title alone, the title only where the page is another: most candidates end here."""
    if not (found.page and asked.work.page and asked.work.title and "page" in FACTS):
        return NOTHING_SEEN
    pages = FACTS["page"](asked, found)
    if pages is None or pages[0] < CONTRADICTS or "title" not in FACTS:
        return {"page": pages}
    return {"title": FACTS["title"](asked, found), "page": pages}


def title(asked: PrintedFacts, found: Work) -> Distance | None:
    """The title; where the journal's name was taken into it, it is still the title."""
    own, their = printed_form(asked.work.title), record_form(found.title)
    if not their.plain or not (own.plain or asked.text):
        return None
    amount = title_distance(own, their, fold(asked.text))
    if amount is None:
        return None
    if amount == NEAR and _journal_behind(asked, found):
        amount = 0.0
    elif amount >= CONTRADICTS and found.original_title:
        # PubMed translates titles; print may have the original one.
        again = title_distance(own, record_form(found.original_title), "")
        amount = amount if again is None else min(amount, again)
    elif CONTRADICTS <= amount < OTHER_WORK:
        # Where the record does not know the original title, a printed one that is not English contradicts nothing.
        abroad = bool(found.language) and not found.language.startswith("en")
        if abroad and own.plain and not is_english(own):
            amount = NEAR
    elif amount <= AGREES and their.short:
        # Many articles are called `Editorial` or `In reply`.
        amount = NEAR
    return round(amount, 3), own.plain or asked.text, their.plain


def _journal_behind(asked: PrintedFacts, found: Work) -> bool:
    folded = fold(plain(found.title))
    names = (found.container_title, found.container_title_short)
    return len(folded) >= MIN_TITLE and stands_behind(folded, names, fold(asked.text))


def author(asked: PrintedFacts, found: Work) -> Distance | None:
    """The first authors. With them the reference begins, so that a record's can be found there too; a group that signs
    for the persons of a record is believed where volume and page are the same."""
    if not found.author:
        return None
    ours, first = asked.work.author, found.author[0]
    amount = author_distance(ours, found.author) if ours else 1.0
    if amount >= CONTRADICTS:
        if opens(fold(asked.text), first):
            return 0.0, first, first
        if not ours:
            # No author was understood; the record's may stand somewhere in the reference all the same.
            family = fold(first.family or first.literal)
            stands = len(family) >= SHORTEST_FOUND and f" {family} " in f" {fold(asked.text)} "
            return (0.0, family, first) if stands else None
        if ours[0].literal and not any(name.literal for name in found.author):
            same_volume = volume_distance(asked.work.volume, found.volume) == 0.0
            if same_volume and page_distance(asked.work.page, found.page) == 0.0:
                amount = NEAR
    return amount, ours[0], first


def authors(asked: PrintedFacts, found: Work) -> Distance | None:
    """The authors behind the first: namesakes write with other people."""
    amount = authors_distance(asked.work, found)
    return None if amount is None else (amount, asked.work.author[1:4], found.author[1:4])


def journal(asked: PrintedFacts, found: Work) -> Distance | None:
    """The journal under any of its names, or standing behind the title in the words."""
    name = asked.work.container_title or asked.work.container_title_short
    titles = (found.container_title, found.container_title_short)
    if not any(titles):
        return None
    if name and same_journal(name, titles):
        return 0.0, name, found.container_title
    if _journal_behind(asked, found):
        return 0.0, found.container_title, found.container_title
    return (1.0, name, found.container_title) if name else None


def year(asked: PrintedFacts, found: Work) -> Distance | None:
    """The year; the one beside it says nothing, for what is online in December is in print in January."""
    theirs = found.issued.year if found.issued else None
    if theirs is None:
        return None
    ours = asked.work.issued.year if asked.work.issued else None
    if ours is None:
        stands = str(theirs) in _YEAR.findall(asked.text)
        return (0.0, str(theirs), str(theirs)) if stands else None
    apart = abs(ours - theirs)
    return (0.0 if apart == 0 else NEAR if apart == 1 else 1.0), str(ours), str(theirs)


def volume(asked: PrintedFacts, found: Work) -> Distance | None:
    """The volume, whatever part or supplement is named beside it."""
    amount = volume_distance(asked.work.volume, found.volume)
    return None if amount is None else (amount, asked.work.volume, found.volume)


def page(asked: PrintedFacts, found: Work) -> Distance | None:
    """First pages, or article numbers; the versions of a Cochrane review have one number, so that it says the year
    too."""
    amount = page_distance(asked.work.page, found.page)
    if amount == 0.0 and is_versioned(found.page):
        both = (asked.work, found)
        years = {work.issued.year for work in both if work.issued and work.issued.year}
        issues = {fold(work.issue) for work in both if work.issue}
        amount = 1.0 if len(years) > 1 or len(issues) > 1 else 0.0
    return None if amount is None else (amount, asked.work.page, found.page)


def kind(asked: PrintedFacts, found: Work) -> Distance | None:
    """What sort of thing both are: an article, or what stands beside it under its title."""
    amount = kind_distance(asked.work, asked.text, found)
    if amount is None:
        return None
    printed = asked.work.genre or ("thesis" if asked.work.type == "thesis" else "article")
    return amount, printed, found.genre or found.type


def labels(asked: PrintedFacts, found: Work) -> Distance | None:
    """The page says by its links which identifiers the work has (`PMC`, `PubMed`): a checksum on each match.

    Only PubMed's records know whether a work is in PMC. One that is not, where the page has a link, is suspect; one
    that is, where it has none, may have come there later.
    """
    if not asked.labels or not found.get("pmid"):
        return None
    linked, known = "PMC" in asked.labels, found.get("pmcid") is not None
    if linked == known:
        return (0.0, "PMC", "PMC") if linked else None
    return (1.0 if linked else CAME_LATER), " ".join(asked.labels), "in PMC" if known else "not in PMC"


def identifier(asked: PrintedFacts, found: Work) -> Distance | None:
    """A printed identifier that is another than the record's; they never become one work."""
    for scheme in SCHEMES if asked.work.identifiers else ():
        ours = asked.work.get(scheme)
        if ours and (theirs := found.get(scheme)) and ours != theirs:
            return 1.0, f"{scheme}:{ours}", f"{scheme}:{theirs}"
    return None


def abstract(asked: PrintedFacts, found: Work) -> Distance | None:
    """The words that two abstracts share."""
    if not asked.work.abstract or not found.abstract:
        return None
    ours, theirs = (set(fold(plain(a)).split()) for a in (asked.work.abstract, found.abstract))
    if min(len(ours), len(theirs)) < MIN_ABSTRACT_WORDS:
        return None
    shared = len(ours & theirs) / min(len(ours), len(theirs))
    return (0.0 if shared >= ENOUGH_SHARED else round(1.0 - shared, 3)), "the page's abstract", "the record's abstract"


FACTS: dict[str, Fact] = {
    "title": title,
    "author": author,
    "authors": authors,
    "journal": journal,
    "year": year,
    "volume": volume,
    "page": page,
    "kind": kind,
    "labels": labels,
    "identifier": identifier,
    "abstract": abstract,
}
"""Each fact by its name; the order is that in which a reason names them."""
