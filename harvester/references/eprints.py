"""Numbers of arXiv, INSPIRE and Mathematical Reviews behind an article's place in its journal, as physicists and
mathematicians print them: `Phys. Rev. D 57 (1998) 1878 [hep-ph/9706210] [INSPIRE]`, `59 1207-1223. MR2230846`.

They are no part of the pages. Where no place in a journal stands before, the number is what the reference cites, and
stays.
"""

from harvester.text import lazy_pattern

SIGNS = ("Xiv", "hep-", "INSPIRE", " MR")
"""One of them is in nearly every such text."""
_ARCHIVE = r"(?:hep|nucl|gr|astro|cond|quant|math|physics)(?:-[a-z]{2,5})?"
_NUMBER = lazy_pattern(
    rf"[,;.]?\s?[\[(]?\s?(?:a[rR][xX]iv:\s?(?:{_ARCHIVE}/)?\d{{4}}\.?\d{{3,5}}(?:v\d)?|{_ARCHIVE}/\d{{7}})"
    r"(?:\s?\[[a-z. -]+\])?[\])]?|\s*\[\s?INSPIRE\s?\]|[.,]?\sMR\d{6,7}\b(?:\s?\(\d+[a-z]?:\d+\))?"
)
_YEAR = r"\((?:19|20)\d\d[a-z]?\)"
_PLACE = lazy_pattern(
    rf"\d\s?[-‐–−]\s?\d+[,;. ]*$|\d[ ,:;]{{1,3}}(?:no\. ?\d+, )?[A-Za-z]?\d+[a-z]?[,;. ]*(?:{_YEAR}[,;. ]*)?$"
    rf"|\d[,:]? ?{_YEAR}[ ,:]{{0,3}}[A-Za-z]?\d+[,;. ]*$"
)
"""Pages, or volume and page before or behind the year, up to the number's beginning."""
_LONGEST_PLACE = 60
"""Characters; `, vol. 103, no. 4, pp. 042301-042309 (2009)` has fewer."""


def without(text: str) -> str:
    """A reference without such numbers behind its place in a journal."""
    for match in reversed(list(_NUMBER.finditer(text))):
        start = match.start()
        if "INSPIRE" in match[0] or _PLACE.search(text, max(0, start - _LONGEST_PLACE), start):
            text = text[:start] + text[match.end() :]
    return text
