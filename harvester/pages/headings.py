"""The words that pages put over their parts, as tables: where a reference list begins, where it ends, and which
lists are of other works."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import combining, normalize

from harvester.text import lazy_pattern, squeeze, word_set

REFERENCES = word_set("""
    references|reference|reference list|list of references|references and notes|references & notes
    |notes and references|references cited|cited references|selected references|key references
    |references and recommended reading|references and further reading|bibliography|selected bibliography
    |literature cited|literature|works cited|citations|cited literature|references list|article references
    |bibliographic references|reference section|references and links|endnotes|sources|literatur|literaturverzeichnis
    |referenzen|quellen|quellenverzeichnis|quellenangaben|literaturangaben|literaturliste|literaturhinweise
    |schrifttum|einzelnachweise|zitierte literatur|bibliographie|références|références bibliographiques
    |références citées|liste des références|littérature|littérature citée|ouvrages cités|notes et références
    |sources bibliographiques|notices bibliographiques|referencias|referencias bibliográficas|bibliografía
    |literatura citada|obras citadas|lista de referencias|fuentes|referencias y notas|citas bibliográficas
    |fuentes bibliográficas|referencias citadas|bibliografía citada|referències|referències bibliogràfiques
    |bibliografia|bibliografia citada|erreferentziak|bibliografía consultada|referências|referências bibliográficas
    |obras consultadas|fontes|lista de referências|referências citadas|referencia|referencias bibliograficas e notas
    |bibliografia consultada|referências e notas|trabalhos citados|riferimenti bibliografici|riferimenti
    |opere citate|note bibliografiche|letteratura|voci bibliografiche|literatuur|literatuurlijst|referenties|bronnen
    |bronvermelding|literatuurverwijzingen|referentielijst|geraadpleegde literatuur|referenser|referenslista|källor
    |källförteckning|litteraturförteckning|litteratur|referanser|referanseliste|kilder|litteraturliste
    |litteraturreferanser|referencer|referenceliste|kildehenvisninger|heimildir|heimildaskrá|lähteet|lähdeluettelo
    |kirjallisuus|kirjallisuusluettelo|viitteet|kirjallisuusviitteet|kasutatud kirjandus|viited|kirjandus
    |piśmiennictwo|literatura|przypisy|źródła|literatura cytowana|spis literatury|bibliografie|použitá literatura
    |seznam literatury|zdroje|citovaná literatura|zoznam použitej literatúry|reference a zdroje
    |seznam použité literatury|zoznam literatúry|použité zdroje|odkazy na literaturu|irodalom|irodalomjegyzék
    |hivatkozások|felhasznált irodalom|források|kaynaklar|kaynakça|referanslar|bibliyografya|popis literature|izvori
    |citirana literatura|korištena literatura|viri|viri in literatura|reference i literatura|izvori i literatura
    |referințe|referințe bibliografice|note bibliografice|surse bibliografice|atsauces|literatūra
    |literatūros sąrašas|izmantotā literatūra|šaltiniai|izmantotie avoti|bibliografija|rujukan|daftar pustaka
    |daftar rujukan|referensi|kepustakaan|senarai rujukan|bibliografi|mga sanggunian|sanggunian|tài liệu tham khảo
    |marejeleo|verwysings|bronnelys|литература|список литературы|библиография|библиографический список|источники
    |список источников|цитированная литература|использованная литература|список использованной литературы
    |список использованных источников|список цитируемой литературы|перечень ссылок|література|список літератури
    |список використаної літератури|список використаних джерел|джерела|бібліографія|посилання
    |использованные источники|спіс літаратуры|литература и източници|книгопис|цитирана литература
    |използвана литература|извори|әдебиеттер|пайдаланылған әдебиеттер|библиографија|βιβλιογραφία
    |βιβλιογραφικές αναφορές|αναφορές|παραπομπές|βιβλιογραφικές παραπομπές|πηγές|参考文献|參考文獻|文献|文獻
    |引用文献|引用文獻|参考资料|參考資料|参考書目|参考书目|参考文献リスト|主要参考文献|主要參考文獻|引文
    |脚注と参考文献|文献リスト|參考書目|참고문헌|참고 문헌|인용문헌|참고자료|문헌|المراجع|المصادر|المصادر والمراجع
    |قائمة المراجع|مراجع|منابع|مآخذ|منابع و مآخذ|فهرست منابع|מקורות|ביבליוגרפיה|רשימת מקורות|संदर्भ|सन्दर्भ
    |संदर्भ सूची|ग्रन्थसूची|তথ্যসূত্র|সূত্র|เอกสารอ้างอิง|บรรณานุกรม|reference(s)|references (in english)
    |supplementary references|supplemental references|online references|methods references|general references
    |web references|further references|main references|references main|references and suggested reading
    |references and suggested readings|citations and references|citations & references|references and citations
    |references & further reading|source references|suggested reading and references|references used|cited works
    |bibliographical references|reference materials|works consulted|sources consulted|använda källor|הפניות
    """)
"""Headings of a reference list in the languages that occur, as they are printed, in lower case."""

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
    |most read|most cited|editorial information|editor's note|supplemental data|received
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
_WITH_BUTTON = lazy_pattern(
    r"(?:references|bibliography|literature cited)(?:\W+(?:show|hide|view|expand|collapse|all|jump|go|to|section|list"
    r"|cited|here|open|close|more|less|top|back|of|in|this|the|article|go to|options|toggle|\d{1,4}))+"
)
_FOLD = lazy_pattern(r"^[\W\d_]*?(?:[ivxIVX]{1,5}\.\s)?(?=[^\W\d_])|[\s\W]*$")
_ALL = lazy_pattern(r"\ball \(?(\d{1,4})\)?\s?$", re.IGNORECASE)
_ALONE = lazy_pattern(r"[\s\u2022*]*(\d{1,4})\s$")
_BEHIND = lazy_pattern(r"\s?\((\d{1,4})\)")
_BUTTON = lazy_pattern(r"\s*(?:\[[^\[\]]{2,24}\]|\([^()]{0,16}\d[^()]{0,16}\))$")
_COUNT = lazy_pattern(r"\s*[\(\[]?\d{1,4}[\)\]]?\s*$")
_CUT = lazy_pattern(r"\s*[-\u2013\u2014:].*$")
_PARTS = word_set("""
    annex annexe appendix chapter section part anexo apéndice capítulo sección parte anlage anhang kapitel abschnitt
    teil chapitre partie bijlage hoofdstuk allegato capitolo sezione bilaga vedlegg liite załącznik rozdział příloha
    kapitola bölüm приложение глава раздел
    """)
"""Words for a part of a report or a book, which stand with its number before what it holds: "Annex 3. References"."""
_IN_PART = lazy_pattern(
    rf"(?:{'|'.join(sorted(_PARTS))})\b\.?\s*(?:\d{{1,2}}(?:\.\d{{1,2}})*|[a-z]|[ivx]{{1,5}})?(?:\s*[.:)\u2013\u2014-]+\s*|\s+)(?=[^\W\d_]{{3}})",
    re.IGNORECASE,
)
_FAR_EASTERN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SPACED_OUT = lazy_pattern(rf"(?<=[{_FAR_EASTERN}])[ \u3000]+(?=[{_FAR_EASTERN}])")
_BETWEEN_NAMES = lazy_pattern(
    rf"\s*[/|\u00b7\uff0f]\s*|\s*[(\[\uff08](?=[^\W\d_]{{2}})|(?<=[{_FAR_EASTERN}])\s*(?=[A-Za-z])|(?<=[A-Za-z])\s+(?=[{_FAR_EASTERN}])"
)
"""What parts the names of a list in two languages: "Literatura / References", "Kaynaklar (References)"."""


# Looked up first, since most lines are not headings: the first letters of the phrases of `REFERENCES`, and the last
# words of `ENDS` with what may stand behind them. A pattern that ignores case is far slower.
_FIRST_LETTERS = lazy_pattern(r"[\W\d_]*(?:[ivxIVX]{1,5}\.\s[\W\d_]*)?([^\W\d_]{1,3})")
_LAST_OF_ENDS = frozenset(phrase.rpartition(" ")[2] for phrase in ENDS)
_BEHIND_WORDS = " \t\r\n.:()[]0123456789"

_CORE = word_set("""
    reference references referências referencias références bibliography bibliographie bibliografía bibliografia
    bibliografie literature literatur literatura riferimenti referenser referenties referanser литература литературы
    """)
_BESIDE = word_set("""
    and & y e et und og och en i list of the in for to cited selected key main general further additional
    recommended suggested reading readings notes bibliographic bibliographical bibliográficas bibliografici
    bibliographiques works article primary secondary used consulted citada citadas citées consultada consultadas
    utilizada utilizadas citate generales principal principales sélective selecta seleccionada selective select
    annotated short complete full numbered literature sources links список использованной цитируемой resources
    resource this that report paper chapter review document text study our book guideline quellen zitierte
    verwendete benutzte weitere källor ve и та ja és kilder lähteet fuentes fontes fonti consultées utilisées
    bronnen zdroje
    """)
_LONGEST_JOINT = 3
"""Letters of the words between others ("and", "of"); none begins a heading. In other scripts a heading may have two."""
_MOST_WORDS = 7
"""Words of a heading that is put together of words for references and of others that go with them."""

_SECONDARY = word_set("""
    further reading|further readings|suggested reading|suggested readings|recommended reading|recommended readings
    |additional reading|additional readings|selected reading|selected readings|weiterführende literatur
    |lecturas recomendadas|lectures complémentaires|pour en savoir plus|leituras recomendadas|letture consigliate
    |verder lezen
    """)


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
        self._pattern = lazy_pattern(rf"\n[ \t]*+(?:(?!\n)[\W\d_])*+(?:[ivxIVX]{{1,5}}\.\s)?(?={letters})")

    def lines(self, text: str, start: int = 0) -> Iterator[tuple[int, int]]:
        """Where these lines begin and end (behind their line feed), in the order of the text."""
        # Within a text a line feed stands there already, and the rest of a page need not be copied for each list.
        within = start > 0 and text[start - 1] == "\n"
        matches = self._pattern.finditer(text, start - 1) if within else self._pattern.finditer("\n" + text[start:])
        shift = 0 if within else start - 1
        for match in matches:
            letters = shift + match.end()
            stem = text[letters : letters + 3].casefold()
            if stem in self._stems or not stem.isascii():
                line = shift + match.start() + 1
                end = text.find("\n", letters) + 1 or len(text)
                yield line, end


def _plain(text: str) -> str:
    """Folded words without their accents: capitals are often printed without them (in Greek always)."""
    if text.isascii():
        return text
    return "".join(letter for letter in normalize("NFKD", text) if not combining(letter))


_REFERENCES = frozenset(_plain(fold_heading(phrase)) for phrase in REFERENCES)
_CORE_WORDS = frozenset(map(_plain, _CORE))
_WORDS_TOGETHER = _CORE_WORDS.union(map(_plain, _BESIDE))
_STEMS = frozenset(
    _plain(match.group(1))
    for phrase in (*REFERENCES, *_SECONDARY, *_BEGINNINGS, *_CORE, *_BESIDE)
    if (len(phrase) > _LONGEST_JOINT or not phrase.isascii()) and (match := _FIRST_LETTERS.match(phrase))
)
LINES_OF_REFERENCES = _Beginnings((*REFERENCES, *_REFERENCES, *_SECONDARY, *_CORE, *_BEGINNINGS, *_PARTS))
LINES_OF_ENDS = _Beginnings(ENDS)


def is_reference_heading(text: str) -> bool:
    """Whether this heading introduces a reference list."""
    if len(text) > 120:
        return False
    if part := _IN_PART.match(text) if text[:2].casefold() in _PART_BEGINNINGS else None:
        text = text[part.end() :]
    if not text.isascii():
        text = _SPACED_OUT.sub("", text)  # printed with a blank between its letters, to fill the line
    return _may_head(text) and _introduces(text)


_PART_BEGINNINGS = frozenset(word[:2] for word in _PARTS)


# The same headings are asked for by each way in which a page may name its list, and on each page of a journal.
@lru_cache(maxsize=4096)
def _introduces(text: str) -> bool:
    folded = _plain(fold_heading(text))
    if folded in _REFERENCES or folded.startswith(_BEGINNINGS):
        return True
    # "Selected references and notes": all words go with references, and one means them.
    words = folded.split()
    is_short = len(words) <= _MOST_WORDS
    if is_short and not _CORE_WORDS.isdisjoint(words) and _WORDS_TOGETHER.issuperset(words):
        return True
    # In two languages each is a name of the list.
    names = [name for name in _BETWEEN_NAMES.split(text) if any(map(str.isalpha, name))]
    if all(_plain(fold_heading(name)) in _REFERENCES for name in names):
        return True
    # "References - Journal of X": a site's words or buttons follow the heading, but not a sentence.
    return len(folded) < 60 and (_CUT.sub("", folded) in _REFERENCES or _WITH_BUTTON.fullmatch(folded) is not None)


def heads_further_reading(text: str) -> bool:
    """Whether this heading introduces works that a reader may go on with: a second list behind the references."""
    return len(text) < 60 and _may_head(text) and _plain(fold_heading(text)) in _SECONDARY


@lru_cache(maxsize=4096)
def _may_head(text: str) -> bool:
    match = _FIRST_LETTERS.match(text)
    return match is not None and _plain(match.group(1).casefold()) in _STEMS


def ends_references(text: str) -> bool:
    """Whether this heading, after a reference list, ends the list."""
    if len(text) > 80:  # the longest of `ENDS` with its number is shorter
        return False
    last = text.rstrip(_BEHIND_WORDS).rpartition(" ")[2].casefold()
    return (last in _LAST_OF_ENDS or not last.isalpha()) and fold_heading(text) in ENDS


_OTHER_WORKS = lazy_pattern(
    r"similar|related|recommend|cited by|citing|citations? of|trending|most (?:read|cited)|articles|publications|issue"
    r"|contents|results|news|papers|latest|authors?\b|also (?:read|like)|see also|collection",
    re.IGNORECASE,
)


def heads_other_works(text: str) -> bool:
    """Whether this heading introduces works that the page does not cite: similar articles, citing articles."""
    return _OTHER_WORKS.search(text) is not None


_REVIEW = lazy_pattern(
    r"\W*(?:open |transparent )?(?:peer[ -]?review(?:s|er|ers)?"
    r"(?: (?:history|file|reports?|information|process|comments))?|decision letters?"
    r"|authors?['\u2019]? (?:response|reply|replies)|(?:response|reply) to (?:the )?(?:reviewers?|referees?)"
    r"|(?:reviewer|referee)s?['\u2019]?s? (?:reports?|comments)\b.{0,60}|(?:joint )?public review.{0,40}"
    r"|editor['\u2019]?s evaluation|elife assessment|(?:pre-?)?publication history)\W*",
    re.IGNORECASE,
)


def heads_a_review(text: str) -> bool:
    """Whether a heading introduces a review of the work, its history or the authors' reply, printed with the work."""
    return len(text) < 100 and _REVIEW.fullmatch(text) is not None


_UNCITED = lazy_pattern(
    r"(?:similar|related|recommended|suggested) (?:articles?|papers?|works?|content|research)|cited by|citing|trending"
    r"|most (?:read|cited|viewed|popular)|also (?:read|like)|more (?:from|by|like)|latest",
    re.IGNORECASE,
)


def heads_uncited_works(text: str) -> bool:
    """Whether this heading, behind a list, introduces works that others recommend or that cite the page."""
    return len(text) < 80 and _UNCITED.search(text) is not None


_FOOT = lazy_pattern(
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
