"""What kind of page a text is: an article's, even without an identifier; a list of works, which is the page of none of
them; an answer of a service; a question.

No sign of an article is enough on its own: news and leaflets have an introduction, shops a date, blogs numbers in
brackets.
"""

import re
from itertools import pairwise

from harvester.model import Problem
from harvester.pages.page_kinds import DATA
from harvester.values.identifier import Found

CONTENTS = Problem("contents", "a list of works (contents, search, news), not an article: nothing to harvest")
QUESTIONS = Problem("questions", "questions and answers, not an article: nothing to harvest")

# Pieces of each sign, in lower case, and its pattern: the pattern is tried only if one of the pieces occurs.
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
     r"|Vol(?:ume|\.)\s?\d{1,4}\W{1,3}(?:Issue|No|Núm|Nr)\.?\s?\d"),
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
"""Different headings of a structured abstract or of a paper's sections; pages of projects and
institutions have two as well ("Aims", "Results")."""
_ABSTRACT = re.compile(r"^\W{0,6}(?:Abstract|Summary)\W{0,4}$", re.MULTILINE | re.IGNORECASE)
_CITED = re.compile(r"\[\d{1,3}(?:\s?[,\u2013-]\s?\d{1,3})*\]|(?<=\w \()\d{1,3}(?:[,\u2013-]\s?\d{1,3})*(?=\))")
_FEWEST_CITED = 3
"""Different numbers in brackets that show citations; fewer may be figures or an enumeration."""
_PAGES = re.compile(r"^\W{0,6}(?:pp?\.?|pages?:?|páginas)\s?(\d{1,5}\W{1,3}\d{1,5})", _FLAGS)
_SEVERAL_ARTICLES = 3
"""From so many different page ranges on, each at the start of a line, a page lists an issue's articles."""
_HEAD = 30_000
"""Characters of a page that show its kind; behind them an article's text may have words of all kinds."""
_ENOUGH = 3
"""Signs; pages of news have two together ("Published in", a date), and pages of journals ("Open access", "Editor")."""

_JSON = re.compile(r"\s*(?:\{\s*\"[^\"\n]{1,80}\"\s*:|\[\s*\{\s*\")")
_QUESTIONS = re.compile(r"^\W{0,12}(?:All Answers \(\d|\d+ Answers?\W*$)", re.MULTILINE)
_ASKED = re.compile(r"^\W{0,12}(?:Asked\b|Question$)", re.MULTILINE)
_SEVERAL_WORKS = 3
"""From so many works with identifiers in a row on a page is a list; an article may name a second one: its preprint,
its erratum."""
_CLOSE_BY = 1_000
"""Characters between two identifiers of a list: a title, authors, a few lines of an abstract."""
# A figure, table or file of an article, as PLOS and others register them (`<the article's>.g001`).
_PART_OF_A_WORK = re.compile(r"\.[a-z]{1,4}\d{3}$")
_WORD = re.compile(r"(?<![\w.-])[a-zß-ÿ]{2,}(?![\w.-])")
_LEAST_PROSE = 3
"""Words in lower case that make a sentence; a journal's name has two at most ("of the")."""
_LABEL = re.compile(r"(?:[\W\d]{0,8}\b(?:doi|pmid|pmcid|https?|dx|www|org)\b){1,5}\W*$", re.IGNORECASE)
_LOOK_UP = 600
"""Characters of a line before an identifier: a sentence, or a citation of many authors."""
_LONGEST_HEADING = 5
"""Words; a heading of other works has fewer, a sentence has more."""
_OTHER_WORKS = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:publications?|news|references?|sources?|further reading"
    r"|(?:related|similar|recommended|latest)\b.*|cited by.*|more from.*)\W*",
    re.IGNORECASE,
)


def is_of_an_article(text: str, end: int, abstract: int) -> bool:
    """Whether `text[:end]` shows three signs of an article, the heading of its abstract or introduction among them.

    `abstract` is where that heading stands, -1 where there is none; then one sign must be what journals print above an
    article (its citation, dates, addresses, key words), not a button or kind, which their other pages have as well.
    """
    head = text[: min(end, _HEAD)]
    lower = head.lower()
    strong, weak = (
        sum(1 for pieces, sign in tests if any(map(lower.__contains__, pieces)) and sign.search(head))
        for tests in (_STRONG_TESTS, _WEAK_TESTS)
    )
    shown = strong + weak
    if sum(map(lower.__contains__, _PARTS)) >= _FEWEST_PARTS:
        parts = list(_PART.finditer(head))
        if len({part.group(1).casefold() for part in parts}) >= _FEWEST_PARTS:
            # Within a line ("Background: ...") they belong to an abstract, whose own heading may be missing.
            in_line = parts[0].group().endswith(": ")
            strong += in_line
            shown += 2 if in_line or _ABSTRACT.search(head) else 1
    if abstract < 0:
        return strong > 0 and shown >= _ENOUGH and len(set(_PAGES.findall(head))) < _SEVERAL_ARTICLES
    if 1 + shown >= _ENOUGH:
        return True
    cited = {match.group() for match in _CITED.finditer(text, abstract, min(end, abstract + _HEAD))}
    return len(cited) >= _FEWEST_CITED  # such a sign counts for two


def other_kind(text: str) -> Problem | None:
    """What a text is if it is not an article's page, whatever it cites: JSON (a service's answer, the state of a page's
    program) or a question with its answers; None if nothing shows that."""
    if _JSON.match(text):
        return DATA
    return QUESTIONS if "Answer" in text and _QUESTIONS.search(text) and _ASKED.search(text) else None


def lists_works(found: tuple[Found, ...], end: int) -> bool:
    """Whether the labelled DOIs or PMIDs before `end` belong to several works, close together from the first on.

    DOIs count if they have one registrant, as those of an issue do; the DOIs of an article's figures count as its own.
    """
    for scheme in ("doi", "pmid", "pmcid"):
        labelled = (f for f in found if f.labelled and f.identifier.scheme == scheme)
        run = list({_PART_OF_A_WORK.sub("", f.identifier.value): f for f in labelled}.values())[:_SEVERAL_WORKS]
        if len(run) < _SEVERAL_WORKS or run[-1].end > end or any(b.start - a.end > _CLOSE_BY for a, b in pairwise(run)):
            continue
        if scheme != "doi" or len({f.identifier.value.partition("/")[0] for f in run}) == 1:
            return True
    return False


def in_prose(text: str, start: int) -> bool:
    """Whether the identifier at `start` ends a sentence of its line ("The study is at doi:"), not a citation."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - _LOOK_UP) : start]
    sentence = re.split(r"[.;:] (?!doi)", _LABEL.sub("", line))[-1]
    return len(_WORD.findall(sentence)) >= _LEAST_PROSE


def under_other_works(text: str, start: int) -> bool:
    """Whether the line above the one at `start` heads other works: the publications of a trial or of a person."""
    line = text.rfind("\n", 0, start)
    above = text[max(0, line - _LOOK_UP) : max(line, 0)].rstrip().rpartition("\n")[2].strip()
    return above[:1].isalpha() and len(above.split()) < _LONGEST_HEADING and _OTHER_WORKS.fullmatch(above) is not None
