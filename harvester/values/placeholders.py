"""Placeholders: what records and pages write into a field for which they have no value.

Crossref's early view articles have a volume "n/a" and the pages "n/a-n/a", others a volume "0", an issue
"ahead-of-print", the pages "000-000" (docs/entrez.md 30); DataCite has codes for it (Metadata Schema 4.5, appendix 3,
"Standard values for unknown information"), of which publishers' exports leave pieces (`:{unav)`).
"""

import re

from harvester.text import word_set

_WORDS = word_set("""
    null|undefined|none|n/a|n.a.|na|nan|nil|tbd|tba|unknown|unassigned|not available|not applicable|no volume|no issue
    |ahead-of-print|ahead of print|epub ahead of print|online ahead of print|online-first|online first|onlinefirst
    |early view|early access|in press|in-press|article in press|forthcoming|&na;
    """)
_LONGEST = 30
"""Characters of a placeholder; two words, and signs around them."""
_CODE = re.compile(r"[\W_]{1,3}(?:unac|unal|unap|unas|unav|unkn|none|null|tba|etal)[\W_]{0,2}")
_NOUGHT = re.compile(r"[0\W_]*")
_RANGE = re.compile(r"\s*[-\u2010-\u2015]\s*(?!of-|print|first)")


def is_code(text: str) -> bool:
    """Whether a text of any field is one of DataCite's codes for a value that is unknown, or the rest of one."""
    return len(text) < 12 and _CODE.fullmatch(text.strip().casefold()) is not None


def is_placeholder(text: str) -> bool:
    """Whether what stands for a volume, an issue, pages or a name says that there is none; no such field is "0"."""
    folded = text.strip().casefold()
    if len(folded) > _LONGEST:
        return False
    if _NOUGHT.fullmatch(folded) or folded in _WORDS or is_code(folded):
        return True
    ends = _RANGE.split(folded)
    return len(ends) > 1 and all(_NOUGHT.fullmatch(end) or end in _WORDS for end in ends)


def told(text: str) -> str:
    """What a field tells; "" of a placeholder."""
    return "" if is_placeholder(text) else text
