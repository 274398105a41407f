"""Text that was read in another coding than it was written in, put right where that is certain.

Pages and pasted lists come from programs that read UTF-8 as Windows-1252 ("Ã¼" for ü, "â€“" for a dash), GBK as
Windows-1252 ("¨C" for a dash, "M¨¹ller"), a Windows dash as a Macintosh's or a control character, or wrote entities
twice ("&amp;ouml;"). What such a sequence stands for is certain where no one would write it; what may be a capital
before a closing quotation mark ("CAFÉ»") is mended only beside others that are certain.
"""

from typing import TYPE_CHECKING

from harvester.text import lazy_pattern

if TYPE_CHECKING:
    import re

# Windows-1252's characters for the bytes 80 to 9F, which programs that read Latin-1 leave as control characters. With
# those of A0 to BF they go on in a character of UTF-8.
_WINDOWS = {byte: bytes((byte,)).decode("cp1252", "ignore") for byte in range(0x80, 0xA0)}
_BYTES = {character: byte for byte, character in _WINDOWS.items() if character}
_GOES_ON = "".join(_BYTES) + "\u0080-\u00bf"
_UTF8 = lazy_pattern(rf"[\u00c2-\u00df][{_GOES_ON}]|[\u00e0-\u00ef][{_GOES_ON}]{{2}}|[\u00f0-\u00f4][{_GOES_ON}]{{3}}")
_BEHIND_WORDS = frozenset(
    "\u201d\u2019\u201c\u2018\u00bb\u00ab\u2013\u2014\u2026\u2122\u00ae\u00a0\u00ad\u00b4\u00b7\u00ac"
)
"""What may stand behind a letter with an accent in words that are right: quotation marks, dashes, blanks."""
_BEHIND_SIGNS = _BEHIND_WORDS | frozenset("\u00b0\u00ba\u00aa\u00b9\u00b2\u00b3")
"""The same for letters that are signs too ("20 \u00c5\u00b3")."""
_ENOUGH = 2
"""Certain ones on a page beside which the others are mended too."""

# Two bytes of GBK that no one writes side by side in words: punctuation (A1), Greek (A6), letters with tones (A8); what
# may begin a Spanish word behind its mark only where no letter follows.
_GBK = lazy_pattern(
    "\u00a8(?:[\u00a1-\u00ba]|[CD](?![a-z]))|\u00a6[\u00c1-\u00d8]"
    "|\u00a1(?:[\u00a4\u00aa\u00ac-\u00b1\u00e6]|[\u00c0-\u00c2\u00dc\u00dd](?![A-Za-z\u00c0-\u00ff]))"
)
# Dashes that became something else, where they stand between numbers. En and em dash of Windows-1252 as a Macintosh or
# a terminal reads them, the Macintosh's own, Symbol's, one that no coding had, UTF-8's whose last byte is a quotation
# mark; a question mark between pages.
_DASH = lazy_pattern("(?<=[0-9])(?:[\u00d0\u00d1\u00f1\u00fb\ufffd\uf02d]|\u00e2\u20ac[\"'\u201d]?)(?=[A-Za-z]?[0-9])")
_CONTROLS = frozenset(map(chr, _WINDOWS))
_GBK_SIGNS, _DASH_SIGNS = frozenset("\u00a8\u00a1\u00a6"), frozenset("\u00d0\u00d1\u00f1\u00fb\ufffd\uf02d\u00e2")
"""What each of the patterns begins with."""
_ASCII = bytes(range(128))
_QUESTION = lazy_pattern(r"(?<=[0-9)])(:[A-Za-z]?[0-9]{1,6})\?(?=[A-Za-z]?[0-9])")
_ENTITY = lazy_pattern(
    r"&(?:amp;)?(?!(?:amp;)?(?:lt|gt|quot|apos);)(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});"
)


def with_entities(text: str) -> str:
    """Text with the characters of entities that were left in it, but for those of `<` and `>`: they make no tags."""
    if "&" not in text or not _ENTITY.search(text):
        return text
    from html import unescape  # its table costs every start a millisecond

    return _ENTITY.sub(lambda match: unescape(match.group().replace("&amp;", "&")), text)


def mended(text: str) -> str:
    """Text, or markup, with the characters that were read in another coding put right, where that is certain."""
    if text.isascii():
        return text
    # What is not ASCII is little of a page, and nearly always shows that there is nothing to mend: searching the whole
    # page four times cost a twentieth of a harvest. Neighbours stay neighbours in it.
    strange = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    if _UTF8.search(strange):
        text = _from_windows(text)
    signs = set(strange)
    if not signs.isdisjoint(_GBK_SIGNS):
        text = _GBK.sub(lambda match: bytes(map(ord, match.group())).decode("gbk", "replace"), text)
    if not signs.isdisjoint(_DASH_SIGNS):
        text = _DASH.sub("\u2013", text)
    return text if signs.isdisjoint(_CONTROLS) else text.translate(_WINDOWS)


def mended_words(text: str) -> str:
    """The same of text without markup, whose entities and question marks between pages are faults too."""
    text = mended(with_entities(text))
    return _QUESTION.sub("\\1\u2013", text) if "?" in text else text


def _from_windows(text: str) -> str:
    """Text with the characters of UTF-8 that were read byte by byte."""
    found: list[tuple[re.Match[str], str, bool]] = []
    for match in _UTF8.finditer(text):
        signs = match.group()
        try:
            character = bytes(_BYTES.get(sign) or ord(sign) for sign in signs).decode("utf-8")
        except ValueError:
            continue
        doubtful = _BEHIND_WORDS if signs[0] in "\u00c2\u00c3" else _BEHIND_SIGNS
        found.append((match, character, not doubtful.issuperset(signs[1:])))
    certain = sum(is_certain for _, _, is_certain in found)
    pieces: list[str] = []
    position = 0
    for match, character, is_certain in found:
        if is_certain or certain >= _ENOUGH:
            pieces += (text[position : match.start()], character)
            position = match.end()
    return "".join((*pieces, text[position:])) if pieces else text
