"""The title of an article in its page's text: the paragraph that stands where titles stand and that the page says
again."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from harvester.text import find_line, squeeze, word_set

_KINDS = word_set("""
    original article|original research|original investigation|original paper|research article|research|review
    |review article|article|journal article|open accessarticle|open access article|open accessreview|open access
    |editorial|letter|case report|systematic review|meta-analysis|clinical trial|brief report|short communication
    |commentary|perspective|opinion|mini review|original contribution|full length article|special article|guideline
    |clinical practice guideline|regular article|research paper|open access peer-reviewed|peer-reviewed|free access
    |full access|feature article|narrative review|correspondence|viewpoint|protocol|study protocol|methods|report
    |brief communication|meeting report|full text access|acceso a texto completo|acesso de texto completo
    |clinical research|clinical research papers|research papers
    |artículo original|artículo de revisión|original articles|review articles
    |originalarbeit|übersichtsarbeit|article original|published|case reports
    """)
_NEVER = (
    "cookie", "subscribe", "©", "copyright", "http:", "https:", "doi:", "@", "skip to",
    "javascript", "your browser", "your privacy", "your account", "your institution", "official website", ".gov",
    "permission", "federal government", "sharing sensitive", "government site", "site is secure",
    "ensures that you are", "transmitted securely",
    "password", "email", "e-mail", "affiliation", "download", "select format", "access provided",
    "this article is part of", "as a library, nlm", "final edited form", "available in pmc",
    "[ ]", "[_", "(button)",
)  # fmt: skip
_NEVER_WORDS = re.compile(
    r"\b(?:pdf|sign in|log in|login)\b|^search\b|\bsearch$|advanced search|search (?:by|for|in|results)\b"
    r"|^(?:next|previous) article\b|^(?:metrics|views|visits):"
    r"|^(?:más opciones|información de|información del|este artículo)\b"
    r"|^(?:key ?words?|palabras clave)\b|^(?:journal|article) information$|^more article options$|^this item has"
    r"|^(?:páginas|pages) \d|\bvol(?:ume)?\.? ?\d+\W{1,3}(?:no|issue|núm|num|nr)\b"
)
# Journal's year; volume(issue): pages, as it stands over articles, is a citation and no title.
_CITATION = re.compile(
    r"(?:1[89]|20)\d\d\s?;\s?\d{1,4}(?:\s?\([^()]{1,20}\))?\s?:\s?[A-Za-z]{0,3}\d"
    r"|\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?:19|20)\d\d$"
)
_FIELD = re.compile(r"\s*[^\W\d_][\w-]*(?: [\w-]+)?: \S|\s*[^\W\d_][\w-]*(?: [\w-]+){2}: \S+(?: \S+){0,3}$")
_MARK = re.compile(r"^\s*(?:[•*□☆◦+▪○-]\s|\d{1,3}\.\s|\[|\(|#\s)")
_MARKDOWN = re.compile(r"^\s*#{1,3}\s+")
_EMPHASIS = re.compile(r"(?<!\w)(?:\*\*|__|[*_])(?=\S)([^*_\n]{1,200})(?<=\S)(?:\*\*|__|[*_])(?!\w)")
_GLUED_WORDS = re.compile(r"[a-z][A-Z][a-z]")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_UPPER = "[A-ZÀ-ÖØ-ÞČĐĞİŁŚŞŠŹŻŽ]"
_NAMES = re.compile(
    rf"(?:Authors?:\W{{1,12}})?(?:by\b"
    rf"|\W{{0,6}}\d{{0,2}}\.?\s{{0,8}}{_UPPER}[\w.'’-]+(?: {_UPPER}[\w.'’-]*){{1,4}}\W*[,;^\d\n]"
    rf"|{_UPPER}\. {_UPPER}\w+,)"
    r"|[\d\s*†]{0,8}(?:Department|Division|Institute|School|Faculty|Service|Departamento|Servicio|Unidad) (?:of|de)\b"
)
_INSTITUTION = re.compile(
    r"\d{0,2}[a-z]?\s?(?:Department|Division|Institute|School|Faculty|Departamento|Servicio|Unidad) (?:of|de)\b.*,"
)
_PERSON = re.compile(r"(?:[A-Z][\w'’-]+ ){1,2}(?:[A-Z]\.? ?){1,3}(?:[\w'’-]+ ?){1,2}$")
_ABSTRACT = (
    "Abstract", "Summary", "ABSTRACT", "SUMMARY", "Introduction", "Resumen", "RESUMEN", "Resumo", "RESUMO", "Résumé",
    "Zusammenfassung",
)  # fmt: skip
_ALONE = re.compile(rf"[ \t]{{0,8}}(?:{'|'.join(_ABSTRACT)})[ \t]*$", re.MULTILINE)
_ASCII_WORD = re.compile(r"[a-z0-9]{4,}")
_MOST = 400
_MOST_LINES = 4
# What speaks for a title; two things must, and the names of people under a line most. Menus are said again, too.
_KIND_ABOVE, _NAMES_BELOW, _SAID_AGAIN, _NEAR_ABSTRACT, _BY_DOI, _ENOUGH = 4, 5, 4, 2, 2, 5
_HEADING = 6  # of the first level in Markdown: a page has one
_AFFILIATION = re.compile(r"\d[A-Z][a-z]")
_MOST_PLACES = 1000
_LONG_LINE = 140


# What encyclopedias print under their titles.
_UNDER_TITLES = (
    "From Wikipedia, the free encyclopedia", "Aus Wikipedia, der freien Enzyklop", "Un article de Wikip",
    "De Wikipedia, la enciclopedia libre", "Origem: Wikip", "Da Wikipedia, l",
)  # fmt: skip


def find_title(text: str, end: int) -> str:
    """The title of the article that `text[:end]` begins with; "" where no paragraph or line is likely one."""
    if named := _above_a_sites_words(text[: min(end, 20_000)]):
        return named
    abstract = abstract_start(text, end)
    head = min(abstract if abstract >= 0 else end, 60_000)
    letters = text.encode("ascii", "replace").lower()
    best, most = "", _ENOUGH
    for start, title, before, following in _candidates(text, head):
        points = _KIND_ABOVE * _is_kind(before) + _NAMES_BELOW * begins_with_names(following)
        points += _HEADING * text.startswith("# ", start)
        points += _NEAR_ABSTRACT * (abstract >= 0 and start > abstract - 6000)
        points += _BY_DOI * (_tells_a_doi(before.rpartition("\n")[2]) or _tells_a_doi(following.partition("\n")[0]))
        if points + _SAID_AGAIN > most:
            points += _SAID_AGAIN * _is_said_again(title.casefold()[:70], text, letters)
        if points > most:
            best, most = title, points
    return best


def _above_a_sites_words(text: str) -> str:
    """The line above the words that an encyclopedia prints under its titles."""
    place = next((place for words in _UNDER_TITLES if (place := text.find(words)) >= 0), -1)
    line = text.rfind("\n", 0, place) + 1 if place >= 0 else 0
    above = squeeze(text[:line].rstrip().rpartition("\n")[2])
    return above if 1 < len(above) < 200 and not text[line:place].strip() else ""


def _is_said_again(words: str, text: str, letters: bytes) -> bool:
    """Whether the words stand in the text more than once, in lower or upper case, wherever its lines break.

    `letters` is the text character by character in ASCII's lower case. Of the words the longest is looked for, and the
    others around it: reading the whole text as one line took half the time of finding a title.
    """
    rarest = max(_ASCII_WORD.findall(words), key=len, default="")
    if not rarest:
        return squeeze(text).casefold().count(words) > 1
    offset = words.index(rarest)
    before, after = words[:offset], words[offset:]
    found = 0
    position = letters.find(rarest.encode())
    for _ in range(_MOST_PLACES):
        if position < 0 or found > 1:
            break
        ahead = squeeze(text[position : position + 6 * len(words)]).casefold()
        if ahead.startswith(after.rstrip()) and _ends_with(text[max(0, position - 6 * len(words)) : position], before):
            found += 1
        position = letters.find(rarest.encode(), position + 1)
    return found > 1


def _ends_with(text: str, words: str) -> bool:
    if words.endswith(" ") and not text[-1:].isspace():
        return False
    return squeeze(text).casefold().endswith(words.rstrip())


def as_title(paragraph: str) -> str:
    """The paragraph as a title, or "" where it cannot be one."""
    paragraph = _EMPHASIS.sub(r"\1", _MARKDOWN.sub("", paragraph)) if "#" in paragraph[:6] else paragraph
    lines = paragraph.split("\n")
    if len(lines) > _MOST_LINES or _MARK.match(paragraph):
        return ""
    title = squeeze(paragraph).rstrip(" ·_*")
    if not 15 <= len(title) <= 350 or title[-1] in ".:;,|" or "___" in title:
        return ""
    if title.count(" + ") + title.count(" * ") + title.count(" • ") + title.count(" | ") > 1:  # items of a menu
        return ""
    if not (title[0].isupper() or title[0].isdigit() or title[0] in "\"'“‘"):
        return ""
    if not 3 + (len(title) < 30) <= len(_WORDS.findall(title)) <= 50:
        return ""
    if len(_GLUED_WORDS.findall(title)) > 2:  # items of a menu, run together
        return ""
    lower = title.lower()
    if any(map(lower.__contains__, _NEVER)) or _NEVER_WORDS.search(lower) or _CITATION.search(title):
        return ""
    if _is_kind(title) or _PERSON.match(title) or _AFFILIATION.match(title) or _INSTITUTION.match(title):
        return ""
    return "" if _is_people(title) else title


def begins_with_names(text: str) -> bool:
    """Whether names of people stand here, as they do under a title."""
    return _NAMES.match(text[:400].lstrip()) is not None


def first_heading(text: str) -> str:
    """The first paragraph that may be a heading: four words or more, no sentence, no menu; else the first line."""
    titles = (title for _, title, _, _ in _candidates(text, min(len(text), 20_000)))
    heading = next((title for title in titles if len(title.split()) > 3), "")
    lines = [line for line in text.splitlines() if line.strip()]
    plain = [line for line in lines if not any(map(line.lower().__contains__, _NEVER)) and not line[:1].islower()]
    listed = next((line for line in lines[:1] if _MARK.match(line)), "")  # a list cut out of its page has no heading
    return heading or squeeze(next((line for line in plain if not _MARK.match(line)), listed))


def _tells_a_doi(line: str) -> bool:
    return "10." in line and "doi" in line.lower()


def _is_field(line: str, *around: str) -> bool:
    """Whether a line is one of several that name what they tell ("Publisher: X"): they stand one under another."""
    return _FIELD.match(line) is not None and any(map(_FIELD.match, around))


def _candidates(text: str, end: int) -> Iterator[tuple[int, str, str, str]]:
    """Where a paragraph or line stands that may be a title, the title, and what stands before and after it.

    Print text browsers wrap a title and set it off by blank lines; copied text has each element on a line of its own.
    """
    paragraphs = list(_paragraphs(text, end))
    width = _width(text)
    for position, (start, paragraph) in enumerate(paragraphs):
        before = paragraphs[position - 1][1] if position else ""
        following = paragraphs[position + 1][1] if position + 1 < len(paragraphs) else ""
        if (title := as_title(paragraph)) and not _is_field(paragraph, before.rpartition("\n")[2], following):
            yield start, title, before, following
        lines = paragraph.split("\n")
        for number, line in enumerate(() if len(lines) == 1 or _is_one(lines, width) else lines[:_MOST]):
            above, below = lines[number - 1] if number else before, (*lines, following)[number + 1]
            if (title := as_title(line)) and not _is_field(line, above.rpartition("\n")[2], below):
                yield start, title, above, below


def _width(text: str) -> int:
    """Characters to which a text's lines are wrapped; a few are longer, since an address cannot be wrapped."""
    lengths = sorted(len(line) for line in map(str.rstrip, text.split("\n")) if line)
    return lengths[-1 - len(lengths) // 50] if lengths else 0


def _is_one(lines: list[str], width: int) -> bool:
    """Whether a paragraph's lines go on in the next, in a text of such a width: they are few, or most had no room for
    the next one's first word."""
    if width >= _LONG_LINE:
        return False
    if len(lines) <= _MOST_LINES:
        return True
    breaks = [len(line) + len(after.split()[0]) < width for line, after in pairwise(lines) if after.strip()]
    return sum(breaks) * 2 <= len(breaks)


@lru_cache(maxsize=1)  # every step of reading a page asks for it
def abstract_start(text: str, end: int) -> int:
    """Where the heading of the abstract (or of the first section) stands that prose follows; -1 if there is none."""
    found = (start for word in _ABSTRACT if (start := _prose_under(word, text, end)) >= 0)
    return min(found, default=-1)


def _prose_under(word: str, text: str, end: int) -> int:
    """Where the first line stands that is nothing but a word and that prose follows; -1 if there is none."""
    match = find_line(_ALONE, word, text, 0, end)
    while match:
        if _is_prose(text[match.end() : match.end() + 900]):
            return match.start()
        match = find_line(_ALONE, word, text, match.end(), end)
    return -1


def _is_prose(text: str) -> bool:
    """Whether sentences stand here: more than a menu's words, on lines that are no menu's."""
    for paragraph in _PARAGRAPH.findall(text)[:4]:
        words = squeeze(paragraph)
        if len(words) > 150 and ". " in words and len(words) > 40 * (paragraph.count("\n") + 1):
            return True
    return False


def _paragraphs(text: str, end: int) -> Iterator[tuple[int, str]]:
    for _, match in zip(range(_MOST), _PARAGRAPH.finditer(text, 0, end), strict=False):
        if match.group().strip():
            yield match.start(), match.group()


def _is_people(title: str) -> bool:
    """Whether a line is a list of names: between its commas two to four words that begin with a capital."""
    listed = title.rstrip(" _*†|").replace(" and ", ",").replace("&", ",").split(",")
    pieces = [piece.split() for piece in listed if piece.strip()]
    return len(pieces) > 1 and all(1 < len(p) < 5 and all(word[0].isupper() for word in p) for p in pieces)


def _is_kind(paragraph: str) -> bool:
    return squeeze(paragraph.rsplit("\n", 1)[-1]).casefold().strip(" .:[]•*-") in _KINDS
