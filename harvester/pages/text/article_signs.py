"""Whether a page of text is of an article although it tells no identifier: what only articles' pages show, counted.

No sign is enough on its own: news and leaflets have an introduction, shops a date, blogs numbers in brackets.
"""

import re

# Each sign with pieces of it, in lower case: a pattern is looked for only where one of its pieces stands.
_STRONG = (
    ("key word|keyword|palabras clave|palavras-chave|schlüsselwörter|mots clés|mots-clés",
     r"^\W{0,6}(?:Key ?words?|Palabras clave|Palavras-chave|Schlüsselwörter|Mots[- ]clés)\b"),
    ("received|accepted|article history|recibido|eingegangen",
     r"^\W{0,6}(?:Received|Accepted|Submission received|Article history|Recibido|Eingegangen)\b[^\n]{0,40}\d{4}"),
    ("correspond|author to whom",
     r"correspond(?:ing author|ence(?: to)?:)|Autor para correspondencia|Author to whom correspondence"),
    ("department of|division of|institute of|school of|faculty of|departamento de|servicio de|unidad de|klinik für",
     r"^[\W\d]{0,6}[a-z]?\s?(?:Department|Division|Institute|School|Faculty|Departamento|Servicio|Unidad|Klinik)"
     r" (?:of|de|für)\b[^\n]*,"),
    (";|vol",
     r"(?:1[89]|20)\d\d(?: [A-Z][a-z]{2}(?: \d{1,2})?)?\s?;\s?\d{1,4}\s?(?:\([^()\n]{1,20}\))?\s?:\s?\w?\d"
     r"|\bVol(?:ume|\.)\s?\d{1,4}\W{1,3}(?:Issue|No|Núm|Nr)\.?\s?\d"),
)  # fmt: skip
_WEAK = (
    ("original |originalpaper|review|research article|case report|meeting report|short communication|brief report",
     r"^\W{0,6}(?:Original (?:article|paper|research|investigation)|Review article|Research article|Case report"
     r"|Systematic review|Meeting report|Short communication|Brief report)s?(?: article)?\W{0,3}$"
     r"|^\d{4} \| OriginalPaper\b"),
    ("mesh terms|publication types|substances", r"^\W{0,6}(?:MeSH terms|Publication types|Substances)$"),
    ("open access|full text access|acceso a texto|peer-reviewed",
     r"^\W{0,6}(?:Open access|Full text access|Acceso a texto completo|Peer-reviewed)\W{0,3}$"),
    ("by this author|view affiliation|author information|verfasst von|erschienen in|authored by|published in|"
     "article information|información del|this item has|get citation|download citation|cite this article|how to cite"
     "|plumx|editor",
     r"Search for (?:more )?(?:articles|papers) by this author|View affiliations?|Author information"
     r"|^(?:verfasst von|Erschienen in|Authored by|Published in) ?:"
     r"|^(?:Article information|Información del artículo|This item has received)$"
     r"|Get citation|Download citation|Cite this article|How to cite|PlumX|^Editors?: "),
)  # fmt: skip
_FLAGS = re.MULTILINE | re.IGNORECASE
_Tests = tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
_STRONG_TESTS: _Tests = tuple((tuple(pieces.split("|")), re.compile(sign, _FLAGS)) for pieces, sign in _STRONG)
_WEAK_TESTS: _Tests = tuple((tuple(pieces.split("|")), re.compile(sign, _FLAGS)) for pieces, sign in _WEAK)
_PARTS = ("background", "introduction", "objective", "aim", "purpose", "method", "design", "result", "finding",
          "conclusion", "discussion", "interpretation", "importance")  # fmt: skip
_PART = re.compile(
    r"^\W{0,6}(Background|Introduction|Objectives?|Aims?|Purpose|Methods?|Materials and methods|Patients and methods"
    r"|Design|Results|Findings|Conclusions?|Discussion|Interpretation|Importance)(?:\W{0,4}$|: )",
    re.MULTILINE | re.IGNORECASE,
)
_FEWEST_PARTS = 3
_ABSTRACT = re.compile(r"^\W{0,6}(?:Abstract|Summary)\W{0,4}$", re.MULTILINE | re.IGNORECASE)
_CITED = re.compile(r"\[\d{1,3}(?:\s?[,\u2013-]\s?\d{1,3})*\]|(?<=\w \()\d{1,3}(?:[,\u2013-]\s?\d{1,3})*(?=\))")
_FEWEST_CITED = 3
_PAGES = re.compile(r"^\W{0,6}(?:pp?\.?|pages?:?|páginas)\s?(\d{1,5}\W{1,3}\d{1,5})", _FLAGS)
_CONTENTS = 3
"""So many different page ranges, each beginning a line, are those of an issue's articles."""
_HEAD = 30_000
_ENOUGH = 3


def is_of_an_article(text: str, end: int, abstract: int) -> bool:
    """Whether `text[:end]` shows three signs of an article, the heading of its abstract or introduction among them.

    `abstract` is where that heading stands, -1 where there is none; then one sign has to be what journals print over
    an article (its citation, dates, places, key words), and no button or kind, which their other pages have as well.
    """
    head = text[: min(end, _HEAD)]
    lower = head.lower()
    strong = _count(_STRONG_TESTS, head, lower)
    shown = strong + _count(_WEAK_TESTS, head, lower)
    if sum(map(lower.__contains__, _PARTS)) >= _FEWEST_PARTS:
        parts = list(_PART.finditer(head))
        if len({part.group(1).casefold() for part in parts}) >= _FEWEST_PARTS:
            in_line = parts[0].group().endswith(": ")
            strong += in_line
            shown += 2 if in_line or _ABSTRACT.search(head) else 1
    if abstract < 0:
        return strong > 0 and shown >= _ENOUGH and len(set(_PAGES.findall(head))) < _CONTENTS
    if 1 + shown >= _ENOUGH:
        return True
    cited = {match.group() for match in _CITED.finditer(text, abstract, min(end, abstract + _HEAD))}
    return len(cited) >= _FEWEST_CITED  # which counts for two


def _count(tests: _Tests, head: str, lower: str) -> int:
    return sum(1 for pieces, test in tests if any(map(lower.__contains__, pieces)) and test.search(head))
