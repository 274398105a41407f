"""Values of metadata as words: without markup, and none where the page only fills a template."""

import re
from html import unescape

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_WORD_FOR = re.compile(
    r"^(?:vol(?:ume)?|bd|band|tome?|v|n|no|nr|issue|iss|num(?:ber)?|heft)\b\.?\s*(?=\d)", re.IGNORECASE
)


def plain(text: str) -> str:
    """A value without markup and entities, white space folded."""
    text = unescape(unescape(text)) if "&" in text else text
    return " ".join((_TAG.sub("", text) if "<" in text else text).split())


def numbered(text: str) -> str:
    """A volume or issue without the word for it: "Vol. 168" is 168, "Suppl 1" stays."""
    return _WORD_FOR.sub("", text)
