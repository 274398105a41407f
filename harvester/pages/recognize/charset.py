"""Bytes -> text: byte order mark, then UTF-8 if valid, then what the page declares, then the likeliest guess.

Strict UTF-8 comes before the declaration because browsers save pages as UTF-8 and leave the old declaration in,
while text in another encoding is practically never valid UTF-8 by chance.
"""

import codecs
import re

from harvester.values.miscoded import mended

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16, whose little-endian mark is the beginning of this one.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_:.-]{2,40})""")
_SEVEN_BIT = ("iso2022", "hz", "utf-7")
"""Encodings, by Python's names, whose bytes are all ASCII, so that they would pass for UTF-8."""

_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_LINE_ENDS = re.compile(r"\r\n?")


def decode(content: bytes, declared: str = "") -> str:
    """The text of a saved page; bytes that are invalid in its encoding become U+FFFD, NULs are dropped, and what a
    program before read in another encoding is put right where that is certain.

    `declared` is the encoding that a container gives for this part; otherwise the head of the page is asked.
    """
    text = mended(_decoded(content, declared).replace("\x00", "").lstrip("\ufeff"))
    return _LINE_ENDS.sub("\n", text) if "\r" in text else text


def _decoded(content: bytes, declared: str) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    # UTF-16 without a mark: nearly every second byte of Western text is NUL, here at least each third. The first bytes
    # are enough for that; with less than four no pattern shows.
    head = content[:2000]
    if len(head) >= 4 and head.count(0) * 3 >= len(head):
        wide = "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"
        return content.decode(wide, "replace")
    # Browsers look for a declaration in the first 1024 bytes (HTML Living Standard, 13.2.3.2), but in a saved page
    # comments and scripts of the browser and its extensions may stand before it.
    if not declared and (match := _DECLARED.search(content[:4096])):
        declared = match.group(1).decode("ascii")
    encoding = encoding_of(declared)
    if encoding.startswith(_SEVEN_BIT) and (text := _try(content, encoding)) is not None:
        return text
    if (text := _try(content, "utf-8")) is not None:
        return text
    # A page that declares UTF-8 but is not valid may have a few bad bytes or any other encoding: that is guessed.
    if encoding not in ("", "utf-8") and (text := _try(content, encoding, "replace")) is not None:
        return text
    return _guess(content)


def encoding_of(label: str) -> str:
    """Python's name of the encoding that a page means by a label, in any case; "" for an unknown label.

    What browsers decode under a label is laid down in the WHATWG Encoding Standard (4.2): `iso-8859-1` is
    windows-1252. Labels that it lacks are Python's, and mean what browsers make of the encoding if they know it.
    """
    import webencodings  # needed by pages that are not UTF-8: few, and its tables cost every start a millisecond

    try:
        encoding = webencodings.lookup(label)
        if encoding is None:
            codec = codecs.lookup(label)
            # `latin-1` is not a label of the standard, but `iso8859-1` is.
            encoding = webencodings.lookup(codec.name)
            if encoding is None:
                return codec.name
        # The standard reads hz and iso-2022-kr as nothing, since scripts can hide in them; a reader runs no scripts.
        if encoding.name == "replacement":
            return codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    # GBK is decoded as gb18030, which holds it (section 10.1.1 of the standard); Python's GBK knows fewer characters.
    return "gb18030" if encoding.name == "gbk" else str(encoding.codec_info.name)


def _try(content: bytes, encoding: str, errors: str = "strict") -> str | None:
    try:
        return content.decode(encoding, errors)
    except (LookupError, ValueError):
        # A label may name no encoding of text (`hex`), or one that only webencodings decodes (`x-user-defined`).
        return None


def _guess(content: bytes) -> str:
    """UTF-8 with a few bad bytes, text in another script by its statistics, or else Windows' Western encoding."""
    text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    # Valid UTF-8 sequences do not occur by chance: with four for each bad one the page is UTF-8.
    if sum(1 for c in text if ord(c) > 127) - bad > 4 * bad:
        return text
    runs = _HIGH_RUN.findall(content)
    high = sum(map(len, runs))
    in_runs = sum(len(run) for run in runs if len(run) > 1)
    # Western text has single letters beyond ASCII, another script has whole words of them. Statistics need
    # some dozen bytes to be of use, and no more than the first 200,000.
    if high > 40 and in_runs > 0.8 * high:
        from charset_normalizer import from_bytes

        best = from_bytes(content[:200_000]).best()
        if best is not None and (guessed := _try(content, best.encoding, "replace")) is not None:
            return guessed
    return content.decode("cp1252", "replace")
