"""The title of an article in its page's text: the paragraph in a title's position that the page repeats elsewhere."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from harvester.model import Name, Span
from harvester.pages.text.citation_lines import is_journal, read_citation_line
from harvester.pages.text.labelled_lines import names_a_field
from harvester.pages.text.names_in_lines import is_address, names_in
from harvester.pages.text.passages import Passage, line_width, passage
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
    "contents lists available", "journal homepage", "published by",
    "[ ]", "[_", "(button)", "author links", "new account",
)  # fmt: skip
_NEVER_WORDS = re.compile(
    r"\b(?:pdf|sign in|log in|login)\b|^search\b|\bsearch$|advanced search|search (?:by|for|in|results)\b"
    r"|^(?:next|previous) article\b|^(?:metrics|views|visits):"
    r"|^(?:más opciones|información de|información del|este artículo)\b"
    r"|^pmc?id\b|^(?:first )?published\b.*\d{4}|^available online"
    r"|^(?:key ?words?|palabras clave)\b|^(?:journal|article) information$|^more article options$|^this item has"
    r"|^(?:páginas|pages) \d|\bvol(?:ume)?\.? ?\d+\W{1,3}(?:no|issue|núm|num|nr)\b"
)
# Journal, year; volume(issue): pages, as printed above articles, is a citation and not a title.
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
_PARTED = re.compile(r"[,;^\d:.]|\bby\b|\b(?:of|de)\b")
_UNIVERSITY = re.compile(
    r"(?:The )?(?:[A-Z][\w'’-]+ ){0,3}(?:University|Universit[àäéy]t?|Universidad|College"
    r"|Institute|Hospital|Library|Libraries)"
    r"(?:(?: of| at| in| the| de| for| and| -|,)* [A-Z][\w'’-]*){0,6}$"
)
"""An institution, which stands on the pages that its readers see."""
_PERSON = re.compile(r"(?:[A-Z][\w'’-]+ ){1,2}(?:[A-Z]\.? ?){1,3}(?:[\w'’-]+ ?){1,2}$")
_ABSTRACT = (
    "Abstract", "Summary", "ABSTRACT", "SUMMARY", "Introduction", "Resumen", "RESUMEN", "Resumo", "RESUMO", "Résumé",
    "Zusammenfassung", "Riassunto", "Samenvatting", "Streszczenie", "Özet", "ÖZET", "Öz", "ÖZ",
)  # fmt: skip
_ALONE = re.compile(
    rf"(?:[ \t]{{0,8}}|#{{1,6}} )(?:{'|'.join(_ABSTRACT)})(?:[:.](?: \w{{1,12}}:)?)?[ \t]*$", re.MULTILINE
)
_WORDS_OF_ABSTRACTS = [word for word in _ABSTRACT if word != "Introduction"]
_INLINE = re.compile(
    rf"(?:[ \t]{{0,8}}|#{{1,6}} )\W{{0,4}}(?:{'|'.join(_WORDS_OF_ABSTRACTS)})\W{{0,2}}[.:—–-]\W{{1,3}}[A-Z][^\n]{{100}}"
)
"""An abstract behind its heading in one line: "Abstract. We looked ..."."""
_FIRST_PARTS = ("Background", "Objective", "Importance", "Purpose", "Aim", "BACKGROUND", "OBJECTIVE")
_PART = re.compile(rf"(?:[ \t]{{0,8}}|#{{1,6}} )(?:{'|'.join(_FIRST_PARTS)})s?:?[ \t]*$", re.MULTILINE)
_PARTS = re.compile(
    r"^(?:#{1,6} )?(Methods?|Design|Setting|Results|Findings|Conclusions?|METHODS|RESULTS|CONCLUSIONS?):?[ \t]*$",
    re.MULTILINE,
)
_ALL_PARTS = 8_000
"""Characters that hold an abstract in parts."""
_AFFILIATION = re.compile(r"\d[A-Z][a-z]")
_ASCII_WORD = re.compile(r"[a-z0-9]{4,}")
# Printed by encyclopedias under their titles.
_UNDER_TITLES = (
    "From Wikipedia, the free encyclopedia", "Aus Wikipedia, der freien Enzyklop", "Un article de Wikip",
    "De Wikipedia, la enciclopedia libre", "Origem: Wikip", "Da Wikipedia, l",
)  # fmt: skip
_LONGEST_NAME_OF_AN_ENTRY = 200
"""Characters of an encyclopedia's title; a longer line above these words is not a title."""

# Evidence for a title; two pieces are needed, and names of people under the line count most. Menus are repeated too.
_KIND_ABOVE, _NAMES_BELOW, _SAID_AGAIN, _NEAR_ABSTRACT, _BY_DOI, _ENOUGH = 4, 5, 4, 2, 2, 5
_OF_A_SHORT_ONE = 2  # taken off: two or three words are as often a button
_CITED_ABOVE, _NAMES_UNDER_SUBTITLE, _A_NAME_AT_MOST, _A_NAME_IN_A_MENU = 2, 3, 4, 1
_MARKED = re.compile(r"[\d^*†‡§,;]")
_REACH = 1_500
"""Characters under a title in which its authors begin: a subtitle, a citation and a date may come between."""
_MOST_ABOVE = 6
"""Lines between a title and the citation above it: PMC has four buttons there."""
_MOST_BELOW = 5
"""Lines under a title among which its authors are looked for."""
_LONGEST_LABEL = 40
"""Characters of a label or button between title and authors; a longer line is a sentence."""
_MOST_OF_A_FIELD = 5
"""Words of what stands behind a label that is none of the usual ones."""
_JOURNAL = re.compile(
    r"(?:The )?(?:[A-Z][\w-]+ ){0,3}(?:Journal|Annals|Archives|Proceedings|Transactions|Bulletin|Revista|Zeitschrift"
    r"|Acta)"
    r" (?:of|for|für|de|di)\b[^:?.]{3,70}$"
)
"""A journal's name, which a page may repeat as often as its title."""
_LABEL = re.compile(r"\s*(?:article |paper |document )?(?:title|titel|título|titre|titolo)\s?[:|]\s+", re.IGNORECASE)
_LABELLED = re.compile(
    r"^[ \t]{0,8}(?:article |paper |document )?(?:title|titel|título|titre|titolo)[ \t]?:[ \t]{1,8}"
    r"(?P<title>\S[^\n]{2,300})\n\s{0,20}"
    r"(?:author|creator|autor|auteur|verfasser|journal|source|year|doi)[^\W\d_]{0,3}(?:\([^\W\d_]{1,3}\))?[ \t]?:",
    re.IGNORECASE | re.MULTILINE,
)
"""A title on a line with its label, above one with another field's."""
_DAY = re.compile(r"\s?[|,·•-]?\s?(?:\d{1,2} [^\W\d_]{3,9}|[^\W\d_]{3,9} \d{1,2}),? (?:19|20)\d\d$")
_FORM = re.compile(r"\[(?: {4}|_{4})|_{8}|^\[\w+(?: \w+)?\]$|^[\w -]{3,20}\*$", re.MULTILINE)
"""A field of a form, its button, the label of one that must be filled in."""
OTHER_WORKS = re.compile(
    r"^\W{0,6}(?:similar|related|recommended|citing|cited by|people also|you may also|more from)\b[^.\n]{0,40}$",
    re.MULTILINE | re.IGNORECASE,
)
"""The heading of a list of other works, which have names under their titles too."""
_AUTHORS = re.compile(r"\W{0,4}(?:authors?|author\(s\)|by|autor(?:en|es)?|auteurs?)\W{0,3}", re.IGNORECASE)
_HEADING = 6  # a first-level heading in Markdown: a page has one
_HEAD = 60_000
"""Characters within which a title is looked for, below the menus of its site, if no abstract follows it."""
_TOP = 20_000
"""Characters within which a page's heading is looked for: it comes right behind the menus."""
_NEAR = 6_000
"""Characters between a title and its abstract: the authors of large groups and their institutions."""
_MOST_PARAGRAPHS = 1_000
"""Paragraphs of a head, and lines of one of them, that are examined: a title comes far earlier."""
_MOST_LINES = 4
"""Lines of a title wrapped by a text browser: at 80 characters a line the longest title has no more."""
_FEWEST_BLANKS = 2
"""Blanks of items of menus ("View all journals")."""
_SHORTEST, _SHORT = 5, 30
"""Characters of short titles: "Fuzzy sets", "Random forests", "A power primer"; with longer ones, menus are told."""
_SHORTEST_WRAPPED = 20
"""Characters of a line that goes on in the next: a title set in large type has so few."""
_WIDE = 140
"""From lines of so many characters on a text is not wrapped: lynx and w3m wrap at 80 unless they are told otherwise,
and terminals have 132 columns at most."""
_MOST_FOUND = 1_000
"""Occurrences of a title's longest word that are examined, so that a page that repeats one word is not slow."""
_AS_MUCH = 70
"""Characters by which a title is recognized again: the end of its repetition may be cut."""
_PROSE = 900
"""Characters under a heading that hold the first sentences of its section, blank lines included."""
_MOST_SHORT = 4
"""Short lines between the heading of an abstract and its sentences; a menu has more."""
_LEAST_PROSE = 150
"""Characters of a paragraph of two sentences; a byline or a line of buttons has less."""
_LONGEST_OF_MENUS = 40
"""Characters of a menu's item, at most, on its own line; lines of prose are mostly longer."""


def find_title(text: str, end: int, abstract: int) -> Passage | None:
    """The title of the article that `text[:end]` begins with; None if no paragraph or line is a likely title.

    `abstract` is where the heading of its abstract stands, -1 if there is none.
    """
    found = next((at for words in _UNDER_TITLES if (at := text.find(words, 0, min(end, _TOP))) >= 0), -1)
    line = text.rfind("\n", 0, found) + 1 if found >= 0 else 0
    if line and not text[line:found].strip():
        above = len(text[:line].rstrip())
        named = passage(text, text.rfind("\n", 0, above) + 1, above)
        if 1 < len(named.words) < _LONGEST_NAME_OF_AN_ENTRY:
            return named

    # Among labelled fields no title is too short: "Title: Fuzzy sets", "Authors: ...".
    if labelled := _LABELLED.search(text, 0, min(end, _TOP)):
        return passage(text, *labelled.span("title"))

    letters = text.encode("ascii", "replace").lower()
    best, most = None, _ENOUGH
    heading, is_named, first_named = None, False, -1
    for paragraph, title, before, following in _candidates(text, min(abstract if abstract >= 0 else end, _HEAD)):
        below = _lines_below(text, title.span.end)
        if _is_above_its_volume(title.words, below):
            continue
        if _FORM.search("\n".join(below[:2])):
            continue
        points = _KIND_ABOVE * is_kind(before)
        points -= _OF_A_SHORT_ONE * (len(title.words) < _SHORT and not as_title(title.words))
        points += _HEADING * text.startswith("# ", paragraph) + text.startswith("## ", paragraph)
        points += _NEAR_ABSTRACT * (abstract >= 0 and paragraph > abstract - _NEAR)
        points += _BY_DOI * (_tells_a_doi(before.rpartition("\n")[2]) or _tells_a_doi(following.partition("\n")[0]))
        names = (
            _NAMES_BELOW
            if begins_with_names(following)
            else _names_follow(below, text[title.span.start : title.span.end])
        )
        if first_named < 0:
            first_named = title.span.end if names == _NAMES_BELOW else -1
        elif names and OTHER_WORKS.search(text, first_named, paragraph):
            names = 0  # a similar article, below the page's own
        points += names
        if points == most == _ENOUGH and names == _NAMES_BELOW:
            # Names, and under them where the article stands: no news have both.
            points += any(map(_is_place, below[1:]))
        if heading is None and names == _NAMES_BELOW and text.startswith("## ", paragraph):
            heading = title
        if points + _SAID_AGAIN + _CITED_ABOVE > most:
            points += _CITED_ABOVE * any(read_citation_line(line).said > 1 for line in _lines_above(text, paragraph))
        # The most expensive test comes last, and only if it matters.
        if points + _SAID_AGAIN > most:
            points += _SAID_AGAIN * _is_said_again(title.words.casefold()[:_AS_MUCH], text, letters)
        if points > most and not _is_a_journal(title.words, text):
            best, most = title, points
            is_named = names > 0
    # The first heading may be the journal's name, the second, above names, the title.
    if best and heading and not is_named and heading.span.start > best.span.start and is_journal(best.words):
        return heading
    return best


def _is_said_again(words: str, text: str, letters: bytes) -> bool:
    """Whether the words occur in the text more than once, in lower or upper case, wherever its lines break.

    `letters` is the text character by character in ASCII's lower case. The longest word is looked for, and the others
    around it: reading the whole text as one line took half the time of finding a title.
    """
    rarest = max(_ASCII_WORD.findall(words), key=len, default="")
    if not rarest:
        return squeeze(text).casefold().count(words) > 1
    offset = words.index(rarest)
    before, after = words[:offset], words[offset:].rstrip()
    # Blanks of the margin come between words where lines break: six times the letters have room for them.
    reach = 6 * len(words)
    found = 0
    position = letters.find(rarest.encode())
    for _ in range(_MOST_FOUND):
        if position < 0 or found > 1:
            break
        if squeeze(text[position : position + reach]).casefold().startswith(after):
            behind = text[max(0, position - reach) : position]
            # A blank before the word must be one in the text too: "art" is not a word in "heart".
            parted = behind[-1:].isspace() or not before.endswith(" ")
            found += parted and squeeze(behind).casefold().endswith(before.rstrip())
        position = letters.find(rarest.encode(), position + 1)
    return found > 1


def as_title(paragraph: str) -> str:
    """The paragraph as a title; "" if it cannot be one."""
    if label := _LABEL.match(paragraph):
        paragraph = paragraph[label.end() :]
    paragraph = _EMPHASIS.sub(r"\1", _MARKDOWN.sub("", paragraph)) if "#" in paragraph[:6] else paragraph
    if paragraph.count("\n") >= _MOST_LINES or _MARK.match(paragraph):
        return ""
    lines = [line.rstrip() for line in paragraph.split("\n")] if "\n" in paragraph else []
    if any(len(line) < _SHORTEST_WRAPPED and line[-1:] not in ("?", ":", "!", "-", "–", "—") for line in lines[:-1]):
        return ""  # items of a menu
    title = squeeze(paragraph).rstrip(" ·_*")
    # A shorter text is a label, a longer one an abstract; sentences and labels end with a point.
    if not 15 <= len(title) <= 350 or title[-1] in ".:;,|" or "___" in title:
        return ""
    if title.count(" + ") + title.count(" * ") + title.count(" • ") + title.count(" | ") > 1:  # items of a menu
        return ""
    if not (title[0].isupper() or title[0].isdigit() or title[0] in "\"'“‘"):
        return ""
    # A short title has more words than a name or a button.
    if not 3 + (len(title) < 30) <= len(_WORDS.findall(title)) <= 50:
        return ""
    if len(_GLUED_WORDS.findall(title)) > 2:  # items of a menu, run together
        return ""
    lower = title.lower()
    if any(map(lower.__contains__, _NEVER)) or _NEVER_WORDS.search(lower) or _CITATION.search(title):
        return ""
    if (
        _JOURNAL.match(title)
        or is_kind(title)
        or _PERSON.match(title)
        or _AFFILIATION.match(title)
        or _INSTITUTION.match(title)
        or _UNIVERSITY.match(title)
    ):
        return ""
    # A list of names has two to four capitalized words between its commas.
    listed = title.rstrip(" _*†|").replace(" and ", ",").replace("&", ",").split(",")
    pieces = [piece.split() for piece in listed if piece.strip()]
    are_people = len(pieces) > 1 and all(1 < len(p) < 5 and all(word[0].isupper() for word in p) for p in pieces)
    return "" if are_people or is_address(title) or _is_byline(title) or _is_citation(title) else title


def _is_citation(title: str) -> bool:
    """Whether a line tells where an article stands, with a volume and pages."""
    printed = read_citation_line(title)
    return bool(printed.volume and printed.page and (printed.issued or printed.issue))


def _is_byline(title: str) -> bool:
    """Whether a line is of people with their marks, degrees and roles, rather than of capitals alone."""
    told = names_in(title) if title.count(" ") < 3 * (title.count(",") + title.count(";") + 2) else None
    return told is not None and not told.plain


def without_marks(heading: Passage) -> Passage:
    """A heading without the sign that Markdown has for one, and without the full stop of records."""
    mark = _MARKDOWN.match(heading.words)
    words = heading.words[mark.end() :] if mark else heading.words
    stop = 1 if words.endswith(".") and not words.endswith("..") else 0
    start = heading.span.start + (mark.end() if mark else 0)
    return Passage(words[: len(words) - stop], Span(start, heading.span.end - stop))


def begins_with_names(text: str) -> bool:
    """Whether this position has names of people, as under a title."""
    start = text[:400].lstrip()
    if _NAMES.match(start) is None:
        return False
    # Two words with capitals and nothing behind them ("View PDF") are names only if they can be.
    line = start.partition("\n")[0]
    return _PARTED.search(line) is not None or names_in(squeeze(line)) is not None


def is_likely(words: str, text: str) -> bool:
    """Whether a page's first heading can be the title of an article's page where nothing else shows it: no kind, no
    part of a citation, and no item of a menu, which is short and said once."""
    bare = words.rstrip(" .:;,")
    if words.count(" ") > _FEWEST_BLANKS:
        return as_title(bare) != ""
    return words.count(" ") > 0 and not is_kind(bare) and text.count(bare) > 1


def first_heading(text: str) -> Passage:
    """The first paragraph that may be a heading: four words or more, no sentence, no menu; else the first line."""
    for _, title, _, _ in _candidates(text, min(len(text), _TOP)):
        if title.words.count(" ") > 2:
            return title
    position = 0
    first: Span | None = None
    for line, whole in zip(text.splitlines(), text.splitlines(keepends=True), strict=True):
        here = Span(position, position + len(line))
        position += len(whole)
        if line.strip():
            is_item = _MARK.match(line) is not None
            # A list cut out of its page has no heading: then its first entry stands for the title.
            if first is None:
                first = here if is_item else Span(0, 0)
            if not is_item and not line[:1].islower() and not any(map(line.lower().__contains__, _NEVER)):
                return passage(text, here.start, here.end)
    return passage(text, first.start, first.end) if first else Passage("", Span(0, 0))


def _candidates(text: str, end: int) -> Iterator[tuple[int, Passage, str, str]]:
    """For each paragraph that may be or contain a title: where it begins, the title, and the text before and after it.

    Text browsers wrap a title and set it off by blank lines; copied text has each element on a line of its own.
    """
    paragraphs = [m for m in islice(_PARAGRAPH.finditer(text, 0, end), _MOST_PARAGRAPHS) if m.group().strip()]
    width = line_width(text)
    for number, paragraph in enumerate(paragraphs):
        start, words = paragraph.start(), paragraph.group()
        before = paragraphs[number - 1].group() if number else ""
        following = paragraphs[number + 1].group() if number + 1 < len(paragraphs) else ""
        title = as_title(words) or _before_names(words, following) or _short_title(words, before, following)
        if title and not _is_field(words, before.rpartition("\n")[2], following):
            yield start, _standing(title, text, paragraph.span()), before, following
        lines = words.split("\n")
        if len(lines) == 1 or (width < _WIDE and len(lines) <= _MOST_LINES):
            continue
        # A line without room for the next one's first word is wrapped; if most are, no line stands for itself.
        breaks = [len(line) + len(after.split()[0]) < width for line, after in pairwise(lines) if after.strip()]
        if width < _WIDE and sum(breaks) * 2 <= len(breaks):
            continue
        position = start
        for at, line in enumerate(lines[:_MOST_PARAGRAPHS]):
            above, below = lines[at - 1] if at else before, lines[at + 1] if at + 1 < len(lines) else following
            title = as_title(line) or _before_names(line, below) or _short_title(line, above, below)
            if title and not _is_field(line, above.rpartition("\n")[2], below):
                yield start, _standing(title, text, (position, position + len(line))), above, below
            position += len(line) + 1


def _before_names(words: str, following: str) -> str:
    """The title in a paragraph that ends with a full stop, as PubMed prints it above names; "" if no names follow."""
    if not words.rstrip().endswith("."):
        return ""
    told = names_in(squeeze(following.lstrip().partition("\n")[0]))
    are_names = told is not None and (not told.plain or _is_sure(told.names[0]))
    return as_title(words.rstrip(" .\n")) if are_names else ""


def _short_title(words: str, before: str, following: str) -> str:
    """A title of two or three words ("Fuzzy sets"), told by the names with marks, or of several people, under it."""
    if len(words) > _SHORT + _SHORTEST or " " not in words:
        return ""
    bare = (_MARKDOWN.sub("", words) if words.startswith(("#", " ")) else words).strip()
    if not _SHORTEST < len(bare) < _SHORT or "\n" in bare or not bare[0].isupper() or not bare[-1].isalnum():
        return ""
    small = bare.lower()
    if is_kind(bare) or any(map(small.__contains__, _NEVER)) or _NEVER_WORDS.search(small) or names_in(bare):
        return ""
    if bare.count(" ") not in (1, 2, 3) or not any(word[0].islower() for word in bare.split()[1:]):
        return ""
    told = names_in(squeeze(following.lstrip().partition("\n")[0]))
    is_sure = told and (len(told.names) > 1 or not told.plain or _is_person(told.names[0]) or is_kind(before))
    return bare if is_sure else ""


def _is_person(name: Name) -> bool:
    """Whether a name that stands alone is sure: initials or three words."""
    return "." in name.given or name.given.count(" ") > 0


def _is_sure(name: Name) -> bool:
    """Whether a name is a group's, or a family and initials: two words with capitals may be a button."""
    return bool(name.literal) or (name.given.isupper() and len(name.given) < len(name.family))


def _standing(title: str, text: str, within: tuple[int, int]) -> Passage:
    """A title with the range from its first character to its last, without marks around it."""
    start, end = within
    label = _LABEL.match(text, start, end)
    if label:
        start, title = label.end(), title.removeprefix(label.group().strip()).strip() or title
    first, last = text.find(title[0], start, end), text.rfind(title[-1], start, end)
    # A word that was put right is not printed so: then it stands somewhere on its line.
    return Passage(title, Span(first, last + 1) if 0 <= first <= last else Span(*within))


def _lines_above(text: str, start: int) -> list[str]:
    """The last lines before a position that are not blank."""
    lines = text[max(0, start - _REACH) : start].split("\n")
    return [squeeze(line) for line in lines if line.strip()][-_MOST_ABOVE:]


def _lines_below(text: str, end: int) -> list[str]:
    """The first lines behind a position that are not blank."""
    lines = text[end : end + _REACH].split("\n")[1:]
    return [squeeze(line) for line in lines if line.strip()][:_MOST_BELOW]


def _is_above_its_volume(title: str, below: list[str]) -> bool:
    """Whether some words are a journal's name: the next line begins with the numbers of an issue."""
    if not below or not is_journal(title):
        return False
    printed = read_citation_line(below[0])
    return bool(printed.volume) and not printed.journal and title.casefold() not in below[0].casefold()


def _is_a_journal(title: str, text: str) -> bool:
    """Whether the page says elsewhere of what volume and pages some words are the journal."""
    if not is_journal(title):
        return False
    position = text.find(title)
    for _ in range(_MOST_ABOVE):
        if position < 0:
            return False
        end = text.find("\n", position)
        printed = read_citation_line(text[position : end if end >= 0 else len(text)])
        if printed.volume and printed.journal.casefold() == title.casefold():
            return True
        position = text.find(title, position + len(title))
    return False


def _is_item(line: str) -> bool:
    """Whether a line can be an item of a menu: short, and without the numbers of dates and citations."""
    return len(line) <= _LONGEST_OF_MENUS and not any(map(str.isdigit, line))


def _names_follow(below: list[str], title: str) -> int:
    """Points for names in the next lines, behind a kind, a date or a citation; fewer behind what may be a subtitle, or
    the title itself."""
    points = _NAMES_BELOW
    for number, line in enumerate(below):
        line = line.lstrip("•*· ")
        # A wrapped line may end within a name.
        told = names_in(line) or (names_in(line.rpartition(",")[0]) if line.count(",") > 1 else None)
        if _AUTHORS.fullmatch(line) or (told is not None and not told.plain):
            return points
        if told is not None and number == 0:
            # Two words with capitals may be an item of a menu, unless a mark or a name stands under them too.
            under = below[1] if len(below) > 1 else ""
            if _MARKED.match(under):
                return points
            if (len(title) < _LONGEST_OF_MENUS or "\n" in title) and all(map(_is_item, below)):
                return _A_NAME_IN_A_MENU
            return points if names_in(under) else _A_NAME_AT_MOST
        if as_title(line) or (len(line) > _LONGEST_LABEL and not read_citation_line(line).said):
            if number:
                return 0
            points = _NAMES_UNDER_SUBTITLE
    return 0


def _tells_a_doi(line: str) -> bool:
    return "10." in line and "doi" in line.lower()


def _is_field(line: str, *around: str) -> bool:
    """Whether a line is one of several labelled ones ("Publisher: X"), one under another.

    A title may begin with a word and a colon too ("Wolbachia: master manipulators of ..."), but goes on at length.
    """
    if _FIELD.match(line) is None or _LABEL.match(line) or not any(map(_FIELD.match, around)):
        return False
    if names_a_field(line) or line.partition(":")[2].count(" ") < _MOST_OF_A_FIELD:
        return True
    return not any(names_in(one.partition("\n")[0]) for one in around)


def is_kind(paragraph: str) -> bool:
    """Whether the last line of a text names a kind of article ("Review"), perhaps with a date behind it."""
    words = squeeze(paragraph.rsplit("\n", 1)[-1]).casefold()
    # A date may be run together with it: "Original Research7 April 2020".
    return (words.strip(" .:[]•*-") in _KINDS) or (_DAY.sub("", words).strip(" .:[]•*-|") in _KINDS)


def abstract_start(text: str, end: int) -> int:
    """Where the heading of the abstract (or first section) with prose below it stands; -1 if there is none."""
    found: list[int] = []
    for word in _ABSTRACT:
        match = find_line(_ALONE, word, text, 0, end)
        while match:
            # Menus name an abstract too, but without sentences on longer lines under it.
            if _is_above_prose(text[match.end() : match.end() + _PROSE]):
                found.append(match.start())
                break
            match = find_line(_ALONE, word, text, match.end(), end)
        if not found and (match := find_line(_INLINE, word, text, 0, end)):
            found.append(match.start())
    return min(found, default=-1) if found else _structured_start(text, end)


def _structured_start(text: str, end: int) -> int:
    """Where the first heading of an abstract in parts stands that has no heading itself; -1 if there is none."""
    for word in _FIRST_PARTS:
        match = find_line(_PART, word, text, 0, end)
        if match and _is_above_prose(text[match.end() : match.end() + _PROSE]):
            parts = {part.group(1) for part in islice(_PARTS.finditer(text, match.end(), match.end() + _ALL_PARTS), 20)}
            if len(parts) > 1:
                return match.start()
    return -1


def _is_above_prose(text: str) -> bool:
    """Whether sentences on longer lines begin a text; a kind, a date or a button may come before them."""
    length = short = 0
    sentences = False
    for line in map(squeeze, text.split("\n")):
        if not line:
            continue
        if len(line) > _LONGEST_OF_MENUS:
            length += len(line)
            sentences = sentences or ". " in line or (length > len(line) and line.endswith("."))
            if length > _LEAST_PROSE and sentences:
                return True
            continue
        length, sentences = 0, False
        short += 1
        if short > _MOST_SHORT:
            return False
    return False


def _is_place(line: str) -> bool:
    printed = read_citation_line(line)
    return bool(printed.volume and printed.page) and not printed.of_another
