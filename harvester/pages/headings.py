"""The words that pages put over their parts, as tables: where a reference list begins, where it ends, and which
lists are of other works."""

import re
from collections.abc import Iterable, Iterator

from harvester.text import squeeze, word_set

REFERENCES = word_set("""
    references|reference|reference list|list of references|references and notes|references & notes|notes and references
    |references cited|cited references|selected references|key references|references and recommended reading
    |references and further reading|bibliography|selected bibliography|literature cited|literature|works cited|citations
    |cited literature|references list|article references|bibliographic references|reference section|references and links
    |endnotes|sources|literatur|literaturverzeichnis|referenzen|quellen|bibliographie|références
    |références bibliographiques|referencias|referencias bibliográficas|bibliografía|referências
    |referências bibliográficas|bibliografia|riferimenti bibliografici|riferimenti|literatuur|referenties|referenser
    |referencer|litteratur|referanser|lähteet|kirjallisuus|piśmiennictwo|literatura|bibliografie|irodalom|kaynaklar
    |referanslar|литература|список литературы|библиография|βιβλιογραφία
    |参考文献|參考文獻|文献|引用文献|참고문헌|참고 문헌|المراجع
    |references (in english)|reference(s)|supplementary references|supplemental references|online references
    |methods references|general references|web references|further references|main references|references main
    |references and suggested reading|references and suggested readings|citations and references
    |citations & references|references and citations|references & further reading|source references
    |suggested reading and references|перечень ссылок|список використаної літератури|список використаних джерел|джерела
    |references used|cited works|bibliographical references|referencias y notas|fuentes|citas bibliográficas
    |daftar pustaka|tài liệu tham khảo|منابع|מקורות|参考資料|参考文献リスト|reference materials
    """)
"""Headings of a reference list in the languages that occur, folded as `fold_heading` does."""

ENDS = word_set("""
    mesh terms|substances|linkout - more resources|linkout more resources|related information|grants and funding
    |publication types|similar articles|cited by|download references|related research|related hub|related papers
    |related works|people also read|recommended content|cited by other articles|citing articles|figures
    |supplementary concepts|full text sources|other literature sources|medical|research materials|miscellaneous
    |supplementary material|supplementary materials|supplemental material|supporting information
    |supplementary information|associated data|acknowledgements|acknowledgments|acknowledgement|author information
    |authors and affiliations|author contributions|about this article|additional information|rights and permissions
    |footnotes|article notes|related articles|related content|recommended articles|recommended|copyright|comments
    |tables|appendix|ethics declarations|notes|conflict of interest|conflict of interest statement
    |competing interests|declaration of interests|funding|data availability|data availability statement
    |information & authors|information and authors|metrics & citations|view options|abbreviations|peer review
    |article metrics|metrics|cite this article|sign up|articles from|other formats|resources|navigation
    |personal tools|see also|external links|categories|publisher's note|keywords|mesh|author details|article info
    |most read|most cited|editorial information|editor's note|further reading|supplemental data|received
    |figures and tables|pubmed disclaimer|how to cite|views|article information|issue section|citing articles via
    |publication dates|latest|email alerts|more on this topic|altmetric|citations|articles citing this article
    |citing articles|citing literature|similar articles in pubmed|similar content|this article has been cited by
    |this article has been cited by other articles|related links|related journals|copyright information|chapter notes
    |review questions|about the article|about the authors|how to cite this article|publication history
    |article history|publication details|article / publication details|share this|article tools
    |more from this journal|people also looked at|readers also read|open peer review|reviewer reports|author notes
    |additional files|pre-publication history|other users also viewed|related citations|related citations in pubmed
    |most read articles|most cited articles|trending articles|more like this
    """)
"""Headings that end a reference list which they follow."""

_BEGINNINGS = ("references to ", "additional references", "other references", "references for ", "references in ")
_WITH_BUTTON = re.compile(
    r"(?:references|bibliography|literature cited)(?:\W+(?:show|hide|view|expand|collapse|all|jump|go|to|section|list"
    r"|cited|here|open|close|more|less|top|back|of|in|this|the|article|go to|options|toggle|\d{1,4}))+"
)
_MAY_BE = re.compile(
    r"[Rr][Ee][Ff]|[Bb][Ii][Bb]|[Ll][Ii][Tt]|[Cc][Ii][Tt]|[Ww]orks|[Ss]ourc|SOURC|[Nn]otes|[Qq]uell|[Kk]irj|[Pp]i[sś]m|[Rr]if"
    r"|[Ii]rod|[Kk]ayn|[Ll]äh|[^\x00-\u024f]"
)
_FOLD = re.compile(r"^[\W\d_]*?(?:[ivxIVX]{1,5}\.\s)?(?=[^\W\d_])|[\s\W]*$")
_ALL = re.compile(r"\ball \(?(\d{1,4})\)?\s?$", re.IGNORECASE)
_ALONE = re.compile(r"[\s\u2022*]*(\d{1,4})\s$")
_BEHIND = re.compile(r"\s?\((\d{1,4})\)")
_BUTTON = re.compile(r"\s*(?:\[[^\[\]]{2,24}\]|\([^()]{0,16}\d[^()]{0,16}\))$")
_COUNT = re.compile(r"\s*[\(\[]?\d{1,4}[\)\]]?\s*$")
_CUT = re.compile(r"\s*[-\u2013\u2014:].*$")


# Looked up first, since most lines are not headings: pieces of which one occurs in all that `_MAY_BE` finds in ASCII,
# and the last words of `ENDS` with what may stand behind them. A pattern that ignores case is far slower.
_PIECES = ("ref", "lit", "cit", "bib", "works", "sourc", "notes", "quell", "kirj", "pism", "rif", "irod", "kayn")
_LAST_OF_ENDS = frozenset(phrase.rpartition(" ")[2] for phrase in ENDS)
_BEHIND_WORDS = " \t\r\n.:()[]0123456789"


def fold_heading(text: str) -> str:
    """A heading in the form of the tables: one line, lower case, without number, punctuation or count around it."""
    text = squeeze(text)[:120]  # no heading in the tables is half as long
    if text and not text[-1].isalpha():
        text = _COUNT.sub("", _BUTTON.sub("", text))
    # Most headings need no pattern; a first letter may be a Roman number ("IV. References").
    if text[:1].isalpha() and text[-1].isalpha() and text[0] not in "ivxIVX":
        return text.casefold()
    return _FOLD.sub("", text).casefold()


class _Beginnings:
    """Finds the lines of a page that may begin with one of several phrases, by the phrases' first letters."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._stems = frozenset(phrase[:3] for phrase in phrases)
        seconds: dict[str, set[str]] = {}
        for stem in self._stems:
            seconds.setdefault(stem[0], set()).update((stem[1], stem[1].upper()))
        letters = "|".join(f"[{a}{a.upper()}][{''.join(sorted(b))}]" for a, b in sorted(seconds.items()))
        # The pattern begins with a line feed, which is fast to search for; so a line feed is put before the text.
        self._pattern = re.compile(rf"\n[ \t]*+(?:(?!\n)[\W\d_])*+(?:[ivxIVX]{{1,5}}\.\s)?(?={letters})")

    def lines(self, text: str, start: int = 0) -> Iterator[tuple[int, int]]:
        """Where these lines begin and end (behind their line feed), in the order of the text."""
        end = start
        for match in self._pattern.finditer("\n" + text[start:]):
            letters = start + match.end() - 1
            stem = text[letters : letters + 3].casefold()
            if stem in self._stems or not stem.isascii():
                line = start + match.start()
                end = text.find("\n", letters) + 1 or len(text)
                yield line, end


LINES_OF_REFERENCES = _Beginnings((*REFERENCES, *_BEGINNINGS))
LINES_OF_ENDS = _Beginnings(ENDS)


def is_reference_heading(text: str) -> bool:
    """Whether this heading introduces a reference list."""
    if len(text) > 120:
        return False
    if text.isascii():
        lower = text.lower()
        if not any(map(lower.__contains__, _PIECES)):
            return False
    if _MAY_BE.search(text) is None:
        return False
    folded = fold_heading(text)
    if folded in REFERENCES or folded.startswith(_BEGINNINGS):
        return True
    # "References - Journal of X": a site's words or buttons follow the heading, but not a sentence.
    return len(folded) < 60 and (_CUT.sub("", folded) in REFERENCES or _WITH_BUTTON.fullmatch(folded) is not None)


def ends_references(text: str) -> bool:
    """Whether this heading, after a reference list, ends the list."""
    if len(text) > 80:  # the longest of `ENDS` with its number is shorter
        return False
    last = text.rstrip(_BEHIND_WORDS).rpartition(" ")[2].casefold()
    return (last in _LAST_OF_ENDS or not last.isalpha()) and fold_heading(text) in ENDS


_OTHER_WORKS = re.compile(
    r"similar|related|recommend|cited by|citing|citations? of|trending|most (?:read|cited)|articles|publications|issue"
    r"|contents|results|news|papers|latest|authors?\b|also (?:read|like)|collection",
    re.IGNORECASE,
)


def heads_other_works(text: str) -> bool:
    """Whether this heading introduces works that the page does not cite: similar articles, citing articles."""
    return _OTHER_WORKS.search(text) is not None


_FOOT = re.compile(
    r"(?:(?:Manuscript )?(?:Received|Accepted|Submitted)\b.{0,20}\d|Correspondence(?: to\b|:)"
    r"|Address (?:for )?correspondence|How to cite|(?:To )?cite this|Last (?:modified|updated|reviewed)"
    r"|Published online|This (?:journal|article) is\b|(?:[ep]-?|online |print )?ISSN\b"
    r"|\u00a9|Copyright (?:\u00a9|\(c\))"
    r"|Key ?words?:|Competing interests:|Recibido|Recebido|Re\u00e7u )",
    re.IGNORECASE,
)


def begins_the_foot(text: str) -> bool:
    """Whether a paragraph behind a list begins like the foot of a page: date of receipt, address, how to cite it."""
    return _FOOT.match(text) is not None


def is_ambiguous(text: str) -> bool:
    """Whether a heading of references may also introduce the articles that cite the page ("Citations")."""
    return fold_heading(text).startswith(("citation", "cited in"))


def stated_total(text: str) -> int | None:
    """The number of references that a page states ("Show all 42 references"); None if it states none.

    A number before the word only counts with "all" or alone on its line, a number behind it only in brackets.
    """
    # The word may begin with a capital or not, and `find` is many times faster than a pattern.
    position = text.find("eferences")
    while position >= 0:
        word = position - 1
        # 40 characters before it hold "Show all 1,234", 15 behind it a number in brackets.
        line = max(text.rfind("\n", max(0, word - 40), word) + 1, word - 40, 0)
        before, after = text[line:word], text[position + 9 : position + 24]
        if match := _ALL.search(before) or _ALONE.match(before) or _BEHIND.match(after):
            return int(match.group(1))
        position = text.find("eferences", position + 9)
    return None
