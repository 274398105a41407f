"""Pages of text that list works and are of none: tables of contents, trending records; JSON that was saved as a page.

What tells them is the identifiers: one after another from the first one on, each of a work of its own.
"""

import re
from itertools import pairwise

from harvester.model import Problem
from harvester.pages.page_kinds import DATA
from harvester.values.identifier import Found

CONTENTS = Problem("contents", "a list of works (contents, search, news), not an article: nothing to harvest")
QUESTIONS = Problem("questions", "questions and answers, not an article: nothing to harvest")

_JSON = re.compile(r"\s*(?:\{\s*\"[^\"\n]{1,80}\"\s*:|\[\s*\{\s*\")")
_FEWEST = 3
# A figure, table or file of an article, as PLOS and others register them (`<the article's>.g001`).
_PART = re.compile(r"\.[a-z]{1,4}\d{3}$")
_NEAR = 1_000
_WORD = re.compile(r"(?<![\w.-])[a-zß-ÿ]{2,}(?![\w.-])")
_LEAST_PROSE = 3
_LABEL = re.compile(r"[\W\d]*\b(?:doi|pmid|pmcid|https?|dx|www|org)\b\W*$", re.IGNORECASE)
_LOOK_UP = 600
_LONGEST_HEADING = 5
_OTHER_WORKS = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:publications?|news|references?|sources?|further reading"
    r"|(?:related|similar|recommended|latest)\b.*|cited by.*|more from.*)\W*",
    re.IGNORECASE,
)
_QUESTIONS = re.compile(r"^\W{0,12}(?:All Answers \(\d|\d+ Answers?\W*$)", re.MULTILINE)
_ASKED = re.compile(r"^\W{0,12}(?:Asked\b|Question$)", re.MULTILINE)


def other_kind(text: str) -> Problem | None:
    """What a text is that is no page of an article, whatever it cites: JSON (a service's answer, the state of a page's
    program) or a question with its answers; None if nothing says so."""
    if _JSON.match(text):
        return DATA
    return QUESTIONS if "Answer" in text and _QUESTIONS.search(text) and _ASKED.search(text) else None


def lists_works(found: tuple[Found, ...], end: int) -> bool:
    """Whether the labelled DOIs or PMIDs before `end` are of several works, close by one another from the first on.

    DOIs count where they are of one registrant, as those of an issue are; those of an article's figures count as its.
    """
    for scheme in ("doi", "pmid"):
        labelled = (f for f in found if f.labelled and f.identifier.scheme == scheme)
        run = list({_PART.sub("", f.identifier.value): f for f in labelled}.values())[:_FEWEST]
        if len(run) < _FEWEST or run[-1].end > end or any(b.start - a.end > _NEAR for a, b in pairwise(run)):
            continue
        if scheme == "pmid" or len({f.identifier.value.partition("/")[0] for f in run}) == 1:
            return True
    return False


def in_prose(text: str, start: int) -> bool:
    """Whether what stands at `start` ends a sentence of its line ("The study is at doi:"), not a citation."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - _LOOK_UP) : start]
    sentence = re.split(r"[.;:] (?!doi)", _LABEL.sub("", line))[-1]
    return len(_WORD.findall(sentence)) >= _LEAST_PROSE


def under_other_works(text: str, start: int) -> bool:
    """Whether the line above the one at `start` heads other works: the publications of a trial or of a person."""
    line = text.rfind("\n", 0, start)
    above = text[max(0, line - _LOOK_UP) : max(line, 0)].rstrip().rpartition("\n")[2].strip()
    return above[:1].isalpha() and len(above.split()) < _LONGEST_HEADING and _OTHER_WORKS.fullmatch(above) is not None
