"""Identifiers of works in their one canonical form, and how they are read out of text.

`parse` takes a string that is meant to be one identifier; `find` looks for those that stand in running text. Nothing
else builds an `Identifier`, so two that are equal mean the same work.

Canonical: a DOI in lower case without URL or prefix word (DOIs compare without regard to case, DOI Handbook 2.4); a
PMID of 1 to 8 digits without leading zero; a PMCID as `PMC` and digits; an arXiv id without version; an ISBN-13 of
digits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

Scheme = Literal["doi", "pmid", "pmcid", "arxiv", "isbn"]


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """One identifier of a work; `str()` is a CURIE such as `pmid:26323879`."""

    scheme: Scheme
    value: str

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


@dataclass(frozen=True, slots=True)
class Found:
    """An identifier and the half-open range of the text that it was read from."""

    identifier: Identifier
    start: int
    end: int


_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"'<>]+", re.ASCII)
_URL_PREFIX = re.compile(r"^(?:https?://)?(?:dx\.|www\.)?doi\.org/|^doi:?\s*", re.IGNORECASE)


def parse(text: str, scheme: Scheme | None = None) -> Identifier | None:
    """Read a string that as a whole is one identifier (bare, CURIE or URL); None if it is not.

    Without `scheme` the string must tell it: a bare number is no PMID.
    """
    text = text.strip()
    bare = unquote(_URL_PREFIX.sub("", text))
    if scheme in (None, "doi") and (match := _DOI.match(bare)):
        return Identifier("doi", _trim(match.group()).lower())
    if scheme == "pmid" or text.lower().startswith("pmid:"):
        digits = text.lower().removeprefix("pmid:").strip()
        if re.fullmatch(r"0*[1-9]\d{0,7}", digits, re.ASCII):
            return Identifier("pmid", digits.lstrip("0"))
    if scheme in (None, "pmcid") and (
        match := re.fullmatch(r"(?:pmcid:\s*)?PMC(\d{1,9})", text, re.ASCII | re.IGNORECASE)
    ):
        return Identifier("pmcid", "PMC" + match.group(1))
    return None


def find(text: str) -> Iterator[Found]:
    """The identifiers in running text, in its order, their ends trimmed of the sentence's punctuation."""
    for match in _DOI.finditer(text):
        value = _trim(match.group())
        yield Found(Identifier("doi", value.lower()), match.start(), match.start() + len(value))


def _trim(value: str) -> str:
    while value and (value[-1] in ".,;:" or (value[-1] in ")]" and value.count("([") < value.count(value[-1]))):
        value = value[:-1]
    return value
