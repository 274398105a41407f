"""Two spellings of one word: British and American titles, and names with their umlauts spelled out.

Made for bringing claims together that are then compared: what is alike here is not thereby the same.
"""

import unicodedata

_UMLAUTS = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss", "œ": "oe",
    "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa", "Æ": "Ae", "Œ": "Oe",
})  # fmt: skip
_BRITISH = """
    umour:umor olour:olor aviour:avior avour:avor abour:abor eighbour:eighbor dour:dor apour:apor onour:onor
    aem:em aed:ed aec:ec aest:est aeti:eti aeo:eo aesar:esar oedem:edem oesoph:esoph oestr:estr foet:fet
    rrhoe:rrhe coeli:celi homoeo:homeo oeuv:euv isation:ization ysing:yzing ysed:yzed entre:enter fibre:fiber
    litre:liter metre:meter programme:program ageing:aging udgement:udgment odell:odel abell:abel ounsell:ounsel
    ignall:ignal sulph:sulf aluminium:aluminum leuco:leuko grey:gray ised_:ized_ ising_:izing_ ise_:ize_
    """
"""Pieces of words in lower case that are spelled otherwise in America, common in the titles of medicine.

They fit other words too ("exercise"), which does no harm where both titles are spelled anew; `_` is the
end of a word.
"""
_PAIRS = [tuple(pair.replace("_", " ").split(":")) for pair in _BRITISH.split()]


def spelled_out(name: str) -> str:
    """A name with its umlauts and ligatures as two letters (`Müller`: `Mueller`), as German and Nordic names are
    printed where the letter is wanting."""
    return name if name.isascii() else unicodedata.normalize("NFC", name).translate(_UMLAUTS)


def american(folded: str) -> str:
    """Folded words as an American would spell them (`tumour`: `tumor`); what is spelled alike stays."""
    words = f"{folded} "
    for british, written in _PAIRS:
        words = words.replace(british, written)
    return words[:-1]
