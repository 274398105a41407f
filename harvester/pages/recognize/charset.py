"""Bytes -> text: byte order mark, then UTF-8 if it is that, then what the page declares, then the likeliest guess.

Strict UTF-8 comes before the declaration because browsers save pages as UTF-8 and leave the old declaration in,
while text in another encoding is practically never valid UTF-8 by chance.
"""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_:.-]{2,40})""")
# What browsers really decode under these names (WHATWG Encoding Standard, section 4.2).
_MEANT = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "windows-874": "cp874",
}
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_LINE_ENDS = re.compile(r"\r\n?")


def decode(content: bytes, declared: str = "") -> str:
    """The text of a saved page; bytes that its encoding does not know become U+FFFD, NULs are dropped.

    `declared` is the encoding that a container tells of this part; otherwise the head of the page is asked.
    """
    text = _decode(content, declared).replace("\x00", "").lstrip("\ufeff")
    return _LINE_ENDS.sub("\n", text) if "\r" in text else text


def _decode(content: bytes, declared: str) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return (
                content[len(mark) :].decode(encoding)
                if encoding == "utf-8-sig"
                else content.decode(encoding, "replace")
            )
    if wide := _without_mark(content):
        return content.decode(wide, "replace")
    declared = declared or _declared(content)
    if declared.startswith(("iso-2022", "hz", "utf-7")) and (text := _try(content, declared)) is not None:
        return text
    if (text := _try(content, "utf-8")) is not None:
        return text
    if declared and declared != "utf-8" and (text := _try(content, declared, "replace")) is not None:
        return text
    return _guess(content)


def _without_mark(content: bytes) -> str:
    """UTF-16 without a mark: nearly every second byte of Western text is NUL."""
    head = content[:2000]
    if len(head) < 4 or head.count(0) * 3 < len(head):
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _declared(content: bytes) -> str:
    match = _DECLARED.search(content[:4096])
    label = match.group(1).decode("ascii").lower() if match else ""
    return _MEANT.get(label, label)


def _try(content: bytes, encoding: str, errors: str = "strict") -> str | None:
    try:
        return content.decode(_MEANT.get(encoding.lower(), encoding), errors)
    except (LookupError, UnicodeError, ValueError):
        return None


def _guess(content: bytes) -> str:
    """UTF-8 with a few rotten bytes, text in another script by its statistics, or else Windows' Western encoding."""
    text = content.decode("utf-8", "replace")
    good = sum(1 for c in text if ord(c) > 127) - (bad := text.count("\ufffd"))
    if good > 4 * bad:
        return text
    runs = _HIGH_RUN.findall(content)
    high = sum(map(len, runs))
    in_runs = sum(len(run) for run in runs if len(run) > 1)
    if high > 40 and in_runs > 0.8 * high:
        return _by_statistics(content)
    return content.decode("cp1252", "replace")


def _by_statistics(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000]).best()
    text = _try(content, best.encoding, "replace") if best else None
    return text if text is not None else content.decode("cp1252", "replace")
