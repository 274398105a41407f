"""Text spelled in ASCII for citation keys: accents dropped, letters of other scripts spelled.

Latin, Greek and Cyrillic letters are spelled by the table here, so that a key once written stays as it is;
other scripts by anyascii, whose Greek differs (`χ` is `x` there, `ch` here).
"""

import re
import unicodedata

_LATIN = "ß:ss æ:ae œ:oe ø:o ð:d đ:d ł:l þ:th ı:i ŋ:n ħ:h ŧ:t"
_GREEK_NAMES = (
    "α:alpha β:beta γ:gamma δ:delta ε:epsilon ζ:zeta η:eta θ:theta ι:iota κ:kappa λ:lambda μ:mu ν:nu ξ:xi ο:omicron "
    "π:pi ρ:rho σ:sigma ς:sigma τ:tau υ:upsilon φ:phi χ:chi ψ:psi ω:omega"
)
_GREEK = "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o"
_CYRILLIC = (
    "а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh "
    "щ:shch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz"
)

_LETTERS = {
    ord(letter): spelled
    for letter, _, spelled in (row.partition(":") for row in f"{_LATIN} {_GREEK} {_CYRILLIC}".split())
}
_NAMES = {letter: name for letter, _, name in (row.partition(":") for row in f"{_GREEK_NAMES}".split())}
_SIGNS = re.compile(r"[^a-z0-9]+")
_LONE_GREEK = re.compile(r"(?<![α-ω])[α-ω](?![α-ω])")


def lower(text: str) -> str:
    """Text in lower-case ASCII; a lone Greek letter by its name (`TNFα` is `tnfalpha`), apostrophes closed up, other
    signs blank."""
    text = text.replace("'", "").replace("’", "").lower()
    if text.isascii():
        return text
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    # A lone Greek letter is a symbol, within a word a letter: β-blocker, but Αθήνα.
    named = _LONE_GREEK.sub(lambda match: _NAMES[match.group()], plain)
    spelled = named.translate(_LETTERS)
    if spelled.isascii():
        return spelled
    from anyascii import anyascii  # its tables cost every start a millisecond, and few titles have other scripts

    # NFKD took Hangul apart, and anyascii spells whole syllables. What is no letter (a dash) becomes a blank.
    whole = unicodedata.normalize("NFC", spelled)
    return "".join(c if c.isascii() else _SIGNS.sub("", anyascii(c).lower()) if c.isalpha() else " " for c in whole)
