"""Identifiers of works in their one canonical form, and how they are read out of text.

`parse` takes a string that is meant to be one identifier; `find` looks for those that stand in running text. Nothing
else builds an `Identifier`, so two that are equal mean the same work.

Canonical: a DOI in lower case without URL or prefix word (DOIs compare without regard to case, DOI Handbook 2.4),
its white space and typographic hyphens mended and one slash after the registrant; a PMID of 1 to 8 digits without
leading zero; a PMCID as `PMC` and digits; an arXiv id without version; an ISBN-13 of digits.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import unquote

from harvester.text import lazy_pattern
from harvester.values.doi_shapes import (  # fmt: skip
    CAPITAL_WORD,
    CUT_SICI,
    FIXED,
    GLUED,
    GOES_ON,
    HYPHENS,
    INVISIBLE,
    JOURNAL_AND_YEAR,
    JOURNAL_WORD,
    LAST_WORD,
    NEXT_PIECE,
    NOT_A_WORK,
    ODD,
    OF_A_SHAPE,
    RUN,
    SENTENCE,
    SICI,
    STROKES,
    UNFINISHED,
    VERSIONED,
    goes_on_below,
    without_page,
)
from harvester.values.fast_init import fast_init

Scheme = Literal["doi", "pmid", "pmcid", "arxiv", "isbn"]


@fast_init
@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """One identifier of a work; `str()` is a CURIE such as `pmid:26323879`."""

    scheme: Scheme
    value: str

    # Compared and hashed by the hundred a page: both are written out because the generated ones build tuples.
    def __eq__(self, other: object) -> bool:
        if other.__class__ is not Identifier:
            return NotImplemented
        return self.value == other.value and self.scheme == other.scheme

    def __hash__(self) -> int:
        return hash(self.value)

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


@fast_init
@dataclass(frozen=True, slots=True)
class Found:
    """An identifier, the half-open range of the text that it was read from, and whether a word such as "doi:" says
    so."""

    identifier: Identifier
    start: int
    end: int
    labelled: bool = False


CANONICAL_DOI = r"10\.\d{4,9}/[a-z\d]+(?:[._-]+[a-z\d]+)*"
"""Nine in ten DOIs, as a pattern (ASCII) for lists of them: one that fits is canonical unless ".v" or ".issue"
stands in it."""

_MEND = str.maketrans(
    {**dict.fromkeys(HYPHENS, "-"), **dict.fromkeys(INVISIBLE, None), **dict.fromkeys(STROKES, "/"), "\u00d7": "x"}
)
_HYPHENS = str.maketrans(dict.fromkeys(HYPHENS, "-"))
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))

_DOI = lazy_pattern(
    rf"10\.(?P<registrant>\d{{4,9}}(?:\.\d+)*)(?:[ \t]?\n?[ \t]{{0,14}}(?=/[\w(]\S{{0,60}}\d))?(?:/|%2F)+"
    rf"(?P<suffix>{RUN}{{0,300}})",
    re.ASCII | re.IGNORECASE,
)
_LABEL_BEFORE = lazy_pattern(r"doi(?:[.-]org(?:\.[\w.-]{1,40})?/|[:.=/\s]{0,4}|:\s{0,24})$", re.IGNORECASE)
_RESOLVER = lazy_pattern(r"doi[.-]org(?:\.[\w.-]{1,40})?/+(?:doi:)?$", re.IGNORECASE)
_BEFORE = 56
"""Characters before a DOI that are looked at for its label: as many as `_LABEL_BEFORE` can take, a resolver's address
behind a proxy's host."""
_COMMON_LABELS = ("doi: ", "doi.org/", "doi:", "DOI: ")
# A DOI that ends where the pattern above would end it: letters, digits and single signs, then the end of a word.
_SURE = lazy_pattern(rf"{CANONICAL_DOI}(?=[).,]*(?:\s|\Z))", re.ASCII)
_LONGEST_SURE = 300
"""Characters: as many as `_DOI` takes of a suffix."""

# The words that announce the other identifiers; looking for words first is ten times faster than one pattern for all.
_PMID = lazy_pattern(
    r"(?:(?:PMID|PubMed[ -]?ID)(?:\s?[:#=]\s{3,24}(?=\d{5})|"
    r"\s?[:#=]\s{0,2}|\s{1,2}|(?=\d))|PubMed:(?:\s{0,24}(?=\d{5})|\s?))(?:PMID:?\s?)?(\d{1,8})(?!\d)",
    re.ASCII | re.IGNORECASE,
)
# "Available in PMC 2017 Nov 1" tells a date.
_PMC = lazy_pattern(r"(?:PMC(?:ID)?:?\s?)?(?<!available in )PMC\s?(\d{3,8})(?!\d)", re.ASCII | re.IGNORECASE)
_PREPRINT = lazy_pattern(
    r"arXiv(?::\s?|\.org/(?:abs|pdf)/|\.(?=\d))(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})", re.ASCII | re.IGNORECASE
)
_BOOK = lazy_pattern(r"ISBN(?:-1[03])?:?\s?([0-9][0-9 -]{8,16}[0-9Xx])", re.ASCII | re.IGNORECASE)

_URL_PREFIX = lazy_pattern(
    r"^(?:(?:https?:)?//)?(?:(?:dx|www)[.-])*doi[.-]org(?:\.[\w.-]+)?/+(?:doi:)?|^(?:info:)?doi[:/.\s]\s*",
    re.IGNORECASE,
)
_WHOLE_DOI = lazy_pattern(r"10\.\d{4,9}(?:\.\d+)*/+\S+", re.ASCII)
_PMID_WORDS = lazy_pattern(
    r"^(?:(?:info:)?pmid[:/\s]\s*|(?:https?:)?//(?:www\.)?pubmed\.(?:ncbi\.nlm\.nih\.gov|gov)/"
    r"|(?:https?:)?//(?:www\.)?ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/)",
    re.IGNORECASE,
)
_PMCID = lazy_pattern(
    r"(?:pmcid:\s*|(?:https?:)?//(?:www\.ncbi\.nlm\.nih\.gov/pmc|(?:www\.)?ncbi\.nlm\.nih\.gov/labs/pmc|pmc\.ncbi\.nlm\.nih\.gov)"
    r"/articles/)?PMC\s?(\d{1,9})/?",
    re.ASCII | re.IGNORECASE,
)
_ARXIV = lazy_pattern(
    r"(?:arxiv:\s*|https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?",
    re.IGNORECASE,
)

# What is canonical already, as records have it by the hundred, but for ".issue-" and ".v1" (see `NOT_A_WORK`).
_CANONICAL: dict[Scheme, re.Pattern[str]] = {
    "doi": lazy_pattern(CANONICAL_DOI, re.ASCII),
    "pmid": lazy_pattern(r"[1-9]\d{0,7}", re.ASCII),
}


def parse(text: str, scheme: Scheme | None = None) -> Identifier | None:
    """Read a string that as a whole is one identifier (bare, CURIE or URL); None if it is not.

    Without `scheme` the string must tell it: a bare number is no PMID.
    """
    text = text.strip()
    if scheme in _CANONICAL and _CANONICAL[scheme].fullmatch(text) and ".v" not in text and ".issue" not in text:
        return Identifier(scheme, text)
    text = text if text.isascii() else text.translate(_MEND)
    text = ODD.sub(_plain, text) if "\\" in text or "{_" in text else text
    if scheme:
        return _PARSERS[scheme](text, True)
    return next((found for parser in _PARSERS.values() if (found := parser(text, False))), None)


def find(text: str) -> Iterator[Found]:
    """The identifiers that stand in running text, in the order of the text, ends trimmed of the sentence's
    punctuation."""
    if _may_be_odd(text):
        plain, starts, places = _without_oddities(text)
        if len(places) > 1:

            def place(at: int) -> int:
                piece = bisect_right(starts, at) - 1
                return places[piece] + at - starts[piece]

            return (replace(f, start=place(f.start), end=place(f.end - 1) + 1) for f in find(plain))
    found = list(_find_dois(text)) if "10." in text else []
    if others := _find_others(text):
        # A number in a DOI ("10.1000/pmid12345") is no identifier of its own.
        found += [o for o in others if not any(d.start <= o.start < d.end for d in found)] if found else others
        found.sort(key=lambda f: f.start)
    return iter(found)


def _may_be_odd(text: str) -> bool:
    """Whether a text has any sign that `ODD` begins with; on a page's words three times as fast as that pattern."""
    if "\\" in text or ("{" in text and "{_" in text):
        return True
    return not text.isascii() and any(map(text.__contains__, _ODD_SIGNS))


_ODD_SIGNS = INVISIBLE + STROKES


def _plain(odd: re.Match[str]) -> str:
    return "/" if odd.group() in STROKES else "_" if "_" in odd.group() else ""


def _without_oddities(text: str) -> tuple[str, list[int], list[int]]:
    """A text as it is read: without marks that nobody sees and the strokes that Markdown and LaTeX put before signs.

    And where its pieces begin, in it and in the text. One piece where it has none of these.
    """
    pieces: list[str] = []
    starts, places = [0], [0]
    position = length = 0
    for odd in ODD.finditer(text):
        sign = _plain(odd)
        pieces += (text[position : odd.start()], sign)
        length += odd.start() - position
        if sign:
            starts.append(length)
            places.append(odd.start())
            length += 1
        position = odd.end()
        starts.append(length)
        places.append(position)
    return ("".join((*pieces, text[position:])) if position else text), starts, places


# Nine in ten DOIs: no bracket, no escape, nothing to trim.
_SIMPLE = lazy_pattern(
    r"(?:https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[a-z0-9](?:[a-z0-9_-]|[./](?=[a-z0-9]))*)", re.ASCII
)


def _parse_doi(text: str, _scheme_given: bool) -> Identifier | None:
    if (simple := _SIMPLE.fullmatch(text.lower().replace("%2f", "/"))) and not NOT_A_WORK.search(simple.group(1)):
        return Identifier("doi", without_page(simple.group(1)))
    bare = _URL_PREFIX.sub("", text)
    match = _WHOLE_DOI.fullmatch(_decode(bare))
    return _doi(without_page(_trim(match.group()))) if match else None


def _parse_pmid(text: str, scheme_given: bool) -> Identifier | None:
    digits = _PMID_WORDS.sub("", text).strip(" /.,;")
    if digits == text and not scheme_given:
        return None
    match = re.fullmatch(r"0*([1-9]\d{0,7})", digits, re.ASCII)
    return Identifier("pmid", match.group(1)) if match else None


def _parse_pmcid(text: str, scheme_given: bool) -> Identifier | None:
    match = _PMCID.fullmatch(text.rstrip(" .,;"))
    if not match and scheme_given:
        match = re.fullmatch(r"()([1-9]\d{1,8})", text, re.ASCII)
    return Identifier("pmcid", "PMC" + (match.group(match.lastindex or 0)).lstrip("0")) if match else None


def _parse_arxiv(text: str, scheme_given: bool) -> Identifier | None:
    is_bare = scheme_given and not text.lower().startswith(("arxiv:", "http"))
    match = _ARXIV.fullmatch("arxiv:" + text if is_bare else text)
    return Identifier("arxiv", match.group(1).lower()) if match else None


def _parse_isbn(text: str, scheme_given: bool) -> Identifier | None:
    bare = re.sub(r"^(?:urn:)?isbn(?:-1[03])?:?\s*", "", text, flags=re.IGNORECASE)
    if bare == text and not scheme_given:
        return None
    return _isbn(bare)


_PARSERS: dict[Scheme, Callable[[str, bool], Identifier | None]] = {
    "doi": _parse_doi,
    "pmid": _parse_pmid,
    "pmcid": _parse_pmcid,
    "arxiv": _parse_arxiv,
    "isbn": _parse_isbn,
}


def _find_dois(text: str) -> Iterator[Found]:
    position = text.find("10.")
    while position >= 0:
        before = text[max(0, position - _BEFORE) : position]
        end = position + 3
        # Behind a digit, or a digit and a full stop ("3.10.5"), a longer number goes on.
        if not (before[-1:].isdigit() or (before[-1:] == "." and before[-2:-1].isdigit())):
            if value := _sure_doi(text, position):
                end = position + len(value)
                yield Found(Identifier("doi", value), position, end, _is_labelled(before))
            elif match := _DOI.match(text, position):
                value, end = _whole(text, match)
                address = _address(before) if before[-1:] in _GOING_ON else ""
                trimmed = _trim(value)
                has_page = address or trimmed.count("/") > 1 or trimmed.startswith(VERSIONED)
                kept = without_page(trimmed, address) if has_page else trimmed
                # What the end of a line cuts is another work's DOI, or none.
                is_cut = value[-1] in "-\u2010_" and text[end : end + 1] in ("", "\n")
                whole = not is_cut and not UNFINISHED.fullmatch(value) and not CUT_SICI.fullmatch(kept)
                if whole and "%" not in value and "&" not in value:
                    identifier = _doi(kept)
                elif whole:
                    identifier = _doi(without_page(_trim(_decode(value)), address))
                else:
                    identifier = None
                if identifier:
                    yield Found(identifier, position, end - len(value) + len(kept), _is_labelled(before))
        position = text.find("10.", end)


def _is_labelled(before: str) -> bool:
    if before.endswith(_COMMON_LABELS) or ("doi" in before.lower() and _LABEL_BEFORE.search(before) is not None):
        return True
    return before.rstrip(" :\n").endswith(("Object Identifier", "object identifier"))


_GOING_ON = ("/", "=", "F", "f")
"""What an address ends in before a DOI: a stroke, as it is or as `%2F`, or the sign behind a parameter's name."""


def _address(before: str) -> str:
    """The address of a site's page that goes on behind these words; "" for other words and for a resolver's."""
    address = before.split()[-1]
    return "" if "/" not in address or _RESOLVER.search(address) else address


def _sure_doi(text: str, position: int) -> str:
    """The canonical DOI that stands here, where nothing is to be mended, trimmed, cut or joined; "" where it may be."""
    match = _SURE.match(text, position)
    if match is None:
        return ""
    value = match.group()
    if len(value) > _LONGEST_SURE or ".v" in value or ".issue" in value:
        return ""
    # Three in four DOIs are of other publishers.
    if value[:8] in OF_A_SHAPE and (
        FIXED.match(value)
        or value.startswith(VERSIONED)
        or (value.startswith("10.1016/") and UNFINISHED.fullmatch(value))
    ):
        return ""
    if ("-" in value and CUT_SICI.fullmatch(value)) or (value[-1] > "9" and without_page(value, "/") != value):
        return ""
    end = match.end()
    # At the end of a line a DOI may go on in the next one, unless that is blank.
    broken = text[end + 1 : end + 2] == "\n" and text[end + 2 : end + 3] not in ("\n", "")
    if text[end : end + 1] == "." and (broken or UNFINISHED.fullmatch(value + ".")):
        return ""
    return value


def _whole(text: str, match: re.Match[str]) -> tuple[str, int]:
    """The DOI's characters and where they end, read on over blanks inside where what stands cannot be a whole DOI."""
    if match["suffix"][:6].upper() == "(SICI)" and (sici := SICI.match(text, match.start())):
        return "".join(sici.group().split()), sici.end()
    value, end = (
        "".join(match.group().translate(_HYPHENS).split()),
        match.end(),
    )  # text browsers break a line before the stroke too
    for _ in range(4):
        # What stands at the end of a line, or before a blank and the "<" of a SICI, may go on behind it.
        is_cut = text[end : end + 1] == "\n" and (
            value[-1] in GOES_ON or (value[-1] == "." and goes_on_below(value, text, end))
        )
        is_cut = is_cut or (CUT_SICI.fullmatch(value) is not None and text[end : end + 20].lstrip().startswith("<"))
        if not is_cut and not UNFINISHED.fullmatch(value):
            break
        piece = NEXT_PIECE.match(text, end)
        if piece is None or piece.group(1).startswith("10."):
            break
        value, end = value + piece.group(1), piece.end()
    cuts = [cut.end() for cut in (FIXED.match(value),) if cut]
    if JOURNAL_AND_YEAR.match(text, end):
        cuts += [word.start() for word in (JOURNAL_WORD.search(value),) if word]
    if SENTENCE.match(text, end) and (word := LAST_WORD.search(value)):
        cuts.append(word.start())
    if value[-1:].islower() and SENTENCE.match(text, end) and (word := CAPITAL_WORD.search(value)):
        cuts.append(word.start())
    cuts += [cut.start() for cut in (GLUED.search(value, match.end("registrant") - match.start() + 2),) if cut]
    if cuts:
        end -= len(value) - min(cuts)
        value = value[: min(cuts)]
    return value, end


def _find_others(text: str) -> list[Found]:
    found: dict[int, Found] = {}
    for piece, offset, following, rules in _ANNOUNCED:
        place = text.find(piece)
        while place >= 0:
            end = place + len(piece)
            start = place - offset
            if text[end : end + 1] in following and not text[start - 1 : start].isalpha():
                for pattern, make in rules:
                    match = pattern.match(text, start)
                    if match and (made := make(match.group(1))):
                        end = match.end()
                        found.setdefault(end, Found(made, start, end, True))
                        break
            place = text.find(piece, end)
    return list(found.values())


_Make = Callable[[str], Identifier | None]


def _pmid(digits: str) -> Identifier | None:
    return _parse_pmid(digits, True)


def _pmc(digits: str) -> Identifier | None:
    return Identifier("pmcid", "PMC" + digits.lstrip("0"))


def _preprint(value: str) -> Identifier | None:
    return Identifier("arxiv", value.lower())


def _isbn(text: str) -> Identifier | None:
    digits = re.sub(r"[ -]", "", text).upper()
    if re.fullmatch(r"97[89]\d{10}", digits, re.ASCII) and _check13(digits[:12]) == digits[12]:
        return Identifier("isbn", digits)
    if not re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII):
        return None
    # The check of an ISBN-10 (ISO 2108): weights 10 to 2, modulo 11, X is ten.
    total = sum(int(digit) * (10 - position) for position, digit in enumerate(digits[:9]))
    if "0123456789X"[-total % 11] == digits[9]:
        return Identifier("isbn", f"978{digits[:9]}{_check13('978' + digits[:9])}")
    return None


_PUBMED_WORDS = ((_PMID, _pmid), (_PMC, _pmc))
# A piece of the words that announce an identifier, where in the word it stands, what may follow it, and how the words
# are read: one search for each piece is cheaper than one for each word.
_ANNOUNCED: tuple[tuple[str, int, str, tuple[tuple[re.Pattern[str], _Make], ...]], ...] = (
    ("PM", 0, "ICi", _PUBMED_WORDS),  # "PMid" is so printed by SciELO
    ("pm", 0, "ic", _PUBMED_WORDS),
    ("Pub", 0, "M", ((_PMID, _pmid),)),
    ("rXiv", 1, ":.", ((_PREPRINT, _preprint),)),
    ("rxiv", 1, ":.", ((_PREPRINT, _preprint),)),
    ("SBN", 1, ": -0123456789", ((_BOOK, _isbn),)),
    ("sbn", 1, ": -0123456789", ((_BOOK, _isbn),)),
)


def _doi(value: str) -> Identifier | None:
    value = ODD.sub(_plain, value) if "\\" in value else value
    registrant, _, suffix = value.translate(_MEND).partition("/")
    suffix = suffix.lstrip("/")
    if not suffix or not any(c.isalnum() for c in suffix) or NOT_A_WORK.search(suffix):
        return None
    return Identifier("doi", f"{registrant}/{suffix}".lower())


def _decode(value: str) -> str:
    for _ in range(2):
        if "%" in value:
            value = unquote(value)
    for entity, character in _ENTITIES:
        value = value.replace(entity, character)
    return value


_CLOSING = {")": "(", "]": "[", ">": "<", "}": "{"}
_SENTENCE = frozenset(".,;:!?*\\/'\"\u201d\u2019\u00bb-+=~@_" + HYPHENS + INVISIBLE)


def _trim(value: str) -> str:
    """Take the sentence's punctuation off the end, and a bracket that was not opened inside (or never closed)."""
    while value:
        last = value[-1]
        opening = _CLOSING.get(last)
        if last in _SENTENCE or last in "([<{" or (opening and value.count(opening) < value.count(last)):
            value = value[:-1]
            continue
        break
    cut = value.rfind("(")
    if cut > 0 and value.count("(") > value.count(")"):
        return _trim(value[:cut])
    return value


def _check13(digits: str) -> str:
    total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits))
    return str(-total % 10)
