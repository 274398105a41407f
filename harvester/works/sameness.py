"""Whether two claims are of the same work by their words alone.

Used only between claims without a common identifier; whoever calls has made sure that no identifiers contradict each
other. A wrong yes merges two papers, a wrong no lists one paper twice, so every doubt is a no.
"""

import re

from harvester.matching.comparing import AGREES, CONTRADICTS, PrintedFacts, compare
from harvester.matching.thresholds import CUT
from harvester.model import Work
from harvester.text import fold

PREPRINTS = re.compile(r"\b(?:biorxiv|medrxiv|arxiv|chemrxiv|psyarxiv|research square|ssrn|preprints?|osf)\b")
"""What the container of a preprint is called; a preprint and the paper it became are two works."""

SUPPLEMENT = re.compile(r"\b(?:supp?l?|supplement|s)\b")


def same_work(one: Work, other: Work) -> bool:
    """Whether title, first author, year and place in the journal agree, and nothing that both tell contradicts."""
    if _is_preprint(one) != _is_preprint(other):
        return False
    facts = {name: amount for name, amount, *_ in compare(PrintedFacts(one), other)}
    if any(amount >= CONTRADICTS for amount in facts.values()):
        return False
    agreeing = {name for name, amount in facts.items() if amount <= AGREES}
    if {"author", "volume", "page"} <= agreeing and facts.get("title") == CUT:
        agreeing.add("title")
    if not {"title", "author"} <= agreeing:
        return "abstract" in agreeing and "title" in agreeing
    return _year_agrees(facts, agreeing) and _place_agrees(one, other, agreeing)


def _year_agrees(facts: dict[str, float], agreeing: set[str]) -> bool:
    """The same year; or the next one, as between online and print, where volume and page are the same."""
    return "year" in agreeing or ("year" in facts and {"volume", "page"} <= agreeing)


def _place_agrees(one: Work, other: Work, agreeing: set[str]) -> bool:
    """The same first page; or, where one of them tells none, the same journal and no supplement against an issue."""
    if "page" in agreeing:
        return True
    return "journal" in agreeing and _in_supplement(one) == _in_supplement(other)


def _in_supplement(work: Work) -> bool:
    return bool(SUPPLEMENT.search(fold(work.issue))) or work.page[:1] in ("S", "s")


def _is_preprint(work: Work) -> bool:
    return work.genre == "preprint" or bool(PREPRINTS.search(fold(work.container_title)))
