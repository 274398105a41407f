"""What a hyperlink says about the work it leads to: identifiers in its address, and labels that only name a
service."""

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote, unquote_plus

from harvester.model import RawReference
from harvester.text import lazy_pattern, word_set
from harvester.values import identifier
from harvester.values.doi_shapes import without_page
from harvester.values.identifier import Identifier, Scheme

_LONGEST_PMID = 8
"""Digits."""
MAX_LENGTH = 4000
"""Characters of an address that is examined; browsers and servers give up at a few thousand, scripts and pictures
written as addresses have no limit."""

_DOI_START = lazy_pattern(r"10\.\d{4,9}(?:\.\d+)*(?:/|%(?:25){0,3}2f)", re.IGNORECASE)
_DOI_HOST = lazy_pattern(r"doi(?:\.|-)org|info(?::|%3a)doi|^doi:", re.IGNORECASE)
# Addresses whose identifiers were guessed by a service, or are the page's own.
_GUESSES = (
    "scholar.google", "scholar-google", "scholar_lookup", "rft_", "rft.", "openurl", "sfx_links", "showcitformats",
    "downloadcitation", "mailto:", "share",
)  # fmt: skip


_NO_WORK = ("#", "javascript:", "mailto:")
_RESOLVERS = ("https://doi.org/10.", "http://dx.doi.org/10.", "https://dx.doi.org/10.", "http://doi.org/10.")
_NCBI = lazy_pattern(
    r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov/|www\.ncbi\.nlm\.nih\.gov/(?:pubmed/|entrez/query\.fcgi\?\S{0,60}list_uids="
    r"))(\d{1,8})(?!\d)|https?://(?:www\.ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/([Pp][Mm][Cc]\d{3,9})(?!\d)"
)
# Nine in ten links of a reference list have one of these four forms. A choice costs as much as what is tried, so that
# two patterns and a test of signs are faster than one pattern.
_USUAL_DOI = lazy_pattern(r"https?://(?:dx\.)?doi\.org/(10\.\d{4,9}/[A-Za-z\d]+(?:[._-]+[A-Za-z\d]+)*)", re.ASCII)
_USUAL = lazy_pattern(
    r"(?:https?://pubmed\.ncbi\.nlm\.nih\.gov|(?:https?://www\.ncbi\.nlm\.nih\.gov)?/pubmed)/(?P<pmid>[1-9]\d{0,7})/?"
    r"|(?:https?://pmc\.ncbi\.nlm\.nih\.gov|(?:https?://www\.ncbi\.nlm\.nih\.gov)?/pmc)/articles"
    r"/[Pp][Mm][Cc](?P<pmcid>[1-9]\d{2,8})/?",
    re.ASCII,
)


def identifiers_in(href: str, label: str = "") -> tuple[Identifier, ...]:
    """The identifiers of the work that a link leads to; none for searches, resolvers that guess, and scripts.

    `label` is the link's words: under "PubMed" a bare number in the address (`/22752493/`) is a PMID.
    """
    if "doi.org/" in href:
        if usual := _USUAL_DOI.fullmatch(href):
            doi = usual[1].lower()
            # With these it may be the DOI of a preprint's version or of an issue rather than a work's: parsing decides.
            return _parsed(doi, "doi") if ".v" in doi or ".issue" in doi else (Identifier("doi", doi),)
    elif href[:1] == "/" and href[-1:] == "/" and (number := href[1:-1]).isdecimal() and len(number) <= _LONGEST_PMID:
        if label != "PubMed" and label.strip().casefold() != "pubmed":
            return ()
        return (Identifier("pmid", number),) if number[0] != "0" and number.isascii() else _parsed(number, "pmid")
    elif usual := _USUAL.fullmatch(href):
        pmid, pmcid = usual.groups()
        return (Identifier("pmid", pmid) if pmid else Identifier("pmcid", "PMC" + pmcid),)
    href = href.strip()
    if not href or href.startswith(_NO_WORK) or len(href) > MAX_LENGTH or "scholar" in href:
        return ()
    if href.startswith(_RESOLVERS) and (own := identifier.parse(href[href.index("10.") :], "doi")):
        return (own,)
    if match := _NCBI.match(href):
        pmid, pmcid = match.groups()
        return _parsed(pmid, "pmid") if pmid else (Identifier("pmcid", "PMC" + pmcid[3:].lstrip("0")),)
    # Atypon's resolver: `doi` is the page's own, `key` the cited work's: a DOI by its shape, or a PMID in database 8.
    if "linkout?" in href:
        values = _query(href)
        key = values.get("key", "")
        return _parsed(key, "doi") or _parsed(key, "pmid" if values.get("dbid") == "8" else None)
    # HighWire's resolver: `access_num` in the database `link_type`.
    if "access_num=" in href:
        values = _query(href)
        return _parsed(values.get("access_num", ""), _LINK_TYPES.get(values.get("link_type", "").lower()))
    lower = href.lower()
    if any(map(lower.__contains__, _GUESSES)):
        return ()
    if "10." in href and (found := _doi_in(href)):
        return (found,)
    for needle, scheme, pattern in _ANNOUNCED:
        position = lower.find(needle)
        while position >= 0:
            if announced := pattern.match(lower, position):
                return _parsed(next(group for group in announced.groups() if group), scheme)
            position = lower.find(needle, position + 1)
    return ()


_LINK_TYPES: dict[str, Scheme] = {"med": "pmid", "pubmed": "pmid", "doi": "doi", "pmc": "pmcid"}
_DIGITS = r"0*([1-9]\d{0,7})(?!\d)"
_IN_QUERY = r"(?:(?<=[?&])|(?<=%26)|(?<=&amp;))"
_ANNOUNCED: tuple[tuple[str, Scheme, re.Pattern[str]], ...] = (
    ("/articles/", "pmcid", lazy_pattern(r"/articles/(?:pmid/)?pmc(\d{3,9})(?!\d)")),
    ("artid=", "pmcid", lazy_pattern(r"(?<=[?&])artid=(?:pmc)?(\d{3,9})(?!\d)")),
    ("pmcid=", "pmcid", lazy_pattern(r"(?<=[?&])pmcid=(?:pmc)?(\d{3,9})(?!\d)")),
    ("/pmc/", "pmcid", lazy_pattern(r"/pmc/(?:pmc)?(\d{3,9})(?!\d)")),
    ("list_uids", "pmid", lazy_pattern(rf"{_IN_QUERY}list_uids(?:=|%3d){_DIGITS}")),
    ("pubmedid", "pmid", lazy_pattern(rf"{_IN_QUERY}pubmedid(?:=|%3d){_DIGITS}")),
    ("pmid", "pmid", lazy_pattern(
        rf"{_IN_QUERY}pmid(?:=|%3d){_DIGITS}|(?:(?<=info:)|(?<=info%3a))pmid(?:/|%2f){_DIGITS}|^pmid:\s?{_DIGITS}"
    )),
    ("termtosearch", "pmid", lazy_pattern(rf"{_IN_QUERY}termtosearch(?:=|%3d){_DIGITS}(?=$|&)")),
    ("uid", "pmid", lazy_pattern(rf"{_IN_QUERY}uid(?:=|%3d){_DIGITS}")),
    ("pubmed", "pmid", lazy_pattern(
        rf"pubmed[^/]*/(?:[^/]+/)?(?:\?(?:[^&]*&)*?term=)?{_DIGITS}(?:$|[/?#.&\[]|%5b)"
        rf"|(?<=/)pubmed/(?:\?term=)?{_DIGITS}"
    )),
    ("/med/", "pmid", lazy_pattern(rf"(?:(?<=/abstract)|(?<=/article)|(?<=/search))/med/{_DIGITS}")),
    ("/pmed?", "pmid", lazy_pattern(rf"/pmed\?id={_DIGITS}")),
    ("elink.fcgi?", "pmid", lazy_pattern(rf"elink\.fcgi\?(?:[^&]*&)*?id={_DIGITS}")),
    ("arxiv.org/", "arxiv", lazy_pattern(r"arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})")),
)  # fmt: skip
"""The text before an identifier in a lower case address, the scheme, and the identifier's pattern."""


_ENCODED = 4
"""How often an address may be nested in another: each redirect encodes the resolver's address once more."""


def _doi_in(href: str) -> Identifier | None:
    """The DOI in an address: to the end of its parameter or path, without what a journal site adds behind it."""
    start = _DOI_START.search(href)
    if start is None:
        return None
    before, value = href[: start.start()], href[start.start() :]
    # In a parameter a `?` is the DOI's own; in a path it begins the parameters, and Java servers put a session there.
    # An "&" between two issues ("231&2_13") is the DOI's own.
    ends = (
        r"&(?!\d{1,3}_\d)|#|%26(?!\d{1,3}_\d)"
        if "=" in before.rpartition("?")[2] and "?" in before
        else r"[?#]|&(?!\d{1,3}_\d)|;jsessionid"
    )
    value = re.split(ends, value, maxsplit=1)[0]
    for _ in range(_ENCODED if "%" in value else 0):
        value = unquote(value)
    value = without_page(value.rstrip("/"), "" if _DOI_HOST.search(before) else before)
    # Addresses are copied by hand too: read like text, in which blanks, brackets and dots end a DOI.
    return identifier.parse(value, "doi") or next((f.identifier for f in identifier.find(value)), None)


def _parsed(value: str, scheme: Scheme | None) -> tuple[Identifier, ...]:
    found = identifier.parse(value.removeprefix("doi:"), scheme) if scheme else None
    return (found,) if found else ()


def _query(href: str) -> dict[str, str]:
    """The parameters of an address, the first of each name; resolvers have about ten, trackers any number."""
    values: dict[str, str] = {}
    for part in href.partition("?")[2].replace("&amp;", "&").split("&")[:60]:
        name, _, value = part.partition("=")
        if value:
            values.setdefault(name.lower(), unquote_plus(value) if "%" in value or "+" in value else value)
    return values


def is_cut_or_glued(found: Identifier, linked: Iterable[Identifier]) -> bool:
    """Whether an identifier read from words is a DOI that a link shows to be cut short or glued to the next word."""
    return found.scheme == "doi" and any(
        i.scheme == "doi" and i != found and (i.value.startswith(found.value) or found.value.startswith(i.value))
        for i in linked
    )


_PART = lazy_pattern(r"[./](?:[a-uw-z]{1,2}|supp?|suppl|fig|tab|table|figure)?-?\d{1,4}")


def without_own_parts(references: tuple[RawReference, ...], own: tuple[Identifier, ...]) -> tuple[RawReference, ...]:
    """The references without DOIs of the page's own parts: its figures and tables (`.g001`), its supplements (`.s001`),
    its reviews and their answers (`.r001`, `.sa2`, eLife's `.026`). Versions (`.v2`, `.pub3`) it may cite.
    """
    starts = tuple([i.value for i in own if i.scheme == "doi"])
    # Hardly any list has one.
    if not starts or not [1 for r in references for a in r.asserted if a.identifier.value.startswith(starts)]:
        return references

    def is_part(found: Identifier) -> bool:
        return any(found.value.startswith(doi) and _PART.fullmatch(found.value, len(doi)) for doi in starts)

    return tuple(replace(r, asserted=tuple([a for a in r.asserted if not is_part(a.identifier)])) for r in references)


_SERVICES = word_set("""
    doi|pubmed|pmc|pubmed central|crossref|cross ref|google scholar|google|scholar|medline|cas|isi|web of science|wos
    |web of science ®|scopus|article|article pubmed|pubmed abstract|publisher full text|pubmed central full text
    |full text|free full text|pdf|pubmed/medline|pubmed/ncbi|isi web of science|chemical abstracts service
    |view article|view in article|view in scopus|view record in scopus|abstract|ads
    |adsabs|math|mathscinet|openurl|search ads|worldcat|pmc free article|free article|free pmc article|europe pmc
    |embase|chemport|link|search google scholar|search in google scholar|export citation|go to reference
    |return to text|back to top|find it|find it at cu|openathens|citation|open url|full text pdf|download pdf
    |cross-ref|pub med|crossref full text|view|details|semantic scholar|google preview|copac|get it|get full text
    |full-text|view full text|bookshelf|ncbi bookshelf|ref|site|url|website|open in new tab
    |order article via infotrieve|order full text via infotrieve|csa|inspec|agricola|arxiv|wiley online library
    |sciencedirect|springerlink|view large|first citation in article|first citation|cited within|cited in text|text
    |find this resource|pubmed citation|openurl placeholder text|view article google scholar|jump to
    |see in references|direct link|access volume|nasa ads|go to citation|opens in new window|show context
    |full article|biomed central full text|abstract/free full text|publisher|direct link|references
    |view abstract|web of science times cited|times cited|view this article via|cited
    """)
_SERVICE_TAIL = lazy_pattern(
    r"[®™]|\s*(?:\(opens[^()]{0,40}\)|times cited:?\s*[\d,]*|\(\d+ ?[KkMm]?[Bb]?\)|[\d,]+|\([a-z]{2,5}\))$"
    r"|^view (?:in|on|at) |external link",
    re.IGNORECASE,
)


def names_a_service(label: str) -> bool:
    """Whether a link's words only name its target ("PubMed", "Google Scholar") and do not belong to the reference."""
    label = " ".join(label.split())
    # The longest name in the table, with punctuation around it, is shorter; the words of a reference are longer.
    if len(label) > 60:
        return False
    folded = _SERVICE_TAIL.sub("", label).strip(" []().,;:|\u2009\u21b5\u2197").casefold()
    return folded in _SERVICES or not folded
