"""Charset and format of a saved file, told by evidence."""

import plistlib

import pytest

from harvester.explain import why_skipped
from harvester.model import Skip, SkipCode, Source
from harvester.pages.recognize import recognize
from harvester.pages.recognize.charset import encoding_of

HTML = (
    '<!DOCTYPE html><html><head><meta charset="{}"><title>Größe</title></head>'
    "<body><p>Jänne PA, Ó Brien</p></body></html>"
)


def one(content: bytes) -> tuple[str, str]:
    (page,) = recognize(Source("a.bin", content, "0" * 64)).pages
    return page.format, page.text


def skipped(content: bytes) -> str:
    found = recognize(Source("a.txt", content, "0" * 64))
    assert not found.pages
    assert found.skipped is not None
    return why_skipped(found.skipped)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "iso-8859-15"])
def test_a_declared_charset_is_followed(charset: str) -> None:
    form, text = one(HTML.format(charset).encode(charset))
    assert form == "html"
    assert "Größe" in text
    assert "Jänne" in text


def test_a_page_that_declares_latin_but_is_utf8_is_utf8() -> None:
    assert "Jänne" in one(HTML.format("iso-8859-1").encode("utf-8"))[1]


@pytest.mark.parametrize("charset", ["gb18030", "gb2312", "big5", "shift_jis", "euc-kr"])
def test_declared_eastern_charsets_are_followed(charset: str) -> None:
    word = {"euc-kr": "참고문헌", "shift_jis": "参考文献"}.get(charset, "中文")
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><p>{word}</p>'
    assert word in one(page.encode(charset))[1]


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("latin-1", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("tis-620", "cp874"),
        ("x-sjis", "cp932"),
        ("shift-jis", "cp932"),
        ("gb2312", "gb18030"),
        ("x-gbk", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("big5", "big5hkscs"),
        ("x-mac-roman", "mac-roman"),
        ("unicode-1-1-utf-8", "utf-8"),
        ("hz-gb-2312", "hz"),
        ("cp850", "cp850"),
        ("no-such-charset", ""),
        ("", ""),
    ],
)
def test_the_label_of_an_encoding_means_what_browsers_mean_by_it(label: str, encoding: str) -> None:
    assert encoding_of(label) == encoding


@pytest.mark.parametrize("label", ["no-such-charset", "x-user-defined", "replacement", "hex", "utf8"])
def test_a_label_that_names_no_encoding_of_the_page_leaves_it_to_be_guessed(label: str) -> None:
    assert "Größe" in one(HTML.format(label).encode("cp1252"))[1]


def test_western_text_without_a_declaration_is_read_as_windows_1252() -> None:
    assert "Jänne PA – “café”" in one("Jänne PA – “café”. A text of a page.".encode("cp1252"))[1]


def test_utf16_without_a_mark_is_told_by_its_nuls() -> None:
    assert one("Some plain words of a page".encode("utf-16-le"))[1] == "Some plain words of a page"


def test_nuls_and_carriage_returns_are_gone() -> None:
    assert one(b"one\x00 two\r\nthree\rfour and more words")[1] == "one two\nthree\nfour and more words"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\x00 ", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"\nPMID- 123\nTI  - A", "bibliography (NBIB)"),
        (b"TY  - JOUR\nER  - ", "bibliography (RIS)"),
        (b"@article{key,\n title={A}}", "bibliography (BibTeX)"),
        (b"% Encoding: UTF-8\n\n@Article{,\n  title = {Taste},\n}\n", "bibliography (BibTeX)"),
        (b"1.\nTY  - JOUR\nID  - 12\nT1  - Taste\nA1  - Kay, A\n", "bibliography (RIS)"),
        (b"T1  - Taste\nTY  - JOUR\nDO  - 10.1000/x\nER  - \n", "bibliography (RIS)"),
        (b"%0 Journal Article\n%A Kay, A\n%T Taste\n%R 10.1000/x\n", "bibliography (EndNote)"),
        (b"FN ISI Export Format\nVR 1.0\nPT J\nAU Kay, A\n   Smith, B\nTI Taste\n", "bibliography (Web of Science)"),
        (b"<?xml version='1.0'?><xml><records><record><rec-number>1</rec-number>", "bibliography (EndNote, XML)"),
        (b'Title,Author Names,Source,Volume,DOI\n"Taste","Kay A.",J Fill,1,10.1000/x\n', "table of works"),
        (b'[{"type": "article-journal", "title": "Taste", "DOI": "10.1000/x"}]', "bibliography (JSON)"),
        (b'{"articles": [{"pmid": "12", "title": "Taste", "year": 2001}]}', "bibliography (JSON)"),
    ],
)
def test_what_is_no_page_is_passed_over_with_a_reason(content: bytes, reason: str) -> None:
    assert reason in skipped(content)


def test_why_a_file_is_passed_over_is_a_code_with_a_detail() -> None:
    found = recognize(Source("a.txt", b"TY  - JOUR\nER  - ", "0" * 64))
    assert found.skipped == Skip(SkipCode.BIBLIOGRAPHY, "RIS")


@pytest.mark.parametrize("code", list(SkipCode))
def test_every_code_has_words(code: SkipCode) -> None:
    assert "{" not in why_skipped(Skip(code, "detail"))


@pytest.mark.parametrize(
    "text",
    [
        "TI is short for titanium.\n\nAU is short for gold.\n\nAll other words of the page.\n\nAnd more of them.\n",
        "Title, abstract, authors and journal are what a record has.\n\nMore words.\n",
        "% of patients who were well: 40. @home they were seen by 3 nurses.\n\nMore words.\n",
        "[1] Kay A. Taste. J Fill. 2001;1:2-3.\n[2] Smith B. Smell. J Fill. 2002;2:3-4.\n",
        "{A page} that begins with a brace, and goes on.\n",
    ],
)
def test_a_page_that_only_begins_like_a_bibliography_is_read(text: str) -> None:
    assert one(text.encode())[0] == "text"


def test_an_mhtml_file_gives_the_page_inside_in_its_charset() -> None:
    body = HTML.format("utf-8").encode("utf-8")
    head = (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=XX\r\n\r\n"
        b"--XX\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    form, text = one(head + body + b"\r\n--XX\r\nContent-Type: image/png\r\n\r\nxx\r\n--XX--\r\n")
    assert form == "html"
    assert "Jänne" in text


def test_of_an_mhtml_files_frames_those_with_a_list_are_pages_too() -> None:
    reference = "<li>Kay A. Taste. J Fill. 2001;1:2-3.</li>"
    frames = (
        HTML.format("utf-8"),
        "<html><body><a href='/ad'>An advertisement of References</a></body></html>",
        f"<html><body><h2>References</h2><ol>{reference * 3}</ol></body></html>",
    )
    parts = "".join(f"--XX\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{frame}\r\n" for frame in frames)
    head = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=XX\r\n\r\n"
    pages = recognize(Source("a.mhtml", f"{head}{parts}--XX--\r\n".encode(), "0" * 64)).pages
    assert ["Taste" in page.text for page in pages] == [False, True]


def test_a_web_archive_of_safari_gives_its_main_page() -> None:
    main = {"WebResourceData": HTML.format("").encode("utf-8"), "WebResourceTextEncodingName": "UTF-8"}
    assert "Jänne" in one(plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY))[1]


@pytest.mark.parametrize(
    "content", [b"bplist00garbage", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"]
)
def test_a_broken_container_is_passed_over(content: bytes) -> None:
    assert "container" in skipped(content)


def test_the_suffix_does_not_decide_the_format() -> None:
    jats = b'<?xml version="1.0"?><article article-type="review-article"><front><article-meta/></front></article>'
    assert one(jats)[0] == "jats"
    assert one(b"Just a sentence, with 1 < 2 inside.")[0] == "text"


ARTICLE = (
    '<article xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="review-article"><front><article-meta>'
    "<title-group><article-title>A title</article-title></title-group></article-meta></front></article>"
)
VIEWER = (
    "This XML file does not appear to have any style information associated with it. The document tree is shown below."
)


@pytest.mark.parametrize(
    "page",
    [
        f'<html><body><div id="webkit-xml-viewer-source-xml">{ARTICLE}</div><div class="header"><span>{VIEWER}</span></div></body></html>',
        f"{VIEWER}\n{ARTICLE}",
    ],
)
def test_xml_that_a_browser_shows_is_taken_out_of_the_viewers_page(page: str) -> None:
    assert one(page.encode()) == ("jats", ARTICLE)


@pytest.mark.parametrize(
    ("body", "form"),
    [
        ('<div class="full-view" id="full-view-heading"><h1 class="heading-title">A title</h1></div>', "pubmed-html"),
        ('<div class="rprt abstract"><h1>A title</h1><p>PubMed</p></div>', "pubmed-html-old"),
    ],
)
def test_a_page_of_pubmed_that_was_saved_without_its_head_is_one(body: str, form: str) -> None:
    assert one(f"<body>{body}<p>Words.</p></body>".encode())[0] == form
