"""Files of other bibliography programs, told from saved pages by what their first lines look like.

They are lists of works, not pages that cite them: read as text, such a file would pass for an article with the DOI of
its first entry.
"""

import json
import re

from harvester.text import word_set

_HEAD = 6_000
_FIRST_LINES = 25
_FEWEST = 2
"""Lines with a tag that make a file one of tags, where all its first lines have one."""

_MOST = 6
"""Of ten first lines."""

_BIBTEX = re.compile(r"@\s?[A-Za-z]{3,20}\s?[{(]\s?[^\s,{}()=]{0,80}\s?,?\s*$|@[A-Za-z]{3,20}\s?[{(][^\s,{}()=]{1,80},")
_SURE = (
    ("RIS", re.compile(r"TY  ?- ?[A-Z]{3,}")),
    ("NBIB", re.compile(r"PMID- ?\d")),
    ("EndNote", re.compile(r"%0 [A-Z]")),
    ("Web of Science", re.compile(r"FN (?:ISI|Clarivate|Thomson)|PT [A-Z]$")),
)
"""What a record begins with, in the first two lines."""
_TAGGED = (
    ("RIS", re.compile(r"[A-Z][A-Z0-9]  ?-(?: |$)")),
    ("NBIB", re.compile(r"[A-Z]{2,4} {0,2}- \S")),
    ("EndNote", re.compile(r"%[0-9A-Z@?!#$*+>\[\](~^&]  ?\S")),
)
_XML = (
    ("PubMed records, XML", re.compile(r"<PubmedArticleSet")),
    ("EndNote, XML", re.compile(r"<xml>\s{0,9}<records>|<records>\s{0,9}<record>")),
    ("MODS, XML", re.compile(r"<mods(?:Collection)?[\s>]")),
)
_PROLOGUE = re.compile(r"\s{0,9}(?:<\?xml[^>]{0,200}>\s{0,9})?(?:<!DOCTYPE [^>]{0,300}>\s{0,9})?")
_COLUMNS = word_set(
    "title|authors|author|author names|first authors|year|publication year|doi|abstract|journal|journal title|source"
    "|source title|volume|issue|pages|pmid|pubmed id|keywords|issn|publication type|document type|type of reference"
)
_FEWEST_COLUMNS = 4
_KEYS = word_set("title type author authors DOI doi issued year container-title journal pmid PMID abstract citekey id")
_FEWEST_KEYS = 3


def bibliography(text: str) -> str:
    """What file of another program a text is ("a bibliography (RIS)"); "" where it is none."""
    head = text[:_HEAD]
    if head.lstrip()[:1] == "<":
        start = _PROLOGUE.match(head)
        place = start.end() if start else 0
        return next((f"a bibliography ({name})" for name, pattern in _XML if pattern.match(head, place)), "")
    lines = [line.rstrip() for line in head.split("\n") if line.strip()][:_FIRST_LINES]
    if name := _lists_entries(lines) or _tagged(lines):
        return f"a bibliography ({name})"
    if lines and _names_columns(lines[0]):
        return "a table of works (CSV)"
    return "a bibliography (JSON)" if _lists_objects(text) else ""


def _lists_entries(lines: list[str]) -> str:
    """BibTeX: the first line that is no comment begins an entry."""
    first = next((line.lstrip() for line in lines if not line.lstrip().startswith("%")), "")
    return "BibTeX" if _BIBTEX.match(first) else ""


def _tagged(lines: list[str]) -> str:
    """A notation of tags at the beginnings of lines: most of the first lines have one, or go on from one.

    Before the first tag a record may have its number.
    """
    for name, pattern in _SURE:
        if any(pattern.match(line) for line in lines[:2]):
            return name
    going_on = sum(line.startswith((" ", "\t")) for line in lines)
    for name, pattern in _TAGGED:
        tagged = sum(pattern.match(line) is not None for line in lines)
        begins = any(pattern.match(line) for line in lines[:2])
        if begins and tagged >= min(_FEWEST, len(lines)) and (tagged + going_on) * 10 >= _MOST * len(lines):
            return name
    return ""


def _names_columns(line: str) -> bool:
    """Whether a line is the head of a table of works: it names columns that such tables have, a title among them."""
    for mark in (",", "\t", ";"):
        names = {name.strip(" \"'\ufeff").casefold().replace("_", " ") for name in line.split(mark)}
        if "title" in names and len(names & _COLUMNS) >= _FEWEST_COLUMNS:
            return True
    return False


def _lists_objects(text: str) -> bool:
    """JSON: a list of objects, bare or as the one list of an object, that have what descriptions of works have."""
    if not text.lstrip().startswith(("[", "{")):
        return False
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    lists = [part for part in value.values() if isinstance(part, list)] if isinstance(value, dict) else [value]
    return any(
        part and isinstance(part[0], dict) and len(_KEYS.intersection(part[0])) >= _FEWEST_KEYS for part in lists
    )
