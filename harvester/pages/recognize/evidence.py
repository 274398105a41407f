"""What a file is, by its content: binary, a bibliography, or a page in one of the formats that have a layout."""

import re
from itertools import islice

from harvester.model import Skip, SkipCode
from harvester.pages.recognize.bibliographies import skip_bibliography
from harvester.text import lazy_pattern

_MAGIC = (
    (b"%PDF", Skip(SkipCode.DOCUMENT, "PDF")),
    (b"PK\x03\x04", Skip(SkipCode.BINARY, "ZIP or an office document")),
    (b"\x1f\x8b", Skip(SkipCode.BINARY, "gzip")),
    (b"\x89PNG", Skip(SkipCode.BINARY, "picture")),
    (b"GIF8", Skip(SkipCode.BINARY, "picture")),
    (b"\xff\xd8\xff", Skip(SkipCode.BINARY, "picture")),
    (b"SQLite format 3", Skip(SkipCode.BINARY, "database")),
    (b"\x7fELF", Skip(SkipCode.BINARY, "program")),
    (b"{\\rtf", Skip(SkipCode.DOCUMENT, "RTF")),
)
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
"""Characters that no text has; white space does not count, nor does ESC, with which ISO-2022 shifts."""

_MARKUP = lazy_pattern(
    r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<div[\s>]|<table[\s>]|<p>|<ol[\s>]|<li[\s>]",
    re.IGNORECASE,
)
_JATS = lazy_pattern(
    r"<!DOCTYPE article\b|<(?:\w+:)?article\b[^>]{0,1500}(?:article-type|dtd-version|xmlns:mml)|<pmc-articleset",
    re.IGNORECASE,
)
_JATS_BODY = ("<article-meta", "<journal-meta", "<ref-list", "<front")

_HTML_KINDS = (
    ("qxmd-html", ("read.qxmd.com",), (r"<title>[^<]{0,400}QxMD|site_name\"[^>]{0,40}QxMD",)),
    ("search-results", ("ncbi_pdid",), (r"<meta[^>]{0,80}ncbi_pdid[^>]{0,40}(?:search-results|docsum|summary)",)),
    ("search-results", ('class="search-results"', "pubmed"), (r"data-article-id|docsum-(?:content|title)",)),
    ("search-results", ("ncbi_op", "ncbi_db"), (
        r'<meta[^>]{0,40}ncbi_op"[^>]{0,40}"search"', r'ncbi_db"[^>]{0,20}"pubmed"',
    )),
    ("search-results", ("search results - pubmed",), (r"<title>[^<]{0,400}Search Results - PubMed\s*</title>",)),
    ("search-results", ("results-article", "pubmed"), (r'class="results-article\b',)),
    ("search-results", ("europepmc", "<title>search results"), ()),
    ("search-results", ("gs_res_ccl", "gs_ri"), ()),
    ("pubmed-html", ("ncbi_", "pubmed"), (
        r'ncbi_(?:app|db)"[^>]{0,20}"pubmed"', r'class="heading-title"|name="citation_pmid"',
    )),
    ("pubmed-html", ('id="full-view-heading"', 'class="heading-title"'), ()),  # a page saved without its head
    ("pubmed-html-old", ('class="rprt', "pubmed"), (r'class="rprt\b[^"]{0,20}abstract"',)),
    ("pubmed-html-old", ("ncbi_db", "pubmed"), (
        r'ncbi_db"[^>]{0,20}"pubmed"', r'class="rprt\b',
    )),
    ("pmc-html", ("pmc",), (
        r'ncbi_(?:app|db|domain)"[^>]{0,20}"(?:pmc|PMC)|<meta[^>]{0,40}"citation_pmcid"'
        r"|pmc\.ncbi\.nlm\.nih\.gov/articles/PMC\d",
        r'citation_title|class="content-title|ref-list|tsec sec',
    )),
)  # fmt: skip
"""Format, words that must all stand in the page's head in lower case, and patterns that must all be found there; the
first that fits wins. The words are looked for first, since patterns that ignore case are slow: with them it takes a
quarter of the time."""

_HTML_TESTS = tuple(
    (name, words, tuple(lazy_pattern(pattern, re.IGNORECASE) for pattern in patterns))
    for name, words, patterns in _HTML_KINDS
)
_HEAD = 60_000
"""Characters in which a page of HTML names its site; journals put long scripts before their metadata."""

_PUBMED_TEXT = (
    "PubMed Disclaimer",
    "Access keys NCBI Homepage",
    "Clipboard, Search History, and several other advanced features",
    "Full text links",
    "LinkOut - more resources",
)
_PUBMED_LINE = lazy_pattern(r"^[ \t]{0,8}\. ?\d{4} ?[A-Z]?[a-z]{0,2}[^\n]{0,60}\n", re.MULTILINE)
_SEARCH_TEXT = lazy_pattern(
    r"^[ \t]{0,8}(?:[\d,]{1,12} results(?: for)?\b|Results by year|Filters applied:)",
    re.MULTILINE,
)
_RESULT_ITEM = lazy_pattern(r"^[ \t]{0,8}(?:PMID: \d{1,8}|Cite$|\d{1,4}$)", re.MULTILINE)
_RESULT_LISTS = (
    ("PMID- ", lazy_pattern(r"^PMID- ?\d+\n(?:[A-Z]{2,4} {0,2}- [^\n]*\n){2}", re.MULTILINE), 1),
    ("Cited by ", lazy_pattern(r"^[^\n]{0,40}\bCited by \d+[^\n]{0,12}Related articles", re.MULTILINE), 2),
    ("Europe PMC", lazy_pattern(r"\bof [\d,]{1,12} results\b(?=[^|]{0,4000}\| PMID: \d)"), 1),
    ("\nPMID: ", lazy_pattern(r"^\d{1,6}\. [^.;,\n]{2,120}\. (?:1[6-9]|20)\d\d\b(?=[^:]{0,40}[;:])", re.MULTILINE), 2),
)
"""What such pages have as text: words that occur in them, the sign of the page or of one work, how many are enough: of
PubMed's own format, Google Scholar, Europe PMC, and PubMed's file "Abstract (text)"."""
_CITE_BUTTON = lazy_pattern(r"^[ \t]{0,8}Cite[ \t]{0,4}$", re.MULTILINE)
_PMID_LINE = lazy_pattern(r"^[ \t]{0,8}PMID: ?\d{1,8}\b", re.MULTILINE)
"""A part of such a page that was copied without its head has but its items' buttons and numbers."""
_SUMMARY = lazy_pattern(r"\d{1,6}: \S[^\n]*(?:\n[^\n]+)*", re.MULTILINE)
_SUMMARY_END = lazy_pattern(r"PMID: \d{1,8}\b[^\n]{0,60}$")
_QXMD = ("Add to saved papers", "Read by QxMD", "Read mobile app")


def skip_binary(content: bytes) -> Skip | None:
    """Why these bytes are not text; None if they may be."""
    for magic, skip in _MAGIC:
        if content.startswith(magic):
            return skip
    head = content[:4000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    # UTF-16 without a mark: every second byte may be NUL, but not many more than half of all bytes.
    nuls = max(head[1::2].count(0), head[0::2].count(0))
    if len(head) > 3 and nuls * 3 > len(head) and head.count(0) * 9 < len(head) * 5:
        return None
    # A damaged page of text may have a few control characters; a twentieth of the bytes is more than a few.
    odd = len(head) - len(head.translate(None, _CONTROL))
    return Skip(SkipCode.BINARY) if odd * 20 > len(head) else None


def skip_text(text: str) -> Skip | None:
    """Why a text is not a page; None if it may be."""
    return skip_bibliography(text.lstrip("\ufeff"))


_VIEWER_SOURCE = '<div id="webkit-xml-viewer-source-xml">'
_VIEWER_WORDS = "This XML file does not appear to have any style information"


def out_of_viewer(text: str) -> str:
    """The XML out of a browser's XML view that was saved or copied; any other text unchanged."""
    source = text.find(_VIEWER_SOURCE, 0, _HEAD)
    if source >= 0 and (end := text.find("</div>", source)) >= 0:
        return text[source + len(_VIEWER_SOURCE) : end]
    if text[:1000].lstrip().startswith(_VIEWER_WORDS):
        return text[max(0, text.find("<")) :]
    return text


def format_of(text: str) -> str:
    """The format of this text: its key in the table of layouts."""
    head = text[:_HEAD]
    # An article may have its body in JATS within a page of HTML, as an example or in a script: that page is HTML.
    if _JATS.search(head[:8000]) and any(mark in text for mark in _JATS_BODY) and "<html" not in head[:2000].lower():
        return "jats"
    if "<" in head:
        first = head[:2000].lstrip().lower()
        is_html = first.startswith(("<!doctype html", "<html", "<!--", "<?xml")) or "<html" in first or "<head" in first
        # A page saved without its first tags still has some that only HTML has; a text may quote one or two.
        if is_html or len(list(islice(_MARKUP.finditer(head), 3))) == 3:
            lower = head.lower()
            for name, words, patterns in _HTML_TESTS:
                if all(word in lower for word in words) and all(pattern.search(head) for pattern in patterns):
                    return name
            return "html"
    signs = sum(1 for sign in _PUBMED_TEXT if sign in text)
    # A record's page has one number and one "Cite" of its own: three such lines are results.
    # Words come before patterns, which cost twenty times as much.
    may_list = (signs or "PMID:" in text) and ("esults" in text or "Filters applied:" in text)
    if may_list and _SEARCH_TEXT.search(text) and len(_RESULT_ITEM.findall(text)) >= 3:
        return "search-results"
    if "PubMed Disclaimer" in text:
        return "pubmed-text"
    if text.count("Cite") > 1 and len(_CITE_BUTTON.findall(text)) > 1 and len(_PMID_LINE.findall(text)) > 1:
        return "search-results"
    if any(word in text and len(pattern.findall(text)) >= least for word, pattern, least in _RESULT_LISTS):
        return "search-results"
    if text[:40].lstrip().startswith("1: "):
        # PubMed's file "Summary (text)": numbered records alone, each with its PMID at the end.
        records = re.split(r"\n\s*\n", text.strip())
        whole = (_SUMMARY.fullmatch(record) and _SUMMARY_END.search(record) for record in records)
        if len(records) > 1 and all(whole):
            return "search-results"
    # Other sites have "Full text links" too: one sign counts only where PubMed is named.
    if (signs > 1 or (signs and "pubmed" in text.lower())) and _PUBMED_LINE.search(text):
        return "pubmed-text"
    return "qxmd-text" if any(sign in text for sign in _QXMD) else "text"
