"""Files of other bibliography programs, distinguished from saved pages by their first lines.

They are lists of works, not pages that cite them: read as text, such a file would pass for an article with the DOI of
its first entry.
"""

import json
from collections.abc import Iterator

from harvester.model import Skip, SkipCode
from harvester.text import lazy_pattern, word_set

_HEAD = 6_000
"""Characters that show a file's format: its first record, with a long abstract."""

_FIRST_LINES = 25
"""Lines that are examined: about one record, since the others look the same."""

_FEWEST_TAGGED = 2
"""Tagged lines that prove a tagged file, if all its first lines have a tag: a text may begin with `% of patients`."""

_SHARE_TAGGED = 6
"""Of ten first lines, how many must have a tag or continue one: records may contain untagged notes."""

_BIBTEX = lazy_pattern(
    r"@\s?[A-Za-z]{3,20}\s?[{(]\s?[^\s,{}()=]{0,80}\s?,?\s*$|@[A-Za-z]{3,20}\s?[{(][^\s,{}()=]{1,80},"
)
_SURE = (
    ("RIS", lazy_pattern(r"TY  ?- ?[A-Z]{3,}")),
    ("NBIB", lazy_pattern(r"PMID- ?\d")),
    ("EndNote", lazy_pattern(r"%0 [A-Z]")),
    ("Web of Science", lazy_pattern(r"FN (?:ISI|Clarivate|Thomson)|PT [A-Z]$")),
)
"""The beginning of a record, in the first two lines: its number may come before its first tag."""

_TAGGED = (
    ("RIS", lazy_pattern(r"[A-Z][A-Z0-9]  ?-(?: |$)")),
    ("NBIB", lazy_pattern(r"[A-Z]{2,4} {0,2}- \S")),
    ("EndNote", lazy_pattern(r"%[0-9A-Z@?!#$*+>\[\](~^&]  ?\S")),
)
_XML = (
    ("PubMed records, XML", lazy_pattern(r"<PubmedArticleSet")),
    ("EndNote, XML", lazy_pattern(r"<xml>\s{0,9}<records>|<records>\s{0,9}<record>")),
    ("MODS, XML", lazy_pattern(r"<mods(?:Collection)?[\s>]")),
)
_PROLOGUE = lazy_pattern(r"\s{0,9}(?:<\?xml[^>]{0,200}>\s{0,9})?(?:<!DOCTYPE [^>]{0,300}>\s{0,9})?")
_COLUMNS = word_set(
    "title|authors|author|author names|first authors|year|publication year|doi|abstract|journal|journal title|source"
    "|source title|volume|issue|pages|pmid|pubmed id|keywords|issn|publication type|document type|type of reference"
)
_FEWEST_COLUMNS = 4
"""Columns; a sentence may well name three of them with commas between."""

_KEYS = word_set("title type author authors DOI doi issued year container-title journal pmid PMID abstract citekey id")
_FEWEST_KEYS = 3
"""Keys; other JSON has a `title` and an `id` too."""


def skip_bibliography(text: str) -> Skip | None:
    """Which program's bibliography a text is; None if it is not one."""
    head = text[:_HEAD]
    if head.lstrip()[:1] == "<":
        prologue = _PROLOGUE.match(head)
        start = prologue.end() if prologue else 0
        return _of((name for name, pattern in _XML if pattern.match(head, start)))
    lines = [line.rstrip() for line in head.split("\n") if line.strip()][:_FIRST_LINES]
    # BibTeX: the first line that is not a comment begins an entry.
    if _BIBTEX.match(next((line.lstrip() for line in lines if not line.lstrip().startswith("%")), "")):
        return Skip(SkipCode.BIBLIOGRAPHY, "BibTeX")
    if skip := _of(name for name, pattern in _SURE if any(map(pattern.match, lines[:2]))):
        return skip
    going_on = sum(line.startswith((" ", "\t")) for line in lines)
    for name, pattern in _TAGGED:
        tagged = sum(pattern.match(line) is not None for line in lines)
        most = tagged >= min(_FEWEST_TAGGED, len(lines)) and (tagged + going_on) * 10 >= _SHARE_TAGGED * len(lines)
        if most and any(map(pattern.match, lines[:2])):
            return Skip(SkipCode.BIBLIOGRAPHY, name)
    # A table of works: its first line names typical columns, a title among them.
    for mark in (",", "\t", ";") if lines else ():
        names = {name.strip(" \"'\ufeff").casefold().replace("_", " ") for name in lines[0].split(mark)}
        if "title" in names and len(names & _COLUMNS) >= _FEWEST_COLUMNS:
            return Skip(SkipCode.TABLE, "CSV")
    # JSON: a list of objects with the keys of works, bare or as the only list within an object.
    if not text.lstrip().startswith(("[", "{")):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    lists = [part for part in value.values() if isinstance(part, list)] if isinstance(value, dict) else [value]
    firsts = [part[0] for part in lists if part and isinstance(part[0], dict)]
    has_works = any(len(_KEYS.intersection(first)) >= _FEWEST_KEYS for first in firsts)
    return Skip(SkipCode.BIBLIOGRAPHY, "JSON") if has_works else None


def _of(names: Iterator[str]) -> Skip | None:
    return next((Skip(SkipCode.BIBLIOGRAPHY, name) for name in names), None)
