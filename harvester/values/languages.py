"""Languages by their ISO 639-2 code (as MEDLINE has them), their ISO 639-1 code (CSL) and their babel name
(biblatex)."""

import re
from functools import lru_cache
from typing import NamedTuple


class Language(NamedTuple):
    """One row: `eng`, `en`, `english`."""

    alpha3: str
    alpha2: str
    babel: str


LANGUAGES = tuple(
    Language(*row.split())
    for row in (
        "eng en english", "fre fr french", "ger de german", "spa es spanish", "ita it italian", "por pt portuguese",
        "dut nl dutch", "dan da danish", "swe sv swedish", "nor no norsk", "fin fi finnish", "ice is icelandic",
        "pol pl polish", "cze cs czech", "slo sk slovak", "slv sl slovene", "hrv hr croatian", "srp sr serbian",
        "bul bg bulgarian", "rum ro romanian", "hun hu magyar", "gre el greek", "tur tr turkish", "rus ru russian",
        "ukr uk ukrainian", "est et estonian", "lav lv latvian", "lit lt lithuanian", "heb he hebrew", "ara ar arabic",
        "per fa persian", "hin hi hindi", "chi zh chinese", "jpn ja japanese", "kor ko korean", "vie vi vietnamese",
        "ind id indonesian", "tha th thai", "cat ca catalan", "baq eu basque", "afr af afrikaans", "lat la latin",
        "arm hy armenian", "aze az azerbaijani", "bos bs bosnian", "epo eo esperanto", "geo ka georgian",
        "gle ga irish", "mac mk macedonian", "may ms malay", "wel cy welsh",
    )
)  # fmt: skip
"""The languages that PubMed has more than a handful of articles in; three-letter codes are the bibliographic ones of
MARC."""

_ALIASES = {
    "fra": "fr",
    "deu": "de",
    "nld": "nl",
    "ces": "cs",
    "slk": "sk",
    "ron": "ro",
    "ell": "el",
    "fas": "fa",
    "zho": "zh",
}
_BY_NAME = {name: row for row in LANGUAGES for name in (row.alpha3, row.alpha2, row.babel)}


def find(language: str) -> Language | None:
    """The row of a language named by code, BCP 47 tag (`pt-BR`) or English name; None where the table has none."""
    name = language.strip().lower().replace("_", "-").partition("-")[0]
    return _BY_NAME.get(_ALIASES.get(name, name))


_TAG = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*)", re.ASCII)


@lru_cache(maxsize=512)
def read(text: str) -> str:
    """The code of a language that a text names by code, tag or English name: `en` of `eng`, `English` and `EN`, `pt-BR`
    of `pt_BR`; another code (MARC's `mul`) stays, other words are none ("")."""
    text = text.strip()
    match = _TAG.fullmatch(text)
    row = find(text)
    if match is None:
        return row.alpha2 if row and text.lower() == row.babel else ""
    region = match[2].replace("_", "-")
    # A region is written in capitals (BCP 47, 2.1.1); a script ("zh-Hant") keeps its case.
    region = region.upper() if len(region) == 3 else region
    return f"{row.alpha2 if row else match[1].lower()}{region}"


def is_foreign(language: str) -> bool:
    """Whether a language is stated and is not English."""
    row = find(language)
    return bool(language) and (row is None or row.alpha2 != "en")
