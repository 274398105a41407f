"""A line in which a publisher prints where its article appeared: journal, date, volume, issue, pages, in any of the
forms that stand above or under titles.

What stands in a line is judged by its numbers: each form in the table below is a way to print volume and pages, and
the journal is what stands before them. A line that has no such numbers is not read.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from harvester.text import DASHES, UPPER, lazy_pattern, squeeze, word_set
from harvester.values import dates, identifier, page_ranges
from harvester.values.citation_line import find_citation_line
from harvester.values.dates import PartialDate
from harvester.values.identifier import Identifier

_DASH = rf"\s?[{DASHES}]\s?"
_YEAR = r"(?<!\d)(?:1[89]|20)\d\d(?!\d)"
_MONTH = (
    r"(?<![^\W\d_])(?:[JjEe]an|[Ee]ne|[Gg]ennaio|[Ff][eé][bv]|[Mm][aäe]r|[Aa]pr|[Aa]br|[Aa]vr|[Mm]a[iyj]|[Mm]aggio"
    r"|[Mm]ei|[Jj]u[nl]|[Jj]ui[nl]"
    r"|[Gg]iu|[Ll]ug|[Aa]u?g|[Aa]o[uû]|[Ss]ep|[Ss]et(?:t?embre|iembre|embro)|[Oo][ck]t|[Oo]ttobre|[Oo]utubro|[Nn]ov"
    r"|[Dd][eé][cz]|[Dd]iciembre|[Dd]icembre|[Ss]pring"
    r"|[Ss]ummer|[Aa]utumn|[Ff]all(?!\w)|[Ww]inter)[^\W\d_]{0,7}\.?"
)
_MONTHS = rf"{_MONTH}(?:{_DASH}{_MONTH})?"
_DATE = (
    rf"(?:(?P<date>{_YEAR}[ ,]{{1,2}}{_MONTHS}(?: \d{{1,2}}(?!\d)(?:{_DASH}\d{{1,2}}(?!\d))?)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\.?[ -](?:de )?{_MONTH},?[ -](?:de )?{_YEAR}"
    rf"|{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?(?:{_DASH}\d{{1,2}})?, ?{_YEAR}|{_MONTHS},? {_YEAR}|{_YEAR}))"
)
_VOLUME = (
    r"(?P<volume>(?:\d{1,4}(?:-?[A-Za-z])?|[A-Z]{1,2}\d{1,3}|[IVXLC]{1,7})(?![\w.]\d)"
    r"(?: ?[Ss]uppl?(?:\.|ement)?(?: ?\d{1,3})?)?)"
)
_ISSUE = r"\s?\((?P<issue>(?!(?:19|20)\d\d\))[^()]{1,28})\)"
_NUMBER = r"(?P<issue>\d{1,5}(?:-\d{1,3})?|S\d{1,2}|[Ss]uppl?\w{0,7}\.?(?: (?:\d{1,2}|[A-Z]))?)"
_PAGE = (
    r"(?P<page>(?:[A-Za-z]{1,3}[.-]?)?\d{1,9}(?:\.e?\d{1,3})?[A-Za-z]?(?![\w/]|:\d\d:)"
    rf"(?:{_DASH}(?:[A-Za-z]{{1,3}}[.-]?)?\d{{1,9}}(?:\.e?\d{{1,3}})?[A-Za-z]?(?![\w/]))?)"
)
_PAGES = r"(?:(?:pp?|pgs?|[Pp]ages?|[Pp]ágs?|[Pp]áginas?|[Ss]eiten?)(?:[.:]\s?|\s|(?=\d))|[Ss][.:] ?)"
_NUMBERED = r"(?:[Aa]rticle|[Aa]rt\.|[Pp]aper) ?(?:[Nn]umber|[Nn]o\.?|ID)?:? ?"
_BEHIND = rf"(?:\s?[:,]\s?|\s)(?:{_PAGES}|{_NUMBERED})?"

_FORMS = tuple(
    (sign, is_dated, lazy_pattern(form))
    for sign, is_dated, form in (
        # 2012 Mar 5;5(2):123-30; a journal paged by article may print its year and volume alone.
        (";", True, rf"{_DATE}\s?;\s?{_VOLUME}(?:{_ISSUE})?(?:\s?[:,]\s?(?:{_PAGES})?{_PAGE})?"),
        # Nature 1953; 171, 4356: 737-738
        (";", True, rf"{_DATE}; ?{_VOLUME}, {_NUMBER}: ?{_PAGE}"),
        # J. Am. Chem. Soc. 2005, 127, 14, 4998-5000, as ACS prints it
        (", ", True, rf"{_DATE}, {_VOLUME}, {_NUMBER}, {_PAGE}"),
        # J Fill, 18:1, 59-82, as Taylor & Francis cite
        (":", False, rf"(?<=, ){_VOLUME}:{_NUMBER}, {{1,2}}(?:{_PAGES})?{_PAGE}"),
        # Brain Sci. 2025, 15(3), 264; 2005, 35, 1-10; (2001), 178, 123-8; (2012) 171:123-130
        ("", True, rf"\(?{_DATE}\)?,?\s{{1,2}}{_VOLUME}(?:{_ISSUE}[:,]?|\s?[:,])\s?(?:{_PAGES}|{_NUMBERED})?{_PAGE}"),
        # Bioresources and Bioprocessing20163:21, as it is copied
        (":", False, r"(?<=[^\W\d])(?P<date>(?:19|20)\d\d)(?P<volume>\d{1,3}):(?P<page>\d{1,5})(?!\d)"),
        # R. Soc. open sci. 2016 3 160123
        (
            "", True,
            rf"(?P<date>{_YEAR}) {_VOLUME} (?P<page>\d{{5,9}}|[a-z]\d{{3,9}}|\d{{1,5}}[{DASHES}]\d{{1,5}})(?![\w.])",
        ),
        # 152 (2011) 1234-1240; 87(2004), 123-130
        ("(", True, rf"(?<![\w.]){_VOLUME}(?:{_ISSUE})?,?\s?\({_DATE}\){_BEHIND}{_PAGE}"),
        # 280, 1234-1240 (2005); 10: 4998 (2020); 31(2):78-87, March 2001
        ("", True, rf"(?<![\w.]){_VOLUME}(?:{_ISSUE})?{_BEHIND}{_PAGE}(?:,? \(|, | | [–-] Published ){_DATE}"),
        # 9(1): e85123, with the date anywhere or nowhere; PNAS 106 (27) 11268-11273
        ("(", False, rf"(?<![\w.]){_VOLUME}{_ISSUE}{_BEHIND}{_PAGE}"),
        # Front. Psychol. 4:863; Frontiers in Psychology, 4, 863.
        ("", False, rf"(?:(?<=[^\W\d] )|(?<=\. )|(?<=[^\W\d], )){_VOLUME}\s?[:,]\s?{_PAGE}(?=\W*$|\W+\|)"),
    )
)  # fmt: skip
"""The forms of numbers, each with a sign that it has and whether it has a year: lines without them are not tried."""
_WORDS_OF_VOLUME = (
    r"(?:Cilt(?=:)|[Vv](?=\. ?\d)|[Vv]olumen?|[Vv]ol|VOL(?:UME)?|[Bb]and|Bd|[Tt]ome|[Tt]omo"
    r"|[Jj]ahrgang|Jg)\b[.:]? ?"
)
_WORDED_VOLUME = lazy_pattern(rf"(?<!\w){_WORDS_OF_VOLUME}{_VOLUME}")
_WORDED_ISSUE = lazy_pattern(
    rf"(?<!\w)(?<!rticle )(?:[Ii]ssue|ISSUE|[Nn](?=\. ?\d)|[Nn]o|NO|[Nn]umber|[Nn]r|[Hh]eft|[Nn]úm|[Nn]úmero|[Nn]°"
    rf"|[Nn]º|[Ii]ss"
    rf"|[Aa]usgabe|[Nn]uméro|Sayı)(?![^\W\d])"
    rf"[.:]? ?\(?(?P<issue>(?:\d{{1,5}}(?:{_DASH}\d{{1,4}})?[A-Za-z]?(?!\w)|[A-Z]\d{{1,3}}"
    rf"|[Ss]uppl?\w*\.?(?: ?(?:\d{{1,2}}|[A-Z]))?(?!\w)"
    r"|[Ss]pecial [Ii]ssue))"
)
_WORDED_PAGES = lazy_pattern(
    rf"(?<!\w)(?:(?:[Pp]ages?|PAGES?|pp|PP|pgs?|[Pp]ágs?|[Pp]áginas?|[Ss]eiten?|[Pp]|S(?=\. ?\d))\b[.:]? ?"
    rf"|(?:pages?|[Pp]p?)(?=(?:[en]|CD)?\d)"
    rf"|{_NUMBERED}){_PAGE}"
)
# What may stand between a volume that is named as one and its pages that are not: "Volume 67, 2014, 103-112".
_BARE_PAGES = lazy_pattern(
    rf"\W{{0,3}}(?:\((?:{_YEAR}|[\w -]{{1,16}})\)|{_DATE})?(?:\s?[,:|]\s?|\s(?=\w?\d{{1,5}}[{DASHES}]\w?\d"
    rf"|[A-Za-z]{{1,3}}\d|\d{{1,7}}$))"
    rf"{_PAGE}(?=\W*$|[.;|]| \()"
)
_BARE_ISSUE = lazy_pattern(rf"{_ISSUE}")
_DATED_BEHIND = lazy_pattern(rf"[,.:]?\s(?:{_DATE}|\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})$")
"""A date behind a journal's name, which is never a part of it."""
_SHORTEST_DATE = 12
"""Characters of "March 2020" and more: where a month stands that ends a name."""
_ANY_YEAR = lazy_pattern(_YEAR)
_ANY_DATE = lazy_pattern(_DATE)
_LOCATED = lazy_pattern(r"\d")

_DOI_WORDS = lazy_pattern(
    r"(?:\bdoi(?:\.org)?\b[\s:.]{0,3})?(?:https?://\S{1,300}|(?<![\w.])10\.\d{4,9}/\S{1,300})", re.IGNORECASE
)
_OF_OTHER_DATES = lazy_pattern(
    r"\b(?:received|accepted|revised|submitted|copyright|©|reviewed|available in pmc|eingegangen|recibido|aceptado)\b"
    r"[^;|]{0,60}",
    re.IGNORECASE,
)
_LEAD = lazy_pattern(
    r"^(?:#{1,6} |[\W_]{0,6})?(?:\d{1,3}: (?=[A-Z])"
    r"|(?:published(?: in final edited form as| in|:)|to cite(?: this article)?"
    r"|cite (?:this(?: article)?|it)(?: as)?|cite as"
    r"|source|citation|publication|journal|journal reference|reference|originally published(?: in| as)?|in|from"
    r"|appeared in"
    r"|erschienen in|fuente"
    r"|publicado en|revista|paru dans|this article appeared in|article reference|title|magazine)\s?[:]\s?"
    r"|(?:published in final edited form as|originally published in|published in|appeared in|erschienen in"
    r"|publicado en) )",
    re.IGNORECASE,
)
_AHEAD = lazy_pattern(
    r"[,.;:] {1,2}(?:article asap|just accepted|advance(?:d)? (?:article|access|online)|accepted (?:manuscript|article)"
    r"|in press"
    r"|article in press|early view|early online|online (?:first|early|ahead of print)|e-?pub ahead of print"
    r"|ahead of print)",
    re.IGNORECASE,
)
_RUN_TOGETHER = lazy_pattern(
    r"(?<=[^\W\d_])(?=Vol(?:ume|\.) ?\d)|(?<=\d)(?=[Pp]p?(?:[en]|CD)?\d"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} \d)"
)
"""Where elements of a line of numbers are copied without blanks: "ArticlesVolume 395, Issue 10223p497-506February"."""
_A_YEAR = lazy_pattern(r"(?:19|20)\d\d")
_BARS = "|•·∙"
_ORGAN = lazy_pattern(
    r"\W{0,4}(?:the |an? |l['’])?(?:official |offizielles |[oó]rgano |órgão |organe )"
    r"(?:(?:organ|journal|publication|scientific|open access|peer[- ]reviewed|oficial|officiel|ufficiale) ){1,4}"
    r"(?:of|der|des|de|du|della)\b",
    re.IGNORECASE,
)
"""Whose organ a journal is, under its name."""
_EDGES = " \t\u00a0.,;:|/()[]<>#*•·∙–—-\u2022\u203a\u00bb"
_LOGO = lazy_pattern(r"^(?:Logo of )?(?P<name>.{3,80}?)(?: logo| homepage| cover)?(?:\s?[Ll]ink to (?P=name))?$")
_SENTENCES = lazy_pattern(rf"[.?!]\s+(?=[{UPPER}])")
_STEPS = word_set("""
    home|journals|all journals|list of issues|all issues|issues|archive|archives|past issues|browse|browse issues
    |volumes|list of volumes|table of contents|current issue|articles|browse journals|publications|back issues
    """)
"""Steps of a path on any publisher's site; the journal is none of them."""
_LONGEST_JOURNAL = 110
"""Characters; the longest names of medical journals, with their sections and places, have about a hundred."""
_LONGEST_LINE = 1_200
"""Characters of a line that is read: the citation of an article of fifty authors; a longer one is prose."""
_MOST_MATCHES = 8
"""Places of a line that look like a form: a line has its citation once or twice."""
_LONGEST_DATE = 6
"""Words of a date with its day: "Friday, 15 April 2010"."""
_MOST_WORDS = 16
"""Words of a journal's name: "The American Journal of Physiology - Gastrointestinal and Liver Physiology" has nine."""
NOT_A_JOURNAL = word_set("""
    abstract access account advertisement affiliations article articles author authors citation citations cite close
    comment contents copyright
    correction correspondence date download editorial email export figure figures free full html homepage
    keywords
    login menu metrics next online original page pages pdf permissions pmc pmid previous publication published
    received references register related revised search sections share show sign similar skip submit subscribe table
    text
    topics toggle view volume was were you your by accepted this with how doi cited peer-reviewed issue vol no
    """)
"""Words that stand in what pages print around a citation, and in no journal's name."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a line says of where a work appeared; empty where it is silent.

    `of_another`: sentences stand before the journal, as authors and title do where a work is cited.
    """

    journal: str = ""
    issued: PartialDate | None = None
    volume: str = ""
    issue: str = ""
    page: str = ""
    doi: Identifier | None = None
    of_another: bool = False

    @property
    def said(self) -> int:
        """How many of the fields it says."""
        return sum(map(bool, (self.journal, self.issued, self.volume, self.issue, self.page)))


NOTHING = Printed()


@lru_cache(maxsize=1024)
def read_citation_line(line: str) -> Printed:
    """What a line says of volume, issue, pages, date and journal, and its DOI; nothing where it prints no numbers of
    these kinds."""
    if len(line) > _LONGEST_LINE or not (_LOCATED.search(line) or _AHEAD.search(line)):
        return NOTHING
    words = squeeze(line.replace("*", "") if "*" in line else line)
    lead = _LEAD.match(words)
    words = words[lead.end() :] if lead else words
    dois = {f.identifier for f in identifier.find(words) if f.identifier.scheme == "doi"} if "10." in words else set()
    doi = dois.pop() if len(dois) == 1 else None
    bare = _OF_OTHER_DATES.sub(" ", _DOI_WORDS.sub(" | ", words))
    if "olume" in bare or "Vol" in bare:
        bare = _RUN_TOGETHER.sub(" ", bare)
    said = [printed for printed in (_of_nlm(words), _in_words(bare), _in_numbers(bare)) if printed]
    said.sort(key=lambda printed: printed.said, reverse=True)
    best = NOTHING
    for printed in said:
        best = filled(best, printed)
    if not said:
        best = _dated(bare) if doi else _ahead(words)
    return replace(best, doi=doi, of_another=_has_sentences(words, best.journal))


def _has_sentences(words: str, journal: str) -> bool:
    """Whether sentences stand before a journal's name."""
    before = words[: max(0, words.find(journal))].strip(_EDGES) if journal else ""
    return before.count(" ") > 1 and _SENTENCES.search(f"{before}. A") is not None


def _ahead(words: str) -> Printed:
    """The journal of a line that says that its article has no volume yet ("J. Med. Chem., Article ASAP")."""
    match = _AHEAD.search(words) if len(words) < _LONGEST_JOURNAL + 40 else None
    return Printed(journal_in(words[: match.start()])) if match else NOTHING


def _dated(words: str) -> Printed:
    """Journal and day of a line with a DOI that has no volume: "Front. Psychol., 15 January 2015 | doi: ..."."""
    words = words.strip(_EDGES)
    match = next((m for m in islice(_ANY_DATE.finditer(words), _MOST_MATCHES) if m.end() == len(words)), None)
    date = dates.read(match["date"]) if match else None
    journal = journal_in(words[: match.start()]) if match and date and date.month else ""
    return Printed(journal, date) if journal else NOTHING


def _of_nlm(words: str) -> Printed | None:
    """The fields of a line in NLM's form, in which pages may be of any form."""
    line = find_citation_line(words + "\n") if ";" in words else None
    if line is None or not (line.page or line.volume):
        return None
    # "2010;63:123-30 - Vol. 63": what a bar or dash sets off is no page.
    page = re.split(r"\s[–|-]\s(?=[^\W\d])", line.page)[0]
    return Printed(journal_in(words[: line.start]), line.issued, line.volume, line.issue, page)


def filled(best: Printed, other: Printed) -> Printed:
    """What one line says, with what it leaves open from another one of the same volume and year."""
    if (best.volume and other.volume and best.volume != other.volume) or not _same_year(best.issued, other.issued):
        return best
    return Printed(
        best.journal or other.journal, best.issued or other.issued, best.volume or other.volume,
        best.issue or other.issue, best.page or other.page, best.doi or other.doi,
    )  # fmt: skip


def _same_year(one: PartialDate | None, other: PartialDate | None) -> bool:
    return one is None or other is None or one.year == other.year


def _in_numbers(words: str) -> Printed | None:
    """The fields of a line that prints volume and pages by their signs ("2001;31(2):78-87")."""
    best = first = None
    dated = _ANY_YEAR.search(words) is not None
    for sign, is_dated, form in _FORMS:
        if (is_dated and not dated) or sign not in words:
            continue
        for match in islice(form.finditer(words), _MOST_MATCHES):
            printed = _of_match(words, match)
            if printed and (first is None or match.start() < first[0]):
                first = (match.start(), printed)
            if printed and (best is None or printed.said > best.said):
                best = printed
    # A line may have its citation twice, and the pages in the second only ("BMJ 2015; 350 Cite as: BMJ 2015;350:g7").
    return replace(best, journal=first[1].journal) if best and first and first[1].journal else best


def _of_match(words: str, match: re.Match[str]) -> Printed | None:
    """The fields of a form found in a line; None if its numbers cannot be what they would be."""
    fields = match.groupdict()
    date = fields.get("date") or ""
    issued = dates.read(date) if date else None
    if date and (issued is None or issued.year is None):
        return None
    before = words[: match.start()]
    if not date:
        found = [m for m in islice(_ANY_DATE.finditer(words), _MOST_MATCHES) if not _overlap(m, match)]
        issued = next((d for m in found if (d := dates.read(m["date"])) and d.year), None)
        # "PNAS July 7, 2009 106 (27) 11268-11273": the date before the volume is no part of the name.
        if found and found[0].end() <= match.start() and not words[found[0].end() : match.start()].strip(_EDGES):
            before = words[: found[0].start()]
    page = (fields.get("page") or "").strip()
    issue = (fields.get("issue") or "").strip(" .")
    is_numbered = issued is None and (issue != "" or page[:1].isalpha())  # Cochrane's 2013(6): CD001877
    if not (is_numbered or _is_volume(fields["volume"], issued)) or not (page or date):
        return None
    if not date and not issue and not journal_in(before):
        return None
    return Printed(journal_in(before), issued, fields["volume"].strip(), issue, page_ranges.read(page) if page else "")


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _in_words(words: str) -> Printed | None:
    """The fields of a line that names them ("Volume 7, Issue 3, September 1986, Pages 177-188")."""
    volume, issue, pages = (pattern.search(words) for pattern in (_WORDED_VOLUME, _WORDED_ISSUE, _WORDED_PAGES))
    if volume is None and (issue is None or pages is None) and not (pages and _leads(words, pages)):
        return None
    starts = [m.start() for m in (volume, issue, pages) if m]
    number = ""
    if volume:
        if issue is None and (bare := _BARE_ISSUE.match(words, volume.end())):
            issue = bare
        if pages is None:
            end = issue.end() if issue and issue.start() >= volume.start() else volume.end()
            pages = _BARE_PAGES.match(words, end)
    number = issue["issue"].strip(" .") if issue else ""
    taken = [m.span(name) for m, name in ((volume, "volume"), (issue, "issue"), (pages, "page")) if m]
    found = None
    for m in islice(_ANY_DATE.finditer(words), _MOST_MATCHES):
        if not any(start <= m.start() < end for start, end in taken) and (date := dates.read(m["date"])) and date.year:
            found = found or (date, m.start(), m.end())
    if found and words[: found[1]].strip(_EDGES):
        starts.append(found[1])
    page = pages["page"].strip() if pages else ""
    if volume and not found and _A_YEAR.fullmatch(page):
        # "Volume 372, 2021" has no pages.
        found, page = ((date, 0, 0) if (date := dates.read(page)) else None), ""
    printed = volume["volume"].strip() if volume else ""
    # "2021 J Fill Volume 49": the year stands before the journal.
    before = found[2] if found and found[1] not in starts and found[2] < min(starts) else 0
    journal = journal_in(words[before : min(starts)])
    return Printed(journal, found[0] if found else None, printed, number, page_ranges.read(page) if page else "")


def _leads(words: str, match: re.Match[str]) -> bool:
    """Whether a line begins with what was matched, or a bar or bullet stands before it, and nothing or a bar behind."""
    before, rest = words[: match.start()].strip(), words[match.end() :].strip()
    begins = not before.strip(_EDGES) or before[-1] in _BARS
    return begins and (not rest.strip(_EDGES) or rest[0] in _BARS)


def _is_volume(volume: str, issued: PartialDate | None) -> bool:
    """Whether a number can be a volume: a year is one only where it is the year of the journal itself (BMJ, LWT)."""
    digits = volume.strip()
    if not digits.isdigit() or not 1800 <= int(digits) <= 2099:
        return True
    return issued is not None and issued.year is not None and abs(issued.year - int(digits)) < 2


def journal_in(words: str) -> str:
    """The journal that ends a text, or that the text is; "" if none can be told."""
    lead = _LEAD.match(words)
    words = words[lead.end() :] if lead else words
    name = words.strip(_EDGES).removeprefix("Yıl").strip(_EDGES)
    name = name.removeprefix("# ")
    if logo := _LOGO.match(name):
        name = logo["name"]
    name = re.split(r"\bet al\.\s?", name)[-1]
    pieces = _SENTENCES.split(name)
    if len(pieces) > 1 and not _is_abbreviated(name):
        name = pieces[-1]  # authors and title stand before it
    if name[-1:].isdigit() or dates.names_a_month(name[-_SHORTEST_DATE:]):
        name = name[: m.start()].rstrip(_EDGES) if (m := _DATED_BEHIND.search(name)) else name
    # "J Fill • 12 March 2020 • 5(2)": bars and bullets part the journal from its section.
    name = re.split(r"\s[|•·∙›»/]\s", name)[0].strip(_EDGES)
    if " > " in name:  # a path: its last step that is none of a site's
        steps = [step for step in map(str.strip, name.split(" > ")) if step.casefold() not in _STEPS]
        name = steps[-1] if steps else ""
    name = "" if name.casefold() in _STEPS else name
    return name if is_journal(name) else ""


def _is_abbreviated(name: str) -> bool:
    """Whether the stops in a name are those of abbreviations ("J. Clin. Epidemiol.")."""
    words = name.split()
    stops = sum(word.endswith(".") for word in words)
    return (
        len(words) < 9
        and 2 * stops >= len(words)
        and "," not in name
        and all(w[0].isupper() or len(w) < 6 for w in words)
    )


def is_of_a_society(words: str) -> bool:
    """Whether a line says whose organ a journal is, rather than its name ("Official organ of the Society for ...")."""
    return _ORGAN.match(words) is not None


def is_journal(name: str) -> bool:
    """Whether some words can be a journal's name: capitals, no sentence, none of the words of a page's menus."""
    words = name.split()
    if not 2 <= len(name) <= _LONGEST_JOURNAL or len(words) > _MOST_WORDS or not any(map(str.isalpha, name)):
        return False
    if len(words) == 1 and name.lower() in ("home", "issues", "open"):
        return False
    if not NOT_A_JOURNAL.isdisjoint(word.strip(".,:;()").lower() for word in words):
        return False
    if any(char in name for char in "@=[]{}<>^") or ":" in name[:2]:
        return False
    if is_of_a_society(name) or (
        len(words) < _LONGEST_DATE
        and dates.names_a_month(name)
        and sum(any(map(str.isalpha, word)) for word in words) < 3
    ):
        return False
    capitals = sum(any(map(str.isupper, word[:3])) for word in words)
    small = sum(len(word) > 4 and word[0].islower() for word in words)
    return capitals > 0 and (small <= capitals + 1)


def date_behind(words: str) -> PartialDate | None:
    """The date behind a journal's name in a line that has no volume ("BMJ 12 Mar 2003:"); None if there is none."""
    match = _DATED_BEHIND.search(words.strip(_EDGES))
    date = dates.read(match["date"]) if match and match["date"] else None
    return date if date and date.year else None
