"""What DOIs look like in running text, publisher by publisher: where one cannot end, and where another word begins.

Learnt from the DOIs of real pages and records; the tables are of publishers' ways to number, not of single works.
"""

import re

from harvester.text import lazy_pattern

HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
# Soft hyphen, zero-width and bidirectional marks: they are for the line and its direction, and no DOI has them.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
STROKES = "\u2044\u2215\uff0f"
# What is to be read past in a text before a DOI can be seen in it, and what Markdown and LaTeX put before signs.
ODD = lazy_pattern(rf"[{INVISIBLE}{STROKES}]|\\(?=[!-/:-@\[\]^_`|~])|\{{\\?_\}}")

# The suffix of a DOI in running text. `<...>` and `[0001:...]` stand in SICI DOIs (ANSI/NISO Z39.56), `;` there
# after CO.
RUN = (
    rf"(?:[\w.:()/+*=~$!@\u00d7{HYPHENS}{INVISIBLE}-]|%[0-9A-Fa-f]{{2}}|(?<=CO);|(?<=\d)(?:,|&(?:amp;)?)(?=\d{{1,3}}_)"
    r"|<[\d:][^<>\s]{0,60}>|&lt;[\d:][^<>&\s]{0,60}&gt;|\[\d+:[^\[\]\s]{1,40}\])"
)

# What pages glue behind a DOI: a word after the sentence's full stop, or the label of the next link.
GLUED = lazy_pattern(
    r"(?<=[\d)>x])\.(?=[A-Z][a-z]+[^\w.)/])|(?<=.)(?:PubMed|PMID|PMC\d|Cross[Rr]ef|Google|Epub|Abstract|Medline|MEDLINE"
    r"|eCollection"
    r"|Full[Tt]ext|Find|Search|View|Available|Accessed|Article(?=CAS|PubMed|Google|$)|CAS(?=PubMed|Google|Article)"
    r"|https?:|doi:|DOI:)"
)
# A word at the end belongs to the DOI ("10.2203/dose-response.08-028.Isaksson") unless the sentence goes on behind it.
LAST_WORD = lazy_pattern(r"(?:(?<=[\d)>x])|(?<=[\dA-Z][A-Z]))\.[A-Z][a-z]+$")
CAPITAL_WORD = lazy_pattern(r"(?<=\d)[A-Z][a-z]{2,}$")
"""A word that a copy has run together with the DOI before it: "00081-7Get rights", "04407Published December"."""
SENTENCE = lazy_pattern(r"[ \u00a0][^\W_]")
# Lists of PubMed print the journal again right behind the DOI ("10.1093/ilar.46.3.241.ILAR J. 2005."): capital words
# that a year ends.
JOURNAL_WORD = lazy_pattern(r"\.[A-Z][A-Za-z]*\.?$")
JOURNAL_AND_YEAR = lazy_pattern(r"(?: [A-Z(][A-Za-z)&-]*){0,8}\.? (?:19|20)\d\d\.", re.ASCII)
# Publishers whose suffixes have a fixed length: what follows is the next word or number. Elsevier's end in
# three digits, or four in months with more than 999 abstracts.
FIXED = lazy_pattern(
    r"10\.(?:1371/journal\.p[a-z]{3}\.\d{7}|1016/j\.[a-z]+\.\d{4}\.\d{2}\.(?:\d{4}(?=[^\W\d_])|\d{3}(?!\d(?!\d)))|1097/[a-z]{2,5}\.\d{16}"
    r"|(?:1186|1007|1038|1245)/s\d{5}-\d{3}-\d{4,5}-[\dw-z])(?=[^\W_])",
    re.ASCII | re.IGNORECASE,
)
# A suffix that cannot be whole, so that a blank (or line end) inside the DOI may be passed over.
UNFINISHED = lazy_pattern(
    r"10\.(?:\d{4,9}/|1097/[a-z]{2,5}\.|1016/j\.(?:[a-z]+\.(?:\d{4}\.(?:\d\d\.)?)?)?|1016/s?\d{4}-\d{3}[\dx](?:\(\d\d\))?"
    r"|(?:1186|1007|1038|1245)/s\d{5}-(?:\d{3}-(?:\d{4,5}-)?)?|1371/journal\.(?:p[a-z]{3}\.)?"
    r"|\d{4,9}/\(sici\)(?:(?!co;2-[\w#]).)*+"
    r"|(?:1001|3389)/[a-z]+\.(?:(?:19|20)\d\d\.)?|1136/[a-z]+[.-](?:\d{4}-)?|1161/[a-z]+\.(?:\d{3}\.)?"
    r"|(?:1038|1073|1126|1523|7554)/[a-z]+\."
    r"|(?:1053|1067)/j\.(?:[a-z]+\.(?:\d{4}\.(?:\d\d\.)?)?)?|1111/j\.(?:\d{4}-\d{3}[\dx]\.(?:\d{4}\.)?)?"
    r"|1080/\d{7}[\dx]\.(?:\d{4}\.)?|1158/\d{4}-\d{3}[\dx]\.|1101/20\d\d\.(?:\d\d\.){0,2})",
    re.ASCII | re.IGNORECASE,
)
# SICI DOIs, which Wiley gave until about 2000, with the line ends that text browsers put into them.
SICI = lazy_pattern(r"10\.\d{4,9}/\(SICI\)(?:\S|\s{1,14}(?=\S)){10,90}?CO;\s{0,14}2-\s{0,14}[\w#]", re.IGNORECASE)
# An ISSN, perhaps with year and volume, is but the beginning of such a one, or a whole journal.
CUT_SICI = lazy_pattern(r"10\.\d{4,9}/\d{4}-\d{3}[\dx](?:\(\d{4}\)\d{1,4})?", re.ASCII | re.IGNORECASE)
# The end of a SICI, which a line may break behind its full stops: "2.0.CO;2".
_CUT_END = lazy_pattern(r"10\.\d{4,9}/\d{4}-\d{3}[\dx]\(\d{4}\)\S{1,30}[>\]]\d\.(?:\d\.)?", re.ASCII | re.IGNORECASE)
GOES_ON = "-/(_<"  # what ends no DOI, at the end of a line
# A full stop at the end of a line ends the DOI or stands within it. It stands within where what comes before it is but
# a journal, its ISSN or its year and a number follows, or where what follows is no word: letters with digits.
_STEM = lazy_pattern(r"10\.\d{4,9}/(?:\D+|\d{4}-\d{3}[\dx]|\S*[./](?:19|20)\d\d)\.", re.ASCII | re.IGNORECASE)
_NUMBER_BELOW = lazy_pattern(r"\n[ \t]{0,12}(?:(?!\d{1,3}[.)]?[ \t]+[^\W\d_])\d[\w-]|[a-z]{1,20}\.\w{0,9}\d)", re.ASCII)
_CODE_BELOW = lazy_pattern(
    r"\n[ \t]{0,12}(?=\w{0,20}\d)(?=[\d.]{0,20}[A-Za-z])(?!PM|\d{1,3}[A-Z][a-z])[\w.]{6,30}[.\])]?[ \t]*(?=[\n\[]|$)",
    re.ASCII,
)


def goes_on_below(doi: str, text: str, end: int) -> bool:
    """Whether a DOI that ends in a full stop, at the end of a line, goes on in the next one."""
    if _CODE_BELOW.match(text, end) or _CUT_END.fullmatch(doi):
        return True
    return _STEM.fullmatch(doi) is not None and _NUMBER_BELOW.match(text, end) is not None


NEXT_PIECE = lazy_pattern(rf"[ \t\u00a0]?\r?\n?[ \t\u00a0]{{0,12}}(?=[\w(<])({RUN}{{1,300}})", re.ASCII | re.IGNORECASE)
# DOIs of a whole journal, volume or issue, which some sites link instead of the work's (Wiley's and Blood's
# registrations); a number of three digits and more behind the volume is an article's.
NOT_A_WORK = lazy_pattern(r"\(issn\)|\.issue-\d|\.v\d+[:.]\d{1,2}$", re.IGNORECASE)

# What journal sites put behind a DOI in the address of a page about the work, and what people copy with it.
PAGE_WORD = lazy_pattern(r"/(?:abstract|full|e?pdf|full-?text|full/html|meta|summary)$", re.IGNORECASE)
IN_ADDRESS = lazy_pattern(
    r"(?:/(?:abstract|full|pdf|epdf|epub|fulltext|full-text|full/html|meta|summary|references|html|pdfdirect|figures?|tables?"
    r"|citedby|suppinfo|suppl_file|standard|asset|media|issuetoc|related|metrics|section)(?:/.*)?"
    r"|\.(?:full|abstract|long|short|pdf|html?|extract|full-text|figures-only|full\.pdf|full\.pdf\+html))+$",
    re.IGNORECASE,
)
# Silverchair's sites put an article's number behind the DOI, and words of its title; Oxford's DOIs have two parts.
_NUMBERED = lazy_pattern(r"/article[\w-]*/doi/$", re.IGNORECASE)
_NUMBER = lazy_pattern(r"(10\.[\d.]+/[^/]+(?:/[^/]+){0,3}?)/\d{4,9}(?:/[^/]*)?")
_OXFORD = lazy_pattern(r"(10\.1093/[^/]+/[^/]+)/.+")
# The servers of Cold Spring Harbor and openRxiv register a preprint, not its versions.
VERSIONED = ("10.1093/", "10.1101/", "10.64898/")
_PREPRINT_VERSION = lazy_pattern(r"(10\.(?:1101|64898)/[\d.]*\d)v\d.*", re.IGNORECASE)

OF_A_SHAPE = frozenset(
    (
        "10.1371/",
        "10.1016/",
        "10.1097/",
        "10.1186/",
        "10.1007/",
        "10.1038/",
        "10.1245/",
        "10.1093/",
        "10.1101/",
        "10.64898",
    )
)
"""How the DOIs begin that `FIXED` and `VERSIONED` are about."""


def without_page(doi: str, address: str = "") -> str:
    """A DOI without what the addresses of a site's pages have behind it ("/full", ".pdf", "v1.full.pdf").

    `address` is the address up to the DOI; "" where a DOI stands alone or behind a resolver's host: some registered
    ones end in ".pdf", but none was seen to end in "/full".
    """
    if doi.startswith(VERSIONED) and (match := _OXFORD.fullmatch(doi) or _PREPRINT_VERSION.fullmatch(doi)):
        return match.group(1)
    if address:
        doi = IN_ADDRESS.sub("", doi)
        number = _NUMBER.fullmatch(doi) if _NUMBERED.search(address) else None
        return number.group(1) if number else doi
    return PAGE_WORD.sub("", doi) if doi.count("/") > 1 else doi
