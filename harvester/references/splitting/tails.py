"""The link words behind a reference on a web page: "[PubMed] [Google Scholar]", "- DOI - PMC", "OpenUrlCrossRefPubMed".

They show which identifiers the page has, so they are kept as labels; they do not belong to the reference.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from harvester.model import RawReference
from harvester.text import lazy_pattern

_WORDS = (
    "BioMed Central Full Text",
    "Abstract/FREE Full Text",
    "View at Google Scholar",
    "Find this resource",
    "CrossRef Full Text",
    "View at Publisher",
    "PMC free article",
    "Publisher Full Text",
    "View Record in Scopus",
    "Wiley Online Library",
    "Search Google Scholar",
    "Export Citation",
    "Go to reference",
    "Return to text",
    "Free PMC article",
    "Full Text PDF",
    "PubMed Abstract",
    "View in Scopus",
    "View at Scopus",
    "PubMed Central",
    "PubMed/NCBI",
    "Google Scholar",
    "Web of Science",
    "Green Version",
    "Free Full Text",
    "FREE Full Text",
    "View Abstract",
    "View Article",
    "MathSciNet",
    "Europe PMC",
    "Full Text",
    "Cross Ref",
    "CrossRef",
    "Crossref",
    "Abstract",
    "OpenUrl",
    "Medline",
    "Article",
    "PubMed",
    "Scopus",
    "PMC",
    "DOI",
    "CAS",
    "ADS",
    "ISI",
    "PDF",
)
# Words that end a reference on their own; the others need company, since a title may end in "Article" or "Abstract".
_ALONE = frozenset({"google scholar", "openurl", "pmc free article", "abstract/free full text"})
_LONGEST_TAIL = 400
"""Characters at a reference's end that are examined: more than a row of links takes, and a limit on the time."""
_LAST_WORDS = tuple({word.rpartition(" ")[2].lower() for word in _WORDS})
_BEGINNINGS = frozenset(word[:3].lower() for word in _WORDS)
_MARKS = "•·□○▪☆+*"  # list bullets, as text browsers print them
_BETWEEN = " []|,.:-–®™" + _MARKS
_OTHER_SIGNS = frozenset("0123456789;()'\"&<>=?!#%@_")  # neither in a link word nor between two
# All characters of a tail; the patterns only need to see the last stretch that consists of these.
_LETTERS = "".join(sorted({*"".join(_WORDS), *_BETWEEN, *" \t\n/"}))
_LAST_LETTERS = frozenset("]").union(word[-1] for word in _WORDS)


_ANY_WORD = "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in _WORDS) + ")"


_BRACKETED = lazy_pattern(rf"(?:[\s,;]*\[\s*{_ANY_WORD}[\s®™]*\])+[\s.,;]*$", re.IGNORECASE)
_DASHED = lazy_pattern(rf"(?:\s+[-–]\s*{_ANY_WORD})+\s*$")
_BARE = lazy_pattern(rf"(?<=[\s.\d)\]/a-z])(?:{_ANY_WORD}[\s,|:®™{re.escape(_MARKS)}]*)+$")
_WORD = lazy_pattern(_ANY_WORD, re.IGNORECASE)
_SERVICES = r"(?:PubMed|Cross[Rr]ef|Google Scholar|Medline|Scopus|Web of Science®?)"
_BEHIND_DOI = lazy_pattern(
    rf"\b10\.\d{{4,9}}/[^\s\"<>]{{2,100}}?(?P<words>{_SERVICES}(?:[\s,|]{{0,2}}{_SERVICES})*)[\s.]*$"
)
"""Services that are glued to a DOI at a reference's end ("10.1002/OC571OCPubMed"), which ends before them."""


def cut(text: str) -> tuple[str, tuple[str, ...]]:
    """Separate a reference from the link words behind it: the reference, and those words in their order."""
    labels: list[str] = []
    end = text[-_LONGEST_TAIL:].rstrip(" .,[]®™" + _MARKS)
    # Most references have none; their last letter and word show that faster than a pattern.
    if end[-1:] not in _LAST_LETTERS or not end.rstrip("]®™ ")[-12:].lower().endswith(_LAST_WORDS):
        return text, ()
    reach = max(0, len(text) - _LONGEST_TAIL)
    at_doi = end[-1:] != "]" and text.find("10.", reach) >= 0
    if at_doi and (glued := _BEHIND_DOI.search(text, reach)):
        return text[: glued.start("words")], (*labels, *map(str, _WORD.findall(glued["words"])))
    for pattern in (_BARE, _BRACKETED, _DASHED):
        window = text[max(len(text) - _LONGEST_TAIL, len(text.rstrip(_LETTERS)) - 1, 0) :]
        match = pattern.search(window)
        if not match:
            continue
        found = [" ".join(w.split()) for w in _WORD.findall(match.group())]
        # Without brackets or dashes one word alone can be the title's last.
        if pattern is not _BARE or len(found) > 1 or found[0].lower() in _ALONE:
            labels[:0] = found
            text = text[: len(text) - len(window) + match.start()].rstrip(" " + _MARKS)
    return text, tuple(labels)


_RUN = lazy_pattern(
    rf"[\s\[(|{re.escape(_MARKS)}–-]*(?<![A-Z])(?:{_ANY_WORD}[\s\[\]()|:;{re.escape(_MARKS)}–-]*){{2,}}"
)
_SURE = ("Google Scholar", "Crossref", "CrossRef", "OpenUrl", "PubMed/NCBI", "PMC free article", "- PubMed", "[PubMed")
"""One of these must be among the words: a title may mention an abstract and a full text."""


def cut_inside(text: str) -> str:
    """A reference up to where two or more link words follow each other: no field comes after them.

    Commas do not separate link words: a title may list "PubMed, Scopus and Google Scholar".
    """
    for match in _RUN.finditer(text):
        if match.start() > 0 and any(sign in match.group() for sign in _SURE):
            return text[: match.start()].rstrip()
    return text


def is_tail_line(line: str) -> bool:
    """Whether a line holds nothing but such words ("Article PubMed PubMed Central Google Scholar")."""
    line = line.strip()
    if not 0 < len(line) <= _LONGEST_TAIL or not _OTHER_SIGNS.isdisjoint(line):
        return False
    begin = line.lstrip(_BETWEEN)[:3].lower()
    if begin.isascii() and begin not in _BEGINNINGS:
        return not begin
    return not _WORD.sub("", line).strip(_BETWEEN)


_IDENTIFIER = re.compile(r"(?:10\.\d{4,9}/|https?://)")
_NUMBER = re.compile(r"\d+")
_DATED = re.compile(r"\d{4}|\d\D+\d|access|retriev|cited (?!\d)|visit|print", re.IGNORECASE)
"""What a tail of a citation's own has: dates, the day of a visit, "ahead of print"."""
_LONGEST_LINK, _MOST_LINK_WORDS = 60, 6
_FEWEST_ENTRIES, _SHORTEST = 3, 20
_SHARE_BEHIND_IDENTIFIERS, _SHARE_OF_ALL = 0.25, 0.8
"""Shares of a list's entries that end alike. Nothing but a page's words comes behind a DOI, so there a quarter is
enough; elsewhere many may end with one publisher's name."""
_PUNCTUATION = frozenset(",:;")
_ENDS = frozenset(".)]0123456789")
_AROUND = _BETWEEN + ";()\u2014"


def repeated(texts: Sequence[str]) -> list[tuple[str, str]]:
    """For each entry of a list its text without the words that the list's entries end with alike, and those words; ""
    where an entry ends otherwise. A number in them may differ ("cited 2 times in paper"). Empty where no entries end
    alike."""
    # A link's words end with a letter; of most lists no entry does.
    if not any(text[-1:].isalpha() or text[-1:] in _AROUND for text in texts):
        return []
    behind = [_behind_identifier(text) for text in texts]
    counts = Counter(_alike(tail) for tail in behind if tail)
    fewest = max(_FEWEST_ENTRIES, len(texts) * _SHARE_BEHIND_IDENTIFIERS)
    common = {tail for tail, count in counts.items() if count >= fewest}
    if alike := _ending_of_all(texts):
        common.add(alike)
    if not common:
        return []
    longest = sorted(common, key=len, reverse=True)
    return [_without(text, tail, longest) for text, tail in zip(texts, behind, strict=True)]


def without_repeated(references: list[RawReference]) -> list[RawReference]:
    """The references of a list, the words that they end with alike among their tail labels."""
    cut = repeated([reference.text for reference in references])
    if not cut:
        return references
    return [
        replace(reference, text=text, tail_labels=(tail, *reference.tail_labels)) if tail else reference
        for reference, (text, tail) in zip(references, cut, strict=True)
    ]


def _behind_identifier(text: str) -> str:
    """The words behind an entry's last DOI or address, if they can be a link's; else ""."""
    # Nearly all entries end with a number, a stop or an identifier itself.
    if not text[-1:].isalpha() or "/" in text[text.rfind(" ") + 1 :]:
        return ""
    start = max(text.rfind("10."), text.rfind("http"))
    tail = text[start:].partition(" ")[2].strip(_AROUND) if start >= 0 else ""
    if not tail or not _IDENTIFIER.match(text, start):
        return ""
    return tail if _may_be_links(tail) else ""


def _may_be_links(tail: str) -> bool:
    has_letters = sum(map(str.isalpha, tail)) > 1
    return has_letters and len(tail) <= _LONGEST_LINK and tail.count(" ") < _MOST_LINK_WORDS and not _DATED.search(tail)


def _alike(tail: str) -> str:
    return _NUMBER.sub("#", tail.casefold().replace("times", "time"))


def _ending_of_all(texts: Sequence[str]) -> str:
    """The last words, numbers aside, with which nearly all entries end behind a stop, a bracket or a number; ""
    if there are none."""
    if len(texts) <= _FEWEST_ENTRIES:
        return ""
    # A citation's own words end with a stop, and its publisher stands behind a place.
    bare = ["" if text[-1:] == "." else text[-_LONGEST_LINK:].rstrip(_AROUND) for text in texts]
    last = Counter([text[text.rfind(" ") + 1 :] for text in bare])
    word, number = last.most_common(1)[0]
    if not word.isalpha() or number < len(texts) * _SHARE_OF_ALL:
        return ""
    ends = [text.split(" ") for text in bare]
    for count in range(_MOST_LINK_WORDS, 0, -1):
        tails = Counter(
            _alike(" ".join(words[-count:]))
            for words in ends
            if len(words) > count
            and words[-count - 1][-1:] in _ENDS
            and _may_be_links(" ".join(words[-count:]))
            and _PUNCTUATION.isdisjoint("".join(words[-count:]))
        )
        tail, number = tails.most_common(1)[0] if tails else ("", 0)
        if number >= len(texts) * _SHARE_OF_ALL:
            return tail
    return ""


def _without(text: str, behind: str, common: list[str]) -> tuple[str, str]:
    end = text.rstrip(_AROUND)
    if behind and _alike(behind) in common and end.endswith(behind):
        return end[: -len(behind)].rstrip(_AROUND.replace(".", "").replace(")", "").replace("]", "")), behind
    for tail in common:
        words = end.split(" ")[-tail.count(" ") - 1 :]
        last = " ".join(words)
        before = end[: -len(last)].rstrip()
        if _alike(last) == tail and before[-1:] in _ENDS and len(before) >= _SHORTEST:
            return before, last
    return text, ""
