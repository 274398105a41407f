"""The title of an article in its page's text: the paragraph that stands where titles stand and that the page says
again."""

import re
from collections.abc import Iterator

from harvester.text import find_line, squeeze, word_set

_KINDS = word_set("""
    original article|original research|original investigation|original paper|research article|research|review
    |review article|article|journal article|open accessarticle|open access article|open accessreview|open access
    |editorial|letter|case report|systematic review|meta-analysis|clinical trial|brief report|short communication
    |commentary|perspective|opinion|mini review|original contribution|full length article|special article|guideline
    |clinical practice guideline|regular article|research paper|open access peer-reviewed|peer-reviewed|free access
    |full access|feature article|narrative review|correspondence|viewpoint|protocol|study protocol|methods|report
    |brief communication
    """)
_NEVER = (
    "cookie", "sign in", "log in", "login", "subscribe", "©", "copyright", "http:", "https:", "doi:", "@", "skip to",
    "javascript", "your browser", "your account", "your institution", "official website", ".gov", "permission",
    "password", "email", "e-mail", "affiliation", "search", "download", "select format", "access provided",
)  # fmt: skip
_PDF = re.compile(r"\bpdf\b")
_MARK = re.compile(r"^\s*(?:[•*□☆◦+▪○-]\s|\d{1,3}\.\s|\[|\(|#\s)")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_NAMES = re.compile(
    r"(?:by\b|\W{0,6}\d{0,2}\.?\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,4}\W*[,;^\d\n]|[A-Z]\. [A-Z]\w+,)"
)
_PERSON = re.compile(r"(?:[A-Z][\w'’-]+ ){1,2}(?:[A-Z]\.? ?){1,3}(?:[\w'’-]+ ?){1,2}$")
_ABSTRACT = ("Abstract", "Summary", "ABSTRACT", "SUMMARY", "Introduction")
_ALONE = re.compile(rf"[ \t]{{0,8}}(?:{'|'.join(_ABSTRACT)})[ \t]*$", re.MULTILINE)
_MOST = 400
_LONG_LINE = 140


def find_title(text: str, end: int) -> str:
    """The title of the article that `text[:end]` begins with; "" where no paragraph or line is likely one."""
    abstract = abstract_start(text, end)
    head = min(abstract if abstract >= 0 else end, 60_000)
    whole = ""
    best, most = "", 2
    for start, title, before, following in _candidates(text, head):
        points = 2 * _is_kind(before) + (_NAMES.match(following[:400].lstrip()) is not None)
        points += abstract >= 0 and start > abstract - 6000
        if points + 2 > most:
            whole = whole or squeeze(text).casefold()
            points += 2 * (whole.count(title.casefold()[:70]) > 1)
        if points > most:
            best, most = title, points
    return best


def first_heading(text: str) -> str:
    """The first paragraph that may be a heading: four words or more, no sentence, no menu; else the first line."""
    titles = (title for _, title, _, _ in _candidates(text, min(len(text), 20_000)))
    heading = next((title for title in titles if len(title.split()) > 3), "")
    return heading or next((squeeze(line) for line in text.splitlines() if line.strip()), "")


def _candidates(text: str, end: int) -> Iterator[tuple[int, str, str, str]]:
    """Where a paragraph or line stands that may be a title, the title, and what stands before and after it.

    Print text browsers wrap a title and set it off by blank lines; copied text has each element on a line of its own.
    """
    paragraphs = list(_paragraphs(text, end))
    wrapped = max(map(len, text.split("\n"))) < _LONG_LINE
    for position, (start, paragraph) in enumerate(paragraphs):
        before = paragraphs[position - 1][1] if position else ""
        following = paragraphs[position + 1][1] if position + 1 < len(paragraphs) else ""
        if title := _as_title(paragraph):
            yield start, title, before, following
        lines = paragraph.split("\n")
        for number, line in enumerate(() if wrapped or len(lines) == 1 else lines[:_MOST]):
            if title := _as_title(line):
                yield start, title, lines[number - 1] if number else before, (*lines, following)[number + 1]


def abstract_start(text: str, end: int) -> int:
    """Where the heading of the abstract (or of the first section) stands that prose follows; -1 if there is none."""
    found = (start for word in _ABSTRACT if (start := _prose_under(word, text, end)) >= 0)
    return min(found, default=-1)


def _prose_under(word: str, text: str, end: int) -> int:
    """Where the first line stands that is nothing but a word and that prose follows; -1 if there is none."""
    match = find_line(_ALONE, word, text, 0, end)
    while match:
        prose = squeeze(text[match.end() : match.end() + 600])
        if len(prose) > 250 and ". " in prose:
            return match.start()
        match = find_line(_ALONE, word, text, match.end(), end)
    return -1


def _paragraphs(text: str, end: int) -> Iterator[tuple[int, str]]:
    for _, match in zip(range(_MOST), _PARAGRAPH.finditer(text, 0, end), strict=False):
        if match.group().strip():
            yield match.start(), match.group()


def _as_title(paragraph: str) -> str:
    """The paragraph as a title, or "" where it cannot be one."""
    lines = paragraph.split("\n")
    if len(lines) > 4 or _MARK.match(paragraph):
        return ""
    title = squeeze(paragraph)
    words = _WORDS.findall(title)
    if not 15 <= len(title) <= 350 or not 3 + (len(title) < 30) <= len(words) <= 50 or title[-1] in ".:;,|":
        return ""
    lower = title.lower()
    if any(map(lower.__contains__, _NEVER)) or ("pdf" in lower and _PDF.search(lower)):
        return ""
    if _PERSON.match(title) or _is_people(title):
        return ""
    return title if title[0].isupper() or title[0].isdigit() or title[0] in "\"'“‘" else ""


def _is_people(title: str) -> bool:
    """Whether a line is a list of names: between its commas two to four words that begin with a capital."""
    pieces = [piece.split() for piece in title.replace(" and ", ",").replace("&", ",").split(",") if piece.strip()]
    return len(pieces) > 1 and all(1 < len(p) < 5 and all(word[0].isupper() for word in p) for p in pieces)


def _is_kind(paragraph: str) -> bool:
    return squeeze(paragraph.rsplit("\n", 1)[-1]).casefold().strip(" .:[]") in _KINDS
