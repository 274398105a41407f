"""Languages by their ISO 639-2 code (as MEDLINE has them), their ISO 639-1 code (CSL) and their babel name
(biblatex)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
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


def is_foreign(language: str) -> bool:
    """Whether a language is stated and is not English."""
    row = find(language)
    return bool(language) and (row is None or row.alpha2 != "en")
