"""The headings of reference lists and of what follows them, in saved and pasted texts."""

import re
from bisect import bisect_left

from harvester.text import word_set

_REFERENCES = word_set("""
    references|reference|reference list|list of references|references and notes|references & notes|notes and references
    |references cited|cited references|selected references|key references|general references|main references
    |bibliography|selected bibliography|literature cited|literature|works cited|cited literature|cited works|sources
    |references and further reading|references and recommended reading|references and suggested reading|endnotes
    |supplementary references|supplemental references|supplement references|supplementary bibliography
    |literatur|literaturverzeichnis|literaturangaben|referenzen|quellen|quellenverzeichnis|schrifttum
    |références|références bibliographiques|références citées|bibliographie|referencias|referencias bibliográficas
    |bibliografía|bibliografia|literatura citada|obras citadas|fuentes|citas bibliográficas|referências
    |referências bibliográficas|riferimenti|riferimenti bibliografici|literatuur|literatuurlijst|referenties|bronnen
    |referenser|källor|litteratur|litteraturliste|litteraturförteckning|referencer|referanser|kilder|heimildir
    |lähteet|kirjallisuus|kirjallisuusluettelo|lähdeluettelo|viitteet|piśmiennictwo|literatura|bibliografie
    |literatura cytowana|referințe|použitá literatura|seznam literatury|seznam použité literatury|zdroje
    |zoznam literatúry|irodalom|irodalomjegyzék|hivatkozások|kaynaklar|kaynakça|referanslar
    |daftar pustaka|rujukan|tài liệu tham khảo
    |kasutatud kirjandus|literatūra|литература|список литературы|список использованной литературы|библиография
    |библиографический список|источники|перечень ссылок|цитируемая литература|література|список літератури
    |список використаних джерел|список використаної літератури|список посилань|джерела|бібліографія
    |βιβλιογραφία|βιβλιογραφικές αναφορές|αναφορές|المراجع|المصادر|منابع|מקורות|ביבליוגרפיה
    |参考文献|主要参考文献|參考文獻|引用文献|文献|参考資料|参考文献リスト|참고문헌|참고 문헌|인용문헌|เอกสารอ้างอิง
    """)
"""A list's own headings, in the languages that occur, folded as `_folded` does."""
_FURTHER = word_set("""
    further reading|further readings|additional reading|additional references|suggested reading|suggested readings
    |suggested references|recommended reading|recommended readings|selected reading|selected readings|other references
    |background reading|further references|weiterführende literatur|pour en savoir plus|lectures complémentaires
    |lecturas recomendadas|lecturas complementarias|leituras recomendadas
    """)
"""Headings of a second list, behind the references."""
_CLOSING = """mesh terms|publication types|substances|linkout - more resources|linkout|grants and funding|grant support|
    related information|full text sources|author information|similar articles|cited by|citing literature|
    supplementary concepts|associated data|publisher's note|publisher’s note|about the authors|rights and permissions|
    about this article|related articles|other literature sources|research materials|miscellaneous|medical|figures|
    tables|    comment in|copyright|author contributions|authors' contributions|authors’ contributions|contributors|
    acknowledgements|acknowledgments|acknowledgement|acknowledgment|funding|competing interests|conflict of interest|
    conflicts of interest|conflict of interest statement|declaration of interests|disclosures|disclosure|
    data availability|data availability statement|supporting information|supplementary material|
    supplementary materials|supplementary information|supplemental material|appendix|author notes|footnotes|
    ethics declarations|abbreviations|additional information|authors and affiliations|affiliations|metrics|
    article information|publication history|correspondence|reprints and permissions|share this article"""
_CLOSING_WORDS = frozenset(" ".join(words.split()) for words in _CLOSING.split("|"))
YEAR = re.compile(r"(?:1[6-9]|20)\d\d(?!\d)(?<!\d\d\d\d\d)")
"""A year from 1600 on."""
BULLETS = frozenset("□○•*+·▪")
"""Signs that mark a link to the list, not the list's own heading."""
_LONGEST_LINE = 200
"""Characters of a line, with its blanks; a longer one holds no heading alone."""
_LONGEST_HEADING = 70
"""Characters of a line that is looked up as a heading: no phrase of the tables has so many."""
_LONGEST_OTHER, _MOST_WORDS = 48, 5
"""Characters and words of a heading in a language that no table has."""
_NO_LETTERS = " \t\r\n\f\xa00123456789.,:;!?'\"*•●▪◦‣·■□▼▲►▸▾◆★☆↑↓→←↵#()[]{}<>|/\\+=~^&@%$-–—_【】：。"
_STEMS = frozenset(phrase[:3] for phrase in _REFERENCES | _FURTHER)
"""First letters of headings, looked up first since nearly all lines are none."""
_BEGINNINGS_OF_PARTS = _STEMS.union(word[:3] for word in _CLOSING_WORDS)
_ROMAN = re.compile(r"[IVXivx]{1,5}\.\s+")
_ROMAN_LETTERS = frozenset("IVXivx")
_SPACED = re.compile(r"[^\W\d_](?: [^\W\d_]){3,}")
_ADDED = re.compile(r"\s+[–—-]\s.*|\s+[–—-][^\s].{0,40}$|\s*[:(][\W\d]*$")
# "References: 1. Carr A", "Literatur [1] Carr A", "Bibliography - 37. Carr A", "References 37) Carr A".
_SIGNS = r"(?:[^\w\s\"“‘'«:：.–—-]{0,2}[A-Z\u2116]{0,2}|(?:[Rr]ef|[Nn]o)\.? )"
_BEFORE_NUMBER = re.compile(
    r"[\W_]{0,6}+(?P<words>[^\W\d_\xb9\xb2\xb3]++(?:[ '’&]{1,3}+[^\W\d_\xb9\xb2\xb3]++){0,4})"
    rf"(?:\s{{0,12}}(?={_SIGNS}0{{0,3}}1(?!\d)|\xb9)"
    rf"|\s?[:.：–—-]{{1,2}}\s{{0,12}}(?={_SIGNS}(?:\d{{1,3}}(?!\d)|[\xb9\xb2\xb3]))"
    r"|\s{1,12}(?=[\[(]\d{1,3}[\])]|\d{1,3}(?:[.):]| -) ?[^\W\d_]))(?=[^\n]{0,12}[^\W\d_][^\n]{12})"
)
_ENTRY = re.compile(
    r"\W{0,3}(?:[A-Z]{0,2}\d{1,3}(?!\d)|[IVX]{1,5}(?=[.)])|[\xb9\xb2\xb3\u2070-\u2079]{1,3})\W{0,12}"
    r"(?:[a-z]{1,4}[ '’-]){0,2}[^\W\d_a-z]"
    r"|\W{0,4}(?:[^\W\d_a-z][\w’'-]+,? (?:[^\W\d_a-z]\.?){1,3}[ ,.;:(]|(?:[A-Z]\. ?){1,3}[A-Z])"
)
"""The beginning of a numbered reference, or of one with an author."""
_FEW = 2
"""References above the heading of a second list."""


def _folded(line: str) -> str:
    """A heading's words in the form of the tables: without number, punctuation or count around them."""
    words = line.strip(_NO_LETTERS)
    if match := _ROMAN.match(words):
        words = words[match.end() :]
    if _SPACED.fullmatch(words):
        words = words.replace(" ", "")
    return _ADDED.sub("", words).strip(_NO_LETTERS).casefold()


def has_year(text: str) -> bool:
    """Whether a year from 1600 on stands in the text."""
    return YEAR.search(text) is not None


def _may_be(line: str, stems: frozenset[str]) -> bool:
    """Whether a line begins like a heading, its first word, or the word behind a Roman number or in spaced letters."""
    words = line.lstrip(_NO_LETTERS)
    if words[:3].casefold() in stems:
        return True
    return words[1:2] == " " or (words[:1] in _ROMAN_LETTERS and _ROMAN.match(words) is not None)


def is_heading(line: str) -> bool:
    """Whether a line is the heading of a reference list."""
    if len(line) >= _LONGEST_HEADING or not _may_be(line, _STEMS):
        return False
    words = _folded(line)
    return words in _REFERENCES or words in _FURTHER


def may_head(line: str) -> bool:
    """Whether a line may be a heading, whatever its language: a few words without a number or the end of a clause."""
    words = line.strip(_NO_LETTERS)
    return 0 < len(words) <= _LONGEST_OTHER and len(words.split()) <= _MOST_WORDS and not any(map(str.isdigit, words))


def body_range(text: str, first: int, last: int) -> tuple[int, int]:
    """Where a list stands in `text[first:last]`: behind its heading if it has one, and before the heading of what
    follows."""
    start, end, open_end = first, last, True
    offset = first
    years = [year.start() for year in YEAR.finditer(text, first, last)]
    # Without a year there is no reference, and what looks like a heading is only a word of the page.
    for line in text[first:last].splitlines(keepends=True) if years else ():
        behind = offset + len(line)
        if not _may_be(line, _BEGINNINGS_OF_PARTS):
            offset = behind
            continue
        body, words = -1, line.strip()
        # A line with a bullet is an item of a menu; words between double stars are in bold.
        is_item = words[:1] in BULLETS and not words.startswith("**")
        if start == first and years[-1] >= offset and _may_be(line, _STEMS) and not is_item:
            body = _body(text, first, offset, line)
        if body >= 0 and years[-1] >= body:
            start, end, open_end = body, last, True
        elif (
            open_end
            and len(line) < _LONGEST_LINE
            and len(words) < 40
            and words.strip(" \t:.").lower() in _CLOSING_WORDS
        ):
            # A menu above the list can name the page's parts too: a year must come before the closing heading.
            next_year = bisect_left(years, start)
            if next_year < len(years) and years[next_year] < offset:
                end, open_end = offset, False
        offset = behind
    return start, end


def _body(text: str, first: int, offset: int, line: str) -> int:
    """Where the list begins that a line at this offset heads, or begins with its heading; -1 if it does neither."""
    words, body = words_before_number(line, 0, len(line))
    if words.casefold() in _REFERENCES:
        return offset + body
    if len(line) >= _LONGEST_LINE or not is_heading(line.strip()):
        return -1
    if _folded(line) not in _REFERENCES:
        # The heading of a second list is not this one's: lines above it begin like references.
        above = text[first:offset].splitlines()
        if sum(_ENTRY.match(words.strip()) is not None for words in above) >= _FEW:
            return -1
    return offset + len(line)


def words_before_number(text: str, start: int, end: int) -> tuple[str, int]:
    """The words that a line begins with and where a first label follows them ("References: 1. Carr A"); ("", -1)
    where none does."""
    match = _BEFORE_NUMBER.match(text, start, end)
    return (match["words"], match.end()) if match else ("", -1)
