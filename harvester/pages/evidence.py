"""What shows that some words are an entry of a reference list: names at the start, a year, a place in a journal, a
publisher, an identifier.

The words alone are judged, never their markup: the same entry comes as a list item, a paragraph, a row or a line.
"""

from harvester.text import lazy_pattern

_SHORTEST, _LONGEST = 20, 4_000
"""Characters of an entry: a shorter text is a name or a heading, a longer one prose; some hundred authors have room."""

YEAR = lazy_pattern(r"(?:1[5-9]|20)\d\d(?!\d)(?<!\d\d\d\d\d)")
"""A year within words."""

# Volume and page as numbers, else words of a reference; the numbers are likelier and found in a tenth of the time.
_NUMBERS = lazy_pattern(r"\d(?:\s?[;:(]\s?[\deE]|[-\u2010-\u2015]\d|,\s?\d)")
_TRACES = lazy_pattern(
    r"\bet al\b|pmid|\bvol\b|\bpp?\.|https?:|\[j\]|google scholar|crossref|pubmed",
)
_LABEL = lazy_pattern(
    r"[\s\u2022*\u00b7\u2013\u2014-]*(?:[\[(]?\s?\d{1,4}(?:\s?[\])]\.?|\.(?!\d)|\s|(?=[^\W\d_]))\s*)?"
)
_LABEL_LENGTH = 12
"""Characters of a label with the blanks around it."""

_NAME = r"[^\W\d_][\w'\u2019\u2010-]+"
_INITIALS = r"(?:[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff]\.?[ -]?){1,4}"
_NAMES = lazy_pattern(
    rf"(?:(?:[a-z]{{1,4}} ){{0,2}}{_NAME}(?: {_NAME}){{0,2}},? {_INITIALS}(?:[,.;(&:]|\b(?:and|und|et|y|e)\b|$)"
    rf"|(?:[A-Z]\.[ -]?){{1,4}}{_NAME}(?:[,.]| and )"
    rf"|{_NAME}(?: {_NAME})?, {_NAME}(?: [A-Z]\.?)?(?:[.;]|, and |, {_NAME} {_NAME}[,.] )"
    r"|[^\n]{3,80}? et al\b)"
)
"""Names of people at the start of an entry, in the ways of the usual styles."""
_NAMES_LENGTH = 200
"""Characters at the start of an entry that hold its first authors."""

_PLACE = lazy_pattern(
    r"(?:1[89]|20)\d\d[a-z]?\b[^\n]{0,60}?\d\s?(?:\(\S{1,12}\))?\s?[:,]\s?(?:pp?\.\s?)?[eSs]?\d"
    r"|\d\s?(?:\([^()]{1,16}\)\s?)?[:,]\s?(?:pp?\.?\s?)?[eSsA-Z]?\d+(?:\s?[-\u2010-\u2015]\s?[eSsA-Z]?\d+)?[.,;]?\s?\(?(?:1[89]|20)\d\d"
    r"|\d,? \((?:1[89]|20)\d\d\),? ?[eS]?\d"
    r"|\b[Vv]ol(?:ume)?\.? ?\d|\bpp\.? ?[eS]?\d|\[[JMDCN]\]|10\.\d{4,9}/|PMID|arXiv"
)
"""Volume and page beside a year, or an identifier."""
_PUBLISHER = lazy_pattern(
    r"[^\W\d_.]{3,}(?: [^\W\d_.]+\.?)?: [^\n:;]{3,60}[,;] \(?(?:1[5-9]|20)\d\d"
    r"|(?:Press|Publish\w+|Verlag|Springer|Wiley|Elsevier)\b"
)
"""Place and publisher before the year, or the name of one."""
_BODY = lazy_pattern(
    r"(?!(?i:copyright|received|accepted|published|posted|updated|revised|submitted|created|last|vol|volume|issue|fig"
    r"|figure|table)\b)(?=\W?[^\W\d_a-z])[^\W\d_][\w'\u2019-]*(?:[ ,&/.]{1,3}[^\W\d_][\w'\u2019-]*){0,14}"
    r"(?: [(\[][^\W\d_]{2,12}[)\]])?[.,:]? (?:\((?:1[89]|20)\d\d[a-z]?\)|(?:1[89]|20)\d\d[a-z]?(?=[.,:]))[.,:]? "
)
"""The name of a body at the start of an entry, and its year, as styles with author and year print them."""
_BODY_LENGTH = 250
"""Characters at the start of an entry that hold the name of a body and the year."""
_PUBLISHED_BY = lazy_pattern(
    r"[^\W\d_.]{2,}: [^\W\d_a-z][^\n:;]{2,100}$|[.?!\u201d\u2019>] [^\W\d_a-z][^\n.:]{3,100}\.$"
    r"|\b(?:ed|edn|edition|report|guideline|[Nn]o\. ?\d|[A-Z]{2,}[ -]?\d+)\b"
)
"""A publisher behind a title, with its place or without; an edition, a report or its number."""
_WORDS = lazy_pattern(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 5
"""Words of an entry behind its first name: a title, and where it appeared."""
_QUOTED = lazy_pattern(r"[\u201c\u201e\u00ab\"][^\u201d\"\u00bb]{12,300}[\u201d\"\u00bb\u201c]")


def looks_like_reference(text: str) -> bool:
    """Whether a string may be a reference: long enough, with an identifier, or with a year and a trace of volume, page
    or link, of a publisher, or of authors."""
    if not _SHORTEST <= len(text) <= _LONGEST or " " not in text:
        return False
    if not YEAR.search(text):
        return "doi" in text.lower()
    if _NUMBERS.search(text) is not None or "doi" in (lower := text.lower()) or _TRACES.search(lower) is not None:
        return True
    return _tells_a_work(text)


def shows_a_work(text: str) -> bool:
    """Whether a string has what only a reference has, not just a year and numbers: a place in a journal, a publisher,
    authors and a title, an address."""
    if not _SHORTEST <= len(text) <= _LONGEST or " " not in text:
        return False
    if _PLACE.search(text) or "doi" in text:
        return True
    return YEAR.search(text) is not None and ("http" in text or " et al" in text or _tells_a_work(text))


def begins_with_authors(text: str) -> bool:
    """Whether an entry begins with names of people, behind its label."""
    return _NAMES.match(text[_start(text) :][:_NAMES_LENGTH]) is not None


def _start(text: str) -> int:
    label = _LABEL.match(text, 0, _LABEL_LENGTH)
    return label.end() if label else 0


def _tells_a_work(text: str) -> bool:
    """Whether words with a year name authors and a title, a quoted title, or a publisher; neither volume nor page."""
    if len(_WORDS.findall(text[:400])) <= _FEWEST_WORDS or "ights reserved" in text:
        return False
    if begins_with_authors(text) or _QUOTED.search(text) is not None or _PUBLISHER.search(text) is not None:
        return True
    return begins_with_body(text)


def begins_with_body(text: str) -> bool:
    """Whether an entry begins with the name of a body and a year, and names a publisher or an edition behind its
    title: "World Health Organization (2020) ... . Geneva: World Health Organization."."""
    start = _start(text)
    body = _BODY.match(text, start, start + _BODY_LENGTH)
    return body is not None and _PUBLISHED_BY.search(text, body.end()) is not None
