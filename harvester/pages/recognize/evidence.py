"""What a file is, told by what stands in it: binary, a bibliography, or a page of one of the readers' formats."""

import re

from harvester.pages.recognize.bibliographies import bibliography

_MAGIC = (
    (b"%PDF", "PDF: save the page as HTML or text instead"),
    (b"PK\x03\x04", "binary (ZIP or an office document)"),
    (b"\x1f\x8b", "binary (gzip)"),
    (b"\x89PNG", "binary (picture)"),
    (b"GIF8", "binary (picture)"),
    (b"\xff\xd8\xff", "binary (picture)"),
    (b"SQLite format 3", "binary (database)"),
    (b"\x7fELF", "binary (program)"),
    (b"{\\rtf", "RTF: save the page as HTML or text instead"),
)
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})

_MARKUP = re.compile(
    r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<div[\s>]|<table[\s>]|<p>|<ol[\s>]|<li[\s>]",
    re.IGNORECASE,
)
_JATS = re.compile(
    r"<!DOCTYPE article\b|<(?:\w+:)?article\b[^>]{0,1500}(?:article-type|dtd-version|xmlns:mml)|<pmc-articleset",
    re.IGNORECASE,
)
_JATS_BODY = ("<article-meta", "<journal-meta", "<ref-list", "<front")

# Format, and patterns that must all be found in the page; the first that fits wins.
_HTML_KINDS = (
    ("qxmd-html", (r"read\.qxmd\.com", r"<title>[^<]{0,400}QxMD|site_name\"[^>]{0,40}QxMD")),
    ("search-results", (r"<meta[^>]{0,80}ncbi_pdid[^>]{0,40}(?:search-results|docsum|summary)",)),
    ("search-results", (r'class="search-results"', r"pubmed", r"data-article-id|docsum-(?:content|title)")),
    ("search-results", (r'<meta[^>]{0,40}ncbi_op"[^>]{0,40}"search"', r'ncbi_db"[^>]{0,20}"pubmed"')),
    ("pubmed-html", (r'ncbi_(?:app|db)"[^>]{0,20}"pubmed"', r'class="heading-title"|name="citation_pmid"')),
    ("pubmed-html", (r'id="full-view-heading"', r'class="heading-title"')),  # saved without its head
    ("pubmed-html-old", (r'class="rprt\b[^"]{0,20}abstract"', r"pubmed")),
    ("pubmed-html-old", (r'ncbi_db"[^>]{0,20}"pubmed"', r'class="rprt\b|name="ncbi_uidlist"')),
    (
        "pmc-html",
        (
            r'ncbi_(?:app|db|domain)"[^>]{0,20}"(?:pmc|PMC)|<meta[^>]{0,40}"citation_pmcid"|pmc\.ncbi\.nlm\.nih\.gov/articles/PMC\d',
            r'citation_title|class="content-title|ref-list|tsec sec',
        ),
    ),
)
_HTML_TESTS = tuple((name, tuple(re.compile(p, re.IGNORECASE) for p in patterns)) for name, patterns in _HTML_KINDS)
_HEAD = 60_000

_PUBMED_TEXT = (
    "PubMed Disclaimer",
    "Access keys NCBI Homepage",
    "Clipboard, Search History, and several other advanced features",
    "Full text links",
    "LinkOut - more resources",
)
_PUBMED_LINE = re.compile(r"^[ \t]{0,8}\. ?\d{4} ?[A-Z]?[a-z]{0,2}[^\n]{0,60}\n", re.MULTILINE)
_SEARCH_TEXT = re.compile(
    r"^[ \t]{0,8}(?:[\d,]{1,12} results(?: for)?\b|Results by year|Filters applied:)",
    re.MULTILINE,
)
_RESULT_ITEM = re.compile(r"^[ \t]{0,8}(?:PMID: \d{1,8}|Cite$|\d{1,4}$)", re.MULTILINE)
_QXMD = ("Add to saved papers", "Read by QxMD", "Read mobile app")


def tell_binary(content: bytes) -> str:
    """Why these bytes are no text, or ""."""
    for magic, reason in _MAGIC:
        if content.startswith(magic):
            return reason
    head = content[:4000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_wide(head):
        return ""
    odd = len(head) - len(head.translate(None, _CONTROL))
    return "binary" if odd * 20 > len(head) else ""


def skip_text(text: str) -> str:
    """Why a text is none of a page, or ""."""
    found = bibliography(text.lstrip("\ufeff"))
    return f"{found}, no saved page" if found else ""


_VIEWER_SOURCE = '<div id="webkit-xml-viewer-source-xml">'
_VIEWER_WORDS = "This XML file does not appear to have any style information"


def out_of_viewer(text: str) -> str:
    """The XML that a browser's viewer shows, out of the page that the browser saved or a reader copied; else the text
    itself."""
    source = text.find(_VIEWER_SOURCE, 0, _HEAD)
    if source >= 0 and (end := text.find("</div>", source)) >= 0:
        return text[source + len(_VIEWER_SOURCE) : end]
    if text[:1000].lstrip().startswith(_VIEWER_WORDS):
        return text[max(0, text.find("<")) :]
    return text


def format_of(text: str) -> str:
    """The key of the readers' table under which this text is read."""
    head = text[:_HEAD]
    if _JATS.search(head[:8000]) and any(mark in text for mark in _JATS_BODY) and "<html" not in head[:2000].lower():
        return "jats"
    if "<" in head and _is_html(head):
        return next((name for name, tests in _HTML_TESTS if all(test.search(head) for test in tests)), "html")
    return _text_kind(text)


def _is_html(head: str) -> bool:
    first = head[:2000].lstrip().lower()
    if first.startswith(("<!doctype html", "<html", "<!--", "<?xml")) or "<html" in first or "<head" in first:
        return True
    return sum(1 for _, _ in zip(range(3), _MARKUP.finditer(head), strict=False)) >= 3


def _text_kind(text: str) -> str:
    pubmed = sum(1 for sign in _PUBMED_TEXT if sign in text)
    if _SEARCH_TEXT.search(text) and (pubmed or "PMID:" in text) and len(_RESULT_ITEM.findall(text)) >= 3:
        return "search-results"
    if pubmed and (pubmed > 1 or "pubmed" in text.lower()) and _PUBMED_LINE.search(text):
        return "pubmed-text"
    if "PubMed Disclaimer" in text:
        return "pubmed-text"
    return "qxmd-text" if any(sign in text for sign in _QXMD) else "text"


def _looks_wide(head: bytes) -> bool:
    return (
        len(head) > 3
        and (head[1::2].count(0) * 3 > len(head) or head[0::2].count(0) * 3 > len(head))
        and head.count(0) * 9 < len(head) * 5
    )
